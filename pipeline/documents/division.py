"""Turns offices and duties into the division of work of the committee (支委分工表); ledgers.md 8.9."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.documents.fields import Field, Row, Rows
from pipeline.documents.ledgers import UNTIL, Ledger, ledger_kind, telling_rows
from pipeline.documents.plan import ALL_ROWS, Doubt, Either, origins, rows_of, rows_of_people
from pipeline.documents.summary_grounds import OFFICES, STANDING
from pipeline.facts.branch import Branch
from pipeline.facts.committee import has_committee
from pipeline.facts.grounds import NAMING, Grounds, cells, deciding, info
from pipeline.facts.membership import on_books
from pipeline.findings import Origin
from pipeline.schema import ROSTER, Decides, Member
from pipeline.schema.members import COMMITTEE_POSTS
from pipeline.values import Person
from pipeline.vocabulary import Shape
from pipeline.wording import clause, joined

TEMPLATE = "支委分工表"
POSTS = ROSTER.by_name["posts"].heading
HELD = OFFICES | info("elected")
GROUPED = STANDING | deciding(Decides.GROUPING)


class Officer(NamedTuple):
    """Somebody in office on the day told of."""

    branch: Branch
    member: Member


class Division(Ledger):
    """Who does what in the committee."""

    form = TEMPLATE
    tables = ()

    @property
    def sources(self) -> tuple[Origin, ...]:
        """Those in office, those who lead a group, and what 支部信息 says."""
        leaders = (member for group in self.branch.groups for member in leading(self.branch, group))
        return origins(self.branch.info.origins.values(), (row.of.member for row in officers(self)), leaders)

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """Whoever has an office decides who holds one; with groups, every member counts in one."""
        members = self.branch.members
        named = [Person(row.of.member.name, row.of.member.number) for row in officers(self)]
        named += [Person(m.name, m.number) for group in self.branch.groups for m in leading(self.branch, group)]
        seated = Either(rows_of(member for member in members if member.posts), doubt.rows(ROSTER.name, POSTS))
        return {
            Decides.OFFICE: seated,
            Decides.STANDING: ALL_ROWS if self.branch.groups else seated,
            Decides.GROUPING: ALL_ROWS if self.branch.groups else frozenset(),
            Decides.NAMING: rows_of_people(self.branch, named, doubt),
            Decides.SERIES: telling_rows(self.branch),
        }


def divisions(branch: Branch) -> Iterator[Division]:
    """Give the table; none where nobody is in office."""
    one = Division(branch)
    if officers(one):
        yield one


def officers(one: Division) -> Sequence[Row[Officer]]:
    """Give those in office on the day told of, by office and then by 编号, numbered."""
    branch, day = one.branch, one.branch.told_until
    seated = sorted(branch.committee(day), key=lambda m: min(map(_rank, branch.offices(m, day))))
    return [Row(number, Officer(branch, member)) for number, member in enumerate(seated, start=1)]


def _rank(office: str) -> int:
    return COMMITTEE_POSTS.index(office) if office in COMMITTEE_POSTS else len(COMMITTEE_POSTS)


def duties_text(row: Row[Officer]) -> list[str]:
    """Give what 支部信息 says of somebody's duties, a paragraph for each row of it."""
    branch, member = row.of
    found = [clause(entry.detail) for entry in branch.info.duties if branch.find(entry.content) is member]
    return [text for text in found if text] or [""]


def leading(branch: Branch, group: str) -> tuple[Member, ...]:
    """Give who leads a group on the day told of."""
    return branch.leaders_on(group, branch.told_until)


class Group(NamedTuple):
    """A group of the branch."""

    branch: Branch
    name: str


def _officer(name: str, column: str, example: str) -> Field[Row[Officer]]:
    return Field(
        name=name,
        about=f"党员名册的“{ROSTER.by_name[column].heading}”",
        example=example,
        value=lambda row: str(getattr(row.of.member, column)),
        grounds=HELD | cells(ROSTER, column),
    )


def _of_group(name: str, about: str, example: str, grounds: Grounds) -> Field[Group]:
    def value(group: Group) -> str:
        if name == "名称":
            return group.name
        if name == "组长":
            return joined(map(group.branch.label, leading(group.branch, group.name)))
        day = group.branch.told_until
        return str(sum(m.group == group.name and on_books(m, day) for m in group.branch.members))

    return Field(name=name, about=about, example=example, value=value, grounds=grounds)


KIND = ledger_kind(
    TEMPLATE,
    "支部书记、委员的职务和分工，党小组和组长",
    divisions,
    HELD,
    (
        Field(
            name="设支委会",
            about="在任的够不够一个支委会；不够的只有书记、副书记",
            example="True",
            value=lambda one: has_committee(one.branch, one.branch.told_until),
            grounds=HELD,
            shape=Shape.YES_NO,
        ),
        Rows(
            name="委员",
            about="写到的那天在任的书记、委员，按职务",
            each=officers,
            grounds=HELD,
            fields=(
                Field(name="序号", about="第几名", example="1", value=lambda row: str(row.number), grounds=HELD),
                Field(
                    name="姓名",
                    about="姓名，同名的带编号",
                    example="韩立峰",
                    value=lambda row: row.of.branch.label(row.of.member),
                    grounds=HELD | NAMING,
                ),
                Field(
                    name="职务",
                    about="那天的党内职务",
                    example="书记",
                    value=lambda row: joined(row.of.branch.offices(row.of.member, row.of.branch.told_until)),
                    grounds=HELD,
                ),
                _officer("岗位", "station", "队长"),
                Field(
                    name="分工",
                    about="支部信息里写的分工，一行一段；没有写的留空",
                    example="主持支部全面工作",
                    value=duties_text,
                    grounds=HELD | info("duties") | NAMING,
                    shape=Shape.TEXTS,
                ),
            ),
        ),
        Rows(
            name="小组",
            about="各党小组，一组一行；不设党小组的没有",
            each=lambda one: [Group(one.branch, name) for name in one.branch.groups],
            grounds=info("groups"),
            fields=(
                _of_group("名称", "党小组的名称", "第一党小组", info("groups")),
                _of_group("组长", "组长", "周国梁", GROUPED | NAMING | info("groups")),
                _of_group("人数", "那天在册的几名党员", "9", GROUPED | info("groups")),
            ),
        ),
        UNTIL,
    ),
)
