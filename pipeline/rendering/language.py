"""The template language: Jinja in a sandbox, strict about names, safe for XML, with a few Chinese filters."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from jinja2 import StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline.wording import clause, paragraphs, sentence

FILTERS: Mapping[str, Callable[[str], object]] = {
    "段落": paragraphs,
    "句": sentence,
    "短语": clause,
}
"""段落 splits a text at its line breaks, 句 ends it with one full stop, 短语 takes its closing stops off."""


BUILTIN_FILTERS = frozenset(
    {"length", "count", "join", "default", "d", "first", "last", "trim", "replace", "e", "escape"}
)
"""Jinja's own filters that stay; the others can waste memory or time, or do nothing for a document."""


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, with the operators shut by which a template could exhaust the machine."""

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:  # noqa: ARG002
        """Refuse * and **: a template has nothing to multiply."""
        raise SecurityError(f"operator {operator} is not allowed")


def environment() -> TemplateEnvironment:
    """Make the environment: values are escaped, an unknown name is an error, nothing can be called or changed."""
    made = TemplateEnvironment(autoescape=True, undefined=StrictUndefined)
    made.globals.clear()
    for name in set(made.filters) - BUILTIN_FILTERS:
        del made.filters[name]
    made.filters.update(FILTERS)
    return made
