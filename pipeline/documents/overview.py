"""Turns the year at a glance (全年一览) into a document."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from pipeline.documents.fields import Context, fill, steps_of
from pipeline.documents.overview_fields import FIELDS
from pipeline.documents.plan import DocumentKind, Form
from pipeline.documents.summary import Year
from pipeline.documents.year_papers import FILE_NAME
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import info

if TYPE_CHECKING:
    from pipeline.glance.model import Glance

TEMPLATE = "全年一览"


class Shown(NamedTuple):
    """A year at a glance that is there already."""

    glance: Glance


class YearAtAGlance(Year):
    """The one overview of the year, as of today."""

    form = TEMPLATE

    @property
    def day(self) -> date:
        """Today: what is due and what is missing depends on it."""
        return self.branch.as_of

    @cached_property
    def glance(self) -> Glance:
        """The year at a glance, without a caution: an error in what it stands on holds the document."""
        # Deferred: 0.01 s that a run without an overview does without.
        from pipeline.glance.year import year_glance  # noqa: PLC0415

        return year_glance(self.branch)


def overviews(branch: Branch) -> Iterator[YearAtAGlance]:
    """Give the one overview."""
    yield YearAtAGlance(branch)


def overview_context(glance: Glance) -> Context:
    """Give the fields of a year at a glance: texts, and for each marked cell its mark, colour, words and note."""
    return fill(steps_of(FIELDS), Shown(glance))


KIND: DocumentKind[YearAtAGlance] = DocumentKind(
    name=TEMPLATE,
    about="全年一份，截至当天（--as-of）：哪些做到了、哪些缺、哪些要到期；过一天内容就可能不同",
    forms=(Form(TEMPLATE, "11全年一览"),),
    file_name=FILE_NAME,
    title="{支部}{年度}年组织生活全年一览",
    planned_from="",
    subjects=overviews,
    grounds=info("short_name year"),
    by_default=False,
    fields=FIELDS,
)
