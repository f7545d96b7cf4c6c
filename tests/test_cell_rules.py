"""Findings about sheets, columns and single cells, and about references between sheets."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from fractions import Fraction
from pathlib import Path

import pytest

from pipeline.findings import Level, column_letters
from pipeline.flows.own_columns import with_taken_names
from pipeline.rules import catalogue
from pipeline.schema.members import NATIONS
from pipeline.settings import Settings
from pipeline.workbook.reading.grid import Book, Cell, ErrorCell, Grid, PictureCell, UncalculatedCell
from tests.support.small import (
    SELDOM,
    Change,
    book_of,
    cell_of,
    changed,
    examine,
    examine_book,
    grid_of,
    headings_of,
    small_rows,
)

ROSTER, TARGETS, MEETINGS, ITEMS, TALKS = "党员名册", "责任目标", "会议活动", "议题发言", "谈话记录"
INFO = "支部信息"
BEHIND = column_letters(len(headings_of(ROSTER)) + 1)
"""The first column behind those of the roster."""


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("C06", (TALKS, "T1", "地点", "")),
        ("C06", (INFO, "支部全称", "内容", "")),
        ("C06", (TALKS, "T2", "对象身份", "")),
        ("C06", (ITEMS, "#2", "表决类型", "")),
        ("C06", (ROSTER, "D8", "批准日期", None)),
        ("C07", (ROSTER, "D4", "出生日期", "1985年")),
        ("C07", (INFO, "成文日期", "内容", "十二月")),
        ("C08", (MEETINGS, "H1", "开始", "二点")),
        ("C09", (TALKS, "T1", "方式", "微信")),
        ("C09", (MEETINGS, "H1", "类型", "支委会、茶话会")),
        ("C09", (ROSTER, "D4", "党内职务", "总指挥")),
        ("C10", (TARGETS, "一次交验合格", "分值", "二十五")),
        ("C10", (ITEMS, "#2", "赞成", "5.5")),
        ("C10", (ITEMS, "#2", "赞成", "-5")),
        ("C10", (INFO, "年度", "内容", "25")),
        ("C11", (MEETINGS, "H1", "主题", ErrorCell("#N/A"))),
        ("C12", (MEETINGS, "H1", "主题", UncalculatedCell())),
        ("C13", (MEETINGS, "H1", "主题", "研究\x07工作")),
        ("C13", (MEETINGS, "H1", "主题", "研究\ud800工作")),
        ("C13", (MEETINGS, "H1", "主题", "研究\uffff工作")),
        ("C14", (MEETINGS, "H1", "记录人", "钱十")),
        ("C14", (ITEMS, "#3", "发言人", "钱十")),
        ("C14", (TALKS, "T1", "谈话对象", "钱十")),
        ("C14", (TARGETS, "带徒弟一名", "适用", "李三")),
        ("C14", ("民主评议", "吴七", "党员", "吴八")),
        ("C16", (ROSTER, "D4", "党小组", "三组")),
        ("C16", (MEETINGS, "H3", "党小组", "三组")),
        ("C16", (ITEMS, "#1", "会议编号", "H11")),
        ("C16", ("表彰处置", "赵四", "会议编号", "H11")),
        ("C17", (TALKS, "T2", "编号", "T1")),
        ("C18", (ROSTER, "D4", "党员类别", "正式党员")),
        ("C18", (ROSTER, "D4", "出生日期", 31048)),
        ("C19", (MEETINGS, "H1", "日期", "3月6日")),
        ("C25", (ROSTER, "D4", "编号", 110105199003078888)),
        ("C26", (TARGETS, "带徒弟一名", "得分", "良")),
        ("C26", (ITEMS, "#2", "公示起止", "2025-6-11")),
        ("C26", (MEETINGS, "H1", "主持人", "张一、李二")),
        ("C27", (ROSTER, "D4", "姓名", "赵4?")),
        ("C27", (ROSTER, "D4", "编号", "D#4")),
        ("C27", (TALKS, "T1", "编号", "谈1")),
        ("C30", (MEETINGS, "H1", "主题", PictureCell())),
        ("C33", (ITEMS, "#1", "批评对象", "张一")),
        ("C33", (ITEMS, "#5", "决议", "改正。")),
        ("C36", ("表彰处置", "赵四", "日期", "2024-12-30")),
        ("C33", (MEETINGS, "H1", "主持人", "张一(受党委委托)")),
        ("C33", (MEETINGS, "H1", "记录人", "李二（代）")),
        ("C33", (TALKS, "T2", "谈话对象", "钱九(由其妻陪同)")),
        ("C33", (TALKS, "T1", "谈话人", "张一、李二(后到)")),
        ("C33", (TALKS, "T1", "谈话人", "张一(D9)")),
        ("C33", (TARGETS, "带徒弟一名", "适用", "李二(新任)")),
        ("C33", (TARGETS, "按时参加组织生活", "得分", "58、李二(补考)57")),
        ("C33", (INFO, "年度", "文号或含义", "2025年度")),
        ("C33", (INFO, "党小组", "结果或备注", "兼管")),
        ("C33", (INFO, "委员分工", "结果或备注", "兼管")),
        ("C33", (INFO, "口号", "结果或备注", "兼管")),
    ],
    ids=str,
)  # fmt: skip
def test_the_cell_itself_is_told(code: str, change: Change) -> None:
    sheet, key, heading, value = change
    if code == "C06" and key == "D8":  # confirmed in the year without the date of approval
        changes: tuple[Change, ...] = (change, (sheet, key, "党员类别", "正式"), (sheet, key, "转正日期", "2026-6-27"))
    elif code == "C27" and heading == "编号" and sheet == TALKS:
        extra = "编号|方式|类型|谈话人|谈话对象|日期|开始|地点|事由|谈话内容"
        text = (
            "|谈心谈话|支委-党员|张一|孙五|2025-5-{}|9:00|车间|了解|谈了班组里的情况和他的想法，他表示会继续努力干好。"
        )
        changes = (*((sheet, "+", extra, f"T{n}{text.format(n)}") for n in range(3, 13)), change)
    else:
        changes = (change,)
    found = examine(*changes)
    rows = changed(changes)
    row_key = str(value) if heading in {"编号", "党员"} and not isinstance(value, int) else key
    row_key = "#2" if code == "C17" else "#4" if code == "C25" else row_key
    assert cell_of(rows, sheet, row_key, heading) in found.cells(code)


def book_with(**sheets: Grid | None) -> Book:
    """Replace whole sheets of the small book; None takes one away."""
    grids = {grid.name: grid for grid in book_of(small_rows()).grids}
    grids.update({name: grid for name, grid in sheets.items() if grid is not None})
    return replace(
        book_of(small_rows()), grids=tuple(g for name, g in grids.items() if sheets.get(name, g) is not None)
    )


def roster_grid() -> Grid:
    return grid_of(ROSTER, small_rows()[ROSTER])


def test_c01_a_missing_sheet_and_its_likely_misspelling() -> None:
    grid = replace(grid_of(TALKS, small_rows()[TALKS]), name="谈话纪录")
    found = examine_book(book_with(谈话记录=None, 谈话纪录=grid))
    assert found.cells("C01") == [TALKS]
    assert "谈话纪录" in next(f.message for f in found.findings if f.rule.code == "C01")
    assert found.cells("C02") == []  # one cause, one finding
    assert found.codes(Level.ERROR) == {"C01", "Y02"}  # the summary cites a talk that nobody can read
    gone = examine_book(book_with(谈话记录=None))
    assert gone.cells("C01", Level.WARNING) == [TALKS]
    assert gone.codes(Level.ERROR) == {"Y02"}


def test_c02_our_own_sheets_and_empty_ones_are_no_strangers() -> None:
    guide, empty = Grid(name="填写说明", rows=[("怎么填",)]), Grid(name="Sheet1", rows=[])
    assert examine_book(book_with(填写说明=guide, Sheet1=empty)).cells("C02") == []


def test_c03_and_c04_missing_columns() -> None:
    grid = roster_grid()
    head = tuple({"姓名": "人名", "民族": "族别"}.get(str(h), h) for h in grid.rows[0])
    found = examine_book(book_with(党员名册=replace(grid, rows=[head, *grid.rows[1:]])))
    assert [f.where.heading for f in found.findings if f.rule.code == "C03"] == ["姓名"]
    assert [f.where.heading for f in found.findings if f.rule.code == "C04"] == ["民族"]


def test_c05_a_column_that_stands_twice() -> None:
    grid = roster_grid()
    rows = [(*grid.rows[0], "姓名"), *grid.rows[1:]]
    found = examine_book(book_with(党员名册=replace(grid, rows=rows)))
    assert found.cells("C05") == [f"党员名册!{BEHIND}1"]


def test_c15_an_ambiguous_name_is_asked_for_not_guessed() -> None:
    namesake: Change = (ROSTER, "D5", "姓名", "赵四")
    found = examine(namesake, (MEETINGS, "H2", "缺席", "赵四(病假)"))
    assert cell_of(changed((namesake,)), MEETINGS, "H2", "缺席") in found.cells("C15")
    for name in ("赵四(D4)(病假)", "D4(病假)", "赵四（D4）（病假）", "赵四(D4，病假)"):
        assert MEETINGS not in " ".join(examine(namesake, (MEETINGS, "H2", "缺席", name)).cells("C15")), name


def test_c20_to_c22_keys_of_the_branch() -> None:
    unknown: Change = (INFO, "+", "项目|内容", "支部书纪|张一")
    assert examine(unknown).cells("C20") == [cell_of(changed((unknown,)), INFO, "支部书纪", "项目")]
    twice: Change = (INFO, "+", "项目|内容", "年度|2024")
    rows = changed((twice,))
    assert examine(twice).cells("C21") == [f"{INFO}!A{len(rows[INFO]) + 1}"]
    assert examine((INFO, "届满日期", "-", "")).cells("C22") == []
    for key, level in (("支部全称", Level.ERROR), ("上级党组织", Level.WARNING)):
        gone = examine((INFO, key, "-", ""))
        assert [(f.where.heading, f.level) for f in gone.findings if f.rule.code == "C22"] == [(key, level)]
    same: Change = (INFO, "+", "项目|内容", "年度|2025")
    assert examine(same).cells("C21", Level.WARNING) == [f"{INFO}!A{len(changed((same,))[INFO]) + 1}"]


def test_c23_merged_cells_among_the_data() -> None:
    merged = replace(roster_grid(), merged=("H2:H5", "A40:B41"))
    assert examine_book(book_with(党员名册=merged)).cells("C23") == ["党员名册!H2"]


def test_c24_hidden_content_is_used_and_said() -> None:
    grid = replace(roster_grid(), hidden=True, hidden_rows=(3, 90), hidden_columns=(2, 60))
    found = examine_book(book_with(党员名册=grid))
    assert found.cells("C24") == ["党员名册", "党员名册!3", "党员名册!B"]
    assert found.codes(Level.ERROR, Level.WARNING) == SELDOM


def test_c28_and_c29_unknown_columns_are_kept_or_questioned() -> None:
    rows = small_rows()
    for row in rows[ROSTER]:
        row["血型"] = "A"
    found = examine_book(book_of(rows))
    assert found.cells("C28") == [f"党员名册!{BEHIND}1"]
    assert found.records.members[0].extras == {"血型": "A"}
    grid = roster_grid()
    head = tuple("转正日朝" if heading == "转正日期" else heading for heading in grid.rows[0])
    found = examine_book(book_with(党员名册=replace(grid, rows=[head, *grid.rows[1:]])))
    assert found.cells("C29") == ["党员名册!L1"]


def test_c31_a_sheet_without_headings() -> None:
    assert examine_book(book_with(谈话记录=Grid(name=TALKS, rows=[]))).cells("C31") == [TALKS]


def test_c32_content_below_no_heading() -> None:
    grid = roster_grid()
    rows = [(*grid.rows[0], None), (*grid.rows[1], "遗漏"), *grid.rows[2:]]
    assert examine_book(book_with(党员名册=replace(grid, rows=rows))).cells("C32") == [f"党员名册!{BEHIND}2"]


def test_c34_two_sheets_whose_names_differ_by_a_space() -> None:
    grids = book_of(small_rows()).grids
    twin = replace(grid_of(TALKS, small_rows()[TALKS]), name=f"{TALKS} ")
    for order in ((*grids, twin), (twin, *grids)):
        found = examine_book(Book(name="small.xlsx", grids=order))
        assert found.cells("C34") == [order[-1].name if order[-1] is twin else TALKS]
        assert len(found.records.talks) == 6
    empty = Grid(name=f"{TALKS} ", rows=[(None,)])
    for order in ((*grids, empty), (empty, *grids)):
        found = examine_book(Book(name="small.xlsx", grids=order))
        assert found.cells("C34") == []
        assert len(found.records.talks) == 6


def test_c35_an_empty_roster() -> None:
    head = roster_grid().rows[:1]
    for rows in (head, [*head, (None, " ")]):
        assert examine_book(book_with(党员名册=Grid(name=ROSTER, rows=rows))).cells("C35") == [ROSTER]
    for grid in (Grid(name=ROSTER, rows=[]), None):  # said already
        assert examine_book(book_with(党员名册=grid)).cells("C35") == []
    assert examine().cells("C35") == []


def test_illegal_characters_in_the_users_own_columns_are_told() -> None:
    rows = small_rows()
    rows[ROSTER][0]["血型"] = "A\x01"
    assert examine_book(book_of(rows)).cells("C13") == [f"党员名册!{BEHIND}2"]


def test_headings_may_move_and_be_decorated() -> None:
    grid = roster_grid()
    order = list(range(len(grid.rows[0])))[::-1]
    decorated: dict[Cell, Cell] = {"姓名": " 姓 名* ", "党小组": "党\n小组", "编号": "编号（必填）", "岗位": "岗位："}
    head = tuple(decorated.get(grid.rows[0][n], grid.rows[0][n]) for n in order)
    body = [tuple(row[n] for n in order) for row in grid.rows[1:]]
    moved = replace(grid, rows=[("装配车间党员名册",), (), head, body[0], (None, " "), (), *body[1:]])
    found = examine_book(book_with(党员名册=moved))
    assert found.codes(Level.ERROR, Level.WARNING) == SELDOM
    assert [member.origin.row for member in found.records.members] == [4, 7, 8, 9, 10, 11, 12, 13]


@pytest.mark.parametrize(
    "typed", ["张 一", " 张一", "张\u3000一", "张\xa0一", "张\u200b一", "D1", "ｄ1", "张一(D1)", "张一（D1）"]
)
def test_one_person_however_the_name_is_spaced(typed: str) -> None:
    found = examine((MEETINGS, "H1", "主持人", typed))
    assert found.codes(Level.ERROR, Level.WARNING) == SELDOM
    chair = found.records.meetings[0].chair
    assert chair is not None
    assert (chair.name, chair.number) == ("张一", "D1")


@pytest.mark.parametrize(
    "typed",
    ["王三、李二", "王三，李二", "王三,李二", "王三；李二", "王三\n李二", "王三/李二", "王三 李二", "王 三、李 二"],
)
def test_lists_of_people_in_all_customary_forms(typed: str) -> None:
    found = examine((ITEMS, "#1", "责任人", typed))
    assert [person.number for person in found.records.items[0].responsible] == ["D3", "D2"]


def test_nothing_is_said_of_cells_that_a_key_uses() -> None:
    used = ((INFO, "依据文件", "结果或备注", "2018年"), (INFO, "集体荣誉", "内容", ""))
    assert (
        examine(used[0], (INFO, "+", "项目|内容|文号或含义|结果或备注", "集体荣誉|红旗单位|文号|第三名")).cells("C33")
        == []
    )


@pytest.mark.parametrize(
    ("heading", "typed", "code"),
    [
        ("入党日期", datetime(1905, 7, 18, 7, 12), "C07"),
        ("入党日期", "1920-12-31", "C07"),
        ("入党日期", datetime(9999, 12, 31), "C07"),
        ("入党日期", float("inf"), "C07"),
        ("出生日期", datetime(9999, 12, 31), "C07"),
        ("出生日期", datetime(1905, 5, 25, 19, 12), "C07"),
        ("出生日期", "2025年5月", "C07"),
    ],
    ids=str,
)
def test_one_error_for_a_date_out_of_all_reason(heading: str, typed: Cell, code: str) -> None:
    change: Change = (ROSTER, "D4", heading, typed)
    found = examine(change)
    errors = [finding for finding in found.findings if finding.is_error]
    assert [(error.rule.code, str(error.where)) for error in errors] == [
        (code, cell_of(changed((change,)), ROSTER, "D4", heading))
    ]


def test_an_old_birthday_is_a_birthday() -> None:
    assert examine((ROSTER, "D4", "出生日期", "1920-12-31")).codes(Level.ERROR) == set()


@pytest.mark.parametrize(
    ("sheet", "key", "heading"),
    [
        (ROSTER, "D4", "转入日期"),
        (ROSTER, "D4", "小组长"),
        (ROSTER, "D4", "党内职务"),
        (ROSTER, "D4", "文化程度"),
        (MEETINGS, "H1", "党小组"),
        (MEETINGS, "H1", "授课人"),
        (MEETINGS, "H1", "学时"),
        (TALKS, "T2", "关联立项"),
        ("立项攻关", "L1", "效益金额"),
        ("立项攻关", "L1", "完成日期"),
        (INFO, "责任书合格分", "内容"),
    ],
)
@pytest.mark.parametrize("typed", ["无", "-", "／", "暂无"])
def test_nothing_in_words_where_a_cell_may_stay_blank(sheet: str, key: str, heading: str, typed: str) -> None:
    blank, worded = (examine((sheet, key, heading, value)) for value in ("", typed))
    assert worded.codes() == blank.codes()
    assert worded.cells("C06") == blank.cells("C06")


def test_nothing_in_words_is_no_answer_where_one_is_required() -> None:
    assert examine((MEETINGS, "H1", "日期", "无")).cells("C07") == [cell_of(small_rows(), MEETINGS, "H1", "日期")]


@pytest.mark.parametrize(
    ("sheet", "key", "heading", "typed", "like"),
    [
        (ROSTER, "D4", "文化程度", "硕士研究生", "研究生"),
        (ROSTER, "D4", "文化程度", "高中（中专）", "高中"),
        (ROSTER, "D3", "党内职务", "纪律检查委员", "纪检委员"),
        (MEETINGS, "H1", "类型", "支委会（扩大）", "支委会"),
        (MEETINGS, "H4", "类型", "主题党日活动、党课", "主题党日、党课"),
        (MEETINGS, "H1", "主持人", "支部书记张一", "张一"),
        (MEETINGS, "H1", "主持人", "张一书记", "张一"),
        (TALKS, "T1", "谈话人", "书记张一、组织委员李二同志", "张一、李二"),
        (MEETINGS, "H2", "缺席", "赵四：病假", "赵四(病假)"),
        (MEETINGS, "H2", "缺席", "赵四出差", "赵四(出差)"),
        (MEETINGS, "H2", "缺席", "赵四 病假", "赵四(病假)"),
    ],
)
def test_customary_wordings_are_understood_and_said(sheet: str, key: str, heading: str, typed: str, like: str) -> None:
    change: Change = (sheet, key, heading, typed)
    found, plain = examine(change), examine((sheet, key, heading, like))
    assert found.cells("C18") == [cell_of(changed((change,)), sheet, key, heading)]
    assert found.codes(Level.ERROR, Level.WARNING) == plain.codes(Level.ERROR, Level.WARNING)
    name = next(
        column.name
        for s, _ in found.branch.records.tables()
        if s.name == sheet
        for column in s.columns
        if column.heading == heading
    )
    row = [sheet for sheet, _ in found.branch.records.tables()].index(
        next(s for s, _ in found.branch.records.tables() if s.name == sheet)
    )
    values = [
        [getattr(record, name) for record in examined.branch.records.tables()[row][1]] for examined in (found, plain)
    ]
    assert values[0] == values[1]


@pytest.mark.parametrize("typed", ["张一同志", "张 一 同志"])
def test_a_courtesy_is_dropped_quietly(typed: str) -> None:
    found = examine((MEETINGS, "H1", "主持人", typed))
    assert found.codes() == examine().codes()
    assert found.records.meetings[0].chair == examine().records.meetings[0].chair


def test_strangers_keep_their_titles() -> None:
    found = examine((MEETINGS, "H1", "缺席", "钱十出差"))
    assert found.cells("M06") == [cell_of(small_rows(), MEETINGS, "H1", "缺席")]
    assert examine((MEETINGS, "H2", "缺席", "赵四海")).cells("M06")  # 海 is no reason


@pytest.mark.parametrize("dot", "•·‧∙・･．.")
def test_the_dots_inside_a_name_are_one(dot: str) -> None:
    name, spelt = "艾力·买买提", f"艾力{dot}买买提"
    found = examine((ROSTER, "D5", "姓名", name), (TARGETS, "修旧利废十件", "适用", spelt), ("民主评议", "孙五", "党员", spelt),
                    ("责任区", "一号台位", "责任党员", f"赵四、{spelt}"), (MEETINGS, "H3", "主持人", spelt),
                    (ITEMS, "#3", "发言人", spelt), (TALKS, "T13", "谈话对象", f"{spelt}、周六、吴七、郑八"),
                    (TALKS, "T14", "谈话人", spelt), ("立项攻关", "L1", "组员", spelt))  # fmt: skip
    assert found.codes(Level.ERROR, Level.WARNING) == SELDOM
    assert {str(person) for project in found.records.projects for person in project.team} == {name}


def test_everybody_is_no_partner_of_a_talk() -> None:
    found = examine((TALKS, "T1", "谈话对象", "全体党员"))
    assert [(f.rule.code, str(f.where)) for f in found.findings if f.is_error] == [
        ("C26", cell_of(small_rows(), TALKS, "T1", "谈话对象"))
    ]


def test_nations_however_they_are_shortened() -> None:
    for typed, name in {"汉": "汉族", "维族": "维吾尔族", " 土家 族": "土家族"}.items():
        found = examine((ROSTER, "D4", "民族", typed))
        assert found.records.members[3].nation == name
        assert found.cells("C27") == []
    assert examine((ROSTER, "D4", "民族", "汗族")).cells("C27") == [cell_of(small_rows(), ROSTER, "D4", "民族")]
    assert len(set(NATIONS)) == 56


@pytest.mark.parametrize("typed", ["无", "无缺席", "全勤", "—", "/"])
def test_nobody_in_words(typed: str) -> None:
    assert examine((MEETINGS, "H1", "缺席", typed)).records.meetings[0].absences == ()


def test_numbers_stored_as_text_and_with_their_units() -> None:
    found = examine(
        (ITEMS, "#2", "赞成", " ６票"), (TARGETS, "一次交验合格", "分值", "25分"), (INFO, "年度", "内容", "2025年")
    )
    assert found.codes(Level.ERROR, Level.WARNING) == SELDOM
    assert found.records.items[1].ayes == 6
    assert examine((TARGETS, "一次交验合格", "分值", 0.1 + 0.2)).records.targets[1].points is not None
    assert str(examine((TARGETS, "一次交验合格", "分值", 0.1 + 0.2)).records.targets[1].points) == "0.3"


def test_text_arrives_as_typed_inside() -> None:
    typed = " 第一段  两格\r\n\u3000\u3000第二段 & < > \" ' {{ x }} {% if %}\t制表 "
    minutes = examine((MEETINGS, "H4", "内容纪要", typed)).records.meetings[3].minutes
    assert minutes == "第一段  两格\n\u3000\u3000第二段 & < > \" ' {{ x }} {% if %}\t制表"


def test_dates_and_numbers_in_text_columns_read_as_a_person_sees_them() -> None:
    assert examine((MEETINGS, "H1", "主题", datetime(2025, 3, 6))).records.meetings[0].theme == "2025年3月6日"
    assert examine((MEETINGS, "H1", "主题", 3.0)).records.meetings[0].theme == "3"
    assert examine((MEETINGS, "H1", "主题", True)).records.meetings[0].theme == "TRUE"
    assert examine((MEETINGS, "H1", "主题", True)).cells("C27") == [cell_of(small_rows(), MEETINGS, "H1", "主题")]
    assert examine((ROSTER, "D4", "小组长", True)).records.members[3].leads_group == "是"


def test_posts_with_their_times() -> None:
    posts = examine((ROSTER, "D2", "党内职务", "副书记(至2025-6-30)、支部书记（2025-7-1起）")).records.members[1].posts
    assert [(post.title, str(post.since), str(post.until)) for post in posts] == [
        ("副书记", "None", "2025-06-30"),
        ("书记", "2025-07-01", "None"),
    ]
    both = examine((ROSTER, "D2", "党内职务", "组织委员兼宣传委员")).records.members[1].posts
    assert [post.title for post in both] == ["组织委员", "宣传委员"]


def setting(*rows: str) -> tuple[Change, ...]:
    """Add rows to 设置."""
    return tuple(("设置", "+", "项目|设定", row) for row in rows)


@pytest.mark.parametrize(
    "row",
    [
        "录入期限|366",
        "录入期限|一周",
        "夜间起点|很晚",
        "责任书签订期限|4月31日",
        "优秀比例上限|3",
        "优秀比例上限|零分之一",
    ],
)
def test_c34_a_setting_that_cannot_be_used_leaves_the_default(row: str) -> None:
    found = examine(*setting(row))
    assert found.cells("C37") == ["设置!B2"]
    assert found.branch.settings == Settings()


def test_c35_only_warnings_are_switched_off() -> None:
    found = examine(*setting("停用的检查|M04、Z99、C27、m22"), (MEETINGS, "H1", "录入日期", "2025-12-1"))
    assert found.cells("C38") == ["设置!B2"] * 3
    assert found.cells("G09") == ["设置!B2"]
    assert found.branch.settings.switched_off == {"M22"}
    assert found.cells("M22") == []


def test_c36_and_c20_rows_of_settings() -> None:
    found = examine(*setting("录入期限|9", "录入期限|10", "录入期现|11"))
    assert found.cells("C39") == ["设置!B3"]
    assert found.cells("C20") == ["设置!A4"]
    assert found.branch.settings.entry_days == 9


def test_settings_are_read_as_people_write_them() -> None:
    rows = (
        "录入期限|14天",
        "夜间起点|下午11:00",
        "责任书签订期限|4月15日",
        "优秀比例上限|百分之十五",
        "会议最短|20分钟",
        "雷同程度|90%",
    )
    settings = examine(*setting(*rows)).branch.settings
    assert settings == Settings(
        entry_days=14,
        late_hour=time(23, 0),
        signing_month_day=(4, 15),
        excellent_share=Fraction(15, 100),
        shortest_meeting=20,
        similar_percent=90,
    )


def own_column(heading: str) -> list[str]:
    """Give the codes at the heading of a column of the branch's own on 会议活动, as a run reports them."""
    found = examine(("会议活动", "H1", heading, "随手记的"))
    return [f.rule.code for f in with_taken_names(found.findings) if f.where.sheet == "会议活动" and f.where.row == 1]


def test_a_column_of_ones_own_with_a_computed_name_is_told() -> None:
    assert own_column("人数") == ["C40"]
    assert own_column("经费") == ["C28"]


def test_every_cell_rule_is_tested() -> None:
    files = (Path(__file__), Path(__file__).with_name("test_as_it_happened.py"))
    here = "".join(path.read_text(encoding="utf-8") for path in files)
    rules = {code for code in catalogue() if code.startswith("C")}
    assert {code for code in rules if code not in here and code.lower() not in here} == set()
