"""Finds the meeting that discussed an award or a sanction, and the vote on it, where the workbook lets it be known."""

from __future__ import annotations

from pipeline.facts.branch import Branch
from pipeline.facts.votes import Vote, votes_of
from pipeline.schema import Award, Meeting, Member
from pipeline.schema.activities import ORDINARY_VOTE
from pipeline.wording import clause


def meeting_of(branch: Branch, award: Award) -> Meeting | None:
    """Give the meeting that a row names; the first where a 编号 is repeated."""
    found = (meeting for meeting in branch.meetings if award.meeting and meeting.number == award.meeting)
    return next(found, None)


def vote_on(branch: Branch, award: Award) -> Vote | None:
    """Give the vote of that meeting on this award of this member; None where none can be told, or more than one."""
    meeting, member = meeting_of(branch, award), branch.member_of(award.member)
    if meeting is None or member is None:
        return None
    found = [vote for vote in votes_of(branch, meeting) if _is_on(branch, vote, member, clause(award.title))]
    return found[0] if len(found) == 1 else None


def _is_on(branch: Branch, vote: Vote, member: Member, title: str) -> bool:
    """Whether a vote is on one member alone and on something of this name: elections and admissions are not."""
    item = vote.item
    if not title or item.vote_type not in {ORDINARY_VOTE, title}:
        return False
    candidates = {person.number for person in item.candidate}
    if candidates and candidates != {member.number}:
        return False
    said = "".join((item.resolution, *(row.topic for row in branch.topic_of(item))))
    if item.vote_type != title and title not in said:
        return False
    return bool(candidates) or _names(branch, said, member)


def _names(branch: Branch, text: str, member: Member) -> bool:
    """Whether a text names a member, and no other whose name may be meant as well."""
    others = (other.name for other in branch.members if other is not member)
    return member.name in text and not any(other in text for other in others if other)
