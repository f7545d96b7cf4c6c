"""Declares the table of criticism and self-criticism: one row a person; what was not recorded stays blank."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from pipeline.documents.fields import Field, Rows
from pipeline.documents.meeting_subject import ATTENDANCE, MeetingRecord
from pipeline.facts.grounds import NAMING, cells
from pipeline.schema import ITEMS, Item, Member
from pipeline.schema.activities import CRITICISM, ORG_LIFE, PLEDGE, PROBLEM, SELF_CRITICISM
from pipeline.values import Person
from pipeline.wording import joined

SAID = cells(ITEMS, "meeting order topic topic_number step speaker criticised text") | NAMING


class Said(NamedTuple):
    """What one person said of themselves, heard and pledged."""

    name: str
    self_criticism: str
    criticism: str
    pledge: str


def placed(item: Item) -> int:
    """Give the 议题序号 of a row; 0 for none."""
    return item.topic_number or 0


def placed_in_topics(one: MeetingRecord) -> frozenset[int]:
    """Give the 议题序号 under which a record has an item of its agenda."""
    return frozenset(placed(item) for item in one.items if not has_own_table(item) or item.topic)


def said_by_all(one: MeetingRecord) -> list[Said]:
    """Give a row for everybody at an organisational-life meeting, and for anybody else the rows name."""
    return said_about(one, one.items, one.attendance.present if ORG_LIFE in one.meeting.types else ())


def said_in(one: MeetingRecord, topic: int) -> list[Said]:
    """Give the rows that stand under an item of the agenda; those of whom nothing is recorded stand with the last."""
    about = [item for item in one.items if subject(item)]
    if not any(placed(item) == topic for item in about):
        return []
    last = max(map(placed, about)) if {placed(item) for item in about} <= placed_in_topics(one) else None
    silent = _silent(one, about) if topic == last else ()
    return said_about(one, [item for item in about if placed(item) == topic], silent)


def said_apart(one: MeetingRecord) -> list[Said]:
    """Give the rows that stand under no item; all of them where the rows of the sheet say nothing of anybody."""
    about, topics = [item for item in one.items if subject(item)], placed_in_topics(one)
    apart = [item for item in about if placed(item) not in topics]
    return said_about(one, apart, _silent(one, about) if apart or not about else ())


def _silent(one: MeetingRecord, about: Sequence[Item]) -> list[Member]:
    """Give those present at an organisational-life meeting of whom no row tells."""
    told = {person.number for person in map(subject, about) if person}
    return [m for m in one.attendance.present if m.number not in told] if ORG_LIFE in one.meeting.types else []


def said_about(one: MeetingRecord, items: Iterable[Item], members: Iterable[Member]) -> list[Said]:
    """Put what some rows say into one row a person; those present in the order of the branch, then others."""
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    found: dict[str, str] = {}
    for item in items:
        person = subject(item)
        if person is not None:
            key = person.number or person.name
            found.setdefault(key, str(person))
            said[key][item.step].append(remark(item))
    found |= {member.number: one.branch.label(member) for member in members}
    order = {member.number: place for place, member in enumerate(one.attendance.present)}
    names = dict(sorted(found.items(), key=lambda each: order.get(each[0], len(order))))
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


CRITICISM_FIELDS: tuple[Field[Said], ...] = (
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
)
CRITICISM_TABLE: Rows[MeetingRecord, Said] = Rows(
    name="逐人",
    about="批评与自我批评，一人一行；没有记下的留空",
    each=said_by_all,
    grounds=SAID | ATTENDANCE,
    fields=CRITICISM_FIELDS,
)
"""The table of criticism and self-criticism."""
CRITICISM_APART = replace(
    CRITICISM_TABLE, name="其余逐人", about="批评与自我批评里，不在哪项议题下面的，一人一行", each=said_apart
)
"""What of it stands under no item of the agenda."""
