"""Turns the year's meetings into their ledger (会议台账); ledgers.md 8.1."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from pipeline.documents.fields import Field, Group, Row, Rows, cell
from pipeline.documents.ledgers import Ledger, in_lines, items_of_elections, ledger_kind
from pipeline.documents.meeting_subject import ATTENDANCE, SERIES, MeetingRecord, lost_items, meeting_records
from pipeline.documents.plan import Doubt
from pipeline.documents.summary_meetings import TURNOUT, Meetings, by_type
from pipeline.documents.summary_prose import day_text
from pipeline.facts.absence import away, came_late
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, cells, info
from pipeline.facts.ordering import times
from pipeline.schema import ITEMS, MEETINGS, ROSTER, Decides, Item
from pipeline.vocabulary import Shape
from pipeline.wording import joined, noted, percent_text

TEMPLATE = "会议台账"
Line = Row[MeetingRecord]


class MeetingLedger(Ledger):
    """The year's meetings, a row each."""

    form = TEMPLATE
    tables = (MEETINGS, ROSTER)  # type: ignore[assignment]

    def further(self) -> Iterator[Item]:
        """The items that tell of elections."""
        return items_of_elections(self.branch)

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """Every member and meeting; items whose meeting cannot be found, where its own 编号 may be the wrong one."""
        lost, branch = doubt.once(lost_items, self.branch).items(), self.branch
        astray = frozenset(row for row, numbers in lost if numbers and not numbers <= branch.items_of.keys())
        return {**super().follows(doubt), Decides.BELONGING: astray}


def ledgers(branch: Branch) -> Iterator[MeetingLedger]:
    """Give the ledger; none where no meeting has a record."""
    if next(meeting_records(branch), None) is not None:
        yield MeetingLedger(branch)


def lines_of(one: MeetingLedger) -> Sequence[Line]:
    """Give the meetings that have a record, numbered by date."""
    return [Row(number, record) for number, record in enumerate(meeting_records(one.branch), start=1)]


def counted(one: MeetingLedger) -> Meetings:
    """Give those of them that are of the year."""
    held = (record.meeting for record in meeting_records(one.branch) if one.branch.counts(record.meeting))
    return Meetings(one.branch, "", tuple(held))


def which(line: Line) -> str:
    """Say which meeting of its type it is; of one of another year, which year's."""
    meeting, branch = line.of.meeting, line.of.branch
    if meeting.session or branch.counts(meeting):
        return meeting.session or line.of.ordinal
    return f"{meeting.belongs_to or line.of.day.year}年度的"


def made_up_text(line: Line) -> str:
    """Say who made up for the meeting, and when."""
    branch = line.of.branch
    return joined(noted(str(one.person), day_text(branch, one.day)) for one in line.of.meeting.makeups)


def _rate(line: Line) -> str:
    found = line.of.attendance
    return percent_text(len(found.present), len(found.expected))


ROWS: Rows[MeetingLedger, Line] = Rows(
    name="会议",
    about="每次会一行，按日期",
    each=lines_of,
    grounds=SERIES,
    own_of=MEETINGS.name,
    own=lambda line: line.of.meeting,
    fields=(
        Field(name="序号", about="第几行", example="1", value=lambda line: str(line.number), grounds=SERIES),
        cell("编号", MEETINGS, "number", lambda line: line.of.meeting.number),
        cell(
            "日期",
            MEETINGS,
            "day",
            lambda line: day_text(line.of.branch, line.of.day),
            "哪天开的，本年度的不写年",
            grounds=info("year"),
        ),
        cell("类型", MEETINGS, "types", lambda line: joined(line.of.meeting.types)),
        cell("党小组", MEETINGS, "group", lambda line: line.of.meeting.group),
        Field(
            name="次数",
            about="届次/次数一格写的；没有写就按日期排；属于别的年度的写明",
            example="第1次",
            value=which,
            grounds=cells(MEETINGS, "session") | SERIES | info("year"),
        ),
        in_lines("主题", MEETINGS, "theme", lambda line: line.of.meeting.theme),
        cell("主持人", MEETINGS, "chair", lambda line: str(line.of.meeting.chair or ""), grounds=NAMING),
        cell("记录人", MEETINGS, "recorder", lambda line: str(line.of.meeting.recorder or ""), grounds=NAMING),
        Field(
            name="应到",
            about="应到几人，由名册推出",
            example="27",
            value=lambda line: len(line.of.attendance.expected),
            grounds=ATTENDANCE,
            shape=Shape.NUMBER,
        ),
        Field(
            name="实到",
            about="实到几人，由名册和缺席推出",
            example="25",
            value=lambda line: len(line.of.attendance.present),
            grounds=ATTENDANCE,
            shape=Shape.NUMBER,
        ),
        Field(name="到会率", about="实到占应到的百分数", example="92.6%", value=_rate, grounds=ATTENDANCE),
        cell(
            "缺席",
            MEETINGS,
            "absences",
            lambda line: joined(noted(str(one.person), one.reason) for one in away(line.of.meeting)),
            "缺席的人和原因，迟到的不在内",
            grounds=NAMING,
        ),
        Field(
            name="迟到",
            about="缺席一格里写了迟到的人",
            example="曹军（迟到20分钟）",
            value=lambda line: joined(noted(str(one.person), one.reason) for one in came_late(line.of.meeting)),
            grounds=cells(MEETINGS, "absences") | NAMING,
        ),
        Field(
            name="补课",
            about="谁哪天补的课",
            example="雷鸣（3月28日）",
            value=made_up_text,
            grounds=cells(MEETINGS, "makeups") | NAMING | info("year"),
        ),
        cell("照片", MEETINGS, "photos", lambda line: line.of.meeting.photos),
    ),
)
TOTALS: Group[MeetingLedger, Meetings] = Group(
    name="合计",
    about="本年度的会的合计",
    of=counted,
    fields=(
        Field(
            name="总次数",
            about="一共几次，合并开展的算一次",
            example="73",
            value=lambda found: len(found.meetings),
            grounds=SERIES,
            shape=Shape.NUMBER,
        ),
        Field(
            name="合并开展",
            about="其中合并开展的几次",
            example="2",
            value=lambda found: sum(len(meeting.types) > 1 for meeting in found.meetings),
            grounds=SERIES,
            shape=Shape.NUMBER,
        ),
        *TURNOUT,
        Rows(
            name="各类",
            about="各类会，一类一行；合并开展的各类都算",
            each=by_type,
            grounds=SERIES,
            fields=(
                Field(
                    name="类型", about="会议类型", example="党员大会", value=lambda found: found.kind, grounds=SERIES
                ),
                Field(
                    name="次数",
                    about="开了几次",
                    example="6",
                    value=lambda found: times(found.kind, found.meetings),
                    grounds=SERIES,
                    shape=Shape.NUMBER,
                ),
                *TURNOUT,
            ),
        ),
    ),
)
KIND = ledger_kind(
    TEMPLATE,
    "全年的会一张表，一次一行，末尾按类型合计",
    ledgers,
    SERIES | info("year") | cells(ITEMS, "meeting"),
    (ROWS, TOTALS),
)
