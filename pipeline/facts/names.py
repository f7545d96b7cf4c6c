"""Finds the members of the roster by name and 编号."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.facts.ordering import grouped
from pipeline.schema import Member
from pipeline.values import name_key


class NameIndex:
    """The members of a roster by 编号, and by name, reduced for comparing."""

    def __init__(self, members: Iterable[Member], by_number: Mapping[str, Member]) -> None:
        """Take the members, in the order of their 编号, and whom each 编号 means."""
        self.by_number = by_number
        self.by_name = grouped(members, lambda member: name_key(member.name))
        """Name, reduced for comparing, to the members who have it."""
        self.homonyms = frozenset(member.name for those in self.by_name.values() if len(those) > 1 for member in those)
        """Names that two members share."""

    def find(self, text: str) -> Member | None:
        """Find a member by name, 编号 or 姓名(编号); None where nobody, or more than one, is meant."""
        if text in self.by_number:
            return self.by_number[text]
        name, _, number = text.replace("（", "(").rstrip(")）").partition("(")
        member = self.by_number.get(number)
        if member is not None and name_key(member.name) == name_key(name):
            return member
        found = self.by_name.get(name_key(name), ())
        return found[0] if len(found) == 1 and not number else None
