"""Declares what the work summary counts of talks and home visits, of the year and for a project."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.documents.branch_fields import OfBranch
from pipeline.documents.fields import Field, Group, Rows, Value
from pipeline.documents.summary_grounds import TOLD
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import cells
from pipeline.facts.year import tells_of_talk
from pipeline.schema import TALKS, Talk
from pipeline.schema.activities import (
    HOME_VISIT,
    TALK_TYPES,
)
from pipeline.vocabulary import Shape
from pipeline.wording import between, joined

APART = re.compile("[、，,；;]")
IN_WORDS = {kind: said.removesuffix("之间") if "与" in (said := between(kind)) else said for kind in TALK_TYPES}
"""The types of talks as a committee calls them: 支委之间, 支委与党员."""
TALKED = cells(TALKS, "day listeners") | TOLD


@dataclass(frozen=True, eq=False, repr=False)
class Talks:
    """Some talks of the year."""

    talks: tuple[Talk, ...]
    kind: str = ""


def told_talks(year: OfBranch) -> Talks:
    """Give the talks that the summary tells of."""
    return Talks(tuple(talk for talk in year.branch.talks if tells_of_talk(year.branch, talk.day)))


def talks_by_type(told: Talks) -> Iterator[Talks]:
    """Give the talks of each type, those of the list first; their numbers add up. None where no type is given."""
    for kind in dict.fromkeys((*TALK_TYPES, *(talk.category for talk in told.talks if talk.category))):
        talks = tuple(talk for talk in told.talks if talk.category == kind)
        if talks:
            yield Talks(talks, kind)
    rest = tuple(talk for talk in told.talks if not talk.category)
    if rest and len(rest) < len(told.talks):
        yield Talks(rest, "没有写类型的")


def type_text(category: str) -> str:
    """Name a type of talks in the words of a committee; one that is none of the list as it was typed."""
    return IN_WORDS.get(category, category)


def _talked(name: str, about: str, example: str, value: Callable[[Talks], Value], columns: str = "day") -> Field[Talks]:
    grounds = TALKED | cells(TALKS, columns)
    return Field(name=name, about=about, example=example, value=value, grounds=grounds, shape=Shape.NUMBER)


TALK_FIGURES: Group[OfBranch, Talks] = Group(
    name="谈话",
    about="全年的谈心谈话和家访",
    of=told_talks,
    fields=(
        _talked("总数", "一共几次", "52", lambda told: len(told.talks)),
        _talked("家访", "其中家访几次", "5", lambda told: sum(t.method == HOME_VISIT for t in told.talks), "method"),
        _talked(
            "党员",
            "谈到多少名党员",
            "27",
            lambda told: len({person.number for talk in told.talks for person in talk.listeners if person.number}),
        ),
        Rows(
            name="各类",
            about="各类谈话，一类一行",
            each=talks_by_type,
            grounds=TALKED | cells(TALKS, "category"),
            fields=(
                Field(
                    name="类型",
                    about="谈话类型",
                    example="支委-支委",
                    value=lambda found: found.kind,
                    grounds=cells(TALKS, "category"),
                ),
                _talked("次数", "几次", "7", lambda found: len(found.talks), "category"),
            ),
        ),
        _talked("诉求", "几次谈话记了诉求", "16", lambda told: sum(bool(t.appeal) for t in told.talks), "appeal"),
        _talked(
            "办结",
            "其中几件有办理结果",
            "16",
            lambda told: sum(bool(t.appeal and t.outcome) for t in told.talks),
            "appeal outcome",
        ),
    ),
)


def talks_for(branch: Branch, number: str) -> Talks:
    """Give the talks held for a project."""
    return Talks(tuple(talk for talk in branch.talks if number and talk.project == number))


def partners_in(found: Talks) -> frozenset[str]:
    """Tell apart those with whom some talks were held."""
    return frozenset(person.number or person.name for talk in found.talks for person in talk.listeners)


def visits_in(found: Talks) -> int:
    """Count the home visits among some talks."""
    return sum(talk.method == HOME_VISIT for talk in found.talks)


PROJECT_TALKS: tuple[Field[Talks], ...] = (
    _talked("总数", "为这个立项谈了几次", "2", lambda found: len(found.talks), "project"),
    _talked("家访", "其中家访几次", "0", visits_in, "project method"),
    _talked("谈心", "其中谈心谈话几次", "2", lambda found: len(found.talks) - visits_in(found), "project method"),
    _talked(
        "人数",
        "与多少人谈过",
        "3",
        lambda found: len(partners_in(found)),
        "project",
    ),
    Field(
        name="方法",
        about="用过的谈话方法",
        example="拉家常、听难处",
        value=lambda found: joined(dict.fromkeys(way for t in found.talks for way in APART.split(t.approach))),
        grounds=cells(TALKS, "number project approach"),
    ),
)
