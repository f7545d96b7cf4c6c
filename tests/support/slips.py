"""Plants one typo in one cell of a sound workbook, and looks which documents are written beside the error it gives."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property

from pipeline.checks import check_branch
from pipeline.documents import Planned, plan_documents
from pipeline.documents.kinds import KINDS
from pipeline.facts.branch import Branch
from pipeline.findings import Finding, column_letters
from pipeline.flows.blocking import Faults, not_even_planned, part
from pipeline.flows.templates import Templates
from pipeline.rendering import Engine, Properties, template_folders
from pipeline.schema import INFO_SHEET, is_own_sheet
from pipeline.settings import SETTINGS_SHEET
from pipeline.workbook.reading.grid import Book, Cell, Grid
from pipeline.workbook.reading.sheets import read_records
from tests.support.word import text_of

ENGINE = Engine(template_folders(None))
Place = tuple[int, int, int]
"""Sheet, row and column of a grid, from 0."""
DIGIT = re.compile(r"\d")


def examined(book: Book, as_of: date) -> tuple[Branch, list[Finding]]:
    """Read and check a book."""
    records, findings = read_records(book)
    branch = Branch(records, as_of)
    return branch, [*findings, *check_branch(branch)]


def printed_text(branch: Branch, document: Planned) -> str:
    """Fill a document and give all that is printed in it."""
    properties = Properties(title=document.title, author=branch.info.short_name, day=document.day)
    return text_of(ENGINE.render(document.template, document.build(), properties))


@dataclass(frozen=True)
class Sound:
    """A workbook as it should be."""

    book: Book
    as_of: date

    @cached_property
    def branch(self) -> Branch:
        """Its branch."""
        return examined(self.book, self.as_of)[0]

    @cached_property
    def documents(self) -> Mapping[str, Planned]:
        """Path to document."""
        return {document.path: document for document in plan_documents(self.branch)}

    @cached_property
    def contexts(self) -> Mapping[str, object]:
        """Path to what the template is filled with."""
        return {path: document.build() for path, document in self.documents.items()}

    @cached_property
    def cells(self) -> list[Place]:
        """The cells below the headings that hold something."""
        return [
            (sheet, row, column)
            for sheet, grid in enumerate(self.book.grids)
            if not is_own_sheet(grid.name) and grid.name != SETTINGS_SHEET
            for row, cells in enumerate(grid.rows[1:], start=1)
            for column, cell in enumerate(cells)
            if cell is not None and not (grid.name == INFO_SHEET and column in {0, 4})
        ]

    def value(self, place: Place) -> Cell:
        """Give what a cell holds."""
        sheet, row, column = place
        return self.book.grids[sheet].rows[row][column]

    def with_cell(self, place: Place, value: Cell) -> Book:
        """Give the book with one cell changed."""
        sheet, row, column = place
        grid = self.book.grids[sheet]
        cells = list(grid.rows[row])
        cells[column] = value
        rows = [*grid.rows[:row], tuple(cells), *grid.rows[row + 1 :]]
        grids = list(self.book.grids)
        grids[sheet] = replace(grid, rows=rows)
        return replace(self.book, grids=tuple(grids))

    def address(self, place: Place) -> str:
        """Write a place as a finding does: 会议活动!D15."""
        sheet, row, column = place
        return f"{self.book.grids[sheet].name}!{column_letters(column + 1)}{row + 1}"


@dataclass(frozen=True)
class Outcome:
    """What one typo led to."""

    place: str
    before: Cell
    after: Cell
    findings: tuple[Finding, ...]
    errors: tuple[Finding, ...]
    documents: Mapping[str, Planned]
    """The documents that are planned with the typo."""
    changed: frozenset[str]
    """Documents that the typo changes, makes or loses."""
    falsified: frozenset[str]
    """Those of them that were written all the same and print something else."""
    held_unchanged: frozenset[str]
    """Documents that were held though the typo changes nothing in them."""
    held: tuple[str, ...] = ()


def plant(sound: Sound, place: Place, value: Cell) -> Outcome:
    """Plant one typo, and see what is written and held."""
    branch, findings = examined(sound.with_cell(place, value), sound.as_of)
    faults = Faults(branch, findings)
    planned = plan_documents(branch)
    chosen, held = part(planned, faults, Templates(ENGINE, branch).printed) if faults.all else (planned, [])
    written = {document.path: document for document in chosen} if not faults.everywhere else {}
    changed, falsified = set(), set()
    for document in planned:
        if document.build() == sound.contexts.get(document.path):
            continue
        changed.add(document.path)
        if document.path in written:
            before = sound.documents.get(document.path)
            if before is None or printed_text(branch, document) != printed_text(sound.branch, before):
                falsified.add(document.path)
    changed |= sound.documents.keys() - {document.path for document in planned}
    rows = not_even_planned(planned, (kind.name for kind in KINDS if kind.by_default), faults)
    names = {each.path for each in held}
    return Outcome(
        place=sound.address(place),
        before=sound.value(place),
        after=value,
        findings=tuple(findings),
        errors=tuple(faults.all),
        documents={document.path: document for document in planned},
        changed=frozenset(changed),
        falsified=frozenset(falsified),
        held_unchanged=frozenset(names - changed),
        held=(*(each.name for each in held), *(each.name for each in rows)),
    )


def typos(sound: Sound, generator: random.Random) -> Iterator[tuple[Place, Cell]]:
    """Yield typos without end: a cell, and what was typed into it instead."""
    while True:
        place = generator.choice(sound.cells)
        value = generator.choice(TYPOS)(sound, place, generator)
        if value != sound.value(place):
            yield place, value


def other_of_column(sound: Sound, place: Place, generator: random.Random) -> Cell:
    """Take what another row of the column holds: a name for a name."""
    sheet, _, column = place
    rows = sound.book.grids[sheet].rows[1:]
    return generator.choice([cells[column] for cells in rows if len(cells) > column and cells[column] is not None])


def cut(sound: Sound, place: Place, generator: random.Random) -> Cell:
    """Leave out a letter."""
    text = shown(sound.value(place))
    where = generator.randrange(len(text)) if text else 0
    return text[:where] + text[where + 1 :] or None


def doubled(sound: Sound, place: Place, generator: random.Random) -> Cell:
    """Type a letter twice."""
    text = shown(sound.value(place))
    where = generator.randrange(len(text)) if text else 0
    return text[:where] + text[where : where + 1] + text[where:]


def other_digit(sound: Sound, place: Place, generator: random.Random) -> Cell:
    """Type another figure."""
    text = shown(sound.value(place))
    found = [match.start() for match in DIGIT.finditer(text)]
    if not found:
        return cut(sound, place, generator)
    where = generator.choice(found)
    return text[:where] + generator.choice("0123456789") + text[where + 1 :]


def off_by(sound: Sound, place: Place, generator: random.Random) -> Cell:
    """Move a date by a year, a month or a day, or a number by one."""
    value = sound.value(place)
    if isinstance(value, datetime | date):
        return value + timedelta(days=generator.choice((-365, 365, -30, 31, -1, 1)))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value + generator.choice((-1, 1, 10))
    text = shown(value)
    match = re.search(r"(19|20)\d\d", text)
    if match:
        return text[: match.start()] + str(int(match[0]) + generator.choice((-1, 1))) + text[match.end() :]
    return other_digit(sound, place, generator)


def emptied(_sound: Sound, _place: Place, _generator: random.Random) -> Cell:
    """Delete the cell."""
    return None


def garbage(_sound: Sound, _place: Place, generator: random.Random) -> Cell:
    """Type something that belongs nowhere."""
    return generator.choice(("garbage", "#@!垃圾", "99999", "2025-99-99", "乱七八糟", "无", "待定", "张", -1, True))


def shown(value: Cell) -> str:
    """Write a value as it would be typed."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    return "" if value is None else str(value)


TYPOS: tuple[Callable[[Sound, Place, random.Random], Cell], ...] = (
    other_of_column,
    other_of_column,
    cut,
    cut,
    doubled,
    other_digit,
    off_by,
    off_by,
    emptied,
    garbage,
)


SURNAMES = "柳沐岑闻卓祁邵鲍褚冉蔺佟"
GIVEN = "远舟晴川知夏临溪若谷牧野清和听澜景行望舒"


def randomised(sound: Sound, seed: int) -> Sound:
    """Make another sound branch: other names and 编号, rows dropped and shuffled; tried until nothing is wrong in it."""
    generator = random.Random(seed)
    while True:
        book = _rewritten(sound.book, generator)
        made = Sound(book, sound.as_of)
        findings = examined(book, sound.as_of)[1]
        if not any(finding.is_error for finding in findings):
            return made


def _rewritten(book: Book, generator: random.Random) -> Book:
    names = sorted({str(cells[1]) for cells in _grid(book, "党员名册").rows[1:] if len(cells) > 1 and cells[1]})
    fresh = iter(generator.sample([s + a + b for s in SURNAMES for a in GIVEN for b in GIVEN if a != b], len(names)))
    words = {name: next(fresh) for name in names}
    letters = {"D": generator.choice("DPQ"), "H": generator.choice("HMK"), "T": generator.choice("TS")}
    number = re.compile(r"(?<![0-9A-Za-z])([DHT])(?=\d{2,3}(?![0-9A-Za-z]))")
    name = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))

    def other(cell: Cell) -> Cell:
        if not isinstance(cell, str):
            return cell
        return number.sub(lambda m: letters[m[1]], name.sub(lambda m: words[m[0]], cell))

    grids = []
    for grid in book.grids:
        rows = [tuple(map(other, cells)) for cells in grid.rows]
        head, body = rows[:1], rows[1:]
        if grid.name in {"谈话记录", "学习培训", "表彰处置"}:
            cited = {str(cell) for g in book.grids if g.name == "总结要点" for cells in g.rows for cell in cells}
            body = [row for row in body if generator.random() > 0.2 or any(str(row[0])[1:] in each for each in cited)]
        if grid.name in {"党员名册", "谈话记录", "责任区", "民主评议", "立项攻关", "表彰处置"}:
            generator.shuffle(body)
        grids.append(replace(grid, rows=[*head, *body]))
    return replace(book, grids=tuple(grids))


def _grid(book: Book, name: str) -> Grid:
    return next(grid for grid in book.grids if grid.name == name)
