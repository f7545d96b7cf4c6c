"""Which names of a template are reported: pairs of the text that is, and the nearest that is not."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from pipeline.documents.kinds import BY_NAME, KINDS
from pipeline.documents.plan import OF_THE_RUN
from pipeline.errors import TemplateFaultError
from pipeline.flows.generate import generate
from pipeline.flows.requests import GenerateRequest
from pipeline.rendering import Engine, template_folders
from pipeline.rendering.compiled import CompiledTemplate
from pipeline.rendering.proof import UnprovenError
from pipeline.rendering.usage import Usage
from pipeline.vocabulary import Shape, Word
from tests.support.files import saved, xlsx
from tests.support.small import AS_OF

ITEMS = Word(
    Shape.ROWS,
    {"标题": Word(), "段": Word(Shape.TEXTS), "表决": Word(Shape.ROWS, {"票数": Word(Shape.NUMBER)})},
)
MEETING = Word(
    Shape.GROUP, {"主题": Word(), "地点": Word(), "议题": ITEMS, "主持": Word(Shape.GROUP, {"姓名": Word()})}
)
WORDS = Word(Shape.GROUP, {"文书": OF_THE_RUN, "会议": MEETING, "届次": Word(Shape.NUMBER)})


def made(text: str, where: str = "body") -> bytes:
    """Make a template of one paragraph."""
    document = Document()
    section = document.sections[0]
    add = {
        "body": document.add_paragraph,
        "header": section.header.add_paragraph,
        "footer": section.footer.add_paragraph,
    }
    add[where](text)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def usage(folder: Path, text: str, words: Word = WORDS, where: str = "body") -> Usage:
    """Find what a template of one paragraph uses."""
    (folder / "甲.docx").write_bytes(made(text, where))
    found = Engine((folder,)).usage("甲", words)
    return Usage(frozenset(path for path in found.paths if not path.startswith("文书")), found.unknown)


PAIRS = {
    "outermost": ("{{ 会仪.主题 }}", "会仪", "{{ 会议.主题 }}"),
    "field": ("{{ 会议.主提 }}", "会议.主提", "{{ 会议.主题 }}"),
    "if": ("{% if 届次 %}{{ 会议.地方 }}{% endif %}", "会议.地方", "{% if 届次 %}{{ 会议.地点 }}{% endif %}"),
    "test": ("{% if 会议.地方 %}甲{% endif %}", "会议.地方", "{% if 会议.地点 %}甲{% endif %}"),
    "elif": (
        "{% if 届次 %}甲{% elif 届次 %}{{ 会议.地方 }}{% endif %}",
        "会议.地方",
        "{% if 届次 %}甲{% elif 届次 %}{{ 会议.地点 }}{% endif %}",
    ),
    "else": (
        "{% if 届次 %}甲{% else %}{{ 会议.地方 }}{% endif %}",
        "会议.地方",
        "{% if 届次 %}甲{% else %}{{ 会议.地点 }}{% endif %}",
    ),
    "loop": (
        "{% for 项 in 会议.议题 %}{{ 项.标提 }}{% endfor %}",
        "项.标提",
        "{% for 项 in 会议.议题 %}{{ 项.标题 }}{{ loop.index }}{% endfor %}",
    ),
    "loop else": (
        "{% for 项 in 会议.议题 %}{% else %}{{ 项.标题 }}{% endfor %}",
        "项",
        "{% for 项 in 会议.议题 %}{% else %}{{ 会议.主题 }}{% endfor %}",
    ),
    "after the loop": (
        "{% for 项 in 会议.议题 %}{% endfor %}{{ 项.标题 }}",
        "项",
        "{% for 项 in 会议.议题 %}{{ 项.标题 }}{% endfor %}",
    ),
    "nested loops": (
        "{% for 项 in 会议.议题 %}{% for 票 in 项.表决 %}{{ 票.票 }}{% endfor %}{% endfor %}",
        "票.票",
        "{% for 项 in 会议.议题 %}{% for 票 in 项.表决 %}{{ 票.票数 }}{{ 项.标题 }}{% endfor %}{% endfor %}",
    ),
    "set": (
        "{% set 人 = 会议.主持 %}{{ 人.名字 }}",
        "人.名字",
        "{% set 人 = 会议.主持 %}{{ 人.姓名 }}",
    ),
    "set with a default": (
        "{% set 人 = 会议.主持 %}{{ 人.名字 }}",
        "人.名字",
        "{% set 人 = 会议.主持 %}{{ 人.名字|default('') }}",
    ),
    "block set": (
        "{% set 文 %}{{ 会议.地方 }}{% endset %}{{ 文 }}",
        "会议.地方",
        "{% set 文 %}{{ 会议.地点 }}{% endset %}{{ 文 }}",
    ),
    "with": (
        "{% with 人 = 会议.主持 %}{{ 会议.地方 }}{{ 人.姓名 }}{% endwith %}",
        "会议.地方",
        "{% with 人 = 会议.主持 %}{{ 人.姓名 }}{% endwith %}",
    ),
    "macro": (
        "{% macro 写(词) %}{{ 会议.地方 }}{{ 词 }}{% endmacro %}{{ 写(届次) }}",
        "会议.地方",
        "{% macro 写(词) %}{{ 词 }}{% endmacro %}{{ 写(届次) }}",
    ),
    "filter": ("{{ 会议.地方|句 }}", "会议.地方", "{{ 会议.地点|句 }}{{ 会议.地点|短语 }}"),
    "paragraphs": (
        "{% for 段 in 会议.地方|段落 %}{{ 段 }}{% endfor %}",
        "会议.地方",
        "{% for 段 in 会议.地点|段落 %}{{ 段 }}{% endfor %}",
    ),
    "first": ("{{ (会议.议题|first).标提 }}", "会议.议题.标提", "{{ (会议.议题|last).标题 }}"),
    "item": ("{{ 会议.议题[0].标提 }}", "会议.议题.标提", "{{ 会议.议题[0].标题 }}"),
    "length": ("{{ 会议.仪题|length }}", "会议.仪题", "{{ 会议.议题|length }}"),
    "join": ("{{ 会议.仪题|join('、') }}", "会议.仪题", "{{ 会议.议题|join('、', attribute='标题') }}"),
    "default": ("{{ 会议.地方 }}", "会议.地方", "{{ 会议.地方|default('') }}"),
    "defined": (
        "{% if 会议.地方 %}{{ 会议.地方 }}{% endif %}",
        "会议.地方",
        "{% if 会议.地方 is defined %}{{ 会议.地方 }}{% endif %}",
    ),
    "quoted": ("{{ 会议['活动 经费'] }}", "会议.活动 经费", "{{ 会议['地点'] }}"),
    "method": (
        "{% for 名, 值 in 会议.item() %}{{ 值 }}{% endfor %}",
        "会议.item",
        "{% for 名, 值 in 会议.items() %}{{ 名 }}{{ 值 }}{% endfor %}",
    ),
}


@pytest.mark.parametrize("case", PAIRS)
def test_a_name_that_there_is_not_is_reported_and_its_neighbour_is_not(tmp_path: Path, case: str) -> None:
    wrong, path, right = PAIRS[case]
    assert [each.path for each in usage(tmp_path, wrong).unknown] == [path]
    assert usage(tmp_path, right).unknown == ()


@pytest.mark.parametrize("where", ["header", "footer"])
def test_headers_and_footers_are_looked_through(tmp_path: Path, where: str) -> None:
    assert [each.path for each in usage(tmp_path, "{{ 会议.地方 }}", where=where).unknown] == ["会议.地方"]
    assert usage(tmp_path, "{{ 会议.地点 }}", where=where).paths == {"会议", "会议.地点"}


def test_a_column_of_ones_own_is_known_where_the_workbook_has_it(tmp_path: Path) -> None:
    words = Word(Shape.GROUP, {"文书": OF_THE_RUN, "会议": Word(Shape.GROUP, {"主题": Word()}, "会议活动")})
    text = "{{ 会议['活动 经费'] }}"
    own = words.with_own({"会议活动": frozenset({"活动 经费"})})
    assert usage(tmp_path, text, own) == Usage(frozenset({"会议", "会议.活动 经费"}), ())
    for other in ({}, {"会议活动": frozenset({"经费"})}, {"谈话记录": frozenset({"活动 经费"})}):
        assert [each.path for each in usage(tmp_path, text, words.with_own(other)).unknown] == ["会议.活动 经费"]


def test_a_template_that_only_docxtpl_can_fill_is_looked_through_too(tmp_path: Path) -> None:
    for field, unknown in (("地方", ["会议.地方"]), ("地点", [])):
        data = made("{% macro 写() %}乙{% endmacro %}{{ 会议." + field + " }}{{ 写() }}")
        with pytest.raises(UnprovenError):
            CompiledTemplate(data)
        (tmp_path / "乙.docx").write_bytes(data)
        assert [each.path for each in Engine((tmp_path,)).usage("乙", WORDS).unknown] == unknown


BELOW = {"会议.议题.标题", "会议.议题.段", "会议.议题.表决", "会议.议题.表决.票数"}


@pytest.mark.parametrize(
    "text",
    [
        "{{ 会议.议题 }}",
        "{{ 会议.议题|join }}",
        "{{ 会议 }}",
        "{% for 名, 值 in 会议.items() %}{{ 值 }}{% endfor %}",
        "{% set 表 = 会议.议题 %}{{ 表 }}",
        "{{ 会议.议题 if 届次 else '' }}",
        "{% for 项 in 会议.议题 or [] %}{{ 项.标题 }}{% endfor %}",
        "{% for 项 in (会议.议题 if 届次 else []) %}{{ 项.标题 }}{% endfor %}",
        "{% set 表 = 会议.议题 or [] %}{% for 项 in 表 %}{{ 项.标题 }}{% endfor %}",
        "{{ (会议.议题 or [])|join }}",
    ],
)
def test_what_is_handed_on_as_a_whole_is_used_with_all_below(tmp_path: Path, text: str) -> None:
    assert usage(tmp_path, text).paths >= BELOW


@pytest.mark.parametrize(
    "text", ["{{ 会议.议题|length }}", "{% if 会议.议题 and 会议 %}甲{% endif %}", "{{ '甲' if 会议.议题 else '乙' }}"]
)
def test_what_is_only_asked_for_is_not(tmp_path: Path, text: str) -> None:
    assert usage(tmp_path, text).paths == {"会议", "会议.议题"}


@pytest.mark.parametrize("kind", [kind.name for kind in KINDS])
def test_shipped_templates_have_no_unknown_names(kind: str) -> None:
    engine = Engine(template_folders(None))
    for name in BY_NAME[kind].templates:
        assert engine.usage(name, BY_NAME[kind].vocabulary).unknown == ()


def test_all_unknown_names_are_told_at_once_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    saved(tmp_path / "own", made("{% if 年度 == '无' %}{{ 谈话.地占 }}{% endif %}"), "谈话记录.docx")
    saved(tmp_path / "own", made("{{ 会议.地占 }}{{ 会义.主题 }}"), "支委会记录.docx")
    request = GenerateRequest(
        workbook=saved(tmp_path, xlsx()), as_of=AS_OF, output=tmp_path / "out", templates=tmp_path / "own"
    )
    with pytest.raises(TemplateFaultError) as told:
        generate(request)
    message = str(told.value)
    for wrong in ("谈话.地占", "会议.地占", "会义"):
        assert f"“{wrong}”不是有的栏目，是不是“" in message
    assert "谈话记录.docx" in message
    assert "支委会记录.docx" in message
    assert not (tmp_path / "out").exists()
