"""Checks of talks and home visits (K)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from pipeline.checks.tools.compared import filled, info_cells, off_the_books
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.likeness import twins
from pipeline.facts.branch import Branch
from pipeline.facts.membership import has_returned, on_books
from pipeline.facts.year import closing
from pipeline.findings import Finding, Location
from pipeline.rules import talks as rules
from pipeline.schema import Talk
from pipeline.schema.activities import HOME_VISIT
from pipeline.wording import date_text

SHORTEST = 20
"""The fewest characters that a talk's contents have. checks.md K08."""


@yields(rules.K03)
def not_with_oneself(branch: Branch) -> Iterator[Finding]:
    """A talk has two people."""
    for talk in branch.records.talks:
        for person in talk.speakers:
            if person in talk.listeners:
                yield rules.K03.at(talk.origin.at("listeners"), *talk.origin.cells("speakers"), name=person)


@yields(rules.K04)
def speakers_known(branch: Branch) -> Iterator[Finding]:
    """Whoever holds a talk is a member, or somebody from outside, whose talk counts for nobody."""
    for talk in branch.records.talks:
        for person in talk.speakers:
            if not person.number:
                yield rules.K04.at(talk.origin.at("speakers"), name=person, why="不在党员名册，照写照印")


@yields(rules.K04)
def speakers_on_the_books(branch: Branch) -> Iterator[Finding]:
    """Whoever holds a talk is on the books that day."""
    for talk in branch.records.talks:
        for person in talk.speakers:
            member = branch.member_of(person)
            if talk.day and member and not on_books(member, talk.day):
                where = talk.origin.at("speakers")
                further = (*talk.origin.cells("day"), *off_the_books(member, talk.day))
                yield rules.K04.at(where, *further, name=person, why=f"{date_text(talk.day)}不在册")


@yields(rules.K05, rules.K05_OUTSIDE)
def dates_fit(branch: Branch) -> Iterator[Finding]:
    """A talk is in the year of the workbook, not in the future, and while its partner is in the branch."""
    for talk in branch.records.talks:
        why, further = _why(branch, talk)
        if talk.day and why:
            rule = rules.K05 if talk.day > branch.as_of else rules.K05_OUTSIDE
            yield rule.at(talk.origin.at("day"), *further, day=date_text(talk.day), why=why)


def _why(branch: Branch, talk: Talk) -> tuple[str, tuple[Location, ...]]:
    """Say why a talk cannot have been on its day, and which cells speak against it."""
    day = talk.day
    if day is None:
        return "", ()
    if day > branch.as_of:
        return f"晚于今天（{date_text(branch.as_of)}）", ()
    if not branch.year_start <= day <= closing(branch):
        return f"不在{branch.year}年度内", info_cells(branch, "year")
    for person in talk.listeners:
        member = branch.member_of(person)
        if member and member.moved_in and day < member.moved_in:
            further = (*talk.origin.cells("listeners"), *member.origin.cells("moved_in"))
            return f"，{person}{date_text(member.moved_in)}才转入", further
        if member and member.moved_out and day >= member.moved_out and not has_returned(member, day):
            further = (*talk.origin.cells("listeners"), *member.origin.cells("moved_out"))
            return f"，{person}{date_text(member.moved_out)}已经转出", further
    return "", ()


@yields(rules.K08)
def long_enough(branch: Branch) -> Iterator[Finding]:
    """A talk says what was talked of; a blank cell is reported by the reader."""
    for talk in branch.records.talks:
        length = sum(map(str.isalnum, talk.text))
        if talk.text and length < SHORTEST:
            yield rules.K08.at(talk.origin.at("text"), state=f"只有{length}个字")


@yields(rules.K07)
def not_too_many_a_day(branch: Branch) -> Iterator[Finding]:
    """Not too many talks are held on one day; reported at the first of them."""
    by_day: dict[date, list[Talk]] = defaultdict(list)
    for talk in branch.records.talks:
        if talk.day:
            by_day[talk.day].append(talk)
    limit = branch.settings.talks_a_day
    for day, talks in by_day.items():
        if len(talks) > limit:
            where, *further = [talk.origin.at("day") for talk in talks]
            yield rules.K07.at(where, *further, day=date_text(day), count=len(talks), limit=limit)


@yields(rules.K08_ALIKE)
def contents_differ(branch: Branch) -> Iterator[Finding]:
    """No talk reads like another."""
    talks = branch.talks
    for twin in twins([talk.text for talk in talks], branch.settings.similar_percent):
        where, further = talks[twin.later].origin.at("text"), talks[twin.earlier].origin.at("text")
        yield rules.K08_ALIKE.at(where, further, other=talks[twin.earlier].number, how=twin.how)


@yields(rules.K09)
def appeals_are_followed_up(branch: Branch) -> Iterator[Finding]:
    """What was asked for is dealt with, by somebody, in time."""
    for talk in branch.records.talks:
        due = talk.due.day if talk.due else None
        if talk.appeal and not talk.measure:
            name, what = "measure", "写了诉求，没有写处理措施"
        elif talk.measure and not talk.responsible:
            name, what = "responsible", "写了措施，没有写谁去办"
        elif due and due < branch.judged_on and not talk.outcome:
            name, what = "outcome", f"时限是{date_text(due)}，已经过了，还没有办理结果"
        else:
            continue
        if name not in talk.origin.broken:
            yield rules.K09.at(talk.origin.at(name), *filled(talk, "appeal", "measure", "due"), what=what)


@yields(rules.K10)
def home_visits_in_pairs(branch: Branch) -> Iterator[Finding]:
    """Two people make a home visit."""
    for talk in branch.records.talks:
        if talk.method == HOME_VISIT and len(talk.speakers) == 1:
            yield rules.K10.at(talk.origin.at("speakers"), name=talk.speakers[0])


CHECKS = declared_in(__name__)
