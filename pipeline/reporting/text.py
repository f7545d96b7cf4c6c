"""Turns a report into plain Chinese lines: grouped by sheet, repeated kinds folded, totals and next step last."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.findings import Finding, Level
from pipeline.reporting.report import Report
from pipeline.wording import date_text, joined

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
"""Control characters, line separators, marks of direction: what a terminal obeys or hides."""
SHOWN = 3
"""Findings of one kind on one sheet that are spelt out before the rest is folded."""
OUTDATED = "旧版（未更新）"
"""What an older paper of a held document is called."""
LISTED = 8
"""Documents or names a list spells out before it counts the rest."""
OUTCOMES = {"没有变化": "没有变化的", "人工修改过，保留": "人工修改过、保留原样的", "没有写成": "没有写成的"}
"""What became of documents, as it stands before a count; other outcomes stand as they are."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Line:
    """One line of a report and how it is to look."""

    text: str
    level: Level | None = None
    """Colour of a finding's level; None for plain text."""
    strong: bool = False


def report_text(report: Report) -> str:
    """Write the report as plain text, for a file; nothing is folded."""
    return "\r\n".join(line.text for line in report_lines(report, folded=False)) + "\r\n"


def report_lines(report: Report, *, folded: bool = True) -> Iterator[Line]:
    """Write the report line by line, with no character that a terminal would obey."""
    for line in _lines(report, folded):
        yield line if line.text.isprintable() else replace(line, text=visible(line.text))


def visible(text: str) -> str:
    """Spell out the characters that steer a terminal instead of being shown."""
    return STEERING.sub(lambda found: f"‹U+{ord(found[0]):04X}›", text)


def _lines(report: Report, folded: bool) -> Iterator[Line]:
    yield Line(f"检查 {report.workbook}（以{date_text(report.as_of)}为今天）", strong=True)
    if report.only:
        yield Line(f"只要这几种文书：{'、'.join(report.only)}。检查仍是整本工作簿。")
    if report.held:
        yield from held_lines(report, folded=folded)
    for level, told in by_level(report.findings).items():
        yield Line("")
        if folded and level is Level.NOTE:
            codes = joined(dict.fromkeys(finding.rule.code for finding in told))
            yield Line(f"说明{len(told)}条，都不用处理：{codes}。加上 --all 逐条列出。", level)
            continue
        yield Line(f"■ {level.value}{len(told)}条：{level.meaning}", level, strong=True)
        for sheet, findings in by_sheet(told).items():
            yield Line(f"【{sheet or '整本工作簿'}】", strong=True)
            yield from sheet_lines(findings, folded=folded)
    yield Line("")
    if folded and any(rest for told in by_level(report.findings).values() for _, rest in folded_kinds(told)):
        everything = "加上 --all，或者看检查报告.txt" if report.documents else "加上 --all 就有全部"
        yield Line(f"上面没有一一列出的同类，{everything}。")
    if report.generating:
        yield from outcome_lines(report)
    yield from total_lines(report)
    if report.marked:
        yield Line(f"标记副本：{report.marked}", strong=True)


def by_level(findings: Sequence[Finding]) -> dict[Level, list[Finding]]:
    """Group findings by level, the most severe first."""
    found = {level: [finding for finding in findings if finding.level is level] for level in Level}
    return {level: told for level, told in found.items() if told}


def folded_kinds(findings: Sequence[Finding]) -> Iterator[tuple[Sequence[Finding], Sequence[Finding]]]:
    """Part the findings of each kind on each sheet, notes left aside: they are folded as a whole."""
    for told in by_sheet(findings).values():
        yield from kinds_of([finding for finding in told if finding.level is not Level.NOTE])


def by_sheet(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    """Group findings by sheet in the order of their first appearance, the most severe first inside a sheet."""
    grouped: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        grouped[finding.where.sheet].append(finding)
    for rows in grouped.values():
        rows.sort(key=lambda f: (f.level.rank, f.where.row, f.where.column, f.rule.code))
    return grouped


def sheet_lines(findings: Sequence[Finding], *, folded: bool) -> Iterator[Line]:
    """Write the findings of one sheet; folded, of each kind the first few, then how many more."""
    for shown, rest in kinds_of(findings):
        for finding in shown if folded else (*shown, *rest):
            yield from finding_lines(finding, folded=folded)
        if folded and rest:
            places = joined(map(place, rest[:LISTED]))
            more = "等" if len(rest) > LISTED else ""
            yield Line(f"    同类还有{len(rest)}处" + (f"：{places}{more}" if places else ""), shown[0].level)


def kinds_of(findings: Sequence[Finding]) -> Iterator[tuple[Sequence[Finding], Sequence[Finding]]]:
    """Part the findings of each kind into those that are spelt out and those that may be folded."""
    kinds: dict[tuple[str, Level], list[Finding]] = defaultdict(list)
    for finding in findings:
        kinds[finding.rule.code, finding.level].append(finding)
    for rows in kinds.values():
        folded = len(rows) > SHOWN + 1 and all(map(place, rows))
        cut = SHOWN if folded else len(rows)
        yield rows[:cut], rows[cut:]


def place(finding: Finding) -> str:
    """Name the place of a finding in a word: its cell, or else the heading or section it is about."""
    return finding.where.cell or finding.where.heading or str(finding.detail.get("section", ""))


def finding_lines(finding: Finding, *, folded: bool) -> Iterator[Line]:
    """Write one finding: where and what, where else to look, how to fix it, on what basis."""
    where = " ".join(filter(None, (finding.where.cell, finding.where.heading)))
    head = f"  {finding.level.sign} {finding.level.value} {finding.rule.code}"
    yield Line(f"{head}  {where}：{finding.message}" if where else f"{head}  {finding.message}", finding.level)
    if finding.further:
        yield Line(f"      另见 {further_text(finding, LISTED if folded else len(finding.further))}")
    yield Line(f"      改法：{finding.remedy}")
    if finding.level.grounded:
        yield Line(f"      依据：{finding.rule.basis}")


def further_text(finding: Finding, shown: int) -> str:
    """Name the first further places of a finding, and count the rest."""
    rest = len(finding.further) - shown
    return "、".join(map(str, finding.further[:shown])) + (f"等{len(finding.further)}处" if rest > 0 else "")


def held_lines(report: Report, *, folded: bool) -> Iterator[Line]:
    """Name the documents that errors hold, each with its reasons and the older paper that is still there."""
    yield Line(f"因为有错误没有写的文书{len(report.held)}份（错误改好再生成就有）：", strong=True)
    shown = report.held[:LISTED] if folded else report.held
    for held in shown:
        reasons = "、".join(dict.fromkeys(f"{r.rule.code} {r.where}" for r in held.reasons[:LISTED]))
        more = "等" if len(held.reasons) > LISTED else ""
        yield Line(f"  × {held.name}（{reasons}{more}）", Level.ERROR)
        for path in held.outdated:
            yield Line(f"      {OUTDATED}：{path}")
    if len(report.held) > len(shown):
        everything = "，加上 --all 就有全部"
        yield Line(f"    还有{len(report.held) - len(shown)}份{everything}")


def outcome_lines(report: Report) -> Iterator[Line]:
    """Write what was delivered, kept, skipped or failed."""
    outcomes: dict[str, Counter[str]] = defaultdict(Counter)
    for document in report.documents:
        if document.kind:
            outcomes[document.outcome][document.kind] += 1
    for outcome, kinds in outcomes.items():
        counts = "、".join(f"{kind}{count}份" for kind, count in kinds.items())
        yield Line(f"{OUTCOMES.get(outcome, outcome)}文书{kinds.total()}份：{counts}。", strong=True)
    for document in report.documents:
        if document.reason:
            yield Line(f"  ！ {document.path}：{document.reason}", Level.WARNING)
    if report.unwritten:
        yield Line(f"没有错误、但也没有写的文书{report.unwritten}份；去掉 --all-or-nothing 就写出来。", strong=True)
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
