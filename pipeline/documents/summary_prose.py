"""Turns the rows of 总结要点 into the running text of each section, and tells what of them the text does not print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.documents.branch_fields import OfBranch
from pipeline.documents.fields import Declared, Field, Group
from pipeline.documents.summary_names import plainly, said_as
from pipeline.facts.branch import Branch
from pipeline.facts.chapters import PLANS, in_full, measures_of, named_only, told_in_text
from pipeline.facts.grounds import Grounds, cells, deciding, info
from pipeline.schema import ITEMS, POINTS, ROSTER, Decides, Point
from pipeline.schema.branch import CHAPTERS
from pipeline.vocabulary import Shape
from pipeline.wording import (
    CLOSERS,
    SENTENCE_ENDS,
    clause,
    date_text,
    first_sentence,
    joined,
    noted,
    numeral,
    paragraphs,
    sentence,
)

SHORTEST_GIST = 4
"""Characters; a shorter 要点 makes no clause behind 一是."""
TOGETHER = (("责任区", "特色活动"), ("纪律教育", "党风廉政"))
"""Chapters whose rows are numbered as one list."""
APART = ("言行规范", "党内汇报", "特色活动", "党风廉政")
"""Chapters that stand in the paragraph of another one."""
FOLLOWED = {"制度建设": ("制度建设", "言行规范", "党内汇报")}
"""Chapters behind which others follow in one paragraph, each a list of its own."""
PRINTED: Grounds = (
    cells(POINTS, "chapter order gist text day cites place")
    | cells(ITEMS, "meeting topic_number order responsible due")
    | cells(ROSTER, "number name station group")
    | deciding(Decides.NAMING)
    | info("year")
)


class Passage(NamedTuple):
    """One row as the text prints it."""

    point: Point
    gist: str
    """What stands in front of its text: 亮牌当天查隐患（4月25日）; nothing where the text goes without."""
    text: str
    listed: bool
    """Whether it is one of a list: 一是 …, 二是 …"""


class Case(NamedTuple):
    """A row of which the text does not print everything."""

    point: Point
    whole: bool
    """Whether its 正文 stands here and not in the text."""


def day_text(branch: Branch, day: date | None) -> str:
    """Write a date without the year where it is that of the summary: 3月5日."""
    return date_text(day).removeprefix(f"{branch.year}年")


def chapters_with(chapter: str) -> tuple[str, ...]:
    """Give the chapters whose rows are numbered together with those of a chapter, itself among them."""
    return next((together for together in TOGETHER if chapter in together), (chapter,))


def passages(branch: Branch, chapters: Sequence[str]) -> list[Passage]:
    """Give the rows of some chapters as the text prints them: a list first, behind it the rows that are not of it."""
    rows = [point for chapter in chapters for point in told_in_text(branch, chapter)]
    long_enough = [len(clause(point.gist)) >= SHORTEST_GIST for point in rows]
    several = sum(long_enough) > 1 and not in_full(branch)
    found = [_passage(branch, point, listed=several and fits) for point, fits in zip(rows, long_enough, strict=True)]
    return sorted(found, key=lambda passage: several and not passage.listed)


def _passage(branch: Branch, point: Point, *, listed: bool) -> Passage:
    gist, day = plainly(branch, clause(point.gist)), day_text(branch, point.day)
    text = plainly(branch, with_answer(branch, point))
    again = _says(first_sentence(point.text), clause(point.gist))
    if gist and (in_full(branch) or not text or (listed and not again)):
        return Passage(point, noted(gist, day), text, listed)
    return Passage(point, "", f"{day}，{text}" if day and text and day not in text else text, listed)


def _says(text: str, gist: str) -> bool:
    """Whether a sentence says a gist again: all its characters, in their order."""
    rest = iter(text)
    return all(letter in rest for letter in gist)


def with_answer(branch: Branch, point: Point) -> str:
    """End the text of a point; a plan says who answers for it and until when, as the row it cites does."""
    text = sentence(point.text)
    if point.chapter != PLANS:
        return text
    answers = [
        joined(
            (
                f"责任人{joined(said_as(branch, person) for person in item.responsible)}" if item.responsible else "",
                item.due.text + "前" * (item.due.day is not None) if item.due else "",
            ),
            "，",
        )
        for item in measures_of(branch, point)
    ]
    note = joined(dict.fromkeys(answers), "；")
    bare = text.rstrip(SENTENCE_ENDS + CLOSERS)
    return f"{bare}（{note}）{text[len(bare) :]}" if note and text else text


def running(branch: Branch, chapters: Sequence[str]) -> str:
    """Write the rows of some chapters as prose: 一是 …。…二是 …; a single row, or one without 要点, as it stands."""
    found = passages(branch, chapters)
    if in_full(branch):
        return "\n".join(f"{passage.gist}{_mark(passage)}{passage.text}" for passage in found)
    written, number = [], 0
    for passage in found:
        number += passage.listed
        first = f"{numeral(number)}是" if passage.listed else ""
        written.append(f"{first}{passage.gist}{'。' if passage.gist else ''}{passage.text}")
    return "".join(written)


def _mark(passage: Passage) -> str:
    if not passage.gist:
        return ""
    return "：" if passage.text else "。"


class Prose(NamedTuple):
    """The text of a section: what goes on behind its first, computed sentence, and its further paragraphs."""

    first: str
    rest: list[str]


def prose(branch: Branch, chapter: str) -> Prose:
    """Write the text of a section, as 总结篇幅 says: each row a paragraph in 详文, else all of them in one."""
    lists = [running(branch, chapters_with(each)) for each in FOLLOWED.get(chapter, (chapter,))]
    lines = paragraphs(("\n" if in_full(branch) else "").join(filter(None, lists)))
    return Prose("", lines) if in_full(branch) else Prose("".join(lines[:1]), lines[1:])


def services_text(branch: Branch) -> str:
    """Name the good deeds that are too many to be told: 班车改走东门（3月6日）、夜里留一锅热饭."""
    named = [noted(clause(point.gist), day_text(branch, point.day)) for point in named_only(branch)]
    rest = len(branch.points_in("办实事")) > len(named) > 0
    return joined(named) + (f"等{len(branch.points_in('办实事'))}件" if rest else "")


def cases(branch: Branch) -> Iterator[Case]:
    """Give the rows whose text, 要点 or 日期 the summary's text does not print, chapter by chapter."""
    if in_full(branch):
        return
    printed = {
        id(passage.point): passage for chapter in CHAPTERS for passage in passages(branch, chapters_with(chapter))
    }
    for chapter in CHAPTERS:
        for point in branch.points_in(chapter):
            passage = printed.get(id(point))
            if passage is None or not said(branch, passage):
                yield Case(point, whole=passage is None)


def said(branch: Branch, passage: Passage) -> bool:
    """Whether a passage prints the 要点 and 日期 of its row."""
    shown = passage.gist + passage.text
    return plainly(branch, clause(passage.point.gist)) in shown and day_text(branch, passage.point.day) in shown


def _section(chapter: str) -> Declared[Branch]:
    return Group(
        name=chapter,
        about=f"总结要点里“{chapter}”一节连成的文字" + _along(chapter),
        of=lambda branch: prose(branch, chapter),
        grounds=PRINTED,
        fields=(
            Field(
                name="接排",
                about="接在算出来的句子后面的话；几条的写成一是、二是",
                example="责任区亮牌当天就查出19项隐患。",
                value=lambda found: found.first,
                grounds=PRINTED,
            ),
            Field(
                name="另段",
                about="正文分了几段的，后面的各段；详文里是每一条",
                example="党课分别由书记、队长来讲。",
                value=lambda found: found.rest,
                grounds=PRINTED,
                shape=Shape.TEXTS,
            ),
        ),
    )


def _along(chapter: str) -> str:
    others = [each for each in (*chapters_with(chapter), *FOLLOWED.get(chapter, ())) if each != chapter]
    return f"，连同{joined(dict.fromkeys(others))}" if others else ""


PROSE: Group[OfBranch, Branch] = Group(
    name="行文",
    about="总结要点连成的文字，一节一组",
    of=lambda year: year.branch,
    fields=tuple(_section(chapter) for chapter in CHAPTERS if chapter not in APART),
)
