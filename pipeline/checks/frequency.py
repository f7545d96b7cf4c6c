"""Checks of how often things are done (F)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.calendar_months import add_months
from pipeline.checks.tools.compared import info_cells
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.absence import away
from pipeline.facts.branch import Branch
from pipeline.facts.duties import (
    Duty,
    Line,
    State,
    days_from_fixed,
    periods_text,
    there_all_year,
    year_is_over,
    year_lines,
)
from pipeline.facts.ordering import groups_of
from pipeline.facts.participation import Participation, attendance_state, participants, participations, so_far
from pipeline.facts.planned import held
from pipeline.facts.study import Study, studies
from pipeline.findings import Finding, Location, Rule
from pipeline.rules import frequency as rules
from pipeline.schema import MEETINGS, TRAININGS, Meeting, Member
from pipeline.schema.activities import COMMITTEE, EVALUATION, GENERAL, GROUP, LECTURE, ORG_LIFE, THEMED_DAY
from pipeline.schema.members import ABOVE_COUNTY, INTENSIVE_TRAINING
from pipeline.wording import date_text, joined, month_day_text, number_text

REPORT_ON_DUTY = "述职"
HALF_A_YEAR = 6
"""Months of absence that end in 自行脱党. 党员教育管理工作条例第三十一条."""


def records_are_readable(branch: Branch) -> bool:
    """Whether every meeting says what it was and when; while one does not, nothing can be called missing."""
    return all(
        meeting.day is not None and meeting.types and "types" not in meeting.origin.broken for meeting in held(branch)
    )


def missing_from(branch: Branch, kind: str) -> Iterator[tuple[Line, str]]:
    """Yield each line of a kind that has gaps, with the periods that are missing."""
    if not records_are_readable(branch):
        return
    for line in year_lines(branch):
        gaps = line.in_state(State.MISSING)
        if line.kind == kind and gaps:
            yield line, periods_text(gaps)


def missing(branch: Branch, kind: str, rule: Rule) -> Iterator[Finding]:
    """Report the periods in which a kind of meeting is missing, all in one finding."""
    for line, when in missing_from(branch, kind):
        yield rule.at(Location(MEETINGS.name), when=when, group=line.group, year=branch.year)


@yields(rules.F01)
def general_meeting_each_quarter(branch: Branch) -> Iterator[Finding]:
    """There is a general meeting each quarter."""
    yield from missing(branch, GENERAL, rules.F01)


@yields(rules.F02)
def committee_meets_each_month(branch: Branch) -> Iterator[Finding]:
    """The committee meets each month."""
    yield from missing(branch, COMMITTEE, rules.F02)


@yields(rules.F03)
def groups_meet_each_month(branch: Branch) -> Iterator[Finding]:
    """Every group meets each month; not judged while a group meeting does not say which of the groups met."""
    if all(set(groups_of(m)) <= {*branch.groups} for m in held(branch) if GROUP in m.types):
        yield from missing(branch, GROUP, rules.F03)


@yields(rules.F04)
def lecture_each_quarter(branch: Branch) -> Iterator[Finding]:
    """There is a party lecture each quarter."""
    yield from missing(branch, LECTURE, rules.F04)


@yields(rules.F05)
def themed_day_each_month(branch: Branch) -> Iterator[Finding]:
    """There is a themed day each month."""
    yield from missing(branch, THEMED_DAY, rules.F05)


@yields(rules.F05_DAY)
def themed_day_on_its_day(branch: Branch) -> Iterator[Finding]:
    """A themed day is near the branch's fixed day."""
    for duty in duties_of(branch, THEMED_DAY):
        if duty.off:
            meeting = min(duty.meetings, key=lambda m: days_from_fixed(branch, m.day) if m.day else 0)
            yield rules.F05_DAY.at(
                meeting.origin.at("day"),
                *info_cells(branch, "fixed_day"),
                day=month_day_text(meeting.day) if meeting.day else "",
                month=duty.period,
                fixed=branch.info.fixed_day,
                off=duty.days_off,
            )


def duties_of(branch: Branch, kind: str) -> Iterator[Duty]:
    """Yield every duty of a kind."""
    return (duty for line in year_lines(branch) if line.kind == kind for duty in line.duties)


@yields(rules.F06)
def org_life_meeting_held(branch: Branch) -> Iterator[Finding]:
    """There was an organisational-life meeting, once the year is summed up."""
    if year_is_over(branch) and not branch.of_type(ORG_LIFE) and records_are_readable(branch):
        yield rules.F06.at(Location(MEETINGS.name), year=branch.year)


@yields(rules.F06_QUARTER)
def org_life_meeting_in_its_quarter(branch: Branch) -> Iterator[Finding]:
    """The organisational-life meeting is in its quarter; reported once none can follow in the fourth."""
    for duty in duties_of(branch, ORG_LIFE):
        if duty.off and year_is_over(branch) and records_are_readable(branch):
            last = duty.meetings[-1]
            yield rules.F06_QUARTER.at(last.origin.at("day"), year=branch.year, day=date_text(last.day))


@yields(rules.F07)
def evaluation_held(branch: Branch) -> Iterator[Finding]:
    """There is an evaluation each year."""
    yield from missing(branch, EVALUATION, rules.F07)


@yields(rules.F08)
def secretary_reported(branch: Branch) -> Iterator[Finding]:
    """The secretary reported on duty: said in items, theme or minutes of a general meeting or the evaluation."""
    if not judged_as_a_whole(branch) or not records_are_readable(branch):
        return
    meetings = [meeting for meeting in branch.meetings if {GENERAL, EVALUATION} & set(meeting.types)]
    if not any(REPORT_ON_DUTY in text for meeting in meetings for text in texts_of(branch, meeting)):
        yield rules.F08.at(Location(MEETINGS.name), year=branch.year)


def judged_as_a_whole(branch: Branch) -> bool:
    """Whether the year is over, and is one in which the branch was there from beginning to end."""
    return year_is_over(branch) and there_all_year(branch)


def texts_of(branch: Branch, meeting: Meeting) -> Iterator[str]:
    """Yield the texts that can say what a meeting dealt with."""
    yield from (meeting.theme, meeting.minutes, meeting.delegation)
    for item in branch.items_of.get(meeting.number, ()):
        yield from (item.topic, item.text, item.resolution)


@yields(rules.F09)
def everybody_comes(branch: Branch) -> Iterator[Finding]:
    """Everybody's rate of attendance over the year is high enough."""
    if not year_is_over(branch):
        return
    limit = branch.settings.attendance_rate_percent
    for member, one in with_engagement(branch):
        if attendance_state(branch, member) is State.MISSING:
            yield rules.F09.at(
                member.origin.at("name"),
                name=branch.label(member),
                expected=one.expected,
                present=one.present,
                rate=one.rate,
                limit=limit,
            )


@yields(rules.F09_AWAY)
def nobody_stays_away(branch: Branch) -> Iterator[Finding]:
    """Nobody stays away for six months on end without a reason."""
    for member, one in with_engagement(branch):
        since, until = one.away_since, one.away_until
        if since and until and until >= add_months(since, HALF_A_YEAR):
            days = {"since": date_text(since), "until": date_text(until)}
            yield rules.F09_AWAY.at(member.origin.at("name"), name=branch.label(member), **days)


def with_engagement(branch: Branch) -> Iterator[tuple[Member, Participation]]:
    """Pair every member with what was done in the year."""
    return ((member, participations(branch)[member.number]) for member in branch.members)


@yields(rules.F10, rules.F10_OFFICER)
def study_hours_reached(branch: Branch) -> Iterator[Finding]:
    """Members there all year reach their study hours; those excused for age or illness need not (第二十三条)."""
    if not judged_as_a_whole(branch):
        return
    if not any(one.hours for one in participations(branch).values()):
        yield rules.F10.at(Location(TRAININGS.name), what=f"{branch.year}年没有记下一个学时，不知道党员学够了没有")
        return
    found = studies(branch)
    for member in branch.members:
        study = found[member.number]
        if study.state is State.MISSING:
            yield too_few_hours(branch, member, study)


def too_few_hours(branch: Branch, member: Member, study: Study) -> Finding:
    """Report a member's hours where they fall short of what the office, or membership, asks."""
    where, name, total = member.origin.at("name"), branch.label(member), number_text(study.hours)
    if study.as_officer:
        post = joined(branch.offices(member, branch.year_end))
        return rules.F10_OFFICER.at(where, name=name, post=post, hours=total, limit=study.wanted)
    return rules.F10.at(where, what=f"{name}全年学时{total}，不够{study.wanted}")


@yields(rules.F11)
def secretary_trained(branch: Branch) -> Iterator[Finding]:
    """Whoever was secretary in the middle of the year and at its end was trained above the county."""
    if not judged_as_a_whole(branch):
        return
    secretary = branch.secretary(branch.year_end)
    if secretary is None or branch.secretary(date(branch.year, 7, 1)) is not secretary:
        return
    courses = [t for t in branch.records.trainings if t.rank == ABOVE_COUNTY and t.form == INTENSIVE_TRAINING]
    if any(t.origin.broken & {"people", "start", "rank", "form"} for t in branch.records.trainings):
        return
    if not any(secretary in participants(branch, course) for course in courses if so_far(branch, course.start)):
        yield rules.F11.at(secretary.origin.at("name"), name=branch.label(secretary), year=branch.year)


@yields(rules.F12)
def lectures_made_up_for(branch: Branch) -> Iterator[Finding]:
    """Whoever missed a lecture makes up for it, where the branch records making up at all."""
    if not any(meeting.makeups for meeting in held(branch)):
        return
    limit = branch.settings.makeup_days
    for meeting in branch.of_type(LECTURE):
        if meeting.day is None or (branch.as_of - meeting.day).days <= limit or "makeups" in meeting.origin.broken:
            continue
        made_up = {makeup.person.number for makeup in meeting.makeups}
        expected = {member.number for member in branch.attendance(meeting).expected}
        rest = [str(a.person) for a in away(meeting) if a.person.number in expected - made_up]
        if rest:
            day = month_day_text(meeting.day)
            where, further = meeting.origin.at("makeups"), meeting.origin.cells("absences")
            yield rules.F12.at(where, *further, names=joined(rest), day=day, limit=limit)


@yields(rules.F12_STRAY)
def makeups_belong(branch: Branch) -> Iterator[Finding]:
    """Whoever made up had been absent, and did so afterwards."""
    for meeting in held(branch):
        if meeting.day is None or "absences" in meeting.origin.broken:
            continue
        absent = {absence.person.number for absence in away(meeting)}
        stray = [str(makeup.person) for makeup in meeting.makeups if makeup.person.number not in absent]
        early = [str(makeup.person) for makeup in meeting.makeups if makeup.day < meeting.day]
        where = meeting.origin.at("makeups")
        if stray:
            absences = meeting.origin.cells("absences")
            yield rules.F12_STRAY.at(where, *absences, names=joined(stray), why="那次会并没有缺席")
        if early:
            day = meeting.origin.cells("day")
            yield rules.F12_STRAY.at(where, *day, names=joined(early), why=f"补课早于{date_text(meeting.day)}开会")


CHECKS = declared_in(__name__)
