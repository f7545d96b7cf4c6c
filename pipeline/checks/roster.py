"""Checks of the branch and its roster (R)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.checks.tools.compared import EXEMPTION, filled, info_cells, offices
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.branch import Branch
from pipeline.facts.committee import LEAST_OFFICERS, MOST_OFFICERS, large_enough
from pipeline.findings import Finding
from pipeline.rules import cells
from pipeline.rules import notes as run
from pipeline.rules import roster as rules
from pipeline.schema import Member
from pipeline.schema.branch import TEMPORARY
from pipeline.schema.members import DEPUTY, PROBATIONARY, SECRETARY
from pipeline.values import Period
from pipeline.wording import date_text, joined

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


@yields(rules.R08)
def officers_are_full_members(branch: Branch) -> Iterator[Finding]:
    """Only full members hold office."""
    for member in branch.records.members:
        if member.category == PROBATIONARY and member.posts:
            post = joined(post.title for post in member.posts)
            where, further = member.origin.at("posts"), member.origin.cells("category")
            yield rules.R08.at(where, *further, name=member.name, post=post)


@yields(rules.R11)
def moves_in_order(branch: Branch) -> Iterator[Finding]:
    """Somebody moves out after moving in, and comes back after that."""
    for member in branch.records.members:
        if member.moved_in and member.moved_out and member.moved_out <= member.moved_in:
            days = f"{date_text(member.moved_in)}转入，{date_text(member.moved_out)}转出"
            what = f"{member.name}{days}，先后颠倒"
            yield rules.R11.at(member.origin.at("moved_out"), *member.origin.cells("moved_in"), what=what)
        if member.returned and (member.moved_out is None or member.returned < member.moved_out):
            out = f"{date_text(member.moved_out)}才转出" if member.moved_out else "没有转出日期"
            what = f"{member.name}{date_text(member.returned)}转回，{out}"
            yield rules.R11.at(member.origin.at("returned"), *member.origin.cells("moved_out"), what=what)


@yields(rules.R13)
def enough_full_members(branch: Branch) -> Iterator[Finding]:
    """The branch has as many full members as a branch needs."""
    day = branch.judged_on
    count = len(branch.full(day))
    if count < BRANCH_FROM and branch.records.members:
        where = branch.info.at("branch_type")
        yield rules.R13.at(where, day=date_text(day), count=count, kind=branch.info.branch_type or "党支部")


@yields(rules.R15, rules.R15_ODD)
def committee_size(branch: Branch) -> Iterator[Finding]:
    """The committee is as large as the rules allow; a branch large enough has one."""
    day = branch.judged_on
    full = len(branch.full(day))
    committee = branch.committee(day)
    officers = [member for member in committee if not set(branch.offices(member, day)) <= {SECRETARY, DEPUTY}]
    if not large_enough(branch, day) or LEAST_OFFICERS <= len(committee) <= MOST_OFFICERS:
        return
    rule = rules.R15_ODD if officers else rules.R15
    where = branch.info.at("elected")
    yield rule.at(where, *offices(branch, committee), day=date_text(day), full=full, count=len(committee))


@yields(rules.R18)
def term_not_over(branch: Branch) -> Iterator[Finding]:
    """The term of the committee is not over, or longer with the superior's approval; a temporary branch has none."""
    info, day = branch.info, branch.judged_on
    expires = info.extended_to if info.extended_to and info.extension_approved else info.expires
    if expires and expires < day and info.branch_type != TEMPORARY:
        where, further = branch.info.at("expires"), info_cells(branch, "extended_to", "extension_approved")
        yield rules.R18.at(where, *further, expires=date_text(expires), day=date_text(day))


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


@yields(rules.R19, rules.R19_LEADER)
def groups_have_a_leader(branch: Branch) -> Iterator[Finding]:
    """Every group has one leader."""
    day = branch.judged_on
    for entry in branch.info.groups:
        if not entry.content:
            continue  # C06
        leaders = branch.leaders_on(entry.content, day)
        where = entry.origin.at("content")
        if not leaders:
            yield rules.R19_LEADER.at(where, group=entry.content)
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
