"""The year at a glance: what its cells say, and the three files it is written as."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from pipeline.errors import BadRequestError, OutputFaultError
from pipeline.flows.check import calendar_paths, check
from pipeline.flows.overview import glance_docx
from pipeline.flows.requests import CheckRequest
from pipeline.flows.templates import folder_findings
from pipeline.glance import glance_html, glance_sheet, is_ours, year_glance
from pipeline.glance.model import SHEET_COLUMNS, Cell, Glance, Mark, Table
from tests.conftest import EXAMPLE
from tests.support.command import zhibu
from tests.support.files import edited, saved, xlsx
from tests.support.small import AS_OF, Change, changed, examine
from tests.support.word import W, parts_of, text_of

ROSTER, MEETINGS, TALKS, INFO, PROJECTS = "党员名册", "会议活动", "谈话记录", "支部信息", "立项攻关"
FIXED: Change = (INFO, "+", "项目|内容", "主题党日固定日|25")
UNWRITTEN: Change = (INFO, "成文日期", "内容", "")
RUNNING = date(2025, 12, 3)
HOSTILE = "<b>&\"'</td><script>x</script>"


def glance(*changes: Change, as_of: date = AS_OF, errors: int = 0) -> Glance:
    """Build the year of the small branch."""
    return year_glance(examine(*changes, as_of=as_of).branch, errors=errors)


def row(table: Table, name: str) -> tuple[Cell, ...]:
    """Find the row of a table by its label."""
    return next(cells for cells in table.rows if cells[0].text == name)


def marks(table: Table, name: str) -> str:
    """Spell the marks of a row."""
    return "".join(cell.mark.value for cell in row(table, name) if cell.mark)


def test_marks_of_the_chart() -> None:
    chart = glance(FIXED, UNWRITTEN, as_of=RUNNING).chart
    assert marks(chart, "支委会") == "××√××××××××●"
    assert marks(chart, "党员大会") == "×√×●"
    assert marks(chart, "二组") == "××××××××√××●"
    assert marks(chart, "主题党日") == "×××××××××××●"
    assert row(chart, "主题党日")[-2].text == "25日"
    assert marks(chart, "组织生活会") == "●"
    assert row(chart, "支委会")[3].text == "6日"
    assert row(chart, "支委会")[-1].text == "1次，缺10"
    assert marks(glance(UNWRITTEN, as_of=date(2025, 11, 1)).chart, "组织生活会") == "○"
    assert marks(glance(UNWRITTEN, as_of=date(2025, 11, 1)).chart, "支委会") == "××√×××××××●○"


def test_what_deviates_is_done_with_another_mark() -> None:
    headings, far = (
        "编号|类型|日期|开始|结束|地点|主持人|记录人|主题",
        "Z|主题党日|2025-8-17|9:00|10:00|室|张一|李二|学习",
    )
    chart = glance(FIXED, (MEETINGS, "+", headings, far), (MEETINGS, "H5", "日期", "2025-9-30")).chart
    assert marks(chart, "主题党日") == "×××××××△××××"
    assert row(chart, "主题党日")[8].note == "差8天"
    assert (marks(chart, "组织生活会"), row(chart, "组织生活会")[1].text) == ("△", "9月30日")


def test_every_row_covers_the_whole_table() -> None:
    found = glance(FIXED)
    assert sum(heading.units for heading in found.chart.headings) == SHEET_COLUMNS
    assert sum(heading.units for heading in found.people.headings) == SHEET_COLUMNS
    for table in (found.chart, found.people):
        assert {sum(cell.span for cell in cells) for cells in table.rows} == {len(table.headings)}


def test_marks_of_the_members() -> None:
    away: Change = (MEETINGS, "H4", "缺席", "赵四(病假)")
    people = glance(away).people
    assert [cell.words for cell in row(people, "赵四")[2:]] == ["△ 2/4次", "× 0", "√ 1次", "√ 1次", "√ 1月20日"]
    assert row(people, "赵四")[4].note == "张一"
    assert (row(people, "张一")[3].words, row(people, "张一")[3].note) == ("× 42", "差14")
    assert marks(people, "郑八")[1] == "—"  # received in the year
    assert row(people, "郑八")[0].note == "预备、6月27日接收"
    running = glance(away, UNWRITTEN, as_of=RUNNING).people
    assert marks(running, "周六") == "√○√√√"


def test_agreements_not_signed() -> None:
    assert row(glance((INFO, "责任书签订日期", "内容", "")).people, "赵四")[-1].words == "× 没有日期"
    early = glance(UNWRITTEN, as_of=date(2025, 1, 19)).people
    assert marks(early, "赵四")[-1] == "○"
    nothing = glance((ROSTER, "D4", "转出日期", "2025-1-10")).people
    assert marks(nothing, "赵四")[-1] == "—"


def test_members_who_left_are_listed_and_those_before_the_year_are_not() -> None:
    found = glance((ROSTER, "D4", "转出日期", "2025-9-1"), (ROSTER, "D5", "转出日期", "2024-9-1"))
    names = [cells[0].text for cells in found.people.rows]
    assert "赵四" in names
    assert "孙五" not in names
    assert "9月1日转出" in row(found.people, "赵四")[0].note


def test_what_falls_due_comes_first_with_its_day() -> None:
    project: tuple[Change, ...] = (
        (PROJECTS, "L1", "完成日期", ""),
        (PROJECTS, "L1", "时限", "2025-12-20"),
        (TALKS, "T1", "时限", "2025-12-10"),
    )
    changes = (FIXED, UNWRITTEN, *project, (INFO, "届满日期", "内容", "2025-12-30"))
    lines = glance(*changes, as_of=RUNNING).due.lines
    (line,) = lines  # many run together
    days = re.findall(r"(\d+月\d+日)前", line)
    assert days == ["12月10日", "12月20日", "12月25日", "12月30日", "12月31日"]
    assert glance(*changes, as_of=date(2025, 12, 21)).due.lines[0].startswith("12月25日前")
    probation = glance((ROSTER, "D8", "入党日期", "2024-12-27"), (ROSTER, "D8", "批准日期", "2025-1-15"), as_of=RUNNING)
    assert "12月27日前：郑八" in probation.due.lines[0]


def test_errors_are_said_on_the_sheet() -> None:
    assert glance().caution == ""
    assert "3处" in glance(errors=3).caution


def test_signs_are_in_the_old_code_page() -> None:
    assert all(len(mark.value.encode("gbk")) == 2 for mark in Mark)
    assert len({mark.value for mark in Mark}) == len(Mark)


def hostile() -> Glance:
    """Build a year whose names are full of markup."""
    found = glance(FIXED)
    first, *rest = found.people.rows
    bad = (replace(first[0], text=HOSTILE, note="\x01" + HOSTILE), *first[1:])
    return replace(found, title=HOSTILE, author=HOSTILE, people=replace(found.people, rows=(bad, *rest)))


def test_the_page_is_well_formed_and_escaped() -> None:
    for found in (glance(FIXED), hostile()):
        page = glance_html(found).decode()
        body = page.removeprefix("<!DOCTYPE html>\n")
        closed = re.sub(r"<(meta|col)( [^>]*)>", r"<\1\2/>", body)
        root = etree.fromstring(closed.encode())
        assert root.xpath("//script | //link | //img | //iframe") == []
        assert not re.search(r"https?:|url\(|@import|\x01", page)
        assert root.findtext(".//h1") == found.title
        cell = root.find(".//div[@class='people']//td")
        assert cell is not None
        assert cell.text == found.people.rows[0][0].text


def test_the_page_prints_on_a4_landscape_with_repeated_headings() -> None:
    page = glance_html(glance()).decode()
    assert "size: A4 landscape" in page
    assert "@media print" in page
    assert page.count("<thead>") == 2
    assert page.count('<td class="missing"') == len(re.findall(r">× ", page)) - 1  # the notice


def test_the_document_repeats_headings_and_keeps_rows_whole() -> None:
    data = glance_docx(glance(FIXED))
    document = Document(BytesIO(data))
    section = document.sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert section.page_width.mm == pytest.approx(297, abs=0.1)
    assert section.page_height.mm == pytest.approx(210, abs=0.1)
    root = etree.fromstring(parts_of(data)["word/document.xml"])
    rows = list(root.iter(f"{W}tr"))
    assert all(found.find(f"{W}trPr/{W}cantSplit") is not None for found in rows)
    assert sum(found.find(f"{W}trPr/{W}tblHeader") is not None for found in rows) == 2
    assert [len(table.rows) for table in document.tables] == [1, 9, 9]


def test_all_three_say_the_same() -> None:
    found = glance(FIXED)
    page, word = glance_html(found).decode(), text_of(glance_docx(found))
    sheet = "\n".join(str(cell.value) for cells in glance_sheet(found).rows for cell in cells)
    for table in (found.chart, found.people):
        for cell in (cell for cells in table.rows for cell in cells):
            for text in (page, word, sheet):
                assert cell.words in text
                assert cell.note in text


def test_hostile_names_stay_text_in_word() -> None:
    data = glance_docx(hostile())
    assert HOSTILE in text_of(data)
    assert Document(BytesIO(data)).core_properties.title == HOSTILE


def test_the_same_year_gives_the_same_bytes() -> None:
    assert glance_docx(glance()) == glance_docx(glance())
    assert glance_html(glance()) == glance_html(glance())
    assert glance_docx(glance()) != glance_docx(glance(as_of=date(2026, 1, 16)))


def test_the_sheet_is_a_grid_of_full_rows() -> None:
    sheet = glance_sheet(glance(FIXED, errors=1))
    assert (sheet.name, sheet.landscape, len(sheet.widths)) == ("全年一览", True, SHEET_COLUMNS)
    assert {len(cells) for cells in sheet.rows} == {SHEET_COLUMNS}
    assert len(sheet.heights) == len(sheet.rows)
    assert "A1:N1" in sheet.merged
    committee = next(cells for cells in sheet.rows if str(cells[0].value).startswith("支委会"))
    assert [str(cell.value)[0] for cell in committee[1:4]] == ["×", "×", "√"]
    assert committee[1].look.fill != committee[3].look.fill
    due = next(number for number, cells in enumerate(sheet.rows) if "到期" in str(cells[0].value))
    chart = next(number for number, cells in enumerate(sheet.rows) if cells[1].value == "1月")
    assert due < chart


def test_files_are_known_as_ours_until_they_are_edited() -> None:
    page, word = glance_html(glance()), glance_docx(glance())
    assert is_ours(page)
    assert is_ours(word)
    assert not is_ours(page.replace("张一".encode(), "张二".encode()))
    assert not is_ours(edited(word, "word/document.xml", lambda text: text.replace("张一", "张二")))
    for other in (b"", b"hello", b"PK\x03\x04", word[:3000], EXAMPLE.read_bytes(), b"<html></html>"):
        assert not is_ours(other)


def test_check_writes_both_files_beside_the_workbook(tmp_path: Path) -> None:
    path = saved(tmp_path, xlsx(), "小支部.xlsx")
    report = check(CheckRequest(workbook=path, as_of=AS_OF, calendar=tmp_path))
    assert report.calendar == [(tmp_path / f"小支部-全年一览{end}").as_posix() for end in (".docx", ".html")]
    assert all(is_ours(Path(made).read_bytes()) for made in report.calendar)
    assert sorted(found.name for found in tmp_path.iterdir()) == [
        "小支部-全年一览.docx",
        "小支部-全年一览.html",
        "小支部.xlsx",
    ]


def test_an_earlier_run_is_replaced_and_a_persons_file_is_not(tmp_path: Path) -> None:
    path = saved(tmp_path, xlsx())
    request = CheckRequest(workbook=path, as_of=AS_OF, calendar=tmp_path)
    word, page = (Path(made) for made in check(request).calendar)
    later = replace(request, as_of=date(2026, 1, 16))
    before = word.read_bytes()
    check(later)
    assert word.read_bytes() != before
    page.write_bytes(page.read_bytes() + b"\n")
    kept = word.read_bytes(), page.read_bytes()
    with pytest.raises(OutputFaultError):
        check(request)
    assert (word.read_bytes(), page.read_bytes()) == kept
    assert len(list(tmp_path.iterdir())) == 3


def test_a_web_page_needs_no_word_engine(tmp_path: Path) -> None:
    path = saved(tmp_path, xlsx())
    code = f"import sys; sys.argv = ['zhibu', 'check', {str(path)!r}, '--calendar', {str(tmp_path / '墙.html')!r}]\n"
    code += "try:\n    from pipeline.cli.commands import main; main()\nexcept SystemExit: pass\n"
    code += "print([m for m in ('docx', 'docxtpl', 'jinja2') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")
    assert (tmp_path / "墙.html").is_file()


def test_a_template_of_ones_own_is_used_by_generate(tmp_path: Path) -> None:
    saved(tmp_path, b"", "全年一览.docx")
    assert [found.rule.code for found in folder_findings(tmp_path)] == ["G08"]


def test_where_the_files_go(tmp_path: Path) -> None:
    book, ends = Path("a/支部.xlsx"), (".docx", ".html")

    def names(where: str) -> list[str]:
        return [path.as_posix() for path in calendar_paths(book, Path(where), ends)]

    assert names("墙.docx") == ["墙.docx"]
    assert names("b/墙.HTML") == ["b/墙.HTML"]
    assert names("新夹") == ["新夹/支部-全年一览.docx", "新夹/支部-全年一览.html"]
    folder = tmp_path / "x.html"
    folder.mkdir()
    assert names(str(folder)) == [f"{folder.as_posix()}/支部-全年一览{end}" for end in ends]
    with pytest.raises(BadRequestError):
        names("墙.pdf")


def test_the_workbook_may_follow_the_bare_option(tmp_path: Path) -> None:
    path = saved(tmp_path, xlsx(), "小.xlsx")
    for words in (("--calendar", path), (path, "--calendar")):
        ran = zhibu("check", *words, "--as-of", "2026-01-15", "--format", "json")
        assert ran.status == 0, ran.err
        assert [Path(made).name for made in re.findall(r'"(\S+全年一览\S+)"', ran.out)] == [
            "小-全年一览.docx",
            "小-全年一览.html",
        ]
    assert zhibu("check", path, "--calendar", tmp_path / "夹", "--as-of", "2026-01-15").status == 0
    assert (tmp_path / "夹" / "小-全年一览.docx").is_file()
    assert zhibu("check", "--calendar").status == 2


def test_a_foreign_file_in_the_way_ends_with_2(tmp_path: Path) -> None:
    path = saved(tmp_path, xlsx(), "小.xlsx")
    (tmp_path / "小-全年一览.docx").write_bytes(b"mine")
    ran = zhibu("check", path, "--calendar", "--as-of", "2026-01-15")
    assert ran.status == 2
    assert ran.err.startswith("× ")
    assert (tmp_path / "小-全年一览.docx").read_bytes() == b"mine"
    assert not (tmp_path / "小-全年一览.html").exists()


def test_a_workbook_with_errors_still_shows_its_year_and_one_without_sheets_does_not(tmp_path: Path) -> None:
    faulty = saved(tmp_path, xlsx(changed([(TALKS, "T1", "结束", "25:00")])), "有错.xlsx")
    report = check(CheckRequest(workbook=faulty, as_of=AS_OF, calendar=tmp_path))
    assert report.exit_status == 1
    assert "还有1处错误" in Path(report.calendar[1]).read_text(encoding="utf-8")
    empty = saved(tmp_path, xlsx({"Sheet1": []}), "空.xlsx")
    assert check(CheckRequest(workbook=empty, as_of=AS_OF, calendar=tmp_path)).calendar == ()
