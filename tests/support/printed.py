"""How a cell's value looks once it is printed: what must be found in the text of its document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal

from pipeline.schema import Column, Kind
from pipeline.values import Absence, Deadline, Guest, MakeUp, Period, Person, Post, Scope
from pipeline.wording import clause, date_text, days_text, month_day_text, number_text, paragraphs, time_text

Alternatives = tuple[str, ...]


def printed(column: Column, value: object) -> Iterator[Alternatives]:
    """Yield what must be found, each as the forms in which it may stand."""
    if isinstance(value, str):
        yield from ((clause(line),) for line in paragraphs(value) if clause(line))
    elif isinstance(value, date):
        yield date_text(value), month_day_text(value)
    elif isinstance(value, time):
        yield (time_text(value),)
    elif isinstance(value, (int, Decimal)):
        yield (number_text(value),)
    elif isinstance(value, Period):
        yield (days_text(value.start, value.end),)
    elif isinstance(value, Deadline):
        yield (clause(value.text),)
    elif isinstance(value, Person):
        yield (str(value),)
    elif isinstance(value, Scope):
        yield from [("全体党员",)] if value.everyone else ((str(person),) for person in value.people)
    elif isinstance(value, tuple):
        for part in value:
            yield from _part(column, part)
    elif value is not None:
        raise TypeError(f"{column.heading}: {value!r}")


def _part(column: Column, part: object) -> Iterator[Alternatives]:
    if isinstance(part, Absence):
        yield (f"{part.person}（{part.reason}）",)
    elif isinstance(part, MakeUp):
        yield tuple(f"{part.person}（{day}）" for day in (date_text(part.day), month_day_text(part.day)))
    elif isinstance(part, Guest):
        yield (f"{part.person}（{part.capacity}）",)
    elif isinstance(part, Post):
        yield (part.title,)
    elif isinstance(part, date):
        yield (date_text(part),)
    elif isinstance(part, (str, Person)):
        yield (str(part),)
    else:
        raise TypeError(f"{column.heading}: {part!r}")


UNREADABLE = frozenset({Kind.CODES})
"""Kinds that no document prints as such."""
