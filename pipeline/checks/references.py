"""Checks that keys are unique and that what a cell names exists somewhere else in the workbook."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.branch import Branch
from pipeline.findings import Finding, Location
from pipeline.rules import RULES, roster
from pipeline.rules import cells as rules
from pipeline.schema import ITEMS, MEETINGS, PROJECTS, TABLES, Column, Item, Kind, Meeting, Member, Record, Talk
from pipeline.schema.activities import CRITICISM, GROUP, PLEDGE, PROBLEM, SELF_CRITICISM, WITH_OUTSIDERS
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
        if value and value not in known:
            where = record.origin.at(column.name)
            detail = {"value": value, "sheet": place, "heading": column.heading, "hint": near(value, spellings)}
            yield RULES[column.unknown].at(where, *map(known.__getitem__, spellings.close(value)), **detail)


@yields(rules.C14)
def meeting_people_known(branch: Branch) -> Iterator[Finding]:
    """Whoever chairs, records or lectures is on the roster or in attendance."""
    for meeting in branch.records.meetings:
        yield from _strangers(branch, meeting, meeting, guests_of(meeting))


@yields(rules.C14)
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


FREE = frozenset({"guests", "responsible", "candidate", "sponsors"})
"""Columns that may name people from outside; nothing more is asked."""
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
                yield stranger(branch, person, record, name, f"；外单位或群众先写进会议{meeting.number}的列席")


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
    for item in branch.records.items:
        for person in item.candidate:
            if not person.number and "未" not in item.resolution and "不" not in item.resolution:
                yield stranger(branch, person, item, "candidate", "")


@yields(rules.C14)
def listeners_known(branch: Branch) -> Iterator[Finding]:
    """The partner of a talk inside the Party is on the roster."""
    for talk in branch.records.talks:
        if talk.category and talk.category != WITH_OUTSIDERS:
            for person in talk.listeners:
                if not person.number:
                    yield stranger(branch, person, talk, "listeners", "；和群众谈的，类型写“支部-群众”")


@yields(rules.C06)
def capacity_given(branch: Branch) -> Iterator[Finding]:
    """A talk's partner outside the Party has a capacity."""
    for talk in branch.records.talks:
        if _needs_capacity(talk):
            where = talk.origin.at("capacity")
            yield rules.C06.at(where, heading="对象身份", help="谈话对象不在党员名册，写明岗位或身份。")


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


BALLOT_COLUMNS = (
    "vote_method",
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


@yields(rules.C06)
def votes_have_a_type(branch: Branch) -> Iterator[Finding]:
    """Figures of a vote are printed, and judged, by its type."""
    for item in branch.records.items:
        if item.vote_type or "vote_type" in item.origin.broken or stands_apart(item):
            continue
        filled = [name for name in BALLOT_COLUMNS if getattr(item, name) not in (None, (), "")]
        if filled:
            headings = {column.name: column.heading for column in ITEMS.columns}
            help_text = f"这一行填了{headings[filled[0]]}，要说明是哪种表决。"
            where, further = item.origin.at("vote_type"), item.origin.cells(*filled)
            yield rules.C06.at(where, *further, heading="表决类型", help=help_text)


@yields(rules.C33)
def nothing_filled_in_vain(branch: Branch) -> Iterator[Finding]:
    """A cell that this kind of row does not print is reported."""
    headings = {column.name: column.heading for column in ITEMS.columns}
    for item in branch.records.items:
        for name, why, remedy in _in_vain(item):
            where = item.origin.at(name)
            yield rules.C33.at(where, heading=headings[name], value=where.value, why=why, remedy=remedy)


def stands_apart(item: Item) -> bool:
    """Whether a row is printed in the table of problems or of criticism, and not under its agenda item."""
    if item.step == CRITICISM:
        return item.criticised is not None
    return item.step == PROBLEM or (item.step in {SELF_CRITICISM, PLEDGE} and item.speaker is not None)


def _in_vain(item: Item) -> Iterator[tuple[str, str, str]]:
    if item.criticised and item.step != CRITICISM:
        yield "criticised", "这一行不是批评意见", "环节写“批评意见”，或清空批评对象"
    if stands_apart(item):
        own = ("reporter", "speaker") if item.step == PROBLEM else ("reporter", "resolution", "responsible", "due")
        for name in (*own, "attachment", "vote_type", *BALLOT_COLUMNS):
            if getattr(item, name) not in (None, (), ""):
                yield name, f"“{item.step}”这一行没有这一栏", "另起一行写成议题或发言，或写进发言要点"


@yields(rules.C33_SHEET)
def evaluation_has_a_meeting(branch: Branch) -> Iterator[Finding]:
    """What is said in the evaluation is printed in the record of its meeting, so there must be one."""
    rows = branch.records.evaluations
    if not rows or branch.evaluation_meeting is not None:
        return
    if any("types" in meeting.origin.broken or meeting.day is None for meeting in branch.records.meetings):
        return
    yield rules.C33_SHEET.at(
        Location(rows[0].origin.layout.sheet),
        what=f"{len(rows)}行自评、互评、票数和支部意见",
        why=f"会议活动里{branch.year}年没有类型为“民主评议”的会",
        remedy="在会议活动里把评议那次会的类型写成“民主评议”，合并开展的写“组织生活会、民主评议”",
    )


@yields(rules.C33)
def proofs_have_a_figure(branch: Branch) -> Iterator[Finding]:
    """How a benefit was calculated is printed with the benefit, so there must be one."""
    for project in branch.records.projects:
        if project.benefit is not None or "benefit" in project.origin.broken:
            continue
        for name, heading in (("computed", "计算依据"), ("confirmer", "确认人")):
            if getattr(project, name):
                where = project.origin.at(name)
                remedy = "补上效益金额；没有金额的，把要说的写进成果"
                yield rules.C33.at(where, heading=heading, value=where.value, why="没有填效益金额", remedy=remedy)


@yields(rules.C33)
def agreements_print_targets_and_zones(branch: Branch) -> Iterator[Finding]:
    """Every target, and every particular of a zone, comes into somebody's agreement."""
    signers = [member for member in branch.members if branch.signs(member) and branch.targets_of(member)]
    used = {target.origin.key for member in signers for target in branch.targets_of(member)}
    numbers = {member.number for member in signers}
    for target in branch.records.targets:
        if target.text and target.origin.key not in used and "scope" not in target.origin.broken:
            where = target.origin.at("text")
            why = "适用的人里没有人签责任书"
            yield rules.C33.at(where, heading="目标内容", value=where.value, why=why, remedy="核对“适用”，或删去这一行")
    for zone in branch.records.zones:
        if "holders" in zone.origin.broken or any(person.number in numbers for person in zone.holders):
            continue
        for name, heading in (("area", "范围"), ("contacts", "联系群众"), ("duty", "任务")):
            if getattr(zone, name):
                where = zone.origin.at(name)
                why = "责任党员里没有人签责任书"
                yield rules.C33.at(where, heading=heading, value=where.value, why=why, remedy="核对责任党员")


CHECKS = declared_in(__name__)
