"""Garbage in any one cell of the example is told at that cell, or changes only the documents that print it."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace

import pytest

from pipeline.checks import check_branch
from pipeline.documents import plan_documents
from pipeline.facts.branch import Branch
from pipeline.findings import Finding, column_letters
from pipeline.schema import GUIDE_SHEET, INFO_SHEET
from pipeline.workbook.reading.cells import read_book
from pipeline.workbook.reading.container import open_package
from pipeline.workbook.reading.grid import Book, Cell
from pipeline.workbook.reading.sheets import read_records
from tests.conftest import EXAMPLE, TODAY

GARBAGE = ("garbage", "#@!垃圾", "99999", "2025-99-99", "\x07x", "乱七八糟", -1, 1e300, True)
Place = tuple[int, int, int]
Picture = Mapping[str, tuple[object, frozenset[str], bool]]
"""Document to what it prints, the rows it comes from, and whether it tells of the whole year."""


def examine(book: Book) -> tuple[Branch, list[Finding]]:
    records, findings = read_records(book)
    branch = Branch(records, TODAY)
    return branch, [*findings, *check_branch(branch)]


def picture(branch: Branch) -> Picture:
    return {
        f"{planned.folder}/{planned.name}": (
            (planned.day, {name: fields for name, fields in planned.build().items() if name != "支部"}),
            frozenset(map(str, planned.sources)),
            planned.whole_workbook,
        )
        for planned in plan_documents(branch)
    }


@pytest.fixture(scope="module")
def book() -> Book:
    """The grids of the example."""
    return read_book(open_package(EXAMPLE))


def filled_cells(book: Book) -> list[Place]:
    """List the cells below the headings that hold something, guidance left aside."""
    return [
        (sheet, row, column)
        for sheet, grid in enumerate(book.grids)
        if grid.name != GUIDE_SHEET
        for row, cells in enumerate(grid.rows[1:], start=1)
        for column, cell in enumerate(cells)
        if cell is not None and not (grid.name == INFO_SHEET and column in {0, 4})
    ]


def mutated(book: Book, place: Place, value: Cell) -> Book:
    sheet, row, column = place
    cells = list(book.grids[sheet].rows[row])
    cells[column] = value
    rows = list(book.grids[sheet].rows)
    rows[row] = tuple(cells)
    grids = list(book.grids)
    grids[sheet] = replace(grids[sheet], rows=rows)
    return replace(book, grids=tuple(grids))


def probe(book: Book, before: Picture, known: set[tuple[str, str]], place: Place, value: Cell) -> None:
    """Put garbage into one cell and see where it shows."""
    sheet, row, column = place
    branch, findings = examine(mutated(book, place, value))
    source = f"{book.grids[sheet].name}!{row + 1}"
    cell = f"{book.grids[sheet].name}!{column_letters(column + 1)}{row + 1}"
    if any(str(finding.where) == cell for finding in findings):
        return
    new = {(finding.rule.code, str(finding.where)) for finding in findings} - known
    assert not new, (cell, value, new)
    after = picture(branch)
    for path in before.keys() | after.keys():
        if before.get(path, ("",))[0] != after.get(path, ("",))[0]:
            seen = [found for found in (before.get(path), after.get(path)) if found]
            assert any(source in rows or whole for _, rows, whole in seen), (cell, value, path)


def probe_some(book: Book, count: int, seed: int) -> None:
    branch, findings = examine(book)
    before = picture(branch)
    known = {(finding.rule.code, str(finding.where)) for finding in findings}
    generator = random.Random(seed)
    for place in generator.sample(filled_cells(book), count):
        probe(book, before, known, place, generator.choice(GARBAGE))


def test_garbage_in_some_cells(book: Book) -> None:
    probe_some(book, 250, seed=20251122)


@pytest.mark.acceptance
def test_garbage_in_many_cells(book: Book) -> None:
    probe_some(book, 2500, seed=random.SystemRandom().randrange(10**9))


def test_garbage_in_every_key_of_the_branch(book: Book) -> None:
    sheet = next(n for n, grid in enumerate(book.grids) if grid.name == INFO_SHEET)
    for row, cells in enumerate(book.grids[sheet].rows[1:], start=1):
        if cells[1] is not None:
            for value in GARBAGE:
                examine(mutated(book, (sheet, row, 1), value))
                examine(mutated(book, (sheet, row, 0), value))
