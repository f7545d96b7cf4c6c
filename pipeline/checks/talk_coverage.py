"""Checks that everybody was talked with in the year (K01, K02, K11); asked when the year is over, and not before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.listing import names_of
from pipeline.facts.branch import Branch
from pipeline.facts.duties import State, year_is_over
from pipeline.facts.membership import is_exempt, on_books
from pipeline.facts.talk_coverage import talk_coverage
from pipeline.findings import Finding, Location
from pipeline.rules import talks as rules
from pipeline.schema import TALKS, Member
from pipeline.schema.members import MEASURE, SANCTION, SUSPENDED
from pipeline.values import Person
from pipeline.wording import date_text

MISFORTUNE = re.compile("住院|手术|重病|大病|去世|病故|丧|变故|车祸|工伤")
"""Reasons of an absence after which the secretary should have a talk. 支部工作条例第十九条."""


@yields(rules.K01, rules.K02)
def everybody_talked_with(branch: Branch) -> Iterator[Finding]:
    """Every member is talked with, officers by each other; of a year without any talk it is said once for all."""
    found = talk_coverage(branch)
    missing = [member for member in branch.members if found[member.number].with_committee is State.MISSING]
    without_committee = [member for member in missing if not found[member.number].officer]
    without_members = [member for member in branch.members if found[member.number].with_members is State.MISSING]
    apart = [member for member in missing if found[member.number].officer]
    if not branch.records.talks:
        yield from _nobody_talked_with(branch, without_committee, without_members, apart)
        return
    for member in without_committee:
        yield rules.K01.at(member.origin.at("name"), names=branch.label(member))
    for member in without_members:
        what = f"{branch.label(member)}全年没有和支委以外的党员谈过话"
        yield rules.K02.at(member.origin.at("name"), what=what)
    yield from _officers_apart(branch, apart)


def _nobody_talked_with(
    branch: Branch, without_committee: list[Member], without_members: list[Member], apart: list[Member]
) -> Iterator[Finding]:
    where = Location(TALKS.name)
    if without_committee:
        yield rules.K01.at(where, names=names_of(branch, without_committee))
    if without_members:
        yield rules.K02.at(where, what=f"{names_of(branch, without_members)}全年没有和支委以外的党员谈过话")
    if apart:
        yield rules.K02.at(where, what=f"支委{names_of(branch, apart)}全年没有互相谈过话")


def _officers_apart(branch: Branch, officers: list[Member]) -> Iterator[Finding]:
    """Report each pair once, at the one that comes first; the others are further places."""
    told: set[str] = set()
    for member in officers:
        told.add(member.number)
        partners = [other for other in talk_coverage(branch)[member.number].apart if other.number not in told]
        if partners:
            what = f"支委{branch.label(member)}全年没有和{names_of(branch, partners)}谈过话"
            further = [partner.origin.at("name") for partner in partners]
            yield rules.K02.at(member.origin.at("name"), *further, what=what)


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
