"""Who answers for the zones and model posts (责任区)."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.schema import Zone


def holders_of(zones: Iterable[Zone]) -> frozenset[str]:
    """Tell apart those who answer for some zones: by 编号, or by name where they have none."""
    return frozenset(person.number or person.name for zone in zones for person in zone.holders)
