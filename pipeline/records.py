"""The records a workbook says, and what a member was on a given date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TypeVar, cast

from pipeline.days import full_years
from pipeline.schema import (
    AWARDS,
    EVALUATIONS,
    ITEMS,
    MEETINGS,
    POINTS,
    PROJECTS,
    ROSTER,
    TALKS,
    TARGETS,
    TRAININGS,
    ZONES,
    Award,
    BranchInfo,
    Evaluation,
    Item,
    Meeting,
    Member,
    Point,
    Project,
    Record,
    Sheet,
    Talk,
    Target,
    Training,
    Zone,
)
from pipeline.schema.members import ENDED, NATIONS, SUSPENDED
from pipeline.settings import Settings
from pipeline.values import Scope

R = TypeVar("R", bound=Record)
NUMBER_RUN = re.compile(r"(\d+)")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key under which D2 comes before D10."""
    return tuple((0, int(run), "") if run.isdigit() else (1, 0, run) for run in NUMBER_RUN.split(text) if run)


@dataclass(frozen=True, kw_only=True)
class Records:
    """Everything the workbook says, sheet by sheet, rows in the order of the workbook."""

    info: BranchInfo
    members: tuple[Member, ...]
    targets: tuple[Target, ...]
    zones: tuple[Zone, ...]
    meetings: tuple[Meeting, ...]
    items: tuple[Item, ...]
    talks: tuple[Talk, ...]
    projects: tuple[Project, ...]
    evaluations: tuple[Evaluation, ...]
    awards: tuple[Award, ...]
    trainings: tuple[Training, ...]
    points: tuple[Point, ...]
    settings: Settings = field(default_factory=Settings)

    @classmethod
    def of(
        cls, info: BranchInfo, tables: Mapping[str, tuple[Record, ...]], settings: Settings | None = None
    ) -> Records:
        """Take the records of each sheet, by sheet name; a sheet that is not there has none."""

        def rows(sheet: Sheet[R]) -> tuple[R, ...]:
            return cast("tuple[R, ...]", tables.get(sheet.name, ()))

        return cls(
            info=info,
            members=rows(ROSTER),
            targets=rows(TARGETS),
            zones=rows(ZONES),
            meetings=rows(MEETINGS),
            items=rows(ITEMS),
            talks=rows(TALKS),
            projects=rows(PROJECTS),
            evaluations=rows(EVALUATIONS),
            awards=rows(AWARDS),
            trainings=rows(TRAININGS),
            points=rows(POINTS),
            settings=settings or Settings(),
        )

    def tables(self) -> tuple[tuple[Sheet[Record], tuple[Record, ...]], ...]:
        """Pair each sheet with its records, in the order of the workbook."""
        found = (
            (ROSTER, self.members),
            (TARGETS, self.targets),
            (ZONES, self.zones),
            (MEETINGS, self.meetings),
            (ITEMS, self.items),
            (TALKS, self.talks),
            (PROJECTS, self.projects),
            (EVALUATIONS, self.evaluations),
            (AWARDS, self.awards),
            (TRAININGS, self.trainings),
            (POINTS, self.points),
        )
        return cast("tuple[tuple[Sheet[Record], tuple[Record, ...]], ...]", found)


def turning_days(member: Member) -> Iterator[date]:
    """Yield the days from which on a member may be something else; between two of them the answers below are one."""
    starts = (member.joined, member.approved, member.confirmed, member.moved_in, member.moved_out)
    yield from filter(None, (*starts, member.standing_since, member.exempt_agreed, member.exempt_passed))
    if member.standing_until is not None and member.standing_until < date.max:
        yield member.standing_until + timedelta(days=1)


def on_books(member: Member, day: date) -> bool:
    """Whether somebody belonged to the branch on `day` (在册). checks.md 6.0."""
    if member.joined is not None and member.joined > day:
        return False
    if member.moved_in is not None and member.moved_in > day:
        return False
    if member.moved_out is not None and member.moved_out <= day:
        return False
    return not (member.standing in ENDED and (member.standing_since is None or member.standing_since <= day))


def is_full(member: Member, day: date) -> bool:
    """Whether somebody was a full member (正式党员) of the branch on `day`."""
    return member.confirmed is not None and member.confirmed <= day and on_books(member, day)


def is_probationary(member: Member, day: date) -> bool:
    """Whether somebody was an approved probationary member (预备党员) on `day`: counted from the approval on."""
    if member.approved is None or member.approved > day:
        return False
    return (member.confirmed is None or member.confirmed > day) and on_books(member, day)


def is_exempt(member: Member, day: date) -> bool:
    """Whether somebody is rightly not counted as expected (不计入应到): all four proofs given, both dates past."""
    if not (member.exempt_case and member.exempt_basis and member.exempt_agreed and member.exempt_passed):
        return False
    return max(member.exempt_agreed, member.exempt_passed) <= day


def is_suspended(member: Member, day: date) -> bool:
    """Whether somebody's right to vote rested on `day` (留党察看, 中止权利)."""
    if member.standing not in SUSPENDED:
        return False
    after = member.standing_since is None or member.standing_since <= day
    return after and (member.standing_until is None or day <= member.standing_until)


def not_known(members: Iterable[Member], name: str) -> list[Member]:
    """List those of whom a cell that the summary counts is blank, or holds no nation there is."""
    return [m for m in members if not getattr(m, name) or (name == "nation" and m.nation not in NATIONS)]


def standing_years(member: Member, day: date) -> int | None:
    """Count full years of party standing (党龄), which begins with the confirmation. 党章第七条."""
    if member.confirmed is None or member.confirmed > day:
        return None
    return full_years(member.confirmed, day)


def covers(scope: Scope | None, member: Member) -> bool:
    """Whether a target or training with this scope applies to a member."""
    if scope is None:
        return False
    if scope.everyone or (member.station and member.station in scope.stations):
        return True
    return any(person.number == member.number for person in scope.people)
