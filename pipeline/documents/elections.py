"""Declares an election in a meeting record: one sentence on the ballot, a table of the candidates, who is elected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from pipeline.documents.ballots import preparation, turnout
from pipeline.documents.fields import Field, Rows
from pipeline.facts.grounds import Grounds, cells
from pipeline.facts.votes import Vote, seats_of
from pipeline.schema import ITEMS
from pipeline.wording import joined, number_text

ELECTED, NOT_ELECTED = "当选", "未当选"


class Candidate(NamedTuple):
    """Somebody who stood, with the votes, and what they mean; empty where the figures cannot tell."""

    vote: Vote
    outcome: str

    @property
    def name(self) -> str:
        """Who stood."""
        return joined(map(str, self.vote.item.candidate))


class Ballot(NamedTuple):
    """The candidates of one ballot: they share the seats and the papers."""

    votes: tuple[Vote, ...]

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Those who stood, as listed."""
        found = outcomes(self.votes)
        return tuple(Candidate(vote, found[vote.item.origin.key]) for vote in self.votes)


SHARED = ("seats", "vote_method", "issued", "returned", "valid", "written")
"""What all candidates of one ballot have in common; it may stand in the row of the first only."""


def ballots(votes: Iterator[Vote]) -> Iterator[Ballot]:
    """Put the election votes of an item together by what their papers were; a blank cell is as in the rows above."""
    found: list[list[Vote]] = []
    for vote in votes:
        if vote.is_election:
            same = next((each for each in reversed(found) if _of_one_ballot(each, vote)), None)
            if same is None:
                found.append([vote])
            else:
                same.append(vote)
    return (Ballot(tuple(each)) for each in found)


def _of_one_ballot(votes: list[Vote], vote: Vote) -> bool:
    return all(
        getattr(vote.item, name) in {None, "", *(getattr(each.item, name) for each in votes)}
        or all(getattr(each.item, name) in {None, ""} for each in votes)
        for name in SHARED
    )


def outcomes(votes: tuple[Vote, ...]) -> Mapping[tuple[str, int], str]:
    """Work out who is elected: above half of those present, and no more than there are seats.

    Where two have the same votes for the last seat, or a figure is missing, the figures tell nothing of them.
    """
    seats = seats_of(votes)
    able = sorted((vote.item.ayes or 0 for vote in votes if vote.passed), reverse=True)
    last = able[seats - 1] if seats and len(able) > seats else 0
    tied = bool(seats and len(able) > seats and able[seats] == last)
    found = {}
    for vote in votes:
        if not vote.of_all_members:  # of the committee the regulations name no majority
            found[vote.item.origin.key] = "" if vote.said is None else ELECTED if vote.said else NOT_ELECTED
            continue
        ayes = vote.item.ayes or 0
        sure = vote.passed is not None and not vote.void and vote.quorate and not (tied and ayes == last)
        found[vote.item.origin.key] = (ELECTED if vote.passed and ayes >= last else NOT_ELECTED) if sure else ""
    return found


def ballot_text(ballot: Ballot) -> str:
    """Say who could vote, how, for how many seats, and how many papers there were."""
    before = dict.fromkeys(part for vote in ballot.votes for part in preparation(vote))
    fullest = max(ballot.votes, key=lambda vote: sum(getattr(vote.item, name) not in {None, ""} for name in SHARED))
    return "".join((*before, *turnout(fullest), "。"))


def watchers(votes: Iterable[Vote], name: str) -> str:
    """Name who watched or counted, each once."""
    return joined(dict.fromkeys(str(person) for vote in votes for person in getattr(vote.item, name)))


def elected_text(ballot: Ballot) -> str:
    """Say who is elected, and what keeps the ballot from electing anybody."""
    vote = ballot.votes[0]
    if not vote.of_all_members:
        return ""
    if vote.void:
        return "收回的票多于发出的票，此次投票无效。"
    if not vote.quorate:
        return "到会有选举权的党员不足应到的五分之四。"
    names = joined(each.name for each in ballot.candidates if each.outcome == ELECTED)
    return f"得赞成票超过实到会有选举权党员半数的，按应选名额，当选的是{names}。" if names else ""


FIGURES = cells(
    ITEMS, "candidate seats issued returned valid ayes noes abstentions vote_method written resolution reviewed notice"
)


def _figure(name: str, about: str, column: str, example: str, value: Callable[[Candidate], str]) -> Field[Candidate]:
    return Field(name=name, about=about, example=example, value=value, grounds=cells(ITEMS, column))


def candidate_rows(grounds: Grounds, naming: Grounds) -> Rows[Ballot, Candidate]:
    """Declare the table of the candidates."""
    return Rows(
        name="候选人",
        about="每名候选人的得票",
        each=lambda ballot: ballot.candidates,
        grounds=grounds,
        fields=(
            Field(
                name="姓名",
                about="候选人",
                example="郑卫东",
                value=lambda each: each.name,
                grounds=cells(ITEMS, "candidate") | naming,
            ),
            _figure("赞成", "赞成票", "ayes", "20", lambda each: number_text(each.vote.item.ayes)),
            _figure("反对", "反对票", "noes", "1", lambda each: number_text(each.vote.item.noes)),
            _figure("弃权", "弃权票", "abstentions", "1", lambda each: number_text(each.vote.item.abstentions)),
            Field(
                name="结果",
                about="由票数和应选名额推出：当选、未当选",
                example="当选",
                value=lambda each: each.outcome,
                grounds=grounds,
            ),
        ),
    )


class HasVotes(Protocol):
    """An item of an agenda."""

    @property
    def votes(self) -> Iterator[Vote]:
        """Its votes."""


def election_rows(voters: Grounds, order: Grounds, naming: Grounds) -> Rows[HasVotes, Ballot]:
    """Declare the elections of an item of the agenda; `voters` decide who could vote."""
    grounds = voters | FIGURES
    return Rows(
        name="选举",
        about="这项议题的选举，一次投票一行",
        each=lambda topic: ballots(topic.votes),
        grounds=order | grounds,
        fields=(
            Field(
                name="说明",
                about="应到会、实到多少有选举权的，怎么投票，应选几名，各多少张票",
                example="应到会有选举权的党员24名，实到22名，采用无记名投票方式，应选3名。票数：发出22张。",
                value=ballot_text,
                grounds=grounds,
            ),
            candidate_rows(grounds, naming),
            Field(
                name="监票人",
                about="这次投票的监票人",
                example="吴长林",
                value=lambda ballot: watchers(ballot.votes, "scrutineers"),
                grounds=grounds | cells(ITEMS, "scrutineers") | naming,
            ),
            Field(
                name="计票人",
                about="这次投票的计票人",
                example="许文静",
                value=lambda ballot: watchers(ballot.votes, "tellers"),
                grounds=grounds | cells(ITEMS, "tellers") | naming,
            ),
            Field(
                name="结果",
                about="当选的是谁，由票数和应选名额推出",
                example="得赞成票超过实到会有选举权党员半数的，按应选名额，当选的是郑卫东、林晓燕。",
                value=elected_text,
                grounds=grounds | naming,
            ),
        ),
    )
