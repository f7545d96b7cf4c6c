"""A Word template, opened and compiled once and filled many times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.oxml import parse_xml
from jinja2 import Template
from lxml import etree

from pipeline.rendering.core import RELATIONSHIP, core_source, with_core
from pipeline.rendering.genuine import (
    FOOTNOTES,
    Context,
    ExactTemplate,
    Values,
    compiled_source,
    off_lines,
    on_lines,
    saved_parts,
    unmasked,
)
from pipeline.rendering.language import ListingError, PlacedEnvironment, environment, placed_environment
from pipeline.rendering.package import CORE, FIRST, Packer, read_parts, write_parts
from pipeline.rendering.proof import Proof, UnprovenError

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
ROOT_RELS = "_rels/.rels"
BODY = re.compile(r"<w:body(?: [^>]*)?>")
BODY_END = "</w:body>"
DRAWING_NUMBER = re.compile(r'(<wp:docPr\b(?:[^>"]|"[^"]*")*?\sid=")[^"]*(?=")')
FIRST_DRAWING = 1001
"""The number docxtpl gives the first drawing."""
FIELD = re.compile(r"\{[{%#]")
LISTER = ExactTemplate(BytesIO())
"""Lends its resolve_listing, which needs no document."""


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

    def finished(self, filled: str) -> bytes:
        """Make the filled source a whole part; drawings in the body get numbers of their own, as docxtpl gives them."""
        if self.body and "<wp:docPr" in filled:
            numbers = iter(range(FIRST_DRAWING, FIRST_DRAWING + len(filled)))
            filled = DRAWING_NUMBER.sub(lambda found: f"{found[1]}{next(numbers)}", filled)
        return f"{self.before}{filled}{self.after}".encode()


def sources_of(data: bytes, *, stamped: bool) -> Iterator[Source]:
    """Yield the parts of a template in which docxtpl would fill fields.

    `stamped` adds what the run says of a document to its core properties. Raises UnprovenError where the body is not
    laid out as docxtpl expects it.
    """
    opened = ExactTemplate(BytesIO(data))
    opened.init_docx()
    part = opened.docx.part
    yield _body(opened)
    for rel in part.rels.values():
        if rel.reltype in {RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER} and rel.target_part.blob:
            text = etree.tostring(parse_xml(rel.target_part.blob), encoding="unicode")
            yield Source(_entry(rel.target_part), _patched(opened, text))
    for other in part.package.iter_parts():
        if other.content_type == FOOTNOTES:
            yield Source(_entry(other), _patched(opened, other.blob.decode("utf-8")), before="")
    yield from _core(opened, stamped=stamped)


def _core(opened: ExactTemplate, *, stamped: bool) -> Iterator[Source]:
    rels = opened.docx.part.package.rels.values()
    core = next((rel.target_part for rel in rels if rel.reltype == RELATIONSHIP), None)
    if core is not None or stamped:
        blob, name = (core.blob, _entry(core)) if core is not None else (b"", CORE)
        yield Source(name, core_source(blob, stamped=stamped))


def _entry(part: object) -> str:
    return str(getattr(part, "partname", "")).removeprefix("/")


def _body(opened: ExactTemplate) -> Source:
    root = opened.docx.part.element
    whole, source = etree.tostring(root, encoding="unicode"), _patched(opened, opened.get_xml())
    start = BODY.search(whole)
    if start is None or root.body.nsmap != root.nsmap or not BODY.match(source):
        raise UnprovenError("a body with names of its own")
    before, after = whole[: start.start()], whole[whole.rindex(BODY_END) + len(BODY_END) :]
    source = BODY.sub("<w:body>", source, count=1)
    return Source(_entry(opened.docx.part), source, DECLARATION + before, after, body=True)


def _patched(opened: ExactTemplate, text: str) -> str:
    """Let docxtpl turn a part into Jinja source; without a brace it has nothing to do."""
    source: str = opened.patch_xml(text) if "{" in text else text
    return source


class CompiledPart:
    """One part with fields. Nothing in it changes once it is made: threads may share it."""

    def __init__(self, source: Source, jinja: PlacedEnvironment) -> None:
        """Prove and compile a part. Raises UnprovenError, and Jinja's errors where the language is misused."""
        self.source = source
        tree = jinja.parse(on_lines(source.text))
        proof = Proof(body=source.body, settle=lambda text: unmasked(off_lines(text)))
        proof.walk(tree)
        self._listing = proof.listing
        self._template = Template.from_code(jinja, jinja.compile(tree), {})

    @cached_property
    def _listed(self) -> Template:
        """The template that leaves line breaks and tabs to docxtpl's resolve_listing."""
        return compiled_source(self.source.text, environment())

    def fill(self, context: Values) -> bytes:
        """Fill the part. Raises RichValueError where a value needs docxtpl itself, and Jinja's errors."""
        if not self._listing:
            try:
                return self.source.finished(self._template.render(context))
            except ListingError:
                pass
        filled = off_lines(self._listed.render(context))
        return self.source.finished(LISTER.resolve_listing(filled))


class CompiledTemplate:
    """A template whose parts with fields are compiled and whose other parts are packed, once for all documents."""

    def __init__(self, data: bytes, *, stamped: bool = True) -> None:
        """Open and compile a template.

        Raises UnprovenError where only docxtpl can fill it, and what python-docx, lxml and Jinja raise where it is no
        usable template.
        """
        jinja = placed_environment()
        constant = constant_parts(data, stamped=stamped)
        self._parts: list[CompiledPart] = []
        for source in sources_of(data, stamped=stamped):
            if FIELD.search(source.text):
                self._parts.append(CompiledPart(source, jinja))
            else:
                constant[source.name] = source.finished(LISTER.render_xml_part(source.text, None, {}))
        self._packer = Packer(constant, (part.source.name for part in self._parts))

    def parts(self, context: Values) -> dict[str, bytes]:
        """Fill the parts with fields."""
        return {part.source.name: part.fill(context) for part in self._parts}

    def fill(self, context: Values) -> bytes:
        """Give the bytes of a document."""
        return self._packer.pack(self.parts(context))


def fill_afresh(data: bytes, context: Values, *, stamped: bool = True) -> bytes:
    """Fill a template as `CompiledTemplate` does, with docxtpl's own steps and nothing kept: slow, the same bytes."""
    parts = constant_parts(data, stamped=stamped)
    for source in sources_of(data, stamped=stamped):
        parts[source.name] = source.finished(LISTER.render_xml_part(source.text, None, context, environment()))
    return write_parts(parts)


def fill_by_docxtpl(data: bytes, context: Context) -> bytes:
    """Fill a template with docxtpl; the core properties are ours, since docxtpl escapes them twice."""
    opened = ExactTemplate(BytesIO(data))
    opened.init_docx()
    values = context(opened) if callable(context) else context
    core = [CompiledPart(source, placed_environment()) for source in _core(opened, stamped=True)]
    return write_parts(saved_parts(opened, values) | {part.source.name: part.fill(values) for part in core})


def constant_parts(data: bytes, *, stamped: bool) -> dict[str, bytes]:
    """Unpack a template; where it has no core properties and needs them, enter them."""
    parts = read_parts(data)
    if stamped and RELATIONSHIP.encode() not in parts.get(ROOT_RELS, b""):
        parts[FIRST], parts[ROOT_RELS] = with_core(parts[FIRST], parts[ROOT_RELS], CORE)
    return parts
