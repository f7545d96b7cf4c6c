"""The sheet 发展党员: who asked to join the Party, and how far each has come."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from pipeline.schema.columns import Column, Kind, Record, Sheet
from pipeline.schema.members import ROSTER
from pipeline.values import Period, Person

VETTED, NOT_VETTED = "合格", "不合格"
MEMBER = ROSTER.by_name
"""The columns of the roster: what they say of a member, they say here of somebody who may become one."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Candidate(Record):
    """Somebody who asked to join the Party; forms.md 2.30."""

    name: Annotated[
        str,
        Column(
            heading="姓名",
            kind=Kind.NAME,
            required="C06",
            help="申请入党的人，不在党员名册也写；接收以后名册上也要有。",
            example="何建业",
            width=10,
        ),
    ]
    number: Annotated[
        str,
        Column(
            heading="编号",
            kind=Kind.CODE,
            help="台账上的编号；没有编号的不用填。",
            example="F01",
            width=8,
        ),
    ]
    sex: Annotated[str, MEMBER["sex"]]
    nation: Annotated[str, MEMBER["nation"]]
    born: Annotated[date | None, MEMBER["born"]]
    education: Annotated[str, MEMBER["education"]]
    station: Annotated[
        str, Column(heading="岗位", kind=Kind.TERM, help="在哪个岗位工作。", example="变速箱装配工", width=14)
    ]
    applied: Annotated[
        date | None,
        Column(
            heading="申请入党日期",
            kind=Kind.DATE,
            wanted="C06",
            monthly=True,
            help="收到入党申请书的日期；早年的只知道年月，写到月。",
            example="2022-07-05",
            width=13,
        ),
    ]
    interviewed: Annotated[
        date | None,
        Column(
            heading="谈话日期",
            kind=Kind.DATE,
            monthly=True,
            help="收到申请书以后派人谈话的日期，应在一个月内。",
            example="2022-07-26",
            width=12,
        ),
    ]
    activist_on: Annotated[
        date | None,
        Column(
            heading="确定积极分子日期",
            kind=Kind.DATE,
            monthly=True,
            help="支委会（不设的由支部大会）研究确定为入党积极分子的日期。",
            example="2023-03-10",
            width=15,
        ),
    ]
    activist_filed: Annotated[
        date | None,
        Column(
            heading="积极分子备案日期",
            kind=Kind.DATE,
            monthly=True,
            help="上级党委备案的日期。",
            example="2023-03-24",
            width=15,
        ),
    ]
    mentors: Annotated[
        tuple[Person, ...],
        Column(
            heading="培养联系人",
            kind=Kind.PEOPLE,
            outsiders=True,
            help="现在的一至两名正式党员；换过人的只写现在的。",
            example="周国梁、沈志刚",
            width=14,
        ),
    ]
    reviews: Annotated[
        tuple[date, ...],
        Column(
            heading="考察日期",
            kind=Kind.DATES,
            monthly=True,
            help="每次半年考察的日期，几个用顿号隔开。",
            example="2023-9-8、2024-3-11",
            width=26,
        ),
    ]
    chosen_on: Annotated[
        date | None,
        Column(
            heading="确定发展对象日期",
            kind=Kind.DATE,
            monthly=True,
            help="支委会讨论同意列为发展对象的日期；要培养考察一年以上。",
            example="2025-05-09",
            width=15,
        ),
    ]
    chosen_filed: Annotated[
        date | None,
        Column(
            heading="发展对象备案日期",
            kind=Kind.DATE,
            monthly=True,
            help="上级党委备案的日期。",
            example="2025-05-20",
            width=15,
        ),
    ]
    sponsors: Annotated[
        tuple[Person, ...],
        Column(
            heading="入党介绍人",
            kind=Kind.PEOPLE,
            outsiders=True,
            help="两名正式党员，一般是培养联系人；接收以后与名册一致。",
            example="周国梁、沈志刚",
            width=14,
        ),
    ]
    vetted_on: Annotated[
        date | None,
        Column(
            heading="政审日期",
            kind=Kind.DATE,
            monthly=True,
            help="政治审查作出结论的日期。",
            example="2025-06-04",
            width=12,
        ),
    ]
    vetting: Annotated[
        str,
        Column(
            heading="政审结论",
            kind=Kind.CHOICE,
            choices=(VETTED, NOT_VETTED),
            help="只写合格或不合格，细节留在政审材料里。",
            example=VETTED,
            width=9,
        ),
    ]
    course: Annotated[
        Period | None,
        Column(
            heading="集训起止",
            kind=Kind.PERIOD,
            help="上级办的发展对象短期集中培训，从哪天到哪天。",
            example="2025-5-27至2025-5-29",
            width=20,
        ),
    ]
    course_hours: Annotated[
        Decimal | None,
        Column(
            heading="集训学时",
            kind=Kind.DECIMAL,
            units=("学时", "小时"),
            help="集中培训计几学时；一般不少于三天或24学时。",
            example="24",
            width=9,
        ),
    ]
    reviewed: Annotated[
        date | None,
        Column(
            heading="支委会审查日期",
            kind=Kind.DATE,
            monthly=True,
            help="提交大会以前支委会审查的日期；已写进议题发言的可以不填。",
            example="2025-06-20",
            width=13,
        ),
    ]
    approved_for_vote: Annotated[
        date | None,
        Column(
            heading="预审日期",
            kind=Kind.DATE,
            monthly=True,
            help="上级党委预审合格的日期，在支委会审查以后、大会以前。",
            example="2025-06-30",
            width=12,
        ),
    ]
    notice: Annotated[
        Period | None,
        Column(
            heading="公示起止",
            kind=Kind.PERIOD,
            help="大会以前公示的起止日期；已写进议题发言的可以不填。",
            example="2025-6-23至2025-6-27",
            width=20,
        ),
    ]
    ended: Annotated[
        date | None,
        Column(
            heading="不再培养日期",
            kind=Kind.DATE,
            monthly=True,
            help="调走、撤回申请、取消资格的，从哪天起；原因写在备注里。",
            example="",
            width=13,
        ),
    ]
    remark: Annotated[
        str,
        Column(heading="备注", kind=Kind.TEXT, help="需要说明的事，如调到哪里、材料转给谁。", example="", width=20),
    ]


CANDIDATES = Sheet(
    name="发展党员",
    record=Candidate,
    about=(
        "一行一名申请入党的人，到转正为止；没有就空着。当前阶段由程序推算，"
        "接收大会看议题发言，批准、转正看党员名册，不要另写。不写身份证号和政审细节。"
    ),
    key="number",
    since="0.4.0",
)
