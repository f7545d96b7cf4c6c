"""Turns the year's meetings into the attendance sheet (考勤表): a mark for each member at each; ledgers.md 8.2."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from pipeline.documents.fields import Field, Group, Rows, Value
from pipeline.documents.ledgers import Ledger, items_of_elections, ledger_kind
from pipeline.documents.meeting_subject import ATTENDANCE, SERIES, meeting_records
from pipeline.facts.attendance_marks import Mark, Sums, marks_at, sums_of
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, Grounds, cells, info
from pipeline.schema import MEETINGS, ROSTER, Item, Meeting, Member
from pipeline.schema.activities import GROUP
from pipeline.vocabulary import Shape
from pipeline.wording import percent_text

TEMPLATE = "考勤表"
WIDE = 24
"""Meetings side by side in one table."""
LONGEST_NAME = 9
"""Characters of a meeting's name that stand below each other at the head of its column."""
MARKED = ATTENDANCE | SERIES | cells(MEETINGS, "makeups") | info("year")


@dataclass(frozen=True, eq=False, repr=False)
class Part:
    """The meetings of some months, side by side."""

    sheet: AttendanceSheet
    meetings: tuple[tuple[int, Meeting], ...]
    """Each with its number in the ledger of meetings."""
    again: bool
    """Whether the months stand in another table, too: too many meetings for one."""

    @cached_property
    def marks(self) -> Sequence[Mapping[str, Mark]]:
        """The marks at each meeting."""
        return [marks_at(self.sheet.branch, meeting) for _, meeting in self.meetings]

    @property
    def period(self) -> str:
        """Name the months: 1月至3月."""
        first, last = (self.meetings[place][1] for place in (0, -1))
        ends = [month_of(self.sheet.branch, one) for one in (first, last)]
        months = "至".join(dict.fromkeys(ends))
        return f"{months}（第{self.meetings[0][0]}—{self.meetings[-1][0]}号会）" if self.again else months


@dataclass(frozen=True, eq=False, repr=False)
class Person:
    """One member's row in a table."""

    part: Part
    number: int
    member: Member


@dataclass(frozen=True, eq=False, repr=False)
class Sum:
    """One member's row among the sums; nobody's for the last one."""

    branch: Branch
    number: str
    member: Member | None
    sums: Sums


class AttendanceSheet(Ledger):
    """The year's attendance."""

    form = TEMPLATE
    tables = (MEETINGS, ROSTER)  # type: ignore[assignment]

    def further(self) -> Iterator[Item]:
        """The items that tell of elections."""
        return items_of_elections(self.branch)

    @cached_property
    def meetings(self) -> Sequence[tuple[int, Meeting]]:
        """The meetings of the year, with their numbers in the ledger of meetings."""
        found = enumerate((record.meeting for record in meeting_records(self.branch)), start=1)
        return [(number, meeting) for number, meeting in found if self.branch.counts(meeting)]

    @cached_property
    def sums(self) -> Mapping[str, Sums]:
        """What each member's marks add up to."""
        return sums_of(self.branch, (meeting for _, meeting in self.meetings))

    @cached_property
    def members(self) -> Sequence[Member]:
        """Those expected at any of them, in the order of their 编号."""
        return [member for member in self.branch.members if member.number in self.sums]


def sheets(branch: Branch) -> Iterator[AttendanceSheet]:
    """Give the sheet; none where nobody was expected at any meeting."""
    one = AttendanceSheet(branch)
    if one.members:
        yield one


def parts(one: AttendanceSheet) -> Iterator[Part]:
    """Lay whole months side by side while there is room; a month with more meetings than that fills several tables."""
    waiting: list[tuple[int, Meeting]] = []
    for _, group in groupby(one.meetings, key=lambda row: row[1].day and (row[1].day.year, row[1].day.month)):
        month = list(group)
        if waiting and len(waiting) + len(month) > WIDE:
            yield Part(one, tuple(waiting), again=False)
            waiting = []
        if len(month) > WIDE:
            yield from (Part(one, tuple(month[at : at + WIDE]), again=True) for at in range(0, len(month), WIDE))
            continue
        waiting += month
    if waiting:
        yield Part(one, tuple(waiting), again=False)


def month_of(branch: Branch, meeting: Meeting) -> str:
    """Name the month of a meeting, with the year where it is not that of the workbook."""
    day = meeting.day
    if day is None:
        return ""
    return f"{day.month}月" if day.year == branch.year else f"{day.year}年{day.month}月"


def called(meeting: Meeting) -> str:
    """Say shortly what a meeting is, for a narrow column: 党员大会, 第一党小组会, 组织生活会等."""
    kind = meeting.types[0]
    name = f"{meeting.group}会" if kind == GROUP and meeting.group else kind
    if len(meeting.types) > 1:
        return f"{name}等"
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def _side_by_side(value: Callable[[int, Meeting], str]) -> Callable[[Part], Value]:
    return lambda part: _padded(value(number, meeting) for number, meeting in part.meetings)


def _padded(texts: Iterable[str]) -> list[Value]:
    """Fill a row of cells up to the width of the table."""
    found: list[Value] = list(texts)
    return found + [""] * (WIDE - len(found))


def people(part: Part) -> list[Person]:
    """Give the rows of a table: the same members in each, so that a number is always the same person."""
    return [Person(part, number, member) for number, member in enumerate(part.sheet.members, start=1)]


def _marks(one: Person) -> Value:
    found = (marks.get(one.member.number) for marks in one.part.marks)
    return _padded(mark.value if mark else "" for mark in found)


def _counts(wanted: frozenset[Mark]) -> Callable[[Part], Value]:
    return lambda part: _padded(str(sum(mark in wanted for mark in marks.values())) for marks in part.marks)


def totals(one: AttendanceSheet) -> Iterator[Sum]:
    """Give each member's sums."""
    for number, member in enumerate(one.members, start=1):
        yield Sum(one.branch, str(number), member, one.sums[member.number])


def whole(one: AttendanceSheet) -> Sum:
    """Add all of them up."""
    rows = list(one.sums.values())
    names = ("expected", "present", "excused", "absent", "made_up", "late")
    return Sum(one.branch, "", None, Sums(**{name: sum(getattr(row, name) for row in rows) for name in names}))


def _texts(name: str, about: str, example: str, value: Callable[[Part], Value], grounds: Grounds) -> Field[Part]:
    return Field(name=name, about=about, example=example, value=value, grounds=grounds, shape=Shape.TEXTS)


def _sum(name: str, about: str, example: str, value: Callable[[Sums], int]) -> Field[Sum]:
    return Field(
        name=name,
        about=about,
        example=example,
        value=lambda one: value(one.sums),
        grounds=MARKED,
        shape=Shape.NUMBER,
    )


SUMS: tuple[Field[Sum], ...] = (
    _sum("应到", "应到几次", "60", lambda sums: sums.expected),
    _sum("实到", "实到几次，迟到的算到会", "55", lambda sums: sums.present),
    _sum("请假", "有原因没有到会的几次", "4", lambda sums: sums.excused),
    _sum("缺勤", "没有原因、没有请假的几次", "1", lambda sums: sums.absent),
    _sum("补课", "没有到会的里补了课的几次", "3", lambda sums: sums.made_up),
    _sum("迟到", "到会的里迟到的几次", "0", lambda sums: sums.late),
    Field(
        name="到会率",
        about="实到占应到的百分数",
        example="91.7%",
        value=lambda one: percent_text(one.sums.present, one.sums.expected),
        grounds=MARKED,
    ),
)
TABLES: Rows[AttendanceSheet, Part] = Rows(
    name="分表",
    about=f"考勤的表，一张至多{WIDE}次会，按月分开",
    each=parts,
    grounds=SERIES,
    fields=(
        Field(
            name="期间",
            about="哪几个月",
            example="1月至4月",
            value=lambda part: part.period,
            grounds=SERIES | info("year"),
        ),
        _texts(
            "编号",
            f"各次会在会议台账里的序号，{WIDE}格，没有会的格是空的",
            "1",
            _side_by_side(lambda number, _: str(number)),
            SERIES,
        ),
        _texts("月", "各次会的月份", "3", _side_by_side(lambda _, one: str(one.day.month) if one.day else ""), SERIES),
        _texts("日", "各次会的日子", "28", _side_by_side(lambda _, one: str(one.day.day) if one.day else ""), SERIES),
        _texts(
            "名称",
            "各次会是什么会，合并开展的只写第一种",
            "第一党小组会",
            _side_by_side(lambda _, one: called(one)),
            SERIES,
        ),
        Rows(
            name="行",
            about="一名党员一行，各张表同样的人",
            each=people,
            grounds=MARKED,
            fields=(
                Field(name="序号", about="第几名", example="1", value=lambda one: str(one.number), grounds=MARKED),
                Field(
                    name="姓名",
                    about="姓名，同名的带编号",
                    example="韩立峰",
                    value=lambda one: one.part.sheet.branch.label(one.member),
                    grounds=MARKED | NAMING,
                ),
                Field(
                    name="格",
                    about="各次会的记号：√到会 △请假 ×缺勤 ○补课，不应到的是空的",
                    example="√",
                    value=_marks,
                    grounds=MARKED,
                    shape=Shape.TEXTS,
                ),
            ),
        ),
        _texts("应到", "各次会应到几人", "27", _counts(frozenset(Mark)), MARKED),
        _texts("实到", "各次会实到几人", "25", _counts(frozenset({Mark.CAME})), MARKED),
    ),
)
PER_MEMBER: Rows[AttendanceSheet, Sum] = Rows(
    name="个人",
    about="每名党员全年的合计",
    each=totals,
    grounds=MARKED,
    fields=(
        Field(name="序号", about="第几名", example="1", value=lambda one: one.number, grounds=MARKED),
        Field(
            name="姓名",
            about="姓名，同名的带编号",
            example="韩立峰",
            value=lambda one: one.branch.label(one.member) if one.member else "",
            grounds=MARKED | NAMING,
        ),
        Field(
            name="党小组",
            about="名册上的党小组",
            example="第一党小组",
            value=lambda one: one.member.group if one.member else "",
            grounds=MARKED | cells(ROSTER, "group"),
        ),
        *SUMS,
    ),
)
KIND = ledger_kind(
    TEMPLATE,
    "全年的会，党员一行、会一列，一格一个记号，末尾每人合计",
    sheets,
    MARKED,
    (TABLES, PER_MEMBER, Group(name="合计", about="全体合计，人次", of=whole, fields=SUMS, grounds=MARKED)),
)
