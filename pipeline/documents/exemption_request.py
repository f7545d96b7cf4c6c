"""Turns exemptions on the roster into the letters that ask for them (不计入应到请示); ledgers.md 8.10."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import NamedTuple

from pipeline.documents.fields import NOTHING, Field, Rows, cell
from pipeline.documents.ledgers import Ledger, ledger_kind, of_some_rows
from pipeline.documents.plan import Doubt, origins, rows_of, rows_of_people
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, Grounds, cells
from pipeline.findings import Origin
from pipeline.schema import ROSTER, Decides, Member
from pipeline.values import Person
from pipeline.wording import clause, date_text

TEMPLATE = "不计入应到请示"
COLUMNS = ("exempt_case", "exempt_basis", "exempt_agreed", "exempt_passed")
EXEMPT = cells(ROSTER, " ".join(COLUMNS))


class Exempt(NamedTuple):
    """A member who is not to be counted as expected."""

    branch: Branch
    member: Member


class Requests(Ledger):
    """The letters."""

    form = TEMPLATE
    tables = ()

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The members asked for, and what 支部信息 says."""
        return origins(self.branch.info.origins.values(), (one.member for one in exempt(self)))

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """Whoever is asked for, and whoever's exemption is in doubt."""
        members = [one.member for one in exempt(self)]
        headings = (ROSTER.by_name[name].heading for name in COLUMNS)
        lost = frozenset[int]().union(*(doubt.rows(ROSTER.name, heading) for heading in headings))
        people = [Person(member.name, member.number) for member in members]
        return {
            Decides.STANDING: rows_of(members) | lost,
            Decides.NAMING: rows_of_people(self.branch, people, doubt),
        }


def requests(branch: Branch) -> Iterator[Requests]:
    """Give the letters; none where nobody is exempt."""
    one = Requests(branch)
    if exempt(one):
        yield one


def exempt(one: Requests) -> Sequence[Exempt]:
    """Give the members of whom the roster says anything about an exemption, in the order of their 编号."""
    branch = one.branch
    return [Exempt(branch, m) for m in branch.members if any(getattr(m, name) for name in COLUMNS)]


def _cell(name: str, column: str, value: Callable[[Exempt], str], grounds: Grounds = NOTHING) -> Field[Exempt]:
    return of_some_rows(cell(name, ROSTER, column, value, grounds=grounds))


KIND = ledger_kind(
    TEMPLATE,
    "名册写了不计入应到的党员，一人一页请示，后附办理情况",
    requests,
    EXEMPT,
    (
        Rows(
            name="党员",
            about="不计入应到的党员，一人一页",
            each=exempt,
            grounds=EXEMPT,
            fields=(
                _cell("姓名", "name", lambda one: one.branch.label(one.member), NAMING),
                _cell("性别", "sex", lambda one: one.member.sex),
                _cell("出生日期", "born", lambda one: date_text(one.member.born)),
                _cell("入党日期", "joined", lambda one: date_text(one.member.joined)),
                _cell("党小组", "group", lambda one: one.member.group),
                cell("情形", ROSTER, "exempt_case", lambda one: clause(one.member.exempt_case)),
                cell("依据", ROSTER, "exempt_basis", lambda one: clause(one.member.exempt_basis)),
                cell("同意日期", ROSTER, "exempt_agreed", lambda one: date_text(one.member.exempt_agreed)),
                cell("通过日期", ROSTER, "exempt_passed", lambda one: date_text(one.member.exempt_passed)),
            ),
        ),
    ),
    confidential=lambda _one: True,
    confidential_ones="全部",
)
