"""Writes people in the summary as a reader knows them: of two with one name 钳工王海涛, never 王海涛（D08）."""

from __future__ import annotations

import re

from pipeline.facts.branch import Branch
from pipeline.facts.telling_apart import told_apart_by
from pipeline.schema import Member
from pipeline.values import Person


def known_as(branch: Branch, member: Member) -> str:
    """Write a member's name; where two share it with the post before it, else the group, else the 编号 behind it."""
    word = told_apart_by(branch, member)
    return branch.label(member) if word == member.number else f"{word}{member.name}"


def said_as(branch: Branch, person: Person) -> str:
    """Write somebody a cell names."""
    member = branch.member_of(person)
    return known_as(branch, member) if member is not None else str(person)


def plainly(branch: Branch, text: str) -> str:
    """Replace 姓名（编号） in a text by the name as a reader knows it."""
    shared = [name for name in sorted(branch.homonyms) if name in text]
    if not shared:
        return text
    named = re.compile(f"({'|'.join(map(re.escape, shared))})[（(]([^（()）]{{1,12}})[）)]")

    def known(found: re.Match[str]) -> str:
        member = branch.by_number.get(found[2].strip())
        return known_as(branch, member) if member is not None and member.name == found[1] else found[0]

    return named.sub(known, text)
