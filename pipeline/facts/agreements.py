"""Who signs an agreement (责任书), and which targets stand in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import cached_property

from pipeline.facts.membership import came_on, left_on
from pipeline.facts.ordering import targets_in_order
from pipeline.schema import Member, Target


def has_agreement(member: Member, signing_day: date | None, year: int) -> bool:
    """Whether a member was on the books some day of the year, and when the agreement was signed."""
    came, left = came_on(member), left_on(member)
    if came is not None and came > date(year, 12, 31):
        return False
    if left is not None and left <= date(year, 1, 1):
        return False
    return left is None or signing_day is None or member.signed is not None or signing_day < left


class TargetIndex:
    """The targets of 责任目标, found by whom they apply to."""

    def __init__(self, targets: Iterable[Target]) -> None:
        """Sort the targets by 序号; those without keep the order of the rows, behind the others."""
        self.ordered = targets_in_order(targets)

    def of(self, member: Member) -> tuple[Target, ...]:
        """Give the targets that apply to a member, in the order of the agreement."""
        index, none = self._positions, ()
        found = {*index.get("", none)}
        found.update(index.get(f"岗位 {member.station}", none), index.get(f"编号 {member.number}", none))
        return tuple(map(self.ordered.__getitem__, sorted(found)))

    @cached_property
    def _positions(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for position, target in enumerate(self.ordered):
            if target.scope is None:
                continue
            if target.scope.everyone:
                found[""].append(position)
            for station in target.scope.stations:
                found[f"岗位 {station}"].append(position)
            for person in target.scope.people:
                found[f"编号 {person.number}"].append(position)
        return found


def total_score(member: Member, targets: Iterable[Target]) -> Decimal | None:
    """Add up a member's points reached; None while a target has none, or there is no target."""
    scores = [target.scores.of(member.number) if target.scores else None for target in targets]
    known = [score for score in scores if score is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(scores) else None
