"""Finds what library readers drop in silence: error cells, uncalculated formulas, formats, merged and hidden cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from pipeline.findings import column_number
from pipeline.workbook.reading.container import TRANSITIONAL, SheetPart, WorkbookFile, parse_part
from pipeline.workbook.reading.formats import Format, Shows, seen_as
from pipeline.workbook.reading.grid import Cell, ErrorCell, Grid, PictureCell, UncalculatedCell

SUSPECT = (b"<f>", b"<f ", b"<f/", b't="e"', b"<mergeCell ", b'hidden="1"', b'hidden="true"', b"DISPIMG")
"""One by one they are found faster than by one pattern."""
FAR = re.compile(rb"<v>(?:-|\d{7}|[^<]*[eE]\+)")
"""A number beyond all dates; Excel shows ######## for it in a cell formatted as a date."""
NUMBER = frozenset({None, "n"})
PREFIXED = re.compile(rb"<[A-Za-z]+:worksheet")
NS = f"{{{TRANSITIONAL}}}"
SPLIT_ADDRESS = re.compile(r"([A-Z]+)(\d+)$")


@dataclass(slots=True, eq=False, repr=False)
class Oddities:
    """What one sheet holds besides plain values."""

    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    """Row and column (from 1) to the mark that stands for the cell."""
    merged: list[str] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[int] = field(default_factory=list)


def find_oddities(sheet_xml: bytes, formats: Mapping[str, Format], date1904: bool) -> Oddities:
    """Scan a worksheet part; a sheet of plain values is recognised without parsing it."""
    odd = Oddities()
    if not (
        any(mark in sheet_xml for mark in SUSPECT)
        or PREFIXED.search(sheet_xml[:4096])
        or _oddly_shown(sheet_xml, formats)
    ):
        return odd
    root = parse_part(sheet_xml)
    for merge in root.iter(f"{NS}mergeCell"):
        odd.merged.append(merge.get("ref", ""))
    for column in root.iter(f"{NS}col"):
        if column.get("hidden") in {"1", "true"}:
            first, last = int(column.get("min", "1")), int(column.get("max", "1"))
            odd.hidden_columns.extend(range(first, min(last, first + 255) + 1))
    for row in root.iter(f"{NS}row"):
        if row.get("hidden") in {"1", "true"}:
            odd.hidden_rows.append(int(row.get("r", "0")))
        for cell in row.iter(f"{NS}c"):
            mark = _mark(cell)
            if mark is None and cell.get("s") in formats and cell.get("t") in NUMBER:
                mark = _seen(cell, formats[cell.get("s", "")], date1904)
            address = SPLIT_ADDRESS.match(cell.get("r", ""))
            if mark is not None and address:
                odd.cells[int(address[2]), column_number(address[1])] = mark
    return odd


def _oddly_shown(sheet_xml: bytes, formats: Mapping[str, Format]) -> bool:
    odd = [number for number, form in formats.items() if form.shows is not Shows.DATE]
    styles = re.compile(rf'<c [^>]*\bs="(?:{"|".join(odd)})"'.encode()) if odd else None
    return bool((styles and styles.search(sheet_xml)) or (formats and FAR.search(sheet_xml)))


def _seen(cell: etree._Element, form: Format, date1904: bool) -> Cell:
    try:
        return seen_as(float(cell.findtext(f"{NS}v") or ""), form, date1904)
    except ValueError:
        return None


def _mark(cell: etree._Element) -> Cell:
    value, formula = cell.find(f"{NS}v"), cell.find(f"{NS}f")
    if formula is not None and "DISPIMG" in (formula.text or ""):
        return PictureCell()
    if cell.get("t") == "e":
        return ErrorCell((value.text if value is not None else "") or "#N/A")
    if formula is not None and (value is None or (value.text is None and cell.get("t") != "str")):
        return UncalculatedCell()
    return None


def with_oddities(
    package: WorkbookFile, part: SheetPart, formats: Mapping[str, Format], rows: list[tuple[Cell, ...]]
) -> Grid:
    """Make a grid of what a library reader gave, with the marks it dropped."""
    odd = find_oddities(package.part(part.path), formats, package.date1904)
    for (row, column), mark in odd.cells.items():
        while len(rows) < row:
            rows.append(())
        cells = list(rows[row - 1]) + [None] * (column - len(rows[row - 1]))
        cells[column - 1] = mark
        rows[row - 1] = tuple(cells)
    return Grid(
        name=part.name,
        rows=rows,
        hidden=part.state != "visible",
        merged=tuple(odd.merged),
        hidden_rows=tuple(odd.hidden_rows),
        hidden_columns=tuple(odd.hidden_columns),
    )
