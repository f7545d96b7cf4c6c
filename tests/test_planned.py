"""Meetings that are only planned: told once, counted nowhere, no record; a row that tells more stays an error (M02)."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.documents import plan_documents
from pipeline.facts.duties import State, year_lines
from pipeline.facts.participation import participations
from pipeline.facts.planned import held, planned
from pipeline.findings import Level
from pipeline.flows import examining
from pipeline.flows.examining import opened
from tests.support.files import xlsx
from tests.support.small import Change, Examined, changed, examine

TODAY = date(2025, 11, 20)
"""H5 and H6 lie ahead; of H5 the workbook tells what was said, of H6 what was voted."""
MEETINGS, ITEMS = "会议活动", "议题发言"
ADDED: Change = (MEETINGS, "+", "编号|类型|日期", "H7|党员大会|2025-12-26")


def sound(*changes: Change, as_of: date = TODAY) -> Examined:
    """Examine the small branch in November, without what it tells of December."""
    return examine(*((ITEMS, f"#{row}", "-", None) for row in (7, 6, 5, 4)), *changes, as_of=as_of)


def test_a_row_ahead_that_tells_nothing_yet_is_planned_and_told_once() -> None:
    found = sound(ADDED)
    assert [meeting.number for meeting in planned(found.branch)] == ["H5", "H6", "H7"]
    assert found.cells("M02", Level.NOTE) == ["会议活动!D6", "会议活动!D7", "会议活动!D8"]
    assert found.cells("M02", Level.ERROR) == []
    assert not [
        f
        for f in found.findings
        if f.where.sheet == MEETINGS and f.where.row >= 6 and f.rule.code not in {"M02", "M01"}
    ]


@pytest.mark.parametrize(
    "change",
    [
        (MEETINGS, "H5", "内容纪要", "查了不足。"),
        (MEETINGS, "H5", "缺席", "赵四(病假)"),
        (MEETINGS, "H5", "缺席", "垃圾("),
        (MEETINGS, "H5", "签到实到", "8"),
        (ITEMS, "+", "会议编号|议题序号|议题|发言人|发言要点", "H5|1|查摆|张一|下班组少。"),
        (ITEMS, "+", "会议编号|议题序号|议题|决议", "H5|1|评议|同意。"),
        (ITEMS, "+", "会议编号|议题序号|议题|表决类型|赞成", "H5|1|评议|一般|7"),
    ],
)
def test_a_row_ahead_that_tells_what_happened_is_an_error(change: Change) -> None:
    found = sound(change)
    assert found.cells("M02", Level.ERROR) == ["会议活动!D6"]
    assert [meeting.number for meeting in planned(found.branch)] == ["H6"]


@pytest.mark.parametrize(
    "change",
    [
        (MEETINGS, "H5", "主题", "查摆不足"),
        (MEETINGS, "H5", "列席", "钱九(职工)"),
        (
            ITEMS,
            "+",
            "会议编号|议题序号|议题|汇报人|表决类型|表决方式|候选人|应选人数",
            "H5|1|选举|李二|选举|无记名投票|张一|1",
        ),
    ],
)
def test_what_can_be_known_before_leaves_a_row_planned(change: Change) -> None:
    found = sound(change)
    assert [meeting.number for meeting in planned(found.branch)] == ["H5", "H6"]
    assert found.codes(Level.ERROR) == set()


def test_who_is_to_be_admitted_need_not_be_on_the_roster_before_the_meeting() -> None:
    item = (ITEMS, "+", "会议编号|议题序号|议题|表决类型|表决方式|候选人", "H6|1|接收钱九|接收预备党员|无记名投票|钱九")
    assert sound(item).cells("C14") == []
    assert sound(item, as_of=date(2026, 1, 15)).cells("C14") == ["议题发言!L5"]


def test_the_day_itself_is_not_ahead() -> None:
    found = sound(as_of=date(2025, 12, 5))
    assert [meeting.number for meeting in planned(found.branch)] == ["H6"]


def test_a_planned_meeting_has_no_record_fulfils_no_duty_and_nobody_was_expected_at_it() -> None:
    found = sound(ADDED)
    branch = found.branch
    assert [meeting.number for meeting in held(branch)] == ["H1", "H2", "H3", "H4"]
    records = {document.sources[0].row for document in plan_documents(branch) if document.kind == "会议记录"}
    assert records == {2, 3, 4, 5}
    assert {m.number for line in year_lines(branch) for duty in line.duties for m in duty.meetings} == {
        "H1",
        "H2",
        "H3",
        "H4",
    }
    states = {line.kind: [duty.state for duty in line.duties] for line in year_lines(branch)}
    assert State.DONE not in states["组织生活会"]
    assert participations(branch)["D5"].expected == 3
    assert branch.evaluation_meeting is None


def test_the_last_day_told_is_not_a_planned_one() -> None:
    found = sound(("支部信息", "成文日期", "内容", None))
    days = {row.day for row in found.records.meetings}
    assert found.branch.told_until not in days - {meeting.day for meeting in held(found.branch)}
    assert sound(("支部信息", "成文日期", "内容", None), as_of=date(2026, 1, 15)).branch.told_until == date(
        2025, 12, 12
    )


def test_nothing_is_reminded_of_that_a_plan_may_leave_blank() -> None:
    _, findings = examining.examine(opened(xlsx(changed([ADDED])), "支部.xlsx"), TODAY)
    assert [f for f in findings if f.where.sheet == MEETINGS and f.where.row == 8 and f.rule.code == "M01"] == []
    _, findings = examining.examine(opened(xlsx(changed([ADDED])), "支部.xlsx"), date(2026, 1, 15))
    assert {f.where.heading for f in findings if f.where.row == 8 and f.rule.code == "M01"} >= {
        "开始",
        "地点",
        "主持人",
    }
