"""Turns the whole year into the work summary (年度工作总结)."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.documents.annex_groups import ANNEXES_GROUP
from pipeline.documents.fields import Declared, Field
from pipeline.documents.plan import DocumentKind, Doubt, Form, origins
from pipeline.documents.summary_agreements import AGREEMENT_FIGURES, ZONES_TABLE
from pipeline.documents.summary_annexes import ANNEX_NUMBERS, ANNEX_REFERENCES
from pipeline.documents.summary_claims import DISCIPLINE_GROUP, SYSTEMS, is_enterprise, people_served
from pipeline.documents.summary_grounds import TOLD
from pipeline.documents.summary_meetings import MEETING_FIGURES, ORG_LIFE_FIGURES
from pipeline.documents.summary_members import MEMBERSHIP, STUDY
from pipeline.documents.summary_outline import PART_MARKS, SECTION_MARKS
from pipeline.documents.summary_points import NUMERALS, PART_NUMERALS, POINTS_GROUP
from pipeline.documents.summary_projects import PROJECTS_TABLE
from pipeline.documents.summary_prose import PROSE
from pipeline.documents.summary_tables import AWARDS_TABLE, EVALUATION_FIGURES, SANCTIONS_TABLE, TRAININGS_TABLE
from pipeline.documents.summary_talks import TALK_FIGURES
from pipeline.documents.summary_told import TOLD_GROUP
from pipeline.facts.branch import Branch
from pipeline.facts.chapters import in_full
from pipeline.facts.grounds import info
from pipeline.facts.outline import is_retired
from pipeline.findings import Origin
from pipeline.schema import Decides
from pipeline.vocabulary import Shape

TEMPLATE = "年度工作总结"
UNIT = info("unit_type short_name full_name")


@dataclass(frozen=True, eq=False, repr=False)
class Year:
    """The one summary of the year."""

    branch: Branch

    form = TEMPLATE
    subfolder = ""

    @property
    def day(self) -> date:
        """成文日期, else the last of the year."""
        return self.branch.info.written or self.branch.year_end

    @property
    def words(self) -> Mapping[str, str]:
        """What the file name and the title name."""
        written = self.branch.info.written
        return {"日期": f"{written:%Y%m%d}" if written else ""}

    @property
    def sources(self) -> tuple[Origin, ...]:
        """Every row of the workbook."""
        records = (record for _, records in self.branch.records.tables() for record in records)
        return origins(self.branch.info.origins.values(), records)

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:  # noqa: ARG002
        """It tells of every row anyway."""
        return {}


def years(branch: Branch) -> Iterator[Year]:
    """Give the one summary."""
    yield Year(branch)


LAST_MONTH = 12
"""A summary that tells of a day in December is one of the year."""
WORDING: tuple[Declared[Year], ...] = (
    Field(
        name="企业",
        about="是不是企业的支部；企业才写生产和效益",
        example="True",
        value=lambda year: is_enterprise(year.branch),
        grounds=UNIT,
        shape=Shape.YES_NO,
    ),
    Field(
        name="阶段总结",
        about="年度还没有过完：写到的那天早于12月",
        example="False",
        value=lambda year: year.branch.told_until < date(year.branch.year, LAST_MONTH, 1),
        grounds=TOLD,
        shape=Shape.YES_NO,
    ),
    Field(
        name="群众",
        about="企业写职工，离退休的写老同志，别的写群众",
        example="职工",
        value=lambda year: people_served(year.branch),
        grounds=UNIT,
    ),
    Field(
        name="离退休",
        about="支部名称里有没有离退休",
        example="False",
        value=lambda year: is_retired(year.branch),
        grounds=UNIT,
        shape=Shape.YES_NO,
    ),
    Field(
        name="详文",
        about="“设置”里的总结篇幅是不是详文",
        example="False",
        value=lambda year: in_full(year.branch),
        grounds=frozenset(),
        shape=Shape.YES_NO,
    ),
)
KIND: DocumentKind[Year] = DocumentKind(
    name="工作总结",
    about="全年一份",
    forms=(Form(TEMPLATE, "10年度总结"),),
    file_name="{年度}_{文件夹}_{日期}_{支部}_{文书}",
    title="{支部}{年度}年度工作总结",
    planned_from="",
    subjects=years,
    grounds=info("short_name year written"),
    fields=(
        MEMBERSHIP,
        AGREEMENT_FIGURES,
        ZONES_TABLE,
        PROJECTS_TABLE,
        MEETING_FIGURES,
        ORG_LIFE_FIGURES,
        EVALUATION_FIGURES,
        TALK_FIGURES,
        STUDY,
        TRAININGS_TABLE,
        AWARDS_TABLE,
        SANCTIONS_TABLE,
        POINTS_GROUP,
        NUMERALS,
        PART_NUMERALS,
        ANNEX_NUMBERS,
        ANNEX_REFERENCES,
        ANNEXES_GROUP,
        PART_MARKS,
        SECTION_MARKS,
        PROSE,
        TOLD_GROUP,
        SYSTEMS,
        DISCIPLINE_GROUP,
        *WORDING,
    ),
)
