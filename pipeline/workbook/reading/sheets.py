"""Turns a workbook's grids into the branch's records and findings about the cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pipeline.facts.records import Records
from pipeline.findings import Finding, Location, Origin
from pipeline.rules import cells as rules
from pipeline.schema import GUIDE_SHEET, INFO_SHEET, ROSTER, TABLES, Record, Sheet, is_newer, is_own_sheet
from pipeline.settings import SETTINGS_SHEET
from pipeline.wording import joined
from pipeline.workbook.reading.as_typed import shown, without_controls
from pipeline.workbook.reading.branch_sheet import read_info
from pipeline.workbook.reading.context import ReadingContext
from pipeline.workbook.reading.grid import Book, Grid
from pipeline.workbook.reading.headings import find_headings
from pipeline.workbook.reading.people import Directory, hint_for, nearest
from pipeline.workbook.reading.rows import read_sheet
from pipeline.workbook.reading.schema_version import Edition
from pipeline.workbook.reading.settings_sheet import read_settings
from pipeline.workbook.reading.text import squeeze
from pipeline.workbook.reading.words import term

NEEDED = frozenset({INFO_SHEET, ROSTER.name})
"""The sheets without which nothing can be worked out; without another there is nothing of its kind."""
OPTIONAL = frozenset(table.name for table in TABLES if table.optional)
"""The sheets that a branch may do without."""
ALIKE = 0.6
"""From this share of a sheet's columns on, an unknown sheet with them is that sheet under another name."""
OWN = "（自己的）"
"""Stands behind the name under which a sheet of the user's own is kept apart from one of ours."""
SHOWN_NAMES = 3
"""Sheets of a foreign workbook that are named."""
SHEET_NAMES = (INFO_SHEET, *(table.name for table in TABLES))


def read_records(book: Book) -> tuple[Records, list[Finding]]:
    """Read every sheet of the book; what cannot be read is a finding at its cell, never a silent blank."""
    findings: list[Finding] = []
    grids = _by_name(book, findings)
    edition = Edition.of(book, grids.get(GUIDE_SHEET))
    _set_apart(grids, edition)
    findings.extend(_sheet_findings(grids, edition))
    settings = read_settings(grids.get(SETTINGS_SHEET), findings)
    info = read_info(grids.get(INFO_SHEET), book.date1904, edition, findings)
    names = list(_roster_names(grids.get(ROSTER.name)))
    context = ReadingContext(
        directory=Directory((number, name, where) for number, name, _, where in names),
        year=info.year,
        date1904=book.date1904,
        stations={squeeze(station): station for _, _, station, _ in names if station},
    )
    tables: dict[str, tuple[Record, ...]] = {}
    for table in TABLES:
        grid = grids.get(table.name)
        tables[table.name] = tuple(read_sheet(grid, table, context, edition, findings)) if grid is not None else ()
    roster = grids.get(ROSTER.name)
    if (
        roster is not None
        and not tables[ROSTER.name]
        and not any(f.where.sheet == roster.name and (f.rule.blocks_all or f.rule.whole) for f in findings)
    ):
        findings.append(rules.C35.at(Location(roster.name), sheet=ROSTER.name))
    findings.extend(edition.findings(settings.switched_off))
    return Records.of(info, tables, settings), findings


def _by_name(book: Book, findings: list[Finding]) -> dict[str, Grid]:
    """Find the sheets by name; of two whose names differ by a space only, neither is dropped in silence (C34)."""
    found: dict[str, Grid] = {}
    for grid in book.grids:
        name = squeeze(grid.name)
        other = found.get(name)
        if other is None or other.is_empty:
            found[name] = grid
        elif not grid.is_empty and not is_own_sheet(name):
            findings.append(rules.C34.at(Location(grid.name), Location(other.name), first=other.name, second=grid.name))
    return found


def _set_apart(grids: dict[str, Grid], edition: Edition) -> None:
    """Set sheets apart that only have the name of one which came after the workbook: they are the user's own."""
    for table in TABLES:
        grid = grids.get(table.name)
        if grid is not None and is_newer(table.since, edition.version) and not _is(table, grid):
            grids[f"{table.name}{OWN}"] = grids.pop(table.name)


def _is(table: Sheet[Record], grid: Grid) -> bool:
    """Whether a sheet has the headings of one of ours."""
    headings = find_headings(grid, table.columns)
    return not isinstance(headings, Finding) and len(headings.layout.columns) >= ALIKE * len(table.columns)


def _roster_names(grid: Grid | None) -> Iterator[tuple[str, str, str, Location]]:
    """Yield 编号, 姓名, 岗位 and the cell of the name of every row, before the roster: it names sponsors."""
    headings = find_headings(grid, ROSTER.columns) if grid is not None else None
    if grid is None or headings is None or isinstance(headings, Finding):
        return
    places = [headings.layout.columns.get(name, (0, ""))[0] for name in ("number", "name", "station")]
    for row, cells in enumerate(grid.rows[headings.row :], start=headings.row + 1):
        found = [without_controls(cells[place - 1]) if 0 < place <= len(cells) else None for place in places]
        number, name, station = (shown(cell) for cell in found)
        if squeeze(number + name):
            where = Origin(headings.layout, row, cells).at("name")
            yield squeeze(number), squeeze(name), term(station), where


def _sheet_findings(grids: Mapping[str, Grid], edition: Edition) -> Iterator[Finding]:
    known = {*SHEET_NAMES, SETTINGS_SHEET}
    unknown = [name for name in grids if name not in known and not is_own_sheet(name)]
    if unknown and not any(name in grids for name in SHEET_NAMES):
        names = joined(f"“{grids[name].name}”" for name in unknown[:SHOWN_NAMES])
        yield rules.C01_FOREIGN.at(Location(grids[unknown[0]].name), hint=f"，有的是{names}")
        return
    newer = [table.name for table in TABLES if is_newer(table.since, edition.version) and table.name not in grids]
    for name in newer:
        edition.lacks_sheet(name)
    missing = [name for name in SHEET_NAMES if name not in grids and name not in newer]
    renamed = {name: found for name in missing if (found := _renamed(name, [grids[each] for each in unknown]))}
    for name in missing:
        if name in renamed and name not in NEEDED:
            yield rules.C01_RENAMED.at(
                Location(name), Location(renamed[name].name), sheet=name, found=renamed[name].name
            )
            continue
        if name in OPTIONAL:
            continue
        hint = f"，是不是“{renamed[name].name}”" if name in renamed else hint_for(name, unknown)
        yield (rules.C01 if name in NEEDED else rules.C01_LESS).at(Location(name), sheet=name, hint=hint)
    for name in unknown:
        grid = grids[name]
        if not grid.is_empty and grid not in renamed.values():
            hint = hint_for(name, (*missing, GUIDE_SHEET, SETTINGS_SHEET))
            yield rules.C02.at(Location(grid.name), sheet=grid.name, hint=hint, rows=len(grid.rows))


def _renamed(name: str, unknown: Sequence[Grid]) -> Grid | None:
    """Find the unknown sheet that a missing one was renamed to, by its headings: one cause, one finding."""
    table = next((table for table in TABLES if table.name == name), None)
    if table is None:
        return next((grid for grid in unknown if nearest(name, [squeeze(grid.name)])), None)
    return next((grid for grid in unknown if not grid.is_empty and _is(table, grid)), None)
