"""Runs every check over a branch; a check yields findings and never stops another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from pipeline.branch import Branch
from pipeline.checks import (
    agreements,
    evaluation,
    frequency,
    gaps,
    meetings,
    overlaps,
    projects,
    references,
    roster,
    summary,
    talks,
    votes,
)
from pipeline.findings import Finding

Check = Callable[[Branch], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    *references.CHECKS,
    *roster.CHECKS,
    *agreements.CHECKS,
    *meetings.CHECKS,
    *overlaps.CHECKS,
    *frequency.CHECKS,
    *votes.CHECKS,
    *talks.CHECKS,
    *projects.CHECKS,
    *evaluation.CHECKS,
    *summary.CHECKS,
    *gaps.CHECKS,
)
"""Every check, subject by subject."""


def check_branch(branch: Branch) -> list[Finding]:
    """Run all checks and collect what they find."""
    return list(chain.from_iterable(check(branch) for check in CHECKS))
