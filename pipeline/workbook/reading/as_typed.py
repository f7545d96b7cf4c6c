"""Writes a raw value as the text a person would have typed, and refuses what nobody typed: errors, pictures."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from unicodedata import name as character_name

from pipeline.wording import date_text, number_text, time_text
from pipeline.workbook.reading.grid import Cell, ErrorCell, PictureCell, UncalculatedCell
from pipeline.workbook.reading.people import UnreadableError
from pipeline.workbook.reading.text import ILLEGAL


def shown(value: Cell) -> str:
    """Write a raw value as the text a person would have typed."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return number_text(exact(value))
    if isinstance(value, datetime):
        return date_text(value.date()) + (f" {time_text(value.time())}" if value.time() != time(0) else "")
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, time):
        return time_text(value)
    return "" if value is None else str(value)


def exact(value: float) -> Decimal:
    """Give the decimal a float cell stands for, with the 15 digits Excel keeps: 0.1 + 0.2 is 0.3."""
    return Decimal(format(value, ".15g"))


def refuse_marks(value: Cell) -> None:
    """Raise UnreadableError for error values, uncalculated formulas, pictures and illegal characters."""
    if isinstance(value, str):
        bad = ILLEGAL.search(value)
        if bad:
            code = f"U+{ord(bad[0]):04X}"
            raise UnreadableError("C13", place=bad.start() + 1, name=character_name(bad[0], code))
    elif isinstance(value, ErrorCell):
        raise UnreadableError("C11")
    elif isinstance(value, UncalculatedCell):
        raise UnreadableError("C12")
    elif isinstance(value, PictureCell):
        raise UnreadableError("C30")
