"""What the converters of cells share: the shape of a converter, and what it may ask of the rest of the workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from pipeline.schema import Column
from pipeline.workbook.reading.grid import Cell
from pipeline.workbook.reading.people import Directory


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class ReadingContext:
    """What converting a cell needs to know of the rest of the workbook."""

    directory: Directory
    year: int | None
    """年度, for dates written without one."""
    date1904: bool
    stations: Mapping[str, str]
    """The 岗位 of the roster: as reduced for matching, and as the roster spells them."""


Reading = object
"""A typed value; `Remarked` where reading changed its meaning."""
Converter = Callable[[Cell, Column, ReadingContext], Reading]
