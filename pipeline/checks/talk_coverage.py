"""Checks that everybody was talked with in the year (K01, K02, K11); asked when the year is over, and not before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from pipeline.calendar_months import add_months
from pipeline.checks.evaluation import MEASURE, SANCTION
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.listing import names_of
from pipeline.facts.branch import Branch
from pipeline.facts.duties import year_is_over
from pipeline.facts.membership import is_exempt, on_books
from pipeline.findings import Finding, Location
from pipeline.rules import talks as rules
from pipeline.schema import TALKS, Member
from pipeline.schema.members import SUSPENDED
from pipeline.values import Person
from pipeline.wording import date_text

MISFORTUNE = re.compile("住院|手术|重病|大病|去世|病故|丧|变故|车祸|工伤")
"""Reasons of an absence after which the secretary should have a talk. 支部工作条例第十九条."""


@dataclass(slots=True)
class Met:
    """Who talked with whom in the year: those on the two sides of a talk, by 编号."""

    officers: set[str] = field(default_factory=set)
    """Members an officer talked with."""
    members: set[str] = field(default_factory=set)
    """Ordinary members another ordinary member talked with."""
    pairs: set[frozenset[str]] = field(default_factory=set)
    """Officers who talked with each other."""


def met(branch: Branch) -> Met:
    """Go through the talks once."""
    found = Met()
    for talk in branch.records.talks:
        if talk.day is None:
            continue
        officers = {member.number for member in branch.committee(talk.day)}
        sides = [{person.number for person in side if person.number} for side in (talk.speakers, talk.listeners)]
        for side, other in (sides, reversed(sides)):
            if other & officers:
                found.officers |= side
            if other - officers:
                found.members |= side - officers
        found.pairs |= {frozenset((a, b)) for a in sides[0] & officers for b in sides[1] & officers}
    return found


def due(branch: Branch, member: Member) -> bool:
    """Whether somebody was on the books long enough to be talked with, and still is at the end of the year."""
    came = max(filter(None, (member.approved or member.joined, member.moved_in, branch.year_start)))
    return add_months(came, branch.settings.covered_months) <= branch.year_end and on_books(member, branch.judged_on)


@yields(rules.K01, rules.K02)
def everybody_talked_with(branch: Branch) -> Iterator[Finding]:
    """Every member is talked with by an officer and by another member; officers talk with each other."""
    if not year_is_over(branch) or not branch.members:
        return
    officers = branch.committee(branch.judged_on)
    numbers = {member.number for member in officers}
    others = [member for member in branch.members if member.number not in numbers and due(branch, member)]
    if not branch.records.talks:
        if officers and others:
            names = names_of(branch, others)
            yield rules.K01.at(Location(TALKS.name), names=names)
        return
    found = met(branch)
    for member in others:
        if officers and member.number not in found.officers:
            yield rules.K01.at(member.origin.at("name"), names=branch.label(member))
        if member.number not in found.members and not is_exempt(member, branch.judged_on) and len(others) > 1:
            what = f"{branch.label(member)}全年没有和别的党员谈过话"
            yield rules.K02.at(member.origin.at("name"), what=what)
    yield from _officers_apart(branch, [member for member in officers if due(branch, member)], found)


def _officers_apart(branch: Branch, officers: list[Member], found: Met) -> Iterator[Finding]:
    half = add_months(branch.year_start, 12 - branch.settings.covered_months)
    seated = [member for member in officers if _in_office_since(branch, member) <= half]
    apart: dict[str, list[Member]] = {}
    for first, second in combinations(seated, 2):
        if frozenset((first.number, second.number)) not in found.pairs:
            apart.setdefault(first.number, []).append(second)
    for number, partners in apart.items():
        member = branch.by_number[number]
        names = names_of(branch, partners)
        yield rules.K02.at(member.origin.at("name"), what=f"支委{branch.label(member)}全年没有和{names}谈过话")


def _in_office_since(branch: Branch, member: Member) -> date:
    starts = [post.since or branch.info.elected or date.min for post in member.posts]
    return min(starts, default=date.min)


@yields(rules.K11)
def secretary_talks_with_the_troubled(branch: Branch) -> Iterator[Finding]:
    """The secretary talks with whoever was sanctioned, or met with misfortune or illness."""
    if not year_is_over(branch):
        return
    heard: dict[str, date] = {}
    for talk in branch.records.talks:
        secretary = branch.secretary(talk.day) if talk.day else None
        people = (*talk.speakers, *talk.listeners)
        if talk.day and secretary and any(person.number == secretary.number for person in people):
            for person in people:
                heard[person.number] = max(heard.get(person.number, talk.day), talk.day)
    reported: set[str] = set()
    for where, person, since, why in _troubled(branch):
        member = branch.member_of(person)
        if member is None or member.number in reported or not on_books(member, branch.judged_on):
            continue
        secretary = branch.secretary(branch.judged_on)
        if secretary is member or secretary is None:
            continue
        if heard.get(member.number, date.min) < since:
            reported.add(member.number)
            yield rules.K11.at(where, name=branch.label(member), why=why)


def _troubled(branch: Branch) -> Iterator[tuple[Location, Person, date, str]]:
    for award in branch.records.awards:
        if award.member and award.category in {SANCTION, MEASURE} and award.day and award.day.year == branch.year:
            why = f"{date_text(award.day)}受{award.category}“{award.title}”"
            yield award.origin.at("member"), award.member, award.day, why
    for member in branch.records.members:
        person = Person(member.name, member.number)
        since = member.standing_since
        if member.standing in SUSPENDED and since and since.year == branch.year:
            yield member.origin.at("standing"), person, since, f"{date_text(since)}起{member.standing}"
        if is_exempt(member, branch.judged_on) and "病" in member.exempt_case:
            yield member.origin.at("exempt_case"), person, branch.year_start, "长期患病"
    for meeting in branch.meetings:
        for absence in meeting.absences:
            if meeting.day and meeting.day.year == branch.year and MISFORTUNE.search(absence.reason):
                why = f"{date_text(meeting.day)}因“{absence.reason}”请假"
                yield meeting.origin.at("absences"), absence.person, branch.year_start, why


CHECKS = declared_in(__name__)
