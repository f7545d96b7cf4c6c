"""Turns the rows of 总结要点 into the running text of a section, and tells what of them the text does not print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from pipeline.facts.branch import Branch
from pipeline.schema import Point
from pipeline.schema.branch import CHAPTERS
from pipeline.wording import clause, date_text, noted, paragraphs, sentence

IN_FULL = "详文"
"""What 总结篇幅 says where every row stands in the text."""
ANNEX = "附件"
"""What 去向 says of a row that stands in the annex only."""
SHORTEST_GIST = 4
"""Characters; a shorter 要点 makes no clause behind 一是."""
SERVICE = "办实事"
SERVICES_TOLD = 3
"""So many good deeds are told one by one; of more the text names them, and the annex tells."""
TOGETHER = (("责任区", "特色活动"), ("纪律教育", "党风廉政"))
"""Chapters whose rows are numbered as one list."""


class Passage(NamedTuple):
    """One row as the text prints it."""

    point: Point
    gist: str
    """What stands in front of its text: 亮牌当天查隐患（4月25日）; nothing where the text goes without."""
    text: str


class Case(NamedTuple):
    """A row of which the text does not print everything."""

    point: Point
    whole: bool
    """Whether its 正文 stands here and not in the text."""


def in_full(branch: Branch) -> bool:
    """Whether the summary has every row in its place."""
    return branch.settings.summary_length == IN_FULL


def day_text(branch: Branch, day: date | None) -> str:
    """Write a date without the year where it is that of the summary: 3月5日."""
    return date_text(day).removeprefix(f"{branch.year}年")


def told_in_text(branch: Branch, chapter: str) -> tuple[Point, ...]:
    """Give the rows of a chapter that stand in the text."""
    rows = branch.points_in(chapter)
    if in_full(branch):
        return rows
    kept = tuple(point for point in rows if point.place != ANNEX)
    return () if chapter == SERVICE and len(rows) > SERVICES_TOLD else kept


def named_only(branch: Branch) -> tuple[Point, ...]:
    """Give the good deeds that the text names by 要点 and 日期 only, because there are many."""
    rows = branch.points_in(SERVICE)
    many = len(rows) > SERVICES_TOLD and not in_full(branch)
    return tuple(point for point in rows if clause(point.gist)) if many else ()


def chapters_with(chapter: str) -> tuple[str, ...]:
    """Give the chapters that stand in one paragraph with a chapter, itself among them."""
    return next((together for together in TOGETHER if chapter in together), (chapter,))


def usable_gist(point: Point) -> str:
    """Give a 要点 that can follow 一是: long enough, and not said again by the first sentence of its text."""
    gist = clause(point.gist)
    return "" if len(gist) < SHORTEST_GIST or gist in first_sentence(point.text) else gist


def first_sentence(text: str) -> str:
    """Give a text up to its first full stop, question or exclamation mark, that mark included."""
    line = next(iter(paragraphs(text)), "")
    ends = [line.find(mark) for mark in "。！？" if mark in line]
    return line[: min(ends) + 1] if ends else sentence(line)


def passages(branch: Branch, chapters: Sequence[str]) -> list[Passage]:
    """Give the rows of some chapters as the text prints them: with a gist where several are numbered, and in 详文."""
    rows = [point for chapter in chapters for point in told_in_text(branch, chapter)]
    listed = sum(len(clause(point.gist)) >= SHORTEST_GIST for point in rows) > 1
    return [_passage(branch, point, listed=listed) for point in rows]


def _passage(branch: Branch, point: Point, *, listed: bool) -> Passage:
    gist, text, day = _gist(branch, point, listed=listed), sentence(point.text), day_text(branch, point.day)
    dated = bool(gist) or not day or day in text
    return Passage(point, gist, text if dated else f"{day}，{text}")


def _gist(branch: Branch, point: Point, *, listed: bool) -> str:
    if in_full(branch):
        return noted(clause(point.gist), day_text(branch, point.day))
    gist = usable_gist(point) if listed or not point.text else ""
    return noted(gist, day_text(branch, point.day)) if gist else ""


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
    return clause(passage.point.gist) in shown and day_text(branch, passage.point.day) in shown
