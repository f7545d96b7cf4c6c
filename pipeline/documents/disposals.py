"""Turns measures and sanctions into the forms that report them, a page each (处置呈报表); forms.md 2.20."""

from __future__ import annotations

from pipeline.documents.award_papers import CHOSEN, AwardPaper, is_disposal, page_table
from pipeline.documents.plan import DocumentKind
from pipeline.documents.year_papers import LEDGERS_FOLDER, NAMED, year_kind

TEMPLATE = "处置呈报表"


class Disposals(AwardPaper):
    """The paper of the year."""

    form = TEMPLATE
    is_of_it = staticmethod(is_disposal)


KIND: DocumentKind[Disposals] = year_kind(
    Disposals,
    TEMPLATE,
    LEDGERS_FOLDER,
    "全年一份，党员每项组织处置或处分一页；本人意见、支部意见、上级意见和签字留空",
    (page_table("处置", "党员的组织处置和处分，一项一组，按日期"),),
    grounds=CHOSEN | NAMED,
    confidential=True,
)
