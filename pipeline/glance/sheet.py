"""Drafts the year at a glance as a sheet for the marked copy of the workbook."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.findings import column_letters
from pipeline.glance.model import (
    ACCENT,
    HEAD_FILL,
    LABEL_FILL,
    LOOKS,
    SHEET_COLUMNS,
    Cell,
    Glance,
    Heading,
    Notice,
    Table,
)
from pipeline.marking.sheet_draft import CellDraft, Look, SheetDraft
from pipeline.widths import columns_of

NAME = "全年一览"
WIDTHS = (20.0, *(9.5,) * 12, 11.0)
LINE = 13.5
"""Height of a line of a table in points."""
EMPTY = CellDraft(look=Look(ruled=False))


class _Rows:
    """The rows of the sheet while they are laid, with their heights and the ranges to be merged."""

    def __init__(self) -> None:
        self.rows: list[tuple[CellDraft, ...]] = []
        self.heights: list[float] = []
        self.merged: list[str] = []

    def add(self, *cells: tuple[CellDraft, int], height: float = 0) -> None:
        """Lay a row of cells, each with the columns it covers."""
        laid: list[CellDraft] = []
        number = len(self.rows) + 1
        for cell, span in cells:
            if span > 1:
                first, last = column_letters(len(laid) + 1), column_letters(len(laid) + span)
                self.merged.append(f"{first}{number}:{last}{number}")
            laid += [cell, *(CellDraft(look=cell.look),) * (span - 1)]
        self.rows.append(tuple(laid))
        self.heights.append(height)


def glance_sheet(glance: Glance) -> SheetDraft:
    """Draft the sheet: title, what is due, what is missing, the chart, the members."""
    rows = _Rows()
    for cell, height in _head(glance):
        rows.add((cell, SHEET_COLUMNS), height=height)
    _lay_legend(rows, glance)
    _lay_table(rows, glance.chart, least=30)
    rows.add((EMPTY, SHEET_COLUMNS), height=8)
    _lay_table(rows, glance.people, least=17)
    return SheetDraft(
        name=NAME,
        rows=tuple(rows.rows),
        widths=WIDTHS,
        heights=tuple(rows.heights),
        merged=tuple(rows.merged),
        frozen_columns=1,
        landscape=True,
    )


def _head(glance: Glance) -> Iterator[tuple[CellDraft, float]]:
    plain = Look(ruled=False)
    yield CellDraft(value=glance.title, look=Look(colour=ACCENT, bold=True, size=18, centred=True, ruled=False)), 32
    yield CellDraft(value=glance.subtitle, look=Look(centred=True, ruled=False)), 20
    if glance.caution:
        yield CellDraft(value=glance.caution, look=Look(colour="9B1C1C", bold=True, ruled=False)), 20
    yield from _notice(glance.due)
    yield from _notice(glance.gaps)
    yield CellDraft(value=glance.figures, look=plain), _height(glance.figures)


def _notice(notice: Notice) -> Iterator[tuple[CellDraft, float]]:
    ink = LOOKS[notice.mark].ink
    title = f"{notice.mark.value} {notice.title}"
    yield CellDraft(value=title, look=Look(colour=ink, bold=True, size=12, ruled=False)), 20
    for line in notice.lines:
        yield CellDraft(value=f"\u3000{line}", look=Look(ruled=False)), _height(line)


def _height(text: str) -> float:
    """Estimate the height of a text over the whole width: 70 Chinese characters fit a line."""
    return 16.0 * (1 + len(text) // 70) + 2


def _lay_legend(rows: _Rows, glance: Glance) -> None:
    plain = Look(ruled=False, size=10, wrapped=False)
    cells: list[tuple[CellDraft, int]] = [(CellDraft(value="图例", look=plain), 1)]
    for mark, said in glance.legend:
        look = LOOKS[mark]
        words = f"{mark.value} {said}"
        cells.append((CellDraft(value=words, look=Look(fill=look.fill, colour=look.ink, size=9, centred=True)), 2))
    rows.add(*cells, (EMPTY, 1), height=28)


def _lay_table(rows: _Rows, table: Table, *, least: float) -> None:
    title = CellDraft(value=table.title, look=Look(colour=ACCENT, bold=True, size=13, ruled=False))
    rows.add((title, SHEET_COLUMNS), height=24)
    head = Look(fill=HEAD_FILL, bold=True, centred=True)
    rows.add(*((CellDraft(value=h.text, look=head), h.units) for h in table.headings), height=22)
    for row in table.rows:
        cells = tuple(_drafts(table.headings, row))
        rows.add(*cells, height=max(least, LINE * _lines(cells) + 3))


def _lines(cells: Sequence[tuple[CellDraft, int]]) -> int:
    """Estimate the lines a row needs: a spreadsheet does not heighten rows for merged cells."""
    place, most = 0, 1
    for cell, span in cells:
        width = sum(WIDTHS[place : place + span])
        most = max(most, sum(1 + int(columns_of(line) * 1.1 // width) for line in str(cell.value).split("\n")))
        place += span
    return most


def _drafts(headings: tuple[Heading, ...], row: tuple[Cell, ...]) -> Iterator[tuple[CellDraft, int]]:
    place = 0
    for cell in row:
        units = sum(heading.units for heading in headings[place : place + cell.span])
        yield CellDraft(value=_words(cell), look=_look(cell)), units
        place += cell.span


def _words(cell: Cell) -> str:
    return ("\n" if cell.label else " ").join(filter(None, (cell.words, cell.note)))


def _look(cell: Cell) -> Look:
    if cell.mark is None:
        return Look(fill=LABEL_FILL, bold=bool(cell.note), size=10, centred=True)
    look = LOOKS[cell.mark]
    return Look(fill=look.fill, colour=look.ink, bold=look.bold, size=10, centred=True)
