"""The template language: Jinja in a sandbox, strict about names, safe for XML, with a few Chinese filters."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import TypeVar

from jinja2 import StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from pipeline.wording import clause, first_paragraph, in_lines, other_paragraphs, paragraphs, quoted, sentence

FILTERS: Mapping[str, object] = {
    "段落": paragraphs,
    "首段": first_paragraph,
    "余段": other_paragraphs,
    "分行": in_lines,
    "句": sentence,
    "短语": clause,
    "引号": quoted,
}
"""段落 splits a text at its line breaks, 首段 is the first of these and 余段 the others, 分行 parts a list of names
into lines that break no name, 句 ends a text with one full stop, 短语 takes its closing stops off, 引号 quotes it."""


BUILTIN_FILTERS = frozenset(
    {"length", "count", "join", "default", "d", "first", "last", "trim", "replace", "e", "escape"}
)
"""Jinja's own filters that stay; the others can waste memory or time, or do nothing for a document."""
DICT_NAMES = frozenset(dir(dict))
E = TypeVar("E", bound="TemplateEnvironment")
TEXTS = "texts"
"""The name under which compiled code finds the pieces of the template's own text."""
NUMBERED = "\ue001"
"""Stands around the number of a piece of text in an outline."""
MARKS = re.compile(r"[&<>'\"]").search
"""Finds what is escaped in XML."""
LINE_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
"""What a line break in a value becomes inside w:t, as in docxtpl's resolve_listing."""


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with the operators shut by which a template could exhaust the machine."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:  # noqa: ARG002
        """Refuse * and **: a template has nothing to multiply."""
        raise SecurityError(f"operator {operator} is not allowed")

    def getattr(self, obj: object, attribute: str) -> object:
        """Look a field up; in a plain dict without the failing attribute access that the sandbox tries first."""
        if type(obj) is dict and attribute in obj and attribute not in DICT_NAMES:
            return obj[attribute]
        return super().getattr(obj, attribute)


class RichValueError(Exception):
    """A value brings markup of its own (RichText, Subdoc, InlineImage); only docxtpl can place it."""


class ListingError(Exception):
    """A value holds a tab, a paragraph or a page break; docxtpl's resolve_listing has to place them."""


def printed_plain(value: object) -> str:
    """Write a value where a line break means nothing: an attribute, an instruction."""
    if type(value) is str or not hasattr(value, "__html__"):
        return escape(str(value))
    if isinstance(value, Markup) and "<" not in value:  # |e has been at it
        return value
    raise RichValueError


def printed_text(value: object) -> str:
    """Write a value inside w:t: its line breaks become w:br."""
    if type(value) is str and value.isprintable() and not MARKS(value):  # most values
        return value
    text = escape(value) if type(value) is str else printed_plain(value)
    if text.isprintable():  # no line break, tab or the like
        return text
    if "\t" in text or "\a" in text or "\f" in text:
        raise ListingError
    return str.replace(text, "\n", LINE_BREAK)  # the method of Markup would escape the markup


class PlacedCodeGenerator(CodeGenerator):
    """Jinja's compiler, printing each value for the place where it stands (see `proof`)."""

    # The same hooks by which Jinja's own native types print values differently.

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: object) -> str:  # noqa: ARG002
        raise nodes.Impossible  # a literal is printed like every other value, the template's own text is looked up

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: object) -> None:  # noqa: ARG002
        if isinstance(node, nodes.TemplateData):
            self.write("(")
        else:
            self.write("environment.printed_text(" if getattr(node, "in_text", False) else "environment.printed_plain(")

    def visit_TemplateData(self, node: nodes.TemplateData, frame: Frame) -> None:  # noqa: ARG002, N802
        """Look the template's own text up by its number, so that templates alike but for it share their code."""
        self.write(f"{TEXTS}[{node.data.strip(NUMBERED)}]")


class PlacedEnvironment(TemplateEnvironment):
    """The environment of compiled templates."""

    code_generator_class = PlacedCodeGenerator
    printed_plain = staticmethod(printed_plain)
    printed_text = staticmethod(printed_text)


@cache
def environment() -> TemplateEnvironment:
    """Make the environment: values are escaped, an unknown name is an error, nothing can be called or changed."""
    return _restricted(TemplateEnvironment(autoescape=True, undefined=StrictUndefined))


@cache
def placed_environment() -> PlacedEnvironment:
    """Make the environment in which templates are compiled: the same language, values printed by their place."""
    return _restricted(PlacedEnvironment(autoescape=True, undefined=StrictUndefined, optimized=False))


def _restricted(made: E) -> E:
    made.globals.clear()
    for name in set(made.filters) - BUILTIN_FILTERS:
        del made.filters[name]
    made.filters.update(FILTERS)
    return made
