"""Declares the agenda of a meeting record: items with speeches, votes and resolutions, from the rows of 议题发言."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pipeline.documents.ballots import called, outcome, preparation, tally
from pipeline.documents.criticism import CRITICISM_FIELDS, SAID, has_own_table, placed, placed_in_topics, said_in
from pipeline.documents.elections import ELECTED, NOT_ELECTED, election_rows
from pipeline.documents.fields import Field, Rows, cell
from pipeline.documents.meeting_subject import ATTENDANCE, EXPECTED, MeetingRecord
from pipeline.documents.problems import ORDER, PROBLEM_FIELDS, due_text, problems_in
from pipeline.facts.grounds import NAMING, cells
from pipeline.facts.votes import Vote
from pipeline.schema import ITEMS, MEETINGS, Item
from pipeline.schema.activities import SECRET
from pipeline.vocabulary import Shape
from pipeline.wording import clause, joined, numeral, sentence

VOTERS = EXPECTED | cells(MEETINGS, "absences") | cells(ITEMS, "vote_type candidate")
"""What decides who may vote and who of them came."""
BORNE_OUT = VOTERS | cells(ITEMS, "issued returned ayes")
"""What decides whether the figures bear a resolution out."""


class Topic(NamedTuple):
    """One item of an agenda with its rows."""

    number: str
    rows: tuple[Item, ...]
    one: MeetingRecord
    placed: int
    """The 议题序号 of its rows; 0 for none."""

    @property
    def votes(self) -> Iterator[Vote]:
        """The votes."""
        found = self.one.votes
        return (found[item.origin.key] for item in self.own if item.origin.key in found)

    @property
    def own(self) -> Iterator[Item]:
        """The rows that are printed under it, and not in a table of their own."""
        return (item for item in self.rows if not has_own_table(item))


def topics(one: MeetingRecord) -> Iterator[Topic]:
    """Give the agenda: one item per 议题序号, in order."""
    grouped: dict[int, list[Item]] = defaultdict(list)
    numbers = placed_in_topics(one)
    for item in one.items:
        if placed(item) in numbers:
            grouped[placed(item)].append(item)
    for position, number in enumerate(sorted(grouped), start=1):
        yield Topic(numeral(position), tuple(grouped[number]), one, number)


def title(topic: Topic) -> str:
    """Write what an item is about."""
    return joined(dict.fromkeys(clause(item.topic) for item in topic.rows), "；")


def reports(topic: Topic) -> Iterator[Item]:
    """Give the reports."""
    return (item for item in topic.own if item.reporter)


def speeches(topic: Topic) -> Iterator[Item]:
    """Give the speeches."""
    return (item for item in topic.own if not item.reporter and (item.text or item.speaker))


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
    if vote is not None and vote.is_election:
        return named(item)
    return sentence(item.resolution)


def named(item: Item) -> str:
    """Put the candidate before what a resolution says of him: 孙五当选; nothing where the table says the same."""
    said = clause(item.resolution)
    if said in {ELECTED, NOT_ELECTED, ""} or not item.candidate:
        return "" if item.candidate else sentence(item.resolution)
    who = joined(map(str, item.candidate))
    return sentence(said if any(person.name in said for person in item.candidate) else f"{who}：{said}")


def second_speaker(item: Item) -> str:
    """Name who spoke, where somebody else reported."""
    both = item.reporter and item.speaker and item.reporter != item.speaker
    return str(item.speaker) if both else ""


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
    Field(
        name="名目",
        about="表决的名目，带种类和对象",
        example="表决情况（接收预备党员，何建业）",
        value=called,
        grounds=cells(ITEMS, "vote_type candidate") | NAMING,
    ),
    Field(
        name="选举",
        about="是不是选举；选举另在“选举”里列成表",
        example="False",
        value=lambda vote: vote.is_election,
        grounds=cells(ITEMS, "vote_type"),
        shape=Shape.YES_NO,
    ),
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
        grounds=BORNE_OUT | cells(ITEMS, "vote_method"),
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
            each=lambda topic: topic.votes,
            fields=VOTE_FIELDS,
            grounds=ORDER | cells(ITEMS, "vote_type"),
        ),
        election_rows(BORNE_OUT, ORDER, NAMING),
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
        Rows(
            name="问题清单",
            about="这项议题查摆的问题和整改措施；序号是全会的",
            each=problems_in,
            grounds=ORDER,
            fields=PROBLEM_FIELDS,
        ),
        Rows(
            name="逐人",
            about="这项议题的批评与自我批评，一人一行；没有记下的留空",
            each=lambda topic: said_in(topic.one, topic.placed),
            grounds=ORDER | SAID | ATTENDANCE,
            fields=CRITICISM_FIELDS,
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
