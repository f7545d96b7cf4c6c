"""The example year: sound, complete, printed to the last cell, and the same on every run."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from difflib import SequenceMatcher
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from pipeline.documents import plan_documents
from pipeline.documents.branch_fields import BRANCH
from pipeline.documents.fields import Field, Group, Rows
from pipeline.documents.kinds import BY_DEFAULT
from pipeline.documents.plan import DocumentKind, Subject
from pipeline.documents.summary_names import plainly
from pipeline.documents.year_papers import LEDGERS_FOLDER
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Ground
from pipeline.facts.polls import poll_of_members
from pipeline.facts.votes import Vote, is_by_ballot, votes_of
from pipeline.findings import Level
from pipeline.flows.examining import examine, opened
from pipeline.flows.generate import generate
from pipeline.flows.requests import GenerateRequest
from pipeline.rendering import Engine, Properties, template_folders
from pipeline.reporting.report import Report
from pipeline.schema import INFO_SHEET, Kind, Meeting, Record
from pipeline.schema.branch import Entry, info_columns
from pipeline.workbook.starting.example import example_workbook
from tests.conftest import EXAMPLE, TODAY
from tests.support.files import saved
from tests.support.printed import printed
from tests.support.word import documents_in, paragraphs_of, parts_of, text_of

ENGINE = Engine(template_folders(None))
YEAR_PAPERS = (
    "责任书签订汇总表",
    "考核得分表",
    "责任区登记表",
    "责任区一览表",
    "立项攻关登记表",
    "立项攻关验收表",
    "表彰推荐表",
)
"""Kinds of which the example has one document; it has no disposal."""
ABSENT: set[str] = set()
"""Kinds written by default of which the example has no document."""
OF_SOME_ROWS = ("表彰推荐表", "处置呈报表")
"""Kinds that tell of some members only, those of whom 表彰处置 has a row."""
SUMMARY_DOCUMENT = "2025维修二队党支部/10年度总结/2025_10年度总结_20251231_维修二队党支部_年度工作总结.docx"


@pytest.fixture(scope="module")
def branch() -> Branch:
    """The branch of the example."""
    return examine(opened(EXAMPLE, ""), TODAY)[0]


@pytest.fixture(scope="module")
def texts(example_documents: dict[str, bytes], branch: Branch) -> dict[str, str]:
    """Path to text of every document of the example; of the summary both forms (总结篇幅), one behind the other."""
    found = {path: text_of(data) for path, data in example_documents.items()}
    found[SUMMARY_DOCUMENT] += summary_in_full(branch)
    return found


def summary_in_full(branch: Branch) -> str:
    """Give the text of the summary with every row in its place (详文)."""
    longer = Branch(branch.records, branch.as_of, replace(branch.settings, summary_length="详文"))
    planned = next(each for each in plan_documents(longer) if each.kind == "工作总结")
    properties = Properties(title=planned.title, author="", day=planned.day)
    return text_of(ENGINE.render(planned.template, planned.build(), properties))


def test_the_committed_example_is_the_one_the_program_writes() -> None:
    assert parts_of(EXAMPLE.read_bytes()) == parts_of(example_workbook())  # zlib packs differently on some machines
    assert example_workbook() == example_workbook()


def test_the_example_gives_no_error_and_no_warning(example_run: tuple[Report, Path]) -> None:
    report = example_run[0]
    assert [(f.rule.code, str(f.where)) for f in report.findings if f.level is not Level.NOTE] == []
    assert report.exit_status == 0


def test_the_example_is_a_whole_year(branch: Branch) -> None:
    records = branch.records
    assert len(records.members) >= 26
    assert Counter(member.category for member in records.members)["预备"] == 2
    assert sum(member.moved_in is not None for member in records.members) == 1
    assert sum(member.moved_out is not None for member in records.members) == 1
    assert len(branch.homonyms) == 1
    assert len(branch.groups) == 3
    assert len(branch.committee(branch.year_end)) == 5
    assert 68 <= len(records.meetings) <= 76
    assert {kind for meeting in records.meetings for kind in meeting.types} == {
        "党员大会",
        "支委会",
        "党小组会",
        "党课",
        "主题党日",
        "组织生活会",
        "民主评议",
    }
    assert {"接收预备党员", "转正"} <= {item.vote_type for item in records.items}
    assert len(records.talks) >= 40
    assert {talk.category for talk in records.talks} == {"支委-支委", "支委-党员", "党员-党员", "支部-群众"}
    assert sum(talk.method == "家访" for talk in records.talks) >= 3
    assert {point.chapter for point in records.points} == {
        "基本情况",
        "指导思想",
        "责任书",
        "责任区",
        "特色活动",
        "制度建设",
        "党内汇报",
        "言行规范",
        "纪律教育",
        "党风廉政",
        "三会一课",
        "班子建设",
        "学习培训",
        "一岗双责",
        "群团工作",
        "走讲读写想",
        "办实事",
        "三个参与",
        "三个贴近",
        "存在问题",
        "下一步打算",
    }


def test_no_two_texts_of_the_example_are_alike(branch: Branch) -> None:
    records = branch.records
    long = [m.minutes for m in records.meetings] + [t.text for t in records.talks] + [p.text for p in records.points]
    long += [t.text for t in records.targets] + [e.self_view for e in records.evaluations]
    found = [text for text in long if text]
    assert len(set(found)) == len(found)
    for position, text in enumerate(found):
        for other in found[position + 1 :]:
            if abs(len(text) - len(other)) < 0.2 * len(text):
                matcher = SequenceMatcher(None, text, other, autojunk=False)
                assert matcher.quick_ratio() < 0.85 or matcher.ratio() < 0.6, (text, other)


def polls_aside(branch: Branch, meeting: Meeting) -> list[Vote]:
    """Give the votes of a meeting, those of the evaluation left aside."""
    return [vote for vote in votes_of(branch, meeting) if not vote.is_poll]


def test_one_document_for_each(
    example_run: tuple[Report, Path], example_documents: dict[str, bytes], branch: Branch
) -> None:
    kinds = Counter(document.kind for document in example_run[0].documents)
    assert kinds == {
        "责任书": len(branch.records.members),
        "会议记录": len(branch.records.meetings),
        "票决情况汇总表": sum(any(map(is_by_ballot, polls_aside(branch, m))) for m in branch.meetings),
        "民主评议结果汇总表": 1,
        "民主评议党员登记表": len(branch.records.evaluations),
        "谈话记录": len(branch.records.talks),
        "工作总结": 1,
        "发展党员台账": 1,
        **dict.fromkeys(YEAR_PAPERS, 1),
        **dict.fromkeys(set(LEDGERS) - ABSENT, 1),
    }
    assert set(kinds) == {kind.name for kind in BY_DEFAULT} - ABSENT
    assert len(example_documents) == sum(kinds.values())
    assert len({path.casefold() for path in example_documents}) == len(example_documents)


def test_every_document_opens_and_holds_no_leftovers(example_documents: dict[str, bytes]) -> None:
    bad = re.compile(
        r"\{\{|\}\}|\{%|%\}|None|nan|××|待补充|undefined|。。|，。|、。|：。|、、|，，|（）|、$(?!\n[\u4e00-\u9fff])|^、|；。|；；",
        re.MULTILINE,
    )
    for path, data in example_documents.items():
        Document(BytesIO(data))
        text = text_of(data)
        assert not bad.search(text), (path, bad.search(text))
        for paragraph in paragraphs_of(data):
            for signature in re.findall(r"[签字名]）?：(\S+)", paragraph):
                assert re.match(r"\d|记录|党员|计票|\u3000", signature) is None or "签订日期" in paragraph, (
                    path,
                    paragraph,
                )


def test_no_blank_paragraph_is_left_between_the_lines(example_documents: dict[str, bytes]) -> None:
    for path, data in example_documents.items():
        body = [p for p in Document(BytesIO(data)).paragraphs if p.style is None or p.style.name != "间隔"]
        blank = [position for position, p in enumerate(body) if not p.text and not p.runs]
        allowed = 1 if "年度总结" in path else 0  # the line above the signature
        assert len(blank) <= allowed, path


LEDGERS = tuple(kind.name for kind in BY_DEFAULT if kind.folders == (LEDGERS_FOLDER,))
"""The papers of the folder of ledgers, of which a year has one each."""
COMPUTED: Mapping[str, Mapping[str, str]] = {
    "会议记录": {
        "支部信息": "党小组 换届日期",
        "会议活动": "所属年度 编号",
        "党员名册": "不计入上级同意日期 不计入依据 不计入大会通过日期 不计入应到 党内职务 党小组 入党日期 姓名 小组长 批准日期 编号 转入日期 转出日期 转回日期 转正批准日期 党员类别 转正日期",
        "议题发言": "表决类型 议题序号 会议编号 发言序号 环节",
    },
    "票决情况汇总表": {
        "支部信息": "党小组 换届日期",
        "会议活动": "所属年度 列席 编号 缺席",
        "党员名册": "不计入上级同意日期 不计入依据 不计入大会通过日期 不计入应到 党内职务 党员类别 党小组 党籍状态 入党日期 姓名 小组长 批准日期 状态止 状态起 编号 转入日期 转出日期 转回日期 转正批准日期 转正日期",
        "议题发言": "会议编号 决议 发言序号 环节 表决方式 表决类型 议题序号",
    },
    "民主评议结果汇总表": {
        "支部信息": "党小组 换届日期",
        "会议活动": "所属年度 编号 缺席",
        "党员名册": "不计入上级同意日期 不计入依据 不计入大会通过日期 不计入应到 党内职务 党员类别 党小组 党籍状态 入党日期 姓名 小组长 批准日期 状态止 状态起 编号 转入日期 转出日期 转回日期 转正批准日期 转正日期",
        "议题发言": "会议编号 发言序号 环节 表决类型 议题 议题序号",
    },
    "民主评议党员登记表": {
        "支部信息": "党小组 成文日期 换届日期",
        "会议活动": "党小组 开始 所属年度 日期 类型 编号",
        "党员名册": "不计入上级同意日期 不计入依据 不计入大会通过日期 不计入应到 党员类别 党籍状态 出生日期 小组长 批准日期 状态止 状态起 编号 转入日期 转出日期 转回日期 转正批准日期",
        "议题发言": "会议编号 发言序号 有效 环节 表决类型 议题 议题序号",
    },
    "发展党员台账": {
        "会议活动": "编号 日期 开始",
        "议题发言": "会议编号 表决类型 候选人 支委会审查日期 公示起止",
        "党员名册": "编号 姓名 出生日期 入党日期 批准日期 转正日期 党员类别 转正批准日期 转入日期 转出日期 转回日期 党籍状态 状态起 状态止 不计入应到 不计入依据 不计入上级同意日期 不计入大会通过日期",
    },
    "工作总结": {
        "支部信息": "单位类型 成立日期 换届日期",
        "会议活动": "主题 所属年度 授课人 党小组 内容纪要 学习材料 开始 日期 编号 缺席 补课",
        "党员名册": "不计入依据 不计入大会通过日期 不计入应到 党内职务 入党日期 姓名 岗位 性别 批准日期 文化程度 民族 编号 责任书签订日期 转入日期 转出日期 转回日期 转正批准日期 党员类别 转正日期",
        "学习培训": "结束日期",
        "总结要点": "引用编号 章节",
        "民主评议": "党员",
        "表彰处置": "会议编号",
        "议题发言": "会议编号 决议 发言人 发言序号 发言要点 候选人 完成日期 时限 汇报人 环节 表决类型 议题 责任人 赞成",
        "谈话记录": "类型 编号 关联立项 办理结果 回访日期 方式 日期 诉求 谈话对象 谈话方法",
        "责任区": "联系群众",
        "责任目标": "完成时限 得分 目标内容 考核标准 适用",
    },
    "谈话记录": {
        "支部信息": "党小组 换届日期",
        "党员名册": "不计入上级同意日期 不计入依据 不计入大会通过日期 不计入应到 党小组 入党日期 小组长 批准日期 编号 转入日期 转出日期 转回日期 转正批准日期 党员类别 转正日期",
        "立项攻关": "名称 编号",
        "谈话记录": "关联立项 类型",
    },
    "责任书": {
        "会议活动": "所属年度 日期",
        "支部信息": "党小组 换届日期",
        "党员名册": "不计入上级同意日期 不计入依据 不计入应到 批准日期 编号 转入日期 转出日期 转回日期 转正批准日期 党员类别",
        "责任区": "责任党员",
        "责任目标": "序号 适用",
    },
    "责任书签订汇总表": {
        "支部信息": "责任书签订日期",
        "党员名册": "不计入上级同意日期 不计入依据 不计入大会通过日期 不计入应到 党员类别 党籍状态 入党日期 批准日期 状态止 状态起 编号 转入日期 转出日期 转回日期 转正批准日期 转正日期",
        "责任目标": "分值 类别 适用",
    },
    "考核得分表": {
        "会议活动": "所属年度 日期",
        "支部信息": "成文日期 责任书签订日期",
        "党员名册": "不计入上级同意日期 不计入依据 不计入大会通过日期 不计入应到 党员类别 党籍状态 入党日期 岗位 批准日期 状态止 状态起 编号 责任书签订日期 转回日期 转正批准日期 转正日期",
        "责任目标": "得分 类别 适用",
    },
    "责任区登记表": {"党员名册": "姓名 编号"},
    "责任区一览表": {"党员名册": "姓名 编号"},
    "立项攻关登记表": {"党员名册": "姓名 编号"},
    "立项攻关验收表": {"党员名册": "姓名 编号"},
    "表彰推荐表": {
        "会议活动": "党小组 开始 编号 缺席",
        "党员名册": "不计入上级同意日期 不计入依据 不计入大会通过日期 不计入应到 党内职务 党员类别 党籍状态 出生日期 小组长 批准日期 状态止 状态起 编号 转入日期 转出日期 转回日期 转正批准日期",
        "支部信息": "党小组 换届日期",
        "表彰处置": "会议编号",
        "议题发言": "会议编号 候选人 决议 反对 发言序号 弃权 环节 表决类型 议题 议题序号 赞成",
    },
    "处置呈报表": {
        "会议活动": "党小组 开始 编号 缺席",
        "党员名册": "不计入上级同意日期 不计入依据 不计入大会通过日期 不计入应到 党内职务 党员类别 党籍状态 出生日期 小组长 批准日期 状态止 状态起 编号 转入日期 转出日期 转回日期 转正批准日期",
        "支部信息": "党小组 换届日期",
        "表彰处置": "会议编号",
        "议题发言": "会议编号 候选人 决议 反对 发言序号 弃权 环节 表决类型 议题 议题序号 赞成",
    },
    "党员名册": {
        "会议活动": "日期 所属年度",
        "党员名册": "编号 姓名 出生日期 批准日期 转正批准日期 转出日期 转回日期 小组长 党籍状态 状态起 状态止 不计入应到 不计入依据 不计入上级同意日期",
        "支部信息": "年度 换届日期 成文日期",
    },
    "党员增减情况表": {
        "会议活动": "日期 所属年度",
        "党员名册": "编号 姓名 党员类别 入党日期 批准日期 转正日期 转回日期 党籍状态 状态起 状态止 不计入应到 不计入依据 不计入上级同意日期 不计入大会通过日期",
        "支部信息": "成文日期",
    },
    "支委分工表": {
        "会议活动": "日期 所属年度",
        "党员名册": "编号 姓名 岗位 党小组 党员类别 入党日期 批准日期 转正日期 转正批准日期 转入日期 转出日期 转回日期 小组长 党籍状态 状态起 状态止 不计入应到 不计入依据 不计入上级同意日期 不计入大会通过日期",
        "支部信息": "年度 成文日期 党小组",
    },
    "不计入应到请示": {
        "党员名册": "编号 姓名 性别 出生日期 党小组 入党日期",
    },
    "会议台账": {
        "会议活动": "所属年度 开始",
        "党员名册": "编号 姓名 党员类别 入党日期 批准日期 转正日期 转正批准日期 转入日期 转出日期 转回日期 党内职务 小组长 党籍状态 状态起 状态止 不计入应到 不计入依据 不计入上级同意日期 不计入大会通过日期",
        "支部信息": "换届日期 成文日期 党小组",
        "议题发言": "表决类型",
    },
    "考勤表": {
        "会议活动": "编号 日期 所属年度 开始 缺席 补课",
        "党员名册": "编号 姓名 党员类别 入党日期 批准日期 转正日期 转正批准日期 转入日期 转出日期 转回日期 党内职务 小组长 党籍状态 状态起 状态止 不计入应到 不计入依据 不计入上级同意日期 不计入大会通过日期",
        "支部信息": "换届日期 党小组",
        "议题发言": "表决类型",
    },
    "谈话台账": {
        "会议活动": "日期 所属年度",
        "党员名册": "编号 党员类别 入党日期 批准日期 转正日期 转正批准日期 转出日期 转回日期 党内职务 党籍状态 状态起 状态止 不计入应到 不计入依据 不计入上级同意日期",
        "支部信息": "换届日期 成文日期",
        "谈话记录": "类型",
    },
    "学习培训台账": {
        "会议活动": "编号 类型 日期 所属年度 开始 主题 缺席 补课",
        "党员名册": "编号 姓名 岗位 党员类别 入党日期 批准日期 转正日期 转正批准日期 转入日期 转出日期 转回日期 党内职务 小组长 党籍状态 状态起 状态止 不计入应到 不计入依据 不计入大会通过日期",
        "学习培训": "结束日期",
        "支部信息": "换届日期 党小组",
        "议题发言": "表决类型",
    },
    "学时登记表": {
        "会议活动": "编号 类型 日期 所属年度 开始 主题 缺席 补课",
        "党员名册": "编号 党员类别 入党日期 批准日期 转正日期 转正批准日期 转入日期 转出日期 转回日期 小组长 党籍状态 状态起 状态止 不计入应到 不计入依据 不计入大会通过日期",
        "学习培训": "人员 结束日期",
        "支部信息": "成立日期 换届日期 成文日期 党小组",
    },
    "整改台账": {
        "会议活动": "编号 类型 日期 党小组",
        "党员名册": "编号 姓名",
        "议题发言": "会议编号 议题序号 发言序号 环节 议题 发言要点 决议 责任人 时限",
    },
}
"""Kind, sheet and columns that printed values are computed from, and that no document of the kind says as they stand."""


@cache
def used_by(kind: DocumentKind[Subject]) -> frozenset[str]:
    """Give the fields that the shipped templates of a kind use."""
    return frozenset(path for template in kind.templates for path in ENGINE.usage(template, kind.vocabulary).paths)


@cache
def said_by(kind: DocumentKind[Subject]) -> frozenset[Ground]:
    """Give the columns that the fields stand on which the shipped templates of a kind use."""
    used = used_by(kind)
    return frozenset(ground for path, grounds in kind.stands_on.items() if path in used for ground in grounds)


@cache
def printed_by(sheet: str, heading: str) -> tuple[str, ...]:
    """Name the kinds whose shipped templates print the cells of a column."""
    kinds = (kind for kind in BY_DEFAULT if (sheet, heading) in said_by(kind))
    return tuple(kind.name for kind in kinds if heading not in COMPUTED[kind.name].get(sheet, "").split())


def cell_fields(fields: Iterable[object], path: str = "") -> Iterator[tuple[str, Ground]]:
    """Yield the paths, under present and earlier names, whose field says one cell, with the column of that cell."""
    for declared in fields:
        if isinstance(declared, (Field, Group, Rows)):
            for name in (declared.name, *declared.aliases):
                below = f"{path}.{name}" if path else name
                if not isinstance(declared, Field):
                    yield from cell_fields(declared.fields, below)
                elif declared.says is not None:
                    yield below, declared.says


@pytest.mark.parametrize("kind", BY_DEFAULT, ids=lambda kind: kind.name)
def test_no_cell_that_a_template_prints_as_it_stands_is_left_aside(kind: DocumentKind[Subject]) -> None:
    used = used_by(kind)
    as_they_stand = {says for path, says in cell_fields((BRANCH, *kind.fields)) if path in used}
    stands_on = said_by(kind)
    left_aside = {(sheet, heading) for sheet, names in COMPUTED[kind.name].items() for heading in names.split()}
    assert len(as_they_stand) >= (1 if kind.name in LEDGERS else 5)
    assert as_they_stand <= stands_on
    assert left_aside & as_they_stand == set()
    assert left_aside <= stands_on  # none is left aside that would not be looked at anyway


def rows_told(branch: Branch) -> dict[str, set[str]]:
    """Name the rows that kinds tell of which are not about every row of their sheets."""
    ballots = [vote.item for meeting in branch.meetings for vote in polls_aside(branch, meeting) if is_by_ballot(vote)]
    meetings = [meeting for meeting in branch.meetings if any(item.meeting == meeting.number for item in ballots)]
    evaluated = [branch.member_of(row.member) for row in branch.records.evaluations]
    told: dict[str, tuple[Record | None, ...]] = {
        "票决情况汇总表": (*meetings, *(row for item in ballots for row in branch.topic_of(item))),
        "民主评议结果汇总表": (branch.evaluation_meeting, poll_of_members(branch), *branch.records.evaluations),
        "民主评议党员登记表": (*branch.records.evaluations, *evaluated),
    }
    return {kind: {str(record.origin) for record in records if record is not None} for kind, records in told.items()}


def test_every_printable_cell_is_in_its_document(
    example_run: tuple[Report, Path], texts: dict[str, str], branch: Branch
) -> None:
    folder = example_run[1]
    by_source: dict[tuple[str, str], list[str]] = {}
    for document in example_run[0].documents:
        path = Path(document.path).relative_to(folder).as_posix()
        for source in document.sources:
            by_source.setdefault((source, document.kind), []).append(path)
    looked, told = 0, rows_told(branch)
    assert all(len(rows) > 1 for rows in told.values())
    for sheet, records in branch.records.tables():
        for record in records:
            for column in sheet.columns:
                for kind in printed_by(sheet.name, column.heading):
                    paths = by_source.get((str(record.origin), kind), [])
                    if not paths and kind in OF_SOME_ROWS:
                        continue
                    if kind in told and str(record.origin) not in told[kind]:
                        continue
                    for exactly in printed(column, getattr(record, column.name)):
                        plain = (plainly(branch, form) for form in exactly) if kind == "工作总结" else ()
                        forms = (*exactly, *plain)
                        assert paths, (str(record.origin), column.heading, kind)
                        for path in paths:
                            assert any(form in texts[path] for form in forms), (
                                str(record.origin),
                                column.heading,
                                forms,
                                path,
                            )
                            looked += 1
    assert looked > 5500


def test_every_key_of_the_branch_is_printed(
    example_run: tuple[Report, Path], texts: dict[str, str], branch: Branch
) -> None:
    folder = example_run[1]
    for name, column in info_columns().items():
        value = getattr(branch.info, name)
        for kind in printed_by(INFO_SHEET, column.heading):
            paths = [Path(d.path).relative_to(folder).as_posix() for d in example_run[0].documents if d.kind == kind]
            pieces = list(printed(column, value)) if not isinstance(value, tuple) else _entries(value, kind, name)
            if name == "sign_day" and kind != "工作总结":
                continue  # a member's own date stands in its place
            for path in paths:
                for forms in pieces:
                    assert any(form in texts[path] for form in forms), (column.heading, forms, path)


def _entries(entries: tuple[Entry, ...], kind: str, name: str) -> list[tuple[str, ...]]:
    if name == "groups":
        return [(f"{len(entries)}个党小组",)]
    parts = [
        (e.content, e.detail) if kind != "工作总结" or name == "campaigns" else (e.content, e.detail, e.outcome)
        for e in entries
    ]
    return [(part,) for part in (text for row in parts for text in row) if part]


def test_talk_and_meeting_records_keep_signatures_blank(texts: dict[str, str]) -> None:
    for path, text in texts.items():
        if "/08" in path:
            assert re.search("签字(?:（.+）)?：\t\n", text)
        elif path.endswith("汇总表.docx") and re.search("/0[2-7]", path):
            signed = [line for line in text.splitlines() if "（签名）：" in line]
            assert signed
            for line in signed:
                assert not re.sub("(?:监票人|计票人|党支部书记)（签名）：|日期：", "", line).strip(), path
        elif re.search("/0[2-7]", path):
            assert "（签名）：\t" in text


OUTLINE = [
    "维修二队党支部2025年度工作总结",
    "一、抓好党建目标管理，确保党支部“达标创先”",
    "（一）责任目标落实到人",
    "（二）设岗定责，开展特色活动",
    "（三）立项攻关，创效立功",
    "二、抓好党支部工作制度创新",
    "（一）用制度规范党员的言行",
    "（二）用纪律约束党员的行为",
    "（三）坚持“三会一课”制度，协调党支部领导成员的关系",
    "（四）教育、管理、监督、处置落到实处",
    "三、提高党支部书记的政治、业务素质",
    "（一）政治合格、业务过硬，抓好学习培训",
    "（二）一岗双责，党政工团齐抓共管",
    "（三）白天干、走、讲，晚上读、写、想，为职工办实事",
    "（四）三个参与，三个贴近",
    "四、存在问题",
    "五、下一步打算",
]


def test_the_summary_follows_the_outline(example_documents: dict[str, bytes]) -> None:
    document = Document(BytesIO(example_documents[SUMMARY_DOCUMENT]))
    heads = [
        p.text
        for p in document.paragraphs
        if p.style is not None and p.style.name.lower().startswith(("heading", "公文标题"))
    ]
    assert heads == OUTLINE
    texts = [p.text for p in document.paragraphs]
    signed = texts.index("中共澜川油田钻采设备维修公司第二维修队支部委员会")
    assert texts[signed + 1] == "2025年12月31日"


def changed_example(folder: Path, changes: dict[tuple[str, str], str | None]) -> Path:
    """Save the example with some cells changed, by sheet and address."""
    book = load_workbook(EXAMPLE)
    for (sheet, address), value in changes.items():
        book[sheet][address] = value
    buffer = BytesIO()
    book.save(buffer)
    return saved(folder, buffer.getvalue(), "changed.xlsx")


def summary_text(folder: Path, workbook: Path) -> str:
    """Generate the summary alone and give its text."""
    report = generate(GenerateRequest(workbook=workbook, as_of=TODAY, output=folder, only=("工作总结",)))
    assert report.errors == []
    return text_of(next(iter(documents_in(folder).values())))


def test_a_changed_meeting_changes_the_counts(tmp_path: Path, branch: Branch) -> None:
    meeting = next(m for m in branch.meetings if m.number == "H029")
    assert meeting.types == ("主题党日",)
    before = summary_text(tmp_path / "a", EXAMPLE)
    workbook = changed_example(tmp_path, {("会议活动", f"B{meeting.origin.row}"): "党课"})
    after = summary_text(tmp_path / "b", workbook)
    assert "党课5次" in before
    assert "主题党日12次" in before
    assert "党课6次" in after
    assert "主题党日11次" in after


SHUFFLED = (
    "党员名册",
    "责任目标",
    "责任区",
    "会议活动",
    "议题发言",
    "谈话记录",
    "立项攻关",
    "民主评议",
    "表彰处置",
    "学习培训",
    "整改事项",
    "总结要点",
    "发展党员",
)


def test_shuffled_rows_give_the_same_documents(tmp_path: Path, example_documents: dict[str, bytes]) -> None:
    book = load_workbook(EXAMPLE)
    generator = random.Random(7)
    for name in SHUFFLED:
        sheet = book[name]
        rows = [
            [cell.value for cell in row] for row in sheet.iter_rows(min_row=2) if any(c.value is not None for c in row)
        ]
        generator.shuffle(rows)
        for number, row in enumerate(rows, start=2):
            for column, value in enumerate(row, start=1):
                sheet.cell(number, column).value = value
    buffer = BytesIO()
    book.save(buffer)
    generate(GenerateRequest(workbook=saved(tmp_path, buffer.getvalue()), as_of=TODAY, output=tmp_path / "out"))
    assert documents_in(tmp_path / "out") == example_documents


def test_two_runs_give_the_same_bytes(
    tmp_path: Path, example_documents: dict[str, bytes], example_run: tuple[Report, Path]
) -> None:
    generate(GenerateRequest(workbook=EXAMPLE, as_of=TODAY, output=tmp_path))
    assert documents_in(tmp_path) == example_documents
    for name in ("00目录与检查报告/文书目录.csv", "00目录与检查报告/检查报告.txt", ".zhibu/manifest.json"):
        relative = Path("2025维修二队党支部") / name
        assert (tmp_path / relative).read_bytes() == (example_run[1] / relative).read_bytes()


def test_the_example_names_no_identity_numbers() -> None:
    book = load_workbook(EXAMPLE, read_only=True)
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            for value in row:
                assert not re.search(r"\d{15,18}|1[3-9]\d{9}", str(value or ""))


def test_kinds_of_cells_and_documents_are_all_exercised(branch: Branch) -> None:
    unused = [
        f"{sheet.name}.{column.heading}"
        for sheet, records in branch.records.tables()
        for column in sheet.columns
        if column.kind is not Kind.CODES
        and not any(getattr(record, column.name) not in (None, "", ()) for record in records)
    ]
    assert unused == [
        "党员名册.延长预备期至",
        "党员名册.转回日期",
        "党员名册.外出日期",
        "党员名册.返回日期",
        "党员名册.党籍状态",
        "党员名册.状态起",
        "党员名册.状态止",
        "会议活动.所属年度",
    ]
    assert INFO_SHEET == "支部信息"
