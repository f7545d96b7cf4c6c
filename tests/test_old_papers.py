"""Papers of an earlier run whose documents an error now holds: left as they are, and named as old wherever one looks."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from pipeline.delivery.index import INDEX_PATH, REPORT_PATH
from pipeline.flows.generate import generate
from pipeline.flows.requests import GenerateRequest
from pipeline.reporting.as_json import report_json
from pipeline.reporting.report import Report
from pipeline.reporting.text import report_lines, report_text
from tests.support.files import repacked, xlsx
from tests.support.small import AS_OF, Change, changed

TALK = ("谈话记录", "T1", "开始", "老早")
"""Holds the record of one talk."""
DATE = ("会议活动", "H3", "日期", "那天")
"""Leaves one meeting without a document that could be planned."""
OLD = "旧版（未更新）"


def run(folder: Path, *changes: Change, only: tuple[str, ...] = ()) -> Report:
    """Generate the small branch with some cells changed."""
    return generate(GenerateRequest(workbook=xlsx(changed(changes)), as_of=AS_OF, output=folder, only=only))


def papers(folder: Path) -> dict[str, tuple[bytes, int]]:
    """List the documents below the branch's folder, with what they hold and when they were written."""
    (root,) = (path for path in folder.iterdir() if path.is_dir())
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in root.rglob("*.docx")
    }


def read(folder: Path, path: str) -> str:
    """Read a text file that was written with the documents."""
    (root,) = (each for each in folder.iterdir() if each.is_dir())
    return (root / path).read_text("utf-8-sig")


def states(folder: Path) -> dict[str, str]:
    """Read the index: document to its state."""
    return {row["文件"]: row["状态"] for row in csv.DictReader(StringIO(read(folder, INDEX_PATH)))}


def skipped(report: Report) -> list[str]:
    """List the old papers that the JSON report names."""
    return [path for each in json.loads(report_json(report, ascii_only=False))["skipped"] for path in each["outdated"]]


def paper_of(folder: Path, row: str) -> str:
    """Find the paper of a row by the index."""
    rows = csv.DictReader(StringIO(read(folder, INDEX_PATH)))
    return next(found["文件"] for found in rows if found["依据的行"].split("、")[0] == row)


@pytest.mark.parametrize("change, row, kind", [(TALK, "谈话记录!2", "谈话记录"), (DATE, "会议活动!4", "会议记录")])
@pytest.mark.parametrize("part", [False, True])
def test_an_old_paper_stays_and_is_named_until_its_cell_is_mended(
    tmp_path: Path, change: Change, row: str, kind: str, part: bool
) -> None:
    run(tmp_path)
    before, old = papers(tmp_path), paper_of(tmp_path, row)
    only = (kind,) if part else ()
    report = run(tmp_path, change, only=only)
    assert report.exit_status == 1
    assert papers(tmp_path)[old] == before[old]
    assert f"{OLD}：{old}" in report_text(report)
    assert f"{OLD}：{old}" in read(tmp_path, REPORT_PATH)
    assert old in skipped(report)
    assert states(tmp_path)[old] == OLD
    assert old not in report.orphans
    assert {path for path, state in states(tmp_path).items() if state} == set(skipped(report))
    mended = run(tmp_path, only=only)
    assert OLD not in report_text(mended) + read(tmp_path, INDEX_PATH)
    assert skipped(mended) == []
    assert papers(tmp_path).keys() == before.keys()


def test_a_mended_cell_that_says_something_else_gives_a_new_paper(tmp_path: Path) -> None:
    run(tmp_path)
    before, old = papers(tmp_path), paper_of(tmp_path, "谈话记录!2")
    run(tmp_path, TALK)
    mended = run(tmp_path, ("谈话记录", "T1", "地点", "食堂"))
    assert papers(tmp_path)[old][0] != before[old][0]
    assert states(tmp_path)[old] == ""
    assert skipped(mended) == []


def test_a_person_s_edit_of_the_old_paper_is_kept(tmp_path: Path) -> None:
    run(tmp_path)
    old = paper_of(tmp_path, "谈话记录!2")
    (root,) = tmp_path.iterdir()
    (root / old).write_bytes(repacked((root / old).read_bytes())[:-9] + b"my edit..")
    before = papers(tmp_path)
    report = run(tmp_path, TALK)
    assert papers(tmp_path)[old] == before[old]
    assert old in skipped(report)
    assert states(tmp_path)[old] == OLD
    mended = run(tmp_path, ("谈话记录", "T1", "地点", "食堂"))
    assert papers(tmp_path)[old] == before[old]
    assert old.replace(".docx", "（新版）.docx") in papers(tmp_path)
    assert skipped(mended) == []


def test_a_run_that_was_asked_for_something_else_names_no_paper(tmp_path: Path) -> None:
    run(tmp_path)
    report = run(tmp_path, TALK, only=("会议记录",))
    assert skipped(report) == []
    assert report.orphans == []


def test_held_documents_come_first_with_their_reasons_and_the_file_has_all(tmp_path: Path) -> None:
    report = run(tmp_path, ("支部信息", "责任书满分", "内容", "许多"), TALK)
    assert report.exit_status == 1
    assert len(report.held) > 8
    lines = [line.text for line in report_lines(report)]
    assert lines[1].startswith(f"因为有错误没有写的文书{len(report.held)}份")
    assert [line.strip()[2:].partition("（")[0] for line in lines[2:10] if OLD not in line] == [
        each.name.partition("（")[0] for each in report.held[:8]
    ]
    for line, each in zip(lines[2:10], report.held, strict=False):
        assert all(f"{reason.rule.code} {reason.where}" in line for reason in each.reasons[:8])
    assert f"还有{len(report.held) - 8}份" in lines[10]
    everything = report_text(report)
    assert all(f"× {each.name}（" in everything for each in report.held)
    assert read(tmp_path, REPORT_PATH).count("  × ") == len(report.held) + len(report.errors)


def test_a_sound_run_names_none(tmp_path: Path) -> None:
    report = run(tmp_path)
    assert report.exit_status == 0
    assert "没有写的文书" not in read(tmp_path, REPORT_PATH)
