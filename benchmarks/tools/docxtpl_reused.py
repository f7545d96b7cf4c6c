"""docxtpl with one object for all documents."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks.tools.run import measure
from pipeline.rendering.language import environment


def fill(template: bytes, contexts: list[dict[str, object]], path: Callable[[int], Path]) -> None:
    """Open once, render and save for every document."""
    document = DocxTemplate(BytesIO(template))
    for number, context in enumerate(contexts):
        document.render(context, environment())
        document.save(path(number))


if __name__ == "__main__":
    measure(fill)
