"""Turns the rows of 民主评议 into the tables of the evaluation's record."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.plan import Field
from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_full
from pipeline.schema import Evaluation
from pipeline.schema.members import EVALUATION_GRADES
from pipeline.wording import joined, number_text, percent_text

UNGRADED = "预备党员，不定等次"


def evaluation_fields(branch: Branch, rows: Sequence[Evaluation]) -> dict[str, Field]:
    """Build the table of votes and grades, what was said of everybody, and the count of grades."""
    return {
        "名单": [row_fields(branch, row) for row in rows],
        "等次统计": grades_text(branch, rows),
    }


def row_fields(branch: Branch, row: Evaluation) -> dict[str, Field]:
    """Build one member's row."""
    member = branch.member_of(row.member)
    probationary = member is not None and not is_full(member, branch.evaluation_day)
    return {
        **row.extras,
        "姓名": str(row.member or ""),
        "优秀票": number_text(row.excellent),
        "合格票": number_text(row.good),
        "基本合格票": number_text(row.fair),
        "不合格票": number_text(row.poor),
        "等次": row.grade,
        "备注": UNGRADED if probationary and not row.grade else "",
        "自评": row.self_view,
        "互评": row.peer_view,
        "支部意见": row.opinion,
    }


def grades_text(branch: Branch, rows: Sequence[Evaluation]) -> str:
    """Count the grades: 优秀8名（占正式党员的32.0%）、合格17名; only grades that were given."""
    full = len(branch.full(branch.evaluation_day))
    counts = {grade: sum(row.grade == grade for row in rows) for grade in EVALUATION_GRADES}
    return joined(
        f"{grade}{count}名" + (f"（占正式党员的{percent_text(count, full)}）" if grade == "优秀" and full else "")
        for grade, count in counts.items()
        if count
    )
