"""Words how members were taught, managed, evaluated and honoured; no stronger than the counts bear."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from pipeline.documents.branch_fields import Whole
from pipeline.documents.evaluations import grades_text
from pipeline.documents.summary_members import Members
from pipeline.documents.summary_names import said_as
from pipeline.documents.summary_prose import day_text
from pipeline.documents.summary_results import whole
from pipeline.documents.summary_tables import awards, courses
from pipeline.documents.summary_talks import told_talks
from pipeline.facts.branch import Branch
from pipeline.facts.duties import there_all_year
from pipeline.facts.membership import is_full
from pipeline.facts.outline import has_procedures, secretary, told_meetings
from pipeline.facts.participation import participants, participations
from pipeline.schema import Award, Evaluation, Item
from pipeline.schema.activities import ADMISSION, CONFIRMATION, GENERAL, POLL
from pipeline.schema.members import AWARD, MEASURE, SANCTION
from pipeline.wording import clause, date_text, joined, noted, number_text

PROCEDURES = {ADMISSION: "接收", CONFIRMATION: "转正"}
HANDLED = {AWARD: "表彰", MEASURE: "组织处置", SANCTION: "处分"}
"""What the summary calls rows of 表彰处置."""


def learnt_text(branch: Branch) -> str:
    """Say of how many of those there all year the hours asked for were reached; nothing for a part of a year."""
    day = branch.told_until
    if day != branch.year_end or not there_all_year(branch):
        return ""
    there = {member.number for member in branch.counted(branch.year_start)}
    stayed = [member for member in branch.counted(day) if member.number in there]
    officers = {member.number for member in branch.committee(day)}
    done = participations(branch, day)
    asked, of_officers = branch.settings.study_hours, branch.settings.committee_study_hours
    reached = sum(
        done[member.number].hours >= (max(asked, of_officers) if member.number in officers else asked)
        for member in stayed
    )
    if not reached:
        return ""
    if reached == len(stayed) > 1:
        return f"全年在册并计入应到的{reached}名党员都学满了应修学时"
    return f"全年在册并计入应到的{len(stayed)}名党员，学满应修学时的{reached}名"


def talked_text(branch: Branch) -> str:
    """Say how many of those on the books somebody talked with: 除书记本人外，在册党员都有人谈过话."""
    reached = {person.number for talk in told_talks(Whole(branch)).talks for person in talk.listeners}
    members = Members(branch).all
    missed = [member for member in members if member.number not in reached]
    if len(missed) == len(members):
        return ""
    if not missed:
        return "在册党员都有人谈过话" if len(members) > 1 else ""
    if len(members) > 2 and missed == [secretary(branch)]:
        return "除书记本人外，在册党员都有人谈过话"
    return f"在册党员有人谈过话的{len(members) - len(missed)}名"


def evaluated_text(branch: Branch) -> str:
    """Tell of the evaluation: 12月12日民主评议党员27名，评定优秀8名（占正式党员的32.0%）、合格17名."""
    rows = branch.records.evaluations
    if not rows:
        return ""
    meeting = branch.evaluation_meeting
    graded = grades_text(branch, rows)
    open_still = [row for row in rows if not row.grade]
    return joined(
        (
            f"{day_text(branch, meeting.day) if meeting else ''}民主评议党员{len(rows)}名",
            f"评定{graded}" if graded else "",
            _ungraded(branch, open_still) if graded and open_still else "",
        ),
        "，",
    )


def _ungraded(branch: Branch, rows: list[Evaluation]) -> str:
    members = [branch.member_of(row.member) for row in rows]
    waiting = all(member is not None and not is_full(member, branch.evaluation_day) for member in members)
    return f"预备党员{len(rows)}名不定等次" if waiting else f"没有定等次的{len(rows)}名"


def decided(branch: Branch) -> list[tuple[str, bool]]:
    """Give what was done by procedure, and whether the general meeting voted on it: admissions, awards, sanctions."""
    general = {meeting.number: meeting for meeting in told_meetings(branch) if GENERAL in meeting.types}
    votes = [item for item in branch.records.items if item.meeting in general and item.vote_type not in {"", POLL}]
    found = [(name, True) for item in votes if (name := PROCEDURES.get(item.vote_type)) for _ in item.candidate]
    own = [
        award
        for award in branch.records.awards
        if (award.meeting or award.category != AWARD) and (award.day is None or branch.tells_of(award.day))
    ]
    return found + [(HANDLED[award.category], _voted(award, votes)) for award in own if award.category in HANDLED]


def _voted(award: Award, votes: list[Item]) -> bool:
    return any(item.meeting == award.meeting for item in votes)


def handled_text(branch: Branch) -> str:
    """Count what was done by procedure: 接收、转正、表彰共4人次，都经党员大会表决; nothing without a vote."""
    found = decided(branch)
    voted = sum(by_vote for _, by_vote in found)
    done = {name for name, _ in found}
    names = joined(
        f"{name}{titles(branch, name)}" for name in (*PROCEDURES.values(), *HANDLED.values()) if name in done
    )
    return f"{names}共{len(found)}人次{whole(voted, len(found), '人次', '经党员大会表决')}" if voted else ""


def titles(branch: Branch, name: str) -> str:
    """Name in brackets what measures and sanctions there were, never of whom; nothing for others."""
    kinds = [kind for kind, called in HANDLED.items() if called == name and kind != AWARD]
    told = [award for award in branch.records.awards if award.category in kinds and branch.tells_of(award.day)]
    said = joined(
        dict.fromkeys(
            joined((clause(award.title), day_text(branch, award.day), award.approval), "，") for award in told
        ),
        "；",
    )
    return f"（{said}）" if said else ""


def managed_text(branch: Branch, annexes: tuple[str, str]) -> str:
    """Tell the four sides of managing members, each with its figure; 5.2 #38. `annexes` refer to hours and to talks."""
    if not has_procedures(branch):
        return ""
    sides = (
        ("教育系统化", learnt_text(branch), annexes[0]),
        ("管理规范化", talked_text(branch), annexes[1]),
        ("监督立体化", evaluated_text(branch), ""),
        ("处置程序化", handled_text(branch), ""),
    )
    return joined((f"{side}，{told}{annex}" for side, told, annex in sides if told), "；")


def awarded_text(branch: Branch) -> str:
    """Name who got which award, those of one order together: 甲获优秀共产党员，乙获优秀党务工作者（文号）；丙获标兵.

    One of another year has its date.
    """
    orders: dict[str, list[str]] = {}
    for row in awards(branch):
        if row.award.category == AWARD and row.award.member:
            day = row.award.day
            when = date_text(day) if day and not branch.tells_of(day) else ""
            told = f"{said_as(branch, row.award.member)}{when}获{clause(row.award.title)}"
            orders.setdefault(clause(row.award.approval), []).append(told)
    return joined((noted(joined(those, "，"), order) for order, those in orders.items()), "；")


def courses_text(branch: Branch) -> str:
    """Count the courses of the secretary by form: 集中轮训3期、理论研讨1期，共88学时; nothing without one."""
    member = secretary(branch)
    told = (course.training for course in courses(Whole(branch)) if branch.tells_of(course.training.start))
    rows = [row for row in told if member is not None and member in participants(branch, row)]
    forms = Counter(row.form or "学习培训" for row in rows)
    hours = sum((row.hours or Decimal(0) for row in rows), Decimal(0))
    named = joined(f"{form}{count}期" for form, count in forms.items())
    return joined((named, f"共{number_text(hours)}学时" if hours else ""), "，")
