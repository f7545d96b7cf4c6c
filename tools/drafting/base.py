"""Makes the empty Word package that every template starts from: page, styles, fonts, page numbers, nothing else."""

from __future__ import annotations

from pipeline.ooxml.package import write_parts
from pipeline.ooxml.xml import DECLARATION
from tools.drafting.measures import (
    BODY_LINE,
    BODY_SPACING,
    BOTTOM,
    FONTS,
    FOOTER_BOTTOM,
    HEADER_TOP,
    LEFT,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHT,
    STYLES,
    TOP,
    Font,
    Style,
)

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def base_package() -> bytes:
    """Give the bytes of a .docx with an empty body, ready for python-docx to write into."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships(
            ("officeDocument", f"{OFFICE}/officeDocument", "word/document.xml"),
            (
                "core",
                "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
                "docProps/core.xml",
            ),
        ),
        "docProps/core.xml": core_properties(),
        "word/document.xml": f"<w:document {W} {R}><w:body>{section()}</w:body></w:document>",
        "word/_rels/document.xml.rels": relationships(
            ("styles", f"{OFFICE}/styles", "styles.xml"),
            ("settings", f"{OFFICE}/settings", "settings.xml"),
            ("fonts", f"{OFFICE}/fontTable", "fontTable.xml"),
            ("odd", f"{OFFICE}/footer", "footer1.xml"),
            ("even", f"{OFFICE}/footer", "footer2.xml"),
        ),
        "word/styles.xml": styles(),
        "word/settings.xml": settings(),
        "word/fontTable.xml": font_table(),
        "word/footer1.xml": footer("right", "right"),
        "word/footer2.xml": footer("left", "left"),
    }
    return write_parts({name: (DECLARATION + text).encode() for name, text in parts.items()})


def content_types() -> str:
    """Name the type of each part."""
    overrides = {
        "/word/document.xml": f"{WORD}.document.main+xml",
        "/word/styles.xml": f"{WORD}.styles+xml",
        "/word/settings.xml": f"{WORD}.settings+xml",
        "/word/fontTable.xml": f"{WORD}.fontTable+xml",
        "/word/footer1.xml": f"{WORD}.footer+xml",
        "/word/footer2.xml": f"{WORD}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
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


def section() -> str:
    """Set the page of GB/T 9704-2012: A4, margins 37, 35, 28 and 26 mm, page numbers on the outer side."""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="odd"/><w:footerReference w:type="even" r:id="even"/>'
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{TOP}" w:right="{RIGHT}" w:bottom="{BOTTOM}" w:left="{LEFT}" '
        f'w:header="{HEADER_TOP}" w:footer="{FOOTER_BOTTOM}" w:gutter="0"/></w:sectPr>'
    )


def fonts(font: Font, size: int) -> tuple[str, str]:
    """Set a font for Chinese, Times New Roman for the rest, and a size in half-points."""
    return (
        f'<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="{font.name}" '
        f'w:cs="Times New Roman"/>',
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>',
    )


def styles() -> str:
    """Define the styles, and no others."""
    family, size = fonts(FONTS["仿宋"], 32)
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
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' + table_grid()
    )
    own = "".join(style_xml(style) for style in STYLES)
    return f"<w:styles {W}>{defaults}{normal}{own}</w:styles>"


def table_grid() -> str:
    """Define the ruled table."""
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
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
    outline = f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline is not None else ""
    keep = "<w:keepNext/><w:keepLines/>" if style.keep else ""
    family, size = fonts(FONTS[style.font], style.size)
    colour = f'<w:color w:val="{style.colour}"/>' if style.colour else ""
    loose = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' if style.tight else ""
    tight = f'<w:spacing w:val="{BODY_SPACING}"/>' if style.line == BODY_LINE else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{style.code}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}<w:widowControl w:val="0"/>{loose}{spacing}{indent}'
        f'<w:jc w:val="{style.align}"/>{outline}</w:pPr><w:rPr>{family}{colour}{tight}{size}</w:rPr></w:style>'
    )


def settings() -> str:
    """Set different odd and even pages, and punctuation that may be squeezed at the end of a line."""
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        "</w:compat></w:settings>"
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
    """Put — 1 — on the outer side, one character in; each part of the field has a run of its own, as WPS needs."""
    family, size = fonts(FONTS["宋体"], 28)
    form = f"<w:rPr>{family}{size}</w:rPr>"

    def run(inside: str) -> str:
        return f"<w:r>{form}{inside}</w:r>"

    return (
        f'<w:ftr {W}><w:p><w:pPr><w:spacing w:before="0" w:after="0"/><w:ind w:{side}="280"/><w:jc w:val="{align}"/></w:pPr>'
        + run('<w:t xml:space="preserve">— </w:t>')
        + run('<w:fldChar w:fldCharType="begin"/>')
        + run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run("<w:t>1</w:t>")
        + run('<w:fldChar w:fldCharType="end"/>')
        + run('<w:t xml:space="preserve"> —</w:t>')
        + "</w:p></w:ftr>"
    )
