"""Declares the table of criticism and self-criticism: one row a person; what was not recorded stays blank."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from pipeline.documents.fields import Field, Rows
from pipeline.documents.meeting_subject import ATTENDANCE, NAMING, MeetingRecord
from pipeline.facts.grounds import cells
from pipeline.schema import ITEMS, Item
from pipeline.schema.activities import CRITICISM, ORG_LIFE, PLEDGE, PROBLEM, SELF_CRITICISM
from pipeline.values import Person
from pipeline.wording import joined

SAID = cells(ITEMS, "meeting order step speaker criticised text") | NAMING


class Said(NamedTuple):
    """What one person said of themselves, heard and pledged."""

    name: str
    self_criticism: str
    criticism: str
    pledge: str


def said_by_all(one: MeetingRecord) -> list[Said]:
    """Give a row for everybody at an organisational-life meeting, and for anybody else the rows name."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    names: dict[str, str] = {}
    if ORG_LIFE in one.meeting.types:
        names = {member.number: one.branch.label(member) for member in one.attendance.present}
    for item in one.items:
        person = subject(item)
        if person is not None:
            key = person.number or person.name
            names.setdefault(key, str(person))
            said[key][item.step].append(remark(item))
    return [
        Said(name, *(joined(said[key][step], "\n") for step in (SELF_CRITICISM, CRITICISM, PLEDGE)))
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


CRITICISM_TABLE: Rows[MeetingRecord, Said] = Rows(
    name="逐人",
    about="批评与自我批评，一人一行；没有记下的留空",
    each=said_by_all,
    grounds=SAID | ATTENDANCE,
    fields=(
        Field(name="姓名", about="谁", example="韩立峰", value=lambda said: said.name, grounds=SAID | ATTENDANCE),
        Field(
            name="自我批评",
            about="自我批评的要点",
            example="下班组成了点卯。",
            value=lambda said: said.self_criticism,
            grounds=SAID,
        ),
        Field(
            name="批评意见",
            about="别人的批评意见，前面是批评人",
            example="郑卫东：你批评人爱拐弯。",
            value=lambda said: said.criticism,
            grounds=SAID,
        ),
        Field(name="表态", about="本人的表态", example="两条都收下。", value=lambda said: said.pledge, grounds=SAID),
    ),
)
"""The table of criticism and self-criticism."""
