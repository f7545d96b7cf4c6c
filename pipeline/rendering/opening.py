"""Opens a template: its parts, how they hang together, and the source of each part in which fields may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml.parser import parse_xml
from lxml import etree

from pipeline.ooxml.package import CORE, FIRST
from pipeline.ooxml.zip import read_parts
from pipeline.rendering.chart_source import bound_charts
from pipeline.rendering.closing import closing_styles, kept_together
from pipeline.rendering.core import RELATIONSHIP, core_source
from pipeline.rendering.docxtpl_path import (
    ExactTemplate,
)
from pipeline.rendering.proof import UnprovenError
from pipeline.rendering.relations import relations

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
ROOT_RELS = "_rels/.rels"
BODY = re.compile(r"<w:body(?: [^>]*)?>")
BODY_END = "</w:body>"
DRAWING_NUMBER = re.compile(r'(<wp:docPr\b(?:[^>"]|"[^"]*")*?\sid=")[^"]*(?=")')
FIRST_DRAWING = 1001
"""The number docxtpl gives the first drawing."""
PROPERTIES = re.compile(r"<w:(pPr|rPr|tcPr|trPr|tblPr|tblGrid|sectPr)>[^{}]*?</w:\1>")
MARKUP = re.compile("<[^>]*>")
FOLDED = re.compile(r"<f(\d+)/>")
UNFOLDABLE = re.compile(r"\{%\s*(?:colspan|cellbg|vm|hm)\b|-%\}|\{%-")
"""Tags of docxtpl that work on properties, or on what lies between texts."""
LENDER = ExactTemplate(BytesIO())
"""Lends patch_xml and resolve_listing, which need no document."""


@dataclass(frozen=True, slots=True)
class Source:
    """A part in which docxtpl would fill fields: its patched source, and the fixed text around it."""

    name: str
    text: str
    """Jinja source, as docxtpl's patch_xml leaves it."""
    before: str = DECLARATION
    after: str = ""
    body: bool = False
    """Whether it is the document's body."""
    closing: tuple[str, ...] = ()
    """The styles of what closes the document and stands on no page alone."""

    def finished(self, filled: str) -> bytes:
        """Make the filled source a whole part; drawings in the body get numbers of their own, as docxtpl gives them."""
        if self.body and "<wp:docPr" in filled:
            numbers = iter(range(FIRST_DRAWING, FIRST_DRAWING + len(filled)))
            filled = DRAWING_NUMBER.sub(lambda found: f"{found[1]}{next(numbers)}", filled)
        return f"{self.before}{kept_together(filled, self.closing)}{self.after}".encode()


class Opened:
    """The parts of a template package, and how they hang together."""

    def __init__(self, data: bytes) -> None:
        """Unpack a template; the drawings of bound charts are marked in its body.

        Raises ValueError or KeyError where it is no Word document, ChartError where a chart cannot be filled.
        """
        self.parts = read_parts(data)
        root = _inside(self.parts, "")
        self.main = next((name for kind, name in root if kind == RELATIONSHIP_TYPE.OFFICE_DOCUMENT), "")
        self.core = next((name for kind, name in root if kind == RELATIONSHIP), "")
        types = etree.fromstring(self.parts[FIRST])
        if not any(
            t.get("PartName") == f"/{self.main}" and t.get("ContentType") == CONTENT_TYPE.WML_DOCUMENT_MAIN
            for t in types
        ):
            raise ValueError(self.main)
        self.charts = bound_charts(self.parts, self.main)
        related = _inside(self.parts, self.main)
        around = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
        self.around = [name for kind, name in related if kind in around and self.parts.get(name)]
        styles = next((name for kind, name in related if kind == RELATIONSHIP_TYPE.STYLES), "")
        self.closing = closing_styles(self.parts.get(styles, b""))
        self.notes = [name for kind, name in related if kind == RELATIONSHIP_TYPE.FOOTNOTES]


def _inside(parts: dict[str, bytes], name: str) -> list[tuple[str, str]]:
    """List kind and target of what a part, or the package, points to inside the package."""
    return [(relation.kind, relation.target) for relation in relations(parts, name) if not relation.outside]


def sources_of(opened: Opened, *, stamped: bool) -> Iterator[Source]:
    """Yield the parts of a template in which docxtpl would fill fields.

    `stamped` adds what the run says of a document to its core properties. Raises UnprovenError where the body is not
    laid out as docxtpl expects it.
    """
    yield _body(opened)
    for name in opened.around:
        yield Source(name, patched(etree.tostring(parse_xml(opened.parts[name]), encoding="unicode")))
    for name in opened.notes:
        yield Source(name, patched(opened.parts[name].decode("utf-8")), before="")
    yield from core_of(opened, stamped=stamped)


def core_of(opened: Opened, *, stamped: bool) -> Iterator[Source]:
    """Yield the core properties of a template, where it has some or is to have."""
    if opened.core or stamped:
        yield Source(opened.core or CORE, core_source(opened.parts.get(opened.core, b""), stamped=stamped))


def _body(opened: Opened) -> Source:
    root = parse_xml(opened.parts[opened.main])
    body = root.find(f"{{{root.nsmap.get('w')}}}body")
    if body is None or body.nsmap != root.nsmap:
        raise UnprovenError("a body with names of its own")
    whole, source = etree.tostring(root, encoding="unicode"), patched(etree.tostring(body, encoding="unicode"))
    start = BODY.search(whole)
    if start is None or not BODY.match(source):
        raise UnprovenError("a body under another name")
    before, after = whole[: start.start()], whole[whole.rindex(BODY_END) + len(BODY_END) :]
    return Source(opened.main, BODY.sub("<w:body>", source, count=1), DECLARATION + before, after, True, opened.closing)


def patched(text: str) -> str:
    """Let docxtpl turn a part into Jinja source; without a brace it has nothing to do.

    Its expressions look at every letter many times, so properties without braces are folded away meanwhile, unless a
    tag is there that works on them.
    """
    if "{" not in text:
        return text
    folded: list[str] = []

    def fold(found: re.Match[str]) -> str:
        folded.append(found[0])
        return f"<f{len(folded) - 1}/>"

    foldable = not UNFOLDABLE.search(MARKUP.sub("", text))
    source: str = LENDER.patch_xml(PROPERTIES.sub(fold, text) if foldable else text)
    return FOLDED.sub(lambda found: folded[int(found[1])], source) if foldable else source
