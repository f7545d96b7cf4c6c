"""What the forms for commendations and for disposals have in common: a page for each row of 表彰处置; forms.md 2.20."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.documents.agenda import VOTERS
from pipeline.documents.fields import Declared, Field, Group, Rows, cell
from pipeline.documents.meeting_subject import MeetingRecord
from pipeline.documents.member_fields import member_group
from pipeline.documents.plan import Doubt, Either, origins, rows_of, rows_of_people
from pipeline.documents.problems import ORDER
from pipeline.documents.summary_tables import awards
from pipeline.documents.year_papers import YearPaper
from pipeline.facts.award_votes import meeting_of, vote_on
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, Grounds, cells
from pipeline.facts.votes import Vote
from pipeline.findings import Origin
from pipeline.schema import AWARDS, ITEMS, MEETINGS, Award, Decides, Meeting, Member
from pipeline.schema.members import AWARD
from pipeline.vocabulary import Shape
from pipeline.wording import date_text, joined, paragraphs

DISCUSSED = cells(AWARDS, "meeting") | cells(MEETINGS, "number")
"""What decides which meeting discussed it."""
VOTED = DISCUSSED | ORDER | VOTERS | NAMING | cells(AWARDS, "member title") | cells(ITEMS, "topic resolution vote_type")
"""What decides which vote was on it, and who could vote."""
CHOSEN = cells(AWARDS, "category member day title") | NAMING
"""What decides which pages there are, and in which order."""


@dataclass(frozen=True, eq=False, repr=False)
class AwardPage:
    """One commendation or disposal of one member."""

    branch: Branch
    award: Award
    member: Member

    @property
    def told(self) -> date:
        """The day as of which the page tells of the member."""
        return self.award.day or self.branch.year_end

    @property
    def meeting(self) -> Meeting | None:
        """The meeting that discussed it."""
        return meeting_of(self.branch, self.award)

    @property
    def vote(self) -> Vote | None:
        """The vote on it, where it can be told."""
        return vote_on(self.branch, self.award)


class AwardPaper(YearPaper):
    """A paper with a page for each row of 表彰处置 of some categories."""

    @property
    def has_something(self) -> bool:
        """Whether there is a row of a member."""
        return any(self.pages)

    @staticmethod
    def is_of_it(category: str) -> bool:
        """Whether rows of a category have a page."""
        raise NotImplementedError

    @cached_property
    def rows(self) -> tuple[Award, ...]:
        """The rows that have a page, and those of which it cannot be read whether they have."""
        return tuple(one.award for one in awards(self.branch) if self.is_of_it(one.award.category))

    @property
    def pages(self) -> Iterator[AwardPage]:
        """A page for each row whose member is on the roster, by date."""
        for award in self.rows:
            member = self.branch.member_of(award.member)
            if member is not None and award.category:
                yield AwardPage(self.branch, award, member)

    @property
    def _records(self) -> Iterator[MeetingRecord]:
        """Give the records of the meetings that discussed them."""
        for page in self.pages:
            if page.meeting is not None and page.meeting.day is not None:
                yield MeetingRecord(self.branch, page.meeting, page.meeting.day, "")

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The rows, the members, and the meetings with their items; whoever was expected at these has no part in it."""
        members = (page.member for page in self.pages)
        meetings = (row for record in self._records for row in (record.meeting, *record.items))
        used = self.branch.info_rows(("full_name", "elected"))
        return origins(self.rows, members, meetings, used, super().sources)

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """Whoever decides the attendance of the meetings, and how the members are called."""
        found: dict[Decides, list[Container[int]]] = {}
        for record in self._records:
            for decides, rows in record.follows(doubt).items():
                found.setdefault(decides, []).append(rows)
        mine = rows_of(page.member for page in self.pages)
        for decides in (Decides.STANDING, Decides.OFFICE, Decides.GROUPING):
            found.setdefault(decides, []).append(mine)
        named = rows_of_people(self.branch, (award.member for award in self.rows), doubt)
        found.setdefault(Decides.NAMING, []).append(named)
        return {decides: Either(*rows) for decides, rows in found.items()}


def discussed_text(page: AwardPage) -> str:
    """Say when and at which meeting it was discussed: 2025年9月19日党员大会."""
    meeting = page.meeting
    return date_text(meeting.day) + joined(meeting.types) if meeting is not None and meeting.day else ""


def _vote(
    name: str, about: str, example: str, value: Callable[[Vote], int | None], grounds: Grounds
) -> Field[AwardPage]:
    """Declare a figure of the vote; blank where the vote or the figure is not known."""

    def text(page: AwardPage) -> str:
        figure = value(page.vote) if page.vote is not None else None
        return "" if figure is None else str(figure)

    return Field(name=name, about=about, example=example, value=text, grounds=grounds)


VOTE: Group[AwardPage, AwardPage] = Group(
    name="讨论",
    about="会上的讨论；票数只写能认定是表决这件事的",
    of=lambda page: page,
    fields=(
        Field(
            name="会议",
            about="哪天的什么会",
            example="2025年9月19日党员大会",
            value=discussed_text,
            grounds=DISCUSSED | cells(MEETINGS, "day types"),
        ),
        _vote("应到", "应到会有表决权的几名", "25", lambda vote: vote.expected, VOTED),
        _vote("实到", "其中实到几名", "22", lambda vote: vote.present, VOTED),
        _vote("赞成", "赞成几票", "22", lambda vote: vote.item.ayes, VOTED | cells(ITEMS, "ayes")),
        _vote("反对", "反对几票", "0", lambda vote: vote.item.noes, VOTED | cells(ITEMS, "noes")),
        _vote("弃权", "弃权几票", "1", lambda vote: vote.item.abstentions, VOTED | cells(ITEMS, "abstentions")),
    ),
)
PAGE_FIELDS: tuple[Declared[AwardPage], ...] = (
    member_group("党员", "这名党员，职务和身份以决定那天为准", cells(AWARDS, "day")),
    VOTE,
    cell("类别", AWARDS, "category", lambda page: page.award.category),
    cell("名称", AWARDS, "title", lambda page: page.award.title),
    Field(
        name="依据",
        about="主要事迹或事实，一段一段的",
        example="带头完成合并变速箱攻关。",
        value=lambda page: paragraphs(page.award.basis),
        grounds=cells(AWARDS, "basis"),
        shape=Shape.TEXTS,
    ),
    cell("文号", AWARDS, "approval", lambda page: page.award.approval),
    cell("日期", AWARDS, "day", lambda page: date_text(page.award.day)),
)


def page_table(name: str, about: str) -> Rows[AwardPaper, AwardPage]:
    """Declare the pages of a paper."""
    return Rows(
        name=name,
        about=about,
        each=lambda paper: paper.pages,
        grounds=CHOSEN,
        own_of=AWARDS.name,
        own=lambda page: page.award,
        fields=PAGE_FIELDS,
    )


def is_commendation(category: str) -> bool:
    """Whether a category is that of commendations, or cannot be read."""
    return category in {"", AWARD}


def is_disposal(category: str) -> bool:
    """Whether a category is one of disposals or sanctions, or cannot be read."""
    return category != AWARD
