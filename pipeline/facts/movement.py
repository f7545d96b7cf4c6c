"""How the number of members moved in the year, step by step, so that opening and closing reconcile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_full, is_probationary, turning_days
from pipeline.schema import Member
from pipeline.schema.members import ENDED

RECEIVED, MOVED_IN, RETURNED, MOVED_OUT = "接收预备党员", "转入", "转回", "转出"
INS, OUTS = (RECEIVED, MOVED_IN, RETURNED), (MOVED_OUT, *ENDED)
"""The ways in and out, in the order in which they are told."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Movement:
    """The members at the beginning, who came and went, and the members on the day told of."""

    opening: int
    came: Mapping[str, int]
    """Way in to how many, in the order of `INS`."""
    went: Mapping[str, int]
    """Way out to how many, in the order of `OUTS`."""
    closing: int


class Step(NamedTuple):
    """One member coming or going."""

    day: date
    """From which the member counts, or no longer counts."""
    member: Member
    way: str

    @property
    def inward(self) -> bool:
        """Whether the branch grew by it."""
        return self.way in INS


def steps(branch: Branch) -> tuple[Step, ...]:
    """Give who came and went in the year up to the day told of, by day and then by 编号."""
    found = (Step(day, member, way) for member in branch.members for day, way in _ways(branch, member))
    return tuple(sorted(found, key=lambda step: step.day))


def movement(branch: Branch) -> Movement:
    """Follow every member through the year, up to the day told of: opening + came - went = closing."""
    before = branch.year_start - timedelta(days=1)
    came: Counter[str] = Counter()
    went: Counter[str] = Counter()
    for step in steps(branch):
        (came if step.inward else went)[step.way] += 1
    return Movement(
        opening=sum(belongs(member, before) for member in branch.members),
        came={way: came[way] for way in INS if came[way]},
        went={way: went[way] for way in OUTS if went[way]},
        closing=sum(belongs(member, branch.told_until) for member in branch.members),
    )


@dataclass(frozen=True, slots=True)
class Count:
    """How many members, full and on probation."""

    full: int
    probationary: int

    @property
    def total(self) -> int:
        """Both."""
        return self.full + self.probationary


def count_on(branch: Branch, day: date) -> Count:
    """Count the members on a day."""
    full = sum(is_full(member, day) for member in branch.members)
    return Count(full, sum(belongs(member, day) for member in branch.members) - full)


def count_of(moved: Iterable[Step]) -> Count:
    """Count those who came or went, by what they were when they came, or until they went."""
    days = [(step.member, step.day if step.inward else step.day - timedelta(days=1)) for step in moved]
    full = sum(is_full(member, day) for member, day in days)
    return Count(full, len(days) - full)


def confirmed(branch: Branch) -> tuple[tuple[date, Member], ...]:
    """Give who became a full member in the year while in the branch, up to the day told of, by day."""
    first, last = branch.year_start, branch.told_until
    found = [
        (day, member)
        for member in branch.members
        for day in sorted({day for day in turning_days(member) if first <= day <= last})
        if is_full(member, day) and is_probationary(member, day - timedelta(days=1))
    ]
    return tuple(sorted(found, key=lambda row: row[0]))


def belongs(member: Member, day: date) -> bool:
    """Whether somebody counted among the members on a day: full, or approved on probation."""
    return is_full(member, day) or is_probationary(member, day)


def _ways(branch: Branch, member: Member) -> Iterator[tuple[date, str]]:
    """Yield when and by which ways a member came and went in the year."""
    first, last = branch.year_start, branch.told_until
    there = belongs(member, first - timedelta(days=1))
    for day in sorted({day for day in turning_days(member) if first <= day <= last}):
        now = belongs(member, day)
        if now and not there:
            came = RETURNED if member.returned == day else MOVED_IN if member.moved_in is not None else RECEIVED
            yield day, came
        elif there and not now:
            ended = member.standing in ENDED and member.moved_out != day
            yield day, member.standing if ended else MOVED_OUT
        there = now
