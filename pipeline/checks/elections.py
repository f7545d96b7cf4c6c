"""Checks of elections: enough came, enough votes, more candidates than seats (V11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.votes import present_by, sound_votes
from pipeline.facts.branch import Branch
from pipeline.facts.votes import Vote, seats_of
from pipeline.findings import Finding
from pipeline.rules import votes as rules
from pipeline.schema.activities import COMMITTEE
from pipeline.wording import joined


@yields(rules.V11, rules.V17)
def elections(branch: Branch) -> Iterator[Finding]:
    """An election has its quorum and more candidates than seats, and nobody is elected without a majority."""
    grouped: dict[tuple[str, int | None], list[Vote]] = defaultdict(list)
    for vote in sound_votes(branch):
        if vote.is_election:
            grouped[vote.meeting.number, vote.item.topic_number].append(vote)
    for votes in grouped.values():
        first = votes[0]
        if not first.quorate:
            what = f"应到会有选举权的{first.expected}人，到会{first.present}人，不足五分之四"
            yield rules.V11.at(first.item.origin.at("vote_type"), *present_by(first), what=what)
        for vote in votes:
            if vote.said and vote.carried is False:
                name = joined(map(str, vote.item.candidate))
                what = f"{name}得赞成{vote.item.ayes}票，没有超过到会有选举权的{vote.present}人的半数，却写着当选"
                further = (*vote.item.origin.cells("resolution", "candidate"), *present_by(vote))
                yield rules.V11.at(vote.item.origin.at("ayes"), *further, what=what)
        yield from _too_many(votes)
        if elects_committee_members(branch, first):
            yield from _contested(votes)


def _too_many(votes: list[Vote]) -> Iterator[Finding]:
    """Yield that more are said to be elected than there are seats: one of the cells must be wrong."""
    seats = seats_of(votes)
    elected = [vote for vote in votes if vote.said]
    count = sum(max(1, len(vote.item.candidate)) for vote in elected)
    if seats and count > seats:
        where, *others = [vote.item.origin.at("resolution") for vote in elected]
        further = [cell for vote in votes for cell in vote.item.origin.cells("seats", "candidate")]
        names = joined(str(person) for vote in elected for person in vote.item.candidate)
        yield rules.V17.at(where, *others, *further, seats=seats, count=count, names=names)


def elects_committee_members(branch: Branch, vote: Vote) -> bool:
    """Whether an election is of 委员: it alone needs a fifth more candidates than seats; rules.md 1.2 C."""
    title = "".join(row.topic for row in branch.topic_of(vote.item)).replace("委员会", "")
    return COMMITTEE not in vote.meeting.types and ("书记" not in title or "委员" in title)


def _contested(votes: list[Vote]) -> Iterator[Finding]:
    seats = seats_of(votes)
    candidates = sum(max(1, len(vote.item.candidate)) for vote in votes)
    if seats and candidates * 5 < seats * 6:
        where = next(vote for vote in votes if vote.item.seats).item.origin.at("seats")
        further = [cell for vote in votes for cell in vote.item.origin.cells("candidate")]
        yield rules.V11.at(where, *further, what=f"应选{seats}人，候选人{candidates}人，差额不足应选人数的20%")


CHECKS = declared_in(__name__)
