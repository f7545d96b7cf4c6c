"""Checks of the figures of the paper sign-in sheet against names and roster (M04 to M06)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.checks.tools.compared import filled, not_counted, offices
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.listing import name_list, names_of
from pipeline.facts.absence import away
from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_exempt, is_full, is_probationary, on_books
from pipeline.facts.ordering import groups_of
from pipeline.facts.planned import held
from pipeline.findings import Finding, Location
from pipeline.rules import meetings as rules
from pipeline.schema import Meeting, Member
from pipeline.schema.activities import COMMITTEE
from pipeline.wording import date_text, month_day_text

RECENT = timedelta(days=90)
"""How far back somebody newly counted may explain a difference."""


@yields(rules.M04)
def sheet_adds_up(branch: Branch) -> Iterator[Finding]:
    """The figures of the paper sign-in sheet fit the list of absences."""
    for meeting in held(branch):
        expected, present = meeting.signed_expected, meeting.signed_present
        if expected is None or present is None or "absences" in meeting.origin.broken:
            continue
        absent = len(away(meeting))
        if present + absent != expected:
            where, further = meeting.origin.at("signed_present"), meeting.origin.cells("signed_expected", "absences")
            yield rules.M04.at(where, *further, present=present, absent=absent, sum=present + absent, expected=expected)


@yields(rules.M05, rules.M05_WAITING)
def expected_as_computed(branch: Branch) -> Iterator[Finding]:
    """The number expected on the sign-in sheet is what the roster says."""
    for meeting in held(branch):
        typed, day = meeting.signed_expected, meeting.day
        if typed is None or day is None or "types" in meeting.origin.broken:
            continue
        counted = len(branch.expected(meeting))
        if typed != counted:
            who = _who(branch, meeting, day, typed - counted)
            where, further = meeting.origin.at("signed_expected"), _reasons(branch, meeting, day, typed - counted)
            waiting = [m for m in branch.members if joined_and_waiting(m, day)]
            rule = rules.M05_WAITING if waiting and typed - counted == len(waiting) else rules.M05
            yield rule.at(where, *further, typed=typed, counted=counted, day=date_text(day), who=who)


def joined_and_waiting(member: Member, day: date) -> bool:
    """Whether somebody had been admitted by the general meeting, and not yet by the superior, on `day`."""
    admitted = member.joined is not None and member.joined <= day and on_books(member, day)
    return admitted and not is_full(member, day) and not is_probationary(member, day)


def _who(branch: Branch, meeting: Meeting, day: date, gap: int) -> str:
    """Name those whose standing may explain the difference, each with the reason."""
    suspects = _suspects(branch, meeting, day, gap)
    if COMMITTEE in meeting.types:
        return f"：{names_of(branch, suspects)}"
    if gap > 0:
        found = [f"{branch.label(m)}（{_left_out(m, day)}）" for m in suspects]
        verb = "没有算进"
    else:
        found = [f"{branch.label(m)}（{_newly(m, day)}）" for m in suspects]
        verb = "已经算进"
    return f"，差{abs(gap)}人；推算时{verb}{name_list(found)}" if found else f"，差{abs(gap)}人"


def _suspects(branch: Branch, meeting: Meeting, day: date, gap: int) -> list[Member]:
    """Give those whose standing may explain why more or fewer were expected than the sheet says."""
    expected = {member.number for member in branch.expected(meeting)}
    if COMMITTEE in meeting.types:
        return list(branch.expected(meeting))
    pool = [m for m in branch.members if not meeting.group or m.group in groups_of(meeting)]
    if gap > 0:
        return [m for m in pool if m.number not in expected]
    return [m for m in pool if m.number in expected and _newly(m, day)]


def _reasons(branch: Branch, meeting: Meeting, day: date, gap: int) -> Iterator[Location]:
    """Yield the cells by which those are counted, or not, whose standing may explain the difference."""
    yield from meeting.origin.cells("day", "types")
    yield from filled(meeting, "group")
    suspects = _suspects(branch, meeting, day, gap)
    if COMMITTEE in meeting.types:
        yield from offices(branch, suspects)
        return
    for member in suspects:
        if gap > 0:
            yield from not_counted(member, day)
        else:
            yield from filled(member, "moved_in", "approved", "confirmed")


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
    for meeting in held(branch):
        if meeting.signed_present is None or meeting.day is None or meeting.origin.broken & {"absences", "types"}:
            continue
        present = len(branch.attendance(meeting).present)
        if meeting.signed_present != present:
            what = f"签到实到{meeting.signed_present}人，按名册和缺席名单推算是{present}人"
            further = meeting.origin.cells("absences", "day")
            yield rules.M06.at(meeting.origin.at("signed_present"), *further, what=what)


CHECKS = declared_in(__name__)
