"""Turns the ballots of a meeting into the summary of how they went (票决情况汇总表): figures, result, room to sign.

Only votes with papers have one: hands are counted in the record, and there are no papers to issue, return or watch.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.documents.agenda import BORNE_OUT, topics
from pipeline.documents.ballots import called, outcome
from pipeline.documents.elections import ballots, outcomes, watchers
from pipeline.documents.fields import Field, Group, Rows, cell
from pipeline.documents.meeting_papers import (
    DECIDED,
    FILE_NAME,
    MEETING,
    TITLE,
    MeetingForm,
    each_meeting,
    with_its_record,
)
from pipeline.documents.meeting_subject import MeetingRecord
from pipeline.documents.vote_ballot import WHICH, Asked, PaperWithVotes, with_votes
from pipeline.facts.grounds import NAMING, cells
from pipeline.facts.votes import Vote, is_by_ballot
from pipeline.schema import ITEMS, MEETINGS
from pipeline.wording import number_text

TEMPLATE = "票决情况汇总表"
COUNTED = WHICH | cells(ITEMS, "issued returned valid")
"""What decides which votes were taken with papers."""
FIGURES = cells(ITEMS, "seats issued returned valid written ayes noes abstentions vote_method resolution")


class Result(NamedTuple):
    """One vote, its number in the table, and what the figures mean; empty where they cannot tell."""

    number: int
    asked: Asked
    outcome: str

    @property
    def vote(self) -> Vote:
        """The vote."""
        return self.asked.vote


class VoteSummary(PaperWithVotes):
    """The summary of one meeting."""

    template = TEMPLATE

    @staticmethod
    def takes(vote: Vote) -> bool:
        """Whether it was taken with papers; the poll of an evaluation has a summary of its own."""
        return is_by_ballot(vote) and not vote.is_poll

    @property
    def votes_taken(self) -> Iterator[Vote]:
        """The votes alone."""
        return (asked.vote for asked in self.voted)

    @property
    def results(self) -> Iterator[Result]:
        """The votes with their results: by the algorithm that applies, and for an election by its seats."""
        elected: dict[tuple[str, int], str] = {}
        for topic in topics(self):
            for ballot in ballots(topic.votes):
                elected |= outcomes(ballot.votes)
        for number, asked in enumerate(self.voted, start=1):
            vote = asked.vote
            found = elected.get(vote.item.origin.key, "") if vote.is_election else outcome(vote)
            yield Result(number, asked, found)


def vote_summary(one: MeetingRecord) -> Iterator[VoteSummary]:
    """Give the summary of a meeting that voted with papers."""
    summary = VoteSummary(one.branch, one.meeting, one.day, one.ordinal)
    if summary.voted:
        yield summary


def _figure(name: str, column: str) -> Field[Result]:
    return cell(name, ITEMS, column, lambda one: number_text(getattr(one.vote.item, column)))


SUMMARY: Group[VoteSummary, VoteSummary] = Group(
    name="票决",
    about="无记名投票的各次表决；举手表决的不在内",
    of=lambda one: one,
    fields=(
        Rows(
            name="表决",
            about="一次表决一行，选举的一名候选人一行",
            each=lambda one: one.results,
            grounds=COUNTED,
            own_of=ITEMS.name,
            own=lambda one: one.vote.item,
            fields=(
                Field(name="序号", about="第几次表决", example="1", value=lambda one: str(one.number), grounds=COUNTED),
                Field(
                    name="名目",
                    about="表决的名目，带种类和对象",
                    example="表决（接收预备党员，何建业）",
                    value=lambda one: called(one.vote),
                    grounds=cells(ITEMS, "vote_type candidate") | NAMING,
                ),
                cell("议题", ITEMS, "topic", lambda one: one.asked.about, grounds=COUNTED),
                cell("对象", ITEMS, "candidate", lambda one: one.asked.candidate, grounds=NAMING),
                Field(
                    name="应到",
                    about="应到会有表决权（选举权）的几名",
                    example="24",
                    value=lambda one: str(one.vote.expected),
                    grounds=BORNE_OUT,
                ),
                Field(
                    name="实到",
                    about="其中到会几名",
                    example="22",
                    value=lambda one: str(one.vote.present),
                    grounds=BORNE_OUT,
                ),
                _figure("应选", "seats"),
                _figure("发出", "issued"),
                _figure("收回", "returned"),
                _figure("书面意见", "written"),
                _figure("有效", "valid"),
                Field(
                    name="无效",
                    about="收回的和书面意见里不是有效票的；缺一个数就不推",
                    example="0",
                    value=lambda one: number_text(one.vote.invalid),
                    grounds=cells(ITEMS, "returned written valid"),
                ),
                _figure("赞成", "ayes"),
                _figure("反对", "noes"),
                _figure("弃权", "abstentions"),
                Field(
                    name="结果",
                    about="按条例的算法由票数推出来的；票数撑不起就空着",
                    example="赞成票超过应到会有表决权党员的半数，通过。",
                    value=lambda one: one.outcome,
                    grounds=COUNTED | BORNE_OUT | FIGURES,
                ),
            ),
        ),
        cell(
            "监票人",
            ITEMS,
            "scrutineers",
            lambda one: watchers(one.votes_taken, "scrutineers"),
            grounds=COUNTED | NAMING,
        ),
        cell(
            "计票人",
            ITEMS,
            "tellers",
            lambda one: watchers(one.votes_taken, "tellers"),
            grounds=COUNTED | NAMING,
        ),
    ),
)
"""What stands under 票决."""
KIND: MeetingForm[VoteSummary] = MeetingForm(
    name=TEMPLATE,
    about="每次有无记名投票的会一份，选举在内，举手表决和民主测评不在内",
    forms=with_its_record(TEMPLATE),
    folder_of=lambda one: one.folder,
    file_name=FILE_NAME,
    title=TITLE,
    planned_from=MEETINGS.name,
    subjects=each_meeting(vote_summary),
    of=vote_summary,
    called_for=with_votes(VoteSummary),
    grounds=DECIDED | COUNTED,
    fields=(MEETING, SUMMARY),
)
