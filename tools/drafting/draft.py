"""Writes one Word template, paragraph by paragraph and table by table, on the base package."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO

from docx import Document
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.shared import Twips

from tools.drafting.base import base_package
from tools.drafting.grid import WIDE, Grid, Slot, cell, head, listing, names, prose
from tools.drafting.measures import STANDARD, Page
from tools.drafting.pieces import Piece, Text, element, fill, label, lead

__all__ = [
    "WIDE",
    "Draft",
    "Grid",
    "Piece",
    "Slot",
    "Text",
    "cell",
    "element",
    "fill",
    "head",
    "label",
    "lead",
    "listing",
    "names",
    "prose",
]
GAP = 240
"""Twips between a line to sign on and the label behind it."""
BELOW_TABLE = 160
"""Twips between a table and the text below it."""
INK_DATE = "\u3000\u3000年\u3000\u3000月\u3000\u3000日"
"""Room for a date."""
TAG = re.compile(r"\{[{%].*?[%}]\}")
GAP_STYLE = "间隔"
"""Style of the paragraph between two tables and behind a last one: there Word needs one, even without text."""
HEADINGS = ("Title", "heading 1", "heading 2", "公文标题", "记录标题", "记录小标题", "表格标题")
"""Styles of what names the tables below."""


class Draft:
    """A template being written."""

    def __init__(self, page: Page = STANDARD, footers: Sequence[str] = ()) -> None:
        """Start with an empty page."""
        self.page = page
        self.document = Document(BytesIO(base_package(page, footers)))
        self._topic = ""
        self._below_table = False

    def say(
        self,
        style: str,
        *pieces: Text,
        new_page: bool = False,
        stops: Sequence[tuple[int, bool]] = (),
        after: int | None = None,
    ) -> None:
        """Add a paragraph; the first below a table keeps away from it.

        `stops` are its tab stops in twips, each with whether a line leads to it; `after` is the space below it in
        twips, where it is not that of the style.
        """
        if style == GAP_STYLE:  # the next paragraph keeps away by itself, and the next table has its own
            return
        paragraph = self.document.add_paragraph(style=style)
        fill(paragraph, pieces)
        for end, ruled in stops:
            leader = WD_TAB_LEADER.LINES if ruled else WD_TAB_LEADER.SPACES
            paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(end), WD_TAB_ALIGNMENT.LEFT, leader)
        if new_page:
            paragraph.paragraph_format.page_break_before = True
        elif self._below_table and self.space_above(style) < BELOW_TABLE:
            paragraph.paragraph_format.space_before = Twips(BELOW_TABLE)
        if after is not None:
            paragraph.paragraph_format.space_after = Twips(after)
        self._below_table = False
        if style in HEADINGS:
            self._topic = TAG.sub("", "".join(p if isinstance(p, str) else p.text for p in pieces)).strip("：、（） ")

    def space_above(self, style: str) -> int:
        """Give the space that a style keeps above it, in twips."""
        return next(each.before for each in self.page.styles if each.name == style)

    def tag(self, text: str) -> None:
        """Add a paragraph that holds an instruction to the engine and vanishes when the template is filled."""
        self.document.add_paragraph(f"{{%p {text} %}}", style="模板指令")
        if text.startswith("for "):
            self._below_table = False

    def each(self, name: str, source: str, style: str, *pieces: Text) -> None:
        """Add a paragraph that repeats for every element of a list."""
        self.tag(f"for {name} in {source}")
        self.say(style, *pieces)
        self.tag("endfor")

    def sign(self, *labels: Text, style: str = "记录签名", lined: Sequence[bool] = ()) -> None:
        """Add a line of places to sign, one behind each label; the last ends at the right edge of the type area.

        A tab whose leader is a line draws each of them: Word does not underline spaces at the end of a line. `lined`
        says which labels have a line; all, unless it is given.
        """
        width = self.page.text_width
        ends = [width * place // len(labels) for place in range(1, len(labels) + 1)]
        pieces: list[Text] = []
        stops: list[tuple[int, bool]] = []
        for place, (label_, end, ruled) in enumerate(zip(labels, ends, lined or [True] * len(labels), strict=True)):
            if place:
                pieces.append("\t")
                stops.append((ends[place - 1] + GAP, False))
            pieces += [label_, "\t"] if ruled else [label_]
            stops += [(end, True)] if ruled else []
        self.say(style, *pieces, stops=stops)

    def prose(self, path: str, style: str, *lead: Text) -> None:
        """Add the text of a cell, a paragraph for each of its lines, the lead before the first."""
        self.say(style, *lead, f"{{{{ {path}|首段 }}}}")
        self.each("段", f"{path}|余段", style, "{{ 段 }}")

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

    def table(self, widths: Sequence[int], *, ruled: bool = True, caption: str = "") -> Grid:
        """Add a table with columns of these widths in twips; they are scaled to the type area.

        `caption` says to whoever cannot see it what it holds: the heading above, unless it is given.
        """
        if self._below_table:  # Word would make one table of two
            self.document.add_paragraph(style=GAP_STYLE)
        scale = self.page.text_width / sum(widths)
        made = self.document.add_table(0, len(widths))
        self._below_table = True
        return Grid(
            made,
            [round(width * scale) for width in widths],
            ruled=ruled,
            centred=self.page.centred,
            caption=caption or self._topic,
            padding=self.page.padding,
        )

    def save(self) -> bytes:
        """Give the template as a .docx; it does not end in a table, behind which Word would put a line of its own."""
        if self._below_table:
            self.document.add_paragraph(style=GAP_STYLE)
        buffer = BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()
