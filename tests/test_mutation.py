"""Garbage in any one cell is told at that cell, or changes only documents that come from it; told, it falsifies none."""

from __future__ import annotations

import random

import pytest

from pipeline.schema import INFO_SHEET
from pipeline.workbook.reading.cells import read_book
from pipeline.workbook.reading.container import open_package
from pipeline.workbook.reading.grid import Cell
from tests.conftest import EXAMPLE, TODAY
from tests.support.slips import Place, Sound, examined, plant

GARBAGE = ("garbage", "#@!垃圾", "99999", "2025-99-99", "\x07x", "乱七八糟", -1, 1e300, True)


@pytest.fixture(scope="module")
def sound() -> Sound:
    """The example."""
    return Sound(read_book(open_package(EXAMPLE)), TODAY)


def probe(sound: Sound, known: set[tuple[str, str]], place: Place, value: Cell) -> None:
    """Put garbage into one cell and see where it shows."""
    outcome = plant(sound, place, value)
    cell = sound.address(place)
    assert outcome.falsified <= (frozenset() if outcome.errors else outcome.changed), (cell, value, outcome.falsified)
    if any(str(finding.where) == cell for finding in outcome.findings):
        return  # told where it is; what it changes is held
    new = {(finding.rule.code, str(finding.where)) for finding in outcome.findings} - known
    assert not new, (cell, value, new)
    source = f"{cell.partition('!')[0]}!{place[1] + 1}"
    for path in outcome.changed:
        document = outcome.documents.get(path) or sound.documents[path]
        everywhere = document.whole_workbook or cell.startswith(INFO_SHEET)  # every template has what 支部信息 says
        assert everywhere or source in map(str, document.sources), (cell, value, path)


def probe_some(sound: Sound, count: int, seed: int) -> None:
    known = {(finding.rule.code, str(finding.where)) for finding in examined(sound.book, sound.as_of)[1]}
    generator = random.Random(seed)
    for place in generator.sample(sound.cells, count):
        probe(sound, known, place, generator.choice(GARBAGE))


def test_garbage_in_some_cells(sound: Sound) -> None:
    probe_some(sound, 80, seed=20251122)


@pytest.mark.acceptance
def test_garbage_in_many_cells(sound: Sound) -> None:
    probe_some(sound, 250, seed=5)


@pytest.mark.acceptance
def test_garbage_in_every_key_of_the_branch(sound: Sound) -> None:
    sheet = next(n for n, grid in enumerate(sound.book.grids) if grid.name == INFO_SHEET)
    for row, cells in enumerate(sound.book.grids[sheet].rows[1:], start=1):
        if cells[1] is not None:
            value = GARBAGE[row % len(GARBAGE)]
            outcome = plant(sound, (sheet, row, 1), value)
            assert not outcome.errors or outcome.falsified == frozenset(), (row, value)
            examined(sound.with_cell((sheet, row, 0), value), sound.as_of)
