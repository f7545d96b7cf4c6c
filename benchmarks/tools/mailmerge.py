"""docx-mailmerge2: merge fields, and a row repeated for each target."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from mailmerge import MailMerge

from benchmarks.tools.run import measure


def fill(template: bytes, contexts: list[dict[str, object]], path: Callable[[int], Path]) -> None:
    """Open, merge and write for every document."""
    for number, context in enumerate(contexts):
        with MailMerge(BytesIO(template)) as document:
            document.merge(**{key: value for key, value in context.items() if isinstance(value, str)})
            for key, rows in context.items():
                if isinstance(rows, list):
                    document.merge_rows(key, [{**row, key: row["c0"]} for row in rows])
            document.write(path(number))


if __name__ == "__main__":
    measure(fill, flat=True)
