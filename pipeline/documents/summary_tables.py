"""Declares the tables of the work summary: evaluation, courses, awards and sanctions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from pipeline.documents.branch_fields import OfBranch
from pipeline.documents.evaluations import grades_text
from pipeline.documents.fields import Field, Group, Rows, cell
from pipeline.documents.summary_grounds import TOLD
from pipeline.documents.summary_prose import day_text
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, cells, deciding, info
from pipeline.schema import (
    AWARDS,
    EVALUATIONS,
    MEETINGS,
    ROSTER,
    TRAININGS,
    Award,
    Decides,
    Training,
)
from pipeline.schema.members import AWARD
from pipeline.values import natural
from pipeline.vocabulary import Shape
from pipeline.wording import (
    clause,
    date_text,
    days_text,
    joined,
    number_text,
)

EVALUATED = cells(EVALUATIONS, "member") | cells(MEETINGS, "types day belongs_to")
EVALUATION_FIGURES: Group[OfBranch, Branch] = Group(
    name="评议",
    about="民主评议；没有开展就是空的",
    of=lambda year: year.branch if year.branch.records.evaluations else None,
    grounds=EVALUATED,
    fields=(
        Field(
            name="日期",
            about="民主评议那天",
            example="2025年12月12日",
            value=lambda branch: date_text(branch.evaluation_meeting.day) if branch.evaluation_meeting else "",
            grounds=EVALUATED,
        ),
        Field(
            name="人数",
            about="评议了多少名党员",
            example="27",
            value=lambda branch: len(branch.records.evaluations),
            grounds=EVALUATED,
            shape=Shape.NUMBER,
        ),
        Field(
            name="等次",
            about="各等次多少名，优秀占正式党员多少",
            example="优秀8名（占正式党员的32.0%）、合格17名",
            value=lambda branch: grades_text(branch, branch.records.evaluations),
            grounds=EVALUATED | cells(EVALUATIONS, "grade") | deciding(Decides.STANDING) | TOLD,
        ),
    ),
)


class Course(NamedTuple):
    """A course, and the branch it is of."""

    training: Training
    branch: Branch


def courses(year: OfBranch) -> list[Course]:
    """Give the courses by date."""
    rows = sorted(year.branch.records.trainings, key=lambda row: (row.start or date.max, row.subject))
    return [Course(row, year.branch) for row in rows]


def participants_text(one: Course) -> str:
    """Say who took part."""
    people = one.training.people
    if people is None:
        return ""
    return "全体党员" if people.everyone else joined((*people.stations, *map(str, people.people)))


def course_days(one: Course) -> str:
    """Write the days of a course, without the year where it is that of the summary."""
    training = one.training
    days = days_text(training.start, training.end or training.start) if training.start else ""
    return days.removeprefix(f"{one.branch.year}年")


TRAININGS_TABLE: Rows[OfBranch, Course] = Rows(
    name="培训",
    about="学习培训，一次一行，按日期",
    each=courses,
    grounds=cells(TRAININGS, "start subject"),
    own_of=TRAININGS.name,
    own=lambda one: one.training,
    fields=(
        cell("人员", TRAININGS, "people", participants_text, grounds=NAMING | cells(ROSTER, "station")),
        Field(
            name="日期",
            about="从哪天到哪天",
            example="3月5日至7日",
            value=course_days,
            grounds=cells(TRAININGS, "start end") | info("year"),
        ),
        cell("内容", TRAININGS, "subject", lambda one: clause(one.training.subject)),
        cell("主办", TRAININGS, "host", lambda one: clause(one.training.host)),
        cell("形式", TRAININGS, "form", lambda one: one.training.form),
        cell("学时", TRAININGS, "hours", lambda one: number_text(one.training.hours)),
    ),
)


class AwardRow(NamedTuple):
    """An award or sanction, and the branch it is of."""

    award: Award
    branch: Branch


def awards(branch: Branch) -> list[AwardRow]:
    """Give awards and sanctions by date and 编号."""
    rows = sorted(
        branch.records.awards,
        key=lambda row: (str(row.day or ""), natural(row.member.number if row.member else ""), row.title),
    )
    return [AwardRow(row, branch) for row in rows]


AWARD_FIELDS: tuple[Field[AwardRow], ...] = (
    cell("姓名", AWARDS, "member", lambda one: str(one.award.member or ""), grounds=NAMING),
    cell("类别", AWARDS, "category", lambda one: one.award.category),
    cell("名称", AWARDS, "title", lambda one: clause(one.award.title)),
    cell("文号", AWARDS, "approval", lambda one: clause(one.award.approval)),
    cell("日期", AWARDS, "day", lambda one: day_text(one.branch, one.award.day), grounds=info("year")),
    cell("会议", AWARDS, "meeting", lambda one: one.award.meeting),
)


def award_table(name: str, about: str, chosen: Callable[[str], bool]) -> Rows[OfBranch, AwardRow]:
    """Declare the table of the awards, or of the sanctions."""
    return Rows(
        name=name,
        about=about,
        each=lambda year: [one for one in awards(year.branch) if chosen(one.award.category)],
        grounds=cells(AWARDS, "category day title member"),
        own_of=AWARDS.name,
        own=lambda one: one.award,
        fields=AWARD_FIELDS,
    )


AWARDS_TABLE = award_table(AWARD, "党员受的表彰，按日期", lambda category: category == AWARD)
SANCTIONS_TABLE = award_table("处置", "组织处置和处分，按日期", lambda category: category != AWARD)
