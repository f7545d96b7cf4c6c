"""Turns a meeting into a blank sign-in sheet (签到表): those it expects, with room to sign, and for guests."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import NamedTuple

from pipeline.documents.fields import Field, Group, Rows
from pipeline.documents.meeting_papers import (
    DECIDED,
    FILE_NAME,
    MEETING,
    TITLE,
    MeetingForm,
    MeetingPaper,
    each_meeting,
    with_its_record,
)
from pipeline.documents.meeting_subject import EXPECTED, WHEN, MeetingRecord
from pipeline.documents.plan import Doubt, Either, rows_of
from pipeline.facts.grounds import NAMING, cells, info
from pipeline.facts.ordering import groups_of
from pipeline.schema import MEETINGS, Decides
from pipeline.schema.activities import COMMITTEE, ORG_LIFE
from pipeline.values import Person
from pipeline.vocabulary import Shape

TEMPLATE = "签到表"
BLANKS = 4
"""Lines left for guests whom the workbook does not name."""
GUESTS = cells(MEETINGS, "guests")


class Line(NamedTuple):
    """One line to sign on; blank for whoever writes the own name."""

    number: str = ""
    name: str = ""
    capacity: str = ""
    group: str = ""


class Pair(NamedTuple):
    """Two lines side by side."""

    left: Line
    right: Line


class SignIn(MeetingPaper):
    """One meeting's sign-in sheet."""

    template = TEMPLATE

    @property
    def grouped(self) -> bool:
        """Whether those expected are of several groups, so that the sheet says of which."""
        meeting = self.meeting
        of_one = bool(meeting.group) and len(groups_of(meeting)) == 1
        return bool(self.branch.groups) and COMMITTEE not in meeting.types and not of_one

    @property
    def expected(self) -> Iterator[Line]:
        """Those expected on the day, in the order of the branch."""
        for number, member in enumerate(self.branch.expected(self.meeting), start=1):
            yield Line(str(number), self.branch.label(member), group=member.group if self.grouped else "")

    @property
    def guests(self) -> Iterator[Line]:
        """Those in attendance whom the workbook names, and blank lines for others."""
        for guest in self.meeting.guests:
            yield Line(name=str(guest.person), capacity=guest.capacity)
        yield from (Line() for _ in range(BLANKS))

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """As of any form; where groups are printed, so are those of everybody expected."""
        found = super().follows(doubt)
        if not self.grouped:
            return found
        return {**found, Decides.GROUPING: Either(found[Decides.GROUPING], rows_of(self.branch.expected(self.meeting)))}

    def _named(self) -> Iterator[Person | None]:
        """Yield the members whom the sheet names besides those expected."""
        meeting = self.meeting
        return iter((meeting.chair, meeting.recorder, *(guest.person for guest in meeting.guests)))


def sign_in(one: MeetingRecord) -> Iterator[SignIn]:
    """Give the sheet of a meeting."""
    yield SignIn(one.branch, one.meeting, one.day, one.ordinal)


sign_ins = each_meeting(sign_in)
"""Gives a sheet for every meeting that has a record."""


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
        Field(
            name="分小组",
            about="应到的人是不是几个党小组的，是的印党小组一栏",
            example="True",
            value=lambda one: one.grouped,
            grounds=WHEN | info("groups"),
            shape=Shape.YES_NO,
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
                Field(
                    name="党小组",
                    about="属于哪个党小组；只有一个小组开的会和支委会不写",
                    example="第一党小组",
                    value=lambda line: line.group,
                    grounds=EXPECTED,
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
KIND: MeetingForm[SignIn] = MeetingForm(
    name=TEMPLATE,
    about="每次有日期和类型的会一份空白签到表，应到的人印好姓名",
    forms=with_its_record(TEMPLATE),
    folder_of=lambda one: one.folder,
    file_name=FILE_NAME,
    title=TITLE,
    planned_from=MEETINGS.name,
    subjects=sign_ins,
    of=sign_in,
    called_for=lambda _branch, _meeting: True,
    beforehand=True,
    grounds=DECIDED,
    confidential=lambda one: ORG_LIFE in one.meeting.types,
    confidential_ones=f"{ORG_LIFE}的签到表",
    by_default=False,
    fields=(MEETING, SHEET),
)
