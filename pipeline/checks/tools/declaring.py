"""Lets each check declare the rules it yields, so that from a rule to its code is one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pipeline.facts.branch import Branch
from pipeline.findings import Finding, Rule

Check = Callable[[Branch], Iterator[Finding]]
_DECLARED: dict[Check, tuple[Rule, ...]] = {}


def yields(*rules: Rule) -> Callable[[Check], Check]:
    """Declare a generator a check, with every rule it may yield."""

    def declare(check: Check) -> Check:
        _DECLARED[check] = rules
        return check

    return declare


def declared_in(module: str) -> tuple[Check, ...]:
    """Give the checks of a module, in the order in which it declares them."""
    return tuple(check for check in _DECLARED if check.__module__ == module)


def rules_of(check: Check) -> tuple[Rule, ...]:
    """Give the rules that a check declares."""
    return _DECLARED[check]
