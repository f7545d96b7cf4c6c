"""Turns a branch into what its year demands at intervals, and what became of each demand as of today."""

from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from pipeline.facts.branch import Branch
from pipeline.facts.committee import has_committee
from pipeline.facts.ordering import groups_of
from pipeline.schema import Meeting
from pipeline.schema.activities import COMMITTEE, EVALUATION, GENERAL, GROUP, LECTURE, ORG_LIFE, THEMED_DAY
from pipeline.wording import joined, numeral

LONG_RUN = 3
"""Months on end that are named by the first and the last of them."""
LAST_QUARTER = 10
"""Month from which a year's last quarter runs."""


class Rhythm(Enum):
    """How often something is demanded: the months of one period."""

    MONTH = 1
    QUARTER = 3
    YEAR = 12


class State(Enum):
    """What became of a duty."""

    DONE = "已开展"
    MISSING = "缺"
    DUE = "快到期"
    """Not done, and its last day lies within the next days (`Settings.upcoming_days`)."""
    PENDING = "未到期"
    NOT_APPLICABLE = "不适用"
    """The branch, its committee or the group was not there the whole period long."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Duty:
    """One thing demanded in one period."""

    kind: str
    """Type of meeting that fulfils it."""
    group: str
    """党小组; empty for the branch as a whole."""
    rhythm: Rhythm
    start: date
    end: date
    due: date
    """Day by which it is expected: the fixed day of a themed day while that lies ahead, else the period's last day."""
    state: State
    meetings: tuple[Meeting, ...] = ()
    """What fulfils it, by date; a joint meeting fulfils a duty of each of its types."""
    days_off: int = 0
    """Days by which the themed day nearest to the fixed day misses it."""
    off: bool = False
    """Done, but not when it should be: far from the fixed day, or not in the last quarter."""

    @property
    def period(self) -> str:
        """Name the period inside its year: 8月, 第三季度, 全年."""
        if self.rhythm is Rhythm.MONTH:
            return f"{self.start.month}月"
        return f"第{numeral(self.end.month // 3)}季度" if self.rhythm is Rhythm.QUARTER else "全年"

    @property
    def days(self) -> tuple[date, ...]:
        """The days on which it was done."""
        return tuple(dict.fromkeys(meeting.day for meeting in self.meetings if meeting.day))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Line:
    """One kind of duty through the year, for the branch or for one group."""

    kind: str
    group: str
    rhythm: Rhythm
    duties: tuple[Duty, ...]

    def in_state(self, state: State) -> tuple[Duty, ...]:
        """Pick the duties in a state."""
        return tuple(duty for duty in self.duties if duty.state is state)


def periods_text(duties: Sequence[Duty]) -> str:
    """Name the periods of some duties of one line in order, long runs of months by their ends: 1月、4月至12月."""
    runs: list[list[Duty]] = []
    for duty in duties:
        if runs and runs[-1][-1].end + timedelta(days=1) == duty.start:
            runs[-1].append(duty)
        else:
            runs.append([duty])
    return joined(text for run in runs for text in _run_texts(run))


def _run_texts(run: Sequence[Duty]) -> Iterator[str]:
    if len(run) >= LONG_RUN and run[0].rhythm is Rhythm.MONTH:
        yield f"{run[0].period}至{run[-1].period}"
    else:
        yield from (duty.period for duty in run)


def year_is_over(branch: Branch) -> bool:
    """Whether the year can be judged as a whole: it is past, or its summary is dated."""
    written = branch.info.written
    if branch.as_of > branch.year_end:
        return True
    return written is not None and branch.year_start <= written <= branch.as_of and branch.told_until >= written


def there_all_year(branch: Branch) -> bool:
    """Whether the year is one in which the branch was there, with members, from its first day to its last."""
    founded = branch.info.founded
    members = branch.counted(branch.year_start) and branch.counted(branch.year_end)
    return branch.info.year is not None and bool(members) and not (founded and founded > branch.year_start)


def last_day_ahead(branch: Branch) -> date:
    """Give the last of the days ahead in which something counts as due soon."""
    days = min(branch.settings.upcoming_days, (date.max - branch.as_of).days)
    return branch.as_of + timedelta(days=days)


def year_lines(branch: Branch) -> tuple[Line, ...]:
    """Derive all duties of the year, line by line in the order of the regulations; none where 年度 is unknown."""
    return branch.once(_year_lines)


def _year_lines(branch: Branch) -> tuple[Line, ...]:
    return tuple(_Year(branch).lines()) if branch.info.year is not None else ()


def due_soon(branch: Branch) -> tuple[Duty, ...]:
    """List the duties that fall due within the next days, the nearest first."""
    found = [duty for line in year_lines(branch) for duty in line.in_state(State.DUE)]
    return tuple(sorted(found, key=lambda duty: duty.due))


class _Year:
    """The year of a branch while its duties are derived."""

    def __init__(self, branch: Branch) -> None:
        self.branch = branch
        self.groups_on: dict[date, frozenset[str]] = {}
        self.held = _held(branch)
        self.last_day_ahead = last_day_ahead(branch)
        self.over = year_is_over(branch)

    def lines(self) -> Iterator[Line]:
        yield self.line(GENERAL, Rhythm.QUARTER)
        committee = self.line(COMMITTEE, Rhythm.MONTH)
        if any(duty.state is not State.NOT_APPLICABLE for duty in committee.duties):
            yield committee
        for group in self.branch.groups:
            yield self.line(GROUP, Rhythm.MONTH, group)
        yield self.line(LECTURE, Rhythm.QUARTER)
        yield self.line(THEMED_DAY, Rhythm.MONTH)
        yield self.line(ORG_LIFE, Rhythm.YEAR)
        yield self.line(EVALUATION, Rhythm.YEAR)

    def line(self, kind: str, rhythm: Rhythm, group: str = "") -> Line:
        months = range(1, 13, rhythm.value)
        duties = tuple(self.duty(kind, rhythm, group, month) for month in months)
        return Line(kind=kind, group=group, rhythm=rhythm, duties=duties)

    def duty(self, kind: str, rhythm: Rhythm, group: str, month: int) -> Duty:
        start, end = date(self.branch.year, month, 1), last_day(self.branch.year, month + rhythm.value - 1)
        meetings = tuple(m for n in range(month, end.month + 1) for m in self.held.get((kind, group, n), ()))
        due = self.due(kind, end)
        days_off = self.days_off(kind, meetings)
        late = kind == ORG_LIFE and all(m.day and m.day <= end and m.day.month < LAST_QUARTER for m in meetings)
        return Duty(
            kind=kind,
            group=group,
            rhythm=rhythm,
            start=start,
            end=end,
            due=due,
            state=State.DONE if meetings else self.undone(kind, rhythm, group, start, end, due),
            meetings=meetings,
            days_off=days_off,
            off=bool(meetings) and (late or days_off > self.branch.settings.themed_day_slack_days),
        )

    def undone(self, kind: str, rhythm: Rhythm, group: str, start: date, end: date, due: date) -> State:
        if rhythm is Rhythm.YEAR:
            start = date(end.year, LAST_QUARTER, 1)
        if not (self.exists(kind, group, start) and self.exists(kind, group, end)):
            return State.NOT_APPLICABLE
        if self.over if rhythm is Rhythm.YEAR else end < self.branch.as_of:
            return State.MISSING
        return State.DUE if due <= self.last_day_ahead else State.PENDING

    def exists(self, kind: str, group: str, day: date) -> bool:
        founded = self.branch.info.founded
        if founded is not None and founded > day:
            return False
        if kind == COMMITTEE:
            return has_committee(self.branch, day)
        if day not in self.groups_on:
            self.groups_on[day] = frozenset(member.group for member in self.branch.counted(day))
        return group in self.groups_on[day] if group else bool(self.groups_on[day])

    def due(self, kind: str, end: date) -> date:
        fixed = fixed_day(self.branch, end) if kind == THEMED_DAY else None
        return fixed if fixed is not None and fixed >= self.branch.as_of else end

    def days_off(self, kind: str, meetings: tuple[Meeting, ...]) -> int:
        if kind != THEMED_DAY:
            return 0
        return min((days_from_fixed(self.branch, m.day) for m in meetings if m.day), default=0)


LAST_MONTH = 12
"""Under it stands what belongs to the year and took place after it."""


def _held(branch: Branch) -> Mapping[tuple[str, str, int], list[Meeting]]:
    """Sort the meetings held so far by type, group and month."""
    found: dict[tuple[str, str, int], list[Meeting]] = defaultdict(list)
    for meeting in branch.meetings:
        if meeting.day and branch.counts(meeting) and meeting.day <= branch.as_of:
            for kind in meeting.types:
                month = meeting.day.month if meeting.day.year == branch.year else LAST_MONTH
                for group in groups_of(meeting) if kind == GROUP else ("",):
                    found[kind, group, month].append(meeting)
    return found


def last_day(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def fixed_day(branch: Branch, day: date) -> date | None:
    """Give the fixed day of themed days (主题党日固定日) in the month of `day`, its last day where it is shorter."""
    number = branch.info.fixed_day
    last = last_day(day.year, day.month)
    return None if number is None else last.replace(day=min(number, last.day))


def days_from_fixed(branch: Branch, day: date) -> int:
    """Count the days between a themed day and the fixed day of its month; 0 where none is fixed."""
    fixed = fixed_day(branch, day)
    return abs((day - fixed).days) if fixed else 0
