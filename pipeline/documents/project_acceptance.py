"""Turns the projects into the paper on which they are accepted, a page each (立项攻关验收表); forms.md 2.13."""

from __future__ import annotations

from pipeline.documents.plan import DocumentKind
from pipeline.documents.project_register import (
    PROJECT_FIELDS,
    RESULT_FIELDS,
    ProjectPaper,
    project_table,
)
from pipeline.documents.year_papers import PROJECTS_FOLDER, year_kind

TEMPLATE = "立项攻关验收表"


class ProjectAcceptance(ProjectPaper):
    """The paper of the year; a project that is not done has blank cells in it."""

    form = TEMPLATE


KIND: DocumentKind[ProjectAcceptance] = year_kind(
    ProjectAcceptance,
    TEMPLATE,
    PROJECTS_FOLDER,
    "全年一份，每个立项一页；没有完成的也有一页，空着到验收时手写；评分、结论和签字留空",
    (project_table(*PROJECT_FIELDS, *RESULT_FIELDS),),
)
