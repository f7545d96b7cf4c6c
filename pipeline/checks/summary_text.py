"""Notes on what the summary will leave out, and on what it asks to be written shorter or answered."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.branch import Branch
from pipeline.facts.chapters import unanswered
from pipeline.facts.outline import left_out, missing_chapters
from pipeline.facts.projects import LONGEST_DIGEST, first_sentences, lacks_digest
from pipeline.findings import Finding, Location
from pipeline.rules import notes
from pipeline.rules import summary as rules
from pipeline.schema import AWARDS, EVALUATIONS, MEETINGS, POINTS, TALKS
from pipeline.schema.activities import ORG_LIFE
from pipeline.wording import joined


@yields(notes.G01)
def empty_sections(branch: Branch) -> Iterator[Finding]:
    """What the summary has nothing to tell of is left out, and named with the sheets that it stands on."""
    wanting: dict[str, list[str]] = {}
    for section in left_out(branch):
        sheets = (*section.sheets, *((POINTS.name,) if section.chapters else ()))
        wanting.setdefault("或".join(sheets), []).append(section.name)
    for sheet, name in _without_rows(branch):
        wanting.setdefault(sheet, []).append(name)
    wanting.setdefault(POINTS.name, []).extend(missing_chapters(branch))
    sections = joined((f"{joined(names)}（{sheet}）" for sheet, names in wanting.items() if names), "；")
    if sections:
        yield notes.G01.at(Location(POINTS.name), sections=sections)


def _without_rows(branch: Branch) -> Iterator[tuple[str, str]]:
    """Yield the sheets of which a section tells beside others, and that are empty."""
    records = branch.records
    for sheet, name, rows in (
        (MEETINGS.name, ORG_LIFE, branch.of_type(ORG_LIFE)),
        (TALKS.name, "谈心谈话", records.talks),
        (EVALUATIONS.name, "民主评议", records.evaluations),
        (AWARDS.name, "表彰处置", records.awards),
    ):
        if not rows:
            yield sheet, name


@yields(rules.Y13)
def problems_are_answered(branch: Branch) -> Iterator[Finding]:
    """A problem has a plan of the same 序号."""
    for point in unanswered(branch):
        yield rules.Y13.at(point.origin.at("order"), problem=point.gist or point.text)


@yields(rules.Y15)
def projects_are_short(branch: Branch) -> Iterator[Finding]:
    """What the summary takes from a project without a 摘要 is short enough."""
    for project in branch.records.projects:
        if lacks_digest(project):
            length = len(first_sentences(project))
            yield rules.Y15.at(project.origin.at("name"), name=project.name, length=length, most=LONGEST_DIGEST)


CHECKS = declared_in(__name__)
