"""Turns the text of an example year (a fictional branch, 2025) into the rows of a workbook."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import cast

from pipeline.schema import (
    AWARDS,
    CANDIDATES,
    EVALUATIONS,
    ITEMS,
    MEETINGS,
    POINTS,
    PROJECTS,
    RECTIFICATIONS,
    ROSTER,
    TALKS,
    TARGETS,
    TRAININGS,
    ZONES,
)
from pipeline.workbook.starting.starter import Row, write_workbook

YEAR = 2025
WHOLE = "example_2025"
"""The example of a large branch, filled to the last cell and without a finding."""
SMALL = "small_2025"
"""The example of a small branch without a committee, with the gaps and findings of an ordinary year."""
TABLES: Mapping[str, str] = {
    "members": ROSTER.name,
    "targets": TARGETS.name,
    "zones": ZONES.name,
    "meetings": MEETINGS.name,
    "talks": TALKS.name,
    "projects": PROJECTS.name,
    "evaluations": EVALUATIONS.name,
    "awards": AWARDS.name,
    "trainings": TRAININGS.name,
    "rectifications": RECTIFICATIONS.name,
    "points": POINTS.name,
    "candidates": CANDIDATES.name,
}
"""Key in the text files to the sheet its rows go to; items stand under their meeting."""


def example_workbook(folder: str = WHOLE) -> bytes:
    """Write the workbook of an example year."""
    info: list[Row] = []
    tables: dict[str, list[Row]] = {name: [] for name in TABLES.values()}
    tables[ITEMS.name] = []
    for text in _texts(folder):
        for key, rows in tomllib.loads(text).items():
            if key == "info":
                info.extend(rows)
                continue
            for row in rows:
                tables[ITEMS.name].extend(_items(row))
                tables[TABLES[key]].append(row)
    return write_workbook(YEAR, info, tables)


def _texts(folder: str) -> Iterator[str]:
    texts = files("pipeline.workbook.starting") / folder
    for path in sorted(texts.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".toml"):
            yield path.read_text(encoding="utf-8")


def _items(meeting: Mapping[str, object]) -> Iterator[Row]:
    """Yield the agenda items written under a meeting, numbered in speaking order."""
    items = cast("list[dict[str, str | int | float]]", meeting.get("items", []))
    counts: dict[object, int] = {}
    for item in items:
        topic = item["topic_number"]
        counts[topic] = counts.get(topic, 0) + 1
        yield {"meeting": str(meeting["number"]), "order": counts[topic], **item}
