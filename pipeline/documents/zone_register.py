"""Turns the zones and model posts of the year into a register with a page for each (责任区登记表); forms.md 2.12."""

from __future__ import annotations

from collections.abc import Container, Mapping
from functools import cached_property
from itertools import count
from typing import NamedTuple

from pipeline.documents.fields import Field, Rows, cell
from pipeline.documents.plan import DocumentKind, Doubt, origins, rows_of_people
from pipeline.documents.year_papers import PROJECTS_FOLDER, YearPaper, year_kind
from pipeline.facts.grounds import NAMING, cells
from pipeline.findings import Origin
from pipeline.schema import ZONES, Decides, Zone
from pipeline.vocabulary import Shape
from pipeline.wording import joined, paragraphs

TEMPLATE = "责任区登记表"
TYPES = ZONES.by_name["category"].choices
ORDER = cells(ZONES, "category name area holders")
"""What decides in which order the zones stand."""


class NumberedZone(NamedTuple):
    """A zone, and its number in register and list."""

    number: int
    zone: Zone


def zone_order(zone: Zone) -> tuple[int, str, str, str]:
    """Give the key that sorts zones by type and name."""
    place = TYPES.index(zone.category) if zone.category in TYPES else len(TYPES)
    return place, zone.name, zone.area, joined(map(str, zone.holders))


class ZonePaper(YearPaper):
    """A paper that tells of every zone."""

    @property
    def has_something(self) -> bool:
        """Whether there is a zone."""
        return bool(self.branch.records.zones)

    @cached_property
    def zones(self) -> tuple[NumberedZone, ...]:
        """The zones by type and name."""
        return tuple(map(NumberedZone, count(1), sorted(self.branch.records.zones, key=zone_order)))

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The zones, and the members who answer for them."""
        people = (person for one in self.zones for person in one.zone.holders)
        return origins((one.zone for one in self.zones), map(self.branch.member_of, people), super().sources)

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """Zones name people."""
        people = (person for one in self.zones for person in one.zone.holders)
        return {Decides.NAMING: rows_of_people(self.branch, people, doubt)}


class ZoneRegister(ZonePaper):
    """The register of the year."""

    form = TEMPLATE


ZONE_FIELDS: tuple[Field[NumberedZone], ...] = (
    Field(
        name="序号",
        about="登记表和一览表里的第几个，按类型和名称排",
        example="1",
        value=lambda one: str(one.number),
        grounds=ORDER | NAMING,
    ),
    cell("名称", ZONES, "name", lambda one: one.zone.name),
    cell("类型", ZONES, "category", lambda one: one.zone.category),
    cell("范围", ZONES, "area", lambda one: one.zone.area),
    cell("责任党员", ZONES, "holders", lambda one: joined(map(str, one.zone.holders)), grounds=NAMING),
    cell("联系群众", ZONES, "contacts", lambda one: one.zone.contacts),
    Field(
        name="任务",
        about="任务，一段一段的",
        example="台位工具定置，装配间隙逐台复测留底。",
        value=lambda one: paragraphs(one.zone.duty),
        grounds=cells(ZONES, "duty"),
        shape=Shape.TEXTS,
    ),
    cell("评定", ZONES, "rating", lambda one: one.zone.rating),
)
TABLE: Rows[ZonePaper, NumberedZone] = Rows(
    name="责任区",
    about="责任区和先锋岗，一个一组，按类型和名称",
    each=lambda paper: paper.zones,
    grounds=ORDER | NAMING,
    own_of=ZONES.name,
    own=lambda one: one.zone,
    fields=ZONE_FIELDS,
)
KIND: DocumentKind[ZoneRegister] = year_kind(
    ZoneRegister,
    TEMPLATE,
    PROJECTS_FOLDER,
    "全年一份，每个责任区、先锋岗一页；编号、每月检查、群众评议和签字留空",
    (TABLE,),
)
