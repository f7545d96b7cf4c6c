"""Turns a member of the branch into a responsibility agreement (党员目标管理责任书)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import count

from pipeline.documents.agreement_parts import part_numbers
from pipeline.documents.branch_fields import category_text, standing_text
from pipeline.documents.fields import Field, Group, Row, Rows, Value, cell
from pipeline.documents.plan import ALL_ROWS, DocumentKind, Doubt, Form, origins, rows_of, rows_of_people
from pipeline.documents.year_papers import AGREEMENTS_FOLDER
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, cells, deciding, info
from pipeline.facts.ordering import grouped
from pipeline.facts.year import TOLD_BY
from pipeline.findings import Origin
from pipeline.schema import ROSTER, TARGETS, ZONES, Decides, Member, Target, Zone
from pipeline.schema.members import SECRETARY, TARGET_CATEGORIES
from pipeline.vocabulary import Shape
from pipeline.wording import date_text, joined, noted, number_text

SIGNING = cells(ROSTER, "signed") | info("sign_day")
TOLD = SIGNING | TOLD_BY
"""What decides as of which day an agreement tells of a member."""
STANDING = deciding(Decides.STANDING) | TOLD
OFFICES = STANDING | deciding(Decides.OFFICE)
APPLYING = deciding(Decides.APPLYING) | cells(TARGETS, "category order") | cells(ROSTER, "station")
"""What decides which targets stand in which table, and in which order."""
ANSWERING = deciding(Decides.ANSWERING) | cells(ZONES, "name category")


@dataclass(frozen=True, eq=False, repr=False)
class Agreement:
    """One member's agreement."""

    branch: Branch
    member: Member
    zones: tuple[Zone, ...]
    said_of_all: tuple[Origin, ...]
    """The rows of 支部信息 that speak of agreements."""
    tables: dict[tuple[int, ...], Value]
    """Tables of targets that members share."""

    form = "党员目标管理责任书"
    subfolder = ""

    @cached_property
    def signed(self) -> date | None:
        """The day on which it is signed."""
        return self.branch.signing_day(self.member)

    @property
    def day(self) -> date:
        """The day of signing, else the first of the year."""
        return self.signed or self.branch.year_start

    @property
    def told(self) -> date:
        """The day as of which it tells of the member."""
        return self.signed or self.branch.told_until

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """The targets that apply to the member."""
        return self.branch.targets_of(self.member)

    @cached_property
    def by_category(self) -> Mapping[str, Sequence[Target]]:
        """Those of each category."""
        return grouped(self.targets, lambda target: target.category)

    def rows(self, category: str) -> Iterator[Row[Target]]:
        """Number the targets of one category."""
        return map(Row, count(1), self.by_category.get(category, ()))

    @property
    def words(self) -> Mapping[str, str]:
        """What the file name and the title name."""
        stamp = f"{self.signed:%Y%m%d}" if self.signed else str(self.branch.year)
        member = self.member
        return {
            "日期": stamp,
            "编号": member.number,
            "姓名": member.name,
            "称呼": self.branch.label(member),
        }

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The member, the targets and zones, and what 支部信息 says of agreements."""
        return origins((self.member,), self.targets, self.zones, self.said_of_all)

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """Targets and zones may turn out to be this member's while whose they are cannot be read; zones name people."""
        holders = (person for zone in self.zones for person in zone.holders)
        return {
            Decides.APPLYING: rows_of((*self.targets, *self.branch.once(unassigned))),
            Decides.ANSWERING: ALL_ROWS,
            Decides.NAMING: rows_of((self.member,)) | rows_of_people(self.branch, holders, doubt),
        }


def unassigned(branch: Branch) -> tuple[Target, ...]:
    """Give the targets of which no cell says, or none that can be read, to whom they apply."""
    return tuple(target for target in branch.records.targets if target.scope is None)


USED = ("full_name", "short_name", "year", "sign_day", "full_marks", "pass_marks", "documents", "slogans", "elected")


def agreements(branch: Branch) -> Iterator[Agreement]:
    """Give an agreement for everybody on the roster who signs one and has targets."""
    zones = zones_of(branch)
    tables: dict[tuple[int, ...], Value] = {}
    said_of_all = tuple(branch.info_rows(USED))
    for member in branch.members:
        if branch.signs(member) and branch.targets_of(member):
            yield Agreement(branch, member, tuple(zones[member.number]), said_of_all, tables)


def zones_of(branch: Branch) -> dict[str, list[Zone]]:
    """编号 to the zones a member answers for, by name."""
    found: dict[str, list[Zone]] = defaultdict(list)
    for zone in sorted(branch.records.zones, key=lambda zone: (zone.category, zone.name)):
        for person in zone.holders:
            found[person.number].append(zone)
    return found


def called(one: Agreement) -> str:
    """Name the member with the 编号 where two share the name, and with offices on the day of signing."""
    member, branch = one.member, one.branch
    number = member.number if member.name in branch.homonyms else ""
    return noted(member.name, number, joined(branch.offices(member, one.told)))


def standing(one: Agreement) -> str:
    """Write the years of party standing, or the category, as of the day of signing."""
    as_told = "" if one.signed else f"截至{date_text(one.told)}"
    return noted(standing_text(one.member, one.told) or category_text(one.member, one.told), as_told)


MEMBER: Group[Agreement, Agreement] = Group(
    name="党员",
    about="签责任书的党员，身份和职务以签订那天为准",
    of=lambda one: one,
    own_of=ROSTER.name,
    own=lambda one: one.member,
    fields=(
        cell("编号", ROSTER, "number", lambda one: one.member.number),
        cell("姓名", ROSTER, "name", lambda one: one.branch.label(one.member), "姓名，同名的带编号", grounds=NAMING),
        Field(
            name="称呼",
            about="姓名和党内职务，同名的带编号",
            example="韩立峰（书记）",
            value=called,
            grounds=NAMING | OFFICES,
        ),
        cell("性别", ROSTER, "sex", lambda one: one.member.sex),
        cell("民族", ROSTER, "nation", lambda one: one.member.nation),
        cell("出生日期", ROSTER, "born", lambda one: date_text(one.member.born)),
        cell("文化程度", ROSTER, "education", lambda one: one.member.education),
        cell("岗位", ROSTER, "station", lambda one: one.member.station),
        cell("党小组", ROSTER, "group", lambda one: one.member.group),
        Field(
            name="党员类别",
            about="签订那天是正式党员还是预备党员",
            example="正式党员",
            value=lambda one: category_text(one.member, one.told),
            grounds=STANDING,
        ),
        cell("入党日期", ROSTER, "joined", lambda one: date_text(one.member.joined)),
        cell("转正日期", ROSTER, "confirmed", lambda one: date_text(one.member.confirmed)),
        Field(name="党龄", about="签订那天的党龄", example="25年", value=standing, grounds=STANDING),
        Field(
            name="党内职务",
            about="签订那天的党内职务",
            example="书记",
            value=lambda one: joined(one.branch.offices(one.member, one.told)),
            grounds=OFFICES,
        ),
    ),
)
TARGET_FIELDS: tuple[Field[Row[Target]], ...] = (
    Field(
        name="序号",
        about="表里的第几项",
        example="1",
        value=lambda row: str(row.number),
        grounds=APPLYING,
    ),
    cell("目标内容", TARGETS, "text", lambda row: row.of.text),
    cell("考核标准", TARGETS, "standard", lambda row: row.of.standard),
    cell("分值", TARGETS, "points", lambda row: number_text(row.of.points)),
    cell("完成时限", TARGETS, "due", lambda row: row.of.due.text if row.of.due else ""),
)


def target_table(category: str) -> Rows[Agreement, Row[Target]]:
    """Declare the table of the targets of one category."""
    return Rows(
        name=f"{category}目标",
        about=f"适用于这名党员的{category}目标",
        each=lambda one: one.rows(category),
        fields=TARGET_FIELDS,
        grounds=APPLYING,
        own_of=TARGETS.name,
        own=lambda row: row.of,
        shared=lambda one: one.tables,
    )


ZONE_FIELDS: tuple[Field[Zone], ...] = (
    cell("名称", ZONES, "name", lambda zone: zone.name),
    cell("类型", ZONES, "category", lambda zone: zone.category),
    cell("范围", ZONES, "area", lambda zone: zone.area),
    cell("责任党员", ZONES, "holders", lambda zone: joined(map(str, zone.holders)), grounds=NAMING),
    cell("联系群众", ZONES, "contacts", lambda zone: zone.contacts),
    cell("任务", ZONES, "duty", lambda zone: zone.duty),
    cell("评定", ZONES, "rating", lambda zone: zone.rating),
)
KIND: DocumentKind[Agreement] = DocumentKind(
    name="责任书",
    about="每名签责任书的党员一份",
    forms=(Form("党员目标管理责任书", AGREEMENTS_FOLDER),),
    file_name="{年度}_{文件夹}_{日期}_{支部}_{编号}{姓名}",
    title="{年度}年度党员目标管理责任书（{称呼}）",
    planned_from=ROSTER.name,
    subjects=agreements,
    grounds=STANDING | NAMING | APPLYING | info("short_name"),
    fields=(
        MEMBER,
        *map(target_table, TARGET_CATEGORIES),
        Rows(
            name="责任区",
            about="这名党员负责的责任区",
            each=lambda one: one.zones,
            fields=ZONE_FIELDS,
            grounds=ANSWERING,
            own_of=ZONES.name,
            own=lambda zone: zone,
        ),
        part_numbers(APPLYING | ANSWERING),
        Group(
            name="责任书",
            about="责任书本身",
            of=lambda one: one,
            fields=(
                Field(
                    name="签订日期",
                    about="本人的签订日期，没有的用支部统一的",
                    example="2025年1月20日",
                    value=lambda one: date_text(one.signed),
                    grounds=SIGNING,
                ),
                Field(
                    name="书记本人",
                    about="签订那天他是不是书记；书记的责任书由上级党组织签",
                    example="False",
                    value=lambda one: SECRETARY in one.branch.offices(one.member, one.told),
                    grounds=OFFICES,
                    shape=Shape.YES_NO,
                ),
                Field(
                    name="截止日期",
                    about="年度的最后一天",
                    example="2025年12月31日",
                    value=lambda one: date_text(one.branch.year_end),
                    grounds=info("year"),
                ),
                Field(
                    name="目标数",
                    about="这名党员一共几项目标",
                    example="11",
                    value=lambda one: len(one.targets),
                    grounds=APPLYING,
                    shape=Shape.NUMBER,
                ),
            ),
        ),
    ),
)
