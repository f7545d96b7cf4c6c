"""How many hours of study a year asks of each member, and whether they were reached; 党员教育管理工作条例第二十条."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pipeline.facts.branch import Branch
from pipeline.facts.duties import State, there_all_year, year_is_over
from pipeline.facts.participation import participations
from pipeline.schema import Member


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Study:
    """One member's hours of study, and what became of the hours asked for."""

    hours: Decimal
    wanted: int
    as_officer: bool
    """Whether the hours asked for are those of the committee."""
    state: State
    """Not applicable to those who came or went in the year, or are excused for age or illness (第二十三条)."""

    @property
    def lacking(self) -> Decimal:
        """Hours that are not reached; none of those who need not reach them."""
        open_still = self.state in {State.MISSING, State.PENDING}
        return self.wanted - self.hours if open_still else Decimal(0)


def studies(branch: Branch) -> Mapping[str, Study]:
    """Work out every member's hours of study in the year so far, by 编号."""
    return branch.once(_studies)


def hours_asked(branch: Branch, day: date) -> Mapping[str, int]:
    """Give the hours of study that the year asks of each who counted as expected from its first day to `day`.

    None of those who came or went in the year, or are excused for age or illness (第二十三条).
    """
    if not there_all_year(branch):
        return {}
    first, last = ({member.number for member in branch.counted(counted)} for counted in (branch.year_start, day))
    officers = {member.number for member in branch.committee(day)}
    return {number: _wanted(branch, officer=number in officers)[0] for number in first & last}


def _wanted(branch: Branch, *, officer: bool) -> tuple[int, bool]:
    """Give the hours a year asks of a member, and whether they are those of the committee."""
    settings = branch.settings
    as_officer = officer and settings.committee_study_hours >= settings.study_hours
    return settings.committee_study_hours if as_officer else settings.study_hours, as_officer


def _studies(branch: Branch) -> Mapping[str, Study]:
    day = branch.year_end if year_is_over(branch) else branch.current_day
    stayed = hours_asked(branch, day)
    officers = {member.number for member in branch.committee(day)}
    return {
        member.number: _study(branch, member, officer=member.number in officers, stayed=member.number in stayed)
        for member in branch.members
    }


def _study(branch: Branch, member: Member, *, officer: bool, stayed: bool) -> Study:
    hours = participations(branch)[member.number].hours
    wanted, as_officer = _wanted(branch, officer=officer)
    state = State.DONE
    if hours < wanted:
        state = State.NOT_APPLICABLE if not stayed else State.MISSING if year_is_over(branch) else State.PENDING
    return Study(hours=hours, wanted=wanted, as_officer=as_officer, state=state)
