"""The committed templates are the drafted ones, and ask for nothing that is not there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.ooxml.zip import read_parts
from tools.drafting import draft_templates

TEMPLATES = Path(__file__).parents[1] / "templates"
DRAFTED = draft_templates()
STANDARD = ('w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"', False)
"""Margins of the standard's page, upright."""
PAGES = {
    **dict.fromkeys(
        ("会议台账", "考勤表", "谈话台账", "学习培训台账", "整改台账", "党员名册"),
        ('w:top="1588" w:right="1134" w:bottom="1134" w:left="1134"', True),
    ),
    **dict.fromkeys(
        ("责任区一览表", "发展党员台账", "票决情况汇总表"),
        ('w:top="1588" w:right="2098" w:bottom="1474" w:left="1984"', True),
    ),
    "签到表": ('w:top="1418" w:right="1474" w:bottom="1418" w:left="1588"', False),
    **dict.fromkeys(
        ("民主测评票", "表决票", "选票"), ('w:top="1134" w:right="1474" w:bottom="1134" w:left="1588"', False)
    ),
    "全年一览": ('w:top="680" w:right="794" w:bottom="794" w:left="794"', True),
}
"""The margins of those on a page of their own, and whether it lies on its side: wide ledgers, the standard's page turned,
the sheet on which thirty sign, ballots, and the year at a glance, which is no official document."""
ONE_FOOTER = {"全年一览", "民主测评票", "表决票", "选票"}
"""Templates alike on both sides of a leaf: the others number odd pages on the right and even ones on the left."""


def test_the_committed_templates_are_the_drafted_ones() -> None:
    assert {path.name for path in TEMPLATES.iterdir()} == {f"{name}.docx" for name in DRAFTED}
    for name, data in DRAFTED.items():
        committed = read_parts((TEMPLATES / f"{name}.docx").read_bytes())
        assert committed == read_parts(data), f"run python -m tools.drafting ({name})"


@pytest.mark.parametrize("name", DRAFTED)
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
        *(["word/footer2.xml"] if name not in ONE_FOOTER else []),
        "word/settings.xml",
        "word/styles.xml",
    ]
    assert b"attachedTemplate" not in parts["word/settings.xml"]


@pytest.mark.parametrize("name", DRAFTED)
def test_pages_are_those_of_the_standard(name: str) -> None:
    assert PAGES.keys() | ONE_FOOTER <= DRAFTED.keys()
    xml = read_parts((TEMPLATES / f"{name}.docx").read_bytes())["word/document.xml"].decode()
    margins, on_its_side = PAGES.get(name, STANDARD)
    size = 'w:w="16838" w:h="11906" w:orient="landscape"' if on_its_side else 'w:w="11906" w:h="16838"'
    assert re.findall("<w:pgSz [^>]*>", xml) == [f"<w:pgSz {size}/>"]
    assert [each[: len(margins)] for each in re.findall("<w:pgMar ([^>]*)>", xml)] == [margins]


@pytest.mark.parametrize("name", sorted({"民主测评票", "表决票", "选票"}))
def test_ballots_have_no_page_numbers(name: str) -> None:
    assert b"PAGE" not in read_parts((TEMPLATES / f"{name}.docx").read_bytes())["word/footer1.xml"]
    assert b"PAGE" in read_parts((TEMPLATES / "签到表.docx").read_bytes())["word/footer1.xml"]
