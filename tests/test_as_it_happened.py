"""What real branches write: late is not absent, groups meet together, old dates are known to the month, rows of totals.

The lawful case stands beside the nearest one that is not.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from pipeline.calendar_months import Month
from pipeline.documents import plan_documents
from pipeline.findings import Level
from pipeline.flows.blocking import Faults, not_even_planned, part
from pipeline.flows.templates import Templates
from pipeline.rendering import Engine, template_folders
from pipeline.workbook.reading.grid import Book, Grid
from tests.support.small import Change, Examined, book_of, cell_of, changed, examine, examine_book, small_rows
from tests.test_documents import document, summary

ROSTER, MEETINGS, ITEMS, INFO, TALKS, TARGETS = "党员名册", "会议活动", "议题发言", "支部信息", "谈话记录", "责任目标"


ENGINE = Engine(template_folders(None))


def held(found: Examined) -> list[str]:
    """Name the documents that errors hold."""
    planned = list(plan_documents(found.branch))
    faults = Faults(found.branch, found.findings)
    chosen, kept = part(planned, faults, Templates(ENGINE, found.branch).printed)
    assert len(chosen) + len(kept) == len(planned)
    rows = not_even_planned(planned, {document.kind for document in planned}, faults)
    return [each.path or each.row for each in (*kept, *rows)]


def test_late_is_not_absent() -> None:
    late: Change = (MEETINGS, "H4", "缺席", "赵四(迟到10分钟)、周六(事假)")
    text = document(examine(late), "05党课")
    assert "实到7名，缺席1名；赵四（迟到10分钟）" in text
    assert "缺席及原因\n周六（事假）" in text
    assert "赵四" in text.split("出席\n")[1].split("缺席及原因")[0]
    absent = document(examine((MEETINGS, "H4", "缺席", "赵四(病假)、周六(事假)")), "05党课")
    assert "实到6名，缺席2名" in absent


def test_groups_may_meet_together() -> None:
    together: Change = (MEETINGS, "H3", "党小组", "一组、二组")
    found = examine(together)
    assert found.codes(Level.ERROR) == set()
    assert "应到党员8名" in document(found, "04党小组会")
    assert examine((MEETINGS, "H3", "党小组", "一组、三组")).codes(Level.ERROR) == {"C16"}


def test_an_old_date_may_be_known_to_the_month() -> None:
    months = ((ROSTER, "D4", "入党日期", "2010年6月"), (ROSTER, "D4", "转正日期", "2011-6"))
    found = examine(*months, (ROSTER, "D4", "批准日期", ""))
    assert found.codes(Level.ERROR) == set()
    assert found.records.members[3].joined == Month(2010, 6, 1)
    text = document(found, "党支部_D4")
    assert "2010年6月\n" in text
    assert "2010年6月1日" not in text
    assert "13年" in text  # signed in January: whichever day of June it was
    in_the_month = (INFO, "责任书签订日期", "内容", "2025-6-15")
    assert "年党龄" not in document(examine(*months, in_the_month), "党支部_D4")
    assert examine((ROSTER, "D8", "入党日期", "2025年6月")).cells("C07") != []  # of the year itself the day is needed


def test_rules_of_age_fire_only_for_every_day_of_the_month() -> None:
    born: Change = (ROSTER, "D7", "出生日期", "1995-6-15")
    assert examine(born, (ROSTER, "D7", "入党日期", "2013-6")).cells("R03") == []
    assert examine(born, (ROSTER, "D7", "入党日期", "2013-5")).cells("R03") != []


def test_a_row_of_totals_is_one_finding() -> None:
    total: Change = (ROSTER, "+", "编号|姓名|党内职务", "合计|8人|3人")
    found = examine(total)
    assert found.cells("C41") == [cell_of(changed((total,)), ROSTER, "合计", "编号")]
    assert found.codes(Level.ERROR) == set()
    assert len(found.records.members) == 8
    assert examine((ROSTER, "+", "编号|姓名", "D9|合计同")).cells("C41") == []


def test_a_foreign_workbook_is_called_one() -> None:
    export = Grid(name="党员信息", rows=[("姓名", "身份", "入党时间"), ("张一", "正式党员", "1999-6-1")])
    found = examine_book(Book(name="export.xlsx", grids=(export,)))
    assert [(f.rule.code, f.rule.title) for f in found.findings if f.rule.code.startswith("C")] == [
        ("C01", "不是支部工作簿"),
    ]
    assert "党员信息" in found.findings[0].message


def test_a_renamed_sheet_is_one_error_that_says_so() -> None:
    book = book_of(small_rows())
    grids = tuple(replace(grid, name="会议记录表") if grid.name == MEETINGS else grid for grid in book.grids)
    found = examine_book(replace(book, grids=grids))
    errors = [f for f in found.findings if f.rule.code in {"C01", "C02"}]
    assert [(f.level, f.rule.title) for f in errors] == [(Level.ERROR, "工作表改了名称")]
    assert "会议记录表" in errors[0].message


@pytest.mark.parametrize("heading", ["缺席人员", "缺席及原因", "请假人员"])
def test_another_name_of_a_telling_column_is_taken_with_a_note(heading: str) -> None:
    found = renamed(MEETINGS, "缺席", heading)
    assert found.cells("C29", Level.NOTE) != []
    assert found.codes(Level.ERROR) == set()
    assert "实到6名，缺席1名" in document(found, "02党员大会")


def test_a_heading_like_a_telling_column_is_an_error_where_it_holds_something() -> None:
    found = renamed(MEETINGS, "缺席", "没来和请假的")
    assert found.cells("C29", Level.ERROR) != []
    assert any("02党员大会" in name for name in held(found))
    empty = renamed(TALKS, "关联立项", "缺席的谈话")
    assert empty.cells("C29", Level.ERROR) == []


def renamed(sheet: str, old: str, new: str) -> Examined:
    """Examine the small branch with a heading renamed."""
    book = book_of(small_rows())
    grids = [
        replace(grid, rows=[tuple(new if cell == old else cell for cell in grid.rows[0]), *grid.rows[1:]])
        if grid.name == sheet
        else grid
        for grid in book.grids
    ]
    return examine_book(replace(book, grids=tuple(grids)))


@pytest.mark.parametrize("word", ["无", "/", "—"])
def test_nothing_in_words_is_nought_of_votes(word: str) -> None:
    found = examine((ITEMS, "#2", "弃权", word))
    assert found.records.items[1].abstentions == 0
    assert found.cells("C18") != []
    assert "赞成6票、反对0票、弃权0票" in document(found, "02党员大会")
    assert examine((ITEMS, "#2", "弃权", "")).records.items[1].abstentions is None


def test_one_unknown_name_does_not_hide_the_others() -> None:
    found = examine((MEETINGS, "H2", "缺席", "赵四(病假)、张三(公出)、孙五(事假)"))
    assert found.cells("M06") != []  # 张三 is not on the roster
    assert any("孙五" in f.message for f in found.findings if f.rule.code == "M06")  # who reported at it


def test_a_summary_is_dated_about_its_year() -> None:
    left: Change = (INFO, "成文日期", "内容", "2024-12-31")
    found = examine(left)
    assert found.cells("Y11", Level.ERROR) == [cell_of(changed((left,)), INFO, "成文日期", "内容")]
    assert [name for name in held(found) if "年度总结" not in name] == []
    assert examine((INFO, "成文日期", "内容", "2026-1-10")).cells("Y11") == []
    assert examine((INFO, "成文日期", "内容", "2026-7-1")).cells("Y11", Level.ERROR) != []


def test_a_year_of_which_little_is_past_is_not_accused() -> None:
    spring = date(2025, 4, 1)
    rows = small_rows()
    rows[MEETINGS] = rows[MEETINGS][:1]
    rows[ITEMS] = rows[ITEMS][:1]
    rows[TALKS], rows["民主评议"], rows["表彰处置"], rows["学习培训"], rows["总结要点"], rows["立项攻关"] = (
        [],
        [],
        [],
        [],
        [],
        [],
    )
    rows[ROSTER] = rows[ROSTER][:7]
    rows[TARGETS] = rows[TARGETS][:11]
    early = examine_book(book_of(rows), as_of=spring)
    assert early.cells("Y11", Level.WARNING) != []
    assert {"F06", "F07", "F08", "K01"} & early.codes() == set()
    text = document(early, "年度工作总结")
    assert "截至2025年12月31日" not in text
    assert "截至2025年3月6日" in text
    old = [row | {"内容": "2024-12-31"} if row["项目"] == "成文日期" else row for row in rows[INFO]]
    left = examine_book(book_of(rows | {INFO: old}), as_of=spring)
    assert {"F06", "F07", "F08", "K01"} & left.codes() == set()


def test_a_meeting_of_early_next_year_may_belong_to_this_one() -> None:
    late = ((MEETINGS, "H5", "日期", "2026-1-9"), (INFO, "成文日期", "内容", "2026-1-12"))
    undated = examine(*late)
    assert undated.cells("M02", Level.WARNING) != []
    assert "F06" in undated.codes()
    belongs = examine(*late, (MEETINGS, "H5", "所属年度", "2025"))
    assert belongs.cells("M02") == []
    assert "F06" not in belongs.codes()
    assert belongs.codes(Level.ERROR) == set()
    assert "2026年1月9日召开组织生活会" in summary(*late, (MEETINGS, "H5", "所属年度", "2025"))
    earlier = (INFO, "成文日期", "内容", "2026-1-8")
    assert examine(*late, earlier).cells("Y07") == []  # a summary does not tell of a meeting of another year
    assert examine(*late, earlier, (MEETINGS, "H5", "所属年度", "2025")).cells("Y07") != []
    last_year = examine((MEETINGS, "H5", "日期", "2025-3-9"), (MEETINGS, "H5", "所属年度", "2024"))
    assert last_year.cells("M02") == []
    assert "F06" in last_year.codes()


def test_who_leaves_and_comes_back_is_there_again() -> None:
    away = ((ROSTER, "D7", "转出日期", "2025-2-1"), (ROSTER, "D7", "转回日期", "2025-9-5"))
    found = examine(*away)
    between, after = (next(m for m in found.branch.meetings if m.number == number) for number in ("H2", "H4"))
    assert "吴七" not in [member.name for member in found.branch.expected(between)]
    assert "吴七" in [member.name for member in found.branch.expected(after)]
    assert "年内接收预备党员1名、转回1名、转出1名。" in summary(*away)
    assert examine(away[0]).cells("R11") == []
    assert examine((ROSTER, "D7", "转回日期", "2025-9-5")).cells("R11") != []


def test_a_branch_that_signs_no_agreements_gets_everything_else() -> None:
    none = tuple((TARGETS, str(row["目标内容"]), "-", "") for row in small_rows()[TARGETS])
    found = examine(*none)
    assert found.codes(Level.ERROR) == set()
    assert found.cells("T01", Level.NOTE) == [TARGETS]
    kinds = {document.kind for document in plan_documents(found.branch)}
    assert {document.kind for document in plan_documents(examine().branch)} - kinds == {
        "责任书",
        "责任书签订汇总表",
        "考核得分表",
    }


def test_control_characters_are_left_out_and_told() -> None:
    found = examine((MEETINGS, "H1", "主题", "研究\x01工作"))
    assert found.cells("C13", Level.WARNING) != []
    assert "研究工作" in document(found, "03支委会")
    assert examine((MEETINGS, "H1", "主题", "研究\ufffd工作")).cells("C13", Level.ERROR) != []


def test_a_choice_that_is_only_printed_is_printed_as_typed() -> None:
    found = examine((TALKS, "T2", "类型", "支委-非党员"))
    assert found.cells("C09", Level.WARNING) != []
    assert "支委-非党员" in document(found, "T2钱九")
    assert examine((TALKS, "T2", "方式", "微信")).cells("C09", Level.ERROR) != []


def test_numbers_in_words_are_those_who_were_there() -> None:
    def said(words: str) -> list[str]:
        return examine((ITEMS, "#2", "决议", f"{words}，同意接收郑八为预备党员。")).cells("M27")

    assert said("六人一致同意") == []
    assert said("七名党员一致同意") != []
    assert said("三名同志发言") == []


def test_the_sign_in_sheet_may_count_who_waits_for_approval() -> None:
    waiting = ((ROSTER, "D8", "入党日期", "2025-6-26"), (MEETINGS, "H2", "签到应到", "8"), (MEETINGS, "H2", "签到实到", "7"), (MEETINGS, "H2", "列席", ""))  # fmt: skip
    found = examine(*waiting)
    assert found.cells("M05", Level.WARNING) == [cell_of(changed(waiting), MEETINGS, "H2", "签到应到")]
    assert examine((MEETINGS, "H2", "签到应到", "9")).cells("M05", Level.ERROR) != []


def test_an_organisational_life_meeting_by_groups_is_one() -> None:
    head = "编号|类型|日期|开始|结束|地点|主持人|记录人|党小组"
    groups = (
        (MEETINGS, "H5", "类型", "组织生活会"),
        (MEETINGS, "H5", "党小组", "一组"),
        (MEETINGS, "+", head, "H8|组织生活会|2025-12-8|14:00|16:00|会议室|孙五|周六|二组"),
    )
    text = summary(*groups)
    assert "12月5日、12月8日分组召开组织生活会，" in text
    later = (*groups[:2], (MEETINGS, "+", head, "H8|组织生活会|2025-8-8|14:00|16:00|会议室|孙五|周六|二组"))
    assert "8月8日、12月5日召开组织生活会2次，" in summary(*later)
    assert "2025年第1次" in document(examine(*groups), "20251208")


def test_a_year_not_over_is_called_so() -> None:
    assert "（阶段总结）" not in summary()
    assert "（阶段总结）" in summary(
        (INFO, "成文日期", "内容", "2025-9-30"), (MEETINGS, "H5", "-", ""), (MEETINGS, "H6", "-", "")
    )


def test_nothing_cites_what_came_later() -> None:
    early: Change = ("表彰处置", "赵四", "日期", "2025-6-26")
    assert examine(early).cells("Y12", Level.WARNING) == [cell_of(changed((early,)), "表彰处置", "赵四", "日期")]
    assert examine(("表彰处置", "赵四", "日期", "2025-6-27")).cells("Y12") == []
    new: Change = (INFO, "依据文件", "结果或备注", "2025年6月1日起施行")
    assert examine(new).cells("Y12", Level.WARNING) == [cell_of(changed((new,)), INFO, "依据文件", "结果或备注")]
    assert examine((INFO, "依据文件", "结果或备注", "2018年10月28日起施行")).cells("Y12") == []
