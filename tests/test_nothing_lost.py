"""What a person filled in is printed, or its cell is told: every column of 议题发言 on every kind of row."""

from __future__ import annotations

import pytest

from pipeline.schema import ITEMS
from pipeline.schema.activities import STEPS
from tests.support.printed import printed
from tests.support.small import Change, cell_of, changed, examine
from tests.test_documents import document
from tests.test_example import printed_by

FILLED = {
    "议题": "研究器材",
    "汇报人": "李二",
    "发言人": "王三",
    "批评对象": "孙五",
    "发言要点": "话说得少。",
    "表决类型": "转正",
    "表决方式": "举手表决",
    "候选人": "周六",
    "应选人数": "17",
    "发出": "19",
    "收回": "21",
    "有效": "23",
    "赞成": "29",
    "反对": "31",
    "弃权": "37",
    "书面意见": "41",
    "决议": "下周再议。",
    "责任人": "吴七",
    "时限": "每月底",
    "监票人": "赵四",
    "计票人": "郑八",
    "支委会审查日期": "2025-11-11",
    "公示起止": "2025-11-12至2025-11-18",
    "附件": "签到表一份",
}
MEETING = "2025_07组织生活会与民主评议_20251205"


ABOUT = {"自我批评": "发言人", "表态": "发言人", "批评意见": "批评对象"}
"""The column that names whom a row is about: present at the meeting, they have a row of their own already."""


def others(heading: str, step: str) -> dict[str, str]:
    """Fill what the row needs around a cell: whom it is about, a vote for the figures of one."""
    about = ABOUT.get(step, "议题")
    needed = {about: FILLED[about]}
    if heading not in {"议题", "汇报人", "发言人", "批评对象", "发言要点", "决议", "责任人", "时限", "附件"}:
        needed["表决类型"] = "一般"
    return needed


@pytest.mark.parametrize("step", ["", *STEPS])
@pytest.mark.parametrize("heading", FILLED)
def test_every_filled_cell_is_printed_or_told(heading: str, step: str) -> None:
    cells = {"会议编号": "H5", "议题序号": "2", "环节": step, **others(heading, step), heading: FILLED[heading]}
    change: Change = ("议题发言", "+", "|".join(cells), "|".join(cells.values()))
    found = examine(change)
    where = cell_of(changed((change,)), "议题发言", "#8", heading)
    column = next(column for column in ITEMS.columns if column.heading == heading)
    value = getattr(found.records.items[-1], column.name)
    text = document(found, MEETING)
    before = "" if heading == ABOUT.get(step) else document(examine(), MEETING)
    told = any(str(finding.where) == where for finding in found.findings)
    for forms in printed(column, value):
        assert told or any(text.count(form) > before.count(form) for form in forms), (heading, step, text)


def test_every_printed_column_is_tried() -> None:
    said = {column.heading for column in ITEMS.columns if "会议记录" in printed_by(ITEMS.name, column.heading)}
    assert len(said) > 20
    assert said - set(FILLED) == set()


def test_an_evaluation_without_its_meeting_is_told() -> None:
    found = examine(("会议活动", "H6", "类型", "党员大会"))
    assert "民主评议" in found.cells("C33")
    assert "民主评议" not in examine().cells("C33")


def test_a_proof_without_its_figure_is_told() -> None:
    found = examine(("立项攻关", "L1", "效益金额", ""))
    for heading in ("计算依据", "确认人"):
        assert cell_of(found.rows, "立项攻关", "L1", heading) in found.cells("C33")


def test_a_target_or_a_zone_of_nobody_who_signs_is_told() -> None:
    gone: Change = ("党员名册", "D4", "转出日期", "2025-1-10")
    found = examine(gone, ("责任区", "一号台位", "责任党员", "赵四"))
    assert cell_of(found.rows, "责任目标", "改进夹具一套", "目标内容") in found.cells("C33")
    assert {"责任区!C2", "责任区!E2", "责任区!F2"} <= set(found.cells("C33"))


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ((("议题发言", "#1", "-", ""),), "H1"),
        ((("会议活动", "H3", "内容纪要", ""),), "H3"),
        ((("会议活动", "H4", "内容纪要", ""), ("议题发言", "+", "会议编号|议题序号|议题", "H4|1|讨论")), "H4"),
    ],
)
def test_a_meeting_at_which_nothing_was_said_is_told(changes: tuple[Change, ...], key: str) -> None:
    found = examine(*changes)
    assert found.cells("M01") == [cell_of(found.rows, "会议活动", key, "内容纪要")]
    assert examine().cells("M01") == []
