"""How far somebody who asked to join the Party has come: the stage on a day, the vote, the reviews that are missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from pipeline.calendar_months import Month, add_months, latest
from pipeline.facts.branch import Branch
from pipeline.facts.membership import full_since
from pipeline.schema import Candidate, Item, Meeting, Member
from pipeline.schema.activities import ADMISSION
from pipeline.schema.members import ENDED
from pipeline.values import Period, Person, name_key

HALF_YEAR = 6
"""Months from one review to the next. 发展党员工作细则第十一条."""
STEPS = ("applied", "interviewed", "activist_on", "activist_filed", "chosen_on", "chosen_filed", "vetted_on")
"""The steps that have a day each, up to the committee's review."""
LAST_STEPS = ("reviewed", "approved_for_vote")
"""Those between it and the general meeting."""


class Stage(Enum):
    """How far somebody has come, in the words of 发展党员工作细则."""

    APPLICANT = "入党申请人"
    ACTIVIST = "入党积极分子"
    CHOSEN = "发展对象"
    PROBATIONARY = "预备党员"
    FULL = "正式党员"
    ENDED = "不再培养"
    """Moved away, withdrew, was dropped, or lost the membership again."""


class Admission(NamedTuple):
    """A vote of the general meeting on admitting somebody."""

    meeting: Meeting
    item: Item


def surely_before(day: date | None, other: date | None) -> bool:
    """Whether a day lies before another, however a month without a day is taken; not where one is unknown."""
    return day is not None and other is not None and latest(day) < other


def agree(day: date, other: date) -> bool:
    """Whether two dates can be the same day: of a month without a day any of its days may be meant."""
    if isinstance(day, Month) or isinstance(other, Month):
        return (day.year, day.month) == (other.year, other.month)
    return day == other


def member_of(branch: Branch, candidate: Candidate) -> Member | None:
    """Find the roster's row of a candidate: of that name, and born on that day or admitted after the first step.

    None while the candidate is not on it, and where it cannot be told which of two members is meant. A namesake who
    joined before the candidate applied is somebody else.
    """
    return branch.once(_member_of, candidate)


def _member_of(branch: Branch, candidate: Candidate) -> Member | None:
    same = [m for m in branch.names.by_name.get(name_key(candidate.name), ()) if _may_be(candidate, m)]
    born = [m for m in same if candidate.born and m.born and agree(candidate.born, m.born)]
    found = born or same
    return found[0] if len(found) == 1 else None


def _may_be(candidate: Candidate, member: Member) -> bool:
    joined = member.joined
    if candidate.born and member.born:
        way = candidate.chosen_on or candidate.activist_on
        return agree(candidate.born, member.born) or bool(joined and way and way <= latest(joined))
    first = min(days_of(candidate), default=None)
    return first is not None and (joined is None or first <= latest(joined))


def days_of(candidate: Candidate) -> Iterator[date]:
    """Yield the days on which something was done about a candidate before the general meeting."""
    yield from (day for name in (*STEPS, *LAST_STEPS) if (day := getattr(candidate, name)) is not None)
    yield from candidate.reviews
    for period in (candidate.course, candidate.notice):
        if period is not None:
            yield from (period.start, period.end)


def admission_of(branch: Branch, candidate: Candidate) -> Admission | None:
    """Find the vote on admitting a candidate; the last, where the general meeting took it up more than once."""
    member = member_of(branch, candidate)
    votes = branch.once(admissions)
    return next((vote for vote in reversed(votes) if any(_is(p, candidate, member) for p in vote.item.candidate)), None)


def admissions(branch: Branch) -> tuple[Admission, ...]:
    """Give the votes on admitting somebody, by date."""
    return tuple(
        Admission(meeting, item)
        for meeting in branch.meetings
        for item in branch.items_of.get(meeting.number, ())
        if item.vote_type == ADMISSION and meeting.number
    )


def _is(person: Person, candidate: Candidate, member: Member | None) -> bool:
    if person.number:
        return member is not None and member.number == person.number
    return name_key(person.name) == name_key(candidate.name)


def candidate_of(branch: Branch, person: Person) -> Candidate | None:
    """Find the row of somebody whom another sheet names; the last where there are several."""
    rows = reversed(branch.records.candidates)
    return next((row for row in rows if _is(person, row, member_of(branch, row))), None)


def voted_on(branch: Branch, candidate: Candidate) -> date | None:
    """Give the day of the general meeting that discussed the admission; in a year before, the roster's 入党日期."""
    vote = admission_of(branch, candidate)
    if vote is not None and vote.meeting.day is not None:
        return vote.meeting.day
    member = member_of(branch, candidate)
    return member.joined if member is not None else None


def trained_until(branch: Branch, candidate: Candidate) -> date:
    """Give the last day on which somebody was trained for membership: voted on, dropped, or judged so far."""
    return min(filter(None, (voted_on(branch, candidate), candidate.ended, branch.judged_on)))


def stage_on(branch: Branch, candidate: Candidate, day: date) -> Stage | None:
    """Tell how far somebody had come by the end of `day`; None before the first step that the row gives.

    A member is whom the roster says is one: no vote, and no date of this sheet, makes a member. Full rights come with
    the superior's approval, as everywhere (`membership.full_since`).
    """
    member = member_of(branch, candidate)
    if member is not None and member.joined is not None and member.joined <= day:
        if member.standing in ENDED and (member.standing_since is None or member.standing_since <= day):
            return Stage.ENDED
        since = full_since(member)
        return Stage.FULL if since is not None and since <= day else Stage.PROBATIONARY
    steps = (
        (candidate.ended, Stage.ENDED),
        (candidate.chosen_on, Stage.CHOSEN),
        (candidate.activist_on, Stage.ACTIVIST),
        (candidate.applied, Stage.APPLICANT),
    )
    return next((stage for reached, stage in steps if reached is not None and reached <= day), None)


def stage_now(branch: Branch, candidate: Candidate) -> Stage | None:
    """Tell how far somebody has come by all that is recorded: at the end of the year, or on the day of a later step."""
    ended = (candidate.ended,) if candidate.ended else ()
    return stage_on(branch, candidate, max((branch.year_end, *days_of(candidate), *ended)))


def stages(branch: Branch, day: date) -> Mapping[Stage, int]:
    """Count how many had come how far by the end of `day`, in the order of the stages; without those at none."""
    return _counted(stage_on(branch, candidate, day) for candidate in branch.records.candidates)


def stages_now(branch: Branch) -> Mapping[Stage, int]:
    """Count how many have come how far by all that is recorded."""
    return _counted(stage_now(branch, candidate) for candidate in branch.records.candidates)


def _counted(stages: Iterable[Stage | None]) -> Mapping[Stage, int]:
    found = Counter(stages)
    return {stage: found[stage] for stage in Stage if found[stage]}


def unreviewed(candidate: Candidate, until: date) -> tuple[Period, ...]:
    """Give the half-years wholly past by `until` in which an activist was not reviewed.

    Half-years are those of the calendar, or counted from the day of becoming an activist: both are usual, and where one
    way of counting lacks nothing, nothing is missing. 发展党员工作细则第十一条.
    """
    since = candidate.activist_on
    if since is None:
        return ()
    end = min(filter(None, (candidate.chosen_on, candidate.ended, until)))
    first = latest(since)
    counted = _without(candidate, _half_years(first, end, first))
    start = date(first.year, 1 if first.month <= HALF_YEAR else HALF_YEAR + 1, 1)
    return _without(candidate, _half_years(start, end, first)) if counted else ()


def _half_years(start: date, end: date, since: date) -> Iterator[Period]:
    """Yield the half-years from `start` on that lie between two days."""
    following = add_months(start, HALF_YEAR)
    while following <= end:
        if start >= since:
            yield Period(start, following - timedelta(days=1))
        start, following = following, add_months(following, HALF_YEAR)


def _without(candidate: Candidate, periods: Iterator[Period]) -> tuple[Period, ...]:
    return tuple(p for p in periods if not any(p.start <= latest(day) and day <= p.end for day in candidate.reviews))
