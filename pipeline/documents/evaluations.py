"""Declares the tables of the record of the yearly evaluation, from the rows of 民主评议."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from pipeline.documents.fields import Field, Group, Rows, cell
from pipeline.documents.meeting_subject import EVALUATED, MeetingRecord
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, cells, deciding
from pipeline.facts.membership import is_full
from pipeline.schema import EVALUATIONS, Decides, Evaluation
from pipeline.schema.members import EVALUATION_GRADES
from pipeline.wording import joined, number_text, percent_text

UNGRADED = "预备党员，不定等次"
STANDING = deciding(Decides.STANDING)


class Evaluated(NamedTuple):
    """One member's row, and the branch it is of."""

    row: Evaluation
    branch: Branch


def evaluated(one: MeetingRecord) -> list[Evaluated]:
    """Give the rows in the order of the members' 编号."""
    return [Evaluated(row, one.branch) for row in one.evaluated]


def remark(one: Evaluated) -> str:
    """Say why somebody has no grade: probationary members take part and get none."""
    member = one.branch.member_of(one.row.member)
    probationary = member is not None and not is_full(member, one.branch.evaluation_day)
    return UNGRADED if probationary and not one.row.grade else ""


def grades_text(branch: Branch, rows: Sequence[Evaluation]) -> str:
    """Count the grades: 优秀8名（占正式党员的32.0%）、合格17名; only grades that were given."""
    full = len(branch.full(branch.evaluation_day))
    counts = {grade: sum(row.grade == grade for row in rows) for grade in EVALUATION_GRADES}
    return joined(
        f"{grade}{count}名" + (f"（占正式党员的{percent_text(count, full)}）" if grade == "优秀" and full else "")
        for grade, count in counts.items()
        if count
    )


COUNTED = cells(EVALUATIONS, "grade") | STANDING | EVALUATED
EVALUATION_GROUP: Group[MeetingRecord, MeetingRecord] = Group(
    name="评议",
    about="民主评议；不是当年民主评议的会是空的",
    of=lambda one: one if one.is_evaluation else None,
    grounds=EVALUATED,
    fields=(
        Rows(
            name="名单",
            about="参加评议的人，一人一行",
            each=evaluated,
            grounds=EVALUATED,
            own_of=EVALUATIONS.name,
            own=lambda one: one.row,
            fields=(
                cell("姓名", EVALUATIONS, "member", lambda one: str(one.row.member or ""), grounds=NAMING),
                cell("优秀票", EVALUATIONS, "excellent", lambda one: number_text(one.row.excellent)),
                cell("合格票", EVALUATIONS, "good", lambda one: number_text(one.row.good)),
                cell("基本合格票", EVALUATIONS, "fair", lambda one: number_text(one.row.fair)),
                cell("不合格票", EVALUATIONS, "poor", lambda one: number_text(one.row.poor)),
                cell("等次", EVALUATIONS, "grade", lambda one: one.row.grade),
                Field(
                    name="备注",
                    about="不定等次的预备党员写明",
                    example=UNGRADED,
                    value=remark,
                    grounds=cells(EVALUATIONS, "grade") | STANDING | EVALUATED,
                ),
                cell("自评", EVALUATIONS, "self_view", lambda one: one.row.self_view),
                cell("互评", EVALUATIONS, "peer_view", lambda one: one.row.peer_view),
                cell("支部意见", EVALUATIONS, "opinion", lambda one: one.row.opinion),
            ),
        ),
        Field(
            name="等次统计",
            about="各等次多少名，优秀占正式党员多少",
            example="优秀8名（占正式党员的32.0%）、合格17名",
            value=lambda one: grades_text(one.branch, one.evaluated),
            grounds=COUNTED,
        ),
    ),
)
"""The evaluation, under 评议."""
