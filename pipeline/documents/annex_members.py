"""Declares the annex of the work summary on each member's meetings and hours (到会和学时), and its chart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from pipeline.documents.annex_meetings import FEWEST, NONE
from pipeline.documents.fields import Field, Group, Rows, cell
from pipeline.documents.summary_grounds import ATTENDED, TOLD
from pipeline.documents.summary_members import STUDIED
from pipeline.documents.summary_prose import day_text
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import cells, deciding, info
from pipeline.facts.membership import belonged, is_exempt, is_full, is_probationary, left_on, moves_within, on_books
from pipeline.facts.participation import Participation, participations
from pipeline.facts.study import hours_asked
from pipeline.facts.telling_apart import told_apart_by
from pipeline.facts.turnout import Turnout
from pipeline.facts.year import TOLD_BY
from pipeline.schema import ROSTER, Decides, Member
from pipeline.schema.members import ENDED
from pipeline.vocabulary import Shape
from pipeline.wording import joined, noted, number_text, percent_text

MOST_BARS = 60
"""Members beyond which the chart could not be read."""
NAMED = cells(ROSTER, "number name station group") | deciding(Decides.NAMING)
LISTED = deciding(Decides.STANDING, Decides.GROUPING) | TOLD | NAMED | info("groups")
"""What decides who stands in the tables, in which order, and under which name."""
ASKED = ATTENDED | info("founded year written")
"""What decides of whom the year asks how many hours of study."""


def name_in_table(branch: Branch, member: Member) -> str:
    """Write a name as tables have it: of two with one name 王海涛（钳工）."""
    return noted(member.name, told_apart_by(branch, member))


def by_group(branch: Branch, members: Iterable[Member]) -> list[Member]:
    """Sort members by group, in the order in which 支部信息 names them; those of none behind."""
    places = {group: place for place, group in enumerate(branch.groups)}
    return sorted(members, key=lambda member: places.get(member.group, len(places)))


@dataclass(frozen=True, eq=False, repr=False)
class Attender:
    """A member and what was done in the year."""

    branch: Branch
    member: Member
    done: Participation
    asked: int | None
    """Hours of study that the year asks for; None where it asks none."""

    @property
    def within(self) -> Decimal:
        """Hours up to those asked for."""
        return min(self.done.hours, Decimal(self.asked or 0))

    @property
    def beyond(self) -> Decimal:
        """Hours beyond those asked for."""
        return max(self.done.hours - Decimal(self.asked or 0), Decimal(0))

    @property
    def lacking(self) -> Decimal:
        """Hours not reached."""
        return Decimal(self.asked or 0) - self.within


@dataclass(frozen=True, eq=False, repr=False)
class Attenders:
    """Those who belonged to the branch on some day that is told of."""

    branch: Branch

    @cached_property
    def all(self) -> tuple[Attender, ...]:
        """A line for each, by group."""
        branch = self.branch
        done: Mapping[str, Participation] = participations(branch, branch.told_until)
        asked = hours_asked(branch, branch.told_until)
        there = (m for m in branch.members if belonged(m, branch.year_start, branch.told_until))
        return tuple(
            Attender(branch, member, done[member.number], asked.get(member.number))
            for member in by_group(branch, there)
        )

    @cached_property
    def whole(self) -> Turnout:
        """Expected and present, added up."""
        return Turnout(sum(one.done.expected for one in self.all), sum(one.done.present for one in self.all))

    @cached_property
    def charted(self) -> tuple[Attender, ...]:
        """Those of whom hours are asked, who studied most first; none where a chart would say nothing."""
        shown = sorted((one for one in self.all if one.asked is not None), key=lambda one: -one.done.hours)
        studied = sum(bool(one.done.hours) for one in shown)
        return tuple(shown) if studied >= FEWEST and len(shown) <= MOST_BARS else ()


def remarks(branch: Branch, member: Member) -> str:
    """Say what a reader must know to read somebody's figures: 4月8日转入、9月15日转出、不计入应到."""
    return joined((*_moves(branch, member), "不计入应到" if is_exempt(member, branch.told_until) else ""))


def _moves(branch: Branch, member: Member) -> Iterator[str]:
    moved = moves_within(member, branch.year_start, branch.told_until)
    if moved.moved_in:
        yield f"{day_text(branch, moved.moved_in)}转入"
    if branch.tells_of(member.approved) and not member.moved_in:
        yield f"{day_text(branch, member.approved)}批准"
    elif not is_full(member, branch.told_until) and not is_probationary(member, branch.told_until):
        yield "等待批准" if on_books(member, branch.told_until) else ""
    if moved.moved_out:
        yield f"{day_text(branch, moved.moved_out)}转出"
    if branch.tells_of(member.returned):
        yield f"{day_text(branch, member.returned)}转回"
    left = left_on(member)
    if member.standing in ENDED and left and left == member.standing_since and branch.tells_of(left):
        yield f"{day_text(branch, left)}{member.standing}"


def _made_up(found: Attenders) -> int:
    return sum(one.done.made_up for one in found.all)


ATTENDER: tuple[Field[Attender], ...] = (
    cell("党小组", ROSTER, "group", lambda one: one.member.group),
    Field(
        name="姓名",
        about="姓名；同名的带岗位",
        example="王海涛（钳工）",
        value=lambda one: name_in_table(one.branch, one.member),
        grounds=NAMED,
    ),
    Field(
        name="应到",
        about="应到几次；一次也没有就是“—”",
        example="35",
        value=lambda one: str(one.done.expected or NONE),
        grounds=ATTENDED,
    ),
    Field(
        name="实到",
        about="实到几次",
        example="34",
        value=lambda one: str(one.done.present) if one.done.expected else NONE,
        grounds=ATTENDED,
    ),
    Field(
        name="参加率",
        about="实到占应到的百分数",
        example="97.1%",
        value=lambda one: percent_text(one.done.present, one.done.expected) or NONE,
        grounds=ATTENDED,
    ),
    Field(
        name="补课",
        about="缺席后补了几次课；没有就空着",
        example="1",
        value=lambda one: str(one.done.made_up or ""),
        grounds=STUDIED,
    ),
    Field(
        name="学时",
        about="集中学习多少学时",
        example="55",
        value=lambda one: number_text(one.done.hours),
        grounds=STUDIED,
    ),
    Field(
        name="应修",
        about="应修多少学时；不是全年计入应到的就是“—”",
        example="32",
        value=lambda one: number_text(one.asked) or NONE,
        grounds=ASKED,
    ),
    Field(
        name="备注",
        about="年内转入、转出、批准等，和不计入应到",
        example="9月15日转出",
        value=lambda one: remarks(one.branch, one.member),
        grounds=deciding(Decides.STANDING) | TOLD_BY,
    ),
)


def _bar(name: str, about: str, example: str, hours: str) -> Field[Attender]:
    return Field(
        name=name,
        about=about,
        example=example,
        value=lambda one: number_text(getattr(one, hours) or None),
        grounds=STUDIED | ASKED,
    )


MEMBERS_ANNEX: Group[Branch, Attenders] = Group(
    name="到会学时",
    about="附件“到会和学时”",
    of=Attenders,
    fields=(
        Rows(
            name="各人",
            about="年内在册的党员，一人一行，按党小组",
            each=lambda found: found.all,
            grounds=LISTED,
            fields=ATTENDER,
        ),
        Field(
            name="应到",
            about="应到人次合计",
            example="975",
            value=lambda found: found.whole.expected,
            grounds=ATTENDED,
            shape=Shape.NUMBER,
        ),
        Field(
            name="实到",
            about="实到人次合计",
            example="873",
            value=lambda found: found.whole.present,
            grounds=ATTENDED,
            shape=Shape.NUMBER,
        ),
        Field(
            name="参加率",
            about="全体的参加率",
            example="89.5%",
            value=lambda found: percent_text(found.whole.present, found.whole.expected) or NONE,
            grounds=ATTENDED,
        ),
        Field(name="补课", about="补课合计", example="16", value=_made_up, grounds=STUDIED, shape=Shape.NUMBER),
        Rows(
            name="图",
            about="图表：全年计入应到的党员集中学习的学时，多的在前；人太多或数太少就没有",
            each=lambda found: found.charted,
            grounds=LISTED | STUDIED | ASKED,
            fields=(
                ATTENDER[1],
                _bar("应修以内", "应修学时以内的", "32", "within"),
                _bar("超过应修", "超过应修学时的", "23", "beyond"),
                _bar("没有学满", "离应修学时还差的", "", "lacking"),
            ),
        ),
    ),
)
