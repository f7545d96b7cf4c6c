"""Turns a talk or home visit into its record (谈话记录, 家访记录); forms.md 2.9 and 2.10."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.documents.branch_fields import office_text
from pipeline.documents.fields import Field, Group, cell
from pipeline.documents.plan import ALL_ROWS, DocumentKind, Doubt, Form, origins, rows_of, rows_of_people
from pipeline.documents.signers import talk_places
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, cells, deciding, info
from pipeline.facts.membership import is_full
from pipeline.findings import Origin
from pipeline.schema import PROJECTS, TALKS, Decides, Project, Talk
from pipeline.schema.activities import HOME_VISIT, TALK_TYPES
from pipeline.values import Person
from pipeline.wording import between, date_text, joined, noted, span_text, weekday_text

FOLDER = "08谈心谈话与家访"
TALK, VISIT = "谈话记录", "家访记录"
CALLED = NAMING | deciding(Decides.STANDING, Decides.OFFICE, Decides.GROUPING) | cells(TALKS, "day")
"""What decides how somebody is called in a talk: name, office or standing on its day."""


@dataclass(frozen=True, eq=False, repr=False)
class TalkRecord:
    """One talk's record."""

    branch: Branch
    talk: Talk
    day: date

    subfolder = ""

    @property
    def form(self) -> str:
        """The template: home visits have their own."""
        return VISIT if self.talk.method == HOME_VISIT else TALK

    @cached_property
    def project(self) -> Project | None:
        """The project for which the talk was held."""
        return self.branch.project_of(self.talk)

    @property
    def words(self) -> Mapping[str, str]:
        """What the file name and the title name."""
        partners = [person.name for person in self.talk.listeners]
        whom = partners[0] + (f"等{len(partners)}人" if len(partners) > 1 else "") if partners else ""
        return {"日期": f"{self.day:%Y%m%d}", "编号": self.talk.number, "对象": whom}

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The talk, the members in it, the project, and what 支部信息 says."""
        people = map(self.branch.member_of, (*self.talk.speakers, *self.talk.listeners))
        return origins((self.talk,), people, (self.project,), self.branch.info_rows(("short_name", "year")))

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """People are called by name; of a project that is not found any row may be the one."""
        named = (*self.talk.speakers, *self.talk.listeners, *self.talk.responsible)
        lost = bool(self.talk.project) and self.project is None
        return {
            Decides.NAMING: rows_of_people(self.branch, named, doubt),
            Decides.REFERRING: ALL_ROWS if lost else rows_of((self.project,)),
        }


def talk_records(branch: Branch) -> Iterator[TalkRecord]:
    """Give a record for every talk that has a date."""
    for talk in branch.talks:
        if talk.day is not None:
            yield TalkRecord(branch, talk, talk.day)


def with_office(branch: Branch, talk: Talk, person: Person) -> str:
    """Write a member with office or standing: 韩立峰（党支部书记）."""
    member = branch.member_of(person)
    if member is None or talk.day is None:
        return str(person)
    standing = (
        "党员" if is_full(member, talk.day) else "预备党员" if member.joined and member.joined <= talk.day else ""
    )
    return noted(str(person), office_text(branch, member, talk.day) or standing)


def with_capacity(branch: Branch, talk: Talk, person: Person) -> str:
    """Write whom the talk was with: members with their standing, others with the capacity the row gives."""
    if branch.member_of(person) is None:
        return noted(str(person), talk.capacity)
    capacity = talk.capacity if all(branch.member_of(other) for other in talk.listeners) else ""
    return noted(with_office(branch, talk, person), capacity) if capacity else with_office(branch, talk, person)


TALK_GROUP: Group[TalkRecord, TalkRecord] = Group(
    name="谈话",
    about="这次谈话",
    of=lambda one: one,
    own_of=TALKS.name,
    own=lambda one: one.talk,
    fields=(
        cell("编号", TALKS, "number", lambda one: one.talk.number),
        cell("方式", TALKS, "method", lambda one: one.talk.method),
        cell("类型", TALKS, "category", lambda one: one.talk.category),
        Field(
            name="双方",
            about="谁和谁谈，写成话：支委与党员之间；不是选项里的照填的印",
            example="支委与党员之间",
            value=lambda one: between(one.talk.category) if one.talk.category in TALK_TYPES else one.talk.category,
            grounds=cells(TALKS, "category"),
        ),
        Field(
            name="谈话人",
            about="谈话人，带职务或党员身份",
            example="韩立峰（党支部书记）",
            value=lambda one: joined(with_office(one.branch, one.talk, who) for who in one.talk.speakers),
            grounds=cells(TALKS, "speakers") | CALLED,
        ),
        Field(
            name="谈话对象",
            about="谈话对象，带职务、党员身份或对象身份",
            example="郑卫东（党支部副书记）",
            value=lambda one: joined(with_capacity(one.branch, one.talk, who) for who in one.talk.listeners),
            grounds=cells(TALKS, "listeners capacity") | CALLED,
        ),
        cell("在场人", TALKS, "others", lambda one: one.talk.others),
        Field(
            name="时间",
            about="日期、星期和起止时间",
            example="2025年1月7日（星期二）9:00—9:50",
            value=lambda one: (
                noted(date_text(one.day), weekday_text(one.day)) + span_text(one.talk.start, one.talk.end)
            ),
            grounds=cells(TALKS, "day start end"),
        ),
        cell("地点", TALKS, "place", lambda one: one.talk.place),
        cell("事由", TALKS, "reason", lambda one: one.talk.reason),
        cell("谈话方法", TALKS, "approach", lambda one: one.talk.approach),
        cell("家庭情况", TALKS, "family", lambda one: one.talk.family),
        cell("谈话内容", TALKS, "text", lambda one: one.talk.text),
        cell("思想状况", TALKS, "mood", lambda one: one.talk.mood),
        cell("诉求", TALKS, "appeal", lambda one: one.talk.appeal),
        cell("意见建议", TALKS, "advice", lambda one: one.talk.advice),
        cell("措施", TALKS, "measure", lambda one: one.talk.measure),
        cell("责任人", TALKS, "responsible", lambda one: joined(map(str, one.talk.responsible)), grounds=NAMING),
        cell("时限", TALKS, "due", lambda one: one.talk.due.text if one.talk.due else ""),
        cell("办理结果", TALKS, "outcome", lambda one: one.talk.outcome),
        cell("回访日期", TALKS, "revisited", lambda one: date_text(one.talk.revisited)),
        Field(
            name="关联立项",
            about="为哪个立项谈的：立项的名称",
            example="两台待件变速箱合并装成一台",
            value=lambda one: one.project.name if one.project else "",
            grounds=cells(TALKS, "project") | cells(PROJECTS, "number name"),
        ),
        talk_places(NAMING),
    ),
)
KIND: DocumentKind[TalkRecord] = DocumentKind(
    name="谈话记录",
    about="每次谈心谈话或家访一份",
    forms=(Form(TALK, FOLDER), Form(VISIT, FOLDER)),
    file_name="{年度}_{文件夹}_{日期}_{支部}_{编号}{对象}",
    title="{支部}{文书}（{编号}）",
    planned_from=TALKS.name,
    subjects=talk_records,
    grounds=cells(TALKS, "number day method listeners") | NAMING | info("short_name year"),
    confidential=lambda _one: True,
    confidential_ones="全部",
    fields=(TALK_GROUP,),
)
