"""Turns a branch into what each member did in the year so far: meetings, hours of study, talks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from pipeline.facts.absence import away, is_unexcused
from pipeline.facts.branch import Branch
from pipeline.facts.duties import State, year_is_over
from pipeline.facts.membership import on_books
from pipeline.facts.ordering import grouped
from pipeline.facts.year import closing
from pipeline.schema import Meeting, Member, Talk, Training
from pipeline.values import Person

JUDGED_FROM = 4
"""Meetings at which somebody must have been expected before a rate of attendance means anything."""
NAMED = 3
"""Partners in talk that are kept by name."""


@dataclass(slots=True)
class Participation:
    """What one member did in the year so far."""

    expected: int = 0
    """Meetings at which the member counted as expected (应到)."""
    present: int = 0
    made_up: int = 0
    """Meetings missed and made up for (补课)."""
    hours: Decimal = Decimal(0)
    """Hours of study: meetings attended or made up for, and courses taken. 党员教育管理工作条例第二十条."""
    with_committee: int = 0
    """Talks with somebody of the committee, on either side."""
    with_members: int = 0
    """Talks with a member outside the committee, on either side."""
    committee_names: dict[str, None] = field(default_factory=dict)
    """The first few committee members talked with, in the order of the talks."""
    member_names: dict[str, None] = field(default_factory=dict)
    away_since: date | None = None
    """First meeting of the longest run missed without a reason, where it was not broken by coming or by a reason."""
    away_until: date | None = None
    """Last meeting of that run."""

    @property
    def rate(self) -> int | None:
        """Attendance in whole percent, rounded down; None where the member was never expected."""
        return self.present * 100 // self.expected if self.expected else None


def participations(branch: Branch, until: date | None = None) -> Mapping[str, Participation]:
    """Work out for every member, by 编号, what was done in the year up to a day, today if None.

    One pass over meetings, courses and talks.
    """
    return branch.once(_participations, until or branch.as_of)


def _participations(branch: Branch, until: date) -> Mapping[str, Participation]:
    found: dict[str, Participation] = {member.number: Participation() for member in branch.members}
    runs: dict[str, date] = {}
    for meeting in meetings_so_far(branch, until):
        _attend(branch, meeting, found, runs, until)
    for training, hours in courses_so_far(branch, until):
        for member in participants(branch, training):
            found[member.number].hours += hours
    for talk in branch.talks:
        if so_far(branch, talk.day, until):
            _talk(branch, talk, found)
    return found


def meetings_so_far(branch: Branch, until: date) -> Iterator[Meeting]:
    """Yield the meetings that count in the year up to a day."""
    for meeting in branch.meetings:
        if branch.counts(meeting) and (so_far(branch, meeting.day, until) or of_last_year(branch, meeting, until)):
            yield meeting


def courses_so_far(branch: Branch, until: date) -> Iterator[tuple[Training, Decimal]]:
    """Yield the courses of the year up to a day that have hours, with these."""
    for training in branch.records.trainings:
        if training.hours and (training.start is None or so_far(branch, training.start, until)):
            yield training, training.hours


def attendance_state(branch: Branch, member: Member) -> State:
    """Judge how often somebody came in the year so far; of few meetings a rate means nothing."""
    one = participations(branch)[member.number]
    if not one.expected:
        return State.NOT_APPLICABLE
    if one.present * 100 >= branch.settings.attendance_rate_percent * one.expected:
        return State.DONE
    if one.expected >= JUDGED_FROM:
        return State.MISSING
    return State.NOT_APPLICABLE if year_is_over(branch) else State.PENDING


def of_last_year(branch: Branch, meeting: Meeting, until: date) -> bool:
    """Whether a meeting of the year took place after it, up to the summary's date, and the whole year is told of."""
    return meeting.day is not None and branch.year_end < meeting.day <= closing(branch) and until >= branch.year_end


def so_far(branch: Branch, day: date | None, until: date | None = None) -> bool:
    """Whether a day lies in the year of the workbook and not after `until`, today if None."""
    return day is not None and day.year == branch.year and day <= (until or branch.as_of)


def _attend(
    branch: Branch, meeting: Meeting, found: dict[str, Participation], runs: dict[str, date], until: date
) -> None:
    """Count one meeting for those expected at it; `runs` holds since when somebody has been missing."""
    assert meeting.day is not None  # so_far
    reasons = {absence.person.number: absence.reason for absence in away(meeting)}
    made_up = {makeup.person.number for makeup in meeting.makeups if makeup.day <= until}
    for member in branch.attendance(meeting).expected:
        one = found[member.number]
        one.expected += 1
        came = member.number not in reasons
        one.present += came
        one.made_up += not came and member.number in made_up
        if meeting.hours and (came or member.number in made_up):
            one.hours += meeting.hours
        if came or member.number in made_up or not is_unexcused(reasons[member.number]):
            runs.pop(member.number, None)
        else:
            _missed(one, runs.setdefault(member.number, meeting.day), meeting.day)


def _missed(one: Participation, since: date, day: date) -> None:
    """Keep the longest run of meetings missed."""
    if one.away_since is None or one.away_until is None or day - since > one.away_until - one.away_since:
        one.away_since, one.away_until = since, day


def participants(branch: Branch, training: Training) -> Iterator[Member]:
    """Yield who took part in a course; 全体 and 岗位 mean those on the books when it began."""
    scope = training.people
    if scope is None:
        return
    if scope.everyone:
        pool: Iterable[Member] = branch.members
    else:
        groups = [branch.once(_by_station).get(station, ()) for station in scope.stations]
        pool = {m.number: m for m in (*(m for group in groups for m in group), *_known(branch, scope.people))}.values()
    for member in pool:
        if training.start is None or on_books(member, training.start):
            yield member


def _by_station(branch: Branch) -> Mapping[str, tuple[Member, ...]]:
    return grouped(branch.members, lambda member: member.station)


def _known(branch: Branch, people: Iterable[Person]) -> Iterator[Member]:
    return (member for member in map(branch.member_of, people) if member is not None)


def _talk(branch: Branch, talk: Talk, found: dict[str, Participation]) -> None:
    """Count one talk on both sides; linear in the people it names."""
    speakers, listeners = _Side.of(branch, talk, talk.speakers), _Side.of(branch, talk, talk.listeners)
    for side, partners in ((speakers, listeners), (listeners, speakers)):
        for number in side.members:
            one = found[number]
            one.with_committee += partners.committee_without(number)
            one.with_members += partners.members_without(number)
            _name(one.committee_names, partners.committee_names, number)
            _name(one.member_names, partners.member_names, number)


def _name(names: dict[str, None], partners: Mapping[str, str], number: str) -> None:
    for partner, name in partners.items():
        if len(names) > NAMED:
            return
        if partner != number:
            names[name] = None


@dataclass(slots=True)
class _Side:
    """Those who speak, or those who listen, in one talk."""

    members: dict[str, bool] = field(default_factory=dict)
    """编号 to whether of the committee."""
    committee: int = 0
    committee_names: dict[str, str] = field(default_factory=dict)
    """编号 to name of the first few."""
    member_names: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, branch: Branch, talk: Talk, people: Iterable[Person]) -> _Side:
        side = cls()
        for person in people:
            member = branch.member_of(person)
            if member is None:
                continue
            officer = bool(member.posts and talk.day and branch.offices(member, talk.day))
            side.members[member.number] = officer
            names = side.committee_names if officer else side.member_names
            if len(names) <= NAMED + 1:
                names[member.number] = branch.label(member)
        side.committee = sum(side.members.values())
        return side

    def committee_without(self, number: str) -> bool:
        """Whether there is somebody of the committee besides this member."""
        return self.committee > self.members.get(number, False)

    def members_without(self, number: str) -> bool:
        """Whether there is a member outside the committee besides this one."""
        ordinary = len(self.members) - self.committee
        return ordinary > (number in self.members and not self.members[number])
