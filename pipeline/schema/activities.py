"""The sheets about what the branch did: 会议活动, 议题发言, 谈话记录, 立项攻关."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Annotated

from pipeline.schema.columns import Column, Decides, Kind, Record, Sheet
from pipeline.values import Absence, Deadline, Guest, MakeUp, Period, Person

GENERAL = "党员大会"
COMMITTEE = "支委会"
GROUP = "党小组会"
LECTURE = "党课"
THEMED_DAY = "主题党日"
ORG_LIFE = "组织生活会"
EVALUATION = "民主评议"
MEETING_TYPES = (GENERAL, COMMITTEE, GROUP, LECTURE, THEMED_DAY, ORG_LIFE, EVALUATION)
SECRET = "无记名投票"
HOME_VISIT = "家访"
WITH_OUTSIDERS = "支部-群众"
TALK_TYPES = ("支委-支委", "支委-党员", "党员-党员", WITH_OUTSIDERS)

ORDINARY_VOTE = "一般"
ADMISSION = "接收预备党员"
CONFIRMATION = "转正"
ELECTION = "选举"
POLL = "测评"
EXTENSION = "延长预备期"
CANCELLATION = "取消预备党员资格"
CONFIRMATIONS = (CONFIRMATION, EXTENSION, CANCELLATION)
"""Votes on somebody who is on probation: the candidate has no vote in them. 党章第七条."""
ADMISSION_VOTES = (ADMISSION, *CONFIRMATIONS, "接收转正")
"""Votes on joining the Party: quorum and ballot follow 发展党员工作细则第二十、二十一、三十三条."""
VOTE_TYPES = (ORDINARY_VOTE, *ADMISSION_VOTES, ELECTION, POLL)

SPEECH = "发言"
PROBLEM = "查摆问题"
SELF_CRITICISM = "自我批评"
CRITICISM = "批评意见"
PLEDGE = "表态"
STEPS = ("议题", SPEECH, PROBLEM, SELF_CRITICISM, CRITICISM, PLEDGE)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Meeting(Record):
    """A meeting or activity of the branch."""

    number: Annotated[
        str,
        Column(
            heading="编号",
            decides=Decides.SERIES,
            kind=Kind.CODE,
            required="C06",
            help="每次会一个编号，不重复；议题发言表用它找会。",
            example="H001",
            width=8,
        ),
    ]
    types: Annotated[
        tuple[str, ...],
        Column(
            heading="类型",
            decides=Decides.SERIES,
            kind=Kind.CHOICES,
            required="M01",
            choices=MEETING_TYPES,
            spellings={
                **dict.fromkeys(("支部党员大会", "支部大会", "党员大会会议", "支部党员大会会议"), GENERAL),
                **dict.fromkeys(("支部委员会", "支部委员会会议", "支委会议", "支委"), COMMITTEE),
                **dict.fromkeys(
                    ("支委会(扩大)", "支委扩大会", "支委扩大会议", "支委会扩大会议", "支委会(扩大)会议"), COMMITTEE
                ),
                **dict.fromkeys(("党小组会议", "小组会"), GROUP),
                **dict.fromkeys(("上党课", "专题党课"), LECTURE),
                **dict.fromkeys(("主题党日活动", "党日活动", "党日"), THEMED_DAY),
                **dict.fromkeys(("专题组织生活会", "年度组织生活会", "民主生活会"), ORG_LIFE),
                **dict.fromkeys(("民主评议党员", "党员民主评议", "民主评议党员大会"), EVALUATION),
            },
            respelt={"民主生活会": "M25"},
            help="合并开展的写全，主要的写在前面，如 组织生活会、民主评议。",
            example="党员大会",
            width=14,
        ),
    ]
    session: Annotated[
        str,
        Column(
            heading="届次/次数",
            aliases=("届次次数", "次数", "届次"),
            kind=Kind.TEXT,
            help="如 2025年第1次。不填就由程序按日期排。",
            example="",
            width=12,
        ),
    ]
    day: Annotated[
        date | None,
        Column(
            heading="日期",
            decides=Decides.SERIES,
            kind=Kind.DATE,
            required="M01",
            help="开会的日期。",
            example="2025-03-28",
            width=12,
        ),
    ]
    belongs_to: Annotated[
        int | None,
        Column(
            heading="所属年度",
            decides=Decides.SERIES,
            kind=Kind.INTEGER,
            minimum=1990,
            maximum=2099,
            units=("年", "年度"),
            help="次年初办上年的事（组织生活会、民主评议、述职）写那一年；当年的会不用填。",
            example="",
            width=10,
            since="0.3.0",
        ),
    ]
    start: Annotated[
        time | None,
        Column(
            heading="开始",
            decides=Decides.SERIES,
            aliases=("开始时间",),
            kind=Kind.TIME,
            wanted="M01",
            help="几点开始，如 14:30。",
            example="14:30",
            width=8,
        ),
    ]
    end: Annotated[
        time | None,
        Column(
            heading="结束",
            aliases=("结束时间",),
            kind=Kind.TIME,
            wanted="M01",
            help="几点散会，如 16:10。",
            example="16:10",
            width=8,
        ),
    ]
    place: Annotated[
        str,
        Column(
            heading="地点",
            kind=Kind.TEXT,
            wanted="M01",
            help="在哪里开。",
            example="队部二楼会议室",
            width=16,
        ),
    ]
    chair: Annotated[
        Person | None,
        Column(
            heading="主持人",
            aliases=("组织者",),
            kind=Kind.PERSON,
            outsiders=True,
            wanted="M01",
            help="谁主持；职务由程序按名册带出。",
            example="韩立峰",
            width=10,
        ),
    ]
    delegation: Annotated[
        str,
        Column(
            heading="委托说明",
            kind=Kind.TEXT,
            help="不是书记主持的，写明谁委托、为什么。",
            example="书记出差，委托副书记主持",
            width=20,
        ),
    ]
    recorder: Annotated[
        Person | None,
        Column(
            heading="记录人",
            kind=Kind.PERSON,
            outsiders=True,
            wanted="M01",
            help="谁记录。",
            example="林晓燕",
            width=10,
        ),
    ]
    group: Annotated[
        str,
        Column(
            heading="党小组",
            decides=Decides.SERIES,
            kind=Kind.TERM,
            refers="党小组",
            unknown="C16",
            help="党小组会写哪个小组；支部的会不填。",
            example="",
            width=12,
        ),
    ]
    theme: Annotated[
        str,
        Column(
            heading="主题",
            kind=Kind.TEXT,
            help="会议主题、党课题目或主题党日的主题。",
            example="接收预备党员、部署创先目标",
            width=28,
        ),
    ]
    absences: Annotated[
        tuple[Absence, ...],
        Column(
            heading="缺席",
            words=("缺席", "缺会", "请假", "未到"),
            aliases=("缺席人员", "缺席及原因", "缺席名单", "缺席人员及原因", "缺席人", "请假人员", "缺席情况"),
            kind=Kind.ABSENCES,
            unknown="M06",
            help="姓名后括号里写原因，如 张三(病假)、李四(公出)。无人缺席就留空。应到、实到由程序计算。",
            example="张三(病假)、李四(公出)",
            width=24,
        ),
    ]
    guests: Annotated[
        tuple[Guest, ...],
        Column(
            heading="列席",
            kind=Kind.GUESTS,
            outsiders=True,
            help="姓名后括号里写身份，如 何建业(入党积极分子)。",
            example="何建业(入党积极分子)",
            width=24,
        ),
    ]
    lecturer: Annotated[
        Person | None,
        Column(
            heading="授课人",
            kind=Kind.PERSON,
            outsiders=True,
            help="党课由谁讲；不是本支部的要写进列席。",
            example="",
            width=10,
        ),
    ]
    hours: Annotated[
        Decimal | None,
        Column(
            heading="学时",
            kind=Kind.DECIMAL,
            units=("学时", "小时"),
            help="党课、集中学习计几学时；程序给到会的每个人累计。",
            example="",
            width=7,
        ),
    ]
    materials: Annotated[
        str,
        Column(
            heading="学习材料",
            kind=Kind.TEXT,
            help="学了什么材料。",
            example="",
            width=26,
        ),
    ]
    minutes: Annotated[
        str,
        Column(
            heading="内容纪要",
            kind=Kind.LONG,
            help="会议过程和内容，照实写；有议题的会，各议题写在议题发言表里。",
            example="",
            width=60,
        ),
    ]
    demands: Annotated[
        str,
        Column(
            heading="会议要求",
            kind=Kind.LONG,
            help="会议最后提的要求或布置的事。",
            example="",
            width=40,
        ),
    ]
    photos: Annotated[
        str,
        Column(
            heading="照片",
            kind=Kind.TEXT,
            help="照片或附件的编号，只印编号。",
            example="P2025-009",
            width=14,
        ),
    ]
    entered: Annotated[
        date | None,
        Column(
            heading="录入日期",
            kind=Kind.DATE,
            help="哪天把这次会录进本表；只用来提醒补记，不印。",
            example="2025-03-29",
            width=12,
        ),
    ]
    signed_expected: Annotated[
        int | None,
        Column(
            heading="签到应到",
            kind=Kind.INTEGER,
            units=("人", "名"),
            help="纸质签到表上的应到人数，可不填；只用来与推算数核对，不印。",
            example="",
            width=9,
        ),
    ]
    signed_present: Annotated[
        int | None,
        Column(
            heading="签到实到",
            kind=Kind.INTEGER,
            units=("人", "名"),
            help="纸质签到表上的实到人数，可不填；只用来核对，不印。",
            example="",
            width=9,
        ),
    ]
    makeups: Annotated[
        tuple[MakeUp, ...],
        Column(
            heading="补课",
            kind=Kind.MAKEUPS,
            help="缺席的人后来哪天补的课，姓名后括号里写日期；学时同到会一样累计。印在会议台账和考勤表里。",
            example="张三(2025-4-2)、李四(2025-4-3)",
            width=24,
        ),
    ]


MEETINGS = Sheet(
    name="会议活动",
    record=Meeting,
    about="一行一次会议或活动。应到、实到、有表决权人数、第几次、到会率都由程序推算，不要另写。",
    key="number",
    duplicate="M20",
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Item(Record):
    """An agenda item, a speech under it, a candidate, or a line of an organisational-life meeting."""

    meeting: Annotated[
        str,
        Column(
            heading="会议编号",
            decides=Decides.BELONGING,
            kind=Kind.CODE,
            required="C06",
            refers="会议活动",
            unknown="C16",
            help="会议活动表里的编号。",
            example="H010",
            width=10,
        ),
    ]
    topic_number: Annotated[
        int | None,
        Column(
            heading="议题序号",
            kind=Kind.INTEGER,
            required="C06",
            minimum=1,
            help="这次会的第几个议题。",
            example="1",
            width=9,
        ),
    ]
    order: Annotated[
        Decimal | None,
        Column(
            heading="发言序号",
            kind=Kind.DECIMAL,
            help="同一议题里的先后；不填就按行的先后。",
            example="1",
            width=9,
        ),
    ]
    step: Annotated[
        str,
        Column(
            heading="环节",
            decides=Decides.LISTING,
            kind=Kind.CHOICE,
            choices=STEPS,
            help="一般不用填。组织生活会写 查摆问题、自我批评、批评意见、表态。",
            example="",
            width=10,
        ),
    ]
    topic: Annotated[
        str,
        Column(
            heading="议题",
            kind=Kind.TEXT,
            help="议题名称，写在该议题的第一行；后面的发言行不用重复。",
            example="讨论接收何建业同志为中共预备党员",
            width=30,
        ),
    ]
    reporter: Annotated[
        Person | None,
        Column(
            heading="汇报人",
            kind=Kind.PERSON,
            outsiders=True,
            help="谁汇报这个议题；汇报的内容写在发言要点。",
            example="林晓燕",
            width=10,
        ),
    ]
    speaker: Annotated[
        Person | None,
        Column(
            heading="发言人",
            kind=Kind.PERSON,
            outsiders=True,
            help="谁发言；没有发言记录就不填，程序不会代写。",
            example="周国梁",
            width=10,
        ),
    ]
    criticised: Annotated[
        Person | None,
        Column(
            heading="批评对象",
            kind=Kind.PERSON,
            help="组织生活会上，这条批评意见是给谁提的。",
            example="",
            width=10,
        ),
    ]
    text: Annotated[
        str,
        Column(
            heading="发言要点",
            kind=Kind.LONG,
            help="汇报或发言的要点；查摆问题的写问题本身。",
            example="何建业在夜班连续值守，同意接收。",
            width=50,
        ),
    ]
    vote_type: Annotated[
        str,
        Column(
            heading="表决类型",
            kind=Kind.CHOICE,
            choices=VOTE_TYPES,
            help="有表决才填；民主评议的测评写“测评”。是否通过由程序按条例推算。",
            example="接收预备党员",
            width=13,
        ),
    ]
    vote_method: Annotated[
        str,
        Column(
            heading="表决方式",
            kind=Kind.CHOICE,
            choices=(SECRET, "举手表决", "口头表决"),
            spellings={
                "无记名": SECRET,
                "无记名投票表决": SECRET,
                "投票": SECRET,
                "举手": "举手表决",
                "口头": "口头表决",
            },
            help="接收、转正必须无记名投票。",
            example=SECRET,
            width=11,
        ),
    ]
    candidate: Annotated[
        tuple[Person, ...],
        Column(
            heading="候选人",
            kind=Kind.PEOPLE,
            outsiders=True,
            help="接收、转正、选举的对象，一行一人，逐个表决。",
            example="何建业",
            width=10,
        ),
    ]
    seats: Annotated[
        int | None,
        Column(
            heading="应选人数",
            kind=Kind.INTEGER,
            units=("人", "名"),
            help="选举时应选几人，写在第一名候选人那行。",
            example="",
            width=9,
        ),
    ]
    issued: Annotated[
        int | None,
        Column(
            heading="发出",
            kind=Kind.INTEGER,
            units=("票", "张", "份"),
            help="发出几张票。",
            example="22",
            width=7,
        ),
    ]
    returned: Annotated[
        int | None,
        Column(
            heading="收回",
            kind=Kind.INTEGER,
            units=("票", "张", "份"),
            help="收回几张票。",
            example="22",
            width=7,
        ),
    ]
    valid: Annotated[
        int | None,
        Column(
            heading="有效",
            kind=Kind.INTEGER,
            units=("票", "张", "份"),
            help="有效票几张，含计入的书面意见。",
            example="22",
            width=7,
        ),
    ]
    ayes: Annotated[
        int | None,
        Column(
            heading="赞成",
            kind=Kind.INTEGER,
            units=("票", "张", "份"),
            help="赞成几票，含书面意见。",
            example="21",
            width=7,
        ),
    ]
    noes: Annotated[
        int | None,
        Column(
            heading="反对",
            kind=Kind.INTEGER,
            zero_words=True,
            units=("票", "张", "份"),
            help="反对几票。",
            example="0",
            width=7,
        ),
    ]
    abstentions: Annotated[
        int | None,
        Column(
            heading="弃权",
            kind=Kind.INTEGER,
            zero_words=True,
            units=("票", "张", "份"),
            help="弃权几票。",
            example="1",
            width=7,
        ),
    ]
    written: Annotated[
        int | None,
        Column(
            heading="书面意见",
            kind=Kind.INTEGER,
            zero_words=True,
            units=("票", "张", "份"),
            help="未到会党员会前提交的正式书面意见几份。",
            example="0",
            width=9,
        ),
    ]
    resolution: Annotated[
        str,
        Column(
            heading="决议",
            kind=Kind.LONG,
            help="形成的决议；查摆问题的写整改措施。",
            example="同意接收何建业同志为中共预备党员，报上级党委审批。",
            width=40,
        ),
    ]
    responsible: Annotated[
        tuple[Person, ...],
        Column(
            heading="责任人",
            kind=Kind.PEOPLE,
            outsiders=True,
            help="谁负责落实。",
            example="林晓燕",
            width=12,
        ),
    ]
    due: Annotated[
        Deadline | None,
        Column(
            heading="时限",
            kind=Kind.DEADLINE,
            help="什么时候完成：日期或“每月底前”这样的话。",
            example="2025-07-05",
            width=12,
        ),
    ]
    scrutineers: Annotated[
        tuple[Person, ...],
        Column(
            heading="监票人",
            kind=Kind.PEOPLE,
            outsiders=True,
            help="无记名投票要有监票人，不能是候选人、预备党员。",
            example="孙德海",
            width=10,
        ),
    ]
    tellers: Annotated[
        tuple[Person, ...],
        Column(
            heading="计票人",
            kind=Kind.PEOPLE,
            outsiders=True,
            help="无记名投票要有计票人。",
            example="高敏",
            width=10,
        ),
    ]
    reviewed: Annotated[
        date | None,
        Column(
            heading="支委会审查日期",
            kind=Kind.DATE,
            help="接收、转正提交大会前，支委会审查的日期。",
            example="2025-06-12",
            width=13,
        ),
    ]
    notice: Annotated[
        Period | None,
        Column(
            heading="公示起止",
            kind=Kind.PERIOD,
            help="公示的起止日期，如 2025-6-13至2025-6-19。",
            example="2025-6-13至2025-6-19",
            width=20,
        ),
    ]
    progress: Annotated[
        str,
        Column(
            heading="完成情况",
            decides=Decides.LISTING,
            kind=Kind.LONG,
            help="查摆的问题、议定的事办得怎样；办了再填，印在整改台账里。",
            example="班长、调度两人签字，抽查十张，没有再错。",
            width=26,
            since="0.4.0",
        ),
    ]
    finished: Annotated[
        date | None,
        Column(
            heading="完成日期",
            decides=Decides.LISTING,
            kind=Kind.DATE,
            help="哪天办完的；没有办完的不填。",
            example="2025-12-26",
            width=12,
            since="0.4.0",
        ),
    ]
    attachment: Annotated[
        str,
        Column(
            heading="附件",
            kind=Kind.TEXT,
            help="表决票、书面意见等附件的编号。",
            example="F2025-06",
            width=12,
        ),
    ]


ITEMS = Sheet(
    name="议题发言",
    record=Item,
    about="一行一个议题或一条发言。有表决权的应到、实到由程序推算；没有记下的发言不要补写，程序也不会代写。",
    ordered=True,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Talk(Record):
    """A talk or a home visit."""

    number: Annotated[
        str,
        Column(
            heading="编号",
            kind=Kind.CODE,
            required="C06",
            help="每次谈话一个编号，不重复。",
            example="T001",
            width=8,
        ),
    ]
    method: Annotated[
        str,
        Column(
            heading="方式",
            kind=Kind.CHOICE,
            required="C06",
            choices=("谈心谈话", "集体谈话", "电话谈话", HOME_VISIT),
            spellings={"谈心": "谈心谈话", "个别谈话": "谈心谈话", "电话": "电话谈话"},
            help="写“家访”的印成家访记录。",
            example="谈心谈话",
            width=10,
        ),
    ]
    category: Annotated[
        str,
        Column(
            heading="类型",
            kind=Kind.CHOICE,
            wanted="C06",
            printed_only=True,
            choices=TALK_TYPES,
            spellings={
                f"{a}{dash}{b}": f"{a}-{b}" for t in TALK_TYPES for a, b in [t.split("-")] for dash in "—–－~与和"
            },
            help="谁和谁谈。",
            example="支委-党员",
            width=11,
        ),
    ]
    speakers: Annotated[
        tuple[Person, ...],
        Column(
            heading="谈话人",
            aliases=("家访人",),
            kind=Kind.PEOPLE,
            required="C06",
            outsiders=True,
            help="谁找人谈；家访一般两人以上。",
            example="韩立峰",
            width=14,
        ),
    ]
    listeners: Annotated[
        tuple[Person, ...],
        Column(
            heading="谈话对象",
            aliases=("家访对象",),
            kind=Kind.PEOPLE,
            required="C06",
            outsiders=True,
            help="跟谁谈；几个人用顿号隔开。",
            example="魏小军",
            width=14,
        ),
    ]
    capacity: Annotated[
        str,
        Column(
            heading="对象身份",
            aliases=("身份",),
            kind=Kind.TEXT,
            help="群众写岗位或身份；党员由程序按名册带出，不用填。",
            example="变速箱班职工",
            width=16,
        ),
    ]
    others: Annotated[
        str,
        Column(
            heading="在场人",
            kind=Kind.TEXT,
            help="还有谁在场，如家属。",
            example="其妻",
            width=12,
        ),
    ]
    day: Annotated[
        date | None,
        Column(
            heading="日期",
            kind=Kind.DATE,
            required="C06",
            help="谈话的日期。",
            example="2025-05-14",
            width=12,
        ),
    ]
    start: Annotated[
        time | None,
        Column(
            heading="开始",
            aliases=("开始时间", "时间"),
            kind=Kind.TIME,
            wanted="C06",
            help="几点开始，如 16:00。",
            example="16:00",
            width=8,
        ),
    ]
    end: Annotated[
        time | None,
        Column(
            heading="结束",
            aliases=("结束时间",),
            kind=Kind.TIME,
            help="几点结束。",
            example="16:50",
            width=8,
        ),
    ]
    place: Annotated[
        str,
        Column(
            heading="地点",
            kind=Kind.TEXT,
            wanted="C06",
            help="在哪里谈；家访只写到小区或村，不写门牌。",
            example="装配车间休息室",
            width=16,
        ),
    ]
    reason: Annotated[
        str,
        Column(
            heading="事由",
            kind=Kind.TEXT,
            wanted="C06",
            help="为什么谈。",
            example="提出调离申请",
            width=24,
        ),
    ]
    approach: Annotated[
        str,
        Column(
            heading="谈话方法",
            kind=Kind.TEXT,
            help="用了什么办法，如 经济算账对比。",
            example="经济算账对比",
            width=16,
        ),
    ]
    family: Annotated[
        str,
        Column(
            heading="家庭情况",
            kind=Kind.LONG,
            help="家访才填；不写身份证号、门牌、病情诊断。",
            example="",
            width=30,
        ),
    ]
    text: Annotated[
        str,
        Column(
            heading="谈话内容",
            kind=Kind.LONG,
            wanted="K08",
            help="谈了什么，照实写，不少于20字。",
            example="把留在队里和调走后的收入、路费、房租一项项算给他看。",
            width=60,
        ),
    ]
    mood: Annotated[
        str,
        Column(
            heading="思想状况",
            kind=Kind.LONG,
            help="对方的思想情况。",
            example="担心改革后没有活干。",
            width=30,
        ),
    ]
    appeal: Annotated[
        str,
        Column(
            heading="诉求",
            kind=Kind.LONG,
            help="对方反映的问题和要求；没有就不填。",
            example="希望转到白班。",
            width=28,
        ),
    ]
    advice: Annotated[
        str,
        Column(
            heading="意见建议",
            kind=Kind.LONG,
            help="对支部或个人的意见建议。",
            example="建议把考核细则贴到班组。",
            width=28,
        ),
    ]
    measure: Annotated[
        str,
        Column(
            heading="措施",
            kind=Kind.LONG,
            help="怎么处理。",
            example="与队里商量排班。",
            width=28,
        ),
    ]
    responsible: Annotated[
        tuple[Person, ...],
        Column(
            heading="责任人",
            kind=Kind.PEOPLE,
            outsiders=True,
            help="谁去办。",
            example="周国梁",
            width=12,
        ),
    ]
    due: Annotated[
        Deadline | None,
        Column(
            heading="时限",
            kind=Kind.DEADLINE,
            help="什么时候办完。",
            example="2025-05-31",
            width=12,
        ),
    ]
    outcome: Annotated[
        str,
        Column(
            heading="办理结果",
            kind=Kind.LONG,
            help="办得怎样；还没办完就先空着。",
            example="已调整到白班。",
            width=28,
        ),
    ]
    revisited: Annotated[
        date | None,
        Column(
            heading="回访日期",
            kind=Kind.DATE,
            help="哪天回访。",
            example="2025-06-10",
            width=12,
        ),
    ]
    project: Annotated[
        str,
        Column(
            heading="关联立项",
            kind=Kind.CODE,
            refers="立项攻关",
            unknown="K12",
            help="为哪个立项谈的，填立项编号；程序据此统计。",
            example="L02",
            width=10,
        ),
    ]


TALKS = Sheet(
    name="谈话记录",
    record=Talk,
    about="一行一次谈话或家访，一次印一份。谈话次数、覆盖面由程序统计。",
    key="number",
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Project(Record):
    """A project to solve a problem (立项攻关)."""

    number: Annotated[
        str,
        Column(
            heading="编号",
            decides=Decides.REFERRING,
            kind=Kind.CODE,
            required="C06",
            help="每项一个编号；谈话可以关联它。",
            example="L01",
            width=8,
        ),
    ]
    name: Annotated[
        str,
        Column(
            heading="名称",
            kind=Kind.TEXT,
            required="C06",
            help="攻什么关。",
            example="合并变速箱",
            width=26,
        ),
    ]
    category: Annotated[
        str,
        Column(
            heading="类别",
            kind=Kind.CHOICE,
            wanted="C06",
            printed_only=True,
            choices=("生产难题", "思想稳定", "降本增效", "安全环保", "管理提升"),
            help="攻关的类别。",
            example="生产难题",
            width=10,
        ),
    ]
    started: Annotated[
        date | None,
        Column(
            heading="立项日期",
            kind=Kind.DATE,
            required="C06",
            help="支部研究立项的日期。",
            example="2025-03-14",
            width=12,
        ),
    ]
    leader: Annotated[
        Person | None,
        Column(
            heading="负责人",
            kind=Kind.PERSON,
            wanted="C06",
            outsiders=True,
            help="负责的党员。",
            example="周国梁",
            width=10,
        ),
    ]
    team: Annotated[
        tuple[Person, ...],
        Column(
            heading="组员",
            kind=Kind.PEOPLE,
            outsiders=True,
            help="参加的党员，顿号隔开。",
            example="沈志刚、罗伟",
            width=18,
        ),
    ]
    helpers: Annotated[
        str,
        Column(
            heading="参加群众",
            kind=Kind.TEXT,
            help="参加的群众姓名；涉及个人隐私的不要写。",
            example="彭亮",
            width=16,
        ),
    ]
    difficulty: Annotated[
        str,
        Column(
            heading="背景与难点",
            kind=Kind.LONG,
            wanted="C06",
            help="当时是什么情况，难在哪里。",
            example="两台变速箱各缺一半配件，新件四十天才到。",
            width=50,
        ),
    ]
    goal: Annotated[
        str,
        Column(
            heading="目标",
            kind=Kind.LONG,
            help="要做到什么，尽量量化。",
            example="十天内拼出一台能上井的变速箱。",
            width=30,
        ),
    ]
    measures: Annotated[
        str,
        Column(
            heading="措施",
            kind=Kind.LONG,
            help="怎么干的。",
            example="拆两台合一台，逐齿测量配对。",
            width=50,
        ),
    ]
    due: Annotated[
        Deadline | None,
        Column(
            heading="时限",
            kind=Kind.DEADLINE,
            help="计划什么时候完成。",
            example="2025-03-31",
            width=12,
        ),
    ]
    finished: Annotated[
        date | None,
        Column(
            heading="完成日期",
            kind=Kind.DATE,
            help="完成了才填。",
            example="2025-03-24",
            width=12,
        ),
    ]
    result: Annotated[
        str,
        Column(
            heading="成果",
            kind=Kind.LONG,
            help="结果怎样；完成的必须写。",
            example="3月24日试车合格，当晚上井。",
            width=40,
        ),
    ]
    benefit: Annotated[
        Decimal | None,
        Column(
            heading="效益金额",
            kind=Kind.DECIMAL,
            units=("万元",),
            help="单位：万元。填了就要有计算依据和确认人，否则不出。",
            example="18.6",
            width=10,
        ),
    ]
    computed: Annotated[
        str,
        Column(
            heading="计算依据",
            kind=Kind.LONG,
            help="效益怎么算出来的。",
            example="少买一台总成21.4万元，减去加工费2.8万元。",
            width=30,
        ),
    ]
    confirmer: Annotated[
        str,
        Column(
            heading="确认人",
            kind=Kind.TEXT,
            help="谁确认的效益，一般是财务。",
            example="公司财务科",
            width=14,
        ),
    ]
    acceptance: Annotated[
        str,
        Column(
            heading="验收",
            kind=Kind.LONG,
            help="谁验收、什么结论。",
            example="4月2日公司设备科验收合格。",
            width=26,
        ),
    ]
    digest: Annotated[
        str,
        Column(
            heading="摘要",
            kind=Kind.LONG,
            help="150至170字，一段话说完背景、做法、结果，印在总结里；不填就取背景与难点、措施、成果三格的第一句。",
            example="两台待件的箱子缺的不是同一种件，三名党员吃住在车间，拆开清洗、测量，拼成一台，3月24日试车合格。",
            width=40,
            since="0.4.0",
        ),
    ]


PROJECTS = Sheet(
    name="立项攻关",
    record=Project,
    about="一行一个攻关项目。关联的谈话、家访次数由程序统计。",
    key="number",
)
