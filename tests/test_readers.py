"""Both readers give the same cells; what calamine cannot be trusted with goes to openpyxl."""

from __future__ import annotations

import random
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl.styles.numbers import BUILTIN_FORMATS

from pipeline.errors import WorkbookUnreadableError
from pipeline.workbook.reading import cells_calamine, cells_openpyxl
from pipeline.workbook.reading.cells import read_book
from pipeline.workbook.reading.container import open_package
from pipeline.workbook.reading.grid import Book, Cell
from tests.conftest import EXAMPLE
from tests.support.files import edited, saved, xlsx

FORMATS = (
    "General",
    "yyyy-mm-dd",
    "yyyy-mm-dd hh:mm:ss",
    "h:mm",
    "[h]:mm",
    'yyyy"年"m"月"d"日"',
    "0%",
    "0.00",
    "@",
    14,
    27,
    31,
    57,
    22,
)
TEXTS = ("", " 前后 ", "一\n二", "\u00a0", "001234", "\u200b", "=1+1", "#N/A", "真&<\">'")


def cells_of(book: Book) -> list[tuple[str, list[tuple[Cell, ...]]]]:
    """Give names and cells, blank tails of rows and sheets cut off: they say nothing."""

    def cut(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        filled = [place for place, cell in enumerate(row, start=1) if cell not in (None, "")]
        return tuple(cell if cell != "" else None for cell in row[: max(filled, default=0)])

    found = []
    for grid in book.grids:
        rows = [cut(row) for row in grid.rows]
        while rows and not rows[-1]:
            rows.pop()
        found.append((grid.name, rows))
    return found


def mixed(seed: int) -> bytes:
    """Write a sheet of all sorts of cells, with gaps."""
    rng = random.Random(seed)
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet("甲")
        forms = [book.add_format({"num_format": form}) for form in FORMATS]
        numbers = (
            0,
            0.5,
            14.5 / 24,
            45930,
            45930 + 14.5 / 24,
            59,
            60,
            61,
            2958465,
            1.5,
            98,
            0.98,
        )
        for row in range(2, 60):
            for column in range(rng.randrange(1, 12)):
                kind = rng.randrange(6)
                if kind == 0:
                    sheet.write_string(row, column, rng.choice(TEXTS))
                elif kind == 1:
                    sheet.write_boolean(row, column, rng.random() < 0.5)
                elif kind == 2:
                    sheet.write_formula(row, column, "=1+1", None, rng.choice((2, "二", "#N/A", True)))
                elif kind < 5:
                    value = rng.choice(numbers) if rng.random() < 0.7 else rng.random() * 60000
                    sheet.write_number(row, column, value, rng.choice(forms))
    return buffer.getvalue()


@pytest.mark.parametrize("seed", range(12))
def test_both_readers_give_the_same_cells(tmp_path: Path, seed: int) -> None:
    package = open_package(saved(tmp_path, mixed(seed)))
    assert cells_of(cells_calamine.read_book(package)) == cells_of(cells_openpyxl.read_book(package))


def test_both_readers_give_the_same_example() -> None:
    package = open_package(EXAMPLE)
    assert cells_of(cells_calamine.read_book(package)) == cells_of(cells_openpyxl.read_book(package))


def test_dates_come_as_moments_from_both(tmp_path: Path) -> None:
    package = open_package(saved(tmp_path, mixed(3)))
    kinds = {type(cell) for _, rows in cells_of(read_book(package)) for row in rows for cell in row}
    assert datetime in kinds
    assert float in kinds
    assert int in kinds


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/sharedStrings.xml", 'uniqueCount="', 'uniqueCount="4294967'),
        ("xl/sharedStrings.xml", ' count="', ' count="4294967'),
        ("xl/sharedStrings.xml", "学习讨论。", "_x005F_x0041_"),
    ],
)
def test_what_calamine_must_not_be_given(tmp_path: Path, part: str, old: str, new: str) -> None:
    package = open_package(saved(tmp_path, edited(xlsx(), part, lambda text: text.replace(old, new, 1))))
    with pytest.raises(cells_calamine.UnsuitedError):
        cells_calamine.read_book(package)
    assert read_book(package).grids == cells_openpyxl.read_book(package).grids


def test_errors_that_calamine_does_not_know(tmp_path: Path) -> None:
    def spill(text: str) -> str:
        return text.replace('<c r="A2" t="s"><v>', '<c r="A2" t="e"><v>#SPILL!</v></c><c r="Z2" t="s"><v>', 1)

    package = open_package(saved(tmp_path, edited(xlsx(), "xl/worksheets/sheet2.xml", spill)))
    grid = next(grid for grid in read_book(package).grids if grid.name == "党员名册")
    assert str(grid.rows[1][0]) == "#SPILL!"


def test_damaged_parts_stop_neither_reader(tmp_path: Path) -> None:
    rng = random.Random(7)
    parts = ("xl/sharedStrings.xml", "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/styles.xml")
    sound = xlsx()
    read = 0
    for _ in range(150):

        def damage(text: str) -> str:
            at = rng.randrange(len(text))
            return text[:at] + rng.choice(("", "9", "-1", "<", "A", "99999999", '"')) + text[at + rng.randrange(4) :]

        try:
            book = read_book(open_package(saved(tmp_path, edited(sound, rng.choice(parts), damage))))
        except WorkbookUnreadableError:
            continue
        read += len(book.grids) > 0
    assert read > 10


def test_reading_changes_nothing_in_openpyxl_for_others() -> None:
    cells_openpyxl.read_book(open_package(EXAMPLE))
    assert not {27, 31, 36, 50, 58} & set(BUILTIN_FORMATS)
