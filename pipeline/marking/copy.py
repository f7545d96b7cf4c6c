"""Turns a workbook and its findings into a marked copy: coloured cells, notes, our sheets, and no other change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.errors import UnmarkableError
from pipeline.findings import Finding, Level, Location
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


@dataclass(frozen=True, slots=True)
class Marks:
    """What one sheet is to be marked with."""

    levels: Mapping[Address, Level]
    """The most severe level found at each cell."""
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
    """List the places that a marked copy colours without writing a note: threaded comments, and too many notes."""
    parts = Parts(data)
    found: set[Location] = set()
    for tab, frame, here in marked_sheets(parts, Book.of(parts), findings):
        marks = marks_of(Notes.of(parts, tab.part, frame), here)
        found.update(finding.where for place, rows in here.items() for finding in rows if place not in marks.texts)
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
        grades = {level: styles.ensure("dxfs", style(level)) for level in Level if level in marks.levels.values()}
        add_highlights(frame, marks.levels, grades)
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
) -> Iterator[tuple[Tab, Worksheet, Mapping[Address, list[Finding]]]]:
    """Yield the sheets that findings are at, with the findings by the cell that shows them."""
    by_sheet: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_sheet[key(finding.where.sheet)].append(finding)
    for tab in book.tabs:
        rows = [finding for finding in by_sheet.pop(key(tab.name), ()) if finding.where.row]
        if rows and tab.part and not tab.own:
            frame = Worksheet(parts.read(tab.part))
            here: dict[Address, list[Finding]] = defaultdict(list)
            for finding in rows:
                here[frame.visible((finding.where.row, finding.where.column or 1))].append(finding)
            yield tab, frame, here


def key(sheet: str) -> str:
    """Make names of sheets comparable: blanks do not count."""
    return "".join(sheet.split())


def marks_of(notes: Notes, here: Mapping[Address, Sequence[Finding]]) -> Marks:
    """Decide how the cells of a sheet are coloured and which get a note, the most severe findings first."""
    order = list(Level)
    levels = {place: min((finding.level for finding in rows), key=order.index) for place, rows in here.items()}
    wanted = sorted(here, key=lambda place: (order.index(levels[place]), place))
    allowed = [] if notes.closed else [place for place in wanted if place not in notes.threaded][:NOTE_LIMIT]
    return Marks(levels, {place: note_text(here[place]) for place in allowed})


def note_text(findings: Collection[Finding]) -> str:
    """Say in a note what is wrong with a cell, how to fix it, and on what basis."""
    said: list[str] = []
    for number, finding in enumerate(findings, 1):
        count = f"{number}．" if len(findings) > 1 else ""
        text = f"{count}{finding.level.value} {finding.rule.code}：{finding.message}\n改法：{finding.remedy}"
        if finding.level is not Level.NOTE:
            text += f"\n依据：{finding.rule.basis}"
        if said and sum(map(len, said)) + len(text) > TEXT_LIMIT:
            said.append(f"还有{len(findings) - number + 1}条，见“检查结果”表")
            break
        said.append(text if len(text) <= TEXT_LIMIT else text[:TEXT_LIMIT] + "……见“检查结果”表")
    return "\n".join(said)
