"""The catalogue of rules: every code the program can report, with its sentence, remedy and basis."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from pipeline.findings import Rule
from pipeline.rules import (
    agreements,
    cells,
    evaluation,
    frequency,
    meetings,
    projects,
    roster,
    run,
    summary,
    talks,
    votes,
)

MODULES: tuple[ModuleType, ...] = (
    cells,
    roster,
    agreements,
    meetings,
    frequency,
    votes,
    talks,
    projects,
    evaluation,
    summary,
    run,
)
"""The catalogue's parts, in the order in which `zhibu rules` lists them."""


def all_rules() -> Iterator[Rule]:
    """Yield every rule, part by part, in the order of declaration."""
    for module in MODULES:
        for value in vars(module).values():
            if isinstance(value, Rule):
                yield value


def catalogue() -> dict[str, tuple[Rule, ...]]:
    """Group the rules by code; a code with two levels has two entries, the graver first."""
    grouped: dict[str, tuple[Rule, ...]] = {}
    for rule in all_rules():
        grouped[rule.code] = (*grouped.get(rule.code, ()), rule)
    return grouped
