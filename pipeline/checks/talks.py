"""Checks of talks and home visits (K)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.branch import Branch
from pipeline.findings import Finding
from pipeline.records import on_books
from pipeline.rules import talks as rules
from pipeline.schema import Talk
from pipeline.wording import date_text

SHORTEST = 20
"""Characters a talk's contents have at the least. checks.md K08."""


def not_with_oneself(branch: Branch) -> Iterator[Finding]:
    """K03: a talk has two people."""
    for talk in branch.records.talks:
        for person in talk.speakers:
            if person in talk.listeners:
                yield rules.K03.at(talk.origin.at("listeners"), name=person)


def speakers_on_the_books(branch: Branch) -> Iterator[Finding]:
    """K04."""
    for talk in branch.records.talks:
        for person in talk.speakers:
            member = branch.member_of(person)
            if talk.day and member and not on_books(member, talk.day):
                yield rules.K04.at(talk.origin.at("speakers"), name=person, why=f"{date_text(talk.day)}不在册")


def dates_fit(branch: Branch) -> Iterator[Finding]:
    """K05."""
    for talk in branch.records.talks:
        why = _why(branch, talk)
        if talk.day and why:
            yield rules.K05.at(talk.origin.at("day"), day=date_text(talk.day), why=why)


def _why(branch: Branch, talk: Talk) -> str:
    day = talk.day
    if day is None:
        return ""
    if day.year != branch.year:
        return f"不在{branch.year}年度内"
    if day > branch.as_of:
        return f"晚于今天（{date_text(branch.as_of)}）"
    for person in talk.listeners:
        member = branch.member_of(person)
        if member and member.moved_in and day < member.moved_in:
            return f"，{person}{date_text(member.moved_in)}才转入"
        if member and member.moved_out and day >= member.moved_out:
            return f"，{person}{date_text(member.moved_out)}已经转出"
    return ""


def long_enough(branch: Branch) -> Iterator[Finding]:
    """K08; a blank cell is reported by the reader."""
    for talk in branch.records.talks:
        if talk.text and len(talk.text) < SHORTEST:
            yield rules.K08.at(talk.origin.at("text"), state=f"只有{len(talk.text)}个字")


CHECKS = (not_with_oneself, speakers_on_the_books, dates_fit, long_enough)
