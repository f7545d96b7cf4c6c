"""docxtpl as its documentation shows it: a new object for every document."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks.tools.run import measure
from pipeline.rendering.language import environment


def fill(template: bytes, contexts: list[dict[str, object]], path: Callable[[int], Path]) -> None:
    """Open, render and save for every document."""
    for number, context in enumerate(contexts):
        document = DocxTemplate(BytesIO(template))
        document.render(context, environment())
        document.save(path(number))


if __name__ == "__main__":
    measure(fill)
