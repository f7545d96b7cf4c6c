"""Declares every sheet and every column of the workbook, once; everything else derives from here."""

from __future__ import annotations

from pipeline.schema.activities import ITEMS, MEETINGS, PROJECTS, TALKS, Item, Meeting, Project, Talk
from pipeline.schema.branch import INFO_SHEET, POINTS, BranchInfo, Entry, Point
from pipeline.schema.candidates import CANDIDATES, Candidate
from pipeline.schema.columns import (
    Column,
    Decides,
    Kind,
    Record,
    Sheet,
)
from pipeline.schema.members import (
    AWARDS,
    EVALUATIONS,
    ROSTER,
    TARGETS,
    TRAININGS,
    ZONES,
    Award,
    Evaluation,
    Member,
    Target,
    Training,
    Zone,
)
from pipeline.schema.rectifications import RECTIFICATIONS, Rectification
from pipeline.schema.versions import (
    FIRST_VERSION,
    SCHEMA_VERSION,
    VERSION_PROPERTY,
    VERSION_ROW,
    is_newer,
    version_in,
)

GUIDE_SHEET = "填写说明"
LISTS_SHEET = "选项"
MARKED_SHEETS = frozenset({"检查结果", "全年一览"})
"""Sheets of a marked copy."""
OWN_SHEETS = frozenset({GUIDE_SHEET, LISTS_SHEET}) | MARKED_SHEETS
"""Sheets of ours that hold no data."""


def is_own_sheet(name: str) -> bool:
    """Whether a sheet is one of ours; a number stands behind the name where the user has a sheet of that name."""
    return name in OWN_SHEETS or name.rstrip("0123456789") in MARKED_SHEETS


TABLES: tuple[Sheet[Record], ...] = (  # type: ignore[assignment]
    ROSTER,
    TARGETS,
    ZONES,
    MEETINGS,
    ITEMS,
    TALKS,
    PROJECTS,
    EVALUATIONS,
    AWARDS,
    TRAININGS,
    RECTIFICATIONS,
    POINTS,
    CANDIDATES,
)
"""The sheets with one record a row, in the order of the workbook, behind 填写说明 and 支部信息."""

__all__ = [
    "AWARDS",
    "CANDIDATES",
    "EVALUATIONS",
    "FIRST_VERSION",
    "GUIDE_SHEET",
    "INFO_SHEET",
    "ITEMS",
    "LISTS_SHEET",
    "MARKED_SHEETS",
    "MEETINGS",
    "OWN_SHEETS",
    "POINTS",
    "PROJECTS",
    "RECTIFICATIONS",
    "ROSTER",
    "SCHEMA_VERSION",
    "TABLES",
    "TALKS",
    "TARGETS",
    "TRAININGS",
    "VERSION_PROPERTY",
    "VERSION_ROW",
    "ZONES",
    "Award",
    "BranchInfo",
    "Candidate",
    "Column",
    "Decides",
    "Entry",
    "Evaluation",
    "Item",
    "Kind",
    "Meeting",
    "Member",
    "Point",
    "Project",
    "Record",
    "Rectification",
    "Sheet",
    "Talk",
    "Target",
    "Training",
    "Zone",
    "is_newer",
    "is_own_sheet",
    "version_in",
]
