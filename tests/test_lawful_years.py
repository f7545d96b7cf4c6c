"""Lawful years of small branches: no error, no breach, every document written, and every printed number right.

Each year is checked against numbers counted by hand from what happened, not computed; the comment beside says why.
All people are invented.
"""

from __future__ import annotations

import re

import pytest

from tests.support.lawful import (
    MOVEMENTS,
    SUMMARY,
    Told,
    Year,
    added,
    cells,
    cleared,
    closing_in,
    faults_of,
    held_of,
    info,
    movement_in,
    planned_of,
    read_back,
    text_in,
)
from tests.support.small import Change, examine

ROSTER, MEETINGS, ITEMS, INFO, TALKS = "党员名册", "会议活动", "议题发言", "支部信息", "谈话记录"
TARGETS, ZONES, EVALUATIONS, AWARDS, PROJECTS = "责任目标", "责任区", "民主评议", "表彰处置", "立项攻关"
TRAININGS, POINTS = "学习培训", "总结要点"
MEETING = "编号|类型|日期|开始|结束|地点|主持人|记录人|主题|缺席|列席|内容纪要"
MEMBER = "编号|姓名|性别|出生日期|岗位|党小组|党员类别|入党日期|批准日期|转正日期|党内职务"
ALONE = "编号|姓名|性别|出生日期|党员类别|入党日期|批准日期|转正日期|党内职务"
VOTE = "会议编号|议题序号|议题|表决类型|表决方式|候选人|应选人数|发出|收回|有效|赞成|反对|弃权|决议|监票人|计票人"
TALK = "编号|方式|类型|谈话人|谈话对象|日期|开始|结束|地点|事由|谈话内容"
UNFINISHED = re.compile("None|\\{\\{|\\{%|。。|，，|，。|、、|（）")
"""What no document prints: a value that is not there, a tag that was not filled, a sentence out of joint."""
SECRET, HANDS = "无记名投票", "举手表决"


def sets(heading: str, sheet: str, **values: str) -> tuple[Change, ...]:
    """Set one column of several rows, by the rows' keys."""
    return tuple((sheet, key, heading, value) for key, value in values.items())


# ---- what several years have in common

H2_SEVEN = "应到党员7名，实到6名，缺席1名"
"""The general meeting of 27 June: seven full members, 赵四 ill."""
H2_EIGHT = "应到党员8名（其中正式党员7名、预备党员1名），实到7名（有表决权的正式党员6名），缺席1名"
"""The same with one on probation who came."""
ALL_VOTING = "应到党员8名（其中正式党员7名、预备党员1名），实到8名（有表决权的正式党员7名）"
ALL_EIGHT = "应到党员8名（其中正式党员7名、预备党员1名），实到8名"
EIGHT = "党员8名，其中正式党员7名、预备党员1名"
EIGHT_FULL = "党员8名，其中正式党员8名"
SEVEN = "党员7名，其中正式党员6名、预备党员1名"
SEVEN_FULL = "党员7名，其中正式党员7名"
ONE_OF_EACH = ("\n组织生活会\n1\n", "\n民主评议\n1\n")
"""Two rows of the summary's first annex."""

SEVEN_POLLED: tuple[Change, ...] = (
    *cells(ITEMS, "H6", 发出="7", 收回="7", 有效="7"),
    *sets("合格票", EVALUATIONS, 张一="2", 李二="1", 王三="2", 赵四="1", 孙五="3", 周六="3"),
)
"""Seven take part in the evaluation."""
NO_ZHENG: tuple[Change, ...] = (
    *SEVEN_POLLED,
    (EVALUATIONS, "吴七", "合格票", "4"),
    (EVALUATIONS, "郑八", "-", ""),
    (TALKS, "T13", "谈话对象", "孙五、周六、吴七"),
    (TALKS, "T14", "谈话对象", "赵四、周六、吴七"),
)
"""郑八 is not of the branch in autumn."""
NO_WU: tuple[Change, ...] = (
    *SEVEN_POLLED,
    (EVALUATIONS, "吴七", "-", ""),
    (TALKS, "T13", "谈话对象", "孙五、周六、郑八"),
    (TALKS, "T14", "谈话对象", "赵四、周六、郑八"),
)
"""吴七 is not of the branch in autumn."""
CONFIRMED: tuple[Change, ...] = (
    *cells(ROSTER, "D8", 入党日期="2024-6-27", 批准日期="2024-8-1", 党员类别="正式", 转正日期="2025-6-27", 转正批准日期="2025-8-1", 入党介绍人="", 责任书签订日期=""),
    *cells(MEETINGS, "H2", 列席="", 签到应到="8", 签到实到="7"),
    *cells(ITEMS, "#2", 议题="郑八转正", 表决类型="转正", 决议="同意郑八按期转为中共正式党员。"),
    (EVALUATIONS, "郑八", "支部意见", "保持"),
    *cells(EVALUATIONS, "郑八", 优秀票="3", 合格票="5", 基本合格票="0", 不合格票="0", 等次="合格"),
)  # fmt: skip
"""郑八 is confirmed on the day on which his probation ends; the superior approves on 1 August."""
NO_GRADE = cells(EVALUATIONS, "郑八", 优秀票="", 合格票="", 基本合格票="", 不合格票="", 等次="")
"""He is still on probation at the evaluation: he takes part and gets no grade."""
ON_PROBATION: tuple[Change, ...] = (
    *cells(ROSTER, "D8", 入党日期="2024-6-27", 批准日期="2024-8-1", 入党介绍人="", 责任书签订日期=""),
    *cells(MEETINGS, "H2", 列席="", 签到应到="8", 签到实到="7"),
)
NO_AGREEMENTS: tuple[Change, ...] = (
    *cleared(TARGETS, ZONES),
    *info(责任书签订日期="", 责任书满分="", 责任书合格分=""),
    (ROSTER, "D8", "责任书签订日期", ""),
)

# ---- a branch built from nothing: no groups, no committee, no agreements

NOTHING: tuple[Change, ...] = (
    *cleared(ROSTER, TARGETS, ZONES, MEETINGS, ITEMS, TALKS, PROJECTS, EVALUATIONS, AWARDS, TRAININGS, POINTS),
    *[(INFO, key, "-", "") for key in ("党小组", "党小组", "委员分工", "委员分工", "委员分工", "口号", "创建活动")],
    *info(责任书签订日期="", 责任书满分="", 责任书合格分=""),
)
FENG = "E1|冯一|男|1970-3-1|正式|1995-5-1|1995-6-1|1996-5-1|书记"
CHEN = "E2|陈二|女|1978-4-1|正式|2003-5-1|2003-6-1|2004-5-1|"
CHU = "E3|褚三|男|1980-5-1|正式|2006-5-1|2006-6-1|2007-5-1|"
WEI = "E4|卫四|男|1982-6-1|正式|2009-5-1|2009-6-1|2010-5-1|"
JIANG = "E5|蒋五|女|1985-7-1|正式|2012-5-1|2012-6-1|2013-5-1|"
SHEN = "E6|沈六|男|1990-8-1|正式|2016-5-1|2016-6-1|2017-5-1|"
CALENDAR = (
    "K1|党员大会|2025-3-7|9:00|10:00|活动室|冯一|陈二|年度计划",
    "K2|党员大会|2025-6-27|9:00|10:30|活动室|冯一|陈二|半年小结",
    "K3|组织生活会|2025-12-5|9:00|11:00|活动室|冯一|陈二|查不足",
    "K4|民主评议、党员大会|2025-12-12|9:00|11:00|活动室|冯一|陈二|评议",
)


def small_branch(*people: str, calendar: tuple[str, ...] = CALENDAR, **values: str) -> tuple[Change, ...]:
    """Build a branch of some people with its year of meetings."""
    return (*NOTHING, *info(**values), *added(ROSTER, ALONE, *people), *added(MEETINGS, MEETING, *calendar))


def votes(*rows: str) -> tuple[Change, ...]:
    return added(ITEMS, VOTE, *rows)


PLAN_BY_HAND = "K1|1|年度计划|一般|举手表决||||||{ayes}|{noes}|0|{said}"

ELECTED: tuple[Change, ...] = (
    *info(换届日期="2025-6-27", 届满日期="2028-6-26"),
    *votes(
        f"H2|3|选举新一届支部委员会委员|选举|{SECRET}|张一|3|6|6|6|6|0|0|张一当选。|吴七|周六",
        f"H2|3||选举|{SECRET}|李二||6|6|6|5|1|0|李二当选。|吴七|周六",
        f"H2|3||选举|{SECRET}|孙五||6|6|6|5|1|0|孙五当选。|吴七|周六",
        f"H2|3||选举|{SECRET}|王三||6|6|6|2|4|0|王三未当选。|吴七|周六",
    ),
    *added(MEETINGS, MEETING, "H7|支委会|2025-6-27|16:30|17:00|会议室|张一|李二|选举书记"),
)
"""A new committee is elected on 27 June: 张一 and 李二 again, 孙五 in place of 王三; it meets after the general meeting."""

NEXT_JANUARY: tuple[Change, ...] = (
    *cells(MEETINGS, "H5", 日期="2026-1-8", 所属年度="2025"),
    *cells(MEETINGS, "H6", 日期="2026-1-12", 所属年度="2025"),
    *info(成文日期="2026-1-14"),
)

YEARS = [
    # 1. 7 full members in June; 郑八 is received then, approved 1 August: expected from September on.
    Year(
        "接收预备党员，上级后批准",
        (),
        {
            "20250306": Told("2025年第1次", "应到委员3名，实到3名"),
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过")),  # 6 > 3.5, 5 > 3.5
            "20250910": Told("2025年第1次", "应到党员4名（其中正式党员3名、预备党员1名），实到4名"),
            "20250918": Told("2025年第1次", ALL_EIGHT),
            "20251212": Told("2025年第1次", ALL_EIGHT, ("测评8",)),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",  # 7 + 1 = 8
    ),
    # 2. 郑八 joined 2024-6-27; the meeting is on the very day of the end of his probation, which is lawful.
    Year(
        "预备期满当天开会转正，上级后批准",
        CONFIRMED,
        {
            # on probation until 1 August: 8 expected, of them 7 voters; he has no vote on himself nor on the commendation
            "20250627": Told("2025年第1次", H2_EIGHT, ("7/6 通过", "7/6 通过"), ("决议：同意郑八按期转为中共正式党员。",)),
            "20250918": Told("2025年第1次", "应到党员8名，实到8名"),  # full since 1 August
        },
        EIGHT_FULL,
        "",  # nobody came, nobody went
        confirmed=1,
    ),
    # 3. Probation ends 20 June, the meeting a week later; a vote between meeting and approval, one after it.
    Year(
        "期满一周后转正，批准前后各有一次表决",
        (
            *CONFIRMED,
            *cells(ROSTER, "D8", 入党日期="2024-6-20", 转正日期="2025-6-20"),
            *added(
                MEETINGS,
                MEETING,
                "H7|党员大会|2025-7-18|14:00|15:00|会议室|张一|李二|半年计划",
                "H8|党员大会|2025-8-22|14:00|15:00|会议室|张一|李二|推荐先进",
            ),
            *votes(
                f"H7|1|下半年计划|一般|{HANDS}||||||7|0|0|通过。",
                f"H8|1|推荐先进|一般|{HANDS}||||||8|0|0|通过。",
            ),
        ),
        {
            "20250627": Told("2025年第1次", H2_EIGHT, ("7/6 通过", "7/6 通过")),
            "20250718": Told("2025年第2次", ALL_VOTING, ("7/7 通过",)),  # passed by the meeting, not yet approved
            "20250822": Told("2025年第3次", "应到党员8名，实到8名", ("8/8 通过",)),  # approved 1 August
        },
        EIGHT_FULL,
        confirmed=1,
    ),
    # 4. The superior approves the confirmation on 9 January of the next year: on probation to the end of 2025.
    Year(
        "转正到次年才批准",
        (
            *CONFIRMED,
            (ROSTER, "D8", "转正批准日期", "2026-1-9"),
            (ROSTER, "D8", "党员类别", "预备"),
            *NO_GRADE,
        ),
        {
            "20250627": Told("2025年第1次", H2_EIGHT, ("7/6 通过", "7/6 通过")),
            "20251212": Told("2025年第1次", ALL_EIGHT, ("测评8",)),
        },
        EIGHT,

    ),
    # 4a. The same written with 正式, and
    Year(
        "转正到次年才批准，类别写正式",
        (*CONFIRMED, (ROSTER, "D8", "转正批准日期", "2026-1-9"), *NO_GRADE),
        {
            "20250627": Told("2025年第1次", H2_EIGHT, ("7/6 通过", "7/6 通过")),
            "20251212": Told("2025年第1次", ALL_EIGHT, ("测评8",)),
        },
        EIGHT,
    ),
    # 4b. with the approval not yet heard of.
    Year(
        "转正后还没有接到批复",
        (*CONFIRMED, (ROSTER, "D8", "转正批准日期", ""), (ROSTER, "D8", "党员类别", "预备"), *NO_GRADE),
        {
            "20250627": Told("2025年第1次", H2_EIGHT, ("7/6 通过", "7/6 通过")),
            "20250918": Told("2025年第1次", ALL_EIGHT),
        },
        EIGHT,
    ),
    # 4c. Four of the seven voters came, and he: 4 > 3.5, both as quorum and as ayes.
    Year(
        "转正时刚过半数到会",
        (
            *CONFIRMED,
            *cells(MEETINGS, "H2", 缺席="赵四(病假)、周六(公出)、吴七(公出)", 签到实到="5"),
            *cells(ITEMS, "#2", 发出="4", 收回="4", 有效="4", 赞成="4", 计票人="李二"),
            *cells(ITEMS, "#3", 赞成="4", 弃权="0"),
        ),
        {
            "20250627": Told(
                "2025年第1次",
                "应到党员8名（其中正式党员7名、预备党员1名），实到5名（有表决权的正式党员4名），缺席3名",
                ("7/4 通过", "7/4 通过"),
            ),
        },
        EIGHT_FULL,
        confirmed=1,
    ),
    # 5. Not confirmed but extended by half a year; he is no voter in it, and still on probation at the end.
    Year(
        "延长预备期",
        (
            *ON_PROBATION,
            (ROSTER, "D8", "延长预备期至", "2025-12-27"),
            *cells(ITEMS, "#2", 议题="郑八转正", 表决类型="延长预备期", 决议="不同意按期转正，延长预备期半年。"),
        ),
        {
            "20250627": Told("2025年第1次", H2_EIGHT, ("7/6 通过", "7/6 通过"), ("决议：不同意按期转正，延长预备期半年。",)),
            "20250918": Told("2025年第1次", ALL_EIGHT),
        },
        EIGHT,
    ),
    # 6. Disqualified: expected until the superior's decision of 20 July, not after.
    Year(
        "取消预备党员资格",
        (
            *ON_PROBATION,
            *NO_ZHENG,
            *cells(ROSTER, "D8", 党籍状态="取消预备党员资格", 状态起="2025-7-20"),
            *cells(ITEMS, "#2", 议题="郑八转正", 表决类型="取消预备党员资格", 决议="不同意郑八转为中共正式党员，取消其预备党员资格。"),
        ),
        {
            "20250627": Told("2025年第1次", H2_EIGHT, ("7/6 通过", "7/6 通过")),
            "20250918": Told("2025年第1次", "应到党员7名，实到7名"),
            "20251212": Told("2025年第1次", "应到党员7名，实到7名", ("测评7",)),
        },
        SEVEN_FULL,
        "年初8名，减少1名（取消预备党员资格1名）",  # 8 - 1 = 7
    ),
    # 7. Received in June, approved only on 8 January: not expected in 2025, not counted at the end.
    Year(
        "接收到次年才批准",
        (*NO_ZHENG, (ROSTER, "D8", "批准日期", "2026-1-8"), (ROSTER, "D8", "责任书签订日期", "")),
        {
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过")),
            "20250918": Told("2025年第1次", "应到党员7名，实到7名"),
            "20251212": Told("2025年第1次", "应到党员7名，实到7名", ("测评7",)),
        },
        SEVEN_FULL,
    ),
    # 8. The admission is rejected, 3 of 7: he never comes onto the roster.
    Year(
        "接收没有通过",
        (
            *NO_ZHENG,
            (ROSTER, "D8", "-", ""),
            (TARGETS, "每月一份汇报", "-", ""),
            *cells(ITEMS, "#2", 赞成="3", 反对="3", 决议="不同意接收郑八为预备党员。"),
        ),
        {
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 未通过", "7/6 通过"), ("决议：不同意接收郑八为预备党员。",)),
            "20250918": Told("2025年第1次", "应到党员7名，实到7名"),
        },
        SEVEN_FULL,
    ),
    # 9. 钱十 moved in on 15 March: expected in June, not in 党小组会 of the other group.
    Year(
        "年中转入",
        (
            *added(ROSTER, f"{MEMBER}|转入日期", "D9|钱十|女|1983-1-1|车工|一组|正式|2008-6-1|2008-7-1|2009-6-1||2025-3-15"),
            *added(EVALUATIONS, "党员|优秀票|合格票|基本合格票|不合格票|等次|支部意见", "钱十|4|5|0|0|合格|保持"),
            *cells(ITEMS, "H6", 发出="9", 收回="9", 有效="9"),
            *sets("合格票", EVALUATIONS, 张一="4", 李二="3", 王三="4", 赵四="3", 孙五="5", 周六="5", 吴七="6"),
            *added(TARGETS, "序号|适用|类别|目标内容|考核标准|分值|完成时限", "13|钱十|个性|编一本工艺卡|没编不得分|15|2025-11-30"),
            *cells(MEETINGS, "H2", 签到应到="8", 签到实到="7"),
            *cells(ITEMS, "#2", 发出="7", 收回="7", 有效="7", 赞成="7"),
            *cells(ITEMS, "#3", 赞成="6"),
        ),
        {
            "20250627": Told("2025年第1次", "应到党员8名，实到7名，缺席1名", ("8/7 通过", "8/7 通过")),
            "20250910": Told("2025年第1次", "应到党员4名（其中正式党员3名、预备党员1名），实到4名"),
            "20251212": Told("2025年第1次", "应到党员9名（其中正式党员8名、预备党员1名），实到9名", ("测评9",)),
        },
        "党员9名，其中正式党员8名、预备党员1名",
        "年初7名，增加2名（接收预备党员1名、转入1名）",  # 7 + 2 = 9
    ),
    # 10. 吴七 moved out on 1 September: expected in June, not from that day on.
    Year(
        "年中转出",
        (*NO_WU, (ROSTER, "D7", "转出日期", "2025-9-1")),
        {
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过")),
            "20250910": Told("2025年第1次", "应到党员3名（其中正式党员2名、预备党员1名），实到3名"),
            "20251212": Told("2025年第1次", "应到党员7名（其中正式党员6名、预备党员1名），实到7名", ("测评7",)),
        },
        SEVEN,
        "年初7名，增加1名（接收预备党员1名），减少1名（转出1名）",  # 7 + 1 - 1 = 7
    ),
    # 11. 吴七 moved out 1 March and back 1 August: 6 expected in June, 5 came.
    Year(
        "转出又转回",
        (
            *cells(ROSTER, "D7", 转出日期="2025-3-1", 转回日期="2025-8-1"),
            *cells(MEETINGS, "H2", 签到应到="6", 签到实到="5"),
            *cells(ITEMS, "#2", 发出="5", 收回="5", 有效="5", 赞成="5"),
            *cells(ITEMS, "#3", 赞成="5", 弃权="0"),
        ),
        {
            "20250627": Told("2025年第1次", "应到党员6名，实到5名，缺席1名", ("6/5 通过", "6/5 通过")),
            "20250910": Told("2025年第1次", "应到党员4名（其中正式党员3名、预备党员1名），实到4名"),
            "20250918": Told("2025年第1次", ALL_EIGHT),
        },
        EIGHT,
        "年初7名，增加2名（接收预备党员1名、转回1名），减少1名（转出1名）",  # 7 + 2 - 1 = 8
    ),
    # 12. 吴七 had moved out the year before and came back on 10 February: 6 at the beginning.
    Year(
        "上年转出，本年转回",
        (*cells(ROSTER, "D7", 转出日期="2024-4-1", 转回日期="2025-2-10"), (ROSTER, "D7", "责任书签订日期", "2025-2-20")),
        {
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过")),
            "20250918": Told("2025年第1次", ALL_EIGHT),
        },
        EIGHT,
        "年初6名，增加2名（接收预备党员1名、转回1名）",  # 6 + 2 = 8
        others={"01责任书_20250220_装配车间党支部_D7": ("签订日期：2025年2月20日",)},
    ),
    # 13. 吴七 died on 20 August.
    Year(
        "党员去世",
        (*NO_WU, *cells(ROSTER, "D7", 党籍状态="去世", 状态起="2025-8-20")),
        {
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过")),
            "20250918": Told("2025年第1次", "应到党员7名（其中正式党员6名、预备党员1名），实到7名"),
        },
        SEVEN,
        "年初7名，增加1名（接收预备党员1名），减少1名（去世1名）",  # 7 + 1 - 1 = 7
    ),
    # 14. 吴七 is struck off: the meeting of 27 June decides with his vote, the superior approves on 15 August.
    Year(
        "除名",
        (
            *NO_WU,
            *cells(ROSTER, "D7", 党籍状态="除名", 状态起="2025-8-15"),
            *votes(f"H2|3|吴七除名|一般|{SECRET}|||6|6|6|5|1|0|同意给予吴七除名，报上级批准。|王三|周六"),
            *added(AWARDS, "姓名|类别|名称|依据|会议编号|批准文号|日期", "吴七|组织处置|除名|不参加组织生活|H2|青机党〔2025〕9号|2025-8-15"),
        ),
        {
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过", "7/6 通过")),  # 5 > 3.5
            "20250910": Told("2025年第1次", "应到党员3名（其中正式党员2名、预备党员1名），实到3名"),
        },
        SEVEN,
        "年初7名，增加1名（接收预备党员1名），减少1名（除名1名）",
    ),
    # 15. 吴七 is out of touch; membership stopped from 1 September.
    Year(
        "停止党籍",
        (*NO_WU, *cells(ROSTER, "D7", 党籍状态="停止党籍", 状态起="2025-9-1")),
        {
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过")),
            "20250918": Told("2025年第1次", "应到党员7名（其中正式党员6名、预备党员1名），实到7名"),
        },
        SEVEN,
        "年初7名，增加1名（接收预备党员1名），减少1名（停止党籍1名）",
    ),
    # 16. 吴七 is under 留党察看 all year: he comes and has no vote, so 6 may vote, 5 of them came.
    Year(
        "留党察看",
        (
            *cells(ROSTER, "D7", 党籍状态="留党察看", 状态起="2025-2-1", 状态止="2026-1-31"),
            *cells(ITEMS, "#2", 发出="5", 收回="5", 有效="5", 赞成="5"),
            *cells(ITEMS, "#3", 赞成="4", 弃权="1"),
        ),
        {
            "20250627": Told(
                "2025年第1次",
                "应到党员7名（其中正式党员7名），实到6名（有表决权的正式党员5名），缺席1名",
                ("6/5 通过", "6/5 通过"),  # 5 > 3, 4 > 3
            ),
            "20250918": Told("2025年第1次", "应到党员8名（其中正式党员7名、预备党员1名），实到8名"),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",  # he stays on the books
    ),
    # 17. 周六 is bed-ridden, all four proofs given before the year: 6 expected in June, 5 came.
    Year(
        "不计入应到，四样齐全",
        (
            *cells(ROSTER, "D6", 不计入应到="年老体弱卧床不起", 不计入依据="青机党〔2024〕8号", 不计入上级同意日期="2024-11-20", 不计入大会通过日期="2024-11-10"),
            *cells(MEETINGS, "H2", 签到应到="6", 签到实到="5"),
            (MEETINGS, "H3", "记录人", "郑八"),
            *cells(ITEMS, "#2", 发出="5", 收回="5", 有效="5", 赞成="5", 计票人="吴七"),
            *cells(ITEMS, "#3", 赞成="5", 弃权="0"),
            *SEVEN_POLLED,
            (EVALUATIONS, "吴七", "合格票", "4"),
            (EVALUATIONS, "周六", "-", ""),
        ),
        {
            "20250627": Told("2025年第1次", "应到党员6名，实到5名，缺席1名", ("6/5 通过", "6/5 通过")),
            "20250910": Told("2025年第1次", "应到党员3名（其中正式党员2名、预备党员1名），实到3名"),
            "20251212": Told("2025年第1次", "应到党员7名（其中正式党员6名、预备党员1名），实到7名", ("测评7",)),
        },
        EIGHT,  # still a member
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 18. The same without the vote of the general meeting: she counts as expected and is absent.
    Year(
        "不计入应到缺大会通过，仍计入",
        (
            *cells(ROSTER, "D6", 不计入应到="年老体弱卧床不起", 不计入依据="青机党〔2024〕8号", 不计入上级同意日期="2024-11-20"),
            *cells(MEETINGS, "H2", 缺席="赵四(病假)、周六(卧床)", 签到应到="7", 签到实到="5"),
            *cells(MEETINGS, "H3", 记录人="郑八", 缺席="周六(卧床)"),
            *cells(ITEMS, "#2", 发出="5", 收回="5", 有效="5", 赞成="5", 计票人="吴七"),
            *cells(ITEMS, "#3", 赞成="5", 弃权="0"),
        ),
        {
            "20250627": Told("2025年第1次", "应到党员7名，实到5名，缺席2名", ("7/5 通过", "7/5 通过")),  # 5 > 3.5
            "20250910": Told("2025年第1次", "应到党员4名（其中正式党员3名、预备党员1名），实到3名，缺席1名"),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 19. Election on 27 June: old committee of 3 until it, new committee of 3 in the afternoon.
    Year(
        "换届当天，上届主持，新一届当天开会",
        (
            *ELECTED,
            *sets("党内职务", ROSTER, D1="书记(2022-6-20起)", D2="组织委员(2022-6-20起)"),
            (ROSTER, "D3", "党内职务", "宣传委员(2022-6-20至2025-6-27)、纪检委员(2022-6-20至2025-6-27)"),
            (ROSTER, "D5", "党内职务", "宣传委员(2025-6-27起)、纪检委员(2025-6-27起)"),
            (INFO, "#17", "内容", "孙五"),
        ),
        {
            "20250306": Told("2025年第1次", "应到委员3名，实到3名", said=("出席\n张一、李二、王三",)),
            "03支委会_20250627": Told("2025年第2次", "应到委员3名，实到3名", said=("出席\n张一、李二、孙五",), never=("王三",)),
            "02党员大会_20250627": Told(
                "2025年第1次",
                H2_SEVEN,
                ("7/6 通过", "7/6 通过", "7/6 过半", "7/6 过半", "7/6 过半", "7/6 不过半"),  # 6, 5, 5 > 3; 2 < 3; 6 >= 5.6
                ("党支部书记 张一", "应选3名", "决议：王三未当选。"),
            ),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",

    ),
    # 20. The secretary of the outgoing committee chairs the election and is not elected again; 李二 follows him.
    Year(
        "换届换书记，老书记主持大会，新书记主持支委会",
        (
            *ELECTED,
            (ROSTER, "D1", "党内职务", "书记(2022-6-20至2025-6-27)"),
            (ROSTER, "D2", "党内职务", "组织委员(2022-6-20至2025-6-27)、书记(2025-6-27起)"),
            (ROSTER, "D3", "党内职务", "宣传委员(2022-6-20起)、纪检委员(2022-6-20起)"),
            (ROSTER, "D5", "党内职务", "组织委员(2025-6-27起)"),
            *cells(ITEMS, "#8", 候选人="王三", 赞成="5", 反对="1", 决议="王三当选。"),
            *cells(ITEMS, "#11", 候选人="张一", 赞成="2", 反对="4", 决议="张一未当选。"),
            *cells(MEETINGS, "H7", 主持人="李二", 记录人="王三"),
            (INFO, "#15", "内容", "孙五"),
            *sets("主持人", MEETINGS, H4="李二", H5="李二", H6="李二"),
            *sets("记录人", MEETINGS, H4="王三", H5="王三", H6="王三"),
        ),
        {
            "03支委会_20250627": Told(
                "2025年第2次", "应到委员3名，实到3名", said=("党支部书记 李二", "出席\n李二、王三、孙五"), never=("张一",)
            ),
            "02党员大会_20250627": Told(
                "2025年第1次",
                H2_SEVEN,
                ("7/6 通过", "7/6 通过", "7/6 过半", "7/6 过半", "7/6 过半", "7/6 不过半"),
                ("党支部书记 张一", "决议：张一未当选。"),
            ),
            "20250918": Told("2025年第1次", ALL_EIGHT, said=("党支部书记 李二",)),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",

    ),
    # 20a. The same election with the old offices noted as held to the day before.
    Year(
        "换届，旧职务写到前一天",
        (
            *ELECTED,
            *sets("党内职务", ROSTER, D1="书记(2022-6-20起)", D2="组织委员(2022-6-20起)"),
            (ROSTER, "D3", "党内职务", "宣传委员(2022-6-20至2025-6-26)、纪检委员(2022-6-20至2025-6-26)"),
            (ROSTER, "D5", "党内职务", "宣传委员(2025-6-27起)、纪检委员(2025-6-27起)"),
            (INFO, "#17", "内容", "孙五"),
            (MEETINGS, "H2", "主持人", "王三"),
        ),
        {
            "20250306": Told("2025年第1次", "应到委员3名，实到3名", said=("出席\n张一、李二、王三",)),
            "03支委会_20250627": Told("2025年第2次", "应到委员3名，实到3名", said=("出席\n张一、李二、孙五",)),
            # 王三 of the outgoing committee chairs, which is lawful
            "02党员大会_20250627": Told(
                "2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过", "7/6 过半", "7/6 过半", "7/6 过半", "7/6 不过半")
            ),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 20b. One seat stays empty after the first ballot and is filled by a second: 6 of 7 came, 6 >= 5.6.
    Year(
        "选举两轮，第二轮补足",
        (
            *info(换届日期="2025-6-27", 届满日期="2028-6-26"),
            *sets("党内职务", ROSTER, D1="书记(2022-6-20起)", D2="组织委员(2022-6-20起)"),
            (ROSTER, "D3", "党内职务", "宣传委员(2022-6-20起)、纪检委员(2022-6-20起)"),
            *votes(
                f"H2|3|选举支部委员会委员|选举|{SECRET}|张一|3|6|6|6|6|0|0|张一当选。|吴七|周六",
                f"H2|3||选举|{SECRET}|李二||6|6|6|5|1|0|李二当选。|吴七|周六",
                f"H2|3||选举|{SECRET}|王三||6|6|6|3|3|0|王三未当选。|吴七|周六",  # 3 of 6 is not more than half
                f"H2|3||选举|{SECRET}|孙五||6|6|6|3|3|0|孙五未当选。|吴七|周六",
                f"H2|4|另行选举支部委员会委员|选举|{SECRET}|王三|1|6|6|6|4|2|0|王三当选。|吴七|周六",
                f"H2|4||选举|{SECRET}|孙五||6|6|6|2|4|0|孙五未当选。|吴七|周六",
            ),
        ),
        {
            "20250627": Told(
                "2025年第1次",
                H2_SEVEN,
                ("7/6 通过", "7/6 通过", "7/6 过半", "7/6 过半", "7/6 不过半", "7/6 不过半", "7/6 过半", "7/6 不过半"),
                ("应选3名", "应选1名"),
            ),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 20c. Delegates to the superior's congress are elected: three candidates for two seats.
    Year(
        "选举出席上级党代表大会代表",
        votes(
            f"H2|3|选举出席厂第五次党代表大会代表|选举|{SECRET}|张一|2|6|6|6|6|0|0|张一当选。|吴七|周六",
            f"H2|3||选举|{SECRET}|孙五||6|6|6|4|2|0|孙五当选。|吴七|周六",
            f"H2|3||选举|{SECRET}|李二||6|6|6|2|4|0|李二未当选。|吴七|周六",
        ),
        {"20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过", "7/6 过半", "7/6 过半", "7/6 不过半"))},
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 21. 王三 moved out on 30 April; by-election on 27 June (two candidates for one seat): committee of 3, 2, 3.
    Year(
        "委员出缺后补选",
        (
            *SEVEN_POLLED,
            (INFO, "#17", "内容", "孙五"),
            (ROSTER, "D3", "转出日期", "2025-4-30"),
            (ROSTER, "D4", "小组长", "是"),
            (ROSTER, "D5", "党内职务", "宣传委员(2025-6-27起)、纪检委员(2025-6-27起)"),
            *added(
                MEETINGS,
                MEETING,
                "H7|支委会|2025-5-8|14:00|15:00|会议室|张一|李二|补选方案",
                "H8|支委会|2025-9-1|14:00|15:00|会议室|张一|李二|委员分工",
            ),
            *cells(MEETINGS, "H2", 签到应到="6", 签到实到="5"),
            *cells(ITEMS, "#2", 发出="5", 收回="5", 有效="5", 赞成="5", 监票人="吴七"),
            *cells(ITEMS, "#3", 赞成="5", 弃权="0"),
            *votes(
                f"H2|3|补选支部委员|选举|{SECRET}|孙五|1|5|5|5|4|1|0|孙五当选。|吴七|李二",
                f"H2|3||选举|{SECRET}|周六||5|5|5|1|4|0|周六未当选。|吴七|李二",
            ),
            (EVALUATIONS, "王三", "-", ""),
            (EVALUATIONS, "吴七", "合格票", "4"),
            (TALKS, "T12", "-", ""),
            *cells(TALKS, "T11", 方式="谈心谈话", 谈话对象="李二、孙五"),
        ),
        {
            "20250306": Told("2025年第1次", "应到委员3名，实到3名"),
            "20250508": Told("2025年第2次", "应到委员2名，实到2名"),
            "20250901": Told("2025年第3次", "应到委员3名，实到3名", said=("出席\n张一、李二、孙五",)),
            "20250627": Told(
                "2025年第1次",
                "应到党员6名，实到5名，缺席1名",
                ("6/5 通过", "6/5 通过", "6/5 过半", "6/5 不过半"),  # 5 >= 4.8; 4 > 2.5
            ),
        },
        SEVEN,
        "年初7名，增加1名（接收预备党员1名），减少1名（转出1名）",
    ),
    # 22. The term ended on 17 June 2025 and was extended by a year, approved before.
    Year(
        "任期届满，上级批准延期",
        info(换届日期="2022-6-18", 届满日期="2025-6-17", 延期批准日期="2025-5-20", 延期至="2026-6-17"),
        {
            "20250306": Told("2025年第1次", "应到委员3名，实到3名"),
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过"), ("党支部书记 张一",)),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 23. The year's 组织生活会 and evaluation are held in January of the next year and belong to 2025.
    Year(
        "组织生活会和民主评议次年一月开",
        NEXT_JANUARY,
        {
            "20260108": Told("2025年第1次", ALL_EIGHT),
            "20260112": Told("2025年第1次", ALL_EIGHT, ("测评8",)),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
        # six meetings, as if they had been in December: H2 and H6 are general meetings
        said=("党员大会2次、支委会1次、党小组会1次、党课1次", *ONE_OF_EACH, "评定优秀2名（占正式党员的28.6%）、合格5名", "2026年1月14日"),
    ),
    # 23a. The summary of such a year is one of the whole year, dated in January, and counts the members of its end.
    Year(
        "次年一月评议，总结写到年末",
        (*NEXT_JANUARY, *NO_WU, (ROSTER, "D7", "转出日期", "2025-12-20")),
        {"20260112": Told("2025年第1次", "应到党员7名（其中正式党员6名、预备党员1名），实到7名", ("测评7",))},
        SEVEN,
        "年初7名，增加1名（接收预备党员1名），减少1名（转出1名）",
        said=("截至2025年12月31日", "全年组织会议和活动6次"),
    ),
    # 23b. The same without anything recorded between 10 October and the new year.
    Year(
        "次年一月评议，第四季度别的没有记",
        NEXT_JANUARY,
        {"20260112": Told("2025年第1次", ALL_EIGHT, ("测评8",))},
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
        said=("截至2025年12月31日", "全年组织会议和活动6次"),

    ),
    # 24. Last year's 组织生活会 was held this March: it is no meeting of 2025, and December's is the first of 2025.
    Year(
        "上年的组织生活会今年三月开",
        (
            *added(MEETINGS, f"{MEETING}|所属年度", "H0|组织生活会|2025-3-12|14:00|16:00|会议室|张一|李二|上年查不足||||2024"),
        ),
        {
            # 郑八 had not joined; which meeting of 2024 it was this workbook cannot know
            "20250312": Told("", "应到党员7名，实到7名", never=("2025年第",)),
            "20251205": Told("2025年第1次", ALL_EIGHT),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
        said=("全年组织会议和活动6次", *ONE_OF_EACH),

    ),
    # 24a. The same in the summary alone: it does not count as one of 2025.
    Year(
        "上年的民主评议今年三月开，总结不计",
        added(MEETINGS, f"{MEETING}|所属年度", "H0|组织生活会、民主评议、党员大会|2025-3-12|14:00|16:00|会议室|张一|李二|上年评议||||2024"),
        {"20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过"))},
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
        said=("全年组织会议和活动6次，其中党员大会2次", *ONE_OF_EACH),

    ),
    # 25. The agreements of 2025 were signed on 30 December 2024.
    Year(
        "责任书上年十二月签订",
        info(责任书签订日期="2024-12-30"),
        {"20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过"))},
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
        others={"01责任书_20241230_装配车间党支部_D4": ("签订日期：2024年12月30日",)},
    ),
    # 25a. The summary names both days so that nobody takes 1 July for one of 2024.
    Year(
        "责任书上年十二月签订，总结写明年份",
        info(责任书签订日期="2024-12-30"),
        {},
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
        said=("责任书》8份",),
        never=("全年签订",),  # seven of them the year before
        others={"责任书签订汇总表": ("吴七\n二组\n车工\n1\n1\n1\n100\n2024年12月30日", "郑八\n二组\n车工\n1\n1\n1\n100\n7月1日")},

    ),
    # 26. A government office that signs no agreements.
    Year(
        "机关支部不签责任书",
        (*NO_AGREEMENTS, *info(单位类型="机关")),
        {
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过")),
            "20251212": Told("2025年第1次", ALL_EIGHT, ("测评8",)),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
        never=("签订《", "责任目标", "国有企业", "职工", "以经济效益为中心", "目标考核"),
    ),
    # 27. A talk of six characters, a talk held by the superior, a meeting whose place and recorder nobody remembers.
    Year(
        "谈话很短，上级谈话，会议缺地点和记录人",
        (
            *added(
                TALKS,
                TALK,
                "T15|谈心谈话|支委-党员|张一|吴七|2025-5-6|9:00|9:20|车间|了解近况|近来都好。",
                "T16|谈心谈话|支委-党员|何主任|赵四|2025-5-7|9:00|9:30|车间|了解支部情况|厂党委何主任来厂里找赵四了解支部工作和班组安全的情况。",
            ),
            *cells(MEETINGS, "H3", 地点="", 记录人="", 开始="", 结束=""),
        ),
        {"20250910": Told("2025年第1次", "应到党员4名（其中正式党员3名、预备党员1名），实到4名")},
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
        said=("谈心谈话8次，",),  # the small branch's 6 and these 2
        others={"T15吴七": ("近来都好",), "T16赵四": ("何主任",)},
    ),
    # 28. 周六 is too ill for the evaluation and not evaluated: 7 take part, 6 full members get a grade.
    Year(
        "卧病的党员没有参加评议",
        (
            (MEETINGS, "H6", "缺席", "周六(卧病)"),
            (EVALUATIONS, "周六", "-", ""),
            *SEVEN_POLLED[:3],
            *sets("合格票", EVALUATIONS, 张一="2", 李二="1", 王三="2", 赵四="1", 孙五="3", 吴七="4"),
        ),
        {
            "20251212": Told(
                "2025年第1次",
                "应到党员8名（其中正式党员7名、预备党员1名），实到7名，缺席1名",
                ("测评7",),
                ("优秀2名（占正式党员的28.6%）、合格4名",),  # 2 of 7 full members
            )
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
        said=("评议党员7名，评定优秀2名（占正式党员的28.6%）、合格4名",),
    ),
    # 29. No noes, no abstentions, written as 无; unanimous.
    Year(
        "一致通过，反对、弃权写无",
        (
            *cells(ITEMS, "#2", 反对="无", 弃权="无", 书面意见="无"),
            *cells(ITEMS, "#3", 赞成="6", 反对="无", 弃权="无", 决议="一致通过。"),
        ),
        {
            "20250627": Told(
                "2025年第1次",
                H2_SEVEN,
                ("7/6 通过", "7/6 通过"),
                ("郑八得赞成6票、反对0票、弃权0票", "赞成6票、反对0票、弃权0票", "决议：一致通过。"),
            )
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 30. The deputy chairs while the secretary is away on business: a committee of 4, 5 of 7 at the meeting.
    Year(
        "副书记受委托主持",
        (
            (ROSTER, "D5", "党内职务", "副书记"),
            *cells(MEETINGS, "H2", 主持人="孙五", 委托说明="书记出差，委托副书记主持", 缺席="赵四(病假)、张一(公出)", 签到实到="5"),
            *cells(ITEMS, "#2", 发出="5", 收回="5", 有效="5", 赞成="5"),
            *cells(ITEMS, "#3", 赞成="5", 弃权="0"),
        ),
        {
            "20250306": Told("2025年第1次", "应到委员4名，实到4名"),
            "20250627": Told("2025年第1次", "应到党员7名，实到5名，缺席2名", ("7/5 通过", "7/5 通过"), ("党支部副书记 孙五",)),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 31. Six full members, exactly half came: enough to vote on an ordinary matter; 3 is not more than 3, it fails.
    Year(
        "恰好半数到会，举手没有通过",
        (
            *small_branch(FENG, CHEN, CHU, WEI, JIANG, SHEN),
            (MEETINGS, "K1", "缺席", "卫四(公出)、蒋五(病假)、沈六(出差)"),
            *votes(PLAN_BY_HAND.format(ayes=3, noes=0, said="未通过。")),
        ),
        {"20250307": Told("2025年第1次", "应到党员6名，实到3名，缺席3名", ("6/3 未通过",), ("决议：未通过。",))},
        "党员6名，其中正式党员6名",
    ),
    # 32. Two are admitted, one by one, each by a ballot of his own.
    Year(
        "两名发展对象逐个表决",
        (
            *added(ROSTER, f"{MEMBER}|入党介绍人|责任书签订日期", "D9|冯九|女|1996-1-1|车工|二组|预备|2025-6-27|2025-8-1|||王三、孙五|2025-7-1"),
            *added(TARGETS, "序号|适用|类别|目标内容|考核标准|分值|完成时限", "13|冯九|个性|每月一份心得|少一份扣1分|15|2025-12-31"),
            *votes(f"H2|3|接收冯九为预备党员|接收预备党员|{SECRET}|冯九||6|6|6|5|1|0|同意接收冯九为预备党员。|王三|周六"),
            (MEETINGS, "H2", "列席", "郑八(发展对象)、冯九(发展对象)"),
            *cells(ITEMS, "H6", 发出="9", 收回="9", 有效="9"),
            *sets("合格票", EVALUATIONS, 张一="4", 李二="3", 王三="4", 赵四="3", 孙五="5", 周六="5", 吴七="6"),
        ),
        {
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过", "7/6 通过"), ("冯九得赞成5票、反对1票、弃权0票",)),
            "20250918": Told("2025年第1次", "应到党员9名（其中正式党员7名、预备党员2名），实到9名"),
        },
        "党员9名，其中正式党员7名、预备党员2名",
        "年初7名，增加2名（接收预备党员2名）",
    ),
    # 33. Four of seven came, three ayes and one written opinion: 4 > 3.5.
    Year(
        "书面意见计入票数",
        (
            *cells(MEETINGS, "H2", 缺席="赵四(病假)、孙五(公出)、吴七(公出)", 签到实到="4"),
            *cells(ITEMS, "#2", 发出="4", 收回="4", 有效="5", 赞成="4", 反对="1", 书面意见="1", 附件="F1"),
            *cells(ITEMS, "#3", 汇报人="", 发言人="", 发言要点="", 赞成="4", 弃权="0"),
        ),
        {
            "20250627": Told(
                "2025年第1次",
                "应到党员7名，实到4名，缺席3名",
                ("7/4 通过", "7/4 通过"),
                ("发出4张，收回4张，未到会书面意见1份，有效5票", "郑八得赞成4票、反对1票、弃权0票"),
            )
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 34. Dates of old members known to the month, or not known at all: full members all the same.
    Year(
        "老党员日期只到月或空着",
        (
            *cells(ROSTER, "D1", 入党日期="1998年7月", 批准日期="", 转正日期="1999年7月"),
            *cells(ROSTER, "D2", 批准日期="", 转正日期=""),
        ),
        {
            "20250306": Told("2025年第1次", "应到委员3名，实到3名"),
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过")),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 35. Three full members and a secretary, no committee: two ayes of three are more than 1.5.
    Year(
        "三名党员，只有书记",
        (*small_branch(FENG, CHEN, CHU), *votes(PLAN_BY_HAND.format(ayes=2, noes=1, said="通过。"))),
        {
            "20250307": Told("2025年第1次", "应到党员3名，实到3名", ("3/3 通过",), ("党支部书记 冯一",)),
            "20250627": Told("2025年第2次", "应到党员3名，实到3名"),
            "20251205": Told("2025年第1次", "应到党员3名，实到3名"),
        },
        "党员3名，其中正式党员3名",
        said=("党员大会3次", *ONE_OF_EACH),
        never=("支部委员会有委员", "支委", "班子", "党小组"),
    ),
    # 35a. The secretary, the only officer, is away: a member chairs, which nothing forbids.
    Year(
        "只有书记的支部，书记出差由党员代为主持",
        (
            *small_branch(FENG, CHEN, CHU, WEI, JIANG),
            *cells(MEETINGS, "K2", 主持人="陈二", 记录人="褚三", 缺席="冯一(公出)"),
            *votes(f"K2|1|半年小结|一般|{HANDS}||||||4|0|0|通过。"),
        ),
        {"20250627": Told("2025年第2次", "应到党员5名，实到4名，缺席1名", ("5/4 通过",))},
        "党员5名，其中正式党员5名",
    ),
    # 36. Six members with secretary and deputy, who chairs once: two officers are no committee.
    Year(
        "六名党员，书记、副书记，不设支委会",
        (
            *small_branch(FENG, f"{CHEN}副书记", CHU, WEI, JIANG, SHEN),
            *cells(MEETINGS, "K2", 主持人="陈二", 记录人="褚三", 缺席="冯一(公出)", 委托说明="书记出差，委托副书记主持"),
            *votes(f"K2|1|半年小结|一般|{HANDS}||||||5|0|0|通过。"),
        ),
        {
            "20250307": Told("2025年第1次", "应到党员6名，实到6名"),
            "20250627": Told("2025年第2次", "应到党员6名，实到5名，缺席1名", ("6/5 通过",), ("党支部副书记 陈二",)),
        },
        "党员6名，其中正式党员6名",
        never=("支部委员会有委员", "支委", "班子"),
    ),
    # 37. A joint branch with two full members and one on probation: both full members vote, 2 > 1.
    Year(
        "联合党支部，两名正式党员",
        (
            *small_branch(FENG, CHEN, "E3|褚三|男|1996-5-1|预备|2024-11-5|2024-12-20||", 支部类型="联合党支部", 单位类型="社会组织"),
            *added(MEETINGS, MEETING, "K5|党员大会|2025-11-7|9:00|10:00|活动室|冯一|陈二|褚三转正"),
            *votes(f"K5|1|褚三转正|转正|{SECRET}|褚三||2|2|2|2|0|0|同意褚三按期转为中共正式党员。"),
            *cells(ROSTER, "E3", 党员类别="正式", 转正日期="2025-11-5", 转正批准日期="2025-12-8"),
        ),
        {
            "20250307": Told("2025年第1次", "应到党员3名（其中正式党员2名、预备党员1名），实到3名"),
            "20251107": Told(
                "2025年第3次",
                "应到党员3名（其中正式党员2名、预备党员1名），实到3名（有表决权的正式党员2名）",
                ("2/2 通过",),  # he has no vote on himself
            ),
            "20251212": Told("2025年第1次", "应到党员3名，实到3名"),  # approved 8 December
        },
        "党员3名，其中正式党员3名",
        confirmed=1,
    ),
    # 38. A temporary branch of a project, set up on 1 March: no election, no term, no evaluation.
    Year(
        "临时党支部",
        (
            *small_branch(
                FENG, CHEN, CHU, WEI, calendar=CALENDAR[:2], 支部类型="临时党支部", 成立日期="2025-3-1", 换届日期="", 届满日期=""
            ),
            *sets("转入日期", ROSTER, E1="2025-3-1", E2="2025-3-1", E3="2025-3-1", E4="2025-3-1"),
            *votes(f"K2|1|推荐先进|一般|{HANDS}||||||4|0|0|通过。"),
        ),
        {
            "20250307": Told("2025年第1次", "应到党员4名，实到4名", said=("党支部书记 冯一",)),
            "20250627": Told("2025年第2次", "应到党员4名，实到4名", ("4/4 通过",)),
        },
        "党员4名，其中正式党员4名",
        "年初0名，增加4名（转入4名）",
    ),
    # 39. Retired people: one joined in 1952 after half a year of probation, one is bed-ridden and exempt.
    Year(
        "离退休党支部，一九五二年入党",
        (
            *small_branch(
                FENG,
                CHEN,
                CHU,
                "E4|卫四|男|1930-5-1|正式|1952年3月||1952年9月|",
                "E5|蒋五|女|1938-7-1|正式|1960-5-1|1960-6-1|1961-5-1|",
                单位类型="其他",
            ),
            *cells(ROSTER, "E5", 不计入应到="长期卧床", 不计入依据="青机党〔2023〕3号", 不计入上级同意日期="2023-4-10", 不计入大会通过日期="2023-4-1"),
            *votes(PLAN_BY_HAND.format(ayes=4, noes=0, said="一致通过。")),
            *added(TALKS, TALK, "W1|家访|支委-党员|冯一、陈二|蒋五|2025-9-29|15:00|16:00|东小区|节前看望|送去学习材料，读了两段，问了身体和家里请人照看的事。"),
        ),
        {
            "20250307": Told("2025年第1次", "应到党员4名，实到4名", ("4/4 通过",), ("决议：一致通过。",)),
            "20251205": Told("2025年第1次", "应到党员4名，实到4名"),
        },
        "党员5名，其中正式党员5名",
        never=("签订《", "经济效益", "目标考核"),
        others={"W1蒋五": ("家访记录",)},
    ),
    # 40. A village branch with a term of five years.
    Year(
        "村党支部，任期五年",
        (
            *small_branch(FENG, CHEN, CHU, WEI, JIANG, 单位类型="村", 换届日期="2021-1-10", 届满日期="2026-1-31"),
            *votes(PLAN_BY_HAND.format(ayes=3, noes=2, said="通过。")),
        ),
        {"20250307": Told("2025年第1次", "应到党员5名，实到5名", ("5/5 通过",))},  # 3 > 2.5
        "党员5名，其中正式党员5名",
    ),
    # 41. A community branch without a committee elects its secretary at the general meeting; five more years.
    Year(
        "社区党支部换届，大会选书记",
        (
            *small_branch(FENG, CHEN, CHU, WEI, JIANG, 单位类型="社区", 换届日期="2025-6-27", 届满日期="2030-6-26"),
            (ROSTER, "E1", "党内职务", "书记(2020-6-28至2025-6-27)"),
            (ROSTER, "E2", "党内职务", "书记(2025-6-28起)"),
            *sets("主持人", MEETINGS, K3="陈二", K4="陈二"),
            *sets("记录人", MEETINGS, K3="褚三", K4="褚三"),
            (MEETINGS, "K2", "缺席", "蒋五(病假)"),
            *votes(f"K2|1|选举党支部书记|选举|{SECRET}|陈二|1|4|4|4|4|0|0|陈二当选。|褚三|卫四"),
        ),
        {
            "20250627": Told("2025年第2次", "应到党员5名，实到4名，缺席1名", ("5/4 过半",), ("党支部书记 冯一",)),  # 4 >= 4
            "20251205": Told("2025年第1次", "应到党员5名，实到5名", said=("党支部书记 陈二",)),
        },
        "党员5名，其中正式党员5名",
    ),
    # 42. A branch founded on 20 May: the superior chairs, the meeting elects the secretary; nothing is due before.
    Year(
        "年中成立，成立大会上级主持",
        (
            *small_branch(
                f"{FENG}(2025-5-20起)",
                CHEN,
                CHU,
                WEI,
                JIANG,
                calendar=("K1|党员大会|2025-5-20|9:00|10:00|活动室|何主任|陈二|成立大会||何主任(厂党委组织科科长)", *CALENDAR[1:]),
                单位类型="非公企业",
                成立日期="2025-5-20",
                换届日期="2025-5-20",
                届满日期="2028-5-19",
            ),
            *sets("转入日期", ROSTER, E1="2025-5-20", E2="2025-5-20", E3="2025-5-20", E4="2025-5-20", E5="2025-5-20"),
            *votes(f"K1|1|选举党支部书记|选举|{SECRET}|冯一|1|5|5|5|5|0|0|冯一当选。|褚三|卫四"),
        ),
        {
            "20250520": Told("2025年第1次", "应到党员5名，实到5名", ("5/5 过半",), ("厂党委组织科科长 何主任",)),
            "20250627": Told("2025年第2次", "应到党员5名，实到5名", said=("党支部书记 冯一",)),
        },
        "党员5名，其中正式党员5名",
        "年初0名，增加5名（转入5名）",
    ),
    # 43. A branch founded on 1 December: no 组织生活会, no evaluation in its first month.
    Year(
        "十二月成立，当年没有组织生活会",
        (
            *small_branch(
                f"{FENG}(2025-12-1起)",
                CHEN,
                CHU,
                calendar=("K1|党员大会|2025-12-1|9:00|10:00|活动室|何主任|陈二|成立大会||何主任(厂党委组织科科长)",),
                成立日期="2025-12-1",
                换届日期="2025-12-1",
                届满日期="2028-11-30",
            ),
            *sets("转入日期", ROSTER, E1="2025-12-1", E2="2025-12-1", E3="2025-12-1"),
            *votes(f"K1|1|选举党支部书记|选举|{SECRET}|冯一|1|3|3|3|3|0|0|冯一当选。|褚三|陈二"),
        ),
        {"20251201": Told("2025年第1次", "应到党员3名，实到3名", ("3/3 过半",))},
        "党员3名，其中正式党员3名",
        "年初0名，增加3名（转入3名）",
        never=("组织生活会", "民主评议"),
    ),
    # 44. The only officer, the secretary, moved out on 31 May; the superior chairs the election of the next one.
    Year(
        "书记出缺，上级主持补选",
        (
            *small_branch(FENG, f"{CHEN}书记(2025-6-27起)", CHU, WEI, JIANG, SHEN),
            (ROSTER, "E1", "转出日期", "2025-5-31"),
            *cells(MEETINGS, "K2", 主持人="何主任", 记录人="褚三", 列席="何主任(厂党委组织科科长)"),
            *sets("主持人", MEETINGS, K3="陈二", K4="陈二"),
            *sets("记录人", MEETINGS, K3="褚三", K4="褚三"),
            *votes(f"K2|1|补选党支部书记|选举|{SECRET}|陈二|1|5|5|5|4|1|0|陈二当选。|褚三|卫四"),
        ),
        {
            "20250307": Told("2025年第1次", "应到党员6名，实到6名", said=("党支部书记 冯一",)),
            "20250627": Told("2025年第2次", "应到党员5名，实到5名", ("5/5 过半",), ("厂党委组织科科长 何主任",)),
            "20251205": Told("2025年第1次", "应到党员5名，实到5名", said=("党支部书记 陈二",)),
        },
        "党员5名，其中正式党员5名",
        "年初6名，减少1名（转出1名）",

    ),
    # 45. 钱十 moved in on probation in February, is confirmed on 27 June, approved 1 August.
    Year(
        "转入的预备党员在本支部转正",
        (*CONFIRMED, (ROSTER, "D8", "转入日期", "2025-2-10"), (ROSTER, "D8", "责任书签订日期", "2025-2-20")),
        {
            "20250627": Told("2025年第1次", H2_EIGHT, ("7/6 通过", "7/6 通过")),
            "20250918": Told("2025年第1次", "应到党员8名，实到8名"),
        },
        EIGHT_FULL,
        "年初7名，增加1名（转入1名）",
        confirmed=1,
    ),
    # 46. 郑八, on probation, moved out on 1 October.
    Year(
        "预备党员转出",
        (*NO_ZHENG, (ROSTER, "D8", "转出日期", "2025-10-1")),
        {
            "20250918": Told("2025年第1次", ALL_EIGHT),
            "20251205": Told("2025年第1次", "应到党员7名，实到7名"),
        },
        SEVEN_FULL,
        "年初7名，增加1名（接收预备党员1名），减少1名（转出1名）",  # received and gone in one year
    ),
    # 47. 吴七 moved in on 1 February and out on 1 September.
    Year(
        "当年转入又转出",
        (*NO_WU, *cells(ROSTER, "D7", 转入日期="2025-2-1", 转出日期="2025-9-1", 责任书签订日期="2025-2-10")),
        {
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过")),
            "20250910": Told("2025年第1次", "应到党员3名（其中正式党员2名、预备党员1名），实到3名"),
        },
        SEVEN,
        "年初6名，增加2名（接收预备党员1名、转入1名），减少1名（转出1名）",  # 6 + 2 - 1 = 7
    ),
    # 48. 留党察看 of two years ends on 20 June: a week later he votes again.
    Year(
        "留党察看期满恢复权利",
        (
            *cells(ROSTER, "D7", 党籍状态="留党察看", 状态起="2023-6-21", 状态止="2025-6-20"),
            *added(MEETINGS, MEETING, "H7|党员大会|2025-6-20|14:00|15:00|会议室|张一|李二|恢复吴七党员权利"),
            *votes(f"H7|1|恢复吴七党员权利|一般|{SECRET}|||6|6|6|6|0|0|同意，报上级批准。|王三|周六"),
        ),
        {
            "20250620": Told("2025年第1次", "应到党员7名（其中正式党员7名），实到7名（有表决权的正式党员6名）", ("6/6 通过",)),
            "20250627": Told("2025年第2次", H2_SEVEN, ("7/6 通过", "7/6 通过")),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 49. 周六 is exempt from 20 July on, when the general meeting agreed after the superior.
    Year(
        "年中起不计入应到",
        (
            *cells(ROSTER, "D6", 不计入应到="长期生病不能自理", 不计入依据="青机党〔2025〕8号", 不计入上级同意日期="2025-7-10", 不计入大会通过日期="2025-7-20"),
            (MEETINGS, "H3", "记录人", "郑八"),
            *SEVEN_POLLED,
            (EVALUATIONS, "吴七", "合格票", "4"),
            (EVALUATIONS, "周六", "-", ""),
        ),
        {
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过")),
            "20250918": Told("2025年第1次", "应到党员7名（其中正式党员6名、预备党员1名），实到7名"),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 50. Two people of the shop take part in the ballot of the evaluation: 10 ballots, 8 members.
    Year(
        "群众代表参加民主测评",
        (
            *cells(ITEMS, "H6", 发出="10", 收回="10", 有效="10"),
            (MEETINGS, "H6", "列席", "钱九(群众代表)、孔二(群众代表)"),
            *sets("合格票", EVALUATIONS, 张一="5", 李二="4", 王三="5", 赵四="4", 孙五="6", 周六="6", 吴七="7"),
        ),
        {"20251212": Told("2025年第1次", ALL_EIGHT, ("测评8",), ("发出10张，收回10张，有效10票",))},
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 51. Two of three officers are enough for the committee; the lecture is given by the superior, who is no member here.
    Year(
        "支委会二人到会，上级来讲党课",
        (
            (MEETINGS, "H1", "缺席", "王三(公出)"),
            *cells(MEETINGS, "H4", 授课人="何主任", 列席="何主任(厂党委副书记)"),
        ),
        {
            "20250306": Told("2025年第1次", "应到委员3名，实到2名，缺席1名", said=("决议：同意。",)),
            "20250918": Told("2025年第1次", ALL_EIGHT, said=("厂党委副书记 何主任",)),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 52. Both groups meet together, led by the leader of one of them: 3 + 1 of 一组 and 3 + 1 of 二组.
    Year(
        "两个党小组联合开会",
        ((MEETINGS, "H3", "党小组", "一组、二组"),),
        {"20250910": Told("2025年第1次", ALL_EIGHT)},
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",

    ),
    # 52a. The same with 党小组 left blank, the only other way to write it: whoever was expected, it was not nobody.
    Year(
        "联合开会，党小组一格空着",
        ((MEETINGS, "H3", "党小组", ""),),
        {"20250910": Told("2025年第1次", "", never=("应到党员0名", "实到0名"))},
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",

    ),
    # 53. A branch without a committee receives a member: the meeting itself decides, approved in August.
    Year(
        "不设支委会的支部接收预备党员",
        (
            *small_branch(FENG, CHEN, CHU, WEI, JIANG),
            *added(ROSTER, f"{ALONE}|入党介绍人", "E6|沈六|男|1999-8-1|预备|2025-6-27|2025-8-20|||陈二、褚三"),
            *votes(f"K2|1|接收沈六为预备党员|接收预备党员|{SECRET}|沈六||5|5|5|4|0|1|同意接收沈六为预备党员。|卫四|蒋五"),
            (MEETINGS, "K2", "列席", "沈六(发展对象)"),
        ),
        {
            "20250627": Told("2025年第2次", "应到党员5名，实到5名", ("5/5 通过",)),  # 4 > 2.5
            "20251205": Told("2025年第1次", "应到党员6名（其中正式党员5名、预备党员1名），实到6名"),
        },
        "党员6名，其中正式党员5名、预备党员1名",
        "年初5名，增加1名（接收预备党员1名）",
    ),
    # 54. Extended by half a year in January, confirmed in July on the day after the end, approved 1 September.
    Year(
        "年初延长半年，年中转正",
        (
            *CONFIRMED,
            *cells(ROSTER, "D8", 入党日期="2024-1-10", 批准日期="2024-2-1", 延长预备期至="2025-7-10", 转正日期="2025-7-10", 转正批准日期="2025-9-1"),
            *cells(MEETINGS, "H2", 日期="2025-1-10"),
            *cells(ITEMS, "#2", 表决类型="延长预备期", 决议="同意延长郑八预备期半年。", 支委会审查日期="2025-1-6", 公示起止=""),
            (AWARDS, "赵四", "日期", "2025-1-10"),
            *added(MEETINGS, MEETING, "H7|党员大会|2025-7-11|14:00|15:00|会议室|张一|李二|转正"),
            *votes(f"H7|1|郑八转正|转正|{SECRET}|郑八||7|7|7|7|0|0|同意郑八转为中共正式党员。|王三|周六"),
        ),
        {
            "20250110": Told("2025年第1次", H2_EIGHT, ("7/6 通过", "7/6 通过")),
            "20250711": Told("2025年第2次", ALL_VOTING, ("7/7 通过",)),
            "20250910": Told("2025年第1次", "应到党员4名，实到4名"),  # full since 1 September
        },
        EIGHT_FULL,
        confirmed=1,
    ),
    # 55. 吴七 is detained, his rights rest: expected, absent, no voter.
    Year(
        "被留置，中止权利",
        (
            *cells(ROSTER, "D7", 党籍状态="中止权利", 状态起="2025-2-1"),
            *cells(MEETINGS, "H2", 缺席="赵四(病假)、吴七(被留置)", 签到实到="5"),
            *cells(ITEMS, "#2", 发出="5", 收回="5", 有效="5", 赞成="5"),
            *cells(ITEMS, "#3", 赞成="4", 弃权="1"),
        ),
        {"20250627": Told("2025年第1次", "应到党员7名（其中正式党员7名），实到5名，缺席2名", ("6/5 通过", "6/5 通过"))},
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 56. 卫四 joined in 1970, when there was no probation.
    Year(
        "一九七〇年入党，没有预备期",
        small_branch(FENG, CHEN, CHU, "E4|卫四|男|1948-1-1|正式|1970-7-1||1970-7-1|"),
        {"20250307": Told("2025年第1次", "应到党员4名，实到4名")},
        "党员4名，其中正式党员4名",
    ),
    # 57. 郑八 was confirmed elsewhere in June and moved in on 5 August, after his approval there.
    Year(
        "在别处转正后转入",
        (
            *CONFIRMED,
            *cells(ROSTER, "D8", 转入日期="2025-8-5", 责任书签订日期="2025-8-10"),
            *cells(MEETINGS, "H2", 签到应到="7", 签到实到="6"),
            *cells(ITEMS, "#2", 议题="年度培训计划", 表决类型="一般", 候选人="", 决议="通过。", 支委会审查日期="", 公示起止=""),
        ),
        {
            "20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过")),
            "20250918": Told("2025年第1次", "应到党员8名，实到8名"),
        },
        EIGHT_FULL,
        "年初7名，增加1名（转入1名）",
        never=("转正1名",),  # not by this branch
    ),
    # 58. As 7., but he signed an agreement and has points: he is not among the 7 of the roster's end.
    Year(
        "等待批准的预备党员不算在册考核人数",
        (*NO_ZHENG, (ROSTER, "D8", "批准日期", "2026-1-8")),
        {},
        SEVEN_FULL,
        said=("责任书》8份（含等待批准的预备党员1名）", "在册的7名党员全部计分",),
        never=("8名党员全部计分",),

    ),
    # 59. As 43.: one founding meeting is no 三会一课.
    Year(
        "十二月成立，只有一次成立大会",
        (
            *small_branch(
                f"{FENG}(2025-12-1起)",
                CHEN,
                CHU,
                calendar=("K1|党员大会|2025-12-1|9:00|10:00|活动室|何主任|陈二|成立大会||何主任(厂党委组织科科长)",),
                成立日期="2025-12-1",
                换届日期="2025-12-1",
                届满日期="2028-11-30",
            ),
            *sets("转入日期", ROSTER, E1="2025-12-1", E2="2025-12-1", E3="2025-12-1"),
        ),
        {},
        "党员3名，其中正式党员3名",
        "年初0名，增加3名（转入3名）",
        never=("都有记录可查", "“三会一课”"),

    ),
    # 60. The admission failed, said in other words: 3 of 7 do not carry it.
    Year(
        "接收没有获得通过",
        (
            *NO_ZHENG,
            (ROSTER, "D8", "-", ""),
            (TARGETS, "每月一份汇报", "-", ""),
            *cells(ITEMS, "#2", 赞成="3", 反对="3", 决议="接收郑八为预备党员的决议没有获得通过，郑八不办理接收手续。"),
        ),
        {"20250627": Told("2025年第1次", H2_SEVEN, ("7/6 未通过", "7/6 通过"), ("决议：接收郑八为预备党员的决议没有获得通过",))},
        SEVEN_FULL,

    ),
    # 61. The admission failed, and the resolution is to go on training him: he is not on the roster.
    Year(
        "接收没有通过，决议写暂缓接收",
        (
            *NO_ZHENG,
            (ROSTER, "D8", "-", ""),
            (TARGETS, "每月一份汇报", "-", ""),
            *cells(ITEMS, "#2", 赞成="3", 反对="3", 决议="暂缓接收郑八，继续培养考察。"),
        ),
        {"20250627": Told("2025年第1次", H2_SEVEN, ("7/6 未通过", "7/6 通过"), ("决议：暂缓接收郑八",))},
        SEVEN_FULL,

    ),
    # 62. The night shift's group meets from 23:00 to 0:30.
    Year(
        "夜班党小组会开过零点",
        cells(MEETINGS, "H3", 开始="23:00", 结束="0:30"),
        {"20250910": Told("2025年第1次", "应到党员4名（其中正式党员3名、预备党员1名），实到4名")},
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",

    ),
    # 63. The approval of an old member's admission is known to the month only, as his joining may be.
    Year(
        "老党员批准日期只到月",
        cells(ROSTER, "D4", 入党日期="2010年6月", 批准日期="2010年7月", 转正日期="2011年6月"),
        {"20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过"))},
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",

    ),
    # 64. An old member's transfer ten years ago is known to the month only.
    Year(
        "十年前转入，只知道月份",
        cells(ROSTER, "D4", 转入日期="2015年3月"),
        {"20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过"))},
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",

    ),
    # 65. Received on 10 December 2024, approved 15 January 2025: expected from then on, a member of none at New Year.
    Year(
        "上年接收，本年批准",
        (
            *cells(ROSTER, "D8", 入党日期="2024-12-10", 批准日期="2025-1-15", 延长预备期至="2026-6-10", 责任书签订日期=""),
            *added(MEETINGS, MEETING, "H7|党员大会|2025-1-10|14:00|15:00|会议室|张一|李二|年度计划"),
            *votes(f"H7|1|年度计划|一般|{HANDS}||||||4|3|0|通过。"),
            *cells(ITEMS, "#2", 议题="培训计划", 表决类型="一般", 候选人="", 决议="通过。", 支委会审查日期="", 公示起止=""),
            *cells(MEETINGS, "H2", 列席="", 签到应到="8", 签到实到="7"),
        ),
        {
            "20250110": Told("2025年第1次", "应到党员7名，实到7名", ("7/7 通过",)),  # 4 > 3.5
            "20250627": Told("2025年第2次", H2_EIGHT, ("7/6 通过", "7/6 通过")),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 66. Probation ended in December, approved 10 February: on 17 January no voter yet, from then on one.
    Year(
        "上年期满，本年二月批准转正",
        (
            *CONFIRMED,
            *cells(ROSTER, "D8", 入党日期="2023-12-5", 批准日期="2024-1-5", 转正日期="2024-12-5", 转正批准日期="2025-2-10"),
            *added(MEETINGS, MEETING, "H7|党员大会|2025-1-17|14:00|15:00|会议室|张一|李二|年度计划"),
            *votes(f"H7|1|年度计划|一般|{HANDS}||||||7|0|0|通过。"),
            *cells(ITEMS, "#2", 议题="培训计划", 表决类型="一般", 候选人="", 决议="通过。", 支委会审查日期="", 公示起止="", 发出="7", 收回="7", 有效="7", 赞成="7"),
            *cells(ITEMS, "#3", 赞成="6"),
        ),
        {
            "20250117": Told("2025年第1次", ALL_VOTING, ("7/7 通过",)),
            "20250627": Told("2025年第2次", "应到党员8名，实到7名，缺席1名", ("8/7 通过", "8/7 通过")),  # 6 > 4
        },
        EIGHT_FULL,
        confirmed=1,
    ),
    # 67. Moved out on the day of the group's meeting: from that day on not expected.
    Year(
        "开会当天转出",
        (*NO_WU, (ROSTER, "D7", "转出日期", "2025-9-10")),
        {"20250910": Told("2025年第1次", "应到党员3名（其中正式党员2名、预备党员1名），实到3名")},
        SEVEN,
        "年初7名，增加1名（接收预备党员1名），减少1名（转出1名）",
    ),
    # 68. One spoilt ballot of six: 5 valid, 5 > 3.5; somebody else than the candidates was written on one in the election.
    Year(
        "一张废票，一票另选他人",
        (
            *cells(ITEMS, "#2", 有效="5", 赞成="5"),
            *votes(
                f"H2|3|选举出席厂党代会代表|选举|{SECRET}|孙五|1|6|6|6|4|1|0|孙五当选。|周六|李二",
                f"H2|3||选举|{SECRET}|赵四||6|6|6|1|4|0|赵四未当选。|周六|李二",
                f"H2|3||选举|{SECRET}|吴七||6|6|6|1|||另选他人，未当选。|周六|李二",
            ),
        ),
        {
            "20250627": Told(
                "2025年第1次",
                H2_SEVEN,
                ("7/6 通过", "7/6 通过", "7/6 过半", "7/6 不过半", "7/6 不过半"),
                ("有效5票，无效1票", "赞成5票"),
            )
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 69. Confirmation fails 3 of 7, an extension of half a year is carried 6 of 7 in the same meeting.
    Year(
        "转正没有通过，接着表决延长",
        (
            *ON_PROBATION,
            (ROSTER, "D8", "延长预备期至", "2025-12-27"),
            *cells(ITEMS, "#2", 议题="郑八转正", 表决类型="转正", 赞成="3", 反对="3", 决议="不同意郑八按期转正。"),
            *votes(f"H2|3|延长郑八预备期|延长预备期|{SECRET}|郑八||6|6|6|6|0|0|同意延长郑八预备期半年。|王三|周六"),
        ),
        {
            "20250627": Told(
                "2025年第1次",
                H2_EIGHT,
                ("7/6 未通过", "7/6 通过", "7/6 通过"),
                ("决议：不同意郑八按期转正。", "决议：同意延长郑八预备期半年。"),
            )
        },
        EIGHT,
    ),
    # 70. Votes of the committee (2 to 1) and of a group (3 full members): no majority is laid down, none is printed.
    Year(
        "支委会和党小组会上的表决",
        (
            *cells(ITEMS, "#1", 表决类型="一般", 表决方式="举手表决", 赞成="2", 反对="1", 弃权="0"),
            *votes("H3|1|推荐先进|一般|举手表决||||||3|0|0|同意推荐孙五。"),
        ),
        {
            "20250306": Told("2025年第1次", "应到委员3名，实到3名", ("3/3",), ("应到会委员3名，实到3名", "决议：同意。")),
            "20250910": Told(
                "2025年第1次",
                "应到党员4名（其中正式党员3名、预备党员1名），实到4名（有表决权的正式党员3名）",
                ("3/3",),
                ("决议：同意推荐孙五。",),
            ),
        },
        EIGHT,
        "年初7名，增加1名（接收预备党员1名）",
    ),
    # 71. As 40., a branch without agreements, posts or campaigns: a chapter of which there is nothing to say has no heading.
    Year(
        "没有责任书的支部，总结不留空标题",
        small_branch(FENG, CHEN, CHU, WEI, JIANG, 单位类型="村", 换届日期="2021-1-10", 届满日期="2026-1-31"),
        {},
        "党员5名，其中正式党员5名",
        never=("抓好党建目标管理", "责任目标", "\n一、", "（一）"),
    ),
    # 72. The evaluation was held; what was said of each member is not in the workbook.
    Year(
        "民主评议开过，没有填评议表",
        small_branch(FENG, CHEN, CHU, WEI, JIANG),
        {"20251212": Told("2025年第1次", "应到党员5名，实到5名")},
        "党员5名，其中正式党员5名",
        said=ONE_OF_EACH,
        never=("评议党员", "优秀", "合格"),

    ),
    # 73. 吴七 died on 20 December, the last thing that is recorded; the summary has no date yet.
    Year(
        "最后记下的事是党员去世，总结没有写日期",
        (*cells(ROSTER, "D7", 党籍状态="去世", 状态起="2025-12-20"), *info(成文日期="")),
        {"20250627": Told("2025年第1次", H2_SEVEN, ("7/6 通过", "7/6 通过"))},
        SEVEN,
        "年初7名，增加1名（接收预备党员1名），减少1名（去世1名）",

    ),
]  # fmt: skip


def marked(year: Year) -> object:
    """Mark a year in which the program is known to be wrong."""
    marks = [pytest.mark.xfail(strict=True, reason=year.fault)] if year.fault else []
    return pytest.param(year, id=year.name, marks=marks)


@pytest.mark.parametrize("year", [marked(year) for year in YEARS])
def test_a_lawful_year_is_written_as_it_was(year: Year) -> None:
    found = examine(*year.changes)
    assert faults_of(found) == []
    planned = planned_of(found)
    assert held_of(found, planned) == []
    for name, told in year.meetings.items():
        text = text_in(planned, name)
        printed = read_back(text)
        assert told.ordinal in {"", printed.ordinal}, (name, printed.ordinal)
        assert told.heads in {"", printed.heads}, (name, printed.heads)
        assert printed.votes == told.votes, name
        assert [words for words in told.said if words not in text] == [], name
        assert [words for words in told.never if words in text] == [], name
    summary = text_in(planned, SUMMARY)
    moved = movement_in(summary, text_in(planned, MOVEMENTS))
    assert moved.ways == year.moved
    assert moved.told == "、".join(re.findall("[（、]([^（、）]+名)(?=[、）])", year.moved))
    assert moved.confirmed == (year.confirmed, year.confirmed)
    assert closing_in(summary) == year.closing
    assert [words for words in year.said if words not in summary] == []
    assert [words for words in year.never if words in summary] == []
    for name, words in year.others.items():
        text = text_in(planned, name)
        assert [each for each in words if each not in text] == [], name
    texts = {one.path: text_in(planned, f"{one.folder}/{one.name}") for one in planned}
    assert [path for path, text in texts.items() if not text.strip() or UNFINISHED.search(text)] == []


def test_there_are_at_least_forty_years_and_each_reconciles() -> None:
    """The tables themselves are sound: opening plus in minus out is the number at the end."""
    assert len({year.name for year in YEARS}) == len(YEARS) >= 40
    for year in YEARS:
        if year.moved:
            came, went = re.search("增加(\\d+)", year.moved), re.search("减少(\\d+)", year.moved)
            opening, closing = re.search("年初(\\d+)", year.moved), re.search("党员(\\d+)", year.closing)
            assert opening and closing
            moved = (int(came[1]) if came else 0) - (int(went[1]) if went else 0)
            assert int(opening[1]) + moved == int(closing[1]), year.name
