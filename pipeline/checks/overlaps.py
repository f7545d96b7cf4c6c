"""Checks that nobody is in two places at once (M18, K06)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from pipeline.checks.tools.compared import filled
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.listing import names_of
from pipeline.facts.branch import Branch
from pipeline.findings import Finding, Location
from pipeline.rules import meetings, talks
from pipeline.schema import Meeting, Talk
from pipeline.values import natural
from pipeline.wording import joined, span_text


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Occasion:
    """A meeting or talk with its hours and the members who were there."""

    record: Meeting | Talk
    start: time
    end: time
    numbers: frozenset[str]

    @property
    def cells(self) -> tuple[Location, ...]:
        """The cells that say when it was and who was there."""
        names = ("absences",) if isinstance(self.record, Meeting) else ("speakers", "listeners")
        return (*filled(self.record, "day", "start", "end"), *filled(self.record, *names))

    @property
    def title(self) -> str:
        """How a finding names it."""
        if isinstance(self.record, Meeting):
            return f"会议{self.record.number}（{joined(self.record.types)}）"
        return f"谈话{self.record.number}"


def occasions(branch: Branch) -> dict[date, list[Occasion]]:
    """Group meetings and talks by day, each day in order of time; without hours nothing can overlap."""
    return branch.once(_occasions)


def _occasions(branch: Branch) -> dict[date, list[Occasion]]:
    found: dict[date, list[Occasion]] = defaultdict(list)
    for meeting in branch.meetings:
        if meeting.day and meeting.start and meeting.end and meeting.start < meeting.end:
            present = frozenset(member.number for member in branch.attendance(meeting).present)
            found[meeting.day].append(Occasion(meeting, meeting.start, meeting.end, present))
    for talk in branch.talks:
        if talk.day and talk.start:
            end = talk.end if talk.end and talk.end > talk.start else talk.start
            people = frozenset(p.number for p in (*talk.speakers, *talk.listeners) if p.number)
            found[talk.day].append(Occasion(talk, talk.start, end, people))
    for day in found.values():
        day.sort(key=lambda occasion: (occasion.start, occasion.end, occasion.title))
    return found


def clashes(day: list[Occasion]) -> Iterator[tuple[Occasion, Occasion, list[str]]]:
    """Yield what overlaps on one day, the earlier first, with the numbers of those who are at both.

    Each person is followed alone, and only to the one occasion of his that lasts longest: a thousand occasions at one
    time give a thousand clashes, not a million.
    """
    lasting: dict[str, Occasion] = {}
    for occasion in day:
        shared: dict[tuple[str, int], tuple[Occasion, list[str]]] = {}
        for number in sorted(occasion.numbers):
            other = lasting.get(number)
            if other and (other.end > occasion.start or other.start == occasion.start):
                shared.setdefault(other.record.origin.key, (other, []))[1].append(number)
            if other is None or occasion.end >= other.end:
                lasting[number] = occasion
        for other, numbers in shared.values():
            yield other, occasion, numbers


@yields(talks.K06, meetings.M18)
def nobody_in_two_places(branch: Branch) -> Iterator[Finding]:
    """Nobody is in two places at once, and nobody holds two talks at a time."""
    for day in occasions(branch).values():
        for first, second, shared in clashes(day):
            yield _clash(branch, first, second, shared)


def _clash(branch: Branch, first: Occasion, second: Occasion, shared: list[str]) -> Finding:
    span = span_text(first.start, first.end if first.end > first.start else None)
    where, further = second.record.origin.at("start"), (*first.cells, *second.cells)
    if isinstance(first.record, Talk) and isinstance(second.record, Talk):
        speakers = {p.number for p in first.record.speakers} & {p.number for p in second.record.speakers}
        if speakers & set(shared):
            name = branch.label(branch.by_number[min(speakers & set(shared))])
            other = joined(map(str, first.record.listeners))
            return talks.K06.at(where, *further, name=name, other=other, number=first.record.number, span=span)
    names = names_of(branch, (branch.by_number[number] for number in sorted(shared, key=natural)))
    return meetings.M18.at(where, *further, names=names, other=first.title, span=span)


@yields(meetings.M18_PLACE)
def rooms_used_once(branch: Branch) -> Iterator[Finding]:
    """A meeting has its room to itself; two talks may share a workshop, and joint meetings have a rule of their own."""
    for day in occasions(branch).values():
        meeting_in: dict[str, Occasion] = {}
        lasting: dict[str, Occasion] = {}
        for occasion in day:
            place = "".join(occasion.record.place.split())
            held = (lasting if isinstance(occasion.record, Meeting) else meeting_in).get(place)
            if place and held and held.end > occasion.start and not _one_activity(held, occasion):
                span = span_text(held.start, held.end)
                where = occasion.record.origin.at("place")
                further = [
                    cell for one in (held, occasion) for cell in one.record.origin.cells("place", "day", "start", "end")
                ]
                yield meetings.M18_PLACE.at(where, *further, place=occasion.record.place, other=held.title, span=span)
            for kept in (lasting, meeting_in) if isinstance(occasion.record, Meeting) else (lasting,):
                if place not in kept or kept[place].end < occasion.end:
                    kept[place] = occasion


def _one_activity(first: Occasion, second: Occasion) -> bool:
    if not (isinstance(first.record, Meeting) and isinstance(second.record, Meeting)):
        return False
    return not set(first.record.types) & set(second.record.types)


CHECKS = declared_in(__name__)
