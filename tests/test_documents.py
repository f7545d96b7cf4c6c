"""What the documents say, sentence by sentence: counts, votes, joint meetings, blanks for ink."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.documents import plan_documents
from pipeline.documents.naming import LONGEST, fold, safe_name
from pipeline.findings import Level
from pipeline.rendering import template_folders
from tests.support.lawful import planned_of, text_in
from tests.support.small import Change, Examined, examine

ROSTER, MEETINGS, ITEMS, TALKS, INFO, POINTS = "党员名册", "会议活动", "议题发言", "谈话记录", "支部信息", "总结要点"


def document(found: Examined, name: str) -> str:
    """Render the one document whose path holds a name, and give its text; the record, where papers lie beside it."""
    return text_in(planned_of(found), name)


def summary(*changes: Change) -> str:
    """Render the summary of the changed branch."""
    return document(examine(*changes), "年度工作总结")


def test_heads_count_as_the_rules_say() -> None:
    text = document(examine(), "20250627")
    assert "应到党员7名，实到6名，缺席1名" in text
    assert "缺席及原因\n赵四（病假）" in text
    assert "党支部书记 张一" in text
    assert "2025年6月27日（星期五）14:00—16:00" in text
    with_probationary = document(examine((MEETINGS, "H4", "缺席", "周六(事假)")), "05党课")
    assert "应到党员8名（其中正式党员7名、预备党员1名），实到7名，缺席1名" in with_probationary
    assert "应到委员3名，实到3名" in document(examine(), "03支委会")


def test_votes_are_told_with_their_outcome() -> None:
    text = document(examine(), "20250627")
    assert "2025年6月10日支委会审查。2025年6月11日至17日公示。" in text
    assert "应到会有表决权的党员7名，实到6名，采用无记名投票方式。票数：发出6张，收回6张，有效6票。" in text
    assert "郑八得赞成6票、反对0票、弃权0票。赞成票超过应到会有表决权党员的半数，通过。" in text
    assert "监票人：王三；计票人：周六。" in text
    assert "党支部书记（签名）：\t" in text


def test_an_election_counts_those_present_and_leaves_the_result_to_the_resolution() -> None:
    election = (ITEMS, "+", "会议编号|议题序号|议题|表决类型|表决方式|候选人|应选人数|发出|收回|有效|赞成|反对|弃权|决议", "H1|2|选书记|选举|无记名投票|张一|1|3|3|3|3|0|0|张一当选。")  # fmt: skip
    at_general = document(examine((*election[:3], election[3].replace("H1|2", "H2|3").replace("|3|3|3|3|", "|6|6|6|5|"))), "20250627")  # fmt: skip
    assert "应到会有选举权的党员7名，实到6名" in at_general
    assert "应选1名" in at_general
    assert "得赞成票超过实到会有选举权党员半数的，按应选名额，当选的是张一。" in at_general
    in_committee = document(examine(election), "03支委会")
    assert "应到会委员3名，实到3名" in in_committee
    assert "半数" not in in_committee  # the regulations name no majority for the committee


def test_nothing_is_said_of_a_vote_without_figures() -> None:
    blank = tuple((ITEMS, "#3", heading, "") for heading in ("赞成", "反对", "弃权"))
    text = document(examine(*blank), "20250627")
    assert "应到会有表决权的党员7名，实到6名，采用举手表决方式。\n决议：通过。" in text


def test_joint_meetings_name_both_and_print_all_fields() -> None:
    joint = (MEETINGS, "H4", "类型", "党员大会、党课")
    found = examine(joint)
    text = document(found, "20250918")
    assert "装配车间党支部党员大会（与党课合并开展）" in text
    assert "党支部书记 张一" in text
    assert "学时\n2" in text
    assert "党员大会3次" in document(found, "年度工作总结")
    assert "党课1次" in document(found, "年度工作总结")


def test_sessions_are_numbered_unless_typed() -> None:
    assert "2025年第2次" in document(examine((MEETINGS, "H4", "类型", "党员大会")), "20250918")
    assert "第六届第9次" in document(examine((MEETINGS, "H4", "届次/次数", "第六届第9次")), "05党课")


def test_those_whose_words_were_not_recorded_have_a_blank_row_and_a_note() -> None:
    found = examine()
    text = document(found, "07组织生活会与民主评议/2025_07组织生活会与民主评议_20251205")
    assert "张一\n下班组少。\n李二：开会拖沓。\n\n李二\n\n\n\n王三" in text
    notes = [finding for finding in found.findings if finding.rule.code == "G02"]
    assert len(notes) == 2
    assert "李二、王三" in notes[0].message


def test_resolutions_end_once() -> None:
    text = document(examine((ITEMS, "#1", "决议", "同意。")), "03支委会")
    assert "决议：同意。责任人：李二。完成时限：2025年3月31日。" in text
    assert "决议：同意。责任人" in document(examine((ITEMS, "#1", "决议", "同意")), "03支委会")


def test_several_titles_of_one_item_are_all_printed() -> None:
    text = document(
        examine(
            (ITEMS, "#3", "议题", "表彰先进"),
            (ITEMS, "+", "会议编号|议题序号|议题|发言要点", "H2|2|另一题目|又说了几句"),
        ),
        "20250627",
    )
    assert "议题二：表彰先进；另一题目" in text


def test_talks_print_offices_and_capacities() -> None:
    text = document(examine(), "T1赵四")
    assert "张一（党支部书记）" in text
    assert "赵四（党员）" in text
    assert "关联立项\n夹具改进" in text
    visit = document(examine(), "T2钱九")
    assert "家访记录" in visit
    assert "钱九（装配工）" in visit
    assert "李二（组织委员）" in visit


def test_homonyms_are_told_apart_everywhere() -> None:
    changes = ((ROSTER, "D5", "姓名", "赵四"), (MEETINGS, "H2", "缺席", "赵四(D4)(病假)"))
    text = document(examine(*changes), "20250627")
    assert "赵四（D4）（病假）" in text
    assert "二组：赵四（D5）" in text


def test_agreements_carry_each_members_own_day() -> None:
    assert "签订日期：2025年1月20日" in document(examine(), "01责任书_20250120_装配车间党支部_D4")
    assert "签订日期：2025年7月1日" in document(examine(), "01责任书_20250701_装配车间党支部_D8")
    blank = document(examine((INFO, "责任书签订日期", "内容", "")), "_D4")
    assert "签订日期：\u3000\u3000年\u3000\u3000月\u3000\u3000日" in blank


def test_summary_figures_are_computed() -> None:
    text = summary()
    assert "现有党员8名，其中正式党员7名、预备党员1名，女党员2名，编为2个党小组，支部委员会有委员3名。" in text
    assert "年内接收预备党员1名。" in text
    assert "全年组织会议和活动6次，其中党员大会2次、支委会1次、党小组会1次、党课1次，党员参加率" in text
    assert "经济效益经财务科确认，合计3.2万元" in text
    assert "评定优秀2名（占正式党员的28.6%）、合格5名" in text
    assert "为此谈心谈话1次，涉及1人" in summary(("立项攻关", "L1", "效益金额", ""))


def test_counts_over_blank_cells_are_left_out_and_said() -> None:
    known = tuple((ROSTER, f"D{n}", heading, value) for n in range(1, 9) for heading, value in (("民族", "汉族"), ("文化程度", "本科")))  # fmt: skip
    minority = (ROSTER, "D2", "民族", "回")
    found = examine(*known, minority)
    assert found.cells("G06") == []
    assert "女党员2名，少数民族党员1名，大专以上文化程度的8名，编为" in document(found, "年度工作总结")
    for heading, word, value in (
        ("性别", "女党员", ""),
        ("民族", "少数民族", ""),
        ("文化程度", "大专以上", ""),
        ("民族", "少数民族", "回民"),
    ):
        found = examine(*known, minority, (ROSTER, "D4", heading, value))
        assert len(found.cells("G06")) == 1
        assert found.cells("G06")[0].endswith("5")
        assert word not in document(found, "年度工作总结")


def test_sections_without_content_are_left_out_and_listed() -> None:
    gone = tuple((POINTS, chapter, "-", "") for chapter in ("存在问题", "下一步打算"))
    found = examine(*gone)
    text = document(found, "年度工作总结")
    assert "存在问题" not in text
    assert "、下一步打算" not in text
    notes = [str(finding.detail["sections"]) for finding in found.findings if finding.rule.code == "G01"]
    assert len(notes) == 1
    assert all(name in notes[0] for name in ("存在问题", "下一步打算", "参与贴近"))
    assert "四、下一步打算" in summary(gone[0])


def test_a_benefit_without_proof_is_not_printed() -> None:
    assert "合计3.2万元（附件4）" in summary()
    text, _, annexes = summary(("立项攻关", "L1", "确认人", "")).partition("\n附件\n")
    assert "万元" not in text
    assert "\n3.2\n" not in annexes
    assert "\n3.2\n" in summary().partition("\n附件\n")[2]


def test_slogans_are_expanded_only_with_a_meaning_and_campaigns_need_an_order() -> None:
    assert "“争先创优”（争当先进、创造优绩）" in summary()
    assert "落实“争先创优”，" in summary((INFO, "口号", "文号或含义", ""))
    without = (INFO, "创建活动", "文号或含义", "")
    assert "达标创先" not in summary(without)
    assert examine(without).cells("G05")


def test_a_member_who_left_before_the_signing_has_no_agreement() -> None:
    found = examine((ROSTER, "D7", "转出日期", "2025-1-15"), ("责任目标", "当突击队员", "适用", "周六"))
    assert found.cells("G04") == ["党员名册!B8"]
    papers = [planned for planned in plan_documents(found.branch) if planned.kind.startswith("责任书")]
    assert len(papers) == 8  # of seven members, and the roll of who signed
    assert [planned.name for planned in papers if "D7" in planned.name] == []
    assert "吴七" not in document(found, "责任书签订汇总表")


def test_the_users_columns_reach_the_context() -> None:
    found = examine((ROSTER, "D4", "血型", "B"))
    planned = next(p for p in plan_documents(found.branch) if "_D4" in p.name)
    fields = planned.build()["党员"]
    assert isinstance(fields, dict)
    assert fields["血型"] == "B"


@pytest.mark.parametrize(
    ("typed", "safe"),
    [
        ("../../etc/passwd", "／..／etc／passwd"),
        ("C:\\x?*", "C：＼x？＊"),
        ("..", "_"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("张三. ", "张三"),
        ("", "_"),
        ("\u200b", "_"),
        ("\u202ecod.exe", "cod.exe"),
    ],
)
def test_names_are_safe_on_windows(typed: str, safe: str) -> None:
    assert safe_name(typed) == safe


def test_long_names_are_cut_on_a_character() -> None:
    for text in ("张" * 200, "👨‍👩‍👧" * 80):
        made = safe_name(text)
        assert len(made.encode()) <= LONGEST
        assert made != safe_name(text + "x")
        made.encode().decode()


def test_no_two_documents_have_one_path() -> None:
    twins = (
        (TALKS, "+", "编号|方式|类型|谈话人|谈话对象|日期|开始|地点|事由|谈话内容", "t1|谈心谈话|支委-党员|李二|赵四|2025-4-8|15:00|车间|了解|又谈了一次夹具的事，他说两天时间够用，下周就能试。"),
    )  # fmt: skip
    found = examine(*twins)
    paths = [fold(f"{planned.folder}/{planned.name}") for planned in plan_documents(found.branch)]
    assert len(set(paths)) == len(paths) == 47


def test_a_year_without_the_summary_s_date_is_summed_up_to_its_last_fact() -> None:
    found = examine((INFO, "成文日期", "内容", ""), as_of=date(2025, 12, 20))
    text = document(found, "年度工作总结")
    assert "截至2025年12月12日" in text
    assert "年内组织会议和活动6次" in text
    assert text.partition("\n附件\n")[0].endswith("\n\u3000\u3000年\u3000\u3000月\u3000\u3000日")
    assert found.codes(Level.ERROR) == set()


def test_templates_shipped_are_found() -> None:
    assert any((folder / "年度工作总结.docx").is_file() for folder in template_folders(Path("没有")))
