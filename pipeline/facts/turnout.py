"""How many were expected at the meetings of a kind, and came, quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from pipeline.facts.branch import Branch
from pipeline.facts.year import tells_of_meeting
from pipeline.schema import Meeting
from pipeline.schema.activities import MEETING_TYPES

QUARTERS = 4
QUARTER = 3
"""Months."""


class Turnout(NamedTuple):
    """Expected and present at some meetings, added up."""

    expected: int
    present: int


class Series(NamedTuple):
    """The meetings of one kind that the documents tell of; of no kind: all, a joint meeting once."""

    kind: str
    meetings: tuple[Meeting, ...]


def told_series(branch: Branch) -> tuple[Series, ...]:
    """Give the meetings of each kind that was held, in the order of the kinds; a joint one is in each of its kinds."""
    told = all_told(branch).meetings
    found = (Series(kind, tuple(meeting for meeting in told if kind in meeting.types)) for kind in MEETING_TYPES)
    return tuple(series for series in found if series.meetings)


def all_told(branch: Branch) -> Series:
    """Give all meetings of the year that the documents tell of."""
    return Series("", tuple(meeting for meeting in branch.meetings if tells_of_meeting(branch, meeting)))


def turnout(branch: Branch, meetings: Iterable[Meeting]) -> Turnout:
    """Add up who was expected at some meetings, and who came."""
    found = [branch.attendance(meeting) for meeting in meetings]
    return Turnout(sum(len(each.expected) for each in found), sum(len(each.present) for each in found))


def by_quarter(branch: Branch, meetings: Sequence[Meeting]) -> tuple[tuple[Meeting, ...], ...]:
    """Part meetings by the quarters of the year; one of the year that was held after its end is in none."""
    within = [(meeting, meeting.day) for meeting in meetings if meeting.day and meeting.day <= branch.year_end]
    return tuple(
        tuple(meeting for meeting, day in within if (day.month - 1) // QUARTER == quarter)
        for quarter in range(QUARTERS)
    )
