"""What a template prints decides what an error holds; old names of fields still work, and are told of."""

from __future__ import annotations

import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

import pipeline.documents
from pipeline.delivery.sinks import MemorySink
from pipeline.documents import kinds
from pipeline.documents.fields import E, Field, Group, S
from pipeline.flows.generate import generate
from pipeline.flows.requests import GenerateRequest
from pipeline.reporting.report import Report
from pipeline.workbook.reading.grid import ErrorCell
from tests.support.files import saved, xlsx
from tests.support.small import AS_OF, Change, changed
from tests.support.word import text_of

AGREEMENT, FORM = "责任书", "党员目标管理责任书"


def template(folder: Path, text: str, name: str = FORM) -> Path:
    """Put a template of one paragraph into a folder."""
    document = Document()
    document.add_paragraph(text)
    buffer = BytesIO()
    document.save(buffer)
    saved(folder, buffer.getvalue(), f"{name}.docx")
    return folder


def written(workbook: bytes, templates: Path | None = None, only: str = AGREEMENT) -> tuple[Report, dict[str, str]]:
    """Write one kind; the report and the texts by file name."""
    sink = MemorySink()
    report = generate(GenerateRequest(workbook=workbook, as_of=AS_OF, only=(only,), templates=templates), sink=sink)
    return report, {Path(path).stem: text_of(data) for path, data in sink.files.items() if path.endswith(".docx")}


def held(report: Report) -> set[str]:
    """Name who is held: the last part of the file name."""
    return {Path(each.path).stem.rpartition("_")[2].lstrip("D0123456789") or each.row for each in report.held}


def small(*changes: Change) -> bytes:
    """Give the small branch's workbook with some cells changed."""
    return xlsx(changed(changes))


SEX = small(("党员名册", "D4", "性别", "X"))


def test_a_cell_that_only_an_own_template_prints_holds_only_there(tmp_path: Path) -> None:
    shipped, documents = written(SEX)
    assert held(shipped) == set()
    assert len(documents) == 8
    own, documents = written(SEX, template(tmp_path, "{{ 党员.姓名 }}{{ 党员.性别 }}"))
    assert held(own) == {"赵四"}
    assert len(documents) == 7


def test_a_column_of_ones_own_in_error_holds_what_prints_it(tmp_path: Path) -> None:
    broken = small(("党员名册", "D4", "工号", ErrorCell("#N/A")), ("党员名册", "D5", "工号", "A5"))
    report, _ = written(broken)
    assert "C11" in {finding.rule.code for finding in report.errors}
    assert held(report) == set()
    own, documents = written(broken, template(tmp_path, "{{ 党员.姓名 }}{{ 党员['工号'] }}"))
    assert held(own) == {"赵四"}
    assert "孙五A5" in documents.values()


def with_old_name(group: Group[S, E]) -> Group[S, E]:
    """Let the 岗位 of a group have been called 工种."""
    fields = (replace(f, aliases=("工种",)) if isinstance(f, Field) and f.name == "岗位" else f for f in group.fields)
    return replace(group, fields=tuple(fields))


@pytest.fixture
def renamed(monkeypatch: pytest.MonkeyPatch) -> str:
    """Let the agreement's 岗位 have had another name before."""
    kind = kinds.BY_NAME[AGREEMENT]
    fields = tuple(with_old_name(f) if isinstance(f, Group) and f.name == "党员" else f for f in kind.fields)
    other = replace(kind, fields=fields)
    every = tuple(other if each is kind else each for each in kinds.KINDS)
    by_name = {each.name: each for each in every}
    for module in list(sys.modules.values()):
        if getattr(module, "__name__", "").startswith("pipeline."):
            if getattr(module, "KINDS", None) is kinds.KINDS and module is not kinds:
                monkeypatch.setattr(module, "KINDS", every)
            if getattr(module, "BY_NAME", None) is kinds.BY_NAME and module is not kinds:
                monkeypatch.setattr(module, "BY_NAME", by_name)
    monkeypatch.setattr(pipeline.documents, "KINDS", every)
    monkeypatch.setattr(kinds, "KINDS", every)
    monkeypatch.setattr(kinds, "BY_NAME", by_name)
    return "工种"


def test_an_old_name_still_works_and_is_told(tmp_path: Path, renamed: str) -> None:
    report, documents = written(small(), template(tmp_path, f"{{{{ 党员.姓名 }}}}：{{{{ 党员.{renamed} }}}}"))
    assert "赵四：钳工" in documents.values()
    assert len(documents) == 8
    told = [finding.message for finding in report.findings if finding.rule.code == "G12"]
    assert len(told) == 1
    assert all(part in told[0] for part in (FORM, "党员.工种", "岗位"))


@pytest.mark.usefixtures("renamed")
def test_a_present_name_is_not_told(tmp_path: Path) -> None:
    report, _ = written(small(), template(tmp_path, "{{ 党员.岗位 }}"))
    assert "G12" not in {finding.rule.code for finding in report.findings}


@pytest.mark.usefixtures("renamed")
def test_a_column_of_ones_own_with_an_old_name_is_told(tmp_path: Path) -> None:
    mine = small(("党员名册", "D4", "工种", "镗工"))
    report, documents = written(mine, template(tmp_path, "{{ 党员.姓名 }}：{{ 党员.工种 }}"))
    assert "C40" in {finding.rule.code for finding in report.findings}
    assert "赵四：钳工" in documents.values()


def test_a_column_of_ones_own_with_a_free_name_is_not() -> None:
    report, _ = written(small(("党员名册", "D4", "工种", "镗工")))
    assert {"C28"} == {f.rule.code for f in report.findings} & {"C28", "C40"}


def test_an_error_holds_what_prints_its_cell_under_an_old_name(tmp_path: Path, renamed: str) -> None:
    broken = small(("党员名册", "D4", "岗位", ErrorCell("#N/A")))
    report, _ = written(broken, template(tmp_path, f"{{{{ 党员.姓名 }}}}{{{{ 党员.{renamed} }}}}"))
    assert "赵四" in held(report)
