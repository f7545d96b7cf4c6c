"""Chooses who reads the cells: calamine, unless the workbook is openpyxl's to read."""

from __future__ import annotations

from pipeline.workbook.reading import cells_calamine
from pipeline.workbook.reading.container import WorkbookFile
from pipeline.workbook.reading.grid import Book


def read_book(package: WorkbookFile) -> Book:
    """Read all worksheets of a package; the cells are the same whoever reads them.

    Raises WorkbookUnreadableError where neither reader can.
    """
    try:
        return cells_calamine.read_book(package)
    except cells_calamine.UnsuitedError:
        # Deferred: openpyxl takes 0.1 s to import, and few workbooks need it.
        from pipeline.workbook.reading import cells_openpyxl  # noqa: PLC0415

        return cells_openpyxl.read_book(package)
