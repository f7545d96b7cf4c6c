"""Declares what the work summary counts of the meetings: how many, who came, what was decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.documents.branch_fields import OfBranch
from pipeline.documents.fields import Field, Group, Rows, Value
from pipeline.documents.summary_grounds import ATTENDED, HELD
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Grounds, cells, info
from pipeline.facts.ordering import groups_of, times
from pipeline.facts.turnout import Turnout, turnout
from pipeline.facts.year import tells_of_meeting
from pipeline.schema import ITEMS, Item, Meeting
from pipeline.schema.activities import (
    CRITICISM,
    ELECTION,
    GENERAL,
    GROUP,
    MEETING_TYPES,
    ORG_LIFE,
    POLL,
    PROBLEM,
    SELF_CRITICISM,
)
from pipeline.vocabulary import Shape
from pipeline.wording import date_text, joined, percent_text

SPOKEN = HELD | cells(ITEMS, "meeting topic_number topic step vote_type resolution")


@dataclass(frozen=True, eq=False, repr=False)
class Meetings:
    """Some meetings of the year."""

    branch: Branch
    kind: str
    meetings: tuple[Meeting, ...]

    @cached_property
    def turnout(self) -> Turnout:
        """Expected and present, added up."""
        return turnout(self.branch, self.meetings)


def told_meetings(year: OfBranch) -> Meetings:
    """Give the meetings that the summary tells of."""
    branch = year.branch
    return Meetings(branch, "", tuple(meeting for meeting in branch.meetings if tells_of_meeting(branch, meeting)))


def by_type(told: Meetings) -> Iterator[Meetings]:
    """Give the meetings of each type, in the order of the types; types without a meeting are left out."""
    for kind in MEETING_TYPES:
        meetings = told.branch.of_type(kind)
        if meetings:
            yield Meetings(told.branch, kind, meetings)


def by_group(told: Meetings) -> Iterator[Meetings]:
    """Give the meetings of each group."""
    branch = told.branch
    for group in branch.groups:
        meetings = tuple(meeting for meeting in branch.of_type(GROUP) if group in groups_of(meeting))
        yield Meetings(branch, group, meetings)


def vote_key(item: Item) -> tuple[object, ...]:
    """Tell votes apart: an election of several candidates is one."""
    return item.meeting, item.topic_number, "" if item.vote_type == ELECTION else item.origin.row


def votes_held(branch: Branch, meetings: frozenset[str]) -> int:
    """Count the votes of some meetings; an election of several candidates is one, the evaluation's poll is none."""
    held = {
        vote_key(item) for item in branch.records.items if item.meeting in meetings and item.vote_type not in {"", POLL}
    }
    return len(held)


def numbers(meetings: Iterable[Meeting]) -> frozenset[str]:
    """Collect the 编号 of some meetings."""
    return frozenset(meeting.number for meeting in meetings)


def topics(branch: Branch, meetings: Iterable[Meeting]) -> int:
    """Count the agenda items of some meetings."""
    return sum(
        len({item.topic_number for item in branch.items_of.get(meeting.number, ()) if item.topic})
        for meeting in meetings
    )


TURNOUT: tuple[Field[Meetings], ...] = (
    Field(
        name="应到人次",
        about="应到人次，由名册推出",
        example="155",
        value=lambda found: found.turnout.expected,
        grounds=ATTENDED,
        shape=Shape.NUMBER,
    ),
    Field(
        name="实到人次",
        about="实到人次",
        example="142",
        value=lambda found: found.turnout.present,
        grounds=ATTENDED,
        shape=Shape.NUMBER,
    ),
    Field(
        name="到会率",
        about="实到占应到的百分数",
        example="91.6%",
        value=lambda found: percent_text(found.turnout.present, found.turnout.expected),
        grounds=ATTENDED,
    ),
)


def _held(
    name: str, about: str, example: str, value: Callable[[Meetings], Value], grounds: Grounds = HELD
) -> Field[Meetings]:
    return Field(name=name, about=about, example=example, value=value, grounds=grounds, shape=Shape.NUMBER)


MEETING_FIGURES: Group[OfBranch, Meetings] = Group(
    name="会议",
    about="全年的会",
    of=told_meetings,
    fields=(
        _held("总次数", "一共开了几次会", "73", lambda told: len(told.meetings)),
        *TURNOUT,
        Rows(
            name="各类",
            about="开过的各类会，一类一行",
            each=by_type,
            grounds=HELD,
            fields=(
                Field(name="类型", about="会议类型", example="党员大会", value=lambda found: found.kind, grounds=HELD),
                _held("次数", "开了几次", "6", lambda found: times(found.kind, found.meetings)),
                *TURNOUT,
            ),
        ),
        Rows(
            name="各组",
            about="各党小组的会，一组一行",
            each=by_group,
            grounds=info("groups"),
            fields=(
                Field(
                    name="党小组",
                    about="哪个党小组",
                    example="第一党小组",
                    value=lambda found: found.kind,
                    grounds=info("groups"),
                ),
                _held("次数", "开了几次", "12", lambda found: len(found.meetings)),
            ),
        ),
        _held(
            "合并开展", "几次会是合并开展的", "2", lambda told: sum(len(meeting.types) > 1 for meeting in told.meetings)
        ),
        _held("表决", "表决过几次", "9", lambda told: votes_held(told.branch, numbers(told.meetings)), SPOKEN),
        _held(
            "党员大会议题",
            "党员大会一共几项议题",
            "14",
            lambda told: topics(told.branch, told.branch.of_type(GENERAL)),
            SPOKEN,
        ),
    ),
)


@dataclass(frozen=True, eq=False, repr=False)
class OrgLife:
    """The organisational-life meetings of the year."""

    branch: Branch
    meetings: tuple[Meeting, ...]

    @cached_property
    def steps(self) -> Mapping[str, int]:
        """How many rows there are of each step."""
        return Counter(item.step for item in self.items)

    @cached_property
    def items(self) -> Sequence[Item]:
        """Their rows of 议题发言."""
        return [item for meeting in self.meetings for item in self.branch.items_of.get(meeting.number, ())]


def org_life(year: OfBranch) -> OrgLife | None:
    """Give the organisational-life meetings; None where there was none."""
    meetings = year.branch.of_type(ORG_LIFE)
    return OrgLife(year.branch, meetings) if meetings else None


def _step(
    name: str, about: str, example: str, value: Callable[[OrgLife], Value], grounds: Grounds = SPOKEN
) -> Field[OrgLife]:
    return Field(name=name, about=about, example=example, value=value, grounds=grounds, shape=Shape.NUMBER)


ORG_LIFE_FIGURES: Group[OfBranch, OrgLife] = Group(
    name="组织生活会",
    about="组织生活会；没有开就是空的",
    of=org_life,
    grounds=HELD,
    fields=(
        Field(
            name="日期",
            about="开会的日期",
            example="2025年12月5日",
            value=lambda found: joined(date_text(meeting.day) for meeting in found.meetings),
            grounds=HELD,
        ),
        _step("次数", "开了几次", "1", lambda found: times(ORG_LIFE, found.meetings), HELD),
        _step("问题", "查摆问题几个", "6", lambda found: found.steps[PROBLEM]),
        _step(
            "有措施",
            "其中几个写了整改措施",
            "6",
            lambda found: sum(item.step == PROBLEM and bool(item.resolution) for item in found.items),
        ),
        _step("自我批评", "自我批评几人次", "24", lambda found: found.steps[SELF_CRITICISM]),
        _step("批评意见", "批评意见几条", "25", lambda found: found.steps[CRITICISM]),
    ),
)
