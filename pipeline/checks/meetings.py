"""Checks of the head of meetings, and of who was there (M)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.checks.tools.compared import (
    by_which_expected,
    by_which_not_expected,
    info_cells,
    offices,
)
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.absence import away
from pipeline.facts.branch import Branch
from pipeline.facts.committee import has_committee
from pipeline.facts.hours import goes_past_midnight
from pipeline.facts.membership import has_returned, on_books
from pipeline.facts.planned import held, is_planned
from pipeline.findings import Finding, Location
from pipeline.rules import meetings as rules
from pipeline.rules import roster
from pipeline.schema import Meeting, Member
from pipeline.schema.activities import COMMITTEE, ELECTION, GENERAL, LECTURE
from pipeline.values import Person
from pipeline.wording import date_text, joined, month_day_text, time_text

ABSENT = "写在缺席里"


@yields(rules.M02, rules.M02_OUTSIDE, rules.M02_PLANNED)
def dates_in_the_year(branch: Branch) -> Iterator[Finding]:
    """A meeting is not in the future, and of the year of the workbook or of that which its 所属年度 names."""
    for meeting in branch.records.meetings:
        day, of = meeting.day, meeting.belongs_to
        if day is None:
            continue
        if is_planned(branch, meeting):
            yield rules.M02_PLANNED.at(meeting.origin.at("day"), number=meeting.number, day=date_text(day))
        elif day > branch.as_of:
            why = f"晚于今天（{date_text(branch.as_of)}）"
            yield rules.M02.at(meeting.origin.at("day"), day=date_text(day), why=why)
        elif of is not None and not of <= day.year <= of + 1:
            why, further = f"，所属年度却是{of}年", meeting.origin.cells("belongs_to")
            yield rules.M02_OUTSIDE.at(
                meeting.origin.at("day"), *further, day=date_text(day), why=why, year=branch.year
            )
        elif branch.year not in {day.year, of}:
            why, further = f"不在{branch.year}年度内", info_cells(branch, "year")
            yield rules.M02_OUTSIDE.at(
                meeting.origin.at("day"), *further, day=date_text(day), why=why, year=branch.year
            )


@yields(rules.M03)
def ends_after_start(branch: Branch) -> Iterator[Finding]:
    """A meeting ends after it starts."""
    for meeting in branch.records.meetings:
        if meeting.start and meeting.end and meeting.end <= meeting.start and not goes_past_midnight(meeting):
            times = {"start": time_text(meeting.start), "end": time_text(meeting.end)}
            yield rules.M03.at(meeting.origin.at("end"), *meeting.origin.cells("start"), **times)


@yields(rules.M01_EMPTY)
def something_was_said(branch: Branch) -> Iterator[Finding]:
    """A record has more than a head: minutes or agenda items."""
    for meeting in held(branch):
        items = branch.items_of.get(meeting.number, ())
        said = items or (meeting is branch.evaluation_meeting and branch.records.evaluations)
        missing = ""
        if meeting.minutes or meeting.day is None or "minutes" in meeting.origin.broken:
            continue
        if LECTURE in meeting.types:
            missing = "内容纪要（授课要点）"
        elif not said:
            missing = "内容纪要，也没有议题发言"
        if missing:
            detail = {"type": joined(meeting.types), "day": month_day_text(meeting.day), "missing": missing}
            yield rules.M01_EMPTY.at(meeting.origin.at("minutes"), **detail)


@yields(rules.M06, rules.M14, rules.M26, roster.R11, roster.R11_CAME)
def absentees_were_expected(branch: Branch) -> Iterator[Finding]:
    """Whoever is noted as absent was expected."""
    for meeting in held(branch):
        if meeting.day is None or "types" in meeting.origin.broken:
            continue
        expected = {member.number for member in branch.expected(meeting)}
        for absence in meeting.absences:
            member = branch.member_of(absence.person)
            if member is not None and member.number not in expected:
                where = meeting.origin.at("absences")
                yield _not_expected(branch, meeting, member, meeting.day, where, ABSENT)


def _not_expected(branch: Branch, meeting: Meeting, member: Member, day: date, where: Location, role: str) -> Finding:
    name = branch.label(member)
    further = tuple(by_which_not_expected(branch, meeting, member, day))
    if member.moved_out and member.moved_out <= day and not has_returned(member, day):
        what = f"{name}{date_text(member.moved_out)}已经转出，{date_text(day)}的会却{role}"
        return (roster.R11 if role == ABSENT else roster.R11_CAME).at(where, *further, what=what)
    if on_books(member, day) and member.confirmed is None and (member.approved is None or member.approved > day):
        approved = f"{date_text(member.approved)}才批准" if member.approved else "还没有批准"
        return rules.M26.at(where, *further, name=name, approved=approved, day=date_text(day), role=role)
    if COMMITTEE in meeting.types:
        return rules.M14.at(where, *further, name=name, role=role)
    return rules.M06.at(where, *further, what=f"{name}不在这次会的应到之内，却{role}")


@yields(rules.M07)
def absences_have_reasons(branch: Branch) -> Iterator[Finding]:
    """Every absence has a reason."""
    for meeting in held(branch):
        bare = [str(absence.person) for absence in meeting.absences if not absence.reason]
        if bare:
            yield rules.M07.at(meeting.origin.at("absences"), names=joined(bare))


@yields(rules.M08)
def guests_not_expected(branch: Branch) -> Iterator[Finding]:
    """Nobody is both expected and in attendance."""
    for meeting in held(branch):
        expected = {member.number for member in branch.expected(meeting)}
        double = [guest.person for guest in meeting.guests if guest.person.number and guest.person.number in expected]
        if double:
            members = filter(None, map(branch.member_of, double))
            further = [cell for member in members for cell in by_which_expected(branch, meeting, member)]
            yield rules.M08.at(meeting.origin.at("guests"), *further, names=joined(map(str, double)))


def is_guest(meeting: Meeting, person: Person) -> bool:
    """Whether somebody is noted as in attendance."""
    return any(guest.person == person for guest in meeting.guests)


@yields(rules.M09, rules.M09_OUTSIDER, rules.M26, roster.R11, roster.R11_CAME)
def chair_was_there(branch: Branch) -> Iterator[Finding]:
    """The chair is among those present, or in attendance."""
    for meeting in held(branch):
        member = branch.member_of(meeting.chair)
        if meeting.chair is None or meeting.day is None or is_guest(meeting, meeting.chair):
            continue
        where = meeting.origin.at("chair")
        if member is None:
            yield rules.M09_OUTSIDER.at(where, name=meeting.chair, why="不在党员名册，也没有写进列席")
            continue
        if any(absence.person == meeting.chair for absence in away(meeting)):
            yield rules.M09.at(where, *meeting.origin.cells("absences"), name=meeting.chair, why="写在缺席里")
        elif member not in branch.expected(meeting):
            found = _not_expected(branch, meeting, member, meeting.day, where, "主持会议")
            if found.rule.code in {"R11", "M26"}:
                yield found
            elif found.rule.code == "M06":
                yield rules.M09_OUTSIDER.at(
                    where, *found.further, name=meeting.chair, why="不在这次会的应到之内，也没有写进列席"
                )


@yields(rules.M10, rules.M10_NO_COMMITTEE)
def chair_is_an_officer(branch: Branch) -> Iterator[Finding]:
    """A general or committee meeting is chaired by an officer; the founding meeting may be by the superior."""
    for meeting in held(branch):
        kind = next((kind for kind in (GENERAL, COMMITTEE) if kind in meeting.types), "")
        if not kind or meeting.chair is None or meeting.day is None or meeting.group:
            continue
        member = branch.member_of(meeting.chair)
        known = member is not None or is_guest(meeting, meeting.chair)
        if not known or not branch.committee_at(meeting) or _led_from_above(branch, meeting, member):
            continue
        if member is None or not branch.offices_at(member, meeting):
            seat = offices(branch, [member]) if member else ()
            further = (*meeting.origin.cells("day", "types"), *seat)
            alone = len(branch.committee_at(meeting)) == 1 and not has_committee(branch, meeting.day)
            rule = rules.M10_NO_COMMITTEE if alone and member is not None else rules.M10
            yield rule.at(meeting.origin.at("chair"), *further, type=kind, name=meeting.chair)


def _led_from_above(branch: Branch, meeting: Meeting, member: Member | None) -> bool:
    """Whether a meeting founds the branch, or elects its committee and is led by one of the outgoing."""
    if meeting.day is None:
        return False
    if meeting.day == branch.info.founded:
        return True
    elects = any(item.vote_type == ELECTION for item in branch.items_of.get(meeting.number, ()))
    before = meeting.day - timedelta(days=1)
    if elects and not branch.committee(before):
        return True  # nobody was in office to preside before the election
    return elects and member is not None and bool(branch.offices(member, before))


@yields(rules.M06, rules.M14, rules.M26, roster.R11, roster.R11_CAME)
def speakers_were_there(branch: Branch) -> Iterator[Finding]:
    """Whoever reports or speaks is present or in attendance."""
    for meeting in held(branch):
        if meeting.day is None or meeting.origin.broken & {"types", "guests"}:
            continue
        present = {member.number for member in branch.attendance(meeting).present}
        expected = {member.number for member in branch.expected(meeting)}
        for item in branch.items_of.get(meeting.number, ()):
            for name, person in (("reporter", item.reporter), ("speaker", item.speaker)):
                member = branch.member_of(person)
                if person is None or member is None or member.number in present or is_guest(meeting, person):
                    continue
                where = item.origin.at(name)
                if member.number in expected:
                    what = f"{person}写在会议{meeting.number}的缺席里，却有他的发言"
                    yield rules.M06.at(where, *meeting.origin.cells("absences"), what=what)
                else:
                    yield _not_expected(branch, meeting, member, meeting.day, where, "在会上发言")


@yields(rules.M15)
def committee_quorum(branch: Branch) -> Iterator[Finding]:
    """At least half of the committee is at its meetings."""
    for meeting in held(branch):
        if COMMITTEE not in meeting.types or meeting.day is None:
            continue
        attendance = branch.attendance(meeting)
        expected, present = len(attendance.expected), len(attendance.present)
        if expected and present * 2 < expected:
            further = (*meeting.origin.cells("day", "types"), *offices(branch, attendance.expected))
            yield rules.M15.at(meeting.origin.at("absences"), *further, expected=expected, present=present)


@yields(rules.M23, rules.M23_TERM)
def after_founding_and_election(branch: Branch) -> Iterator[Finding]:
    """No meeting is before the branch was founded or its committee elected."""
    founded, elected = branch.info.founded, branch.info.elected
    for meeting in held(branch):
        day = meeting.day
        if day is None:
            continue
        where = meeting.origin.at("day")
        if founded and day < founded:
            since, further = date_text(founded), info_cells(branch, "founded")
            yield rules.M23.at(where, *further, day=date_text(day), what="支部成立日期", since=since)
        elif elected and day < elected and COMMITTEE in meeting.types and not branch.committee_at(meeting):
            since, further = date_text(elected), info_cells(branch, "elected")
            yield rules.M23_TERM.at(where, *further, day=date_text(day), what="本届支委会产生的日期", since=since)


CHECKS = declared_in(__name__)
