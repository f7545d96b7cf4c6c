"""How the papers are set: lines of a cell, lines for ink, what is blank and what is left out, what keeps together."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from lxml import etree

from pipeline.documents import plan_documents
from pipeline.documents.kinds import BY_NAME
from pipeline.ooxml.zip import read_parts
from pipeline.rendering import Engine, Properties, template_folders
from pipeline.rendering.closing import CLOSING, kept_together
from pipeline.settings import SETTINGS_SHEET
from tests.support.small import Change, examine
from tests.support.word import W, paragraphs_of, text_of
from tools.drafting import draft_templates
from tools.drafting.base import HABITS

MEETINGS, ITEMS, TARGETS, ZONES, TALKS = "会议活动", "议题发言", "责任目标", "责任区", "谈话记录"
RECORDS = ("责任书", "会议记录", "谈话记录", "工作总结")
"""The kinds looked at; others are made of the same pieces."""
LINES = "一是说得清\n二是做得到"
SPACES = {"w": W.strip("{}")}
STYLE = "w:pPr/w:pStyle/@w:val"
ENGINE = Engine(template_folders(None))
TEMPLATES = draft_templates()
SIZES = {44: "二号", 36: "小二", 32: "三号", 28: "四号", 24: "小四", 21: "五号", 18: "小五", 15: "六号"}
"""Half-points to names of the sizes that Chinese printing has; sizes of what is not printed are left aside."""


def made(name: str, *changes: Change) -> bytes:
    """Fill the one document of the changed branch whose path holds a name."""
    every = (p for p in plan_documents(examine(*changes).branch) if p.kind in RECORDS)
    planned = [p for p in every if name in f"{p.folder}/{p.name}"]
    assert len(planned) == 1
    properties = Properties(title=planned[0].title, author="支部", day=planned[0].day)
    return ENGINE.render(planned[0].template, planned[0].build(), properties)


def body(data: bytes) -> etree._Element:
    """Parse the body of a document."""
    return etree.fromstring(read_parts(data)["word/document.xml"])


def found(node: etree._Element, path: str) -> list[etree._Element]:
    """Look nodes up by an XPath in which w stands for the word namespace."""
    nodes = node.xpath(path, namespaces=SPACES)
    assert isinstance(nodes, list)
    return [each for each in nodes if isinstance(each, etree._Element)]


def said(node: etree._Element) -> str:
    """Give the text below a node."""
    return "".join(map(str, node.itertext()))


def value(node: etree._Element, path: str) -> str:
    """Give the text of an attribute; empty if it is not there."""
    return str(node.xpath(f"string({path})", namespaces=SPACES))


def style_names(data: bytes) -> dict[str, str]:
    """Give the id of each style of a document with its name."""
    root = etree.fromstring(read_parts(data)["word/styles.xml"])
    return {value(s, "@w:styleId"): value(s, "w:name/@w:val") for s in root.iter(f"{W}style")}


def styled(data: bytes, *names: str) -> Iterator[etree._Element]:
    """Give the paragraphs of some styles."""
    called = style_names(data)
    return (p for p in body(data).iter(f"{W}p") if called.get(value(p, STYLE)) in names)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("03支委会", (ITEMS, "#1", "发言要点", LINES)),
        ("03支委会", (ITEMS, "#1", "决议", LINES)),
        ("20250627", (ITEMS, "#3", "发言要点", LINES)),
        ("05党课", (MEETINGS, "H4", "内容纪要", LINES)),
        ("07组织生活会与民主评议/2025_07组织生活会与民主评议_20251205", (ITEMS, "#5", "发言要点", LINES)),
        ("_D4", (TARGETS, "按时参加组织生活", "目标内容", LINES)),
        ("_D4", (TARGETS, "按时参加组织生活", "考核标准", LINES)),
        ("_D4", (ZONES, "一号台位", "任务", LINES)),
        ("_T1赵四", (TALKS, "T1", "谈话内容", LINES)),
        ("_T1赵四", (TALKS, "T1", "措施", LINES)),
        ("年度工作总结", ("总结要点", "办实事", "正文", LINES)),
    ],
)
def test_lines_of_a_cell_are_paragraphs(name: str, change: Change) -> None:
    data = made(name, change)
    first, second = LINES.splitlines()
    lines_of = paragraphs_of(data)
    assert sum(first in each for each in lines_of) == sum(second in each for each in lines_of) == 1
    assert not any(first in each and second in each for each in lines_of)
    assert next(body(data).iter(f"{W}br"), None) is None


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_templates_say_what_chinese_word_says(name: str) -> None:
    settings = read_parts(TEMPLATES[name])["word/settings.xml"].decode()
    assert [habit for habit in HABITS if f"<w:{habit}/>" not in settings] == []
    assert {"ulTrailSpace", "doNotExpandShiftReturn", "balanceSingleByteDoubleByteWidth"} <= set(HABITS)
    assert 'w:eastAsia="zh-CN"' in settings


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_sizes_have_names_and_no_blank_paragraph_parts_text(name: str) -> None:
    data = TEMPLATES[name]
    styles = etree.fromstring(read_parts(data)["word/styles.xml"])
    assert {int(value(size, "@w:val")) for size in found(styles, "//w:sz")} <= SIZES.keys() | {
        2,
        8,
    }  # behind a table; of instructions
    called = style_names(data)
    blank = [p for p in found(body(data), "w:body/w:p") if not said(p) and p.find(f"{W}r") is None]
    assert {called[value(p, STYLE)] for p in blank} <= {"间隔"}


def text_width(data: bytes) -> int:
    """Give the width of the type area of a document, in twips."""
    sizes = ("w:pgSz/@w:w", "w:pgMar/@w:left", "w:pgMar/@w:right")
    width, left, right = (int(value(body(data), f"w:body/w:sectPr/{each}")) for each in sizes)
    return width - left - right


@pytest.mark.parametrize("name", sorted(set(TEMPLATES) - {"全年一览"}))
def test_lines_for_ink_are_tabs_that_end_at_one_edge(name: str) -> None:
    data = TEMPLATES[name]
    assert next(body(data).iter(f"{W}u"), None) is None
    whole = [p for p in styled(data, "记录签名", "公文签名", "手写横线") if not found(p, "ancestor::w:tc")]
    lines = [p for p in whole if found(p, "w:pPr/w:tabs/w:tab[@w:leader='underscore']")]
    ends = {int(value(p, "w:pPr/w:tabs/w:tab[last()]/@w:pos")) for p in lines if not said(p).endswith("日")}
    assert ends <= {text_width(data)}
    assert {said(p) for p in whole if "签名）" in said(p) or "签字）" in said(p)} <= {said(p) for p in lines}


@pytest.mark.parametrize("name", sorted(TEMPLATES))
def test_titles_lead_the_outline_and_tables_have_captions(name: str) -> None:
    data = TEMPLATES[name]
    styles = etree.fromstring(read_parts(data)["word/styles.xml"])
    first = next(p for p in body(data).iter(f"{W}p") if value(p, STYLE) != "Tag")
    level = value(styles, f"w:style[@w:styleId='{value(first, STYLE)}']/w:pPr/w:outlineLvl/@w:val")
    captions = [value(table, "w:tblPr/w:tblCaption/@w:val") for table in body(data).iter(f"{W}tbl")]
    if name != "全年一览":
        assert level == "0"
        assert all(captions)


def test_every_record_names_its_closing_styles() -> None:
    for template in (template for name in RECORDS for template in BY_NAME[name].templates):
        assert any(True for _ in styled(TEMPLATES[template], *CLOSING)), template


def keeps(paragraph: etree._Element) -> bool:
    """Whether a paragraph itself says that it keeps with the next."""
    return paragraph.find(f"{W}pPr/{W}keepNext") is not None


def test_the_last_of_the_text_keeps_with_the_closing_and_nothing_else_does() -> None:
    data = made("05党课", (MEETINGS, "H4", "内容纪要", "第一段。\n第二段。\n第三段。"))
    minutes = [p for p in styled(data, "记录正文") if "段" in said(p)]
    assert [keeps(p) for p in minutes] == [False, False, True]


def test_the_last_row_of_a_table_keeps_with_the_signatures_in_it() -> None:
    rows = list(body(made("_T1赵四")).iter(f"{W}tr"))
    assert [any(map(keeps, row.iter(f"{W}p"))) for row in rows[-3:]] == [False, True, False]


def test_a_body_without_closing_styles_is_left_as_it_is() -> None:
    xml = '<w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="End"/></w:pPr></w:p>'
    assert kept_together(xml, ()) == xml
    assert kept_together(xml, ("Other",)) == xml
    assert kept_together(xml, ("End",)).startswith("<w:p><w:pPr><w:keepNext/></w:pPr>")


UNTOLD = ((MEETINGS, "H4", "内容纪要", ""), (MEETINGS, "H4", "主题", ""), (MEETINGS, "H4", "授课人", ""))


def ruled(data: bytes) -> int:
    """Count the lines to write on."""
    return len(list(styled(data, "手写横线")))


@pytest.mark.parametrize("number", [0, 3, 7])
def test_what_was_not_told_has_its_heading_and_as_many_lines_as_asked_for(number: int) -> None:
    asked = (SETTINGS_SHEET, "+", "项目|设定", f"手写空行|{number}")
    data = made("05党课", asked, *UNTOLD)
    assert ruled(data) == number
    assert "授课要点" in paragraphs_of(data)
    assert ruled(made("05党课", asked)) == 0
    talk = made("_T1赵四", asked, (TALKS, "T1", "谈话内容", ""))
    assert ruled(talk) == number
    assert ruled(made("_T1赵四", asked)) == 0


def test_required_rows_stay_blank_and_optional_ones_go() -> None:
    lines_of = paragraphs_of(made("05党课", *UNTOLD))
    for label in ("党课题目", "授课人"):
        assert lines_of[lines_of.index(label) + 1] == ""
    assert "学习材料" not in lines_of
    assert "列席" not in lines_of
    visit = paragraphs_of(made("_T2钱九"))
    assert visit[visit.index("家庭情况") + 1] == ""
    assert "家庭情况" not in paragraphs_of(made("_T1赵四"))


def test_nobody_is_printed_only_where_the_cell_says_so() -> None:
    told = paragraphs_of(made("05党课", (MEETINGS, "H4", "列席", "无")))
    assert told[told.index("列席") + 1] == "无"
    assert "列席" not in paragraphs_of(made("05党课"))
    all_came = paragraphs_of(made("05党课"))
    assert all_came[all_came.index("缺席及原因") + 1] == "无"


def headings(data: bytes) -> list[str]:
    """Give the headings of an agreement."""
    return [said(p) for p in styled(data, "heading 1")]


def test_parts_of_an_agreement_without_anything_go_and_the_others_close_up() -> None:
    assert headings(made("_D4")) == ["一、共性目标", "二、岗位目标", "三、个性目标", "四、责任区", "五、考核", "六、奖惩", "七、附则"]  # fmt: skip
    assert headings(made("_D6")) == ["一、共性目标", "二、岗位目标", "三、个性目标", "四、考核", "五、奖惩", "六、附则"]
    assert "无。" not in paragraphs_of(made("_D6"))


CANDID = "07组织生活会与民主评议/2025_07组织生活会与民主评议_20251205"


def test_tables_of_an_organisational_life_meeting_stand_in_their_topic() -> None:
    rows: tuple[Change, ...] = (
        (ITEMS, "+", "会议编号|议题序号|环节|发言要点|决议|责任人|时限", "H5|1|查摆问题|会多。|少开。|李二|2025-12-31"),
        (ITEMS, "+", "会议编号|议题序号|议题|发言人|发言要点", "H5|2|上级点评|王三|问题找得准。"),
    )
    text = text_of(made(CANDID, *rows))
    places = [
        text.index(each)
        for each in ("议题一：逐人发言", "会多。", "下班组少。", "议题二：上级点评", "找得准。", "散会")
    ]
    assert places == sorted(places)
    assert text.count("批评与自我批评") == text.count("下班组少。") == 1


def test_problems_without_a_topic_stand_behind_the_agenda() -> None:
    text = text_of(made(CANDID, (ITEMS, "+", "会议编号|环节|发言要点|决议", "H5|查摆问题|会多。|少开。")))
    assert text.index("逐人发言") < text.index("会多。") < text.index("散会")
    assert text.count("会多。") == 1


def test_everybody_who_came_has_a_place_to_sign() -> None:
    names = ["张一", "李二", "王三", "赵四", "孙五", "周六", "吴七", "郑八"]
    grid = list(body(made(CANDID)).iter(f"{W}tbl"))[-1]
    cells = [said(cell) for cell in grid.iter(f"{W}tc")][6:]
    assert [cell for cell in cells[::2] if cell] == names
    assert set(cells[1::2]) == {""}
    fewer = list(body(made(CANDID, (MEETINGS, "H5", "缺席", "周六(事假)"))).iter(f"{W}tbl"))[-1]
    assert "周六" not in said(fewer)


def test_both_visitors_have_a_line_and_one_has_no_name_beside_it() -> None:
    assert [each for each in paragraphs_of(made("_T2钱九")) if "签字" in each] == [
        "家访人签字（张一）：\t",
        "家访对象签字：\t",
        "家访人签字（李二）：\t",
    ]
    assert [each for each in paragraphs_of(made("_T1赵四")) if "签字" in each] == ["谈话人签字：\t", "谈话对象签字：\t"]
    assert sum("签字" in each for each in paragraphs_of(made("_T13孙五"))) == 5


def test_lists_of_names_are_parted_between_names() -> None:
    many = "、".join(f"群众{letter}{letter}" for letter in "甲乙丙丁戊己庚辛壬癸")
    lines_of = paragraphs_of(made("05党课", (MEETINGS, "H4", "列席", many)))
    start = lines_of.index("列席") + 1
    lines = lines_of[start : start + 2]
    assert "".join(lines) == many
    assert all(len(line) <= 28 for line in lines)
    assert lines[0].endswith("、")


def test_votes_are_called_as_a_committee_calls_them() -> None:
    text = text_of(made("20250627"))
    assert "表决情况：" in text
    assert not re.search("表决（(?:一般|测评)", text)
    assert "谈心谈话（支委与党员之间）" in text_of(made("_T1赵四"))


def test_a_document_tells_no_moment_that_nobody_wrote() -> None:
    parts = read_parts(made("_T1赵四"))
    core = parts["docProps/core.xml"].decode()
    assert "created" not in core
    assert "modified>" not in core
    assert "<dc:language>zh-CN</dc:language>" in core
    assert "<dc:creator>支部</dc:creator>" in core
    assert b"<Application>" in parts["docProps/app.xml"]
