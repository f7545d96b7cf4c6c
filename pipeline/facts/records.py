"""The records of a workbook, sheet by sheet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar, cast

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
from pipeline.settings import Settings

R = TypeVar("R", bound=Record)


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
