"""What the forms around a meeting share: its folder, its name, and what is known of it before it begins."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import ClassVar, TypeVar

from pipeline.documents.fields import Field
from pipeline.documents.meeting_head import HEAD
from pipeline.documents.meeting_subject import FOLDERS, SERIES, MeetingRecord, meeting_records
from pipeline.documents.plan import DocumentKind, Doubt, Form, origins, rows_of
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import cells, info
from pipeline.findings import Origin
from pipeline.schema import MEETINGS, Decides, Meeting
from pipeline.schema.activities import COMMITTEE, GROUP

WITH_ITS_RECORD = "与该次会议记录同一文件夹"
FILE_NAME = "{年度}_{文件夹}_{日期}_{支部}_{党小组}{次数}_{文书}"
"""As the record is named, with the form behind: the two stand side by side."""
BALLOT_NAME = FILE_NAME + "_{份数}"
"""The same, with how many copies to print."""
TITLE = "{支部}{会议}{文书}（{会议日期}）"
DECIDED = SERIES | info("short_name year")
"""What decides whether there is such a form, its name and its place."""
OF_THE_HEAD = ("编号", "类型", "合并", "次数", "日期", "时间", "地点", "主持人", "记录人", "党小组", "主题")
"""What a form says of its meeting in the words of the record; nothing of who came."""


def name_of(meeting: Meeting) -> str:
    """Name a meeting: 党员大会, 第一党小组会."""
    kind, group = meeting.types[0], meeting.group
    return f"{group}会" if kind == GROUP and group else kind


class MeetingPaper(MeetingRecord):
    """One meeting's form."""

    template: ClassVar[str]

    @property
    def form(self) -> str:
        """The one template."""
        return self.template

    @property
    def words(self) -> Mapping[str, str]:
        """What the file name and the title name."""
        return {**super().words, "会议": name_of(self.meeting)}

    @property
    def folder(self) -> str:
        """That of the meeting's record."""
        return FOLDERS[self.meeting.types[0]]

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The meeting, those expected, and what 支部信息 says; its items only where a form tells of them."""
        used = self.branch.info_rows(("short_name", "year", "elected"))
        return origins((self.meeting,), self.branch.expected(self.meeting), used)

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """As the record does; offices and groups only where they decide who is expected, or how the chair is called."""
        meeting, found = self.meeting, super().follows(doubt)
        chair = rows_of((self.branch.member_of(meeting.chair),))
        return {
            **found,
            Decides.OFFICE: found[Decides.OFFICE] if COMMITTEE in meeting.types else chair,
            Decides.GROUPING: found[Decides.GROUPING] if meeting.group or GROUP in meeting.types else chair,
        }


class CopiedPaper(MeetingPaper):
    """A form of which so many copies are wanted that its name says how many."""

    @property
    def copies(self) -> int:
        """How many are wanted."""
        raise NotImplementedError

    @property
    def words(self) -> Mapping[str, str]:
        """What the file name and the title name."""
        return {**super().words, "份数": f"印{self.copies}份"}


P = TypeVar("P", bound=MeetingPaper)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class MeetingForm(DocumentKind[P]):
    """A kind of form that belongs to a meeting and lies with its record."""

    of: Callable[[MeetingRecord], Iterator[P]]
    """Gives the forms of one meeting."""
    called_for: Callable[[Branch, Meeting], bool]
    """Whether a meeting has such a form, so far as its date and type do not decide it."""
    beforehand: bool = False
    """Whether it is to be had ready before the meeting: a blank form."""

    def may_come_of(self, branch: Branch) -> Container[int]:
        """Give the rows of 会议活动 that have such a form, or would have one but for their date or type."""
        return rows_of(meeting for meeting in branch.meetings if self.called_for(branch, meeting))


def each_meeting(of: Callable[[MeetingRecord], Iterator[P]]) -> Callable[[Branch], Iterator[P]]:
    """Give the forms of all meetings held, from what gives those of one."""
    return lambda branch: (paper for one in meeting_records(branch) for paper in of(one))


def with_its_record(template: str) -> tuple[Form]:
    """Give the one form of a kind that lies with the records."""
    return (Form(template, WITH_ITS_RECORD),)


IN_THE_RECORD = {field.name: field for field in HEAD.fields}
MEETING = replace(
    HEAD,
    fields=(
        Field(
            name="名称",
            about="会议的名称，党小组会带党小组的名称",
            example="第一党小组会",
            value=lambda one: name_of(one.meeting),
            grounds=cells(MEETINGS, "types group"),
        ),
        *(IN_THE_RECORD[name] for name in OF_THE_HEAD),
    ),
)
"""What stands under 会议: as in the meeting's record, as far as it is known before the meeting."""
