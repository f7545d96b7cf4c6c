"""Finds the heading row of a sheet and which column is which, however the headings were moved or spelt."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.findings import Finding, Layout, Location, column_letters
from pipeline.ooxml.xml import ILLEGAL
from pipeline.rules import cells as rules
from pipeline.schema import SCHEMA_VERSION, Column, is_newer
from pipeline.wording import joined
from pipeline.workbook.reading.grid import Cell, Grid
from pipeline.workbook.reading.people import hint_for, nearest
from pipeline.workbook.reading.text import SPACE, heading_key

SEARCHED_ROWS = 10
"""A title and a remark may stand above the headings, not a page."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Headings:
    """What the heading row of a sheet says."""

    row: int
    """Row of the headings, from 1."""
    layout: Layout
    extras: Mapping[int, str]
    """Columns (from 1) the schema does not know, with their own headings."""
    findings: tuple[Finding, ...]
    newer: tuple[Column, ...]
    """Columns that are not there, and came in a later version than the workbook's."""


def find_headings(grid: Grid, columns: tuple[Column, ...], version: str = SCHEMA_VERSION) -> Headings | Finding:
    """Locate the heading row and match its cells with `columns`; a finding where there is none.

    Columns that came later than `version` of the schema are not missed.
    """
    known = {heading_key(name): column for column in columns for name in (*column.aliases, column.heading)}
    best, row = max(
        ((_matches(cells, known), -number) for number, cells in enumerate(grid.rows[:SEARCHED_ROWS], start=1)),
        default=(0, 0),
    )
    if best < min(2, len(columns)):
        names = joined(column.heading for column in columns if column.required) or columns[0].heading
        return rules.C31.at(Location(grid.name), rows=SEARCHED_ROWS, headings=names)
    return _match(grid, -row, columns, known, version)


def _matches(cells: tuple[Cell, ...], known: Mapping[str, Column]) -> int:
    return sum(isinstance(cell, str) and heading_key(cell) in known for cell in cells)


def _match(grid: Grid, row: int, columns: tuple[Column, ...], known: Mapping[str, Column], version: str) -> Headings:
    places: dict[str, tuple[int, str]] = {}
    extras: dict[int, str] = {}
    findings: list[Finding] = []
    for index, cell in enumerate(grid.rows[row - 1], start=1):
        heading = SPACE.sub("", str(cell)) if cell is not None else ""
        column = known.get(heading_key(heading)) if heading else None
        if column is None:
            if heading:
                extras[index] = heading
            continue
        if column.name in places:
            taken = places[column.name][0]
            first, second = column_letters(taken), column_letters(index)
            where = Location(grid.name, row, index, heading, heading)
            further = Location(grid.name, row, taken, column.heading, str(grid.rows[row - 1][taken - 1]))
            same = all(_cell(cells, taken) == _cell(cells, index) for cells in grid.rows[row:])
            rule = rules.C05_SAME if same else rules.C05
            findings.append(rule.at(where, further, heading=column.heading, first=first, second=second))
            continue
        places[column.name] = (index, column.heading)
        if column.blank_says and heading_key(heading) != heading_key(column.heading):
            where = Location(grid.name, row, index, column.heading, heading)
            findings.append(rules.C29_TAKEN.at(where, heading=heading, taken=column.heading))
    findings.extend(_illegal(grid, row))
    newer = tuple(column for column in columns if column.name not in places and is_newer(column.since, version))
    missing = [column for column in columns if column.name not in places and column not in newer]
    findings.extend(_unknown(grid, row, extras, missing))
    findings.extend(_missing(grid, row, extras, missing))
    findings.extend(_headless(grid, row))
    return Headings(row, Layout(grid.name, places), extras, tuple(findings), newer)


def _cell(cells: tuple[Cell, ...], index: int) -> Cell:
    return cells[index - 1] if index <= len(cells) else None


def _illegal(grid: Grid, row: int) -> Iterator[Finding]:
    for index, cell in enumerate(grid.rows[row - 1], start=1):
        bad = ILLEGAL.search(cell) if isinstance(cell, str) else None
        if bad:
            where = Location(grid.name, row, index, "", str(cell))
            yield rules.C13_CONTROL.at(where, place=bad.start() + 1, name=f"U+{ord(bad[0]):04X}")


def _unknown(grid: Grid, row: int, extras: Mapping[int, str], missing: list[Column]) -> Iterator[Finding]:
    """Report headings that the schema does not know; one like a column whose blank says something is an error."""
    wanted = {column.heading: column for column in missing}
    for index, heading in extras.items():
        where = Location(grid.name, row, index, heading, heading)
        near = nearest(heading_key(heading), wanted)
        telling = _like_a_telling_one(heading, missing)
        filled = any(_cell(cells, index) not in (None, "") for cells in grid.rows[row:])
        if telling and filled:
            place = Location(grid.name, row, index, telling.heading, heading)
            yield rules.C29_STATES.at(place, heading=heading, nearest=telling.heading)
        elif near:
            yield rules.C29.at(where, heading=heading, nearest=near)
        else:
            yield rules.C28.at(where, heading=heading)


def _like_a_telling_one(heading: str, missing: list[Column]) -> Column | None:
    """Find the missing column whose blank says something that a heading looks like."""
    key = heading_key(heading)
    for column in missing:
        if column.blank_says and (any(word in key for word in column.words) or nearest(key, [column.heading])):
            return column
    return None


def _missing(grid: Grid, row: int, extras: Mapping[int, str], missing: list[Column]) -> Iterator[Finding]:
    for column in missing:
        rule = rules.C03 if column.required else rules.C03_BLANK if column.wanted else rules.C04
        hint = hint_for(column.heading, extras.values())
        yield rule.at(Location(grid.name, row, heading=column.heading), heading=column.heading, hint=hint)


def _headless(grid: Grid, row: int) -> Iterator[Finding]:
    headed = {index for index, cell in enumerate(grid.rows[row - 1], start=1) if cell not in (None, "")}
    reported: set[int] = set()
    for number, cells in enumerate(grid.rows[row:], start=row + 1):
        if len(cells) <= len(headed) and not any(
            cells[index - 1] for index in range(1, len(cells) + 1) if index not in headed
        ):
            continue
        for index, cell in enumerate(cells, start=1):
            filled = cell is not None and str(cell).strip() != ""
            if filled and index not in headed and index not in reported:
                reported.add(index)
                yield rules.C32.at(Location(grid.name, number, index, "", str(cell)))
