"""The work summary's text as a whole: no heading without a fact, no fragment, its length, and what is left out named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from pipeline.documents import plan_documents
from pipeline.facts.branch import Branch
from pipeline.facts.chapters import IN_FULL
from pipeline.facts.outline import SECTIONS, standing
from pipeline.findings import Finding
from pipeline.flows.examining import examine as examine_workbook
from pipeline.flows.examining import opened
from pipeline.flows.length import text_length
from pipeline.rendering import Properties
from pipeline.schema import TABLES
from pipeline.wording import numeral
from tests.conftest import EXAMPLE
from tests.support.lawful import SUMMARY, added, cleared, engine
from tests.support.small import Change, examine, small_rows
from tests.support.word import W, text_of_paragraph

MEETINGS, ROSTER, INFO, POINTS = "会议活动", "党员名册", "支部信息", "总结要点"
AS_OF = date(2026, 3, 1)
KEPT = {"支部全称", "支部简称", "上级党组织", "年度", "成文日期", "单位类型", "支部类型"}
DROPPED = [str(row["项目"]) for row in small_rows()[INFO] if row["项目"] not in KEPT]
ALMOST_EMPTY: tuple[Change, ...] = (
    *cleared(*(name for name in small_rows() if name not in {INFO, ROSTER})),
    *[(INFO, key, "-", "") for key in DROPPED],
    *[(ROSTER, f"D{number}", "党小组", "") for number in range(1, 9)],
    *added(
        MEETINGS,
        "编号|类型|日期|开始|结束|地点|主持人|记录人|主题|内容纪要",
        "H1|党员大会|2025-3-7|9:00|10:00|活动室|张一|李二|年度计划|讨论了年度计划。",
        "H2|党员大会|2025-8-8|9:00|10:00|活动室|张一|李二|半年小结|讨论了半年工作。",
        "H3|主题党日|2025-12-9|9:00|10:00|活动室|张一|李二|清扫厂区|清扫了厂区。",
    ),
)
"""A roster, three meetings, and what every workbook has."""
SHORTEST_SENTENCE = 6
"""Characters; 难点。 and 走。 are no sentences."""
SHORTEST_RUN = 6
"""Characters of a cell that a paragraph repeats, from which on it counts as told by it."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph of the text, the annexes left aside."""

    level: int
    """Of a heading; 0 for text."""
    text: str


@dataclass(frozen=True)
class Summary:
    """A summary, and what it is made of."""

    branch: Branch
    findings: tuple[Finding, ...]
    data: bytes

    @property
    def all(self) -> list[Paragraph]:
        """Every paragraph that is not empty."""
        with ZipFile(BytesIO(self.data)) as archive:
            body = etree.fromstring(archive.read("word/document.xml"))
            styles = etree.fromstring(archive.read("word/styles.xml"))
        levels = {
            style.get(f"{W}styleId"): int(name.get(f"{W}val", "")[-1])
            for style in styles.iter(f"{W}style")
            for name in style.iter(f"{W}name")
            if re.fullmatch("heading [12]", name.get(f"{W}val", ""))
        }
        found = [
            Paragraph(levels.get(style.get(f"{W}val"), 0) if style is not None else 0, text_of_paragraph(each))
            for each in body.iter(f"{W}p")
            for style in [each.find(f"{W}pPr/{W}pStyle")]
        ]
        return [each for each in found if each.text.strip()]

    @property
    def paragraphs(self) -> list[Paragraph]:
        """What stands between title and the list of annexes or, without one, the signature."""
        filled = self.all
        texts = [each.text for each in filled]
        listed = (place for place, text in enumerate(texts) if text.startswith("附件："))
        return filled[1 : next(listed, texts.index(self.branch.info.full_name))]

    @property
    def listed(self) -> list[str]:
        """The annexes as the text lists them, and as they are called."""
        texts = [each.text for each in self.all]
        start = texts.index(self.paragraphs[-1].text) + 1
        return texts[start : texts.index(self.branch.info.full_name)]

    @property
    def headings(self) -> list[Paragraph]:
        """The headings in their order."""
        return [each for each in self.paragraphs if each.level]

    @property
    def left_out(self) -> str:
        """What the report says is not written."""
        return "".join(str(found.detail["sections"]) for found in self.findings if found.rule.code == "G01")


def made(branch: Branch, findings: tuple[Finding, ...]) -> Summary:
    """Render the summary of a branch."""
    planned = next(each for each in plan_documents(branch) if each.template == SUMMARY)
    properties = Properties(title=planned.title, author="", day=planned.day)
    return Summary(branch, findings, engine().render(planned.template, planned.build(), properties))


def changed(*changes: Change) -> Summary:
    """Render the summary of the changed small branch of the tests."""
    found = examine(*changes)
    return made(found.branch, tuple(found.findings))


@cache
def summaries() -> Mapping[str, Summary]:
    """Give the summaries of the example, of the small branch beside it, and of an almost empty workbook."""
    paths = {"example": EXAMPLE, "small": EXAMPLE.with_name("small-branch-2025.xlsx")}
    shipped = {name: examine_workbook(opened(path, ""), AS_OF) for name, path in paths.items()}
    return {
        **{name: made(branch, tuple(findings)) for name, (branch, findings) in shipped.items()},
        "almost empty": changed(*ALMOST_EMPTY),
    }


NAMES = ("example", "small", "almost empty")


def cell_texts(branch: Branch) -> str:
    """Give all texts that people wrote, one below the other."""
    records = (record for _, rows in branch.records.tables() for record in rows)
    return "\n".join(str(cell) for record in records for cell in record.origin.shown if isinstance(cell, str))


def tells(paragraph: str, cells: str) -> bool:
    """Whether a paragraph tells a fact: a figure, a day, or words of a cell."""
    runs = (paragraph[at : at + SHORTEST_RUN] for at in range(len(paragraph) - SHORTEST_RUN + 1))
    return bool(re.search("\\d", paragraph)) or any(run in cells for run in runs)


def bare_headings(summary: Summary) -> Iterator[str]:
    """Yield the headings under which nothing tells a fact, up to the next heading as high."""
    paragraphs, cells = summary.paragraphs, cell_texts(summary.branch)
    for at, head in enumerate(paragraphs):
        if head.level:
            under = []
            for each in paragraphs[at + 1 :]:
                if 0 < each.level <= head.level:
                    break
                under.append(each)
            if not any(tells(each.text, cells) for each in under if not each.level):
                yield head.text


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_stands_without_a_fact(name: str) -> None:
    assert list(bare_headings(summaries()[name])) == []


@pytest.mark.parametrize("sheet", [table.name for table in TABLES if table.name not in {INFO, ROSTER}])
def test_no_heading_stands_without_a_fact_whatever_sheet_is_empty(sheet: str) -> None:
    summary = changed(*(cleared(sheet) if sheet in small_rows() else ()))
    assert list(bare_headings(summary)) == []
    assert summary.headings


def test_a_bare_heading_would_be_seen() -> None:
    assert not tells("支部将逐条抓好落实，让党性在岗位上闪光。", cell_texts(summaries()["example"].branch))
    assert tells("支委每人带夜班，一直排到完钻。", cell_texts(summaries()["example"].branch))


@pytest.mark.parametrize("name", NAMES)
def test_headings_are_numbered_as_they_stand(name: str) -> None:
    marks = {1: "{}、", 2: "（{}）"}
    count = {1: 0, 2: 0}
    for head in summaries()[name].headings:
        count[head.level] += 1
        count[2] = 0 if head.level == 1 else count[2]
        assert head.text.startswith(marks[head.level].format(numeral(count[head.level])))


def test_how_many_headings_stand() -> None:
    counts = {name: [head.level for head in summaries()[name].headings] for name in NAMES}
    assert (counts["example"].count(1), counts["example"].count(2)) == (5, 11)
    assert counts["almost empty"] == []


def test_the_text_of_the_example_is_as_long_as_an_office_asks() -> None:
    summary = summaries()["example"]
    length = text_length(summary.data, summary.branch.info.full_name)
    assert 3000 <= length <= 4500
    assert length == sum(len(re.sub("\\s", "", each.text)) for each in summary.paragraphs)


def sentences(summary: Summary) -> list[str]:
    """Give the sentences of the text."""
    texts = [each.text for each in summary.paragraphs if not each.level]
    return [each for text in texts for each in re.split("(?<=[。！？])[”’）]?", text) if each]


def in_full(summary: Summary) -> Summary:
    """Render the same summary with every row in its place (详文)."""
    branch = summary.branch
    settings = replace(branch.settings, summary_length=IN_FULL)
    return made(Branch(branch.records, branch.as_of, settings), ())


@pytest.mark.parametrize("form", [lambda summary: summary, in_full], ids=["全文", "详文"])
@pytest.mark.parametrize("name", NAMES)
def test_there_are_no_fragments(name: str, form: Callable[[Summary], Summary]) -> None:
    summary = form(summaries()[name])
    found = sentences(summary)
    assert list(bare_headings(summary)) == []
    assert [each for each in found if re.fullmatch("[一二三四五六七八九十]是|(\\d+年)?\\d+月\\d+日。", each)] == []
    labels = {column.heading for table in TABLES for column in table.columns}
    assert [each for each in found if len(each) < SHORTEST_SENTENCE] == []
    assert [each for each in found if re.sub("^[一二三四五六七八九十]+是|[。：]$", "", each) in labels] == []
    assert [each for each in found if not each.endswith(("。", "！", "？")) and "以下不足：" not in each] == []
    assert [each for each in found if re.search("[，；：、]。|^[，；、。]|。。|（）|，，|；；", each)] == []


def test_a_short_heading_of_a_row_is_no_sentence() -> None:
    texts = ("走|下班组五十次，井场都到过。", "干|带班检修十二台，没有返工。")
    rows = added(POINTS, "章节|序号|要点|正文", *(f"走讲读写想|{n}|{text}" for n, text in enumerate(texts, start=1)))
    found = sentences(changed(*rows))
    assert "下班组五十次，井场都到过。" in "".join(found)
    assert [each for each in found if len(each) < SHORTEST_SENTENCE] == []


@pytest.mark.parametrize("name", NAMES)
def test_sections_left_out_are_named_in_the_report(name: str) -> None:
    summary = summaries()[name]
    written = {section.name for sections in standing(summary.branch).values() for section in sections}
    left_out = re.split("[；、（]", re.sub("（[^）]*）", "", summary.left_out))
    assert [section.name for section in SECTIONS if (section.name in left_out) == (section.name in written)] == []


def test_the_annexes_are_listed_before_the_signature_as_they_stand_behind_it() -> None:
    example, empty = summaries()["example"], summaries()["almost empty"]
    assert example.listed == [
        "附件：1．组织生活统计",
        *("2．到会和学时", "3．目标考核", "4．立项攻关", "5．谈心谈话", "6．学习培训", "7．整改清单", "8．工作事例"),
    ]
    titles = [each.text for each in example.all if re.match("附件[0-9]\u3000", each.text)]
    assert [re.sub("^附件[0-9]\u3000", "", each) for each in titles] == [
        each[each.index("．") + 1 :] for each in example.listed
    ]
    assert empty.listed == ["附件：1．组织生活统计", "2．到会和学时"]


def test_an_almost_empty_year_is_two_sentences_and_a_signature() -> None:
    first, second = summaries()["almost empty"].paragraphs
    assert first.text.startswith("中共青石机修厂装配车间支部委员会隶属于中共青石机修厂委员会，现有党员8名")
    assert second.text.startswith("全年组织会议和活动3次，其中党员大会2次、主题党日1次，党员参加率100%（附件1）")


def test_a_heading_claims_no_more_than_stands_under_it() -> None:
    pointless = cleared(POINTS)
    assert "（三）带头讲党课" in [head.text for head in changed(*pointless).headings]
    account = ("议题发言", "#2", "议题", "支部书记述职")
    text = "".join(each.text for each in changed(*pointless, account).paragraphs)
    assert ("向党员负责，受党员监督" in text) == ("6月27日向党员大会述职" in text)
    order = (INFO, "创建活动", "内容", "")
    assert "确保党支部" not in "".join(head.text for head in changed(order).headings)


def test_what_was_done_by_procedure_was_voted_on() -> None:
    assert "处置程序化，接收、表彰共2人次，都经党员大会表决" in "".join(e.text for e in changed().paragraphs)
    assert "处置程序化" not in "".join(e.text for e in changed(*cleared("议题发言")).paragraphs)


def test_two_of_a_kind_are_liang() -> None:
    text = "".join(each.text for each in changed(*cleared(MEETINGS)).paragraphs)
    assert "党员目标管理、民主评议党员两项制度" in text
