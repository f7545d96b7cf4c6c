"""Walks through every text of the workbook, cell by cell, for the checks that read prose."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.branch import Branch
from pipeline.findings import Location
from pipeline.schema import Column, Kind, Record

PROSE = frozenset({Kind.TEXT, Kind.LONG})


def cells(branch: Branch, kinds: frozenset[Kind] = PROSE) -> Iterator[tuple[Record, Column, str]]:
    """Yield the texts of the tables, with row and column."""
    for sheet, records in branch.records.tables():
        columns = [column for column in sheet.columns if column.kind in kinds]
        for record in records:
            for column in columns:
                text = getattr(record, column.name)
                if text:
                    yield record, column, str(text)


def entries(branch: Branch) -> Iterator[tuple[str, Location]]:
    """Yield the texts of 支部信息."""
    for name in type(branch.info).__annotations__:
        value = getattr(branch.info, name)
        if isinstance(value, str) and value:
            yield value, branch.info.at(name)
        elif isinstance(value, tuple):
            for entry in value:
                for part in ("content", "detail", "outcome"):
                    text = getattr(entry, part)
                    if text:
                        yield text, entry.origin.at(part)
