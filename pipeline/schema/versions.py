"""The version of the schema: what a workbook carries, so that a column which came later is not missed in it."""

from __future__ import annotations

import re

FIRST_VERSION = "0.1.0"
"""The schema of workbooks that say no version: they were made before there was one."""
SCHEMA_VERSION = "0.4.0"
"""The schema as declared now; raise it with every column, key or sheet that is added, and say so in its `since`."""
VERSION_PROPERTY = "zhibu_schema"
"""The custom document property that holds the version."""
VERSION_ROW = "表格版本"
"""The row of 填写说明 that holds it too, for programs that drop custom properties."""
NUMBERED = re.compile(r"\s*(\d{1,4}(?:\.\d{1,4}){0,3})(?![\d.])")


def version_in(text: str) -> str:
    """Read the version that a text begins with; empty if there is none."""
    found = NUMBERED.match(text)
    return found[1] if found else ""


def is_newer(version: str, other: str) -> bool:
    """Whether a version came after another: 0.10 after 0.2.0, and 0.2 not before 0.2.0."""
    return _parts(version) > _parts(other)


def _parts(version: str) -> tuple[int, ...]:
    parts = [int(part) for part in version.split(".")]
    return (*parts, *[0] * (4 - len(parts)))
