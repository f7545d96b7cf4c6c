"""The cells of a workbook as the file holds them, before anything is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

Raw = None | str | int | float | bool | date | datetime | time | timedelta
"""What a reader can hand over for a cell; oddities come as one of the marks below."""


@dataclass(frozen=True, slots=True)
class ErrorCell:
    """A cell holding #N/A, #REF! and the like."""

    text: str

    def __str__(self) -> str:
        """What Excel shows."""
        return self.text


@dataclass(frozen=True, slots=True)
class UncalculatedCell:
    """A formula whose result the file does not hold."""

    text: str = "公式"

    def __str__(self) -> str:
        """The word a finding shows as its value."""
        return self.text


@dataclass(frozen=True, slots=True)
class PictureCell:
    """A WPS picture in a cell (DISPIMG)."""

    text: str = "图片"

    def __str__(self) -> str:
        """The word a finding shows as its value."""
        return self.text


Cell = Raw | ErrorCell | UncalculatedCell | PictureCell


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """One worksheet: cell values by row and column, and what the eye does not see."""

    name: str
    rows: list[tuple[Cell, ...]]
    """Row n of the sheet is rows[n - 1]; column n of it is [n - 1]."""
    hidden: bool = False
    merged: tuple[str, ...] = ()
    """Merged ranges, as B2:B5."""
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the sheet holds not one cell."""
        return all(cell is None for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """All worksheets of a workbook, in tab order."""

    name: str
    """File name, without the folder."""
    grids: tuple[Grid, ...]
    date1904: bool = False
    version: str = ""
    """Version of the schema as the document property has it; empty if there is none."""
