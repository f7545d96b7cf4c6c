"""Turns the elections of a meeting into blank ballots (选票): the candidates by strokes, and rows for others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from pipeline.documents.agenda import VOTERS, title, topics
from pipeline.documents.fields import Field, Row, Rows
from pipeline.documents.meeting_papers import (
    BALLOT_NAME,
    DECIDED,
    MEETING,
    TITLE,
    MeetingForm,
    each_meeting,
    with_its_record,
)
from pipeline.documents.meeting_subject import MeetingRecord
from pipeline.documents.vote_ballot import WHICH, PaperWithVotes, with_votes
from pipeline.facts.grounds import NAMING, cells
from pipeline.facts.strokes import stroke_order
from pipeline.facts.votes import Vote, needs_ballots, seats_of
from pipeline.schema import ITEMS, MEETINGS
from pipeline.values import natural
from pipeline.vocabulary import Shape
from pipeline.wording import number_text

TEMPLATE = "选票"
OTHERS = 3
"""Rows for others than the candidates where the workbook does not say how many are to be elected."""


class Election(NamedTuple):
    """One ballot of a meeting: the candidates of an item of the agenda."""

    about: str
    votes: tuple[Vote, ...]

    @property
    def seats(self) -> int | None:
        """How many are to be elected."""
        return seats_of(self.votes)

    @property
    def candidates(self) -> Iterator[Row[str]]:
        """The candidates in the order of the strokes of their names."""
        people = {person for vote in self.votes for person in vote.item.candidate}
        by_strokes = sorted(people, key=lambda one: (stroke_order(one.name), natural(one.number)))
        return (Row(number, str(person)) for number, person in enumerate(by_strokes, start=1))


class ElectionBallot(PaperWithVotes):
    """The ballots of one meeting."""

    template = TEMPLATE

    @staticmethod
    def takes(vote: Vote) -> bool:
        """Whether it is an election, which is by ballot."""
        return vote.is_election and needs_ballots(vote)

    @cached_property
    def elections(self) -> tuple[Election, ...]:
        """The elections, one for each item of the agenda."""
        found = ((title(topic), tuple(filter(self.takes, topic.votes))) for topic in topics(self))
        return tuple(Election(about, votes) for about, votes in found if votes)


def election_ballot(one: MeetingRecord) -> Iterator[ElectionBallot]:
    """Give the ballots of a meeting that elects somebody."""
    ballot = ElectionBallot(one.branch, one.meeting, one.day, one.ordinal)
    if ballot.elections:
        yield ballot


def seats_text(election: Election) -> str:
    """Write how many are to be elected; nothing where the workbook does not say."""
    return number_text(election.seats)


SEATS = cells(ITEMS, "seats")
CANDIDATES = WHICH | cells(ITEMS, "candidate")
BALLOTS: Rows[ElectionBallot, Election] = Rows(
    name="票",
    about="选票，一项选举一张；符号留空",
    each=lambda one: one.elections,
    grounds=WHICH,
    fields=(
        Field(
            name="事项",
            about="选举的议题",
            example="选举党支部委员会委员",
            value=lambda election: election.about,
            grounds=cells(ITEMS, "topic"),
        ),
        Field(
            name="应选",
            about="应选几名；没有写就留空",
            example="3",
            value=seats_text,
            grounds=WHICH | SEATS,
        ),
        Rows(
            name="候选人",
            about="候选人，按姓氏笔画排",
            each=lambda election: election.candidates,
            grounds=CANDIDATES | NAMING,
            fields=(
                Field(
                    name="序号",
                    about="第几名",
                    example="1",
                    value=lambda row: str(row.number),
                    grounds=CANDIDATES,
                ),
                Field(
                    name="姓名",
                    about="候选人，同名的带编号",
                    example="郑卫东",
                    value=lambda row: row.of,
                    grounds=CANDIDATES | NAMING,
                ),
            ),
        ),
        Field(
            name="另选",
            about=f"另选他人的空行，应选几名就有几行；没有写应选几名的{OTHERS}行",
            example="",
            value=lambda election: [""] * (election.seats or OTHERS),
            grounds=WHICH | SEATS,
            shape=Shape.TEXTS,
        ),
    ),
)
"""What stands under 票."""
KIND: MeetingForm[ElectionBallot] = MeetingForm(
    name=TEMPLATE,
    about="每次有选举的会一份空白选票，候选人按姓氏笔画排，留另选他人的空行，一项选举一页，印几份写在文件名里",
    forms=with_its_record(TEMPLATE),
    folder_of=lambda one: one.folder,
    file_name=BALLOT_NAME,
    title=TITLE,
    planned_from=MEETINGS.name,
    subjects=each_meeting(election_ballot),
    of=election_ballot,
    called_for=with_votes(ElectionBallot),
    beforehand=True,
    grounds=DECIDED | WHICH | VOTERS,
    by_default=False,
    fields=(MEETING, BALLOTS),
)
