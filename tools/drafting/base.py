"""Makes the empty Word package that every template starts from: page, styles, fonts, page numbers, nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.ooxml.package import write_parts
from pipeline.ooxml.xml import DECLARATION
from tools.drafting.measures import BODY_LINE, BODY_SPACING, FONTS, FOOTER_LINE, STANDARD, Font, Ink, Page, Style

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HABITS = (
    "spaceForUL",
    "balanceSingleByteDoubleByteWidth",
    "doNotLeaveBackslashAlone",
    "ulTrailSpace",
    "doNotExpandShiftReturn",
    "adjustLineHeightInTable",
    "useFELayout",
)
"""What Chinese Word writes into every new document, in the order of the schema."""
MODES = (
    ("compatibilityMode", 15),
    ("overrideTableStyleFontSizeAndJustification", 1),
    ("enableOpenTypeFeatures", 1),
    ("doNotFlipMirrorIndents", 1),
    ("differentiateMultirowTableHeaders", 1),
    ("useWord2013TrackBottomHyphenation", 0),
)
"""How the versions of Word since 2013 lay a page out."""
SIDES = {"odd": "default", "even": "even"}
"""Name of a footer to the pages it stands on."""


def base_package(page: Page = STANDARD, footers: Sequence[str] = ()) -> bytes:
    """Give the bytes of a .docx with an empty body, ready for python-docx to write into.

    `footers` are XML: one for every page, or one for odd and one for even pages; none for those of the standard.
    """
    footers = footers or (footer("right", "right"), footer("left", "left"))
    sides = list(SIDES)[: len(footers)]
    named = {side: f"footer{number}.xml" for number, side in enumerate(sides, start=1)}
    parts = {
        "[Content_Types].xml": content_types(named.values()),
        "_rels/.rels": relationships(
            ("officeDocument", f"{OFFICE}/officeDocument", "word/document.xml"),
            (
                "core",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
            ("app", f"{OFFICE}/extended-properties", "docProps/app.xml"),
        ),
        "docProps/core.xml": core_properties(),
        "docProps/app.xml": app_properties(),
        "word/document.xml": f"<w:document {W} {R}><w:body>{section(page, named)}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships(
            ("styles", f"{OFFICE}/styles", "styles.xml"),
            ("settings", f"{OFFICE}/settings", "settings.xml"),
            ("fonts", f"{OFFICE}/fontTable", "fontTable.xml"),
            *((side, f"{OFFICE}/footer", name) for side, name in named.items()),
        ),
        "word/styles.xml": styles(page),
        "word/settings.xml": settings(two_sided=len(named) > 1),
        "word/fontTable.xml": font_table(),
        **{f"word/{name}": text for name, text in zip(named.values(), footers, strict=True)},
    }
    return write_parts({name: (DECLARATION + text).encode() for name, text in parts.items()})


def content_types(footers: Iterable[str]) -> str:
    """Name the type of each part."""
    overrides = {
        "/word/document.xml": f"{WORD}.document.main+xml",
        "/word/styles.xml": f"{WORD}.styles+xml",
        "/word/settings.xml": f"{WORD}.settings+xml",
        "/word/fontTable.xml": f"{WORD}.fontTable+xml",
        **{f"/word/{name}": f"{WORD}.footer+xml" for name in footers},
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    rows = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def relationships(*rows: tuple[str, str, str]) -> str:
    """Write a relationships part from rows of id, type and target."""
    inside = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in rows)
    return (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inside}</Relationships>'
    )


def core_properties() -> str:
    """Leave author and dates blank: each document's own are filled from the workbook."""
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{{ 文书.题名 }}</dc:title></cp:coreProperties>'
    )


def app_properties() -> str:
    """Name the program that made the document; it counts no pages, which only Word knows."""
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Zhibu</Application><DocSecurity>0</DocSecurity></Properties>"
    )


def section(page: Page, footers: Iterable[str]) -> str:
    """Set the page, with footers under the names of `SIDES`."""
    kinds = "".join(f'<w:footerReference w:type="{SIDES[code]}" r:id="{code}"/>' for code in footers)
    turned = ' w:orient="landscape"' if page.width > page.height else ""
    return (
        f'<w:sectPr>{kinds}<w:pgSz w:w="{page.width}" w:h="{page.height}"{turned}/>'
        f'<w:pgMar w:top="{page.top}" w:right="{page.right}" w:bottom="{page.bottom}" w:left="{page.left}" '
        f'w:header="{page.header}" w:footer="{page.footer}" w:gutter="0"/></w:sectPr>'
    )


def fonts(font: Font, size: int, *, latin: bool = True) -> tuple[str, str]:
    """Set a font for Chinese, Times New Roman (or the same) for the rest, and a size in half-points."""
    west = "Times New Roman" if latin else font.name
    return (
        f'<w:rFonts w:ascii="{west}" w:hAnsi="{west}" w:eastAsia="{font.name}" w:cs="Times New Roman"/>',
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    )


def styles(page: Page) -> str:
    """Define the styles, and no others."""
    family, size = fonts(FONTS[page.font], page.size, latin=page.latin)
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{family}{size}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="Char"><w:name w:val="Default Paragraph Font"/>'
        '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        f'<w:top w:w="0" w:type="dxa"/><w:left w:w="{page.padding}" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        f'<w:right w:w="{page.padding}" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' + table_grid(page.rule)
    )
    own = "".join((*map(style_xml, page.styles), *map(ink_xml, page.inks)))
    return f"<w:styles {W}>{defaults}{normal}{own}</w:styles>"


def table_grid(colour: str) -> str:
    """Define the ruled table."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{colour}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr></w:style>"
    )


def style_xml(style: Style) -> str:
    """Write one paragraph style."""
    spacing = f'<w:spacing w:before="{style.before}" w:after="{style.after}"'
    spacing += f' w:line="{style.line}" w:lineRule="exact"/>' if style.line else "/>"
    indent = f'<w:ind w:firstLineChars="200" w:firstLine="{style.size * 20}"/>' if style.indented else ""
    if style.right:
        indent = f'<w:ind w:right="{style.right}"/>'
    if style.left:
        indent = f'<w:ind w:left="{style.left}"/>'
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    keep = "<w:keepNext/><w:keepLines/>" if style.keep else ""
    family, size = fonts(FONTS[style.font], style.size, latin=style.latin)
    family += "<w:b/>" if style.bold else ""
    ruled = f'<w:pBdr><w:bottom w:val="double" w:sz="6" w:space="4" w:color="{style.rule}"/></w:pBdr>'
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    loose = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' if style.tight else ""
    tight = f'<w:spacing w:val="{BODY_SPACING}"/>' if style.line == BODY_LINE else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.code}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}<w:widowControl w:val="0"/>{ruled if style.rule else ""}{loose}{spacing}{indent}'
        f'<w:jc w:val="{style.align}"/>{outline}</w:pPr><w:rPr>{family}{colour}{tight}{size}</w:rPr></w:style>'
    )


def ink_xml(ink: Ink) -> str:
    """Write one character style."""
    form = '<w:rFonts w:ascii="黑体" w:hAnsi="黑体" w:eastAsia="黑体"/><w:b/>' if ink.bold else ""
    form += f'<w:color w:val="{ink.colour}"/>' if ink.colour else ""
    form += f'<w:sz w:val="{ink.size}"/><w:szCs w:val="{ink.size}"/>' if ink.size else ""
    return (
        f'<w:style w:type="character" w:styleId="{ink.code}"><w:name w:val="{ink.name}"/><w:basedOn w:val="Char"/>'
        f"<w:qFormat/><w:rPr>{form}</w:rPr></w:style>"
    )


def settings(*, two_sided: bool) -> str:
    """Set what Chinese Word sets in every new document, and whether odd and even pages differ.

    Without `ulTrailSpace` Word does not draw a line under spaces at the end of a paragraph, without
    `doNotExpandShiftReturn` it stretches a justified line that ends in a break (ISO 29500-1 17.15.3).
    """
    sides = "<w:evenAndOddHeaders/>" if two_sided else ""
    habits = "".join(f"<w:{name}/>" for name in HABITS)
    modes = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in MODES
    )
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/>'
        f'<w:defaultTabStop w:val="420"/>{sides}<w:drawingGridVerticalSpacing w:val="156"/>'
        '<w:displayHorizontalDrawingGridEvery w:val="0"/><w:displayVerticalDrawingGridEvery w:val="2"/>'
        f'<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>{habits}{modes}</w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>'
        "</w:settings>"
    )


def font_table() -> str:
    """Name for each font those that may stand in for it, in the order of layout.md 3.4."""
    rows = "".join(
        f'<w:font w:name="{font.name}">'
        + (f'<w:altName w:val="{font.substitutes}"/>' if font.substitutes else "")
        + f'<w:charset w:val="86"/><w:family w:val="{font.family}"/></w:font>'
        for font in FONTS.values()
    )
    return f"<w:fonts {W}>{rows}</w:fonts>"


def footer(align: str, side: str) -> str:
    """Put — 1 — on the outer side, one character in: 四号 in 宋体, figures too (GB/T 9704-2012 7.5)."""
    family, size = fonts(FONTS["宋体"], 28, latin=False)
    form = f"<w:rPr>{family}{size}</w:rPr>"
    spot = f'<w:spacing w:before="0" w:after="0" w:line="{FOOTER_LINE}" w:lineRule="exact"/><w:ind w:{side}="280"/><w:jc w:val="{align}"/>'
    return footer_xml(spot, text_run("— ", form), field("PAGE", form), text_run(" —", form))


def footer_xml(form: str, *runs: str) -> str:
    """Write a footer of one paragraph from its properties and runs."""
    return f"<w:ftr {W}><w:p><w:pPr>{form}</w:pPr>{''.join(runs)}</w:p></w:ftr>"


def text_run(text: str, form: str = "") -> str:
    """Write a run of text."""
    return f'<w:r>{form}<w:t xml:space="preserve">{text}</w:t></w:r>'


def field(name: str, form: str = "") -> str:
    """Write a field that Word computes; each part of it has a run of its own, as WPS needs."""
    pieces = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {name} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r>{form}{piece}</w:r>" for piece in pieces)
