"""The compiled path gives what docxtpl gives; what it cannot vouch for goes through docxtpl, with the same outcome."""

from __future__ import annotations

import os
import re
import struct
import zlib
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TypeAlias

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate, InlineImage, Listing, RichText
from lxml import etree

from pipeline.documents import Planned, plan_documents
from pipeline.documents.kinds import BY_NAME, KINDS
from pipeline.documents.overview import overview_context
from pipeline.flows.examining import examine, opened
from pipeline.glance import year_glance
from pipeline.ooxml.package import write_parts
from pipeline.rendering import Engine, Properties, template_folders
from pipeline.rendering.compiled import CompiledPart, CompiledTemplate
from pipeline.rendering.core import stamp
from pipeline.rendering.language import placed_environment
from pipeline.rendering.opening import Source
from pipeline.rendering.proof import UnprovenError
from tests.conftest import EXAMPLE, TODAY
from tests.support.oracle import by_docxtpl, canonical
from tests.support.small import examine as small_branch
from tests.support.word import W, parts_of, text_of

Values: TypeAlias = Mapping[str, object]
Context: TypeAlias = "Values | Callable[[DocxTemplate], Values]"
PROPERTIES = Properties(title="题名", author="支部", day=TODAY)
OVERVIEW = BY_NAME["全年一览"]
NASTY = "一 & <二>\n三\"四\"'五' {{ w }} ]]> 六"


def of_what_the_example_has_not() -> list[Planned]:
    """Plan the documents of a branch that elected, and that called a member to account."""
    vote = (
        "议题发言",
        "+",
        "会议编号|议题序号|议题|表决类型|表决方式|候选人",
        "H2|3|补选一名委员|选举|无记名投票|赵四",
    )
    disposal = ("表彰处置", "+", "姓名|类别|名称|依据|会议编号|日期", "吴七|组织处置|限期改正|旷工三天|H6|2025-12-12")
    kinds = [BY_NAME[name] for name in ("选票", "处置呈报表")]
    planned = plan_documents(small_branch(vote, disposal).branch, kinds)
    assert {each.kind for each in planned} == {kind.name for kind in kinds}
    return planned


def test_the_whole_example_year_is_what_docxtpl_gives() -> None:
    branch, _ = examine(opened(EXAMPLE, ""), TODAY)
    folders = template_folders(None)
    engine, slow = Engine(folders), Engine(folders, afresh=True)
    kinds = [kind for kind in KINDS if kind is not OVERVIEW]  # has a test of its own
    planned = [*plan_documents(branch, kinds), *of_what_the_example_has_not()]
    templates = {path.stem for path in folders[-1].glob("*.docx")}
    assert {document.template for document in planned} == templates - set(OVERVIEW.templates)
    for document in planned:
        properties = Properties(title=document.title, author=branch.info.short_name, day=document.day)
        context = document.build()
        filled = engine.render(document.template, context, properties)
        template = (folders[-1] / f"{document.template}.docx").read_bytes()
        CompiledTemplate(template)  # every template of ours is proved
        assert canonical(filled) == canonical(by_docxtpl(template, {**context, "文书": stamp(properties)}))
        assert filled == slow.render(document.template, context, properties)


@pytest.mark.parametrize("grouped", [True, False])
def test_the_year_at_a_glance_is_what_docxtpl_gives(*, grouped: bool) -> None:
    glance = year_glance(examine(opened(EXAMPLE, ""), date(2025, 8, 15))[0], errors=1)
    if not grouped:
        rows = tuple((name, *cells) for name, _, *cells in glance.people.rows)
        headings = (glance.people.headings[0], *glance.people.headings[2:])
        glance = replace(glance, people=replace(glance.people, headings=headings, rows=rows))
    (folder,) = (folder for folder in template_folders(None) if folder.is_dir())
    template, context = (folder / f"{OVERVIEW.templates[0]}.docx").read_bytes(), overview_context(glance)
    filled = CompiledTemplate(template).fill({**context, "文书": stamp(PROPERTIES)})
    assert canonical(filled) == canonical(by_docxtpl(template, {**context, "文书": stamp(PROPERTIES)}))


def made(write: Callable[[Document], None]) -> bytes:
    """Make a template with python-docx's own base."""
    document = docx.Document()
    write(document)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def lines(*texts: str) -> bytes:
    """Make a template of paragraphs."""

    def write(document: Document) -> None:
        for text in texts:
            document.add_paragraph(text)

    return made(write)


def table(*rows: tuple[str, ...]) -> bytes:
    """Make a template of one table."""

    def write(document: Document) -> None:
        grid = document.add_table(0, max(map(len, rows)))
        for row in rows:
            for cell, text in zip(grid.add_row().cells, row, strict=False):
                cell.text = text

    return made(write)


def with_header_and_footer(document: Document) -> None:
    document.add_paragraph("{{ v }}")
    document.sections[0].header.paragraphs[0].text = "眉 {{ v }}"
    document.sections[0].footer.paragraphs[0].text = "脚 {{ v }}"


def with_split_field(document: Document) -> None:
    paragraph = document.add_paragraph("前{")
    for piece in ("{ v", " }", "}后"):
        paragraph.add_run(piece).bold = True


def with_picture(document: Document) -> None:
    document.add_paragraph("{{ v }}")
    for _ in range(2):
        document.add_picture(BytesIO(png()))


def with_text_box(document: Document) -> None:
    inner = document.add_paragraph("框 {{ v }}")._p
    outer = document.add_paragraph("外 {{ v }}")
    box = OxmlElement("w:txbxContent")
    box.append(inner)
    holder = OxmlElement("w:pict")
    holder.append(box)
    outer.add_run()._r.append(holder)


def with_nested_table(document: Document) -> None:
    grid = document.add_table(1, 2)
    inner = grid.cell(0, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "{{ v }}", "乙"


def with_attribute(document: Document) -> None:
    paragraph = document.add_paragraph("{{ v }}")
    shade = OxmlElement("w:shd")
    for name, value in (("w:val", "clear"), ("w:fill", "{% if v %}FF0000{% else %}00FF00{% endif %}")):
        shade.set(qn(name), value)
    paragraph._p.get_or_add_pPr().append(shade)


def png() -> bytes:
    """Make the smallest picture there is."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def rich(_opened: DocxTemplate) -> Values:
    text = RichText("红", color="FF0000")
    text.add("黑\n字", bold=True)
    return {"v": text}


COLOURED = table(
    ("色", "名"), ("{%tr for x in v %}",), ("{% cellbg x.色 %}", "{% cellbg x.色 %}{{ x.名 }}"), ("{%tr endfor %}",)
)
HOSTILE = "\"/><x a='&{{ v }}"
COMPILED: dict[str, tuple[bytes, Values]] = {
    "plain text": (lines("一 {{ v }} 二"), {"v": NASTY}),
    "text alone in its run": (lines("{{ v }}"), {"v": NASTY}),
    "empty value": (lines("{{ v }}"), {"v": ""}),
    "number": (lines("{{ v }}"), {"v": 3.5}),
    "list": (lines("{{ v }}"), {"v": ["<甲>", "乙"]}),
    "tab, paragraph and page break": (lines("前{{ v }}后", "尾"), {"v": "一\t二\a三\f四\n五"}),
    "literal with a line break": (lines(r"{{ '一\n二<' }}{{ v }}"), {"v": "三"}),
    "line break in the template": (lines("前\t中\n后 {{ v }}"), {"v": "一\n二"}),
    "escaped by hand": (lines("{{ v|e }}"), {"v": NASTY}),
    "joined": (lines("{{ v|join('、') }}"), {"v": ["<甲>", "乙\n丙"]}),
    "field over several runs": (made(with_split_field), {"v": NASTY}),
    "paragraph loop": (lines("{%p for x in v %}", "{{ x }}{% if not loop.last %}；{% endif %}", "{%p endfor %}"), {"v": ["甲", NASTY]}),
    "loop over nothing": (lines("{%p for x in v %}", "{{ x }}", "{%p else %}", "无", "{%p endfor %}", "尾"), {"v": []}),
    "branches": (lines("{%p if v == 1 %}", "一", "{%p elif v == 2 %}", "二", "{%p else %}", "三", "{%p endif %}"), {"v": 2}),
    "inline branch": (lines("甲{% if v %}乙{% else %}丙{% endif %}丁"), {"v": 0}),
    "tightened": (lines("甲", "{%- if v %}", "乙{{ v }}", "{% endif -%}", "丙"), {"v": "丁"}),
    "literal that ends a tag": (lines("前{{ '}}' }}{{ v }}{% if v == '%}' %}甲{% endif %}后{{ \"it's\" }}"), {"v": "%}"}),
    "set": (lines("{% set w = v %}{{ w }}"), {"v": NASTY}),
    "comment": (lines("甲{# 不印 #}{{ v }}"), {"v": "乙"}),
    "raw": (lines("{% raw %}{{ 原样 }}{% endraw %}{{ v }}"), {"v": "乙"}),
    "table rows": (table(("序", "名"), ("{%tr for x in v %}",), ("{{ loop.index }}", "{{ x }}"), ("{%tr endfor %}",)), {"v": ["甲", NASTY]}),
    "merged down": (table(("序", "名"), ("{%tr for x in v %}",), ("{% vm %}{{ x }}", "{{ x }}"), ("{%tr endfor %}",)), {"v": ["甲", "乙"]}),
    "cell colour": (table(("{% cellbg v %}{{ v }}", "乙")), {"v": "FF00FF"}),
    "cell colour by row": (COLOURED, {"v": [{"名": "甲", "色": "FF00FF"}, {"名": NASTY, "色": "00FF00"}, {"名": "", "色": ""}]}),
    "cell colour in a branch": (table(("甲", "乙"), ("{%tr if v == 'FF0000' %}",), ("{% cellbg v %}{{ v }}", "一"), ("{%tr else %}",), ("{% cellbg '00FF00' if v else v %}", "二"), ("{%tr endif %}",)), {"v": "0000FF"}),
    "cell colour beside a branch": (table(("{% cellbg v %}{% set w = v %}{% if w %}红{% else %}黑{% endif %}", "{% if v %}{% cellbg v %}{% endif %}")), {"v": "FF0000"}),
    "colour that is none": (COLOURED, {"v": [{"名": "甲", "色": HOSTILE}]}),
    "table in a table": (made(with_nested_table), {"v": NASTY}),
    "header and footer": (made(with_header_and_footer), {"v": NASTY}),
    "pictures of the template": (made(with_picture), {"v": NASTY}),
    "text box": (made(with_text_box), {"v": NASTY}),
    "attribute": (made(with_attribute), {"v": NASTY}),
    "braces that are no field": (lines("写成 {_{ 栏目 }_} 或 {_% if %_}", "{{ v }}"), {"v": NASTY}),
    "no field": (lines("甲"), {}),
}  # fmt: skip
BY_DOCXTPL: dict[str, tuple[bytes, Context]] = {
    "rich text": (lines("前{{r v }}后"), rich),
    "listing": (lines("前{{ v }}后"), {"v": Listing("一\n二 & <三>")}),
    "picture": (lines("{{ v }}"), lambda opened: {"v": InlineImage(opened, BytesIO(png()))}),
    "columns that change": (table(("{%tc for x in v %}", "{{ x }}", "{%tc endfor %}")), {"v": ["甲", "乙", "丙", "丁"]}),
    "spanned columns": (table(("{% colspan n %}{{ v }}", "乙")), {"v": "甲", "n": 1}),
    "coloured and spanned": (table(("{% colspan n %}{% cellbg v %}{{ v }}",)), {"v": "FF0000", "n": 1}),
    "merged across": (table(("{%tc for x in v %}", "{% hm %}{{ x }}", "{%tc endfor %}")), {"v": ["甲", "乙", "丙"]}),
    "row that may be missing": (table(("{%tr if v %}",), ("甲", "乙"), ("{%tr endif %}",)), {"v": 0}),
    "macro": (lines("{% macro m(x) %}<{{ x }}>{% endmacro %}{{ m(v) }}"), {"v": "甲"}),
    "block": (lines("{% block b %}{{ v }}{% endblock %}"), {"v": NASTY}),
}  # fmt: skip


def rendered(tmp_path: Path, template: bytes, context: Context) -> bytes:
    (tmp_path / "试.docx").write_bytes(template)
    return Engine((tmp_path,)).render("试", context, PROPERTIES)


@pytest.mark.parametrize("case", COMPILED)
def test_compiled(tmp_path: Path, case: str) -> None:
    template, context = COMPILED[case]
    filled = CompiledTemplate(template).fill({**context, "文书": stamp(PROPERTIES)})
    assert canonical(filled) == canonical(by_docxtpl(template, context))
    assert rendered(tmp_path, template, context) == filled


@pytest.mark.parametrize("case", BY_DOCXTPL)
def test_through_docxtpl(tmp_path: Path, case: str) -> None:
    template, context = BY_DOCXTPL[case]
    assert canonical(rendered(tmp_path, template, context)) == canonical(by_docxtpl(template, context))


@pytest.mark.parametrize("case", sorted(set(BY_DOCXTPL) - {"rich text", "listing", "picture"}))
def test_what_the_compiled_path_cannot_vouch_for(case: str) -> None:
    with pytest.raises(UnprovenError):
        CompiledTemplate(BY_DOCXTPL[case][0])


def properties_of_cells(document: bytes) -> list[list[etree._Element]]:
    root = etree.fromstring(parts_of(document)["word/document.xml"])
    return [list(found) for found in root.iter(f"{W}tcPr")]


@pytest.mark.parametrize("case", ["cell colour", "coloured and spanned"])
def test_colour_and_span_of_a_cell_stand_where_the_schema_has_them(tmp_path: Path, case: str) -> None:
    """ECMA-376 part 1, 17.4.69: tcW, gridSpan, shd."""
    template, context = (COMPILED | BY_DOCXTPL)[case]
    first = properties_of_cells(rendered(tmp_path, template, context))[0]
    names = ["tcW", "gridSpan", "shd"] if "spanned" in case else ["tcW", "shd"]
    assert [str(found.tag) for found in first] == [f"{W}{name}" for name in names]


def test_a_hostile_colour_stays_a_value(tmp_path: Path) -> None:
    *_, last = properties_of_cells(rendered(tmp_path, *COMPILED["colour that is none"]))
    assert [found.get(f"{W}fill") for found in last if found.tag == f"{W}shd"] == [HOSTILE]


UNBALANCED = {
    "branches end in different elements": "{% if v %}</w:t></w:r><w:r><w:t>{% else %}</w:t></w:r>{% endif %}",
    "a loop opens an element": "{% for x in v %}<w:b>{% endfor %}",
    "a value as a tag": "<{{ v }}/>",
    "a value as an attribute": "<w:b {{ v }}/>",
}


@pytest.mark.parametrize("case", UNBALANCED)
def test_unbalanced_templates_are_not_vouched_for(case: str) -> None:
    with pytest.raises(UnprovenError):
        CompiledPart(Source("x", f"<w:p><w:r><w:t>{UNBALANCED[case]}</w:t></w:r></w:p>"), placed_environment())


def test_braces_in_a_value_are_left_alone(tmp_path: Path) -> None:
    """Docxtpl turns them into the braces of a field."""
    value = "{_{ }_} {_% %_}"
    assert value in text_of(rendered(tmp_path, lines("{{ v }}"), {"v": value}))
    assert value in text_of(rendered(tmp_path, lines("{% macro m() %}{% endmacro %}{{ v }}"), {"v": value}))


def test_no_text_of_one_document_is_in_another() -> None:
    template = CompiledTemplate(lines("{% for x in v %}{{ x }}{% endfor %}", "{{ w }}"))

    def fill(number: int) -> str:
        own = f"甲{number}号"
        values = {"v": [own, own], "w": own + ("\t" if number % 3 == 0 else ""), "文书": stamp(PROPERTIES)}
        return text_of(template.fill(values))

    with ThreadPoolExecutor(8) as pool:
        for number, text in enumerate(pool.map(fill, range(400))):
            assert text.count(f"甲{number}号") == 3
            assert text.count("甲") == 3


def test_core_properties_of_the_template_are_filled_and_kept(tmp_path: Path) -> None:
    def write(document: Document) -> None:
        document.add_paragraph("{{ v }}")
        core = document.core_properties
        core.title, core.subject, core.keywords, core.category = "{{ v }}书", "题 {{ v }}", "{{ 原样 }}", "类"

    core = parts_of(rendered(tmp_path, made(write), {"v": "甲 & <乙>"}))["docProps/core.xml"].decode()
    assert "<dc:title>甲 &amp; &lt;乙&gt;书</dc:title>" in core
    assert "<dc:subject>题 甲 &amp; &lt;乙&gt;</dc:subject>" in core
    assert "{{ 原样 }}" in core.replace("&#123;", "{")
    assert ">类<" in core
    assert "created" not in core  # python-docx wrote when it made the template


def test_a_moment_is_there_only_where_the_template_asks_for_it(tmp_path: Path) -> None:
    parts = parts_of(lines("{{ v }}"))
    asked = '<dcterms:created xsi:type="dcterms:W3CDTF">{{ 文书.时刻 }}</dcterms:created>'.encode()
    end = b"</cp:coreProperties>"
    core = re.sub(b"<dcterms:created.*?</dcterms:created>", b"", parts["docProps/core.xml"])
    parts["docProps/core.xml"] = core.replace(end, asked + end)
    filled = parts_of(rendered(tmp_path, write_parts(parts), {"v": "甲"}))["docProps/core.xml"].decode()
    assert filled.count(f"{TODAY.isoformat()}T00:00:00Z") == 1
    assert "modified" not in filled


def test_a_template_without_core_properties_gets_them(tmp_path: Path) -> None:
    parts = parts_of(lines("{{ v }}"))
    del parts["docProps/core.xml"]
    types = parts["[Content_Types].xml"]
    at = types.index(b'<Override PartName="/docProps/core.xml"')
    parts["[Content_Types].xml"] = types[:at] + types[types.index(b"/>", at) + 2 :]
    rels = parts["_rels/.rels"]
    at = rels.rindex(b"<Relationship ", 0, rels.index(b"core-properties"))
    parts["_rels/.rels"] = rels[:at] + rels[rels.index(b"/>", at) + 2 :]
    filled = rendered(tmp_path, write_parts(parts), {"v": "甲"})
    assert docx.Document(BytesIO(filled)).core_properties.title == "题名"


PUBLIC: dict[str, Context] = {
    "cellbg": {"alerts": [{"date": "2025-03-10", "desc": RichText("急", color="FF0000"), "type": "甲", "bg": "FF0000"}]},
    "dynamic_table": {"col_labels": ["一", "二", "三"], "tbl_contents": [{"label": "甲", "cols": ["子", "丑", "寅"]}]},
    "embedded_embedded_docx": {"name": NASTY},
    "embedded_main": {"name": "甲"},
    "escape": {"myvar": RichText("<甲>"), "myescvar": "<乙>", "nlnp": RichText("一\n二\a三"), "mylisting": Listing("一\n<二>")},
    "header_footer_entities": {"title": "甲 & 乙"},
    "header_footer_image": {"mycompany": "某厂"},
    "header_footer": lambda opened: {"title": "甲", "mysubdoc": opened.new_subdoc(), "company_name": "厂", "date": "日"},
    "header_footer_utf8": lambda opened: {"title": "甲", "mysubdoc": opened.new_subdoc(), "company_name": "厂", "date": "日"},
    "inline_image": lambda opened: {
        "myimage": InlineImage(opened, BytesIO(png())),
        "myimageratio": "无",
        "frameworks": [{"image": InlineImage(opened, BytesIO(png())), "desc": "<甲>"}],
    },
    "nested_for": {
        "dishes": [{"name": "面", "ingredients": ["水", "盐 & 碱"]}, {"name": "饭", "ingredients": []}],
        "authors": [{"name": "某", "books": [{"title": "<上>"}, {"title": "下"}]}],
    },
    "order": {
        "customer_name": "某 & 某", "items": [{"desc": "<甲>", "qty": 2, "price": "3"}, {"desc": "乙\n丙", "qty": 1, "price": "4"}],
        "in_europe": True, "is_paid": False, "company_name": "厂", "total_price": "10",
    },
    "replace_picture": {},
    "richtext_and_if": {"foobar": RichText("甲", color="ff0000")},
    "richtext": {"example": RichText("甲\t乙\n丙\a丁")},
    "subdoc": lambda opened: {"mysubdoc": opened.new_subdoc()},
    "vertical_merge": {"items": [{"desc": "甲", "qty": 2, "price": "3"}, {"desc": "乙", "qty": 1, "price": "4"}], "total_price": "7", "category": "丙"},
}  # fmt: skip
"""Template of docxtpl's own tests, as its source package 0.5.7 (the last with them) holds them, to values of ours."""


@pytest.mark.acceptance
def test_docxtpls_own_test_templates(tmp_path: Path) -> None:
    folder = Path(os.environ["DOCXTPL_TEMPLATES"])
    found = {path.name.replace("_tpl", "").removesuffix(".docx"): path for path in folder.glob("*_tpl*.docx")}
    assert set(found) == set(PUBLIC)
    for name, path in found.items():
        template, context = path.read_bytes(), PUBLIC[name]
        assert canonical(rendered(tmp_path, template, context)) == canonical(by_docxtpl(template, context)), name
