"""The way into the Party: how far each has come, what the ledger prints, and its rules, each beside the nearest lawful case."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.calendar_months import Month
from pipeline.documents import plan_documents
from pipeline.documents.kinds import BY_NAME
from pipeline.facts.branch import Branch
from pipeline.facts.development import Stage, admission_of, candidate_of, member_of, stage_on, stages, unreviewed
from pipeline.findings import Level, Rule
from pipeline.flows.blocking import Faults, part
from pipeline.flows.templates import Templates
from pipeline.schema import CANDIDATES, Candidate
from pipeline.values import Person
from tests.support.candidates import LEDGER, QIAN, SHEET, ZHENG, on
from tests.support.slips import ENGINE
from tests.support.small import SELDOM, Change, Examined, cell_of, changed, examine
from tests.test_documents import document

ROSTER, MEETINGS, ITEMS, INFO = "党员名册", "会议活动", "议题发言", "支部信息"
KIND, FOLDER = "发展党员台账", "12名册与台账"


def row(found: Examined, name: str) -> Candidate:
    """Find somebody's row."""
    return next(one for one in found.records.candidates if one.name == name)


def told(code: str, *changes: Change) -> list[tuple[str, Level]]:
    """List where a rule is broken, and how severely."""
    return [(str(f.where), f.level) for f in examine(*changes).findings if f.rule.code == code]


def test_a_ledger_by_the_rules_gives_no_finding() -> None:
    found = examine(*LEDGER)
    assert found.codes(Level.ERROR, Level.BREACH, Level.WARNING) <= SELDOM
    assert examine().codes() == found.codes()


STAGES = [
    ("钱九", date(2023, 2, 28), None),
    ("钱九", date(2023, 3, 1), Stage.APPLICANT),
    ("钱九", date(2024, 2, 29), Stage.APPLICANT),
    ("钱九", date(2024, 3, 1), Stage.ACTIVIST),
    ("郑八", date(2025, 3, 5), Stage.ACTIVIST),
    ("郑八", date(2025, 3, 6), Stage.CHOSEN),
    ("郑八", date(2025, 6, 26), Stage.CHOSEN),
    ("郑八", date(2025, 6, 27), Stage.PROBATIONARY),
    ("郑八", date(2025, 12, 31), Stage.PROBATIONARY),
]


@pytest.mark.parametrize(("name", "day", "stage"), STAGES)
def test_the_stage_follows_the_days(name: str, day: date, stage: Stage | None) -> None:
    found = examine(*LEDGER)
    assert stage_on(found.branch, row(found, name), day) is stage


def test_full_rights_and_ends_are_stages_too() -> None:
    full = examine(*LEDGER, *((ROSTER, "D8", name, value) for name, value in (("入党日期", "2024-6-27"), ("批准日期", "2024-8-1"), ("党员类别", "正式"), ("转正日期", "2025-6-27"), ("转正批准日期", "2025-8-1"))), (SHEET, "郑八", "确定发展对象日期", "2024-3-1"), (SHEET, "郑八", "确定积极分子日期", "2023-1-1"))  # fmt: skip
    assert stage_on(full.branch, row(full, "郑八"), date(2025, 7, 31)) is Stage.PROBATIONARY
    assert stage_on(full.branch, row(full, "郑八"), date(2025, 8, 1)) is Stage.FULL
    lost = examine(*LEDGER, (ROSTER, "D8", "党籍状态", "取消预备党员资格"), (ROSTER, "D8", "状态起", "2025-11-3"))
    assert stage_on(lost.branch, row(lost, "郑八"), date(2025, 11, 2)) is Stage.PROBATIONARY
    assert stage_on(lost.branch, row(lost, "郑八"), date(2025, 11, 3)) is Stage.ENDED
    left = examine(*on("钱九", 不再培养日期="2025-9-1"))
    assert stage_on(left.branch, row(left, "钱九"), date(2025, 8, 31)) is Stage.ACTIVIST
    assert stage_on(left.branch, row(left, "钱九"), date(2025, 9, 1)) is Stage.ENDED


def test_stages_are_counted_on_a_day() -> None:
    branch = examine(*LEDGER).branch
    assert stages(branch, date(2022, 1, 1)) == {}
    assert stages(branch, date(2023, 12, 31)) == {Stage.APPLICANT: 2}
    assert stages(branch, date(2025, 12, 31)) == {Stage.ACTIVIST: 1, Stage.PROBATIONARY: 1}


def joined(found: Examined, name: str) -> str:
    """Give the 编号 of the member somebody has become."""
    member = member_of(found.branch, row(found, name))
    return member.number if member else ""


def test_a_member_is_known_by_birthday_or_by_the_way_and_a_namesake_is_not() -> None:
    assert joined(examine(*LEDGER), "郑八") == "D8"
    assert joined(examine(*LEDGER), "钱九") == ""
    assert joined(examine(*on("郑八", 出生日期="")), "郑八") == "D8"
    assert joined(examine(*on("郑八", 出生日期="1995-1")), "郑八") == "D8"
    assert joined(examine(*on("郑八", 出生日期="1996-1-1")), "郑八") == "D8"  # J14: two birthdays of one person
    namesake: Change = (SHEET, "+", "姓名|出生日期|申请入党日期", "赵四|2001-1-1|2025-3-1")
    assert joined(examine(namesake), "赵四") == ""
    assert joined(examine((SHEET, "+", "姓名|申请入党日期", "赵四|2025-3-1")), "赵四") == ""
    assert joined(examine((SHEET, "+", "姓名", "赵四")), "赵四") == ""
    twin: Change = (ROSTER, "+", "编号|姓名|出生日期|党小组|党员类别|入党日期|批准日期|转正日期", "D9|郑八|1970-1-1|二组|正式|1999-6-1|1999-7-1|2000-6-1")  # fmt: skip
    assert joined(examine(*LEDGER, twin), "郑八") == "D8"


def test_the_vote_is_found_by_name_and_the_last_one_counts() -> None:
    found = examine(*LEDGER)
    vote = admission_of(found.branch, row(found, "郑八"))
    assert vote is not None
    assert vote.meeting.number == "H2"
    assert admission_of(found.branch, row(found, "钱九")) is None
    again = "会议编号|议题序号|议题|表决类型|表决方式|候选人|发出|收回|有效|赞成|反对|弃权|决议|监票人|计票人"
    twice = examine(*LEDGER, (MEETINGS, "+", "编号|类型|日期|开始|结束|地点|主持人|记录人", "H7|党员大会|2025-11-5|14:00|15:00|会议室|张一|李二"), *((ITEMS, "+", again, f"{number}|4|接收钱九|接收预备党员|无记名投票|钱九|6|6|6|{ayes}|{6 - ayes}|0|{said}|王三|周六") for number, ayes, said in (("H7", 6, "同意接收"), ("H2", 2, "不同意接收"))))  # fmt: skip
    later = admission_of(twice.branch, row(twice, "钱九"))
    assert later is not None
    assert later.meeting.number == "H7"
    assert (
        stage_on(twice.branch, row(twice, "钱九"), date(2025, 12, 31)) is Stage.ACTIVIST
    )  # nobody is a member by a vote


def test_whom_another_sheet_names_is_found() -> None:
    found = examine(*LEDGER)
    assert candidate_of(found.branch, Person(name="钱九")) is row(found, "钱九")
    assert candidate_of(found.branch, Person(name="郑八", number="D8")) is row(found, "郑八")
    assert candidate_of(found.branch, Person(name="赵四", number="D4")) is None


def reviewed(since: date, *days: date) -> list[str]:
    """Give the half-years in which an activist was not reviewed by the end of 2025."""
    found = examine(QIAN)
    one = row(found, "钱九")
    values = {column.name: getattr(one, column.name) for column in CANDIDATES.columns}
    changed_one = Candidate(origin=one.origin, extras={}, **{**values, "activist_on": since, "reviews": days})
    return [f"{p.start}" for p in unreviewed(changed_one, date(2025, 12, 31))]


def test_half_years_are_of_the_calendar_or_counted_from_the_day() -> None:
    assert reviewed(date(2024, 3, 1)) == ["2024-07-01", "2025-01-01"]
    assert reviewed(date(2024, 3, 1), date(2024, 12, 31), date(2025, 1, 1)) == []
    assert reviewed(date(2024, 3, 1), date(2024, 8, 31), date(2025, 2, 28), date(2025, 8, 31)) == []
    assert reviewed(date(2024, 4, 1), date(2024, 9, 30), date(2025, 3, 31), date(2025, 9, 30)) == []
    assert reviewed(date(2024, 3, 1), date(2024, 5, 1), date(2025, 3, 1)) == ["2024-07-01"]
    assert reviewed(date(2024, 3, 1), Month(2024, 12, 1), Month(2025, 6, 1)) == []
    assert reviewed(date(2025, 8, 1)) == []


PAIRS = [
    ("J01", Level.ERROR, "郑八", "预审日期", "2026-2-1", "2025-6-27"),
    ("J01", Level.ERROR, "钱九", "申请入党日期", "1989-3-1", "2023-3-1"),
    ("J01", Level.ERROR, "钱九", "考察日期", "2024-9-2、2026-3-3", "2024-9-2、2025-3-3"),
    ("J02", Level.BREACH, "钱九", "申请入党日期", "2024-3-2", "2024-3-1"),
    ("J03", Level.BREACH, "郑八", "确定积极分子日期", "2024-3-7", "2024-3-6"),
    ("J04", Level.BREACH, "钱九", "出生日期", "2005-3-2", "2005-3-1"),
    ("J05", Level.BREACH, "钱九", "谈话日期", "2023-4-2", "2023-4-1"),
    ("J05", Level.WARNING, "钱九", "谈话日期", "", "2023-4"),
    ("J06", Level.WARNING, "郑八", "政审日期", "2025-3-5", "2025-3-6"),
    ("J06", Level.WARNING, "郑八", "政审日期", "", "2025-3-6"),
    ("J06", Level.WARNING, "郑八", "确定发展对象日期", "", "2025-3-6"),
    ("J07", Level.BREACH, "钱九", "培养联系人", "郑八", "赵四"),
    ("J07", Level.WARNING, "钱九", "培养联系人", "赵四、孙五、周六", "赵四、孙五"),
    ("J07", Level.WARNING, "钱九", "培养联系人", "", "赵四"),
    ("J07", Level.WARNING, "钱九", "培养联系人", "马十", "赵四"),
    ("J08", Level.WARNING, "钱九", "考察日期", "2025-3-3", "2024-12-31、2025-3-3"),
    ("J09", Level.WARNING, "郑八", "集训学时", "23", "24"),
    ("J10", Level.BREACH, "郑八", "预审日期", "2025-6-9", "2025-6-10"),
    ("J11", Level.BREACH, "郑八", "预审日期", "2025-6-28", "2025-6-27"),
    ("J12", Level.BREACH, "郑八", "政审日期", "2025-6-28", "2025-6-27"),
    ("J12", Level.BREACH, "郑八", "政审结论", "不合格", "合格"),
    ("J14", Level.ERROR, "郑八", "出生日期", "1995-1-2", "1995-1"),
    ("J14", Level.ERROR, "郑八", "性别", "女", ""),
    ("J14", Level.ERROR, "郑八", "入党介绍人", "张一、王三", "李二、张一"),
    ("J14", Level.ERROR, "郑八", "支委会审查日期", "2025-6-9", ""),
    ("J14", Level.ERROR, "郑八", "公示起止", "2025-6-11至2025-6-18", "2025-6-11至2025-6-17"),
    ("J16", Level.BREACH, "钱九", "入党介绍人", "张一、郑八", "张一、李二"),
    ("J16", Level.WARNING, "钱九", "入党介绍人", "张一、李二、王三", "张一"),
    ("J16", Level.WARNING, "钱九", "支委会审查日期", "2025-12-1", ""),
    ("J18", Level.WARNING, "钱九", "姓名", "郑八", "钱九"),
]  # fmt: skip


def with_cell(code: str, name: str, heading: str, value: str) -> tuple[Change, ...]:
    """Change a cell of the ledger, and what must be so that the rule looks at it."""
    course = ((SHEET, "郑八", "集训起止", "2025-5-12至2025-5-13"),) if code == "J09" else ()
    unborn = ((SHEET, "钱九", "出生日期", ""),) if code == "J18" else ()
    return (*LEDGER, *unborn, *course, (SHEET, name, heading, value))


def broken_by_pairs() -> set[Rule]:
    """Give the rules that the pairs break: a code may have several."""
    return {
        found.rule
        for code, level, name, heading, bad, _ in PAIRS
        for found in examine(*with_cell(code, name, heading, bad)).findings
        if (found.rule.code, found.level) == (code, level)
    }


@pytest.mark.parametrize(("code", "level", "name", "heading", "bad", "good"), PAIRS)
def test_each_rule_and_the_nearest_case_that_keeps_it(
    code: str, level: Level, name: str, heading: str, bad: str, good: str
) -> None:
    assert level in {each for _, each in told(code, *with_cell(code, name, heading, bad))}
    assert told(code, *with_cell(code, name, heading, good)) == []


def test_days_short_of_three_are_enough_with_the_hours_and_the_course_comes_before_the_meeting() -> None:
    assert told("J09", *on("郑八", 集训学时="8")) == []
    assert told("J09", *on("郑八", 集训学时="", 集训起止="2025-5-12至2025-5-13")) != []
    assert told("J09", *on("郑八", 集训起止="2025-6-26至2025-6-28")) != []
    assert told("J09", *on("郑八", 集训起止="2025-6-25至2025-6-27")) == []


def test_a_month_is_never_taken_against_anybody() -> None:
    assert told("J05", *on("钱九", 申请入党日期="2023-3", 谈话日期="2023-4")) == []
    assert told("J05", *on("钱九", 申请入党日期="2023-3", 谈话日期="2023-5-2")) != []
    assert told("J03", *on("郑八", 确定积极分子日期="2023-5", 确定发展对象日期="2024-5", 考察日期="2023-12")) == []
    assert told("J03", *on("郑八", 确定积极分子日期="2023-6", 确定发展对象日期="2024-5", 考察日期="2023-12")) != []


def test_a_temporary_branch_trains_and_does_not_choose() -> None:
    temporary: Change = (INFO, "支部类型", "内容", "临时党支部")
    assert told("J13", temporary, QIAN) == []
    assert [level for _, level in told("J13", temporary, *LEDGER)] == [Level.WARNING]


def test_whoever_was_admitted_or_came_as_an_activist_is_in_a_ledger_that_is_kept() -> None:
    assert told("J15") == []
    assert [level for _, level in told("J15", QIAN)] == [Level.WARNING] * 2  # 郑八 joined, and was there as 发展对象
    assert told("J15", *LEDGER) == []
    guest: Change = (MEETINGS, "H3", "列席", "钱十(入党积极分子)")
    assert told("J15", *LEDGER, guest) == [(cell_of(changed([guest]), MEETINGS, "H3", "列席"), Level.WARNING)]
    assert told("J15", *LEDGER, (MEETINGS, "H3", "列席", "钱十(职工)")) == []


def test_guests_are_called_what_they_were_on_the_day() -> None:
    for called, count in (("入党积极分子", 0), ("发展对象", 1), ("入党申请人", 1), ("装配工", 0)):
        assert len(told("J17", *LEDGER, (MEETINGS, "H3", "列席", f"钱九({called})"))) == count, called
    chosen_that_day = on("钱九", 确定发展对象日期="2025-9-10")
    for called in ("入党积极分子", "发展对象"):
        assert told("J17", *chosen_that_day, (MEETINGS, "H3", "列席", f"钱九({called})")) == []


def test_who_applied_again_may_stand_twice() -> None:
    again: Change = (SHEET, "+", "姓名|出生日期|申请入党日期|谈话日期", "钱九|1990-3-3|2025-10-8|2025-10-20")
    assert told("J18", *LEDGER, again) != []
    assert told("J18", *on("钱九", 不再培养日期="2025-9-1"), again) == []
    assert told("J18", *LEDGER, (SHEET, "+", "姓名|出生日期|申请入党日期", "钱九|1999-3-3|2025-10-8")) == []


@pytest.mark.parametrize(("typed", "days"), [
    ("2024-9-2、2025-3-3", (date(2024, 9, 2), date(2025, 3, 3))),
    ("2025/3/3，2024/9/2", (date(2024, 9, 2), date(2025, 3, 3))),
    ("2024年9月2日\n2025.3.3；", (date(2024, 9, 2), date(2025, 3, 3))),
    ("2024年9月、2025-3-3", (Month(2024, 9, 1), date(2025, 3, 3))),
    ("20240902", (date(2024, 9, 2),)),
    ("", ()),
    ("无", ()),
])  # fmt: skip
def test_several_dates_are_read_from_one_cell(typed: str, days: tuple[date, ...]) -> None:
    found = examine(*on("钱九", 考察日期=typed))
    assert row(found, "钱九").reviews == days
    assert [type(day) for day in row(found, "钱九").reviews] == [type(day) for day in days]
    assert found.codes(Level.ERROR) == set()


def test_one_bad_date_of_several_is_told_at_its_cell() -> None:
    changes = on("钱九", 考察日期="2024-9-2、2024-13-1")
    found = examine(*changes)
    assert found.cells("C07") == [cell_of(changed(changes), SHEET, "钱九", "考察日期")]
    assert found.cells("J08") == []
    assert examine(*on("钱九", 考察日期="3月3日、2024-9-2")).cells("C19") != []


def cells_of(branch: Branch, name: str) -> dict[str, object]:
    """Give what the ledger prints of somebody."""
    planned = next(each for each in plan_documents(branch, [BY_NAME[KIND]]))
    people = planned.build()["人员"]
    assert isinstance(people, list)
    return next(dict(each) for each in people if isinstance(each, dict) and each["姓名"] == name)


def test_the_ledger_takes_from_roster_and_vote_what_it_does_not_say_itself() -> None:
    told_here = cells_of(examine(*LEDGER).branch, "郑八")
    assert (told_here["大会日期"], told_here["批准日期"], told_here["转正日期"]) == (
        "2025年6月27日",
        "2025年8月1日",
        "",
    )
    assert (told_here["申请入党日期"], told_here["当前阶段"]) == ("2022年5月", "预备党员")
    blank = cells_of(examine(*on("郑八", 支委会审查日期="", 公示起止="")).branch, "郑八")
    assert (blank["支委会审查日期"], blank["公示起止"]) == ("2025年6月10日", "2025年6月11日至17日")
    waiting = examine(*LEDGER, (ROSTER, "D8", "批准日期", ""))
    assert cells_of(waiting.branch, "郑八")["当前阶段"] == "预备党员（待批准）"
    earlier = examine(*LEDGER, (ITEMS, "#2", "-", ""))
    assert cells_of(earlier.branch, "郑八")["大会日期"] == "2025年6月27日"
    assert {
        cells_of(examine(*LEDGER).branch, "钱九")[name] for name in ("大会日期", "批准日期", "政审日期", "公示起止")
    } == {""}


def test_there_is_one_ledger_where_somebody_stands_in_it() -> None:
    assert [p for p in plan_documents(examine().branch) if p.kind == KIND] == []
    (planned,) = (p for p in plan_documents(examine(*LEDGER).branch) if p.kind == KIND)
    assert planned.confidential
    assert planned.path == f"{FOLDER}/2025_{FOLDER}_装配车间党支部_{KIND}.docx"
    text = document(examine(*LEDGER), KIND)
    assert "合计：入党积极分子1名、预备党员1名" in text
    assert "无" not in text
    assert text.count("填表人签名：") == 3


def test_people_stand_by_number_then_by_the_day_of_applying() -> None:
    more: Change = (SHEET, "+", "姓名|编号|申请入党日期", "马十|F10|2025-12-20")
    branch = examine(QIAN, more, (SHEET, "+", "姓名|编号|申请入党日期", "牛一|F2|2025-12-20"), (SHEET, "+", "姓名|申请入党日期", "羊二|2022-1-4")).branch  # fmt: skip
    people = plan_documents(branch, [BY_NAME[KIND]])[0].build()["人员"]
    assert isinstance(people, list)
    assert [each["姓名"] for each in people if isinstance(each, dict)] == ["牛一", "马十", "羊二", "钱九"]


def held(*changes: Change) -> set[str]:
    """Name the kinds of documents that an error holds."""
    found = examine(*changes)
    assert found.codes(Level.ERROR)
    faults = Faults(found.branch, found.findings)
    planned = plan_documents(found.branch)
    return {each.kind for each in part(planned, faults, Templates(ENGINE, found.branch).printed)[1]}


OWN = [column.heading for column in CANDIDATES.columns if column.heading not in {"性别", "民族", "出生日期", "入党介绍人", "支委会审查日期", "公示起止", "编号", "姓名", "岗位", "备注", "培养联系人"}]  # fmt: skip


"""Columns in which anything may be wrong: nothing else tells of them, and not every word may stand there."""


@pytest.mark.parametrize("heading", OWN)
def test_a_typo_in_the_sheet_holds_the_ledger_alone(heading: str) -> None:
    assert held(*on("郑八", **{heading: "garbage"})) == {KIND}


def test_a_contradiction_holds_both_sides() -> None:
    assert held(*on("郑八", 支委会审查日期="2025-6-9")) == {KIND, "会议记录"}
    assert held(*on("郑八", 出生日期="1995-1-2")) == {KIND, "党员名册", "民主评议党员登记表"}


def test_an_error_elsewhere_holds_the_ledger_only_where_it_tells_of_it() -> None:
    assert KIND in held(*LEDGER, (ROSTER, "D8", "入党日期", "2025-6-31"))
    assert KIND not in held(*LEDGER, (ROSTER, "D7", "入党日期", "2013-6-31"))
    assert KIND in held(*LEDGER, (ITEMS, "#2", "会议编号", "H22"))
    assert KIND not in held(*LEDGER, (ITEMS, "#3", "会议编号", "H22"))
    assert KIND in held(*LEDGER, (MEETINGS, "H2", "日期", "2025-6-31"))
    assert KIND not in held(*LEDGER, (MEETINGS, "H3", "日期", "2025-6-31"))


def test_the_rows_may_stand_in_any_order() -> None:
    def printed(*changes: Change) -> object:
        return plan_documents(examine(*changes).branch, [BY_NAME[KIND]])[0].build()

    assert printed(QIAN, ZHENG) == printed(ZHENG, QIAN)
