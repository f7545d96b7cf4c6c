"""Declares the paragraphs of the work summary that a person wrote, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.documents.branch_fields import OfBranch
from pipeline.documents.fields import Field, Group, Rows
from pipeline.documents.summary_prose import day_text
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import cells, info
from pipeline.schema import POINTS, TARGETS, ZONES, Point
from pipeline.schema.branch import CHAPTERS
from pipeline.wording import clause, noted, numeral, paragraphs, sentence

LAST_CHAPTERS = ("存在问题", "下一步打算")
FIXED_CHAPTERS = 3
"""The outline's three parts, which are always there; source-structure.md 5.1."""
IN_CHAPTER = cells(POINTS, "chapter order")


class Paragraph(NamedTuple):
    """One paragraph; the first of a point carries its gist and date."""

    gist: str
    text: str


def paragraphs_in(branch: Branch, chapter: str) -> Iterator[Paragraph]:
    """Give the paragraphs of a section."""
    for point in branch.points_in(chapter):
        for number, line in enumerate(paragraphs(sentence(point.text))):
            yield Paragraph("" if number else gist(branch, point), line)


def gist(branch: Branch, point: Point) -> str:
    """Write the gist of a point with its date, as a sentence of its own; nothing without either."""
    day = day_text(branch, point.day)
    if not point.gist:
        return f"{day}，" if day else ""
    return f"{noted(clause(point.gist), day)}。"


def chapter_table(chapter: str) -> Rows[Branch, Paragraph]:
    """Declare the paragraphs of one section."""
    return Rows(
        name=chapter,
        about=f"总结要点里“{chapter}”一节的段落",
        each=lambda branch: paragraphs_in(branch, chapter),
        grounds=IN_CHAPTER | cells(POINTS, "text"),
        fields=(
            Field(
                name="小题",
                about="要点和日期，只在一条的第一段前面",
                example="班车改走东门（3月6日）。",
                value=lambda paragraph: paragraph.gist,
                grounds=cells(POINTS, "gist day") | info("year"),
            ),
            Field(
                name="正文",
                about="正文的一段",
                example="与车队谈了三次，早班车改走东门。",
                value=lambda paragraph: paragraph.text,
                grounds=cells(POINTS, "text"),
            ),
        ),
    )


POINTS_GROUP: Group[OfBranch, Branch] = Group(
    name="要点",
    about="总结要点，一节一组",
    of=lambda year: year.branch,
    fields=tuple(map(chapter_table, CHAPTERS)),
)


def chapter_numeral(branch: Branch, chapter: str) -> str:
    """Number a last chapter, which is there only if there is something to say; nothing for one that is not."""
    written = {point.chapter for point in branch.records.points}
    present = [each for each in LAST_CHAPTERS if each in written]
    return numeral(FIXED_CHAPTERS + 1 + present.index(chapter)) if chapter in present else ""


def numeral_of(chapter: str, example: str) -> Field[Branch]:
    """Declare the number of a last chapter."""
    return Field(
        name=chapter,
        about=f"“{chapter}”是第几部分；没有内容就空着",
        example=example,
        value=lambda branch: chapter_numeral(branch, chapter),
        grounds=cells(POINTS, "chapter"),
    )


NUMERALS: Group[OfBranch, Branch] = Group(
    name="序",
    about="最后几部分的序号",
    of=lambda year: year.branch,
    fields=tuple(map(numeral_of, LAST_CHAPTERS, ("四", "五"))),
)


TARGET_POINTS = ("责任书", "责任区", "特色活动")
"""The chapters of 总结要点 that stand in the part on targets."""
TARGETS_PART, SYSTEMS_PART, SECRETARY_PART = "目标管理", "工作制度", "书记"
PARTS = (TARGETS_PART, SYSTEMS_PART, SECRETARY_PART, *LAST_CHAPTERS)


def has_targets_part(branch: Branch) -> bool:
    """Whether there is anything to tell of targets, zones, projects or campaigns."""
    records = branch.records
    told = records.targets or records.zones or records.projects or any(map(branch.points_in, TARGET_POINTS))
    return bool(told) or any(entry.detail for entry in branch.info.campaigns)


def part_numeral(branch: Branch, part: str) -> str:
    """Number a part of the summary among those that are there; nothing for one that is not."""
    written = {point.chapter for point in branch.records.points}
    there = {TARGETS_PART: has_targets_part(branch), SYSTEMS_PART: True, SECRETARY_PART: True}
    present = [each for each in PARTS if there.get(each, each in written)]
    return numeral(1 + present.index(part)) if part in present else ""


def _part(part: str, example: str) -> Field[Branch]:
    return Field(
        name=part,
        about=f"“{part}”是第几部分；没有内容就空着",
        example=example,
        value=lambda branch: part_numeral(branch, part),
        grounds=cells(POINTS, "chapter") | cells(TARGETS, "text") | cells(ZONES, "name") | info("campaigns"),
    )


PART_NUMERALS: Group[OfBranch, Branch] = Group(
    name="部分",
    about="总结各部分的序号，没有内容的部分不占序号",
    of=lambda year: year.branch,
    fields=tuple(map(_part, PARTS, "一二三四五")),
)
