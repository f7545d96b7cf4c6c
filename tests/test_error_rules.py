"""Every rule of level error: the row that breaks it, and the nearest one that does not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from pipeline.findings import Level
from pipeline.rules import catalogue
from tests.support.small import Change, cell_of, changed, examine
from tests.test_candidates import broken_by_pairs

ROSTER, TARGETS, MEETINGS, ITEMS = "党员名册", "责任目标", "会议活动", "议题发言"
TALKS, PROJECTS, EVALUATION, AWARDS, POINTS = "谈话记录", "立项攻关", "民主评议", "表彰处置", "总结要点"
INFO = "支部信息"
Place = tuple[str, str, str]


@dataclass(frozen=True)
class Case:
    """A rule, the changes that break it, the cell it is told at, and changes that just do not break it."""

    code: str
    bad: tuple[Change, ...]
    at: Place
    good: tuple[Change, ...] = ()


def one(code: str, sheet: str, key: str, heading: str, bad: str, good: str | None = None) -> Case:
    """Make the case of a single cell: bad value, and the nearest good one (the small branch's own if not given)."""
    fine = () if good is None else ((sheet, key, heading, good),)
    return Case(code, ((sheet, key, heading, bad),), (sheet, key, heading), fine)


def roster(heading: str, values: dict[str, str]) -> tuple[Change, ...]:
    """Change one column of some members."""
    return tuple((ROSTER, key, heading, value) for key, value in values.items())


ALL_BUT_SEVEN = "张一、李二、王三、赵四、孙五、周六、郑八"
ALONE = ((TARGETS, "按时参加组织生活", "适用", ALL_BUT_SEVEN), (TARGETS, "当突击队员", "适用", "周六"))
AWAY_3 = "赵四(病假)、孙五(事假)、周六(事假)"
AWAY_4 = f"{AWAY_3}、吴七(事假)"
UNSIGNED = ((MEETINGS, "H2", "签到应到", ""), (MEETINGS, "H2", "签到实到", ""))
COUNTED_8 = (
    (ROSTER, "D8", "入党日期", "2024-6-27"),
    (ROSTER, "D8", "批准日期", "2024-8-1"),
    (MEETINGS, "H2", "列席", ""),
)
TARGET_HEADINGS = "序号|适用|类别|目标内容|分值"
TALK_HEADINGS = "编号|方式|类型|谈话人|谈话对象|日期|开始|结束|地点|事由|谈话内容"
TALK = "T3|谈心谈话|支委-党员|张一|孙五|2025-4-8|{}|10:00|车间|了解情况|谈了首件检验的事，他愿意把漏检的毛病改掉，请大家监督。"
AWARD_HEADINGS = "姓名|类别|名称|批准文号|日期"
EXEMPT = roster("不计入依据", {"D4": "文号"}) + roster("不计入上级同意日期", {"D4": "2025-2-1"})

CASES = [
    one("R01", ROSTER, "D4", "入党日期", ""),
    Case("R01", ((ROSTER, "D4", "姓名", ""),), (ROSTER, "D4", "姓名"), ((ROSTER, "D4", "备注", ""),)),
    one("R01", ROSTER, "D4", "党员类别", ""),
    Case("R02", ((ROSTER, "D5", "编号", "D4"),), (ROSTER, "#5", "编号"), ((ROSTER, "D5", "编号", "D44"),)),
    Case(
        "R02",
        ((ROSTER, "D5", "姓名", "赵四"), (ROSTER, "D5", "出生日期", "1985-1-1")),
        (ROSTER, "D5", "姓名"),
        ((ROSTER, "D5", "姓名", "赵四"), (ROSTER, "D5", "出生日期", "1985-1-2")),
    ),
    Case(
        "R03",
        ((ROSTER, "D7", "出生日期", "1995-6-2"),),
        (ROSTER, "D7", "入党日期"),
        ((ROSTER, "D7", "出生日期", "1995-6-1"),),
    ),
    one("R04", ROSTER, "D7", "转正日期", "2014-5-31", "2014-6-1"),
    one("R07", ROSTER, "D4", "转正日期", ""),
    one("R07", ROSTER, "D8", "转正日期", "2026-1-1"),
    Case(
        "R08", ((ROSTER, "D8", "党内职务", "委员"),), (ROSTER, "D8", "党内职务"), ((ROSTER, "D4", "党内职务", "委员"),)
    ),
    one("R10", ROSTER, "D4", "转正日期", "2026-1-16", "2026-1-15"),
    one("R10", ROSTER, "D4", "入党日期", "1984-12-31", "1985-1-1"),
    one("R10", ROSTER, "D4", "批准日期", "2010-5-31", "2010-6-1"),
    Case(
        "R11",
        ((ROSTER, "D4", "转入日期", "2025-5-1"), (ROSTER, "D4", "转出日期", "2025-5-1")),
        (ROSTER, "D4", "转出日期"),
        ((ROSTER, "D4", "转入日期", "2025-5-1"), (ROSTER, "D4", "转出日期", "2025-7-2")),
    ),
    Case(
        "R11",
        ((ROSTER, "D4", "转出日期", "2025-6-27"),),
        (MEETINGS, "H2", "缺席"),
        ((ROSTER, "D4", "转出日期", "2025-6-28"),),
    ),
    Case(
        "R13",
        roster("转出日期", dict.fromkeys(("D3", "D4", "D5", "D6", "D7"), "2025-12-20")),
        (INFO, "支部类型", "内容"),
        roster("转出日期", dict.fromkeys(("D4", "D5", "D6", "D7"), "2025-12-20")),
    ),
    Case("R15", roster("党内职务", {"D3": ""}), (INFO, "换届日期", "内容")),
    one("R18", INFO, "届满日期", "内容", "2025-12-30", "2025-12-31"),
    one("R19", ROSTER, "D4", "党小组", "", "二组"),
    Case("R19", roster("小组长", {"D3": ""}), (INFO, "党小组", "内容"), roster("小组长", {"D3": "", "D4": "是"})),
    Case("R19", roster("小组长", {"D4": "是"}), (INFO, "党小组", "内容")),
    Case(
        "R20",
        ((ROSTER, "D4", "不计入应到", "病休"), *EXEMPT),
        (ROSTER, "D4", "不计入大会通过日期"),
        ((ROSTER, "D4", "不计入应到", "病休"), *EXEMPT, (ROSTER, "D4", "不计入大会通过日期", "2025-2-2")),
    ),
    one("R22", INFO, "委员分工", "内容", "张十", "李二"),
    one("R22", INFO, "委员分工", "内容", "赵四", "王三"),
    Case(
        "T01",
        (*ALONE, (TARGETS, "首件必检", "适用", "孙五、周六、郑八")),
        (ROSTER, "D7", "姓名"),
        ALONE,
    ),
    one("T04", TARGETS, "当突击队员", "分值", "14", "15"),
    one("T05", TARGETS, "当突击队员", "得分", "15.5", "15"),
    Case(
        "T05",
        ((TARGETS, "按时参加组织生活", "得分", "58、吴七20"),),
        (EVALUATION, "吴七", "等次"),
        ((TARGETS, "按时参加组织生活", "得分", "58、吴七21"),),
    ),
    one("T06", INFO, "责任书签订日期", "内容", "2024-10-31", "2024-11-1"),
    one("T06", ROSTER, "D8", "责任书签订日期", "2025-6-26", "2025-6-27"),
    one("T06", ROSTER, "D8", "责任书签订日期", "2026-3-2", "2026-2-28"),
    Case(
        "T07",
        ((ROSTER, "D7", "转入日期", "2025-1-21"),),
        (ROSTER, "D7", "责任书签订日期"),
        ((ROSTER, "D7", "转入日期", "2025-1-20"),),
    ),
    Case(
        "T07",
        ((ROSTER, "D7", "转出日期", "2025-9-1"), (ROSTER, "D7", "责任书签订日期", "2025-9-1")),
        (ROSTER, "D7", "责任书签订日期"),
        ((ROSTER, "D7", "转出日期", "2025-9-1"), (ROSTER, "D7", "责任书签订日期", "2025-8-31")),
    ),
    Case(
        "T08",
        roster("党内职务", {"D1": "书记(2025-1-21起)"}),
        (INFO, "责任书签订日期", "内容"),
        roster("党内职务", {"D1": "书记(2025-1-20起)"}),
    ),
    Case(
        "T09",
        ((TARGETS, "+", TARGET_HEADINGS, "13|吴七|个性|当突击队员|0"),),
        (TARGETS, "#13", "目标内容"),
        ((TARGETS, "+", TARGET_HEADINGS, "13|周六|个性|当突击队员|0"),),
    ),
    one("M01", MEETINGS, "H1", "地点", ""),
    Case("M01", ((MEETINGS, "H1", "记录人", ""),), (MEETINGS, "H1", "记录人"), ((MEETINGS, "H1", "主题", ""),)),
    one("M01", MEETINGS, "H3", "党小组", ""),
    one("M02", MEETINGS, "H1", "日期", "2024-12-31", "2025-1-1"),
    one("M02", MEETINGS, "H6", "日期", "2026-1-16", "2025-12-13"),
    one("M03", MEETINGS, "H1", "结束", "14:00", "14:01"),
    one("M04", MEETINGS, "H2", "签到实到", "5", "6"),
    one("M05", MEETINGS, "H2", "签到应到", "8", "7"),
    one("M06", MEETINGS, "H2", "签到实到", "7", "6"),
    Case(
        "M06",
        ((MEETINGS, "H2", "缺席", "赵四(病假)、钱十(事假)"),),
        (MEETINGS, "H2", "缺席"),
        (*UNSIGNED, (MEETINGS, "H2", "缺席", "赵四(病假)、吴七(事假)")),
    ),
    Case(
        "M06",
        ((MEETINGS, "H2", "缺席", "赵四(病假)、孙五(事假)"),),
        (ITEMS, "#3", "发言人"),
        (*UNSIGNED, (MEETINGS, "H2", "缺席", "赵四(病假)、周六(事假)")),
    ),
    one("M07", MEETINGS, "H2", "缺席", "赵四", "赵四(病)"),
    one("M08", MEETINGS, "H2", "列席", "孙五(代表)", "郑八(发展对象)"),
    Case(
        "M09",
        ((MEETINGS, "H3", "缺席", "孙五(事假)"),),
        (MEETINGS, "H3", "主持人"),
        ((MEETINGS, "H3", "缺席", "周六(事假)"),),
    ),
    one("M09", MEETINGS, "H3", "主持人", "赵四", "周六"),
    one("M10", MEETINGS, "H2", "主持人", "孙五", "王三"),
    one("M14", MEETINGS, "H1", "缺席", "孙五(事假)", "王三(事假)"),
    Case("M14", ((ITEMS, "#1", "汇报人", "孙五"),), (ITEMS, "#1", "汇报人"), ((ITEMS, "#1", "汇报人", "王三"),)),
    one("M15", MEETINGS, "H1", "缺席", "李二(公出)、王三(公出)", "王三(公出)"),
    Case(
        "M18",
        ((TALKS, "T1", "日期", "2025-3-6"), (TALKS, "T1", "开始", "14:59"), (TALKS, "T1", "结束", "15:30")),
        (TALKS, "T1", "开始"),
        ((TALKS, "T1", "日期", "2025-3-6"), (TALKS, "T1", "开始", "15:00"), (TALKS, "T1", "结束", "15:30")),
    ),
    Case("M20", ((MEETINGS, "H4", "编号", "H3"),), (MEETINGS, "#4", "编号"), ((MEETINGS, "H4", "编号", "H33"),)),
    Case(
        "M23",
        ((INFO, "换届日期", "内容", "2025-3-7"),),
        (MEETINGS, "H1", "日期"),
        ((INFO, "换届日期", "内容", "2025-3-6"),),
    ),
    Case(
        "M26",
        ((MEETINGS, "H2", "列席", ""), (MEETINGS, "H2", "缺席", "赵四(病假)、郑八(事假)")),
        (MEETINGS, "H2", "缺席"),
        ((MEETINGS, "H4", "缺席", "郑八(事假)"),),
    ),
    Case("F06", ((MEETINGS, "H5", "类型", "主题党日"),), (MEETINGS, "", "")),
    one("V01", ITEMS, "#2", "有效", "5", "6"),
    Case(
        "V01",
        ((ITEMS, "#2", "收回", "5"),),
        (ITEMS, "#2", "有效"),
        ((ITEMS, "#2", "收回", "5"), (ITEMS, "#2", "书面意见", "1")),
    ),
    one("V02", ITEMS, "#2", "收回", "7", "6"),
    one("V04", ITEMS, "#2", "发出", "7", "6"),
    Case("V03", ((ITEMS, "#3", "赞成", "6"),), (ITEMS, "#3", "赞成"), ((ITEMS, "#3", "赞成", "5"),)),
    Case("V04", (*COUNTED_8, (ITEMS, "#2", "发出", "7")), (ITEMS, "#2", "发出"), COUNTED_8),
    Case("V05", ((MEETINGS, "H2", "缺席", AWAY_4),), (ITEMS, "#3", "表决类型"), ((MEETINGS, "H2", "缺席", AWAY_3),)),
    Case("V06", ((MEETINGS, "H2", "缺席", AWAY_4),), (ITEMS, "#2", "表决类型"), ((MEETINGS, "H2", "缺席", AWAY_3),)),
    Case(
        "V07",
        ((ITEMS, "#2", "赞成", "3"), (ITEMS, "#2", "反对", "3")),
        (ITEMS, "#2", "决议"),
        ((ITEMS, "#2", "赞成", "4"), (ITEMS, "#2", "反对", "2")),
    ),
    one("V07", ITEMS, "#3", "决议", "未通过。", "通过。"),
    one("V08", ITEMS, "#2", "表决方式", "举手表决", "无记名投票"),
    one("V09", ITEMS, "#2", "候选人", "郑八、吴七", "郑八"),
    one("V12", ITEMS, "#2", "监票人", "", "王三"),
    one("V12", ITEMS, "#2", "计票人", "", "周六"),
    one("V13", ITEMS, "#2", "支委会审查日期", "2025-6-28", "2025-6-27"),
    one("V14", ROSTER, "D8", "入党介绍人", "张一", "张一、李二"),
    Case(
        "V14",
        ((ROSTER, "D2", "转正批准日期", "2025-7-1"),),
        (ROSTER, "D8", "入党介绍人"),
        ((ROSTER, "D2", "转正批准日期", "2025-6-27"),),
    ),
    one("V15", ROSTER, "D8", "入党日期", "2025-6-26", "2025-6-27"),
    one("K03", TALKS, "T1", "谈话对象", "张一", "李二"),
    Case(
        "K04",
        ((ROSTER, "D2", "转入日期", "2025-4-10"),),
        (TALKS, "T2", "谈话人"),
        ((ROSTER, "D2", "转入日期", "2025-4-9"),),
    ),
    one("K04", TALKS, "T1", "谈话人", "钱九", "李二"),
    one("K05", TALKS, "T1", "日期", "2024-12-31", "2025-1-2"),
    Case(
        "K05",
        ((ROSTER, "D4", "转入日期", "2025-4-9"),),
        (TALKS, "T1", "日期"),
        ((ROSTER, "D4", "转入日期", "2025-4-8"),),
    ),
    Case(
        "K06",
        ((TALKS, "+", TALK_HEADINGS, TALK.format("9:39")),),
        (TALKS, "T3", "开始"),
        ((TALKS, "+", TALK_HEADINGS, TALK.format("9:40")),),
    ),
    one("K08", TALKS, "T1", "谈话内容", "字" * 19, "字" * 20),
    one("K08", TALKS, "T1", "谈话内容", ""),
    one("K12", TALKS, "T1", "关联立项", "L9", "L1"),
    one("P01", PROJECTS, "L1", "负责人", "钱九", "李二"),
    one("P01", PROJECTS, "L1", "组员", "孙五、钱九", "孙五、李二"),
    one("P02", PROJECTS, "L1", "完成日期", "2025-2-28", "2025-3-1"),
    Case("P03", ((PROJECTS, "L1", "确认人", ""),), (PROJECTS, "L1", "效益金额"), ((PROJECTS, "L1", "效益金额", ""),)),
    Case(
        "P04",
        ((PROJECTS, "L1", "成果", ""),),
        (PROJECTS, "L1", "成果"),
        ((PROJECTS, "L1", "成果", ""), (PROJECTS, "L1", "完成日期", "")),
    ),
    one("P05", PROJECTS, "L1", "措施", "十四年党龄的赵四带头。", "十三年党龄的赵四带头。"),
    Case(
        "D01",
        ((EVALUATION, "周六", "等次", "优秀"),),
        (EVALUATION, "周六", "等次"),
        ((EVALUATION, "周六", "等次", "合格"),),
    ),
    one("D02", EVALUATION, "郑八", "等次", "合格", ""),
    one("D03", EVALUATION, "吴七", "等次", "良好", "合格"),
    Case("D04", ((EVALUATION, "吴七", "合格票", "4"),), (EVALUATION, "吴七", "优秀票")),
    Case("D04", ((ITEMS, "#7", "收回", "9"),), (ITEMS, "#7", "收回"), ((ITEMS, "#7", "收回", "8"),)),
    Case("D06", ((EVALUATION, "吴七", "-", ""),), (ROSTER, "D7", "姓名")),
    Case(
        "D06",
        ((ROSTER, "D7", "转出日期", "2025-12-12"),),
        (EVALUATION, "吴七", "党员"),
        ((ROSTER, "D7", "转出日期", "2025-12-13"),),
    ),
    Case(
        "D07",
        ((AWARDS, "+", AWARD_HEADINGS, "李二|纪律处分|警告|青机纪〔2025〕1号|2025-1-1"),),
        (EVALUATION, "李二", "等次"),
        ((AWARDS, "+", AWARD_HEADINGS, "李二|纪律处分|警告|青机纪〔2024〕1号|2024-12-31"),),
    ),
    Case(
        "D08",
        ((AWARDS, "赵四", "会议编号", ""),),
        (AWARDS, "赵四", "批准文号"),
        ((AWARDS, "赵四", "会议编号", ""), (AWARDS, "赵四", "批准文号", "青机党〔2025〕8号")),
    ),
    one("Y01", POINTS, "办实事", "正文", "全年召开党员大会三次。", "全年召开党员大会两次。"),
    one("Y02", POINTS, "办实事", "引用编号", "H99", "H6"),
    one("Y04", POINTS, "办实事", "正文", "待补充", "补充了三项。"),
    one("Y07", INFO, "成文日期", "内容", "2025-12-11", "2025-12-12"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.code}-{case.at[2]}-{case.bad[0][3]}"[:60])
def test_rule_is_broken_at_its_cell_and_not_by_its_neighbour(case: Case) -> None:
    broken = examine(*case.bad)
    sheet, key, heading = case.at
    expected = cell_of(changed(case.bad), sheet, key, heading) if key else sheet
    found = [f.level for f in broken.findings if f.rule.code == case.code and str(f.where) == expected]
    assert found
    assert examine(*case.good).cells(case.code, found[0]) == []


ELECTION = "会议编号|议题序号|议题|表决类型|表决方式|候选人|应选人数|发出|收回|有效|赞成|反对|弃权|决议|监票人|计票人"


def election(*rows: str) -> tuple[Change, ...]:
    """Add the candidates of an election to the general meeting H2."""
    return tuple((ITEMS, "+", ELECTION, row) for row in rows)


def test_v11_wants_four_fifths_present() -> None:
    rows = election(
        *(f"H2|3|补选|选举|无记名投票|{name}|2|5|5|5|4|1|0|当选|李二|周六" for name in ("孙五", "吴七", "周六"))
    )
    away_1, away_2 = ((MEETINGS, "H2", "缺席", text) for text in ("赵四(病假)", "赵四(病假)、王三(公出)"))
    assert cell_of(changed(rows), ITEMS, "#8", "表决类型") in examine(*rows, away_2).cells("V11")
    assert examine(*rows, away_1).cells("V11") == []


def test_v11_wants_more_than_half_of_those_present() -> None:
    def rows(ayes: int) -> tuple[Change, ...]:
        votes = f"6|6|6|{ayes}|{6 - ayes}|0"
        return election(
            *(f"H2|3|补选|选举|无记名投票|{name}|2|{votes}|当选|李二|周六" for name in ("孙五", "吴七", "周六"))
        )

    assert cell_of(changed(rows(3)), ITEMS, "#8", "赞成") in examine(*rows(3)).cells("V11")
    assert examine(*rows(4)).cells("V11") == []


def test_v11_wants_a_fifth_more_candidates_than_seats() -> None:
    def rows(*names: str) -> tuple[Change, ...]:
        return election(*(f"H2|3|补选|选举|无记名投票|{name}|2|6|6|6|4|2|0|当选|李二|周六" for name in names))

    assert cell_of(changed(rows("孙五", "吴七")), ITEMS, "#8", "应选人数") in examine(*rows("孙五", "吴七")).cells(
        "V11"
    )
    assert examine(*rows("孙五", "吴七", "周六")).cells("V11") == []


def test_m02_judges_by_the_given_day() -> None:
    on_the_day, before = date(2025, 12, 12), date(2025, 12, 11)
    blank = (INFO, "成文日期", "内容", "")
    assert examine(blank, as_of=before).cells("M02") == ["会议活动!D7"]
    assert examine(blank, as_of=on_the_day).cells("M02") == []


def test_r15_wants_at_most_seven() -> None:
    eight = roster("党内职务", dict.fromkeys(("D4", "D5", "D6", "D7"), "委员"))
    assert examine(*eight).cells("R15", Level.WARNING) == ["支部信息!B8"]  # more than five
    titles = {finding.rule.title for finding in examine(*eight).findings if finding.rule.code == "R15"}
    assert titles == {"支委超过5人"}
    nine = (
        *eight,
        (
            ROSTER,
            "+",
            "编号|姓名|党员类别|入党日期|转正日期|党内职务|党小组",
            "D9|冯九|正式|2001-1-1|2002-1-1|委员|一组",
        ),
    )
    titles = {finding.rule.title for finding in examine(*nine).findings if finding.rule.code == "R15"}
    assert titles == {"支委会人数不合一般规定"}


def test_t04_names_rows_or_none() -> None:
    one_row = examine((TARGETS, "当突击队员", "分值", "14"))
    assert next(finding.remedy for finding in one_row.findings if finding.rule.code == "T04").endswith("第12行")
    everywhere = examine((INFO, "责任书满分", "内容", "99"), (TARGETS, "按时参加组织生活", "适用", "全体"))
    assert all("各行：" not in finding.remedy for finding in everywhere.findings if finding.rule.code == "T04")
    nowhere = examine((TARGETS, "当突击队员", "-", ""), (TARGETS, "一次交验合格", "适用", "张一"))
    remedies = [finding.remedy for finding in nowhere.findings if finding.rule.code == "T04"]
    assert any(remedy.endswith("各行分值") for remedy in remedies)


@pytest.mark.parametrize("key", ["委员分工", "党小组", "创建活动"])
def test_a_blank_name_in_the_branch_sheet_is_said_once(key: str) -> None:
    row = (INFO, "+", "项目|内容|文号或含义|结果或备注", f"{key}|||已评")
    found = examine(row if key != "委员分工" else (INFO, "委员分工", "内容", ""))
    assert [finding.rule.code for finding in found.findings if finding.is_error] == ["C06"]
    assert found.cells("G05") == []


def test_nobody_more_is_elected_than_there_are_seats() -> None:
    names = ("孙五", "吴七", "周六")

    def rows(*outcomes: str) -> tuple[Change, ...]:
        return election(
            *(
                f"H2|3|补选|选举|无记名投票|{name}|2|6|6|6|4|2|0|{outcome}|李二|赵四"
                for name, outcome in zip(names, outcomes, strict=True)
            )
        )

    all_three = rows("当选", "当选", "当选")
    assert examine(*all_three).cells("V17") == [cell_of(changed(all_three), ITEMS, "#8", "决议")]
    assert examine(*rows("当选", "当选", "未当选")).cells("V17") == []


def test_every_error_and_breach_has_its_pair() -> None:
    covered = {case.code for case in CASES} | {"D05", "Y11", "Y12", "V10", "V11", "V17", "Y09"} | ELSEWHERE
    covered |= {rule.code for rule in broken_by_pairs()}
    grave = {
        code
        for code, rules in catalogue().items()
        if rules[0].level in {Level.ERROR, Level.BREACH} and not code.startswith("C")
    }
    assert grave - covered == set()


ELSEWHERE = frozenset({"V16", "V18", "V19", "R24", "R25"})
"""Rules of procedure whose pairs are in tests/test_procedure.py."""
