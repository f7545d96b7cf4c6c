"""Turns the zones and model posts of the year into a list on one page (责任区一览表); forms.md 2.12."""

from __future__ import annotations

from collections import Counter

from pipeline.documents.fields import Field, Group
from pipeline.documents.plan import DocumentKind
from pipeline.documents.year_papers import PROJECTS_FOLDER, year_kind
from pipeline.documents.zone_register import TABLE, TYPES, ZonePaper
from pipeline.facts.grounds import cells
from pipeline.schema import ZONES
from pipeline.vocabulary import Shape
from pipeline.wording import joined

TEMPLATE = "责任区一览表"


class ZoneList(ZonePaper):
    """The list of the year."""

    form = TEMPLATE


def counts_text(paper: ZonePaper) -> str:
    """Count the zones of each type that there is."""
    counts = Counter(one.zone.category for one in paper.zones)
    return joined(f"{kind}{counts[kind]}个" for kind in TYPES if counts[kind])


def holders_count(paper: ZonePaper) -> int:
    """Count the members who answer for a zone, each once."""
    return len({person for one in paper.zones for person in one.zone.holders})


KIND: DocumentKind[ZoneList] = year_kind(
    ZoneList,
    TEMPLATE,
    PROJECTS_FOLDER,
    "全年一份，一页列出全部责任区、先锋岗",
    (
        TABLE,
        Group(
            name="合计",
            about="一共多少",
            of=lambda paper: paper,
            fields=(
                Field(
                    name="个数",
                    about="各类型多少个",
                    example="党员示范责任区3个、红旗责任区2个",
                    value=counts_text,
                    grounds=cells(ZONES, "category"),
                ),
                Field(
                    name="党员",
                    about="责任党员一共多少名，一人负责几个的只算一次",
                    example="17",
                    value=holders_count,
                    grounds=cells(ZONES, "holders"),
                    shape=Shape.NUMBER,
                ),
            ),
        ),
    ),
)
