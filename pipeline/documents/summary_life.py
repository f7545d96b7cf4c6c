"""Words what the summary counts of the branch's meetings, its problems and its measures, joined into clauses."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from pipeline.documents.branch_fields import Whole
from pipeline.documents.summary_meetings import OrgLife, numbers, org_life, told_meetings, vote_key, votes_held
from pipeline.documents.summary_members import Members
from pipeline.documents.summary_prose import day_text
from pipeline.documents.summary_results import whole
from pipeline.documents.summary_sentences import SELDOM_PERCENT
from pipeline.facts.branch import Branch
from pipeline.facts.chapters import told_in_text
from pipeline.facts.committee import has_committee
from pipeline.facts.membership import is_exempt
from pipeline.facts.ordering import times
from pipeline.facts.outline import accounts, lectures_given
from pipeline.facts.participation import JUDGED_FROM, participations
from pipeline.facts.turnout import turnout
from pipeline.facts.year import period_text
from pipeline.schema import Item
from pipeline.schema.activities import (
    COMMITTEE,
    CRITICISM,
    GENERAL,
    GROUP,
    LECTURE,
    ORG_LIFE,
    POLL,
    PROBLEM,
    SELF_CRITICISM,
    THEMED_DAY,
)
from pipeline.wording import date_text, joined, percent_text

TOLD_KINDS = (GENERAL, COMMITTEE, GROUP, LECTURE, THEMED_DAY)
CLOSE_TO = (("生产", "经营", "中心"), ("改革",), ("文化",))
TAKING_PART = (("改革",), ("管理",), ("决策",))


def held_text(branch: Branch) -> str:
    """Count the meetings: 组织会议和活动73次，其中党员大会6次、支委会14次 …."""
    told = told_meetings(Whole(branch)).meetings
    if not told:
        return ""
    of = {kind: [meeting for meeting in told if kind in meeting.types] for kind in TOLD_KINDS}
    named = [f"{kind}{times(kind, found)}次" for kind, found in of.items() if found]
    distinct = {meeting.origin.key for found in of.values() for meeting in found}
    joint = "（合并开展的分别计入各类）" if sum(map(len, of.values())) > len(told) else ""
    if len(named) == 1 and len(distinct) == len(told):
        return f"召开{named[0]}" if THEMED_DAY not in named[0] else f"开展{named[0]}"
    return f"组织会议和活动{len(told)}次" + (f"，其中{joined(named)}{joint}" if named else "")


def exempt_text(branch: Branch) -> str:
    """Say how many are not expected at meetings: ，另有1名党员不计入应到."""
    count = sum(is_exempt(member, branch.told_until) for member in Members(branch).all)
    return f"，另有{count}名党员不计入应到" if count else ""


def makeups_text(branch: Branch) -> str:
    """Say how many of those who missed a lecture made up for it: ；党课缺课的16人次都补了课."""
    missed = made_up = 0
    for meeting in told_meetings(Whole(branch)).meetings:
        if LECTURE in meeting.types:
            attendance = branch.attendance(meeting)
            came = {member.number for member in attendance.present}
            away = {member.number for member in attendance.expected} - came
            missed += len(away)
            made_up += len(away & {makeup.person.number for makeup in meeting.makeups})
    if not made_up:
        return ""
    if made_up == missed:
        return f"；党课缺课的{missed}人次{'都' if missed > 1 else ''}补了课"
    return f"；党课缺课的{missed}人次，补了课的{made_up}人次"


def votes_text(branch: Branch) -> str:
    """Say how many votes there were, and how many have figures: 表决9件，件件有票数记录."""
    told = numbers(told_meetings(Whole(branch)).meetings)
    count = votes_held(branch, told)
    if not count:
        return ""
    lacking = {vote_key(item) for item in branch.records.items if item.meeting in told and _without_figures(item)}
    return f"表决{count}件{whole(count - len(lacking), count, '件', '有票数记录', '件件')}"


def _without_figures(item: Item) -> bool:
    return item.vote_type not in {"", POLL} and item.ayes is None


def committee_rate(branch: Branch) -> str:
    """Give the rate at which officers came to committee meetings: ，参加率95.7%; nothing without a meeting."""
    meetings = [m for m in told_meetings(Whole(branch)).meetings if COMMITTEE in m.types]
    found = turnout(branch, meetings)
    rate = percent_text(found.present, found.expected)
    return f"，参加率{rate}" if rate else ""


def has_leadership(branch: Branch) -> bool:
    """Whether there is a committee, and a meeting of it or a row of 班子建设 to tell of."""
    if not has_committee(branch, branch.told_until):
        return False
    return bool(committee_rate(branch)) or bool(told_in_text(branch, "班子建设"))


def org_life_text(branch: Branch) -> str:
    """Tell of the organisational-life meetings, and how far everybody criticised himself."""
    found = org_life(Whole(branch))
    if found is None:
        return ""
    days = list(dict.fromkeys(day_text(branch, meeting.day) for meeting in found.meetings))
    count = times(ORG_LIFE, found.meetings)
    by_groups = "分组" if count == 1 < len(found.meetings) else ""
    held = f"{joined(days)}{by_groups}召开组织生活会{f'{count}次' if count > 1 else ''}"
    return joined((held, _candour(found), *_problems(found)), "，")


def _candour(found: OrgLife) -> str:
    spoke = {item.speaker.number for item in found.items if item.step == SELF_CRITICISM and item.speaker}
    came = {member.number for meeting in found.meetings for member in found.branch.attendance(meeting).present}
    own, heard = found.steps[SELF_CRITICISM], found.steps[CRITICISM]
    everybody = len(came) > 1 and came <= spoke
    said = f"到会的{len(came)}名党员逐人作了自我批评" if everybody else f"记录自我批评{own}人次" if own else ""
    return joined((said, f"相互提出批评意见{heard}条" if heard else ""), "，")


def _problems(found: OrgLife) -> Sequence[str]:
    problems = [item for item in found.items if item.step == PROBLEM]
    if not problems:
        return ()
    measured = sum(bool(item.resolution) for item in problems)
    if measured == len(problems):
        return f"查摆问题{measured}个", "逐个定了整改措施" if measured > 1 else "定了整改措施"
    return f"查摆问题{len(problems)}个", f"其中{measured}个定了整改措施" if measured else ""


def account_days(branch: Branch) -> str:
    """Give the days on which the secretary gave an account to the general meeting: 12月19日."""
    return joined(dict.fromkeys(day_text(branch, meeting.day) for meeting in accounts(branch)))


def served_text(branch: Branch) -> str:
    """Count what the secretary and the branch did: 书记全年讲党课2次，支部办实事5件."""
    lectures = lectures_given(branch)
    deeds = sum(point.day is None or branch.tells_of(point.day) for point in branch.points_in("办实事"))
    period = period_text(branch)
    lectured = f"书记{period}讲党课{lectures}次" if lectures else ""
    return joined((lectured, f"支部{'' if lectures else period}办实事{deeds}件" if deeds else ""), "，")


def takes_part(branch: Branch) -> bool:
    """Whether each of the three 参与 has a row of its own."""
    return _one_each(branch, "三个参与", TAKING_PART)


def is_close(branch: Branch) -> bool:
    """Whether each of the three 贴近 has a row of its own."""
    return _one_each(branch, "三个贴近", CLOSE_TO)


def _one_each(branch: Branch, chapter: str, sides: Sequence[tuple[str, ...]]) -> bool:
    """Whether each side has a row of its own that names it."""
    rows = [point.gist + point.text for point in told_in_text(branch, chapter)]
    fit = [[place for place, row in enumerate(rows) if any(word in row for word in words)] for words in sides]
    return any(len(set(chosen)) == len(sides) for chosen in product(*fit))


def seldom_count(branch: Branch) -> int:
    """Count the members who came to less than four fifths of the meetings at which they were expected."""
    done = participations(branch, branch.told_until)
    found = (done[member.number] for member in Members(branch).all)
    return sum(one.expected >= JUDGED_FROM and one.present * 100 < SELDOM_PERCENT * one.expected for one in found)


def measures_text(branch: Branch) -> str:
    """Tell of the measures: 整改清单共6条，都写明了责任人，已经完成2条，其余的最迟2026年3月31日前完成."""
    found = org_life(Whole(branch))
    rows = [item for item in found.items if item.step == PROBLEM] if found else []
    if not any(item.resolution for item in rows):
        return ""
    named, done = sum(bool(item.responsible) for item in rows), sum(bool(item.finished) for item in rows)
    finished = f"已经完成{done}条" if 0 < done < len(rows) else whole(done, len(rows), "条", "已经完成").lstrip("，")
    still = [item.due.day if item.due else None for item in rows if not item.finished]
    known = [day for day in still if day is not None]
    latest = (
        f"{'其余的' if done else ''}最迟{date_text(max(known))}前完成" if known and len(known) == len(still) else ""
    )
    who = whole(named, len(rows), "条", "写明了责任人").lstrip("，")
    return joined((f"组织生活会的整改清单共{len(rows)}条", who, finished, latest), "，")
