"""Puts a native Word chart into a template: a chart part that a person can restyle, with its workbook inside.

python-pptx writes the chart (its writer is the same DrawingML that Word reads); only the tools need it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from lxml import etree
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.oxml import parse_xml as parse_chart
from pptx.util import Pt

from pipeline.rendering.chart_book import Column, Figure, chart_book
from tools.drafting.draft import Draft
from tools.drafting.measures import FONTS

MILLIMETRE = 36_000
"""English metric units."""
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
AXES = re.compile(r'(<c:(?:axId|crossAx) val=")-')
FONT_SIZE = Pt(9)
FRAMELESS = (
    '<c:spPr xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
)
LINE = RGBColor(0x7F, 0x7F, 0x7F)
GRID = RGBColor(0xD9, 0xD9, 0xD9)
BLUES = ("1F3864", "2F5597", "8FAADC", "D0DCF0")
"""From dark to light: a grey printer tells them apart."""


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A chart as the template has it."""

    bound: str
    """What its alternative text says: which table it shows, and how; see `pipeline.rendering.chart_binding`."""
    kind: XL_CHART_TYPE
    series: tuple[str, ...]
    """What the legend calls them."""
    category: str
    """What the workbook calls the first column."""
    sample: tuple[tuple[str, tuple[float, ...]], ...]
    """Categories and their figures: what a person sees who opens the template; no document keeps them."""
    width: int = 150
    """Millimetres."""
    height: int = 70
    colours: tuple[str, ...] = BLUES
    form: str = "General"
    """Number format of the figures and their axis."""
    shape: Callable[[Chart], None] = lambda _chart: None
    """Sets what this chart has of its own."""


def add_chart(draft: Draft, drawn: Drawn) -> None:
    """Add a paragraph with a chart."""
    package = draft.document.part.package
    number = sum(str(part.partname).startswith("/word/charts/") for part in package.iter_parts()) + 1
    book = Part(PackURI(f"/word/embeddings/chart{number}.xlsx"), SHEET, sample_book(drawn), package)
    chart = Part(PackURI(f"/word/charts/chart{number}.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    chart._blob = chart_xml(drawn, chart.relate_to(book, RELATIONSHIP_TYPE.PACKAGE))
    paragraph = draft.document.add_paragraph(style="图表")
    paragraph.add_run()._r.append(
        parse_xml(inline_xml(drawn, draft.document.part.relate_to(chart, RELATIONSHIP_TYPE.CHART), number))
    )


def inline_xml(drawn: Drawn, relation: str, number: int) -> str:
    """Write the drawing that stands in the paragraph."""
    return (
        '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{drawn.width * MILLIMETRE}" cy="{drawn.height * MILLIMETRE}"/>'
        f'<wp:docPr id="{number}" name="图表 {number}" descr="{drawn.bound}"/><wp:cNvGraphicFramePr/>'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
        '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        f'r:id="{relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
    )


def sample_book(drawn: Drawn) -> bytes:
    """Write the workbook inside a chart of the template, as the program writes it into documents."""
    figures = zip(*(row for _, row in drawn.sample), strict=True)
    columns = [
        Column(name, [Figure(f"{figure:g}", drawn.form.endswith("%")) for figure in column])
        for name, column in zip(drawn.series, figures, strict=True)
    ]
    return chart_book(drawn.category, [name for name, _ in drawn.sample], columns)


def chart_xml(drawn: Drawn, book: str) -> bytes:
    """Write a chart part; `book` is the relation to its workbook."""
    data = CategoryChartData(number_format=drawn.form)
    data.categories = [name for name, _ in drawn.sample]
    for place, name in enumerate(drawn.series):
        data.add_series(name, [row[place] for _, row in drawn.sample])
    written: str = AXES.sub(r"\1", ChartXmlWriter(drawn.kind, data).xml)  # axes have no sign, says the schema
    root = parse_chart(written.encode())
    chart = Chart(root, None)
    _dress(chart, drawn)
    drawn.shape(chart)
    root.find(f"{C}txPr").addprevious(parse_chart(FRAMELESS))
    external = etree.SubElement(root, f"{C}externalData")
    external.set(f"{R}id", book)
    etree.SubElement(external, f"{C}autoUpdate").set("val", "0")
    language = etree.Element(f"{C}lang")
    language.set("val", "zh-CN")
    root.find(f"{C}date1904").addnext(language)
    root.find(f"{C}lang").addnext(_flat("roundedCorners"))
    root.find(f"{C}chart/{C}plotArea").addprevious(_flat("autoTitleDeleted", "1"))
    for old in root.findall(f"{C}chart/{C}autoTitleDeleted")[:-1]:
        root.find(f"{C}chart").remove(old)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _flat(tag: str, value: str = "0") -> etree._Element:
    made = etree.Element(f"{C}{tag}")
    made.set("val", value)
    return made


def _dress(chart: Chart, drawn: Drawn) -> None:
    """Give a chart the fonts, lines and colours of an official paper."""
    chart.font.size = FONT_SIZE
    font = chart.font._rPr
    for tag in ("latin", "ea"):
        etree.SubElement(font, f"{A}{tag}").set("typeface", FONTS["宋体"].name)
    chart.has_legend = len(drawn.series) > 1
    if chart.has_legend:
        chart.legend.position = XL_LEGEND_POSITION.BOTTOM
        chart.legend.include_in_layout = False
    for series, colour in zip(chart.plots[0].series, drawn.colours, strict=False):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor.from_string(colour)
        series.format.line.color.rgb = RGBColor.from_string(BLUES[0])
        series.format.line.width = Pt(0.5)
    for axis in (chart.category_axis, chart.value_axis):
        axis.format.line.color.rgb = LINE
        axis.major_tick_mark = XL_TICK_MARK.NONE
        axis.tick_label_position = XL_TICK_LABEL_POSITION.NEXT_TO_AXIS
    chart.value_axis.has_major_gridlines = True
    chart.value_axis.major_gridlines.format.line.color.rgb = GRID
    chart.value_axis.tick_labels.number_format = drawn.form if drawn.form != "0.0%" else "0%"
    chart.value_axis.tick_labels.number_format_is_linked = False


def from_top(chart: Chart) -> None:
    """Let the first category of horizontal bars stand on top, the axis of figures below."""
    chart.category_axis.reverse_order = True
    chart.value_axis._element.find(f"{C}crosses").set("val", "max")
