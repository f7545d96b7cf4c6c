"""Turns a meeting into a blank sign-in sheet (签到表): those it expects, with room to sign, and for guests."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import NamedTuple

from pipeline.documents.fields import Field, Group, Rows
from pipeline.documents.meeting_head import HEAD
from pipeline.documents.meeting_subject import EXPECTED, NAMING, SERIES, MeetingRecord, meeting_records
from pipeline.documents.plan import DocumentKind, Doubt, Form, origins, rows_of
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import cells, info
from pipeline.findings import Origin
from pipeline.schema import MEETINGS, Decides
from pipeline.schema.activities import COMMITTEE, GROUP, ORG_LIFE
from pipeline.values import Person

TEMPLATE = "签到表"
BLANKS = 4
"""Lines left for guests whom the workbook does not name."""
GUESTS = cells(MEETINGS, "guests")
OF_THE_HEAD = ("编号", "类型", "合并", "次数", "日期", "时间", "地点", "主持人", "记录人", "党小组", "主题")
"""What a sheet says of its meeting in the words of the record; nothing of who came."""


class Line(NamedTuple):
    """One line to sign on; blank for whoever writes the own name."""

    number: str = ""
    name: str = ""
    capacity: str = ""


class Pair(NamedTuple):
    """Two lines side by side."""

    left: Line
    right: Line


class SignIn(MeetingRecord):
    """One meeting's sign-in sheet."""

    @property
    def form(self) -> str:
        """The one template."""
        return TEMPLATE

    @property
    def meeting_name(self) -> str:
        """What the meeting is called: 党员大会, 第一党小组会."""
        kind, group = self.meeting.types[0], self.meeting.group
        return f"{group}会" if kind == GROUP and group else kind

    @property
    def words(self) -> Mapping[str, str]:
        """What the file name and the title name."""
        return {**super().words, "会议": self.meeting_name}

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The meeting, those expected, and what 支部信息 says; its items have no part in it."""
        used = self.branch.info_rows(("short_name", "year", "elected"))
        return origins((self.meeting,), self.branch.expected(self.meeting), used)

    @property
    def expected(self) -> Iterator[Line]:
        """Those expected on the day, in the order of the branch."""
        people = enumerate(self.branch.expected(self.meeting), start=1)
        return (Line(str(number), self.branch.label(member)) for number, member in people)

    @property
    def guests(self) -> Iterator[Line]:
        """Those in attendance whom the workbook names, and blank lines for others."""
        for guest in self.meeting.guests:
            yield Line(name=str(guest.person), capacity=guest.capacity)
        yield from (Line() for _ in range(BLANKS))

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """As the record does; offices and groups only where they decide who is expected, or how the chair is called."""
        meeting, found = self.meeting, super().follows(doubt)
        chair = rows_of((self.branch.member_of(meeting.chair),))
        return {
            **found,
            Decides.OFFICE: found[Decides.OFFICE] if COMMITTEE in meeting.types else chair,
            Decides.GROUPING: found[Decides.GROUPING] if meeting.group or GROUP in meeting.types else chair,
        }

    def _named(self) -> Iterator[Person | None]:
        """Yield the members whom the sheet names besides those expected."""
        meeting = self.meeting
        return iter((meeting.chair, meeting.recorder, *(guest.person for guest in meeting.guests)))


def sign_ins(branch: Branch) -> Iterator[SignIn]:
    """Give a sheet for every meeting that has a record."""
    return (SignIn(one.branch, one.meeting, one.day, one.ordinal) for one in meeting_records(branch))


def side_by_side(lines: Sequence[Line]) -> list[Pair]:
    """Lay lines in two columns, read from top to bottom and then on the right."""
    half = (len(lines) + 1) // 2
    return [Pair(left, right) for left, right in zip_longest(lines[:half], lines[half:], fillvalue=Line())]


def expected_text(one: SignIn) -> str:
    """Say how many are expected: 党员27名."""
    whom = "委员" if COMMITTEE in one.meeting.types else "党员"
    return f"{whom}{len(one.branch.expected(one.meeting))}名"


def two_columns(*fields: Field[Line]) -> tuple[Group[Pair, Line], Group[Pair, Line]]:
    """Declare the same fields for the left and for the right line."""
    return (
        Group(name="左", about="左边的一栏", of=lambda pair: pair.left, fields=fields),
        Group(name="右", about="右边的一栏；人数是单数时最后一行是空的", of=lambda pair: pair.right, fields=fields),
    )


IN_THE_RECORD = {field.name: field for field in HEAD.fields}
MEETING = replace(
    HEAD,
    fields=(
        Field(
            name="名称",
            about="会议的名称，党小组会带党小组的名称",
            example="第一党小组会",
            value=lambda one: one.words["会议"],
            grounds=cells(MEETINGS, "types group"),
        ),
        *(IN_THE_RECORD[name] for name in OF_THE_HEAD),
    ),
)
"""What stands under 会议: as in the meeting's record, as far as it is known before the meeting."""
SHEET: Group[SignIn, SignIn] = Group(
    name="签到",
    about="签到的各栏；签名和实到留空，手写",
    of=lambda one: one,
    fields=(
        Field(
            name="应到",
            about="应到几名，由名册推出",
            example="党员27名",
            value=expected_text,
            grounds=EXPECTED,
        ),
        Rows(
            name="名单",
            about="应到的人，分左右两栏，先左后右",
            each=lambda one: side_by_side(tuple(one.expected)),
            grounds=EXPECTED | NAMING,
            fields=two_columns(
                Field(
                    name="序号",
                    about="名单里的第几名",
                    example="1",
                    value=lambda line: line.number,
                    grounds=EXPECTED,
                ),
                Field(
                    name="姓名",
                    about="姓名，同名的带编号",
                    example="韩立峰",
                    value=lambda line: line.name,
                    grounds=EXPECTED | NAMING,
                ),
            ),
        ),
        Rows(
            name="列席",
            about=f"列席的人，后面留{BLANKS}栏空的",
            each=lambda one: side_by_side(tuple(one.guests)),
            grounds=GUESTS | NAMING,
            fields=two_columns(
                Field(
                    name="姓名",
                    about="列席人的姓名",
                    example="周玉兰",
                    value=lambda line: line.name,
                    grounds=GUESTS | NAMING,
                ),
                Field(
                    name="身份",
                    about="列席人的身份",
                    example="入党积极分子",
                    value=lambda line: line.capacity,
                    grounds=GUESTS,
                ),
            ),
        ),
    ),
)
"""What stands under 签到."""
KIND: DocumentKind[SignIn] = DocumentKind(
    name="签到表",
    about="每次有日期和类型的会一份空白签到表，应到的人印好姓名",
    forms=(Form(TEMPLATE, "09签到表"),),
    file_name="{年度}_{文件夹}_{日期}_{支部}_{会议}{次数}",
    title="{支部}{会议}签到表（{会议日期}）",
    planned_from=MEETINGS.name,
    subjects=sign_ins,
    grounds=SERIES | info("short_name year"),
    confidential=lambda one: ORG_LIFE in one.meeting.types,
    confidential_ones=f"{ORG_LIFE}的签到表",
    by_default=False,
    fields=(MEETING, SHEET),
)
