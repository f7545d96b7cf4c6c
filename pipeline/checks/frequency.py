"""Checks of how often things are done (F)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.branch import Branch
from pipeline.findings import Finding, Location
from pipeline.rules import frequency as rules
from pipeline.schema import MEETINGS
from pipeline.schema.activities import ORG_LIFE


def year_is_over(branch: Branch) -> bool:
    """Whether the year can be judged as a whole: it is past, or its summary is dated."""
    written = branch.info.written
    return branch.as_of > branch.year_end or (written is not None and written <= branch.as_of)


def org_life_meeting_held(branch: Branch) -> Iterator[Finding]:
    """F06, as an error once the year is summed up."""
    if year_is_over(branch) and not branch.of_type(ORG_LIFE):
        if any("types" in meeting.origin.broken or meeting.day is None for meeting in branch.records.meetings):
            return
        yield rules.F06.at(Location(MEETINGS.name), year=branch.year)


CHECKS = (org_life_meeting_held,)
