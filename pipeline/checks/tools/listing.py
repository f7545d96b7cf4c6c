"""Names people in a finding: the first few, and how many there are."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.facts.branch import Branch
from pipeline.schema import Member
from pipeline.wording import joined

NAMED = 6
"""Names a finding spells out before it says 等."""


def name_list(names: list[str]) -> str:
    """Name a few people and count the rest."""
    return joined(names[:NAMED]) + (f"等{len(names)}人" if len(names) > NAMED else "")


def names_of(branch: Branch, members: Iterable[Member]) -> str:
    """Name a few members, each by the label that tells namesakes apart, and count the rest."""
    return name_list([branch.label(member) for member in members])
