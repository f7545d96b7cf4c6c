"""Turns a report into plain Chinese lines: grouped by sheet, repeated kinds folded, totals and next step last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.findings import Finding, Level
from pipeline.reporting.report import Report
from pipeline.wording import date_text

SHOWN = 3
"""Findings of one kind on one sheet that are spelt out before the rest is folded."""
LISTED = 8
"""Documents or names a list spells out before it counts the rest."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a report and how it is to look."""

    text: str
    level: Level | None = None
    """Colour of a finding's level; None for plain text."""
    strong: bool = False


def report_text(report: Report) -> str:
    """Write the report as plain text, for a file."""
    return "\r\n".join(line.text for line in report_lines(report)) + "\r\n"


def report_lines(report: Report) -> Iterator[Line]:
    """Write the report line by line."""
    yield Line(f"检查 {report.workbook}（以{date_text(report.as_of)}为今天）", strong=True)
    for sheet, findings in by_sheet(report.findings).items():
        yield Line("")
        yield Line(f"【{sheet or '整本工作簿'}】", strong=True)
        yield from sheet_lines(findings)
    yield Line("")
    if report.generating:
        yield from outcome_lines(report)
    yield from total_lines(report)
    if report.marked:
        yield Line(f"标记副本：{report.marked}", strong=True)


def by_sheet(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Group findings by sheet in the order of their first appearance, errors first inside a sheet."""
    grouped: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        grouped[finding.where.sheet].append(finding)
    order = list(Level)
    for rows in grouped.values():
        rows.sort(key=lambda f: (order.index(f.level), f.where.row, f.where.column, f.rule.code))
    return grouped


def sheet_lines(findings: Sequence[Finding]) -> Iterator[Line]:
    """Write the findings of one sheet; of each kind the first few, then how many more."""
    kinds: dict[tuple[str, Level], list[Finding]] = defaultdict(list)
    for finding in findings:
        kinds[finding.rule.code, finding.level].append(finding)
    for rows in kinds.values():
        folded = len(rows) > SHOWN + 1 and all(finding.where.cell for finding in rows)
        for finding in rows[:SHOWN] if folded else rows:
            yield from finding_lines(finding)
        if folded:
            rest = rows[SHOWN:]
            cells = "、".join(finding.where.cell for finding in rest[:LISTED])
            more = "等" if len(rest) > LISTED else ""
            yield Line(f"    同类还有{len(rest)}处：{cells}{more}", rows[0].level)


def finding_lines(finding: Finding) -> Iterator[Line]:
    """Write one finding: where and what, how to mend it, on what basis."""
    where = " ".join(filter(None, (finding.where.cell, finding.where.heading)))
    head = f"  {finding.level.sign} {finding.level.value} {finding.rule.code}"
    yield Line(f"{head}  {where}：{finding.message}" if where else f"{head}  {finding.message}", finding.level)
    yield Line(f"      改法：{finding.remedy}")
    if finding.level is not Level.NOTE:
        yield Line(f"      依据：{finding.rule.basis}")


def outcome_lines(report: Report) -> Iterator[Line]:
    """Write what was delivered, kept, skipped or failed."""
    kinds: dict[str, int] = defaultdict(int)
    for document in report.documents:
        if document.kind and not document.failed:
            kinds[document.kind] += 1
    if kinds:
        counts = "、".join(f"{kind}{count}份" for kind, count in kinds.items())
        yield Line(f"写出文书{sum(kinds.values())}份：{counts}。", strong=True)
    for document in report.documents:
        if document.reason:
            yield Line(f"  ！ {document.path}：{document.reason}", Level.WARNING)
    if report.skipped:
        yield Line(f"因为有错误没有写出的文书{len(report.skipped)}份：", strong=True)
        for skipped in report.skipped[:LISTED]:
            reasons = "、".join(dict.fromkeys(f"{r.rule.code} {r.where}" for r in skipped.reasons[:LISTED]))
            more = "等" if len(skipped.reasons) > LISTED else ""
            yield Line(f"  × {skipped.path}（{reasons}{more}）", Level.ERROR)
        if len(report.skipped) > LISTED:
            yield Line(f"    还有{len(report.skipped) - LISTED}份")
    if report.orphans:
        yield Line(f"以前生成、这次工作簿里已经没有的文书{len(report.orphans)}份，原样留着：", strong=True)
        for path in report.orphans[:LISTED]:
            yield Line(f"  · {path}")


def total_lines(report: Report) -> Iterator[Line]:
    """Write the totals."""
    counts = report.counts
    parts = [f"{level.value}{counts[level]}条" for level in Level if counts[level]]
    level = next((level for level in Level if counts[level]), None)
    if not parts:
        yield Line("没有发现问题。", strong=True)
    else:
        yield Line(f"共{'、'.join(parts)}。", level, strong=True)
