"""The kinds written only on request: sign-in sheets (签到表) and the year at a glance (全年一览)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest

from pipeline.delivery.sinks import MemorySink
from pipeline.documents import plan_documents
from pipeline.documents.fields import Context
from pipeline.documents.kinds import BY_DEFAULT, BY_NAME, KINDS
from pipeline.documents.overview import overview_context
from pipeline.documents.sign_in import BLANKS, Line, side_by_side, sign_ins
from pipeline.facts.branch import Branch
from pipeline.facts.watching import watched
from pipeline.flows.examining import examine, opened
from pipeline.flows.generate import generate
from pipeline.flows.requests import GenerateRequest
from pipeline.glance import year_glance
from pipeline.reporting.report import Report
from tests.support.files import xlsx
from tests.support.small import AS_OF, Change, changed
from tests.support.word import paragraphs_of, text_of
from tests.test_example import ABSENT

EXAMPLE = Path(__file__).parents[1] / "inputs" / "example-2025.xlsx"
TODAY = date(2026, 11, 22)
SHEETS, GLANCE = "签到表", "全年一览"


@pytest.fixture(scope="module")
def branch() -> Branch:
    """Read the example year."""
    return examine(opened(EXAMPLE, EXAMPLE.name), TODAY)[0]


def written(
    *only: str, workbook: Path | bytes = EXAMPLE, today: date = TODAY, templates: Path | None = None
) -> tuple[Report, dict[str, bytes]]:
    """Write some kinds; the report and the documents by their names."""
    sink = MemorySink()
    request = GenerateRequest(workbook=workbook, name="支部.xlsx", as_of=today, only=only, templates=templates)
    report = generate(request, sink=sink)
    return report, {Path(path).stem: data for path, data in sink.files.items() if path.endswith(".docx")}


def small(*changes: Change) -> bytes:
    """Give the small branch's workbook with some cells changed."""
    return xlsx(changed(changes))


def held(report: Report) -> set[str]:
    """Name what was held by the day of its meeting, or by the row that no sheet could be planned of."""
    return {each.row or day_of(Path(each.path).stem) for each in report.held}


def day_of(name: str) -> str:
    """Read the day of the meeting from the name of a document."""
    return next((part for part in name.split("_") if len(part) == 8 and part.isdigit()), name)


def signing(context: Context, name: str) -> list[Context]:
    """Read a table of a sheet: the left column, then the right one."""
    sheet = context["签到"]
    assert isinstance(sheet, dict)
    pairs = sheet[name]
    return [pair[side] for side in ("左", "右") for pair in pairs]


def test_every_meeting_has_a_sheet_and_default_runs_have_none(branch: Branch) -> None:
    _, documents = written(SHEETS)
    meetings = [meeting for meeting in branch.meetings if meeting.day and meeting.types]
    assert len(documents) == len(meetings) == len(list(sign_ins(branch)))
    planned = plan_documents(branch)
    assert {document.kind for document in planned} == {kind.name for kind in BY_DEFAULT} - ABSENT
    assert not {SHEETS, GLANCE} & {document.kind for document in planned}


def test_a_sheet_names_those_expected_in_their_order_and_nobody_else(branch: Branch) -> None:
    kind = BY_NAME[SHEETS]
    for one in sign_ins(branch):
        context = kind.planned(one, {}).build()
        names = [line["姓名"] for line in signing(context, "名单") if line["姓名"]]
        assert names == [branch.label(member) for member in branch.expected(one.meeting)]
        numbers = [line["序号"] for line in signing(context, "名单") if line["姓名"]]
        assert numbers == [str(number) for number in range(1, len(names) + 1)]
        guests = [line["姓名"] for line in signing(context, "列席")]
        assert [name for name in guests if name] == [str(guest.person) for guest in one.meeting.guests]
        assert guests.count("") >= BLANKS


def test_nothing_is_said_of_who_came(branch: Branch) -> None:
    _, documents = written(SHEETS)
    members = {branch.label(member) for member in branch.members}
    for one, data in zip(sign_ins(branch), documents.values(), strict=True):
        cells = paragraphs_of(data)
        assert cells[cells.index("实到") + 1] == ""
        allowed = {branch.label(member) for member in branch.expected(one.meeting)}
        allowed |= {str(guest.person) for guest in one.meeting.guests}
        assert members & set(cells) <= allowed


def test_columns_are_read_down_the_left_and_then_down_the_right() -> None:
    lines = [Line(str(number), "") for number in range(1, 6)]
    assert [(pair.left.number, pair.right.number) for pair in side_by_side(lines)] == [
        ("1", "4"),
        ("2", "5"),
        ("3", ""),
    ]
    assert side_by_side([]) == []


def test_sheets_of_organisational_life_meetings_are_confidential_and_no_others(branch: Branch) -> None:
    secret = {one.name for one in plan_documents(branch, [BY_NAME[SHEETS]]) if one.confidential}
    records = [one.day for one in plan_documents(branch) if one.kind == "会议记录" and one.confidential]
    assert len(secret) == len(records) > 0
    assert all("组织生活会" in name for name in secret)


AFTER_APPROVAL = {"20250918", "20251205", "20251212"}
"""Meetings of the whole branch at which D8 was expected."""
WHOLE_BRANCH = {"20250627"} | AFTER_APPROVAL
COMMITTEE, GROUP = {"20250306"}, {"20250910"}


@pytest.mark.parametrize(
    ("change", "names"),
    [
        (("党员名册", "D8", "批准日期", "垃圾"), WHOLE_BRANCH | GROUP),
        (("党员名册", "D4", "入党日期", "垃圾"), WHOLE_BRANCH),
        (("党员名册", "D8", "党小组", "垃圾"), GROUP | AFTER_APPROVAL),
        (("党员名册", "D4", "党内职务", "垃圾"), COMMITTEE),
        (("会议活动", "H1", "开始", "25:00"), COMMITTEE),
        (("会议活动", "H1", "日期", "垃圾"), {"会议活动!2"}),
        (("会议活动", "H1", "缺席", "垃圾("), set()),
        (("议题发言", "#1", "会议编号", "垃圾"), set()),
    ],
)
def test_a_sheet_is_held_by_an_error_that_may_change_what_it_says_and_by_no_other(
    change: Change, names: set[str]
) -> None:
    report, documents = written(SHEETS, workbook=small(change), today=AS_OF)
    assert report.errors
    assert held(report) == names
    assert not names & {day_of(name) for name in documents}


def test_the_year_at_a_glance_is_written_as_check_draws_it(branch: Branch) -> None:
    _, documents = written(GLANCE)
    assert list(documents) == ["2025_11全年一览_维修二队党支部_全年一览"]
    (planned,) = plan_documents(branch, [BY_NAME[GLANCE]])
    drawn = overview_context(year_glance(branch))
    assert {name: value for name, value in planned.build().items() if name != "支部"} == drawn
    (text,) = map(text_of, documents.values())
    assert "2025年组织生活全年一览" in text
    assert (planned.day, planned.whole_workbook) == (TODAY, True)


def test_the_year_at_a_glance_stands_on_every_cell_that_it_judges_by(branch: Branch) -> None:
    """Records are compared as wholes where they are remembered, so that cells nobody judges by are touched as well."""
    seen = watched(branch)
    touched = {
        "出生日期",
        "性别",
        "民族",
        "文化程度",
        "党员类别",
        "入党介绍人",
        "外出日期",
        "返回日期",
        "备注",
        "序号",
        "目标内容",
    }
    (planned,) = plan_documents(seen, [BY_NAME[GLANCE]])
    read = {(each.sheet, each.heading) for value in planned.trace(seen.watcher) for each in value.cells}
    grounds = frozenset().union(*BY_NAME[GLANCE].stands_on.values())
    assert {heading for _, heading in read - grounds} <= touched


@pytest.mark.parametrize(
    ("change", "is_held"),
    [
        (("党员名册", "D8", "批准日期", "垃圾"), True),
        (("谈话记录", "T1", "日期", "垃圾"), True),
        (("学习培训", "#1", "学时", "垃圾"), True),
        (("民主评议", "#1", "优秀票", "垃圾"), False),
        (("议题发言", "#1", "赞成", "垃圾"), False),
    ],
)
def test_the_year_at_a_glance_is_held_by_what_it_judges_by(change: Change, *, is_held: bool) -> None:
    report, documents = written(GLANCE, workbook=small(change), today=AS_OF)
    assert report.errors
    assert (bool(report.held), bool(documents)) == (is_held, not is_held)


def test_ones_own_template_of_the_year_at_a_glance_is_used(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("{{ 标题 }}，{{ 支部.简称 }}，{{ 党员.行[0].姓名 }}")
    document.save(str(tmp_path / "全年一览.docx"))
    report, documents = written(GLANCE, templates=tmp_path)
    (text,) = map(text_of, documents.values())
    assert text == "维修二队党支部2025年组织生活全年一览，维修二队党支部，韩立峰"
    assert "全年一览" in "".join(finding.message for finding in report.findings)


def test_kinds_keep_their_order() -> None:
    assert [kind.name for kind in KINDS] == [
        *("责任书", "责任书签订汇总表", "考核得分表"),
        *("会议记录", "票决情况汇总表", "民主评议结果汇总表", "民主评议党员登记表"),
        *("谈话记录", "签到表", "民主测评票", "表决票", "选票"),
        *("责任区登记表", "责任区一览表", "立项攻关登记表", "立项攻关验收表", "工作总结"),
        *("党员名册", "党员增减情况表", "支委分工表", "不计入应到请示", "发展党员台账"),
        *("会议台账", "考勤表", "谈话台账", "学习培训台账", "学时登记表", "整改台账"),
        *("表彰推荐表", "处置呈报表", "全年一览"),
    ]
