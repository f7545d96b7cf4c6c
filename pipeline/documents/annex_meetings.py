"""Declares the annex of the work summary on meetings (组织生活统计), and the chart of who came, quarter by quarter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pipeline.documents.fields import Field, Group, Rows
from pipeline.documents.summary_grounds import ATTENDED, HELD
from pipeline.facts.branch import Branch
from pipeline.facts.ordering import times
from pipeline.facts.turnout import QUARTERS, Series, Turnout, all_told, by_quarter, told_series, turnout
from pipeline.vocabulary import Shape
from pipeline.wording import percent_text

NONE = "—"
"""What a table says where there is nothing to count."""
QUARTER_NAMES = ("一季度", "二季度", "三季度", "四季度")
FEWEST = 3
"""A chart of fewer figures shows nothing."""
FEWEST_QUARTERS = 2
"""A kind of meeting held in fewer quarters has no course to show."""
AXIS_FROM = 60
"""Percent at which the chart's axis begins where nothing is below."""


@dataclass(frozen=True, eq=False, repr=False)
class Line:
    """One line of the table: the meetings of a kind, or all."""

    branch: Branch
    series: Series

    @cached_property
    def whole(self) -> Turnout:
        """Expected and present in the year."""
        return turnout(self.branch, self.series.meetings)

    @cached_property
    def quarters(self) -> tuple[Turnout, ...]:
        """Expected and present in each quarter."""
        return tuple(turnout(self.branch, each) for each in by_quarter(self.branch, self.series.meetings))

    @property
    def count(self) -> int:
        """How many times; an organisational-life meeting held by groups is one."""
        kind = self.series.kind
        return times(kind, self.series.meetings) if kind else len(self.series.meetings)


def rate(found: Turnout) -> str:
    """Write how many of those expected came: 91.6%; a dash where nobody was expected."""
    return percent_text(found.present, found.expected) or NONE


def lines(branch: Branch) -> Iterator[Line]:
    """Give a line for every kind of meeting that was held."""
    return (Line(branch, series) for series in told_series(branch))


def charted(branch: Branch) -> tuple[Line, ...]:
    """Give the lines that the chart shows; none where it would have too few figures."""
    found = [(line, sum(bool(each.expected) for each in line.quarters)) for line in lines(branch)]
    shown = [(line, count) for line, count in found if count >= FEWEST_QUARTERS]
    return tuple(line for line, _ in shown) if sum(count for _, count in shown) >= FEWEST else ()


def axis_from(branch: Branch) -> str:
    """Say where the chart's axis begins: 60%, or 0% where a figure is below."""
    rates = [Decimal(rate(each)[:-1]) for line in charted(branch) for each in line.quarters if each.expected]
    return f"{AXIS_FROM}%" if rates and min(rates) >= AXIS_FROM else "0%"


def after_year(branch: Branch) -> int:
    """Count the meetings of the year that were held after its end."""
    return sum(bool(meeting.day and meeting.day > branch.year_end) for meeting in all_told(branch).meetings)


def _quarter(number: int) -> Field[Line]:
    name = QUARTER_NAMES[number]
    return Field(
        name=name,
        about=f"{name}的参加率；没有开就是“—”",
        example="92.0%",
        value=lambda line: rate(line.quarters[number]),
        grounds=ATTENDED,
    )


KIND_FIELD: Field[Line] = Field(
    name="类型", about="会议类型", example="党员大会", value=lambda line: line.series.kind, grounds=HELD
)
FIGURES: tuple[Field[Line], ...] = (
    Field(
        name="次数",
        about="开了几次",
        example="6",
        value=lambda line: line.count,
        grounds=HELD,
        shape=Shape.NUMBER,
    ),
    Field(
        name="应到人次",
        about="应到人次，由名册推出",
        example="155",
        value=lambda line: line.whole.expected,
        grounds=ATTENDED,
        shape=Shape.NUMBER,
    ),
    Field(
        name="实到人次",
        about="实到人次",
        example="142",
        value=lambda line: line.whole.present,
        grounds=ATTENDED,
        shape=Shape.NUMBER,
    ),
    Field(
        name="参加率",
        about="实到占应到的百分数",
        example="91.6%",
        value=lambda line: rate(line.whole),
        grounds=ATTENDED,
    ),
    *map(_quarter, range(QUARTERS)),
)
MEETINGS_ANNEX: Group[Branch, Branch] = Group(
    name="组织生活",
    about="附件“组织生活统计”",
    of=lambda branch: branch,
    fields=(
        Rows(name="各类", about="开过的各类会，一类一行", each=lines, grounds=HELD, fields=(KIND_FIELD, *FIGURES)),
        Group(
            name="合计",
            about="所有的会，合并开展的只算一次",
            of=lambda branch: Line(branch, all_told(branch)),
            fields=FIGURES,
        ),
        Field(
            name="次年",
            about="其中几次是次年开的，不在四个季度里",
            example="0",
            value=after_year,
            grounds=HELD,
            shape=Shape.NUMBER,
        ),
        Rows(
            name="图",
            about="图表：各类会议分季度的参加率；只在一个季度开过的不在内，数太少就没有",
            each=charted,
            grounds=ATTENDED,
            fields=(KIND_FIELD, *map(_quarter, range(QUARTERS))),
        ),
        Field(
            name="起点",
            about="图的纵轴从百分之几起",
            example="60%",
            value=axis_from,
            grounds=ATTENDED,
        ),
    ),
)
