"""Checks that keys are unique and that what a cell names exists somewhere else in the workbook."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.branch import Branch
from pipeline.facts.ordering import groups_in
from pipeline.facts.planned import planned
from pipeline.facts.votes import votes_of
from pipeline.findings import Finding, Location
from pipeline.rules import RULES, roster
from pipeline.rules import cells as rules
from pipeline.schema import ITEMS, MEETINGS, PROJECTS, TABLES, Column, Item, Kind, Meeting, Member, Record, Talk
from pipeline.schema.activities import GROUP, WITH_OUTSIDERS
from pipeline.schema.branch import INFO_SHEET
from pipeline.spelling import Spellings
from pipeline.values import Person, name_key
from pipeline.wording import joined

LEADING = re.compile(r"^\D*")
COMMON_SHARE = 0.6
"""From this share of a column on, the leading letters of a 编号 count as the custom of the workbook."""
FEWEST = 3
"""The fewest rows in which a column can show a custom."""


def near(word: str, known: Spellings) -> str:
    """Say which known word a misspelt one may mean, as a clause."""
    close = known.close(word)
    return f"，是不是“{close[0]}”" if close else ""


@yields(*(RULES[sheet.duplicate] for sheet in TABLES if sheet.key))
def keys_unique(branch: Branch) -> Iterator[Finding]:
    """A 编号 names one row."""
    for sheet, records in branch.records.tables():
        if not sheet.key:
            continue
        first: dict[str, Record] = {}
        for record in records:
            key = str(getattr(record, sheet.key))
            if not key:
                continue
            earlier = first.setdefault(key, record)
            if earlier is not record:
                where, other = record.origin.at(sheet.key), earlier.origin.at(sheet.key)
                yield RULES[sheet.duplicate].at(where, other, value=key, what=f"编号“{key}”", first=other.row)


@yields(rules.C27)
def keys_alike(branch: Branch) -> Iterator[Finding]:
    """A 编号 unlike all others of its column is probably a typo."""
    for sheet, records in branch.records.tables():
        keys = [str(getattr(record, sheet.key)) for record in records] if sheet.key else []
        heads = Counter(LEADING.match(key)[0] for key in keys if key)  # type: ignore[index]
        if len(keys) < FEWEST or not heads:
            continue
        custom, count = heads.most_common(1)[0]
        if count < COMMON_SHARE * len(keys):
            continue
        sample = next(key for key in keys if key.startswith(custom))
        for record, key in zip(records, keys, strict=True):
            if key and LEADING.match(key)[0] != custom:  # type: ignore[index]
                where = record.origin.at(sheet.key)
                yield rules.C27.at(where, value=key, heading="编号", reason=f"别的编号都写成 {sample} 这样")


@yields(*(RULES[column.unknown] for sheet in TABLES for column in sheet.columns if column.refers))
def codes_exist(branch: Branch) -> Iterator[Finding]:
    """A meeting, project or group that a cell names is in the workbook."""
    known = {
        MEETINGS.name: {meeting.number: meeting.origin.at("number") for meeting in branch.records.meetings},
        PROJECTS.name: {project.number: project.origin.at("number") for project in branch.records.projects},
        "党小组": {entry.content: entry.origin.at("content") for entry in branch.info.groups},
    }
    for sheet, records in branch.records.tables():
        for column in sheet.columns:
            if column.refers:
                yield from _dangling(records, column, known[column.refers])


def _dangling(records: tuple[Record, ...], column: Column, known: Mapping[str, Location]) -> Iterator[Finding]:
    place = INFO_SHEET if column.refers == "党小组" else column.refers
    spellings = Spellings(filter(None, known))
    for record in records:
        value = str(getattr(record, column.name))
        parts = groups_in(value) if isinstance(record, Meeting) else (value,)
        if value and not all(part in known for part in parts):
            where = record.origin.at(column.name)
            detail = {"value": value, "sheet": place, "heading": column.heading, "hint": near(value, spellings)}
            yield RULES[column.unknown].at(where, *map(known.__getitem__, spellings.close(value)), **detail)


@yields(rules.C14_PRINTED)
def meeting_people_known(branch: Branch) -> Iterator[Finding]:
    """Whoever chairs, records or lectures is on the roster or in attendance."""
    for meeting in branch.records.meetings:
        yield from _strangers(branch, meeting, meeting, guests_of(meeting))


@yields(rules.C14_PRINTED)
def item_people_known(branch: Branch) -> Iterator[Finding]:
    """Whoever reports, speaks or counts ballots is on the roster or in attendance."""
    meetings = {meeting.number: meeting for meeting in branch.records.meetings}
    for item in branch.records.items:
        meeting = meetings.get(item.meeting)
        if meeting is not None:
            yield from _strangers(branch, item, meeting, guests_of(meeting))


def guests_of(meeting: Meeting) -> frozenset[str]:
    """Name those in attendance at a meeting."""
    return frozenset(guest.person.name for guest in meeting.guests)


FREE = frozenset({"guests", "responsible", "candidate", "sponsors", "chair"})
"""Columns that may name people from outside; nothing more is asked here (of the chair by M09)."""
NAMING: Mapping[type[Record], tuple[str, ...]] = {
    sheet.record: tuple(
        column.name
        for column in sheet.columns
        if column.outsiders and column.name not in FREE and column.kind in {Kind.PERSON, Kind.PEOPLE}
    )
    for sheet in (MEETINGS, ITEMS)
}
"""The other columns that name people, of the two sheets about meetings."""


def _strangers(branch: Branch, record: Meeting | Item, meeting: Meeting, guests: frozenset[str]) -> Iterator[Finding]:
    for name in NAMING[type(record)]:
        value = getattr(record, name)
        people: tuple[Person, ...] = value if isinstance(value, tuple) else (value,) if value else ()
        for person in people:
            if not person.number and person.name not in guests:
                yield _printed(branch, person, record, name, f"；外单位或群众写进会议{meeting.number}的列席，注明身份")


def _printed(branch: Branch, person: Person, record: Record, column: str, guest: str) -> Finding:
    """Report somebody who is not on the roster and is only printed."""
    told = stranger(branch, person, record, column, guest)
    return rules.C14_PRINTED.at(told.where, *told.further, **told.detail)


def stranger(branch: Branch, person: Person, record: Record, column: str, guest: str) -> Finding:
    """Report somebody who is not on the roster."""
    names = branch.once(_names)
    meant = (member.origin.at("name") for name in names.close(person.name) for member in namesakes(branch, name))
    hint = near(person.name, names)
    return rules.C14.at(record.origin.at(column), *meant, name=person.name, hint=hint, guest=guest)


def namesakes(branch: Branch, name: str) -> Sequence[Member]:
    """Give the members of a name."""
    return branch.names.by_name[name_key(name)]


def _names(branch: Branch) -> Spellings:
    return Spellings(member.name for member in branch.records.members)


@yields(rules.C14)
def candidates_known(branch: Branch) -> Iterator[Finding]:
    """A candidate is on the roster, unless the vote failed."""
    lost = {
        vote.item.origin.key
        for meeting in branch.meetings
        for vote in votes_of(branch, meeting)
        if vote.carried is False or vote.void
    }
    ahead = {meeting.number for meeting in planned(branch)}
    for item in branch.records.items:
        for person in item.candidate if item.meeting not in ahead else ():
            told = "未" in item.resolution or "不" in item.resolution
            if not person.number and not told and item.origin.key not in lost:
                yield stranger(branch, person, item, "candidate", "")


@yields(rules.C14)
def listeners_known(branch: Branch) -> Iterator[Finding]:
    """The partner of a talk inside the Party is on the roster."""
    for talk in branch.records.talks:
        if talk.category and talk.category != WITH_OUTSIDERS:
            for person in talk.listeners:
                if not person.number:
                    yield stranger(branch, person, talk, "listeners", "；和群众谈的，类型写“支部-群众”")


@yields(rules.C06_BLANK)
def capacity_given(branch: Branch) -> Iterator[Finding]:
    """A talk's partner outside the Party has a capacity."""
    for talk in branch.records.talks:
        if _needs_capacity(talk):
            where = talk.origin.at("capacity")
            yield rules.C06_BLANK.at(where, heading="对象身份", help="谈话对象不在党员名册，写明岗位或身份。")


def _needs_capacity(talk: Talk) -> bool:
    outside = any(not person.number for person in talk.listeners)
    return outside and not talk.capacity and "capacity" not in talk.origin.broken


@yields(RULES["M01"])
def group_meetings_have_group(branch: Branch) -> Iterator[Finding]:
    """A group meeting says which group met."""
    for meeting in branch.records.meetings:
        if GROUP in meeting.types and not meeting.group:
            where = meeting.origin.at("group")
            yield RULES["M01"].at(where, heading="党小组", help="党小组会要写明是哪个小组。")


@yields(RULES["R02"])
def names_given(branch: Branch) -> Iterator[Finding]:
    """No two rows of the roster are one person."""
    first: dict[tuple[str, object], Member] = {}
    for member in branch.records.members:
        key = (member.name, member.born)
        if not member.name or member.born is None:
            continue
        earlier = first.setdefault(key, member)
        if earlier is not member:
            further = (*member.origin.cells("born"), *earlier.origin.cells("name", "born"))
            what = f"姓名“{member.name}”和出生日期"
            yield RULES["R02"].at(member.origin.at("name"), *further, what=what, first=earlier.origin.row)


@yields(roster.R02_UNSURE)
def namesakes_told_apart(branch: Branch) -> Iterator[Finding]:
    """Two members with one name, and a birthday missing, may be one person."""
    for name, members in branch.names.by_name.items():
        unsure = [member for member in members if member.born is None and "born" not in member.origin.broken]
        if name and len(members) > 1 and unsure:
            numbers = joined(member.number for member in members)
            further = [where for member in members for where in member.origin.cells("name", "born")]
            where = unsure[0].origin.at("born")
            yield roster.R02_UNSURE.at(where, *further, count=len(members), name=name, numbers=numbers)


CHECKS = declared_in(__name__)
