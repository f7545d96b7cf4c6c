"""Declares what stands at the head of a meeting record, and what it tells besides its agenda; forms.md 2.1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.documents.branch_fields import office_text
from pipeline.documents.fields import Field, Group, Rows, cell
from pipeline.documents.meeting_subject import ATTENDANCE, CALLED, SERIES, MeetingRecord
from pipeline.facts.absence import away, came_late
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, cells, info
from pipeline.facts.hours import goes_past_midnight
from pipeline.facts.membership import is_full
from pipeline.facts.ordering import groups_of
from pipeline.schema import ITEMS, MEETINGS, Meeting, Member
from pipeline.schema.activities import COMMITTEE, POLL, SECRET
from pipeline.values import Person
from pipeline.vocabulary import Shape
from pipeline.wording import date_text, joined, noted, number_text, span_text, time_text, weekday_text

NOBODY = "无"


class Present(NamedTuple):
    """Those who came, of one group or all together."""

    group: str
    names: str


def with_office(one: MeetingRecord, person: Person | None) -> str:
    """Write somebody's office before the name: 党支部书记 韩立峰; a guest's capacity stands for the office."""
    if person is None:
        return ""
    member = one.branch.member_of(person)
    office = office_text(one.branch, member, one.day, one.meeting) if member else ""
    capacity = next((guest.capacity for guest in one.meeting.guests if guest.person == person), "")
    return joined((office or capacity, str(person)), " ")


def attendance_text(one: MeetingRecord) -> str:
    """Write expected and present, with full and probationary members and those who may vote; forms.md 2.1."""
    found, meeting = one.attendance, one.meeting
    expected, present = len(found.expected), len(found.present)
    absent = f"，缺席{expected - present}名" if expected > present else ""
    late = joined(noted(str(absence.person), absence.reason) for absence in came_late(meeting))
    absent += f"；{late}" if late else ""
    if COMMITTEE in meeting.types:
        return f"应到委员{expected}名，实到{present}名{absent}"
    parts = list(_standings(found.expected, meeting))
    inside = f"（其中{joined(parts)}）" if len(parts) > 1 or len(found.voters) != expected else ""
    votes = any(item.vote_type not in {"", POLL} for item in one.items)
    voting = ""
    if votes and len(found.present_voters) != present:
        voting = f"（有表决权的正式党员{len(found.present_voters)}名）"
    return f"应到党员{expected}名{inside if parts else ''}，实到{present}名{voting}{absent}"


def _standings(expected: Sequence[Member], meeting: Meeting) -> Iterator[str]:
    full = sum(is_full(member, meeting.day) for member in expected) if meeting.day else 0
    if full:
        yield f"正式党员{full}名"
    if len(expected) > full:
        yield f"预备党员{len(expected) - full}名"


def present_lists(one: MeetingRecord) -> list[Present]:
    """List those present; at a meeting of all groups each group has a line of its own."""
    branch, meeting, present = one.branch, one.meeting, one.attendance.present
    if COMMITTEE in meeting.types or (meeting.group and len(groups_of(meeting)) == 1) or not branch.groups:
        return [Present("", _names(branch, present))]
    found = [Present(group, _names(branch, [m for m in present if m.group == group])) for group in branch.groups]
    rest = [member for member in present if member.group not in branch.groups]
    came = [*(each for each in found if each.names), *([Present("", _names(branch, rest))] if rest else ())]
    return came or [Present("", "")]


def _names(branch: Branch, members: Sequence[Member]) -> str:
    return joined(map(branch.label, members))


def has_ballot(one: MeetingRecord) -> bool:
    """Whether there was a secret ballot, the evaluation's poll left aside."""
    return any(item.vote_method == SECRET and item.vote_type not in {"", POLL} for item in one.items)


def ordinal_text(one: MeetingRecord) -> str:
    """Say which meeting of the year it is; nothing for one that belongs to another year."""
    counted = f"{one.branch.year}年{one.ordinal}" if one.branch.counts(one.meeting) else ""
    return one.meeting.session or counted


def when(one: MeetingRecord) -> str:
    """Write the day, its weekday, and from when to when."""
    hours = span_text(one.meeting.start, one.meeting.end)
    if goes_past_midnight(one.meeting):
        hours = f"{time_text(one.meeting.start)}—次日{time_text(one.meeting.end)}"
    return noted(date_text(one.day), weekday_text(one.day)) + hours


def guests_text(one: MeetingRecord) -> str:
    """Name who was in attendance; 无 only where the cell says so."""
    named = joined(noted(str(guest.person), guest.capacity) for guest in one.meeting.guests)
    return named or (NOBODY if one.meeting.origin.at("guests").value.strip() else "")


HEAD: Group[MeetingRecord, MeetingRecord] = Group(
    name="会议",
    about="这次会",
    of=lambda one: one,
    own_of=MEETINGS.name,
    own=lambda one: one.meeting,
    fields=(
        cell("编号", MEETINGS, "number", lambda one: one.meeting.number),
        cell("类型", MEETINGS, "types", lambda one: joined(one.meeting.types), "会议类型，合并开展的几种都写"),
        cell("合并", MEETINGS, "types", lambda one: joined(one.meeting.types[1:]), "合并开展的另外几种"),
        Field(
            name="次数",
            about="届次/次数一格写的；没有写就按日期排",
            example="2025年第1次",
            value=ordinal_text,
            grounds=cells(MEETINGS, "session") | SERIES | info("year"),
        ),
        cell("日期", MEETINGS, "day", lambda one: date_text(one.day)),
        Field(
            name="时间",
            about="日期、星期和起止时间",
            example="2025年1月9日（星期四）14:30—16:00",
            value=when,
            grounds=cells(MEETINGS, "day start end"),
        ),
        cell("散会时间", MEETINGS, "end", lambda one: time_text(one.meeting.end)),
        cell("地点", MEETINGS, "place", lambda one: one.meeting.place),
        cell(
            "主持人",
            MEETINGS,
            "chair",
            lambda one: with_office(one, one.meeting.chair),
            "主持人，前面写党内职务",
            grounds=CALLED,
        ),
        cell("委托说明", MEETINGS, "delegation", lambda one: one.meeting.delegation),
        cell("记录人", MEETINGS, "recorder", lambda one: str(one.meeting.recorder or ""), grounds=NAMING),
        cell("党小组", MEETINGS, "group", lambda one: one.meeting.group),
        cell("主题", MEETINGS, "theme", lambda one: one.meeting.theme),
        Field(
            name="人数",
            about="应到、实到和缺席人数，由名册和缺席推出",
            example="应到委员5名，实到5名",
            value=attendance_text,
            grounds=ATTENDANCE,
        ),
        Rows(
            name="出席",
            about="到会的人，分组的会一组一行",
            each=present_lists,
            grounds=ATTENDANCE | NAMING,
            fields=(
                Field(
                    name="党小组",
                    about="哪个党小组，不分组时是空的",
                    example="第一党小组",
                    value=lambda present: present.group,
                    grounds=ATTENDANCE,
                ),
                Field(
                    name="名单",
                    about="到会人的姓名",
                    example="韩立峰、郑卫东、林晓燕",
                    value=lambda present: present.names,
                    grounds=ATTENDANCE | NAMING,
                ),
            ),
        ),
        cell(
            "缺席",
            MEETINGS,
            "absences",
            lambda one: joined(noted(str(absence.person), absence.reason) for absence in away(one.meeting)),
            grounds=NAMING,
        ),
        cell(
            "列席",
            MEETINGS,
            "guests",
            guests_text,
            grounds=NAMING,
        ),
        cell(
            "授课人",
            MEETINGS,
            "lecturer",
            lambda one: with_office(one, one.meeting.lecturer),
            "授课人，前面写党内职务或身份",
            grounds=CALLED,
        ),
        cell("学时", MEETINGS, "hours", lambda one: number_text(one.meeting.hours)),
        cell("学习材料", MEETINGS, "materials", lambda one: one.meeting.materials),
        cell("内容纪要", MEETINGS, "minutes", lambda one: one.meeting.minutes),
        cell("会议要求", MEETINGS, "demands", lambda one: one.meeting.demands),
        cell("照片", MEETINGS, "photos", lambda one: one.meeting.photos),
        Field(
            name="有票决",
            about="有没有无记名投票（民主测评不算）",
            example="False",
            value=has_ballot,
            grounds=cells(ITEMS, "vote_type vote_method"),
            shape=Shape.YES_NO,
        ),
    ),
)
"""What stands under 会议."""
