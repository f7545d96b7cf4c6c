"""Writes one Word template, paragraph by paragraph and table by table, on the base package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import cast

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from tools.drafting.base import base_package
from tools.drafting.measures import FONTS, STANDARD, Page

GAP = 240
"""Twips between a line to sign on and the label behind it."""
BLANK = "\u3000"
"""Ideographic space; underlined, it is the line a pen signs on."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with a look of its own."""

    text: str
    font: str = ""
    underline: bool = False
    ink: str = ""
    """Name of a character style."""
    fill: str = ""
    """Colour behind the text."""


Text = str | Piece


def line(width: int) -> Piece:
    """Leave a line for ink, as wide as some characters."""
    return Piece(BLANK * width, underline=True)


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


class Draft:
    """A template being written."""

    def __init__(self, page: Page = STANDARD, footers: Sequence[str] = ()) -> None:
        """Start with an empty page."""
        self.page = page
        self.document = Document(BytesIO(base_package(page, footers)))

    def say(self, style: str, *pieces: Text, new_page: bool = False, stops: Sequence[tuple[int, bool]] = ()) -> None:
        """Add a paragraph; `stops` are its tab stops in twips, each with whether a line leads to it."""
        paragraph = self.document.add_paragraph(style=style)
        fill(paragraph, pieces)
        for end, ruled in stops:
            leader = WD_TAB_LEADER.LINES if ruled else WD_TAB_LEADER.SPACES
            paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(end), WD_TAB_ALIGNMENT.LEFT, leader)
        if new_page:
            paragraph.paragraph_format.page_break_before = True

    def tag(self, text: str) -> None:
        """Add a paragraph that holds an instruction to the engine and vanishes when the template is filled."""
        self.document.add_paragraph(f"{{%p {text} %}}", style="模板指令")

    def each(self, name: str, source: str, style: str, *pieces: Text) -> None:
        """Add a paragraph that repeats for every element of a list."""
        self.tag(f"for {name} in {source}")
        self.say(style, *pieces)
        self.tag("endfor")

    def sign(self, *labels: Text, style: str = "记录签名") -> None:
        """Add a line of places to sign, one behind each label; the last ends at the right edge of the type area.

        A tab whose leader is a line draws each of them: Word does not underline spaces at the end of a line.
        """
        width = self.page.text_width
        ends = [width * place // len(labels) for place in range(1, len(labels) + 1)]
        pieces: list[Text] = []
        stops: list[tuple[int, bool]] = []
        for place, (label_, end) in enumerate(zip(labels, ends, strict=True)):
            if place:
                pieces.append("\t")
                stops.append((ends[place - 1] + GAP, False))
            pieces += [label_, "\t"]
            stops.append((end, True))
        self.say(style, *pieces, stops=stops)

    def rule(self, style: str = "手写横线") -> None:
        """Add a blank line to write on, from edge to edge of the type area."""
        self.say(style, "\t", stops=[(self.page.text_width, True)])

    def blank_lines(self) -> None:
        """Add as many blank lines to write on as 设置 says."""
        self.tag("for 行 in 支部.手写空行")
        self.rule()
        self.tag("endfor")

    def caption(self, text: str, *pieces: Text) -> None:
        """Add the title that stands above a table or chart."""
        self.say("表格标题", text, *pieces)

    def when(self, condition: str, style: str, *pieces: Text) -> None:
        """Add a paragraph that is there only under a condition."""
        self.tag(f"if {condition}")
        self.say(style, *pieces)
        self.tag("endif")

    def table(self, widths: Sequence[int], *, ruled: bool = True) -> Grid:
        """Add a table with columns of these widths in twips; they are scaled to the type area."""
        scale = self.page.text_width / sum(widths)
        made = self.document.add_table(0, len(widths))
        return Grid(made, [round(width * scale) for width in widths], ruled=ruled, centred=self.page.centred)

    def save(self) -> bytes:
        """Give the template as a .docx."""
        buffer = BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()


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
        if piece.underline:
            run.underline = True
            text = run._r.find(qn("w:t"))
            if text is not None:
                text.set(qn("xml:space"), "preserve")


@dataclass(frozen=True, slots=True)
class Slot:
    """One cell of a row: what it says, how, and over how many columns."""

    pieces: tuple[Text, ...]
    style: str = "表格文字"
    span: int = 1
    repeat: tuple[str, str] | None = None
    """Name and source of a list, for a paragraph that repeats inside the cell."""
    top: bool = False
    """Whether the text starts at the top of the cell instead of standing in the middle."""
    below: tuple[Text, ...] = ()
    """A second paragraph, to the right."""
    body: tuple[tuple[str, tuple[Text, ...]], ...] = ()
    """Paragraphs, each with its style, in place of the one."""
    fill: str = ""
    """Colour of the cell."""
    edge: str = ""
    """Colour of a broad line on the left, from which the text keeps away."""
    upright: bool = False
    """Whether the text is read from top to bottom."""


def head(text: str, span: int = 1) -> Slot:
    """Make a cell with a label."""
    return Slot((text,), "表格标签", span)


def cell(*pieces: Text, span: int = 1, style: str = "表格文字") -> Slot:
    """Make a cell with text."""
    return Slot(pieces, style, span)


def listing(name: str, source: str, *pieces: Text, span: int = 1) -> Slot:
    """Make a cell with a paragraph for every element of a list."""
    return Slot(pieces, span=span, repeat=(name, source))


def cell_properties(slot: Slot, width: int) -> BaseOxmlElement:
    """Write the properties of a cell, in the order of the schema."""
    properties = element("w:tcPr")
    properties.append(element("w:tcW", w=width, type="dxa"))
    if slot.span > 1:
        properties.append(element("w:gridSpan", val=slot.span))
    if slot.edge:
        borders = element("w:tcBorders")
        borders.append(element("w:left", val="single", sz=36, space=0, color=slot.edge))
        properties.append(borders)
    if slot.fill:
        properties.append(element("w:shd", val="clear", color="auto", fill=slot.fill))
    if slot.edge:
        margins = element("w:tcMar")
        for side, twips in (("top", 60), ("left", 160), ("bottom", 60)):
            margins.append(element(f"w:{side}", w=twips, type="dxa"))
        properties.append(margins)
    if slot.upright:
        properties.append(element("w:textDirection", val="tbRlV"))
    properties.append(element("w:vAlign", val="top" if slot.top else "center"))
    return properties


class Grid:
    """A table being written, row by row."""

    def __init__(self, table: Table, widths: list[int], *, ruled: bool, centred: bool = False) -> None:
        """Take an empty table and its column widths in twips."""
        self.table = table
        self.widths = widths
        self._set_up(ruled=ruled, centred=centred)

    def _set_up(self, *, ruled: bool, centred: bool) -> None:
        properties = self.table._tbl.tblPr
        for child in list(properties):
            properties.remove(child)
        if ruled:
            properties.append(element("w:tblStyle", val="TableGrid"))
        properties.append(element("w:tblW", w=sum(self.widths), type="dxa"))
        if centred:
            properties.append(element("w:jc", val="center"))
        properties.append(element("w:tblLayout", type="fixed"))
        for column, width in zip(self.table._tbl.tblGrid.findall(qn("w:gridCol")), self.widths, strict=True):
            column.set(qn("w:w"), str(width))

    def row(self, *slots: Slot, height: int = 0, header: bool = False, whole: bool = True) -> None:
        """Add a row; `height` in twips at the least, `header` repeats it on each page, `whole` keeps it on one."""
        row = element("w:tr")
        properties = element("w:trPr")
        if whole:
            properties.append(element("w:cantSplit"))
        if height:
            properties.append(element("w:trHeight", val=height))
        if header:
            properties.append(element("w:tblHeader"))
        if len(properties):
            row.append(properties)
        self.table._tbl.append(row)
        position = 0
        for slot in slots:
            self._cell(row, slot, sum(self.widths[position : position + slot.span]))
            position += slot.span

    def _cell(self, row: BaseOxmlElement, slot: Slot, width: int) -> None:
        tc = cast(CT_Tc, element("w:tc"))
        tc.append(cell_properties(slot, width))
        row.append(tc)
        inside = _Cell(tc, self.table)
        for style, pieces in slot.body:
            fill(inside.add_paragraph(style=style), pieces)
        if slot.body:
            return
        if slot.repeat:
            inside.add_paragraph(f"{{%p for {slot.repeat[0]} in {slot.repeat[1]} %}}", style="模板指令")
        fill(inside.add_paragraph(style=slot.style), slot.pieces)
        if slot.repeat:
            inside.add_paragraph("{%p endfor %}", style="模板指令")
        if slot.below:
            fill(inside.add_paragraph(style="表格靠右"), slot.below)

    def tag(self, text: str) -> None:
        """Add a row that holds an instruction to the engine and vanishes when the template is filled."""
        self.row(Slot((f"{{%tr {text} %}}",), "模板指令", len(self.widths)))

    def when(self, condition: str, *slots: Slot) -> None:
        """Add a row that is there only under a condition."""
        self.tag(f"if {condition}")
        self.row(*slots)
        self.tag("endif")
