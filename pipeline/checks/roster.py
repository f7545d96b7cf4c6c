"""Checks of the branch and its roster (R)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.calendar_months import add_months, add_years, full_years
from pipeline.checks.tools.compared import EXEMPTION, filled, info_cells, offices
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.branch import Branch
from pipeline.facts.committee import LEAST_OFFICERS, MOST_OFFICERS, large_enough
from pipeline.facts.membership import on_books
from pipeline.findings import Finding
from pipeline.rules import cells
from pipeline.rules import notes as run
from pipeline.rules import roster as rules
from pipeline.schema import Member
from pipeline.schema.members import FULL, PROBATIONARY
from pipeline.values import Period
from pipeline.wording import date_text, joined

ADULT = 18
"""发展党员工作细则第五条."""
BRANCH_FROM = 3
"""Full members a branch needs. 支部工作条例第四条."""
WITHOUT_PROBATION = Period(date(1969, 4, 1), date(1977, 8, 18))
"""Between the Ninth and the Eleventh Congress the Charter of the time is said to have known no probation."""
APPROVAL_TAKES = timedelta(days=184)
"""Six months at the most. 发展党员工作细则第二十六条."""


@yields(rules.R03)
def adult_when_joining(branch: Branch) -> Iterator[Finding]:
    """Whoever joins the Party is of age."""
    for member in branch.records.members:
        if member.born and member.joined and member.born <= member.joined < add_years(member.born, ADULT):
            yield rules.R03.at(
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
        if member.joined and member.confirmed and member.confirmed < add_years(member.joined, 1):
            days = {"joined": date_text(member.joined), "confirmed": date_text(member.confirmed)}
            without = WITHOUT_PROBATION.start <= member.joined < WITHOUT_PROBATION.end
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
        if joined and confirmed and confirmed > add_years(joined, LONGEST_PROBATION):
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


def _overrun(member: Member, day: date, extended: bool) -> str:
    if member.joined is None or member.confirmed or member.category != PROBATIONARY or not on_books(member, day):
        return ""
    until, year = member.extended_until, add_years(member.joined, 1)
    if until and not add_months(year, 6) <= until <= add_years(year, 1):
        return f"的预备期延长到{date_text(until)}，不在半年到一年之间（{date_text(member.joined)}入党）"
    if until and day > until:
        return f"的预备期延长到{date_text(until)}，已经期满，还没有转正"
    if until is None and not extended and day > year:
        return f"{date_text(member.joined)}入党，到{date_text(day)}预备期已满，没有转正，也没有延长记录"
    return ""


@yields(rules.R07)
def category_fits_confirmation(branch: Branch) -> Iterator[Finding]:
    """The category fits the date of confirmation."""
    for member in branch.records.members:
        if "confirmed" in member.origin.broken:
            continue
        where, further = member.origin.at("confirmed"), member.origin.cells("category")
        if member.category == FULL and member.confirmed is None:
            yield rules.R07.at(where, *further, name=member.name, category=FULL, state="空着")
        elif member.category == PROBATIONARY and member.confirmed is not None:
            yield rules.R07.at(where, *further, name=member.name, category=PROBATIONARY, state="填了")


@yields(rules.R08)
def officers_are_full_members(branch: Branch) -> Iterator[Finding]:
    """Only full members hold office."""
    for member in branch.records.members:
        if member.category == PROBATIONARY and member.posts:
            post = joined(post.title for post in member.posts)
            where, further = member.origin.at("posts"), member.origin.cells("category")
            yield rules.R08.at(where, *further, name=member.name, post=post)


@yields(rules.R10)
def dates_make_sense(branch: Branch) -> Iterator[Finding]:
    """The dates of one life are in order, and none is in the future."""
    for member in branch.records.members:
        for name, heading, day in (
            ("joined", "入党日期", member.joined),
            ("approved", "批准日期", member.approved),
            ("confirmed", "转正日期", member.confirmed),
        ):
            why, others = _odd(branch, member, name, day) if day else ("", ())
            if day and why:
                where, further = member.origin.at(name), member.origin.cells(*others)
                yield rules.R10.at(where, *further, name=member.name, heading=heading, day=date_text(day), why=why)


def _odd(branch: Branch, member: Member, name: str, day: date) -> tuple[str, tuple[str, ...]]:
    """Say what is odd about a date, and which fields it was compared with."""
    if day > branch.as_of:
        return f"晚于今天（{date_text(branch.as_of)}）", ()
    if member.born and day < member.born:
        return f"早于出生日期{date_text(member.born)}", ("born",)
    if name == "approved" and member.joined and day < member.joined:
        return f"早于入党日期{date_text(member.joined)}", ("joined",)
    return "", ()


@yields(rules.R11)
def moves_in_order(branch: Branch) -> Iterator[Finding]:
    """Somebody moves out after moving in."""
    for member in branch.records.members:
        if member.moved_in and member.moved_out and member.moved_out <= member.moved_in:
            days = f"{date_text(member.moved_in)}转入，{date_text(member.moved_out)}转出"
            what = f"{member.name}{days}，先后颠倒"
            yield rules.R11.at(member.origin.at("moved_out"), *member.origin.cells("moved_in"), what=what)


@yields(rules.R11)
def targets_of_the_gone(branch: Branch) -> Iterator[Finding]:
    """Nobody who had left has a target of his own."""
    for target in branch.records.targets:
        for person in target.scope.people if target.scope else ():
            member = branch.member_of(person)
            if member and member.moved_out and not branch.signs(member):
                what = f"{member.name}{date_text(member.moved_out)}已经转出，不签责任书，却列了责任目标"
                further = (*filled(member, "moved_out", "standing", "standing_since"), *info_cells(branch, "sign_day"))
                yield rules.R11.at(target.origin.at("scope"), *further, what=what)


@yields(rules.R13)
def enough_full_members(branch: Branch) -> Iterator[Finding]:
    """The branch has as many full members as a branch needs."""
    day = branch.judged_on
    count = len(branch.full(day))
    if count < BRANCH_FROM and branch.records.members:
        where = branch.info.at("branch_type")
        yield rules.R13.at(where, day=date_text(day), count=count, kind=branch.info.branch_type or "党支部")


@yields(rules.R15)
def committee_size(branch: Branch) -> Iterator[Finding]:
    """The committee is as large as the rules allow."""
    day = branch.judged_on
    full = len(branch.full(day))
    committee = branch.committee(day)
    if large_enough(branch, day) and not LEAST_OFFICERS <= len(committee) <= MOST_OFFICERS:
        where = branch.info.at("elected")
        yield rules.R15.at(where, *offices(branch, committee), day=date_text(day), full=full, count=len(committee))


@yields(rules.R18)
def term_not_over(branch: Branch) -> Iterator[Finding]:
    """The term of the committee is not over."""
    expires, day = branch.info.expires, branch.judged_on
    if expires and expires < day:
        yield rules.R18.at(branch.info.at("expires"), expires=date_text(expires), day=date_text(day))


@yields(rules.R19)
def everybody_in_a_group(branch: Branch) -> Iterator[Finding]:
    """Where there are groups, every member is in one."""
    if not branch.groups:
        return
    for member in branch.records.members:
        present = member.moved_out is None or member.moved_out > branch.year_start
        if present and not member.group and "group" not in member.origin.broken:
            extra = "，又是小组长" if member.leads_group == "是" else ""
            yield rules.R19.at(member.origin.at("group"), what=f"{member.name}没有编入党小组{extra}")


@yields(rules.R19)
def groups_have_a_leader(branch: Branch) -> Iterator[Finding]:
    """Every group has one leader."""
    day = branch.judged_on
    for entry in branch.info.groups:
        if not entry.content:
            continue  # C06
        leaders = branch.leaders_on(entry.content, day)
        where = entry.origin.at("content")
        if not leaders:
            yield rules.R19.at(where, what=f"{entry.content}没有组长")
        elif len(leaders) > 1:
            names = joined(branch.label(member) for member in leaders)
            further = [cell for member in leaders for cell in member.origin.cells("group", "leads_group")]
            yield rules.R19.at(where, *further, what=f"{entry.content}有{len(leaders)}名组长：{names}")


@yields(rules.R20)
def exemption_proven(branch: Branch) -> Iterator[Finding]:
    """Not being counted as expected has its case, its basis and both dates on record, or none of them."""
    for member in branch.records.members:
        missing = [(name, label) for name, label in EXEMPTION.items() if not getattr(member, name)]
        if missing and len(missing) < len(EXEMPTION) and not member.origin.broken & EXEMPTION.keys():
            where = member.origin.at(missing[0][0])
            given = filled(member, *EXEMPTION)
            yield rules.R20.at(where, *given, name=member.name, missing=joined(label for _, label in missing))


@yields(rules.R22)
def duties_of_officers(branch: Branch) -> Iterator[Finding]:
    """Duties are given to officers on the roster only."""
    officers = {member.number for member in branch.committee(branch.judged_on)}
    for entry in branch.info.duties:
        if not entry.content:
            continue  # C06
        member = branch.find(entry.content)
        if member is None:
            yield rules.R22.at(entry.origin.at("content"), name=entry.content, state="不在党员名册，或有几个人同名")
        elif member.number not in officers:
            where, further = entry.origin.at("content"), offices(branch, [member])
            yield rules.R22.at(where, *further, name=entry.content, state="在名册上不是支委")


@yields(run.G03, run.G03_OVERDUE)
def approval_pending(branch: Branch) -> Iterator[Finding]:
    """Somebody not yet approved is not yet counted."""
    for member in branch.records.members:
        if member.category != PROBATIONARY or member.approved or "approved" in member.origin.broken:
            continue
        overdue = member.joined is not None and member.joined + APPROVAL_TAKES < branch.judged_on
        rule = run.G03_OVERDUE if overdue else run.G03
        where, further = member.origin.at("approved"), filled(member, "category", "joined") if overdue else ()
        yield rule.at(where, *further, name=member.name, joined=date_text(member.joined))


def on_probation_here(branch: Branch, member: Member) -> bool:
    """Whether somebody was on this branch's books on some day of the year before being confirmed."""
    if member.moved_in and member.confirmed and member.moved_in >= member.confirmed:
        return False
    return member.moved_out is None or member.moved_out > branch.year_start


@yields(cells.C06)
def approval_known(branch: Branch) -> Iterator[Finding]:
    """Whoever was on probation in the year needs the day from which to be counted."""
    for member in branch.records.members:
        if member.approved is None and member.confirmed and member.confirmed >= branch.year_start:
            if member.origin.broken & {"approved", "confirmed"} or not on_probation_here(branch, member):
                continue
            help_text = f"{member.name}当年还在预备期，不知道哪天批准就算不出应到人数。"
            where, further = member.origin.at("approved"), member.origin.cells("confirmed")
            yield cells.C06.at(where, *further, heading="批准日期", help=help_text)


CHECKS = declared_in(__name__)
