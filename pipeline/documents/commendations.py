"""Turns the commendations of members into the forms that propose them, a page each (表彰推荐表); forms.md 2.20."""

from __future__ import annotations

from pipeline.documents.award_papers import CHOSEN, AwardPaper, is_commendation, page_table
from pipeline.documents.plan import DocumentKind
from pipeline.documents.year_papers import LEDGERS_FOLDER, NAMED, year_kind
from pipeline.schema.members import AWARD

TEMPLATE = "表彰推荐表"


class Commendations(AwardPaper):
    """The paper of the year; what the branch itself was given is not in it."""

    form = TEMPLATE
    is_of_it = staticmethod(is_commendation)


KIND: DocumentKind[Commendations] = year_kind(
    Commendations,
    TEMPLATE,
    LEDGERS_FOLDER,
    "全年一份，党员每项表彰一页；支部意见、上级意见和签字留空",
    (page_table(AWARD, "党员的表彰，一项一组，按日期"),),
    grounds=CHOSEN | NAMED,
)
