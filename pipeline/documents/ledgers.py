"""What the ledgers of a year have in common: their folder, from which rows they are made, and how long texts stand."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import ClassVar, TypeVar

from pipeline.documents.branch_fields import OfBranch
from pipeline.documents.fields import NOTHING, Declared, Field, Value, cell
from pipeline.documents.plan import ALL_ROWS, DocumentKind, Doubt, Form, origins
from pipeline.documents.summary import Year
from pipeline.documents.summary_grounds import TOLD
from pipeline.documents.year_papers import FILE_NAME, LEDGERS_FOLDER, TITLE
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Grounds, info
from pipeline.facts.terms import turns_of_office
from pipeline.findings import Origin
from pipeline.schema import Decides, Item, Record, Sheet
from pipeline.vocabulary import Shape
from pipeline.wording import date_text, joined, paragraphs

FEW = 4
"""So many names stand below each other in a cell."""
L = TypeVar("L", bound="Ledger")
S = TypeVar("S")
R = TypeVar("R", bound=Record)
PEOPLE = (Decides.STANDING, Decides.OFFICE, Decides.GROUPING, Decides.NAMING)
"""What a roster's row decides for a ledger that goes through all members."""


class Ledger(Year):
    """A paper about the rows of some sheets; an error in another sheet does not hold it."""

    tables: ClassVar[tuple[Sheet[Record], ...]] = ()
    """The sheets every row of which has a part in it."""

    @property
    def words(self) -> Mapping[str, str]:
        """The file name says nothing but the year, the branch and the paper."""
        return {}

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The rows of its sheets, and what 支部信息 says."""
        names = {sheet.name for sheet in self.tables}
        rows = (row for sheet, rows in self.branch.records.tables() if sheet.name in names for row in rows)
        return origins(self.branch.info.origins.values(), rows, self.further())

    def further(self) -> Iterator[Record]:
        """Give rows of other sheets that have a part in it."""
        return iter(())

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:  # noqa: ARG002
        """Every member and every meeting."""
        return dict.fromkeys((*PEOPLE, Decides.SERIES), ALL_ROWS)


def items_of_elections(branch: Branch) -> Iterator[Item]:
    """Yield the items of meetings on days on which offices change: they decide who sat on the committee at which."""
    turns = branch.once(turns_of_office)
    for meeting in branch.meetings:
        if meeting.day in turns:
            yield from branch.items_of.get(meeting.number, ())


def telling_rows(branch: Branch) -> Container[int]:
    """Give the rows of 会议活动 whose date may decide until which day is told: none once the whole year is told of."""
    whole = branch.info.written is not None and branch.told_until == branch.year_end
    return frozenset() if whole else ALL_ROWS


def lines(text: str) -> list[str]:
    """Split a cell into paragraphs of which there is at least one, as a cell of a table must have."""
    return paragraphs(text) or [""]


def names(people: Sequence[str]) -> list[str]:
    """Give a few names a paragraph each, so that none is broken over a line; many stand in one."""
    return list(people) or [""] if len(people) <= FEW else [joined(people)]


def in_lines(
    name: str,
    sheet: Sheet[R],
    column: str,
    value: Callable[[S], str],
    about: str = "",
    *,
    grounds: Grounds = NOTHING,
) -> Field[S]:
    """Declare a field that says what one cell says, a paragraph for each of its lines."""

    def split(subject: S) -> Value:
        return lines(value(subject))

    return replace(cell(name, sheet, column, split, about, grounds=grounds), shape=Shape.TEXTS)


def of_some_rows(field: Field[S]) -> Field[S]:
    """Declare that a field says a cell of those rows only that the paper is about."""
    return replace(field, says=None)


UNTIL: Field[OfBranch] = Field(
    name="截止",
    about="写到哪一天",
    example="2025年12月31日",
    value=lambda one: date_text(one.branch.told_until),
    grounds=TOLD,
)
"""The day of which a paper tells."""


def ledger_kind(
    name: str,
    about: str,
    subjects: Callable[[Branch], Iterator[L]],
    grounds: Grounds,
    fields: tuple[Declared[L], ...],
    *,
    confidential: Callable[[L], bool] = lambda _one: False,
    confidential_ones: str = "",
) -> DocumentKind[L]:
    """Declare a ledger: one file of the year in the folder of ledgers, with a template of its own name."""
    return DocumentKind(
        name=name,
        about=about,
        forms=(Form(name, LEDGERS_FOLDER),),
        file_name=FILE_NAME,
        title=TITLE,
        planned_from="",
        every_row=False,
        subjects=subjects,
        grounds=grounds | info("short_name year written"),
        confidential=confidential,
        confidential_ones=confidential_ones,
        fields=fields,
    )
