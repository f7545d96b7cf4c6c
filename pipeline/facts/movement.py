"""How the number of members moved in the year, step by step, so that opening and closing reconcile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

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


def movement(branch: Branch) -> Movement:
    """Follow every member through the year, up to the day told of: opening + came - went = closing."""
    before = branch.year_start - timedelta(days=1)
    came: Counter[str] = Counter()
    went: Counter[str] = Counter()
    for member in branch.members:
        for way in _ways(branch, member):
            (came if way in INS else went)[way] += 1
    return Movement(
        opening=sum(_belongs(member, before) for member in branch.members),
        came={way: came[way] for way in INS if came[way]},
        went={way: went[way] for way in OUTS if went[way]},
        closing=sum(_belongs(member, branch.told_until) for member in branch.members),
    )


def _belongs(member: Member, day: date) -> bool:
    return is_full(member, day) or is_probationary(member, day)


def _ways(branch: Branch, member: Member) -> Iterator[str]:
    """Yield by which ways a member came and went in the year."""
    first, last = branch.year_start, branch.told_until
    there = _belongs(member, first - timedelta(days=1))
    for day in sorted({day for day in turning_days(member) if first <= day <= last}):
        now = _belongs(member, day)
        if now and not there:
            yield RETURNED if member.returned == day else MOVED_IN if member.moved_in is not None else RECEIVED
        elif there and not now:
            ended = member.standing in ENDED and member.moved_out != day
            yield member.standing if ended else MOVED_OUT
        there = now
