"""Who is a member, a voter, an officer on a given date; who was expected and came."""

from __future__ import annotations

import gc
import weakref
from datetime import date, timedelta

import pytest

from pipeline.facts.branch import Branch
from pipeline.facts.membership import (
    Moves,
    belonged,
    is_exempt,
    is_full,
    is_probationary,
    is_suspended,
    moves_within,
    standing_years,
)
from pipeline.facts.votes import votes_of
from pipeline.glance import year_glance
from pipeline.schema import Member
from tests.support.small import Change, examine

ROSTER, MEETINGS, ITEMS = "党员名册", "会议活动", "议题发言"


def counted(branch: Branch, day: date) -> list[str]:
    """Name those who count as expected on a day."""
    return [member.number for member in branch.counted(day)]


def test_probationary_members_count_from_the_approval() -> None:
    branch = examine().branch
    assert "D8" not in counted(branch, date(2025, 7, 31))
    assert "D8" in counted(branch, date(2025, 8, 1))
    assert [m.number for m in branch.voters(date(2025, 8, 1))] == ["D1", "D2", "D3", "D4", "D5", "D6", "D7"]


def test_moving_counts_from_the_day() -> None:
    branch = examine((ROSTER, "D4", "转入日期", "2025-3-1"), (ROSTER, "D4", "转出日期", "2025-9-1")).branch
    days = [date(2025, 2, 28), date(2025, 3, 1), date(2025, 8, 31), date(2025, 9, 1)]
    assert ["D4" in counted(branch, day) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("standing", "counts", "votes"), [("留党察看", True, False), ("停止党籍", False, False), ("正常", True, True)]
)
def test_standing(standing: str, counts: bool, votes: bool) -> None:
    branch = examine((ROSTER, "D4", "党籍状态", standing), (ROSTER, "D4", "状态起", "2025-3-1")).branch
    day = date(2025, 3, 1)
    assert ("D4" in counted(branch, day)) is counts
    assert ("D4" in [member.number for member in branch.voters(day)]) is votes


def test_a_suspension_ends() -> None:
    suspended: tuple[Change, ...] = (
        (ROSTER, "D4", "党籍状态", "留党察看"),
        (ROSTER, "D4", "状态起", "2025-3-1"),
        (ROSTER, "D4", "状态止", "2025-6-1"),
    )
    branch = examine(*suspended).branch
    voters = [["D4" in [m.number for m in branch.voters(day)]] for day in (date(2025, 6, 1), date(2025, 6, 2))]
    assert voters == [[False], [True]]


def test_the_exempt_are_not_expected_once_all_four_proofs_are_there() -> None:
    proofs: tuple[Change, ...] = (
        (ROSTER, "D4", "不计入应到", "卧床"),
        (ROSTER, "D4", "不计入依据", "文号"),
        (ROSTER, "D4", "不计入上级同意日期", "2025-2-1"),
        (ROSTER, "D4", "不计入大会通过日期", "2025-2-10"),
    )
    branch = examine(*proofs).branch
    assert ["D4" in counted(branch, day) for day in (date(2025, 2, 9), date(2025, 2, 10))] == [True, False]
    assert "D4" in counted(examine(*proofs[:3]).branch, date(2025, 12, 1))


def test_offices_last_for_the_term_or_their_own_dates() -> None:
    branch = examine(
        (ROSTER, "D4", "党内职务", "委员(至2025-6-30)"), (ROSTER, "D5", "党内职务", "委员(2025-7-1起)")
    ).branch
    assert [m.number for m in branch.committee(date(2025, 6, 30))] == ["D1", "D2", "D3", "D4"]
    assert [m.number for m in branch.committee(date(2025, 7, 1))] == ["D1", "D2", "D3", "D5"]
    assert [m.number for m in branch.committee(date(2024, 6, 17))] == ["D4"]  # the only one with dates of his own
    secretary = branch.secretary(date(2025, 1, 1))
    assert secretary is not None
    assert secretary.name == "张一"


def test_attendance_of_the_three_kinds_of_meetings() -> None:
    branch = examine((MEETINGS, "H3", "缺席", "周六(事假)")).branch
    numbers = {
        meeting.number: tuple(
            [member.number for member in group]
            for group in (branch.attendance(meeting).expected, branch.attendance(meeting).present)
        )
        for meeting in branch.meetings
    }
    assert numbers["H1"] == (["D1", "D2", "D3"], ["D1", "D2", "D3"])
    assert numbers["H2"] == (["D1", "D2", "D3", "D4", "D5", "D6", "D7"], ["D1", "D2", "D3", "D5", "D6", "D7"])
    assert numbers["H3"] == (["D5", "D6", "D7", "D8"], ["D5", "D7", "D8"])


def test_party_standing_begins_with_the_confirmation() -> None:
    member = examine().branch.by_number["D4"]
    assert standing_years(member, date(2025, 5, 31)) == 13
    assert standing_years(member, date(2025, 6, 1)) == 14
    assert standing_years(member, date(2011, 5, 31)) is None


def vote(number: int, *changes: Change) -> tuple[int, int, bool, bool | None]:
    """Give expected, present, quorum and outcome of the n-th vote of H2."""
    branch = examine(*changes).branch
    found = votes_of(branch, next(m for m in branch.meetings if m.number == "H2"))[number]
    return found.expected, found.present, found.quorate, found.carried


EVEN: tuple[Change, ...] = ((ROSTER, "D7", "转出日期", "2025-6-1"),)
HALF_AWAY: Change = (MEETINGS, "H2", "缺席", "赵四(病假)、孙五(事假)、周六(事假)")


def test_half_is_enough_for_an_ordinary_vote_and_not_for_an_admission() -> None:
    assert vote(1, *EVEN, HALF_AWAY)[:3] == (6, 3, True)
    assert vote(0, *EVEN, HALF_AWAY)[:3] == (6, 3, False)


@pytest.mark.parametrize(("ayes", "carried"), [("3", False), ("4", True)])
def test_half_the_expected_is_not_enough_to_pass(ayes: str, carried: bool) -> None:
    for number in (0, 1):
        assert vote(number, *EVEN, (ITEMS, f"#{number + 2}", "赞成", ayes))[3] is carried


def test_an_election_counts_those_present() -> None:
    kind: Change = (ITEMS, "#3", "表决类型", "选举")
    assert vote(1, kind, (ITEMS, "#3", "赞成", "3"))[3] is False
    assert vote(1, kind, (ITEMS, "#3", "赞成", "4"))[3] is True
    away = (MEETINGS, "H2", "缺席", "赵四(病假)、孙五(事假)")
    assert vote(1, kind)[2] is True
    assert vote(1, kind, away)[2] is False


def test_shuffled_rows_say_the_same() -> None:
    found = examine().branch
    assert [meeting.number for meeting in found.meetings] == ["H1", "H2", "H3", "H4", "H5", "H6"]
    assert [target.order for target in found.ordered_targets] == sorted(
        t.order for t in found.ordered_targets if t.order
    )


def test_who_counts_is_asked_anew_whenever_somebodys_standing_changes() -> None:
    branch = examine(
        (ROSTER, "D4", "转入日期", "2025-3-1"),
        (ROSTER, "D4", "转出日期", "2025-9-1"),
        (ROSTER, "D5", "党籍状态", "留党察看"),
        (ROSTER, "D5", "状态起", "2025-4-1"),
        (ROSTER, "D5", "状态止", "2025-6-30"),
        (ROSTER, "D6", "党籍状态", "停止党籍"),
        (ROSTER, "D6", "状态起", "2025-10-9"),
        (ROSTER, "D7", "不计入应到", "卧床"),
        (ROSTER, "D7", "不计入依据", "文号"),
        (ROSTER, "D7", "不计入上级同意日期", "2025-2-1"),
        (ROSTER, "D7", "不计入大会通过日期", "2025-2-10"),
    ).branch
    seen = set()
    for day in (date(2024, 12, 1) + timedelta(days=passed) for passed in range(420)):
        there = [m for m in branch.members if is_full(m, day) or is_probationary(m, day)]
        expected = [m for m in there if not is_exempt(m, day)]
        assert branch.counted(day) == tuple(expected), day
        assert branch.voters(day) == tuple(m for m in expected if is_full(m, day) and not is_suspended(m, day)), day
        seen.add((len(branch.counted(day)), len(branch.voters(day))))
    assert len(seen) > 4


def test_a_checked_branch_goes_when_nobody_asks_it_any_more() -> None:
    found = examine()
    year_glance(found.branch)
    branch = weakref.ref(found.branch)
    del found
    gc.collect()
    assert branch() is None


def member_of(*changes: Change) -> Member:
    """Give 赵四 of the changed branch."""
    return examine(*changes).branch.by_number["D4"]


def test_who_belonged_on_some_day_of_a_span() -> None:
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    for heading, inside, outside in (("转入日期", "2025-12-31", "2026-1-1"), ("转出日期", "2025-1-2", "2025-1-1")):
        assert belonged(member_of((ROSTER, "D4", heading, inside)), first, last)
        assert not belonged(member_of((ROSTER, "D4", heading, outside)), first, last)
    gone = (ROSTER, "D4", "党籍状态", "除名")
    assert belonged(member_of(gone, (ROSTER, "D4", "状态起", "2025-1-2")), first, last)
    assert not belonged(member_of(gone), first, last)  # since when is not known


def test_coming_and_going_is_told_of_the_span_only() -> None:
    first, last = date(2025, 1, 1), date(2025, 9, 1)
    moved = member_of((ROSTER, "D4", "转入日期", "2025-1-2"), (ROSTER, "D4", "转出日期", "2025-9-1"))
    assert moves_within(moved, first, last) == Moves(
        received=None, moved_in=date(2025, 1, 2), moved_out=date(2025, 9, 1)
    )
    stayed = member_of((ROSTER, "D4", "转入日期", "2025-1-1"), (ROSTER, "D4", "转出日期", "2025-9-2"))
    assert moves_within(stayed, first, last) == Moves(received=None, moved_in=None, moved_out=None)
    assert moves_within(examine().branch.by_number["D8"], first, last).received == date(2025, 6, 27)
