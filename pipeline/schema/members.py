"""The sheets about people: 党员名册, 责任目标, 责任区, 民主评议, 表彰处置, 学习培训."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from pipeline.schema.columns import Column, Decides, Kind, Record, Sheet
from pipeline.values import Deadline, Person, Post, Scope, Scores

FULL = "正式"
PROBATIONARY = "预备"
SECRETARY = "书记"
DEPUTY = "副书记"
COMMITTEE_POSTS = (
    "书记",
    "副书记",
    "组织委员",
    "宣传委员",
    "纪检委员",
    "青年委员",
    "统战委员",
    "群工委员",
    "保密委员",
    "生产委员",
    "安全委员",
    "委员",
)
"""Offices whose holders form the branch committee (支委会)."""
NATIONS = (
    "汉族", "蒙古族", "回族", "藏族", "维吾尔族", "苗族", "彝族", "壮族", "布依族", "朝鲜族", "满族", "侗族",
    "瑶族", "白族", "土家族", "哈尼族", "哈萨克族", "傣族", "黎族", "傈僳族", "佤族", "畲族", "高山族", "拉祜族",
    "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族", "土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族",
    "毛南族", "仡佬族", "锡伯族", "阿昌族", "普米族", "塔吉克族", "怒族", "乌孜别克族", "俄罗斯族", "鄂温克族",
    "德昂族", "保安族", "裕固族", "京族", "塔塔尔族", "独龙族", "鄂伦春族", "赫哲族", "门巴族", "珞巴族", "基诺族",
)  # fmt: skip
"""The 56 nations of GB/T 3304."""
EVALUATION_GRADES = ("优秀", "合格", "基本合格", "不合格")
"""民主评议 knows these four grades and no other. 党的支部生活·民主评议党员 [S9]."""
SUSPENDED = ("留党察看", "中止权利")
"""Standings in which a member stays on the books but may not vote. 党章第七条, 选举工作条例第五条."""
DECEASED = "去世"
ENDED = ("停止党籍", "除名", "退党", DECEASED, "取消预备党员资格")
"""Standings from whose first day somebody is no longer on the books."""
TARGET_CATEGORIES = ("共性", "岗位", "个性")
"""Categories of targets: for all, for a post, for one member; each is a table of the agreement."""
ABOVE_COUNTY = "县级以上党组织"
INTENSIVE_TRAINING = "集中轮训"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Member(Record):
    """A party member on the roster."""

    number: Annotated[
        str,
        Column(
            heading="编号",
            decides=Decides.NAMING,
            kind=Kind.CODE,
            required="C06",
            help="每人一个，不重复；字母、数字都行。名单按编号排先后。",
            example="D01",
            width=8,
        ),
    ]
    name: Annotated[
        str,
        Column(
            heading="姓名",
            decides=Decides.NAMING,
            kind=Kind.NAME,
            required="R01",
            help="姓名。两人同名时，别的表里写成 姓名(编号)。",
            example="韩立峰",
            width=10,
        ),
    ]
    sex: Annotated[
        str,
        Column(heading="性别", kind=Kind.CHOICE, choices=("男", "女"), help="男或女。", example="男", width=6),
    ]
    nation: Annotated[
        str,
        Column(
            heading="民族",
            kind=Kind.NATION,
            choices=NATIONS,
            spellings={
                "维族": "维吾尔族",
                "蒙族": "蒙古族",
                "哈族": "哈萨克族",
                "朝族": "朝鲜族",
                "柯族": "柯尔克孜族",
            },
            help="写全称，如汉族、回族。",
            example="汉族",
            width=8,
        ),
    ]
    born: Annotated[
        date | None,
        Column(
            heading="出生日期",
            kind=Kind.DATE,
            monthly=True,
            earliest=1900,
            help="年月日写全。不要填身份证号。",
            example="1976-05-14",
            width=12,
        ),
    ]
    education: Annotated[
        str,
        Column(
            heading="文化程度",
            kind=Kind.CHOICE,
            choices=("研究生", "本科", "大专", "中专", "高中", "初中", "小学"),
            spellings={
                **dict.fromkeys(("硕士研究生", "博士研究生", "硕士", "博士", "研究生学历"), "研究生"),
                **dict.fromkeys(("大学本科", "大学", "本科学历", "全日制本科", "大本"), "本科"),
                **dict.fromkeys(("大学专科", "专科", "大专学历", "高职"), "大专"),
                **dict.fromkeys(("技校", "中技", "中等专科", "中专(高中)", "中专学历"), "中专"),
                **dict.fromkeys(("高中(中专)", "职高", "高中学历"), "高中"),
                **dict.fromkeys(("初中学历",), "初中"),
            },
            help="最高学历。",
            example="大专",
            width=9,
        ),
    ]
    station: Annotated[
        str,
        Column(
            heading="岗位",
            kind=Kind.TERM,
            help="岗位名称；责任目标的“适用”可以写岗位。",
            example="变速箱装配工",
            width=14,
        ),
    ]
    group: Annotated[
        str,
        Column(
            heading="党小组",
            decides=Decides.GROUPING,
            kind=Kind.TERM,
            refers="党小组",
            unknown="C16",
            help="与支部信息里的党小组一致；不设党小组就留空。",
            example="第一党小组",
            width=12,
        ),
    ]
    category: Annotated[
        str,
        Column(
            heading="党员类别",
            decides=Decides.STANDING,
            kind=Kind.CHOICE,
            required="R01",
            choices=(FULL, PROBATIONARY),
            spellings={
                "正式党员": FULL,
                "预备党员": PROBATIONARY,
                "中共党员": FULL,
                "中共正式党员": FULL,
                "中共预备党员": PROBATIONARY,
            },
            help="年末时是正式还是预备。",
            example="正式",
            width=9,
        ),
    ]
    joined: Annotated[
        date | None,
        Column(
            heading="入党日期",
            decides=Decides.STANDING,
            kind=Kind.DATE,
            monthly=True,
            help="支部党员大会通过接收为预备党员的日期。",
            example="1999-06-24",
            width=12,
        ),
    ]
    approved: Annotated[
        date | None,
        Column(
            heading="批准日期",
            decides=Decides.STANDING,
            kind=Kind.DATE,
            monthly=True,
            help="上级党组织批准接收的日期；从这天起计入应到。当年还在预备期的，批准后就要填；还没有批准的空着，不计入应到。",
            example="1999-08-10",
            width=12,
        ),
    ]
    confirmed: Annotated[
        date | None,
        Column(
            heading="转正日期",
            decides=Decides.STANDING,
            kind=Kind.DATE,
            monthly=True,
            help="预备期满转为正式党员之日，党龄从这天算起。预备党员不填。",
            example="2000-06-24",
            width=12,
        ),
    ]
    confirmed_approved: Annotated[
        date | None,
        Column(
            heading="转正批准日期",
            decides=Decides.STANDING,
            kind=Kind.DATE,
            help="上级批准转正的日期；从这天起有表决权。当年转正而没有接到批复的留空；早年转正的不用填。",
            example="2025-08-12",
            width=12,
            since="0.3.0",
        ),
    ]
    extended_until: Annotated[
        date | None,
        Column(
            heading="延长预备期至",
            kind=Kind.DATE,
            help="支部大会决定延长预备期的，填延长到哪天；没有延长的不填。只用来核对，不印。",
            example="2026-01-15",
            width=12,
        ),
    ]
    moved_in: Annotated[
        date | None,
        Column(
            heading="转入日期",
            decides=Decides.STANDING,
            kind=Kind.DATE,
            monthly=True,
            help="组织关系转入本支部的日期；一直在本支部的不填。",
            example="2025-04-08",
            width=12,
        ),
    ]
    moved_out: Annotated[
        date | None,
        Column(
            heading="转出日期",
            words=("转出", "调出", "迁出"),
            aliases=("转出时间", "转出年月日", "组织关系转出日期", "转走日期", "调出日期"),
            decides=Decides.STANDING,
            kind=Kind.DATE,
            help="组织关系转出本支部的日期；从这天起不计入应到。",
            example="2025-09-15",
            width=12,
        ),
    ]
    returned: Annotated[
        date | None,
        Column(
            heading="转回日期",
            decides=Decides.STANDING,
            kind=Kind.DATE,
            help="转出以后又转回本支部的日期；没有转回的留空。",
            example="",
            width=12,
            since="0.3.0",
        ),
    ]
    moved_from: Annotated[
        str,
        Column(
            heading="来源",
            kind=Kind.TEXT,
            help="转入的从哪个支部转来；印在增减情况表里。",
            example="第一维修队党支部",
            width=18,
            since="0.4.0",
        ),
    ]
    moved_to: Annotated[
        str,
        Column(
            heading="去向",
            kind=Kind.TEXT,
            help="转出的转到哪个支部；印在增减情况表里。",
            example="泵修厂党支部",
            width=18,
            since="0.4.0",
        ),
    ]
    away_since: Annotated[
        date | None,
        Column(
            heading="外出日期",
            kind=Kind.DATE,
            help="外出务工、借调、学习而没有转组织关系的，从哪天起。只用来核对，不印。",
            example="2025-04-01",
            width=12,
        ),
    ]
    away_until: Annotated[
        date | None,
        Column(
            heading="返回日期",
            kind=Kind.DATE,
            help="外出的哪天回来；还没回来的不填。只用来核对，不印。",
            example="2025-08-31",
            width=12,
        ),
    ]
    posts: Annotated[
        tuple[Post, ...],
        Column(
            heading="党内职务",
            decides=Decides.OFFICE,
            kind=Kind.POSTS,
            choices=COMMITTEE_POSTS,
            spellings={"纪律检查委员": "纪检委员", "纪检监察委员": "纪检委员", "支委": "委员", "支委委员": "委员"},
            help="兼职用顿号隔开。年内变动的写明起止，如 副书记(至2025-6-30)、书记(2025-7-1起)。",
            example="组织委员、宣传委员",
            width=14,
        ),
    ]
    leads_group: Annotated[
        str,
        Column(
            heading="小组长",
            decides=Decides.GROUPING,
            kind=Kind.CHOICE,
            choices=("是", "否"),
            spellings={"√": "是", "组长": "是", "党小组长": "是"},
            help="党小组组长写“是”。",
            example="是",
            width=8,
        ),
    ]
    sponsors: Annotated[
        tuple[Person, ...],
        Column(
            heading="入党介绍人",
            kind=Kind.PEOPLE,
            outsiders=True,
            help="当年接收的预备党员要填，两名正式党员，用顿号隔开。",
            example="韩立峰、周国梁",
            width=16,
        ),
    ]
    standing: Annotated[
        str,
        Column(
            heading="党籍状态",
            words=("党籍",),
            aliases=("党籍", "党籍情况"),
            decides=Decides.STANDING,
            kind=Kind.CHOICE,
            choices=("正常", *SUSPENDED, *ENDED),
            help="不填就是正常。",
            example="正常",
            width=10,
        ),
    ]
    standing_since: Annotated[
        date | None,
        Column(
            heading="状态起",
            decides=Decides.STANDING,
            kind=Kind.DATE,
            help="党籍状态不是“正常”的，从哪天起。",
            example="2025-03-01",
            width=12,
        ),
    ]
    standing_until: Annotated[
        date | None,
        Column(
            heading="状态止",
            decides=Decides.STANDING,
            kind=Kind.DATE,
            help="留党察看、中止权利到哪天为止（含当天）。",
            example="2026-02-28",
            width=12,
        ),
    ]
    exempt_case: Annotated[
        str,
        Column(
            heading="不计入应到",
            decides=Decides.STANDING,
            kind=Kind.TEXT,
            help="符合规定可不计入应到会人数的情形，如 长期生病不能自理。填了就要把后面三格也填上。",
            example="年老体弱卧床不起",
            width=16,
        ),
    ]
    exempt_basis: Annotated[
        str,
        Column(
            heading="不计入依据",
            decides=Decides.STANDING,
            kind=Kind.TEXT,
            help="不计入应到的依据：文件名称或上级批复文号。",
            example="澜修党字〔2024〕31号",
            width=16,
        ),
    ]
    exempt_agreed: Annotated[
        date | None,
        Column(
            heading="不计入上级同意日期",
            decides=Decides.STANDING,
            kind=Kind.DATE,
            help="上级党组织同意不计入应到的日期。",
            example="2024-12-10",
            width=12,
        ),
    ]
    exempt_passed: Annotated[
        date | None,
        Column(
            heading="不计入大会通过日期",
            decides=Decides.STANDING,
            kind=Kind.DATE,
            help="支部党员大会通过不计入应到的日期。",
            example="2024-12-20",
            width=12,
        ),
    ]
    signed: Annotated[
        date | None,
        Column(
            heading="责任书签订日期",
            kind=Kind.DATE,
            help="与全支部不同天签订的才填，如年中转入、新接收的。",
            example="2025-04-10",
            width=12,
        ),
    ]
    remark: Annotated[
        str,
        Column(heading="备注", kind=Kind.TEXT, help="只给自己看，不印进任何文书。", example="", width=20),
    ]
    awaiting: bool = False
    """Whether the confirmation waits for the superior's approval, so far as the workbook tells; see facts.records."""


ROSTER = Sheet(
    name="党员名册",
    record=Member,
    about="一行一名党员；当年转入、转出、新接收的都要列。党龄、应到人数、有无表决权由程序按日期推算，不用填。",
    key="number",
    duplicate="R02",
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Target(Record):
    """One line of a responsibility agreement, for everybody, for a post or for one member."""

    order: Annotated[
        Decimal | None,
        Column(heading="序号", kind=Kind.DECIMAL, help="表中先后；不填就按行的先后。", example="1", width=6),
    ]
    scope: Annotated[
        Scope | None,
        Column(
            heading="适用",
            decides=Decides.APPLYING,
            kind=Kind.SCOPE,
            required="C06",
            help="写“全体”、岗位名称，或一名党员的姓名、编号。",
            example="变速箱装配工",
            width=14,
        ),
    ]
    category: Annotated[
        str,
        Column(
            heading="类别",
            kind=Kind.CHOICE,
            required="C06",
            choices=TARGET_CATEGORIES,
            spellings={"共性目标": "共性", "岗位目标": "岗位", "个性目标": "个性"},
            help="共性、岗位、个性三选一，决定印在哪张表。",
            example="岗位",
            width=7,
        ),
    ]
    text: Annotated[
        str,
        Column(
            heading="目标内容",
            kind=Kind.LONG,
            required="C06",
            help="要做到什么，尽量有数量。",
            example="全年装配变速箱不少于12台，一次试车合格。",
            width=40,
        ),
    ]
    standard: Annotated[
        str,
        Column(
            heading="考核标准",
            kind=Kind.LONG,
            help="怎样算做到，差多少扣多少。",
            example="返工一台扣2分。",
            width=30,
        ),
    ]
    points: Annotated[
        Decimal | None,
        Column(
            heading="分值",
            kind=Kind.DECIMAL,
            units=("分",),
            wanted="C06",
            help="每人各项分值合计要等于支部信息里的满分。",
            example="10",
            width=7,
        ),
    ]
    due: Annotated[
        Deadline | None,
        Column(
            heading="完成时限",
            kind=Kind.DEADLINE,
            help="日期，或“每月25日前”这样的话。",
            example="2025-12-20",
            width=13,
        ),
    ]
    scores: Annotated[
        Scores | None,
        Column(
            heading="得分",
            kind=Kind.SCORES,
            help="年终填。大家一样就写一个数；个别人不同，接着写 张三8、李四9。",
            example="10、张三8",
            width=16,
        ),
    ]


TARGETS = Sheet(
    name="责任目标",
    record=Target,
    about="一行一个目标。全体都有的只写一行，“适用”写全体；同岗位的也只写一行。每人的合计、总得分由程序计算。",
    ordered=True,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Zone(Record):
    """A responsibility zone or model post and who answers for it."""

    name: Annotated[
        str,
        Column(
            heading="名称",
            kind=Kind.TEXT,
            required="C06",
            help="责任区或岗的名称。",
            example="变速箱装配台党员示范责任区",
            width=26,
        ),
    ]
    category: Annotated[
        str,
        Column(
            heading="类型",
            kind=Kind.CHOICE,
            wanted="C06",
            choices=("党员示范责任区", "红旗责任区", "先锋模范岗"),
            help="三选一。",
            example="党员示范责任区",
            width=16,
        ),
    ]
    area: Annotated[
        str,
        Column(
            heading="范围",
            kind=Kind.TEXT,
            help="班组、工段、设备。",
            example="装配车间1号至3号台位",
            width=24,
        ),
    ]
    holders: Annotated[
        tuple[Person, ...],
        Column(
            heading="责任党员",
            decides=Decides.ANSWERING,
            kind=Kind.PEOPLE,
            wanted="C06",
            help="一人或几人，顿号隔开。",
            example="周国梁、沈志刚",
            width=18,
        ),
    ]
    contacts: Annotated[
        str,
        Column(
            heading="联系群众",
            kind=Kind.TEXT,
            help="联系哪几名群众，顿号隔开。",
            example="魏小军、彭亮",
            width=18,
        ),
    ]
    duty: Annotated[
        str,
        Column(
            heading="任务",
            kind=Kind.LONG,
            help="生产、现场、安全、质量、带人等任务。",
            example="台位工具定置，装配间隙逐台复测留底。",
            width=36,
        ),
    ]
    rating: Annotated[
        str,
        Column(
            heading="评定",
            kind=Kind.TEXT,
            help="年度评定结果，如 优秀、达标。",
            example="优秀",
            width=10,
        ),
    ]


ZONES = Sheet(name="责任区", record=Zone, about="一行一个责任区或先锋岗。个数、覆盖党员数由程序计算。")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Evaluation(Record):
    """One member's part in the yearly evaluation (民主评议)."""

    member: Annotated[
        Person | None,
        Column(
            heading="党员",
            aliases=("姓名",),
            kind=Kind.PERSON,
            required="C06",
            help="参加评议的党员。",
            example="韩立峰",
            width=12,
        ),
    ]
    self_view: Annotated[
        str,
        Column(
            heading="自评",
            kind=Kind.LONG,
            help="本人自评的要点，照本人说的写。",
            example="夜班抢修跟得上，理论学习坐不住。",
            width=36,
        ),
    ]
    peer_view: Annotated[
        str,
        Column(
            heading="互评",
            kind=Kind.LONG,
            help="党员互评的要点。",
            example="带徒弟有耐心，汇报工作偏简单。",
            width=36,
        ),
    ]
    excellent: Annotated[
        int | None,
        Column(
            heading="优秀票",
            kind=Kind.INTEGER,
            units=("票",),
            help="民主测评得“优秀”几票。",
            example="18",
            width=8,
        ),
    ]
    good: Annotated[
        int | None,
        Column(
            heading="合格票",
            kind=Kind.INTEGER,
            units=("票",),
            help="得“合格”几票。",
            example="6",
            width=8,
        ),
    ]
    fair: Annotated[
        int | None,
        Column(
            heading="基本合格票",
            kind=Kind.INTEGER,
            units=("票",),
            help="得“基本合格”几票。",
            example="0",
            width=10,
        ),
    ]
    poor: Annotated[
        int | None,
        Column(
            heading="不合格票",
            kind=Kind.INTEGER,
            units=("票",),
            help="得“不合格”几票。",
            example="0",
            width=9,
        ),
    ]
    grade: Annotated[
        str,
        Column(
            heading="等次",
            kind=Kind.CHOICE,
            choices=EVALUATION_GRADES,
            unknown="D03",
            help="四个等次之一；预备党员参加评议但不定等次，留空。",
            example="合格",
            width=9,
        ),
    ]
    opinion: Annotated[
        str,
        Column(
            heading="支部意见",
            kind=Kind.LONG,
            help="支部评定意见；基本合格、不合格的写明怎样帮助或处置。",
            example="抢修出力，望加强学习。",
            width=36,
        ),
    ]


EVALUATIONS = Sheet(
    name="民主评议",
    record=Evaluation,
    about="一行一名党员。优秀人数、比例由程序计算；发票、收票写在议题发言表里民主评议会的那一行。",
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Award(Record):
    """A commendation, a measure or a sanction."""

    member: Annotated[
        Person | None,
        Column(
            heading="姓名",
            aliases=("党员",),
            kind=Kind.PERSON,
            required="C06",
            help="受表彰或处置的党员。",
            example="周国梁",
            width=12,
        ),
    ]
    category: Annotated[
        str,
        Column(
            heading="类别",
            kind=Kind.CHOICE,
            required="C06",
            choices=("表彰", "组织处置", "纪律处分"),
            help="三选一。",
            example="表彰",
            width=10,
        ),
    ]
    title: Annotated[
        str,
        Column(
            heading="名称",
            kind=Kind.TEXT,
            wanted="C06",
            help="荣誉、处置或处分的名称。",
            example="优秀共产党员",
            width=20,
        ),
    ]
    basis: Annotated[
        str,
        Column(
            heading="依据",
            kind=Kind.LONG,
            help="主要事迹，或者事实和依据；印在表彰推荐表、处置呈报表里，不印进总结。",
            example="合并变速箱攻关的带头人。",
            width=30,
        ),
    ]
    meeting: Annotated[
        str,
        Column(
            heading="会议编号",
            kind=Kind.CODE,
            refers="会议活动",
            unknown="C16",
            help="讨论决定的党员大会编号；会议编号和批准文号至少填一样。",
            example="H028",
            width=10,
        ),
    ]
    approval: Annotated[
        str,
        Column(
            heading="批准文号",
            kind=Kind.TEXT,
            help="上级批准或表彰的文号。",
            example="澜修党字〔2025〕14号",
            width=22,
        ),
    ]
    day: Annotated[
        date | None,
        Column(
            heading="日期",
            kind=Kind.DATE,
            required="C06",
            help="决定或批准的日期。",
            example="2025-06-27",
            width=12,
        ),
    ]


AWARDS = Sheet(name="表彰处置", record=Award, about="一行一人一项。集体荣誉写在支部信息里。")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Training(Record):
    """A training course and who took part."""

    people: Annotated[
        Scope | None,
        Column(
            heading="人员",
            kind=Kind.SCOPE,
            required="C06",
            help="参加的党员，顿号隔开；全体参加写“全体”。",
            example="韩立峰",
            width=22,
        ),
    ]
    start: Annotated[
        date | None,
        Column(
            heading="开始日期",
            kind=Kind.DATE,
            required="C06",
            help="第一天。",
            example="2025-05-12",
            width=12,
        ),
    ]
    end: Annotated[
        date | None,
        Column(heading="结束日期", kind=Kind.DATE, help="最后一天；只有一天的不填。", example="2025-05-16", width=12),
    ]
    subject: Annotated[
        str,
        Column(
            heading="内容",
            kind=Kind.TEXT,
            wanted="C06",
            help="学什么。",
            example="基层党支部书记履职能力",
            width=36,
        ),
    ]
    host: Annotated[
        str,
        Column(
            heading="主办",
            kind=Kind.TEXT,
            wanted="C06",
            help="主办单位。",
            example="澜川油田党委组织部",
            width=22,
        ),
    ]
    rank: Annotated[
        str,
        Column(
            heading="主办级别",
            kind=Kind.CHOICE,
            choices=(ABOVE_COUNTY, "基层党委", "支部", "其他"),
            help="书记每年至少参加1次县级以上党组织举办的集中轮训。",
            example="县级以上党组织",
            width=14,
        ),
    ]
    form: Annotated[
        str,
        Column(
            heading="形式",
            kind=Kind.CHOICE,
            wanted="C06",
            choices=(INTENSIVE_TRAINING, "脱产培训", "参观学习", "理论研讨", "经验交流", "岗位示范"),
            help="学习培训的形式。",
            example="集中轮训",
            width=10,
        ),
    ]
    hours: Annotated[
        Decimal | None,
        Column(
            heading="学时",
            kind=Kind.DECIMAL,
            units=("学时", "小时"),
            wanted="C06",
            help="每人的学时：1小时1学时，每半天不超过4学时。",
            example="40",
            width=7,
        ),
    ]
    certificate: Annotated[
        str,
        Column(heading="证书号", kind=Kind.TEXT, help="结业证书编号；印在学习培训台账里。", example="", width=14),
    ]


TRAININGS = Sheet(
    name="学习培训",
    record=Training,
    about="一行一次培训。党课、主题党日的学时写在会议活动里，不要重复；每人全年学时由程序合计。",
)
