"""What a run is asked to do, and how it is told how far it is and whether to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from pipeline.errors import StoppedError


class Phase(Enum):
    """What a run is busy with."""

    READING = "读工作簿"
    CHECKING = "检查"
    PLANNING = "安排文书"
    FILLING = "生成文书"
    DELIVERING = "写文件"

    @property
    def counts(self) -> bool:
        """Whether it goes on for long enough to be counted."""
        return self is Phase.FILLING


Progress: TypeAlias = Callable[[Phase, int, int], None]
"""Told the phase, and how many of how many are done in it; 0 of 1 as a phase begins that counts nothing."""
Cancel: TypeAlias = Callable[[], bool]
"""Asked between two documents, and between two phases, whether to stop."""


@dataclass(frozen=True, kw_only=True)
class WorkbookRequest:
    """Which workbook a run begins with, and which day counts as today."""

    workbook: Path | bytes
    """The file, or what it holds."""
    name: str = "工作簿.xlsx"
    """What to call a workbook that is given as bytes."""
    as_of: date
    """The day that counts as today."""

    @property
    def path(self) -> Path:
        """The file, or a path of the name that it would have."""
        return self.workbook if isinstance(self.workbook, Path) else Path(self.name)


@dataclass(frozen=True, kw_only=True)
class CheckRequest(WorkbookRequest):
    """What to check, and what to write besides the report. Can be pickled."""

    strict: bool = False
    """End with exit status 1 for breaches of a party rule, too."""
    mark: bool = False
    """Hand the findings back inside a copy of the workbook, too."""
    mark_to: Path | None = None
    """Where the marked copy goes; beside the workbook if None."""
    calendar: Path | None = None
    """Where the year at a glance goes: a file or a folder; None for not at all."""


@dataclass(frozen=True, kw_only=True)
class GenerateRequest(WorkbookRequest):
    """Which documents to write, and how. Can be pickled."""

    strict: bool = False
    """End with exit status 1 for breaches of a party rule, too."""
    output: Path = Path("outputs")
    """The folder below which the branch gets its own; not used where a sink is given."""
    only: tuple[str, ...] = ()
    """Kinds of documents; empty for those that are written without being asked for by name."""
    templates: Path | None = None
    """Folder of the user's own templates."""
    all_or_nothing: bool = False
    """Write nothing at all while an error holds any document."""
    jobs: int = 1
    """How many processes fill documents."""
    afresh: bool = False
    """Fill every document with docxtpl's own steps and keep nothing from one to the next: slow, the same bytes."""


@dataclass(frozen=True, kw_only=True)
class FormsRequest(WorkbookRequest):
    """Of which meeting to write the blank forms, and where to. Can be pickled."""

    meeting: str
    """编号 of the meeting in 会议活动."""
    output: Path = Path("outputs")
    """The folder below which the branch has its own; not used where a sink is given."""
    templates: Path | None = None
    """Folder of the user's own templates."""


@dataclass(frozen=True, kw_only=True)
class NewRequest:
    """Which workbook to start. Can be pickled."""

    path: Path = Path("支部.xlsx")
    """Where it goes; not used where only its bytes are asked for."""
    year: int
    example: bool = False
    """Whether to write the example, filled for the whole of 2025, instead of a blank one."""
    small_example: bool = False
    """Whether to write the small example, a branch without a committee and a year with gaps, instead."""


@dataclass(frozen=True)
class Watch:
    """Tells how far a run is, and stops it where it is asked to."""

    progress: Progress | None = None
    cancel: Cancel | None = None

    def at(self, phase: Phase, done: int = 0, total: int = 1) -> None:
        """Tell how far it is. Raises StoppedError where it is asked to stop."""
        if self.cancel is not None and self.cancel():
            raise StoppedError("已经停下，没有写完的都没有写")
        if self.progress is not None:
            self.progress(phase, done, total)
