"""Turns the commendations of members into the forms that propose them, a page each (表彰推荐表); forms.md 2.20."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.documents.award_papers import CHOSEN, FOLDER, AwardPaper, is_commendation, page_table
from pipeline.documents.plan import DocumentKind, Form
from pipeline.documents.summary_tables import AWARD
from pipeline.documents.year_papers import FILE_NAME, NAMED, TITLE
from pipeline.facts.branch import Branch

TEMPLATE = "表彰推荐表"


class Commendations(AwardPaper):
    """The paper of the year; what the branch itself was given is not in it."""

    form = TEMPLATE
    is_of_it = staticmethod(is_commendation)


def commendations(branch: Branch) -> Iterator[Commendations]:
    """Give the one paper; none where no member was commended."""
    paper = Commendations(branch)
    if any(paper.pages):
        yield paper


KIND: DocumentKind[Commendations] = DocumentKind(
    name=TEMPLATE,
    about="全年一份，党员每项表彰一页；支部意见、上级意见和签字留空",
    forms=(Form(TEMPLATE, FOLDER),),
    file_name=FILE_NAME,
    title=TITLE,
    planned_from="",
    every_row=False,
    subjects=commendations,
    grounds=CHOSEN | NAMED,
    fields=(page_table(AWARD, "党员的表彰，一项一组，按日期"),),
)
