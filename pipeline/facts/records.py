"""The records of a workbook, sheet by sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar, cast

from pipeline.schema import (
    AWARDS,
    CANDIDATES,
    EVALUATIONS,
    ITEMS,
    MEETINGS,
    POINTS,
    PROJECTS,
    RECTIFICATIONS,
    ROSTER,
    TALKS,
    TARGETS,
    TRAININGS,
    ZONES,
    Award,
    BranchInfo,
    Candidate,
    Evaluation,
    Item,
    Meeting,
    Member,
    Point,
    Project,
    Record,
    Rectification,
    Sheet,
    Talk,
    Target,
    Training,
    Zone,
)
from pipeline.schema.activities import CONFIRMATIONS
from pipeline.settings import Settings

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
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
    rectifications: tuple[Rectification, ...]
    points: tuple[Point, ...]
    candidates: tuple[Candidate, ...]
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
            members=tuple(awaited(rows(ROSTER), rows(ITEMS), info.year)),
            targets=rows(TARGETS),
            zones=rows(ZONES),
            meetings=rows(MEETINGS),
            items=rows(ITEMS),
            talks=rows(TALKS),
            projects=rows(PROJECTS),
            evaluations=rows(EVALUATIONS),
            awards=rows(AWARDS),
            trainings=rows(TRAININGS),
            rectifications=rows(RECTIFICATIONS),
            points=rows(POINTS),
            candidates=rows(CANDIDATES),
            settings=settings or Settings(),
        )

    def days_without_meetings(self) -> Iterator[date]:
        """Yield the days on which something recorded took place, those of meetings left aside."""
        yield from filter(None, (talk.day for talk in self.talks))
        yield from filter(None, (award.day for award in self.awards))
        yield from filter(None, (training.end or training.start for training in self.trainings))
        yield from filter(None, (point.day for point in self.points))
        for project in self.projects:
            yield from filter(None, (project.started, project.finished))
        for member in self.members:
            membership = (member.joined, member.approved, member.confirmed, member.confirmed_approved)
            yield from filter(None, (*membership, member.moved_in, member.moved_out, member.returned))
            yield from filter(None, (member.standing_since,))

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
            (RECTIFICATIONS, self.rectifications),
            (POINTS, self.points),
            (CANDIDATES, self.candidates),
        )
        return cast("tuple[tuple[Sheet[Record], tuple[Record, ...]], ...]", found)


def awaited(members: Iterable[Member], items: Iterable[Item], year: int | None) -> Iterator[Member]:
    """Mark whose confirmation still waits for the superior's approval, so far as the workbook can tell.

    A blank 转正批准日期 stands for 转正日期 only where neither that day nor the vote is of this workbook.
    """
    voted = {
        person.number for item in items if item.vote_type in CONFIRMATIONS for person in item.candidate if person.number
    }
    for member in members:
        recent = member.confirmed is not None and member.confirmed.year == year
        pending = member.confirmed_approved is None and (recent or (member.number in voted))
        yield replace(member, awaiting=True) if pending and not member.awaiting else member
