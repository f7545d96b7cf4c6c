"""What the year demands and what became of it, day by day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from pipeline.facts.duties import Duty, State, due_soon, fixed_day, year_lines
from pipeline.facts.participation import participations
from tests.support.small import Change, examine

ROSTER, MEETINGS, TALKS, INFO = "党员名册", "会议活动", "谈话记录", "支部信息"
FIXED: Change = (INFO, "+", "项目|内容", "主题党日固定日|25")
UNWRITTEN: Change = (INFO, "成文日期", "内容", "")


def duties(kind: str, *changes: Change, group: str = "", as_of: date = date(2026, 1, 15)) -> tuple[Duty, ...]:
    """Give the duties of one line of the small branch."""
    branch = examine(*changes, as_of=as_of).branch
    return next(line.duties for line in year_lines(branch) if (line.kind, line.group) == (kind, group))


def states(kind: str, *changes: Change, group: str = "", as_of: date = date(2026, 1, 15)) -> str:
    """Spell the states of a line, a letter each."""
    return "".join(duty.state.name[0] for duty in duties(kind, *changes, group=group, as_of=as_of))


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (date(2024, 12, 31), "PPPPPPPPPPPP"),
        (date(2025, 1, 1), "DPPPPPPPPPPP"),  # January ends in 30 days
        (date(2025, 1, 31), "DDPPPPPPPPPP"),
        (date(2025, 2, 1), "MDPPPPPPPPPP"),
        (date(2025, 3, 5), "MMDPPPPPPPPP"),
        (date(2025, 3, 6), "MMDPPPPPPPPP"),  # done now, due before
        (date(2025, 4, 1), "MMDDPPPPPPPP"),
        (date(2025, 12, 31), "MMDMMMMMMMMD"),
        (date(2026, 1, 1), "MMDMMMMMMMMM"),
    ],
)
def test_states_of_a_month(as_of: date, expected: str) -> None:
    assert states("支委会", as_of=as_of) == expected
    done = [duty.period for duty in duties("支委会", as_of=as_of) if duty.state is State.DONE]
    assert done == (["3月"] if as_of >= date(2025, 3, 6) else [])


def test_quarters_and_years() -> None:
    assert [duty.state for duty in duties("党员大会")] == [State.MISSING, State.DONE, State.MISSING, State.DONE]
    assert [duty.days for duty in duties("党员大会")][1::2] == [(date(2025, 6, 27),), (date(2025, 12, 12),)]
    assert [duty.state for duty in duties("组织生活会")] == [State.DONE]
    running = duties("组织生活会", UNWRITTEN, as_of=date(2025, 12, 1))[0]
    assert (running.state, running.due, running.period) == (State.DUE, date(2025, 12, 31), "全年")
    assert duties("组织生活会", UNWRITTEN, as_of=date(2025, 11, 30))[0].state is State.PENDING


def test_a_themed_day_is_due_on_the_fixed_day() -> None:
    first = duties("主题党日", FIXED, as_of=date(2025, 3, 20))[2]
    assert (first.state, first.due) == (State.DUE, date(2025, 3, 25))
    assert duties("主题党日", FIXED, as_of=date(2025, 3, 26))[2].due == date(2025, 3, 31)
    branch = examine((INFO, "+", "项目|内容", "主题党日固定日|31")).branch
    assert fixed_day(branch, date(2025, 2, 3)) == date(2025, 2, 28)


def test_what_is_due_soon_comes_nearest_first() -> None:
    branch = examine(FIXED, UNWRITTEN, as_of=date(2025, 12, 1)).branch
    found = [(duty.due.day, duty.kind, duty.group) for duty in due_soon(branch)]
    assert found[0] == (25, "主题党日", "")
    assert {kind for _, kind, _ in found[1:]} == {"党员大会", "支委会", "党小组会", "党课", "组织生活会", "民主评议"}
    assert found == sorted(found, key=lambda row: row[0])


def test_nothing_is_owed_before_the_branch_or_its_group_was_there() -> None:
    founded: Change = (INFO, "+", "项目|内容", "成立日期|2025-2-10")
    assert states("党课", founded) == "NMDM"
    late: tuple[Change, ...] = tuple((ROSTER, key, "转入日期", "2025-8-15") for key in ("D5", "D6", "D7"))
    late = (*late, (ROSTER, "D8", "党小组", "一组"))
    assert states("党小组会", *late, group="二组") == "NNNNNNNNDMMM"
    assert [line.kind for line in year_lines(examine((INFO, "年度", "内容", "")).branch)] == []


@pytest.mark.parametrize("as_of", [date.min, date.max])
def test_any_day_can_be_today(as_of: date) -> None:
    assert due_soon(examine(FIXED, UNWRITTEN, as_of=as_of).branch) == ()


def test_a_branch_with_a_secretary_only_has_no_committee_line() -> None:
    alone: tuple[Change, ...] = (
        *((ROSTER, key, "党内职务", "") for key in ("D2", "D3")),
        (MEETINGS, "H1", "-", ""),
    )
    assert "支委会" not in {line.kind for line in year_lines(examine(*alone).branch)}


NO_MORE_TALKS: tuple[Change, ...] = tuple((TALKS, f"T{number}", "-", "") for number in range(11, 15))


def test_meetings_talks_and_hours_of_each_member() -> None:
    changes: tuple[Change, ...] = (
        (MEETINGS, "H4", "缺席", "赵四(病假)、吴七(公出)"),
        (MEETINGS, "H4", "补课", "赵四(2025-9-20)"),
        *NO_MORE_TALKS,
    )
    found = participations(examine(*changes).branch)
    assert (found["D1"].expected, found["D1"].present, found["D1"].hours) == (5, 5, Decimal(42))
    assert (found["D4"].expected, found["D4"].present, found["D4"].hours) == (4, 2, Decimal(2))
    assert found["D7"].hours == 0
    assert (found["D4"].with_committee, list(found["D4"].committee_names)) == (1, ["张一"])
    assert (found["D1"].with_members, list(found["D1"].member_names)) == (1, ["赵四"])
    assert (found["D2"].with_committee, found["D2"].with_members) == (0, 0)  # both visitors sit on one side
    early = participations(examine(*changes, as_of=date(2025, 9, 19)).branch)
    assert (early["D4"].expected, early["D4"].hours) == (2, Decimal(0))


def test_a_talk_with_many_counts_once_for_each() -> None:
    row = "T9|集体谈话|支委-党员|张一、李二、孙五|王三、赵四、吴七|2025-5-5|9:00|车间|了解"
    change: Change = (TALKS, "+", "编号|方式|类型|谈话人|谈话对象|日期|开始|地点|事由", row)
    found = participations(examine((TALKS, "T1", "-", ""), *NO_MORE_TALKS, change).branch)
    assert {number: (one.with_committee, one.with_members) for number, one in found.items()} == {
        **dict.fromkeys(("D1", "D2", "D3", "D4", "D5", "D7"), (1, 1)),
        **dict.fromkeys(("D6", "D8"), (0, 0)),
    }
