"""Writes the year at a glance as a Word document: A4 landscape, headings repeated, the same bytes for the same year."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.glance.model import ACCENT, HEAD_FILL, LABEL_FILL, LOOKS, RULE, Cell, Glance, Heading, Notice, Table
from pipeline.glance.page import text_of
from pipeline.glance.seal import sealed_parts
from pipeline.ooxml.package import CORE, Properties, core_properties, write_parts
from pipeline.ooxml.xml import DECLARATION, legal

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
W = f'xmlns:w="{MAIN}"'

FONTS = (
    ("宋体", "SimSun,STSong,Noto Serif CJK SC", "roman"),
    ("黑体", "SimHei,Heiti SC,Noto Sans CJK SC", "swiss"),
)
"""Font, those that may stand in for it, and its family; figures are half as wide as characters in both."""

BOLD = '<w:rFonts w:ascii="黑体" w:hAnsi="黑体" w:eastAsia="黑体"/><w:b/>'

# Twips (1/20 point).
PAGE_WIDTH, PAGE_HEIGHT, SIDE, TOP, BOTTOM, FOOT = 16838, 11906, 794, 680, 794, 400
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE
CHART_ROWS = range(290, 701)
"""Least height of a row of the chart: as much as lets the chart fill the first page, within these bounds."""
TWO_LINES = 500
"""Height of a row from which a note stands on a line of its own."""
PEOPLE_ROWS, PEOPLE_PAGE = range(310, 461), 9300
"""Least height of a row of the members' table, and what a page has for them: a few members stand wide apart."""
HEAD_HEIGHT, NOTICE_LINE = 3600, 270
"""Height of what stands above the chart, and of each line of a notice."""
SMALL = 15
"""Half-points of a note."""


def glance_docx(glance: Glance) -> bytes:
    """Write the document; the same glance gives the same bytes."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            (f"{OFFICE}/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", CORE),
            (f"{OFFICE}/custom-properties", "docProps/custom.xml"),
        ),
        "word/document.xml": _document(glance),
        "word/_rels/document.xml.rels": _relationships(
            (f"{OFFICE}/styles", "styles.xml"),
            (f"{OFFICE}/settings", "settings.xml"),
            (f"{OFFICE}/footer", "footer1.xml"),
            (f"{OFFICE}/fontTable", "fontTable.xml"),
        ),
        "word/styles.xml": _styles(),
        "word/settings.xml": _settings(),
        "word/footer1.xml": _footer(glance),
        "word/fontTable.xml": _font_table(),
    }
    packed = {name: (DECLARATION + text).encode() for name, text in parts.items()}
    packed[CORE] = core_properties(Properties(title=legal(glance.title), author=legal(glance.author), day=glance.as_of))
    return write_parts(sealed_parts(packed))


def _document(glance: Glance) -> str:
    return f'<w:document {W} xmlns:r="{OFFICE}"><w:body>{"".join(_body(glance))}</w:body></w:document>'


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{WORD}.document.main+xml",
        "/word/styles.xml": f"{WORD}.styles+xml",
        "/word/settings.xml": f"{WORD}.settings+xml",
        "/word/footer1.xml": f"{WORD}.footer+xml",
        "/word/fontTable.xml": f"{WORD}.fontTable+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    }
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def _relationships(*rows: tuple[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(rows, start=1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _styles() -> str:
    base = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" '
        'w:cs="Times New Roman"/><w:sz w:val="18"/><w:szCs w:val="18"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        "</w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="25" w:type="dxa"/><w:right w:w="25" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    ruled = f'<w:pBdr><w:bottom w:val="double" w:sz="6" w:space="4" w:color="{ACCENT}"/></w:pBdr>'
    tight = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    own = (
        _style("Title", "Title", 36, align="center", colour=ACCENT, bold=True, after=80, extra=ruled),
        _style("Sub", "一览说明", 20, align="center", after=100),
        _style("Line", "一览正文", 19, after=60),
        _style("Heading1", "heading 1", 24, colour=ACCENT, bold=True, before=100, after=60, level=0),
        _style("CellHead", "一览表头", 18, align="center", bold=True, extra=tight),
        _style("CellMid", "一览居中", 18, align="center", extra=tight),
        _style("CellLeft", "一览靠左", 18, extra=tight),
        _style("Foot", "footer", 16, align="center", colour="666666"),
    )
    return f"<w:styles {W}>{base}{''.join(own)}</w:styles>"


def _style(
    code: str,
    name: str,
    size: int,
    *,
    align: str = "left",
    colour: str = "",
    bold: bool = False,
    before: int = 0,
    after: int = 0,
    level: int | None = None,
    extra: str = "",
) -> str:
    keep = "<w:keepNext/>" if level is not None else ""
    outline = f'<w:outlineLvl w:val="{level}"/>' if level is not None else ""
    family = BOLD if bold else ""
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{code}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:qFormat/><w:pPr>{keep}{extra}<w:spacing w:before="{before}" w:after="{after}"/>'
        f'<w:jc w:val="{align}"/>{outline}</w:pPr>'
        f'<w:rPr>{family}{ink}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _settings() -> str:
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>"
    )


def _font_table() -> str:
    rows = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/></w:font>'
        for name, others, family in FONTS
    )
    return f"<w:fonts {W}>{rows}</w:fonts>"


def _footer(glance: Glance) -> str:
    words = f"{text_of(glance.title)}\u3000{text_of(glance.subtitle.split(chr(0x3000), maxsplit=1)[0])}\u3000第"
    return (
        f'<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="Foot"/></w:pPr>{_run(words)}{_field("PAGE")}{_run("页 共")}'
        f"{_field('NUMPAGES')}{_run('页')}</w:p></w:ftr>"
    )


def _field(name: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {name} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _run(escaped: str, *, colour: str = "", bold: bool = False, size: int = 0, fill: str = "") -> str:
    """Write a run of text that is escaped already."""
    form = BOLD if bold else ""
    form += f'<w:color w:val="{colour}"/>' if colour else ""
    form += f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>' if size else ""
    form += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    return f'<w:r>{f"<w:rPr>{form}</w:rPr>" if form else ""}<w:t xml:space="preserve">{escaped}</w:t></w:r>'


def _paragraph(style: str, *runs: str, new_page: bool = False) -> str:
    broken = "<w:pageBreakBefore/>" if new_page else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{broken}</w:pPr>{"".join(runs)}</w:p>'


def _body(glance: Glance) -> Iterator[str]:
    yield _paragraph("Title", _run(text_of(glance.title)))
    yield _paragraph("Sub", _run(text_of(glance.subtitle)))
    if glance.caution:
        yield _paragraph("Line", _run(text_of(glance.caution), colour="9B1C1C", bold=True))
    yield _notices(glance.due, glance.gaps)
    yield _paragraph("Line", _run(text_of(glance.figures)))
    yield _paragraph("Line", *_legend(glance))
    yield _paragraph("Heading1", _run(text_of(glance.chart.title)))
    height = _chart_row_height(glance)
    yield from _table(glance.chart, height, two_lines=height >= TWO_LINES)
    yield _paragraph("Heading1", _run(text_of(glance.people.title)), new_page=True)
    yield from _table(glance.people, _height(PEOPLE_PAGE, glance.people, PEOPLE_ROWS), first_left=True)
    yield '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p>'
    yield (
        f'<w:sectPr><w:footerReference w:type="default" r:id="r3"/><w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}" '
        f'w:orient="landscape"/><w:pgMar w:top="{TOP}" w:right="{SIDE}" w:bottom="{BOTTOM}" w:left="{SIDE}" '
        f'w:header="400" w:footer="{FOOT}" w:gutter="0"/></w:sectPr>'
    )


def _chart_row_height(glance: Glance) -> int:
    """Spread the chart over what the first page has left."""
    lines = max(_lines_of(notice) for notice in (glance.due, glance.gaps)) + bool(glance.caution)
    left = PAGE_HEIGHT - TOP - BOTTOM - HEAD_HEIGHT - NOTICE_LINE * lines
    return _height(left, glance.chart, CHART_ROWS)


def _height(room: int, table: Table, bounds: range) -> int:
    """Share the room among the rows, within bounds."""
    return min(max(room // max(len(table.rows), 1), bounds.start), bounds.stop - 1)


def _lines_of(notice: Notice) -> int:
    """Estimate the lines a notice takes: 38 Chinese characters fit half the page."""
    return sum(1 + len(line) // 38 for line in notice.lines)


def _legend(glance: Glance) -> Iterator[str]:
    for mark, said in glance.legend:
        look = LOOKS[mark]
        yield _run(f"\u00a0{mark.value}\u00a0", colour=look.ink, bold=True, fill=look.fill)
        yield _run(f" {text_of(said)}\u3000")


def _notices(*notices: Notice) -> str:
    """Set notices side by side in a table of one row."""
    width = TEXT_WIDTH // len(notices)
    cells = []
    for notice in notices:
        look = LOOKS[notice.mark]
        edge = f'<w:tcBorders><w:left w:val="single" w:sz="36" w:space="0" w:color="{look.ink}"/></w:tcBorders>'
        title = _run(f"{notice.mark.value} {text_of(notice.title)}", colour=look.ink, bold=True, size=20)
        lines = "".join(_paragraph("CellLeft", _run(text_of(line), size=19)) for line in notice.lines)
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edge}<w:tcMar><w:top w:w="60" w:type="dxa"/>'
            '<w:left w:w="160" w:type="dxa"/><w:bottom w:w="60" w:type="dxa"/></w:tcMar></w:tcPr>'
            f"{_paragraph('CellLeft', title)}{lines}</w:tc>"
        )
    grid = f'<w:gridCol w:w="{width}"/>' * len(notices)
    row = f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"
    space = '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="100" w:lineRule="exact"/></w:pPr></w:p>'
    return f"<w:tbl>{_table_form()}<w:tblGrid>{grid}</w:tblGrid>{row}</w:tbl>{space}"


def _table_form() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{RULE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'<w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
    )


def _widths(headings: tuple[Heading, ...]) -> list[int]:
    whole = sum(heading.width for heading in headings)
    return [heading.width * TEXT_WIDTH // whole for heading in headings]


def _table(table: Table, height: int, *, first_left: bool = False, two_lines: bool = False) -> Iterator[str]:
    widths = _widths(table.headings)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield f"<w:tbl>{_table_form()}<w:tblGrid>{grid}</w:tblGrid>"
    heads = "".join(
        _cell_xml(width, 1, HEAD_FILL, _paragraph("CellHead", _run(text_of(heading.text))))
        for width, heading in zip(widths, table.headings, strict=True)
    )
    head = '<w:trPr><w:cantSplit/><w:trHeight w:val="340" w:hRule="atLeast"/><w:tblHeader/></w:trPr>'
    yield f"<w:tr>{head}{heads}</w:tr>"
    form = f'<w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>'
    for row in table.rows:
        place, cells = 0, []
        for cell in row:
            width = sum(widths[place : place + cell.span])
            left = first_left and place == 0
            cells.append(_cell(cell, width, "CellLeft" if left else "CellMid", broken=cell.label and two_lines))
            place += cell.span
        yield f"<w:tr>{form}{''.join(cells)}</w:tr>"
    yield "</w:tbl>"


def _cell(cell: Cell, width: int, style: str, *, broken: bool) -> str:
    """Write a cell; `broken` puts the note on a line of its own."""
    look = LOOKS[cell.mark] if cell.mark else None
    bold = look.bold if look else cell.label and bool(cell.note or style == "CellLeft")
    runs = [_run(text_of(cell.words), colour=look.ink if look else "", bold=bold)]
    if cell.note:
        note = _run(text_of(cell.note if broken else f" {cell.note}"), colour="555555", size=SMALL)
        runs += ["<w:r><w:br/></w:r>", note] if broken else [note]
    fill = look.fill if look else LABEL_FILL if cell.label else ""
    return _cell_xml(width, cell.span, fill, _paragraph(style, *runs))


def _cell_xml(width: int, span: int, fill: str, inside: str) -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    form = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{shade}<w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{form}{inside}</w:tc>"
