"""Turns the sheet 支部信息, with one key a row, into what the branch says of itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pipeline.findings import Finding, Layout, Location, Origin
from pipeline.rules import cells as rules
from pipeline.schema import INFO_SHEET, BranchInfo, Column, Entry, Kind, is_newer
from pipeline.schema.branch import INFO_HEADINGS, info_columns, repeated_keys
from pipeline.wording import joined
from pipeline.workbook.reading.context import ReadingContext
from pipeline.workbook.reading.grid import Cell, Grid
from pipeline.workbook.reading.headings import Headings, find_headings
from pipeline.workbook.reading.parsing import BLANKS
from pipeline.workbook.reading.people import Directory, hint_for
from pipeline.workbook.reading.rows import UNSET, Broken, CellReader, empty_layout, is_blank, unseen
from pipeline.workbook.reading.schema_version import Edition
from pipeline.workbook.reading.text import heading_key

KEY, *VALUES = (
    Column(heading=INFO_HEADINGS[0], kind=Kind.TEXT, required="C06", help="项目名称", name="key"),
    Column(heading=INFO_HEADINGS[1], kind=Kind.TEXT, required="C06", help="项目的内容", name="content"),
    Column(heading=INFO_HEADINGS[2], kind=Kind.TEXT, help="文号或含义", name="detail", aliases=("文号", "含义")),
    Column(heading=INFO_HEADINGS[3], kind=Kind.TEXT, help="结果或备注", name="outcome", aliases=("结果", "备注")),
)
GUIDE = Column(heading=INFO_HEADINGS[4], kind=Kind.TEXT, help="说明", name="guide")


@dataclass(slots=True, eq=False, repr=False)
class InfoRows:
    """The sheet while it is read."""

    findings: list[Finding]
    layout: Layout
    values: dict[str, object] = field(default_factory=dict)
    entries: dict[str, list[Entry]] = field(default_factory=dict)
    places: dict[str, Location] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    seen: dict[str, int] = field(default_factory=dict)


def read_info(grid: Grid | None, date1904: bool, edition: Edition, findings: list[Finding]) -> BranchInfo:
    """Read 支部信息; a key that is missing or cannot be read stays blank and is in `findings`."""
    columns = {name: column.asked_of(edition.version) for name, column in info_columns().items()}
    rows = InfoRows(findings, Layout(grid.name, {}) if grid else empty_layout(INFO_SHEET))
    if grid is not None:
        headings = find_headings(grid, (KEY, *VALUES, GUIDE))
        if isinstance(headings, Finding):
            findings.append(headings)
        else:
            findings.extend(found for found in headings.findings if found.where.heading != GUIDE.heading)
            findings.extend(unseen(grid, headings.row))
            rows.layout = headings.layout
            _read_rows(grid, headings, columns, date1904, rows)
            _missing(grid, columns, rows)
            newer = (column for column in columns.values() if is_newer(column.since, edition.version))
            edition.lacks_keys(INFO_SHEET, (column for column in newer if column.name not in rows.seen))
    repeated = repeated_keys()
    values = {
        name: tuple(rows.entries.get(name, ())) if name in repeated else rows.values.get(name, BLANKS.get(column.kind))
        for name, column in columns.items()
    }
    return BranchInfo(places=rows.places, origins=rows.origins, layout=rows.layout, **values)  # type: ignore[arg-type]


def _read_rows(grid: Grid, headings: Headings, columns: dict[str, Column], date1904: bool, rows: InfoRows) -> None:
    known = {heading_key(name): column for column in columns.values() for name in (*column.aliases, column.heading)}
    pending = []
    for number, cells in enumerate(grid.rows[headings.row :], start=headings.row + 1):
        origin = Origin(headings.layout, number, cells)
        texts = [_cell(cells, headings.layout, name) for name in ("key", "content", "detail", "outcome")]
        if all(map(is_blank, texts)):
            continue
        column = known.get(heading_key(str(texts[0] or "")))
        if column is None:
            word = str(texts[0] or "")
            rows.findings.append(rules.C20.at(origin.at("key"), value=word, hint=hint_for(heading_key(word), known)))
        else:
            pending.append((column.name != "year", column, origin, texts))
    year: int | None = None
    for _, column, origin, texts in sorted(pending, key=lambda row: row[0]):
        context = ReadingContext(Directory(()), year, date1904, {})
        if column.name in repeated_keys():
            _take_entry(column, origin, texts, context, rows)
        else:
            _take_value(column, origin, texts, context, rows)
            found = rows.values.get("year")
            year = found if isinstance(found, int) else None


def _cell(cells: tuple[Cell, ...], layout: Layout, name: str) -> Cell:
    index = layout.columns.get(name, (0, ""))[0]
    return cells[index - 1] if 0 < index <= len(cells) else None


def _named(origin: Origin, field_name: str, column: Column) -> Callable[[str], Location]:
    where = origin.at(field_name)
    place = Location(where.sheet, where.row, where.column, column.heading, where.value)
    return lambda _name: place


def _take_value(column: Column, origin: Origin, texts: list[Cell], context: ReadingContext, rows: InfoRows) -> None:
    if column.name in rows.seen:
        where = _named(origin, "key", column)("")
        first = rows.origins[column.name]
        further = (first.at("key"), rows.places[column.name])
        places = [rows.layout.columns.get(name, (0, ""))[0] for name in ("content", "detail", "outcome")]
        same = all(origin.shown_at(place) == first.shown_at(place) for place in places)
        rule = rules.C21_SAME if same else rules.C21
        rows.findings.append(rule.at(where, *further, heading=column.heading, first=first.row))
        return
    rows.seen[column.name] = origin.row
    place = _named(origin, "content", column)
    rows.places[column.name], rows.origins[column.name] = place(""), origin
    rows.findings.extend(_unused(column, origin, texts, 1))
    reader = CellReader.of(column, context)
    if reader.is_blank(texts[1]):
        if column.required or column.wanted:
            rows.findings.append(reader.missing(place))
        return
    value = reader.read(texts[1], place, rows.findings)
    if value is not UNSET and not isinstance(value, Broken):
        rows.values[column.name] = value


def _take_entry(column: Column, origin: Origin, texts: list[Cell], context: ReadingContext, rows: InfoRows) -> None:
    if all(map(is_blank, texts[1:])):
        return
    rows.seen.setdefault(column.name, origin.row)
    rows.places.setdefault(column.name, _named(origin, "content", column)(""))
    rows.origins.setdefault(column.name, origin)
    rows.findings.extend(_unused(column, origin, texts, repeated_keys()[column.name]))
    found = []
    for name, text in zip(("content", "detail", "outcome"), texts[1:], strict=True):
        if is_blank(text):
            found.append("")
            continue
        value = CellReader.of(column, context).read(text, _named(origin, name, column), rows.findings)
        found.append(str(value) if value is not UNSET and not isinstance(value, Broken) else "")
    if not found[0]:
        detail = {"heading": column.heading, "help": column.help}
        rows.findings.append(rules.C06.at(_named(origin, "content", column)(""), **detail))
    rows.entries.setdefault(column.name, []).append(Entry(found[0], found[1], found[2], origin))


def _unused(column: Column, origin: Origin, texts: list[Cell], used: int) -> Iterator[Finding]:
    """Report what stands behind the cells that a key uses (C33)."""
    for name, heading, text in zip(("content", "detail", "outcome"), INFO_HEADINGS[1:4], texts[1:], strict=True):
        if name in ("content", "detail", "outcome")[used:] and not is_blank(text):
            cells = joined(f"“{each}”" for each in INFO_HEADINGS[1 : used + 1])
            where = origin.at(name)
            why = f"“{column.heading}”这一项只用{cells}"
            remedy = f"要用的写到{cells}里，或写进总结要点；自己备忘的可以不管"
            yield rules.C33.at(where, heading=heading, value=where.value, why=why, remedy=remedy)


def _missing(grid: Grid, columns: dict[str, Column], rows: InfoRows) -> None:
    for column in columns.values():
        if (column.required or column.wanted) and column.name not in rows.seen:
            where = Location(grid.name, heading=column.heading)
            rule = rules.C22 if column.required else rules.C22_BLANK
            rows.findings.append(rule.at(where, heading=column.heading, help=column.help))
