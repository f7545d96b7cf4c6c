"""Turns the rows of 议题发言 into agenda items with speeches, votes and resolutions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.documents.criticism import has_own_table
from pipeline.documents.plan import Field
from pipeline.facts.branch import Branch
from pipeline.facts.votes import Vote, votes_of
from pipeline.schema import Item, Meeting
from pipeline.schema.activities import COMMITTEE, PROBLEM, SECRET
from pipeline.wording import clause, date_text, days_text, joined, noted, numeral, sentence


def agenda(branch: Branch, meeting: Meeting, items: Sequence[Item]) -> list[dict[str, Field]]:
    """Build the agenda: one entry per 议题序号, in order."""
    grouped: dict[int, list[Item]] = defaultdict(list)
    for item in items:
        if not has_own_table(item) or item.topic:
            grouped[item.topic_number or 0].append(item)
    votes = {id(vote.item): vote for vote in votes_of(branch, meeting)}
    return [
        topic(numeral(position), grouped[number], votes) for position, number in enumerate(sorted(grouped), start=1)
    ]


def topic(number: str, rows: Sequence[Item], votes: Mapping[int, Vote]) -> dict[str, Field]:
    """Build one agenda item from its rows."""
    own = [item for item in rows if not has_own_table(item)]
    return {
        "序号": number,
        "标题": joined(dict.fromkeys(clause(item.topic) for item in rows), "；"),
        "汇报": [speech(item) for item in own if item.reporter],
        "发言": [speech(item) for item in own if not item.reporter and (item.text or item.speaker)],
        "表决": [vote_fields(votes[id(item)]) for item in own if id(item) in votes],
        "决议": [resolution(item) for item in own if item.resolution or item.responsible or item.due],
        "附件": joined(dict.fromkeys(item.attachment for item in own)),
    }


def speech(item: Item) -> dict[str, Field]:
    """Build a report or speech: who, and what was said."""
    both = item.reporter and item.speaker and item.reporter != item.speaker
    return {
        **item.extras,
        "姓名": str(item.reporter or item.speaker or ""),
        "发言人": str(item.speaker) if both else "",
        "要点": item.text,
    }


def resolution(item: Item) -> dict[str, Field]:
    """Build a resolution with who carries it out and until when."""
    return {
        "内容": sentence(item.resolution),
        "责任人": joined(map(str, item.responsible)),
        "时限": item.due.text if item.due else "",
    }


def problems(items: Sequence[Item]) -> list[dict[str, Field]]:
    """Build the list of problems and remedies of an organisational-life meeting."""
    rows = [item for item in items if item.step == PROBLEM]
    return [
        {
            "序号": str(number),
            "问题": item.text,
            "整改措施": item.resolution,
            "责任人": joined(map(str, item.responsible)),
            "时限": item.due.text if item.due else "",
        }
        for number, item in enumerate(rows, start=1)
    ]


def vote_fields(vote: Vote) -> dict[str, Field]:
    """Build what a record says of a vote; every figure is a cell or computed from cells."""
    item = vote.item
    return {
        "类型": item.vote_type,
        "对象": joined(map(str, item.candidate)),
        "方式": item.vote_method,
        "无记名": item.vote_method == SECRET,
        "会前": "".join(preparation(vote)),
        "说明": "".join(tally(vote)),
        "结果": outcome(vote),
        "监票人": joined(map(str, item.scrutineers)),
        "计票人": joined(map(str, item.tellers)),
    }


def preparation(vote: Vote) -> Iterator[str]:
    """Say what came before an admission: the committee's review and the public notice."""
    item = vote.item
    if item.reviewed:
        yield f"{date_text(item.reviewed)}支委会审查。"
    if item.notice:
        yield f"{days_text(item.notice.start, item.notice.end)}公示。"


def tally(vote: Vote) -> Iterator[str]:
    """Say who could vote, how, and the figures; parts without a figure are left out."""
    item = vote.item
    who = "委员" if COMMITTEE in vote.meeting.types else "有选举权的党员" if vote.is_election else "有表决权的党员"
    if vote.is_poll:
        yield f"到会参加测评的党员{len(vote.attendance.present)}名"
    else:
        yield f"应到会{who}{vote.expected}名，实到{vote.present}名"
    yield f"，采用{item.vote_method}方式" if item.vote_method else ""
    yield f"，应选{item.seats}名" if item.seats is not None else ""
    ballots = joined(
        (
            count("发出{}张", item.issued),
            count("收回{}张", item.returned),
            count("未到会书面意见{}份", item.written or None),
            count("有效{}票", item.valid),
            count("无效{}票", vote.invalid or None),
        ),
        "，",
    )
    yield f"。票数：{ballots}" if ballots else ""
    figures = joined(
        (count("赞成{}票", item.ayes), count("反对{}票", item.noes), count("弃权{}票", item.abstentions)), "、"
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
    whom = "实到会有选举权的党员" if vote.is_election else "应到会有表决权党员"
    verb = "超过" if vote.carried else "没有超过"
    end = "" if vote.is_election else "，通过" if vote.carried else "，未通过"
    return f"赞成票{verb}{whom}的半数{end}。"
