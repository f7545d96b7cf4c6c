"""The single dates ahead: probation that ends, the committee's term, projects, promises made in talks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.calendar_months import add_years
from pipeline.facts.branch import Branch
from pipeline.facts.duties import last_day_ahead
from pipeline.facts.membership import is_probationary
from pipeline.schema import BranchInfo, Member, Project, Talk


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DueDate:
    """A day by which something is to be done."""

    day: date
    about: Member | BranchInfo | Project | Talk
    """Whose probation, whose committee's term (届满), which project, or the promise of which talk."""


def due_dates(branch: Branch) -> Iterator[DueDate]:
    """Yield every date by which something is still to be done, whenever that is."""
    for member in branch.members:
        end = probation_ends(member)
        if end is not None:
            yield DueDate(end, member)
    if branch.info.expires is not None:
        yield DueDate(branch.info.expires, branch.info)
    for project in branch.records.projects:
        if project.due and project.due.day and project.finished is None:
            yield DueDate(project.due.day, project)
    for talk in branch.talks:
        if talk.due and talk.due.day and not talk.outcome:
            yield DueDate(talk.due.day, talk)


def due_dates_ahead(branch: Branch) -> tuple[DueDate, ...]:
    """List the dates that fall in the next days, today included, the nearest first."""
    last = last_day_ahead(branch)
    ahead = (due for due in due_dates(branch) if branch.as_of <= due.day <= last)
    return tuple(sorted(ahead, key=lambda due: due.day))


def probation_ends(member: Member) -> date | None:
    """Give the day on which the probation ends of somebody who is on probation then; 发展党员工作细则第三十二条."""
    if member.joined is None or member.confirmed is not None:
        return None
    end = member.extended_until or add_years(member.joined, 1)
    return end if is_probationary(member, end) else None
