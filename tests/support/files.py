"""Makes workbook files for the tests, sound and damaged."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path

import xlsxwriter

from pipeline.workbook.reading.grid import Cell, ErrorCell
from tests.support.small import Rows, headings_of, small_rows


def xlsx(rows: Rows | None = None, *, number_formats: Mapping[str, str] | None = None) -> bytes:
    """Write rows as an .xlsx; texts as texts, numbers as numbers."""
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_urls": False}) as book:
        forms = {heading: book.add_format({"num_format": form}) for heading, form in (number_formats or {}).items()}
        for name, found in (rows or small_rows()).items():
            sheet = book.add_worksheet(name)
            extra = tuple(dict.fromkeys(h for row in found for h in row if h not in headings_of(name)))
            for column, heading in enumerate((*headings_of(name), *extra)):
                sheet.write_string(0, column, heading)
                for number, row in enumerate(found, start=1):
                    _write(sheet, number, column, row.get(heading), forms.get(heading))
    return buffer.getvalue()


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Cell, form: object) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value, form)
    elif isinstance(value, (int, float)):
        sheet.write_number(row, column, value, form)
    elif isinstance(value, ErrorCell):
        sheet.write_formula(row, column, "=NA()", form, "#N/A")


def edited(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """Rewrite one part of a package."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()).encode() if name == part else text)
    return buffer.getvalue()


def with_parts(data: bytes, parts: Mapping[str, bytes | None]) -> bytes:
    """Add, replace or (None) drop parts of a package."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, text in parts.items():
            if text is not None:
                new.writestr(name, text)
    return buffer.getvalue()


def part_of(data: bytes, name: str) -> str:
    """Read one part of a package as text."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode()


def saved(folder: Path, data: bytes, name: str = "small.xlsx") -> Path:
    """Save bytes as a file."""
    path = folder / name
    path.write_bytes(data)
    return path


def repacked(data: bytes, level: int = 9) -> bytes:
    """Pack an archive as another compression library would: the same contents, other bytes."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            new.writestr(entry.filename, old.read(entry), compresslevel=level)
    return buffer.getvalue()
