"""Says which days are off in China: statutory holidays and the weekends that are worked instead."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from pipeline.wording import weekday_text

SATURDAY = 5


@cache
def known(year: int) -> bool:
    """Whether the holidays of a year are known; otherwise only weekends count."""
    # Deferred: the tables take 10 ms that other commands do without.
    from chinese_calendar import is_workday  # noqa: PLC0415

    try:
        is_workday(date(year, 1, 1))
    except NotImplementedError:
        return False
    return True


@cache
def day_off(day: date) -> str:
    """Name the reason why a day is off: 星期六, 国庆节; nothing for a working day."""
    weekend = weekday_text(day) if day.weekday() >= SATURDAY else ""
    if not known(day.year):
        return weekend
    from chinese_calendar import Holiday, get_holiday_detail  # noqa: PLC0415

    off, name = get_holiday_detail(day)
    if not off:
        return ""
    return next((f"{holiday.chinese}放假" for holiday in Holiday if holiday.value == name), weekend)


def workdays(start: date, end: date) -> Iterator[date]:
    """Yield the working days from one day to another, both included."""
    day = start
    while day <= end:
        if not day_off(day):
            yield day
        day += timedelta(days=1)
