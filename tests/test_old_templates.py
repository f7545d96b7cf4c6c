"""Templates of version 0.1.0 that a user has changed and kept still give complete documents."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.documents import plan_documents
from pipeline.flows.examining import examine, opened
from pipeline.flows.generate import generate
from pipeline.flows.requests import GenerateRequest, Watch
from pipeline.reporting.report import Report
from pipeline.wording import clause, paragraphs
from tests.conftest import EXAMPLE, TODAY
from tests.support.oracle import by_docxtpl
from tests.support.word import documents_in, text_of

OLD = Path(__file__).parent / "data" / "templates-0.1.0"
THEN = ("责任书", "会议记录", "谈话记录", "工作总结")
"""The kinds of documents that version 0.1.0 had."""


@pytest.fixture(scope="module")
def old_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Report, dict[str, bytes]]:
    """Generate the example year with the old templates."""
    folder = tmp_path_factory.mktemp("old")
    report = generate(GenerateRequest(workbook=EXAMPLE, as_of=TODAY, output=folder, templates=OLD, only=THEN))
    return report, documents_in(folder)


def test_every_document_is_written_and_no_name_is_old_or_unknown(old_run: tuple[Report, dict[str, bytes]]) -> None:
    report, documents = old_run
    assert len(list(OLD.glob("*.docx"))) == 11
    assert len(documents) >= 154
    assert report.exit_status == 0
    assert "G08" in {finding.rule.code for finding in report.findings}
    assert "G12" not in {finding.rule.code for finding in report.findings}


def test_each_says_what_docxtpl_makes_of_its_old_template(old_run: tuple[Report, dict[str, bytes]]) -> None:
    documents = {path.partition("/")[2]: data for path, data in old_run[1].items()}
    branch, _ = examine(opened(EXAMPLE, EXAMPLE.name), TODAY, Watch(None, None))
    names = {path.stem for path in OLD.glob("*.docx")}
    planned = [each for each in plan_documents(branch) if each.path in documents and each.template in names]
    assert len(planned) == 155
    for document in planned:
        own = {"题名": document.title, "作者": branch.info.short_name, "时刻": ""}
        expected = by_docxtpl((OLD / f"{document.template}.docx").read_bytes(), {**document.build(), "文书": own})
        assert text_of(documents[document.path]) == text_of(expected), document.path


def test_nothing_is_missing_that_the_shipped_templates_print(
    old_run: tuple[Report, dict[str, bytes]], example_documents: dict[str, bytes]
) -> None:
    assert old_run[1].keys() <= example_documents.keys()
    for path, data in old_run[1].items():
        if SUMMARY not in path and ELECTION not in text_of(example_documents[path]):
            old, new = squeezed(text_of(data)), text_of(example_documents[path])
            assert [line for line in new.splitlines() if not any(mark in line for mark in REWORDED) and said(line) not in old] == [], path  # fmt: skip


def test_the_old_summary_still_says_all_that_people_wrote(old_run: tuple[Report, dict[str, bytes]]) -> None:
    branch, _ = examine(opened(EXAMPLE, EXAMPLE.name), TODAY, Watch(None, None))
    text = next(text_of(data) for path, data in old_run[1].items() if SUMMARY in path)
    for point in branch.records.points:
        assert all(line in text for line in paragraphs(clause(point.text))), point.text
        assert clause(point.gist) in text
    assert "党员大会6次、支委会14次" in text


ELECTION = "选举："
"""The templates of 0.1.0 know no table of candidates."""
SUMMARY = "年度工作总结"
"""It is written anew since 0.4.0; tests/test_source_items.py says what must be in it."""
REWORDED = ("党的二十届三中全会精神", "第三条规定的八项义务", "由上级党组织谈话提醒", "上级党组织负责人（签字）")
"""Paragraphs that say otherwise what they said in 0.1.0: slogans, the superior."""
RELABELLED = (
    ("^[一二三四五六七]、", ""),
    ("^(?:表决情况|民主测评)[^：]*：", ""),
    ("^(?:议题|讨论交流)：", ""),
    ("签字（.*）：$", "签字："),
    ("（[^（）]*之间）$", ""),
    ("^姓名$", ""),
)
"""What was numbered, called or laid out otherwise."""


def squeezed(text: str) -> str:
    """Leave out what only parts a text."""
    return re.sub(r"\s", "", text)


def said(line: str) -> str:
    """Give what a paragraph says, without what it is called."""
    line = squeezed(line)
    for pattern, instead in RELABELLED:
        line = re.sub(pattern, instead, line)
    return line
