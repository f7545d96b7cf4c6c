"""The typed values a cell can hold, beyond text, numbers, dates and times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

NUMBER_RUN = re.compile(r"(\d+)")
DOTS = str.maketrans(dict.fromkeys("•‧∙・･.．", "·"))


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key under which D2 comes before D10."""
    return tuple((0, int(run), "") if run.isdigit() else (1, 0, run) for run in NUMBER_RUN.split(text) if run)


def number_form(number: str) -> str:
    """Reduce a 编号 to its form: H012 is A999."""
    return "".join("9" if letter.isdigit() else "A" if letter.isascii() else "文" for letter in number)


def oddly_formed(numbers: Collection[str]) -> frozenset[str]:
    """Give those 编号 whose form is not the one that most have."""
    forms = Counter(map(number_form, numbers)).most_common(1)
    return frozenset(number for number in numbers if number_form(number) != forms[0][0])


def name_key(name: str) -> str:
    """Reduce a name for comparing: the dots inside a name of several parts are one."""
    return name.translate(DOTS)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody a cell names."""

    name: str
    number: str = ""
    """编号 in the roster; empty for somebody who is not on it."""
    label: str = ""
    """How documents print the name: with the 编号 where two members share it."""

    def __str__(self) -> str:
        """The printed form."""
        return self.label or self.name


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody who was expected and did not come."""

    person: Person
    reason: str
    """As typed; empty where the cell gives none."""


@dataclass(frozen=True, slots=True)
class MakeUp:
    """Somebody who made up for a meeting missed (补课), and when."""

    person: Person
    day: date


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody in attendance (列席), with the capacity in which they came."""

    person: Person
    capacity: str


@dataclass(frozen=True, slots=True)
class Period:
    """Two dates, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit: a date, or words such as 每月25日前."""

    text: str
    day: date | None = None
    """The date, where the cell holds one."""


@dataclass(frozen=True, slots=True)
class Post:
    """An office in the branch (党内职务) and when it was held."""

    title: str
    since: date | None = None
    """First day; None stands for the beginning of the committee's term."""
    until: date | None = None
    """Last day; None stands for still held."""

    def held_on(self, day: date) -> bool:
        """Whether the office was held on `day`, the committee's term left aside."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class Scope:
    """To whom a target applies: everybody, the holders of some posts, or some members."""

    text: str
    everyone: bool = False
    stations: tuple[str, ...] = ()
    """岗位 as the roster spells them."""
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Scores:
    """Points reached for a target: one figure for all it applies to, and figures of their own for some."""

    common: Decimal | None = None
    own: Mapping[str, Decimal] | None = None
    """编号 to points, for the members named in the cell."""

    def of(self, number: str) -> Decimal | None:
        """The points of one member; None if the cell gives none."""
        if self.own is not None and number in self.own:
            return self.own[number]
        return self.common
