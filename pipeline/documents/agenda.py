"""Declares the agenda of a meeting record: items with speeches, votes and resolutions, from the rows of 议题发言."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.documents.criticism import has_own_table
from pipeline.documents.fields import Field, Row, Rows, cell
from pipeline.documents.meeting_subject import EXPECTED, NAMING, MeetingRecord
from pipeline.facts.grounds import cells, deciding
from pipeline.facts.votes import Vote
from pipeline.schema import ITEMS, MEETINGS, Decides, Item
from pipeline.schema.activities import COMMITTEE, PROBLEM, SECRET
from pipeline.vocabulary import Shape
from pipeline.wording import clause, date_text, days_text, joined, noted, numeral, sentence

ORDER = deciding(Decides.BELONGING) | cells(ITEMS, "topic_number order step") | cells(MEETINGS, "number")
"""What decides to which meeting and item of its agenda a row belongs, and where it stands there."""
VOTERS = EXPECTED | cells(MEETINGS, "absences") | cells(ITEMS, "vote_type candidate")
"""What decides who may vote and who of them came."""
BORNE_OUT = VOTERS | cells(ITEMS, "issued returned ayes")
"""What decides whether the figures bear a resolution out."""


class Topic(NamedTuple):
    """One item of an agenda with its rows."""

    number: str
    rows: tuple[Item, ...]
    one: MeetingRecord

    @property
    def own(self) -> Iterator[Item]:
        """The rows that are printed under it, and not in a table of their own."""
        return (item for item in self.rows if not has_own_table(item))


def topics(one: MeetingRecord) -> Iterator[Topic]:
    """Give the agenda: one item per 议题序号, in order."""
    grouped: dict[int, list[Item]] = defaultdict(list)
    for item in one.items:
        if not has_own_table(item) or item.topic:
            grouped[item.topic_number or 0].append(item)
    for position, number in enumerate(sorted(grouped), start=1):
        yield Topic(numeral(position), tuple(grouped[number]), one)


def title(topic: Topic) -> str:
    """Write what an item is about."""
    return joined(dict.fromkeys(clause(item.topic) for item in topic.rows), "；")


def reports(topic: Topic) -> Iterator[Item]:
    """Give the reports."""
    return (item for item in topic.own if item.reporter)


def speeches(topic: Topic) -> Iterator[Item]:
    """Give the speeches."""
    return (item for item in topic.own if not item.reporter and (item.text or item.speaker))


def votes(topic: Topic) -> Iterator[Vote]:
    """Give the votes."""
    found = topic.one.votes
    return (found[item.origin.key] for item in topic.own if item.origin.key in found)


class Resolution(NamedTuple):
    """A resolution as the record prints it, and its row."""

    text: str
    item: Item


def resolutions(topic: Topic) -> Iterator[Resolution]:
    """Give the resolutions with who carries them out and until when."""
    for item in topic.own:
        text = resolution_text(item, topic)
        if text or item.responsible or item.due:
            yield Resolution(text, item)


def resolution_text(item: Item, topic: Topic) -> str:
    """Write a resolution, unless it claims what the figures do not bear."""
    vote = topic.one.votes.get(item.origin.key)
    if topic.one.adjourned or (vote is not None and not vote.resolved):
        return ""
    return sentence(item.resolution)


def second_speaker(item: Item) -> str:
    """Name who spoke, where somebody else reported."""
    both = item.reporter and item.speaker and item.reporter != item.speaker
    return str(item.speaker) if both else ""


def due_text(item: Item) -> str:
    """Write the time limit."""
    return item.due.text if item.due else ""


def problems(one: MeetingRecord) -> Iterator[Row[Item]]:
    """Number the problems and remedies of an organisational-life meeting."""
    rows = (item for item in one.items if item.step == PROBLEM)
    return (Row(number, item) for number, item in enumerate(rows, start=1))


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
    if vote.void:
        return "收回的票多于发出的票，此次投票无效。"
    verb = "超过" if vote.carried else "没有超过"
    end = "" if vote.is_election else "，通过" if vote.passed else "，未通过" if not vote.carried else ""
    few = "" if vote.quorate else "；到会人数不足"
    return f"赞成票{verb}{whom}的半数{end}{few}。"


SPEECH_FIELDS: tuple[Field[Item], ...] = (
    Field(
        name="姓名",
        about="汇报人或发言人",
        example="韩立峰",
        value=lambda item: str(item.reporter or item.speaker or ""),
        grounds=cells(ITEMS, "reporter speaker") | NAMING,
    ),
    Field(
        name="发言人",
        about="汇报人以外另有发言人的，是谁",
        example="",
        value=second_speaker,
        grounds=cells(ITEMS, "reporter speaker") | NAMING,
    ),
    cell("要点", ITEMS, "text", lambda item: item.text),
)
VOTE_FIELDS: tuple[Field[Vote], ...] = (
    cell("类型", ITEMS, "vote_type", lambda vote: vote.item.vote_type),
    cell("对象", ITEMS, "candidate", lambda vote: joined(map(str, vote.item.candidate)), grounds=NAMING),
    cell("方式", ITEMS, "vote_method", lambda vote: vote.item.vote_method),
    Field(
        name="无记名",
        about="是不是无记名投票",
        example="False",
        value=lambda vote: vote.item.vote_method == SECRET,
        grounds=cells(ITEMS, "vote_method"),
        shape=Shape.YES_NO,
    ),
    Field(
        name="会前",
        about="支委会审查和公示的日期",
        example="2025年6月11日支委会审查。",
        value=lambda vote: "".join(preparation(vote)),
        grounds=cells(ITEMS, "reviewed notice"),
    ),
    Field(
        name="说明",
        about="应到会、实到多少有表决权的，怎么表决，各多少票",
        example="应到会有表决权的党员24名，实到22名，采用举手表决方式。票数：赞成22票。",
        value=lambda vote: "".join(tally(vote)),
        grounds=VOTERS
        | NAMING
        | cells(ITEMS, "vote_method seats issued returned written valid ayes noes abstentions candidate"),
    ),
    Field(
        name="结果",
        about="按条例的算法推出来的：超过半数没有",
        example="赞成票超过应到会有表决权党员的半数，通过。",
        value=outcome,
        grounds=BORNE_OUT,
    ),
    cell("监票人", ITEMS, "scrutineers", lambda vote: joined(map(str, vote.item.scrutineers)), grounds=NAMING),
    cell("计票人", ITEMS, "tellers", lambda vote: joined(map(str, vote.item.tellers)), grounds=NAMING),
)
AGENDA: Rows[MeetingRecord, Topic] = Rows(
    name="议题",
    about="各项议题，按议题序号",
    each=topics,
    grounds=ORDER,
    fields=(
        Field(name="序号", about="第几项议题", example="一", value=lambda topic: topic.number, grounds=ORDER),
        cell("标题", ITEMS, "topic", title),
        Rows(
            name="汇报",
            about="这项议题的汇报",
            each=reports,
            fields=SPEECH_FIELDS,
            grounds=ORDER | cells(ITEMS, "reporter"),
            own_of=ITEMS.name,
            own=lambda item: item,
        ),
        Rows(
            name="发言",
            about="这项议题的发言",
            each=speeches,
            fields=SPEECH_FIELDS,
            grounds=ORDER | cells(ITEMS, "reporter speaker text criticised"),
            own_of=ITEMS.name,
            own=lambda item: item,
        ),
        Rows(
            name="表决",
            about="这项议题的表决",
            each=votes,
            fields=VOTE_FIELDS,
            grounds=ORDER | cells(ITEMS, "vote_type"),
        ),
        Rows(
            name="决议",
            about="这项议题的决议",
            each=resolutions,
            grounds=ORDER | BORNE_OUT | cells(ITEMS, "resolution responsible due"),
            fields=(
                cell("内容", ITEMS, "resolution", lambda found: found.text, grounds=BORNE_OUT),
                cell(
                    "责任人",
                    ITEMS,
                    "responsible",
                    lambda found: joined(map(str, found.item.responsible)),
                    grounds=NAMING,
                ),
                cell("时限", ITEMS, "due", lambda found: due_text(found.item)),
            ),
        ),
        cell(
            "附件",
            ITEMS,
            "attachment",
            lambda topic: joined(dict.fromkeys(item.attachment for item in topic.own)),
            grounds=ORDER | cells(ITEMS, "speaker criticised"),
        ),
    ),
)
"""The agenda, under 议题."""
PROBLEMS: Rows[MeetingRecord, Row[Item]] = Rows(
    name="问题清单",
    about="组织生活会查摆的问题和整改措施",
    each=problems,
    grounds=ORDER,
    fields=(
        Field(name="序号", about="第几个问题", example="1", value=lambda row: str(row.number), grounds=ORDER),
        cell("问题", ITEMS, "text", lambda row: row.of.text),
        cell("整改措施", ITEMS, "resolution", lambda row: row.of.resolution),
        cell("责任人", ITEMS, "responsible", lambda row: joined(map(str, row.of.responsible)), grounds=NAMING),
        cell("时限", ITEMS, "due", lambda row: due_text(row.of)),
    ),
)
"""The problems and remedies of an organisational-life meeting."""
