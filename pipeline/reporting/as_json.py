"""Turns a report into JSON for other programs."""

from __future__ import annotations

import json

from pipeline.findings import Finding, Level
from pipeline.reporting.report import Report
from pipeline.reporting.text import STEERING

FORMAT = 2
"""Version of what is written; 2 knows the level breach and further places."""


def report_json(report: Report, *, ascii_only: bool) -> str:
    """Write the report; `ascii_only` escapes everything else, for a stream that cannot hold it."""
    data: dict[str, object] = {
        "format": FORMAT,
        "workbook": report.workbook,
        "branch": report.branch,
        "as_of": report.as_of.isoformat(),
        "switched_off": list(report.switched_off),
        "findings": [finding_json(finding) for finding in report.findings],
        "summary": {
            "errors": report.counts[Level.ERROR],
            "breaches": report.counts[Level.BREACH],
            "warnings": report.counts[Level.WARNING],
            "notes": report.counts[Level.NOTE],
        },
    }
    if report.marked:
        data["marked"] = report.marked
    if report.calendar:
        data["calendar"] = list(report.calendar)
    if report.generating:
        data |= documents_json(report)
    text = json.dumps(data, ensure_ascii=ascii_only, indent=2)
    return STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def documents_json(report: Report) -> dict[str, object]:
    """Write what became of the documents."""
    held = [
        {
            "path": each.path,
            "row": each.row,
            "kind": each.kind,
            "reasons": [f"{reason.rule.code} {reason.where}" for reason in each.reasons],
            "outdated": list(each.outdated),
        }
        for each in report.held
    ]
    failed = [
        {"path": document.path, "kind": document.kind, "reasons": [document.reason]} for document in report.failures
    ]
    written = [
        {
            "path": document.path,
            "kind": document.kind,
            "sha256": document.sha256,
            "sources": list(document.sources),
            "outcome": document.outcome,
        }
        for document in report.documents
        if not document.failed and document.kind
    ]
    return {"documents": written, "skipped": [*held, *failed], "orphans": list(report.orphans)}


def finding_json(finding: Finding) -> dict[str, object]:
    """Write one finding."""
    return {
        "code": finding.rule.code,
        "level": finding.level.code,
        "sheet": finding.where.sheet,
        "cell": finding.where.cell,
        "column": finding.where.heading,
        "value": finding.where.value,
        "message": finding.message,
        "remedy": finding.remedy,
        "basis": finding.rule.basis,
        "further": [{"sheet": place.sheet, "cell": place.cell, "column": place.heading} for place in finding.further],
    }
