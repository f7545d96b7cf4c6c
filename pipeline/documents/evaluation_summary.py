"""Turns the year's evaluation into the summary of its poll (民主评议结果汇总表): papers, votes, grades."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.documents.evaluations import EVALUATION_GROUP
from pipeline.documents.fields import Field, Group, cell
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
from pipeline.documents.meeting_subject import ATTENDANCE, EVALUATED, MeetingRecord
from pipeline.documents.plan import origins
from pipeline.documents.problems import ORDER
from pipeline.facts.grounds import NAMING, cells
from pipeline.facts.polls import poll_of_members
from pipeline.findings import Origin
from pipeline.schema import ITEMS, MEETINGS, Item
from pipeline.schema.activities import EVALUATION
from pipeline.wording import joined, number_text

TEMPLATE = "民主评议结果汇总表"
POLLED = ORDER | EVALUATED | cells(ITEMS, "vote_type topic")
"""What decides which vote was the poll about the members."""


class EvaluationSummary(MeetingPaper):
    """The summary of the year's evaluation."""

    template = TEMPLATE

    @property
    def sources(self) -> tuple[Origin, ...]:
        """As of the record: its items and the rows of 民主评议, too."""
        return origins(super().sources[:1], self.items, self.evaluated, super().sources[1:])

    @property
    def poll(self) -> Item | None:
        """The poll about the members."""
        return poll_of_members(self.branch)


def evaluation_summary(one: MeetingRecord) -> Iterator[EvaluationSummary]:
    """Give the summary, if the meeting is that of the year's evaluation and somebody was evaluated."""
    if one.evaluated:
        yield EvaluationSummary(one.branch, one.meeting, one.day, one.ordinal)


def _papers(name: str, column: str) -> Field[Item]:
    return cell(name, ITEMS, column, lambda poll: number_text(getattr(poll, column)))


POLL: Group[EvaluationSummary, Item] = Group(
    name="测评",
    about="党员的民主测评；没有记下，或者分不清是哪一次，就是空的",
    of=lambda one: one.poll,
    grounds=POLLED,
    fields=(
        _papers("发出", "issued"),
        _papers("收回", "returned"),
        _papers("有效", "valid"),
        cell("监票人", ITEMS, "scrutineers", lambda poll: joined(map(str, poll.scrutineers)), grounds=NAMING),
        cell("计票人", ITEMS, "tellers", lambda poll: joined(map(str, poll.tellers)), grounds=NAMING),
    ),
)
ATTENDED: Group[EvaluationSummary, EvaluationSummary] = Group(
    name="到会",
    about="那次会的应到和实到",
    of=lambda one: one,
    fields=(
        Field(
            name="应到",
            about="应到几名党员",
            example="27",
            value=lambda one: str(len(one.attendance.expected)),
            grounds=ATTENDANCE,
        ),
        Field(
            name="实到",
            about="实到几名党员",
            example="24",
            value=lambda one: str(len(one.attendance.present)),
            grounds=ATTENDANCE,
        ),
    ),
)
KIND: MeetingForm[EvaluationSummary] = MeetingForm(
    name=TEMPLATE,
    about="当年民主评议一份，一名党员一行，每人四种票数和等次",
    forms=with_its_record(TEMPLATE),
    folder_of=lambda one: one.folder,
    file_name=FILE_NAME,
    title=TITLE,
    planned_from=MEETINGS.name,
    subjects=each_meeting(evaluation_summary),
    of=evaluation_summary,
    called_for=lambda branch, meeting: (
        bool(branch.records.evaluations) and (EVALUATION in meeting.types or "types" in meeting.origin.broken)
    ),
    grounds=DECIDED | EVALUATED,
    confidential=lambda _one: True,
    confidential_ones="全部",
    fields=(MEETING, ATTENDED, POLL, EVALUATION_GROUP),
)
