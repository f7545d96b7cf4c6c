"""Turns the schema into a workbook to fill in: headings, drop-downs, messages, and the example year on request."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from io import BytesIO

import xlsxwriter
from wcwidth import wcswidth
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from pipeline.schema import (
    GUIDE_SHEET,
    INFO_SHEET,
    MEETINGS,
    PROJECTS,
    ROSTER,
    SCHEMA_VERSION,
    TABLES,
    VERSION_PROPERTY,
    Column,
    Kind,
    Record,
    Sheet,
)
from pipeline.schema.branch import INFO_HEADINGS, info_columns
from pipeline.settings import SETTINGS_HEADINGS, SETTINGS_SHEET, default_text, options
from pipeline.workbook.starting.guide import guide_rows

Cell = str | int | float
Row = Mapping[str, Cell]
"""Field name to what stands in the cell."""

READY_ROWS = 500
"""Rows below the headings that have drop-downs and messages."""
MESSAGE_LIMIT = 255
WRAPPED_FROM = 16
"""Columns at least this wide wrap their text."""
NUMBERS = frozenset({Kind.INTEGER, Kind.DECIMAL})
NAMES = frozenset({Kind.PERSON, Kind.PEOPLE, Kind.ABSENCES, Kind.MAKEUPS, Kind.GUESTS})
INFO_ROWS = {"groups": 4, "duties": 7, "documents": 6, "slogans": 4, "campaigns": 2, "honours": 3}
"""Rows a repeated key of 支部信息 has in the blank workbook."""
SETTINGS_WIDTHS = (20, 22, 12, 30, 70)
INFO_FIELDS = ("content", "detail", "outcome")
INFO_WIDTHS = (16, 44, 34, 26, 60)
COLOURS = {"required": "#F4B183", "optional": "#DDEBF7", "checked": "#E7E6E6", "missing": "#FFC7CE"}


class Starter:
    """One workbook being written."""

    def __init__(self, year: int) -> None:
        """Start a workbook in memory whose bytes do not depend on the clock."""
        self.buffer = BytesIO()
        self.book = xlsxwriter.Workbook(self.buffer, {"in_memory": True, "strings_to_urls": False})
        self.book.set_properties({"title": f"党支部{year}年度工作簿", "created": datetime(year, 1, 1)})
        self.book.set_custom_property(VERSION_PROPERTY, SCHEMA_VERSION, "text")
        self.book.set_size(2400, 1400)
        base = {"font_name": "宋体", "font_size": 11, "valign": "top"}
        self.text = self.book.add_format({**base, "num_format": "@"})
        self.wrapped = self.book.add_format({**base, "num_format": "@", "text_wrap": True})
        self.number = self.book.add_format({**base, "num_format": "General"})
        self.plain = self.book.add_format({**base, "text_wrap": True, "font_color": "#595959"})
        self.title = self.book.add_format({"font_name": "黑体", "font_size": 16, "valign": "vcenter"})
        self.missing = self.book.add_format({"bg_color": COLOURS["missing"]})
        head = {
            "font_name": "黑体",
            "font_size": 11,
            "align": "center",
            "valign": "vcenter",
            "text_wrap": True,
            "border": 1,
        }
        self.heads = {name: self.book.add_format({**head, "bg_color": colour}) for name, colour in COLOURS.items()}

    def close(self) -> bytes:
        """Finish the workbook and give its bytes."""
        self.book.close()
        return self.buffer.getvalue()


def blank_workbook(year: int) -> bytes:
    """Write the workbook a secretary starts the year with."""
    return write_workbook(year, [{"key": "year", "content": year}], {})


def write_workbook(year: int, info: Sequence[Row], tables: Mapping[str, Sequence[Row]]) -> bytes:
    """Write a workbook with these rows: those of 支部信息 by key, those of each table by sheet name."""
    starter = Starter(year)
    write_guide(starter)
    last = write_info(starter, info)
    for table in TABLES:
        write_table(starter, table, tables.get(table.name, ()), last)
    write_settings(starter)
    return starter.close()


def write_guide(starter: Starter) -> None:
    """Write 填写说明."""
    sheet = starter.book.add_worksheet(GUIDE_SHEET)
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 24, starter.plain)
    sheet.set_column(1, 1, 100, starter.plain)
    sheet.write_string(0, 0, "填写说明", starter.title)
    sheet.set_row(0, 30)
    legend = {"必填": "required", "可不填": "optional", "只核对，不印": "checked", "红格": "missing"}
    head = starter.book.add_format({"font_name": "黑体", "font_size": 12, "valign": "vcenter", "bottom": 1})
    row = 1
    for name, text in guide_rows():
        if not text:
            sheet.write_string(row, 0, name, head)
            sheet.write_blank(row, 1, None, head)
            sheet.set_row(row, 24)
        else:
            sheet.write_string(row, 0, name, starter.heads[legend[name]] if name in legend else starter.plain)
            sheet.write_string(row, 1, text, starter.plain)
            sheet.set_row(row, 16 * (1 + len(text) // 52))
        row += 1
    page(sheet, landscape=False)


def write_info(starter: Starter, info: Sequence[Row]) -> dict[str, tuple[int, int]]:
    """Write 支部信息; give for each repeated key its first and last row, counted from 0."""
    sheet = starter.book.add_worksheet(INFO_SHEET)
    for index, (heading, width) in enumerate(zip(INFO_HEADINGS, INFO_WIDTHS, strict=True)):
        sheet.set_column(index, index, width, starter.plain if index == len(INFO_WIDTHS) - 1 else starter.wrapped)
        sheet.write_string(0, index, heading, starter.heads["required" if index < 2 else "optional"])
    sheet.set_row(0, 24)
    sheet.freeze_panes(1, 1)
    row, places = 1, {}
    for name, column in info_columns().items():
        given = [entry for entry in info if entry["key"] == name]
        first = row
        for number in range(max(len(given), INFO_ROWS.get(name, 1))):
            guide = column.help + (f"例：{column.example}" if column.example else "") if number == 0 else ""
            _write_key(starter, sheet, row, column, given[number] if number < len(given) else {}, guide)
            row += 1
        places[name] = (first, row - 1)
    page(sheet)
    return places


def _write_key(starter: Starter, sheet: Worksheet, row: int, column: Column, entry: Row, guide: str) -> None:
    shade = starter.heads["required" if column.required else "optional"]
    sheet.write_string(row, 0, column.heading, shade)
    texts = [str(entry.get(field, "")) for field in INFO_FIELDS]
    for index, field in enumerate(INFO_FIELDS, start=1):
        write_cell(sheet, row, index, entry.get(field, ""), starter.wrapped)
    sheet.write_string(row, 4, guide, starter.plain)
    sheet.set_row(row, height_of(zip([*texts, guide], INFO_WIDTHS[1:], strict=True)))
    if column.choices:
        sheet.data_validation(row, 1, row, 1, {"validate": "list", "source": list(column.choices)})
    if column.required:
        rule = {"type": "blanks", "format": starter.missing}
        sheet.conditional_format(row, 1, row, 1, rule)


def write_settings(starter: Starter) -> None:
    """Write 设置: every threshold with its default, the value left blank."""
    sheet = starter.book.add_worksheet(SETTINGS_SHEET)
    for index, (heading, width) in enumerate(zip(SETTINGS_HEADINGS, SETTINGS_WIDTHS, strict=True)):
        sheet.set_column(index, index, width, starter.wrapped if index == 1 else starter.plain)
        sheet.write_string(0, index, heading, starter.heads["optional" if index < 2 else "checked"])
    sheet.set_row(0, 24)
    sheet.freeze_panes(1, 1)
    for row, (name, option) in enumerate(options().items(), start=1):
        sheet.write_string(row, 0, option.heading, starter.heads["optional"])
        sheet.write_blank(row, 1, None, starter.wrapped)
        texts = (default_text(name), option.allowed, option.help)
        for index, text in enumerate(texts, start=2):
            sheet.write_string(row, index, text, starter.plain)
        sheet.set_row(row, height_of(zip(texts, SETTINGS_WIDTHS[2:], strict=True)))
        rule: dict[str, object] = {"input_title": option.heading, "input_message": option.help[:MESSAGE_LIMIT]}
        rule |= {"validate": "list", "source": list(option.choices)} if option.choices else {"validate": "any"}
        sheet.data_validation(row, 1, row, 1, rule)
    page(sheet)


def write_table(
    starter: Starter, table: Sheet[Record], rows: Sequence[Row], info_places: Mapping[str, tuple[int, int]]
) -> None:
    """Write one data sheet: headings with notes, drop-downs and messages below them, and the rows."""
    sheet = starter.book.add_worksheet(table.name)
    sheet.set_row(0, 32)
    last = max(READY_ROWS, len(rows) + 100)
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, column.width, body_format(starter, column))
        shade = (
            "required"
            if column.required
            else "optional"
            if column.prints or not column.help.endswith("不印。")
            else "checked"
        )
        sheet.write_string(0, index, column.heading, starter.heads[shade])
        sheet.write_comment(
            0, index, note(table, column, index), {"x_scale": 2.2, "y_scale": 1.6, "author": "填写说明"}
        )
        sheet.data_validation(1, index, last, index, validation(column, info_places))
        if column.required:
            whole = f"$A2:${xl_col_to_name(len(table.columns) - 1)}2"
            blank = f"=AND(COUNTA({whole})>0,LEN(TRIM({xl_rowcol_to_cell(1, index)}))=0)"
            rule = {"type": "formula", "criteria": blank, "format": starter.missing}
            sheet.conditional_format(1, index, last, index, rule)
    for number, row in enumerate(rows, start=1):
        sheet.set_row(number, row_height(table.columns, row))
        for index, column in enumerate(table.columns):
            write_cell(sheet, number, index, row.get(column.name, ""), body_format(starter, column))
    sheet.freeze_panes(1, 2)
    sheet.hide_gridlines(0)
    sheet.ignore_errors({"number_stored_as_text": f"A2:{xl_col_to_name(len(table.columns) - 1)}{last + 1}"})
    page(sheet)


def row_height(columns: Sequence[Column], row: Row) -> float:
    """Estimate the height at which every wrapped text of a row can be read."""
    wrapped = [column for column in columns if column.width >= WRAPPED_FROM]
    return height_of((str(row.get(column.name, "")), column.width) for column in wrapped)


def height_of(cells: Iterable[tuple[str, int]]) -> float:
    """Estimate the height in points that texts need in columns of these widths (Excel's limit is 409)."""
    lines = [sum(1 + int(wcswidth(line) * 1.08) // width for line in text.split("\n")) for text, width in cells]
    return min(409.0, 15.0 * max(lines, default=1) + 2)


def body_format(starter: Starter, column: Column) -> Format:
    """Choose the format of a column: numbers as numbers, everything else as text, long texts wrapped."""
    if column.kind in NUMBERS:
        return starter.number
    return starter.wrapped if column.width >= WRAPPED_FROM else starter.text


def write_cell(sheet: Worksheet, row: int, index: int, value: Cell, form: Format) -> None:
    """Write a value: numbers as numbers, texts as texts whatever they begin with; nothing for an empty one."""
    if isinstance(value, str):
        if value:
            sheet.write_string(row, index, value, form)
    else:
        sheet.write_number(row, index, value, form)


def note(table: Sheet[Record], column: Column, index: int) -> str:
    """Write the note of a heading: obligation, help, an example, choices; on the first heading also the sheet's own."""
    lines = [table.about, ""] if index == 0 else []
    lines.append(("必填。" if column.required else "可不填。") + column.help)
    if column.choices and len(column.choices) <= 13:
        lines.append("选项：" + "、".join(column.choices))
    if column.example:
        lines.append(f"例：{column.example}")
    return "\n".join(lines)


def validation(column: Column, info_places: Mapping[str, tuple[int, int]]) -> dict[str, object]:
    """Choose the guard of a column: a drop-down, a range for numbers, and always a message."""
    message = column.help + (f"例：{column.example}" if column.example else "")
    rule: dict[str, object] = {
        "input_title": column.heading[:32],
        "input_message": message[:MESSAGE_LIMIT],
        "validate": "any",
    }
    if column.choices and column.kind in {Kind.CHOICE, Kind.CHOICES, Kind.POSTS}:
        rule |= {"validate": "list", "source": list(column.choices)}
        if column.kind is Kind.CHOICE:
            rule |= {"error_title": "请从下拉里选", "error_message": f"“{column.heading}”只能是下拉里的选项。"}
        else:
            rule |= {"show_error": False}
    elif column.refers == "党小组":
        first, last = info_places["groups"]
        rule |= {"validate": "list", "source": f"={INFO_SHEET}!$B${first + 1}:$B${last + 1}", "show_error": False}
    elif column.refers in {MEETINGS.name, PROJECTS.name}:
        rule |= {"validate": "list", "source": f"={column.refers}!$A$2:$A${READY_ROWS + 1}", "show_error": False}
    elif column.kind in NAMES:
        rule |= {"validate": "list", "source": f"={ROSTER.name}!$B$2:$B${READY_ROWS + 1}", "show_error": False}
    elif column.kind in NUMBERS:
        rule |= {"validate": "decimal", "criteria": ">=", "value": column.minimum or 0, "error_type": "warning"}
        rule |= {"error_title": "要填数", "error_message": f"“{column.heading}”只写数，不带单位。"}
    return rule


def page(sheet: Worksheet, *, landscape: bool = True) -> None:
    """Set up printing: A4, as wide as the page, headings on every page."""
    sheet.set_paper(9)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C第 &P 页，共 &N 页")
