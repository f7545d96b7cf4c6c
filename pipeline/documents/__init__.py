"""Plans the year's documents: which there are, from which rows, under which names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from pipeline.documents.branch_fields import BRANCH
from pipeline.documents.fields import Context
from pipeline.documents.kinds import BY_DEFAULT, KINDS
from pipeline.documents.naming import fold, safe_name
from pipeline.documents.plan import DocumentKind, Planned, Subject
from pipeline.facts.branch import Branch

__all__ = ["KINDS", "Context", "DocumentKind", "Planned", "branch_folder", "plan_documents"]


class _OfBranch:
    def __init__(self, branch: Branch) -> None:
        self.branch = branch


def plan_documents(branch: Branch, kinds: Iterable[DocumentKind[Subject]] = BY_DEFAULT) -> list[Planned]:
    """Plan the documents of some kinds, else of those written without being asked for; no two have one path."""
    shared = BRANCH.build(_OfBranch(branch))
    return list(_distinct(chain.from_iterable(kind.plan(branch, shared) for kind in kinds)))


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
