"""Writes the index of the year's documents as a table that Excel and WPS open."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from pipeline.delivery.delivered import Delivered, Outcome

INDEX_PATH = "00目录与检查报告/文书目录.csv"
REPORT_PATH = "00目录与检查报告/检查报告.txt"
HEADINGS = ("序号", "类别", "文件", "状态", "依据的行")
RISKY = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def index_bytes(documents: Iterable[Delivered]) -> bytes:
    """Write the index, with the mark that tells Excel the encoding; no cell can act as a formula."""
    buffer = StringIO()
    writer = csv.writer(buffer)
    writer.writerow(HEADINGS)
    for number, document in enumerate(documents, start=1):
        state = document.outcome.value if document.outcome is Outcome.OUTDATED else ""
        rows = harmless("、".join(document.sources))
        writer.writerow((number, document.kind, harmless(document.path), state, rows))
    return buffer.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula (OWASP ASVS 1.2.10)."""
    return f"'{text}" if text.startswith(RISKY) else text
