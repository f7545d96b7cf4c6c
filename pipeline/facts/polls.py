"""Finds the ballot of the yearly evaluation that is about the members (测评)."""

from __future__ import annotations

import re

from pipeline.facts.branch import Branch
from pipeline.facts.votes import Vote, votes_of
from pipeline.schema import Meeting

OTHERS = re.compile("班子|支委|书记|干部|(?:支部|述职)工作")
"""What else a poll at the evaluation may be about."""


def polls_of_members(branch: Branch, meeting: Meeting) -> list[Vote]:
    """Give the polls that may be about the members, judged by their topics; those about the committee are none."""
    polls = [vote for vote in votes_of(branch, meeting) if vote.is_poll]
    titles = {poll.item.origin.key: "".join(row.topic for row in branch.topic_of(poll.item)) for poll in polls}
    found = [vote for vote in polls if not OTHERS.search(titles[vote.item.origin.key])]
    if len(found) == 1 and len(polls) > 1:
        return found
    named = [vote for vote in found or polls if "党员" in titles[vote.item.origin.key]]
    return named or found


def poll_of_members(branch: Branch) -> Vote | None:
    """Give the one poll about the members at the year's evaluation; None where there is none, or which is not sure."""
    meeting = branch.evaluation_meeting
    polls = polls_of_members(branch, meeting) if meeting else []
    return polls[0] if len(polls) == 1 else None
