"""Writes the small workbook that lies inside a chart: what Word opens for 编辑数据."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import escape

from pipeline.findings import column_letters
from pipeline.ooxml.package import in_order
from pipeline.ooxml.xml import DECLARATION, legal
from pipeline.ooxml.zip import Entry, archive_of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET = "Sheet1"
PERCENT = "0.0%"
PLAIN_STYLE, PERCENT_STYLE = 0, 1
STORED = 0
"""Nothing in it is packed: its bytes are part of a document, and must not depend on the compression library."""
FIXED = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{SHEET_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{SHEET_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{SHEET_TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
    f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
    "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="{PERCENT}"/>'
    '</numFmts><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
    '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
}


class Figure(NamedTuple):
    """One number: as XML writes it, and whether it is a share that is read as percent."""

    text: str
    percent: bool = False


class Column(NamedTuple):
    """One series of a chart: its heading, and a figure for each row; None where there is none."""

    heading: str
    figures: Sequence[Figure | None]


def place(column: int, first: int, last: int | None = None) -> str:
    """Write the address of some cells of a column: Sheet1!$B$2:$B$6."""
    name = column_letters(column)
    return f"{SHEET}!${name}${first}" + (f":${name}${last}" if last is not None else "")


def chart_book(heading: str, categories: Sequence[str], columns: Sequence[Column]) -> bytes:
    """Write the workbook: categories in the first column, a series in each further one, headings in the first row."""
    rows = [_row(1, (heading, *(column.heading for column in columns)))]
    for number, category in enumerate(categories):
        rows.append(_row(number + 2, (category, *(column.figures[number] for column in columns))))
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{"".join(rows)}</sheetData></worksheet>'
    parts = {name: (DECLARATION + text).encode() for name, text in {**FIXED, "xl/worksheets/sheet1.xml": sheet}.items()}
    return archive_of(Entry.of(name, parts[name], level=STORED) for name in in_order(parts))


def _row(number: int, cells: Iterable[str | Figure | None]) -> str:
    inside = "".join(_cell(f"{column_letters(column)}{number}", cell) for column, cell in enumerate(cells, start=1))
    return f'<row r="{number}">{inside}</row>'


def _cell(address: str, content: str | Figure | None) -> str:
    if isinstance(content, Figure):
        style = PERCENT_STYLE if content.percent else PLAIN_STYLE
        return f'<c r="{address}" s="{style}"><v>{content.text}</v></c>'
    if not content:
        return ""
    return f'<c r="{address}" t="inlineStr"><is><t xml:space="preserve">{escape(legal(content))}</t></is></c>'
