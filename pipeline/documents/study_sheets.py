"""Turns the year's study into a sheet a member (学时登记表): what, how long, hours asked for; ledgers.md 8.5."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.documents.branch_fields import office_text
from pipeline.documents.fields import Field, Row, Rows
from pipeline.documents.ledgers import UNTIL, Ledger, items_of_elections, ledger_kind
from pipeline.documents.summary_grounds import OFFICES, STANDING
from pipeline.documents.summary_members import STUDIED
from pipeline.documents.summary_prose import day_text
from pipeline.facts.as_told import as_told
from pipeline.facts.branch import Branch
from pipeline.facts.duties import State
from pipeline.facts.grounds import NAMING, cells, info
from pipeline.facts.membership import belonged
from pipeline.facts.study import Study, studies
from pipeline.facts.study_entries import StudyEntry, study_entries, subject
from pipeline.schema import MEETINGS, ROSTER, TRAININGS, Item, Meeting, Member
from pipeline.wording import days_text, joined, noted, number_text

TEMPLATE = "学时登记表"
WHO = STANDING | NAMING | info("year")
DONE = STUDIED | info("founded elected written year")


class StudySheets(Ledger):
    """The sheets of all members."""

    form = TEMPLATE
    tables = (TRAININGS, MEETINGS, ROSTER)  # type: ignore[assignment]

    def further(self) -> Iterator[Item]:
        """The items that tell of elections."""
        return items_of_elections(self.branch)


@dataclass(frozen=True, eq=False, repr=False)
class MemberSheet:
    """One member's sheet."""

    branch: Branch
    member: Member

    @property
    def entries(self) -> tuple[StudyEntry, ...]:
        """What the member studied."""
        return study_entries(self.branch)[self.member.number]

    @property
    def study(self) -> Study:
        """The hours reached and asked for, on the day told of."""
        return studies(as_told(self.branch))[self.member.number]


def sheets(branch: Branch) -> Iterator[StudySheets]:
    """Give the sheets; none where nobody studied."""
    if any(study_entries(branch).values()):
        yield StudySheets(branch)


def members(one: StudySheets) -> Sequence[MemberSheet]:
    """Give those who belonged to the branch on some day of the year."""
    branch = one.branch
    during = (m for m in branch.members if belonged(m, branch.year_start, branch.told_until))
    return [MemberSheet(branch, member) for member in during]


def entries(sheet: MemberSheet) -> Sequence[Row[tuple[Branch, StudyEntry]]]:
    """Give what a member studied, by date, numbered."""
    return [Row(number, (sheet.branch, entry)) for number, entry in enumerate(sheet.entries, start=1)]


def entry_days(row: Row[tuple[Branch, StudyEntry]]) -> str:
    """Write the day or days."""
    branch, entry = row.of
    if isinstance(entry.of, Meeting) or entry.of.start is None:
        return day_text(branch, entry.day)
    return days_text(entry.of.start, entry.of.end or entry.of.start).removeprefix(f"{branch.year}年")


def entry_form(row: Row[tuple[Branch, StudyEntry]]) -> str:
    """Say in which form: the type of the meeting, or the form of the course and its host."""
    entry = row.of[1]
    if isinstance(entry.of, Meeting):
        return joined(entry.of.types)
    return noted(entry.of.form, entry.of.host)


def wanted_text(sheet: MemberSheet) -> str:
    """Say how many hours the whole year asks for; nothing of somebody who came or left in it."""
    study = sheet.study
    return "" if study.state is State.NOT_APPLICABLE else str(study.wanted)


ENTRIES: Rows[MemberSheet, Row[tuple[Branch, StudyEntry]]] = Rows(
    name="学习",
    about="学了什么，一次一行，按日期",
    each=entries,
    grounds=STUDIED | cells(MEETINGS, "theme") | cells(TRAININGS, "subject"),
    fields=(
        Field(name="序号", about="第几行", example="1", value=lambda row: str(row.number), grounds=STUDIED),
        Field(
            name="日期",
            about="哪天，或从哪天到哪天",
            example="3月18日至19日",
            value=entry_days,
            grounds=STUDIED | cells(TRAININGS, "end") | info("year"),
        ),
        Field(
            name="内容",
            about="会议的主题，或培训的内容",
            example="支部委员实务和会议记录规范",
            value=lambda row: subject(row.of[1]),
            grounds=STUDIED | cells(MEETINGS, "theme") | cells(TRAININGS, "subject"),
        ),
        Field(
            name="形式",
            about="会议类型，或培训的形式和主办",
            example="集中轮训（公司党委组织科）",
            value=entry_form,
            grounds=STUDIED | cells(TRAININGS, "form host"),
        ),
        Field(
            name="学时",
            about="几学时",
            example="16",
            value=lambda row: number_text(row.of[1].hours),
            grounds=STUDIED,
        ),
        Field(
            name="补课",
            about="没有到会的，哪天补的课",
            example="4月2日",
            value=lambda row: day_text(row.of[0], row.of[1].made_up),
            grounds=STUDIED | info("year"),
        ),
    ),
)
SHEETS: Rows[StudySheets, MemberSheet] = Rows(
    name="党员",
    about="年内在本支部的党员，一人一页",
    each=members,
    grounds=WHO,
    fields=(
        Field(
            name="姓名",
            about="姓名，同名的带编号",
            example="韩立峰",
            value=lambda sheet: sheet.branch.label(sheet.member),
            grounds=WHO,
        ),
        Field(
            name="党小组",
            about="名册上的党小组",
            example="第一党小组",
            value=lambda sheet: sheet.member.group,
            grounds=WHO | cells(ROSTER, "group"),
        ),
        Field(
            name="岗位",
            about="名册上的岗位",
            example="队长",
            value=lambda sheet: sheet.member.station,
            grounds=WHO | cells(ROSTER, "station"),
        ),
        Field(
            name="职务",
            about="党内职务",
            example="党支部书记",
            value=lambda sheet: office_text(sheet.branch, sheet.member, sheet.branch.told_until),
            grounds=WHO | OFFICES | cells(ROSTER, "group leads_group") | info("elected"),
        ),
        ENTRIES,
        Field(
            name="合计",
            about="一共几学时",
            example="124",
            value=lambda sheet: number_text(sheet.study.hours),
            grounds=DONE,
        ),
        Field(
            name="应学",
            about="全年应学几学时，按“设置”；年内进出的是空的",
            example="56",
            value=wanted_text,
            grounds=DONE | OFFICES,
        ),
        Field(
            name="还差",
            about="还差几学时；够了的、年内进出的是空的",
            example="4",
            value=lambda sheet: number_text(sheet.study.lacking or None),
            grounds=DONE | OFFICES,
        ),
    ),
)
KIND = ledger_kind(TEMPLATE, "每名党员全年的学时，一人一页，本人签字", sheets, WHO | DONE, (SHEETS, UNTIL))
