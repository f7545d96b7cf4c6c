"""Puts names into the order of the strokes they are written with (姓氏笔画), as candidates stand on a ballot."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

TABLE = Path(__file__).with_name("strokes.txt")
APART = "·•・ "
"""What parts the names of some peoples; it has no strokes."""


@cache
def places() -> Mapping[str, int]:
    """Give the characters of the table with their place: by the number of strokes, then 横, 竖, 撇, 点, 折."""
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    chars = "".join(line.split()[2] for line in lines if not line.startswith("#"))
    return {char: place for place, char in enumerate(chars)}


def stroke_order(name: str) -> tuple[tuple[bool, int], ...]:
    """Give the key that sorts names by strokes, character by character; one that the table lacks comes last."""
    table = places()
    return tuple((char not in table, table.get(char, ord(char))) for char in name if char not in APART)


def strange_to_table(name: str) -> str:
    """Give the characters of a name that the table lacks, so that its place is not sure."""
    return "".join(char for char in name if char not in places() and char not in APART)
