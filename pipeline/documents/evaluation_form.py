"""Turns a row of 民主评议 into a member's evaluation form (民主评议党员登记表): forms.md 2.8."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.documents.branch_fields import office_text
from pipeline.documents.evaluations import UNGRADED
from pipeline.documents.fields import Field, Group, cell
from pipeline.documents.ledgers import telling_rows
from pipeline.documents.meeting_subject import EVALUATED, lost_rows
from pipeline.documents.plan import DocumentKind, Doubt, Either, Form, origins, rows_of, rows_of_people
from pipeline.documents.problems import ORDER
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, cells, deciding, info
from pipeline.facts.membership import is_full
from pipeline.facts.polls import poll_of_members
from pipeline.facts.year import TOLD_BY
from pipeline.findings import Origin
from pipeline.schema import EVALUATIONS, ITEMS, MEETINGS, ROSTER, Decides, Evaluation, Member
from pipeline.schema.activities import EVALUATION, POLL
from pipeline.values import natural
from pipeline.vocabulary import Shape
from pipeline.wording import date_text, joined, month_text, number_text

TEMPLATE = "民主评议党员登记表"
FOLDER = "11一人一档"
WHEN = EVALUATED | cells(MEETINGS, "belongs_to group start number") | TOLD_BY
"""What decides on which day the evaluation was."""
STANDING = deciding(Decides.STANDING) | WHEN
POLLED = WHEN | ORDER | cells(ITEMS, "vote_type topic")


@dataclass(frozen=True, eq=False, repr=False)
class EvaluationForm:
    """One member's form."""

    branch: Branch
    row: Evaluation
    member: Member

    form = TEMPLATE
    subfolder = ""

    @cached_property
    def day(self) -> date:
        """The day of the evaluation."""
        return self.branch.evaluation_day

    @property
    def words(self) -> Mapping[str, str]:
        """What the file name and the title name."""
        member = self.member
        return {
            "日期": f"{self.day:%Y%m%d}",
            "编号": member.number,
            "姓名": member.name,
            "称呼": self.branch.label(member),
        }

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The row, the member, the meeting with the poll, and what 支部信息 says; any item while no one is the poll."""
        used = self.branch.info_rows(("full_name", "short_name", "year", "written", "elected"))
        meeting, poll = self.branch.evaluation_meeting, poll_of_members(self.branch)
        polls = (poll,) if poll or meeting is None else self.branch.items_of.get(meeting.number, ())
        return origins((self.row, self.member), (meeting, *polls), used)

    @property
    def graded(self) -> bool:
        """Whether the member is one of those who are graded: a full one."""
        return is_full(self.member, self.day)

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """The member alone decides standing, office and name; what may be an evaluation, which one is the year's."""
        mine = rows_of((self.member,))
        return {
            Decides.STANDING: mine,
            Decides.OFFICE: mine,
            Decides.GROUPING: mine,
            Decides.NAMING: mine | rows_of_people(self.branch, (self.row.member,), doubt),
            Decides.SERIES: Either(self._evaluations(doubt), telling_rows(self.branch)),
            Decides.BELONGING: self._of_the_poll(doubt),
        }

    def _evaluations(self, doubt: Doubt) -> frozenset[int]:
        """Give the rows of 会议活动 that are of an evaluation, or may be: typeless, or in doubt while none is."""
        meetings = self.branch.records.meetings
        unsure = doubt.rows(MEETINGS.name, MEETINGS.by_name["types"].heading)
        if self.branch.evaluation_meeting is not None:
            unsure -= rows_of(meeting for meeting in meetings if meeting.types)
        return rows_of(meeting for meeting in meetings if EVALUATION in meeting.types) | unsure

    def _of_the_poll(self, doubt: Doubt) -> frozenset[int]:
        """Give the rows of 议题发言 that are of the evaluation's meeting and its polls, or may be."""
        meeting, branch = self.branch.evaluation_meeting, self.branch
        if meeting is None:
            return frozenset()
        own = branch.items_of.get(meeting.number, ())
        topics = {item.topic_number for item in own if item.vote_type == POLL}
        titles = rows_of(item for item in own if item.topic and item.topic_number in topics)
        polls = rows_of(item for item in branch.records.items if item.vote_type == POLL)
        unsure = doubt.rows(ITEMS.name, ITEMS.by_name["vote_type"].heading)
        return titles | (rows_of(own) | lost_rows(branch, meeting, doubt)) & (polls | unsure)


def evaluation_forms(branch: Branch) -> Iterator[EvaluationForm]:
    """Give a form for everybody who was evaluated, in the order of the members' 编号."""
    rows = sorted(branch.records.evaluations, key=lambda row: natural(row.member.number if row.member else ""))
    for row in rows:
        member = branch.member_of(row.member)
        if member is not None:
            yield EvaluationForm(branch, row, member)


def post(one: EvaluationForm) -> str:
    """Write station and party office on the day."""
    return joined((one.member.station, office_text(one.branch, one.member, one.day)))


def valid(one: EvaluationForm) -> str:
    """Write how many valid ballots the poll had."""
    poll = poll_of_members(one.branch)
    return number_text(poll.valid) if poll else ""


MEMBER: Group[EvaluationForm, EvaluationForm] = Group(
    name="党员",
    about="被评议的党员，身份和职务以评议那天为准",
    of=lambda one: one,
    own_of=ROSTER.name,
    own=lambda one: one.member,
    fields=(
        cell("姓名", ROSTER, "name", lambda one: one.branch.label(one.member), "姓名，同名的带编号", grounds=NAMING),
        cell("性别", ROSTER, "sex", lambda one: one.member.sex),
        cell("民族", ROSTER, "nation", lambda one: one.member.nation),
        Field(
            name="出生年月",
            about="出生的年和月，不印日",
            example="1976年5月",
            value=lambda one: month_text(one.member.born),
            grounds=cells(ROSTER, "born"),
        ),
        cell("文化程度", ROSTER, "education", lambda one: one.member.education),
        cell("入党日期", ROSTER, "joined", lambda one: date_text(one.member.joined)),
        cell("转正日期", ROSTER, "confirmed", lambda one: date_text(one.member.confirmed)),
        Field(
            name="岗位职务",
            about="岗位，和评议那天的党内职务",
            example="维修二队队长、党支部书记",
            value=post,
            grounds=cells(ROSTER, "station group") | deciding(Decides.OFFICE, Decides.GROUPING) | STANDING,
        ),
        cell("党小组", ROSTER, "group", lambda one: one.member.group),
    ),
)
VIEW: Group[EvaluationForm, EvaluationForm] = Group(
    name="评议",
    about="这名党员的评议",
    of=lambda one: one,
    own_of=EVALUATIONS.name,
    own=lambda one: one.row,
    fields=(
        Field(
            name="日期",
            about="评议那次会的日期；没有记下是空的",
            example="2025年12月12日",
            value=lambda one: date_text(one.branch.evaluation_meeting.day) if one.branch.evaluation_meeting else "",
            grounds=WHEN,
        ),
        cell("自评", EVALUATIONS, "self_view", lambda one: one.row.self_view),
        cell("互评", EVALUATIONS, "peer_view", lambda one: one.row.peer_view),
        cell("优秀票", EVALUATIONS, "excellent", lambda one: number_text(one.row.excellent)),
        cell("合格票", EVALUATIONS, "good", lambda one: number_text(one.row.good)),
        cell("基本合格票", EVALUATIONS, "fair", lambda one: number_text(one.row.fair)),
        cell("不合格票", EVALUATIONS, "poor", lambda one: number_text(one.row.poor)),
        Field(
            name="有效票",
            about="测评的有效票；没有记下，或者分不清是哪一次测评，就空着",
            example="24",
            value=valid,
            grounds=POLLED | cells(ITEMS, "valid"),
        ),
        cell("等次", EVALUATIONS, "grade", lambda one: one.row.grade),
        Field(
            name="定等次",
            about="定不定等次：正式党员定，预备党员不定",
            example="True",
            value=lambda one: one.graded,
            grounds=STANDING,
            shape=Shape.YES_NO,
        ),
        Field(
            name="备注",
            about="不定等次的预备党员写明",
            example=UNGRADED,
            value=lambda one: "" if one.graded or one.row.grade else UNGRADED,
            grounds=STANDING | cells(EVALUATIONS, "grade"),
        ),
        cell("支部意见", EVALUATIONS, "opinion", lambda one: one.row.opinion),
    ),
)
KIND: DocumentKind[EvaluationForm] = DocumentKind(
    name=TEMPLATE,
    about="参加评议的党员一人一份",
    forms=(Form(TEMPLATE, FOLDER),),
    file_name="{年度}_{文件夹}_{日期}_{支部}_{编号}{姓名}_{文书}",
    title="{年度}年度{文书}（{称呼}）",
    planned_from=EVALUATIONS.name,
    subjects=evaluation_forms,
    grounds=WHEN | NAMING | info("short_name year"),
    confidential=lambda _one: True,
    confidential_ones="全部",
    fields=(MEMBER, VIEW),
)
