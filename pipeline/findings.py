"""Turns a fault at a place into a finding: rule, location and the values its sentence names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import lru_cache


class Level(Enum):
    """How severe a finding is; what each level means is said here and nowhere else."""

    ERROR = "错误"
    """Cells cannot be read or contradict each other: documents that print or follow them are held; exit status 1."""
    BREACH = "程序问题"
    """What happened breaks a written party rule: it is recorded truthfully, nothing is held; told with its article."""
    WARNING = "提醒"
    """Everything is written; the author should look."""
    NOTE = "说明"
    """Nothing is wrong; the run says what it did or left out."""

    @property
    def code(self) -> str:
        """The name used in JSON: error, breach, warning or note."""
        return self.name.lower()

    @property
    def sign(self) -> str:
        """A sign that a console in code page 936 has, and that needs no colour."""
        return {"ERROR": "×", "BREACH": "▲", "WARNING": "！", "NOTE": "·"}[self.name]

    @property
    def meaning(self) -> str:
        """What the level means, in one line for the user."""
        return {
            "ERROR": "看不懂，或者几处互相矛盾；印这些格子的文书先不写",
            "BREACH": "实际做法不合党内规定的程序；文书照实写，附上条文",
            "WARNING": "不合惯例或值得核对；文书照写，请看一看",
            "NOTE": "没有问题，只是告诉您",
        }[self.name]

    @property
    def rank(self) -> int:
        """The place in the order of severity, 0 for the most severe."""
        return list(Level).index(self)

    @property
    def holds(self) -> bool:
        """Whether documents that print or follow the cells are held."""
        return self is Level.ERROR

    @property
    def switchable(self) -> bool:
        """Whether a branch may switch the rule off in 设置."""
        return self is Level.WARNING

    @property
    def grounded(self) -> bool:
        """Whether the article or custom it rests on is worth a line of its own."""
        return self is not Level.NOTE

    def fails(self, *, strict: bool) -> bool:
        """Whether a run with such a finding ends with exit status 1; `strict` counts breaches too."""
        return self is Level.ERROR or (strict and self is Level.BREACH)


@lru_cache(maxsize=1024)
def column_letters(index: int) -> str:
    """Spell a column as Excel does; `index` counts from 1, so 28 is AB."""
    letters = ""
    while index > 0:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Count a column from 1: AB is 28."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the workbook; prints as 会议活动!D15."""

    sheet: str = ""
    """Sheet name as the workbook spells it; empty for the workbook as a whole."""
    row: int = 0
    """Row as Excel counts, from 1; 0 for the whole sheet."""
    column: int = 0
    """Column counted from 1; 0 for the whole row."""
    heading: str = ""
    """Heading of the column, or key of the 支部信息 row."""
    value: str = ""
    """What the cell shows now."""

    @property
    def cell(self) -> str:
        """The address inside the sheet: D15, or 15 for a whole row, or nothing."""
        letters = column_letters(self.column) if self.column else ""
        return f"{letters}{self.row}" if self.row else letters

    @property
    def masked(self) -> Location:
        """The same place without what the cell shows: for private matters that no report may repeat."""
        return replace(self, value="")

    def __str__(self) -> str:
        """Sheet and cell, joined as Excel does."""
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Layout:
    """Where the columns of one sheet of this workbook are."""

    sheet: str
    """Sheet name as the workbook spells it."""
    columns: Mapping[str, tuple[int, str]]
    """Field name to column (from 1) and heading."""


@dataclass(frozen=True, slots=True, eq=False)
class Origin:
    """The row of the workbook that a record was read from; each row has one."""

    layout: Layout
    row: int
    """Row as Excel counts, from 1."""
    shown: tuple[object, ...] = field(default=(), repr=False)
    """Raw cell values of the row, first column first."""
    broken: frozenset[str] = frozenset()
    """Fields whose cell could not be read and has a finding already."""

    @property
    def key(self) -> tuple[str, int]:
        """Sheet and row: what a document's list of sources holds."""
        return (self.layout.sheet, self.row)

    def at(self, field_name: str) -> Location:
        """Locate the cell of a field; the whole row if the sheet has no such column."""
        index, heading = self.layout.columns.get(field_name, (0, ""))
        return Location(self.layout.sheet, self.row, index, heading, self.shown_at(index))

    def cells(self, *names: str) -> tuple[Location, ...]:
        """Locate the cells of several fields, those the sheet has a column for."""
        return tuple(self.at(name) for name in names if name in self.layout.columns)

    def shown_at(self, index: int) -> str:
        """Show the raw value of column `index` (from 1) as text."""
        if not 0 < index <= len(self.shown):
            return ""
        value = self.shown[index - 1]
        return "" if value is None else str(value)

    def __str__(self) -> str:
        """The row as the manifest names it: 党员名册!5."""
        return f"{self.layout.sheet}!{self.row}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that is checked: its code, how severe it is, and how it is said."""

    code: str
    level: Level
    title: str
    """One line: what the rule finds."""
    says: str
    """The finding's sentence, with {names} of its details."""
    remedy: str
    """How to put it right, with {names} of its details."""
    in_general: str = ""
    """How to put it right whatever the details are; left out where `fix` names none."""
    basis: str
    """Article and number, or 上级惯例, 本地约定, 数据完整性."""
    example: str = ""
    """One line of a workbook that breaks the rule, for `zhibu rules` and docs/rules.md."""
    whose: bool = False
    """Whether a main place at a member's 姓名 only says whose row the finding is about, and is not in doubt itself."""
    kinds: tuple[str, ...] = ()
    """The kinds of documents that an error can falsify, where the cell decides more than it gets wrong; else all."""
    whole: bool = False
    """Whether an error is about the whole column or sheet that it names: every row of it is in doubt."""
    blocks_all: bool = False
    """Whether an error leaves no document that can be trusted: a sheet or a column that is not there."""

    @property
    def general_remedy(self) -> str:
        """How to put it right, for a reader of the catalogue who has no finding before him."""
        return self.in_general or self.remedy

    def at(self, where: Location, *further: Location, **detail: object) -> Finding:
        """Report that the rule is broken at a place; `further` are the other cells that the fault lies between."""
        others = tuple(dict.fromkeys(place for place in further if place.sheet and place != where))
        return Finding(rule=self, where=where, detail=detail, further=others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something in the workbook that its author should know or fix."""

    rule: Rule
    where: Location
    detail: Mapping[str, object]
    """The values that the rule's sentences name."""
    further: tuple[Location, ...] = ()
    """The other cells that were compared: the other row of a pair, the twin meeting; any of them may be wrong."""

    @property
    def places(self) -> tuple[Location, ...]:
        """The main place and the further ones."""
        return (self.where, *self.further)

    @property
    def message(self) -> str:
        """What is wrong, in Chinese."""
        return self.rule.says.format_map(self.detail)

    @property
    def remedy(self) -> str:
        """How to fix it, in Chinese."""
        return self.rule.remedy.format_map(self.detail)

    @property
    def level(self) -> Level:
        """The rule's level."""
        return self.rule.level

    @property
    def is_error(self) -> bool:
        """Whether the finding holds the documents that print or follow its cells."""
        return self.level.holds
