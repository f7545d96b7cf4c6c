"""A finding that lies between cells names them all: whichever is wrong, its reader finds it, and nothing prints it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.support.small import Change, cell_of, changed, examine

INFO, ROSTER, TARGETS, ZONES = "支部信息", "党员名册", "责任目标", "责任区"
MEETINGS, ITEMS, TALKS, PROJECTS = "会议活动", "议题发言", "谈话记录", "立项攻关"
EVALUATIONS, AWARDS, POINTS = "民主评议", "表彰处置", "总结要点"
Cell = tuple[str, str, str]
"""Sheet, key of the row and heading, as in a change; in 支部信息 the key twice."""


@dataclass(frozen=True)
class Case:
    """A rule, what breaks it, and the cells it lies between, the main one first."""

    code: str
    changes: tuple[Change, ...]
    places: tuple[Cell, ...]


def info(key: str) -> Cell:
    """Name the value of a key of 支部信息."""
    return INFO, key, key


def row(sheet: str, key: str, *headings: str) -> tuple[Cell, ...]:
    """Name several cells of one row."""
    return tuple((sheet, key, heading) for heading in headings)


def head(key: str, *headings: str) -> tuple[Cell, ...]:
    """Name several cells of a meeting."""
    return row(MEETINGS, key, *headings)


TWIN = "编号|方式|类型|谈话人|谈话对象|日期|开始|结束|地点|事由|谈话内容"
SAME_TEXT = "问了家里和班组的情况，他说夹具改进遇到困难，想要两天整块时间。"
DATES = ("入党日期", "批准日期", "转正日期")
LEFT = (ROSTER, "D4", "转出日期", "2025-5-1")
NO_TARGET = (TARGETS, "改进夹具一套", "-", "")

KEYS = [
    Case("M20", ((MEETINGS, "H4", "编号", "H3"),), ((MEETINGS, "#4", "编号"), (MEETINGS, "#3", "编号"))),
    Case("R02", ((ROSTER, "D5", "编号", "D4"),), ((ROSTER, "#5", "编号"), (ROSTER, "#4", "编号"))),
    Case(
        "R02",
        ((ROSTER, "D5", "姓名", "赵四"), (ROSTER, "D5", "出生日期", "1985-1-1")),
        (*row(ROSTER, "D5", "姓名", "出生日期"), *row(ROSTER, "D4", "姓名", "出生日期")),
    ),
    Case("C17", ((TALKS, "T2", "编号", "T1"),), ((TALKS, "#2", "编号"), (TALKS, "#1", "编号"))),
    Case(
        "C21",
        ((INFO, "+", "项目|内容", "年度|2024"),),
        ((INFO, "#21", "项目"), (INFO, "年度", "项目"), info("年度")),
    ),
    Case(
        "D06",
        ((EVALUATIONS, "吴七", "党员", "周六"),),
        ((EVALUATIONS, "#7", "党员"), (EVALUATIONS, "#6", "党员")),
    ),
    Case(
        "T09",
        ((TARGETS, "+", "序号|适用|类别|目标内容|考核标准|分值|完成时限", "13|吴七|个性|当突击队员|无|1|2025-11-30"),),
        (*row(TARGETS, "#13", "目标内容", "适用"), *row(TARGETS, "当突击队员", "目标内容", "适用")),
    ),
    Case("K12", ((TALKS, "T1", "关联立项", "L11"),), ((TALKS, "T1", "关联立项"), (PROJECTS, "L1", "编号"))),
    Case("C16", ((ITEMS, "H5", "会议编号", "H55"),), ((ITEMS, "H55", "会议编号"), (MEETINGS, "H5", "编号"))),
    Case(
        "C16",
        ((INFO, "#14", "内容", "机加工二组"), (ROSTER, "D8", "党小组", "机加二组")),
        ((ROSTER, "D8", "党小组"), (INFO, "#14", "内容")),
    ),
]
NAMES = [
    Case(
        "C14",
        ((ROSTER, "D4", "姓名", "赵四方"), (MEETINGS, "H4", "记录人", "赵四芳")),
        ((MEETINGS, "H4", "记录人"), (ROSTER, "D4", "姓名")),
    ),
    Case(
        "C14",
        ((ROSTER, "D4", "姓名", "赵四方"), (TARGETS, "改进夹具一套", "适用", "赵四芳")),
        ((TARGETS, "改进夹具一套", "适用"), (ROSTER, "D4", "姓名")),
    ),
    Case(
        "C15",
        ((ROSTER, "D5", "姓名", "赵四"),),
        ((MEETINGS, "H2", "缺席"), (ROSTER, "D4", "姓名"), (ROSTER, "D5", "姓名")),
    ),
    Case(
        "Y05",
        ((ROSTER, "D4", "姓名", "赵四方"), (ITEMS, "H1", "责任人", "赵四芳")),
        ((ITEMS, "H1", "责任人"), (ROSTER, "D4", "姓名")),
    ),
]
ROSTER_ROWS = [
    Case("R03", ((ROSTER, "D7", "出生日期", "1995-6-2"),), row(ROSTER, "D7", "入党日期", "出生日期")),
    Case("R04", ((ROSTER, "D7", "转正日期", "2014-5-31"),), row(ROSTER, "D7", "转正日期", "入党日期")),
    Case("R07", ((ROSTER, "D4", "转正日期", ""),), row(ROSTER, "D4", "转正日期", "党员类别", "入党日期")),
    Case("R08", ((ROSTER, "D8", "党内职务", "委员"),), row(ROSTER, "D8", "党内职务", "党员类别")),
    Case("R10", ((ROSTER, "D4", "批准日期", "2010-5-31"),), row(ROSTER, "D4", "批准日期", "入党日期")),
    Case("R11", (LEFT, (ROSTER, "D4", "转入日期", "2025-6-1")), row(ROSTER, "D4", "转出日期", "转入日期")),
    Case(
        "R09",
        ((ROSTER, "D1", "入党日期", "2022-6-1"), (ROSTER, "D1", "转正日期", "2023-6-19")),
        (*row(ROSTER, "D1", "党内职务", "转正日期"), info("换届日期")),
    ),
    Case(
        "R15",
        ((ROSTER, "D3", "党内职务", ""),),
        (info("换届日期"), (ROSTER, "D1", "党内职务"), (ROSTER, "D2", "党内职务")),
    ),
    Case(
        "R19",
        ((ROSTER, "D4", "小组长", "是"),),
        ((INFO, "#13", "内容"), *row(ROSTER, "D3", "党小组", "小组长"), *row(ROSTER, "D4", "党小组", "小组长")),
    ),
    Case(
        "R22",
        ((INFO, "#15", "内容", "赵四"),),
        ((INFO, "#15", "内容"), (ROSTER, "D4", "党内职务"), info("换届日期")),
    ),
    Case("Y10", ((ROSTER, "D3", "党内职务", "组织委员"),), ((ROSTER, "D3", "党内职务"), (ROSTER, "D2", "党内职务"))),
]
ATTENDANCE = [
    Case("R11", (LEFT,), (*head("H2", "缺席", "日期"), (ROSTER, "D4", "转出日期"))),
    Case(
        "M26",
        ((MEETINGS, "H2", "缺席", "赵四(病假)、郑八(事假)"), (MEETINGS, "H2", "列席", "")),
        (*head("H2", "缺席", "日期"), (ROSTER, "D8", "批准日期")),
    ),
    Case(
        "M14",
        ((MEETINGS, "H1", "缺席", "孙五(病假)"),),
        (*head("H1", "缺席", "日期", "类型"), (ROSTER, "D5", "党内职务"), info("换届日期")),
    ),
    Case(
        "M10",
        ((MEETINGS, "H2", "主持人", "孙五"),),
        (*head("H2", "主持人", "日期", "类型"), (ROSTER, "D5", "党内职务"), info("换届日期")),
    ),
    Case(
        "M08",
        ((MEETINGS, "H2", "列席", "孙五"),),
        (*head("H2", "列席", "日期"), *row(ROSTER, "D5", *DATES)),
    ),
    Case(
        "M08",
        ((MEETINGS, "H3", "列席", "吴七"),),
        (*head("H3", "列席", "日期", "类型", "党小组"), *row(ROSTER, "D7", *DATES, "党小组")),
    ),
    Case(
        "M06",
        ((MEETINGS, "H3", "缺席", "赵四(病假)"),),
        (*head("H3", "缺席", "日期", "类型", "党小组"), (ROSTER, "D4", "党小组")),
    ),
    Case(
        "M06",
        ((MEETINGS, "H2", "缺席", "赵四(病假)、孙五(事假)"), (ITEMS, "#3", "发言人", "孙五")),
        ((ITEMS, "#3", "发言人"), (MEETINGS, "H2", "缺席")),
    ),
    Case(
        "M05",
        ((MEETINGS, "H2", "签到应到", "8"),),
        (*head("H2", "签到应到", "日期", "类型"), (ROSTER, "D8", "批准日期")),
    ),
    Case("M04", ((MEETINGS, "H2", "签到实到", "5"),), head("H2", "签到实到", "签到应到", "缺席")),
    Case(
        "M15",
        ((MEETINGS, "H1", "缺席", "李二(病假)、王三(病假)"),),
        (
            *head("H1", "缺席", "日期", "类型"),
            *((ROSTER, number, "党内职务") for number in ("D1", "D2", "D3")),
            info("换届日期"),
        ),
    ),
    Case(
        "M11",
        ((MEETINGS, "H3", "主持人", "吴七"),),
        (*head("H3", "主持人", "党小组"), *row(ROSTER, "D5", "党小组", "小组长")),
    ),
    Case("M02", ((MEETINGS, "H1", "日期", "2024-12-31"),), (*head("H1", "日期"), info("年度"))),
    Case("M23", ((INFO, "换届日期", "内容", "2025-3-7"),), (*head("H1", "日期"), info("换届日期"))),
    Case(
        "M23",
        ((INFO, "+", "项目|内容", "成立日期|2025-3-7"),),
        (*head("H1", "日期"), (INFO, "成立日期", "内容")),
    ),
]
TWINS = [
    Case(
        "M18",
        ((TALKS, "T1", "日期", "2025-3-6"), (TALKS, "T1", "开始", "14:10"), (TALKS, "T1", "结束", "14:30")),
        (
            *row(TALKS, "T1", "开始", "日期", "结束", "谈话人", "谈话对象"),
            *head("H1", "日期", "开始", "结束"),
        ),
    ),
    Case(
        "K06",
        ((TALKS, "T12", "开始", "9:10"), (TALKS, "T12", "谈话人", "张一"), (TALKS, "T12", "谈话对象", "王三")),
        (
            *row(TALKS, "T12", "开始", "日期", "结束", "谈话人", "谈话对象"),
            *row(TALKS, "T11", "日期", "开始", "结束", "谈话人", "谈话对象"),
        ),
    ),
    Case(
        "K08",
        ((TALKS, "+", TWIN, f"T21|谈心谈话|支委-党员|李二|周六|2025-11-3|9:00|9:30|车间|了解思想|{SAME_TEXT}"),),
        ((TALKS, "T21", "谈话内容"), (TALKS, "T1", "谈话内容")),
    ),
    Case(
        "M20",
        ((MEETINGS, "H5", "类型", "党课"), (MEETINGS, "H5", "日期", "2025-9-18")),
        (*head("H5", "日期", "类型"), *head("H4", "日期", "类型")),
    ),
    Case(
        "T11",
        ((TARGETS, "当突击队员", "目标内容", "修旧利废若干件，交库房验收登记"), (TARGETS, "修旧利废十件", "目标内容", "修旧利废若干件，交库房验收登记")),
        ((TARGETS, "#11", "目标内容"), (TARGETS, "#9", "目标内容")),
    ),
]  # fmt: skip
VOTES = [
    Case(
        "V15",
        ((ROSTER, "D8", "入党日期", "2025-6-26"),),
        ((ROSTER, "D8", "入党日期"), (MEETINGS, "H2", "日期"), (ITEMS, "#2", "候选人")),
    ),
    Case(
        "V13",
        ((ITEMS, "#2", "支委会审查日期", "2025-6-28"),),
        ((ITEMS, "#2", "支委会审查日期"), (MEETINGS, "H2", "日期")),
    ),
    Case(
        "V14",
        ((ROSTER, "D2", "转正日期", "2025-6-28"),),
        ((ROSTER, "D8", "入党介绍人"), (MEETINGS, "H2", "日期"), (ROSTER, "D2", "转正日期")),
    ),
    Case(
        "V04",
        ((ITEMS, "#2", "发出", "7"),),
        ((ITEMS, "#2", "发出"), *head("H2", "日期", "缺席")),
    ),
    Case(
        "V12",
        ((ITEMS, "#2", "监票人", "郑八"),),
        ((ITEMS, "#2", "监票人"), (ITEMS, "#2", "候选人")),
    ),
]
AGREEMENTS = [
    Case("T06", ((INFO, "责任书签订日期", "内容", "2024-10-31"),), (info("责任书签订日期"), info("年度"))),
    Case(
        "T06",
        ((ROSTER, "D8", "责任书签订日期", "2025-6-26"),),
        row(ROSTER, "D8", "责任书签订日期", "入党日期"),
    ),
    Case(
        "T07",
        ((ROSTER, "D7", "转入日期", "2025-1-21"),),
        (*row(ROSTER, "D7", "责任书签订日期", "转入日期", "入党日期"), info("责任书签订日期")),
    ),
    Case(
        "T07",
        ((ROSTER, "D7", "转出日期", "2025-9-1"), (ROSTER, "D7", "责任书签订日期", "2025-9-1")),
        row(ROSTER, "D7", "责任书签订日期", "转出日期"),
    ),
    Case(
        "T08",
        ((ROSTER, "D1", "党内职务", "书记(2025-1-21起)"),),
        (info("责任书签订日期"), (ROSTER, "D1", "党内职务"), info("换届日期")),
    ),
    Case(
        "T04",
        ((TARGETS, "当突击队员", "分值", "14"),),
        (
            (TARGETS, "当突击队员", "分值"),
            (TARGETS, "当突击队员", "适用"),
            (ROSTER, "D7", "岗位"),
            info("责任书满分"),
        ),
    ),
]
OTHERS = [
    Case(
        "P01",
        ((ROSTER, "D4", "转入日期", "2025-6-1"),),
        ((PROJECTS, "L1", "负责人"), (ROSTER, "D4", "转入日期"), (PROJECTS, "L1", "完成日期")),
    ),
    Case(
        "P01",
        ((ROSTER, "D4", "转入日期", "2025-3-2"),),
        (*row(PROJECTS, "L1", "负责人", "立项日期"), (ROSTER, "D4", "转入日期")),
    ),
    Case(
        "P01",
        ((ROSTER, "D4", "转出日期", "2025-12-31"),),
        ((ZONES, "#1", "责任党员"), (ROSTER, "D4", "转出日期")),
    ),
    Case(
        "P05",
        ((PROJECTS, "L1", "措施", "十四年党龄的赵四带头画图试制。"),),
        (*row(PROJECTS, "L1", "措施", "立项日期", "完成日期"), (ROSTER, "D4", "转正日期")),
    ),
    Case(
        "K04",
        ((ROSTER, "D2", "转入日期", "2025-4-10"),),
        (*row(TALKS, "T2", "谈话人", "日期"), (ROSTER, "D2", "转入日期")),
    ),
    Case(
        "K05",
        ((ROSTER, "D4", "转入日期", "2025-4-9"),),
        (*row(TALKS, "T1", "日期", "谈话对象"), (ROSTER, "D4", "转入日期")),
    ),
    Case(
        "D02",
        ((EVALUATIONS, "郑八", "等次", "合格"),),
        ((EVALUATIONS, "郑八", "等次"), (ROSTER, "D8", "转正日期"), *head("H6", "日期", "类型")),
    ),
    Case(
        "D04",
        ((EVALUATIONS, "吴七", "合格票", "4"),),
        (*row(EVALUATIONS, "吴七", "优秀票", "合格票", "基本合格票", "不合格票"), (ITEMS, "H6", "有效")),
    ),
    Case(
        "D06",
        ((ROSTER, "D7", "转出日期", "2025-12-1"),),
        ((EVALUATIONS, "吴七", "党员"), (ROSTER, "D7", "转出日期"), *head("H6", "日期", "类型")),
    ),
    Case(
        "D07",
        ((AWARDS, "+", "姓名|类别|名称|批准文号|日期", "李二|纪律处分|警告|文|2025-1-1"),),
        ((EVALUATIONS, "李二", "等次"), *row(AWARDS, "李二", "姓名", "类别", "日期")),
    ),
    Case("Y07", ((INFO, "成文日期", "内容", "2025-12-11"),), (info("成文日期"), *head("H6", "日期"))),
]
CASES = [*KEYS, *NAMES, *ROSTER_ROWS, *ATTENDANCE, *TWINS, *VOTES, *AGREEMENTS, *OTHERS]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.code)
def test_a_finding_names_every_cell_it_lies_between(case: Case) -> None:
    found = examine(*case.changes)
    main, *further = (cell_of(changed(case.changes), *place) for place in case.places)
    told = [finding for finding in found.findings if finding.rule.code == case.code and str(finding.where) == main]
    assert told, [str(finding.where) for finding in found.findings if finding.rule.code == case.code]
    assert sorted(further) in [sorted(map(str, finding.further)) for finding in told]


def test_what_is_wrong_in_one_cell_points_nowhere_else() -> None:
    found = examine((TALKS, "T1", "地点", ""), (MEETINGS, "H1", "日期", "三月"))
    alone = [finding for finding in found.findings if finding.rule.code in {"C06", "C07"}]
    assert {finding.rule.code for finding in alone} == {"C06", "C07"}
    assert all(finding.places == (finding.where,) for finding in alone)


def test_every_further_place_is_a_cell_of_the_workbook() -> None:
    for case in CASES:
        for finding in examine(*case.changes).findings:
            assert all(place.row and place.column and place.heading for place in finding.further), finding.rule.code
