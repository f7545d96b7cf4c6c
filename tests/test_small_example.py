"""The small example: what the program writes, every document written, and the findings that the READMEs list."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from pipeline.facts.branch import Branch
from pipeline.facts.committee import has_committee
from pipeline.findings import Level
from pipeline.flows.check import check
from pipeline.flows.examining import examine, opened
from pipeline.flows.generate import generate
from pipeline.flows.requests import CheckRequest, GenerateRequest
from pipeline.reporting.report import Report
from pipeline.schema.members import PROBATIONARY
from pipeline.workbook.starting.example import SMALL, example_workbook
from tests.conftest import EXAMPLE
from tests.support.command import zhibu
from tests.support.word import documents_in, parts_of, text_of

ROOT = Path(__file__).parents[1]
SMALL_EXAMPLE = EXAMPLE.with_name("small-branch-2025.xlsx")
SEEN = date(2026, 3, 1)
"""The day that the READMEs name."""
WORDS = {"程序问题": Level.BREACH, "提醒": Level.WARNING, "说明": Level.NOTE}


@pytest.fixture(scope="module")
def report() -> Report:
    return check(CheckRequest(workbook=SMALL_EXAMPLE, as_of=SEEN))


@pytest.fixture(scope="module")
def branch() -> Branch:
    return examine(opened(SMALL_EXAMPLE, ""), SEEN)[0]


def test_the_command_writes_the_committed_one(tmp_path: Path) -> None:
    path = tmp_path / "样例.xlsx"
    assert zhibu("new", path, "--small-example").status == 0
    assert parts_of(path.read_bytes()) == parts_of(SMALL_EXAMPLE.read_bytes())
    assert example_workbook(SMALL) == example_workbook(SMALL)


def test_only_one_example_is_asked_for_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / "样例.xlsx"
    assert zhibu("new", path, "--example", "--small-example").status == 2
    assert not path.exists()


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_readme_lists_what_is_found(readme: str, report: Report) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert f"](inputs/{SMALL_EXAMPLE.name})" in text
    assert f"--as-of {SEEN}" in text
    listed = re.search(r"<!-- small-branch -->\n(.*?)<!-- /small-branch -->", text, re.DOTALL)
    assert listed is not None
    told = {}
    for word, total, codes in re.findall(r"(?m)^- (\w+?) ?(\d+)(?:条：|: )(.*)$", listed[1]):
        told[WORDS[word]] = {code: int(count) for code, count in re.findall(r"([A-Z]\d\d) (\d+)", codes)}
        assert int(total) == sum(told[WORDS[word]].values()), word
    found: dict[Level, Counter[str]] = {}
    for finding in report.findings:
        found.setdefault(finding.level, Counter())[finding.rule.code] += 1
    assert told == found


def test_every_document_is_written_and_claims_no_committee(tmp_path: Path) -> None:
    done = generate(GenerateRequest(workbook=SMALL_EXAMPLE, as_of=SEEN, output=tmp_path))
    assert not done.held
    ledgers = ("党员名册", "党员增减情况表", "支委分工表", "会议台账", "考勤表", "谈话台账", "学习培训台账")
    once = dict.fromkeys(("工作总结", *ledgers, "学时登记表", "整改台账"), 1)
    around_meetings = {"票决情况汇总表": 2, "民主评议结果汇总表": 1, "民主评议党员登记表": 5}
    kinds = Counter(one.kind for one in done.documents)
    assert kinds == {"会议记录": 15, "谈话记录": 8, **around_meetings, **once}
    for path, data in documents_in(tmp_path).items():
        assert not re.search(r"支部委员会|支委会|None|nan|[，、；：]。|（（", text_of(data)), path


def test_it_is_a_branch_without_a_committee(branch: Branch) -> None:
    members = branch.records.members
    assert len(members) == 9
    for day in (date(2025, month, 15) for month in range(1, 13)):
        assert not has_committee(branch, day)
        assert 3 <= len(branch.full(day)) < 7, day
    awaiting = [one for one in members if one.category == PROBATIONARY]
    assert [one.approved for one in awaiting] == [None]
    assert not branch.records.targets
    assert not branch.records.projects
