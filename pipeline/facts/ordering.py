"""In which order or groups rows are taken: by 序号, date and 编号, not by the place of a row that has one of these."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from typing import TypeVar

from pipeline.schema import Item, Meeting, Point, Rectification, Target
from pipeline.schema.activities import ORG_LIFE
from pipeline.values import natural

T = TypeVar("T")
Place = tuple[bool, Decimal, str, int]


def grouped(rows: Iterable[T], key: Callable[[T], str]) -> dict[str, tuple[T, ...]]:
    """Group rows by a text, each group in the order in which they come."""
    found: dict[str, list[T]] = defaultdict(list)
    for row in rows:
        found[key(row)].append(row)
    return {text: tuple(those) for text, those in found.items()}


def _place(order: Decimal | None, text: str, position: int) -> Place:
    """Sort by 序号, and rows without one by their place, behind the others."""
    return (True, Decimal(0), "", position) if order is None else (False, order, text, 0)


def targets_in_order(targets: Iterable[Target]) -> tuple[Target, ...]:
    """Sort targets by 序号."""
    rows = sorted(enumerate(targets), key=lambda row: _place(row[1].order, row[1].text, row[0]))
    return tuple(target for _, target in rows)


def points_in_order(points: Iterable[Point]) -> tuple[Point, ...]:
    """Sort the points of a section of the summary by 序号."""
    rows = sorted(enumerate(points), key=lambda row: _place(row[1].order, row[1].text, row[0]))
    return tuple(point for _, point in rows)


def rectifications_in_order(rows: Iterable[Rectification]) -> tuple[Rectification, ...]:
    """Sort the problems of 整改事项 by 序号."""
    found = sorted(enumerate(rows), key=lambda row: _place(row[1].order, row[1].problem, row[0]))
    return tuple(row for _, row in found)


def items_in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Sort the items and speeches of one meeting as they were spoken."""

    def key(row: tuple[int, Item]) -> tuple[int, Place]:
        position, item = row
        return (item.topic_number or 0, _place(item.order, item.text, position))

    return tuple(item for _, item in sorted(enumerate(items), key=key))


def meeting_order(meeting: Meeting) -> tuple[date, time, tuple[tuple[int, int, str], ...]]:
    """Give the key that sorts meetings by date, time and 编号."""
    return (meeting.day or date.max, meeting.start or time.max, natural(meeting.number))


def groups_of(meeting: Meeting) -> tuple[str, ...]:
    """Give the groups that a meeting is of: several where they met together, written 第一党小组、第二党小组."""
    return groups_in(meeting.group) or ("",)


def groups_in(text: str) -> tuple[str, ...]:
    """Part the names of groups."""
    return tuple(filter(None, APART.split(text)))


APART = re.compile("[、，,;；和及与]")
"""What parts the groups of a joint meeting."""


ONE_ROUND = timedelta(days=31)
"""Within so long the groups hold one organisational-life meeting between them."""


def times(kind: str, meetings: Sequence[Meeting]) -> int:
    """Count how often a kind of meeting was held; an organisational-life meeting held by groups is one."""
    if kind != ORG_LIFE or not any(meeting.group for meeting in meetings):
        return len(meetings)
    count, groups, first = 0, set[str](), date.min
    for meeting in meetings:
        day, mine = meeting.day or date.min, set(groups_in(meeting.group))
        if mine and groups and not mine & groups and day - first <= ONE_ROUND:
            groups |= mine
            continue
        count, groups, first = count + 1, mine, day
    return count
