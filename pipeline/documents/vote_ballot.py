"""Turns the secret votes of a meeting, elections apart, into blank ballots (表决票): a page for each vote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import NamedTuple

from pipeline.documents.agenda import VOTERS, title, topics
from pipeline.documents.fields import Field, Rows, cell
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
from pipeline.documents.meeting_subject import MeetingRecord
from pipeline.documents.plan import origins
from pipeline.documents.problems import ORDER
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, cells
from pipeline.facts.votes import Vote, needs_ballots, votes_of
from pipeline.findings import Origin
from pipeline.schema import ITEMS, MEETINGS, Meeting
from pipeline.schema.activities import ADMISSION, CANCELLATION, CONFIRMATION, EXTENSION
from pipeline.wording import joined

TEMPLATE = "表决票"
TITLES = {
    ADMISSION: "接收预备党员表决票",
    CONFIRMATION: "预备党员转正表决票",
    EXTENSION: "延长预备党员预备期表决票",
    CANCELLATION: "取消预备党员资格表决票",
}
"""Type of vote to what its ballot is called."""
WHICH = ORDER | cells(ITEMS, "vote_type vote_method")
"""What decides which votes have a ballot."""


class Asked(NamedTuple):
    """One vote, and what the item of the agenda is about."""

    about: str
    vote: Vote

    @property
    def candidate(self) -> str:
        """Who is voted on; empty for a matter."""
        return joined(map(str, self.vote.item.candidate))


class PaperWithVotes(CopiedPaper):
    """A form about votes of a meeting, chosen by what each kind takes."""

    @staticmethod
    def takes(vote: Vote) -> bool:
        """Whether a vote belongs on it."""
        return needs_ballots(vote)

    @cached_property
    def voted(self) -> tuple[Asked, ...]:
        """The votes that it is about, in the order of the agenda."""
        return tuple(Asked(title(topic), vote) for topic in topics(self) for vote in topic.votes if self.takes(vote))

    @property
    def copies(self) -> int:
        """How many ballots are wanted: one for each who may vote."""
        return max(asked.vote.expected for asked in self.voted)

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The meeting, its items too, those expected, and what 支部信息 says."""
        return origins(super().sources[:1], self.items, super().sources[1:])


def with_votes(paper: type[PaperWithVotes]) -> Callable[[Branch, Meeting], bool]:
    """Say whether a meeting has votes that a form is about."""
    return lambda branch, meeting: any(paper.takes(vote) for vote in votes_of(branch, meeting))


class VoteBallot(PaperWithVotes):
    """The ballots of one meeting."""

    template = TEMPLATE

    @staticmethod
    def takes(vote: Vote) -> bool:
        """Whether it is a secret vote; candidates of an election share a ballot, the evaluation has its own."""
        return needs_ballots(vote) and not vote.is_election and not vote.is_poll


def vote_ballot(one: MeetingRecord) -> Iterator[VoteBallot]:
    """Give the ballots of a meeting that has a vote of the kind."""
    ballot = VoteBallot(one.branch, one.meeting, one.day, one.ordinal)
    if ballot.voted:
        yield ballot


BALLOTS: Rows[VoteBallot, Asked] = Rows(
    name="票",
    about="表决票，一次表决一张；票面留空",
    each=lambda one: one.voted,
    grounds=WHICH,
    fields=(
        Field(
            name="票名",
            about="票的名称，由表决类型推出",
            example="接收预备党员表决票",
            value=lambda asked: TITLES.get(asked.vote.item.vote_type, TEMPLATE),
            grounds=cells(ITEMS, "vote_type"),
        ),
        cell("类型", ITEMS, "vote_type", lambda asked: asked.vote.item.vote_type),
        Field(
            name="栏名",
            about="表决的是人写姓名，是事写表决事项",
            example="姓名",
            value=lambda asked: "姓名" if asked.candidate else "表决事项",
            grounds=cells(ITEMS, "candidate"),
        ),
        Field(
            name="对象",
            about="表决的是谁；没有写对象的写议题",
            example="何建业",
            value=lambda asked: asked.candidate or asked.about,
            grounds=cells(ITEMS, "candidate topic") | NAMING,
        ),
    ),
)
"""What stands under 票."""
KIND: MeetingForm[VoteBallot] = MeetingForm(
    name=TEMPLATE,
    about="每次有无记名表决的会一份空白表决票，接收、转正都在内，逐个表决的一人一页，印几份写在文件名里",
    forms=with_its_record(TEMPLATE),
    folder_of=lambda one: one.folder,
    file_name=BALLOT_NAME,
    title=TITLE,
    planned_from=MEETINGS.name,
    subjects=each_meeting(vote_ballot),
    of=vote_ballot,
    called_for=with_votes(VoteBallot),
    beforehand=True,
    grounds=DECIDED | WHICH | VOTERS,
    by_default=False,
    fields=(MEETING, BALLOTS),
)
