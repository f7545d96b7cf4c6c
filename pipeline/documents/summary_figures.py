"""Declares what the work summary says in figures; all of it is counted, nothing is typed by anybody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from pipeline.documents.branch_fields import OfBranch
from pipeline.documents.fields import Field, Group, Rows, Value
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Grounds, cells, deciding, info
from pipeline.facts.membership import not_known, on_books
from pipeline.facts.participation import participations
from pipeline.schema import ITEMS, MEETINGS, ROSTER, TALKS, TRAININGS, Decides, Item, Meeting, Member, Talk
from pipeline.schema.activities import (
    CRITICISM,
    ELECTION,
    GENERAL,
    GROUP,
    HOME_VISIT,
    MEETING_TYPES,
    ORG_LIFE,
    POLL,
    PROBLEM,
    SELF_CRITICISM,
    TALK_TYPES,
)
from pipeline.schema.members import NATIONS, SECRETARY
from pipeline.vocabulary import Shape
from pipeline.wording import average_text, date_text, joined, number_text, percent_text

HIGHER_EDUCATION = frozenset({"研究生", "本科", "大专"})
MAJORITY = "汉族"
MINORITIES = frozenset(NATIONS) - {MAJORITY}
APART = re.compile("[、，,；;]")
TOLD = info("written year")
"""What decides until which day the summary tells."""
STANDING = deciding(Decides.STANDING) | cells(ROSTER, "number") | TOLD
OFFICES = STANDING | deciding(Decides.OFFICE)
HELD = deciding(Decides.SERIES) | TOLD
"""What decides which meetings the summary counts."""
ATTENDED = HELD | STANDING | OFFICES | deciding(Decides.GROUPING) | cells(MEETINGS, "absences")
"""What decides how many were expected and came."""
SPOKEN = HELD | cells(ITEMS, "meeting topic_number topic step vote_type resolution")
TALKED = cells(TALKS, "day listeners") | TOLD
STUDIED = (
    ATTENDED | cells(MEETINGS, "hours makeups") | cells(TRAININGS, "people start hours") | cells(ROSTER, "station")
)
"""What decides who studied how many hours."""


@dataclass(frozen=True)
class Members:
    """The members on the last day told of."""

    branch: Branch

    @property
    def day(self) -> date:
        """The last day told of."""
        return self.branch.told_until

    @cached_property
    def all(self) -> tuple[Member, ...]:
        """Full and approved probationary members."""
        return (*self.branch.full(self.day), *self.branch.probationary(self.day))

    @property
    def waiting(self) -> int:
        """How many on the books are neither, yet."""
        sure = {member.number for member in self.all}
        return sum(on_books(m, self.day) and m.number not in sure for m in self.branch.members)

    def during(self, told: Callable[[Member], bool]) -> int:
        """Count members of whom something is true."""
        return sum(map(told, self.branch.members))


def counted(members: Sequence[Member], name: str, wanted: Collection[str]) -> Value:
    """Count the members with one of some values; nothing where that of any member is not known (G06)."""
    return "" if not_known(members, name) else sum(getattr(member, name) in wanted for member in members)


def confirmed_here(member: Member) -> bool:
    """Whether somebody belonged to this branch when confirmed."""
    return member.confirmed is not None and (member.moved_in is None or member.moved_in <= member.confirmed)


def _count(name: str, about: str, example: str, value: Callable[[Members], Value], grounds: Grounds) -> Field[Members]:
    return Field(name=name, about=about, example=example, value=value, grounds=grounds, shape=Shape.NUMBER)


def _came(value: Callable[[Branch, Member], bool]) -> Callable[[Members], int]:
    return lambda found: found.during(lambda member: value(found.branch, member))


MEMBERSHIP: Group[OfBranch, Members] = Group(
    name="党员",
    about="总结截止那天的党员人数，和年内的增减",
    of=lambda year: Members(year.branch),
    fields=(
        Field(
            name="日期",
            about="人数以哪天为准",
            example="2025年12月31日",
            value=lambda found: date_text(found.day),
            grounds=TOLD,
        ),
        Field(
            name="期间",
            about="全年还是年内",
            example="全年",
            value=lambda found: "全年" if found.day == found.branch.year_end else "年内",
            grounds=TOLD,
        ),
        _count("总数", "党员总数", "27", lambda found: len(found.all), STANDING),
        _count("待批", "等待批准的预备党员", "0", lambda found: found.waiting, STANDING),
        _count("正式", "正式党员", "25", lambda found: len(found.branch.full(found.day)), STANDING),
        _count("预备", "预备党员", "2", lambda found: len(found.branch.probationary(found.day)), STANDING),
        _count(
            "女党员",
            "女党员；有人没填就空着",
            "6",
            lambda found: counted(found.all, "sex", {"女"}),
            STANDING | cells(ROSTER, "sex"),
        ),
        _count(
            "少数民族",
            "少数民族党员；有人没填就空着",
            "3",
            lambda found: counted(found.all, "nation", MINORITIES),
            STANDING | cells(ROSTER, "nation"),
        ),
        _count(
            "大专以上",
            "大专以上文化程度的党员；有人没填就空着",
            "19",
            lambda found: counted(found.all, "education", HIGHER_EDUCATION),
            STANDING | cells(ROSTER, "education"),
        ),
        _count("支委", "支部委员", "5", lambda found: len(found.branch.committee(found.day)), OFFICES),
        _count(
            "转入",
            "年内转入",
            "1",
            _came(lambda branch, member: branch.tells_of(member.moved_in)),
            cells(ROSTER, "moved_in") | TOLD,
        ),
        _count(
            "转出",
            "年内转出",
            "1",
            _came(lambda branch, member: branch.tells_of(member.moved_out)),
            cells(ROSTER, "moved_out") | TOLD,
        ),
        _count(
            "接收",
            "年内接收的预备党员",
            "1",
            _came(lambda branch, member: branch.tells_of(member.joined) and not member.moved_in),
            cells(ROSTER, "joined moved_in") | TOLD,
        ),
        _count(
            "转正",
            "年内转正",
            "1",
            _came(lambda branch, member: branch.tells_of(member.confirmed) and confirmed_here(member)),
            cells(ROSTER, "confirmed moved_in") | TOLD,
        ),
    ),
)


@dataclass(frozen=True)
class Meetings:
    """Some meetings of the year."""

    branch: Branch
    kind: str
    meetings: tuple[Meeting, ...]

    @cached_property
    def turnout(self) -> tuple[int, int]:
        """Expected and present, added up."""
        found = [self.branch.attendance(meeting) for meeting in self.meetings]
        return sum(len(each.expected) for each in found), sum(len(each.present) for each in found)


def told_meetings(year: OfBranch) -> Meetings:
    """Give the meetings that the summary tells of."""
    branch = year.branch
    return Meetings(branch, "", tuple(meeting for meeting in branch.meetings if branch.tells_of(meeting.day)))


def by_type(told: Meetings) -> Iterator[Meetings]:
    """Give the meetings of each type, in the order of the types; types without a meeting are left out."""
    for kind in MEETING_TYPES:
        meetings = told.branch.of_type(kind)
        if meetings:
            yield Meetings(told.branch, kind, meetings)


def by_group(told: Meetings) -> Iterator[Meetings]:
    """Give the meetings of each group."""
    branch = told.branch
    for group in branch.groups:
        meetings = tuple(meeting for meeting in branch.of_type(GROUP) if meeting.group == group)
        yield Meetings(branch, group, meetings)


def votes_held(branch: Branch, meetings: frozenset[str]) -> int:
    """Count the votes of some meetings; an election of several candidates is one, the evaluation's poll is none."""
    held = {
        (item.meeting, item.topic_number, "" if item.vote_type == ELECTION else item.origin.row)
        for item in branch.records.items
        if item.meeting in meetings and item.vote_type not in {"", POLL}
    }
    return len(held)


def numbers(meetings: Iterable[Meeting]) -> frozenset[str]:
    """Collect the 编号 of some meetings."""
    return frozenset(meeting.number for meeting in meetings)


def topics(branch: Branch, meetings: Iterable[Meeting]) -> int:
    """Count the agenda items of some meetings."""
    return sum(
        len({item.topic_number for item in branch.items_of.get(meeting.number, ()) if item.topic})
        for meeting in meetings
    )


TURNOUT: tuple[Field[Meetings], ...] = (
    Field(
        name="应到人次",
        about="应到人次，由名册推出",
        example="155",
        value=lambda found: found.turnout[0],
        grounds=ATTENDED,
        shape=Shape.NUMBER,
    ),
    Field(
        name="实到人次",
        about="实到人次",
        example="142",
        value=lambda found: found.turnout[1],
        grounds=ATTENDED,
        shape=Shape.NUMBER,
    ),
    Field(
        name="到会率",
        about="实到占应到的百分数",
        example="91.6%",
        value=lambda found: percent_text(found.turnout[1], found.turnout[0]),
        grounds=ATTENDED,
    ),
)


def _held(
    name: str, about: str, example: str, value: Callable[[Meetings], Value], grounds: Grounds = HELD
) -> Field[Meetings]:
    return Field(name=name, about=about, example=example, value=value, grounds=grounds, shape=Shape.NUMBER)


MEETING_FIGURES: Group[OfBranch, Meetings] = Group(
    name="会议",
    about="全年的会",
    of=told_meetings,
    fields=(
        _held("总次数", "一共开了几次会", "73", lambda told: len(told.meetings)),
        *TURNOUT,
        Rows(
            name="各类",
            about="开过的各类会，一类一行",
            each=by_type,
            grounds=HELD,
            fields=(
                Field(name="类型", about="会议类型", example="党员大会", value=lambda found: found.kind, grounds=HELD),
                _held("次数", "开了几次", "6", lambda found: len(found.meetings)),
                *TURNOUT,
            ),
        ),
        Rows(
            name="各组",
            about="各党小组的会，一组一行",
            each=by_group,
            grounds=info("groups"),
            fields=(
                Field(
                    name="党小组",
                    about="哪个党小组",
                    example="第一党小组",
                    value=lambda found: found.kind,
                    grounds=info("groups"),
                ),
                _held("次数", "开了几次", "12", lambda found: len(found.meetings)),
            ),
        ),
        _held(
            "合并开展", "几次会是合并开展的", "2", lambda told: sum(len(meeting.types) > 1 for meeting in told.meetings)
        ),
        _held("表决", "表决过几次", "9", lambda told: votes_held(told.branch, numbers(told.meetings)), SPOKEN),
        _held(
            "党员大会议题",
            "党员大会一共几项议题",
            "14",
            lambda told: topics(told.branch, told.branch.of_type(GENERAL)),
            SPOKEN,
        ),
    ),
)


@dataclass(frozen=True)
class OrgLife:
    """The organisational-life meetings of the year."""

    branch: Branch
    meetings: tuple[Meeting, ...]

    @cached_property
    def steps(self) -> Mapping[str, int]:
        """How many rows there are of each step."""
        return Counter(item.step for item in self.items)

    @cached_property
    def items(self) -> Sequence[Item]:
        """Their rows of 议题发言."""
        return [item for meeting in self.meetings for item in self.branch.items_of.get(meeting.number, ())]


def org_life(year: OfBranch) -> OrgLife | None:
    """Give the organisational-life meetings; None where there was none."""
    meetings = year.branch.of_type(ORG_LIFE)
    return OrgLife(year.branch, meetings) if meetings else None


def _step(
    name: str, about: str, example: str, value: Callable[[OrgLife], Value], grounds: Grounds = SPOKEN
) -> Field[OrgLife]:
    return Field(name=name, about=about, example=example, value=value, grounds=grounds, shape=Shape.NUMBER)


ORG_LIFE_FIGURES: Group[OfBranch, OrgLife] = Group(
    name="组织生活会",
    about="组织生活会；没有开就是空的",
    of=org_life,
    grounds=HELD,
    fields=(
        Field(
            name="日期",
            about="开会的日期",
            example="2025年12月5日",
            value=lambda found: joined(date_text(meeting.day) for meeting in found.meetings),
            grounds=HELD,
        ),
        _step("次数", "开了几次", "1", lambda found: len(found.meetings), HELD),
        _step("问题", "查摆问题几个", "6", lambda found: found.steps[PROBLEM]),
        _step(
            "有措施",
            "其中几个写了整改措施",
            "6",
            lambda found: sum(item.step == PROBLEM and bool(item.resolution) for item in found.items),
        ),
        _step("自我批评", "自我批评几人次", "24", lambda found: found.steps[SELF_CRITICISM]),
        _step("批评意见", "批评意见几条", "25", lambda found: found.steps[CRITICISM]),
    ),
)


@dataclass(frozen=True)
class Talks:
    """Some talks of the year."""

    talks: tuple[Talk, ...]
    kind: str = ""


def told_talks(year: OfBranch) -> Talks:
    """Give the talks that the summary tells of."""
    return Talks(tuple(talk for talk in year.branch.talks if year.branch.tells_of(talk.day)))


def talks_by_type(told: Talks) -> Iterator[Talks]:
    """Give the talks of each type, in the order of the types; types without a talk are left out."""
    for kind in TALK_TYPES:
        talks = tuple(talk for talk in told.talks if talk.category == kind)
        if talks:
            yield Talks(talks, kind)


def _talked(name: str, about: str, example: str, value: Callable[[Talks], Value], columns: str = "day") -> Field[Talks]:
    grounds = TALKED | cells(TALKS, columns)
    return Field(name=name, about=about, example=example, value=value, grounds=grounds, shape=Shape.NUMBER)


TALK_FIGURES: Group[OfBranch, Talks] = Group(
    name="谈话",
    about="全年的谈心谈话和家访",
    of=told_talks,
    fields=(
        _talked("总数", "一共几次", "52", lambda told: len(told.talks)),
        _talked("家访", "其中家访几次", "5", lambda told: sum(t.method == HOME_VISIT for t in told.talks), "method"),
        _talked(
            "党员",
            "谈到多少名党员",
            "27",
            lambda told: len({person.number for talk in told.talks for person in talk.listeners if person.number}),
        ),
        Rows(
            name="各类",
            about="各类谈话，一类一行",
            each=talks_by_type,
            grounds=TALKED | cells(TALKS, "category"),
            fields=(
                Field(
                    name="类型",
                    about="谈话类型",
                    example="支委-支委",
                    value=lambda found: found.kind,
                    grounds=cells(TALKS, "category"),
                ),
                _talked("次数", "几次", "7", lambda found: len(found.talks), "category"),
            ),
        ),
        _talked("诉求", "几次谈话记了诉求", "16", lambda told: sum(bool(t.appeal) for t in told.talks), "appeal"),
        _talked(
            "办结",
            "其中几件有办理结果",
            "16",
            lambda told: sum(bool(t.appeal and t.outcome) for t in told.talks),
            "appeal outcome",
        ),
    ),
)


def talks_for(branch: Branch, number: str) -> Talks:
    """Give the talks held for a project."""
    return Talks(tuple(talk for talk in branch.talks if number and talk.project == number))


def _visits(found: Talks) -> int:
    return sum(talk.method == HOME_VISIT for talk in found.talks)


PROJECT_TALKS: tuple[Field[Talks], ...] = (
    _talked("总数", "为这个立项谈了几次", "2", lambda found: len(found.talks), "project"),
    _talked("家访", "其中家访几次", "0", _visits, "project method"),
    _talked("谈心", "其中谈心谈话几次", "2", lambda found: len(found.talks) - _visits(found), "project method"),
    _talked(
        "人数",
        "与多少人谈过",
        "3",
        lambda found: len({person.number or person.name for talk in found.talks for person in talk.listeners}),
        "project",
    ),
    Field(
        name="方法",
        about="用过的谈话方法",
        example="拉家常、听难处",
        value=lambda found: joined(dict.fromkeys(way for t in found.talks for way in APART.split(t.approach))),
        grounds=cells(TALKS, "project approach"),
    ),
)


@dataclass(frozen=True)
class Study:
    """Hours of study of the members on the last day told of."""

    branch: Branch

    @cached_property
    def hours(self) -> Mapping[str, Decimal]:
        """编号 to hours."""
        done = participations(self.branch, self.branch.told_until)
        return {member.number: done[member.number].hours for member in Members(self.branch).all}

    @cached_property
    def secretary(self) -> Member | None:
        """The secretary in office."""
        day = self.branch.told_until
        members = Members(self.branch).all
        return next((member for member in members if SECRETARY in self.branch.offices(member, day)), None)


STUDY: Group[OfBranch, Study] = Group(
    name="学习",
    about="学习的学时",
    of=lambda year: Study(year.branch),
    fields=(
        Field(
            name="人均学时",
            about="每名党员平均多少学时",
            example="48.8",
            value=lambda study: average_text(study.hours.values()) if any(study.hours.values()) else "",
            grounds=STUDIED,
        ),
        Field(
            name="书记学时",
            about="书记多少学时",
            example="124",
            value=lambda study: number_text(study.hours[study.secretary.number] or None) if study.secretary else "",
            grounds=STUDIED | OFFICES,
        ),
        Field(
            name="书记",
            about="书记是谁",
            example="韩立峰",
            value=lambda study: study.secretary.name if study.secretary else "",
            grounds=OFFICES | cells(ROSTER, "name"),
        ),
    ),
)
