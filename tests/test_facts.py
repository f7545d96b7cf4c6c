"""What the documents state is in the cells: as of which day, how many, and nothing that no cell shows."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from pipeline.documents import plan_documents
from pipeline.facts.branch import Branch
from pipeline.facts.chapters import IN_FULL
from tests.support.lawful import SUMMARY, text_in
from tests.support.small import Change, Examined, examine
from tests.test_documents import document, summary

ROSTER, TARGETS, MEETINGS, ITEMS, INFO, POINTS = "党员名册", "责任目标", "会议活动", "议题发言", "支部信息", "总结要点"
AWARDS, TRAININGS, EVALUATION = "表彰处置", "学习培训", "民主评议"
MAIN_ENDS = "\n附件\n"
UNDATED: Change = (INFO, "成文日期", "内容", "")


def agreement(number: str, *changes: Change) -> str:
    """Render the agreement of one member of the changed branch."""
    return document(examine(*changes), f"党支部_{number}")


def main_text(summary: str) -> str:
    """Give the text of a summary without its annexes."""
    return summary.partition(MAIN_ENDS)[0]


def in_full(*changes: Change) -> str:
    """Render the summary of the changed branch with every row in its place (详文)."""
    found = examine(*changes)
    settings = replace(found.branch.settings, summary_length=IN_FULL)
    longer = Branch(found.branch.records, found.branch.as_of, settings)
    return text_in(list(plan_documents(longer)), SUMMARY)


def test_an_agreement_states_what_its_member_was_on_the_day_of_signing() -> None:
    confirmed_later = ((ROSTER, "D8", "入党日期", "2024-6-27"), (ROSTER, "D8", "批准日期", "2024-8-1"), (ROSTER, "D8", "党员类别", "正式"), (ROSTER, "D8", "转正日期", "2025-7-2"))  # fmt: skip
    assert "党龄\n预备党员" in agreement("D8", *confirmed_later)
    approved = (ROSTER, "D8", "转正批准日期", "2025-7-20")
    for day, standing in (("2025-7-2", "预备党员"), ("2025-7-19", "预备党员"), ("2025-7-20", "不满1年")):
        assert f"党龄\n{standing}" in agreement("D8", *confirmed_later, approved, (ROSTER, "D8", "责任书签订日期", day))
    assert "党龄\n13年" in agreement("D4")
    undated = agreement("D4", (INFO, "责任书签订日期", "内容", ""))
    assert "党龄\n14年（截至2025年12月31日）" in undated


def test_an_agreement_names_the_offices_held_on_the_day_of_signing() -> None:
    assert "乙方：李二（组织委员）" in agreement("D2")
    later = (ROSTER, "D2", "党内职务", "组织委员(2025-3-1起)")
    assert "乙方：李二\n" in agreement("D2", later)
    assert "组织委员" not in agreement("D2", later)


def test_namesakes_are_told_apart_in_their_agreements() -> None:
    twins = ((ROSTER, "D5", "姓名", "李二"), (ROSTER, "D1", "入党介绍人", ""))
    assert "乙方：李二（D2，组织委员）" in agreement("D2", *twins)
    assert "乙方：李二（D5）" in agreement("D5", *twins)


def test_the_committee_is_not_called_a_branch_twice() -> None:
    text = document(examine(), "03支委会")
    assert "装配车间党支部委员会会议" in text
    assert "支部支部" not in text
    assert "维修二队支部委员会会议" in document(examine((INFO, "支部简称", "内容", "维修二队")), "03支委会")


@pytest.mark.parametrize("change", [UNDATED, (INFO, "成文日期", "内容", "2026-1-10"), (INFO, "年度", "内容", "2025")])
def test_no_document_knows_today(change: Change) -> None:
    def written(found: Examined) -> list[tuple[str, str, date, object]]:
        return [(p.folder, p.name, p.day, p.build()) for p in plan_documents(found.branch)]

    assert written(examine(change)) == written(examine(change, as_of=date(2031, 5, 5)))
    assert written(examine(change)) == written(examine(change, as_of=date(2025, 12, 20)))


def test_a_summary_without_its_date_has_none_in_its_name() -> None:
    names = [p.name for p in plan_documents(examine(UNDATED).branch) if "总结" in p.name]
    assert names == ["2025_10年度总结_装配车间党支部_年度工作总结"]
    early = examine((INFO, "成文日期", "内容", "2025-12-20"), (AWARDS, "赵四", "日期", "2025-6-27"))
    text = document(early, "年度工作总结")
    assert "现有党员8名" in text
    assert "\n2025年12月20日\n" in text
    assert not re.search("全年|年底", text)
    later = examine((INFO, "成文日期", "内容", "2026-1-20"))
    assert "截至2025年12月31日有党员8名" in document(later, "年度工作总结")


def test_numbers_of_members_agree() -> None:
    moved = ((ROSTER, "D7", "转出日期", "2025-9-1"), (ROSTER, "D8", "批准日期", ""))
    text = summary(*moved)
    assert "现有党员6名，均为正式党员" in text
    assert "等待上级批准的预备党员1名，没有计入" in text
    assert "责任书》8份（含后来转出或离开的1名、等待批准的预备党员1名），年底在册的6名党员全部计分" in text


def test_agreements_are_counted_by_their_days() -> None:
    assert "签订《2025年度党员目标管理责任书》8份，年底" in summary()
    assert "8份，其中2025年1月20日签订7份、7月1日签订1份" in in_full()
    assert "其中2025年1月20日签订7份" in in_full((ROSTER, "D8", "责任书签订日期", ""))  # D8 came later
    assert "均于2025年7月1日签订" in in_full((INFO, "责任书签订日期", "内容", "2025-7-1"))
    many = tuple((ROSTER, f"D{n}", "责任书签订日期", f"2025-1-{20 + n}") for n in (1, 2, 3))
    assert "2025年1月20日至7月1日陆续签订" in in_full(*many)
    unknown = in_full((INFO, "责任书签订日期", "内容", ""), (ROSTER, "D8", "责任书签订日期", ""))
    assert not re.search("日签订|陆续签订|签订日期", unknown)


def test_targets_are_said_to_state_only_what_all_of_them_state() -> None:
    assert "每项写明考核标准、分值和时限，" in summary()
    without_due = summary((TARGETS, "首件必检", "完成时限", ""))
    assert "列出共性目标1项、岗位目标3项、个性目标8项，每项写明考核标准和分值，" in without_due


PROBLEM = (ITEMS, "+", "会议编号|议题序号|环节|发言要点|决议", "H5|2|查摆问题|{}|{}")


def test_problems_are_said_to_have_a_remedy_only_where_they_have() -> None:
    def problems(*remedies: str) -> str:
        return summary(*((*PROBLEM[:3], PROBLEM[3].format(f"问题{remedy}", remedy)) for remedy in remedies))

    assert "查摆问题2个，逐个定了整改措施" in problems("改一", "改二")
    assert "查摆问题2个，其中1个定了整改措施" in problems("改一", "")
    without = problems("", "")
    assert "查摆问题2个（附件" in without
    assert "整改措施" not in main_text(without)


def test_discipline_is_said_to_be_studied_only_where_a_cell_says_so() -> None:
    listed = (INFO, "依据文件", "内容", "中国共产党纪律处分条例")
    assert "纪律" not in summary(listed).replace("纪律建设", "")
    assert "《中国共产党纪律处分条例》" in in_full(listed)
    studied = summary(listed, (MEETINGS, "H3", "内容纪要", "学习《中国共产党纪律处分条例》第八章。"))
    assert "支部依据《中国共产党纪律处分条例》约束党员的行为，会议和培训学习《中国共产党纪律处分条例》1次。" in studied


def test_systems_are_those_with_a_record() -> None:
    assert "“三会一课”、组织生活会、党员目标管理、民主评议党员四项制度" in summary()
    reported = summary((POINTS, "+", "章节|序号|要点|正文", "党内汇报|1|半年汇报|七月书面汇报。"))
    assert "党内汇报、民主评议党员五项制度" in reported


CLAIMS = ("白天干", "抓生产", "党政工团", "有事找得到人办", "落到班组", "经济效益为中心", "职工", "按程序", "带头学习")


def test_an_office_reads_no_factory_wording_and_no_claims() -> None:
    office = ((INFO, "单位类型", "内容", "机关"), (POINTS, "办实事", "-", ""), ("立项攻关", "L1", "-", ""), ("谈话记录", "T1", "关联立项", ""))  # fmt: skip
    text = summary(*office)
    assert [claim for claim in CLAIMS if claim in text] == []
    assert "以经济效益为中心，保证各项任务完成" in summary()


def test_what_lies_outside_the_year_is_dated_and_not_counted() -> None:
    award = summary((AWARDS, "赵四", "日期", "2024-12-30"))
    assert "赵四2024年12月30日获先进工作者。" in award
    assert "接收共1人次，经党员大会表决" in award
    assert "接收、表彰共2人次，都经党员大会表决。赵四获先进工作者。" in summary()
    deed = summary((POINTS, "办实事", "日期", "2023-6-11"))
    assert "2023年6月11日，修好水房龙头两个" in deed
    assert "支部办实事1件" in summary()
    assert not re.search("办实事\\d+件", deed)
    assert "书记张一全年集中学习42学时" in summary()
    course = summary((TRAININGS, "张一", "开始日期", "2024-5-12"), (TRAININGS, "张一", "结束日期", "2024-5-16"))
    assert "2024年5月12日至16日" in course
    assert "书记张一全年集中学习2学时" in course


def test_groups_vote_without_a_verdict_of_the_general_meeting() -> None:
    vote = (
        ITEMS,
        "+",
        "会议编号|议题序号|议题|表决类型|表决方式|赞成|反对|弃权|决议",
        "H3|1|推荐|一般|举手表决|2|1|1|通过。",
    )
    text = document(examine(vote), "04党小组会")
    assert "赞成2人、反对1人、弃权1人" in text
    assert "半数" not in text


def test_a_row_with_a_reporter_and_a_speaker_prints_both() -> None:
    text = document(examine((ITEMS, "#1", "发言人", "王三")), "03支委会")
    assert "李二汇报，王三发言：汇报了一季度工作。" in text
