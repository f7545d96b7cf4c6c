"""Marks files as the program's own, with a digest that tells whether anybody has edited them since."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from pipeline.ooxml.digest import parts_digest
from pipeline.ooxml.xml import DECLARATION
from pipeline.ooxml.zip import DAMAGED, read_parts

BLANK = "0" * 64
"""Stands where the digest goes while it is taken."""
HTML_SEAL = re.compile(rb'<meta name="zhibu-seal" content="([0-9a-f]{64})">')
SEAL_PART = "docProps/custom.xml"
WORD_SEAL = re.compile(rb"<vt:lpwstr>([0-9a-f]{64})</vt:lpwstr>")


def sealed_html(text: str) -> bytes:
    """Put the digest into a page that holds `BLANK` in its place."""
    data = text.encode()
    return data.replace(BLANK.encode(), hashlib.sha256(data).hexdigest().encode(), 1)


def sealed_parts(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Add the part that holds the digest of all others to a Word package."""
    properties = (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="zhibu">'
        f"<vt:lpwstr>{parts_digest(parts)}</vt:lpwstr></property></Properties>"
    )
    return {**parts, SEAL_PART: properties.encode()}


def is_ours(data: bytes) -> bool:
    """Whether a file was written here as a year at a glance and is as it was written."""
    return _is_our_document(data) if data.startswith(b"PK") else _is_our_page(data)


def _is_our_page(data: bytes) -> bool:
    found = HTML_SEAL.search(data)
    if found is None:
        return False
    blank = data[: found.start(1)] + BLANK.encode() + data[found.end(1) :]
    return hashlib.sha256(blank).hexdigest().encode() == found[1]


def _is_our_document(data: bytes) -> bool:
    try:
        parts = read_parts(data)
    except DAMAGED:
        return False
    found = WORD_SEAL.search(parts.pop(SEAL_PART, b""))
    return found is not None and found[1].decode() in {parts_digest(parts), _digest_before(parts)}


def _digest_before(parts: Mapping[str, bytes]) -> str:
    """Compute the digest that version 0.1.0 sealed its documents with."""
    digest = hashlib.sha256()
    for name in sorted(parts):
        for piece in (name.encode(), parts[name]):
            digest.update(len(piece).to_bytes(8, "big"))
            digest.update(piece)
    return digest.hexdigest()
