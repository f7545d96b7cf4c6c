"""Turns measures and sanctions into the forms that report them, a page each (处置呈报表); forms.md 2.20."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.documents.award_papers import CHOSEN, FOLDER, AwardPaper, is_disposal, page_table
from pipeline.documents.plan import DocumentKind, Form
from pipeline.documents.year_papers import FILE_NAME, NAMED, TITLE
from pipeline.facts.branch import Branch

TEMPLATE = "处置呈报表"


class Disposals(AwardPaper):
    """The paper of the year."""

    form = TEMPLATE
    is_of_it = staticmethod(is_disposal)


def disposals(branch: Branch) -> Iterator[Disposals]:
    """Give the one paper; none where nothing of the kind is recorded."""
    paper = Disposals(branch)
    if any(paper.pages):
        yield paper


KIND: DocumentKind[Disposals] = DocumentKind(
    name=TEMPLATE,
    about="全年一份，党员每项组织处置或处分一页；本人意见、支部意见、上级意见和签字留空",
    forms=(Form(TEMPLATE, FOLDER),),
    file_name=FILE_NAME,
    title=TITLE,
    planned_from="",
    every_row=False,
    subjects=disposals,
    grounds=CHOSEN | NAMED,
    confidential=lambda _paper: True,
    confidential_ones="全部",
    fields=(page_table("处置", "党员的组织处置和处分，一项一组，按日期"),),
)
