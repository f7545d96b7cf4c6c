"""Turns the roster into how the number of members moved (党员增减情况表); ledgers.md 8.8."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pipeline.documents.fields import Field, Row, Rows
from pipeline.documents.ledgers import UNTIL, Ledger, ledger_kind, telling_rows
from pipeline.documents.plan import ALL_ROWS, Doubt, origins, rows_of_people
from pipeline.documents.summary_grounds import STANDING, TOLD
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, Grounds, cells, info
from pipeline.facts.movement import INS, MOVED_IN, MOVED_OUT, OUTS, Count, confirmed, count_of, count_on, steps
from pipeline.findings import Origin
from pipeline.schema import ROSTER, Decides, Member
from pipeline.schema.members import ENDED
from pipeline.values import Person
from pipeline.vocabulary import Shape
from pipeline.wording import date_text

TEMPLATE = "党员增减情况表"
MOVED = STANDING | TOLD | info("year")
CONFIRMED = "转正"
SANCTIONS = frozenset(ENDED) - {"去世"}
"""Ways out of which a paper for everybody does not tell."""


class Figure(NamedTuple):
    """One line of the figures."""

    name: str
    members: Count
    part: bool
    """Whether the line is part of the one above it that adds up."""
    change: bool = False
    """Whether it moves members from one column to the other."""


class Change(NamedTuple):
    """One member who came, went or was confirmed."""

    day: date
    name: str
    way: str
    whence: str
    """From where or to where."""
    kind: str
    """What the member was then: 正式 or 预备."""


class MovementTable(Ledger):
    """How the number of members moved."""

    form = TEMPLATE
    tables = ()

    @property
    def moved(self) -> tuple[Member, ...]:
        """Those who came, went or were confirmed."""
        found = (*(step.member for step in steps(self.branch)), *(member for _, member in confirmed(self.branch)))
        return tuple({member.number: member for member in found}.values())

    @property
    def sources(self) -> tuple[Origin, ...]:
        """Those who moved, and what 支部信息 says."""
        return origins(self.branch.info.origins.values(), self.moved)

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """Whoever could be a member decides the figures; those who moved are called by name."""
        people = [Person(member.name, member.number) for member in self.moved]
        return {
            Decides.STANDING: ALL_ROWS,
            Decides.NAMING: rows_of_people(self.branch, people, doubt),
            Decides.SERIES: telling_rows(self.branch),
        }


def tables(branch: Branch) -> Iterator[MovementTable]:
    """Give the table; none where the branch had no member in the year."""
    one = MovementTable(branch)
    if one.moved or count_on(branch, branch.told_until).total:
        yield one


def figures(one: MovementTable) -> Sequence[Figure]:
    """Give opening, comings, goings and closing: each column of them adds up."""
    branch, moved = one.branch, steps(one.branch)
    inward, outward = ([step for step in moved if step.inward is way] for way in (True, False))
    promoted = len(confirmed(branch))
    return [
        Figure("年初党员", count_on(branch, branch.year_start - timedelta(days=1)), part=False),
        Figure("增加", count_of(inward), part=False),
        *(Figure(way, count_of(step for step in inward if step.way == way), part=True) for way in INS),
        Figure("减少", count_of(outward), part=False),
        *(Figure(way, count_of(step for step in outward if step.way == way), part=True) for way in OUTS),
        Figure("预备党员转正", Count(promoted, -promoted), part=False, change=True),
        Figure("期末党员", count_on(branch, branch.told_until), part=False),
    ]


def _signed(figure: Figure, number: int) -> str:
    return f"+{number}" if figure.change and number > 0 else str(number).replace("-", "−")


def changes(one: MovementTable) -> Sequence[Row[Change]]:
    """Give who came, went and was confirmed, by day, numbered."""
    branch = one.branch
    found = [
        Change(
            step.day,
            branch.label(step.member),
            step.way,
            _whence(step.way, step.member),
            "正式" if count_of([step]).full else "预备",
        )
        for step in steps(branch)
    ]
    found += [Change(day, branch.label(member), CONFIRMED, "", "正式") for day, member in confirmed(branch)]
    return [Row(number, change) for number, change in enumerate(sorted(found, key=lambda row: row.day), start=1)]


def _whence(way: str, member: Member) -> str:
    return {MOVED_IN: member.moved_from, MOVED_OUT: member.moved_to}.get(way, "")


def tells_of_sanctions(one: MovementTable) -> bool:
    """Whether somebody went in a way of which not everybody is told."""
    return any(step.way in SANCTIONS for step in steps(one.branch))


def _figure(name: str, about: str, example: str) -> Field[Figure]:
    attribute = {"合计": "total", "正式": "full", "预备": "probationary"}[name]
    return Field(
        name=name,
        about=about,
        example=example,
        value=lambda figure: _signed(figure, getattr(figure.members, attribute)),
        grounds=MOVED,
    )


def _text(name: str, about: str, example: str, attribute: str, grounds: Grounds) -> Field[Row[Change]]:
    return Field(
        name=name, about=about, example=example, value=lambda row: str(getattr(row.of, attribute)), grounds=grounds
    )


KIND = ledger_kind(
    TEMPLATE,
    "年初几名、年内怎么增减、年末几名，和每个人的日期、来源、去向",
    tables,
    MOVED,
    (
        Rows(
            name="数字",
            about="年初、增加、减少、转正、期末，一项一行；年初＋增加－减少＝期末，转正只在正式和预备之间移动",
            each=figures,
            grounds=MOVED,
            fields=(
                Field(name="项目", about="哪一项", example="转入", value=lambda figure: figure.name, grounds=MOVED),
                Field(
                    name="其中",
                    about="是不是上面一项里的一部分",
                    example="True",
                    value=lambda figure: figure.part,
                    grounds=MOVED,
                    shape=Shape.YES_NO,
                ),
                _figure("合计", "几名党员", "27"),
                _figure("正式", "其中正式党员几名", "25"),
                _figure("预备", "其中预备党员几名", "2"),
            ),
        ),
        Rows(
            name="名单",
            about="年内增加、减少、转正的党员，按日期",
            each=changes,
            grounds=MOVED,
            fields=(
                Field(name="序号", about="第几行", example="1", value=lambda row: str(row.number), grounds=MOVED),
                Field(
                    name="日期",
                    about="从哪天起计入或不再计入：接收的是批准日期",
                    example="2025年4月8日",
                    value=lambda row: date_text(row.of.day),
                    grounds=MOVED,
                ),
                _text("姓名", "姓名，同名的带编号", "赵雪", "name", MOVED | NAMING),
                _text("方式", "怎么增减的", "转入", "way", MOVED),
                _text("类别", "那时是正式还是预备", "正式", "kind", MOVED),
                _text(
                    "来源去向",
                    "转入的来源、转出的去向",
                    "第三维修队党支部",
                    "whence",
                    MOVED | cells(ROSTER, "moved_from moved_to"),
                ),
            ),
        ),
        UNTIL,
    ),
    confidential=tells_of_sanctions,
    confidential_ones="有除名、停止党籍等的",
)
