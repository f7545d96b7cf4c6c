"""Every rule of level warning: the row that breaks it, and the nearest one that does not."""

from __future__ import annotations

import re
from datetime import date

import pytest

from pipeline.findings import Level, Rule
from pipeline.rules import all_rules, candidates, catalogue, meetings, summary
from tests import test_candidates, test_error_rules, test_procedure
from tests.support.small import Change, cell_of, changed, examine
from tests.test_error_rules import (
    EVALUATION,
    EXEMPT,
    INFO,
    ITEMS,
    MEETINGS,
    POINTS,
    PROJECTS,
    ROSTER,
    TALK_HEADINGS,
    TALKS,
    TARGET_HEADINGS,
    TARGETS,
    Case,
    one,
    roster,
)

AWARDS, ZONES = "表彰处置", "责任区"
NEWCOMER = "编号|姓名|出生日期|岗位|党小组|党员类别|入党日期|批准日期|转正日期|党内职务"


def member(number: str, name: str, born: str = "1990-1-1", posts: str = "") -> Change:
    """Add somebody to the roster."""
    row = f"{number}|{name}|{born}|车工|二组|正式|2015-6-1|2015-7-1|2016-6-1|{posts}"
    return (ROSTER, "+", NEWCOMER, row)


def crowd(size: int) -> tuple[Change, ...]:
    """Add so many members."""
    return tuple(member(f"D{100 + n}", f"甲{chr(0x4E00 + n)}") for n in range(size))


def talk(number: str, start: str, text: str, day: str = "2025-11-3") -> Change:
    """Add a talk."""
    row = f"{number}|谈心谈话|支委-党员|张一|孙五|{day}|{start}||车间|了解情况|{text}"
    return (TALKS, "+", TALK_HEADINGS, row)


def sentences(word: str) -> str:
    """Give a text long enough to be compared, all its own but for one word."""
    return f"两个人把上半年的账从头对到尾，发现{word}的单子少了一张，当场约定以后每周五下班前对一次。"


MEETING = "编号|类型|日期|开始|结束|地点|主持人|记录人|党小组|内容纪要"


def meeting(row: str) -> Change:
    """Add a meeting."""
    return (MEETINGS, "+", MEETING, row)


FULL_FEW = roster("转出日期", dict.fromkeys(("D4", "D5"), "2025-12-20"))
IDENTITY = "110101198501010011"
WRITTEN = ((ITEMS, "#2", "书面意见", "1"), (ITEMS, "#2", "有效", "7"), (ITEMS, "#2", "赞成", "7"))
SANCTION = (AWARDS, "+", "姓名|类别|名称|批准文号|日期", "周六|纪律处分|警告|青机纪〔2025〕1号|2025-5-6")
WITH_SECRETARY = talk("T21", "9:00", "书记问周六处分以后的想法，她说想通了，请大家看她的行动。")
HEARD = (WITH_SECRETARY, (TALKS, "T21", "谈话对象", "周六"))
UNVOTED = (ITEMS, "#2", "表决类型", "一般")
UNANIMOUS = (ITEMS, "#3", "决议", "一致通过。")
VETERAN = (
    (ROSTER, "D1", "出生日期", "1948-1-1"),
    (ROSTER, "D1", "入党日期", "1970-6-1"),
    (ROSTER, "D1", "批准日期", "1970-6-1"),
)
UNAPPROVED = (ROSTER, "D8", "批准日期", "")


def poll(topic: str) -> Change:
    """Add a second poll to the evaluation."""
    row = f"H6|2|{topic}|测评|无记名投票|7|7|7"
    return (ITEMS, "+", "会议编号|议题序号|议题|表决类型|表决方式|发出|收回|有效", row)


OTHER = "把每台车床的保养记录翻了一遍，缺的三张当天补齐，下个月轮到孙五检查，照样贴在墙上给大家看。"
EIGHT = tuple(
    talk(f"T{n}", f"{n - 12}:00", f"第{n}次谈的是不同的事情，内容各不相同{chr(0x4E00 + n) * 9}。")
    for n in range(20, 28)
)

RECTIFICATIONS = "整改事项"


def problem(due: str, progress: str, finished: str) -> Change:
    """Add a problem that the organisational-life meeting of 5 December found."""
    row = f"H5|1|查摆问题|下班组少|{due}|{progress}|{finished}"
    return (ITEMS, "+", "会议编号|议题序号|环节|发言要点|时限|完成情况|完成日期", row)


def carried(found: str, due: str, progress: str, finished: str) -> Change:
    """Add a problem that last year left open."""
    row = f"上年组织生活会|{found}|记录不细|{due}|{progress}|{finished}"
    return (RECTIFICATIONS, "+", "来源|提出日期|问题|时限|完成情况|完成日期", row)


CASES = [
    Case("Z01", (problem("2025-12-30", "", ""),), (ITEMS, "#8", "完成日期"), (problem("2025-12-31", "", ""),)),
    Case("Z01", (problem("2025-12-20", "办了一半", ""),), (ITEMS, "#8", "完成日期"), (problem("全年", "办了一半", ""),)),
    Case(
        "Z01",
        (carried("2024-12-6", "2025-6-30", "", ""),),
        (RECTIFICATIONS, "#1", "完成日期"),
        (carried("2024-12-6", "2025-6-30", "都补上了", "2025-7-20"),),
    ),
    Case(
        "Z02",
        (problem("2025-12-31", "去了三次", "2025-12-4"),),
        (ITEMS, "#8", "完成日期"),
        (problem("2025-12-31", "去了三次", "2025-12-5"),),
    ),
    Case(
        "Z02",
        (carried("2024-12-6", "", "都补上了", "2024-12-5"),),
        (RECTIFICATIONS, "#1", "完成日期"),
        (carried("2024-12-6", "", "都补上了", "2024-12-6"),),
    ),
    Case(
        "Z02",
        (problem("2026-3-31", "去了三次", "2026-1-16"),),
        (ITEMS, "#8", "完成日期"),
        (problem("2026-3-31", "去了三次", "2026-1-15"),),
    ),
    Case("Z03", (problem("", "", "2025-12-20"),), (ITEMS, "#8", "完成情况"), (problem("", "去了三次", "2025-12-20"),)),
    Case("Z03", ((ITEMS, "#1", "完成日期", "2025-3-20"),), (ITEMS, "#1", "完成情况"), ((ITEMS, "#1", "完成情况", "报了"),)),
    Case(
        "R02",
        ((ROSTER, "D5", "姓名", "赵四"), (ROSTER, "D5", "出生日期", "")),
        (ROSTER, "D5", "出生日期"),
        ((ROSTER, "D5", "姓名", "赵四"),),
    ),
    Case("R04", (*VETERAN, (ROSTER, "D1", "转正日期", "1971-5-31")), (ROSTER, "D1", "转正日期"), (*VETERAN, (ROSTER, "D1", "转正日期", "1971-6-1"))),
    one("R05", ROSTER, "D4", "转正日期", "2012-6-2", "2012-6-1"),
    Case(
        "R06",
        ((ROSTER, "D8", "入党日期", "2024-12-30"),),
        (ROSTER, "D8", "转正日期"),
        ((ROSTER, "D8", "入党日期", "2024-12-31"),),
    ),
    Case(
        "R06",
        ((ROSTER, "D8", "入党日期", "2024-6-1"), (ROSTER, "D8", "延长预备期至", "2025-11-30")),
        (ROSTER, "D8", "延长预备期至"),
        ((ROSTER, "D8", "入党日期", "2024-6-1"), (ROSTER, "D8", "延长预备期至", "2026-6-1")),
    ),
    Case(
        "R09",
        ((ROSTER, "D1", "转正日期", "2023-6-19"),),
        (ROSTER, "D1", "党内职务"),
        ((ROSTER, "D1", "转正日期", "2023-6-18"),),
    ),
    Case(
        "R12",
        ((ROSTER, "D4", "外出日期", "2025-3-1"), (ROSTER, "D4", "返回日期", "2025-9-1")),
        (ROSTER, "D4", "外出日期"),
        ((ROSTER, "D4", "外出日期", "2025-3-1"), (ROSTER, "D4", "返回日期", "2025-8-31")),
    ),
    Case("R14", crowd(43), (INFO, "支部类型", "内容"), crowd(42)),
    Case(
        "R15",
        roster("党内职务", dict.fromkeys(("D4", "D5", "D6"), "委员")),
        (INFO, "换届日期", "内容"),
        roster("党内职务", dict.fromkeys(("D4", "D5"), "委员")),
    ),
    Case("R16", FULL_FEW, (INFO, "换届日期", "内容"), roster("转出日期", {})),
    Case("R17", roster("党内职务", {"D3": "纪检委员"}), (INFO, "换届日期", "内容")),
    one("R18", INFO, "届满日期", "内容", "2026-6-30", "2026-7-1"),
    Case("R21", ((ROSTER, "D4", "备注", f"证号{IDENTITY}"),), (ROSTER, "D4", "备注"), ((ROSTER, "D4", "备注", IDENTITY[:-1]),)),
    Case("R21", ((POINTS, "办实事", "正文", f"帮{IDENTITY}办证。"),), (POINTS, "办实事", "正文")),
    Case("T02", ((TARGETS, "当突击队员", "类别", "岗位"),), (ROSTER, "D7", "姓名")),
    one("T03", TARGETS, "首件必检", "考核标准", "", "漏检扣分"),
    one("T03", TARGETS, "首件必检", "完成时限", "", "每月底"),
    one("T06", INFO, "责任书签订日期", "内容", "2025-4-1", "2025-3-31"),
    Case(
        "T06",
        ((ROSTER, "D7", "责任书签订日期", "2025-4-1"),),
        (ROSTER, "D7", "责任书签订日期"),
        ((ROSTER, "D7", "责任书签订日期", "2025-4-1"), (ROSTER, "D7", "转入日期", "2025-4-1")),
    ),
    one("T10", TARGETS, "按时参加组织生活", "适用", "书记岗、钳工", "书记岗、钳工、车工"),
    Case(
        "T11",
        ((TARGETS, "+", TARGET_HEADINGS, "13|吴七|个性|改进夹具一套，年底前交验。|0"), (TARGETS, "改进夹具一套", "目标内容", "改进夹具一套 年底前交验")),
        (TARGETS, "#13", "目标内容"),
        ((TARGETS, "+", TARGET_HEADINGS, "13|吴七|个性|改进量具一套，七月底交用。|0"), (TARGETS, "改进夹具一套", "目标内容", "改进夹具一套 年底前交验")),
    ),
    one("T11", TARGETS, "当突击队员", "适用", "吴七、周六", "吴七"),
    one("M01", MEETINGS, "H4", "内容纪要", "", "讲了三个问题。"),
    one("M03", MEETINGS, "H1", "结束", "14:09", "14:10"),
    one("M03", MEETINGS, "H1", "结束", "19:01", "19:00"),
    one("M07", MEETINGS, "H2", "缺席", "赵四(无故)", "赵四(事假)"),
    Case(
        "M08",
        (*EXEMPT, (ROSTER, "D4", "不计入应到", "卧床"), (ROSTER, "D4", "不计入大会通过日期", "2025-2-2"), (MEETINGS, "H5", "列席", "赵四(党员)")),
        (MEETINGS, "H5", "列席"),
        (*EXEMPT, (ROSTER, "D4", "不计入应到", "卧床"), (ROSTER, "D4", "不计入大会通过日期", "2025-12-6"), (MEETINGS, "H5", "列席", "")),
    ),
    Case(
        "M10",
        ((MEETINGS, "H2", "主持人", "王三"),),
        (MEETINGS, "H2", "委托说明"),
        ((MEETINGS, "H2", "主持人", "王三"), (MEETINGS, "H2", "委托说明", "书记出差，委托纪检委员主持")),
    ),
    one("M11", MEETINGS, "H3", "主持人", "吴七", "孙五"),
    one("M12", MEETINGS, "H3", "记录人", "赵四", "吴七"),
    Case("M12", ((MEETINGS, "H3", "缺席", "周六(事假)"),), (MEETINGS, "H3", "记录人")),
    one("M13", MEETINGS, "H3", "记录人", "孙五", "周六"),
    one("M16", MEETINGS, "H3", "授课人", "赵四", "吴七"),
    one("M16", MEETINGS, "H3", "列席", "赵四", "赵四(组织来指导)"),
    one("M17", MEETINGS, "H3", "日期", "2025-9-13", "2025-9-12"),
    one("M17", MEETINGS, "H3", "日期", "2025-10-1", "2025-9-28"),
    one("M17", MEETINGS, "H3", "结束", "22:01", "22:00"),
    Case(
        "M18",
        (meeting("H7|党小组会|2025-9-10|17:30|18:30|车间|王三|赵四|一组|一组学习的是安全规程。"),),
        (MEETINGS, "H7", "地点"),
        (meeting("H7|党小组会|2025-9-10|18:00|18:30|车间|王三|赵四|一组|一组学习的是安全规程。"),),
    ),
    Case(
        "M19",
        ((MEETINGS, "H3", "内容纪要", sentences("刀具")), meeting(f"H7|党小组会|2025-9-11|17:30|18:30|车间|王三|赵四|一组|{sentences('量具')}")),
        (MEETINGS, "H7", "内容纪要"),
        ((MEETINGS, "H3", "内容纪要", sentences("刀具")), meeting(f"H7|党小组会|2025-9-11|17:30|18:30|车间|王三|赵四|一组|{OTHER}")),
    ),
    Case(
        "M20",
        (meeting("H7|支委会|2025-3-6|16:00|17:00|会议室|张一|李二||另一件事。"),),
        (MEETINGS, "H7", "日期"),
        (meeting("H7|支委会|2025-3-7|16:00|17:00|会议室|张一|李二||另一件事。"),),
    ),
    Case(
        "M21",
        (meeting("H7|主题党日|2025-9-18|14:00|15:30|会议室|张一|李二||讲党课。"),),
        (MEETINGS, "H7", "类型"),
        (meeting("H7|主题党日|2025-9-18|15:30|16:30|会议室|张一|李二||讲党课。"),),
    ),
    one("M22", MEETINGS, "H1", "录入日期", "2025-3-14", "2025-3-13"),
    Case(
        "M24",
        ((MEETINGS, "H1", "照片", "P1"),),
        (MEETINGS, "H2", "照片"),
        tuple((MEETINGS, f"H{n}", "照片", f"P{n}") for n in range(1, 7)),
    ),
    one("M25", MEETINGS, "H5", "类型", "民主生活会", "组织生活会"),
    Case("V01", ((ITEMS, "#3", "弃权", "0"),), (ITEMS, "#3", "赞成"), ((ITEMS, "#3", "弃权", "1"),)),
    Case(
        "V05",
        ((MEETINGS, "H2", "缺席", "赵四(病假)、孙五(事假)、周六(事假)"), (ROSTER, "D7", "转出日期", "2025-6-20"), (ITEMS, "#2", "表决类型", "")),
        (ITEMS, "#3", "表决类型"),
        ((MEETINGS, "H2", "缺席", "赵四(病假)、孙五(事假)"), (ROSTER, "D7", "转出日期", "2025-6-20"), (ITEMS, "#2", "表决类型", "")),
    ),
    Case(
        "V07",
        (UNANIMOUS, (ITEMS, "#3", "赞成", ""), (ITEMS, "#3", "反对", ""), (ITEMS, "#3", "弃权", "")),
        (ITEMS, "#3", "决议"),
        (UNANIMOUS, (ITEMS, "#3", "赞成", "6"), (ITEMS, "#3", "反对", ""), (ITEMS, "#3", "弃权", "")),
    ),
    Case("V10", WRITTEN, (ITEMS, "#2", "附件"), (*WRITTEN, (ITEMS, "#2", "附件", "F1"))),
    Case(
        "V10",
        ((ITEMS, "#2", "书面意见", "1"), (ITEMS, "#2", "附件", "F1")),
        (ITEMS, "#2", "有效"),
        (*WRITTEN, (ITEMS, "#2", "附件", "F1")),
    ),
    one("V12", ITEMS, "#2", "监票人", "郑八", "王三"),
    Case("V12", ((ITEMS, "#2", "计票人", "郑八"),), (ITEMS, "#2", "计票人"), ((ITEMS, "#2", "计票人", "周六"),)),
    one("V13", ITEMS, "#2", "公示起止", "2025-6-11至2025-6-16", "2025-6-11至2025-6-17"),
    one("V13", ITEMS, "#2", "公示起止", "2025-5-30至2025-6-5", "2025-5-30至2025-6-6"),
    Case("V14", ((ROSTER, "D2", "转出日期", "2025-6-27"),), (ROSTER, "D8", "入党介绍人"), ((ROSTER, "D2", "转出日期", "2025-6-28"),)),
    Case("V14", (UNVOTED, (ROSTER, "D8", "入党介绍人", "张一")), (ROSTER, "D8", "入党介绍人"), (UNVOTED,)),
    Case("V15", (UNVOTED,), (ROSTER, "D8", "入党日期"), (UNVOTED, (ROSTER, "D8", "转入日期", "2025-8-1"))),
    Case("K01", ((TALKS, "T13", "谈话对象", "孙五、吴七、郑八"),), (ROSTER, "D6", "姓名"), ((TALKS, "T13", "谈话人", "王三"),)),
    Case("K02", ((TALKS, "T14", "谈话对象", "赵四、吴七、郑八"),), (ROSTER, "D6", "姓名"), ((TALKS, "T14", "日期", "2025-11-10"),)),
    Case("K02", ((TALKS, "T12", "-", ""),), (ROSTER, "D2", "姓名"), ((TALKS, "T12", "谈话对象", "王三"), (TALKS, "T12", "谈话人", "李二"))),
    Case("K07", (*EIGHT, talk("T28", "17:30", "第九次谈的是另外一件完全不同的事情，说完就散了。")), (TALKS, "T20", "日期"), EIGHT),
    Case("K08", (talk("T21", "9:00", sentences("刀具")), talk("T22", "10:00", sentences("量具"))), (TALKS, "T22", "谈话内容"), (talk("T21", "9:00", sentences("刀具")), talk("T22", "10:00", OTHER))),
    Case("K09", ((TALKS, "T1", "措施", ""),), (TALKS, "T1", "措施"), ((TALKS, "T1", "措施", ""), (TALKS, "T1", "诉求", ""))),
    one("K09", TALKS, "T1", "责任人", "", "李二"),
    Case(
        "K09",
        ((TALKS, "T1", "时限", "2025-12-30"),),
        (TALKS, "T1", "办理结果"),
        ((TALKS, "T1", "时限", "2025-12-31"),),
    ),
    one("K10", TALKS, "T2", "谈话人", "张一", "张一、李二"),
    Case("K11", (SANCTION,), (AWARDS, "周六", "姓名"), (SANCTION, *HEARD)),
    one("K13", TALKS, "T2", "家庭情况", "住在3号楼2单元", "住在队部旁边的小区"),
    one("K13", TALKS, "T2", "谈话内容", "老人去年查出糖尿病，孩子上学要人接送，想调个班次。", "老人身体不大好，孩子上学要人接送，想调个班次。"),
    Case("P01", roster("转入日期", {"D4": "2025-3-2"}), (PROJECTS, "L1", "负责人"), roster("转入日期", {"D4": "2025-3-1"})),
    Case("P01", ((ROSTER, "D4", "转出日期", "2025-12-31"),), (ZONES, "一号台位", "责任党员"), ((ROSTER, "D4", "转出日期", "2026-1-1"),)),
    Case(
        "P02",
        ((PROJECTS, "L1", "完成日期", ""), (PROJECTS, "L1", "时限", "2025-12-30")),
        (PROJECTS, "L1", "完成日期"),
        ((PROJECTS, "L1", "完成日期", ""), (PROJECTS, "L1", "时限", "2025-12-31")),
    ),
    one("D01", EVALUATION, "吴七", "等次", "优秀", "合格"),
    one("P05", PROJECTS, "L1", "措施", "请教了二十四年党龄的老师傅。", "请教了二十四年党龄的张一师傅。"),
    Case("D04", (poll("再次测评"),), (ITEMS, "#8", "议题"), (poll("评议支部班子"),)),
    one("D05", MEETINGS, "H6", "类型", "支委会、民主评议", "组织生活会、民主评议"),
    Case(
        "D07",
        ((EVALUATION, "吴七", "等次", "基本合格"), (EVALUATION, "吴七", "支部意见", "")),
        (EVALUATION, "吴七", "支部意见"),
        ((EVALUATION, "吴七", "等次", "合格"), (EVALUATION, "吴七", "支部意见", "")),
    ),
    one("Y03", INFO, "依据文件", "结果或备注", "", "2018年"),
    Case(
        "Y03",
        ((INFO, "+", "项目|内容|文号或含义|结果或备注", "依据文件|中国共产党纪律处分条例||2018年修订"),),
        (INFO, "#21", "结果或备注"),
        ((INFO, "+", "项目|内容|文号或含义|结果或备注", "依据文件|中国共产党纪律处分条例||2023年修订"),),
    ),
    one("Y03", POINTS, "办实事", "正文", "学《中国共产党基层组织选举工作暂行条例》。", "学《中国共产党基层组织选举工作条例》。"),
    one("Y04", POINTS, "办实事", "正文", "为××村修路。", "为吴家村修路。"),
    one("Y04", POINTS, "办实事", "正文", "为{{姓名}}办了一件事。", "为大家办了一件事。"),
    Case("Y05", (member("D9", "王建军"), (ITEMS, "#1", "责任人", "王健军")), (ITEMS, "#1", "责任人"), (member("D9", "王建军"), (ITEMS, "#1", "责任人", "李建军"))),
    Case("Y05", (member("D9", "王建军"), (POINTS, "办实事", "正文", "王军建同志修好了水龙头。")), (POINTS, "办实事", "正文"), (member("D9", "王建军"), (POINTS, "办实事", "正文", "王建军同志修好了水龙头。"))),
    one("Y06", POINTS, "办实事", "正文", "2025.03.05修好水龙头。", "2025年3月5日修好水龙头。"),
    one("Y06", POINTS, "办实事", "正文", "2025年03月05日修好水龙头。", "图号2025-03修好水龙头。"),
    one("Y08", POINTS, "办实事", "正文", "按“争先创优”（样样都要第一）来要求。", "按“争先创优”（争当先进、创造优绩）来要求。"),
    one("Y10", INFO, "委员分工", "文号或含义", "", "主持全面"),
    Case("Y10", ((INFO, "#16", "-", ""),), (ROSTER, "D2", "党内职务"), ((INFO, "#16", "文号或含义", "抓组织"),)),
    one("Y10", ROSTER, "D3", "党内职务", "组织委员、宣传委员、纪检委员", "宣传委员、纪检委员"),
    Case("G03", (UNAPPROVED, (ROSTER, "D8", "入党日期", "2025-6-29")), (ROSTER, "D8", "批准日期"), (UNAPPROVED, (ROSTER, "D8", "入党日期", "2025-6-30"))),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.at[2]}-{case.bad[0][3]}"[:60])
def test_warning_is_given_at_its_cell_and_not_for_its_neighbour(case: Case) -> None:
    broken = examine(*case.bad)
    assert cell_of(changed(case.bad), *case.at) in broken.cells(case.code, Level.WARNING, Level.BREACH)
    assert examine(*case.good).cells(case.code, Level.WARNING, Level.BREACH) == []


ELSEWHERE = ("C", "F", "G07", "G08", "G11", "R23")
"""Codes with tests of their own: cells in test_cell_rules.py, frequency in test_frequency_rules.py, the version of a
workbook in test_schema_version.py, and the folder of templates, which no workbook can show, in test_cli.py
(test_template_folders_are_looked_at_first)."""


def broken_by(case: Case | test_error_rules.Case) -> set[Rule]:
    """Give the rules that a case breaks at its cell: a code may have several."""
    where = cell_of(changed(case.bad), *case.at) if case.at[1] else case.at[0]
    return {f.rule for f in examine(*case.bad).findings if f.rule.code == case.code and str(f.where) == where}


def test_every_warning_has_its_pair() -> None:
    covered = {rule for case in (*CASES, *test_error_rules.CASES) for rule in broken_by(case)}
    covered |= {f.rule for _, bad, _ in test_procedure.REMINDERS for f in examine(*bad).findings}
    covered |= test_candidates.broken_by_pairs()
    covered |= {
        meetings.M10_NO_COMMITTEE,
        meetings.M05_WAITING,
        meetings.M27,
        summary.Y11_AHEAD,
        summary.Y12,
        summary.Y12_LATER,
        candidates.J13,
        candidates.J15,
        candidates.J15_GUEST,
        candidates.J17,
    }  # tests of their own, without a case
    warnings = {r for r in all_rules() if r.level is Level.WARNING and not r.code.startswith(ELSEWHERE)}
    assert {(rule.code, rule.title) for rule in warnings - covered} == set()


def test_every_rule_has_an_example() -> None:
    assert [code for code, rules in catalogue().items() if not all(rule.example for rule in rules)] == []


NAMES = re.compile(r"[A-Z]{1,2}\d+|GB/T|#REF!|Excel|WPS|Word|zhibu (?:rules|forms)")
"""What is written in Latin letters by its nature: numbers of rules, rows and cells, a standard, programs, a command."""


@pytest.mark.parametrize("rule", tuple(all_rules()), ids=lambda rule: f"{rule.code}-{rule.title}")
def test_the_catalogue_is_chinese_and_without_blanks(rule: Rule) -> None:
    for text in (rule.title, rule.example, rule.basis, rule.general_remedy):
        assert text
        assert not re.search(r"[A-Za-z{}‹›]", NAMES.sub("", text)), text


def test_what_falls_due_at_the_end_of_the_year_is_not_missed_before() -> None:
    nothing_said: tuple[Change, ...] = (
        (TALKS, "T13", "-", ""),
        (TALKS, "T14", "-", ""),
        SANCTION,
        (INFO, "成文日期", "内容", ""),
    )
    assert examine(*nothing_said).cells("K01") != []
    running = examine(*nothing_said, as_of=date(2025, 12, 30))
    assert running.cells("K01") + running.cells("K02") + running.cells("K11") == []


def test_who_came_late_in_the_year_need_not_have_been_talked_with() -> None:
    silent = (TALKS, "T13", "谈话对象", "孙五、周六、吴七")
    assert examine(silent).cells("K01") == []  # approved on 1 August
    early = (ROSTER, "D8", "批准日期", "2025-6-30")
    assert examine(silent, early).cells("K01") == ["党员名册!B9"]


def test_m17_knows_worked_weekends_and_says_where_it_knows_no_holidays() -> None:
    worked = (
        (INFO, "年度", "内容", "2026"),
        (MEETINGS, "H1", "日期", "2026-2-14"),
        (MEETINGS, "H2", "日期", "2026-10-1"),
    )
    assert examine(*worked, as_of=date(2026, 12, 31)).cells("M17", Level.WARNING) == ["会议活动!D3"]
    unknown = examine((INFO, "年度", "内容", "2051"), (MEETINGS, "H1", "日期", "2051-10-2"))
    assert unknown.cells("M17", Level.NOTE) == ["支部信息!B7"]
    assert "会议活动!D2" not in unknown.cells("M17", Level.WARNING)  # a Monday: no holiday is invented
    assert examine().cells("M17") == []


def test_private_matters_are_never_repeated() -> None:
    found = examine(
        (TALKS, "T2", "家庭情况", f"住3号楼2单元501室，证号{IDENTITY}，确诊肺癌"), (ROSTER, "D4", "备注", IDENTITY)
    )
    told = [finding for finding in found.findings if finding.rule.code in {"R21", "K13"}]
    assert sorted(finding.rule.code for finding in told) == ["K13", "R21", "R21"]
    for finding in told:
        shown = finding.message + finding.remedy + finding.where.value
        assert IDENTITY not in shown
        assert "501" not in shown
        assert "肺癌" not in shown


def test_r21_compares_the_birthday_with_the_cell() -> None:
    sound, wrong = (
        examine((ROSTER, "D4", "备注", number)) for number in (IDENTITY, IDENTITY.replace("19850101", "19850102"))
    )
    details = [[f.detail["differs"] for f in found.findings if f.rule.code == "R21"] for found in (sound, wrong)]
    assert details[0] == [""]
    assert details[1] != [""]


def test_y05_leaves_alone_who_is_named_often() -> None:
    guests = tuple((MEETINGS, f"H{n}", "列席", "王健军(职工代表)") for n in (2, 4, 5))
    assert examine(member("D9", "王建军"), *guests[:2]).cells("Y05") == ["会议活动!O3", "会议活动!O5"]
    assert examine(member("D9", "王建军"), *guests).cells("Y05") == []
