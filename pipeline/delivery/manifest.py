"""Remembers which files the program wrote, so that a later run knows its own work from a person's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

REMEMBERED = 3
"""How many earlier versions of a file still count as ours."""
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file of the program's making."""

    kind: str
    """Kind of document; empty for the index and the report."""
    generated: str
    """sha256 of what the last run made for this path."""
    known: tuple[str, ...]
    """sha256 of the versions that were written to it, the latest first."""
    sources: tuple[str, ...]
    """The rows it was made from: 党员名册!5."""


def read_manifest(path: Path) -> dict[str, Entry]:
    """Read the manifest; without one, or with a damaged one, nothing on the disk counts as ours."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        rows = data["documents"] if data["version"] == VERSION else {}
        return {name: _entry(row) for name, row in rows.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _entry(row: Mapping[str, object]) -> Entry:
    known, sources = row["known"], row["sources"]
    if not isinstance(known, list) or not isinstance(sources, list):
        raise TypeError
    return Entry(
        kind=str(row["kind"]),
        generated=str(row["generated"]),
        known=tuple(map(str, known)),
        sources=tuple(map(str, sources)),
    )


def manifest_bytes(entries: Mapping[str, Entry]) -> bytes:
    """Write the manifest, sorted by path."""
    rows = {
        name: {
            "kind": entry.kind,
            "generated": entry.generated,
            "known": list(entry.known),
            "sources": list(entry.sources),
        }
        for name, entry in sorted(entries.items())
    }
    # A line for each file: indentation would leave json's fast encoder, and take 40 ms for 1,000 files.
    lines = (f"{dumped(name)}: {dumped(row)}" for name, row in rows.items())
    body = ",\n".join(lines)
    text = f'{{"version": {VERSION}, "documents": {{\n{body}\n}}}}\n'
    return text.encode()


def dumped(value: object) -> str:
    """Write JSON in one line, Chinese as it is."""
    return json.dumps(value, ensure_ascii=False)
