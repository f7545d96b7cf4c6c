"""What every tool's process does around its loop: read the job, time the loop, say how it went."""

from __future__ import annotations

import json
import pickle
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

Fill: TypeAlias = "Callable[[bytes, list[dict[str, object]], Callable[[int], Path]], None]"
"""Fills a template with every context and writes each document to the path of its number."""


def measure(fill: Fill, *, flat: bool = False) -> None:
    """Run the job named on the command line and print the seconds of its loop as JSON."""
    job, output = Path(sys.argv[1]), Path(sys.argv[2])
    name = "flat" if flat else "full"
    template = (job / f"{sys.argv[3] if flat else 'template'}.docx").read_bytes()
    contexts = pickle.loads((job / f"{name}.pickle").read_bytes())  # our own file
    start = time.perf_counter()
    fill(template, contexts, lambda number: output / f"{number:06d}.docx")
    seconds = time.perf_counter() - start
    sys.stdout.write(json.dumps({"seconds": seconds}))


def numbered(contexts: list[dict[str, object]]) -> Iterator[tuple[int, dict[str, object]]]:
    """Number the contexts."""
    return enumerate(contexts)
