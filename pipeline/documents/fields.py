"""The vocabulary in which the fields of documents are declared: each has a name and is a function of its subject."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, NamedTuple, Protocol, TypeAlias, TypeVar

from pipeline.facts.grounds import Ground, Grounds, cells
from pipeline.facts.watching import Cell, Watcher
from pipeline.schema import Record, Sheet
from pipeline.vocabulary import Shape, Word

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value]"
Context: TypeAlias = "dict[str, Value]"
"""What a template is filled with: texts, counts, truths, lists and tables of them, under Chinese names."""
S = TypeVar("S")
Steps: TypeAlias = "tuple[tuple[str, Callable[[S], Value]], ...]"
S_contra = TypeVar("S_contra", contravariant=True)
E = TypeVar("E")
R = TypeVar("R", bound=Record)
NOTHING: Grounds = frozenset()
SHARED = 256
"""How many tables are kept that several documents share."""


class Traced(NamedTuple):
    """One value of a document and the cells it was computed from."""

    path: str
    """会议.出席[2].名单: rows are counted from 1."""
    value: Value
    cells: frozenset[Cell]


class Declared(Protocol[S_contra]):
    """A declared field, group or table, seen from the subject it is computed from."""

    @property
    def name(self) -> str:
        """The name under which a template finds it."""

    @property
    def about(self) -> str:
        """What it is, in one Chinese line."""

    @property
    def aliases(self) -> tuple[str, ...]:
        """Names under which earlier releases published it; templates that use them still work."""

    @property
    def word(self) -> Word:
        """What a template may say of it, and below it."""

    def build(self, subject: S_contra) -> Value:
        """Compute it."""

    def stands_on(self, path: str) -> Iterator[tuple[str, Grounds]]:
        """Yield every path from `path` on, with the columns that each stands on."""

    def trace(self, subject: S_contra, watcher: Watcher, path: str) -> Iterator[Traced]:
        """Compute it, watching which cells each value is read from."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Field(Generic[S]):
    """One value that a template may print."""

    name: str
    about: str
    example: str
    value: Callable[[S], Value]
    """Computes it from its subject."""
    grounds: Grounds
    """The columns it is computed from."""
    shape: Shape = Shape.TEXT
    says: Ground | None = None
    """The column whose cell it says; None where it is computed from several."""
    aliases: tuple[str, ...] = ()

    def build(self, subject: S) -> Value:
        """Compute the value."""
        return self.value(subject)

    @property
    def word(self) -> Word:
        """What a template may say of it."""
        return Word(self.shape, about=self.about, example=self.example)

    def stands_on(self, path: str) -> Iterator[tuple[str, Grounds]]:
        """Yield its own path and columns."""
        yield path, self.grounds

    def trace(self, subject: S, watcher: Watcher, path: str) -> Iterator[Traced]:
        """Compute the value, watching which cells are read."""
        with watcher.watching() as seen:
            value = self.value(subject)
        yield Traced(path, value, frozenset(seen))


class Row(NamedTuple, Generic[E]):
    """A row of a table and its number, from 1."""

    number: int
    of: E


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Group(Generic[S, E]):
    """Fields under one name; none of them where there is nothing to tell of."""

    name: str
    about: str
    fields: tuple[Declared[E], ...]
    of: Callable[[S], E | None]
    """Gives what the fields are functions of; None leaves the group empty."""
    grounds: Grounds = NOTHING
    """The columns that decide whether the group is there."""
    own_of: str = ""
    """Sheet whose unknown columns come along under their own headings."""
    own: Callable[[E], Record] | None = None
    """Gives the record that has those columns."""
    aliases: tuple[str, ...] = ()

    @cached_property
    def steps(self) -> Steps[E]:
        """What computes each name."""
        return steps_of(self.fields)

    def build(self, subject: S) -> Value:
        """Compute every field of the group."""
        inner = self.of(subject)
        return {} if inner is None else fill(self.steps, inner, self.own)

    @property
    def word(self) -> Word:
        """What a template may say below its name."""
        return Word(Shape.GROUP, words_of(self.fields), self.own_of, self.about)

    def stands_on(self, path: str) -> Iterator[tuple[str, Grounds]]:
        """Yield the group and everything below it."""
        yield path, self.grounds
        yield from stand_on(self.fields, path)

    def trace(self, subject: S, watcher: Watcher, path: str) -> Iterator[Traced]:
        """Compute the fields one by one."""
        inner = self.of(subject)
        if inner is not None:
            yield from traced(self.fields, inner, watcher, path, self.own)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Rows(Generic[S, E]):
    """A table: the same fields for every row."""

    name: str
    about: str
    fields: tuple[Declared[E], ...]
    each: Callable[[S], Iterable[E]]
    """Gives the rows, in order."""
    grounds: Grounds = NOTHING
    """The columns that decide which rows there are, and in which order."""
    own_of: str = ""
    own: Callable[[E], Record] | None = None
    shared: Callable[[S], dict[tuple[int, ...], Value]] | None = None
    """Gives a memory in which documents with the same rows share their table; rows are known by their identity."""
    aliases: tuple[str, ...] = ()

    @cached_property
    def steps(self) -> Steps[E]:
        """What computes each name."""
        return steps_of(self.fields)

    def build(self, subject: S) -> Value:
        """Compute every field of every row."""
        if self.shared is None:
            return [fill(self.steps, row, self.own) for row in self.each(subject)]
        rows = tuple(self.each(subject))
        key = tuple(id(row.of) if isinstance(row, Row) else id(row) for row in rows)
        memory = self.shared(subject)
        if key not in memory:
            if len(memory) >= SHARED:  # tables of one's own come once and would pile up
                memory.clear()
            memory[key] = [fill(self.steps, row, self.own) for row in rows]
        return memory[key]

    @property
    def word(self) -> Word:
        """What a template may say of each row."""
        return Word(Shape.ROWS, words_of(self.fields), self.own_of, self.about)

    def stands_on(self, path: str) -> Iterator[tuple[str, Grounds]]:
        """Yield the table and everything a row has."""
        yield path, self.grounds
        yield from stand_on(self.fields, path)

    def trace(self, subject: S, watcher: Watcher, path: str) -> Iterator[Traced]:
        """Compute the fields of every row one by one."""
        for number, row in enumerate(self.each(subject), start=1):
            yield from traced(self.fields, row, watcher, f"{path}[{number}]", self.own)


def stand_on(fields: Iterable[Declared[S]], path: str = "") -> Iterator[tuple[str, Grounds]]:
    """Yield every path that some fields have, under their present and earlier names, with the columns it stands on."""
    for declared in fields:
        for name in (declared.name, *declared.aliases):
            yield from declared.stands_on(f"{path}.{name}" if path else name)


def steps_of(fields: Iterable[Declared[S]]) -> Steps[S]:
    """Pair every name of some fields, present and earlier, with what computes it."""
    return tuple(
        (name, declared.value if isinstance(declared, Field) else declared.build)
        for declared in fields
        for name in (declared.name, *declared.aliases)
    )


def fill(steps: Steps[S], subject: S, own: Callable[[S], Record] | None = None) -> Context:
    """Compute some fields of one subject; a user's own columns give way to those of the program."""
    found = {name: compute(subject) for name, compute in steps}
    extras = own(subject).extras if own is not None else None
    return {**extras, **found} if extras else found


def traced(
    fields: tuple[Declared[S], ...],
    subject: S,
    watcher: Watcher,
    path: str = "",
    own: Callable[[S], Record] | None = None,
) -> Iterator[Traced]:
    """Compute some fields of one subject one by one, watching which cells each value is read from."""
    for declared in fields:
        yield from declared.trace(subject, watcher, f"{path}.{declared.name}" if path else declared.name)
    if own is not None:
        record, names = own(subject), {name for each in fields for name in (each.name, *each.aliases)}
        sheet, row = record.origin.key
        for heading, value in record.extras.items():
            if heading not in names:
                yield Traced(f"{path}.{heading}", value, frozenset({Cell(sheet, row, heading)}))


def words_of(fields: Iterable[Declared[S]]) -> dict[str, Word]:
    """Collect what a template may say of some fields, under their present and earlier names."""
    found: dict[str, Word] = {}
    for declared in fields:
        word = found[declared.name] = declared.word
        for alias in declared.aliases:
            found[alias] = word.instead_of(declared.name)
    return found


def cell(
    name: str,
    sheet: Sheet[R],
    column: str,
    value: Callable[[S], Value],
    about: str = "",
    *,
    grounds: Grounds = NOTHING,
) -> Field[S]:
    """Declare a field that says what one cell says; description and example are those of its column.

    `grounds` are further columns that it stands on: how a person is called, say.
    """
    declared = sheet.by_name[column]
    return Field(
        name=name,
        about=about or f"{sheet.name}的“{declared.heading}”",
        example=declared.example,
        value=value,
        grounds=cells(sheet, column) | grounds,
        says=(sheet.name, declared.heading),
    )
