"""Where `zhibu check --mark` puts the marked copy, and what it never covers."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from pipeline.errors import OutputFaultError
from pipeline.marking.copy import is_marked_copy, is_worked_on
from pipeline.marking.notes import OPENING
from pipeline.marking.saving import save
from tests.support.command import Ran, zhibu
from tests.support.files import edited, saved, with_parts, xlsx
from tests.support.marking import notes_in, respelt, sheet_parts
from tests.support.planned import ALL
from tests.support.small import changed

AS_OF = ("--as-of", "2026-01-15")
FAULTY = xlsx(changed([("谈话记录", "T1", "结束", "25:00")]))
COPY = "支部-检查.xlsx"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook with one error, at 谈话记录!J2."""
    return saved(tmp_path, FAULTY, "支部.xlsx")


def check(folder: Path, *words: str | Path) -> Ran:
    """Run `zhibu check` in a folder."""
    return zhibu("check", *words, *AS_OF, cwd=folder)


def refused(ran: Ran) -> bool:
    """Whether a run ended with a sentence and nothing else."""
    return ran.status == 2 and ran.out == "" and ran.err.startswith("× ") and "Traceback" not in ran.err


def names(folder: Path) -> set[str]:
    """List what is in a folder."""
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize(
    "words",
    [
        ("支部.xlsx", "--mark"),
        ("--mark", "支部.xlsx"),
        ("支部.xlsx", "--mark", COPY),
        ("--mark", COPY, "支部.xlsx"),
        (f"--mark={COPY}", "支部.xlsx"),
        ("--mark", "--format", "text", "支部.xlsx"),
        ("支部.xlsx", "--mark", "."),
    ],
    ids=" ".join,
)
def test_the_copy_goes_beside_the_workbook(book: Path, words: tuple[str, ...]) -> None:
    ran = check(book.parent, *words)
    assert ran.status == 1
    assert names(book.parent) == {book.name, COPY}
    assert book.read_bytes() == FAULTY
    assert OPENING in notes_in((book.parent / COPY).read_bytes(), "谈话记录")["J2"]
    assert COPY in ran.out.splitlines()[-1]
    assert f"zhibu check {COPY} --mark" in ran.err


def test_the_copy_goes_where_it_is_told_to(book: Path) -> None:
    folder = book.parent / "交回"
    folder.mkdir()
    assert check(book.parent, book, "--mark", "交回/改.xlsx").status == 1
    assert check(book.parent, book, "--mark", folder).status == 1
    assert names(folder) == {"改.xlsx", COPY}
    assert (folder / "改.xlsx").read_bytes() == (folder / COPY).read_bytes()
    assert names(book.parent) == {book.name, "交回"}


def test_without_the_option_nothing_is_written(book: Path) -> None:
    ran = check(book.parent, book)
    assert names(book.parent) == {book.name}
    assert "标记副本" not in ran.out
    assert "marked" not in json.loads(check(book.parent, book, "--format", "json").out)


def test_json_names_the_copy(book: Path) -> None:
    ran = check(book.parent, "支部.xlsx", "--mark", "--format", "json")
    assert json.loads(ran.out)["marked"] == COPY
    assert ran.err == ""


def test_a_sound_workbook_gets_a_copy_that_says_so(tmp_path: Path) -> None:
    saved(tmp_path, xlsx(), "支部.xlsx")
    ran = check(tmp_path, "支部.xlsx", "--mark")
    assert ran.status == 0
    assert f"zhibu generate {COPY}" in ran.err
    assert is_marked_copy((tmp_path / COPY).read_bytes())


def test_a_marked_copy_is_marked_in_its_place(book: Path) -> None:
    check(book.parent, book, "--mark")
    copy = book.parent / COPY
    first = copy.read_bytes()
    assert check(book.parent, COPY, "--mark").status == 1
    assert copy.read_bytes() == first
    copy.write_bytes(respelt(first, {("谈话记录", "J2"): "9:40"}))
    assert check(book.parent, "--mark", COPY).status == 0
    assert "J2" not in notes_in(copy.read_bytes(), "谈话记录")
    assert names(book.parent) == {book.name, COPY}


def test_a_copy_of_an_older_state_is_replaced(book: Path) -> None:
    check(book.parent, book, "--mark")
    before = (book.parent / COPY).read_bytes()
    book.write_bytes(xlsx())
    assert check(book.parent, book, "--mark").status == 0
    assert (book.parent / COPY).read_bytes() != before


def test_a_copy_somebody_worked_on_is_not_covered(book: Path) -> None:
    check(book.parent, book, "--mark")
    copy = book.parent / COPY
    mine = respelt(copy.read_bytes(), {("谈话记录", "J2"): "9:40"})
    copy.write_bytes(mine)
    assert refused(check(book.parent, book, "--mark"))
    assert copy.read_bytes() == mine
    assert check(book.parent, COPY, "--mark").status == 0
    marked = copy.read_bytes()
    assert is_worked_on(marked)
    assert refused(check(book.parent, book, "--mark"))
    assert copy.read_bytes() == marked
    assert "cell" in check(book.parent, book, "--format", "json").out


def test_the_workbook_itself_is_never_the_target(book: Path) -> None:
    folder = book.parent
    os.link(book, folder / "硬.xlsx")
    (folder / "软.xlsx").symlink_to(book)
    for target in ("支部.xlsx", "硬.xlsx", "软.xlsx", f"../{folder.name}/支部.xlsx"):
        assert refused(check(folder, book, "--mark", target)), target
    assert book.read_bytes() == FAULTY
    assert names(folder) == {"支部.xlsx", "硬.xlsx", "软.xlsx"}


@pytest.mark.parametrize(
    "other", [FAULTY, b"", b"text", with_parts(FAULTY, {"xl/workbook.xml": b"<x/>"})], ids=range(4)
)
def test_a_file_that_is_not_ours_is_never_covered(book: Path, other: bytes) -> None:
    foreign = saved(book.parent, other, COPY)
    assert refused(check(book.parent, book, "--mark"))
    assert foreign.read_bytes() == other
    assert names(book.parent) == {book.name, COPY}


@pytest.mark.parametrize("target", ["检查.pdf", "检查", "检查.xlsm", "没有的文件夹/检查.xlsx"])
def test_a_target_that_cannot_be_is_refused(book: Path, target: str) -> None:
    assert refused(check(book.parent, book, "--mark", target))
    assert names(book.parent) == {book.name}


@pytest.mark.parametrize("owner", [f"~${COPY}", f".~lock.{COPY}#", f".~{COPY}"])
def test_a_copy_that_is_open_elsewhere_is_left(book: Path, owner: str) -> None:
    check(book.parent, book, "--mark")
    before = (book.parent / COPY).read_bytes()
    saved(book.parent, b"", owner)
    assert refused(check(book.parent, book, "--mark"))
    assert (book.parent / COPY).read_bytes() == before


def test_macros_keep_their_extension(tmp_path: Path) -> None:
    kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    saved(tmp_path, edited(FAULTY, "[Content_Types].xml", lambda xml: xml.replace(plain, kind)), "支部.xlsm")
    assert check(tmp_path, "支部.xlsm", "--mark").status == 1
    assert names(tmp_path) == {"支部.xlsm", "支部-检查.xlsm"}


def test_a_signed_workbook_gets_its_report_but_no_copy(tmp_path: Path) -> None:
    saved(tmp_path, with_parts(FAULTY, {"_xmlsignatures/sig1.xml": b"<x/>"}), "支部.xlsx")
    assert refused(check(tmp_path, "支部.xlsx", "--mark"))
    assert names(tmp_path) == {"支部.xlsx"}
    assert "J2" in check(tmp_path, "支部.xlsx").out


def test_documents_are_generated_from_a_marked_copy(tmp_path: Path) -> None:
    saved(tmp_path, xlsx(), "支部.xlsx")
    check(tmp_path, "支部.xlsx", "--mark")
    runs = [
        zhibu("generate", name, "-o", name[:-5], "--format", "json", *AS_OF, cwd=tmp_path)
        for name in ("支部.xlsx", COPY)
    ]
    first, second = ([document["sha256"] for document in json.loads(ran.out)["documents"]] for ran in runs)
    assert first == second
    assert len(first) == ALL


def test_a_workbook_that_changes_under_our_hands_is_left(book: Path) -> None:
    with pytest.raises(OutputFaultError):
        save(book, b"new", read_before=b"old", workbook=book)
    assert book.read_bytes() == FAULTY
    assert names(book.parent) == {book.name}


def test_the_marked_copy_has_one_sheet_more(book: Path) -> None:
    check(book.parent, book, "--mark")
    assert list(sheet_parts((book.parent / COPY).read_bytes())) == [*sheet_parts(FAULTY), "检查结果", "全年一览"]
