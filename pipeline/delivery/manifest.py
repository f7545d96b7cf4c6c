"""Remembers which files the program wrote, so that a later run knows its own work from a person's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

REMEMBERED = 3
"""How many earlier versions of a file still count as ours."""
VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestEntry:
    """One file of the program's making."""

    kind: str
    """Kind of document; empty for the index and the report."""
    generated: str
    """sha256 of what the last run made for this path."""
    known: tuple[str, ...]
    """sha256 of the versions that were written to it, the latest first."""
    sources: tuple[str, ...]
    """The rows it was made from: 党员名册!5."""


def read_manifest(path: Path) -> dict[str, ManifestEntry]:
    """Read the manifest; without one, or with a damaged one, nothing on the disk counts as ours."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        rows = data["documents"] if data["version"] == VERSION else {}
        return {name: _entry(row) for name, row in rows.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _entry(row: Mapping[str, object]) -> ManifestEntry:
    known, sources = row["known"], row["sources"]
    if not isinstance(known, list) or not isinstance(sources, list):
        raise TypeError
    return ManifestEntry(
        kind=str(row["kind"]),
        generated=str(row["generated"]),
        known=tuple(map(str, known)),
        sources=tuple(map(str, sources)),
    )


def manifest_bytes(entries: Mapping[str, ManifestEntry]) -> bytes:
    """Write the manifest, sorted by path."""
    body = ",\n".join(_line(name, entry) for name, entry in sorted(entries.items()))
    text = f'{{"version": {VERSION}, "documents": {{\n{body}\n}}}}\n'
    return text.encode()


@lru_cache(maxsize=1 << 12)
def _line(name: str, entry: ManifestEntry) -> str:
    """Write one file in one line; a run writes the manifest several times, and most lines stay."""
    row = {"kind": entry.kind, "generated": entry.generated, "known": entry.known, "sources": entry.sources}
    return f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row, ensure_ascii=False)}"
