"""The sheets about the branch as a whole: 支部信息 (key and value) and 总结要点."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Annotated

from pipeline.findings import Layout, Location, Origin
from pipeline.schema.columns import Column, Decides, Kind, Record, Sheet, declared_columns

TEMPORARY = "临时党支部"
"""It is set up for a task, elects nobody and admits nobody. 支部工作条例第八条."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Entry:
    """One row of a key that may be given several times, such as 依据文件 or 口号."""

    content: str
    detail: str
    """文号 or meaning: the second value column."""
    outcome: str
    """Result or remark: the third value column."""
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class BranchInfo:
    """What 支部信息 says; each field is a key of the sheet."""

    full_name: Annotated[
        str,
        Column(
            heading="支部全称",
            kind=Kind.TEXT,
            required="C06",
            help="党组织全称，印在责任书和总结的落款处。",
            example="中共澜川油田钻采设备维修公司第二维修队支部委员会",
        ),
    ]
    short_name: Annotated[
        str,
        Column(
            heading="支部简称",
            aliases=("简称",),
            kind=Kind.TEXT,
            required="C06",
            help="平时的叫法，用在文书标题和文件名里。",
            example="维修二队党支部",
        ),
    ]
    superior: Annotated[
        str,
        Column(
            heading="上级党组织",
            kind=Kind.TEXT,
            wanted="C06",
            help="直接上级党组织的全称。",
            example="中共澜川油田钻采设备维修公司委员会",
        ),
    ]
    unit_type: Annotated[
        str,
        Column(
            heading="单位类型",
            kind=Kind.CHOICE,
            wanted="C06",
            choices=("国有企业", "非公企业", "机关", "事业单位", "村", "社区", "社会组织", "学校", "其他"),
            help="支部所在单位的类型。",
            example="国有企业",
        ),
    ]
    branch_type: Annotated[
        str,
        Column(
            heading="支部类型",
            kind=Kind.CHOICE,
            wanted="C06",
            choices=("党支部", "联合党支部", TEMPORARY),
            help="正式党员不足3人的是联合党支部。",
            example="党支部",
        ),
    ]
    year: Annotated[
        int | None,
        Column(
            heading="年度",
            kind=Kind.INTEGER,
            required="C06",
            units=("年", "年度"),
            minimum=1949,
            maximum=2099,
            help="这本工作簿记哪一年，写四位数。",
            example="2025",
        ),
    ]
    term: Annotated[
        str,
        Column(
            heading="届次",
            kind=Kind.TEXT,
            help="本届支部委员会是第几届。",
            example="第六届",
        ),
    ]
    founded: Annotated[
        date | None,
        Column(heading="成立日期", kind=Kind.DATE, help="支部成立的日期，可不填。", example="2009-04-16"),
    ]
    elected: Annotated[
        date | None,
        Column(
            heading="换届日期",
            decides=Decides.OFFICE,
            kind=Kind.DATE,
            help="本届支部委员会选举产生的日期。",
            example="2024-06-18",
        ),
    ]
    expires: Annotated[
        date | None,
        Column(
            heading="届满日期",
            kind=Kind.DATE,
            help="本届任期届满的日期；企业支部一般3年。",
            example="2027-06-17",
        ),
    ]
    extension_approved: Annotated[
        date | None,
        Column(
            heading="延期批准日期",
            kind=Kind.DATE,
            help="上级批准延期换届的日期；没有延期的留空。",
            since="0.3.0",
        ),
    ]
    extended_to: Annotated[
        date | None,
        Column(heading="延期至", kind=Kind.DATE, help="上级批准延期到哪一天换届。", since="0.3.0"),
    ]
    fixed_day: Annotated[
        int | None,
        Column(
            heading="主题党日固定日",
            kind=Kind.INTEGER,
            units=("每月", "日", "号"),
            minimum=1,
            maximum=31,
            help="每月几日开展主题党日，只写数。",
            example="25",
        ),
    ]
    central_task: Annotated[
        str,
        Column(
            heading="中心任务",
            kind=Kind.TEXT,
            help="本单位全年的生产经营中心任务，写成能接在“围绕”后面的话。",
            example="产能建设保障和设备提质降本",
        ),
    ]
    study_theme: Annotated[
        str,
        Column(
            heading="年度学习主题",
            kind=Kind.TEXT,
            help="当年的主要学习内容，写成能接在“学习贯彻”后面的话；责任书也印它，只写签订时已有的。",
            example="党的二十届三中全会精神",
        ),
    ]
    charter: Annotated[
        str,
        Column(
            heading="党章版本",
            kind=Kind.TEXT,
            help="引用党员义务时所依的党章是哪年修正的。",
            example="2022年修正",
        ),
    ]
    sign_day: Annotated[
        date | None,
        Column(
            heading="责任书签订日期",
            kind=Kind.DATE,
            help="全支部统一签订的日期；年中转入的在党员名册里另填。",
            example="2025-01-20",
        ),
    ]
    full_marks: Annotated[
        Decimal | None,
        Column(
            heading="责任书满分",
            aliases=("满分",),
            kind=Kind.DECIMAL,
            units=("分",),
            help="每人责任书各项分值的合计。",
            example="100",
        ),
    ]
    pass_marks: Annotated[
        Decimal | None,
        Column(
            heading="责任书合格分",
            aliases=("合格分",),
            kind=Kind.DECIMAL,
            units=("分",),
            help="考核低于多少分为不合格；没有规定就不填。",
            example="60",
        ),
    ]
    written: Annotated[
        date | None,
        Column(
            heading="成文日期",
            kind=Kind.DATE,
            help="年度工作总结落款的日期，不早于全年最后一件事。",
            example="2025-12-31",
        ),
    ]
    groups: Annotated[
        tuple[Entry, ...],
        Column(
            heading="党小组",
            decides=Decides.GROUPING,
            kind=Kind.TERM,
            help="每个党小组一行；不设党小组就留空。",
            example="第一党小组",
        ),
    ]
    duties: Annotated[
        tuple[Entry, ...],
        Column(
            heading="委员分工",
            kind=Kind.TERM,
            unknown="R22",
            help="内容写委员姓名，后一格写党内分工和一岗双责联系的行政工作。",
            example="韩立峰",
        ),
    ]
    documents: Annotated[
        tuple[Entry, ...],
        Column(
            heading="依据文件",
            kind=Kind.TEXT,
            help="每份一行：内容写名称，后一格写文号，再后一格写版本或施行日期。",
            example="中国共产党支部工作条例（试行）",
        ),
    ]
    slogans: Annotated[
        tuple[Entry, ...],
        Column(
            heading="口号",
            kind=Kind.TEXT,
            help="每条一行；后一格写含义，不写含义就只印口号，不替您解释。",
            example="两创一争",
        ),
    ]
    campaigns: Annotated[
        tuple[Entry, ...],
        Column(
            heading="创建活动",
            kind=Kind.TEXT,
            help="每项一行：内容写名称，后一格写上级文号（没有文号的不写进总结），再后一格写结果。",
            example="达标创先",
        ),
    ]
    honours: Annotated[
        tuple[Entry, ...],
        Column(
            heading="集体荣誉",
            kind=Kind.TEXT,
            help="支部当年得的荣誉，每项一行，后一格写文号。",
            example="先进基层党支部",
        ),
    ]
    places: dict[str, Location]
    """Field name to the cell of its (first) value."""
    origins: dict[str, Origin]
    """Field name to the row of its (first) value."""
    layout: Layout

    def at(self, name: str) -> Location:
        """Locate the value of a key; the sheet where the key is missing."""
        return self.places.get(name, Location(self.layout.sheet, heading=heading_of(name)))


INFO_SHEET = "支部信息"
INFO_HEADINGS = ("项目", "内容", "文号或含义", "结果或备注", "怎么填")
"""Headings of 支部信息; the last column is guidance and is not read."""


@cache
def info_columns() -> dict[str, Column]:
    """Give the keys of 支部信息 by field name, in the order of the sheet."""
    return {column.name: column for column in declared_columns(BranchInfo)}


def repeated_keys() -> dict[str, int]:
    """Name the fields whose key may be given several times, with how many of their cells are used."""
    return {"groups": 1, "duties": 2, "documents": 3, "slogans": 2, "campaigns": 3, "honours": 3}


def heading_of(name: str) -> str:
    """Spell the key of a field of 支部信息."""
    return info_columns()[name].heading


CHAPTERS = (
    "指导思想",
    "基本情况",
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
)
"""Sections of the work summary to which a person can add what no count says."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Point(Record):
    """What only a person can say in the work summary."""

    chapter: Annotated[
        str,
        Column(
            heading="章节",
            kind=Kind.CHOICE,
            required="C06",
            choices=CHAPTERS,
            help="这段话写进总结的哪一节。",
            example="办实事",
            width=12,
        ),
    ]
    order: Annotated[
        Decimal | None,
        Column(
            heading="序号",
            kind=Kind.DECIMAL,
            help="同一节里的先后；不填就按行的先后。",
            example="1",
            width=6,
        ),
    ]
    gist: Annotated[
        str,
        Column(
            heading="要点",
            kind=Kind.TEXT,
            help="一句话小题，写成能接在“一是”后面的话，四个字以上；可不填。",
            example="解决班车绕行",
            width=20,
        ),
    ]
    text: Annotated[
        str,
        Column(
            heading="正文",
            kind=Kind.LONG,
            wanted="C06",
            help="照实写，程序原样印进总结；次数、到会率由程序计算，不要写在这里。",
            example="协调车队把早班车改走东门，倒班职工少走四十分钟夜路。",
            width=70,
        ),
    ]
    day: Annotated[
        date | None,
        Column(
            heading="日期",
            kind=Kind.DATE,
            help="办实事、参与事项等有确切日期的写上；可不填。",
            example="2025-06-11",
            width=12,
        ),
    ]
    cites: Annotated[
        tuple[str, ...],
        Column(
            heading="引用编号",
            kind=Kind.CODES,
            unknown="Y02",
            help="依据的会议、谈话或立项编号，几个用顿号隔开。下一步打算写 会议/议题/发言，就印那行的责任人和时限。",
            example="H012、T007、H067/2/3",
            width=14,
        ),
    ]
    place: Annotated[
        str,
        Column(
            heading="去向",
            kind=Kind.CHOICE,
            choices=("正文", "附件"),
            help="写进总结的正文，还是只进附件“工作事例”；空着就是正文。",
            example="附件",
            width=8,
            since="0.4.0",
        ),
    ]


POINTS = Sheet(
    name="总结要点",
    record=Point,
    about="一行一段只有人才说得出的话，按章节印进年度工作总结。次数、到会率、人数由程序从别的表计算，不要写在这里。",
    ordered=True,
)
