"""The annexes of the work summary: the example's figures as counted by hand, and the edges of each table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import cast

import docx
import pytest
from lxml import etree
from openpyxl import load_workbook

from pipeline.documents import plan_documents
from pipeline.documents.fields import Context
from pipeline.documents.kinds import BY_NAME
from pipeline.facts.branch import Branch
from pipeline.flows.examining import examine as examined
from pipeline.flows.examining import opened
from pipeline.ooxml.package import Properties
from pipeline.ooxml.zip import read_parts
from pipeline.rendering import Engine, template_folders
from tests.conftest import EXAMPLE, TODAY
from tests.support.small import Change, examine
from tests.support.word import paragraphs_of

Table = Sequence[Mapping[str, object]]
ENGINE = Engine(template_folders(None))
SUMMARY = BY_NAME["工作总结"]
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


@pytest.fixture(scope="module")
def example() -> Context:
    """Everything the example's summary prints."""
    return context_of(examined(opened(EXAMPLE, ""), TODAY)[0])


def context_of(branch: Branch) -> Context:
    """Compute what the summary of a branch prints."""
    (planned,) = SUMMARY.plan(branch, {})
    return planned.build()


def small(*changes: Change) -> Context:
    """Compute what the summary of the small branch prints, with some cells changed."""
    return context_of(examine(*changes).branch)


def annex(context: Context, name: str) -> Mapping[str, object]:
    """Give what an annex shows."""
    return cast("Mapping[str, Mapping[str, object]]", context["附件"])[name]


def lines(context: Context, name: str, table: str) -> list[tuple[object, ...]]:
    """Give the rows of a table of an annex."""
    return [tuple(row.values()) for row in cast(Table, annex(context, name)[table])]


def written(branch: Branch) -> bytes:
    """Write the summary of a branch."""
    (planned,) = plan_documents(branch, [SUMMARY])
    properties = Properties(title=planned.title, author=branch.info.short_name, day=planned.day)
    return ENGINE.render(planned.template, planned.build(), properties)


MEETINGS = """
党员大会 6 155 142 91.6% 92.0% 88.5% 92.3% 92.3%
支委会 14 70 67 95.7% 95.0% 100% 95.0% 93.3%
党小组会 36 310 274 88.4% 90.7% 88.5% 86.1% 88.5%
党课 5 130 114 87.7% 84.0% 88.5% 88.9% 88.5%
主题党日 12 310 275 88.7% 89.3% 89.7% 87.3% 88.5%
组织生活会 1 26 24 92.3% — — — 92.3%
民主评议 1 26 24 92.3% — — — 92.3%
"""
MEMBERS = """
第一党小组 郑卫东 49 48 98.0% . 74 56 .
第一党小组 周国梁 35 34 97.1% 1 55 32 .
第一党小组 沈志刚 35 29 82.9% 2 43 32 .
第一党小组 王海涛（钳工） 35 32 91.4% . 39 32 .
第一党小组 罗伟 35 31 88.6% 1 40 32 .
第一党小组 程建军 35 29 82.9% . 38 32 .
第一党小组 马晓东 35 33 94.3% . 41 32 .
第一党小组 田力 35 33 94.3% 1 42 32 .
第一党小组 何建业 16 16 100% . 21 — 8月12日批准
第二党小组 高敏 49 46 93.9% . 97 56 .
第二党小组 孙德海 49 46 93.9% . 73 56 .
第二党小组 吴长林 35 35 100% . 51 32 .
第二党小组 冯志远 35 21 60.0% 4 33 32 .
第二党小组 彭春生 35 25 71.4% 2 36 32 .
第二党小组 曹军 35 31 88.6% 1 39 32 .
第二党小组 董文斌 35 32 91.4% . 40 32 .
第二党小组 王海涛（井场服务工） 35 26 74.3% 1 37 32 .
第二党小组 尹大成 22 21 95.5% . 50 — 9月15日转出
第二党小组 赵雪 27 27 100% . 33 — 4月8日转入
第三党小组 韩立峰 49 46 93.9% . 124 56 .
第三党小组 林晓燕 49 48 98.0% . 78 56 .
第三党小组 白玉珍 35 30 85.7% 2 39 32 .
第三党小组 贺明 35 33 94.3% 1 49 32 .
第三党小组 许文静 35 32 91.4% . 64 32 .
第三党小组 雷鸣 35 27 77.1% . 34 32 .
第三党小组 丁宝山 — — — . 4 — 不计入应到
第三党小组 苏倩 35 33 94.3% . 55 32 .
第三党小组 杨帆 35 29 82.9% . 38 32 .
"""
TALKS = """
支委之间 4 3 — — 7 — — —
支委与党员 19 2 — 1 22 7 7 5
党员之间 8 2 1 — 11 — — —
支部与群众 8 — 1 4 13 9 9 8
"""
"""Counted apart from the program; a full stop stands for an empty cell."""


def typed(text: str) -> list[tuple[str, ...]]:
    """Read a table typed by hand."""
    return [tuple("" if cell == "." else cell for cell in line.split()) for line in text.strip().splitlines()]


def as_texts(rows: list[tuple[object, ...]]) -> list[tuple[str, ...]]:
    """Write the cells of a table as a reader sees them."""
    return [tuple(map(str, row)) for row in rows]


def test_meetings_of_the_example(example: Context) -> None:
    assert as_texts(lines(example, "组织生活", "各类")) == typed(MEETINGS)
    assert list(cast("Context", annex(example, "组织生活")["合计"]).values()) == [73, 975, 873, "89.5%", "90.0%", "89.7%", "88.7%", "89.8%"]  # fmt: skip


def test_members_of_the_example(example: Context) -> None:
    assert as_texts(lines(example, "到会学时", "各人")) == typed(MEMBERS)
    found = annex(example, "到会学时")
    assert [found[name] for name in ("应到", "实到", "参加率", "补课")] == [975, 873, "89.5%", 16]
    assert sum(int(row[2]) for row in typed(MEMBERS) if row[2] != "—") == 975
    assert sum(int(row[3]) for row in typed(MEMBERS) if row[3] != "—") == 873


def test_talks_of_the_example(example: Context) -> None:
    assert as_texts(lines(example, "谈心谈话", "各类")) == typed(TALKS)
    found = annex(example, "谈心谈话")
    assert list(cast("Context", found["合计"]).values()) == ["39", "7", "2", "5", "53", "16", "16", "13"]
    assert [found[name] for name in ("党员", "在册", "离开", "未谈", "群众")] == [27, 26, 1, 1, 7]


def test_points_of_the_example_add_up(example: Context) -> None:
    rows = lines(example, "目标考核", "各人")
    assert len(rows) == 28
    assert all(sum(Decimal(str(part)) for part in row[2:5]) == Decimal(str(row[5])) for row in rows)
    assert [row[1] for row in rows if row[6]] == ["尹大成"]
    found = annex(example, "目标考核")
    assert found["满分"] == {"共性": "60", "岗位": "25", "个性": "15"}
    assert found["人数"] == 27
    stayed = [Decimal(str(row[5])) for row in rows if not row[6]]
    average = (sum(stayed, Decimal(0)) / 27).quantize(Decimal("0.1"))
    assert cast("Context", found["平均"])["合计"] == str(average) == "96.4"
    columns = lines(example, "目标考核", "图")
    assert columns == [(f"{score}分", stayed.count(score)) for score in sorted(set(stayed))]
    assert sum(int(str(count)) for _, count in columns) == 27


def test_projects_of_the_example(example: Context) -> None:
    found = annex(example, "立项攻关")
    assert [found[name] for name in ("项数", "按时", "谈话次数", "效益合计")] == [3, 3, 14, "23.5"]
    rows = cast(Table, found["各项"])
    assert [(row["编号"], row["立项日期"], row["时限"], row["完成日期"], row["效益"]) for row in rows] == [
        ("L01", "3月14日", "3月25日", "3月24日", "18.6"),
        ("L02", "5月9日", "7月15日", "7月11日", ""),
        ("L03", "7月10日", "11月30日", "11月21日", "4.9"),
    ]


def test_lists_of_the_example(example: Context) -> None:
    assert len(lines(example, "学习培训", "各次")) == 12
    problems = cast(Table, annex(example, "整改清单")["各条"])
    assert [(row["序号"], row["责任人"], row["时限"]) for row in problems] == [
        (1, "韩立峰", "2026年1月31日"),
        (2, "高敏", "2026年3月31日"),
        (3, "郑卫东", "2026年1月31日"),
        (4, "郑卫东", "12月31日"),
        (5, "林晓燕", "12月31日"),
        (6, "孙德海", "2026年1月31日"),
    ]
    cases = cast(Table, annex(example, "工作事例")["各例"])
    assert [row["序号"] for row in cases] == list(range(1, len(cases) + 1))
    assert sum(row["章节"] == "办实事" and bool(row["正文"]) for row in cases) == 5


def test_charts_of_the_example_show_what_the_tables_show(example: Context) -> None:
    document = written(examined(opened(EXAMPLE, ""), TODAY)[0])
    parts = read_parts(document)
    charts = sorted(name for name in parts if name.startswith("word/charts/chart"))
    tables = [lines(example, name, "图") for name in ("组织生活", "到会学时", "目标考核")]
    assert [len(rows) for rows in tables] == [5, 24, 9]
    for chart, rows in zip(charts, tables, strict=True):
        (book,) = (name for name in parts if name == f"word/embeddings/{chart[12:].replace('.xml', '.xlsx')}")
        sheet = load_workbook(BytesIO(parts[book])).active
        assert sheet is not None
        values = [tuple(row) for row in sheet.iter_rows(min_row=2, values_only=True)]
        assert [row[0] for row in values] == [row[0] for row in rows]
        for row, told in zip(values, rows, strict=True):
            figures = [number(str(each)) for each in told[1:]]
            assert [each if each is None else pytest.approx(each) for each in row[1:]] == figures
        series = etree.fromstring(parts[chart]).iter(f"{C}ser")
        for place, found in enumerate(series, start=1):
            points = found.find(f"{C}val")
            assert points is not None
            cached = {int(p.get("idx", "")): float(p.findtext(f"{C}v") or "") for p in points.iter(f"{C}pt")}
            assert cached == {at: row[place] for at, row in enumerate(values) if row[place] is not None}
    docx.Document(BytesIO(document))


def number(text: str) -> float | None:
    """Read a figure of a table."""
    if text in {"", "—"}:
        return None
    return float(text[:-1]) / 100 if text.endswith("%") else float(text)


def test_the_hours_of_a_bar_add_up_to_those_of_the_table(example: Context) -> None:
    hours = {row[1]: (row[6], row[7]) for row in typed(MEMBERS)}
    bars = lines(example, "到会学时", "图")
    assert [sum(int(str(part or 0)) for part in bar[1:3]) for bar in bars] == sorted(
        (int(done) for done, asked in hours.values() if asked != "—"), reverse=True
    )
    for name, within, beyond, lacking in bars:
        done, asked = hours[str(name)]
        assert (str(within), str(beyond), lacking) == (asked, str(int(done) - int(asked)), "")


def test_numbers_close_up_over_annexes_that_do_not_stand() -> None:
    without: Change = ("立项攻关", "#1", "-", "")
    assert cast("Context", small()["附件号"])["立项攻关"] == "附件4"
    assert cast("Context", small(without)["附件号"])["立项攻关"] == ""
    text = paragraphs_of(written(examine(without).branch))
    titles = [line for line in text if line.startswith("附件") and "\u3000" in line]
    assert [line[:3] for line in titles] == [f"附件{number}" for number in range(1, len(titles) + 1)]
    assert titles[0] == "附件1\u3000组织生活统计"
    assert not [line for line in titles if "立项" in line]


def test_an_axis_begins_at_nought_where_a_rate_is_low(example: Context) -> None:
    assert annex(example, "组织生活")["起点"] == "60%"
    low = (
        ("会议活动", "+", "编号|类型|日期|缺席", "H90|党课|2025-3-20|赵四(病假)、孙五(病假)、周六(病假)、吴七(病假)"),
        ("会议活动", "H2", "日期", "2025-2-27"),
        ("会议活动", "+", "编号|类型|日期|缺席", "H91|党员大会|2025-9-9|赵四(病假)"),
    )
    assert annex(small(*low), "组织生活")["起点"] == "0%"
    assert annex(small(*low[1:]), "组织生活")["起点"] == "60%"


def test_a_chart_of_too_few_figures_does_not_stand() -> None:
    found = annex(small(), "组织生活")
    assert len(cast(Table, found["各类"])) == 6
    assert found["图"] == []  # no kind was held in two quarters but one
    charts = [name for name in read_parts(written(examine().branch)) if name.startswith("word/charts/chart")]
    assert len(charts) == 2


def test_too_many_members_have_no_chart_of_hours() -> None:
    def more(count: int) -> tuple[Change, ...]:
        headings = "编号|姓名|岗位|党小组|党员类别|入党日期|批准日期|转正日期"
        return tuple(
            (
                "党员名册",
                "+",
                headings,
                f"E{n}|甲{'子丑寅卯辰巳午未'[n % 8]}{'天地玄黄宇宙洪荒'[n // 8]}|钳工|一组|正式|2010-6-1|2010-7-1|2011-6-1",
            )
            for n in range(count)
        )

    assert len(lines(small(*more(53)), "到会学时", "图")) == 60
    assert len(lines(small(*more(54)), "到会学时", "图")) == 0
    assert len(lines(small(*more(54)), "到会学时", "各人")) == 62


@pytest.mark.parametrize(
    ("changes", "remark"),
    [
        ((), ""),
        ((("党员名册", "D4", "转出日期", "2025-10-1"),), "10月1日转出"),
        ((("党员名册", "D4", "转入日期", "2025-3-1"),), "3月1日转入"),
        ((("党员名册", "D4", "党籍状态", "去世"), ("党员名册", "D4", "状态起", "2025-5-2")), "5月2日去世"),
        (
            (("党员名册", "D4", "转出日期", "2025-3-1"), ("党员名册", "D4", "转回日期", "2025-6-2")),
            "3月1日转出、6月2日转回",
        ),
    ],
)
def test_remarks_say_who_was_not_there_all_year(changes: tuple[Change, ...], remark: str) -> None:
    rows = {row["姓名"]: row for row in cast(Table, annex(small(*changes), "到会学时")["各人"])}
    assert rows["赵四"]["备注"] == remark
    assert (rows["赵四"]["应修"] == "—") == (remark not in {"", "3月1日转出、6月2日转回"})


def test_who_left_before_the_year_is_not_listed() -> None:
    gone = small(("党员名册", "D4", "转出日期", "2024-12-1"))
    assert "赵四" not in {row["姓名"] for row in cast(Table, annex(gone, "到会学时")["各人"])}
    assert "赵四" in {row["姓名"] for row in cast(Table, annex(small(), "到会学时")["各人"])}


def test_points_that_are_not_all_there_do_not_count() -> None:
    lacking = annex(small(("责任目标", "#4", "得分", "")), "目标考核")
    full = annex(small(), "目标考核")
    assert (full["人数"], lacking["人数"]) == (8, 7)
    (row,) = (row for row in cast(Table, lacking["各人"]) if row["姓名"] == "张一")
    assert (row["岗位"], row["合计"], row["备注"]) == ("", "", "没有计满，不计入平均")


def test_made_up_meetings_and_benefits_that_are_not_proven() -> None:
    made = small(("会议活动", "H4", "缺席", "赵四(病假)"), ("会议活动", "H4", "补课", "赵四(2025-9-25)"))
    rows = {row["姓名"]: row for row in cast(Table, annex(made, "到会学时")["各人"])}
    assert (rows["赵四"]["补课"], rows["孙五"]["补课"]) == ("1", "")
    headings = "编号|名称|立项日期|负责人|时限|完成日期|效益金额|计算依据|确认人"
    proven = "L1|改夹具|2025-3-1|张一|2025-6-1|2025-6-2|3.5|少买一套|财务科"
    late = annex(small(("立项攻关", "+", headings, proven)), "立项攻关")
    assert (late["按时"], late["效益合计"]) == (0, "6.7")
    unproven = annex(small(("立项攻关", "+", headings, proven.replace("财务科", "").replace("6-2", "5-2"))), "立项攻关")
    assert (unproven["按时"], unproven["效益合计"]) == (1, "3.2")


def test_a_meeting_after_the_year_is_in_no_quarter() -> None:
    later = small(
        ("会议活动", "H5", "日期", "2026-1-20"),
        ("会议活动", "H5", "所属年度", "2025"),
        ("支部信息", "成文日期", "内容", "2026-2-10"),
    )
    found = annex(later, "组织生活")
    rows = {row["类型"]: row for row in cast(Table, found["各类"])}
    assert found["次年"] == 1
    assert [rows["组织生活会"][f"{quarter}季度"] for quarter in "一二三四"] == ["—"] * 4
    assert rows["组织生活会"]["参加率"] == "100%"
    assert annex(small(), "组织生活")["次年"] == 0


def test_a_part_of_a_year_tells_of_that_part() -> None:
    part = examine(("支部信息", "成文日期", "内容", "2025-7-15"), as_of=date(2025, 7, 20))
    found = annex(context_of(part.branch), "组织生活")
    assert [row["类型"] for row in cast(Table, found["各类"])] == ["党员大会", "支委会"]


def test_no_name_and_no_word_of_a_talk_is_in_the_annex(example: Context) -> None:
    branch = examined(opened(EXAMPLE, ""), TODAY)[0]
    text = str(annex(example, "谈心谈话"))
    assert not [member.name for member in branch.members if member.name in text]
    assert not [talk.number for talk in branch.talks if talk.reason and talk.reason in text]
