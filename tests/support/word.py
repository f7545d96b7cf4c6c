"""Reads Word documents for the tests: their text, and their parts in canonical form."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def paragraphs_of(data: bytes, part: str = "word/document.xml") -> list[str]:
    """Give the text of every paragraph of a part, tables included, in document order."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(part))
    return [text_of_paragraph(paragraph) for paragraph in root.iter(f"{W}p")]


def text_of_paragraph(paragraph: etree._Element) -> str:
    """Give the text of one paragraph; breaks and tabs as such."""
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    runs = (run for run in paragraph.iter(f"{W}r"))
    nodes = (node for run in runs for node in run.iterchildren(f"{W}t", *marks))
    return "".join(marks.get(str(node.tag), node.text or "") for node in nodes)


def text_of(data: bytes) -> str:
    """Give all text of a document's body."""
    return "\n".join(paragraphs_of(data))


def parts_of(data: bytes) -> dict[str, bytes]:
    """Unpack a package."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def canonical(xml: bytes) -> bytes:
    """Bring a part into canonical form, for comparison."""
    return etree.tostring(etree.fromstring(xml), method="c14n2")


def documents_in(folder: Path) -> dict[str, bytes]:
    """Read every .docx below a folder: relative path to bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*.docx"))}
