"""What a sheet that the program adds to a workbook looks like, said without knowing the file format."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a cell is dressed."""

    fill: str = ""
    """Background as RRGGBB; none if empty."""
    colour: str = "000000"
    """Text as RRGGBB."""
    bold: bool = False
    size: float = 11
    """Points."""
    centred: bool = False
    wrapped: bool = True
    ruled: bool = True
    """Whether thin lines surround the cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellDraft:
    """One cell: its text or number, its look, and where it leads."""

    value: str | int | float = ""
    look: Look = Look()
    link: str = ""
    """A place in the same workbook, as '会议活动'!D15; no link if empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDraft:
    """A sheet to be added: rows of cells, and the paper it is printed on."""

    name: str
    rows: tuple[tuple[CellDraft, ...], ...]
    widths: tuple[float, ...]
    """Width of each column in half-width characters."""
    heights: tuple[float, ...] = ()
    """Height of each row in points, 0 for automatic; shorter than `rows` where the rest is automatic."""
    merged: tuple[str, ...] = ()
    """Merged ranges, as A1:F1."""
    frozen_rows: int = 0
    frozen_columns: int = 0
    landscape: bool = False
