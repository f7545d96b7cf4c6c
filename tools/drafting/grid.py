"""Writes one table of a Word template, row by row and cell by cell."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.table import CT_Tc
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.table import Table, _Cell

from tools.drafting.pieces import Text, element, fill, write

WIDE = 28
"""Characters in 小四 that fit a cell of a record, beside its label."""
CLEAR = 60
"""Twips between the end of a line to write on and the edge of the text of its cell."""


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


def prose(path: str, *lead: Text, span: int = 1, style: str = "表格文字", ruled: bool = False) -> Slot:
    """Make a cell with the text of a cell of the workbook, a paragraph for each of its lines, the lead before the first.

    `ruled` draws lines to write on where there is no text, as many as 设置 says.
    """
    tag = "模板指令"
    rest: tuple[tuple[str, tuple[Text, ...]], ...] = (
        (tag, (f"{{%p for 段 in {path}|余段 %}}",)),
        (style, ("{{ 段 }}",)),
        (tag, ("{%p endfor %}",)),
    )
    lines: tuple[tuple[str, tuple[Text, ...]], ...] = (
        (tag, (f"{{%p if not {path} %}}",)),
        (tag, ("{%p for 行 in 支部.手写空行 %}",)),
        ("手写横线", ("\t",)),
        (tag, ("{%p endfor %}",)),
        (tag, ("{%p endif %}",)),
    )
    first = ((style, (*lead, f"{{{{ {path}|首段 }}}}")),)
    return Slot((), span=span, body=first + rest + (lines if ruled else ()))


def names(path: str, text: str = "{{ 行 }}", *, width: int = WIDE, span: int = 1, style: str = "表格文字") -> Slot:
    """Make a cell with a list of names, on lines of so many characters that break none of them."""
    tag = "模板指令"
    body: tuple[tuple[str, tuple[Text, ...]], ...] = (
        (tag, (f"{{%p for 行 in {path}|分行({width}) %}}",)),
        (style, (text,)),
        (tag, ("{%p endfor %}",)),
    )
    return Slot((), span=span, body=body)


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

    def __init__(
        self,
        table: Table,
        widths: list[int],
        *,
        ruled: bool,
        centred: bool = False,
        caption: str = "",
        padding: int = 108,
    ) -> None:
        """Take an empty table, its column widths and the padding of its cells in twips."""
        self.table = table
        self.widths = widths
        self.padding = padding
        self._set_up(ruled=ruled, centred=centred, caption=caption)

    def _set_up(self, *, ruled: bool, centred: bool, caption: str) -> None:
        properties = self.table._tbl.tblPr
        for child in list(properties):
            properties.remove(child)
        if ruled:
            properties.append(element("w:tblStyle", val="TableGrid"))
        properties.append(element("w:tblW", w=sum(self.widths), type="dxa"))
        if centred:
            properties.append(element("w:jc", val="center"))
        properties.append(element("w:tblLayout", type="fixed"))
        if caption:
            properties.append(element("w:tblCaption", val=caption))
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
        edge = width - 2 * self.padding - CLEAR
        for style, pieces in slot.body:
            write(inside.add_paragraph(style=style), pieces, edge)
        if slot.body:
            return
        if slot.repeat:
            inside.add_paragraph(f"{{%p for {slot.repeat[0]} in {slot.repeat[1]} %}}", style="模板指令")
        write(inside.add_paragraph(style=slot.style), slot.pieces, edge)
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
