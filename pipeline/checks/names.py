"""Finds names that are probably typos of a name on the roster (Y05).

A typo is a name of three or four letters with the family name of a member and one other letter wrong, or two letters
of the given name swapped. Names of two letters are left alone: with one letter changed they are simply other people.
So are names that stand in more than two cells: nobody mistypes a name the same way again and again, but people with
similar names there are. In running text only what stands between marks, or before 同志 and the like, counts as a name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache

from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.every_text import cells
from pipeline.facts.branch import Branch
from pipeline.findings import Finding, Location
from pipeline.rules import summary as rules
from pipeline.schema import Kind, Record
from pipeline.values import Guest, Person, name_key

HAN = re.compile("[\u3400-\u9fff]{3,}")
"""A run of Han letters, taken whole, so that a name is looked for at its beginning only."""
LONGEST_NAME = 4
"""Letters."""
TITLES = ("同志", "书记", "副书记", "委员", "师傅", "组长", "班长", "队长", "主任", "说", "汇报")
"""What stands behind a name in a text."""
PEOPLE = frozenset({Kind.PERSON, Kind.PEOPLE, Kind.GUESTS})
OFTEN = 3
"""Cells in which a name must stand to count as somebody else's."""


class Roster:
    """The names of the roster, and every pattern one typo can make of them."""

    def __init__(self, names: Iterator[str]) -> None:
        """Take the names; those of two letters make no patterns."""
        self.names = {name for name in names if name}
        self.patterns: dict[str, str] = {}
        for name in sorted(self.names):
            if len(name) in {3, 4}:
                for pattern in self._patterns(name):
                    self.patterns.setdefault(pattern, name)

    @staticmethod
    def _patterns(name: str) -> Iterator[str]:
        for place in range(1, len(name)):
            yield f"{name[:place]}?{name[place + 1 :]}"
        for place in range(1, len(name) - 1):
            yield f"{name[:place]}{name[place + 1]}{name[place]}{name[place + 2 :]}"

    def near(self, name: str) -> str:
        """Give the member a name is probably a typo of; nothing for a member's own name."""
        if name in self.names or len(name) not in {3, 4}:
            return ""
        return next((self.patterns[each] for each in (name, *self._patterns(name)) if each in self.patterns), "")


@yields(rules.Y05)
def typos_of_names(branch: Branch) -> Iterator[Finding]:
    """No name is one typo away from a name on the roster."""
    roster = Roster(member.name for member in branch.records.members)
    if not roster.patterns:
        return
    places: dict[str, list[Location]] = defaultdict(list)
    hits: Counter[str] = Counter()
    near = cache(roster.near)
    for name, record, field in _names(branch):
        if near(name):
            hits[name] += 1
            if hits[name] < OFTEN:
                places[name].append(record.origin.at(field))
    for name, found in places.items():
        if hits[name] < OFTEN:
            meant = roster.near(name)
            further = [member.origin.at("name") for member in branch.names.by_name[name_key(meant)]]
            for where in found:
                yield rules.Y05.at(where, *further, name=name, near=meant)


def _names(branch: Branch) -> Iterator[tuple[str, Record, str]]:
    """Yield each name that is not resolved to a member, once a cell."""
    for sheet, records in branch.records.tables():
        columns = [column.name for column in sheet.columns if column.kind in PEOPLE and column.outsiders]
        for record in records:
            for field in columns:
                value = getattr(record, field)
                people = value if isinstance(value, tuple) else (value,) if value else ()
                for person in dict.fromkeys(map(_person, people)):
                    if not person.number:
                        yield person.name, record, field
    for record, column, text in cells(branch):
        for name in dict.fromkeys(map(at_beginning, HAN.findall(text))):
            if name:
                yield name, record, column.name


def at_beginning(run: str) -> str:
    """Give the name of three or four letters that a run is, or that stands before a title in it; empty for neither."""
    if len(run) <= LONGEST_NAME:
        return run
    if run.startswith(TITLES, 3):
        return run[:3]
    return run[:LONGEST_NAME] if run.startswith(TITLES, LONGEST_NAME) else ""


def _person(value: Person | Guest) -> Person:
    return value.person if isinstance(value, Guest) else value


CHECKS = declared_in(__name__)
