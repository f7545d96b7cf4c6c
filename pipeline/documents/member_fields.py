"""Declares what the forms about one member say of the person: born, joined, where he works, which office he holds."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from pipeline.documents.branch_fields import category_text, office_text
from pipeline.documents.fields import NOTHING, Field, Group, cell
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, Grounds, cells, deciding
from pipeline.schema import ROSTER, Decides, Member
from pipeline.wording import date_text, joined, month_text

STANDING = deciding(Decides.STANDING)
OFFICES = STANDING | deciding(Decides.OFFICE, Decides.GROUPING)


class OfMember(Protocol):
    """Whatever tells of one member on one day."""

    @property
    def branch(self) -> Branch:
        """The branch."""

    @property
    def member(self) -> Member:
        """The member."""

    @property
    def told(self) -> date:
        """The day as of which it tells of office and standing."""


def member_fields(told_by: Grounds) -> tuple[Field[OfMember], ...]:
    """Declare the personal block of a form; `told_by` are the columns that decide as of which day it tells."""
    return (
        cell("编号", ROSTER, "number", lambda one: one.member.number),
        cell("姓名", ROSTER, "name", lambda one: one.branch.label(one.member), "姓名，同名的带编号", grounds=NAMING),
        cell("性别", ROSTER, "sex", lambda one: one.member.sex),
        cell("民族", ROSTER, "nation", lambda one: one.member.nation),
        Field(
            name="出生年月",
            about="出生的年和月",
            example="1976年5月",
            value=lambda one: month_text(one.member.born),
            grounds=cells(ROSTER, "born"),
        ),
        cell("文化程度", ROSTER, "education", lambda one: one.member.education),
        cell("岗位", ROSTER, "station", lambda one: one.member.station),
        cell("党小组", ROSTER, "group", lambda one: one.member.group),
        cell("入党时间", ROSTER, "joined", lambda one: date_text(one.member.joined)),
        cell("转正时间", ROSTER, "confirmed", lambda one: date_text(one.member.confirmed)),
        Field(
            name="党员类别",
            about="那天是正式党员还是预备党员",
            example="正式党员",
            value=lambda one: category_text(one.member, one.told),
            grounds=STANDING | told_by,
        ),
        Field(
            name="职务",
            about="岗位，和那天的党内职务",
            example="队长、党支部副书记",
            value=post_text,
            grounds=OFFICES | cells(ROSTER, "station") | told_by,
        ),
    )


def member_group(name: str, about: str, told_by: Grounds = NOTHING) -> Group[OfMember, OfMember]:
    """Declare the personal block under a name of its own."""
    return Group(
        name=name,
        about=about,
        of=lambda one: one,
        fields=member_fields(told_by),
        own_of=ROSTER.name,
        own=lambda one: one.member,
    )


def post_text(one: OfMember) -> str:
    """Write where somebody works and which office he held, each once: 队长、党支部副书记."""
    office = office_text(one.branch, one.member, one.told)
    station = one.member.station
    return office if station and office.endswith(station) else joined((station, office))
