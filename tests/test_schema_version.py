"""A workbook says for which schema it was made; columns that came later are named once, and never missed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Annotated

import pytest
from openpyxl import load_workbook

from pipeline import schema
from pipeline.findings import Level
from pipeline.schema import SCHEMA_VERSION, Column, Kind, Member, Sheet, is_newer, version_in
from pipeline.workbook.reading import branch_sheet, cells_calamine, cells_openpyxl, schema_version, sheets
from pipeline.workbook.reading.container import WorkbookFile, open_package
from pipeline.workbook.reading.grid import Book, Grid
from pipeline.workbook.starting.starter import blank_workbook
from tests.conftest import EXAMPLE
from tests.support.candidates import LEDGER
from tests.support.files import edited, part_of, saved, with_parts, xlsx
from tests.support.marking import fault, findings_in, mark
from tests.support.small import Examined, Rows, book_of, changed, examine_book, small_rows

LATER = "9.0.0"
"""The version of the fictional program that knows a further column."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaterMember(Member):
    """A member with two columns more: one that may stay blank, one that may not."""

    title: Annotated[str, Column(heading="技术职称", kind=Kind.TEXT, help="", since=LATER)]
    origin_place: Annotated[str, Column(heading="籍贯", kind=Kind.TEXT, required="C06", help="", since=LATER)]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program be one that has added two columns to the roster, a key and a sheet."""
    roster = replace(schema.ROSTER, record=LaterMember)
    sheet: Sheet[LaterMember] = Sheet(name="外出学习", record=LaterMember, about="", since=LATER)
    tables = (roster, *(table for table in schema.TABLES if table is not schema.ROSTER), sheet)
    monkeypatch.setattr(sheets, "TABLES", tables)
    monkeypatch.setattr(sheets, "SHEET_NAMES", (*sheets.SHEET_NAMES, sheet.name))
    monkeypatch.setattr(sheets, "ROSTER", roster)
    mail = Column(heading="电子邮箱", kind=Kind.TEXT, required="C06", help="", since=LATER, name="term")
    known = {name: column for name, column in schema.branch.info_columns().items() if name != "term"}
    monkeypatch.setattr(branch_sheet, "info_columns", lambda: known | {"term": mail})
    monkeypatch.setattr(schema_version, "SCHEMA_VERSION", LATER)


def named(found: Examined, code: str) -> list[str]:
    """Give what findings of a code say."""
    return [finding.message for finding in found.findings if finding.rule.code == code]


def book(version: str, rows: Rows | None = None) -> Book:
    """Give the small branch as a workbook of a version."""
    return replace(book_of(rows or small_rows()), version=version)


@pytest.mark.usefixtures("later")
def test_an_older_workbook_is_told_once_of_all_that_is_new() -> None:
    found = examine_book(book("0.3.0"))
    assert found.cells("C04") + found.cells("C03") + found.cells("C01") + found.cells("C22") == []
    assert named(found, "G10") == [
        "工作簿是0.3.0版的表格，程序已是9.0.0版，新添了“外出学习”这张表、支部信息的“电子邮箱”一项、党员名册的“技术职称”“籍贯”列"
    ]
    note = next(finding for finding in found.findings if finding.rule.code == "G10")
    assert note.level is Level.NOTE
    assert "党员名册" not in note.remedy
    assert "在那张表的表头末尾加上同名的列" in note.remedy
    assert not any(finding.is_error for finding in found.findings)


@pytest.mark.usefixtures("later")
def test_a_column_of_the_workbooks_own_version_is_missed() -> None:
    found = examine_book(book(LATER))
    assert [f.where.heading for f in found.findings if f.rule.code == "C04"] == ["技术职称"]
    assert [f.where.heading for f in found.findings if f.rule.code == "C03"] == ["籍贯"]
    assert [f.where.heading for f in found.findings if f.rule.code == "C22"] == ["电子邮箱"]
    assert found.cells("C01") == ["外出学习"]
    assert named(found, "G10") == []


@pytest.mark.usefixtures("later")
def test_a_new_column_that_was_added_may_stay_blank() -> None:
    rows = small_rows()
    rows["党员名册"][0]["籍贯"] = "青石"
    found = examine_book(book("0.1.0", rows))
    assert [f for f in found.findings if f.rule.code in {"C06", "C28"}] == []
    assert "籍贯" not in named(found, "G10")[0]
    assert [getattr(member, "origin_place", None) for member in found.records.members][:2] == ["青石", ""]
    needed = [f for f in examine_book(book(LATER, rows)).findings if f.where.heading == "籍贯"]
    assert {f.rule.code for f in needed} == {"C06"}


def test_a_sheet_of_ones_own_that_has_the_name_of_a_later_one_stays_ones_own() -> None:
    rows = small_rows()
    rows["发展党员"] = []
    own = Grid(name="发展党员", rows=[("姓名", "第几批", "材料盒"), ("钱九", "二", "3")])
    older = book("0.3.0", rows)
    older = replace(older, grids=(*(grid for grid in older.grids if grid.name != own.name), own))
    found = examine_book(older)
    assert found.cells("C02") == ["发展党员"]
    assert found.cells("C03") + found.cells("C31") == []
    assert "“发展党员”这张表" in named(found, "G10")[0]
    assert found.records.candidates == ()
    assert examine_book(book("0.3.0", changed(LEDGER))).records.candidates != ()  # copied into an older workbook
    assert examine_book(replace(older, version=SCHEMA_VERSION)).cells("C02") == []


@pytest.mark.usefixtures("later")
def test_a_column_of_ones_own_is_not_taken_for_a_misspelt_new_one() -> None:
    rows = small_rows()
    rows["党员名册"][0]["技术职务"] = "高级技师"
    assert examine_book(book("0.1.0", rows)).cells("C29") == []
    assert len(examine_book(book(LATER, rows)).cells("C29")) == 1


def test_a_workbook_of_a_newer_program_is_told_of_once() -> None:
    found = examine_book(book(LATER))
    assert [(f.level, f.message) for f in found.findings if f.rule.code == "G11"] == [
        (Level.WARNING, f"工作簿是9.0.0版的表格，程序只认得{SCHEMA_VERSION}版，新添的列当作自己加的列，不检查")
    ]
    assert named(examine_book(book(SCHEMA_VERSION)), "G11") == []
    rows = small_rows()
    rows["设置"] = [{"项目": "停用的检查", "设定": "G11"}]
    assert named(examine_book(book(LATER, rows)), "G11") == []


def test_today_no_workbook_lacks_anything() -> None:
    assert {"G10", "G11"} & examine_book(book(SCHEMA_VERSION)).codes() == set()
    for version in ("", "0.1.0"):
        (told,) = named(examine_book(book(version)), "G10")
        assert all(heading in told for heading in ("延期批准日期", "延期至"))


@pytest.mark.parametrize(
    ("row", "version"),
    [
        (("表格版本", "8.0.0（不要改）"), "8.0.0"),
        ((" 表格版本：", 8.5), "8.5"),
        (("表格版本", "最新"), "0.1.0"),
        (("表格版本",), "0.1.0"),
        (("表格", "8.0.0"), "0.1.0"),
    ],
)
def test_the_row_of_the_guide_counts_where_there_is_no_property(row: tuple[str | float, ...], version: str) -> None:
    guide = Grid(name="填写说明", rows=[("填写说明", None), row])
    assert schema_version.Edition.of(Book(name="", grids=(), version=""), guide).version == version
    assert schema_version.Edition.of(Book(name="", grids=(), version="7.0.0"), guide).version == "7.0.0"
    assert schema_version.Edition.of(Book(name="", grids=(), version=""), None).version == "0.1.0"


def test_versions_are_compared_by_number() -> None:
    assert is_newer("0.10.0", "0.9.9")
    assert not is_newer("0.2", "0.2.0")
    assert not is_newer("0.2.0", "0.2")
    assert [version_in(text) for text in (" 1.2.3（旧）", "1.2.3.4.5", "", "v2")] == ["1.2.3", "", "", ""]


@pytest.mark.parametrize("read", [cells_calamine.read_book, cells_openpyxl.read_book])
def test_files_carry_their_version_past_both_readers_and_the_marks(
    read: Callable[[WorkbookFile], Book], tmp_path: Path
) -> None:
    blank = blank_workbook(2026)
    marked = mark(EXAMPLE.read_bytes(), [fault("会议活动!D15")])
    for data in (blank, EXAMPLE.read_bytes(), marked):
        assert read(open_package(saved(tmp_path, data))).version == SCHEMA_VERSION
    assert read(open_package(saved(tmp_path, xlsx()))).version == ""
    assert part_of(marked, "docProps/custom.xml") == part_of(EXAMPLE.read_bytes(), "docProps/custom.xml")


def test_the_version_survives_a_program_that_drops_the_property(tmp_path: Path) -> None:
    data = edited(blank_workbook(2026), "docProps/custom.xml", lambda xml: xml.replace("zhibu_schema", "other"))
    package = open_package(saved(tmp_path, data))
    assert cells_calamine.read_book(package).version == ""
    guide = next(grid for grid in cells_calamine.read_book(package).grids if grid.name == "填写说明")
    assert schema_version.version_row(guide) == SCHEMA_VERSION


def test_saved_again_by_openpyxl_the_version_is_still_there(tmp_path: Path) -> None:
    buffer = BytesIO()
    load_workbook(EXAMPLE).save(buffer)
    assert cells_calamine.read_book(open_package(saved(tmp_path, buffer.getvalue()))).version == SCHEMA_VERSION


@pytest.mark.parametrize("broken", ["<zhibu_schema", "<!DOCTYPE x><zhibu_schema/>", "<x><y name='zhibu_schema'/></x>"])
def test_damaged_properties_stop_nobody(tmp_path: Path, broken: str) -> None:
    data = with_parts(xlsx(), {"docProps/custom.xml": broken.encode()})
    assert cells_calamine.read_book(open_package(saved(tmp_path, data))).version == ""


def test_a_file_of_a_newer_program_is_told_of(tmp_path: Path) -> None:
    data = edited(EXAMPLE.read_bytes(), "docProps/custom.xml", lambda xml: xml.replace(SCHEMA_VERSION, LATER))
    assert "G11" in {finding.rule.code for finding in findings_in(data)}
    assert saved(tmp_path, data).exists()
