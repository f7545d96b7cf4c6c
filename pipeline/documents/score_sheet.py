"""Turns the points reached in the agreements into the score sheet of the year (考核得分表); forms.md 2.11."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.documents.fields import Field, Group, Rows
from pipeline.documents.plan import DocumentKind
from pipeline.documents.signing_roll import LINE_FIELDS, MOVED, SIGNING, AgreementList, Signer, moved_text
from pipeline.documents.year_papers import AGREEMENTS_FOLDER, NAMED, year_kind
from pipeline.facts.agreements import total_score
from pipeline.facts.grounds import cells, deciding, info
from pipeline.facts.year import TOLD_BY
from pipeline.schema import ROSTER, TARGETS, Decides
from pipeline.schema.members import TARGET_CATEGORIES
from pipeline.vocabulary import Shape
from pipeline.wording import average_text, joined, noted, number_text

TEMPLATE = "考核得分表"
SCORED = SIGNING | cells(TARGETS, "scores")
BELOW = SCORED | info("pass_marks")


class ScoreSheet(AgreementList):
    """The score sheet of the year."""

    form = TEMPLATE

    def failing(self) -> Iterator[str]:
        """Yield who is below the pass mark, with the points."""
        for line in self.lines:
            if is_below(line):
                yield noted(self.branch.label(line.member), f"{total_text(line)}分")

    def unscored(self) -> int:
        """Count those of whose targets one has no points yet."""
        return sum(total(line) is None for line in self.lines)


def total(line: Signer) -> Decimal | None:
    """Add up the points of all targets."""
    return total_score(line.member, line.targets)


def total_text(line: Signer) -> str:
    """Write them; nothing while one target has none."""
    return number_text(total(line))


def is_below(line: Signer) -> bool:
    """Whether the points are known and below the pass mark."""
    points, passing = total(line), line.branch.info.pass_marks
    return points is not None and passing is not None and points < passing


def remark_text(line: Signer) -> str:
    """Say that the points are below the pass mark, and when somebody came or went."""
    return joined(("低于合格分" if is_below(line) else "", moved_text(line)), "，")


def _score(category: str) -> Field[Signer]:
    return Field(
        name=category,
        about=f"{category}目标的得分；有一项没有得分就空着",
        example="38",
        value=lambda line: number_text(total_score(line.member, line.of(category))),
        grounds=SCORED | cells(TARGETS, "category"),
    )


KIND: DocumentKind[ScoreSheet] = year_kind(
    ScoreSheet,
    TEMPLATE,
    AGREEMENTS_FOLDER,
    "全年一份，签责任书的党员一人一行；没有得分的和自查、互查、支部评定留空",
    (
        Group(
            name="考核",
            about="考核的结果",
            of=lambda sheet: sheet,
            fields=(
                Field(
                    name="人数",
                    about="在册、得分齐全的人数，平均分只算他们",
                    example="27",
                    value=lambda sheet: len(sheet.signers.scores),
                    grounds=SCORED | TOLD_BY,
                    shape=Shape.NUMBER,
                ),
                Field(
                    name="平均分",
                    about="在册、得分齐全的党员的平均分",
                    example="97.2",
                    value=lambda sheet: average_text(sheet.signers.scores),
                    grounds=SCORED | TOLD_BY,
                ),
                Field(
                    name="没有得分",
                    about="没有得分或得分不全的人数",
                    example="1",
                    value=lambda sheet: sheet.unscored(),
                    grounds=SCORED,
                    shape=Shape.NUMBER,
                ),
                Field(
                    name="低于合格分",
                    about="低于合格分的党员和得分",
                    example="丁宝山（58分）",
                    value=lambda sheet: joined(sheet.failing()),
                    grounds=BELOW | deciding(Decides.NAMING),
                ),
            ),
        ),
        Rows(
            name="名单",
            about="签责任书的党员，一人一行",
            each=lambda sheet: sheet.lines,
            grounds=SIGNING,
            own_of=ROSTER.name,
            own=lambda line: line.member,
            fields=(
                *LINE_FIELDS,
                *map(_score, TARGET_CATEGORIES),
                Field(
                    name="合计",
                    about="得分合计；有一项没有得分就空着",
                    example="98",
                    value=total_text,
                    grounds=SCORED,
                ),
                Field(
                    name="备注",
                    about="低于合格分的写明；年内哪天转入、转出",
                    example="低于合格分",
                    value=remark_text,
                    grounds=BELOW | MOVED,
                ),
            ),
        ),
    ),
    grounds=SIGNING | NAMED,
    every_row=True,
)
