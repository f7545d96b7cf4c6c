"""The small branch of the tests has no fault: what the rule tests find comes from their own change."""

from __future__ import annotations

from pipeline.findings import Level
from tests.support.small import SELDOM, examine


def test_small_branch_is_silent_but_for_meeting_seldom() -> None:
    found = examine()
    others = [f for f in found.findings if f.level is not Level.NOTE and f.rule.code not in SELDOM]
    assert [(f.rule.code, str(f.where), f.message) for f in others] == []
    assert found.codes(Level.ERROR) == set()
    assert found.codes(Level.WARNING) == SELDOM
