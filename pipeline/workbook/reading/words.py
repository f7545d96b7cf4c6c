"""Turns cells into texts, names, codes and choices."""

from __future__ import annotations

import re

from pipeline.schema import Column
from pipeline.wording import joined
from pipeline.workbook.reading.as_typed import shown
from pipeline.workbook.reading.context import Reading, ReadingContext
from pipeline.workbook.reading.dates import Remarked
from pipeline.workbook.reading.grid import Cell
from pipeline.workbook.reading.numbers import LARGEST_EXACT
from pipeline.workbook.reading.people import UnreadableError, hint_for, nearest
from pipeline.workbook.reading.text import INVISIBLE, SPACE, split_list, squeeze, trimmed

# Ranges apart: together in one set, Python would lay out a table of 65,536 entries for each.
NAME = re.compile("(?:[\u3400-\u9fff]|[\U00020000-\U000323af]|[·•‧∙・]){2,20}")
CODE = re.compile("(?:[0-9A-Za-z]|[\u4e00-\u9fff])(?:[0-9A-Za-z._/\\-]|[\u4e00-\u9fff])*")


def convert_text(value: Cell, _column: Column, _context: ReadingContext) -> Reading:
    """Take a text as typed."""
    if isinstance(value, bool):
        return Remarked(shown(value), "C27", "单元格里是逻辑值，多半是误输入，已照 Excel 显示的印出")
    return trimmed(shown(value))


def term(text: str) -> str:
    """Take spaces and invisible marks out of a name whose spaces mean nothing."""
    return SPACE.sub("", INVISIBLE.sub("", text))


def convert_term(value: Cell, _column: Column, _context: ReadingContext) -> Reading:
    """Take a name whose spaces mean nothing."""
    return term(shown(value))


def convert_name(value: Cell, _column: Column, _context: ReadingContext) -> Reading:
    """Take a person's own name; remark on what does not look like one."""
    plain = squeeze(shown(value))
    if not NAME.fullmatch(plain):
        return Remarked(plain, "C27", "姓名一般是两个以上的汉字，少数民族姓名中间可以有“·”")
    return plain


def convert_code(value: Cell, _column: Column, _context: ReadingContext) -> Reading:
    """Take a 编号; one of 16 digits typed as a number has lost its end (C25)."""
    if isinstance(value, float | int) and not isinstance(value, bool) and abs(value) >= LARGEST_EXACT:
        raise UnreadableError("C25")
    plain = squeeze(shown(value))
    if not CODE.fullmatch(plain):
        return Remarked(plain, "C27", "编号一般只有字母、数字和短横")
    return plain


ROW_OF_MEETING = re.compile(r"(?<=\w)[/／](\d{1,3})[/／](\d{1,3})(?![\w/／])", re.ASCII)
"""议题 and 发言 behind the 编号 of a meeting."""
KEPT = "\ue000"
"""Stands for a / that parts nothing while a list is split."""


def convert_codes(value: Cell, _column: Column, _context: ReadingContext) -> Reading:
    """Split a list of 编号; H067/2/3, a row of a meeting, is one of them."""
    kept = ROW_OF_MEETING.sub(f"{KEPT}\\1{KEPT}\\2", shown(value))
    return tuple(squeeze(part).replace(KEPT, "/") for part in split_list(kept))


def convert_nation(value: Cell, column: Column, _context: ReadingContext) -> Reading:
    """Take one of the 56 nations, with or without 族."""
    plain = term(shown(value))
    if plain in column.choices:
        return plain
    for name in (f"{plain}族", column.spellings.get(plain, "")):
        if name in column.choices:
            return name
    return Remarked(plain, "C27", f"不是五十六个民族的名称{hint_for(plain, column.choices)}")


def choose(text: str, column: Column) -> Reading:
    """Match a text against the choices of a column and their other spellings.

    Raises UnreadableError C09, or the rule the column names, with the choices and the nearest of them.
    """
    plain = squeeze(text)
    for choice in column.choices:
        if squeeze(choice) == plain:
            return choice
    for spelling, choice in column.spellings.items():
        if squeeze(spelling) == plain:
            return Remarked(choice, column.respelt.get(spelling, "C18"), "统一成规定的写法")
    near, choices = nearest(plain, column.choices), joined(column.choices)
    hint = f"，是不是“{near}”" if near else ""
    if column.printed_only:
        return Remarked(trimmed(text), "C09", choices=choices, hint=hint)
    code = column.unknown if column.unknown.startswith("D") else "C09"
    raise UnreadableError(code, choices=choices, hint=hint)


def convert_choice(value: Cell, column: Column, _context: ReadingContext) -> Reading:
    """Read one choice."""
    if isinstance(value, bool) and column.choices == ("是", "否"):
        return "是" if value else "否"
    return choose(shown(value), column)


def convert_choices(value: Cell, column: Column, _context: ReadingContext) -> Reading:
    """Read one or several choices."""
    parts = [part for token in split_list(shown(value)) for part in re.split(r"[+＋和与暨]", token) if part.strip()]
    chosen = [choose(part, column) for part in parts]
    found = tuple(dict.fromkeys(str(each.value if isinstance(each, Remarked) else each) for each in chosen))
    remark = next((each for each in chosen if isinstance(each, Remarked)), None)
    if remark is not None:
        return Remarked(found, remark.code, "统一成规定的写法", taken=joined(found))
    return found
