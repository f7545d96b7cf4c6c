"""Finds the charts of a template that are bound to a table, and turns each into a source to be filled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from docx.opc.constants import RELATIONSHIP_TYPE
from lxml import etree

from pipeline.rendering.chart_binding import LEAD, Binding, ChartError
from pipeline.rendering.chart_book import place
from pipeline.rendering.charts import CATEGORIES, END, FIGURES, FLOOR, HOLE, SERIES, Chart, Charts
from pipeline.rendering.relations import relations

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
NAMED = "图表".encode()
"""What the body of a template holds where a drawing may be bound."""
MARK = 770_000_000_000
"""The height that a bound drawing has in a source, until its own is known; no paper is so high."""


def bound_charts(parts: dict[str, bytes], main: str) -> Charts | None:
    """Find the bound charts of a template and mark their drawings in its body; None where there are none.

    Raises ChartError where an alternative text cannot be read, or a chart is of a sort that cannot be filled.
    """
    if NAMED not in parts[main]:
        return None
    root = etree.fromstring(parts[main])
    targets = {rel.id: rel.target for rel in relations(parts, main) if rel.kind == RELATIONSHIP_TYPE.CHART}
    charts: list[Chart] = []
    for described in root.iter(f"{WP}docPr"):
        key = next((key for key in ("descr", "title") if LEAD.match(described.get(key, ""))), "")
        binding = Binding.of(described.get(key, "")) if key else None
        drawing = described.getparent()
        if binding is None or drawing is None:
            continue
        part = next((targets.get(each.get(f"{R}id", ""), "") for each in drawing.iter(f"{C}chart")), "")
        extent = drawing.find(f"{WP}extent")
        if part not in parts or extent is None:
            raise ChartError(f"“图表：{binding.table}”那张图不是 Word 的图表")
        mark, height = str(MARK + len(charts)), int(extent.get("cy", "0"))
        described.set(key, binding.words)
        extent.set("cy", mark)
        charts.append(_chart(parts, part, binding, mark, height))
    if charts:
        parts[main] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return Charts(main, charts) if charts else None


def _chart(parts: Mapping[str, bytes], part: str, binding: Binding, mark: str, height: int) -> Chart:
    """Turn a chart into a source. Raises ChartError where it is of a sort that cannot be filled."""
    root = etree.fromstring(parts[part])
    found = list(root.iter(f"{C}ser"))
    if len(found) != len(binding.series):
        raise ChartError(f"“图表：{binding.table}”那张图有{len(found)}个系列，替代文字写了{len(binding.series)}个栏目")
    if any(series.find(f"{C}cat") is None or series.find(f"{C}val") is None for series in found):
        raise ChartError(f"“图表：{binding.table}”那张图要用柱形图、条形图、折线图、面积图或饼图")
    direction = root.find(f".//{C}barDir")
    bars = _count(found[0]) if direction is not None and direction.get("val") == "bar" else 0
    headings, formats = map(_heading, found), map(_format, found)
    chart = Chart(
        binding=binding,
        part=part,
        book=_book(parts, part, binding),
        pieces=(),
        headings=tuple(heading or name for heading, name in zip(headings, binding.series, strict=True)),
        formats=tuple(formats),
        mark=mark,
        height=height,
        bars=bars,
    )
    for number, series in enumerate(found):
        _open(series, number)
    if binding.floor:
        _open_floor(root)
    source = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True).decode()
    return replace(chart, pieces=tuple(HOLE.split(source)))


def _book(parts: Mapping[str, bytes], part: str, binding: Binding) -> str:
    """Name the workbook inside a chart. Raises ChartError where its figures come from elsewhere."""
    root = etree.fromstring(parts[part])
    data = root.find(f"{C}externalData")
    if data is None:
        return ""
    named = (each for each in relations(parts, part) if each.id == data.get(f"{R}id"))
    book = next((each.target for each in named if not each.outside), "")
    if not book.endswith(".xlsx") or book not in parts:
        raise ChartError(f"“图表：{binding.table}”那张图的数据在别的文件里")
    return book


def _count(series: etree._Element) -> int:
    points = series.find(f"{C}cat//{C}ptCount")
    return int(points.get("val", "0")) if points is not None else 0


def _heading(series: etree._Element) -> str:
    text = series.find(f"{C}tx//{C}v")
    return (text.text or "") if text is not None else ""


def _format(series: etree._Element) -> str:
    text = series.find(f"{C}val//{C}formatCode")
    return (text.text or "") if text is not None else ""


def _open(series: etree._Element, number: int) -> None:
    """Put holes where the figures of a series go, and around the series."""
    parent = series.getparent()
    assert parent is not None  # a chart's root is no series
    name = series.find(f"{C}tx/{C}strRef/{C}f")
    if name is not None:
        name.text = place(number + 2, 1)
    for tag, thing in (("cat", CATEGORIES), ("val", FIGURES)):
        old = series.find(f"{C}{tag}")
        if old is not None:
            series.replace(old, _hole(thing, number))
    series.addprevious(_hole(SERIES, number))
    series.addnext(_hole(END, number))


def _open_floor(root: etree._Element) -> None:
    """Put a hole where it is said at which figure the axis of figures begins."""
    scaling = root.find(f".//{C}valAx/{C}scaling")
    if scaling is None:
        return
    for old in scaling.findall(f"{C}min"):
        scaling.remove(old)
    before = scaling.find(f"{C}extLst")
    scaling.insert(len(scaling) if before is None else scaling.index(before), _hole(FLOOR, 0))


def _hole(thing: str, number: int) -> etree._Element:
    return etree.Comment(f"zhibu {thing} {number}")
