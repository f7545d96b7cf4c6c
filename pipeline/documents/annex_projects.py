"""Declares the annex of the work summary on the projects (立项攻关)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from pipeline.documents.annex_members import NAMED, name_in_table
from pipeline.documents.branch_fields import Whole, standing_text
from pipeline.documents.fields import Field, Group, Rows, cell
from pipeline.documents.summary_projects import Numbered, projects
from pipeline.documents.summary_prose import day_text
from pipeline.documents.summary_talks import PROJECT_TALKS, talks_for
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Grounds, cells, deciding, info
from pipeline.facts.projects import kept_time, proven_benefit
from pipeline.schema import PROJECTS, ROSTER, TALKS, Decides
from pipeline.values import Deadline, Person
from pipeline.vocabulary import Shape
from pipeline.wording import clause, joined, noted, number_text, paragraphs

EVERY: Grounds = cells(PROJECTS, "number")
CALLED = NAMED | deciding(Decides.NAMING)


def people_text(branch: Branch, people: Iterable[Person | None]) -> str:
    """Write some people as tables have them."""
    found = ((person, branch.member_of(person)) for person in people if person is not None)
    return joined(name_in_table(branch, member) if member else str(person) for person, member in found)


def limit_text(branch: Branch, limit: Deadline | None) -> str:
    """Write a time limit, without the year where it is that of the summary."""
    return "" if limit is None else day_text(branch, limit.day) if limit.day else limit.text


@dataclass(frozen=True, eq=False, repr=False)
class Projects:
    """The projects of the year."""

    branch: Branch

    @cached_property
    def all(self) -> tuple[Numbered, ...]:
        """A line for each, by 编号."""
        return tuple(projects(Whole(self.branch)))

    @property
    def in_time(self) -> int:
        """How many were finished within their time."""
        return sum(kept_time(one.project) for one in self.all)

    @property
    def talks(self) -> int:
        """How many talks were held for them."""
        return sum(len(talks_for(self.branch, one.project.number).talks) for one in self.all)

    @property
    def benefit(self) -> Decimal | None:
        """Their proven benefits, added up; None where there is none."""
        found = [each for one in self.all if (each := proven_benefit(one.project)) is not None]
        return sum(found, Decimal(0)) if found else None


def leader_text(one: Numbered) -> str:
    """Write the leader with the party standing on the day the project began."""
    leader = one.branch.member_of(one.project.leader)
    standing = standing_text(leader, one.project.started) if leader and one.project.started else ""
    return noted(people_text(one.branch, (one.project.leader,)), f"党龄{standing}" if standing else "")


def _day(one: Numbered, day: date | None) -> str:
    return day_text(one.branch, day)


LINE: tuple[Field[Numbered], ...] = (
    cell("编号", PROJECTS, "number", lambda one: one.project.number),
    cell("名称", PROJECTS, "name", lambda one: clause(one.project.name)),
    cell("类别", PROJECTS, "category", lambda one: one.project.category),
    Field(
        name="负责人",
        about="负责人，带立项时的党龄",
        example="周国梁（党龄30年）",
        value=leader_text,
        grounds=cells(PROJECTS, "leader started") | cells(ROSTER, "confirmed confirmed_approved") | CALLED,
    ),
    cell("组员", PROJECTS, "team", lambda one: people_text(one.branch, one.project.team), grounds=CALLED),
    cell("参加群众", PROJECTS, "helpers", lambda one: clause(one.project.helpers)),
    cell("立项日期", PROJECTS, "started", lambda one: _day(one, one.project.started), grounds=info("year")),
    cell("时限", PROJECTS, "due", lambda one: limit_text(one.branch, one.project.due), grounds=info("year")),
    cell("完成日期", PROJECTS, "finished", lambda one: _day(one, one.project.finished), grounds=info("year")),
    Field(
        name="效益",
        about="效益金额（万元）；有计算依据和确认人才写",
        example="18.6",
        value=lambda one: number_text(proven_benefit(one.project)),
        grounds=cells(PROJECTS, "benefit computed confirmer"),
    ),
    cell("计算依据", PROJECTS, "computed", lambda one: clause(one.project.computed)),
    cell("确认人", PROJECTS, "confirmer", lambda one: clause(one.project.confirmer)),
    Field(
        name="验收",
        about="验收情况，一段一段的",
        example="4月2日到井场验收，评定合格",
        value=lambda one: paragraphs(clause(one.project.acceptance)),
        grounds=cells(PROJECTS, "acceptance"),
        shape=Shape.TEXTS,
    ),
)
PROJECTS_ANNEX: Group[Branch, Projects] = Group(
    name="立项攻关",
    about="附件“立项攻关”",
    of=Projects,
    fields=(
        Rows(
            name="各项",
            about="立项攻关，一项一行，按编号",
            each=lambda found: found.all,
            grounds=EVERY,
            fields=(
                *LINE,
                Group(
                    name="谈话",
                    about="为这个立项谈的话",
                    of=lambda one: talks_for(one.branch, one.project.number),
                    fields=PROJECT_TALKS,
                    grounds=cells(TALKS, "project") | EVERY,
                ),
            ),
        ),
        Field(
            name="项数",
            about="一共几项",
            example="3",
            value=lambda found: len(found.all),
            grounds=EVERY,
            shape=Shape.NUMBER,
        ),
        Field(
            name="按时",
            about="在时限内完成的几项；时限不是日期的不算",
            example="3",
            value=lambda found: found.in_time,
            grounds=EVERY | cells(PROJECTS, "due finished"),
            shape=Shape.NUMBER,
        ),
        Field(
            name="谈话次数",
            about="一共谈了几次",
            example="14",
            value=lambda found: found.talks,
            grounds=EVERY | cells(TALKS, "project"),
            shape=Shape.NUMBER,
        ),
        Field(
            name="效益合计",
            about="有计算依据和确认人的效益合计（万元）；没有就空着",
            example="23.5",
            value=lambda found: number_text(found.benefit),
            grounds=EVERY | cells(PROJECTS, "benefit computed confirmer"),
        ),
    ),
)
