"""Says how a vote went: who could vote, how, the papers and the figures, and what the figures mean."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.votes import Vote
from pipeline.schema.activities import COMMITTEE, ORDINARY_VOTE, POLL
from pipeline.wording import date_text, days_text, joined, noted

BY_HAND = frozenset({"举手表决", "口头表决"})
"""Ways of voting without papers: people are counted, not ballots."""


def called(vote: Vote) -> str:
    """Name a vote as a record does: 表决情况（接收预备党员，何建业）, 民主测评."""
    if vote.item.vote_type == POLL:
        return "民主测评"
    kind = "" if vote.item.vote_type == ORDINARY_VOTE else vote.item.vote_type
    return noted("表决情况", kind, joined(map(str, vote.item.candidate)))


def preparation(vote: Vote) -> Iterator[str]:
    """Say what came before an admission: the committee's review and the public notice."""
    item = vote.item
    if item.reviewed:
        yield f"{date_text(item.reviewed)}支委会审查。"
    if item.notice:
        yield f"{days_text(item.notice.start, item.notice.end)}公示。"


def turnout(vote: Vote) -> Iterator[str]:
    """Say who could vote, how, and how many papers there were; parts without a figure are left out."""
    item = vote.item
    who = "委员" if COMMITTEE in vote.meeting.types else "有选举权的党员" if vote.is_election else "有表决权的党员"
    if vote.is_poll:
        yield f"到会参加测评的党员{len(vote.attendance.present)}名"
    else:
        yield f"应到会{who}{vote.expected}名，实到{vote.present}名"
    yield f"，采用{item.vote_method}方式" if item.vote_method else ""
    yield f"，应选{item.seats}名" if item.seats is not None else ""
    papers = joined(
        (
            count("发出{}张", item.issued),
            count("收回{}张", item.returned),
            count("未到会书面意见{}份", item.written or None),
            count("有效{}票", item.valid),
            count("无效{}票", vote.invalid or None),
        ),
        "，",
    )
    yield f"。票数：{papers}" if papers else ""


def tally(vote: Vote) -> Iterator[str]:
    """Say who could vote, how, and the figures; hands are people, papers are votes."""
    yield from turnout(vote)
    item, unit = vote.item, "人" if vote.item.vote_method in BY_HAND else "票"
    figures = joined(
        (
            count(f"赞成{{}}{unit}", item.ayes),
            count(f"反对{{}}{unit}", item.noes),
            count(f"弃权{{}}{unit}", item.abstentions),
        ),
        "、",
    )
    name = joined(map(str, item.candidate))
    yield f"。{noted(name)}{'得' if name and figures else ''}{figures}" if figures else ""
    yield "。"


def count(pattern: str, figure: int | None) -> str:
    """Fill a figure into its words; nothing without a figure."""
    return "" if figure is None else pattern.format(figure)


def outcome(vote: Vote) -> str:
    """Say what the figures mean by the algorithm that applies; nothing where the regulations give none."""
    if vote.carried is None or vote.is_poll or not vote.of_all_members or not vote.expected:
        return ""
    if vote.void:
        return "收回的票多于发出的票，此次投票无效。"
    whom = "实到会有选举权的党员" if vote.is_election else "应到会有表决权党员"
    what = "赞成人数" if vote.item.vote_method in BY_HAND else "赞成票"
    verb = "超过" if vote.carried else "没有超过"
    end = "" if vote.is_election else "，通过" if vote.passed else "，未通过" if not vote.carried else ""
    few = "" if vote.quorate else "；到会人数不足"
    return f"{what}{verb}{whom}的半数{end}{few}。"
