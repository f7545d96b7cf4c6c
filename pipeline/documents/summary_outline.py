"""Numbers the parts and sections of the work summary by those that have something to tell."""

from __future__ import annotations

from pipeline.documents.branch_fields import OfBranch
from pipeline.documents.fields import Field, Group
from pipeline.documents.summary_grounds import HELD, OFFICES
from pipeline.documents.summary_meetings import SPOKEN
from pipeline.documents.summary_members import STUDIED
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Grounds, cells, info
from pipeline.facts.outline import PARTS, SECTIONS, Section, standing
from pipeline.schema import AWARDS, EVALUATIONS, ITEMS, MEETINGS, POINTS, PROJECTS, TALKS, TARGETS, TRAININGS, ZONES
from pipeline.vocabulary import Shape
from pipeline.wording import numeral

OUTLINED: Grounds = (
    HELD
    | OFFICES
    | SPOKEN
    | STUDIED
    | cells(POINTS, "chapter order gist text place")
    | cells(MEETINGS, "number types theme materials minutes lecturer")
    | cells(ITEMS, "meeting topic text reporter vote_type")
    | cells(TRAININGS, "start subject people hours")
    | cells(TALKS, "number day")
    | cells(TARGETS, "scope text")
    | cells(ZONES, "name")
    | cells(PROJECTS, "number")
    | cells(EVALUATIONS, "member")
    | cells(AWARDS, "member")
    | info("campaigns honours documents duties sign_day short_name full_name")
)
"""What decides which parts and sections are there."""


def several(branch: Branch) -> bool:
    """Whether the summary has so much to tell that it is parted."""
    return len(standing(branch)) > 1


def part_mark(branch: Branch, part: str) -> str:
    """Number a part: 二、; nothing for one that is not there, or is the only one."""
    parts = tuple(standing(branch))
    return f"{numeral(parts.index(part) + 1)}、" if part in parts and len(parts) > 1 else ""


def section_mark(branch: Branch, section: Section) -> str:
    """Number a section in its part: （一）, or 一、 where there is one part; nothing for the only one of its part."""
    sections = standing(branch).get(section.part, ())
    if len(sections) < 2 or section not in sections:
        return ""
    number = numeral(sections.index(section) + 1)
    return f"（{number}）" if several(branch) else f"{number}、"


def _part(part: str, example: str) -> Field[Branch]:
    return Field(
        name=part,
        about=f"“{part}”这一部分的序号；没有内容，或者只有这一部分，就空着",
        example=example,
        value=lambda branch: part_mark(branch, part),
        grounds=OUTLINED,
    )


def _section(section: Section) -> Field[Branch]:
    return Field(
        name=section.name,
        about=f"“{section.name}”这一节的序号；没有内容，或者那一部分只有这一节，就空着",
        example="（一）",
        value=lambda branch: section_mark(branch, section),
        grounds=OUTLINED,
    )


PART_MARKS: Group[OfBranch, Branch] = Group(
    name="章",
    about="总结各部分的序号，带顿号，按有内容的部分排",
    of=lambda year: year.branch,
    fields=(
        *map(_part, PARTS, ("一、", "二、", "三、", "四、", "五、")),
        Field(
            name="分章",
            about="总结是不是分几部分写",
            example="True",
            value=several,
            grounds=OUTLINED,
            shape=Shape.YES_NO,
        ),
    ),
)
SECTION_MARKS: Group[OfBranch, Branch] = Group(
    name="节",
    about="总结各节的序号，带括号，按有内容的节排",
    of=lambda year: year.branch,
    fields=tuple(_section(section) for section in SECTIONS if section.name not in PARTS),
)
