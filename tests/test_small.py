"""The small branch of the tests has no fault: what the rule tests find comes from their own change."""

from __future__ import annotations

from pipeline.findings import Level
from tests.support.small import examine


def test_small_branch_is_silent() -> None:
    found = examine()
    assert [(f.rule.code, str(f.where), f.message) for f in found.findings if f.level is not Level.NOTE] == []
