"""The committed templates are the drafted ones, and ask for nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.ooxml.zip import read_parts
from tools.drafting import draft_templates

TEMPLATES = Path(__file__).parents[1] / "templates"
WIDE = ("会议台账", "考勤表", "谈话台账", "学习培训台账", "整改台账", "党员名册")
"""Ledgers on the turned sheet."""
OVERVIEW = "全年一览"
ON_ITS_SIDE = {"责任区一览表"}
"""Wide lists, on the page of the standard turned."""
"""The one template that is no official document: A4 landscape, alike on both sides of a leaf."""


def test_the_committed_templates_are_the_drafted_ones() -> None:
    assert {path.name for path in TEMPLATES.iterdir()} == {f"{name}.docx" for name in draft_templates()}
    for name, data in draft_templates().items():
        committed = read_parts((TEMPLATES / f"{name}.docx").read_bytes())
        assert committed == read_parts(data), f"run python -m tools.drafting ({name})"


@pytest.mark.parametrize("name", sorted(draft_templates()))
def test_templates_are_slim_and_have_no_foreign_parts(name: str) -> None:
    parts = read_parts((TEMPLATES / f"{name}.docx").read_bytes())
    assert sum(map(len, parts.values())) < 150_000
    charts = {part for part in parts if re.match("word/(charts|embeddings)/", part)}
    assert bool(charts) == (name == "年度工作总结")
    assert sorted(parts.keys() - charts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        *(["word/footer2.xml"] if name != OVERVIEW else []),
        "word/settings.xml",
        "word/styles.xml",
    ]
    assert b"attachedTemplate" not in parts["word/settings.xml"]


def test_pages_are_those_of_the_standard() -> None:
    for path in TEMPLATES.iterdir():
        if path.stem in {OVERVIEW, *WIDE}:
            continue
        xml = read_parts(path.read_bytes())["word/document.xml"].decode()
        if path.stem in ON_ITS_SIDE:
            assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in xml
            assert '<w:pgMar w:top="1588" w:right="2098" w:bottom="1474" w:left="1984"' in xml
            continue
        assert '<w:pgSz w:w="11906" w:h="16838"/>' in xml
        assert '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"' in xml


def test_the_wide_ledgers_lie_on_their_side() -> None:
    for name in WIDE:
        xml = read_parts((TEMPLATES / f"{name}.docx").read_bytes())["word/document.xml"].decode()
        assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in xml
        assert '<w:pgMar w:top="1588" w:right="1134" w:bottom="1134" w:left="1134"' in xml


def test_the_year_at_a_glance_lies_on_its_side() -> None:
    xml = read_parts((TEMPLATES / f"{OVERVIEW}.docx").read_bytes())["word/document.xml"].decode()
    assert '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' in xml
