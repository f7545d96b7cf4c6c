"""Changes cells and looks into packages without a spreadsheet library, which would lose what the tests watch."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from openpyxl import Workbook, load_workbook

from pipeline.findings import Finding, Level, Location, Rule, column_number
from pipeline.flows import examining
from pipeline.marking.copy import marked_copy, places_without_note, sheet_names
from pipeline.marking.findings_sheet import findings_sheet
from tests.support.files import edited, part_of, saved
from tests.support.small import AS_OF


def sheet_parts(data: bytes) -> dict[str, str]:
    """Give the part of every sheet by name."""
    relations = {}
    for rel in re.findall(r"<Relationship\b[^>]*>", part_of(data, "xl/_rels/workbook.xml.rels")):
        said = dict(re.findall(r'\b(\w+)="([^"]*)"', rel))
        relations[said["Id"]] = said["Target"].removeprefix("/").removeprefix("xl/")
    sheets = re.findall(r'<sheet\b[^>]*?name="([^"]*)"[^>]*?r:id="([^"]*)"', part_of(data, "xl/workbook.xml"))
    return {name: f"xl/{relations[known]}" for name, known in sheets}


def respelt(data: bytes, changes: Mapping[tuple[str, str], str]) -> bytes:
    """Change the texts of cells by sheet and address; an empty one empties the cell."""
    parts = sheet_parts(data)
    for (sheet, address), text in changes.items():
        cell = f'<c r="{address}" t="inlineStr"><is><t>{escape(text)}</t></is></c>' if text else f'<c r="{address}"/>'
        pattern = rf'<c r="{address}"(?:[^>]*/>|[^>]*>.*?</c>)'
        before = part_of(data, parts[sheet])
        assert re.search(pattern, before), (sheet, address)
        data = edited(data, parts[sheet], lambda xml, cell=cell, pattern=pattern: re.sub(pattern, cell, xml, count=1))  # type: ignore[misc]
    return data


def parts_of(data: bytes) -> dict[str, bytes]:
    """Give all parts of a package, in their order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def records_of(data: bytes) -> dict[str, bytes]:
    """Give what the archive holds for every entry, packed: local header, name and compressed bytes."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = sorted(archive.infolist(), key=lambda entry: entry.header_offset)
        ends = [*(entry.header_offset for entry in entries[1:]), archive.start_dir]
        return {entry.filename: data[entry.header_offset : end] for entry, end in zip(entries, ends, strict=True)}


def fault(place: str, level: Level = Level.ERROR, text: str = "不对") -> Finding:
    """Report a fault at a place as Excel writes it: 会议活动!G2, 会议活动!2, 会议活动, or nothing."""
    sheet, _, cell = place.partition("!")
    found = re.fullmatch(r"([A-Z]*)(\d*)", cell)
    assert found, place
    where = Location(sheet, int(found[2] or 0), column_number(found[1]), "栏目")
    rule = Rule(code="T01", level=level, title="", says="{text}", remedy="改成别的", basis="本地约定")
    return rule.at(where, text=text)


def findings_in(data: bytes) -> list[Finding]:
    """Check a workbook."""
    with TemporaryDirectory() as folder:
        return examining.examine(examining.opened(saved(Path(folder), data), ""), AS_OF)[1]


def mark(data: bytes, findings: Sequence[Finding]) -> bytes:
    """Mark a workbook as `zhibu check --mark` does."""
    overview = findings_sheet(
        findings,
        workbook="支部.xlsx",
        as_of=AS_OF,
        sheets=sheet_names(data),
        without_note=places_without_note(data, findings),
    )
    return marked_copy(data, findings, [overview])


def notes_in(data: bytes, sheet: str) -> dict[str, str]:
    """Read the notes of a sheet by address, as openpyxl sees them."""
    found = opened(data)[sheet]
    return {cell.coordinate: cell.comment.text for row in found.iter_rows() for cell in row if cell.comment}


def shown_rows(data: bytes, sheet: str = "检查结果") -> list[tuple[str, ...]]:
    """Read the rows below the headings of a sheet of ours."""
    found = opened(data)[sheet]
    return [tuple(str(cell.value or "") for cell in row) for row in found.iter_rows(min_row=4)]


def coloured(data: bytes, sheet: str) -> dict[str, str]:
    """Give the ranges of our own rules on a sheet, by level."""
    xml = part_of(data, sheet_parts(data)[sheet])
    blocks = re.findall(r'<conditionalFormatting sqref="([^"]*)"><cfRule type="expression"[^>]*><formula>([^<]*)', xml)
    own = (
        (found[1], areas) for areas, formula in blocks if (found := re.match(r"&quot;检查结果：([^&]+)&quot;", formula))
    )
    return dict(own)


def opened(data: bytes) -> Workbook:
    """Open a workbook with openpyxl, which warns of what it would lose on saving."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return load_workbook(BytesIO(data))
