"""What is to be put right (整改): the problems meetings found, and those carried over or pointed out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.facts.branch import Branch
from pipeline.facts.ordering import rectifications_in_order
from pipeline.schema import Item, Meeting, Rectification
from pipeline.schema.activities import PROBLEM
from pipeline.values import Deadline, Person


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Task:
    """One problem to be put right, or one matter decided upon, with what became of it."""

    record: Item | Rectification
    meeting: Meeting | None
    """The meeting that found it, where the workbook holds it."""
    problem: str
    measure: str

    @property
    def found(self) -> date | None:
        """The day on which it was found."""
        if isinstance(self.record, Rectification):
            return self.record.found
        return self.meeting.day if self.meeting else None

    @property
    def responsible(self) -> tuple[Person, ...]:
        """Who is to put it right."""
        return self.record.responsible

    @property
    def due(self) -> Deadline | None:
        """By when."""
        return self.record.due

    @property
    def progress(self) -> str:
        """What became of it."""
        return self.record.progress

    @property
    def finished(self) -> date | None:
        """When it was done; None while it is not."""
        return self.record.finished


def problems(branch: Branch) -> Iterator[Task]:
    """Yield the problems to be put right: those carried over or pointed out, then those the meetings found."""
    for row in rectifications_in_order(branch.records.rectifications):
        yield Task(record=row, meeting=None, problem=row.problem, measure=row.measure)
    for meeting, item in _items(branch):
        if item.step == PROBLEM:
            yield Task(record=item, meeting=meeting, problem=item.text, measure=item.resolution)


def matters(branch: Branch) -> Iterator[Task]:
    """Yield the other items of meetings of which somebody wrote down what became of them."""
    for meeting, item in _items(branch):
        if item.step != PROBLEM and (item.progress or item.finished):
            topic = item.topic or next((row.topic for row in branch.topic_of(item) if row.topic), "")
            yield Task(record=item, meeting=meeting, problem=topic, measure=item.resolution)


def _items(branch: Branch) -> Iterator[tuple[Meeting | None, Item]]:
    """Yield the items of all meetings in order; behind them those whose meeting is not found."""
    numbers = set()
    for meeting in branch.meetings:
        if meeting.number not in numbers:
            numbers.add(meeting.number)
            yield from ((meeting, item) for item in branch.items_of.get(meeting.number, ()))
    yield from ((None, item) for item in branch.records.items if item.meeting not in numbers)
