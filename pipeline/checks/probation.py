"""Checks of a member's way into the Party: age, probation, confirmation, and the dates of one life (R)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.calendar_months import Month, add_months, add_years, full_years, latest
from pipeline.checks.tools.compared import filled
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_long_standing, on_books
from pipeline.findings import Finding
from pipeline.rules import roster as rules
from pipeline.schema import Member
from pipeline.schema.members import FULL, PROBATIONARY
from pipeline.values import Period
from pipeline.wording import date_text

ADULT = 18
"""发展党员工作细则第五条."""
BRANCH_FROM = 3
"""Full members a branch needs. 支部工作条例第四条."""
SHORTER_PROBATION = (
    Period(date(1945, 4, 23), date(1956, 9, 14)),
    Period(date(1969, 4, 1), date(1977, 8, 18)),
)
"""From the Seventh Congress to the Eighth workers, soldiers and others had half a year; from the Ninth to the Eleventh
the Charter of the time is said to have known no probation."""
ADMISSION_RULES_SINCE = date(2014, 5, 28)
"""From this day on the age of joining follows 发展党员工作细则."""
APPROVAL_TAKES = timedelta(days=184)
"""Six months at the most. 发展党员工作细则第二十六条."""


@yields(rules.R01, rules.R01_LONG_AGO)
def joining_known(branch: Branch) -> Iterator[Finding]:
    """The day of joining decides for whoever may be on probation; of others it is missed only."""
    for member in branch.records.members:
        if member.joined is not None or "joined" in member.origin.broken or not member.category:
            continue
        where = member.origin.at("joined")
        if member.category == FULL:
            yield rules.R01_LONG_AGO.at(where, name=branch.label(member))
        else:
            yield rules.R01.at(where, *member.origin.cells("category"), heading="入党日期", help="支部大会通过的日期。")


@yields(rules.R03, rules.R03_EARLY)
def adult_when_joining(branch: Branch) -> Iterator[Finding]:
    """Whoever joins the Party is of age."""
    for member in branch.records.members:
        if member.born and member.joined and latest(member.joined) < add_years(member.born, ADULT):
            if member.joined < member.born:
                continue  # R10
            rule = rules.R03 if member.joined >= ADMISSION_RULES_SINCE else rules.R03_EARLY
            yield rule.at(
                member.origin.at("joined"),
                *member.origin.cells("born"),
                name=member.name,
                born=date_text(member.born),
                joined=date_text(member.joined),
                age=full_years(member.born, member.joined),
            )


@yields(rules.R04, rules.R04_EARLY)
def probation_lasts_a_year(branch: Branch) -> Iterator[Finding]:
    """Probation lasts a year at the least."""
    for member in branch.records.members:
        if member.joined and member.confirmed and latest(member.confirmed) < add_years(member.joined, 1):
            days = {"joined": date_text(member.joined), "confirmed": date_text(member.confirmed)}
            without = any(period.start <= member.joined < period.end for period in SHORTER_PROBATION)
            rule = rules.R04_EARLY if without and member.joined <= member.confirmed else rules.R04
            yield rule.at(member.origin.at("confirmed"), *member.origin.cells("joined"), name=member.name, **days)


LONGEST_PROBATION = 2
"""Years: one of probation, one of extension. 发展党员工作细则第三十二条."""
EXTENSION = "延长预备期"


@yields(rules.R05)
def confirmed_within_two_years(branch: Branch) -> Iterator[Finding]:
    """Probation lasts two years at the most."""
    for member in branch.records.members:
        joined, confirmed = member.joined, member.confirmed
        if joined and confirmed and confirmed > add_years(latest(joined), LONGEST_PROBATION):
            detail = {"name": branch.label(member), "joined": date_text(joined), "confirmed": date_text(confirmed)}
            yield rules.R05.at(member.origin.at("confirmed"), *member.origin.cells("joined"), **detail)


@yields(rules.R06)
def probation_not_overrun(branch: Branch) -> Iterator[Finding]:
    """Somebody whose year is over is confirmed, or the extension is on record."""
    day = branch.judged_on
    extended = {
        person.number for item in branch.records.items if item.vote_type == EXTENSION for person in item.candidate
    }
    for member in branch.records.members:
        why = _overrun(member, day, member.number in extended)
        if why:
            name = "extended_until" if member.extended_until else "confirmed"
            further = filled(member, "joined", "category", "extended_until")
            yield rules.R06.at(member.origin.at(name), *further, name=branch.label(member), what=why)


@yields(rules.R25, rules.R26)
def probation_ends_as_ruled(branch: Branch) -> Iterator[Finding]:
    """An extension lasts half a year to a year, and the confirmation counts from the end of the probation."""
    for member in branch.records.members:
        if member.joined is None:
            continue
        name, joined_on, until = branch.label(member), date_text(member.joined), member.extended_until
        year = add_years(member.joined, 1)
        if until and not add_months(year, 6) <= until <= add_years(year, 1):
            what = f"{joined_on}入党，预备期延长到{date_text(until)}，不在半年到一年之间"
            yield rules.R25.at(member.origin.at("extended_until"), *member.origin.cells("joined"), name=name, what=what)
        confirmed, ends = member.confirmed, until or year
        recent = confirmed is not None and confirmed.year >= branch.year
        if confirmed and recent and confirmed != ends and not isinstance(confirmed, Month) and confirmed >= year:
            days = {"joined": joined_on, "until": date_text(ends), "confirmed": date_text(confirmed)}
            further = filled(member, "joined", "extended_until")
            yield rules.R26.at(member.origin.at("confirmed"), *further, name=name, **days)


def _overrun(member: Member, day: date, extended: bool) -> str:
    if member.joined is None or member.confirmed or member.category != PROBATIONARY or not on_books(member, day):
        return ""
    until, year = member.extended_until, add_years(member.joined, 1)
    if until and day > until:
        return f"的预备期延长到{date_text(until)}，已经期满，还没有转正"
    if until is None and not extended and day > year:
        return f"{date_text(member.joined)}入党，到{date_text(day)}预备期已满，没有转正，也没有延长记录"
    return ""


@yields(rules.R07, rules.R07_LONG_AGO)
def category_fits_confirmation(branch: Branch) -> Iterator[Finding]:
    """The category fits the date of confirmation."""
    for member in branch.records.members:
        if "confirmed" in member.origin.broken:
            continue
        where, further = member.origin.at("confirmed"), member.origin.cells("category", "joined")
        if member.category == FULL and member.confirmed is None:
            if is_long_standing(member, branch.year_start):
                days = date_text(member.joined)
                yield rules.R07_LONG_AGO.at(where, *further, name=branch.label(member), joined=days)
            else:
                yield rules.R07.at(where, *further, name=member.name, category=FULL, state="空着")
        elif member.category == PROBATIONARY and member.confirmed is not None and not member.awaiting:
            if member.confirmed_approved is not None and member.confirmed_approved > branch.year_end:
                continue  # approved after the year: on probation at its end
            state = "填了" if member.confirmed_approved is None else "和转正批准日期都填了"
            yield rules.R07.at(where, *further, name=member.name, category=PROBATIONARY, state=state)


@yields(rules.R23)
def confirmation_approved(branch: Branch) -> Iterator[Finding]:
    """Who was confirmed in the year has the rights of a full member from the superior's approval on."""
    for member in branch.records.members:
        if member.confirmed and member.awaiting and "confirmed_approved" not in member.origin.broken:
            where = member.origin.at("confirmed_approved")
            further = member.origin.cells("confirmed")
            yield rules.R23.at(where, *further, name=branch.label(member), confirmed=date_text(member.confirmed))


@yields(rules.R10)
def dates_make_sense(branch: Branch) -> Iterator[Finding]:
    """The dates of one life are in order, and none is in the future."""
    for member in branch.records.members:
        for name, heading, day in (
            ("joined", "入党日期", member.joined),
            ("approved", "批准日期", member.approved),
            ("confirmed", "转正日期", member.confirmed),
            ("confirmed_approved", "转正批准日期", member.confirmed_approved),
        ):
            why, others = _odd(branch, member, name, day) if day else ("", ())
            if day and why:
                where, further = member.origin.at(name), member.origin.cells(*others)
                yield rules.R10.at(where, *further, name=member.name, heading=heading, day=date_text(day), why=why)


def _odd(branch: Branch, member: Member, name: str, day: date) -> tuple[str, tuple[str, ...]]:
    """Say what is odd about a date, and which fields it was compared with."""
    if day > branch.as_of:
        return f"晚于今天（{date_text(branch.as_of)}）", ()
    if name == "confirmed_approved" and member.confirmed and day < member.confirmed:
        return f"早于转正日期{date_text(member.confirmed)}", ("confirmed",)
    if member.born and latest(day) < member.born:
        return f"早于出生日期{date_text(member.born)}", ("born",)
    if name == "approved" and member.joined and latest(day) < member.joined:
        return f"早于入党日期{date_text(member.joined)}", ("joined",)
    return "", ()


CHECKS = declared_in(__name__)
