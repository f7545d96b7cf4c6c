"""Breaches of party rules: told with their article, every document written, and nothing printed that figures do not bear.

Each breach stands beside the nearest lawful case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from pipeline.documents import plan_documents
from pipeline.findings import Level
from pipeline.flows.blocking import Faults, part
from pipeline.rules import all_rules, votes
from pipeline.rules.articles import DOCUMENTS, article_name
from tests.support.candidates import LEDGER, on
from tests.support.small import Change, cell_of, changed, examine
from tests.support.word import text_of
from tests.test_documents import document
from tests.test_templates import TEMPLATES

ROSTER, MEETINGS, ITEMS, INFO, AWARDS = "党员名册", "会议活动", "议题发言", "支部信息", "表彰处置"
CONFIRMED = (
    (ROSTER, "D8", "入党日期", "2024-6-27"),
    (ROSTER, "D8", "批准日期", "2024-8-1"),
    (ROSTER, "D8", "党员类别", "正式"),
    (ROSTER, "D8", "转正日期", "2025-6-27"),
    (ROSTER, "D8", "转正批准日期", "2025-8-1"),
    (MEETINGS, "H2", "列席", ""),
    (MEETINGS, "H2", "签到应到", "8"),
    (MEETINGS, "H2", "签到实到", "7"),
    (ITEMS, "#2", "表决类型", "转正"),
    (ITEMS, "#2", "决议", "同意郑八按期转为中共正式党员。"),
)
"""郑八 is confirmed at the general meeting of 27 June, on the day on which his probation ends."""
ELECTION = "会议编号|议题序号|议题|表决类型|表决方式|候选人|应选人数|发出|收回|有效|赞成|反对|弃权|决议|监票人|计票人"
EXTENDED = (
    *CONFIRMED[:2],
    (ROSTER, "D8", "延长预备期至", "2025-12-27"),
    *CONFIRMED[5:8],
    (ITEMS, "#2", "表决类型", "延长预备期"),
    (ITEMS, "#2", "决议", "不同意按期转正，延长预备期半年。"),
)
"""His probation is extended instead by half a year."""
NO_MARKS: Change = (INFO, "责任书满分", "内容", "")
FENG: Change = (
    ROSTER,
    "+",
    "编号|姓名|党小组|党员类别|入党日期|批准日期|入党介绍人|转入日期|转出日期",
    "D9|冯九|二组|预备|2025-6-27|2025-8-1|张一、李二|2025-6-27|2025-6-28",
)
TEMPORARY: Change = (INFO, "支部类型", "内容", "临时党支部")
SEVERAL_AWAY = (
    (MEETINGS, "H2", "缺席", "赵四(病假)、王三(公出)、周六(事假)、吴七(事假)"),
    (MEETINGS, "H2", "签到应到", ""),
    (MEETINGS, "H2", "签到实到", ""),
)


def election(*rows: str) -> tuple[Change, ...]:
    """Add the candidates of an election to the general meeting H2."""
    return tuple((ITEMS, "+", ELECTION, row) for row in rows)


def candidate(name: str, *, method: str = "无记名投票", figures: str = "6|6|6|4|2|0", said: str = "当选") -> str:
    """Write the row of a candidate for two seats."""
    return f"H2|3|补选|选举|{method}|{name}|2|{figures}|{said}|李二|赵四"


THREE = election(candidate("孙五"), candidate("吴七"), candidate("周六", said="未当选", figures="6|6|6|2|4|0"))


@dataclass(frozen=True)
class Breach:
    """A rule, the changes that breach it, those that nearly do, and words that no document may print."""

    code: str
    bad: tuple[Change, ...]
    good: tuple[Change, ...]
    document: str = ""
    never: str = ""


BREACHES = [
    Breach("V16", (*CONFIRMED, (ROSTER, "D8", "入党日期", "2024-6-28")), CONFIRMED),
    Breach("V18", election(candidate("孙五", method="举手表决")), election(candidate("孙五"))),
    Breach(
        "V19",
        (*THREE, (ITEMS, "#8", "书面意见", "1")),
        THREE,
    ),
    Breach("R24", (TEMPORARY,), ()),
    Breach("R24", (TEMPORARY, *THREE), ()),
    Breach("R25", (*EXTENDED, (ROSTER, "D8", "延长预备期至", "2025-9-1")), EXTENDED),
    Breach(
        "V02",
        ((ITEMS, "#2", "收回", "7"), (ITEMS, "#2", "有效", "6")),
        (),
        "接收郑八",
        "同意接收郑八",
    ),
    Breach("V05", (*SEVERAL_AWAY, (ITEMS, "#3", "赞成", "3"), (ITEMS, "#3", "弃权", "0"), *((ITEMS, "#2", name, "3") for name in ("发出", "收回", "有效", "赞成"))), (), "", "决议：通过"),
    Breach("V06", (*SEVERAL_AWAY, (ITEMS, "#2", "赞成", "3"), *((ITEMS, "#2", name, "3") for name in ("发出", "收回", "有效")), (ITEMS, "#3", "赞成", "3"), (ITEMS, "#3", "弃权", "0")), (), "", "同意接收郑八"),
    Breach("V07", ((ITEMS, "#2", "赞成", "3"), (ITEMS, "#2", "反对", "3")), (), "", "同意接收郑八"),
    Breach("V08", ((ITEMS, "#2", "表决方式", "举手表决"),), ()),
    Breach("V09", ((ITEMS, "#2", "候选人", "郑八、冯九"), FENG, NO_MARKS), ()),
    Breach("V11", election(candidate("孙五"), candidate("吴七")), THREE),
    Breach("V12", election(candidate("孙五").replace("|李二|", "||")), THREE),
    Breach("V12", election(candidate("孙五").replace("|李二|", "|孙五|")), THREE),
    Breach("V13", ((ITEMS, "#2", "支委会审查日期", "2025-6-28"),), ()),
    Breach("V14", ((ROSTER, "D8", "入党介绍人", "张一"),), ()),
    Breach("M10", ((MEETINGS, "H2", "主持人", "孙五"),), ()),
    Breach("M15", ((MEETINGS, "H1", "缺席", "李二(公出)、王三(公出)"), (MEETINGS, "H1", "记录人", "张一"), (ITEMS, "#1", "汇报人", "张一")), (), "", "决议：同意"),
    Breach("R03", ((ROSTER, "D7", "出生日期", "2000-1-1"), (ROSTER, "D7", "入党日期", "2017-6-1"), (ROSTER, "D7", "批准日期", "2017-7-1"), (ROSTER, "D7", "转正日期", "2018-6-1")), ()),
    Breach("R04", ((ROSTER, "D7", "转正日期", "2014-5-31"),), ()),
    Breach("R08", ((ROSTER, "D8", "党内职务", "委员"),), ()),
    Breach("R18", ((INFO, "届满日期", "内容", "2025-12-30"),), ((INFO, "届满日期", "内容", "2025-12-30"), (INFO, "+", "项目|内容", "延期批准日期|2025-11-1"), (INFO, "+", "项目|内容", "延期至|2026-6-30"))),
    Breach("R19", ((ROSTER, "D3", "小组长", ""),), ()),
    Breach("D05", ((MEETINGS, "H6", "类型", "支委会、民主评议"),), ()),
    Breach("J02", on("钱九", 申请入党日期="2024-3-2", 谈话日期="2024-3-20"), LEDGER),
    Breach("J03", on("郑八", 确定积极分子日期="2024-3-7"), LEDGER),
    Breach("J04", on("钱九", 出生日期="2005-3-2"), on("钱九", 出生日期="2005-3-1")),
    Breach("J05", on("钱九", 谈话日期="2023-4-2"), on("钱九", 谈话日期="2023-4-1")),
    Breach("J07", on("钱九", 培养联系人="郑八"), LEDGER),
    Breach("J10", on("郑八", 预审日期="2025-6-9"), on("郑八", 预审日期="2025-6-10")),
    Breach("J11", on("郑八", 预审日期="2025-6-28"), on("郑八", 预审日期="2025-6-27")),
    Breach("J12", on("郑八", 政审日期="2025-6-28"), on("郑八", 政审日期="2025-6-27")),
    Breach("J12", on("郑八", 政审结论="不合格"), LEDGER),
    Breach("J16", on("钱九", 入党介绍人="张一、郑八"), on("钱九", 入党介绍人="张一、李二")),
]  # fmt: skip


@pytest.mark.parametrize("case", BREACHES, ids=lambda case: case.code)
def test_a_breach_is_told_with_its_article_and_holds_nothing(case: Breach) -> None:
    found = examine(*case.bad)
    breaches = [f for f in found.findings if f.rule.code == case.code and f.level is Level.BREACH]
    assert breaches
    assert all("（20" in breach.rule.basis for breach in breaches)
    assert [f for f in found.findings if f.is_error] == []
    planned = list(plan_documents(found.branch))
    chosen, held = part(planned, Faults(found.branch, found.findings), lambda *_: frozenset())
    assert held == []
    assert len(chosen) == len(planned)
    assert [f for f in examine(*case.good).findings if f.rule.code == case.code and f.level is Level.BREACH] == []


@pytest.mark.parametrize("case", [case for case in BREACHES if case.never], ids=lambda case: case.code)
def test_no_document_says_what_the_figures_do_not_bear(case: Breach) -> None:
    found, sound = examine(*case.bad), examine(*case.good)
    places = {"M15": "03支委会"}
    name = places.get(case.code, "02党员大会")
    bare = case.never.removeprefix("决议：")
    said = [line for line in document(found, name).splitlines() if "决议：" in line and bare in line]
    assert said == []
    assert [line for line in document(sound, name).splitlines() if "决议：" in line and bare in line]


def test_the_candidate_of_a_confirmation_is_no_voter() -> None:
    found = examine(*CONFIRMED)
    assert [str(f.where) for f in found.findings if f.is_error] == []
    text = document(found, "02党员大会")
    assert "应到会有表决权的党员7名，实到6名" in text
    late = examine(*CONFIRMED, (ITEMS, "#2", "发出", "7"), (ITEMS, "#2", "收回", "7"), (ITEMS, "#2", "有效", "7"), (ITEMS, "#2", "赞成", "7"))  # fmt: skip
    assert {"V03", "V04"} & late.codes()


def test_votes_of_those_whose_approval_is_not_entered_are_told_with_the_blank_cell() -> None:
    vote: Change = (
        ITEMS,
        "+",
        "会议编号|议题序号|议题|表决类型|表决方式|赞成|反对|弃权|决议",
        "H6|2|修水房|一般|举手表决|8|0|0|同意。",
    )
    entered, waiting = (*CONFIRMED, vote), (*CONFIRMED[:4], (ROSTER, "D8", "转正批准日期", ""), *CONFIRMED[5:], vote)
    assert examine(*entered).cells("V03") == []
    found = [each for each in examine(*waiting).findings if each.rule.code == "V03"]
    assert [each.rule for each in found] == [votes.V03_WAITING]
    assert cell_of(changed(waiting), ROSTER, "D8", "转正批准日期") in {str(place) for place in found[0].places}


def test_full_rights_come_with_the_approval_and_standing_from_the_end_of_the_probation() -> None:
    waiting = (*CONFIRMED[:4], (ROSTER, "D8", "转正批准日期", ""), *CONFIRMED[5:])
    found = examine(*waiting)
    assert found.cells("R23") == [cell_of(changed(waiting), ROSTER, "D8", "转正批准日期")]
    day = found.branch.year_end
    assert len(found.branch.full(day)) == 7
    assert len(examine(*CONFIRMED).branch.full(day)) == 8
    early = (*((ROSTER, "D8", heading, day) for heading, day in (("入党日期", "2022-6-27"), ("批准日期", "2022-8-1"), ("转正日期", "2023-6-27"))), (ROSTER, "D8", "党员类别", "正式"), (ROSTER, "D8", "入党介绍人", ""))  # fmt: skip
    earlier = examine(*early)  # confirmed in a year before: the column may stay blank
    assert earlier.cells("R23") == []
    assert len(earlier.branch.full(day)) == 8


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("延长预备期", "不同意按期转正，延长预备期半年。"),
        ("取消预备党员资格", "不同意转为中共正式党员，取消其预备党员资格。"),
        ("一般", "通过方案一，方案二未通过。"),
        ("一般", "同意给予党内警告处分；不同意从轻处理的意见未采纳。"),
    ],
)
def test_the_outcome_is_judged_by_the_figures_and_not_by_the_wording(kind: str, said: str) -> None:
    row = "#2" if kind != "一般" else "#3"
    changes = (*(CONFIRMED if kind != "一般" else ()), (ITEMS, row, "表决类型", kind), (ITEMS, row, "决议", said))
    assert examine(*changes).cells("V07") == []


def test_every_article_a_rule_names_has_been_read() -> None:
    read = {document.title: {article_name(number) for number in document.articles} for document in DOCUMENTS}
    for rule in all_rules():
        for clause in re.split("[；]", rule.basis):
            named = re.findall("第[一二三四五六七八九十]+条", clause)
            title = re.search("《[^》]+》", clause)
            assert not named or (title and set(named) <= read.get(title[0], set())), (rule.code, rule.basis)
            assert not named or re.search(r"（\d{4}）", clause), rule.basis


def test_no_remedy_pushes_to_change_a_fact() -> None:
    grave = [rule for rule in all_rules() if rule.level is Level.BREACH]
    assert len({rule.code for rule in grave}) >= 20
    truthful = re.compile("照实|属实的不要改|不要改|照纸上|照选票|照计票单|照批复|不要添|不用改|主持人照实")
    assert [rule.code for rule in grave if not truthful.search(rule.remedy)] == []


REMINDERS = [
    ("R26", (*CONFIRMED, (ROSTER, "D8", "转正日期", "2025-6-29")), CONFIRMED),
    ("R27", ((INFO, "届满日期", "内容", "2029-6-17"),), ((INFO, "届满日期", "内容", "2029-6-17"), (INFO, "单位类型", "内容", "村"))),
    ("R24", (TEMPORARY, *CONFIRMED, (AWARDS, "+", "姓名|类别|名称|批准文号|日期", "吴七|组织处置|限期改正|文|2025-3-1")), CONFIRMED),
    ("V09", (*CONFIRMED, (ITEMS, "#2", "候选人", "郑八、冯九"), FENG, NO_MARKS), CONFIRMED),
    ("V08", (*CONFIRMED, (ITEMS, "#2", "表决方式", "举手表决")), CONFIRMED),
    ("R01", ((ROSTER, "D4", "入党日期", ""),), ()),
    ("R07", ((ROSTER, "D4", "转正日期", ""),), ()),
    ("M23", ((INFO, "换届日期", "内容", "2025-3-7"),), ((INFO, "换届日期", "内容", "2025-3-6"),)),
    ("R11", ((ROSTER, "D5", "转出日期", "2025-6-20"), (MEETINGS, "H3", "主持人", "周六"), (MEETINGS, "H2", "签到应到", ""), (MEETINGS, "H2", "签到实到", ""), *((ITEMS, "#2", name, "5") for name in ("发出", "收回", "有效", "赞成")), (ITEMS, "#3", "赞成", "4")), ()),
    ("P01", ((ROSTER, "D5", "转出日期", "2025-1-1"),), ()),
]  # fmt: skip


@pytest.mark.parametrize(("code", "bad", "good"), REMINDERS)
def test_what_is_no_more_than_unusual_is_a_reminder(
    code: str, bad: tuple[Change, ...], good: tuple[Change, ...]
) -> None:
    found = examine(*bad)
    assert found.cells(code, Level.WARNING)
    assert code == "P01" or found.codes(Level.ERROR) == set()
    assert examine(*good).cells(code) == []


def test_a_branch_with_a_secretary_only_may_be_led_by_a_member() -> None:
    alone = ((ROSTER, "D2", "党内职务", ""), (ROSTER, "D3", "党内职务", ""), (MEETINGS, "H2", "主持人", "孙五"))
    assert examine(*alone).cells("M10", Level.WARNING) == [cell_of(changed(alone), MEETINGS, "H2", "主持人")]
    assert examine(*alone[:2]).cells("M10") == []


QUOTED = re.compile("(《[^》]+》)?(第[一二三四五六七八九十]+条)(?:规定|要求)(?!的)[^“。；]*“([^”]*)”")
NAMED = {"《中国共产党章程》": {"第三条"}}
"""Articles that templates name without quoting them."""


@pytest.mark.parametrize("template", sorted(path.stem for path in TEMPLATES.glob("*.docx")))
def test_templates_attribute_to_a_document_only_what_it_says(template: str) -> None:
    text = text_of((TEMPLATES / f"{template}.docx").read_bytes())
    sentences = {document.title: document.articles for document in DOCUMENTS}
    title = ""
    for found in QUOTED.finditer(text):
        title = found[1] or title
        said = {article_name(number): article.says for number, article in sentences[title].items()}
        assert found[3] in said[found[2]], found[0]
    rest = QUOTED.sub("", text)
    for name, article in re.findall("(《中国共产党[^》]+》)(?:[^《》。]*?)(第[一二三四五六七八九十]+条)", rest):
        assert article in NAMED[name], (name, article)
    assert set(re.findall("党章(第[^条]+条)", rest)) <= NAMED["《中国共产党章程》"]
    assert not re.search("按照党章|党章规定|党章要求|条例规定|细则规定|条例要求", rest)
