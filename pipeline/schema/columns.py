"""The vocabulary in which sheets and columns are declared: kinds of cells, columns, sheets, records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from typing import Generic, TypeVar, get_type_hints

from pipeline.findings import Origin
from pipeline.schema.versions import FIRST_VERSION, is_newer


class Decides(Enum):
    """What a cell decides beyond the row it stands in; the kinds of documents say which rows of each they follow."""

    STANDING = "身份"
    """Whether somebody belongs to the branch on a day, counts as expected, and may vote."""
    OFFICE = "职务"
    """Who holds which office."""
    GROUPING = "编组"
    """Who belongs to which group (党小组), and who leads it."""
    NAMING = "姓名"
    """How a person is called wherever somebody is named."""
    SERIES = "会次"
    """Which meeting is the first, second … of its type."""
    BELONGING = "归属"
    """To which meeting a row belongs."""
    APPLYING = "适用"
    """To whom a target applies."""
    ANSWERING = "责任"
    """Who answers for a zone."""
    LISTING = "环节"
    """Whether a row of 议题发言 is a problem to be put right, and so stands in their ledger."""
    REFERRING = "编号"
    """To which project a talk refers."""


class Kind(Enum):
    """What a cell holds; decides how it is read, and how the blank workbook guards it."""

    TEXT = "文字"
    LONG = "一段或几段文字"
    TERM = "名称"
    NAME = "姓名"
    NATION = "民族"
    CODE = "编号"
    INTEGER = "整数"
    DECIMAL = "数"
    DATE = "日期"
    DATES = "日期（可几个）"
    TIME = "时间"
    PERIOD = "起止日期"
    DEADLINE = "日期或时限"
    CHOICE = "选项"
    CHOICES = "选项（可几项）"
    PERSON = "一个人"
    PEOPLE = "一个或几个人"
    ABSENCES = "缺席人和原因"
    MAKEUPS = "补课人和日期"
    GUESTS = "列席人和身份"
    POSTS = "党内职务"
    SCOPE = "适用对象"
    SCORES = "得分"
    CODES = "编号（可几个）"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Column:
    """One column of a sheet, declared once; reader, blank workbook and documentation derive from it."""

    heading: str
    kind: Kind
    help: str
    """How to fill the cell, in a sentence or two (an Excel input message: 255 characters at the most)."""
    example: str = ""
    required: str = ""
    """Code of the rule that a blank cell breaks, since nothing can be known of the row without it; else empty."""
    wanted: str = ""
    """Code of the rule that reminds of a blank cell, printed then as a blank to fill in by hand."""
    zero_words: bool = False
    """Whether 无 and the like stand for 0, and not for a blank."""
    monthly: bool = False
    """Whether a date may be known to the month only, where that month lies before the year of the workbook."""
    printed_only: bool = False
    """Whether a choice is only printed, so that another word than the listed ones is printed as typed."""
    words: tuple[str, ...] = ()
    """Words of headings that mean this column, where its blank cell states a fact: nobody absent, not moved out."""
    choices: tuple[str, ...] = ()
    spellings: Mapping[str, str] = field(default_factory=dict)
    """Other spellings of a choice that are understood: 正式党员 for 正式."""
    respelt: Mapping[str, str] = field(default_factory=dict)
    """Other spelling to the code of the rule that reports it, where that is not C18."""
    aliases: tuple[str, ...] = ()
    """Other headings that are understood."""
    refers: str = ""
    """Name of the sheet whose 编号 the cell holds, or 党小组."""
    unknown: str = "C14"
    """Code of the rule that an unknown name or 编号 breaks."""
    outsiders: bool = False
    """Whether the cell may name people who are not on the roster."""
    minimum: int | None = 0
    maximum: int | None = None
    earliest: int = 1921
    """First year a date may have: that of the Party's founding, unless it is not the Party that the date is about."""
    units: tuple[str, ...] = ()
    """Words that may stand around a number and add nothing: 22票, 每月25日."""
    width: int = 12
    """Width in half-width characters."""
    decides: Decides | None = None
    """What the cell decides for other rows; None where it only says something of its own."""
    since: str = FIRST_VERSION
    """Version of the schema in which the column came; an older workbook need not have it."""
    name: str = ""
    """Field name; filled in by the sheet."""

    @property
    def blank_says(self) -> bool:
        """Whether a blank cell states a fact, so that a heading like this one must not be missed."""
        return bool(self.words)

    def asked_of(self, version: str) -> Column:
        """Give the column as a workbook of a version owes it: one that came later may stay blank there."""
        asked = self.required or self.wanted
        return replace(self, required="", wanted="") if asked and is_newer(self.since, version) else self


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Record:
    """One row of a sheet, read."""

    origin: Origin
    extras: Mapping[str, str]
    """Columns the schema does not know, under their own headings."""


R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Sheet(Generic[R]):
    """One sheet of the workbook: its name, the record a row becomes, and how it is explained."""

    name: str
    record: type[R]
    about: str
    """What one row is, and what is not to be typed because it is computed."""
    key: str = ""
    """Field that names a row; its values must be unique."""
    duplicate: str = "C17"
    """Code of the rule that a repeated key breaks."""
    ordered: bool = False
    """Whether the order of rows has a meaning where no 序号 is given."""
    since: str = FIRST_VERSION
    """Version of the schema in which the sheet came; an older workbook need not have it."""
    optional: bool = False
    """Whether a branch without such rows may do without the sheet."""

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns, in the order in which the record declares them."""
        return tuple(declared_columns(self.record))

    @cached_property
    def by_name(self) -> Mapping[str, Column]:
        """Field name to column."""
        return {column.name: column for column in self.columns}


def declared_columns(record: type[object]) -> list[Column]:
    """Collect the `Column` annotations of a record class, each under its field's name."""
    found: list[Column] = []
    for name, hint in get_type_hints(record, include_extras=True).items():
        notes = getattr(hint, "__metadata__", ())
        found.extend(replace(note, name=name) for note in notes if isinstance(note, Column))
    return found
