"""Declares what the work summary says of responsibility agreements and zones."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from pipeline.documents.branch_fields import OfBranch
from pipeline.documents.fields import Field, Group, Rows, Value, cell
from pipeline.documents.summary_claims import aspects, signing_text, target_counts, target_parts
from pipeline.documents.summary_grounds import TOLD
from pipeline.facts.agreements import total_score
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, Grounds, cells, deciding, info
from pipeline.facts.membership import is_full, is_probationary, on_books
from pipeline.schema import (
    ROSTER,
    TARGETS,
    ZONES,
    Decides,
    Member,
)
from pipeline.schema.members import Zone
from pipeline.vocabulary import Shape
from pipeline.wording import (
    average_text,
    clause,
    joined,
    noted,
)

ZONE_TYPES = ("党员示范责任区", "红旗责任区", "先锋模范岗")
SIGNED = deciding(Decides.STANDING, Decides.APPLYING) | cells(ROSTER, "number signed station") | info("sign_day") | TOLD
SCORED = SIGNED | cells(TARGETS, "scores")


@dataclass(frozen=True, eq=False, repr=False)
class Signers:
    """Those who signed an agreement."""

    branch: Branch

    @cached_property
    def all(self) -> list[Member]:
        """All of them."""
        branch = self.branch
        return [member for member in branch.members if branch.signs(member) and branch.targets_of(member)]

    @cached_property
    def staying(self) -> list[Member]:
        """Those still on the books on the last day told of."""
        return [member for member in self.all if on_books(member, self.branch.told_until)]

    @property
    def included(self) -> str:
        """Say how many of them left later, and how many are waiting to be approved."""
        day = self.branch.told_until
        waiting = sum(not is_full(member, day) and not is_probationary(member, day) for member in self.staying)
        gone = len(self.all) - len(self.staying)
        return joined(
            (f"后来转出或离开的{gone}名" if gone else "", f"等待批准的预备党员{waiting}名" if waiting else "")
        )

    @cached_property
    def scores(self) -> list[Decimal]:
        """The points of those who have all of theirs."""
        day = self.branch.told_until
        counted = (m for m in self.staying if is_full(m, day) or is_probationary(m, day))
        totals = (total_score(member, self.branch.targets_of(member)) for member in counted)
        return [total for total in totals if total is not None]


def _signed(
    name: str, about: str, example: str, value: Callable[[Signers], Value], grounds: Grounds, shape: Shape = Shape.TEXT
) -> Field[Signers]:
    return Field(name=name, about=about, example=example, value=value, grounds=grounds, shape=shape)


AGREEMENT_FIGURES: Group[OfBranch, Signers] = Group(
    name="责任书",
    about="责任书的签订和考核",
    of=lambda year: Signers(year.branch),
    fields=(
        _signed("份数", "签了几份", "28", lambda found: len(found.all), SIGNED, Shape.NUMBER),
        _signed("含", "其中后来离开的和等待批准的", "后来转出或离开的1名", lambda found: found.included, SIGNED),
        _signed(
            "签订",
            "哪天签了几份",
            "均于2025年1月20日签订",
            lambda found: signing_text(found.branch, found.all),
            SIGNED,
        ),
        _signed(
            "方面",
            "目标分几个方面",
            "共性、岗位、个性三个方面",
            lambda found: aspects(found.branch.records.targets),
            cells(TARGETS, "category"),
        ),
        _signed(
            "目标数",
            "各类目标多少项",
            "共性目标8项、岗位目标32项、个性目标28项",
            lambda found: target_counts(found.branch.records.targets),
            cells(TARGETS, "category"),
        ),
        _signed(
            "写明",
            "每项目标都写明了的：考核标准、分值、时限",
            "考核标准、分值和时限",
            lambda found: target_parts(found.branch.records.targets),
            cells(TARGETS, "standard points due"),
        ),
        _signed("考核人数", "得分齐全的人数", "27", lambda found: len(found.scores), SCORED, Shape.NUMBER),
        _signed("平均分", "这些人的平均分", "97.2", lambda found: average_text(found.scores), SCORED),
    ),
)


class ZonesOfType(NamedTuple):
    """The zones of one type, by name."""

    kind: str
    zones: Sequence[Zone]


def zones_by_type(year: OfBranch) -> Iterator[ZonesOfType]:
    """Give the zones of each type; types without a zone are left out."""
    for kind in ZONE_TYPES:
        zones = sorted(
            (zone for zone in year.branch.records.zones if zone.category == kind), key=lambda zone: zone.name
        )
        if zones:
            yield ZonesOfType(kind, zones)


def zone_text(zone: Zone) -> str:
    """Write a zone with its members and rating: 装配台党员示范责任区（周国梁、沈志刚，优秀）."""
    return noted(zone.name, joined(map(str, zone.holders)), clause(zone.rating))


ZONES_TABLE: Rows[OfBranch, ZonesOfType] = Rows(
    name="责任区",
    about="责任区和模范岗，一类一行",
    each=zones_by_type,
    grounds=cells(ZONES, "category"),
    fields=(
        cell("类型", ZONES, "category", lambda found: found.kind),
        Field(
            name="个数",
            about="这一类几个",
            example="3",
            value=lambda found: len(found.zones),
            grounds=cells(ZONES, "category"),
            shape=Shape.NUMBER,
        ),
        Field(
            name="名单",
            about="名称、责任党员和评定",
            example="变速箱装配台党员示范责任区（周国梁、沈志刚，优秀）",
            value=lambda found: joined(map(zone_text, found.zones), "；"),
            grounds=cells(ZONES, "name holders rating") | NAMING,
        ),
    ),
)
