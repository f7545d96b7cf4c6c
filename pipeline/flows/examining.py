"""Turns a workbook into a branch and everything that is wrong with it; what `check` and `generate` begin with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from pipeline.checks import check_branch
from pipeline.facts.branch import Branch
from pipeline.facts.planned import planned
from pipeline.findings import Finding, Level
from pipeline.flows.own_columns import with_taken_names
from pipeline.flows.papers import unknown_papers
from pipeline.flows.requests import Phase, Watch
from pipeline.schema import INFO_SHEET, TABLES
from pipeline.settings import SETTINGS_SHEET
from pipeline.workbook import read_package
from pipeline.workbook.reading.container import WorkbookFile, open_package, package_of

SHEET_ORDER = ("", INFO_SHEET, *(table.name for table in TABLES), SETTINGS_SHEET)
NO_WATCH = Watch()
MISSING = "M01"
"""Rule of the cells of a meeting that may be filled later."""


def opened(workbook: Path | bytes, name: str) -> WorkbookFile:
    """Open a workbook. Raises WorkbookUnreadableError where it is none."""
    return package_of(Path(name), workbook) if isinstance(workbook, bytes) else open_package(workbook)


def examine(package: WorkbookFile, as_of: date, watch: Watch = NO_WATCH) -> tuple[Branch, list[Finding]]:
    """Read a workbook into a branch, with everything that is wrong with it in the order of the workbook."""
    watch.at(Phase.READING)
    records, findings = read_package(package)
    branch = Branch(records, as_of)
    watch.at(Phase.CHECKING)
    told = [*with_taken_names(findings), *unknown_papers(branch.settings), *check_branch(branch)]
    return branch, sorted(_without_blanks_ahead(branch, told), key=reading_order)


def _without_blanks_ahead(branch: Branch, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield findings without the reminders of cells that a meeting only planned may leave blank."""
    ahead = {meeting.origin.key for meeting in planned(branch)}
    for finding in findings:
        where = finding.where
        blank = finding.rule.level is Level.WARNING and finding.rule.code == MISSING and not where.value
        if not blank or (where.sheet, where.row) not in ahead:
            yield finding


def reading_order(finding: Finding) -> tuple[int, str, int, int, str]:
    """Sort key that puts findings as the workbook is read: sheet by sheet, row by row."""
    where = finding.where
    place = SHEET_ORDER.index(where.sheet) if where.sheet in SHEET_ORDER else len(SHEET_ORDER) * bool(where.sheet)
    return (place, where.sheet, where.row, where.column, finding.rule.code)
