"""Names the columns that printed values and judgements stand on, as sheet and heading."""

from __future__ import annotations

from functools import cache
from typing import TypeAlias, TypeVar

from pipeline.schema import INFO_SHEET, TABLES, Decides, Record, Sheet
from pipeline.schema.branch import info_columns

Ground: TypeAlias = tuple[str, str]
"""Sheet and heading of a column; of 支部信息 the key of the row."""
Grounds: TypeAlias = frozenset[Ground]
R = TypeVar("R", bound=Record)


def cells(sheet: Sheet[R], names: str) -> Grounds:
    """Give the columns of some fields of a sheet's record, named with spaces between them.

    Raises KeyError for a field that the record does not have.
    """
    return frozenset((sheet.name, sheet.by_name[name].heading) for name in names.split())


def info(names: str) -> Grounds:
    """Give the keys of 支部信息 of some fields, named with spaces between them.

    Raises KeyError for a key that there is not.
    """
    return frozenset((INFO_SHEET, info_columns()[name].heading) for name in names.split())


def every_cell(sheet: Sheet[R]) -> Grounds:
    """Give all columns of a sheet."""
    return frozenset((sheet.name, column.heading) for column in sheet.columns)


@cache
def deciding(*decisions: Decides) -> Grounds:
    """Give the columns that decide one of some things for other rows."""
    found = {
        (sheet.name, column.heading) for sheet in TABLES for column in sheet.columns if column.decides in decisions
    }
    keys = {(INFO_SHEET, column.heading) for column in info_columns().values() if column.decides in decisions}
    return frozenset(found | keys)


NAMING = deciding(Decides.NAMING)
"""What decides how people are called."""
