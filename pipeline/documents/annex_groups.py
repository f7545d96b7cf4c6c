"""Gathers what the annexes of the work summary show under one name: 附件."""

from __future__ import annotations

from pipeline.documents.annex_lists import CASES_ANNEX, COURSES_ANNEX, PROBLEMS_ANNEX
from pipeline.documents.annex_meetings import MEETINGS_ANNEX
from pipeline.documents.annex_members import MEMBERS_ANNEX
from pipeline.documents.annex_projects import PROJECTS_ANNEX
from pipeline.documents.annex_talks import TALKS_ANNEX
from pipeline.documents.annex_targets import TARGETS_ANNEX
from pipeline.documents.branch_fields import OfBranch
from pipeline.documents.fields import Group
from pipeline.facts.branch import Branch

ANNEXES_GROUP: Group[OfBranch, Branch] = Group(
    name="附件",
    about="总结各附件的表和图，一份一组",
    of=lambda year: year.branch,
    fields=(
        MEETINGS_ANNEX,
        MEMBERS_ANNEX,
        TARGETS_ANNEX,
        PROJECTS_ANNEX,
        TALKS_ANNEX,
        COURSES_ANNEX,
        PROBLEMS_ANNEX,
        CASES_ANNEX,
    ),
)
