"""Runs every check over a branch; a check yields findings and never stops another."""

from __future__ import annotations

from itertools import chain

from pipeline.checks import (
    admissions,
    agreements,
    branch_types,
    candidates,
    candidates_elsewhere,
    elections,
    evaluation,
    frequency,
    in_vain,
    meetings,
    names,
    offices,
    overlaps,
    privacy,
    probation,
    projects,
    rectification,
    references,
    roster,
    sign_in,
    summary,
    summary_text,
    talks,
    target_texts,
    texts,
    votes,
)
from pipeline.checks import meeting_customs as conduct
from pipeline.checks import omissions as gaps
from pipeline.checks import talk_coverage as coverage
from pipeline.checks.tools.declaring import Check, rules_of
from pipeline.facts.branch import Branch
from pipeline.findings import Finding

CHECKS: tuple[Check, ...] = (
    *references.CHECKS,
    *in_vain.CHECKS,
    *roster.CHECKS,
    *probation.CHECKS,
    *offices.CHECKS,
    *branch_types.CHECKS,
    *agreements.CHECKS,
    *target_texts.CHECKS,
    *sign_in.CHECKS,
    *meetings.CHECKS,
    *conduct.CHECKS,
    *overlaps.CHECKS,
    *frequency.CHECKS,
    *votes.CHECKS,
    *elections.CHECKS,
    *admissions.CHECKS,
    *talks.CHECKS,
    *coverage.CHECKS,
    *projects.CHECKS,
    *evaluation.CHECKS,
    *candidates.CHECKS,
    *candidates_elsewhere.CHECKS,
    *rectification.CHECKS,
    *summary.CHECKS,
    *summary_text.CHECKS,
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


def checks_of(code: str) -> tuple[Check, ...]:
    """Give the checks that may report a code; none where the reader or a flow reports it."""
    return tuple(check for check in CHECKS if any(rule.code == code for rule in rules_of(check)))
