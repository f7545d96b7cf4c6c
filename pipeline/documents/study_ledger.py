"""Turns courses and lectures into the ledger of study (学习培训台账); ledgers.md 8.4."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.documents.fields import Field, Row, Rows, cell
from pipeline.documents.ledgers import Ledger, in_lines, items_of_elections, ledger_kind
from pipeline.documents.meeting_subject import ATTENDANCE, SERIES, MeetingRecord, meeting_records
from pipeline.documents.summary_prose import day_text
from pipeline.documents.summary_tables import Course, course_days, courses, participants_text
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, cells, info
from pipeline.schema import MEETINGS, ROSTER, TRAININGS, Item
from pipeline.vocabulary import Shape
from pipeline.wording import joined, number_text

TEMPLATE = "学习培训台账"
BY_DATE = cells(TRAININGS, "start subject")
STUDIED_AT = SERIES | cells(MEETINGS, "hours")


class StudyLedger(Ledger):
    """The year's courses, and the meetings that count hours of study."""

    form = TEMPLATE
    tables = (TRAININGS, MEETINGS, ROSTER)  # type: ignore[assignment]

    def further(self) -> Iterator[Item]:
        """The items that tell of elections."""
        return items_of_elections(self.branch)


def ledgers(branch: Branch) -> Iterator[StudyLedger]:
    """Give the ledger; none where there is neither a course nor a meeting with hours."""
    one = StudyLedger(branch)
    if branch.records.trainings or lectures(one):
        yield one


def trainings(one: StudyLedger) -> Sequence[Row[Course]]:
    """Give the courses by date, numbered."""
    return [Row(number, course) for number, course in enumerate(courses(one), start=1)]


def lectures(one: StudyLedger) -> Sequence[Row[MeetingRecord]]:
    """Give the meetings of the year that count hours of study, numbered."""
    found = (each for each in meeting_records(one.branch) if each.meeting.hours and one.branch.counts(each.meeting))
    return [Row(number, record) for number, record in enumerate(found, start=1)]


COURSES: Rows[StudyLedger, Row[Course]] = Rows(
    name="培训",
    about="学习培训，一次一行，按日期",
    each=trainings,
    grounds=BY_DATE,
    own_of=TRAININGS.name,
    own=lambda row: row.of.training,
    fields=(
        Field(name="序号", about="第几行", example="1", value=lambda row: str(row.number), grounds=BY_DATE),
        Field(
            name="日期",
            about="从哪天到哪天",
            example="3月5日至7日",
            value=lambda row: course_days(row.of),
            grounds=cells(TRAININGS, "start end") | info("year"),
        ),
        in_lines("内容", TRAININGS, "subject", lambda row: row.of.training.subject),
        cell("形式", TRAININGS, "form", lambda row: row.of.training.form),
        cell("主办", TRAININGS, "host", lambda row: row.of.training.host),
        cell("级别", TRAININGS, "rank", lambda row: row.of.training.rank),
        cell("学时", TRAININGS, "hours", lambda row: number_text(row.of.training.hours), "每人的学时"),
        cell(
            "参加人",
            TRAININGS,
            "people",
            lambda row: participants_text(row.of),
            "参加的人，全体参加的写全体党员",
            grounds=NAMING | cells(ROSTER, "station"),
        ),
        cell("证书号", TRAININGS, "certificate", lambda row: row.of.training.certificate),
    ),
)
LECTURES: Rows[StudyLedger, Row[MeetingRecord]] = Rows(
    name="集中学习",
    about="计学时的会：党课、主题党日等，一次一行",
    each=lectures,
    grounds=STUDIED_AT,
    fields=(
        Field(name="序号", about="第几行", example="1", value=lambda row: str(row.number), grounds=STUDIED_AT),
        Field(
            name="日期",
            about="哪天",
            example="3月28日",
            value=lambda row: day_text(row.of.branch, row.of.day),
            grounds=cells(MEETINGS, "day") | info("year"),
        ),
        Field(
            name="形式",
            about="会议类型",
            example="党课",
            value=lambda row: joined((*row.of.meeting.types, row.of.meeting.group)),
            grounds=cells(MEETINGS, "types group"),
        ),
        Field(
            name="内容",
            about="会议的主题",
            example="从一只轴承讲起",
            value=lambda row: row.of.meeting.theme,
            grounds=cells(MEETINGS, "theme"),
        ),
        Field(
            name="授课人",
            about="党课由谁讲",
            example="韩立峰",
            value=lambda row: str(row.of.meeting.lecturer or ""),
            grounds=cells(MEETINGS, "lecturer") | NAMING,
        ),
        Field(
            name="学时",
            about="每人几学时",
            example="2",
            value=lambda row: number_text(row.of.meeting.hours),
            grounds=cells(MEETINGS, "hours"),
        ),
        Field(
            name="实到",
            about="到会几人",
            example="25",
            value=lambda row: len(row.of.attendance.present),
            grounds=ATTENDANCE,
            shape=Shape.NUMBER,
        ),
        Field(
            name="补课",
            about="补课几人；没有人补课是空的",
            example="2",
            value=lambda row: str(len(row.of.meeting.makeups) or ""),
            grounds=cells(MEETINGS, "makeups"),
        ),
    ),
)
KIND = ledger_kind(
    TEMPLATE,
    "全年的学习培训和计学时的会，一次一行",
    ledgers,
    BY_DATE | STUDIED_AT | info("year"),
    (COURSES, LECTURES),
)
