"""Rules at their edges: customary entries that are no fault, and faults that look like none."""

from __future__ import annotations

import pytest

from pipeline.findings import Level
from tests.support.small import SELDOM, Change, Examined, cell_of, changed, examine

ROSTER, MEETINGS, ITEMS, POINTS, PROJECTS = "党员名册", "会议活动", "议题发言", "总结要点", "立项攻关"
VOTE = "会议编号|议题序号|议题|表决类型|表决方式|赞成|反对|弃权|决议"
ELECTION = "会议编号|议题序号|议题|表决类型|表决方式|候选人|应选人数|发出|收回|有效|赞成|反对|弃权|决议|监票人|计票人"


def told(code: str, *changes: Change) -> list[str]:
    """List where a rule is broken in the changed branch, errors and warnings alike."""
    return examine(*changes).cells(code)


def levels(found: Examined, code: str) -> set[Level]:
    """Collect the levels at which a code was found."""
    return {finding.level for finding in found.findings if finding.rule.code == code}


def resolved(text: str, ayes: str = "5", noes: str = "0", abstentions: str = "1") -> tuple[Change, ...]:
    """Change resolution and figures of the show of hands in H2."""
    cells = {"决议": text, "赞成": ayes, "反对": noes, "弃权": abstentions}
    return tuple((ITEMS, "#3", heading, value) for heading, value in cells.items())


def test_a_resolution_without_dissent_is_no_rejection() -> None:
    for text in ("没有不同意见，通过。", "没有人不同意，通过。", "大家没有不同意见。"):
        assert told("V07", *resolved(text)) == []
    assert told("V07", *resolved("不同意。")) == [cell_of(changed(resolved("不同意。")), ITEMS, "#3", "决议")]


def test_unanimous_means_nobody_against() -> None:
    for figures in (("5", "1", "0"), ("5", "0", "1")):
        found = examine(*resolved("一致通过。", *figures))
        assert found.cells("V07") == [cell_of(found.rows, ITEMS, "#3", "决议")]
        assert levels(found, "V07") == {Level.ERROR}
    assert told("V07", *resolved("一致通过。", "6", "0", "0")) == []
    blank = examine(*resolved("一致通过。", "", "", ""))
    assert levels(blank, "V07") == {Level.WARNING}


def test_a_show_of_hands_accounts_for_everybody() -> None:
    found = examine(*resolved("通过。", "5", "0", "0"))
    assert found.cells("V01") == [cell_of(found.rows, ITEMS, "#3", "赞成")]
    assert levels(found, "V01") == {Level.WARNING}
    assert told("V01", *resolved("通过。", "5", "0", "1")) == []


def test_group_meetings_have_no_majority_of_the_regulations() -> None:
    vote: Change = (ITEMS, "+", VOTE, "H3|1|推荐先进|一般|举手表决|1|0|2|推荐周六，通过。")
    away: Change = (MEETINGS, "H3", "缺席", "吴七(事假)、郑八(事假)")
    found = examine(vote)
    assert found.codes(Level.ERROR, Level.WARNING) == SELDOM
    assert told("V05", (ITEMS, "+", VOTE, "H3|1|推荐先进|一般|举手表决|1|0|0|通过。"), away) == []


def test_a_secretary_is_elected_without_a_spare_candidate() -> None:
    def row(meeting: str, topic: str, figures: str) -> Change:
        return (ITEMS, "+", ELECTION, f"{meeting}|3|{topic}|选举|无记名投票|张一|1|{figures}|张一当选。|李二|王三")

    assert told("V11", row("H1", "选举书记", "3|3|3|3|0|0")) == []
    assert told("V11", row("H2", "选举支部委员会书记", "6|6|6|6|0|0")) == []
    assert told("V11", row("H2", "补选支部委员", "6|6|6|6|0|0")) != []


def test_those_who_count_ballots_may_stand_on_any_row_of_the_item() -> None:
    def rows(first: str, second: str) -> tuple[Change, ...]:
        head = "会议编号|议题序号|议题|表决类型|表决方式|候选人|发出|收回|有效|赞成|反对|弃权|决议|监票人|计票人"
        votes = "6|6|6|4|2|0|当选"
        return tuple(
            (ITEMS, "+", head, f"H2|3|补选|选举|无记名投票|{name}|{votes}|{count}")
            for name, count in (("孙五", first), ("吴七", second))
        )

    assert told("V12", *rows("|", "李二|王三")) == []
    assert told("V12", *rows("李二|", "|王三")) == []
    assert told("V12", *rows("|", "|")) != []


def test_a_sponsor_who_has_left_is_asked_about() -> None:
    gone: Change = (ROSTER, "D2", "转出日期", "2025-6-20")
    found = examine(gone)
    assert cell_of(found.rows, ROSTER, "D8", "入党介绍人") in found.cells("V14")
    assert levels(found, "V14") == {Level.WARNING}


def test_a_newcomer_whom_no_meeting_admitted_is_asked_about() -> None:
    changes: tuple[Change, ...] = (
        (ITEMS, "#2", "表决类型", "一般"),
        (ROSTER, "D8", "入党介绍人", ""),
    )
    found = examine(*changes)
    rows = changed(changes)
    assert found.cells("V15") == [cell_of(rows, ROSTER, "D8", "入党日期")]
    assert found.cells("V14") == [cell_of(rows, ROSTER, "D8", "入党介绍人")]
    assert levels(found, "V14") | levels(found, "V15") == {Level.WARNING}
    assert told("V15", *changes, (ROSTER, "D8", "转入日期", "2025-8-1")) == []


def point(text: str) -> Change:
    """Change what 办实事 says."""
    return (POINTS, "办实事", "正文", text)


@pytest.mark.parametrize(
    "text",
    [
        "坚持每月召开一次支委会。",
        "先后召开2次支委会研究安全。",
        "全年召开2次支委会研究安全。",
        "每月开展主题党日1次。",
        "全年坚持每月开展主题党日1次。",
        "上半年共召开支委会6次。",
        "二组全年召开党小组会12次。",
    ],
)
def test_counts_of_less_than_the_year_are_not_compared(text: str) -> None:
    assert told("Y01", point(text)) == []


@pytest.mark.parametrize(
    "text", ["全年召开支委会12次。", "支部召开党员大会2次、支委会共3次。", "年内共上党课四次，主题党日1次。"]
)
def test_yearly_totals_are_compared(text: str) -> None:
    assert told("Y01", point(text)) != []


@pytest.mark.parametrize("text", ["亟待补充新人。", "有的材料尚待补充完善。", "尺寸2×3。"])
def test_words_that_only_look_like_a_placeholder(text: str) -> None:
    assert told("Y04", point(text)) == []


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("办了一件事（待补充）。", Level.ERROR),
        ("待填写", Level.ERROR),
        ("为XX村修路。", Level.WARNING),
        ("走访{{ 姓名 }}。", Level.WARNING),
    ],
)
def test_leftovers_are_errors_and_names_left_out_are_warnings(text: str, level: Level) -> None:
    assert levels(examine(point(text)), "Y04") == {level}


@pytest.mark.parametrize(
    ("sheet", "key", "heading"),
    [("表彰处置", "赵四", "日期"), ("学习培训", "张一", "开始日期"), (POINTS, "办实事", "日期")],
)
def test_dates_of_another_year_are_told(sheet: str, key: str, heading: str) -> None:
    change: Change = (sheet, key, heading, "2024-12-30")
    assert told("C36", change) == [cell_of(changed((change,)), sheet, key, heading)]
    assert told("C36", (sheet, key, heading, "2025-1-1")) == []


def test_a_second_poll_is_not_taken_for_that_of_the_members() -> None:
    def poll(number: int, topic: str) -> Change:
        return (
            ITEMS,
            "+",
            "会议编号|议题序号|议题|表决类型|表决方式|发出|收回|有效",
            f"H6|{number}|{topic}|测评|无记名投票|7|7|7",
        )

    assert told("D04", poll(2, "评议支部班子")) == []
    asked = examine(poll(2, "再次测评"))
    assert levels(asked, "D04") == {Level.WARNING}
    assert told("D04", (ITEMS, "#7", "议题", "民主测评党员"), poll(2, "再次测评")) == []


def test_the_day_of_approval_is_not_asked_of_those_confirmed_elsewhere() -> None:
    dates = {"入党日期": "2024-2-1", "批准日期": "", "转正日期": "2025-2-1"}
    elsewhere: tuple[Change, ...] = tuple((ROSTER, "D7", heading, value) for heading, value in dates.items())
    assert told("C06", *elsewhere) == [cell_of(changed(elsewhere), ROSTER, "D7", "批准日期")]
    assert told("C06", *elsewhere, (ROSTER, "D7", "转入日期", "2025-2-2")) == []


def test_an_approval_overdue_is_a_warning_and_a_recent_one_a_note() -> None:
    blank: Change = (ROSTER, "D8", "批准日期", "")
    assert levels(examine(blank), "G03") == {Level.WARNING}
    assert levels(examine(blank, (ROSTER, "D8", "入党日期", "2025-7-27")), "G03") == {Level.NOTE}


def test_early_members_without_probation_are_asked_about() -> None:
    def member(joined: str, confirmed: str) -> set[Level]:
        born: Change = (ROSTER, "D1", "出生日期", "1948-1-1")
        dates = {"入党日期": joined, "批准日期": joined, "转正日期": confirmed}
        return levels(examine(born, *((ROSTER, "D1", heading, value) for heading, value in dates.items())), "R04")

    assert member("1970-6-1", "1970-6-1") == {Level.WARNING}
    assert member("1970-6-1", "1970-5-1") == {Level.BREACH}
    assert member("1978-6-1", "1978-6-1") == {Level.BREACH}
    assert member("1970-6-1", "1971-6-1") == set()


def measures(text: str) -> Examined:
    """Change what the project says of standing: 赵四 has 14 years of it, 张一 24."""
    return examine((PROJECTS, "L1", "措施", text))


def test_standing_is_that_of_whoever_the_sentence_names() -> None:
    assert measures("请教了二十四年党龄的张一师傅。").cells("P05") == []
    assert levels(measures("请教了二十六年党龄的张一师傅。"), "P05") == {Level.ERROR}
    assert levels(measures("请教了二十四年党龄的老师傅。"), "P05") == {Level.WARNING}
    assert levels(measures("请教了五十年党龄的老师傅。"), "P05") == {Level.ERROR}


def test_a_project_has_people_of_its_time() -> None:
    left: Change = (ROSTER, "D4", "转出日期", "2025-2-20")
    found = examine(left)
    assert cell_of(found.rows, PROJECTS, "L1", "负责人") in found.cells("P01")
    assert PROJECTS not in " ".join(told("P01", (ROSTER, "D4", "转出日期", "2025-3-2")))


def test_a_zone_of_somebody_gone_is_told() -> None:
    found = examine((ROSTER, "D4", "转出日期", "2025-9-15"))
    assert "责任区!D2" in found.cells("P01")
    assert "责任区!D2" not in told("P01", (ROSTER, "D4", "转出日期", "2026-1-2"))
