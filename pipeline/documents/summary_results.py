"""Words the results of the year: what a count bears out, and no stronger than it bears."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pipeline.documents.branch_fields import Whole
from pipeline.documents.summary_claims import is_enterprise, people_served
from pipeline.documents.summary_members import Study
from pipeline.documents.summary_talks import told_talks
from pipeline.facts.branch import Branch
from pipeline.facts.projects import kept_time, proven_benefit
from pipeline.facts.zones import holders_of
from pipeline.schema import Project
from pipeline.wording import average_text, clause, joined, number_text, numeral


def whole(part: int, total: int, unit: str, done: str, each: str = "都") -> str:
    """Say of how many something is true: ，都已完成; ，其中2项已完成; nothing where it is true of none.

    A single one is no 都.
    """
    if not part or not total:
        return ""
    if part == total:
        return f"，{each if total > 1 else ''}{done}"
    return f"，其中{part}{unit}{done}"


def proven_benefits(branch: Branch) -> list[Project]:
    """Give the projects whose benefit says how it was computed and who confirmed it."""
    return [row for row in branch.records.projects if proven_benefit(row)]


def finished_text(branch: Branch) -> str:
    """Say how many projects are finished: 立项攻关3项，都已完成; nothing without a project."""
    rows = branch.records.projects
    done = sum(row.finished is not None for row in rows)
    return f"立项攻关{len(rows)}项{whole(done, len(rows), '项', '已完成')}" if rows else ""


def in_time_text(branch: Branch) -> str:
    """Say how many projects kept their time, where every limit is a date; else how many are finished."""
    rows = branch.records.projects
    if not rows or not all(row.due and row.due.day for row in rows):
        return finished_text(branch)
    kept = sum(map(kept_time, rows))
    if kept == len(rows):
        return f"立项攻关{len(rows)}项{whole(kept, len(rows), '项', '在时限内完成')}"
    return finished_text(branch) + (f"，在时限内完成的{kept}项" if kept else "")


def benefits_text(branch: Branch) -> str:
    """Add up the benefits: 其中2项有经济效益，经公司财务科确认，合计23.5万元; nothing without a proven one."""
    proven = proven_benefits(branch)
    if not proven:
        return ""
    confirmers = {clause(row.confirmer) for row in proven}
    by = f"经{confirmers.pop()}确认" if len(confirmers) == 1 else "都有确认人"
    some = f"其中{len(proven)}项有经济效益，" if len(proven) < len(branch.records.projects) else "经济效益"
    return f"{some}{by}，合计{benefit_sum(proven)}万元"


def benefit_sum(rows: list[Project]) -> str:
    """Add up the benefits of some projects."""
    return number_text(sum((row.benefit or Decimal(0) for row in rows), Decimal(0)))


def appeals_text(branch: Branch) -> str:
    """Say how many wishes the talks heard, and what became of them: 听到诉求16件，都有办理结果."""
    talks = [talk for talk in told_talks(Whole(branch)).talks if talk.appeal]
    settled = sum(bool(talk.outcome) for talk in talks)
    return f"听到诉求{len(talks)}件{whole(settled, len(talks), '件', '有办理结果')}" if talks else ""


def aspects_shown(branch: Branch) -> list[str]:
    """Give the aspects of the branch's work of which there is a figure; source-structure.md 5.2 #1."""
    return [f"{aspect}，{figure}" for aspect, figure in _aspects(branch) if figure]


def _aspects(branch: Branch) -> Iterator[tuple[str, str]]:
    hours = Study(branch).hours.values()
    yield "发挥政治核心作用", f"党员人均集中学习{average_text(hours)}学时" if any(hours) else ""
    zones = branch.records.zones
    holders = holders_of(zones)
    posts = "、岗" if any(zone.category.endswith("岗") for zone in zones) else ""
    yield "发挥党员先锋模范作用", f"{len(holders)}名党员负责{len(zones)}个责任区{posts}" if holders else ""
    talks = len(told_talks(Whole(branch)).talks)
    heard = joined((f"谈心谈话{talks}次" if talks else "", appeals_text(branch)), "，")
    yield f"调动{people_served(branch)}的积极性和创造性", heard if talks else ""
    yield ("以经济效益为中心，" if is_enterprise(branch) else "") + "保证各项任务完成", finished_text(branch)


def aspects_text(branch: Branch) -> str:
    """Number the aspects: 一是发挥政治核心作用，党员人均集中学习48.8学时；二是…; nothing for fewer than two."""
    shown = aspects_shown(branch)
    if len(shown) < 2:
        return ""
    return joined((f"{numeral(number)}是{aspect}" for number, aspect in enumerate(shown, start=1)), "；")
