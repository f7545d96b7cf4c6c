"""Checks of the head and the attendance of meetings (M)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.listing import name_list, names_of
from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_exempt, on_books
from pipeline.findings import Finding, Location
from pipeline.rules import meetings as rules
from pipeline.rules import roster
from pipeline.schema import Meeting, Member
from pipeline.schema.activities import COMMITTEE, GENERAL, LECTURE
from pipeline.values import Person
from pipeline.wording import date_text, joined, month_day_text, time_text

RECENT = timedelta(days=90)
"""How far back somebody newly counted may explain a difference."""


@yields(rules.M02)
def dates_in_the_year(branch: Branch) -> Iterator[Finding]:
    """A meeting is in the year of the workbook, and neither in the future nor after the summary's date."""
    for meeting in branch.records.meetings:
        if meeting.day is None:
            continue
        why = ""
        if meeting.day.year != branch.year:
            why = f"不在{branch.year}年度内"
        elif meeting.day > branch.as_of:
            why = f"晚于今天（{date_text(branch.as_of)}）"
        elif branch.info.written and meeting.day > branch.info.written:
            why = f"晚于成文日期{date_text(branch.info.written)}"
        if why:
            yield rules.M02.at(meeting.origin.at("day"), day=date_text(meeting.day), why=why)


@yields(rules.M03)
def ends_after_start(branch: Branch) -> Iterator[Finding]:
    """A meeting ends after it starts."""
    for meeting in branch.records.meetings:
        if meeting.start and meeting.end and meeting.end <= meeting.start:
            times = {"start": time_text(meeting.start), "end": time_text(meeting.end)}
            yield rules.M03.at(meeting.origin.at("end"), **times)


@yields(rules.M01_EMPTY)
def something_was_said(branch: Branch) -> Iterator[Finding]:
    """A record has more than a head: minutes or agenda items."""
    for meeting in branch.records.meetings:
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


@yields(rules.M04)
def sheet_adds_up(branch: Branch) -> Iterator[Finding]:
    """The figures of the paper sign-in sheet fit the list of absences."""
    for meeting in branch.records.meetings:
        expected, present = meeting.signed_expected, meeting.signed_present
        if expected is None or present is None or "absences" in meeting.origin.broken:
            continue
        absent = len(meeting.absences)
        if present + absent != expected:
            where = meeting.origin.at("signed_present")
            yield rules.M04.at(where, present=present, absent=absent, sum=present + absent, expected=expected)


@yields(rules.M05)
def expected_as_computed(branch: Branch) -> Iterator[Finding]:
    """The number expected on the sign-in sheet is what the roster says."""
    for meeting in branch.records.meetings:
        typed, day = meeting.signed_expected, meeting.day
        if typed is None or day is None or "types" in meeting.origin.broken:
            continue
        counted = len(branch.expected(meeting))
        if typed != counted:
            who = _who(branch, meeting, day, typed - counted)
            where = meeting.origin.at("signed_expected")
            yield rules.M05.at(where, typed=typed, counted=counted, day=date_text(day), who=who)


def _who(branch: Branch, meeting: Meeting, day: date, gap: int) -> str:
    """Name those whose standing may explain the difference, each with the reason."""
    expected = {member.number for member in branch.expected(meeting)}
    if COMMITTEE in meeting.types:
        return f"：{names_of(branch, branch.expected(meeting))}"
    pool = [m for m in branch.members if not meeting.group or m.group == meeting.group]
    if gap > 0:
        found = [f"{branch.label(m)}（{_left_out(m, day)}）" for m in pool if m.number not in expected]
        verb = "没有算进"
    else:
        found = [f"{branch.label(m)}（{_newly(m, day)}）" for m in pool if m.number in expected and _newly(m, day)]
        verb = "已经算进"
    return f"，差{abs(gap)}人；推算时{verb}{name_list(found)}" if found else f"，差{abs(gap)}人"


def _left_out(member: Member, day: date) -> str:
    if member.moved_in and member.moved_in > day:
        return f"{date_text(member.moved_in)}才转入"
    if member.moved_out and member.moved_out <= day:
        return f"{date_text(member.moved_out)}已转出"
    if is_exempt(member, day):
        return "不计入应到"
    if not on_books(member, day):
        return "这天不在册"
    return f"{date_text(member.approved)}才批准" if member.approved else "还没有批准"


def _newly(member: Member, day: date) -> str:
    for moment, word in ((member.moved_in, "转入"), (member.approved, "批准"), (member.confirmed, "转正")):
        if moment and day - RECENT <= moment <= day:
            return f"{month_day_text(moment)}{word}"
    return ""


@yields(rules.M06)
def present_as_computed(branch: Branch) -> Iterator[Finding]:
    """The number present on the sign-in sheet is what the names say."""
    for meeting in branch.records.meetings:
        if meeting.signed_present is None or meeting.day is None or meeting.origin.broken & {"absences", "types"}:
            continue
        present = len(branch.attendance(meeting).present)
        if meeting.signed_present != present:
            what = f"签到实到{meeting.signed_present}人，按名册和缺席名单推算是{present}人"
            yield rules.M06.at(meeting.origin.at("signed_present"), what=what)


@yields(rules.M06, rules.M14, rules.M26, roster.R11)
def absentees_were_expected(branch: Branch) -> Iterator[Finding]:
    """Whoever is noted as absent was expected."""
    for meeting in branch.records.meetings:
        if meeting.day is None or "types" in meeting.origin.broken:
            continue
        expected = {member.number for member in branch.expected(meeting)}
        for absence in meeting.absences:
            member = branch.member_of(absence.person)
            if member is not None and member.number not in expected:
                where = meeting.origin.at("absences")
                yield _not_expected(branch, meeting, member, meeting.day, where, "写在缺席里")


def _not_expected(branch: Branch, meeting: Meeting, member: Member, day: date, where: Location, role: str) -> Finding:
    name = branch.label(member)
    if member.moved_out and member.moved_out <= day:
        return roster.R11.at(where, what=f"{name}{date_text(member.moved_out)}已经转出，{date_text(day)}的会却{role}")
    if on_books(member, day) and member.confirmed is None and (member.approved is None or member.approved > day):
        approved = f"{date_text(member.approved)}才批准" if member.approved else "还没有批准"
        return rules.M26.at(where, name=name, approved=approved, day=date_text(day), role=role)
    if COMMITTEE in meeting.types:
        return rules.M14.at(where, name=name, role=role)
    return rules.M06.at(where, what=f"{name}不在这次会的应到之内，却{role}")


@yields(rules.M07)
def absences_have_reasons(branch: Branch) -> Iterator[Finding]:
    """Every absence has a reason."""
    for meeting in branch.records.meetings:
        bare = [str(absence.person) for absence in meeting.absences if not absence.reason]
        if bare:
            yield rules.M07.at(meeting.origin.at("absences"), names=joined(bare))


@yields(rules.M08)
def guests_not_expected(branch: Branch) -> Iterator[Finding]:
    """Nobody is both expected and in attendance."""
    for meeting in branch.records.meetings:
        expected = {member.number for member in branch.expected(meeting)}
        double = [str(guest.person) for guest in meeting.guests if guest.person.number in expected]
        if double:
            yield rules.M08.at(meeting.origin.at("guests"), names=joined(double))


def is_guest(meeting: Meeting, person: Person) -> bool:
    """Whether somebody is noted as in attendance."""
    return any(guest.person == person for guest in meeting.guests)


@yields(rules.M09, rules.M26, roster.R11)
def chair_was_there(branch: Branch) -> Iterator[Finding]:
    """The chair is among those present, or in attendance."""
    for meeting in branch.records.meetings:
        member = branch.member_of(meeting.chair)
        if meeting.chair is None or member is None or meeting.day is None or is_guest(meeting, meeting.chair):
            continue
        where = meeting.origin.at("chair")
        if any(absence.person == meeting.chair for absence in meeting.absences):
            yield rules.M09.at(where, name=meeting.chair, why="写在缺席里")
        elif member not in branch.expected(meeting):
            found = _not_expected(branch, meeting, member, meeting.day, where, "主持会议")
            if found.rule.code in {"R11", "M26"}:
                yield found
            elif found.rule.code == "M06":
                yield rules.M09.at(where, name=meeting.chair, why="不在这次会的应到之内，也没有写进列席")


@yields(rules.M10)
def chair_is_an_officer(branch: Branch) -> Iterator[Finding]:
    """A general or committee meeting is chaired by an officer."""
    for meeting in branch.records.meetings:
        kind = next((kind for kind in (GENERAL, COMMITTEE) if kind in meeting.types), "")
        if not kind or meeting.chair is None or meeting.day is None or meeting.group:
            continue
        member = branch.member_of(meeting.chair)
        known = member is not None or is_guest(meeting, meeting.chair)
        if known and (member is None or not branch.offices(member, meeting.day)) and branch.committee(meeting.day):
            yield rules.M10.at(meeting.origin.at("chair"), type=kind, name=meeting.chair)


@yields(rules.M06, rules.M14, rules.M26, roster.R11)
def speakers_were_there(branch: Branch) -> Iterator[Finding]:
    """Whoever reports or speaks is present or in attendance."""
    for meeting in branch.records.meetings:
        if meeting.day is None or meeting.origin.broken & {"types", "absences", "guests"}:
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
                    yield rules.M06.at(where, what=f"{person}写在会议{meeting.number}的缺席里，却有他的发言")
                else:
                    yield _not_expected(branch, meeting, member, meeting.day, where, "在会上发言")


@yields(rules.M15)
def committee_quorum(branch: Branch) -> Iterator[Finding]:
    """At least half of the committee is at its meetings."""
    for meeting in branch.records.meetings:
        if COMMITTEE not in meeting.types or meeting.day is None:
            continue
        attendance = branch.attendance(meeting)
        expected, present = len(attendance.expected), len(attendance.present)
        if expected and present * 2 < expected:
            yield rules.M15.at(meeting.origin.at("absences"), expected=expected, present=present)


@yields(rules.M23)
def after_founding_and_election(branch: Branch) -> Iterator[Finding]:
    """No meeting is before the branch was founded or its committee elected."""
    founded, elected = branch.info.founded, branch.info.elected
    for meeting in branch.records.meetings:
        day = meeting.day
        if day is None:
            continue
        where = meeting.origin.at("day")
        if founded and day < founded:
            yield rules.M23.at(where, day=date_text(day), what="支部成立日期", since=date_text(founded))
        elif elected and day < elected and branch.secretary(day) is None:
            yield rules.M23.at(where, day=date_text(day), what="本届支委会产生的日期", since=date_text(elected))


CHECKS = declared_in(__name__)
