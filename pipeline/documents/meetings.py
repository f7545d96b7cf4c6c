"""Turns a meeting with its items and votes into the context of a meeting record (会议记录)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from pipeline.documents.agenda import agenda, problems
from pipeline.documents.branch_fields import office_text
from pipeline.documents.criticism import criticism
from pipeline.documents.evaluations import evaluation_fields
from pipeline.documents.naming import safe_name
from pipeline.documents.plan import Context, Field, Planned, origins
from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_full
from pipeline.facts.votes import votes_of
from pipeline.findings import Origin
from pipeline.schema import MEETING_RECORD, Evaluation, Meeting, Member
from pipeline.schema.activities import (
    COMMITTEE,
    EVALUATION,
    GENERAL,
    GROUP,
    LECTURE,
    ORG_LIFE,
    SECRET,
    THEMED_DAY,
)
from pipeline.values import Person, natural
from pipeline.wording import date_text, joined, noted, number_text, span_text, time_text, weekday_text

FOLDERS = {
    GENERAL: "02党员大会",
    COMMITTEE: "03支委会",
    GROUP: "04党小组会",
    LECTURE: "05党课",
    THEMED_DAY: "06主题党日",
    ORG_LIFE: "07组织生活会与民主评议",
    EVALUATION: "07组织生活会与民主评议",
}
"""Meeting type to folder; practice.md 4.3."""
TEMPLATES = {
    GENERAL: "党员大会记录",
    COMMITTEE: "支委会记录",
    GROUP: "党小组会记录",
    LECTURE: "党课记录",
    THEMED_DAY: "主题党日记录",
    ORG_LIFE: "组织生活会记录",
    EVALUATION: "民主评议记录",
}
"""Meeting type to template."""


def plan_meetings(branch: Branch, shared: Mapping[str, Field]) -> Iterator[Planned]:
    """Plan one record for every meeting that has a date and a type."""
    sessions = number_sessions(branch)
    for meeting in branch.meetings:
        if meeting.day is None or not meeting.types:
            continue
        kind = meeting.types[0]
        session = sessions[id(meeting)]
        group = f"/{safe_name(meeting.group)}" if kind == GROUP and meeting.group else ""
        stamp = f"{meeting.day:%Y%m%d}"
        stem = f"{branch.year}_{FOLDERS[kind]}_{stamp}_{branch.info.short_name}_{meeting.group}{session}"
        yield Planned(
            kind=MEETING_RECORD,
            template=TEMPLATES[kind],
            folder=FOLDERS[kind] + group,
            name=safe_name(stem),
            title=f"{branch.info.short_name}{meeting.group}{TEMPLATES[kind]}（{date_text(meeting.day)}）",
            day=meeting.day,
            sources=meeting_sources(branch, meeting),
            build=partial(meeting_context, branch, meeting, f"{branch.year}年{session}", shared),
        )


def meeting_sources(branch: Branch, meeting: Meeting) -> tuple[Origin, ...]:
    """Collect the rows a record is made from: meeting, items, and everybody whose standing counts."""
    items = branch.items_of.get(meeting.number, ())
    standing = {"category", "joined", "approved", "confirmed", "moved_in", "moved_out", "posts", "group"}
    unclear = [member for member in branch.records.members if member.origin.broken & standing]
    evaluations = evaluated(branch) if meeting is branch.evaluation_meeting else ()
    used = [branch.info.origins[name] for name in ("short_name", "year", "elected") if name in branch.info.origins]
    return origins((meeting,), items, branch.expected(meeting), unclear, evaluations, used)


def number_sessions(branch: Branch) -> dict[int, str]:
    """Number the meetings of each type (of each group) through the year: 第3次; identity of the record to text."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    found: dict[int, str] = {}
    for meeting in branch.meetings:
        for kind in meeting.types:
            key = (kind, meeting.group if kind == GROUP else "")
            counts[key] += 1
            found.setdefault(id(meeting), f"第{counts[key]}次")
    return found


def meeting_context(branch: Branch, meeting: Meeting, session: str, shared: Mapping[str, Field]) -> Context:
    """Build the context of one record."""
    items = branch.items_of.get(meeting.number, ())
    day = meeting.day
    return {
        "支部": shared,
        "会议": {**meeting.extras, **head(branch, meeting, session), **contents(branch, meeting)},
        "议题": agenda(branch, meeting, items),
        "问题清单": problems(items),
        "逐人": criticism(branch, meeting, items),
        "评议": evaluation_fields(branch, evaluated(branch)) if meeting is branch.evaluation_meeting and day else {},
    }


def evaluated(branch: Branch) -> Sequence[Evaluation]:
    """Give the rows of 民主评议 in the order of the members' 编号."""
    return sorted(branch.records.evaluations, key=lambda row: natural(row.member.number if row.member else ""))


def head(branch: Branch, meeting: Meeting, session: str) -> dict[str, Field]:
    """Build what stands at the head of a record; forms.md 2.1."""
    day = meeting.day
    when = noted(date_text(day), weekday_text(day)) if day else ""
    return {
        "编号": meeting.number,
        "类型": joined(meeting.types),
        "合并": joined(meeting.types[1:]),
        "次数": meeting.session or session,
        "日期": date_text(day),
        "时间": when + span_text(meeting.start, meeting.end),
        "散会时间": time_text(meeting.end),
        "地点": meeting.place,
        "主持人": with_office(branch, meeting, meeting.chair),
        "委托说明": meeting.delegation,
        "记录人": str(meeting.recorder or ""),
        "党小组": meeting.group,
        "主题": meeting.theme,
        "人数": attendance_text(branch, meeting),
        "出席": present_lists(branch, meeting),
        "缺席": joined(noted(str(absence.person), absence.reason) for absence in meeting.absences),
        "列席": joined(noted(str(guest.person), guest.capacity) for guest in meeting.guests),
    }


def contents(branch: Branch, meeting: Meeting) -> dict[str, Field]:
    """Build what a record tells besides its head and agenda."""
    return {
        "授课人": with_office(branch, meeting, meeting.lecturer),
        "学时": number_text(meeting.hours),
        "学习材料": meeting.materials,
        "内容纪要": meeting.minutes,
        "会议要求": meeting.demands,
        "照片": meeting.photos,
        "有票决": any(vote.item.vote_method == SECRET and not vote.is_poll for vote in votes_of(branch, meeting)),
    }


def with_office(branch: Branch, meeting: Meeting, person: Person | None) -> str:
    """Write somebody's office before the name: 党支部书记 韩立峰; a guest's capacity stands for the office."""
    if person is None:
        return ""
    member = branch.member_of(person)
    office = office_text(branch, member, meeting.day) if member else ""
    capacity = next((guest.capacity for guest in meeting.guests if guest.person == person), "")
    return joined((office or capacity, str(person)), " ")


def attendance_text(branch: Branch, meeting: Meeting) -> str:
    """Write expected and present, with full and probationary members and those who may vote; forms.md 2.1."""
    found = branch.attendance(meeting)
    expected, present = len(found.expected), len(found.present)
    absent = f"，缺席{expected - present}名" if expected > present else ""
    if COMMITTEE in meeting.types:
        return f"应到委员{expected}名，实到{present}名{absent}"
    parts = joined(_standings(found.expected, meeting))
    inside = f"（其中{parts}）" if parts and len(found.voters) != expected else ""
    voting = f"（有表决权的正式党员{len(found.present_voters)}名）" if len(found.present_voters) != present else ""
    return f"应到党员{expected}名{inside}，实到{present}名{voting}{absent}"


def _standings(expected: Sequence[Member], meeting: Meeting) -> Iterator[str]:
    full = sum(is_full(member, meeting.day) for member in expected) if meeting.day else 0
    if full:
        yield f"正式党员{full}名"
    if len(expected) > full:
        yield f"预备党员{len(expected) - full}名"


def present_lists(branch: Branch, meeting: Meeting) -> list[dict[str, Field]]:
    """List those present; at a meeting of all groups each group has a line of its own."""
    present = branch.attendance(meeting).present
    names = {group: [branch.label(m) for m in present if m.group == group] for group in branch.groups}
    rest = [branch.label(member) for member in present if member.group not in names]
    if COMMITTEE in meeting.types or meeting.group or not branch.groups:
        return [{"党小组": "", "名单": joined(branch.label(member) for member in present)}]
    found: list[dict[str, Field]] = [
        {"党小组": group, "名单": joined(people)} for group, people in names.items() if people
    ]
    return [*found, {"党小组": "", "名单": joined(rest)}] if rest else found
