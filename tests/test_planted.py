"""Forty typos of forty kinds, typed into the example as a user would: each is told at its cell, and no other error."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.findings import Level
from pipeline.flows.check import check
from pipeline.flows.requests import CheckRequest
from tests.conftest import EXAMPLE, TODAY

R, T, M, I, K = "党员名册", "责任目标", "会议活动", "议题发言", "谈话记录"  # noqa: E741
P, D, S, B = "立项攻关", "民主评议", "总结要点", "支部信息"
Slip = tuple[str, str, str, str, str | int]
"""Code, sheet, first cell of the row (or #n for row n), heading, what is typed."""

SLIPS: tuple[Slip, ...] = (
    ("C07", K, "T010", "日期", "2025年4月"),
    ("C08", K, "T004", "开始", "十点多"),
    ("C09", K, "T006", "方式", "微信"),
    ("C14", M, "H010", "记录人", "苏茜"),
    ("C15", M, "H020", "缺席", "王海涛(公出)"),
    ("C16", "表彰处置", "冯志远", "会议编号", "H999"),
    ("C06", K, "T018", "地点", ""),
    ("K08", K, "T021", "谈话内容", "谈了工作。"),
    ("K12", K, "T014", "关联立项", "L09"),
    ("K03", K, "T028", "谈话对象", "马晓东"),
    ("K04", K, "T026", "谈话人", "林小燕"),
    ("K05", K, "T038", "日期", "2024-9-9"),
    ("M07", M, "H013", "缺席", "罗伟"),
    ("M03", M, "H019", "结束", "13:50"),
    ("M01", M, "H022", "地点", ""),
    ("M04", M, "H067", "签到实到", 23),
    ("M09", M, "H031", "缺席", "吴长林(公出)"),
    ("M10", M, "H053", "主持人", "周国梁"),
    ("M02", M, "H063", "日期", "2024-11-20"),
    ("M17", M, "H061", "日期", "2025-11-22"),
    ("M22", M, "H060", "录入日期", "2025-12-24"),
    ("M24", M, "H064", "照片", ""),
    ("M13", M, "H059", "记录人", "韩立峰"),
    ("R04", R, "D07", "转正日期", "2013-6-21"),
    ("R05", R, "D11", "转正日期", "2017-12-19"),
    ("R03", R, "D17", "出生日期", "1999-1-1"),
    ("R21", R, "D08", "备注", "110101198501010011"),
    ("P03", P, "L01", "确认人", ""),
    ("P02", P, "L02", "完成日期", "2025-5-8"),
    ("P04", P, "L03", "成果", ""),
    ("D02", D, "赵雪", "等次", "合格"),
    ("D03", D, "周国梁", "等次", "良好"),
    ("D07", D, "程建军", "支部意见", ""),
    ("Y01", S, "#3", "正文", "全年召开党员大会三次。"),
    ("Y02", S, "#4", "引用编号", "H999"),
    ("Y04", S, "#5", "正文", "为××同志办了一件事。"),
    ("Y06", S, "#6", "正文", "2025.03.05清点了旧件架。"),
    ("Y03", B, "党章版本", "内容", "2017年修正"),
    ("R18", B, "届满日期", "内容", "2025-12-30"),
    ("K10", K, "T003", "谈话人", "林晓燕"),
)

TOLD = {"M09": "主持人", "P03": "效益金额", "R03": "入党日期"}
"""Slips told at another cell of their row than the one changed."""


def address(sheet: Worksheet, key: str, heading: str) -> str:
    """Find a cell by its row and heading."""
    column = next(cell.column_letter for cell in sheet[1] if cell.value == heading)
    row = int(key[1:]) if key.startswith("#") else next(c.row for c in sheet["A"] if c.value == key)
    return f"{column}{row}"


def test_forty_slips_of_forty_kinds(tmp_path: Path) -> None:
    assert len(SLIPS) == 40
    assert len({code for code, *_ in SLIPS}) == 40
    book = load_workbook(EXAMPLE)
    places = []
    for code, name, key, heading, value in SLIPS:
        cell = address(book[name], key, heading)
        book[name][cell] = value or None
        told = address(book[name], key, TOLD[code]) if code in TOLD else cell
        places.append((code, f"{name}!{told}"))
        if code == "D07":
            book[name][address(book[name], key, "等次")] = "基本合格"
    path = tmp_path / "planted.xlsx"
    book.save(path)
    report = check(CheckRequest(workbook=path, as_of=TODAY))
    found = {(finding.rule.code, str(finding.where)) for finding in report.findings}
    assert sorted(set(places) - found) == []
    errors = {str(finding.where) for finding in report.findings if finding.level is Level.ERROR}
    assert sorted(errors - {cell for _, cell in places}) == []


def test_the_example_itself_has_no_error() -> None:
    assert check(CheckRequest(workbook=EXAMPLE, as_of=TODAY)).errors == []
