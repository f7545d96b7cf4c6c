"""Changes cells and looks into packages without a spreadsheet library, which would lose what the tests watch."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape

from tests.support.files import edited, part_of


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
