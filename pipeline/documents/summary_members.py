"""Declares what the work summary counts of the members: who they are, who came and went, how much they studied."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from pipeline.documents.branch_fields import OfBranch
from pipeline.documents.fields import Field, Group, Value
from pipeline.documents.summary_grounds import ATTENDED, OFFICES, STANDING, TOLD
from pipeline.facts.branch import Branch
from pipeline.facts.committee import has_committee
from pipeline.facts.grounds import Grounds, cells, deciding
from pipeline.facts.membership import full_since, not_known, on_books
from pipeline.facts.movement import movement
from pipeline.facts.participation import participations
from pipeline.facts.year import period_text
from pipeline.schema import MEETINGS, ROSTER, TRAININGS, Decides, Member
from pipeline.schema.members import NATIONS, SECRETARY
from pipeline.vocabulary import Shape
from pipeline.wording import average_text, date_text, joined, number_text

HIGHER_EDUCATION = frozenset({"研究生", "本科", "大专"})
MAJORITY = "汉族"
MINORITIES = frozenset(NATIONS) - {MAJORITY}
STUDIED = (
    ATTENDED | cells(MEETINGS, "hours makeups") | cells(TRAININGS, "people start hours") | cells(ROSTER, "station")
)
"""What decides who studied how many hours."""


@dataclass(frozen=True, eq=False, repr=False)
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


def officers(members: Members) -> int:
    """Count the officers of the committee; a branch with a secretary only has none."""
    return len(members.branch.committee(members.day)) if has_committee(members.branch, members.day) else 0


def movement_text(members: Members) -> str:
    """Say how the number at the beginning of the year became that of the day told of; nothing where nobody moved."""
    moved = movement(members.branch)
    if not moved.came and not moved.went:
        return ""
    parts = [f"年初{moved.opening}名"]
    for verb, ways in (("增加", moved.came), ("减少", moved.went)):
        if ways:
            how = joined(f"{way}{count}名" for way, count in ways.items())
            parts.append(f"{verb}{sum(ways.values())}名（{how}）")
    return joined(parts, "，")


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
            value=lambda found: period_text(found.branch),
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
        _count("支委", "支部委员；不设支委会的没有", "5", officers, OFFICES),
        Field(
            name="变动",
            about="年初几名，年内增加、减少几名，各是怎么来去的，同年末的人数对得上",
            example="年初27名，增加2名（接收预备党员1名、转入1名），减少1名（转出1名）",
            value=movement_text,
            grounds=TOLD | deciding(Decides.STANDING),
        ),
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
            _came(lambda branch, member: branch.tells_of(full_since(member)) and confirmed_here(member)),
            cells(ROSTER, "confirmed confirmed_approved moved_in") | TOLD,
        ),
    ),
)


@dataclass(frozen=True, eq=False, repr=False)
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
