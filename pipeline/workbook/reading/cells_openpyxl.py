"""Turns a workbook package into grids of raw cells, with openpyxl."""

from __future__ import annotations

import math
import re
import warnings
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import BadZipFile
from zlib import error as zlib_error

from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from pipeline.errors import WorkbookUnreadableError
from pipeline.workbook.reading.container import Package
from pipeline.workbook.reading.formats import STYLES, formats_of
from pipeline.workbook.reading.grid import Book, Cell, ErrorCell
from pipeline.workbook.reading.schema_version import version_property
from pipeline.workbook.reading.unseen import with_oddities

EAST_ASIAN = frozenset({*range(27, 37), *range(50, 59)})
"""Built-in formats of dates and times in Chinese, Japanese and Korean Excel (31 is the long date 2026年3月5日)."""
FAULTS = (ValueError, TypeError, LookupError, AttributeError, OSError, BadZipFile, SyntaxError, zlib_error)
"""What openpyxl raises on workbooks whose styles, filters or strings are damaged."""
ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f])_")
"""A control character as Excel escapes it; openpyxl has taken the escape off literal ones (_x005F_) already."""


def read_book(package: Package) -> Book:
    """Read all worksheets: values only, error cells and uncalculated formulas as marks.

    Raises WorkbookUnreadableError where openpyxl cannot open the workbook.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(package.data), read_only=True, data_only=True)
            know_east_asian_dates(book)
            grids = []
            formats = formats_of(package.part(STYLES))
            for part in package.sheets:
                sheet = book[part.name]
                sheet.reset_dimensions()
                rows = [tuple(map(_plain, row)) for row in sheet.iter_rows(values_only=True)]
                grids.append(with_oddities(package, part, formats, rows))
            book.close()
    except FAULTS as error:
        raise WorkbookUnreadableError(
            "工作簿里有读不出来的内容", remedy="用 Excel 或 WPS 打开，另存为一份新的 .xlsx 再试"
        ) from error
    return Book(
        name=package.path.name, grids=tuple(grids), date1904=package.date1904, version=version_property(package)
    )


def know_east_asian_dates(book: Workbook) -> None:
    """Count the East Asian built-in formats as dates in one workbook; openpyxl would read them as plain numbers.

    openpyxl has no public way that does not change its table of formats for the whole process.
    """
    styles = enumerate(book._cell_styles)  # type: ignore[attr-defined]
    book._date_formats.update(place for place, style in styles if style.numFmtId in EAST_ASIAN)  # type: ignore[attr-defined]


def _plain(value: object) -> Cell:
    if isinstance(value, str):
        if "_x" in value:
            value = ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)
        return value
    if isinstance(value, float) and not math.isfinite(value):
        return ErrorCell("#NUM!")
    if value is None or isinstance(value, (bool, int, float, datetime, date, time, timedelta)):
        return value
    return ErrorCell(str(value))
