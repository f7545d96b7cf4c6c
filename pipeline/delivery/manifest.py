"""Remembers which files the program wrote, so that a later run knows its own work from a person's."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import OutputFaultError
from pipeline.ooxml.digest import file_digest

REMEMBERED = 3
"""How many earlier versions of a file still count as ours."""
VERSION = 2
BYTES_ONLY = 1
"""The version of 0.1.0, which knew files by their bytes alone."""


class Fingerprint(NamedTuple):
    """What a file is known by: its content, and as a shortcut its bytes."""

    packed: str
    """sha256 of the bytes; they depend on the compression library."""
    parts: str
    """Digest of what the file holds; empty where only a manifest of version 1 knows the file."""

    def fits(self, other: Fingerprint) -> bool:
        """Whether two files hold the same."""
        return self.packed == other.packed or (self.parts == other.parts != "")


NOTHING = Fingerprint("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ManifestEntry:
    """One file of the program's making."""

    kind: str
    """Kind of document; empty for the index and the report."""
    generated: Fingerprint
    """What the last run made for this path."""
    known: tuple[Fingerprint, ...]
    """The versions that were written to it, the latest first."""
    sources: tuple[str, ...]
    """The rows it was made from: 党员名册!5."""

    def knows(self, found: Fingerprint) -> bool:
        """Whether a file is one of the versions written here."""
        return any(version.fits(found) for version in self.known)


def fingerprint_of(data: bytes, candidates: Iterable[Fingerprint] = ()) -> Fingerprint:
    """Take the fingerprint of a file; one that has the bytes of a candidate need not be unpacked."""
    packed = sha256(data).hexdigest()
    parts = next((found.parts for found in candidates if found.packed == packed and found.parts), "")
    return Fingerprint(packed, parts or file_digest(data))


def read_manifest(path: Path) -> dict[str, ManifestEntry]:
    """Read the manifest; without one, or with a damaged one, nothing on the disk counts as ours.

    Raises OutputFaultError where a newer program wrote it: what that one knows would be lost.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        version, rows = data["version"], data.get("documents", {})
        if type(version) is not int or version < BYTES_ONLY:
            return {}
        if version <= VERSION:
            return {name: _entry(row, version) for name, row in rows.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}
    raise OutputFaultError(
        "输出文件夹是用更新版本的 zhibu 写的，这个版本没有动它", remedy="升级 zhibu，或用 -o 换一个文件夹"
    )


def _entry(row: Mapping[str, object], version: int) -> ManifestEntry:
    known, sources = row["known"], row["sources"]
    if not isinstance(known, list) or not isinstance(sources, list):
        raise TypeError
    return ManifestEntry(
        kind=str(row["kind"]),
        generated=_fingerprint(row["generated"], version),
        known=tuple(_fingerprint(found, version) for found in known),
        sources=tuple(map(str, sources)),
    )


def _fingerprint(said: object, version: int) -> Fingerprint:
    if version == BYTES_ONLY:
        return Fingerprint(str(said), "")
    if not isinstance(said, list):
        raise TypeError
    packed, parts = said
    return Fingerprint(str(packed), str(parts))


def manifest_bytes(entries: Mapping[str, ManifestEntry]) -> bytes:
    """Write the manifest, sorted by path."""
    body = ",\n".join(_line(name, entry) for name, entry in sorted(entries.items()))
    text = f'{{"version": {VERSION}, "documents": {{\n{body}\n}}}}\n'
    return text.encode()


@lru_cache(maxsize=1 << 12)
def _line(name: str, entry: ManifestEntry) -> str:
    """Write one file in one line; a run writes the manifest several times, and most lines stay."""
    row = {
        "kind": entry.kind,
        "generated": entry.generated,
        "known": entry.known,
        "sources": entry.sources,
    }
    return f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row, ensure_ascii=False)}"
