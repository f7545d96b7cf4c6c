"""Declares the table of the problems that an organisational-life meeting finds, with their remedies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from pipeline.documents.criticism import placed, placed_in_topics
from pipeline.documents.fields import Field, Row, Rows, cell
from pipeline.documents.meeting_subject import MeetingRecord
from pipeline.facts.grounds import NAMING, cells, deciding
from pipeline.schema import ITEMS, MEETINGS, Decides, Item
from pipeline.schema.activities import PROBLEM
from pipeline.wording import joined

ORDER = deciding(Decides.BELONGING) | cells(ITEMS, "topic_number order step") | cells(MEETINGS, "number")
"""What decides to which meeting and item of its agenda a row belongs, and where it stands there."""


class UnderMeeting(Protocol):
    """An item of the agenda."""

    @property
    def one(self) -> MeetingRecord:
        """The meeting's record."""

    @property
    def placed(self) -> int:
        """The 议题序号 of its rows."""


def due_text(item: Item) -> str:
    """Write the time limit."""
    return item.due.text if item.due else ""


def problems(one: MeetingRecord) -> Iterator[Row[Item]]:
    """Number the problems and remedies of an organisational-life meeting."""
    rows = (item for item in one.items if item.step == PROBLEM)
    return (Row(number, item) for number, item in enumerate(rows, start=1))


def problems_in(topic: UnderMeeting) -> Iterator[Row[Item]]:
    """Give those that stand under an item of the agenda."""
    return (row for row in problems(topic.one) if placed(row.of) == topic.placed)


def problems_apart(one: MeetingRecord) -> Iterator[Row[Item]]:
    """Give those that stand under no item."""
    numbers = placed_in_topics(one)
    return (row for row in problems(one) if placed(row.of) not in numbers)


PROBLEM_FIELDS: tuple[Field[Row[Item]], ...] = (
    Field(name="序号", about="第几个问题", example="1", value=lambda row: str(row.number), grounds=ORDER),
    cell("问题", ITEMS, "text", lambda row: row.of.text),
    cell("整改措施", ITEMS, "resolution", lambda row: row.of.resolution),
    cell("责任人", ITEMS, "responsible", lambda row: joined(map(str, row.of.responsible)), grounds=NAMING),
    cell("时限", ITEMS, "due", lambda row: due_text(row.of)),
)
PROBLEMS: Rows[MeetingRecord, Row[Item]] = Rows(
    name="问题清单",
    about="组织生活会查摆的问题和整改措施",
    each=problems,
    grounds=ORDER,
    fields=PROBLEM_FIELDS,
)
"""The problems and remedies of an organisational-life meeting."""
PROBLEMS_APART = replace(
    PROBLEMS, name="其余问题清单", about="查摆的问题和整改措施里，不在哪项议题下面的", each=problems_apart
)
"""Those of them that stand under no item of the agenda."""
