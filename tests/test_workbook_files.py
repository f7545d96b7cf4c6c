"""Files that are no workbook, damaged ones, and what readers usually drop in silence."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from pipeline.errors import WorkbookUnreadableError
from pipeline.findings import Level
from pipeline.workbook import read_workbook
from pipeline.workbook.reading import cells_openpyxl
from pipeline.workbook.reading.container import OLE_MAGIC
from tests.support.files import edited, part_of, saved, with_parts, xlsx
from tests.support.small import Rows, small_rows

ROSTER_PART = "xl/worksheets/sheet2.xml"
MEETINGS_PART = "xl/worksheets/sheet5.xml"


@pytest.fixture(params=["chosen", "openpyxl"], autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every test hold for the reader the program chooses, and for openpyxl alone."""
    if request.param == "openpyxl":
        monkeypatch.setattr("pipeline.workbook.read_book", cells_openpyxl.read_book)


def codes(path: Path) -> set[str]:
    """Collect the codes found while reading a file."""
    return {finding.rule.code for finding in read_workbook(path)[1]}


def at(path: Path, code: str) -> list[str]:
    """List where a code was found while reading a file."""
    return [str(finding.where) for finding in read_workbook(path)[1] if finding.rule.code == code]


def test_the_small_workbook_reads_as_its_rows(tmp_path: Path) -> None:
    records, findings = read_workbook(saved(tmp_path, xlsx()))
    assert [f.rule.code for f in findings if f.level is not Level.NOTE] == []
    assert [member.name for member in records.members][:2] == ["张一", "李二"]
    assert records.meetings[0].day == date(2025, 3, 6)


def bomb() -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "spreadsheetml")
        archive.writestr("xl/worksheets/sheet1.xml", b"0" * 600_000_000)
    return buffer.getvalue()


def twice(data: bytes) -> bytes:
    buffer = BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/workbook.xml", "<x/>")
    return buffer.getvalue()


BAD_FILES: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "空的"),
    "one byte": (lambda: b"P", "不是 Excel"),
    "csv": (lambda: "编号,姓名\nD1,张一\n".encode("gbk"), "CSV"),
    "html": (lambda: b"<html><table></table></html>", "网页"),
    "pdf": (lambda: b"%PDF-1.7\n%", "PDF"),
    "rtf": (lambda: b"{\\rtf1 x}", "RTF"),
    "xls": (lambda: OLE_MAGIC + b"\0" * 600, "旧格式"),
    "password": (lambda: OLE_MAGIC + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "truncated": (lambda: xlsx()[:2000], "损坏"),
    "docx": (lambda: Path("templates/谈话记录.docx").read_bytes(), "Word"),
    "some zip": (lambda: with_parts(xlsx(), {"[Content_Types].xml": b"<Types/>"}), "不是 Excel"),
    "no workbook part": (lambda: with_parts(xlsx(), {"xl/workbook.xml": None}), "损坏"),
    "no sheet part": (lambda: with_parts(xlsx(), {ROSTER_PART: None}), "损坏"),
    "not xml": (lambda: with_parts(xlsx(), {"xl/workbook.xml": b"<workbook"}), "损坏"),
    "doctype": (lambda: edited(xlsx(), ROSTER_PART, lambda x: x.replace("<worksheet", "<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet", 1)), "XML"),
    "strict": (lambda: edited(xlsx(), "xl/workbook.xml", lambda x: x.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")), "严格"),
    "far cell": (lambda: edited(xlsx(), ROSTER_PART, lambda x: x.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')), "零星"),
    "row 0": (lambda: edited(xlsx(), ROSTER_PART, lambda x: x.replace('<row r="2"', '<row r="0"')), "损坏"),
    "bomb": (bomb, "大得不合常理"),
    "path out": (lambda: with_parts(xlsx(), {"../../evil.xml": b"x"}), "损坏"),
    "twice": (lambda: twice(xlsx()), "损坏"),
    "damaged strings": (lambda: edited(xlsx(), "xl/sharedStrings.xml", lambda x: x[: len(x) // 2]), ""),
    "string index": (lambda: edited(xlsx(), ROSTER_PART, lambda x: x.replace("<v>", "<v>99999", 1)), ""),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD_FILES)
def test_what_is_no_workbook_is_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    make, word = BAD_FILES[name]
    with pytest.raises(WorkbookUnreadableError) as refused:
        read_workbook(saved(tmp_path, make()))
    assert word in refused.value.message
    assert refused.value.remedy


def test_paths_that_are_no_file(tmp_path: Path) -> None:
    for path in (tmp_path / "没有.xlsx", tmp_path, tmp_path / "x.xlsx" / "y.xlsx"):
        with pytest.raises(WorkbookUnreadableError):
            read_workbook(path)
    owner = saved(tmp_path, xlsx(), "~$名单.xlsx")
    with pytest.raises(WorkbookUnreadableError, match="临时文件"):
        read_workbook(owner)


def test_the_kind_is_told_by_content_not_by_name(tmp_path: Path) -> None:
    assert read_workbook(saved(tmp_path, xlsx(), "small.et"))[0].members


def test_every_truncation_and_many_flipped_bytes_are_refused_or_right(tmp_path: Path) -> None:
    sound = xlsx()
    names = [member.name for member in read_workbook(saved(tmp_path, sound))[0].members]
    generator = random.Random(2025)
    wrecks = [sound[: len(sound) * n // 20] for n in range(1, 20)]
    for _ in range(60):
        place = generator.randrange(len(sound))
        wrecks.append(sound[:place] + bytes([sound[place] ^ (1 << generator.randrange(8))]) + sound[place + 1 :])
    for wreck in wrecks:
        try:
            records, findings = read_workbook(saved(tmp_path, wreck))
        except WorkbookUnreadableError:
            continue
        assert [member.name for member in records.members] == names or findings


def test_error_cells_and_formulas_without_result_are_told(tmp_path: Path) -> None:
    def change(xml: str) -> str:
        return (
            xml.replace("</sheetData>", '<row r="60"><c r="A60" t="e"><v>#REF!</v></c><c r="B60"><f>1+1</f></c>'
            '<c r="C60" t="str"><f>_xlfn.DISPIMG("ID_1",1)</f><v>=DISPIMG("ID_1",1)</v></c><c r="D60"><f>2*3</f><v>6</v></c></row></sheetData>')
        )  # fmt: skip

    path = saved(tmp_path, edited(xlsx(), MEETINGS_PART, change))
    assert at(path, "C11") == ["会议活动!A60"]
    assert at(path, "C12") == ["会议活动!B60"]
    assert at(path, "C30") == ["会议活动!C60"]


@pytest.mark.parametrize("number_format", [14, 22, 27, 28, 31, 36, 50, 57, 58])
def test_dates_in_east_asian_built_in_formats(tmp_path: Path, number_format: int) -> None:
    rows: Rows = small_rows()
    rows["党员名册"][0]["出生日期"] = 27399
    data = xlsx(rows, number_formats={"出生日期": "yyyy-mm-dd"})
    styles = part_of(data, "xl/styles.xml")
    assert 'numFmtId="164"' in styles
    plain = edited(
        data, "xl/styles.xml", lambda x: x.replace('numFmtId="164" fontId', f'numFmtId="{number_format}" fontId')
    )
    records, findings = read_workbook(saved(tmp_path, plain))
    assert records.members[0].born == date(1975, 1, 5)
    assert "C18" not in {finding.rule.code for finding in findings}


def formatted(folder: Path, sheet: str, heading: str, value: float, form: str | int) -> Path:
    """Save the small workbook with a number in the first row of a column, shown in a format (or built-in format)."""
    rows: Rows = small_rows()
    rows[sheet][0][heading] = value
    data = xlsx(rows, number_formats={heading: form if isinstance(form, str) else "yyyy-mm-dd"})
    if isinstance(form, int):
        data = edited(data, "xl/styles.xml", lambda x: x.replace('numFmtId="164" fontId', f'numFmtId="{form}" fontId'))
    return saved(folder, data)


@pytest.mark.parametrize(
    ("number", "form", "seen"),
    [
        (0.98, "0%", "98%"),
        (0.98, 9, "98%"),
        (0.985, 10, "98.5%"),
        (0.9855, '0.0%;[Red]-0.0%', "98.6%"),
        (0.98, "0.00", "0.98"),
        (45901, 'yyyy"年"m"月"', "2025年9月"),
        (45901, "[$-804]yyyy\\-mm;@", "2025年9月"),
        (45901, 17, "2025年9月"),
        (45901, 57, "2025年9月"),
        (45658, "yyyy", "2025年"),
        (45901, 'yyyy"年"m"月"d"日"', "2025年9月1日"),
        (45915, 'yyyy"年"m"月"', "2025年9月15日"),
    ],
)  # fmt: skip
def test_a_number_reads_as_its_format_shows_it(tmp_path: Path, number: float, form: str | int, seen: str) -> None:
    records, _ = read_workbook(formatted(tmp_path, "会议活动", "主题", number, form))
    assert records.meetings[0].theme == seen


@pytest.mark.parametrize("form", ['yyyy"年"m"月"', "mmm-yy", "yyyy", 17, 27, 57])
def test_a_month_shown_is_no_day(tmp_path: Path, form: str | int) -> None:
    path = formatted(tmp_path, "会议活动", "日期", 45658, form)
    assert at(path, "C07") == ["会议活动!D2"]
    records, findings = read_workbook(formatted(tmp_path, "责任目标", "完成时限", 45658, form))
    assert [f.rule.code for f in findings if f.level is not Level.NOTE] == []
    assert records.targets[0].due is not None
    assert records.targets[0].due.day is None
    assert "日" not in records.targets[0].due.text


@pytest.mark.parametrize(
    ("number", "code"), [(20250306, ""), (99999999, "C07"), (-5, "C07"), (1e300, "C07"), (2025.3, "C07")]
)
def test_numbers_that_a_date_format_cannot_show(tmp_path: Path, number: float, code: str) -> None:
    path = formatted(tmp_path, "会议活动", "日期", number, "yyyy-mm-dd")
    records, findings = read_workbook(path)
    assert [f.rule.code for f in findings if f.level is not Level.NOTE] == ([code] if code else [])
    if code:
        assert "#VALUE!" not in findings[-1].message + findings[-1].where.value
    else:
        assert records.meetings[0].day == date(2025, 3, 6)


def test_dates_of_1904_workbooks(tmp_path: Path) -> None:
    rows: Rows = small_rows()
    rows["党员名册"][0]["出生日期"] = 27395 - 1462
    data = xlsx(rows, number_formats={"出生日期": "yyyy-mm-dd"})
    old = edited(data, "xl/workbook.xml", lambda x: x.replace("<workbookPr", '<workbookPr date1904="1"'))
    assert read_workbook(saved(tmp_path, old))[0].members[0].born == date(1975, 1, 1)


def test_the_dimension_that_wps_writes_hides_nothing(tmp_path: Path) -> None:
    wps = edited(
        xlsx(),
        ROSTER_PART,
        lambda x: x.replace('<dimension ref="A1:', '<dimension ref="A1"/><!--').replace(
            '"/><sheetViews', "--><sheetViews"
        ),
    )
    assert 'ref="A1"/>' in part_of(wps, ROSTER_PART)
    assert len(read_workbook(saved(tmp_path, wps))[0].members) == 8


def test_merged_hidden_and_far_blank_cells(tmp_path: Path) -> None:
    def change(xml: str) -> str:
        return (
            xml.replace("</sheetData>", '<row r="5000" hidden="1"><c r="A5000"/></row></sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>')
            .replace('<row r="4"', '<row r="4" hidden="1"')
            .replace("<sheetData>", '<cols><col min="2" max="2" width="9" hidden="1"/></cols><sheetData>')
        )  # fmt: skip

    path = saved(tmp_path, edited(xlsx(), ROSTER_PART, change))
    assert at(path, "C23") == ["党员名册!C2"]
    assert at(path, "C24") == ["党员名册!4", "党员名册!B"]
    assert len(read_workbook(path)[0].members) == 8


def test_escaped_characters_are_decoded(tmp_path: Path) -> None:
    path = saved(
        tmp_path,
        edited(xlsx(), "xl/sharedStrings.xml", lambda x: x.replace("学习讨论。", "一_x000D_\n二_x005F_x0041_")),
    )
    assert read_workbook(path)[0].meetings[2].minutes == "一\n二_x0041_"


def test_the_workbook_is_never_touched(tmp_path: Path) -> None:
    path = saved(tmp_path, xlsx())
    before, stamp = path.read_bytes(), path.stat().st_mtime_ns
    read_workbook(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (before, stamp)
