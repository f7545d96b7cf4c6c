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
from openpyxl.styles import numbers

from pipeline.errors import WorkbookUnreadableError
from pipeline.workbook.reading.container import WorkbookFile
from pipeline.workbook.reading.formats import STYLES, formats_of
from pipeline.workbook.reading.grid import Book, Cell, ErrorCell
from pipeline.workbook.reading.unseen import with_oddities

# Chinese, Japanese and Korean Excel store dates under built-in formats 27-36 and 50-58, which openpyxl reads as plain
# numbers (31 is the long date 2026年3月5日). Any date pattern serves: only the fact that it is one counts.
EAST_ASIAN_DATES = (*range(27, 32), 36, *range(50, 55), 57, 58)
EAST_ASIAN_TIMES = (32, 33, 34, 35, 55, 56)
numbers.BUILTIN_FORMATS.update(dict.fromkeys(EAST_ASIAN_DATES, "yyyy-mm-dd"))
numbers.BUILTIN_FORMATS.update(dict.fromkeys(EAST_ASIAN_TIMES, "h:mm"))

FAULTS = (ValueError, TypeError, LookupError, AttributeError, OSError, BadZipFile, SyntaxError, zlib_error)
"""What openpyxl raises on workbooks whose styles, filters or strings are damaged."""
ESCAPED = re.compile(r"_x(00[01][0-9A-Fa-f])_")
"""A control character as Excel escapes it; openpyxl has taken the escape off literal ones (_x005F_) already."""


def read_book(package: WorkbookFile) -> Book:
    """Read all worksheets: values only, error cells and uncalculated formulas as marks.

    Raises WorkbookUnreadableError where openpyxl cannot open the workbook.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(package.data), read_only=True, data_only=True)
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
    return Book(name=package.path.name, grids=tuple(grids), date1904=package.date1904)


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
