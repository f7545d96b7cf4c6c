"""Checks of the steps on somebody's way into the Party: each in its time, and in the order of the rules (J)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.calendar_months import add_months, add_years, full_years, latest
from pipeline.checks.tools.compared import filled, info_cells
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.branch import Branch
from pipeline.facts.development import (
    admission_of,
    surely_before,
    trained_until,
    unreviewed,
    voted_on,
)
from pipeline.findings import Finding, Location
from pipeline.rules import candidates as rules
from pipeline.schema import CANDIDATES, Candidate
from pipeline.schema.branch import TEMPORARY
from pipeline.schema.candidates import NOT_VETTED
from pipeline.values import Period
from pipeline.wording import date_text, joined, number_text

ADULT = 18
"""发展党员工作细则第五条."""
RULES_SINCE = date(2014, 5, 28)
"""From this day on the steps follow 发展党员工作细则."""
COURSE_DAYS, COURSE_HOURS = 3, 24
"""One of the two is enough. 发展党员工作细则第十七条."""
HEADINGS = {column.name: column.heading for column in CANDIDATES.columns}
IN_ORDER = (
    ("applied", "interviewed"),
    ("activist_on", "activist_filed"),
    ("activist_on", "reviews"),
    ("chosen_on", "vetted_on"),
    ("chosen_on", "course"),
)
"""Steps that usually follow each other, though no article says so."""


def days_in(candidate: Candidate, name: str) -> tuple[date, ...]:
    """Give the days that a cell holds, the first of a span first."""
    value = getattr(candidate, name)
    if isinstance(value, Period):
        return (value.start, value.end)
    return value if isinstance(value, tuple) else (value,) if value is not None else ()


def half_year_text(period: Period) -> str:
    """Name a half-year: 2024年下半年."""
    return f"{period.start.year}年{'上' if period.start.month == 1 else '下'}半年"


@yields(rules.J01)
def dates_can_be(branch: Branch) -> Iterator[Finding]:
    """No step lies in the future, or before the birth."""
    dated = [name for name in HEADINGS if name not in {"born", "mentors", "sponsors"}]
    for one in branch.records.candidates:
        for name in ("born", *dated):
            found = [day for day in days_in(one, name) if isinstance(day, date)]
            late = next((day for day in found if day > branch.as_of), None)
            early = next((day for day in found if name != "born" and surely_before(day, one.born)), None)
            detail = {"name": one.name, "heading": HEADINGS[name]}
            if late:
                why = f"晚于今天（{date_text(branch.as_of)}）"
                yield rules.J01.at(one.origin.at(name), day=date_text(late), why=why, **detail)
            elif early:
                why = f"早于出生日期{date_text(one.born)}"
                where, further = one.origin.at(name), one.origin.cells("born")
                yield rules.J01.at(where, *further, day=date_text(early), why=why, **detail)


@yields(rules.J02, rules.J04)
def applied_in_time(branch: Branch) -> Iterator[Finding]:
    """Whoever applies is of age, and nobody becomes an activist before applying."""
    for one in branch.records.candidates:
        where, applied = one.origin.at("applied"), one.applied
        if applied is None:
            continue
        if one.activist_on and surely_before(one.activist_on, applied):
            days = {"activist": date_text(one.activist_on), "applied": date_text(applied)}
            yield rules.J02.at(one.origin.at("activist_on"), where, name=one.name, **days)
        adult = add_years(one.born, ADULT) if one.born and one.born <= applied >= RULES_SINCE else None
        if one.born and surely_before(applied, adult):
            days = {"born": date_text(one.born), "applied": date_text(applied)}
            age = full_years(one.born, latest(applied))
            yield rules.J04.at(where, *one.origin.cells("born"), name=one.name, age=age, **days)


@yields(rules.J05, rules.J05_BLANK)
def interviewed_within_a_month(branch: Branch) -> Iterator[Finding]:
    """Somebody talks with whoever applied, within a month."""
    for one in branch.records.candidates:
        if one.applied is None or one.applied < RULES_SINCE:
            continue
        due, where = add_months(latest(one.applied), 1), one.origin.at("interviewed")
        detail = {"name": one.name, "applied": date_text(one.applied)}
        if one.interviewed and one.interviewed > due:
            talked = date_text(one.interviewed)
            yield rules.J05.at(where, *one.origin.cells("applied"), talked=talked, **detail)
        elif one.interviewed is None and "interviewed" not in one.origin.broken and due < trained_until(branch, one):
            yield rules.J05_BLANK.at(where, **detail)


@yields(rules.J03, rules.J13)
def activist_for_a_year(branch: Branch) -> Iterator[Finding]:
    """An activist is trained for a year before becoming a candidate; not in a temporary branch."""
    for one in branch.records.candidates:
        if one.chosen_on is None:
            continue
        where, chosen = one.origin.at("chosen_on"), date_text(one.chosen_on)
        if one.activist_on and surely_before(one.chosen_on, add_years(one.activist_on, 1)):
            further, activist = one.origin.cells("activist_on"), date_text(one.activist_on)
            yield rules.J03.at(where, *further, name=one.name, activist=activist, chosen=chosen)
        if branch.info.branch_type == TEMPORARY:
            yield rules.J13.at(where, *info_cells(branch, "branch_type"), name=one.name, chosen=chosen)


@yields(rules.J06)
def steps_as_usual(branch: Branch) -> Iterator[Finding]:
    """What usually comes first came first; the public notice before the meeting."""
    for one in branch.records.candidates:
        for earlier, later in IN_ORDER:
            first, second = days_in(one, earlier)[:1], days_in(one, later)[:1]
            if first and second and surely_before(second[0], first[0]):
                days = {"first": date_text(first[0]), "second": date_text(second[0])}
                where, further = one.origin.at(later), one.origin.cells(earlier)
                heads = {"later": HEADINGS[later], "earlier": HEADINGS[earlier]}
                yield rules.J06.at(where, *further, name=one.name, **heads, **days)
        day = voted_on(branch, one)
        if one.notice and day and surely_before(day, one.notice.end):
            days = {"later": "接收大会", "second": date_text(day), "earlier": "公示止"}
            yield rules.J06.at(one.origin.at("notice"), name=one.name, first=date_text(one.notice.end), **days)


@yields(rules.J06_GAP)
def no_step_is_left_out(branch: Branch) -> Iterator[Finding]:
    """Where a later step is filled in, so are those that lead to it."""
    for one in branch.records.candidates:
        voted = admission_of(branch, one) is not None
        asked: list[str] = []
        if one.chosen_on or one.approved_for_vote or voted:
            asked.append("activist_on")
        if one.approved_for_vote or voted:
            asked.append("chosen_on")
        if voted:
            asked += ["vetted_on", "vetting", "course", "approved_for_vote"]
        blank = [name for name in asked if getattr(one, name) in (None, "") and name not in one.origin.broken]
        if blank:
            reached = "大会已经讨论接收" if voted else "已经预审" if one.approved_for_vote else "已经列为发展对象"
            headings = joined(HEADINGS[name] for name in blank)
            yield rules.J06_GAP.at(one.origin.at(blank[0]), name=one.name, reached=reached, headings=headings)


@yields(rules.J08)
def reviewed_every_half_year(branch: Branch) -> Iterator[Finding]:
    """An activist is reviewed every half-year."""
    for one in branch.records.candidates:
        if "reviews" in one.origin.broken or one.activist_on is None or one.activist_on < RULES_SINCE:
            continue
        until = min(filter(None, (voted_on(branch, one), branch.judged_on)))
        missing = unreviewed(one, until)
        if missing:
            periods, since = joined(map(half_year_text, missing)), date_text(one.activist_on)
            where, further = one.origin.at("reviews"), one.origin.cells("activist_on")
            yield rules.J08.at(where, *further, name=one.name, since=since, periods=periods)


@yields(rules.J09)
def course_long_enough(branch: Branch) -> Iterator[Finding]:
    """The course lasts three days or 24 hours, and is over before the meeting."""
    for one in branch.records.candidates:
        days = (one.course.end - one.course.start).days + 1 if one.course else None
        hours = one.course_hours
        told = joined((f"{days}天" if days else "", f"{number_text(hours)}学时" if hours is not None else ""), "、")
        enough = (days or 0) >= COURSE_DAYS or (hours or 0) >= COURSE_HOURS
        where = one.origin.at("course" if one.course else "course_hours")
        if told and not enough and not one.origin.broken & {"course", "course_hours"}:
            further = filled(one, "course_hours")
            yield rules.J09.at(where, *further, name=one.name, what=f"{told}，不足{COURSE_DAYS}天或{COURSE_HOURS}学时")
        voted = voted_on(branch, one)
        if one.course and voted and surely_before(voted, one.course.end):
            what = f"到{date_text(one.course.end)}结束，大会{date_text(voted)}已经讨论接收"
            yield rules.J09.at(where, name=one.name, what=what)


@yields(rules.J10, rules.J11, rules.J12)
def admitted_in_order(branch: Branch) -> Iterator[Finding]:
    """The committee reviews, the superior agrees, and only then the general meeting takes it up."""
    for one in branch.records.candidates:
        reviewed, approved, day = one.reviewed, one.approved_for_vote, voted_on(branch, one)
        if surely_before(approved, reviewed):
            days = {"approved": date_text(approved), "reviewed": date_text(reviewed)}
            where, further = one.origin.at("approved_for_vote"), one.origin.cells("reviewed")
            yield rules.J10.at(where, *further, name=one.name, **days)
        if day is None or day < RULES_SINCE:
            continue
        vote = admission_of(branch, one)
        said = vote is not None and vote.item.reviewed is not None  # V13
        for name in ("approved_for_vote",) if said else ("reviewed", "approved_for_vote"):
            later = getattr(one, name)
            if surely_before(day, later):
                detail = {"heading": HEADINGS[name], "later": date_text(later), "day": date_text(day)}
                yield rules.J11.at(one.origin.at(name), *_of_the_vote(branch, one), name=one.name, **detail)
        late = surely_before(day, one.vetted_on)
        if late or one.vetting == NOT_VETTED:
            what = f"{date_text(one.vetted_on)}才政审" if late else "政审结论却是不合格"
            where = one.origin.at("vetted_on" if late else "vetting")
            yield rules.J12.at(where, *_of_the_vote(branch, one), name=one.name, day=date_text(day), what=what)


def _of_the_vote(branch: Branch, one: Candidate) -> Iterator[Location]:
    """Yield the cell that says when the general meeting took it up."""
    vote = admission_of(branch, one)
    if vote is not None:
        yield from vote.meeting.origin.cells("day")


CHECKS = declared_in(__name__)
