"""Names the columns that the counts of the work summary stand on."""

from __future__ import annotations

from pipeline.facts.grounds import cells, deciding
from pipeline.facts.year import TOLD_BY
from pipeline.schema import MEETINGS, ROSTER, Decides

TOLD = TOLD_BY
"""What decides until which day the summary tells."""
STANDING = deciding(Decides.STANDING) | cells(ROSTER, "number") | TOLD
OFFICES = STANDING | deciding(Decides.OFFICE)
HELD = deciding(Decides.SERIES) | TOLD
"""What decides which meetings the summary counts."""
ATTENDED = HELD | STANDING | OFFICES | deciding(Decides.GROUPING) | cells(MEETINGS, "absences")
"""What decides how many were expected and came."""
