"""Turns cells into numbers; knows nothing of columns, so that settings are read by it too."""

from __future__ import annotations

import re
from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation
from math import isfinite

from pipeline.workbook.reading.as_typed import exact, shown
from pipeline.workbook.reading.grid import Cell
from pipeline.workbook.reading.people import UnreadableError
from pipeline.workbook.reading.text import squeeze

LARGEST_EXACT = 10**15
"""Excel keeps 15 digits of a number; a longer code typed as a number has lost its end."""


def read_number(value: Cell, units: tuple[str, ...] = ()) -> Decimal:
    """Read a number, with words around it that add nothing. Raises UnreadableError C10."""
    if isinstance(value, bool):
        raise UnreadableError("C10", reason="不是数")
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        if not isfinite(value):
            raise UnreadableError("C10", reason="不是数")
        return exact(value)
    if isinstance(value, (date, time, timedelta)):
        raise UnreadableError("C10", reason="是日期或时间，不是数")
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", squeeze(shown(value)))
    for unit in units:
        plain = plain.removeprefix(unit).removesuffix(unit)
    if not re.fullmatch(r"[+-]?\d+(?:\.\d+)?", plain):
        raise UnreadableError("C10", reason="不是数")
    try:
        return Decimal(plain)
    except InvalidOperation:
        raise UnreadableError("C10", reason="不是数") from None


def read_decimal(
    value: Cell, units: tuple[str, ...] = (), least: int | None = None, most: int | None = None
) -> Decimal:
    """Read a number within a range, both ends included. Raises UnreadableError C10."""
    number = read_number(value, units)
    if least is not None and number < least:
        raise UnreadableError("C10", reason=f"不能小于{least}")
    if most is not None and number > most:
        raise UnreadableError("C10", reason=f"不能大于{most}")
    if abs(number) >= LARGEST_EXACT:
        raise UnreadableError("C10", reason="数太大")
    return number


def read_integer(value: Cell, units: tuple[str, ...] = (), least: int | None = None, most: int | None = None) -> int:
    """Read a whole number within a range, both ends included. Raises UnreadableError C10."""
    number = read_decimal(value, units, least, most)
    if number != int(number):
        raise UnreadableError("C10", reason="要是整数")
    return int(number)
