"""Values arrive as they are; faulty and hostile templates are refused; same input, same bytes."""

from __future__ import annotations

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import TemplateFaultError
from pipeline.rendering import Engine, Properties, template_folders
from tests.support.word import paragraphs_of, parts_of
from tools.drafting.draft import Draft, Text, cell

PROPERTIES = Properties(title="题名 <&>", author="支部 & 甲", day=date(2025, 3, 5))
LEGAL = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"), max_size=60
)


def template(folder: Path, *paragraphs: str | tuple[Text, ...]) -> Engine:
    """Write a template of some paragraphs and give an engine that has it under the name 试."""
    draft = Draft()
    for paragraph in paragraphs:
        draft.say("公文正文", *((paragraph,) if isinstance(paragraph, str) else paragraph))
    (folder / "试.docx").write_bytes(draft.save())
    return Engine((folder,))


def fill(folder: Path, value: object, text: str = "A[{{ v }}]Z") -> list[str]:
    """Fill a template of two paragraphs with one value."""
    return paragraphs_of(template(folder, text, "尾").render("试", {"v": value}, PROPERTIES))


@pytest.mark.parametrize(
    "value",
    ["张&李", "a<b", "<select>", "x</w:t></w:r></w:p><w:p><w:r><w:t>I", "\"'", "]]>", "&amp;", "&#65;", "{{ secret }}",
     "{% for i in x %}", "{_{", "}_}", "{_%", "%_}", "{#x#}", "👨‍👩‍👧𠮷é", "\u202egpj.exe", "  a  ", "=1+1", "a\u00a0b", "\u3000段首",
     "\x7f\x85", "长" * 100_000],
    ids=lambda value: value[:12],
)  # fmt: skip
def test_every_legal_character_arrives_unchanged(tmp_path: Path, value: str) -> None:
    assert fill(tmp_path, value) == [f"A[{value}]Z", "尾"]


@settings(max_examples=60, deadline=None)
@given(LEGAL)
def test_any_legal_text_arrives_unchanged(tmp_path_factory: pytest.TempPathFactory, value: str) -> None:
    assert fill(tmp_path_factory.mktemp("t"), value) == [f"A[{value}]Z", "尾"]


def test_line_breaks_and_tabs_become_breaks_and_tabs(tmp_path: Path) -> None:
    assert fill(tmp_path, "一\n二\t三") == ["A[一\n二\t三]Z", "尾"]


def test_paragraphs_of_a_long_text(tmp_path: Path) -> None:
    engine = template(tmp_path, "{%p for 段 in v|段落 %}", "{{ 段 }}", "{%p endfor %}", "尾")
    assert paragraphs_of(engine.render("试", {"v": "一\n\n二"}, PROPERTIES)) == ["一", "二", "尾"]


def test_the_output_is_no_template_of_its_own(tmp_path: Path) -> None:
    data = template(tmp_path, "{{ v }}").render("试", {"v": "{{ secret }}"}, PROPERTIES)
    assert "{{ secret }}" in "".join(paragraphs_of(data))


@pytest.mark.parametrize(
    "text",
    [
        "{{ nope }}",
        "{{ V }}",
        "{% if nope %}x{% endif %}",
        "{% for i in nope %}x{% endfor %}",
        "{{ v.nope }}",
        "{% if v %}x",
        "{% if v %}x{% endfor %}",
        "{{ v|dateformat }}",
        "{{ 姓 名 }}",
        "{{ v|default（“无”） }}",
        "{% include '/etc/passwd' %}",
        "{{ 1/0 }}",
        "{{ v + 1 }}",
    ],
)
def test_faulty_templates_are_refused_by_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(TemplateFaultError, match=r"试\.docx"):
        fill(tmp_path, "值", text)


@pytest.mark.parametrize(
    "text",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ ''|attr('__class__') }}",
        "{{ ''['__class__'] }}",
        "{{ v.__class__ }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ self.__dict__ }}",
        "{{ 9**(9**8) }}",
        "{{ 'A'*10**10 }}",
        "{{ 'a'|center(10**9) }}",
        "{% for i in range(99999999) %}{% endfor %}",
        "{{ lipsum() }}",
        "{{ v|safe }}",
    ],
)
def test_hostile_templates_do_nothing(tmp_path: Path, text: str) -> None:
    with pytest.raises(TemplateFaultError):
        fill(tmp_path, "值", text)


def test_an_unknown_field_is_told_with_its_neighbour(tmp_path: Path) -> None:
    with pytest.raises(TemplateFaultError, match="目标内容"):
        template(tmp_path, "{{ 目标内客 }}").render("试", {"目标内容": "x"}, PROPERTIES)


def test_the_users_own_columns_can_be_printed(tmp_path: Path) -> None:
    engine = template(tmp_path, "{{ 党员['家庭 住址'] }}{{ 党员.血型 }}")
    assert paragraphs_of(engine.render("试", {"党员": {"家庭 住址": "甲", "血型": "A"}}, PROPERTIES)) == ["甲A"]


@pytest.mark.parametrize("data", [b"", b"PK", b"x" * 99])
def test_what_is_no_template_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "试.docx").write_bytes(data)
    with pytest.raises(TemplateFaultError):
        Engine((tmp_path,)).render("试", {}, PROPERTIES)


def test_a_missing_template_is_told_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(TemplateFaultError, match="没有"):
        Engine((tmp_path,)).prepare(["没有"])


def test_own_templates_come_before_those_of_the_program(tmp_path: Path) -> None:
    draft = Draft()
    draft.say("公文正文", "自己的")
    (tmp_path / "谈话记录.docx").write_bytes(draft.save())
    engine = Engine(template_folders(tmp_path))
    engine.prepare(["家访记录"])
    assert (
        b"\xe8\x87\xaa\xe5\xb7\xb1\xe7\x9a\x84"
        in parts_of(engine.render("谈话记录", {}, PROPERTIES))["word/document.xml"]
    )


def test_same_input_same_bytes_and_properties_from_the_workbook(tmp_path: Path) -> None:
    engine = template(tmp_path, "{{ v }}")
    first, second = (engine.render("试", {"v": "值"}, PROPERTIES) for _ in range(2))
    assert first == second
    core = parts_of(first)["docProps/core.xml"].decode()
    assert "<dc:title>题名 &lt;&amp;&gt;</dc:title><dc:creator>支部 &amp; 甲</dc:creator>" in core
    assert "<dc:language>zh-CN</dc:language>" in core
    assert "dcterms:created" not in core
    assert "dcterms:modified" not in core
    with zipfile.ZipFile(BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
    assert names == ["[Content_Types].xml", *sorted(names[1:])]


def test_rows_repeat_and_vanish(tmp_path: Path) -> None:
    draft = Draft()
    grid = draft.table([1, 1])
    grid.row(cell("头"), cell("尾"))
    grid.tag("for 行 in 行们")
    grid.row(cell("{{ 行.a }}"), cell("{{ 行.b }}"))
    grid.tag("endfor")
    (tmp_path / "试.docx").write_bytes(draft.save())
    engine = Engine((tmp_path,))
    rows = [{"a": "1", "b": "2"}, {"a": "3", "b": "4"}]
    assert paragraphs_of(engine.render("试", {"行们": rows}, PROPERTIES)) == ["头", "尾", "1", "2", "3", "4", ""]
    assert paragraphs_of(engine.render("试", {"行们": []}, PROPERTIES)) == ["头", "尾", ""]
