"""Checks that nobody is in two places at once (M18, K06)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from pipeline.branch import Branch
from pipeline.checks.agreements import name_list
from pipeline.findings import Finding
from pipeline.rules import meetings, talks
from pipeline.schema import Meeting, Talk
from pipeline.wording import joined, span_text


@dataclass(frozen=True, slots=True)
class Occasion:
    """A meeting or talk with its hours and the members who were there."""

    record: Meeting | Talk
    start: time
    end: time
    numbers: frozenset[str]

    @property
    def title(self) -> str:
        """How a finding names it."""
        if isinstance(self.record, Meeting):
            return f"会议{self.record.number}（{joined(self.record.types)}）"
        return f"谈话{self.record.number}"


def occasions(branch: Branch) -> dict[date, list[Occasion]]:
    """Group meetings and talks by day, each day in order of time; without hours nothing can overlap."""
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


def pairs(day: list[Occasion]) -> Iterator[tuple[Occasion, Occasion]]:
    """Yield what overlaps on one day, the earlier first; sorted times keep this short."""
    running: list[Occasion] = []
    for occasion in day:
        running = [other for other in running if other.end > occasion.start or other.start == occasion.start]
        for other in running:
            yield other, occasion
        running.append(occasion)


def nobody_in_two_places(branch: Branch) -> Iterator[Finding]:
    """M18, and K06 where one person talks with two others at a time."""
    for day in occasions(branch).values():
        for first, second in pairs(day):
            shared = first.numbers & second.numbers
            if shared:
                yield _clash(branch, first, second, shared)


def _clash(branch: Branch, first: Occasion, second: Occasion, shared: frozenset[str]) -> Finding:
    span = span_text(first.start, first.end if first.end > first.start else None)
    where = second.record.origin.at("start")
    if isinstance(first.record, Talk) and isinstance(second.record, Talk):
        speakers = {p.number for p in first.record.speakers} & {p.number for p in second.record.speakers}
        if speakers & shared:
            name = branch.label(branch.by_number[min(speakers & shared)])
            other = joined(map(str, first.record.listeners))
            return talks.K06.at(where, name=name, other=other, number=first.record.number, span=span)
    names = name_list([branch.label(member) for member in branch.members if member.number in shared])
    return meetings.M18.at(where, names=names, other=first.title, span=span)


CHECKS = (nobody_in_two_places,)
