"""Declares the annexes of the work summary that list rows: courses, problems found, and cases of work."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.documents.annex_members import NAMED
from pipeline.documents.annex_projects import limit_text, people_text
from pipeline.documents.branch_fields import Whole
from pipeline.documents.fields import Field, Group, Row, Rows, cell
from pipeline.documents.summary_meetings import SPOKEN, org_life
from pipeline.documents.summary_names import plainly
from pipeline.documents.summary_prose import Case, cases, day_text
from pipeline.documents.summary_tables import Course, course_days, courses
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import cells, deciding, info
from pipeline.schema import ITEMS, POINTS, ROSTER, TRAININGS, Decides, Item
from pipeline.schema.activities import PROBLEM
from pipeline.vocabulary import Shape
from pipeline.wording import clause, joined, number_text, paragraphs, sentence

CALLED = NAMED | deciding(Decides.NAMING)


class Numbered(NamedTuple):
    """A problem that was found, and its number in the list."""

    number: int
    item: Item
    branch: Branch


def problems(branch: Branch) -> Iterator[Numbered]:
    """Number the problems that the organisational-life meetings found."""
    found = org_life(Whole(branch))
    rows = [item for item in found.items if item.step == PROBLEM] if found else []
    return (Numbered(number, item, branch) for number, item in enumerate(rows, start=1))


def progress(one: Numbered) -> list[str]:
    """Write what has become of a problem, and when it was done with."""
    day = day_text(one.branch, one.item.finished)
    return [*paragraphs(plainly(one.branch, sentence(one.item.progress))), *([f"{day}完成"] if day else [])]


def participants(one: Course) -> str:
    """Say who took part in a course."""
    people = one.training.people
    if people is None:
        return ""
    return "全体党员" if people.everyone else joined((*people.stations, people_text(one.branch, people.people)))


COURSES_ANNEX: Group[Branch, Branch] = Group(
    name="学习培训",
    about="附件“学习培训”",
    of=lambda branch: branch,
    fields=(
        Rows(
            name="各次",
            about="学习培训，一次一行，按日期",
            each=lambda branch: courses(Whole(branch)),
            grounds=cells(TRAININGS, "start subject"),
            fields=(
                Field(
                    name="日期",
                    about="从哪天到哪天",
                    example="3月5日至7日",
                    value=course_days,
                    grounds=cells(TRAININGS, "start end") | info("year"),
                ),
                cell("人员", TRAININGS, "people", participants, grounds=CALLED | cells(ROSTER, "station")),
                cell("内容", TRAININGS, "subject", lambda one: clause(one.training.subject)),
                cell("主办", TRAININGS, "host", lambda one: clause(one.training.host)),
                cell("形式", TRAININGS, "form", lambda one: one.training.form),
                cell("学时", TRAININGS, "hours", lambda one: number_text(one.training.hours)),
            ),
        ),
    ),
)
PROBLEMS_ANNEX: Group[Branch, Branch] = Group(
    name="整改清单",
    about="附件“整改清单”",
    of=lambda branch: branch,
    fields=(
        Rows(
            name="各条",
            about="组织生活会查摆的问题，一个一行",
            each=problems,
            grounds=SPOKEN | cells(ITEMS, "order"),
            fields=(
                Field(
                    name="序号",
                    about="第几个",
                    example="1",
                    value=lambda one: one.number,
                    grounds=SPOKEN,
                    shape=Shape.NUMBER,
                ),
                Field(
                    name="问题",
                    about="查摆的问题，一段一段的",
                    example="下班组走过场。",
                    value=lambda one: paragraphs(plainly(one.branch, sentence(one.item.text))),
                    grounds=cells(ITEMS, "text") | CALLED,
                    shape=Shape.TEXTS,
                ),
                Field(
                    name="措施",
                    about="整改措施，一段一段的",
                    example="每周固定一个下午跟班干活。",
                    value=lambda one: paragraphs(plainly(one.branch, sentence(one.item.resolution))),
                    grounds=cells(ITEMS, "resolution") | CALLED,
                    shape=Shape.TEXTS,
                ),
                Field(
                    name="责任人",
                    about="谁负责落实",
                    example="韩立峰",
                    value=lambda one: people_text(one.branch, one.item.responsible),
                    grounds=cells(ITEMS, "responsible") | CALLED,
                ),
                Field(
                    name="时限",
                    about="什么时候完成",
                    example="12月31日",
                    value=lambda one: limit_text(one.branch, one.item.due),
                    grounds=cells(ITEMS, "due") | info("year"),
                ),
                Field(
                    name="完成",
                    about="完成情况和完成日期，一段一段的；没有填就空着，留给人写",
                    example="12月26日完成",
                    value=progress,
                    grounds=cells(ITEMS, "progress finished") | info("year") | CALLED,
                    shape=Shape.TEXTS,
                ),
            ),
        ),
    ),
)


def numbered_cases(branch: Branch) -> Iterator[Row[tuple[Branch, Case]]]:
    """Number the rows of 总结要点 of which the text does not print everything."""
    return (Row(number, (branch, case)) for number, case in enumerate(cases(branch), start=1))


def case_gist(row: Row[tuple[Branch, Case]]) -> str:
    """Give the 要点 of a case."""
    branch, case = row.of
    return plainly(branch, clause(case.point.gist))


def case_text(row: Row[tuple[Branch, Case]]) -> list[str]:
    """Give the text of a case, where it stands here and not in the summary's text."""
    branch, case = row.of
    return paragraphs(plainly(branch, sentence(case.point.text))) if case.whole else []


CASES_GROUNDS = cells(POINTS, "chapter order gist text day place") | CALLED
CASES_ANNEX: Group[Branch, Branch] = Group(
    name="工作事例",
    about="附件“工作事例”",
    of=lambda branch: branch,
    fields=(
        Rows(
            name="各例",
            about="总结要点里正文没有印全的，一条一行",
            each=numbered_cases,
            grounds=CASES_GROUNDS,
            fields=(
                Field(
                    name="序号",
                    about="第几例",
                    example="1",
                    value=lambda row: row.number,
                    grounds=CASES_GROUNDS,
                    shape=Shape.NUMBER,
                ),
                Field(
                    name="章节",
                    about="总结要点的章节",
                    example="办实事",
                    value=lambda row: row.of[1].point.chapter,
                    grounds=CASES_GROUNDS,
                ),
                cell("要点", POINTS, "gist", case_gist, grounds=CALLED),
                cell("日期", POINTS, "day", lambda row: day_text(row.of[0], row.of[1].point.day), grounds=info("year")),
                Field(
                    name="正文",
                    about="正文，一段一段的；总结的正文里已经印了的就空着",
                    example="与车队谈了三次，早班车改走东门。",
                    value=case_text,
                    grounds=CASES_GROUNDS,
                    shape=Shape.TEXTS,
                ),
            ),
        ),
    ),
)
