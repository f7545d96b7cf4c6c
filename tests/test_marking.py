"""The marked copy: what it shows, and that nothing else of the user's workbook changes by a byte."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from pipeline.errors import UnmarkableError
from pipeline.findings import Level, column_number
from pipeline.marking.copy import NOTE_LIMIT, is_marked_copy, is_worked_on, marked_copy, places_without_note
from pipeline.marking.findings_sheet import NO_NOTE, findings_sheet
from pipeline.marking.highlights import ranges
from pipeline.marking.notes import AUTHOR, CLOSING, OPENING, block
from pipeline.marking.sheet_draft import CellDraft, Look, SheetDraft
from pipeline.marking.worksheet import RANGE
from pipeline.ooxml.archive import Archive
from pipeline.workbook.starting.starter import blank_workbook
from tests.conftest import EXAMPLE
from tests.support.files import edited, part_of, with_parts, xlsx
from tests.support.marking import (
    coloured,
    fault,
    findings_in,
    mark,
    notes_in,
    opened,
    parts_of,
    records_of,
    respelt,
    sheet_parts,
    shown_rows,
)
from tests.support.rich import HER_NOTE, MEETINGS, ROSTER, TALKS, THREADED, rich

RICH = rich()
FAULTS = [
    fault("会议活动!G2", text="地点空着"),
    fault("会议活动!M3", Level.WARNING),
    fault("会议活动!A6", Level.NOTE),
    fault("党员名册!J3"),
    fault("谈话记录!K2"),
    fault("谈话记录!H3"),
]
BOOK_PARTS = {"[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"}


def spoilt_example() -> bytes:
    """The example with a few cells spoilt."""
    changes = {("会议活动", "M6"): "董文斌、杨帆(事假)", ("谈话记录", "H15"): "2025年5月", ("谈话记录", "K2"): ""}
    return respelt(EXAMPLE.read_bytes(), changes)


def saved_by_openpyxl(data: bytes) -> bytes:
    """Load and save a workbook with openpyxl, as another program of the user's might."""
    buffer = BytesIO()
    opened(data).save(buffer)
    return buffer.getvalue()


def prefixed(data: bytes) -> bytes:
    """Spell the main namespace of one sheet with a prefix, and leave its dimension out."""
    part = sheet_parts(data)[MEETINGS]

    def change(xml: str) -> str:
        xml = re.sub(r"<dimension [^>]*/>", "", xml)
        xml = re.sub(r"<(/?)(?=[a-z][A-Za-z]*\b)", r"<\1x:", re.sub(r"\A<\?xml.*?\?>\s*", "", xml))
        return xml.replace(" xmlns=", " xmlns:x=", 1)

    return edited(data, part, change)


WORKBOOKS: dict[str, Callable[[], bytes]] = {
    "example": spoilt_example,
    "rich": lambda: RICH,
    "small": xlsx,
    "blank": lambda: blank_workbook(2026),
    "by openpyxl": lambda: saved_by_openpyxl(RICH),
    "prefixed": lambda: prefixed(xlsx()),
    "byte order mark": lambda: edited(xlsx(), "xl/worksheets/sheet5.xml", lambda xml: "\ufeff" + xml),
    "xml comment": lambda: edited(
        xlsx(), "xl/worksheets/sheet5.xml", lambda x: x.replace("<sheetData>", "<!--<sheetData>--><sheetData>")
    ),
}


def test_parts_that_need_no_change_are_the_same_bytes_in_the_same_order() -> None:
    before, after = records_of(RICH), records_of(mark(RICH, FAULTS))
    assert list(after)[: len(before)] == list(before)
    changed = {name for name, record in before.items() if after[name] != record}
    notes = {"xl/comments1.xml", "xl/drawings/vmlDrawing1.vml", "xl/comments91.xml", "xl/drawings/vmlDrawing91.vml"}
    sheets = {sheet_parts(RICH)[name] for name in (MEETINGS, TALKS, ROSTER)}
    assert changed == BOOK_PARTS | notes | sheets | {"xl/worksheets/_rels/sheet2.xml.rels"}
    sheet = f"xl/worksheets/sheet{len(sheet_parts(RICH)) + 1}.xml"
    assert set(after) - set(before) == {sheet, "xl/comments2.xml", "xl/drawings/vmlDrawing3.vml"}


@pytest.mark.parametrize("sheet", [MEETINGS, TALKS, ROSTER])
def test_a_marked_sheet_differs_only_by_our_rules_and_the_order_of_hers(sheet: str) -> None:
    part = sheet_parts(RICH)[sheet]
    before, after = part_of(RICH, part), part_of(mark(RICH, FAULTS), part)
    after = re.sub(
        r"<conditionalFormatting [^>]*><cfRule [^>]*><formula>&quot;检查结果.*?</conditionalFormatting>", "", after
    )
    after = re.sub(r'<legacyDrawing xmlns:r="[^"]*" r:id="[^"]*"/>', "", after)
    assert re.sub(r'priority="\d+"', "", after) == re.sub(r'priority="\d+"', "", before)


@pytest.mark.parametrize("name", WORKBOOKS)
def test_marking_twice_is_marking_once(name: str) -> None:
    data = WORKBOOKS[name]()
    findings = [*findings_in(data), *FAULTS]
    once = mark(data, findings)
    assert mark(once, findings) == once
    assert mark(data, findings) == once
    assert is_marked_copy(once)
    assert not is_marked_copy(data)


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_marked_copy_is_checked_like_its_original(name: str) -> None:
    data = WORKBOOKS[name]()
    found = findings_in(data)
    again = findings_in(mark(data, [*found, *FAULTS]))
    assert [(f.rule.code, f.where, f.message) for f in again] == [(f.rule.code, f.where, f.message) for f in found]


@pytest.mark.parametrize("name", [name for name in WORKBOOKS if name != "xml comment"])
def test_what_is_mended_loses_its_marks_and_leaves_no_trace(name: str) -> None:
    data = WORKBOOKS[name]()
    mended = mark(mark(data, [*findings_in(data), *FAULTS]), [])
    before, after = parts_of(data), parts_of(mended)
    assert {part for part in before if after[part] != before[part]} <= BOOK_PARTS
    assert len(set(after) - set(before)) == 1  # the sheet
    assert shown_rows(mended) == [("", "√ 通过", "", "", "", "", "", "没有发现问题。", "", "")]
    assert parts_of(mark(data, [])).keys() == after.keys()


def test_her_notes_are_kept_and_ours_follow() -> None:
    notes = notes_in(mark(RICH, FAULTS), MEETINGS)
    assert notes["G2"].startswith(f"{HER_NOTE}\n{OPENING}\n错误 T01：地点空着\n改法：改成别的")
    assert notes["G2"].endswith(CLOSING)
    assert notes["B3"] == "另一条"
    assert notes["M3"].startswith(OPENING)
    book = opened(mark(xlsx(), FAULTS))
    assert book[MEETINGS]["M3"].comment.author == AUTHOR


def test_findings_of_one_cell_share_a_note_and_a_colour() -> None:
    marked = mark(
        RICH,
        [
            fault("会议活动!G2", Level.NOTE, "甲"),
            fault("会议活动!G2", text="乙"),
            fault("会议活动!G2", Level.WARNING, "丙"),
        ],
    )
    note = notes_in(marked, MEETINGS)["G2"]
    assert note.count(OPENING) == 1
    assert [note.index(f"{number}．") for number in (1, 2, 3)] == sorted(
        note.index(f"{number}．") for number in (1, 2, 3)
    )
    assert coloured(marked, MEETINGS) == {"错误": "G2"}


def test_levels_have_colours_of_their_own() -> None:
    assert coloured(mark(RICH, FAULTS), MEETINGS) == {"错误": "G2", "提醒": "M3", "说明": "A6"}
    styles = part_of(mark(RICH, FAULTS), "xl/styles.xml")
    assert styles.count("<dxf>") == part_of(RICH, "xl/styles.xml").count("<dxf>") + 3


def priorities(data: bytes) -> dict[str, int]:
    """Read the priorities of the rules of 会议活动 by type or, for ours, by formula."""
    xml = part_of(data, sheet_parts(data)[MEETINGS])
    rules = re.findall(r'<cfRule type="(\w+)"[^>]*? priority="(\d+)"(?:/>|>(?:<formula>([^<]*))?)', xml)
    return {formula if kind == "expression" else kind: int(number) for kind, number, formula in rules}


def test_our_rules_go_before_hers_and_hers_keep_their_order() -> None:
    before, after = priorities(RICH), priorities(mark(RICH, FAULTS))
    ours = [number for name, number in after.items() if "检查结果" in name]
    assert sorted(ours) == [1, 2, 3]
    assert {name: number + 3 for name, number in before.items()}.items() <= after.items()
    assert len(set(after.values())) == len(after)


def test_rules_in_the_extension_list_move_along() -> None:
    part = sheet_parts(RICH)[MEETINGS]
    data = edited(
        RICH, part, lambda xml: xml.replace('<x14:cfRule type="dataBar"', '<x14:cfRule type="dataBar" priority="7"')
    )
    marked = mark(data, FAULTS)
    assert '<x14:cfRule type="dataBar" priority="10"' in part_of(marked, part)
    assert part_of(mark(marked, []), part) == part_of(data, part)


def test_rules_a_pivot_table_names_by_priority_do_not_move() -> None:
    part = sheet_parts(RICH)[MEETINGS]
    pivot = edited(
        RICH,
        part,
        lambda xml: xml.replace('<cfRule type="duplicateValues"', '<cfRule pivot="1" type="duplicateValues"'),
    )
    before, after = priorities(RICH), priorities(mark(pivot, FAULTS).replace(b'pivot="1" ', b""))
    assert {k: v for k, v in before.items() if k != "duplicateValues"}.items() <= after.items()
    assert min(number for name, number in after.items() if "检查结果" in name) > max(before.values())


def test_a_threaded_comment_is_left_alone_and_the_sheet_says_so() -> None:
    marked = mark(RICH, FAULTS)
    assert notes_in(marked, TALKS)[THREADED] == notes_in(RICH, TALKS)[THREADED]
    assert notes_in(marked, TALKS)["H3"].startswith(OPENING)
    assert coloured(marked, TALKS) == {"错误": "H3 K2"}
    assert [row[4] for row in shown_rows(marked)] == ["G2", "M3", "A6", "J3", THREADED + NO_NOTE, "H3"]
    before, after = parts_of(RICH), parts_of(marked)
    for part in ("xl/threadedComments/threadedComment1.xml", "xl/persons/person.xml"):
        assert after[part] == before[part]


def test_rows_link_to_their_cells() -> None:
    findings = [
        fault("会议活动!G2"),
        fault("会议活动!5"),
        fault("会议活动!C"),
        fault("会议活动"),
        fault("没有这张!A1"),
        fault(""),
    ]
    book = opened(mark(xlsx(), findings))
    cells = [row[4] for row in book["检查结果"].iter_rows(min_row=4)]
    assert [cell.value for cell in cells] == ["G2", "第5行", "C列", "整张表", "A1", "—"]
    links = [cell.hyperlink.location if cell.hyperlink else None for cell in cells]
    assert links == ["'会议活动'!G2", "'会议活动'!A5", "'会议活动'!C1", "'会议活动'!A1", None, None]
    assert coloured(mark(xlsx(), findings), MEETINGS) == {"错误": "A5 G2"}


def test_a_merged_range_is_marked_at_the_cell_that_shows() -> None:
    marked = mark(RICH, [fault("会议活动!AB4")])
    assert coloured(marked, MEETINGS) == {"错误": "AA2"}
    assert "AA2" in notes_in(marked, MEETINGS)


def test_many_findings_make_few_ranges_and_no_more_notes_than_a_sheet_bears() -> None:
    findings = [fault(f"会议活动!D{row}", Level.WARNING) for row in range(2, 4002)]
    findings += [fault(f"会议活动!F{row}") for row in range(2, 1502, 2)]
    marked = mark(xlsx(), findings)
    xml = part_of(marked, sheet_parts(marked)[MEETINGS])
    areas = re.findall(r'<conditionalFormatting sqref="([^"]*)"', xml)
    assert areas[-1] == "D2:D4001"
    assert max(map(len, areas)) < 8192
    notes = notes_in(marked, MEETINGS)
    assert len(notes) == NOTE_LIMIT
    assert sum(address.startswith("F") for address in notes) == 750  # the most severe first
    assert len(places_without_note(xlsx(), findings)) == len(findings) - NOTE_LIMIT
    rows = shown_rows(marked)
    assert len(rows) == len(findings)
    assert sum(row[4].endswith(NO_NOTE) for row in rows) == len(findings) - NOTE_LIMIT
    assert mark(marked, findings) == marked


@given(st.sets(st.tuples(st.integers(1, 12), st.integers(1, 30)), max_size=80))
def test_ranges_cover_the_cells_and_no_others(cells: set[tuple[int, int]]) -> None:
    covered: list[tuple[int, int]] = []
    for area in ranges(cells):
        found = RANGE.fullmatch(area)
        assert found
        bottom, right = int(found[4] or found[2]), column_number(found[3] or found[1])
        covered += [(r, c) for r in range(int(found[2]), bottom + 1) for c in range(column_number(found[1]), right + 1)]
    assert sorted(covered) == sorted(cells)


NASTY = [
    "=1+1",
    "+cmd|' /C calc'!A0",
    "@SUM(A1)",
    "-2",
    "控制\x00\x01\x0b字符\ufffe\ud800",
    "_x0041_不是A",
    "<b>&amp;</b>]]>",
    f"{OPENING}她抄的{CLOSING}",
    "一行\r\n两行\r三行",
    "长" * 40_000,
    "😀𠮷",
]


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_a_text_stays_a_text_whatever_is_in_it(text: str) -> None:
    findings = [fault("会议活动!G2", text=text)]
    marked = mark(RICH, findings)
    sheet = part_of(marked, sheet_parts(marked)["检查结果"])
    assert "<f>" not in sheet
    assert "<f " not in sheet
    row = opened(marked)["检查结果"]["H4"]
    assert row.data_type == "s"
    assert len(row.value) <= 32_767
    if text.isprintable() and len(text) < 100:
        assert row.value.replace("_x005F_", "_") == text  # as Excel reads it
    assert mark(marked, findings) == marked
    assert notes_in(mark(marked, []), MEETINGS) == notes_in(RICH, MEETINGS)


def test_what_she_wrote_into_our_note_stays() -> None:
    marked = mark(RICH, FAULTS)
    part = "xl/comments1.xml"
    mine = edited(marked, part, lambda xml: xml.replace(CLOSING, f"{CLOSING}\n已问过本人"))
    mended = mark(mine, [])
    notes = notes_in(mended, MEETINGS)
    assert notes["M3"] == "\n已问过本人"
    assert notes["G2"] == f"{HER_NOTE}\n已问过本人"
    again = notes_in(mark(mine, FAULTS), MEETINGS)
    assert again["M3"].startswith("\n已问过本人\n" + OPENING)


def test_a_block_without_its_end_is_hers() -> None:
    torn = edited(mark(RICH, FAULTS), "xl/comments1.xml", lambda xml: xml.replace(CLOSING, "改过"))
    assert "改过" in notes_in(mark(torn, []), MEETINGS)["M3"]


def test_her_balloon_grows_with_her_note_and_shrinks_again() -> None:
    def feet(data: bytes) -> list[int]:
        anchors = re.findall(r"<x:Anchor>([^<]*)<", part_of(data, "xl/drawings/vmlDrawing1.vml"))
        return [int(anchor.split(",")[6]) for anchor in anchors]

    marked = mark(RICH, [fault("会议活动!G2")])
    assert feet(marked)[1] > feet(RICH)[1]
    assert [feet(marked)[0], feet(marked)[2]] == [feet(RICH)[0], feet(RICH)[2]]
    assert feet(mark(marked, [])) == feet(RICH)


def balloon_numbers(data: bytes) -> list[bytes]:
    """List the numbers of all balloons and other VML shapes."""
    parts = parts_of(data).items()
    return [
        number for name, text in parts if name.endswith(".vml") for number in re.findall(rb'id="_x0000_s(\d+)"', text)
    ]


def test_balloons_have_numbers_of_their_own() -> None:
    before, after = Counter(balloon_numbers(RICH)), Counter(balloon_numbers(mark(RICH, FAULTS)))
    ours = after - before
    assert ours.total() == 4
    assert set(ours.values()) == {1}
    assert not set(ours) & set(before)


def test_marks_are_found_again_after_another_program_saved_the_copy() -> None:
    resaved = saved_by_openpyxl(mark(RICH, FAULTS))
    assert is_marked_copy(resaved)
    again = mark(resaved, FAULTS)
    assert {address: text.count(OPENING) for address, text in notes_in(again, MEETINGS).items()} == {
        "G2": 1, "B3": 0, "M3": 1, "A6": 1,
    }  # fmt: skip
    assert coloured(again, MEETINGS) == {"错误": "G2", "提醒": "M3", "说明": "A6"}
    assert notes_in(mark(resaved, []), MEETINGS) == notes_in(RICH, MEETINGS)
    assert list(sheet_parts(again)).count("检查结果") == 1


def test_a_sheet_of_hers_with_our_name_stays() -> None:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer) as book:
        book.add_worksheet("检查结果").write(0, 0, "我自己的")
        book.add_worksheet("会议活动").write(0, 0, "编号")
    data = buffer.getvalue()
    marked = mark(data, FAULTS)
    assert list(sheet_parts(marked)) == ["检查结果", "会议活动", "检查结果2"]
    assert records_of(marked)["xl/worksheets/sheet1.xml"] == records_of(data)["xl/worksheets/sheet1.xml"]
    assert mark(marked, FAULTS) == marked
    assert [f.where for f in findings_in(marked)] == [f.where for f in findings_in(data)]


def test_sheets_keep_their_place_and_the_active_one_stays_active() -> None:
    data = edited(RICH, "xl/workbook.xml", lambda xml: xml.replace("<workbookView ", '<workbookView activeTab="3" '))
    marked = mark(data, FAULTS)
    book = opened(marked)
    assert book.sheetnames == [*opened(data).sheetnames, "检查结果"]
    assert book.active is not None
    assert book.active.title == book.sheetnames[3]
    assert list(book.defined_names) == ["我的区域", "_zhibu_seal"]
    assert book["检查结果"].print_title_rows == "$1:$3"
    assert book["检查结果"].freeze_panes == "A4"
    assert book["检查结果"].page_setup.orientation == "landscape"


def test_several_sheets_of_ours_are_added_and_replaced() -> None:
    def drafts(word: str) -> list[SheetDraft]:
        cells = ((CellDraft(value=word, look=Look(fill="C6E0B4")), CellDraft(value=12.5), CellDraft(value=3)),)
        overview = findings_sheet(FAULTS, workbook="x", as_of=date(2026, 1, 1), sheets=[])
        return [overview, SheetDraft(name="全年一览", rows=cells, widths=(10, 8, 8))]

    once = marked_copy(RICH, FAULTS, drafts("甲"))
    assert list(sheet_parts(once))[-2:] == ["检查结果", "全年一览"]
    assert marked_copy(once, FAULTS, drafts("甲")) == once
    other = opened(marked_copy(once, FAULTS, drafts("乙")))
    assert [cell.value for cell in other["全年一览"][1]] == ["乙", 12.5, 3]
    assert other["全年一览"]["A1"].fill.fgColor.rgb == "FFC6E0B4"
    assert [f.where for f in findings_in(once)] == [f.where for f in findings_in(RICH)]


def test_only_a_copy_that_was_changed_counts_as_worked_on() -> None:
    marked = mark(xlsx(), FAULTS)
    assert not is_worked_on(marked)
    changed = respelt(marked, {(MEETINGS, "G2"): "礼堂"})
    assert is_worked_on(changed)
    assert is_worked_on(mark(changed, FAULTS))
    assert mark(mark(changed, FAULTS), FAULTS) == mark(changed, FAULTS)


def test_a_workbook_without_styles_gets_them() -> None:
    bare = with_parts(xlsx(), {"xl/styles.xml": None})
    bare = edited(bare, "xl/_rels/workbook.xml.rels", lambda xml: re.sub(r"<Relationship [^>]*styles[^>]*/>", "", xml))
    bare = edited(bare, "[Content_Types].xml", lambda xml: re.sub(r"<Override [^>]*styles[^>]*/>", "", xml))
    marked = mark(bare, FAULTS)
    assert opened(marked)["检查结果"]["A3"].font.b
    assert mark(marked, FAULTS) == marked


def test_a_macro_workbook_keeps_its_content_type() -> None:
    kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    plain = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    macros = edited(
        with_parts(xlsx(), {"xl/vbaProject.bin": b"\xd0\xcf"}),
        "[Content_Types].xml",
        lambda xml: xml.replace(plain, kind),
    )
    marked = mark(macros, FAULTS)
    assert kind in part_of(marked, "[Content_Types].xml")
    assert parts_of(marked)["xl/vbaProject.bin"] == b"\xd0\xcf"


def test_a_drawing_no_program_writes_gets_colours_only() -> None:
    odd = edited(RICH, "xl/drawings/vmlDrawing1.vml", lambda xml: xml.replace("</v:shapetype>", ""))
    marked = mark(odd, FAULTS)
    assert coloured(marked, MEETINGS) == {"错误": "G2", "提醒": "M3", "说明": "A6"}
    for part in ("xl/comments1.xml", "xl/drawings/vmlDrawing1.vml"):
        assert parts_of(marked)[part] == parts_of(odd)[part]
    assert [row[4] for row in shown_rows(marked)][:3] == ["G2※", "M3※", "A6※"]


def test_the_unclosed_line_break_of_excel_is_no_obstacle() -> None:
    broken = edited(RICH, "xl/drawings/vmlDrawing1.vml", lambda xml: xml.replace(">按钮<", ">按<br>钮<"))
    marked = mark(broken, FAULTS)
    assert "按<br>钮" in part_of(marked, "xl/drawings/vmlDrawing1.vml")
    assert OPENING in notes_in(marked, MEETINGS)["M3"]


def damaged(data: bytes) -> bytes:
    """Turn some compressed bytes of the style sheet over."""
    record = records_of(data)["xl/styles.xml"]
    torn = record[:60] + bytes(255 - byte for byte in record[60:120]) + record[120:]
    return data.replace(record, torn)


@pytest.mark.parametrize(
    "text",
    [
        b"<sheets><sheet sheetId='x' name='y'/></sheets>",
        b"<definedNames><definedName localSheetId='?'/></definedNames>",
    ],
)
def test_odd_numbers_make_no_marked_copy_of_a_file(text: bytes) -> None:
    book = b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' + text + b"</workbook>"
    assert not is_marked_copy(with_parts(xlsx(), {"xl/workbook.xml": book}))


@pytest.mark.parametrize(
    "odd",
    [
        lambda: with_parts(xlsx(), {"_xmlsignatures/sig1.xml": b"<x/>"}),
        lambda: edited(xlsx(), "xl/worksheets/sheet5.xml", lambda x: x.replace("</sheetData>", "")),
        lambda: edited(xlsx(), "xl/worksheets/sheet5.xml", lambda x: x.replace("</worksheet>", "")),
        lambda: edited(
            xlsx(), "xl/worksheets/sheet5.xml", lambda x: x.replace('encoding="UTF-8"', 'encoding="GB2312"')
        ),
        lambda: edited(xlsx(), "xl/styles.xml", lambda x: "<!DOCTYPE x>" + re.sub(r"\A<\?.*?\?>\s*", "", x)),
        lambda: b"PK\3\4",
        lambda: damaged(xlsx()),
    ],
    ids=["signed", "cells not closed", "sheet not closed", "not UTF-8", "doctype", "no archive", "damaged"],
)
def test_a_file_that_a_mark_could_break_is_refused(odd: Callable[[], bytes]) -> None:
    with pytest.raises(UnmarkableError) as refusal:
        mark(odd(), FAULTS)
    assert refusal.value.message


class Unseekable(BytesIO):
    """A stream that cannot go back, so that sizes stand behind the data."""

    def seekable(self) -> bool:
        return False

    def tell(self) -> int:
        raise OSError


def test_an_archive_of_odd_entries_is_rebuilt_byte_for_byte() -> None:
    buffer = Unseekable()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.comment = "附言".encode()
        archive.writestr(zipfile.ZipInfo("空/"), b"")
        archive.writestr(zipfile.ZipInfo("存.txt", (2020, 5, 6, 7, 8, 10)), b"stored")
        archive.writestr("压.txt", b"deflated" * 90, zipfile.ZIP_DEFLATED)
        with archive.open(zipfile.ZipInfo("六十四.txt"), "w", force_zip64=True) as entry:
            entry.write(b"wide")
    data = buffer.getvalue()
    rebuilt = Archive(data).rebuilt({"压.txt": b"deflated" * 90})
    assert records_of(rebuilt) == records_of(data)
    changed = Archive(data).rebuilt({"存.txt": b"new", "加.txt": b"added"}, {"压.txt"})
    with zipfile.ZipFile(BytesIO(changed)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["空/", "存.txt", "六十四.txt", "加.txt"]
        assert archive.comment == "附言".encode()
        assert archive.getinfo("存.txt").date_time == (2020, 5, 6, 7, 8, 10)
        assert archive.read("存.txt") == b"new"
        assert archive.read("六十四.txt") == b"wide"


def test_a_block_cannot_be_closed_by_what_stands_in_it() -> None:
    assert block(f"甲{CLOSING}乙{OPENING}丙").count(CLOSING) == 1
    assert block(f"甲{CLOSING}乙{OPENING}丙").count(OPENING) == 1
