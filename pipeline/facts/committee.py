"""How large a branch must be to have a committee (支委会), and how large the committee; 支部工作条例第二十条."""

from __future__ import annotations

from datetime import date

from pipeline.facts.branch import Branch

FULL_MEMBERS_FOR_COMMITTEE = 7
"""A branch of fewer full members has a secretary only."""
LEAST_OFFICERS = 3
"""Officers that make a committee."""
USUAL_OFFICERS = 5
"""3 to 5 officers."""
MOST_OFFICERS = 7
"""In general not more."""


def large_enough(branch: Branch, day: date) -> bool:
    """Whether the branch has so many full members on `day` that it is to have a committee."""
    return len(branch.full(day)) >= FULL_MEMBERS_FOR_COMMITTEE


def has_committee(branch: Branch, day: date) -> bool:
    """Whether those in office on `day` are a committee, not just a secretary and a deputy."""
    return len(branch.committee(day)) >= LEAST_OFFICERS
