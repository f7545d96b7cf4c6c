"""A Word template, opened and compiled once and filled many times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, lru_cache
from io import BytesIO
from types import CodeType
from typing import NamedTuple

from jinja2 import Template, TemplateSyntaxError, nodes

from pipeline.ooxml.package import CORE, FIRST, Packer, write_parts
from pipeline.rendering.closing import kept_together
from pipeline.rendering.core import with_core
from pipeline.rendering.docxtpl_path import (
    Context,
    ExactTemplate,
    Values,
    compiled_source,
    off_lines,
    on_lines,
    saved_parts,
    unmasked,
)
from pipeline.rendering.language import (
    NUMBERED,
    TEXTS,
    ListingError,
    PlacedEnvironment,
    environment,
    placed_environment,
)
from pipeline.rendering.opening import LENDER, Opened, Source, core_of, patched, sources_of
from pipeline.rendering.proof import Proof, UnprovenError

ROOT_RELS = "_rels/.rels"
TAG = re.compile(r"(\{%.*?%\}|\{\{.*?\}\})", re.DOTALL)
TIGHT = re.compile(r"\{[{%][-+]|[-+][%}]\}|\{#|\{%\s*raw\b")
"""Tags that take white space along, comments and raw text."""
FIELD = re.compile(r"\{[{%#]")


class Outline(NamedTuple):
    """A source with a number for every piece of its own text, parsed; and the pieces."""

    tree: nodes.Template
    pieces: Sequence[str]


def outline_of(source: str) -> Outline:
    """Part the tags of a source from its own text.

    The records of the seven kinds of meetings differ in their words only; they share an outline, and so their code.
    """
    if NUMBERED in source:
        raise UnprovenError("a character we use ourselves")
    parts = TAG.split(source)
    if TIGHT.search(source) or any(part.count("'") % 2 or part.count('"') % 2 for part in parts[1::2]):
        # Tags that reach into the text around them, or a literal that holds what ends a tag: let Jinja part them.
        tree, pieces = placed_environment().parse(source), []
        for node in tree.find_all(nodes.TemplateData):
            pieces.append(node.data)
            node.data = f"{NUMBERED}{len(pieces) - 1}{NUMBERED}"
        return Outline(tree, pieces)
    numbers = (
        f"{NUMBERED}{place // 2}{NUMBERED}" if place % 2 == 0 and part else part for place, part in enumerate(parts)
    )
    try:
        return Outline(parsed("".join(numbers)), parts[::2])
    except TemplateSyntaxError:
        placed_environment().parse(source)  # says where in the template's own words
        raise


@lru_cache(maxsize=64)
def parsed(outline: str) -> nodes.Template:
    """Parse an outline."""
    return placed_environment().parse(outline)


@lru_cache(maxsize=64)
def compiled_code(tree: nodes.Template, printed: tuple[tuple[nodes.Node, bool], ...]) -> CodeType:
    """Compile the tree of an outline whose values are printed as given."""
    for node, in_text in printed:
        node.in_text = in_text  # type: ignore[attr-defined]
    with searched_already(tree):
        code: CodeType = placed_environment().compile(tree)
    return code


@contextmanager
def searched_already(tree: nodes.Template) -> Iterator[None]:
    """Answer Jinja's searches of a whole proven tree for blocks, imports and parents: the proof has found none.

    Jinja goes through the tree three times for them, a sixth of the time that compiling takes.
    """
    tree.find = lambda _kind: None  # type: ignore[assignment]
    tree.find_all = lambda _kinds: iter(())  # type: ignore[assignment]
    try:
        yield
    finally:
        del tree.find, tree.find_all


class CompiledPart:
    """One part with fields. Nothing in it changes once it is made: threads may share it."""

    def __init__(self, source: Source, jinja: PlacedEnvironment) -> None:
        """Prove and compile a part. Raises UnprovenError, and Jinja's errors where the language is misused."""
        self.source = source
        outline = outline_of(on_lines(source.text))
        texts = tuple(unmasked(off_lines(piece)) for piece in outline.pieces)
        proof = Proof(body=source.body, text_of=lambda node: texts[int(node.data.strip(NUMBERED))])
        proof.walk(outline.tree)
        self._listing = proof.listing
        self._template = Template.from_code(jinja, compiled_code(outline.tree, tuple(proof.printed)), {})
        self._template.root_render_func.__globals__[TEXTS] = texts

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
        return self.source.finished(LENDER.resolve_listing(filled))


@lru_cache(maxsize=64)
def compiled_part(source: Source) -> CompiledPart:
    """Compile a part; templates have their core properties in common."""
    return CompiledPart(source, placed_environment())


class CompiledTemplate:
    """A template whose parts with fields are compiled and whose other parts are packed, once for all documents."""

    def __init__(self, data: bytes, *, stamped: bool = True) -> None:
        """Open and compile a template.

        Raises UnprovenError where only docxtpl can fill it, and what python-docx, lxml and Jinja raise where it is no
        usable template.
        """
        opened = Opened(data)
        constant = constant_parts(opened, stamped=stamped)
        self._parts: list[CompiledPart] = []
        for source in sources_of(opened, stamped=stamped):
            if FIELD.search(source.text):
                self._parts.append(compiled_part(source))
            else:
                constant[source.name] = source.finished(LENDER.resolve_listing(source.text))
        self._charts = opened.charts
        self._packer = Packer(constant, (part.source.name for part in self._parts))
        self._constant = constant if self._charts else {}

    def parts(self, context: Values) -> dict[str, bytes]:
        """Fill the parts with fields."""
        return {part.source.name: part.fill(context) for part in self._parts}

    def fill(self, context: Values) -> bytes:
        """Give the bytes of a document. Raises ChartError where a chart finds no figures."""
        parts = self.parts(context)
        if self._charts is None:
            return self._packer.pack(parts)
        return self._packer.pack({**parts, **self._charts.placed({**self._constant, **parts}, context)})


def trees_of(data: bytes) -> Iterator[nodes.Template]:
    """Yield the syntax tree of every part of a template in which fields may stand, whoever fills it.

    Raises what python-docx, lxml and Jinja raise where it is no usable template.
    """
    opened = Opened(data)
    for used in opened.charts.sources if opened.charts else ():
        yield environment().parse(used)
    try:
        sources = list(sources_of(opened, stamped=True))
    except UnprovenError:
        sources = [Source(name, patched(opened.parts[name].decode())) for name in (opened.main, *opened.around)]
    for source in sources:
        if FIELD.search(source.text):
            try:
                yield outline_of(on_lines(source.text)).tree
            except UnprovenError:
                yield environment().parse(on_lines(source.text))


def fill_afresh(data: bytes, context: Values, *, stamped: bool = True) -> bytes:
    """Fill a template as `CompiledTemplate` does, with docxtpl's own steps and nothing kept: slow, the same bytes."""
    opened = Opened(data)
    parts = constant_parts(opened, stamped=stamped)
    for source in sources_of(opened, stamped=stamped):
        parts[source.name] = source.finished(LENDER.render_xml_part(source.text, None, context, environment()))
    return write_parts(with_charts(opened, parts, context))


def fill_by_docxtpl(data: bytes, context: Context) -> bytes:
    """Fill a template with docxtpl; the core properties are ours, since docxtpl escapes them twice."""
    opened = Opened(data)
    template = ExactTemplate(BytesIO(write_parts(opened.parts) if opened.charts else data))
    template.init_docx()
    values = context(template) if callable(context) else context
    core = {part.source.name: part.fill(values) for part in map(compiled_part, core_of(opened, stamped=True))}
    parts = saved_parts(template, values) | core
    parts[opened.main] = kept_together(parts[opened.main].decode(), opened.closing).encode()
    return write_parts(with_charts(opened, parts, values))


def with_charts(opened: Opened, parts: dict[str, bytes], context: Values) -> dict[str, bytes]:
    """Fill the charts of a document whose other parts are filled."""
    if opened.charts is None:
        return parts
    changed = {**parts, **opened.charts.placed(parts, context)}
    return {name: data for name, data in changed.items() if data is not None}


def constant_parts(opened: Opened, *, stamped: bool) -> dict[str, bytes]:
    """Give the parts of a template; where it has no core properties and needs them, with an entry for them."""
    parts = dict(opened.parts)
    if stamped and not opened.core:
        parts[FIRST], parts[ROOT_RELS] = with_core(parts[FIRST], parts[ROOT_RELS], CORE)
    return parts
