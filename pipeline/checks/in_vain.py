"""Checks of what is filled in and reaches no document, or lacks what it belongs to (C06, C33)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.branch import Branch
from pipeline.facts.planned import held
from pipeline.findings import Finding, Location
from pipeline.rules import cells as rules
from pipeline.schema import ITEMS, Item
from pipeline.schema.activities import CRITICISM, PLEDGE, PROBLEM, SELF_CRITICISM

LEADING = re.compile(r"^\D*")
COMMON_SHARE = 0.6
"""From this share of a column on, the leading letters of a 编号 count as the custom of the workbook."""
FEWEST = 3
"""The fewest rows in which a column can show a custom."""

BALLOT_COLUMNS = (
    "vote_method",
    "candidate",
    "seats",
    "issued",
    "returned",
    "valid",
    "ayes",
    "noes",
    "abstentions",
    "written",
    "scrutineers",
    "tellers",
    "reviewed",
    "notice",
)


@yields(rules.C06)
def votes_have_a_type(branch: Branch) -> Iterator[Finding]:
    """Figures of a vote are printed, and judged, by its type."""
    for item in branch.records.items:
        if item.vote_type or "vote_type" in item.origin.broken or stands_apart(item):
            continue
        filled = [name for name in BALLOT_COLUMNS if getattr(item, name) not in (None, (), "")]
        if filled:
            headings = {column.name: column.heading for column in ITEMS.columns}
            help_text = f"这一行填了{headings[filled[0]]}，要说明是哪种表决。"
            where, further = item.origin.at("vote_type"), item.origin.cells(*filled)
            yield rules.C06.at(where, *further, heading="表决类型", help=help_text)


@yields(rules.C33)
def nothing_filled_in_vain(branch: Branch) -> Iterator[Finding]:
    """A cell that this kind of row does not print is reported."""
    headings = {column.name: column.heading for column in ITEMS.columns}
    for item in branch.records.items:
        for name, why, remedy in _in_vain(item):
            where = item.origin.at(name)
            yield rules.C33.at(where, heading=headings[name], value=where.value, why=why, remedy=remedy)


def stands_apart(item: Item) -> bool:
    """Whether a row is printed in the table of problems or of criticism, and not under its agenda item."""
    if item.step == CRITICISM:
        return item.criticised is not None
    return item.step == PROBLEM or (item.step in {SELF_CRITICISM, PLEDGE} and item.speaker is not None)


def _in_vain(item: Item) -> Iterator[tuple[str, str, str]]:
    if item.criticised and item.step != CRITICISM:
        yield "criticised", "这一行不是批评意见", "环节写“批评意见”，或清空批评对象"
    if stands_apart(item):
        own = ("reporter", "speaker") if item.step == PROBLEM else ("reporter", "resolution", "responsible", "due")
        for name in (*own, "attachment", "vote_type", *BALLOT_COLUMNS):
            if getattr(item, name) not in (None, (), ""):
                yield name, f"“{item.step}”这一行没有这一栏", "另起一行写成议题或发言，或写进发言要点"


@yields(rules.C33_SHEET)
def evaluation_has_a_meeting(branch: Branch) -> Iterator[Finding]:
    """What is said in the evaluation is printed in the record of its meeting, so there must be one."""
    rows = branch.records.evaluations
    if not rows or branch.evaluation_meeting is not None:
        return
    if any("types" in meeting.origin.broken or meeting.day is None for meeting in held(branch)):
        return
    yield rules.C33_SHEET.at(
        Location(rows[0].origin.layout.sheet),
        what=f"{len(rows)}行自评、互评、票数和支部意见",
        why=f"会议活动里{branch.year}年没有类型为“民主评议”的会",
        remedy="在会议活动里把评议那次会的类型写成“民主评议”，合并开展的写“组织生活会、民主评议”",
    )


@yields(rules.C33)
def proofs_have_a_figure(branch: Branch) -> Iterator[Finding]:
    """How a benefit was calculated is printed with the benefit, so there must be one."""
    for project in branch.records.projects:
        if project.benefit is not None or "benefit" in project.origin.broken:
            continue
        for name, heading in (("computed", "计算依据"), ("confirmer", "确认人")):
            if getattr(project, name):
                where = project.origin.at(name)
                remedy = "补上效益金额；没有金额的，把要说的写进成果"
                yield rules.C33.at(where, heading=heading, value=where.value, why="没有填效益金额", remedy=remedy)


@yields(rules.C33)
def agreements_print_targets_and_zones(branch: Branch) -> Iterator[Finding]:
    """Every target, and every particular of a zone, comes into somebody's agreement."""
    signers = [member for member in branch.members if branch.signs(member) and branch.targets_of(member)]
    used = {target.origin.key for member in signers for target in branch.targets_of(member)}
    numbers = {member.number for member in signers}
    for target in branch.records.targets:
        if target.text and target.origin.key not in used and "scope" not in target.origin.broken:
            where = target.origin.at("text")
            why = "适用的人里没有人签责任书"
            yield rules.C33.at(where, heading="目标内容", value=where.value, why=why, remedy="核对“适用”，或删去这一行")
    for zone in branch.records.zones:
        if "holders" in zone.origin.broken or any(person.number in numbers for person in zone.holders):
            continue
        for name, heading in (("area", "范围"), ("contacts", "联系群众"), ("duty", "任务")):
            if getattr(zone, name):
                where = zone.origin.at(name)
                why = "责任党员里没有人签责任书"
                yield rules.C33.at(where, heading=heading, value=where.value, why=why, remedy="核对责任党员")


CHECKS = declared_in(__name__)
