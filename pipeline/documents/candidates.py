"""Turns the sheet 发展党员 into the ledger of those on their way into the Party (发展党员台账); forms.md 2.30."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.documents.fields import Field, Group, Rows, cell
from pipeline.documents.plan import DocumentKind, Doubt, Form, origins, rows_of, rows_of_people
from pipeline.documents.year_papers import FILE_NAME, LEDGERS_FOLDER, TITLE
from pipeline.facts.branch import Branch
from pipeline.facts.development import (
    LAST_STEPS,
    STEPS,
    Admission,
    Stage,
    admission_of,
    admissions,
    member_of,
    stage_now,
    stages_now,
    voted_on,
)
from pipeline.facts.grounds import NAMING, cells, deciding, info
from pipeline.findings import Origin
from pipeline.schema import CANDIDATES, ITEMS, MEETINGS, ROSTER, Candidate, Decides, Item, Member
from pipeline.schema.activities import ADMISSION
from pipeline.values import Period, name_key, natural
from pipeline.wording import date_text, days_text, joined, noted, number_text

TEMPLATE = "发展党员台账"
STEPPED = cells(CANDIDATES, " ".join(("name", "born", "reviews", "course", "notice", *STEPS, *LAST_STEPS)))
MEMBER = NAMING | STEPPED | cells(ROSTER, "born joined")
"""What decides which member a candidate has become."""
VOTED = MEMBER | cells(ITEMS, "meeting vote_type candidate") | cells(MEETINGS, "number day start")
"""What decides which vote was on admitting a candidate."""
REACHED = MEMBER | deciding(Decides.STANDING) | cells(CANDIDATES, "ended") | info("year")
"""What decides how far a candidate has come."""
BREAKING = frozenset({"vote_type", "candidate", "reviewed", "notice"})
"""Fields of a row of 议题发言 that may make it, or spoil it as, the vote on somebody's admission."""


@dataclass(frozen=True, eq=False)
class Line:
    """A candidate, with what the rest of the workbook knows of the person."""

    branch: Branch
    number: int
    """Place in the ledger, from 1."""
    of: Candidate

    @cached_property
    def member(self) -> Member | None:
        """The row of the roster, once there is one."""
        return member_of(self.branch, self.of)

    @cached_property
    def vote(self) -> Admission | None:
        """The vote of the general meeting, if it is of this workbook."""
        return admission_of(self.branch, self.of)

    @property
    def reviewed(self) -> date | None:
        """The day of the committee's review: as the ledger has it, else as the vote has it."""
        return self.of.reviewed or (self.vote.item.reviewed if self.vote else None)

    @property
    def notice(self) -> Period | None:
        """The public notice, likewise."""
        return self.of.notice or (self.vote.item.notice if self.vote else None)

    @property
    def stage(self) -> str:
        """How far the person has come, in words."""
        stage = stage_now(self.branch, self.of)
        waiting = stage is Stage.PROBATIONARY and self.member is not None and self.member.approved is None
        return noted(stage.value if stage else "", "待批准" if waiting else "")


@dataclass(frozen=True, eq=False, repr=False)
class Ledger:
    """The one ledger of the year."""

    branch: Branch

    form = TEMPLATE
    subfolder = ""

    @property
    def day(self) -> date:
        """成文日期, else the last of the year."""
        return self.branch.info.written or self.branch.year_end

    @property
    def words(self) -> Mapping[str, str]:
        """Nothing but what every document has."""
        return {}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The candidates by 编号; those without one behind them, by the day of applying."""
        rows = sorted(self.branch.records.candidates, key=in_order)
        return tuple(Line(self.branch, number, row) for number, row in enumerate(rows, start=1))

    @property
    def sources(self) -> tuple[Origin, ...]:
        """Every row of the sheet, the members and votes it may be about, and what 支部信息 says."""
        lines, used = self.lines, self.branch.info_rows(("short_name", "year", "written"))
        return origins((line.of for line in lines), self._same_names(), self._votes(), self._meetings(), used)

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """Whose row of the roster, and which vote, is theirs may hang on a name or a 会议编号 that is in doubt."""
        people = (person for line in self.lines for person in (*line.of.mentors, *line.of.sponsors))
        lost = doubt.rows(ROSTER.name, ROSTER.by_name["name"].heading)
        mine = rows_of(self._same_names()) | lost
        return {
            Decides.NAMING: mine | rows_of_people(self.branch, people, doubt),
            Decides.STANDING: mine,
            Decides.BELONGING: rows_of(self._votes()),
            Decides.SERIES: rows_of(vote.meeting for vote in admissions(self.branch)),
        }

    def _same_names(self) -> Iterator[Member]:
        """Yield the members who have the name of a candidate."""
        by_name = self.branch.names.by_name
        return (member for line in self.lines for member in by_name.get(name_key(line.of.name), ()))

    def _votes(self) -> Iterator[Item]:
        """Yield the rows of 议题发言 that are, or may be meant as, votes on an admission, of whatever meeting."""
        items = self.branch.records.items
        return (item for item in items if item.vote_type == ADMISSION or item.origin.broken & BREAKING)

    def _meetings(self) -> Iterator[Origin]:
        return (vote.meeting.origin for vote in admissions(self.branch))


def in_order(one: Candidate) -> tuple[object, ...]:
    """Sort key: by 编号, then by the day of applying."""
    return not one.number, natural(one.number), one.applied or date.max, one.name, one.origin.row


def ledgers(branch: Branch) -> Iterator[Ledger]:
    """Give the ledger where somebody stands in it."""
    if branch.records.candidates:
        yield Ledger(branch)


def span(period: Period | None) -> str:
    """Write a span of days; nothing for none."""
    return days_text(period.start, period.end) if period else ""


def dated(name: str, column: str) -> Field[Line]:
    """Declare a field that says what a cell with a date says."""
    return cell(name, CANDIDATES, column, lambda line: date_text(getattr(line.of, column)))


PEOPLE: Rows[Ledger, Line] = Rows(
    name="人员",
    about="每名申请入党的人一行，按编号、申请日期排",
    each=lambda ledger: ledger.lines,
    grounds=cells(CANDIDATES, "name number applied"),
    own_of=CANDIDATES.name,
    own=lambda line: line.of,
    fields=(
        Field(
            name="序号",
            about="台账里的第几名",
            example="1",
            value=lambda line: str(line.number),
            grounds=cells(CANDIDATES, "name number applied"),
        ),
        cell("编号", CANDIDATES, "number", lambda line: line.of.number),
        cell("姓名", CANDIDATES, "name", lambda line: line.of.name),
        cell("性别", CANDIDATES, "sex", lambda line: line.of.sex),
        cell("民族", CANDIDATES, "nation", lambda line: line.of.nation),
        dated("出生日期", "born"),
        cell("文化程度", CANDIDATES, "education", lambda line: line.of.education),
        cell("岗位", CANDIDATES, "station", lambda line: line.of.station),
        dated("申请入党日期", "applied"),
        dated("谈话日期", "interviewed"),
        dated("确定积极分子日期", "activist_on"),
        dated("积极分子备案日期", "activist_filed"),
        cell("培养联系人", CANDIDATES, "mentors", lambda line: joined(map(str, line.of.mentors)), grounds=NAMING),
        cell("考察日期", CANDIDATES, "reviews", lambda line: joined(map(date_text, line.of.reviews))),
        dated("确定发展对象日期", "chosen_on"),
        dated("发展对象备案日期", "chosen_filed"),
        cell("入党介绍人", CANDIDATES, "sponsors", lambda line: joined(map(str, line.of.sponsors)), grounds=NAMING),
        dated("政审日期", "vetted_on"),
        cell("政审结论", CANDIDATES, "vetting", lambda line: line.of.vetting),
        cell("集训起止", CANDIDATES, "course", lambda line: span(line.of.course)),
        cell("集训学时", CANDIDATES, "course_hours", lambda line: number_text(line.of.course_hours)),
        cell(
            "支委会审查日期",
            CANDIDATES,
            "reviewed",
            lambda line: date_text(line.reviewed),
            "支委会审查日期；台账没有填的，是议题发言里的",
            grounds=VOTED | cells(ITEMS, "reviewed"),
        ),
        dated("预审日期", "approved_for_vote"),
        cell(
            "公示起止",
            CANDIDATES,
            "notice",
            lambda line: span(line.notice),
            "公示起止；台账没有填的，是议题发言里的",
            grounds=VOTED | cells(ITEMS, "notice"),
        ),
        Field(
            name="大会日期",
            about="讨论接收的党员大会的日期；往年接收的，是名册的入党日期",
            example="2025年7月4日",
            value=lambda line: date_text(voted_on(line.branch, line.of)),
            grounds=VOTED,
        ),
        Field(
            name="批准日期",
            about="上级批准接收的日期，看名册",
            example="2025年8月12日",
            value=lambda line: date_text(line.member.approved) if line.member else "",
            grounds=MEMBER | cells(ROSTER, "approved"),
        ),
        Field(
            name="转正日期",
            about="转为正式党员的日期，看名册",
            example="2026年7月4日",
            value=lambda line: date_text(line.member.confirmed) if line.member else "",
            grounds=MEMBER | cells(ROSTER, "confirmed"),
        ),
        dated("不再培养日期", "ended"),
        cell("备注", CANDIDATES, "remark", lambda line: line.of.remark),
        Field(
            name="当前阶段",
            about="走到哪一步，由各步的日期和名册推出",
            example="预备党员",
            value=lambda line: line.stage,
            grounds=REACHED,
        ),
    ),
)
TOTALS: Group[Ledger, Ledger] = Group(
    name="台账",
    about="台账的合计",
    of=lambda ledger: ledger,
    fields=(
        Field(
            name="人数",
            about="各阶段的人数",
            example="入党申请人1名、入党积极分子1名、预备党员1名",
            value=lambda ledger: joined(
                f"{stage.value}{count}名" for stage, count in stages_now(ledger.branch).items()
            ),
            grounds=REACHED,
        ),
    ),
)
KIND: DocumentKind[Ledger] = DocumentKind(
    name=TEMPLATE,
    about="全年一份，“发展党员”这张表里有人才有：一览表，再每人一页",
    forms=(Form(TEMPLATE, LEDGERS_FOLDER),),
    file_name=FILE_NAME,
    title=TITLE,
    planned_from=CANDIDATES.name,
    subjects=ledgers,
    grounds=info("short_name year written"),
    confidential=lambda _ledger: True,
    confidential_ones="全部",
    fields=(PEOPLE, TOTALS),
)
