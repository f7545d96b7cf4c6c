"""The year at a glance, said without knowing any file format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Mark(Enum):
    """What a cell says at first look; the signs differ in black and white, and code page 936 has them all."""

    DONE = "√"
    OFF = "△"
    MISSING = "×"
    DUE = "●"
    PENDING = "○"
    NONE = "—"


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a mark as RRGGBB, and whether it stands out."""

    fill: str
    ink: str
    bold: bool = False


LOOKS = {
    Mark.DONE: Look("E6F2E8", "1E5E32"),
    Mark.OFF: Look("FFF3C9", "7A5200", bold=True),
    Mark.MISSING: Look("F4BEB7", "8A1414", bold=True),
    Mark.DUE: Look("FFDFB8", "8A4200", bold=True),
    Mark.PENDING: Look("FFFFFF", "8C8C8C"),
    Mark.NONE: Look("F3F3F3", "9A9A9A"),
}
"""How each mark is coloured, alike in every format."""
ACCENT = "8E1B1B"
"""Colour of the title and of the rule under it."""
HEAD_FILL = "EFE7DC"
LABEL_FILL = "FAF7F2"
RULE = "B5AFA6"
"""Colour of the lines of tables."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell: a mark, a text, a small note behind it."""

    text: str = ""
    mark: Mark | None = None
    note: str = ""
    span: int = 1
    """Columns it covers."""
    label: bool = False
    """Whether it names its row."""

    @property
    def words(self) -> str:
        """Mark and text, as one string."""
        return " ".join(filter(None, (self.mark.value if self.mark else "", self.text)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of a column."""

    text: str
    width: int
    """Share of the table's width."""
    units: int
    """Columns of the sheet draft it takes, of `SHEET_COLUMNS`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with one heading row."""

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A few lines under a heading of their own."""

    title: str
    lines: tuple[str, ...]
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """A year of a branch on one or two sheets of paper."""

    title: str
    subtitle: str
    author: str
    as_of: date
    caution: str
    """Why the tables may not be complete; empty where nothing is known against them."""
    due: Notice
    """What falls due in the next days."""
    gaps: Notice
    """What is missing already."""
    figures: str
    legend: tuple[tuple[Mark, str], ...]
    chart: Table
    people: Table


SHEET_COLUMNS = 14
"""Columns of the chart: a label, twelve months, a total. The members' table is laid over the same ones."""
