"""Which of the vote algorithms applies to an item, who may vote in it, and whether it passed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.facts.attendance import Attendance
from pipeline.facts.branch import Branch
from pipeline.schema import Item, Meeting
from pipeline.schema.activities import (
    ADMISSION_VOTES,
    COMMITTEE,
    CONFIRMATIONS,
    ELECTION,
    GROUP,
    ORDINARY_VOTE,
    POLL,
    SECRET,
)

FAILED = re.compile("(?:未|没有|没)(?:获得|得到|获|能)*通过|不予通过|(?<!没有人)(?<!无人)不同意(?!见)|否决|未当选|落选")
"""不同意见 is a noun: 没有不同意见 rejects nothing."""
PASSED = re.compile("通过|同意(?!见)|当选")
CLAUSE = re.compile("[^，。；,;\n]+")
OTHER_OUTCOME = re.compile("延长|取消")
"""What else than the confirmation a meeting may decide of somebody on probation."""
UNANIMOUS = re.compile("(?:一致|全票|全体(?:党员|委员)?)(?:表决)?(?:通过|同意|赞成|当选)")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Vote:
    """A vote of a meeting, with the figures the rules need; rules.md 1.2."""

    meeting: Meeting
    item: Item
    attendance: Attendance

    @property
    def is_admission(self) -> bool:
        """Algorithm B: admission, confirmation and the like. 发展党员工作细则第二十、二十一条."""
        return self.item.vote_type in ADMISSION_VOTES

    @property
    def is_election(self) -> bool:
        """Algorithm C: an election. 基层组织选举工作条例."""
        return self.item.vote_type == ELECTION

    @property
    def is_ordinary(self) -> bool:
        """Algorithm A: any other vote of the general meeting. 支部工作条例第十一条."""
        return self.item.vote_type == ORDINARY_VOTE and self.of_all_members

    @property
    def of_all_members(self) -> bool:
        """Whether all members vote; of committee and group meetings the regulations give no majority (rules.md 1.2)."""
        return not {COMMITTEE, GROUP} & set(self.meeting.types) and not self.meeting.group

    @property
    def is_poll(self) -> bool:
        """The ballot of the yearly evaluation, in which probationary members take part too."""
        return self.item.vote_type == POLL

    @property
    def expected(self) -> int:
        """How many with the right to vote were expected (应到会有表决权的)."""
        return len(self.attendance.voters)

    @property
    def present(self) -> int:
        """How many of them came."""
        return len(self.attendance.present_voters)

    @property
    def written(self) -> int:
        """Written opinions handed in before the meeting."""
        return self.item.written or 0

    @property
    def cast(self) -> int | None:
        """Ayes, noes and abstentions together; None where none of them is given."""
        figures = (self.item.ayes, self.item.noes, self.item.abstentions)
        return None if all(figure is None for figure in figures) else sum(figure or 0 for figure in figures)

    @property
    def invalid(self) -> int | None:
        """Spoilt ballots: returned and written, less the valid ones; None where a figure is missing."""
        if self.item.returned is None or self.item.valid is None:
            return None
        return self.item.returned + self.written - self.item.valid

    @property
    def quorate(self) -> bool:
        """Whether enough of those who may vote came, by the algorithm that applies."""
        if self.is_election:
            return self.present * 5 >= self.expected * 4
        if self.is_admission:
            return self.present * 2 > self.expected
        return self.present * 2 >= self.expected

    @property
    def carried(self) -> bool | None:
        """Whether the ayes suffice: above half of those expected, or in an election above half of those present."""
        if self.item.ayes is None or self.is_poll:
            return None
        base = self.present if self.is_election else self.expected
        return self.item.ayes * 2 > base

    @property
    def void(self) -> bool:
        """Whether more ballots came back than were issued, which makes the ballot invalid. 基层组织选举工作条例."""
        issued, returned = self.item.issued, self.item.returned
        return issued is not None and returned is not None and returned > issued

    @property
    def passed(self) -> bool | None:
        """Whether the figures bear that it passed: enough came, enough voted for it, the ballot is valid."""
        if self.carried is None:
            return None
        return self.carried and not self.void and (self.quorate or not self.of_all_members)

    @property
    def said(self) -> bool | None:
        """What the resolution says of this vote: passed, failed, or nothing that can be told for sure."""
        clauses = CLAUSE.findall(self.item.resolution)
        if self.item.vote_type in CONFIRMATIONS and any(map(OTHER_OUTCOME.search, clauses)):
            return None  # 不同意按期转正，延长预备期半年
        told = {
            bool(PASSED.search(FAILED.sub("", each))) if not FAILED.search(each) else False
            for each in clauses
            if PASSED.search(each) or FAILED.search(each)
        }
        return told.pop() if len(told) == 1 else None

    @property
    def resolved(self) -> bool:
        """Whether the record may print the resolution: it claims nothing that the figures do not bear."""
        if self.is_poll or not (self.is_election or self.is_admission or self.is_ordinary):
            return True
        short = self.void or (self.expected > 0 and not self.quorate)
        claimed = self.said is not False and PASSED.search(self.item.resolution) is not None
        return not (short and claimed) and (self.said is None or self.carried is None or self.said == self.carried)

    @property
    def unanimous(self) -> str:
        """The words by which the resolution says that nobody was against it; empty without such words."""
        found = UNANIMOUS.search(self.item.resolution) if self.said else None
        return found[0] if found else ""


def votes_of(branch: Branch, meeting: Meeting) -> list[Vote]:
    """Give the votes of a meeting, in the order of its agenda; nobody on probation votes on himself."""
    attendance = branch.attendance(meeting)
    return [
        Vote(meeting, item, _without(attendance, item) if item.vote_type in CONFIRMATIONS else attendance)
        for item in branch.items_of.get(meeting.number, ())
        if item.vote_type
    ]


def _without(attendance: Attendance, item: Item) -> Attendance:
    candidates = {person.number for person in item.candidate if person.number}
    if not any(member.number in candidates for member in attendance.voters):
        return attendance
    return replace(
        attendance,
        voters=tuple(member for member in attendance.voters if member.number not in candidates),
        present_voters=tuple(member for member in attendance.present_voters if member.number not in candidates),
    )


def is_by_ballot(vote: Vote) -> bool:
    """Whether a vote was taken with papers: it says so, or it counts papers and does not say how it was taken."""
    counted = any(figure is not None for figure in (vote.item.issued, vote.item.returned, vote.item.valid))
    return vote.item.vote_method == SECRET or (not vote.item.vote_method and counted)


def seats_of(votes: Iterable[Vote]) -> int | None:
    """Give how many are to be elected: the first row that says so; None where none does."""
    return next((vote.item.seats for vote in votes if vote.item.seats), None)


def needs_ballots(vote: Vote) -> bool:
    """Whether papers are to be had ready: the vote is to be secret, or must be and does not say otherwise."""
    must = vote.is_admission or vote.is_election
    return vote.item.vote_method == SECRET or (must and not vote.item.vote_method)


def adjourned(branch: Branch, meeting: Meeting) -> bool:
    """Whether too few of the committee came for its meeting to decide anything. 支部工作条例第十二条."""
    attendance = branch.attendance(meeting)
    return COMMITTEE in meeting.types and len(attendance.present) * 2 < len(attendance.expected)
