"""The measures of GB/T 9704-2012 and of the record forms: page, fonts, sizes, line spacing (layout.md 3)."""

from __future__ import annotations

from dataclasses import dataclass, replace

# Twips (1/20 point); A4 with a type area of 156 x 225 mm. GB/T 9704-2012 5.2.
PAGE_WIDTH, PAGE_HEIGHT = 11906, 16838
TOP, BOTTOM, LEFT, RIGHT = 2098, 1984, 1588, 1474
HEADER_TOP, FOOTER_BOTTOM = 851, 1417

FOOTER_LINE = 280
"""14 points for the page number, whatever the font asks for."""
BODY_LINE = 579
"""28.95 points: 22 lines fill the type area (580 gives 21); layout.md 3.3."""
BODY_SPACING = -5
"""A quarter point taken from between characters: 28 characters of size 3 fit a line; layout.md 3.3."""
RECORD_LINE = 500
"""25 points for the text of record forms, size 4."""


@dataclass(frozen=True, slots=True)
class Font:
    """A font and those that may stand in for it."""

    name: str
    substitutes: str
    family: str


FONTS = {
    "小标宋": Font(
        "方正小标宋简体", "方正小标宋_GBK,小标宋,华文中宋,STZhongsong,宋体,SimSun,Noto Serif CJK SC", "roman"
    ),
    "仿宋": Font("仿宋", "FangSong,仿宋_GB2312,华文仿宋,STFangsong,Noto Serif CJK SC", "modern"),
    "楷体": Font("楷体", "KaiTi,楷体_GB2312,华文楷体,STKaiti,Noto Serif CJK SC", "modern"),
    "黑体": Font("黑体", "SimHei,Heiti SC,Noto Sans CJK SC", "swiss"),
    "宋体": Font("宋体", "SimSun,STSong,Noto Serif CJK SC", "roman"),
}
"""Role to font; 仿宋 rather than 仿宋_GB2312, which lacks the rare characters of names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A paragraph style; sizes in half-points, lines and spaces in twips."""

    code: str
    name: str
    font: str
    size: int
    line: int = 0
    """Exact line height; 0 for single spacing."""
    align: str = "both"
    indented: bool = False
    """First line two characters in."""
    before: int = 0
    after: int = 0
    keep: bool = False
    """Keep with the next paragraph."""
    outline: int | None = None
    colour: str = ""
    right: int = 0
    """Right indent in twips."""
    left: int = 0
    """Left indent in twips."""
    tight: bool = False
    """Whether no space is put between Chinese and Latin text or figures, so that a date fits a narrow column."""
    bold: bool = False
    latin: bool = True
    """Whether Latin letters and figures stand in Times New Roman; else in the font of the Chinese."""
    rule: str = ""
    """Colour of a double rule below; empty for none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ink:
    """A character style: the look of a few words within a paragraph."""

    code: str
    name: str
    colour: str = ""
    bold: bool = False
    """Bold, and in 黑体."""
    size: int = 0
    """In half-points; 0 for that of the paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A sheet of paper and what stands on it alike in a whole template; lengths in twips."""

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    header: int
    """From the edge of the paper to the header."""
    footer: int
    styles: tuple[Style, ...]
    inks: tuple[Ink, ...] = ()
    font: str = "仿宋"
    size: int = 32
    latin: bool = True
    """Whether Latin letters and figures stand in Times New Roman where no style says otherwise."""
    rule: str = "000000"
    """Colour of the lines of tables."""
    padding: int = 108
    """Between the sides of a cell and its text."""
    centred: bool = False
    """Whether tables stand in the middle of the type area, rather than with their text flush with the text above."""

    @property
    def text_width(self) -> int:
        """Width of the type area: 8844 twips, 156 mm, on the page of the standard."""
        return self.width - self.left - self.right


STYLES = (
    Style(
        code="GwTitle",
        name="公文标题",
        font="小标宋",
        size=44,
        line=720,
        align="center",
        after=320,
        keep=True,
        outline=0,
    ),
    Style(code="GwBody", name="公文正文", font="仿宋", size=32, line=BODY_LINE, indented=True),
    Style(code="GwFlush", name="公文顶格", font="仿宋", size=32, line=BODY_LINE),
    Style(code="Heading1", name="heading 1", font="黑体", size=32, line=BODY_LINE, indented=True, keep=True, outline=0),
    Style(code="Heading2", name="heading 2", font="楷体", size=32, line=BODY_LINE, indented=True, keep=True, outline=1),
    Style(
        code="GwSign",
        name="公文落款",
        font="仿宋",
        size=32,
        line=BODY_LINE,
        align="right",
        before=BODY_LINE,
        keep=True,
        right=640,
    ),
    Style(code="GwDate", name="公文落款日期", font="仿宋", size=32, line=BODY_LINE, align="right", right=1280),
    Style(code="GwInk", name="公文签名", font="仿宋", size=32, line=640, align="left", before=80, keep=True),
    Style(
        code="RecTitle",
        name="记录标题",
        font="小标宋",
        size=44,
        line=680,
        align="center",
        after=200,
        keep=True,
        outline=0,
    ),
    Style(code="RecHead", name="记录小标题", font="黑体", size=28, line=RECORD_LINE, before=140, keep=True, outline=1),
    Style(code="RecBody", name="记录正文", font="仿宋", size=28, line=RECORD_LINE, indented=True),
    Style(code="RecEnd", name="记录收尾", font="仿宋", size=28, line=RECORD_LINE, before=240, indented=True, keep=True),
    Style(code="RecSign", name="记录签名", font="仿宋", size=28, line=600, align="left", before=120, keep=True),
    Style(code="CellText", name="表格文字", font="仿宋", size=24, align="left", before=30, after=30, tight=True),
    Style(code="CellLabel", name="表格标签", font="黑体", size=24, align="center", before=30, after=30, tight=True),
    Style(code="CellMid", name="表格居中", font="仿宋", size=24, align="center", before=30, after=30, tight=True),
    Style(code="CellRight", name="表格靠右", font="仿宋", size=24, align="right", before=30, after=30, tight=True),
    Style(code="CellSign", name="表格签名", font="仿宋", size=24, align="left", before=200, keep=True, tight=True),
    Style(
        code="CellDate",
        name="表格签期",
        font="仿宋",
        size=24,
        align="right",
        before=60,
        after=30,
        keep=True,
        tight=True,
    ),
    Style(
        code="CellName",
        name="表格签人",
        font="仿宋",
        size=24,
        align="center",
        before=30,
        after=30,
        keep=True,
        tight=True,
    ),
    Style(code="InkLine", name="手写横线", font="仿宋", size=28, line=600, align="left"),
    Style(code="TableTitle", name="表格标题", font="黑体", size=24, line=400, align="center", before=120, keep=True),
    Style(code="FormNote", name="表格说明", font="仿宋", size=24, line=400, align="left", before=60),
    Style(code="CellPara", name="表格段落", font="仿宋", size=24, indented=True, before=40, after=40, tight=True),
    Style(code="Thin", name="间隔", font="仿宋", size=2, line=20),
    Style(code="Tag", name="模板指令", font="宋体", size=18, align="left", colour="7F7F7F"),
)
"""Every style of the records, agreements and summaries."""

LANDSCAPE = Page(
    width=PAGE_HEIGHT,
    height=PAGE_WIDTH,
    top=LEFT,
    right=TOP,
    bottom=RIGHT,
    left=BOTTOM,
    header=HEADER_TOP,
    footer=HEADER_TOP,
    styles=STYLES,
)
"""The same sheet turned, for wide ledgers: margins 28, 37, 26 and 35 mm."""
LEDGER_STYLES = (
    Style(code="LedgerText", name="台账文字", font="仿宋", size=21, align="left", before=20, after=20, tight=True),
    Style(code="LedgerMid", name="台账居中", font="仿宋", size=21, align="center", before=20, after=20, tight=True),
    Style(code="LedgerHead", name="台账表头", font="黑体", size=21, align="center", before=20, after=20, tight=True),
    Style(code="MarkMid", name="考勤记号", font="宋体", size=18, align="center", tight=True, latin=False),
    Style(code="MarkName", name="考勤名称", font="宋体", size=18, align="left", tight=True, latin=False),
)
"""Styles of the ledgers beside those of all forms: 五号 in tables of many columns, 小五 for marks."""
NARROW = 1134
"""20 mm: the margins of a ledger but for the one it is bound by."""
LEDGER = replace(
    LANDSCAPE, left=NARROW, right=NARROW, bottom=NARROW, footer=600, padding=60, styles=(*STYLES, *LEDGER_STYLES)
)
"""The turned sheet of the ledgers, bound at its upper edge: margins 28, 20, 20 and 20 mm."""
STANDARD = Page(
    width=PAGE_WIDTH,
    height=PAGE_HEIGHT,
    top=TOP,
    right=RIGHT,
    bottom=BOTTOM,
    left=LEFT,
    header=HEADER_TOP,
    footer=FOOTER_BOTTOM,
    styles=STYLES,
)
"""The page of GB/T 9704-2012: A4, margins 37, 35, 28 and 26 mm."""
