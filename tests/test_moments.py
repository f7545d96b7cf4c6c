"""Dates, times, spans and limits as people type them; nothing missing is ever invented."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.values import Deadline, Period
from pipeline.workbook.reading.dates import Remarked, read_date, read_deadline, read_period, read_time
from pipeline.workbook.reading.grid import Cell
from pipeline.workbook.reading.people import UnreadableError

DAY = date(2026, 3, 5)


@pytest.mark.parametrize(
    "typed",
    [
        DAY,
        datetime(2026, 3, 5),
        "2026-3-5",
        "2026-03-05",
        "2026/3/5",
        "2026.3.5",
        "2026．3．5",
        "2026年3月5日",
        "2026年03月05日",
        " 2026 年 3 月 5 日 ",
        "2026年3月5号",
        "２０２６年３月５日",
        "2026年3月5日（星期四）",
        "20260305",
        20260305,
        20260305.0,
        "二〇二六年三月五日",
        "二○二六年三月五日",
        "2026-03-05 00:00:00",
        "\u200b2026-3-5\ufeff",
    ],
)
def test_dates_in_all_customary_forms(typed: Cell) -> None:
    assert read_date(typed, None, date1904=False) == DAY


@pytest.mark.parametrize(
    ("typed", "taken", "code"),
    [
        ("3月5日", DAY, "C19"),
        (46086, DAY, "C18"),
        (46086.75, DAY, "C18"),
        (datetime(2026, 3, 5, 14, 30), DAY, "C18"),
    ],
)
def test_a_changed_meaning_is_remarked(typed: Cell, taken: date, code: str) -> None:
    found = read_date(typed, 2026, date1904=False)
    assert isinstance(found, Remarked)
    assert (found.value, found.code) == (taken, code)


def test_serials_of_1904_workbooks() -> None:
    found = read_date(44624, 2026, date1904=True)
    assert isinstance(found, Remarked)
    assert found.value == date(2026, 3, 5)


@pytest.mark.parametrize(
    "typed",
    ["3月", "2026年3月", "2026-3", "2026.3", "2026", "26.3.5", "05/03/2026", "2026-2-30", "2026年13月1日", "昨天", "garbage",
     5, 60, 1e9, True, time(3, 5), timedelta(hours=3), "1899-12-31", "2100-1-1", "2026年3月5日（星期三）", "3月5日周一",
     date(9999, 12, 31), datetime(1899, 12, 31), date(2100, 1, 1), float("inf"), float("-inf"), float("nan"), 2026.3, 2026,
     datetime(1905, 7, 18, 7, 12), date(1905, 7, 18), date(1905, 3, 14)],
)  # fmt: skip
def test_what_is_no_whole_day_is_refused(typed: Cell) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_date(typed, 2026, date1904=False)
    assert refused.value.code == "C07"


def test_a_date_without_year_needs_the_year_of_the_workbook() -> None:
    with pytest.raises(UnreadableError):
        read_date("3月5日", None, date1904=False)


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(["{y}-{m}-{d}", "{y}/{m:02d}/{d:02d}", "{y}.{m}.{d}", "{y}年{m}月{d}日", "{y}{m:02d}{d:02d}"]))  # fmt: skip
def test_every_day_in_every_form(day: date, form: str) -> None:
    typed = form.format(y=day.year, m=day.month, d=day.day)
    assert read_date(typed, None, date1904=False) == day


@pytest.mark.parametrize(
    "typed",
    [time(14, 30), datetime(1900, 1, 1, 14, 30), timedelta(hours=14, minutes=30), 14.5 / 24, "14:30", "14：30", "14点30分",
     "14时30", "14点半", "下午2:30", "下午2点半", "2:30 PM", "PM 2:30", "14:30:00", "１４：３０", "下午14:30", "晚上 2:30 "],
)  # fmt: skip
def test_times_in_all_customary_forms(typed: Cell) -> None:
    assert read_time(typed) == time(14, 30)


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("9点", time(9)),
        ("上午9:05", time(9, 5)),
        ("中午12:10", time(12, 10)),
        ("下午四点", time(16)),
        ("下午四点半", time(16, 30)),
        ("晚上十一点二十分", time(23, 20)),
        ("下午两点整", time(14)),
        ("下午4点半", time(16, 30)),
        ("12:10AM", time(0, 10)),
    ],
)
def test_other_times(typed: str, taken: time) -> None:
    assert read_time(typed) == taken


@pytest.mark.parametrize("typed", ["1430", 1430, 1430.0, "14.30", "14．30"])
def test_times_without_a_colon_are_remarked(typed: Cell) -> None:
    found = read_time(typed)
    assert isinstance(found, Remarked)
    assert (found.value, found.code) == (time(14, 30), "C18")


def test_a_date_before_a_time_is_said() -> None:
    found = read_time(datetime(2025, 3, 9, 14, 30))
    assert isinstance(found, Remarked)
    assert (found.value, found.code) == (time(14, 30), "C18")


@pytest.mark.parametrize(
    "typed", ["25:00", "9:61", "上午", "两点", "garbage", 3, True, "上午14:30", "2460", 14.3, 99, 1290, "14.3"]
)
def test_what_is_no_time_is_refused(typed: Cell) -> None:
    with pytest.raises(UnreadableError) as refused:
        read_time(typed)
    assert refused.value.code == "C08"


@pytest.mark.parametrize(
    "typed",
    ["2025-6-13至2025-6-19", "2025-6-13至6-19", "2025年6月13日到19日", "2025.6.13～2025.6.19", "2025-6-13—2025-6-19"],
)
def test_spans_of_days(typed: str) -> None:
    assert read_period(typed, 2025, date1904=False) == Period(date(2025, 6, 13), date(2025, 6, 19))


@pytest.mark.parametrize("typed", ["2025-6-13", "2025-6-19至2025-6-13", "六月"])
def test_what_is_no_span_is_refused(typed: str) -> None:
    with pytest.raises(UnreadableError):
        read_period(typed, 2025, date1904=False)


def test_limits_are_dates_or_words() -> None:
    limit = Deadline("2025年3月5日", date(2025, 3, 5))
    assert read_deadline("2025-3-5", 2025, date1904=False) == limit
    assert read_deadline(date(2025, 3, 5), 2025, date1904=False) == limit
    assert read_deadline("每月25日前", 2025, date1904=False) == Deadline("每月25日前")
    assert read_deadline("2025年6月", 2025, date1904=False) == Deadline("2025年6月")
    remarked = read_deadline("3月5日", 2025, date1904=False)
    assert isinstance(remarked, Remarked)
    assert (remarked.value, remarked.code) == (limit, "C19")
    for number in (45930, 20250930):
        found = read_deadline(number, 2025, date1904=False)
        assert (found.value if isinstance(found, Remarked) else found) == Deadline("2025年9月30日", date(2025, 9, 30))
    assert isinstance(read_deadline(45930, 2025, date1904=False), Remarked)
    for wrong in ("2025-13-45", 7, True, time(3, 5), date(9999, 12, 31), float("inf")):
        with pytest.raises(UnreadableError):
            read_deadline(wrong, 2025, date1904=False)
