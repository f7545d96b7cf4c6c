"""The catalogue of rules: every code the program can report, with its sentence, remedy and basis."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import ModuleType

from pipeline.findings import Level, Rule
from pipeline.rules import (
    agreements,
    candidates,
    cells,
    evaluation,
    frequency,
    meetings,
    projects,
    rectification,
    roster,
    summary,
    talks,
    votes,
)
from pipeline.rules import notes as run

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
    candidates,
    rectification,
    summary,
    run,
)
"""The catalogue's parts, in the order in which `zhibu rules` lists them."""


def all_rules() -> Iterator[Rule]:
    """Yield every rule, part by part, by code; of a code the most severe first, else in the order of declaration."""
    for module in MODULES:
        declared = (value for value in vars(module).values() if isinstance(value, Rule))
        yield from sorted(declared, key=lambda rule: (rule.code, rule.level.rank))


@cache
def catalogue() -> Mapping[str, tuple[Rule, ...]]:
    """Group the rules by code; a code of several levels or sentences has several entries."""
    grouped: dict[str, tuple[Rule, ...]] = {}
    for rule in all_rules():
        grouped[rule.code] = (*grouped.get(rule.code, ()), rule)
    return grouped


@cache
def reminder(code: str) -> Rule:
    """Give the first rule of a code that only reminds."""
    return next(rule for rule in catalogue()[code] if rule.level is Level.WARNING)


RULES: Mapping[str, Rule] = {code: found[0] for code, found in catalogue().items()}
"""Code to its rule, the most severe where there are several; for columns, which name the rule they break."""
