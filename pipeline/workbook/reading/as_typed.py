"""Writes a raw value as the text a person would have typed, and refuses what nobody typed: errors, pictures."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from unicodedata import name as character_name

from pipeline.ooxml.xml import ILLEGAL, legal
from pipeline.wording import date_text, number_text, time_text
from pipeline.workbook.reading.grid import Cell, ErrorCell, PictureCell, UncalculatedCell
from pipeline.workbook.reading.people import UnreadableError

LOST = "\ufffd"
"""Stands where a program could not read a letter."""


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


def without_controls(value: Cell) -> Cell:
    """Take the control characters out of a text: Word cannot hold them, and they show nothing."""
    return legal(value) if isinstance(value, str) else value


def first_control(value: Cell) -> tuple[int, str] | None:
    """Give the place (from 1) and the name of the first control character of a text; None where it has none."""
    bad = ILLEGAL.search(value) if isinstance(value, str) else None
    return (bad.start() + 1, character_name(bad[0], f"U+{ord(bad[0]):04X}")) if bad else None


def refuse_marks(value: Cell) -> None:
    """Raise UnreadableError for error values, uncalculated formulas, pictures and letters that were lost."""
    if isinstance(value, str):
        if LOST in value:
            raise UnreadableError("C13", place=value.index(LOST) + 1, name=character_name(LOST))
    elif isinstance(value, ErrorCell):
        raise UnreadableError("C11")
    elif isinstance(value, UncalculatedCell):
        raise UnreadableError("C12")
    elif isinstance(value, PictureCell):
        raise UnreadableError("C30")
