"""Turns the rows of criticism and self-criticism into one row per person; what was not recorded stays blank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from pipeline.documents.plan import Field
from pipeline.facts.branch import Branch
from pipeline.schema import Item, Meeting
from pipeline.schema.activities import CRITICISM, ORG_LIFE, PLEDGE, PROBLEM, SELF_CRITICISM
from pipeline.values import Person
from pipeline.wording import joined


def criticism(branch: Branch, meeting: Meeting, items: Sequence[Item]) -> list[dict[str, Field]]:
    """Build one row for everybody at an organisational-life meeting, and for anybody else the rows name."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    if ORG_LIFE in meeting.types:
        names = {member.number: branch.label(member) for member in branch.attendance(meeting).present}
    for item in items:
        person = subject(item)
        if person is not None:
            key = person.number or person.name
            names.setdefault(key, str(person))
            said[key][item.step].append(remark(item))
    return [
        {
            "姓名": name,
            "自我批评": joined(said[key][SELF_CRITICISM], "\n"),
            "批评意见": joined(said[key][CRITICISM], "\n"),
            "表态": joined(said[key][PLEDGE], "\n"),
        }
        for key, name in names.items()
    ]


def subject(item: Item) -> Person | None:
    """Name the person a row is about: who criticises themselves, who is criticised, who pledges."""
    if item.step == CRITICISM:
        return item.criticised
    return item.speaker if item.step in {SELF_CRITICISM, PLEDGE} else None


def has_own_table(item: Item) -> bool:
    """Whether a row is printed in a table of problems or of criticism, and not under an agenda item."""
    return item.step == PROBLEM or subject(item) is not None


def remark(item: Item) -> str:
    """Write what was said; a criticism with the name of who made it."""
    if item.step == CRITICISM and item.speaker:
        return f"{item.speaker}：{item.text}"
    return item.text
