"""How each member's part in each meeting is marked on an attendance sheet, and what the marks add up to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from pipeline.facts.absence import away, came_late, is_unexcused
from pipeline.facts.branch import Branch
from pipeline.schema import Meeting


class Mark(Enum):
    """What became of somebody who was expected at a meeting."""

    CAME = "√"
    """Late is not absent."""
    EXCUSED = "△"
    ABSENT = "×"
    """Without a reason that is one."""
    MADE_UP = "○"
    """Absent, and made up for later."""


def marks_at(branch: Branch, meeting: Meeting) -> Mapping[str, Mark]:
    """Mark everybody who was expected at a meeting, by 编号; nobody else has a mark."""
    reasons = {absence.person.number: absence.reason for absence in away(meeting)}
    made_up = {makeup.person.number for makeup in meeting.makeups}
    return {
        member.number: _mark(reasons.get(member.number), made_up=member.number in made_up)
        for member in branch.attendance(meeting).expected
    }


def _mark(reason: str | None, *, made_up: bool) -> Mark:
    if reason is None:
        return Mark.CAME
    if made_up:
        return Mark.MADE_UP
    return Mark.ABSENT if is_unexcused(reason) else Mark.EXCUSED


@dataclass(slots=True)
class Sums:
    """What one member's marks add up to."""

    expected: int = 0
    present: int = 0
    excused: int = 0
    """Away with a reason, made up for or not."""
    absent: int = 0
    """Away without one, made up for or not."""
    made_up: int = 0
    late: int = 0


def sums_of(branch: Branch, meetings: Iterable[Meeting]) -> Mapping[str, Sums]:
    """Add up each member's marks over some meetings, by 编号: expected = present + excused + absent."""
    found: dict[str, Sums] = {}
    for meeting in meetings:
        reasons = {absence.person.number: absence.reason for absence in away(meeting)}
        late = {absence.person.number for absence in came_late(meeting)}
        for number, mark in marks_at(branch, meeting).items():
            one = found.setdefault(number, Sums())
            one.expected += 1
            one.present += mark is Mark.CAME
            one.late += number in late and mark is Mark.CAME
            one.made_up += mark is Mark.MADE_UP
            if mark is not Mark.CAME:
                unexcused = is_unexcused(reasons[number])
                one.absent += unexcused
                one.excused += not unexcused
    return found
