"""Turns the grid of one sheet into records, with a finding for every cell that cannot be taken as it is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from pipeline.findings import Finding, Layout, Location, Origin, Rule, column_letters, column_number
from pipeline.rules import RULES, reminder
from pipeline.rules import cells as rules
from pipeline.schema import Column, Kind, Record, Sheet
from pipeline.workbook.reading.as_typed import first_control, refuse_marks, shown, without_controls
from pipeline.workbook.reading.context import Converter, ReadingContext
from pipeline.workbook.reading.dates import Remarked
from pipeline.workbook.reading.grid import Cell, Grid
from pipeline.workbook.reading.headings import Headings, find_headings
from pipeline.workbook.reading.parsing import BLANKS, CONVERTERS
from pipeline.workbook.reading.people import UnreadableError
from pipeline.workbook.reading.schema_version import Edition
from pipeline.workbook.reading.text import BLANK_BEGINNINGS, BLANK_WORDS, SEEN, squeeze, trimmed
from pipeline.workbook.reading.unseen import SPLIT_ADDRESS

WORDED = frozenset({Kind.TEXT, Kind.LONG, Kind.DEADLINE, Kind.NAME})
"""Kinds of cells that print what is typed, even 无."""
UNSET = object()


class Broken(NamedTuple):
    """What could be read of a cell of which something could not."""

    rest: object


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing, or nothing that can be seen."""
    return cell is None or (isinstance(cell, str) and not SEEN.search(cell))


@dataclass(slots=True, eq=False, repr=False)
class CellReader:
    """Converts the cells of one column; remembers what it has converted, since columns repeat values."""

    column: Column
    context: ReadingContext
    blank: object
    convert: Converter
    worded: bool
    """Whether the cell is read whatever word it holds, 无 as well."""
    seen: dict[tuple[type, Cell], object]

    @classmethod
    def of(cls, column: Column, context: ReadingContext) -> CellReader:
        """Prepare the reader of a column."""
        worded = bool(column.required or column.wanted or column.zero_words) or column.kind in WORDED
        return cls(column, context, BLANKS.get(column.kind), CONVERTERS[column.kind], worded, {})

    def is_blank(self, cell: Cell) -> bool:
        """Whether a cell holds nothing, or a word for nothing where nothing may be."""
        if is_blank(cell):
            return True
        if self.worded or not isinstance(cell, str) or (cell[0] not in BLANK_BEGINNINGS and cell[0].isalnum()):
            return False
        return squeeze(cell) in BLANK_WORDS

    def read(self, cell: Cell, origin: Callable[[str], Location], findings: list[Finding]) -> object:
        """Convert a cell that is not blank; UNSET, with a finding, where that cannot be."""
        try:
            refuse_marks(cell)
            findings.extend(control_characters(cell, origin(self.column.name)))
            value = self.convert(without_controls(cell), self.column, self.context)
        except UnreadableError as fault:
            findings.append(self._report(fault.code, cell, origin, *fault.further, **fault.detail))
            if not findings[-1].is_error and not self.column.required:
                return self.blank
            return UNSET if fault.partial is None else Broken(fault.partial)
        if not isinstance(value, Remarked):
            self.seen[type(cell), cell] = value
        while isinstance(value, Remarked):
            rule = RULES[value.code] if not RULES[value.code].level.holds else reminder(value.code)
            findings.append(self._told(rule, cell, origin, **({"taken": _taken(value.value)} | value.detail)))
            value = value.value
        return value

    def _report(
        self, code: str, cell: Cell, origin: Callable[[str], Location], *further: Location, **detail: object
    ) -> Finding:
        return self._told(RULES[code], cell, origin, *further, **detail)

    def _told(
        self, rule: Rule, cell: Cell, origin: Callable[[str], Location], *further: Location, **detail: object
    ) -> Finding:
        otherwise = "" if self.column.required else "；不知道是哪一天的先留空"
        common: dict[str, object] = {"value": shown(cell), "heading": self.column.heading, "otherwise": otherwise}
        return rule.at(origin(self.column.name), *further, **(common | detail))

    def missing(self, origin: Callable[[str], Location]) -> Finding:
        """Report that a required cell is blank."""
        detail = {"heading": self.column.heading, "help": self.column.help, "state": "空着"}
        rule = RULES[self.column.required] if self.column.required else reminder(self.column.wanted)
        return rule.at(origin(self.column.name), **detail)


def control_characters(cell: Cell, where: Location) -> Iterator[Finding]:
    """Tell that the control characters of a text are left out."""
    found = first_control(cell)
    if found:
        yield rules.C13_CONTROL.at(where, place=found[0], name=found[1])


def _taken(value: object) -> str:
    """Show what a cell was read as."""
    while isinstance(value, Remarked):
        value = value.value
    return shown(value) if isinstance(value, Cell) else str(getattr(value, "text", value))


def read_sheet(
    grid: Grid, sheet: Sheet[Record], context: ReadingContext, edition: Edition, findings: list[Finding]
) -> Iterator[Record]:
    """Yield a record for every row that is not blank; add what is wrong to `findings`, what is new to `edition`."""
    headings = find_headings(grid, sheet.columns, edition.version)
    if isinstance(headings, Finding):
        findings.append(headings)
        return
    findings.extend(headings.findings)
    edition.lacks_columns(sheet.name, headings.newer)
    findings.extend(unseen(grid, headings.row))
    all_readers = [CellReader.of(column.asked_of(edition.version), context) for column in sheet.columns]
    places = [headings.layout.columns.get(column.name, (0, ""))[0] - 1 for column in sheet.columns]
    readers = [Place(at, reader) for at, reader in zip(places, all_readers, strict=True) if at >= 0]
    blanks = {reader.column.name: reader.blank for reader in all_readers}
    for number, cells in enumerate(grid.rows[headings.row :], start=headings.row + 1):
        total = total_word(cells, headings)
        if total:
            index = next(index for index, cell in enumerate(cells, start=1) if cell == total)
            findings.append(rules.C41.at(Location(grid.name, number, index, "", total), word=total.strip()))
        elif not all(map(is_blank, cells)):
            yield _read_row(cells, number, headings, readers, dict(blanks), sheet.record, findings)


def total_word(cells: tuple[Cell, ...], headings: Headings) -> str:
    """Give the word by which a row says that it is a total; empty for a row that says something of its own."""
    texts = [cell for cell in cells[:TOTAL_AMONG] if isinstance(cell, str) and not is_blank(cell)]
    return texts[0] if texts and headings.layout.columns and squeeze(texts[0]) in TOTALS else ""


TOTALS = frozenset({"合计", "总计", "共计", "小计"})
TOTAL_AMONG = 3
"""Among so many cells at its beginning a row of totals says so."""


class Place(NamedTuple):
    """A column of the sheet, counted from 0, and what reads its cells."""

    position: int
    reader: CellReader


def _read_row(
    cells: tuple[Cell, ...],
    number: int,
    headings: Headings,
    readers: list[Place],
    values: dict[str, object],
    record: type[Record],
    findings: list[Finding],
) -> Record:
    """Read a row into `values`, which hold for every field what a blank cell stands for."""
    broken: list[str] = []
    width = len(cells)
    origin = Origin(headings.layout, number, cells)
    for position, reader in readers:
        cell = cells[position] if position < width else None
        if cell is not None:
            known = reader.seen.get((type(cell), cell), UNSET)
            if known is not UNSET:
                values[reader.column.name] = known
                continue
        if cell is None or reader.is_blank(cell):
            if reader.column.required or reader.column.wanted:
                findings.append(reader.missing(origin.at))
            if reader.column.required:
                broken.append(reader.column.name)
            continue
        value = reader.read(cell, origin.at, findings)
        if value is UNSET:
            broken.append(reader.column.name)
        elif isinstance(value, Broken):
            broken.append(reader.column.name)
            values[reader.column.name] = value.rest
        else:
            values[reader.column.name] = value
    if broken:
        origin = Origin(headings.layout, number, cells, frozenset(broken))
    extras = read_extras(cells, origin, headings.extras, findings) if headings.extras else {}
    return record(origin=origin, extras=extras, **values)


def read_extras(
    cells: tuple[Cell, ...], origin: Origin, extras: Mapping[int, str], findings: list[Finding]
) -> dict[str, str]:
    """Read the columns the schema does not know, as text under their own headings."""
    found = {}
    for index, heading in extras.items():
        cell = cells[index - 1] if index <= len(cells) else None
        where = Location(origin.layout.sheet, origin.row, index, heading, "" if cell is None else str(cell))
        try:
            refuse_marks(cell)
            findings.extend(control_characters(cell, where))
            found[heading] = trimmed(shown(without_controls(cell)))
        except UnreadableError as fault:
            findings.append(RULES[fault.code].at(where, **({"value": shown(cell), "heading": heading} | fault.detail)))
            found[heading] = ""
    return found


def unseen(grid: Grid, heading_row: int) -> Iterator[Finding]:
    """Report merged cells among the data, and hidden rows, columns and sheets."""
    for span in grid.merged:
        first, _, last = span.partition(":")
        start, end = SPLIT_ADDRESS.match(first), SPLIT_ADDRESS.match(last or first)
        if start and end and int(end[2]) > heading_row and _filled(grid, start, end):
            where = Location(grid.name, int(start[2]), column_number(start[1]), "", "")
            yield rules.C23.at(where, range=span)
    if grid.hidden:
        yield rules.C24.at(Location(grid.name), what=f"工作表“{grid.name}”")
    rows = [row for row in grid.hidden_rows if row > heading_row and row <= len(grid.rows)]
    rows = [row for row in rows if not all(map(is_blank, grid.rows[row - 1]))]
    if rows:
        numbers = "、".join(map(str, rows[:10])) + ("等" if len(rows) > 10 else "")
        yield rules.C24.at(Location(grid.name, rows[0]), what=f"第{numbers}行（共{len(rows)}行）")
    for index in grid.hidden_columns:
        if any(index <= len(cells) and not is_blank(cells[index - 1]) for cells in grid.rows[heading_row:]):
            yield rules.C24.at(Location(grid.name, 0, index), what=f"{column_letters(index)}列")


def _filled(grid: Grid, start: re.Match[str], end: re.Match[str]) -> bool:
    for row in range(int(start[2]), min(int(end[2]), len(grid.rows)) + 1):
        cells = grid.rows[row - 1]
        if any(not is_blank(cell) for cell in cells[column_number(start[1]) - 1 : column_number(end[1])]):
            return True
    return False


def empty_layout(sheet: str) -> Layout:
    """Give the layout of a sheet that is not there."""
    return Layout(squeeze(sheet), {})
