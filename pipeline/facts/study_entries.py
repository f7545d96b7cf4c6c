"""What each member's hours of study are made up of: meetings attended or made up for, and courses taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.facts.absence import away
from pipeline.facts.branch import Branch
from pipeline.facts.participation import courses_so_far, meetings_so_far, participants
from pipeline.schema import Meeting, Training


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class StudyEntry:
    """Some hours of study of one member."""

    of: Meeting | Training
    day: date | None
    """Day of the meeting, or the first of the course."""
    hours: Decimal
    made_up: date | None = None
    """When a meeting that was missed was made up for."""


def study_entries(branch: Branch) -> Mapping[str, tuple[StudyEntry, ...]]:
    """Give for every member, by 编号, the entries whose hours `participations` adds up, by date."""
    return branch.once(_study_entries)


def _study_entries(branch: Branch) -> Mapping[str, tuple[StudyEntry, ...]]:
    until = branch.told_until
    found: dict[str, list[StudyEntry]] = {member.number: [] for member in branch.members}
    for meeting in meetings_so_far(branch, until):
        if meeting.hours:
            _of_meeting(branch, meeting, found, until)
    for training, hours in courses_so_far(branch, until):
        for member in participants(branch, training):
            found[member.number].append(StudyEntry(of=training, day=training.start, hours=hours))
    return {
        number: tuple(sorted(entries, key=lambda entry: (entry.day or date.max, subject(entry))))
        for number, entries in found.items()
    }


def _of_meeting(branch: Branch, meeting: Meeting, found: dict[str, list[StudyEntry]], until: date) -> None:
    gone = {absence.person.number for absence in away(meeting)}
    made_up = {makeup.person.number: makeup.day for makeup in meeting.makeups if makeup.day <= until}
    for member in branch.attendance(meeting).expected:
        if meeting.hours and (member.number not in gone or member.number in made_up):
            late = made_up.get(member.number) if member.number in gone else None
            found[member.number].append(StudyEntry(of=meeting, day=meeting.day, hours=meeting.hours, made_up=late))


def subject(entry: StudyEntry) -> str:
    """Say what was studied."""
    return entry.of.theme if isinstance(entry.of, Meeting) else entry.of.subject
