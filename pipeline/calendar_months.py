"""Counts and moves by whole months and years, as terms, ages and party standing are counted."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def add_months(day: date, months: int) -> date:
    """Move a date by whole months; a day the month does not have becomes the first of the next."""
    years, month = divmod(day.month - 1 + months, 12)
    try:
        return day.replace(year=day.year + years, month=month + 1)
    except ValueError:
        return date(day.year + years, month + 2, 1)


def add_years(day: date, years: int) -> date:
    """Move a date by whole years; 29 February becomes 1 March."""
    return add_months(day, 12 * years)


def full_years(since: date, until: date) -> int:
    """Count the whole years from one day to a later one."""
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))


class Month(date):
    """A date known to the month only; it stands in order as the first of the month."""

    @property
    def last(self) -> date:
        """The last day it can be."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])


def latest(day: date) -> date:
    """Give the last day a date can be: of a month where only that is known."""
    return day.last if isinstance(day, Month) else day
