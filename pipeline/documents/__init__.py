"""Plans the year's documents: which there are, from which rows, under which names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import chain

from pipeline.documents.agreements import plan_agreements
from pipeline.documents.branch_fields import branch_fields
from pipeline.documents.meetings import plan_meetings
from pipeline.documents.naming import fold, safe_name
from pipeline.documents.plan import Context, Planned
from pipeline.documents.summary import plan_summary
from pipeline.documents.talks import plan_talks
from pipeline.facts.branch import Branch

__all__ = ["Context", "Planned", "branch_folder", "plan_documents"]


def plan_documents(branch: Branch, only: Collection[str] = ()) -> list[Planned]:
    """Plan every document of the year, or only some kinds; no two have one path."""
    shared = branch_fields(branch)
    planners = (plan_agreements, plan_meetings, plan_talks, plan_summary)
    planned = chain.from_iterable(planner(branch, shared) for planner in planners)
    return list(_distinct(document for document in planned if not only or document.kind in only))


def branch_folder(branch: Branch) -> str:
    """Name the folder of the year: 2025维修二队党支部."""
    return safe_name(f"{branch.year}{branch.info.short_name}")


def _distinct(planned: Iterable[Planned]) -> Iterator[Planned]:
    """Number documents whose paths would be one on some file system."""
    taken: set[str] = set()
    for document in planned:
        name, number = document.name, 1
        while fold(f"{document.folder}/{name}") in taken:
            number += 1
            name = f"{document.name}-{number}"
        taken.add(fold(f"{document.folder}/{name}"))
        yield document if number == 1 else replace(document, name=name)
