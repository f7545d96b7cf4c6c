"""Sets stretches of text with a look of their own into paragraphs of a Word template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from tools.drafting.measures import FONTS


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with a look of its own."""

    text: str
    font: str = ""
    ink: str = ""
    """Name of a character style."""
    fill: str = ""
    """Colour behind the text."""


Text = str | Piece


def label(text: str) -> Piece:
    """Set a label in 黑体, as GB/T 9704-2012 sets 出席 and 列席."""
    return Piece(text, font="黑体")


def lead(text: str) -> Piece:
    """Set the lead of a paragraph in 楷体."""
    return Piece(text, font="楷体")


def element(tag: str, **attributes: object) -> BaseOxmlElement:
    """Make an element of the word namespace with attributes of it."""
    made = cast(BaseOxmlElement, OxmlElement(tag))
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def write(paragraph: Paragraph, pieces: Sequence[Text], edge: int) -> None:
    """Write pieces into a paragraph of a cell; a tab in them is a line to write on, up to the right edge."""
    fill(paragraph, pieces)
    if any(piece == "\t" for piece in pieces):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(edge), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)


def fill(paragraph: Paragraph, pieces: Sequence[Text]) -> None:
    """Write pieces into a paragraph, a run each."""
    for piece in pieces:
        if isinstance(piece, str):
            paragraph.add_run(piece)
            continue
        run = paragraph.add_run(piece.text, style=piece.ink or None)
        if piece.fill:
            run._r.get_or_add_rPr().append(element("w:shd", val="clear", color="auto", fill=piece.fill))
        if piece.font:
            properties = run._r.get_or_add_rPr()
            properties.insert(0, element("w:rFonts", eastAsia=FONTS[piece.font].name))
