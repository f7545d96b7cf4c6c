"""Charts of a template take their figures from a table; what cannot be filled is told, what does not stand leaves nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import docx
import pytest
from lxml import etree
from openpyxl import load_workbook
from pptx.enum.chart import XL_CHART_TYPE

from pipeline.documents.fields import Value
from pipeline.errors import TemplateFaultError
from pipeline.findings import column_letters
from pipeline.ooxml.zip import read_parts
from pipeline.rendering import Engine, Properties
from pipeline.rendering.chart_binding import Binding, ChartError
from pipeline.rendering.chart_book import Column, Figure, chart_book
from pipeline.rendering.compiled import fill_by_docxtpl
from pipeline.rendering.core import stamp
from pipeline.vocabulary import Shape, Word
from tests.conftest import TODAY
from tests.support.files import with_parts
from tests.support.word import text_of
from tools.drafting.charts import Drawn, add_chart
from tools.drafting.draft import Draft
from tools.drafting.measures import STANDARD, Style

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PROPERTIES = Properties(title="题名", author="支部", day=TODAY)
PAGE = replace(STANDARD, styles=(*STANDARD.styles, Style(code="Chart", name="图表", font="宋体", size=21)))
COLUMNS = Drawn(
    bound="图表：表.行（类：甲、乙），起点表.起点。柱形图：{{ 名 }}",
    kind=XL_CHART_TYPE.COLUMN_CLUSTERED,
    series=("甲的", "乙的"),
    category="类",
    sample=(("样", (0.1, 0.2)),),
    form="0.0%",
)
BARS = replace(COLUMNS, bound="图表：表.行（类：甲、乙）", kind=XL_CHART_TYPE.BAR_STACKED, form="General", height=40)
CHART, BOOK = "word/charts/chart1.xml", "word/embeddings/chart1.xlsx"


def rows(*lines: tuple[Value, Value, Value], floor: str = "60%") -> dict[str, Value]:
    """Make the context of a chart."""
    table: list[Value] = [dict(zip(("类", "甲", "乙"), line, strict=True)) for line in lines]
    return {"表": {"行": table, "起点": floor}, "名": "一 & <二>"}


THREE = rows(("一季", "91.6%", "—"), ("<二> & 季", "100.0%", "70%"), ("三季", "", "60.5%"))


def template(*charts: Drawn, condition: str = "") -> bytes:
    """Write a template with charts."""
    draft = Draft(PAGE)
    draft.say("公文正文", "头 {{ 名 }}")
    for chart in charts:
        if condition:
            draft.tag(f"if {condition}")
        add_chart(draft, chart)
        if condition:
            draft.tag("endif")
    return draft.save()


def filled(folder: Path, data: bytes, values: Mapping[str, Value]) -> dict[str, bytes]:
    """Fill a template on all three ways, which must agree; gives the parts."""
    (folder / "试.docx").write_bytes(data)
    engine, slow = Engine((folder,)), Engine((folder,), afresh=True)
    document = engine.render("试", values, PROPERTIES)
    assert slow.render("试", values, PROPERTIES) == document
    assert engine.render("试", values, PROPERTIES) == document
    parts = read_parts(document)
    by_docxtpl = read_parts(fill_by_docxtpl(data, {**values, "文书": stamp(PROPERTIES)}))
    assert parts.keys() == by_docxtpl.keys()
    assert all(parts[name] == by_docxtpl[name] for name in parts if name.startswith(("word/charts", "word/embeddings")))
    docx.Document(BytesIO(document))
    return parts


def shown(chart: bytes) -> list[tuple[str, dict[str, Decimal]]]:
    """Read from a chart part what each series shows: its name, and category to figure."""
    found = []
    for series in etree.fromstring(chart).iter(f"{C}ser"):
        names = [point.findtext(f"{C}v") for point in series.find(f"{C}cat").iter(f"{C}pt")]  # type: ignore[union-attr]
        points = series.find(f"{C}val").iter(f"{C}pt")  # type: ignore[union-attr]
        figures = {names[int(each.get("idx", ""))]: Decimal(each.findtext(f"{C}v") or "") for each in points}
        found.append((series.findtext(f"{C}tx//{C}v") or "", {str(name): figure for name, figure in figures.items()}))
    return found


def in_book(data: bytes) -> list[tuple[object, ...]]:
    """Read the workbook inside a chart."""
    sheet = load_workbook(BytesIO(data)).active
    assert sheet is not None
    return [tuple(row) for row in sheet.iter_rows(values_only=True)]


def test_a_chart_and_its_workbook_take_the_figures_of_the_table(tmp_path: Path) -> None:
    parts = filled(tmp_path, template(COLUMNS), THREE)
    assert shown(parts[CHART]) == [
        ("甲的", {"一季": Decimal("0.916"), "<二> & 季": Decimal("1.00")}),
        ("乙的", {"<二> & 季": Decimal("0.7"), "三季": Decimal("0.605")}),
    ]
    assert in_book(parts[BOOK]) == [
        ("类", "甲的", "乙的"),
        ("一季", 0.916, None),
        ("<二> & 季", 1, 0.7),
        ("三季", None, 0.605),
    ]
    formulas = [each.text for each in etree.fromstring(parts[CHART]).iter(f"{C}f")]
    assert formulas[:3] == ["Sheet1!$B$1", "Sheet1!$A$2:$A$4", "Sheet1!$B$2:$B$4"]
    assert formulas[3:] == ["Sheet1!$C$1", "Sheet1!$A$2:$A$4", "Sheet1!$C$2:$C$4"]


def test_nothing_of_the_samples_or_of_the_binding_remains(tmp_path: Path) -> None:
    parts = filled(tmp_path, template(COLUMNS), THREE)
    assert "样" not in parts[CHART].decode()
    assert "样" not in str(in_book(parts[BOOK]))
    described = etree.fromstring(parts["word/document.xml"]).find(f".//{WP}docPr")
    assert described is not None
    assert described.get("descr") == "柱形图：一 & <二>"
    assert "图表：" not in parts["word/document.xml"].decode()


def test_the_number_of_categories_and_series_follows_the_table(tmp_path: Path) -> None:
    one = shown(filled(tmp_path, template(COLUMNS), rows(("一", 1, ""), ("二", 2, "—")))[CHART])
    assert one == [("甲的", {"一": Decimal(1), "二": Decimal(2)})]  # a series without a figure is left out
    many = shown(filled(tmp_path, template(COLUMNS), rows(*((str(n), n, 0) for n in range(40))))[CHART])
    assert [len(figures) for _, figures in many] == [40, 40]


@pytest.mark.parametrize(("floor", "least"), [("60%", "0.6"), ("0%", "0"), ("5", "5"), ("", None)])
def test_the_axis_begins_where_the_field_says(tmp_path: Path, floor: str, least: str | None) -> None:
    chart = etree.fromstring(filled(tmp_path, template(COLUMNS), rows(("一", 1, 2), floor=floor))[CHART])
    found = chart.find(f".//{C}valAx/{C}scaling/{C}min")
    assert (found.get("val") if found is not None else None) == least


@pytest.mark.parametrize(("count", "taller"), [(1, False), (10, True), (30, True)])
def test_horizontal_bars_keep_their_breadth(tmp_path: Path, count: int, *, taller: bool) -> None:
    heights = [
        int(etree.fromstring(part).find(f".//{WP}extent").get("cy", ""))  # type: ignore[union-attr]
        for part in (
            filled(tmp_path, template(chart), rows(*((str(n), n, 1) for n in range(count))))["word/document.xml"]
            for chart in (BARS, replace(BARS, kind=XL_CHART_TYPE.COLUMN_CLUSTERED))
        )
    ]
    assert (heights[0] > heights[1]) == taller
    assert heights[1] == 40 * 36_000
    assert heights[0] <= 7_200_000


def test_a_chart_that_does_not_stand_goes_with_its_workbook(tmp_path: Path) -> None:
    data = template(COLUMNS, BARS, condition="表.行")
    there, gone = filled(tmp_path, data, THREE), filled(tmp_path, data, rows())
    assert {CHART, BOOK, "word/charts/chart2.xml"} <= there.keys()
    assert not [name for name in gone if "chart" in name]
    assert b"chart" not in gone["[Content_Types].xml"]
    assert b"chart" not in gone["word/_rels/document.xml.rels"]
    assert "样" not in "".join(part.decode("utf-8", "replace") for part in gone.values())


def test_one_chart_goes_and_the_other_stays(tmp_path: Path) -> None:
    draft = Draft(PAGE)
    draft.tag("if 不")
    add_chart(draft, COLUMNS)
    draft.tag("endif")
    add_chart(draft, BARS)
    parts = filled(tmp_path, draft.save(), {**THREE, "不": False})
    assert CHART not in parts
    assert shown(parts["word/charts/chart2.xml"])[0][0] == "甲的"
    assert "word/embeddings/chart2.xlsx" in parts


def test_a_chart_that_is_not_bound_stays_as_it_is(tmp_path: Path) -> None:
    data = template(replace(COLUMNS, bound="去年的参加率"))
    parts = filled(tmp_path, data, THREE)
    assert parts[CHART] == read_parts(data)[CHART]
    assert parts[BOOK] == read_parts(data)[BOOK]


def test_what_a_person_changes_in_the_chart_stays(tmp_path: Path) -> None:
    data = template(COLUMNS)
    styled = read_parts(data)[CHART].replace(b"1F3864", b"C00000").replace("甲的".encode(), "第一".encode())
    parts = filled(tmp_path, with_parts(data, {CHART: styled}), THREE)
    assert b"C00000" in parts[CHART]
    assert [name for name, _ in shown(parts[CHART])] == ["第一", "乙的"]
    assert in_book(parts[BOOK])[0] == ("类", "第一", "乙的")


@pytest.mark.parametrize(
    ("bound", "values", "told"),
    [
        ("图表：表.行", THREE, "替代文字"),
        ("图表：表.行（类：甲）", THREE, "2个系列"),
        ("图表：表.列（类：甲、乙）", THREE, "表.列"),
        ("图表：表.行（类：甲、丙）", THREE, "丙"),
        ("图表：表.起点（类：甲、乙）", THREE, "不是一张表"),
        ("图表：表.行（类：甲、乙）", rows(("一", "约30", 1)), "约30"),
        ("图表：表.行（类：甲、乙），起点表.起点", rows(("一", 1, 1), floor="低"), "低"),
    ],
)
def test_a_chart_that_cannot_be_filled_is_told(
    tmp_path: Path, bound: str, values: Mapping[str, Value], told: str
) -> None:
    (tmp_path / "试.docx").write_bytes(template(replace(COLUMNS, bound=bound)))
    with pytest.raises(TemplateFaultError) as caught:
        Engine((tmp_path,)).render("试", values, PROPERTIES)
    assert told in caught.value.message
    assert "试" in caught.value.message


def test_figures_of_another_file_are_refused(tmp_path: Path) -> None:
    data = template(COLUMNS)
    rels = "word/charts/_rels/chart1.xml.rels"
    outside = read_parts(data)[rels].replace(
        b'Target="../embeddings/chart1.xlsx"', b'Target="x.xlsx" TargetMode="External"'
    )
    (tmp_path / "试.docx").write_bytes(with_parts(data, {rels: outside}))
    with pytest.raises(TemplateFaultError, match="别的文件"):
        Engine((tmp_path,)).prepare(["试"])


def test_the_fields_of_a_chart_are_among_those_the_template_uses(tmp_path: Path) -> None:
    row = {name: Word() for name in ("类", "甲")}
    words = Word(Shape.GROUP, {"名": Word(), "表": Word(Shape.GROUP, {"行": Word(Shape.ROWS, row), "起点": Word()})})
    (tmp_path / "试.docx").write_bytes(template(COLUMNS))
    usage = Engine((tmp_path,)).usage("试", words)
    assert {"表.行.类", "表.行.甲", "表.起点"} <= usage.paths
    assert {unknown.path for unknown in usage.unknown} - {"文书"} == {"行.乙"}


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("图表：会议.各类（类型：次数）", ("会议.各类", "类型", ("次数",), "", "")),
        (" 图表: 会议.各类(类型: 次数, 到会率) ", ("会议.各类", "类型", ("次数", "到会率"), "", "")),
        ("图表：a.b（c：d、e），起点f.g。说明。再说", ("a.b", "c", ("d", "e"), "f.g", "说明。再说")),
        ("图表：a（c；d）。\n说明", ("a", "c", ("d",), "", "说明")),
        ("各类会议的图表：次数", None),
        ("", None),
    ],
)
def test_how_alternative_texts_are_read(text: str, bound: tuple[object, ...] | None) -> None:
    assert Binding.of(text) == bound


def test_an_alternative_text_that_begins_so_must_be_readable() -> None:
    with pytest.raises(ChartError):
        Binding.of("图表：会议的次数")


def test_the_workbook_inside_is_the_same_on_every_machine() -> None:
    book = chart_book("类", ["甲\x00", "<乙>"], [Column("数", [Figure("1.5"), None])])
    assert in_book(book) == [("类", "数"), ("甲", 1.5), ("<乙>", None)]
    with ZipFile(BytesIO(book)) as archive:
        assert {info.compress_type for info in archive.infolist()} == {ZIP_STORED}
    assert [column_letters(number) for number in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_document_without_charts_is_what_it_was(tmp_path: Path) -> None:
    parts = filled(tmp_path, template(), {"名": "甲"})
    assert text_of(Engine((tmp_path,)).render("试", {"名": "甲"}, PROPERTIES)) == "头 甲"
    assert not [name for name in parts if "chart" in name]
