"""Declares what the year at a glance tells: what is due and missing, the duties by month, what each member did."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from pipeline.documents.fields import Declared, Field, Group, Rows
from pipeline.facts.grounds import cells, deciding, info
from pipeline.ooxml.xml import legal
from pipeline.schema import MEETINGS, PROJECTS, ROSTER, TALKS, TRAININGS, Decides
from pipeline.vocabulary import Shape

if TYPE_CHECKING:  # the glance takes 0.01 s that a run without it does without
    from pipeline.glance.model import Cell, Glance, Mark, Notice

E = TypeVar("E")
GLANCE = (
    deciding(Decides.STANDING, Decides.OFFICE, Decides.GROUPING, Decides.NAMING, Decides.SERIES, Decides.APPLYING)
    | cells(ROSTER, "extended_until signed station")
    | cells(MEETINGS, "absences hours makeups")
    | cells(TALKS, "number day speakers listeners due outcome")
    | cells(TRAININGS, "people start hours")
    | cells(PROJECTS, "name due finished")
    | info("short_name year founded elected expires fixed_day groups written sign_day")
)
"""What the glance stands on. All of it is on one or two pages, so that every field stands on everything."""
STATES = {
    "√": "做到",
    "△": "偏离",
    "×": "缺",
    "●": "到期",
    "○": "未到期",
    "—": "不适用",
}
"""What a template calls each mark, by its sign."""
PERIODS = {1: "月", 3: "季", 12: "年"}
"""Months that a cell of the chart covers to the name of such a period."""
MEMBER_CELLS = {
    "到会": "实到几次、应到几次",
    "学时": "学习了多少学时",
    "支委谈话": "与支委谈了几次",
    "党员谈话": "与其他党员谈了几次",
    "责任书": "责任书哪天签订",
}
"""The marked cells of a member, in the order of the model, with what each says."""

PAGE = 10432
"""Height of the type area in twips."""
HEAD, NOTICE_LINE, NOTICE_LETTERS = 3600, 270, 38
"""What stands above the chart, each line of a notice, and the Chinese characters of such a line."""
CHART_SPACING = ((660, "宽"), (500, "中"))
"""Height a row of the chart must have at its disposal, to the name of its spacing; below the least one it is 密."""
PEOPLE_PAGE, PEOPLE_SPACING = 9300, ((440, "宽"),)
"""What the members' page has for its rows, and the same for them: a few members stand wide apart."""


class Shows(Protocol):
    """Whatever has a year at a glance to show."""

    @property
    def glance(self) -> Glance:
        """The year at a glance."""


def _text(name: str, about: str, example: str, value: Callable[[E], str]) -> Field[E]:
    """Declare a text; the characters that XML forbids are dropped."""
    return Field(name=name, about=about, example=example, value=lambda one: legal(value(one)), grounds=GLANCE)


def _texts(name: str, about: str, example: str, value: Callable[[E], tuple[str, ...]]) -> Field[E]:
    """Declare several texts."""
    return Field(
        name=name,
        about=about,
        example=example,
        value=lambda one: [legal(each) for each in value(one)],
        grounds=GLANCE,
        shape=Shape.TEXTS,
    )


def _fill(mark: Mark) -> str:
    from pipeline.glance.model import LOOKS  # noqa: PLC0415 - deferred, as above

    return LOOKS[mark].fill


def _mark_fields(mark: Callable[[E], Mark]) -> tuple[Field[E], ...]:
    """Declare what a mark looks like."""
    return (
        _text("记号", "一眼看得出的记号", "√", lambda one: mark(one).value),
        _text("状态", f"记号说的是什么：{'、'.join(STATES.values())}", "做到", lambda one: STATES[mark(one).value]),
        _text("底色", "格子的颜色", "E6F2E8", lambda one: _fill(mark(one))),
    )


def _mark_of(cell: Cell) -> Mark:
    assert cell.mark is not None
    return cell.mark


def _mark_in_legend(entry: tuple[Mark, str]) -> Mark:
    return entry[0]


MARKED: tuple[Field[Cell], ...] = (
    *_mark_fields(_mark_of),
    _text("字", "记号和文字", "√ 9日", lambda cell: cell.words),
    _text("文字", "记号后面的文字", "9日", lambda cell: cell.text),
    _text("附注", "小字", "差2天", lambda cell: cell.note),
)
"""What a marked cell has."""


def _notice(name: str, about: str, notice: Callable[[Glance], Notice]) -> Group[Shows, Notice]:
    """Declare a few lines under a heading of their own."""
    return Group(
        name=name,
        about=about,
        of=lambda one: notice(one.glance),
        grounds=GLANCE,
        fields=(
            _text("题目", "题目", "今后30天到期", lambda found: found.title),
            _texts("行", "一行一件事；事多的连成一行", "12月31日前：第四季度的党课", lambda found: found.lines),
        ),
    )


class Duties(NamedTuple):
    """A row of the chart: one kind of meeting through the year."""

    label: Cell
    cells: tuple[Cell, ...]
    total: Cell

    @classmethod
    def of(cls, row: tuple[Cell, ...]) -> Duties:
        """Part a row of the model."""
        label, *cells, total = row
        return cls(label, tuple(cells), total)


class OfMember(NamedTuple):
    """A row of the members' table."""

    name: Cell
    group: str
    cells: tuple[Cell, ...]

    @classmethod
    def of(cls, row: tuple[Cell, ...], *, grouped: bool) -> OfMember:
        """Part a row of the model."""
        name, *cells = row
        group = cells.pop(0).text if grouped else ""
        return cls(name, group, tuple(cells))


def _is_grouped(glance: Glance) -> bool:
    """Whether the members' table names groups."""
    return len(glance.people.headings) > 1 + len(MEMBER_CELLS)


def _chart_spacing(glance: Glance) -> str:
    lines = max(_lines(glance.due), _lines(glance.gaps)) + bool(glance.caution)
    return _spacing(PAGE - HEAD - NOTICE_LINE * lines, len(glance.chart.rows), CHART_SPACING)


def _people_spacing(glance: Glance) -> str:
    return _spacing(PEOPLE_PAGE, len(glance.people.rows), PEOPLE_SPACING)


def _lines(notice: Notice) -> int:
    """Estimate the lines a notice takes on its half of the page."""
    return sum(1 + len(line) // NOTICE_LETTERS for line in notice.lines)


def _spacing(room: int, rows: int, heights: tuple[tuple[int, str], ...]) -> str:
    """Choose the widest spacing with which the rows fit the room."""
    return next((name for height, name in heights if height * rows <= room), "密")


CHART: Group[Shows, Glance] = Group(
    name="组织生活",
    about="各种会全年开得怎样，一种一行",
    of=lambda one: one.glance,
    grounds=GLANCE,
    fields=(
        _text("题目", "题目", "一、组织生活", lambda glance: glance.chart.title),
        _text("行距", "行多行少，排得开的行距：宽、中、密", "中", _chart_spacing),
        _texts("表头", "各栏的名称", "项目", lambda glance: tuple(each.text for each in glance.chart.headings)),
        Rows(
            name="行",
            about="每种会一行，党小组会每组一行",
            each=lambda glance: map(Duties.of, glance.chart.rows),
            grounds=GLANCE,
            fields=(
                _text("名称", "哪种会，或哪个党小组", "党员大会", lambda row: row.label.text),
                _text("附注", "多久一次", "每季度1次", lambda row: row.label.note),
                _text("周期", "一格管多久：月、季、年", "季", lambda row: PERIODS[row.cells[0].span]),
                Rows(
                    name="格",
                    about="每月、每季或全年一格",
                    each=lambda row: row.cells,
                    grounds=GLANCE,
                    fields=MARKED,
                ),
                _text("全年", "全年开了几次", "5次", lambda row: row.total.text),
            ),
        ),
    ),
)
MARKED_OF_MEMBER: tuple[Group[OfMember, Cell], ...] = tuple(
    Group(
        name=name,
        about=about,
        of=lambda row, place=place: row.cells[place],  # type: ignore[misc]
        grounds=GLANCE,
        fields=MARKED,
    )
    for place, (name, about) in enumerate(MEMBER_CELLS.items())
)
PEOPLE: Group[Shows, Glance] = Group(
    name="党员",
    about="每名党员做到了什么，一人一行",
    of=lambda one: one.glance,
    grounds=GLANCE,
    fields=(
        _text("题目", "题目，带人数", "二、党员（27名）", lambda glance: glance.people.title),
        _text("行距", "行多行少，排得开的行距：宽、密", "密", _people_spacing),
        Field(
            name="分组",
            about="支部分不分党小组",
            example="True",
            value=_is_grouped,
            grounds=GLANCE,
            shape=Shape.YES_NO,
        ),
        _texts("表头", "各栏的名称", "姓名", lambda glance: tuple(each.text for each in glance.people.headings)),
        Rows(
            name="行",
            about="今年在支部的党员，一人一行",
            each=lambda glance: (OfMember.of(row, grouped=_is_grouped(glance)) for row in glance.people.rows),
            grounds=GLANCE,
            fields=(
                _text("姓名", "姓名，同名的带编号", "韩立峰", lambda row: row.name.text),
                _text("附注", "职务、预备、转入转出", "书记", lambda row: row.name.note),
                _text("党小组", "哪个党小组，不分组时是空的", "第一党小组", lambda row: row.group),
                *MARKED_OF_MEMBER,
            ),
        ),
    ),
)
FIELDS: tuple[Declared[Shows], ...] = (
    _text("标题", "标题", "维修二队党支部2025年组织生活全年一览", lambda one: one.glance.title),
    _text(
        "副题",
        "截至哪天，党员、支委和党小组各有多少",
        "以2026年1月15日为准\u3000党员27名",
        lambda one: one.glance.subtitle,
    ),
    _text(
        "截至",
        "截至哪天",
        "以2026年1月15日为准",
        lambda one: one.glance.subtitle.split("\u3000", maxsplit=1)[0],
    ),
    _text("提示", "工作簿还有错误时的提示；没有就是空的", "", lambda one: one.glance.caution),
    _notice("到期", "近期要到期的", lambda glance: glance.due),
    _notice("缺项", "已经过期还缺的", lambda glance: glance.gaps),
    _text("概况", "全年应开展几项，做到几项", "全年应开展71项：已做到71项、缺0项。", lambda one: one.glance.figures),
    Rows(
        name="图例",
        about="每种记号一项",
        each=lambda one: one.glance.legend,
        grounds=GLANCE,
        fields=(
            *_mark_fields(_mark_in_legend),
            _text("说明", "记号的意思", "做到了", lambda found: found[1]),
        ),
    ),
    CHART,
    PEOPLE,
)
"""What the year at a glance tells."""
