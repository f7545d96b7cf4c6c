"""Which of the vote algorithms applies to an item, who may vote in it, and whether it passed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.facts.attendance import Attendance
from pipeline.facts.branch import Branch
from pipeline.schema import Item, Meeting
from pipeline.schema.activities import ADMISSION_VOTES, COMMITTEE, ELECTION, GROUP, ORDINARY_VOTE, POLL

FAILED = re.compile("未(?:获|能)?(?:得到)?通过|不予通过|没有通过|(?<!没有人)(?<!无人)不同意(?!见)|否决|未当选|落选")
"""不同意见 is a noun: 没有不同意见 rejects nothing."""
PASSED = re.compile("通过|同意(?!见)|当选")
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
    def said(self) -> bool | None:
        """What the resolution says: passed, failed, or nothing of the kind."""
        if FAILED.search(self.item.resolution):
            return False
        return True if PASSED.search(self.item.resolution) else None

    @property
    def unanimous(self) -> str:
        """The words by which the resolution says that nobody was against it; empty without such words."""
        found = UNANIMOUS.search(self.item.resolution) if self.said else None
        return found[0] if found else ""


def votes_of(branch: Branch, meeting: Meeting) -> list[Vote]:
    """Give the votes of a meeting, in the order of its agenda."""
    attendance = branch.attendance(meeting)
    return [Vote(meeting, item, attendance) for item in branch.items_of.get(meeting.number, ()) if item.vote_type]
