"""Rules at their edges: customary entries that are no fault, and faults that look like none."""

from __future__ import annotations

from pipeline.findings import Level
from tests.support.small import Change, Examined, cell_of, changed, examine

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
    assert found.codes(Level.ERROR, Level.WARNING) == set()
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
