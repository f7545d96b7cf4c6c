"""Writes a Word package so that the same contents give the same bytes, on any day."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from xml.sax.saxutils import escape

CORE = "docProps/core.xml"
FIRST = "[Content_Types].xml"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip entry can have."""
LONGEST_PROPERTY = 255


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a document says of itself; all of it from the workbook, nothing from the clock or the template."""

    title: str
    author: str
    day: date


def core_properties(properties: Properties) -> bytes:
    """Write the core properties part: title, author, and the document's own day as its dates."""
    stamp = f"{properties.day.isoformat()}T00:00:00Z"
    title, author = (escape(text[:LONGEST_PROPERTY]) for text in (properties.title, properties.author))
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified></cp:coreProperties>'
    ).encode()


def read_parts(data: bytes) -> dict[str, bytes]:
    """Unpack a package: part name to bytes."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts: content types first, the rest sorted, every entry dated 1980-01-01."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(parts, key=lambda name: (name != FIRST, name)):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 3  # the same on every machine
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, parts[name], zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
