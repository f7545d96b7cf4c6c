"""Chooses for each kind of cell how its raw value becomes the typed value its column declares."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from pipeline.schema import Column, Kind
from pipeline.wording import date_text
from pipeline.workbook.reading import people_lists, words
from pipeline.workbook.reading.context import Converter, Reading, ReadingContext
from pipeline.workbook.reading.dates import (
    Remarked,
    read_date,
    read_deadline,
    read_month,
    read_period,
    read_time,
    unremarked,
)
from pipeline.workbook.reading.grid import Cell
from pipeline.workbook.reading.numbers import read_decimal, read_integer
from pipeline.workbook.reading.people import UnreadableError
from pipeline.workbook.reading.text import BLANK_WORDS, squeeze

LISTED = re.compile(r"[、,，;；\n\r]")
"""What parts dates from each other; a slash is a part of a date."""


def convert_decimal(value: Cell, column: Column, _context: ReadingContext) -> Reading:
    """Read a number within the range of its column."""
    return read_decimal(value, column.units, column.minimum, column.maximum)


def convert_integer(value: Cell, column: Column, _context: ReadingContext) -> Reading:
    """Read a whole number within the range of its column; 无 may stand for 0."""
    if column.zero_words and isinstance(value, str) and squeeze(value) in BLANK_WORDS:
        return Remarked(0, "C18", "没有就是0")
    return read_integer(value, column.units, column.minimum, column.maximum)


def convert_date(value: Cell, column: Column, context: ReadingContext) -> Reading:
    """Read a date, not earlier than its column has any; of some columns the month will do, before the year told of."""
    month = read_month(value) if column.monthly else None
    if month is not None and (context.year is None or month.last.year < context.year):
        return month
    found = read_date(value, context.year, context.date1904)
    day = unremarked(found)
    if day.year < column.earliest:
        raise UnreadableError("C07", reason=f"格子里是{date_text(day)}，年份太早，核对是不是写错了")
    return found


def convert_dates(value: Cell, column: Column, context: ReadingContext) -> Reading:
    """Read several dates, in the order of the calendar; a cell of dates with a fault in one is not read."""
    parts: list[Cell] = [part for part in LISTED.split(value) if squeeze(part)] if isinstance(value, str) else [value]
    read = [convert_date(part, column, context) for part in parts]
    days = tuple(sorted({unremarked(each) for each in read if isinstance(each, date | Remarked)}))
    remark = next((each for each in read if isinstance(each, Remarked)), None)
    return remark.with_value(days) if remark is not None else days


def convert_time(value: Cell, _column: Column, _context: ReadingContext) -> Reading:
    """Read a time of day."""
    return read_time(value)


def convert_period(value: Cell, _column: Column, context: ReadingContext) -> Reading:
    """Read two dates, from and to."""
    return read_period(value, context.year, context.date1904)


def convert_deadline(value: Cell, _column: Column, context: ReadingContext) -> Reading:
    """Read a time limit: a date, or words."""
    return read_deadline(value, context.year, context.date1904)


CONVERTERS: Mapping[Kind, Converter] = {
    Kind.TEXT: words.convert_text,
    Kind.LONG: words.convert_text,
    Kind.TERM: words.convert_term,
    Kind.NAME: words.convert_name,
    Kind.NATION: words.convert_nation,
    Kind.CODE: words.convert_code,
    Kind.CODES: words.convert_codes,
    Kind.INTEGER: convert_integer,
    Kind.DECIMAL: convert_decimal,
    Kind.DATE: convert_date,
    Kind.DATES: convert_dates,
    Kind.TIME: convert_time,
    Kind.PERIOD: convert_period,
    Kind.DEADLINE: convert_deadline,
    Kind.CHOICE: words.convert_choice,
    Kind.CHOICES: words.convert_choices,
    Kind.PERSON: people_lists.convert_person,
    Kind.PEOPLE: people_lists.convert_people,
    Kind.ABSENCES: people_lists.convert_absences,
    Kind.MAKEUPS: people_lists.convert_makeups,
    Kind.GUESTS: people_lists.convert_guests,
    Kind.POSTS: people_lists.convert_posts,
    Kind.SCOPE: people_lists.convert_scope,
    Kind.SCORES: people_lists.convert_scores,
}
"""How each kind of cell is read."""

BLANKS: Mapping[Kind, object] = {
    Kind.TEXT: "",
    Kind.LONG: "",
    Kind.TERM: "",
    Kind.NAME: "",
    Kind.NATION: "",
    Kind.CODE: "",
    Kind.CHOICE: "",
    Kind.CODES: (),
    Kind.CHOICES: (),
    Kind.DATES: (),
    Kind.PEOPLE: (),
    Kind.ABSENCES: (),
    Kind.MAKEUPS: (),
    Kind.GUESTS: (),
    Kind.POSTS: (),
}
"""What a blank cell becomes; None for the kinds not named."""
