"""Which days the documents of a year tell of: a year is closed early in the next one, and never by the clock."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from pipeline.facts.grounds import cells, info
from pipeline.schema import MEETINGS

if TYPE_CHECKING:
    from pipeline.facts.branch import Branch
    from pipeline.schema import Meeting

TOLD_BY = info("written year") | cells(MEETINGS, "day belongs_to")
"""The columns that decide until which day the documents tell."""
QUIET = timedelta(days=62)
"""So long before its 成文日期 a year of which everything is entered has a meeting."""
LATEST_WRITTEN = (6, 30)
"""Month and day of the next year up to which a summary is dated as usual."""


def told_until(branch: Branch) -> date:
    """Give the day whose state the documents tell: 成文日期 or 31 December, else the last day that is recorded.

    A 成文日期 typed in spring for the end of the year is not believed: nothing is told of months that are not entered.
    """
    held = [meeting for meeting in branch.meetings if meeting.day]
    if any(branch.counts(meeting) and meeting.day > branch.year_end for meeting in held if meeting.day):
        return branch.year_end  # the year was closed by a meeting of the next one
    written = branch.info.written
    if written is None or not branch.year_start <= written <= latest_written(branch.year):  # Y11
        days = (*branch.records.days_without_meetings(), *(meeting.day for meeting in held if meeting.day))
        return max((day for day in days if day.year == branch.year), default=branch.year_end)
    told = min(written, branch.year_end)
    last = max((m.day for m in held if m.day and m.day.year == branch.year), default=told)
    return last if told - last > QUIET else told


def latest_written(year: int) -> date:
    """Give the last day on which the summary of a year is dated as usual."""
    return date(year + 1, *LATEST_WRITTEN)


def closing(branch: Branch) -> date:
    """Give the last day on which something of the year can have taken place: 31 December, or a later 成文日期."""
    written = branch.info.written
    return max(branch.year_end, min(written, latest_written(branch.year))) if written else branch.year_end


def tells_of_meeting(branch: Branch, meeting: Meeting) -> bool:
    """Whether the documents count a meeting of the year: none that is after what they tell."""
    if not branch.counts(meeting) or meeting.day is None:
        return False
    return meeting.day <= branch.told_until or branch.year_end < meeting.day <= closing(branch)


def tells_of_talk(branch: Branch, day: date | None) -> bool:
    """Whether the documents count a talk: of the year, or of after it up to the summary's date."""
    return branch.tells_of(day) or (day is not None and branch.year_end < day <= closing(branch))


def period_text(branch: Branch) -> str:
    """Say whether the whole year is told of: 全年, else 年内."""
    return "全年" if branch.told_until == branch.year_end else "年内"
