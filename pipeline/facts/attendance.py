"""Who counts as expected (应到) on a day, and who of those expected at a meeting came and may vote."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.facts.absence import away
from pipeline.facts.membership import is_exempt, is_full, is_probationary, is_suspended
from pipeline.facts.ordering import grouped
from pipeline.schema import Meeting, Member


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Attendance:
    """Who was expected at a meeting and who came; members in the order of their 编号."""

    expected: tuple[Member, ...]
    present: tuple[Member, ...]
    voters: tuple[Member, ...]
    """Those expected who may vote."""
    present_voters: tuple[Member, ...]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Counted:
    """Those who count as expected (应到) on the days of one span in which nobody's standing changes."""

    members: tuple[Member, ...]
    by_group: Mapping[str, tuple[Member, ...]]
    voters: tuple[Member, ...]
    voting: frozenset[str]
    """编号 of the voters."""


def counted_on(members: Iterable[Member], day: date) -> Counted:
    """Pick those who count on `day`: full and approved probationary members, without the exempt."""
    found = tuple(
        member
        for member in members
        if (is_full(member, day) or is_probationary(member, day)) and not is_exempt(member, day)
    )
    voters = tuple(member for member in found if is_full(member, day) and not is_suspended(member, day))
    return Counted(
        members=found,
        by_group=grouped(found, lambda member: member.group),
        voters=voters,
        voting=frozenset(member.number for member in voters),
    )


def attendance_at(meeting: Meeting, expected: tuple[Member, ...], voting: Collection[str]) -> Attendance:
    """Tell those who came from those expected; `voting` are the 编号 of all who may vote that day."""
    gone = {absence.person.number for absence in away(meeting)}
    present = tuple(member for member in expected if member.number not in gone)
    return Attendance(
        expected=expected,
        present=present,
        voters=tuple(member for member in expected if member.number in voting),
        present_voters=tuple(member for member in present if member.number in voting),
    )
