"""Parts the meetings that took place from those that are only planned: rows after today that tell of nothing yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.facts.ordering import meeting_order

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.facts.branch import Branch
    from pipeline.schema import Item, Meeting, Record

TOLD = ("minutes", "demands", "absences", "makeups", "photos", "signed_expected", "signed_present")
"""What a row of 会议活动 can say of a meeting only once it was held."""
FIGURES = ("issued", "returned", "valid", "ayes", "noes", "abstentions", "written")
TOLD_OF_ITEM = ("text", "resolution", "progress", "finished", *FIGURES)
"""What a row of 议题发言 can say only then; topic, candidates, seats and who reports may be known before."""


def is_planned(branch: Branch, meeting: Meeting) -> bool:
    """Whether a meeting lies after today, and neither its row nor its items tell what happened at it."""
    if meeting.day is None or meeting.day <= branch.as_of or _tells([meeting], TOLD):
        return False
    items: Iterable[Item] = branch.items_of.get(meeting.number, ()) if meeting.number else ()
    return not _tells(items, TOLD_OF_ITEM)


def _tells(records: Iterable[Record], names: tuple[str, ...]) -> bool:
    """Whether any of some cells is filled, legibly or not."""
    return any(
        getattr(record, name) not in (None, "", ()) or name in record.origin.broken
        for record in records
        for name in names
    )


def held(branch: Branch) -> tuple[Meeting, ...]:
    """Give the meetings that are not only planned, in the order of their rows."""
    return branch.once(_held)


def _held(branch: Branch) -> tuple[Meeting, ...]:
    return tuple(meeting for meeting in branch.records.meetings if not is_planned(branch, meeting))


def planned(branch: Branch) -> tuple[Meeting, ...]:
    """Give the meetings that are only planned, by date, time and 编号."""
    return branch.once(_planned)


def _planned(branch: Branch) -> tuple[Meeting, ...]:
    return tuple(sorted((m for m in branch.records.meetings if is_planned(branch, m)), key=meeting_order))
