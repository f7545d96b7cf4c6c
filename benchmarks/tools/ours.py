"""Our engine, as the product uses it: the template compiled inside the loop's time."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

from benchmarks.tools.run import measure
from pipeline.rendering import Engine, Properties

PROPERTIES = Properties(title="责任书", author="支部", day=date(2025, 1, 20))


def fill(template: bytes, contexts: list[dict[str, object]], path: Callable[[int], Path]) -> None:
    """Compile once, fill many times."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "责任书.docx").write_bytes(template)
        engine = Engine((Path(folder),))
        engine.prepare(["责任书"])
    for number, context in enumerate(contexts):
        path(number).write_bytes(engine.render("责任书", context, PROPERTIES))


if __name__ == "__main__":
    measure(fill)
