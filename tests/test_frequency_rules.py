"""How often things are done (F): the branch that falls short, and the nearest that does not."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.reporting.text import sheet_lines
from pipeline.rules import catalogue
from tests.support.small import Change, Examined, cell_of, changed, examine

ROSTER, MEETINGS, TRAININGS, INFO, ITEMS = "党员名册", "会议活动", "学习培训", "支部信息", "议题发言"
HEADINGS = "编号|类型|日期|开始|结束|地点|主持人|记录人|党小组|主题|缺席"
MONTHS = range(1, 13)


def held(kind: str, *days: str, group: str = "", absent: str = "") -> tuple[Change, ...]:
    """Add meetings of a type on these days of 2025, written 3-28."""
    row = "Z{day}{group}|{kind}|2025-{day}|9:00|10:00|会议室|张一|李二|{group}|学习|{absent}"
    return tuple((MEETINGS, "+", HEADINGS, row.format(day=d, kind=kind, group=group, absent=absent)) for d in days)


def whens(found: Examined, code: str) -> list[str]:
    """Give the periods that the findings of a rule name."""
    return [str(f.detail["when"]) for f in found.findings if f.rule.code == code and "when" in f.detail]


def pair(code: str, bad: tuple[Change, ...], good: tuple[Change, ...]) -> list[str]:
    """Check that the good branch is silent; give the cells at which the bad one is told."""
    assert examine(*good).cells(code) == []
    return examine(*bad).cells(code)


@pytest.mark.parametrize(("code", "kind"), [("F01", "党员大会"), ("F04", "党课")])
def test_once_a_quarter(code: str, kind: str) -> None:
    others = held(kind, "6-30", "9-30", "12-31")
    bad, good = (*others, *held(kind, "4-1")), (*others, *held(kind, "3-31"))
    assert pair(code, bad, good) == [MEETINGS]
    assert whens(examine(*bad), code) == ["第一季度"]


@pytest.mark.parametrize(("code", "kind"), [("F02", "支委会"), ("F05", "主题党日")])
def test_once_a_month(code: str, kind: str) -> None:
    others = held(kind, *(f"{month}-20" for month in MONTHS if month != 8))
    bad, good = (*others, *held(kind, "7-31")), (*others, *held(kind, "8-1"))
    assert pair(code, bad, good) == [MEETINGS]
    assert whens(examine(*bad), code) == ["8月"]


def test_f03_once_a_month_in_each_group() -> None:
    days = [f"{month}-20" for month in MONTHS]
    first, second = held("党小组会", *days, group="一组"), held("党小组会", *days, group="二组")
    assert pair("F03", (*first, *second[:7], *second[8:]), (*first, *second)) == [MEETINGS]
    missing = next(f for f in examine(*first, *second[:7], *second[8:]).findings if f.rule.code == "F03")
    assert (missing.detail["group"], missing.detail["when"]) == ("二组", "8月")


def test_long_runs_of_months_are_named_by_their_ends() -> None:
    found = examine(*held("支委会", "1-9", "8-7", "10-9"))
    assert whens(found, "F02") == ["2月、4月至7月、9月、11月、12月"]


def test_findings_of_a_whole_sheet_are_spelt_out_not_folded() -> None:
    groups: tuple[Change, ...] = tuple((INFO, "+", "项目|内容", f"党小组|{name}组") for name in "三四五六")
    people = tuple((ROSTER, f"D{number}", "党小组", f"{name}组") for number, name in enumerate("三四五六", start=1))
    found = [f for f in examine(*groups, *people).findings if f.rule.code == "F03"]
    assert len(found) == 5  # nobody is left in the first group
    told = [line.text for line in sheet_lines(found, folded=True)]
    assert all(any(str(f.detail["group"]) in text for text in told) for f in found)


def test_nothing_is_missing_before_its_period_is_over() -> None:
    met = held("支委会", *(f"{month}-20" for month in range(1, 11)))
    assert examine(*met, as_of=date(2025, 11, 30)).cells("F02") == []
    assert whens(examine(*met, as_of=date(2025, 12, 1)), "F02") == ["11月"]
    for code in ("F06", "F07", "F08", "F10", "F11"):
        assert examine((INFO, "成文日期", "内容", ""), as_of=date(2025, 12, 31)).cells(code) == []


def test_a_meeting_of_merged_kinds_counts_for_each() -> None:
    days = [f"{month}-20" for month in MONTHS]
    found = examine(*held("主题党日、党课", *days))
    assert (found.cells("F04"), found.cells("F05")) == ([], [])


def test_a_branch_without_committee_or_groups_owes_neither() -> None:
    no_officers = tuple((ROSTER, key, "党内职务", "") for key in ("D2", "D3"))
    assert examine(*no_officers, (MEETINGS, "H1", "-", "")).cells("F02") == []
    no_groups: tuple[Change, ...] = ((INFO, "党小组", "-", ""), (INFO, "党小组", "-", ""))
    assert examine(*no_groups).cells("F03") == []


def test_nothing_is_called_missing_while_a_meeting_cannot_be_read() -> None:
    assert examine((MEETINGS, "H1", "日期", "三月")).cells("F02") == []
    assert examine((MEETINGS, "H1", "类型", "茶话会")).cells("F02") == []
    assert examine((MEETINGS, "H3", "党小组", "三组")).cells("F03") == []


def test_a_branch_owes_nothing_for_the_time_before_it_was_founded() -> None:
    assert whens(examine(*held("支委会", "9-9")), "F02") == ["1月、2月、4月至8月、10月至12月"]
    row: Change = (INFO, "+", "项目|内容", "成立日期|2025-8-2")
    assert whens(examine(row, *held("支委会", "9-9")), "F02") == ["10月至12月"]


def test_f05_far_from_the_fixed_day() -> None:
    fixed: Change = (INFO, "+", "项目|内容", "主题党日固定日|25")
    bad, good = held("主题党日", "8-17"), held("主题党日", "8-18")
    where = cell_of(changed((fixed, *bad)), MEETINGS, "Z8-17", "日期")
    assert where in examine(fixed, *bad).cells("F05")
    assert examine(fixed, *good).cells("F05") == [MEETINGS]
    assert examine(fixed, *bad, *held("主题党日", "8-25")).cells("F05") == [MEETINGS]  # the nearest counts
    assert examine(*bad).cells("F05") == [MEETINGS]


def test_f05_a_short_month_ends_before_the_fixed_day() -> None:
    fixed: Change = (INFO, "+", "项目|内容", "主题党日固定日|31")
    assert examine(fixed, *held("主题党日", "2-21")).cells("F05") == [MEETINGS]


def test_f06_in_the_fourth_quarter() -> None:
    bad: Change = (MEETINGS, "H5", "日期", "2025-9-30")
    assert pair("F06", (bad,), ((MEETINGS, "H5", "日期", "2025-10-1"),)) == [
        cell_of(changed((bad,)), MEETINGS, "H5", "日期")
    ]
    assert examine(bad, (INFO, "成文日期", "内容", ""), as_of=date(2025, 12, 30)).cells("F06") == []


def test_f07_evaluation_once_a_year() -> None:
    assert pair("F07", ((MEETINGS, "H6", "类型", "党员大会"),), ()) == [MEETINGS]


@pytest.mark.parametrize(
    "good",
    [
        (MEETINGS, "H6", "主题", "书记述职"),
        (ITEMS, "#7", "议题", "支部书记述职"),
        (MEETINGS, "H2", "内容纪要", "书记述职。"),
    ],
)
def test_f08_the_secretary_reports_to_the_general_meeting(good: Change) -> None:
    assert pair("F08", ((MEETINGS, "H1", "主题", "书记述职"),), (good,)) == [MEETINGS]


def test_f09_rate_of_attendance() -> None:
    fifth = held("主题党日", "11-25")
    away = tuple((MEETINGS, key, "缺席", "赵四(病假)") for key in ("H2", "H4", "H5"))
    assert pair("F09", (*fifth, *away), (*fifth, *away[:2])) == ["党员名册!B5"]  # 2 of 5, 3 of 5
    assert examine(*fifth, *away, (INFO, "成文日期", "内容", ""), as_of=date(2025, 12, 31)).cells("F09") == []


def test_f09_six_months_away_without_a_reason() -> None:
    away = tuple((MEETINGS, key, "缺席", "赵四(无故)") for key in ("H2", "H4", "H5"))

    def told(*changes: Change) -> list[str]:
        return [f.where.cell for f in examine(*changes).findings if f.rule.code == "F09" and "since" in f.detail]

    assert told(*away, *held("主题党日", "6-5", absent="赵四(无故)")) == ["B5"]
    assert told(*away, *held("主题党日", "6-6", absent="赵四(无故)")) == []
    assert told(*away[:2], (MEETINGS, "H5", "缺席", "赵四(病假)"), *held("主题党日", "6-5", absent="赵四(无故)")) == []
    assert told(*away, *held("主题党日", "6-5", absent="赵四(无故)"), *held("主题党日", "9-9")) == []


COURSE = "人员|开始日期|结束日期|内容|主办|主办级别|形式|学时"


def course(people: str, hours: str, day: str = "2025-6-2") -> Change:
    """Add a course."""
    return (TRAININGS, "+", COURSE, f"{people}|{day}||理论|厂党委|基层党委|脱产培训|{hours}")


def test_f10_hours_of_study() -> None:
    rest = (course("张一、李二、王三", "54"), course("孙五、周六、吴七", "30"))
    assert pair("F10", (*rest, course("赵四", "29.5")), (*rest, course("赵四", "30"))) == ["党员名册!B5"]


def test_f10_more_for_the_committee() -> None:
    rest = (course("张一、王三", "54"), course("赵四、孙五、周六、吴七", "30"))
    assert pair("F10", (*rest, course("李二", "53.5")), (*rest, course("李二", "54"))) == ["党员名册!B3"]


def test_f10_leaves_those_alone_who_came_in_the_year_or_are_excused() -> None:
    rest = (course("张一、李二、王三", "54"), course("孙五、周六、吴七", "30"))
    came: Change = (ROSTER, "D4", "转入日期", "2025-3-1")
    assert pair("F10", rest, (*rest, came)) == ["党员名册!B5"]
    proofs = {
        "不计入应到": "卧床",
        "不计入依据": "文号",
        "不计入上级同意日期": "2024-12-1",
        "不计入大会通过日期": "2024-12-2",
    }
    assert examine(*rest, *((ROSTER, "D4", heading, text) for heading, text in proofs.items())).cells("F10") == []


def test_f10_says_once_that_no_hours_are_kept() -> None:
    none: tuple[Change, ...] = ((MEETINGS, "H4", "学时", ""), (TRAININGS, "张一", "学时", ""))
    assert examine(*none).cells("F10") == [TRAININGS]


def test_hours_count_for_those_who_made_up() -> None:
    rest = (course("张一、李二、王三", "54"), course("孙五、周六、吴七", "30"), course("赵四", "30"))
    away: Change = (MEETINGS, "H4", "缺席", "赵四(病假)")
    assert pair("F10", (*rest, away), (*rest, away, (MEETINGS, "H4", "补课", "赵四(2025-9-20)"))) == ["党员名册!B5"]


def test_f11_the_secretary_is_trained_above_the_county() -> None:
    assert pair("F11", (), ((TRAININGS, "张一", "主办级别", "县级以上党组织"),)) == ["党员名册!B2"]
    other: tuple[Change, ...] = (
        (TRAININGS, "张一", "主办级别", "县级以上党组织"),
        (TRAININGS, "张一", "形式", "理论研讨"),
    )
    assert examine(*other).cells("F11") == ["党员名册!B2"]


def test_f12_lectures_are_made_up_for() -> None:
    away: Change = (MEETINGS, "H4", "缺席", "赵四(病假)、吴七(公出)")
    one: Change = (MEETINGS, "H4", "补课", "赵四(2025-9-20)")
    both: Change = (MEETINGS, "H4", "补课", "赵四(2025-9-20)、吴七(2025-9-22)")
    where = cell_of(changed((one,)), MEETINGS, "H4", "补课")
    assert pair("F12", (away, one), (away, both)) == [where]
    assert examine(away).cells("F12") == []  # a branch that keeps no record of making up
    blank: Change = (INFO, "成文日期", "内容", "")
    assert examine(away, one, blank, as_of=date(2025, 10, 2)).cells("F12") == []
    assert examine(away, one, blank, as_of=date(2025, 10, 3)).cells("F12") == [where]


def test_f12_whoever_made_up_had_been_away() -> None:
    away: Change = (MEETINGS, "H4", "缺席", "赵四(病假)")
    good: Change = (MEETINGS, "H4", "补课", "赵四(2025-9-18)")
    for bad in ("赵四(2025-9-18)、吴七(2025-9-20)", "赵四(2025-9-17)"):
        found = pair("F12", (away, (MEETINGS, "H4", "补课", bad)), (away, good))
        assert found == [cell_of(changed((good,)), MEETINGS, "H4", "补课")]


def test_making_up_needs_a_day_and_a_member() -> None:
    for text, code in (("赵四", "C26"), ("钱十(2025-9-20)", "C14"), ("赵四(九月)", "C07")):
        where = cell_of(changed(()), MEETINGS, "H4", "补课")
        assert examine((MEETINGS, "H4", "缺席", "赵四(病假)"), (MEETINGS, "H4", "补课", text)).cells(code) == [where]


def test_what_is_not_entered_is_no_more_than_a_reminder() -> None:
    levels = {rule.says: rule.level for code, rules in catalogue().items() if code.startswith("F") for rule in rules}
    assert sorted(level.name for level in levels.values()) == ["WARNING"] * 17
    assert {code for code in catalogue() if code.startswith("F")} == {f"F{number:02d}" for number in range(1, 13)}
