"""Turns a workbook package into grids of raw cells, with python-calamine: ten times as fast as openpyxl."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook

from pipeline.workbook.reading.container import Package
from pipeline.workbook.reading.formats import STYLES, formats_of
from pipeline.workbook.reading.grid import Book, Cell, ErrorCell
from pipeline.workbook.reading.schema_version import version_property
from pipeline.workbook.reading.unseen import PREFIXED, with_oddities

COUNT = re.compile(rb'\b(?:uniqueCount|count)="(\d+)"')
STRING = re.compile(rb"<(?:\w+:)?si\b")
MASKED_ESCAPE = b"_x005F_"
"""An escaped underscore; calamine decodes what follows it a second time."""
SPARE_STRINGS = 1000
"""How many more shared strings a table may announce than it has."""
LARGEST_WHOLE = 2**53
"""Below it a float holds every whole number exactly."""
FAULTS = (CalamineError, OverflowError, ValueError, SyntaxError)
"""What is raised on workbooks that are openpyxl's to read or to refuse: #SPILL!, endless spans, broken styles."""


class UnsuitedError(Exception):
    """A workbook that is openpyxl's to read."""


def read_book(package: Package) -> Book:
    """Read all worksheets: values only, error cells and uncalculated formulas as marks.

    Raises UnsuitedError for workbooks on which calamine stops, gives other values than Excel shows, or would take the
    whole process down with it (a string table that announces billions of strings; a stray far cell never gets here,
    the guard refuses it).
    """
    refuse_unsuited(package)
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(package.data))
        formats, grids = formats_of(package.part(STYLES)), []
        for part in package.sheets:
            rows = book.get_sheet_by_name(part.name).to_python(skip_empty_area=False)
            grids.append(with_oddities(package, part, formats, [tuple(map(plain, row)) for row in rows]))
    except FAULTS as error:
        raise UnsuitedError from error
    return Book(
        name=package.path.name, grids=tuple(grids), date1904=package.date1904, version=version_property(package)
    )


def refuse_unsuited(package: Package) -> None:
    """Raise UnsuitedError for what calamine must not be given."""
    for name in package.names:
        if name.casefold().endswith("sharedstrings.xml"):
            data = package.part(name)
            announced = max(map(int, COUNT.findall(data[:4096])), default=0)
            known = len(STRING.findall(data))
            uses = sum(package.part(part.path).count(b't="s"') for part in package.sheets) if announced > known else 0
            if announced > max(known, uses) + SPARE_STRINGS or MASKED_ESCAPE in data:
                raise UnsuitedError
    if any(PREFIXED.search(package.head(part.path)) for part in package.sheets):
        raise UnsuitedError


def plain(value: object) -> Cell:
    """Take a value as calamine gives it: empty texts for empty cells, floats for all numbers, dates without a time."""
    kind = type(value)
    if kind is str:
        return value or None  # type: ignore[return-value]
    if kind is float:
        return _number(value)  # type: ignore[arg-type]
    if kind is date:
        return datetime.combine(value, time())  # type: ignore[arg-type]
    if isinstance(value, (bool, int, datetime, time, timedelta)):
        return value
    return ErrorCell(str(value))


def _number(value: float) -> Cell:
    if not math.isfinite(value):
        return ErrorCell("#NUM!")
    return int(value) if value.is_integer() and abs(value) < LARGEST_WHOLE else value
