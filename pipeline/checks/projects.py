"""Checks of projects (P)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.checks.tools.compared import filled, off_the_books
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_full, on_books, standing_years
from pipeline.findings import Finding, Location
from pipeline.rules import projects as rules
from pipeline.schema import Member, Project
from pipeline.wording import date_text, joined, number_of

STANDING = re.compile(r"(近)?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})([多余几来])?年(?:的)?党龄")
CLAUSE = re.compile("[^。；\n]*")
NEARLY = 3
"""近三十年 is said from 27 years on."""


@yields(rules.P02)
def finished_after_start(branch: Branch) -> Iterator[Finding]:
    """A project is finished after it begins."""
    for project in branch.records.projects:
        if project.started and project.finished and project.finished < project.started:
            days = {"started": date_text(project.started), "finished": date_text(project.finished)}
            yield rules.P02.at(project.origin.at("finished"), *project.origin.cells("started"), **days)


@yields(rules.P01)
def led_by_somebody_known(branch: Branch) -> Iterator[Finding]:
    """Whoever leads a project or is in its team is on the roster; others are printed and counted for nobody."""
    for project in branch.records.projects:
        for name, people in (("leader", (project.leader,)), ("team", project.team)):
            for person in people:
                if person is not None and not person.number:
                    yield rules.P01.at(project.origin.at(name), name=person)


@yields(rules.P01_NOT_THEN)
def led_by_a_member(branch: Branch) -> Iterator[Finding]:
    """Whoever leads a project belongs to the branch when it begins."""
    for project in branch.records.projects:
        leader, day = branch.member_of(project.leader), project.started
        if leader is None or day is None or on_books(leader, day):
            continue
        why = "还没有入党" if leader.joined and leader.joined > day else "组织关系不在本支部"
        where, further = project.origin.at("leader"), (*project.origin.cells("started"), *off_the_books(leader, day))
        yield rules.P01_NOT_THEN.at(where, *further, name=project.leader, day=date_text(day), why=why)


@yields(rules.P02_OVERDUE)
def finished_in_time(branch: Branch) -> Iterator[Finding]:
    """A project that was due is finished."""
    for project in branch.records.projects:
        due = project.due.day if project.due else None
        if due and due < branch.judged_on and project.finished is None and "finished" not in project.origin.broken:
            days = {"due": date_text(due), "day": date_text(branch.judged_on)}
            yield rules.P02_OVERDUE.at(project.origin.at("finished"), *project.origin.cells("due"), **days)


@yields(rules.P03)
def benefit_is_proven(branch: Branch) -> Iterator[Finding]:
    """A benefit has its calculation and somebody who confirms it."""
    for project in branch.records.projects:
        if project.benefit is None:
            continue
        missing = [
            (name, label)
            for name, label in (("computed", "计算依据"), ("confirmer", "确认人"))
            if not getattr(project, name)
        ]
        if missing:
            where = project.origin.at("benefit")
            yield rules.P03.at(where, benefit=project.benefit, missing=joined((label for _, label in missing), "和"))


@yields(rules.P01_AWAY)
def team_on_the_books(branch: Branch) -> Iterator[Finding]:
    """Everybody in a project was on the books some day of it."""
    for project in branch.records.projects:
        first, last = project.started, project.finished or branch.year_end
        if first is None or first > last:
            continue
        for name, people in (("leader", (project.leader,)), ("team", project.team)):
            for member in filter(None, map(branch.member_of, people)):
                why, against = _away(member, first, last)
                if why:
                    further = (*member.origin.cells(against[0]), *filled(project, against[1]))
                    yield rules.P01_AWAY.at(project.origin.at(name), *further, name=branch.label(member), why=why)


def _away(member: Member, first: date, last: date) -> tuple[str, tuple[str, str]]:
    """Say why somebody was not on the books between two days, and by which field of theirs and of the project."""
    if member.moved_out and member.moved_out <= first:
        return f"{date_text(member.moved_out)}已经转出，项目{date_text(first)}才立项", ("moved_out", "started")
    if member.moved_in and member.moved_in > last:
        return f"{date_text(member.moved_in)}才转入，项目{date_text(last)}已经结束", ("moved_in", "finished")
    if member.joined and member.joined > last:
        return f"{date_text(member.joined)}才入党，项目{date_text(last)}已经结束", ("joined", "finished")
    return "", ("", "")


@yields(rules.P01_AWAY, rules.P01_LEFT)
def zones_of_the_gone(branch: Branch) -> Iterator[Finding]:
    """Nobody who left, before the year or in it, still has a zone."""
    for zone in branch.records.zones:
        for member in filter(None, map(branch.member_of, zone.holders)):
            if member.moved_out and member.moved_out <= branch.year_end:
                why = f"{date_text(member.moved_out)}已经转出，责任区里还写着他"
                rule = rules.P01_AWAY if member.moved_out <= branch.year_start else rules.P01_LEFT
                where, further = zone.origin.at("holders"), member.origin.cells("moved_out")
                yield rule.at(where, *further, name=branch.label(member), why=why)


@yields(rules.P04)
def finished_has_result(branch: Branch) -> Iterator[Finding]:
    """A finished project has a result."""
    for project in branch.records.projects:
        if project.finished and not project.result and "result" not in project.origin.broken:
            where, further = project.origin.at("result"), project.origin.cells("finished")
            yield rules.P04.at(where, *further, finished=date_text(project.finished))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Claim:
    """A text that says how long somebody has been in the Party."""

    said: str
    lowest: int
    highest: int
    clause: str


def claims(text: str) -> Iterator[Claim]:
    """Find what a text says of party standing: 三十年党龄, 近30年党龄, 二十多年党龄."""
    for found in STANDING.finditer(text):
        years = number_of(found[2])
        lowest = years - NEARLY if found[1] else years
        highest = years - 1 if found[1] else years
        if found[3]:
            highest = years + 9
        around = [clause[0] for clause in CLAUSE.finditer(text) if clause.start() <= found.start() < clause.end()]
        yield Claim(found[0], lowest, highest, around[0] if around else text)


@yields(rules.P05, rules.P05_WHOSE)
def standing_as_on_the_roster(branch: Branch) -> Iterator[Finding]:
    """Years of standing are counted from the confirmation (党章第七条)."""
    for project in branch.records.projects:
        for name in ("difficulty", "measures", "result"):
            for claim in claims(str(getattr(project, name))):
                yield from _judge(branch, project, claim, project.origin.at(name))


def _judge(branch: Branch, project: Project, claim: Claim, where: Location) -> Iterator[Finding]:
    """Compare a claim with those it may mean: whoever the sentence names, else the team, else anybody."""
    team = [m for m in map(branch.member_of, (project.leader, *project.team)) if m is not None]
    named = [member for member in branch.members if member.name in claim.clause]
    days = [day for day in (project.started, project.finished or branch.judged_on) if day]
    people = named or team
    if not days or any(_holds(member, days, claim) or _unknown(member, days) for member in people):
        return
    facts = joined((f"{branch.label(member)}是{_span(member, days)}" for member in people), "，")
    if named:
        sure = any(member in team or f"党龄的{member.name}" in claim.clause for member in named)
    else:
        sure = not any(_holds(member, days, claim) for member in branch.members)
    rule = rules.P05 if sure else rules.P05_WHOSE
    confirmed = [cell for member in people for cell in member.origin.cells("confirmed")]
    dates = filled(project, "started", "finished")
    yield rule.at(where, *confirmed, *dates, said=claim.said, facts=facts or "名册上没有人是")


def _holds(member: Member, days: list[date], claim: Claim) -> bool:
    years = [standing_years(member, day) for day in days]
    return any(year is not None and claim.lowest <= year <= claim.highest for year in years)


def _unknown(member: Member, days: list[date]) -> bool:
    """Whether somebody is a full member whose standing nobody can count, for want of a date."""
    return any(is_full(member, day) and standing_years(member, day) is None for day in days)


def _span(member: Member, days: list[date]) -> str:
    years = standing_years(member, days[-1])
    return f"{years}年" if years is not None else "尚未转正"


CHECKS = declared_in(__name__)
