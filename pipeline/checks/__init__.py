"""Runs every check over a branch; a check yields findings and never stops another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from pipeline.checks import (
    agreements,
    evaluation,
    frequency,
    meetings,
    names,
    offices,
    overlaps,
    privacy,
    projects,
    references,
    roster,
    sign_in,
    summary,
    talks,
    target_texts,
    texts,
    votes,
)
from pipeline.checks import meeting_customs as conduct
from pipeline.checks import omissions as gaps
from pipeline.checks import talk_coverage as coverage
from pipeline.facts.branch import Branch
from pipeline.findings import Finding

Check = Callable[[Branch], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    *references.CHECKS,
    *roster.CHECKS,
    *offices.CHECKS,
    *agreements.CHECKS,
    *target_texts.CHECKS,
    *meetings.CHECKS,
    *sign_in.CHECKS,
    *conduct.CHECKS,
    *overlaps.CHECKS,
    *frequency.CHECKS,
    *votes.CHECKS,
    *talks.CHECKS,
    *coverage.CHECKS,
    *projects.CHECKS,
    *evaluation.CHECKS,
    *summary.CHECKS,
    *texts.CHECKS,
    *names.CHECKS,
    *privacy.CHECKS,
    *gaps.CHECKS,
)
"""Every check, subject by subject."""


def check_branch(branch: Branch) -> list[Finding]:
    """Run all checks and collect what they find, without what the branch has switched off."""
    found = chain.from_iterable(check(branch) for check in CHECKS)
    off = branch.settings.switched_off
    return [finding for finding in found if not finding.level.switchable or finding.rule.code not in off]
