"""Turns the year at a glance into what its template is filled with."""

from __future__ import annotations

from typing import TypeAlias

from pipeline.documents.fields import Context, Value
from pipeline.glance.model import LOOKS, Cell, Glance, Mark, Notice
from pipeline.ooxml.xml import legal

Fields: TypeAlias = "dict[str, Value]"

STATES = {
    Mark.DONE: "做到",
    Mark.OFF: "偏离",
    Mark.MISSING: "缺",
    Mark.DUE: "到期",
    Mark.PENDING: "未到期",
    Mark.NONE: "不适用",
}
"""What a template calls each mark."""
PERIODS = {1: "月", 3: "季", 12: "年"}
"""Months that a cell of the chart covers to the name of such a period."""
MEMBER_CELLS = ("到会", "学时", "支委谈话", "党员谈话", "责任书")
"""The marked cells of a member, in the order of the model."""

PAGE = 10432
"""Height of the type area in twips."""
HEAD, NOTICE_LINE, NOTICE_LETTERS = 3600, 270, 38
"""What stands above the chart, each line of a notice, and the Chinese characters of such a line."""
CHART_SPACING = ((660, "宽"), (500, "中"))
"""Height a row of the chart must have at its disposal, to the name of its spacing; below the least one it is 密."""
PEOPLE_PAGE, PEOPLE_SPACING = 9300, ((440, "宽"),)
"""What the members' page has for its rows, and the same for them: a few members stand wide apart."""


def overview_context(glance: Glance) -> Context:
    """Give the fields of the year at a glance: texts, and for each marked cell its mark, colour, words and note."""
    found: Fields = {
        "标题": glance.title,
        "副题": glance.subtitle,
        "截至": glance.subtitle.split("\u3000", maxsplit=1)[0],
        "提示": glance.caution,
        "到期": _notice(glance.due),
        "缺项": _notice(glance.gaps),
        "概况": glance.figures,
        "图例": [{**_mark(mark), "说明": said} for mark, said in glance.legend],
        "组织生活": _chart(glance),
        "党员": _people(glance),
    }
    return {name: _legal(value) for name, value in found.items()}


def _legal(value: Value) -> Value:
    """Drop the characters that XML forbids, at any depth."""
    if isinstance(value, str):
        return legal(value)
    if isinstance(value, dict):
        return {name: _legal(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_legal(one) for one in value]
    return value


def _notice(notice: Notice) -> Fields:
    return {"题目": notice.title, "行": list(notice.lines)}


def _mark(mark: Mark) -> Fields:
    return {"记号": mark.value, "状态": STATES[mark], "底色": LOOKS[mark].fill}


def _marked(cell: Cell) -> Fields:
    """Give a marked cell; 字 is the mark with the text behind it."""
    assert cell.mark is not None
    return {**_mark(cell.mark), "字": cell.words, "文字": cell.text, "附注": cell.note}


def _chart(glance: Glance) -> Fields:
    lines = max(_lines(glance.due), _lines(glance.gaps)) + bool(glance.caution)
    rows = glance.chart.rows
    return {
        "题目": glance.chart.title,
        "行距": _spacing(PAGE - HEAD - NOTICE_LINE * lines, len(rows), CHART_SPACING),
        "表头": [heading.text for heading in glance.chart.headings],
        "行": [_duty(row) for row in rows],
    }


def _duty(row: tuple[Cell, ...]) -> Fields:
    label, *cells, total = row
    return {
        "名称": label.text,
        "附注": label.note,
        "周期": PERIODS[cells[0].span],
        "格": [_marked(cell) for cell in cells],
        "全年": total.text,
    }


def _people(glance: Glance) -> Fields:
    headings, rows = glance.people.headings, glance.people.rows
    grouped = len(headings) > 1 + len(MEMBER_CELLS)
    return {
        "题目": glance.people.title,
        "行距": _spacing(PEOPLE_PAGE, len(rows), PEOPLE_SPACING),
        "分组": grouped,
        "表头": [heading.text for heading in headings],
        "行": [_member(row, grouped=grouped) for row in rows],
    }


def _member(row: tuple[Cell, ...], *, grouped: bool) -> Fields:
    name, *cells = row
    group = cells.pop(0).text if grouped else ""
    marked = {field: _marked(cell) for field, cell in zip(MEMBER_CELLS, cells, strict=True)}
    return {"姓名": name.text, "附注": name.note, "党小组": group, **marked}


def _lines(notice: Notice) -> int:
    """Estimate the lines a notice takes on its half of the page."""
    return sum(1 + len(line) // NOTICE_LETTERS for line in notice.lines)


def _spacing(room: int, rows: int, heights: tuple[tuple[int, str], ...]) -> str:
    """Choose the widest spacing with which the rows fit the room."""
    return next((name for height, name in heights if height * rows <= room), "密")
