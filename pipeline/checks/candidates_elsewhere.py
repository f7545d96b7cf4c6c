"""Checks of what the ledger of candidates says against the roster, the meetings, and its own rows (J)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from pipeline.checks.candidates import HEADINGS
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.branch import Branch
from pipeline.facts.development import (
    Stage,
    admission_of,
    agree,
    candidate_of,
    member_of,
    stage_on,
    trained_until,
    voted_on,
)
from pipeline.facts.membership import full_since, is_full, is_suspended
from pipeline.findings import Finding, Location
from pipeline.rules import candidates as rules
from pipeline.schema import ITEMS, ROSTER, Candidate, Member
from pipeline.values import Guest, Period, name_key
from pipeline.wording import date_text, days_text, joined

MENTORS = SPONSORS = 2
"""发展党员工作细则第九条, 第十四条."""
CAPACITIES = {
    "积极分子": Stage.ACTIVIST,
    "发展对象": Stage.CHOSEN,
    "申请人": Stage.APPLICANT,
}
"""Words of a guest's capacity to the stage they name."""
OF_STAGE = {Stage.APPLICANT: "applied", Stage.ACTIVIST: "activist_on", Stage.CHOSEN: "chosen_on"}
"""Stage to the field that says since when."""
A_DAY = timedelta(days=1)


@yields(rules.J07, rules.J07_ODD)
def mentors_are_full_members(branch: Branch) -> Iterator[Finding]:
    """An activist has one or two mentors, who are full members."""
    for one in branch.records.candidates:
        if "mentors" in one.origin.broken:
            continue
        where, day = one.origin.at("mentors"), trained_until(branch, one)
        odd: list[str] = []
        if one.activist_on and not one.mentors and stage_on(branch, one, day) in {Stage.ACTIVIST, Stage.CHOSEN}:
            odd.append(f"{date_text(one.activist_on)}确定为积极分子，培养联系人空着")
        if len(one.mentors) > MENTORS:
            odd.append(f"的培养联系人写了{len(one.mentors)}名")
        for person in one.mentors:
            member = branch.member_of(person)
            if member is None:
                odd.append(f"的培养联系人{person}不在党员名册")
            elif _never_full(member, day):
                further = member.origin.cells("confirmed", "category")
                yield rules.J07.at(where, *further, name=one.name, mentor=person, day=date_text(day))
        for what in odd:
            yield rules.J07_ODD.at(where, name=one.name, what=what)


def _never_full(member: Member, day: date) -> bool:
    """Whether somebody had not become a full member by `day`, here or elsewhere."""
    since = full_since(member)
    return since > day if since is not None else not is_full(member, day)


@yields(rules.J16, rules.J16_COUNT)
def sponsors_of_candidates(branch: Branch) -> Iterator[Finding]:
    """Whoever is to be admitted has two sponsors who are full members; of members V14 asks."""
    for one in branch.records.candidates:
        if "sponsors" in one.origin.broken or member_of(branch, one) is not None:
            continue
        where, day, count = one.origin.at("sponsors"), trained_until(branch, one), len(one.sponsors)
        reached = "预审" if one.approved_for_vote else "由支委会审查" if one.reviewed else ""
        if count > SPONSORS or (reached and count < SPONSORS):
            yield rules.J16_COUNT.at(where, name=one.name, reached=reached or "确定为发展对象", count=count)
        for person in one.sponsors:
            member = branch.member_of(person)
            if member is None:
                continue
            suspended = is_suspended(member, day)
            if suspended or _never_full(member, day):
                what = f"到{date_text(day)}" + (f"正受{member.standing}" if suspended else "还不是正式党员")
                yield rules.J16.at(where, name=one.name, sponsor=person, what=what)


@yields(rules.J14)
def says_what_others_say(branch: Branch) -> Iterator[Finding]:
    """What the ledger says of a member, and of the vote, is what the roster and the vote say."""
    for one in branch.records.candidates:
        member, vote = member_of(branch, one), admission_of(branch, one)
        if member is not None:
            for name in ("sex", "nation", "born", "sponsors"):
                mine, other = getattr(one, name), getattr(member, name)
                if not _same(mine, other):
                    yield _differs(one, name, _shown(other), ROSTER.name, member.origin.at(name))
        if vote is not None:
            for name in ("reviewed", "notice"):
                other = getattr(vote.item, name)
                if not _same(getattr(one, name), other):
                    yield _differs(one, name, _shown(other), ITEMS.name, vote.item.origin.at(name))


def _differs(one: Candidate, name: str, other: str, sheet: str, place: Location) -> Finding:
    detail = {"heading": HEADINGS[name], "mine": _shown(getattr(one, name)), "other": other, "sheet": sheet}
    return rules.J14.at(one.origin.at(name), place, name=one.name, **detail)


def _same(mine: object, other: object) -> bool:
    """Whether two cells can both be true: one of them may be blank, or give the month only."""
    if not mine or not other:
        return True
    if isinstance(mine, date) and isinstance(other, date):
        return agree(mine, other)
    if isinstance(mine, tuple) and isinstance(other, tuple):
        return set(mine) == set(other)
    return mine == other


def _shown(value: object) -> str:
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, Period):
        return days_text(value.start, value.end)
    return joined(map(str, value)) if isinstance(value, tuple) else str(value)


@yields(rules.J15)
def members_of_the_year_are_in_it(branch: Branch) -> Iterator[Finding]:
    """Where a branch keeps the ledger, whoever was admitted in the year is in it."""
    if not branch.records.candidates:
        return
    known = {member.number for one in branch.records.candidates if (member := member_of(branch, one)) is not None}
    named = {name_key(one.name) for one in branch.records.candidates if "born" in one.origin.broken}
    for member in branch.records.members:
        here = member.joined is not None and member.joined.year == branch.year and member.moved_in is None
        if here and member.number not in known and name_key(member.name) not in named:
            where = member.origin.at("joined")
            yield rules.J15.at(where, name=branch.label(member), joined=date_text(member.joined))


@yields(rules.J15_GUEST, rules.J17)
def guests_are_what_they_are_called(branch: Branch) -> Iterator[Finding]:
    """Where a branch keeps the ledger, activists and candidates in attendance are in it, at that stage."""
    missing: set[str] = set()
    for meeting in branch.records.meetings if branch.records.candidates else ():
        for guest in meeting.guests:
            called = _called(guest)
            if meeting.day is None or called is None:
                continue
            where, one = meeting.origin.at("guests"), candidate_of(branch, guest.person)
            detail = {"name": guest.person, "capacity": guest.capacity}
            if one is None:
                if guest.person.name not in missing:
                    yield rules.J15_GUEST.at(where, **detail)
                missing.add(guest.person.name)
                continue
            stage = stage_on(branch, one, meeting.day - A_DAY)
            if called in {stage, stage_on(branch, one, meeting.day)} or _left_blank(branch, one, called):
                continue
            if stage is not None:
                yield rules.J17.at(where, day=date_text(meeting.day), stage=stage.value, **detail)


def _left_blank(branch: Branch, one: Candidate, called: Stage) -> bool:
    """Whether the row says nothing of a stage that its later steps show was reached (J06)."""
    later = one.chosen_on or one.approved_for_vote or voted_on(branch, one)
    return later is not None and getattr(one, OF_STAGE[called]) is None


def _called(guest: Guest) -> Stage | None:
    return next((stage for word, stage in CAPACITIES.items() if word in guest.capacity), None)


@yields(rules.J18)
def nobody_twice(branch: Branch) -> Iterator[Finding]:
    """Nobody stands in two rows; who applied again after an end may."""
    seen: dict[str, list[Candidate]] = {}
    for one in branch.records.candidates:
        earlier = seen.setdefault(name_key(one.name), [])
        twin = next((each for each in earlier if not each.ended and _same(each.born, one.born)), None)
        if one.name and twin is not None:
            yield rules.J18.at(one.origin.at("name"), name=one.name, first=twin.origin.row)
        earlier.append(one)


CHECKS = declared_in(__name__)
