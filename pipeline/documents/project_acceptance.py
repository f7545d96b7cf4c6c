"""Turns the projects into the paper on which they are accepted, a page each (立项攻关验收表); forms.md 2.13."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.documents.plan import DocumentKind, Form
from pipeline.documents.project_register import (
    FOLDER,
    PROJECT_FIELDS,
    RESULT_FIELDS,
    ProjectPaper,
    project_table,
)
from pipeline.documents.year_papers import FILE_NAME, NAMED, TITLE
from pipeline.facts.branch import Branch

TEMPLATE = "立项攻关验收表"


class ProjectAcceptance(ProjectPaper):
    """The paper of the year; a project that is not done has blank cells in it."""

    form = TEMPLATE


def acceptances(branch: Branch) -> Iterator[ProjectAcceptance]:
    """Give the one paper; none where there is no project."""
    if branch.records.projects:
        yield ProjectAcceptance(branch)


KIND: DocumentKind[ProjectAcceptance] = DocumentKind(
    name=TEMPLATE,
    about="全年一份，每个立项一页；没有完成的也有一页，空着到验收时手写；评分、结论和签字留空",
    forms=(Form(TEMPLATE, FOLDER),),
    file_name=FILE_NAME,
    title=TITLE,
    planned_from="",
    every_row=False,
    subjects=acceptances,
    grounds=NAMED,
    fields=(project_table(*PROJECT_FIELDS, *RESULT_FIELDS),),
)
