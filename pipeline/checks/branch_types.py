"""Checks of what a kind of branch does not do, and how long its terms are (R24, R27)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from pipeline.calendar_months import add_years, full_years
from pipeline.checks.tools.compared import info_cells
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.votes import sound_votes
from pipeline.facts.branch import Branch
from pipeline.findings import Finding
from pipeline.rules import roster as rules
from pipeline.schema.activities import ADMISSION, ELECTION
from pipeline.schema.branch import TEMPORARY
from pipeline.schema.members import MEASURE, SANCTION
from pipeline.wording import date_text, joined

VILLAGES = frozenset({"村", "社区"})
VILLAGE_TERM, USUAL_TERM = 5, 3
"""Years. 支部工作条例第二十一条."""
LEEWAY = timedelta(days=60)
"""A term that ends so little short of a whole year is meant to last it."""
SANCTIONS = frozenset({MEASURE, SANCTION})


@yields(rules.R24, rules.R24_ELECTED, rules.R24_UNUSUAL)
def temporary_branches_keep_to_their_task(branch: Branch) -> Iterator[Finding]:
    """A temporary branch admits nobody and elects nobody, and in general sanctions nobody."""
    if branch.info.branch_type != TEMPORARY:
        return
    kind = info_cells(branch, "branch_type")
    for vote in sound_votes(branch):
        where, day = vote.item.origin.at("vote_type"), date_text(vote.meeting.day)
        names = joined(map(str, vote.item.candidate))
        if vote.item.vote_type == ADMISSION:
            yield rules.R24.at(where, *kind, day=day, name=names)
        elif vote.item.vote_type == ELECTION:
            yield rules.R24_ELECTED.at(where, *kind, day=day, what=names or "委员")
    for award in branch.records.awards:
        if award.category in SANCTIONS:
            what = f"有一项{award.category}"
            yield rules.R24_UNUSUAL.at(award.origin.at("category"), *kind, day=date_text(award.day), what=what)


@yields(rules.R27)
def term_as_usual(branch: Branch) -> Iterator[Finding]:
    """A term lasts five years in a village or a community, elsewhere three in general."""
    info = branch.info
    if not info.elected or not info.expires or not info.unit_type or info.expires <= info.elected:
        return
    usual = VILLAGE_TERM if info.unit_type in VILLAGES else USUAL_TERM
    years = full_years(info.elected, info.expires)
    if add_years(info.elected, years + 1) - info.expires <= LEEWAY:
        years += 1
    if years != usual:
        days = {"elected": date_text(info.elected), "expires": date_text(info.expires)}
        said = f"一般{usual}年" if usual == USUAL_TERM else f"是{usual}年"
        where, further = info.at("expires"), info_cells(branch, "elected", "unit_type")
        yield rules.R27.at(where, *further, years=years, unit=info.unit_type, usual=said, **days)


CHECKS = declared_in(__name__)
