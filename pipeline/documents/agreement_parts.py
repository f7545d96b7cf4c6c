"""Numbers the parts of a responsibility agreement: one with nothing in it goes, and the others close up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from pipeline.documents.fields import Field, Group
from pipeline.facts.grounds import Grounds
from pipeline.schema import Target, Zone
from pipeline.schema.members import TARGET_CATEGORIES
from pipeline.wording import numeral

ZONES = "责任区"
ALWAYS = ("考核", "奖惩", "附则")
"""The parts whose words are the template's own."""
PARTS = (*(f"{category}目标" for category in TARGET_CATEGORIES), ZONES, *ALWAYS)


class HasParts(Protocol):
    """An agreement."""

    @property
    def by_category(self) -> Mapping[str, Sequence[Target]]:
        """The targets that apply, by category."""

    @property
    def zones(self) -> Sequence[Zone]:
        """The zones the member answers for."""


def numbered(one: HasParts) -> dict[str, str]:
    """Give each part that stands its number: 一, 二."""
    there = {f"{category}目标" for category, targets in one.by_category.items() if targets} | set(ALWAYS)
    if one.zones:
        there.add(ZONES)
    standing = [part for part in PARTS if part in there]
    return {part: numeral(number) for number, part in enumerate(standing, start=1)}


def _number_of(part: str) -> Callable[[Mapping[str, str]], str]:
    return lambda numbers: numbers.get(part, "")


def part_numbers(grounds: Grounds) -> Group[HasParts, Mapping[str, str]]:
    """Declare the numbers of the parts; `grounds` decide which targets and zones there are."""
    return Group(
        name="部分",
        about="责任书各部分的序号；没有内容的部分是空的，后面的往前排",
        of=numbered,
        grounds=grounds,
        fields=tuple(
            Field(
                name=part,
                about=f"“{part}”这一部分的序号",
                example=numeral(number),
                value=_number_of(part),
                grounds=grounds,
            )
            for number, part in enumerate(PARTS, start=1)
        ),
    )
