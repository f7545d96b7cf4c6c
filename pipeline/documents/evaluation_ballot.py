"""Turns the meeting of an evaluation into the blank ballot (民主测评票): the members by name, and boxes for a tick.

One file is one ballot, and its name says how many copies to print: copies of one sheet cannot differ, so that no ballot
can be told from another, and what is to be changed is changed once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from pipeline.documents.fields import Field, Group, Row, Rows
from pipeline.documents.meeting_papers import (
    BALLOT_NAME,
    DECIDED,
    MEETING,
    TITLE,
    CopiedPaper,
    MeetingForm,
    each_meeting,
    with_its_record,
)
from pipeline.documents.meeting_subject import EXPECTED, MeetingRecord
from pipeline.facts.grounds import NAMING, cells
from pipeline.facts.membership import is_full
from pipeline.schema import EVALUATIONS, MEETINGS, Member
from pipeline.schema.activities import EVALUATION
from pipeline.values import natural
from pipeline.wording import DIGITS, number_text

TEMPLATE = "民主测评票"
NAMED = EXPECTED | cells(EVALUATIONS, "member")
"""What decides whose names stand on the ballot."""


class EvaluationBallot(CopiedPaper):
    """The ballot of one evaluation."""

    template = TEMPLATE

    @property
    def copies(self) -> int:
        """How many ballots are wanted: one for each expected; probationary members take part, too."""
        return len(self.branch.expected(self.meeting))

    @cached_property
    def members(self) -> Sequence[Member]:
        """Those expected, and whoever else has a row in 民主评议 of this meeting, in the order of their 编号."""
        rows = (self.branch.member_of(row.member) for row in self.evaluated)
        found = {m.number: m for m in (*self.branch.expected(self.meeting), *rows) if m is not None}
        return sorted(found.values(), key=lambda member: natural(member.number))

    def standing(self, *, full: bool) -> Iterator[Row[str]]:
        """Number the names of the full members, or of the others."""
        names = (self.branch.label(m) for m in self.members if is_full(m, self.day) is full)
        return (Row(number, name) for number, name in enumerate(names, start=1))

    @property
    def excellent(self) -> int:
        """How many may be graded 优秀, by the share that 设置 allows."""
        share = self.branch.settings.excellent_share
        return sum(is_full(m, self.day) for m in self.members) * share.numerator // share.denominator


def evaluation_ballot(one: MeetingRecord) -> Iterator[EvaluationBallot]:
    """Give the ballot of a meeting of evaluation."""
    if EVALUATION in one.meeting.types:
        ballot = EvaluationBallot(one.branch, one.meeting, one.day, one.ordinal)
        if ballot.members:
            yield ballot


def share_text(one: EvaluationBallot) -> str:
    """Write the share that may be graded 优秀: 三分之一."""
    share = one.branch.settings.excellent_share
    parts = (share.denominator, share.numerator)
    return "分之".join(DIGITS[part] if part < len(DIGITS) else str(part) for part in parts)


def names(name: str, about: str, *, full: bool) -> Rows[EvaluationBallot, Row[str]]:
    """Declare the names of the full members, or of the others."""
    return Rows(
        name=name,
        about=about,
        each=lambda one: one.standing(full=full),
        grounds=NAMED | NAMING,
        fields=(
            Field(name="序号", about="第几名", example="1", value=lambda row: str(row.number), grounds=NAMED),
            Field(
                name="姓名",
                about="姓名，同名的带编号",
                example="韩立峰",
                value=lambda row: row.of,
                grounds=NAMED | NAMING,
            ),
        ),
    )


BALLOT: Group[EvaluationBallot, EvaluationBallot] = Group(
    name="测评",
    about="测评票的各栏；等次、意见都留空",
    of=lambda one: one,
    fields=(
        names("正式党员", "要评定等次的正式党员", full=True),
        names("预备党员", "参加评议、不定等次的预备党员", full=False),
        Field(
            name="优秀比例",
            about="优秀不超过正式党员的几分之几，按“设置”",
            example="三分之一",
            value=share_text,
            grounds=frozenset(),
        ),
        Field(
            name="优秀上限",
            about="优秀最多几名，由正式党员人数和比例推出",
            example="8",
            value=lambda one: number_text(one.excellent),
            grounds=NAMED,
        ),
    ),
)
"""What stands under 测评."""
KIND: MeetingForm[EvaluationBallot] = MeetingForm(
    name=TEMPLATE,
    about="每次民主评议的会一份空白测评票，一份文件是一张票，印几份写在文件名里",
    forms=with_its_record(TEMPLATE),
    folder_of=lambda one: one.folder,
    file_name=BALLOT_NAME,
    title=TITLE,
    planned_from=MEETINGS.name,
    subjects=each_meeting(evaluation_ballot),
    of=evaluation_ballot,
    called_for=lambda _branch, meeting: EVALUATION in meeting.types or "types" in meeting.origin.broken,
    beforehand=True,
    grounds=DECIDED | EXPECTED,
    by_default=False,
    fields=(MEETING, BALLOT),
)
