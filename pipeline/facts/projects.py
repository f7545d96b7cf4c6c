"""What the cells of a project (立项攻关) bear out: whether it kept its time, and whether its benefit is proven."""

from __future__ import annotations

from decimal import Decimal

from pipeline.schema import Project


def kept_time(project: Project) -> bool:
    """Whether a project was finished within its time; not where the limit is no date."""
    limit = project.due.day if project.due else None
    return bool(limit and project.finished and project.finished <= limit)


def proven_benefit(project: Project) -> Decimal | None:
    """Give the benefit, where it says how it was computed and who confirmed it."""
    return project.benefit if project.computed and project.confirmer else None
