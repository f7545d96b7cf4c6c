"""Reads workbooks into records, and writes the blank one."""

from __future__ import annotations

from pathlib import Path

from pipeline.facts.records import Records
from pipeline.findings import Finding
from pipeline.workbook.reading.cells import read_book
from pipeline.workbook.reading.container import WorkbookFile, open_package
from pipeline.workbook.reading.sheets import read_records


def read_workbook(path: Path) -> tuple[Records, list[Finding]]:
    """Read a workbook file: what it says, and what is wrong with its cells.

    Raises WorkbookUnreadableError, with a Chinese sentence, where the file is no readable workbook.
    """
    return read_package(open_package(path))


def read_package(package: WorkbookFile) -> tuple[Records, list[Finding]]:
    """Read a workbook that is in memory; as `read_workbook`."""
    return read_records(read_book(package))
