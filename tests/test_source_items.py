"""Everything the source article names (source-structure.md 5.2) is in the documents of the example year."""

from __future__ import annotations

import re

import pytest

from tests.support.word import text_of

SUMMARY, AGREEMENTS, MEETINGS, TALKS = "年度工作总结", "/01责任书/", "/0[2-7]", "/08"

ITEMS: dict[int, tuple[tuple[str, str], ...]] = {
    1: ((SUMMARY, "在四个方面发挥战斗堡垒作用：一是.+二是.+三是.+四是"),),
    2: ((SUMMARY, "第二条规定，党支部“是党在社会基层组织中的战斗堡垒”"),),
    3: ((SUMMARY, "思想建设、组织建设、作风建设"),),
    4: ((SUMMARY, "一、抓好党建目标管理"), (AGREEMENTS, "目标管理责任书")),
    5: ((SUMMARY, "围绕钻井会战设备保障和提质降本"), (AGREEMENTS, "围绕钻井会战设备保障和提质降本")),
    6: ((SUMMARY, "确保党支部“达标创先”"), (SUMMARY, r"澜修党字〔2025〕3号.+评为达标支部")),
    7: ((SUMMARY, "学习贯彻.+党的二十届三中全会精神"), (SUMMARY, "党的二十届四中全会闭幕第二天"), (AGREEMENTS, "三中全会")),
    8: ((SUMMARY, "《基层党支部工作细则》（澜修党字〔2023〕9号"), (AGREEMENTS, "《基层党支部工作细则》")),
    9: ((SUMMARY, "落实“三高一争”“两创一争”"), (AGREEMENTS, "“三高一争”[“的]")),
    10: ((SUMMARY, "“两创一争”（创先锋模范岗、创红旗责任区，争当优秀共产党员）"),),
    11: ((AGREEMENTS, "一、共性目标"), (AGREEMENTS, "二、岗位目标"), (AGREEMENTS, "三、个性目标")),
    12: ((AGREEMENTS, "考核标准"), (AGREEMENTS, "六、奖惩"), (SUMMARY, "奖罚分明")),
    13: ((AGREEMENTS, "（2022年修正）第三条规定的八项义务"),),
    14: ((SUMMARY, "设党员示范责任区3个、红旗责任区2个、先锋模范岗3个，由17名党员负责"), (AGREEMENTS, "先锋模范岗")),
    15: ((AGREEMENTS, "2025年度党员目标管理责任书"), (SUMMARY, "支部签订《2025年度党员目标管理责任书》28份（含后来转出或离开的1名）"), ("责任书签订汇总表", "应签28名，已签28名")),
    16: ((AGREEMENTS, "联系群众：魏小军、彭亮"),),
    17: ((SUMMARY, "设党员示范责任区3个"), (AGREEMENTS, "党员示范责任区")),
    18: ((SUMMARY, r"创效立功(?s:.+)2项有经济效益，经公司财务科确认，合计23\.5万元"), (SUMMARY, r"经济效益18\.6万元"), (SUMMARY, r"18\.6\n少买一台总成"), (SUMMARY, "吴长林获降本增效标兵")),
    19: ((SUMMARY, "“立项攻关一”：.+合并"), (SUMMARY, "三十年党龄的周国梁带着沈志刚、罗伟两名党员"), (SUMMARY, "周国梁（党龄30年）\n组员：沈志刚、罗伟、马晓东"), ("立项攻关登记表", "负责人\n周国梁\n组员\n沈志刚、罗伟、马晓东")),
    20: ((SUMMARY, "“立项攻关二”：解疑释惑"), (SUMMARY, "为此谈心谈话9次、家访3次"), (SUMMARY, "五名职工先后主动收回了申请"), (TALKS, "主动|收回申请")),
    21: ((TALKS, "谈心谈话记录"), (TALKS, "家访记录")),
    22: ((TALKS, "经济算账对比"), (SUMMARY, "经济算账对比")),
    23: ((MEETINGS, "公司经理在5月29日两级干部会议上关于机构优化的讲话"),),
    24: ((SUMMARY, "党员大会6次、支委会14次、党小组会36次、党课5次、主题党日12次"),),
    25: ((MEETINGS, "问题和整改清单"), (SUMMARY, "12月5日召开组织生活会，.+查摆问题6个，逐个定了整改措施")),
    26: ((SUMMARY, "党员目标管理"),),
    27: ((SUMMARY, "七月向公司党委书面报告半年工作"), (MEETINGS, "支部书记向党员大会述职")),
    28: ((SUMMARY, r"12月12日民主评议党员27名，评定优秀8名（占正式党员的32\.0%）"), (MEETINGS, "民主测评汇总")),
    29: ((SUMMARY, "党风廉政建设"), (SUMMARY, "三本账每季度对一遍")),
    30: ((SUMMARY, "六项制度"), (SUMMARY, "支委每周一碰头")),
    31: ((SUMMARY, "个人服从组织"), (SUMMARY, "全党服从中央")),
    32: ((SUMMARY, "依据《中国共产党纪律处分条例》和《中国共产党党内监督条例》约束党员的行为"), (SUMMARY, "会议和培训学习《中国共产党纪律处分条例》3次")),
    33: ((SUMMARY, "民主集中制"),),
    34: ((MEETINGS, "党支部委员会会议记录"), (MEETINGS, "第一党小组会议记录"), (MEETINGS, "党员大会会议记录")),
    35: ((MEETINGS, "批评与自我批评"), (SUMMARY, "到会的24名党员逐人作了自我批评，相互提出批评意见25条")),
    36: ((SUMMARY, "相互理解、相互帮助、相互补台、相互关心、相互支持"),),
    37: ((SUMMARY, "求真务实、立党为公、执政为民"),),
    38: ((SUMMARY, "教育系统化，.+24名.+管理规范化，.+监督立体化，.+27名.+处置程序化，接收、转正、表彰、处置共5人次"),),
    39: ((SUMMARY, "周国梁获公司优秀共产党员（澜修党字〔2025〕21号）"),),
    40: tuple((SUMMARY, form) for form in ("集中轮训", "脱产培训", "参观学习", "理论研讨", "岗位示范", "经验交流")),
    41: ((SUMMARY, "政治合格、业务过硬"),),
    42: ((SUMMARY, "一岗双责(?s:.+)5名支委都有分工"), ("支委分工表", "韩立峰(?s:.+)主持支部全面工作")),
    43: ((SUMMARY, "党政工团齐抓共管，形成大政工格局"), (SUMMARY, "队工会主席刘桂兰")),
    44: ((SUMMARY, "有作为才有地位"),),
    45: ((SUMMARY, "白天干、走、讲"), (SUMMARY, "下班组九十八天")),
    46: ((SUMMARY, "晚上读、写、想"), (SUMMARY, "写学习心得六篇")),
    47: ((SUMMARY, "有事找得到人办"), (SUMMARY, "班车改走东门（3月6日）")),
    48: ((SUMMARY, "抓生产从思想入手，抓思想从生产出发"),),
    49: ((SUMMARY, "党性强、作风正、业务精、工作实"),),
    50: ((SUMMARY, "身教重于言教"),),
    51: ((SUMMARY, "参与企业改革，不推诿"), (SUMMARY, "参与企业管理"), (SUMMARY, "参与重大决策")),
    52: ((SUMMARY, "贴近生产经营"), (SUMMARY, "贴近改革"), (SUMMARY, "贴近职工文化生活")),
    53: ((SUMMARY, "获“先进基层党支部”称号（澜修党字〔2025〕21号）"), (SUMMARY, "让党性在岗位上闪光")),
}  # fmt: skip


@pytest.fixture(scope="module")
def texts(example_documents: dict[str, bytes]) -> dict[str, str]:
    """Path to text of every document of the example."""
    return {path: text_of(data) for path, data in example_documents.items()}


@pytest.mark.parametrize("number", ITEMS)
def test_item_is_in_the_documents(number: int, texts: dict[str, str]) -> None:
    for place, pattern in ITEMS[number]:
        assert any(re.search(pattern, text) for path, text in texts.items() if re.search(place, path)), (place, pattern)


def test_every_item_is_looked_for() -> None:
    assert sorted(ITEMS) == list(range(1, 54))


def test_what_must_not_be_printed_by_itself(texts: dict[str, str]) -> None:
    for path, text in texts.items():
        assert not re.search("十六大|三个代表|“三高一争”（", text), path
    summary = next(text for path, text in texts.items() if SUMMARY in path)
    assert not re.search("魏小军|庞勇", summary)  # the names of those who asked to leave stay in the talk records
