"""Checks of the committee, its offices and its term, and of the size of the branch (R09, R14 to R18, Y10)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pipeline.calendar_months import add_months, add_years
from pipeline.checks.tools.compared import filled, info_cells
from pipeline.checks.tools.compared import offices as posts_of
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.listing import names_of
from pipeline.facts.branch import Branch
from pipeline.facts.committee import MOST_OFFICERS, USUAL_OFFICERS, large_enough
from pipeline.facts.membership import on_books
from pipeline.findings import Finding
from pipeline.rules import roster as rules
from pipeline.rules import summary
from pipeline.schema import Entry, Member
from pipeline.schema.members import DEPUTY, SECRETARY
from pipeline.wording import date_text, joined

LARGEST_BRANCH = 50
"""支部工作条例第四条: in general no more members."""
REQUIRED_POSTS = ("组织委员", "宣传委员", "纪检委员")
"""支部工作条例第二十条."""
REMINDED = 6
"""Months before the end of a term at which the superior reminds. 支部工作条例第二十一条."""


@yields(rules.R09)
def secretary_has_standing(branch: Branch) -> Iterator[Finding]:
    """The secretary has a year of party standing when taking office."""
    for member in branch.records.members:
        post = next((post for post in member.posts if post.title == SECRETARY), None)
        if post is None or member.confirmed is None:
            continue
        since = post.since or branch.info.elected
        if since and since < add_years(member.confirmed, 1):
            detail = {"name": branch.label(member), "since": date_text(since), "confirmed": date_text(member.confirmed)}
            further = (*member.origin.cells("confirmed"), *(() if post.since else info_cells(branch, "elected")))
            yield rules.R09.at(member.origin.at("posts"), *further, **detail)


@yields(rules.R14)
def branch_not_too_large(branch: Branch) -> Iterator[Finding]:
    """The branch has no more members than a branch should."""
    day = branch.judged_on
    count = sum(on_books(member, day) for member in branch.records.members)
    if count > LARGEST_BRANCH:
        yield rules.R14.at(branch.info.at("branch_type"), day=date_text(day), count=count)


@yields(rules.R15_MANY, rules.R16)
def committee_of_usual_size(branch: Branch) -> Iterator[Finding]:
    """A committee has five members at the most in general; a branch of fewer than seven has none."""
    day = branch.judged_on
    committee = branch.committee(day)
    where = branch.info.at("elected")
    if large_enough(branch, day) and USUAL_OFFICERS < len(committee) <= MOST_OFFICERS:
        yield rules.R15_MANY.at(where, *posts_of(branch, committee), day=date_text(day), count=len(committee))
    others = [member for member in committee if not {SECRETARY, DEPUTY} & set(branch.offices(member, day))]
    if others and not large_enough(branch, day):
        full, names = len(branch.full(day)), names_of(branch, others)
        yield rules.R16.at(where, *posts_of(branch, others), day=date_text(day), full=full, names=names)


@yields(rules.R17)
def posts_filled(branch: Branch) -> Iterator[Finding]:
    """A committee has an organiser, a publicist and a discipline officer."""
    day = branch.judged_on
    committee = branch.committee(day)
    readable = all("posts" not in member.origin.broken for member in branch.records.members)
    if not committee or not large_enough(branch, day) or not readable:
        return
    held = {title for member in committee for title in branch.offices(member, day)}
    missing = [post for post in REQUIRED_POSTS if post not in held]
    if missing:
        where = branch.info.at("elected")
        yield rules.R17.at(where, *posts_of(branch, committee), missing=joined(missing))


@yields(rules.R18_SOON)
def term_ends_soon(branch: Branch) -> Iterator[Finding]:
    """The end of the term is announced half a year ahead."""
    expires, day = branch.info.expires, branch.judged_on
    if expires and day <= expires < add_months(day, REMINDED):
        yield rules.R18_SOON.at(branch.info.at("expires"), expires=date_text(expires))


@yields(summary.Y10)
def duties_complete(branch: Branch) -> Iterator[Finding]:
    """Every officer has duties of his own, and nobody has them twice."""
    if not branch.info.duties:
        return
    seen: dict[str, Entry] = {}
    texts: dict[str, Entry] = {}
    for entry in branch.info.duties:
        member = branch.find(entry.content)
        if member is None:
            continue
        name = branch.label(member)
        earlier = seen.setdefault(member.number, entry)
        if earlier is not entry:
            other = earlier.origin.at("content")
            yield summary.Y10.at(entry.origin.at("content"), other, what=f"{name}的分工写了两行")
        if not entry.detail:
            yield summary.Y10.at(entry.origin.at("detail"), what=f"没有写{name}管什么")
            continue
        same = texts.setdefault(entry.detail, entry)
        holder = branch.find(same.content)
        if holder is not None and holder is not member:
            what = f"{name}的分工和{branch.label(holder)}的一样"
            yield summary.Y10.at(entry.origin.at("detail"), same.origin.at("detail"), what=what)
    day = branch.judged_on
    for member in branch.committee(day):
        if member.number not in seen:
            what = f"{branch.label(member)}任{joined(branch.offices(member, day))}，委员分工里没有他"
            yield summary.Y10.at(member.origin.at("posts"), what=what)


@yields(summary.Y10)
def posts_not_doubled(branch: Branch) -> Iterator[Finding]:
    """Two people do not hold one office at a time."""
    day = branch.judged_on
    holders: dict[str, Member] = {}
    for member in branch.committee(day):
        for title in branch.offices(member, day):
            if title in {DEPUTY, "委员"}:
                continue
            first = holders.setdefault(title, member)
            if first is not member:
                what = f"{branch.label(first)}和{branch.label(member)}都是{title}，起止没有分开"
                yield summary.Y10.at(member.origin.at("posts"), *first.origin.cells("posts"), what=what)


def half_a_year_away(since: date, until: date) -> bool:
    """Whether an absence has lasted six months. 党员教育管理工作条例第二十五条."""
    return add_months(since, 6) <= until


@yields(rules.R12)
def away_without_transfer(branch: Branch) -> Iterator[Finding]:
    """Nobody is away for half a year without a transfer."""
    for member in branch.records.members:
        since = member.away_since
        until = min(filter(None, (member.away_until, member.moved_out, branch.judged_on)))
        if since and half_a_year_away(since, until) and member.moved_out is None:
            detail = {"name": branch.label(member), "since": date_text(since), "until": date_text(until)}
            further = (*member.origin.cells("moved_out"), *filled(member, "away_until"))
            yield rules.R12.at(member.origin.at("away_since"), *further, **detail)


CHECKS = declared_in(__name__)
