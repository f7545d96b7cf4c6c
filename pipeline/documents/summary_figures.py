"""Counts what the work summary says in figures; nothing here is typed by anybody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from pipeline.documents.plan import Field
from pipeline.facts.branch import Branch
from pipeline.facts.membership import not_known, on_books
from pipeline.facts.participation import participations
from pipeline.schema import Meeting, Member, Talk
from pipeline.schema.activities import (
    CRITICISM,
    ELECTION,
    GENERAL,
    GROUP,
    HOME_VISIT,
    MEETING_TYPES,
    ORG_LIFE,
    POLL,
    PROBLEM,
    SELF_CRITICISM,
    TALK_TYPES,
)
from pipeline.schema.members import NATIONS, SECRETARY
from pipeline.wording import average_text, date_text, joined, number_text, percent_text

HIGHER_EDUCATION = frozenset({"研究生", "本科", "大专"})
MAJORITY = "汉族"
APART = re.compile("[、，,；;]")


def membership(branch: Branch) -> dict[str, Field]:
    """Count the members on the last day told of, and who came and went before it."""
    day = branch.told_until
    members = (*branch.full(day), *branch.probationary(day))
    sure = {member.number for member in members}
    return {
        "日期": date_text(day),
        "期间": "全年" if day == branch.year_end else "年内",
        "总数": len(members),
        "待批": sum(on_books(member, day) and member.number not in sure for member in branch.members),
        "正式": len(branch.full(day)),
        "预备": len(branch.probationary(day)),
        "女党员": counted(members, "sex", {"女"}),
        "少数民族": counted(members, "nation", {nation for nation in NATIONS if nation != MAJORITY}),
        "大专以上": counted(members, "education", HIGHER_EDUCATION),
        "支委": len(branch.committee(day)),
        "转入": sum(branch.tells_of(member.moved_in) for member in branch.members),
        "转出": sum(branch.tells_of(member.moved_out) for member in branch.members),
        "接收": sum(branch.tells_of(m.joined) and not m.moved_in for m in branch.members),
        "转正": sum(branch.tells_of(m.confirmed) and confirmed_here(m) for m in branch.members),
    }


def counted(members: Sequence[Member], name: str, wanted: Collection[str]) -> Field:
    """Count the members with one of some values; nothing where that of any member is not known (G06)."""
    return "" if not_known(members, name) else sum(getattr(member, name) in wanted for member in members)


def confirmed_here(member: Member) -> bool:
    """Whether somebody belonged to this branch when confirmed."""
    return member.confirmed is not None and (member.moved_in is None or member.moved_in <= member.confirmed)


def meeting_rows(branch: Branch) -> list[dict[str, Field]]:
    """Count the meetings of each type, in the order of the types; types without a meeting are left out."""
    found: list[dict[str, Field]] = []
    for kind in MEETING_TYPES:
        meetings = branch.of_type(kind)
        if meetings:
            expected, present = turnout(branch, meetings)
            found.append(
                {
                    "类型": kind,
                    "次数": len(meetings),
                    "应到人次": expected,
                    "实到人次": present,
                    "到会率": percent_text(present, expected),
                }
            )
    return found


def turnout(branch: Branch, meetings: Iterable[Meeting]) -> tuple[int, int]:
    """Add up expected and present over some meetings."""
    found = [branch.attendance(meeting) for meeting in meetings]
    return sum(len(each.expected) for each in found), sum(len(each.present) for each in found)


def meeting_figures(branch: Branch) -> dict[str, Field]:
    """Count meetings and attendance over the year."""
    meetings = [meeting for meeting in branch.meetings if branch.tells_of(meeting.day)]
    expected, present = turnout(branch, meetings)
    groups: list[Field] = [
        {"党小组": group, "次数": sum(meeting.group == group for meeting in branch.of_type(GROUP))}
        for group in branch.groups
    ]
    return {
        "总次数": len(meetings),
        "应到人次": expected,
        "实到人次": present,
        "到会率": percent_text(present, expected),
        "各类": meeting_rows(branch),
        "各组": groups,
        "合并开展": sum(len(meeting.types) > 1 for meeting in meetings),
        "表决": votes_held(branch, numbers(meetings)),
        "党员大会议题": topics(branch, branch.of_type(GENERAL)),
    }


def votes_held(branch: Branch, meetings: frozenset[str]) -> int:
    """Count the votes of some meetings; an election of several candidates is one, the evaluation's poll is none."""
    held = {
        (item.meeting, item.topic_number, "" if item.vote_type == ELECTION else item.origin.row)
        for item in branch.records.items
        if item.meeting in meetings and item.vote_type not in {"", POLL}
    }
    return len(held)


def numbers(meetings: Iterable[Meeting]) -> frozenset[str]:
    """Collect the 编号 of some meetings."""
    return frozenset(meeting.number for meeting in meetings)


def topics(branch: Branch, meetings: Iterable[Meeting]) -> int:
    """Count the agenda items of some meetings."""
    return sum(
        len({item.topic_number for item in branch.items_of.get(meeting.number, ()) if item.topic})
        for meeting in meetings
    )


def org_life_figures(branch: Branch) -> dict[str, Field]:
    """Count what the organisational-life meetings brought; empty where there was none."""
    meetings = branch.of_type(ORG_LIFE)
    if not meetings:
        return {}
    items = [item for meeting in meetings for item in branch.items_of.get(meeting.number, ())]
    steps = Counter(item.step for item in items)
    return {
        "日期": joined(date_text(meeting.day) for meeting in meetings),
        "次数": len(meetings),
        "问题": steps[PROBLEM],
        "有措施": sum(item.step == PROBLEM and bool(item.resolution) for item in items),
        "自我批评": steps[SELF_CRITICISM],
        "批评意见": steps[CRITICISM],
    }


def talk_figures(branch: Branch) -> dict[str, Field]:
    """Count talks by type, home visits, and the members reached."""
    talks = [talk for talk in branch.talks if branch.tells_of(talk.day)]
    reached = {person.number for talk in talks for person in talk.listeners if person.number}
    rows: list[Field] = [
        {"类型": kind, "次数": sum(talk.category == kind for talk in talks)}
        for kind in TALK_TYPES
        if any(talk.category == kind for talk in talks)
    ]
    return {
        "总数": len(talks),
        "家访": sum(talk.method == HOME_VISIT for talk in talks),
        "党员": len(reached),
        "各类": rows,
        "诉求": sum(bool(talk.appeal) for talk in talks),
        "办结": sum(bool(talk.appeal and talk.outcome) for talk in talks),
    }


def project_talks(talks: Sequence[Talk], number: str) -> dict[str, Field]:
    """Count the talks held for one project: how many, with how many people, home visits among them."""
    found = [talk for talk in talks if number and talk.project == number]
    people = {person.number or person.name for talk in found for person in talk.listeners}
    visits = sum(talk.method == HOME_VISIT for talk in found)
    return {
        "总数": len(found),
        "家访": visits,
        "谈心": len(found) - visits,
        "人数": len(people),
        "方法": joined(dict.fromkeys(way for talk in found for way in APART.split(talk.approach))),
    }


def study_figures(branch: Branch) -> dict[str, Field]:
    """Count hours of study for all, and for the secretary."""
    day = branch.told_until
    members = (*branch.full(day), *branch.probationary(day))
    done = participations(branch, day)
    hours = {member.number: done[member.number].hours for member in members}
    secretary = next((member for member in members if SECRETARY in branch.offices(member, day)), None)
    return {
        "人均学时": average_text(hours.values()) if any(hours.values()) else "",
        "书记学时": number_text(hours[secretary.number]) if secretary and hours[secretary.number] else "",
        "书记": secretary.name if secretary else "",
    }
