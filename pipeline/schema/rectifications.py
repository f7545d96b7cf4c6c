"""The sheet 整改事项: problems to be put right that no meeting of this workbook found."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from pipeline.schema.columns import Column, Kind, Record, Sheet
from pipeline.values import Deadline, Person


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Rectification(Record):
    """A problem carried over from last year, or pointed out from outside, and what became of it."""

    order: Annotated[
        Decimal | None,
        Column(heading="序号", kind=Kind.DECIMAL, help="台账里的先后；不填就按行的先后。", example="1", width=6),
    ]
    source: Annotated[
        str,
        Column(
            heading="来源",
            kind=Kind.TEXT,
            wanted="C06",
            help="哪次会、谁提出的，如 2024年度组织生活会、上级党组织督查反馈。",
            example="2024年度组织生活会",
            width=20,
        ),
    ]
    found: Annotated[
        date | None,
        Column(
            heading="提出日期",
            kind=Kind.DATE,
            help="问题哪天提出来的；上年的写上年那天。",
            example="2024-12-06",
            width=12,
        ),
    ]
    problem: Annotated[
        str,
        Column(
            heading="问题",
            kind=Kind.LONG,
            required="C06",
            help="问题本身。上年没有整改完的，从上年的台账照抄过来。",
            example="倒班的党员、职工听不到党课。",
            width=40,
        ),
    ]
    measure: Annotated[
        str,
        Column(heading="措施", kind=Kind.LONG, help="怎么整改。", example="党课录音，交接班时放。", width=40),
    ]
    responsible: Annotated[
        tuple[Person, ...],
        Column(heading="责任人", kind=Kind.PEOPLE, outsiders=True, help="谁负责整改。", example="高敏", width=12),
    ]
    due: Annotated[
        Deadline | None,
        Column(
            heading="时限",
            kind=Kind.DEADLINE,
            help="什么时候完成：日期或“每季度末”这样的话。",
            example="2025-06-30",
            width=12,
        ),
    ]
    progress: Annotated[
        str,
        Column(
            heading="完成情况",
            kind=Kind.LONG,
            help="整改到哪一步，结果怎样；还没有动的留空。",
            example="四次党课都录了音，夜班放了三次。",
            width=30,
        ),
    ]
    finished: Annotated[
        date | None,
        Column(
            heading="完成日期",
            kind=Kind.DATE,
            help="哪天办完的；没有办完的不填，下年接着列。",
            example="2025-06-20",
            width=12,
        ),
    ]


RECTIFICATIONS = Sheet(
    name="整改事项",
    record=Rectification,
    about=(
        "可不填。一行一个问题：上年没有整改完的、上级检查指出的。本年会上查摆的问题写在议题发言里，"
        "不在这里重复；两处合起来印成整改台账。"
    ),
    ordered=True,
    since="0.4.0",
    optional=True,
)
