"""Turns the roster into the list of members (党员名册) on the day told of; ledgers.md 8.7."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.documents.branch_fields import category_text
from pipeline.documents.fields import Field, Row, Rows, cell
from pipeline.documents.ledgers import PEOPLE, UNTIL, Ledger, ledger_kind, of_some_rows, telling_rows
from pipeline.documents.plan import ALL_ROWS, Doubt
from pipeline.documents.summary_grounds import OFFICES, STANDING, TOLD
from pipeline.documents.summary_members import MEMBERSHIP
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, cells, info
from pipeline.facts.membership import is_exempt, on_books
from pipeline.schema import ROSTER, Decides, Member
from pipeline.wording import date_text, joined, noted

TEMPLATE = "党员名册"
LISTED = STANDING | TOLD


class Listed(NamedTuple):
    """A member on the list."""

    branch: Branch
    member: Member


Line = Row[Listed]


class RosterList(Ledger):
    """The members on the day told of."""

    form = TEMPLATE
    tables = (ROSTER,)  # type: ignore[assignment]

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:  # noqa: ARG002
        """Every member; meetings only as far as they decide until when is told."""
        return {**dict.fromkeys(PEOPLE, ALL_ROWS), Decides.SERIES: telling_rows(self.branch)}


def lists(branch: Branch) -> Iterator[RosterList]:
    """Give the list; none where nobody is on the books."""
    one = RosterList(branch)
    if members(one):
        yield one


def members(one: RosterList) -> Sequence[Line]:
    """Give those on the books, numbered in the order of their 编号."""
    branch = one.branch
    found = (member for member in branch.members if on_books(member, branch.told_until))
    return [Row(number, Listed(branch, member)) for number, member in enumerate(found, start=1)]


def posts_text(line: Line) -> str:
    """Name the offices held on the day, and whether somebody leads a group."""
    branch, member = line.of
    leads = "党小组长" if member.leads_group == "是" and member.group else ""
    return joined((*branch.offices(member, branch.told_until), leads))


def note_text(line: Line) -> str:
    """Say since when and from where somebody is here, and who is not counted as expected; nothing of sanctions."""
    branch, member = line.of
    day = branch.told_until
    came = ""
    if member.moved_in and branch.tells_of(member.moved_in):
        came = noted(f"{date_text(member.moved_in)}转入", member.moved_from)
    back = f"{date_text(member.returned)}转回" if member.returned and branch.tells_of(member.returned) else ""
    waiting = "" if member.approved is None or member.approved <= day else "待上级批准"
    if member.approved is None and not member.confirmed and category_text(member, day) == "预备党员":
        waiting = "待上级批准"
    return joined((came, back, waiting, "不计入应到会人数" if is_exempt(member, day) else ""), "；")


def _cell(name: str, column: str, value: Callable[[Line], str]) -> Field[Line]:
    return of_some_rows(cell(name, ROSTER, column, value))


ROWS: Rows[RosterList, Line] = Rows(
    name="名册",
    about="写到的那天在册的党员，一人一行，按编号",
    each=members,
    grounds=LISTED,
    own_of=ROSTER.name,
    own=lambda line: line.of.member,
    fields=(
        Field(name="序号", about="第几名", example="1", value=lambda line: str(line.number), grounds=LISTED),
        _cell("编号", "number", lambda line: line.of.member.number),
        _cell("姓名", "name", lambda line: line.of.member.name),
        _cell("性别", "sex", lambda line: line.of.member.sex),
        _cell("民族", "nation", lambda line: line.of.member.nation),
        _cell("出生日期", "born", lambda line: date_text(line.of.member.born)),
        _cell("文化程度", "education", lambda line: line.of.member.education),
        _cell("岗位", "station", lambda line: line.of.member.station),
        _cell("党小组", "group", lambda line: line.of.member.group),
        _cell("入党日期", "joined", lambda line: date_text(line.of.member.joined)),
        _cell("转正日期", "confirmed", lambda line: date_text(line.of.member.confirmed)),
        Field(
            name="类别",
            about="那天是正式党员还是预备党员",
            example="正式党员",
            value=lambda line: category_text(line.of.member, line.of.branch.told_until),
            grounds=LISTED,
        ),
        Field(
            name="职务",
            about="那天的党内职务；党小组长也写",
            example="组织委员、宣传委员",
            value=posts_text,
            grounds=LISTED | OFFICES | cells(ROSTER, "group leads_group") | info("elected"),
        ),
        Field(
            name="备注",
            about="年内转入、转回的日期和来源，待上级批准的，不计入应到会人数的；处分不写，名册的备注不印",
            example="2025年4月8日转入（第三维修队党支部）",
            value=note_text,
            grounds=LISTED | cells(ROSTER, "moved_from") | info("year"),
        ),
    ),
)
KIND = ledger_kind(
    TEMPLATE,
    "年末（没有到年末的写到最后一天）在册的党员，一人一行",
    lists,
    LISTED | OFFICES | NAMING,
    (MEMBERSHIP, ROWS, UNTIL),
)
