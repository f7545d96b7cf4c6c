"""Measures the printed page: margins, lines and characters, page numbers, nothing cut, no page of signatures alone."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

import pytest

from pipeline.documents.kinds import BY_NAME
from pipeline.flows.generate import generate
from pipeline.flows.requests import GenerateRequest
from pipeline.reporting.report import Report
from tests.conftest import EXAMPLE, TODAY
from tests.support.files import saved
from tests.support.layout import (
    FANDOL_FONTS,
    NUMBER,
    Frame,
    Line,
    Sheet,
    font_configuration,
    fonts_of,
    frame_of,
    laid_out,
    missing,
    sheets,
)
from tests.support.word import documents_in, paragraphs_of

pytestmark = pytest.mark.acceptance
STANDARD = Frame(210, 297, 28, 37, 210 - 26, 297 - 35)
"""A4 with the margins of GB/T 9704-2012 5.2.1."""
LINES, CHARACTERS, PITCH = 22, 28, 225 / 22
"""On a page, on a line (GB/T 9704-2012 5.2.3), and from line to line in millimetres."""
CLEAR, NUMBER_IN = 0.6, 4.9
"""What rounding may take in millimetres; how far from the edge of the text a page number stands: one 四号 character."""
HANGING = re.compile("[，。、；：！？”’）》」』】]$")
"""A mark of punctuation that may hang over the right edge."""
HANG = 6
CHINESE = re.compile("[\u4e00-\u9fff，。、；：“”（）《》]+")
FOLDER = re.compile("/(?:01责任书|10年度总结|08谈心谈话与家访)/.*(?:D[0-9]|T[0-9]|年度工作总结)")
"""Agreements, summaries and records of talks; lists beside them may lie on their side."""
RUNNING = ("01责任书", "10年度总结")
"""Folders of what is set like an official document: 三号, 22 lines of 28 characters."""
CLOSING = re.compile(
    r"\d+:\d\d散会。|散会时间：|.*[（(]?(?:签名|签字|盖章)[）)]?：?.*|[\d年月日]*|签订日期：.*|姓名|签名|_*|到会人员签名：|出席委员签名："
)
"""What stands at the end of a document, and on no page alone."""
Pages = dict[str, list[Sheet]]


def pages_of(documents: dict[str, bytes], folder: Path, configuration: Path | None) -> Iterator[tuple[str, Path]]:
    """Lay documents out; give each one's path and PDF."""
    (folder / "in").mkdir()
    files = [saved(folder / "in", data, f"{number:03d}.docx") for number, data in enumerate(documents.values())]
    yield from zip(documents, laid_out(files, folder, configuration), strict=True)


@pytest.fixture(scope="module")
def documents(example_run: tuple[Report, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give the documents of the example year, and the sign-in sheets."""
    folder = tmp_path_factory.mktemp("asked")
    generate(GenerateRequest(workbook=EXAMPLE, as_of=TODAY, output=folder, only=("签到表",)))
    return documents_in(example_run[1]) | documents_in(folder)


@pytest.fixture(scope="module")
def printed(documents: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Lay the documents out with the fonts of the standard, as far as free ones go."""
    folder = tmp_path_factory.mktemp("layout")
    if reason := missing(folder):
        assert FANDOL_FONTS not in os.environ, reason  # who names the folder wants the page measured
        pytest.skip(reason)
    return dict(pages_of(documents, folder, font_configuration(folder)))


@pytest.fixture(scope="module")
def measured(printed: dict[str, Path]) -> Pages:
    """Measure them."""
    return {path: sheets(pdf) for path, pdf in printed.items()}


def test_every_page_is_a4_and_its_text_stays_inside_the_margins(documents: dict[str, bytes], measured: Pages) -> None:
    for path, pages in measured.items():
        frame = frame_of(documents[path])
        sizes = {(round(page.width), round(page.height)) for page in pages}
        assert sizes == {(round(frame.width), round(frame.height))}, path
        assert [line for page in pages for line in page.lines if not inside(line, frame)] == [], path
        assert {round(frame.width), round(frame.height)} == {210, 297}


def test_records_and_what_is_set_as_running_text_have_the_margins_of_the_standard(documents: dict[str, bytes]) -> None:
    for path, data in documents.items():
        if FOLDER.search(path) and "签到表" not in path:
            assert astuple(frame_of(data)) == pytest.approx(astuple(STANDARD), abs=0.05), path


def inside(line: Line, frame: Frame) -> bool:
    """Whether a line stands in the type area; a closing mark may hang over its right edge."""
    return (
        line.left >= frame.left - CLEAR
        and line.right <= frame.right + (HANG if HANGING.search(line.text) else CLEAR)
        and line.top >= frame.top - CLEAR
        and line.bottom <= frame.bottom + CLEAR
    )


def test_pages_are_numbered_on_the_outer_side(documents: dict[str, bytes], measured: Pages) -> None:
    for path, pages in measured.items():
        frame = frame_of(documents[path])
        for count, page in enumerate(pages, start=1):
            assert page.number is not None, (path, count)
            assert NUMBER.fullmatch(page.number.text)[1] == str(count), path  # type: ignore[index]
            edge = frame.right - page.number.right if count % 2 else page.number.left - frame.left
            assert abs(edge - NUMBER_IN) < CLEAR, (path, count, page.number)
            assert page.number.top > frame.bottom, (path, count)


def test_page_numbers_are_set_in_song(printed: dict[str, Path]) -> None:
    chosen = [next(pdf for path, pdf in printed.items() if folder in path) for folder in RUNNING]
    assert [fonts_of(pdf, NUMBER) for pdf in chosen] == [{"FandolSong"}] * len(chosen)


def test_running_text_has_22_lines_of_28_characters(measured: Pages) -> None:
    summary = next(pages for path, pages in measured.items() if "年度工作总结" in path)
    full = [page for page in summary[1:-1] if len(rows(page)) == LINES]
    assert len(full) >= 2
    for page in full:
        tops = rows(page)
        assert abs((tops[-1] - tops[0]) / (LINES - 1) - PITCH) < 0.05
    for folder in RUNNING:
        lines = [line for path, pages in measured.items() if folder in path for page in pages for line in page.lines]
        wide = [line for line in lines if CHINESE.fullmatch(line.bare) and line.bottom - line.top > 6]
        longest = max(len(line.bare) - bool(HANGING.search(line.bare)) for line in wide)
        assert longest in {CHARACTERS - 1, CHARACTERS}, folder
        assert max(len(line.bare) for line in wide) <= CHARACTERS + 1, folder


def rows(page: Sheet) -> list[float]:
    """Give where the lines of a page of running text begin, those beside each other once."""
    tops: list[float] = []
    for line in sorted(page.lines, key=lambda line: line.top):
        if not tops or line.top - tops[-1] > PITCH / 2:
            tops.append(line.top)
    return tops


def test_nothing_is_cut_and_nothing_is_printed_over(documents: dict[str, bytes], measured: Pages) -> None:
    for path, pages in measured.items():
        wanted = Counter(re.sub(r"[\s_]", "", "".join(paragraphs_of(documents[path]))))
        found = Counter(re.sub(r"[\s_]", "", "".join(line.text for page in pages for line in page.lines)))
        assert wanted - found == Counter(), path
        over = [
            (line.text, other.text)
            for page in pages
            for place, line in enumerate(page.lines)
            for other in page.lines[place + 1 :]
            if line.covers(other)
        ]
        assert over == [], path


def test_every_kind_is_measured(measured: Pages) -> None:
    folders = {path.split("/")[1] for path in measured}
    kinds = ("责任书", "会议记录", "谈话记录", "工作总结")
    assert {form.folder for kind in kinds for form in BY_NAME[kind].forms} <= folders
    assert any("签到表" in path for path in measured)


def alone(pages: list[Sheet]) -> bool:
    """Whether the last of several pages holds nothing but what closes a document."""
    return len(pages) > 1 and all(CLOSING.fullmatch(re.sub("[_＿]", "", line.bare)) for line in pages[-1].lines)


def test_no_page_holds_nothing_but_signatures(measured: Pages) -> None:
    assert [path for path, pages in measured.items() if alone(pages)] == []
    assert sum(len(pages) > 1 for pages in measured.values()) > 50


def test_no_page_holds_nothing_but_signatures_with_the_fonts_of_this_machine(
    documents: dict[str, bytes], tmp_path: Path
) -> None:
    made = {path: sheets(pdf) for path, pdf in pages_of(documents, tmp_path, None)}
    assert [path for path, pages in made.items() if alone(pages)] == []
