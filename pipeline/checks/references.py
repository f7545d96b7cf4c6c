"""Checks that keys are unique and that what a cell names exists somewhere else in the workbook."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from pipeline.branch import Branch
from pipeline.findings import Finding
from pipeline.rules import catalogue, roster
from pipeline.rules import cells as rules
from pipeline.schema import ITEMS, MEETINGS, PROJECTS, Column, Item, Kind, Meeting, Record, Talk
from pipeline.schema.activities import CRITICISM, GROUP, PLEDGE, PROBLEM, SELF_CRITICISM, WITH_OUTSIDERS
from pipeline.schema.branch import INFO_SHEET
from pipeline.values import Person
from pipeline.wording import joined

RULES = {code: found[0] for code, found in catalogue().items()}
LEADING = re.compile(r"^\D*")
COMMON_SHARE = 0.6
"""From this share of a column on, the leading letters of a 编号 count as the custom of the workbook."""
FEWEST = 3
"""Rows a column must have to show a custom."""


def near(word: str, known: Iterable[str]) -> str:
    """Say which known word a misspelt one may mean, as a clause."""
    close = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"，是不是“{close[0]}”" if close else ""


def keys_unique(branch: Branch) -> Iterator[Finding]:
    """A 编号 names one row (R02, M20, C17)."""
    for sheet, records in branch.records.tables():
        if not sheet.key:
            continue
        first: dict[str, int] = {}
        for record in records:
            key = str(getattr(record, sheet.key))
            if not key:
                continue
            if key in first:
                where = record.origin.at(sheet.key)
                yield RULES[sheet.duplicate].at(where, value=key, what=f"编号“{key}”", first=first[key])
            first.setdefault(key, record.origin.row)


def keys_alike(branch: Branch) -> Iterator[Finding]:
    """A 编号 unlike all others of its column is probably a slip (C27)."""
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


def codes_exist(branch: Branch) -> Iterator[Finding]:
    """A meeting, project or group that a cell names is in the workbook (C16, K12)."""
    known = {
        MEETINGS.name: branch.meeting_numbers,
        PROJECTS.name: branch.project_numbers,
        "党小组": frozenset(branch.groups),
    }
    for sheet, records in branch.records.tables():
        for column in sheet.columns:
            if column.refers:
                yield from _dangling(records, column, known[column.refers])


def _dangling(records: tuple[Record, ...], column: Column, known: frozenset[str]) -> Iterator[Finding]:
    place = INFO_SHEET if column.refers == "党小组" else column.refers
    for record in records:
        value = str(getattr(record, column.name))
        if value and value not in known:
            where = record.origin.at(column.name)
            detail = {"value": value, "sheet": place, "heading": column.heading, "hint": near(value, known)}
            yield RULES[column.unknown].at(where, **detail)


def meeting_people_known(branch: Branch) -> Iterator[Finding]:
    """Whoever chairs, records or lectures is on the roster or in attendance (C14)."""
    for meeting in branch.records.meetings:
        yield from _strangers(branch, meeting, meeting, guests_of(meeting))


def item_people_known(branch: Branch) -> Iterator[Finding]:
    """Whoever reports, speaks or counts ballots is on the roster or in attendance (C14)."""
    meetings = {meeting.number: meeting for meeting in branch.records.meetings}
    for item in branch.records.items:
        meeting = meetings.get(item.meeting)
        if meeting is not None:
            yield from _strangers(branch, item, meeting, guests_of(meeting))


def guests_of(meeting: Meeting) -> frozenset[str]:
    """Name those in attendance at a meeting."""
    return frozenset(guest.person.name for guest in meeting.guests)


FREE = frozenset({"guests", "responsible", "candidate", "sponsors"})
"""Columns that may name people from outside without more ado."""


def _strangers(branch: Branch, record: Meeting | Item, meeting: Meeting, guests: frozenset[str]) -> Iterator[Finding]:
    sheet = next(sheet for sheet, _ in branch.records.tables() if sheet.record is type(record))
    for column in sheet.columns:
        if not column.outsiders or column.name in FREE or column.kind not in {Kind.PERSON, Kind.PEOPLE}:
            continue
        value = getattr(record, column.name)
        people: tuple[Person, ...] = value if isinstance(value, tuple) else (value,) if value else ()
        for person in people:
            if not person.number and person.name not in guests:
                yield stranger(branch, person, record, column.name, f"；外单位或群众先写进会议{meeting.number}的列席")


def stranger(branch: Branch, person: Person, record: Record, column: str, guest: str) -> Finding:
    """Report somebody who is not on the roster."""
    hint = near(person.name, (member.name for member in branch.records.members))
    return rules.C14.at(record.origin.at(column), name=person.name, hint=hint, guest=guest)


def candidates_known(branch: Branch) -> Iterator[Finding]:
    """A candidate stands on the roster, unless the vote failed (C14)."""
    for item in branch.records.items:
        for person in item.candidate:
            if not person.number and "未" not in item.resolution and "不" not in item.resolution:
                yield stranger(branch, person, item, "candidate", "")


def listeners_known(branch: Branch) -> Iterator[Finding]:
    """The partner of a talk inside the Party is on the roster (C14)."""
    for talk in branch.records.talks:
        if talk.category and talk.category != WITH_OUTSIDERS:
            for person in talk.listeners:
                if not person.number:
                    yield stranger(branch, person, talk, "listeners", "；和群众谈的，类型写“支部-群众”")


def capacity_given(branch: Branch) -> Iterator[Finding]:
    """Of a talk's partner outside the Party the capacity is said (C06)."""
    for talk in branch.records.talks:
        if _needs_capacity(talk):
            where = talk.origin.at("capacity")
            yield rules.C06.at(where, heading="对象身份", help="谈话对象不在党员名册，写明岗位或身份。")


def _needs_capacity(talk: Talk) -> bool:
    outside = any(not person.number for person in talk.listeners)
    return outside and not talk.capacity and "capacity" not in talk.origin.broken


def group_meetings_have_group(branch: Branch) -> Iterator[Finding]:
    """A group meeting says which group met (M01)."""
    for meeting in branch.records.meetings:
        if GROUP in meeting.types and not meeting.group:
            where = meeting.origin.at("group")
            yield RULES["M01"].at(where, heading="党小组", help="党小组会要写明是哪个小组。")


def names_given(branch: Branch) -> Iterator[Finding]:
    """No two rows of the roster are one person (R02)."""
    first: dict[tuple[str, object], int] = {}
    for member in branch.records.members:
        key = (member.name, member.born)
        if not member.name or member.born is None:
            continue
        if key in first:
            where = member.origin.at("name")
            yield RULES["R02"].at(where, what=f"姓名“{member.name}”和出生日期", first=first[key])
        first.setdefault(key, member.origin.row)


def namesakes_told_apart(branch: Branch) -> Iterator[Finding]:
    """R02: two members with one name, and a birthday missing, may be one person."""
    for name, members in branch.by_name.items():
        unsure = [member for member in members if member.born is None and "born" not in member.origin.broken]
        if name and len(members) > 1 and unsure:
            numbers = joined(member.number for member in members)
            yield roster.R02_UNSURE.at(unsure[0].origin.at("born"), count=len(members), name=name, numbers=numbers)


BALLOT_COLUMNS = (
    "candidate",
    "seats",
    "issued",
    "returned",
    "valid",
    "ayes",
    "noes",
    "abstentions",
    "written",
    "scrutineers",
    "tellers",
    "reviewed",
    "notice",
)


def votes_have_a_type(branch: Branch) -> Iterator[Finding]:
    """Figures of a vote are printed, and judged, by its type (C06)."""
    for item in branch.records.items:
        if item.vote_type or "vote_type" in item.origin.broken:
            continue
        filled = [name for name in BALLOT_COLUMNS if getattr(item, name) not in (None, (), "")]
        if filled:
            headings = {column.name: column.heading for column in ITEMS.columns}
            help_text = f"这一行填了{headings[filled[0]]}，要说明是哪种表决。"
            yield rules.C06.at(item.origin.at("vote_type"), heading="表决类型", help=help_text)


def nothing_filled_in_vain(branch: Branch) -> Iterator[Finding]:
    """A cell that this kind of row does not print is said (C33)."""
    headings = {column.name: column.heading for column in ITEMS.columns}
    for item in branch.records.items:
        for name, why, mend in _in_vain(item):
            where = item.origin.at(name)
            yield rules.C33.at(where, heading=headings[name], value=where.value, why=why, mend=mend)


def _in_vain(item: Item) -> Iterator[tuple[str, str, str]]:
    if item.criticised and item.step != CRITICISM:
        yield "criticised", "这一行不是批评意见", "环节写“批评意见”，或清空批评对象"
    apart = item.step in {SELF_CRITICISM, CRITICISM, PLEDGE}
    if apart or item.step == PROBLEM:
        names = ("reporter", "speaker") if item.step == PROBLEM else ("reporter", "resolution", "responsible", "due")
        for name in names:
            if getattr(item, name):
                yield name, f"“{item.step}”这一行没有这一栏", "另起一行写成议题或发言，或写进发言要点"


CHECKS = (
    votes_have_a_type,
    nothing_filled_in_vain,
    keys_unique,
    keys_alike,
    names_given,
    namesakes_told_apart,
    codes_exist,
    meeting_people_known,
    item_people_known,
    candidates_known,
    listeners_known,
    capacity_given,
    group_meetings_have_group,
)
