"""Measures how wide a text stands: a Chinese character takes two columns, a Latin letter one."""

from __future__ import annotations

from unicodedata import east_asian_width


def columns_of(text: str) -> int:
    """Count the columns that a line of text takes on a terminal or in a sheet."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
