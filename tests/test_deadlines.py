"""Which single dates lie ahead: each beside the nearest that does not count."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.facts.deadlines import due_dates, due_dates_ahead
from pipeline.schema import BranchInfo, Member, Project, Talk
from tests.support.small import Change, examine

ROSTER, TALKS, INFO, PROJECTS = "党员名册", "谈话记录", "支部信息", "立项攻关"
RUNNING = date(2025, 12, 3)
CANDIDATE: tuple[Change, ...] = ((ROSTER, "D8", "入党日期", "2024-12-27"), (ROSTER, "D8", "批准日期", "2025-1-15"))


def ends(*changes: Change) -> list[date]:
    """Give the days on which a probation ends."""
    return [due.day for due in due_dates(examine(*CANDIDATE, *changes).branch) if isinstance(due.about, Member)]


def test_probation_ends_after_a_year_or_when_extended_for_whoever_is_still_on_it() -> None:
    assert ends() == [date(2025, 12, 27)]
    assert ends((ROSTER, "D8", "入党日期", "2024-2-29")) == [date(2025, 3, 1)]
    assert ends((ROSTER, "D8", "延长预备期至", "2026-6-27")) == [date(2026, 6, 27)]
    assert ends((ROSTER, "D8", "转出日期", "2025-12-28")) == [date(2025, 12, 27)]
    for heading, value in (("转正日期", "2025-12-28"), ("转出日期", "2025-12-27"), ("批准日期", "")):
        assert ends((ROSTER, "D8", heading, value)) == []
    assert ends((ROSTER, "D8", "党籍状态", "退党"), (ROSTER, "D8", "状态起", "2025-11-1")) == []


@pytest.mark.parametrize(
    ("kind", "open_still", "done"),
    [
        (BranchInfo, ((INFO, "届满日期", "内容", "2025-12-30"),), ()),
        (Project, ((PROJECTS, "L1", "时限", "2025-12-20"), (PROJECTS, "L1", "完成日期", "")), ((PROJECTS, "L1", "时限", "2025-12-20"),)),
        (Talk, ((TALKS, "T1", "时限", "2025-12-10"),), ((TALKS, "T1", "时限", "2025-12-10"), (TALKS, "T1", "办理结果", "办了"))),
    ],
)  # fmt: skip
def test_what_is_done_is_not_ahead(kind: type, open_still: tuple[Change, ...], done: tuple[Change, ...]) -> None:
    assert [type(due.about) for due in due_dates_ahead(examine(*open_still, as_of=RUNNING).branch)] == [kind]
    assert due_dates_ahead(examine(*done, as_of=RUNNING).branch) == ()


def test_only_the_next_days_are_ahead_today_included() -> None:
    def ahead(day: str) -> bool:
        return bool(due_dates_ahead(examine((INFO, "届满日期", "内容", day), as_of=RUNNING).branch))

    assert [ahead(day) for day in ("2025-12-2", "2025-12-3", "2026-1-2", "2026-1-3")] == [False, True, True, False]
