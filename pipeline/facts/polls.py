"""Finds the ballot of the yearly evaluation that is about the members (测评)."""

from __future__ import annotations

import re

from pipeline.facts.branch import Branch
from pipeline.schema import Item, Meeting
from pipeline.schema.activities import POLL

OTHERS = re.compile("班子|支委|书记|干部|(?:支部|述职)工作")
"""What else a poll at the evaluation may be about."""


def polls_of_members(branch: Branch, meeting: Meeting) -> list[Item]:
    """Give the polls that may be about the members, judged by their topics; those about the committee are none."""
    polls = [item for item in branch.items_of.get(meeting.number, ()) if item.vote_type == POLL]
    titles = {poll.origin.key: "".join(row.topic for row in branch.topic_of(poll)) for poll in polls}
    found = [poll for poll in polls if not OTHERS.search(titles[poll.origin.key])]
    if len(found) == 1 and len(polls) > 1:
        return found
    named = [poll for poll in found or polls if "党员" in titles[poll.origin.key]]
    return named or found


def poll_of_members(branch: Branch) -> Item | None:
    """Give the one poll about the members at the year's evaluation; None where there is none, or which is not sure."""
    meeting = branch.evaluation_meeting
    polls = polls_of_members(branch, meeting) if meeting else []
    return polls[0] if len(polls) == 1 else None
