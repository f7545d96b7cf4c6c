"""Checks of the responsibility agreements (T)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from pipeline.calendar_months import add_months
from pipeline.checks.tools.compared import filled, info_cells, off_the_books, offices
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.listing import names_of
from pipeline.facts.agreements import total_score
from pipeline.facts.branch import Branch
from pipeline.facts.membership import came_on, has_returned
from pipeline.findings import Finding, Location
from pipeline.rules import agreements as rules
from pipeline.schema import TARGETS, Member, Target
from pipeline.schema.members import SECRETARY, TARGET_CATEGORIES
from pipeline.settings import signing_deadline
from pipeline.wording import date_text, joined, number_text

AROUND = 2
"""Months before and after the year within which an agreement of the year is signed."""
PASSING_GRADES = frozenset({"优秀", "合格"})


@yields(rules.T01, rules.T01_NONE)
def everybody_has_targets(branch: Branch) -> Iterator[Finding]:
    """Everybody who signs an agreement has targets; a branch without any signs none."""
    if not branch.records.targets:
        yield rules.T01_NONE.at(Location(TARGETS.name))
        return
    for member in branch.records.members:
        if branch.signs(member) and not branch.targets_of(member):
            station = f"、他的岗位“{member.station}”" if member.station else ""
            yield rules.T01.at(member.origin.at("name"), name=member.name, station=station)


@yields(rules.T02)
def all_three_categories(branch: Branch) -> Iterator[Finding]:
    """Everybody has targets of all three categories; reported at the 岗位 for which there is none."""
    used = {target.category for target in branch.records.targets}
    for member in branch.records.members:
        targets = branch.targets_of(member) if branch.signs(member) else ()
        have = {target.category for target in targets}
        for category in TARGET_CATEGORIES:
            if targets and category in used and category not in have:
                post = category == "岗位"
                why = f"，岗位写的是“{member.station}”" if post and member.station else ""
                where = member.origin.at("station" if post else "name")
                yield rules.T02.at(where, name=member.name, missing=category, why=why)


@yields(rules.T04)
def points_add_up(branch: Branch) -> Iterator[Finding]:
    """The points add up to full marks; reported at the row of 责任目标 that only the members concerned have."""
    full = branch.info.full_marks
    if full is None:
        return
    wrong: dict[Decimal, list[Member]] = defaultdict(list)
    sound: set[tuple[str, int]] = set()
    for member in branch.members:
        targets = branch.targets_of(member) if branch.signs(member) else ()
        if not targets or any(target.points is None for target in targets):
            continue
        total = sum((target.points or Decimal(0) for target in targets), Decimal(0))
        if total == full:
            sound.update(target.origin.key for target in targets)
        else:
            wrong[total].append(member)
    for total, members in wrong.items():
        yield _points_finding(branch, full, total, members, sound)


def _points_finding(
    branch: Branch, full: Decimal, total: Decimal, members: list[Member], sound: set[tuple[str, int]]
) -> Finding:
    everybody = {target.origin.key for target in branch.targets_of(members[0])} - sound
    for member in members[1:]:
        everybody &= {target.origin.key for target in branch.targets_of(member)}
    shared = [target for target in branch.targets_of(members[0]) if target.origin.key in everybody]
    if total > full:  # the largest figure is the most likely to be wrong
        shared.sort(key=lambda target: target.points or Decimal(0), reverse=True)
    where = shared[0].origin.at("points") if shared else members[0].origin.at("name")
    gap = f"多{number_text(total - full)}分" if total > full else f"少{number_text(full - total)}分"
    rows = joined(f"第{row}行" for row in sorted(target.origin.row for target in shared[:8]))
    further = [cell for target in shared for cell in target.origin.cells("points", "scope")]
    return rules.T04.at(
        where,
        *further,
        *(member.origin.at("station") for member in members),
        *info_cells(branch, "full_marks"),
        name=names_of(branch, members),
        total=number_text(total),
        full=number_text(full),
        gap=gap,
        parts=rows and f"，先看{rows}",
    )


@yields(rules.T05)
def scores_within_points(branch: Branch) -> Iterator[Finding]:
    """No target is scored above its points."""
    for target in branch.records.targets:
        if target.scores is None or target.points is None:
            continue
        figures = [target.scores.common, *(target.scores.own or {}).values()]
        top = max((figure for figure in figures if figure is not None), default=Decimal(0))
        if top > target.points:
            what = f"得分{number_text(top)}超过分值{number_text(target.points)}"
            yield rules.T05.at(target.origin.at("scores"), *target.origin.cells("points"), what=what)


@yields(rules.T05_GRADE)
def totals_fit_grades(branch: Branch) -> Iterator[Finding]:
    """Nobody who fails the agreement is graded as passing."""
    limit = branch.info.pass_marks
    if limit is None:
        return
    for evaluation in branch.records.evaluations:
        member = branch.member_of(evaluation.member)
        if member is None or evaluation.grade not in PASSING_GRADES:
            continue
        total = total_score(member, branch.targets_of(member))
        if total is not None and total < limit:
            what = f"{member.name}责任书总分{number_text(total)}，不到合格分{number_text(limit)}，"
            what += f"等次却是“{evaluation.grade}”"
            scores = [cell for target in branch.targets_of(member) for cell in target.origin.cells("scores")]
            further = (*info_cells(branch, "pass_marks"), *scores)
            yield rules.T05_GRADE.at(evaluation.origin.at("grade"), *further, what=what)


def _signing_place(branch: Branch, member: Member) -> Location:
    return member.origin.at("signed") if member.signed else branch.info.at("sign_day")


def _signing_cells(branch: Branch, member: Member) -> tuple[Location, ...]:
    return member.origin.cells("signed") if member.signed else info_cells(branch, "sign_day")


@yields(rules.T06)
def signed_in_time(branch: Branch) -> Iterator[Finding]:
    """An agreement is signed about its year, and not before joining the Party."""
    first, last = add_months(branch.year_start, -AROUND), add_months(branch.year_end, AROUND)
    day = branch.info.sign_day
    if day and not first <= day <= last:
        why = f"离{branch.year}年度太远"
        where, further = branch.info.at("sign_day"), info_cells(branch, "year")
        yield rules.T06.at(where, *further, name="责任书", day=date_text(day), why=why)
    for member in branch.records.members:
        if member.signed and not first <= member.signed <= last:
            why = f"离{branch.year}年度太远"
            where, further = member.origin.at("signed"), info_cells(branch, "year")
            yield rules.T06.at(where, *further, name=member.name, day=date_text(member.signed), why=why)
        own = member.signed if branch.signs(member) else None
        if own and member.joined and own < member.joined:
            why = f"早于入党日期{date_text(member.joined)}"
            where = member.origin.at("signed")
            yield rules.T06.at(where, *member.origin.cells("joined"), name=member.name, day=date_text(own), why=why)


@yields(rules.T06_LATE)
def signed_by_the_deadline(branch: Branch) -> Iterator[Finding]:
    """Whoever was there by the deadline of the year has signed by then."""
    limit = signing_deadline(branch.settings, branch.year)
    day = branch.info.sign_day
    detail = {"deadline": date_text(limit)}
    founded = branch.info.founded
    if founded and founded > limit:
        return
    if day and limit < day <= branch.year_end:
        yield rules.T06_LATE.at(branch.info.at("sign_day"), name="责任书", day=date_text(day), **detail)
    for member in branch.records.members:
        came = max(filter(None, (member.joined, member.moved_in)), default=None)
        late = member.signed and limit < member.signed <= branch.year_end
        if member.signed and late and (came is None or came <= limit):
            name = branch.label(member)
            yield rules.T06_LATE.at(member.origin.at("signed"), name=name, day=date_text(member.signed), **detail)


@yields(rules.T07, rules.T07_EARLY)
def moved_members_sign_in_time(branch: Branch) -> Iterator[Finding]:
    """Nobody signs before moving in or after moving out; the branch's day is not put upon who came later."""
    for member in branch.records.members:
        if not branch.signs(member):
            continue
        shared, own, came = branch.info.sign_day, member.signed, came_on(member)
        where = member.origin.at("signed")
        if own and member.moved_in and own < member.moved_in:
            what = f"{date_text(member.moved_in)}转入，签订日期却是{date_text(own)}"
            yield rules.T07_EARLY.at(where, *member.origin.cells("moved_in"), name=member.name, what=what)
        if own is None and shared and came and shared < came:
            what = f"{date_text(came)}才来，没有另填签订日期；责任书上签订日期留空"
            further = (*filled(member, "moved_in", "joined"), *info_cells(branch, "sign_day"))
            yield rules.T07.at(where, *further, name=member.name, what=what)
        if own and member.moved_out and own >= member.moved_out and not has_returned(member, own):
            what = f"{date_text(member.moved_out)}已经转出，签订日期却是{date_text(own)}"
            yield rules.T07.at(where, *member.origin.cells("moved_out"), name=member.name, what=what)


@yields(rules.T08)
def secretary_in_office(branch: Branch) -> Iterator[Finding]:
    """There is a secretary on every day of signing."""
    places: dict[date, list[Location]] = defaultdict(list)
    for member in branch.members:
        day = branch.signing_day(member) if branch.signs(member) else None
        if day:
            places[day].append(_signing_place(branch, member))
    for day, (where, *others) in places.items():
        if branch.secretary(day) is None:
            secretaries = [m for m in branch.members if any(post.title == SECRETARY for post in m.posts)]
            dates = [cell for member in secretaries for cell in off_the_books(member, day)]
            yield rules.T08.at(where, *others, *offices(branch, secretaries), *dates, day=date_text(day))


@yields(rules.T09)
def no_target_twice(branch: Branch) -> Iterator[Finding]:
    """Nobody has the same target twice."""
    reported: set[tuple[str, int]] = set()
    for member in branch.members:
        first: dict[tuple[str, str], Target] = {}
        for target in branch.targets_of(member) if branch.signs(member) else ():
            key = (target.category, target.text)
            if target.text and key in first and target.origin.key not in reported:
                reported.add(target.origin.key)
                other = first[key].origin
                detail = {"name": member.name, "category": target.category, "text": target.text[:20]}
                further = (*other.cells("text", "scope"), *target.origin.cells("scope"))
                yield rules.T09.at(target.origin.at("text"), *further, first=other.row, **detail)
            first.setdefault(key, target)


CHECKS = declared_in(__name__)
