"""Turns a workbook and its findings into a marked copy: coloured cells, notes, our sheets, and no other change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.errors import UnmarkableError
from pipeline.findings import Finding, Location
from pipeline.marking.colours import ALSO, LOOKS, MARKS, Mark
from pipeline.marking.highlights import add_highlights, clear_highlights, style
from pipeline.marking.notes import Notes
from pipeline.marking.parts import Parts
from pipeline.marking.sheet_draft import SheetDraft
from pipeline.marking.sheets import Book, Tab
from pipeline.marking.styles import Styles
from pipeline.marking.worksheet import Address, Worksheet

NOTE_LIMIT = 1000
"""Notes a sheet is given at most: with more, opening and scrolling become slow."""
TEXT_LIMIT = 1500
"""Characters of one note of ours."""


@dataclass(slots=True)
class Here:
    """What is found at one cell."""

    main: list[Finding] = field(default_factory=list)
    """Findings whose main place it is."""
    also: list[Finding] = field(default_factory=list)
    """Findings of which it is a further place."""
    places: set[Location] = field(default_factory=set)
    """The places that the cell shows: its own, and those merged into it."""

    @property
    def look(self) -> Mark:
        """How the cell is coloured: by the most severe finding it is the main place of."""
        return LOOKS[min((finding.level for finding in self.main), key=lambda level: level.rank)] if self.main else ALSO


@dataclass(frozen=True, slots=True)
class Marks:
    """What one sheet is to be marked with."""

    looks: Mapping[Address, Mark]
    """The most severe level found at each cell; a light one where a cell is a further place and nothing else."""
    texts: Mapping[Address, str]
    """What the notes say; a cell may be coloured and have none."""


def is_marked_copy(data: bytes) -> bool:
    """Whether a file is a marked copy, of this run or of another."""
    try:
        return Book.of(Parts(data)).has_marks()
    except UnmarkableError:
        return False


def is_worked_on(data: bytes) -> bool:
    """Whether somebody has worked on a marked copy since it was made from the original."""
    return Book.of(Parts(data)).is_worked_on()


def sheet_names(data: bytes) -> list[str]:
    """List the sheets to which a link can lead."""
    return [tab.name for tab in Book.of(Parts(data)).tabs]


def places_without_note(data: bytes, findings: Sequence[Finding]) -> set[Location]:
    """List the places, further ones too, that a copy colours without a note: threaded comments, too many notes."""
    parts = Parts(data)
    found: set[Location] = set()
    for tab, frame, here in marked_sheets(parts, Book.of(parts), findings):
        marks = marks_of(Notes.of(parts, tab.part, frame), here)
        found.update(where for place, cell in here.items() if place not in marks.texts for where in cell.places)
    return found


def marked_copy(data: bytes, findings: Sequence[Finding], sheets: Sequence[SheetDraft]) -> bytes:
    """Mark a workbook; marks of an earlier run give way to these.

    The same workbook and findings give the same bytes, whether it was marked before or not.
    Raises UnmarkableError where a mark could break the workbook.
    """
    parts = Parts(data)
    book = Book.of(parts)
    worked_on = book.is_worked_on()
    for tab in book.tabs:
        if tab.part and not tab.own:
            clear(parts, tab.part)
    styles = Styles(parts, book.name)
    book.put(sheets, styles)
    for tab, frame, here in marked_sheets(parts, book, findings):
        notes = Notes.of(parts, tab.part, frame)
        marks = marks_of(notes, here)
        used = set(marks.looks.values())
        add_highlights(frame, marks.looks, {mark: styles.ensure("dxfs", style(mark)) for mark in MARKS if mark in used})
        notes.add(frame, marks.texts)
        parts.write(tab.part, frame.made())
    styles.store()
    book.put_seal(worked_on=worked_on)
    return parts.packed()


def clear(parts: Parts, part: str) -> None:
    """Take the marks of an earlier run out of a sheet."""
    frame = Worksheet(parts.read(part))
    clear_highlights(frame)
    Notes.of(parts, part, frame).clear(frame)
    if frame.changed:
        parts.write(part, frame.made())


def marked_sheets(
    parts: Parts, book: Book, findings: Sequence[Finding]
) -> Iterator[tuple[Tab, Worksheet, Mapping[Address, Here]]]:
    """Yield the sheets that findings are at, with the findings by the cell that shows them."""
    by_sheet: dict[str, list[tuple[Location, Finding]]] = defaultdict(list)
    for finding in findings:
        for where in finding.places:
            if where.row:
                by_sheet[key(where.sheet)].append((where, finding))
    for tab in book.tabs:
        rows = by_sheet.pop(key(tab.name), ())
        if rows and tab.part and not tab.own:
            frame = Worksheet(parts.read(tab.part))
            yield tab, frame, cells_of(frame, rows)


def cells_of(frame: Worksheet, rows: Iterable[tuple[Location, Finding]]) -> Mapping[Address, Here]:
    """Group findings by the cell that shows them; a merged range shows its findings once."""
    here: dict[Address, Here] = defaultdict(Here)
    for where, finding in rows:
        cell = here[frame.visible((where.row, where.column or 1))]
        cell.places.add(where)
        if where is finding.where:
            cell.main.append(finding)
        elif not any(finding is other for other in (*cell.main, *cell.also[-1:])):
            cell.also.append(finding)
    return here


def key(sheet: str) -> str:
    """Make names of sheets comparable: blanks do not count."""
    return "".join(sheet.split())


def marks_of(notes: Notes, here: Mapping[Address, Here]) -> Marks:
    """Decide how the cells of a sheet are coloured and which get a note, the most severe findings first."""
    looks = {place: cell.look for place, cell in here.items()}
    wanted = sorted(here, key=lambda place: (MARKS.index(looks[place]), place))
    allowed = [] if notes.closed else [place for place in wanted if place not in notes.threaded][:NOTE_LIMIT]
    return Marks(looks, {place: note_text(here[place]) for place in allowed})


def note_text(cell: Here) -> str:
    """Say in a note what is wrong with a cell, how to fix it, on what basis, and which findings elsewhere touch it."""
    texts = [*map(finding_text, cell.main), *map(pointer_text, cell.also)]
    said: list[str] = []
    for number, text in enumerate(texts, 1):
        counted = f"{number}．{text}" if len(texts) > 1 else text
        if said and sum(map(len, said)) + len(counted) > TEXT_LIMIT:
            said.append(f"还有{len(texts) - number + 1}条，见“检查结果”表")
            break
        said.append(counted if len(counted) <= TEXT_LIMIT else counted[:TEXT_LIMIT] + "……见“检查结果”表")
    return "\n".join(said)


def finding_text(finding: Finding) -> str:
    """Write a finding for the note at its main place."""
    also = "\n另见 " + "、".join(map(str, finding.further)) if finding.further else ""
    basis = f"\n依据：{finding.rule.basis}" if finding.level.grounded else ""
    return f"{finding.level.value} {finding.rule.code}：{finding.message}{also}\n改法：{finding.remedy}{basis}"


def pointer_text(finding: Finding) -> str:
    """Write a finding for the note at a further place: where it is told in full, and what it says."""
    return f"见 {finding.where}，{finding.level.value} {finding.rule.code}：{finding.message}"
