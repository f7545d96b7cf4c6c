"""Declares the annex of the work summary on the points of the agreements (目标考核), and the chart of the points."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from pipeline.documents.annex_meetings import FEWEST
from pipeline.documents.annex_members import LISTED, NAMED, by_group, name_in_table
from pipeline.documents.fields import Field, Group, Rows, cell
from pipeline.documents.summary_agreements import SCORED, SIGNED, Signers
from pipeline.facts.agreements import total_score
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import cells, info
from pipeline.facts.membership import is_full, is_probationary, on_books
from pipeline.schema import ROSTER, TARGETS, Member, Target
from pipeline.schema.members import ENDED, TARGET_CATEGORIES
from pipeline.vocabulary import Shape
from pipeline.wording import average_text, number_text

SCORES = SCORED | cells(TARGETS, "category")


@dataclass(frozen=True, eq=False, repr=False)
class Scored:
    """A member who signed an agreement, and the points reached."""

    branch: Branch
    member: Member

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """The targets that stand in the agreement."""
        return self.branch.targets_of(self.member)

    @property
    def total(self) -> Decimal | None:
        """All points; None while a target has none."""
        return total_score(self.member, self.targets)

    def of(self, category: str) -> Decimal | None:
        """Give the points of the targets of a category; None while one has none, or there is none."""
        return total_score(self.member, (target for target in self.targets if target.category == category))

    @property
    def counts(self) -> bool:
        """Whether the average counts the member: on the books on the day told of, full or approved."""
        day = self.branch.told_until
        return is_full(self.member, day) or is_probationary(self.member, day)


@dataclass(frozen=True, eq=False, repr=False)
class Scores:
    """The points of all who signed an agreement."""

    branch: Branch

    @cached_property
    def all(self) -> tuple[Scored, ...]:
        """A line for each, by group."""
        return tuple(Scored(self.branch, member) for member in by_group(self.branch, Signers(self.branch).all))

    @cached_property
    def counted(self) -> tuple[Scored, ...]:
        """Those whom the average counts: who have all of their points."""
        return tuple(one for one in self.all if one.counts and one.total is not None)

    def average(self, category: str = "") -> str:
        """Write the average of those who count, of a category or of the whole."""
        points = [one.of(category) if category else one.total for one in self.counted]
        return average_text(each for each in points if each is not None)

    def full_marks(self, category: str) -> str:
        """Write how many points a category has at most; nothing where it is not the same for all, or not given."""
        found = {_most(one, category) for one in self.all}
        return number_text(found.pop()) if len(found) == 1 else ""

    @property
    def below(self) -> int:
        """How many of those who count are below the pass mark."""
        pass_marks = self.branch.info.pass_marks
        return sum(
            bool(pass_marks is not None and one.total is not None and one.total < pass_marks) for one in self.counted
        )


def _most(one: Scored, category: str) -> Decimal | None:
    points = [target.points for target in one.targets if target.category == category]
    known = [each for each in points if each is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(points) else None


def remarks(one: Scored) -> str:
    """Say of whom the average does not count, why: 转出，不计入平均."""
    if one.counts:
        return "" if one.total is not None else "没有计满，不计入平均"
    if on_books(one.member, one.branch.told_until):
        return "等待批准，不计入平均"
    return f"{one.member.standing if one.member.standing in ENDED else '转出'}，不计入平均"


class Column(NamedTuple):
    """How many reached one score."""

    score: Decimal
    members: int


def columns(found: Scores) -> Iterator[Column]:
    """Give how many reached each score, the lowest first; nothing where too few have one."""
    reached = Counter(one.total for one in found.counted if one.total is not None)
    if len(found.counted) >= FEWEST:
        yield from (Column(score, reached[score]) for score in sorted(reached))


def _points(category: str, example: str) -> Field[Scored]:
    return Field(
        name=category,
        about=f"{category}目标得了几分；没有计满就空着",
        example=example,
        value=lambda one: number_text(one.of(category)),
        grounds=SCORES,
    )


def _full_marks(category: str, example: str) -> Field[Scores]:
    return Field(
        name=category,
        about=f"{category}目标满分几分；不一样就空着",
        example=example,
        value=lambda found: found.full_marks(category),
        grounds=SIGNED | cells(TARGETS, "category points"),
    )


def _average(category: str, example: str) -> Field[Scores]:
    return Field(
        name=category or "合计",
        about=f"在册党员{category or '合计'}得分的平均",
        example=example,
        value=lambda found: found.average(category),
        grounds=SCORES,
    )


TARGETS_ANNEX: Group[Branch, Scores] = Group(
    name="目标考核",
    about="附件“目标考核”",
    of=Scores,
    fields=(
        Rows(
            name="各人",
            about="签订责任书的党员，一人一行，按党小组",
            each=lambda found: found.all,
            grounds=LISTED | SIGNED,
            fields=(
                cell("党小组", ROSTER, "group", lambda one: one.member.group),
                Field(
                    name="姓名",
                    about="姓名；同名的带岗位",
                    example="王海涛（钳工）",
                    value=lambda one: name_in_table(one.branch, one.member),
                    grounds=NAMED,
                ),
                *map(_points, TARGET_CATEGORIES, ("60", "25", "15")),
                Field(
                    name="合计",
                    about="一共得了几分；没有计满就空着",
                    example="100",
                    value=lambda one: number_text(one.total),
                    grounds=SCORES,
                ),
                Field(
                    name="备注", about="不计入平均的是为什么", example="转出，不计入平均", value=remarks, grounds=SCORES
                ),
            ),
        ),
        Group(
            name="满分",
            about="各类目标的满分",
            of=lambda found: found,
            fields=tuple(map(_full_marks, TARGET_CATEGORIES, ("60", "25", "15"))),
        ),
        Group(
            name="平均",
            about="在册党员的平均分",
            of=lambda found: found,
            fields=tuple(map(_average, (*TARGET_CATEGORIES, ""), ("59.3", "23.9", "14", "97.2"))),
        ),
        Field(
            name="人数",
            about="平均是多少人的",
            example="27",
            value=lambda found: len(found.counted),
            grounds=SCORES,
            shape=Shape.NUMBER,
        ),
        Field(
            name="不合格",
            about="其中几人低于合格分",
            example="0",
            value=lambda found: found.below,
            grounds=SCORES | info("pass_marks"),
            shape=Shape.NUMBER,
        ),
        Rows(
            name="图",
            about="图表：各个分数几人，低的在前；人太少就没有",
            each=columns,
            grounds=SCORES,
            fields=(
                Field(
                    name="分数",
                    about="几分",
                    example="97分",
                    value=lambda column: f"{number_text(column.score)}分",
                    grounds=SCORES,
                ),
                Field(
                    name="人数",
                    about="几人",
                    example="6",
                    value=lambda column: column.members,
                    grounds=SCORES,
                    shape=Shape.NUMBER,
                ),
            ),
        ),
    ),
)
