"""Watches which cells are read while something is computed: a branch whose records tell when a field is asked.

Nothing here is part of a usual run: only a watched branch is made of watched records, and it is made on request.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, replace
from typing import NamedTuple, TypeVar, cast

from pipeline.facts.branch import Branch
from pipeline.facts.records import Records
from pipeline.schema import INFO_SHEET, BranchInfo, Entry, Record
from pipeline.schema.branch import info_columns

T = TypeVar("T", Record, BranchInfo, Entry)
K = TypeVar("K")
V = TypeVar("V")


class Cell(NamedTuple):
    """One cell of the workbook, by what it is called."""

    sheet: str
    row: int
    heading: str


class Watcher:
    """Collects the cells that watched records are asked for."""

    def __init__(self) -> None:
        """Start with nobody watching."""
        self._seen: set[Cell] | None = None

    @contextmanager
    def watching(self) -> Iterator[set[Cell]]:
        """Collect what is read inside the block; blocks do not nest."""
        seen: set[Cell] = set()
        self._seen = seen
        try:
            yield seen
        finally:
            self._seen = None

    def saw(self, cell: Cell) -> None:
        """Take note of a cell, while somebody is watching."""
        if self._seen is not None:
            self._seen.add(cell)


class Forgetful(dict[K, V]):
    """A memory that remembers nothing, so that a judgement is made anew, and watched, each time it is asked for."""

    def __contains__(self, key: object) -> bool:
        """Say that nothing is known."""
        return False


class WatchedBranch(Branch):
    """A branch of watched records whose judgements are made anew each time; sorting and grouping are not watched."""

    def __init__(self, branch: Branch, watcher: Watcher) -> None:
        """Copy the records of a branch as watched ones."""
        super().__init__(watched_records(branch.records, watcher), branch.as_of, branch.settings)
        self.watcher = watcher
        self._counted = Forgetful()
        self._committees = Forgetful()
        self._attendance = Forgetful()
        self._targets = Forgetful()


def watched(branch: Branch) -> WatchedBranch:
    """Make a branch that tells which cells are read from it."""
    return WatchedBranch(branch, Watcher())


def watched_records(records: Records, watcher: Watcher) -> Records:
    """Copy records so that each read of a field is told to the watcher."""
    tables: dict[str, tuple[Record, ...]] = {}
    for sheet, rows in records.tables():
        headings = {column.name: column.heading for column in sheet.columns}
        tables[sheet.name] = tuple(_copy(row, watcher, sheet.name, headings, row.origin.row) for row in rows)
    return Records.of(_watched_info(records.info, watcher), tables, records.settings)


def _watched_info(info: BranchInfo, watcher: Watcher) -> BranchInfo:
    headings = {name: column.heading for name, column in info_columns().items()}
    entries = {
        name: tuple(_copy(entry, watcher, INFO_SHEET, _every(heading), entry.origin.row) for entry in value)
        for name, heading in headings.items()
        if isinstance(value := getattr(info, name), tuple)
    }
    rows = {name: origin.row for name, origin in info.origins.items()}
    single = {name: heading for name, heading in headings.items() if name not in entries}
    return _copy(replace(info, **entries), watcher, INFO_SHEET, single, rows)  # type: ignore[arg-type]


def _every(heading: str) -> dict[str, str]:
    """All cells of an entry stand under its key."""
    return dict.fromkeys(("content", "detail", "outcome"), heading)


def _copy(record: T, watcher: Watcher, sheet: str, headings: Mapping[str, str], row: int | Mapping[str, int]) -> T:
    copied = object.__new__(_watched_class(type(record)))
    for each in fields(record):
        object.__setattr__(copied, each.name, getattr(record, each.name))
    object.__setattr__(copied, "watch", (watcher, sheet, headings, row))
    return copied


_classes: dict[type[object], type[object]] = {}
"""The classes made so far, by the plain ones."""


def _watched_class(plain: type[T]) -> type[T]:
    """Give the class of records that tell of each field they are asked for."""
    if plain not in _classes:
        body = {"__slots__": ("watch",), "__getattribute__": _told}
        _classes[plain] = type(f"Watched{plain.__name__}", (plain,), body)
    return cast("type[T]", _classes[plain])


def _told(self: object, name: str) -> object:
    """Look a field up, and tell the watcher of its cell."""
    watcher, sheet, headings, row = object.__getattribute__(self, "watch")
    if name in headings:
        watcher.saw(Cell(sheet, row if isinstance(row, int) else row.get(name, 0), headings[name]))
    found: object = object.__getattribute__(self, name)
    return found
