"""Checks of what the targets say (T03, T10, T11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import islice

from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.likeness import bare, twins
from pipeline.checks.tools.listing import name_list, names_of
from pipeline.facts.branch import Branch
from pipeline.findings import Finding
from pipeline.rules import agreements as rules
from pipeline.schema import Member, Target
from pipeline.wording import joined

COMMON, POST, OWN = "共性", "岗位", "个性"
FEW = 3
"""Names a finding spells out of those who lack a common target."""
SHOWN = 24
"""Letters of a target a finding repeats."""


@yields(rules.T03)
def targets_can_be_assessed(branch: Branch) -> Iterator[Finding]:
    """A target says by what and until when it is judged."""
    for target in branch.records.targets:
        missing = [
            (name, label)
            for name, label in (("standard", "考核标准"), ("due", "完成时限"))
            if not getattr(target, name) and name not in target.origin.broken
        ]
        if missing and target.text:
            labels = joined((label for _, label in missing), "和")
            yield rules.T03.at(target.origin.at(missing[0][0]), text=target.text[:SHOWN], missing=labels)


@yields(rules.T10)
def common_targets_are_common(branch: Branch) -> Iterator[Finding]:
    """A common target is that of everybody who signs; reported at its first row that is not."""
    by_text: dict[str, list[Target]] = defaultdict(list)
    for target in branch.records.targets:
        if target.category == COMMON and target.scope is not None:
            by_text[bare(target.text)].append(target)
    partial = {key: rows for key, rows in by_text.items() if not any(row.scope and row.scope.everyone for row in rows)}
    if not partial:
        return
    signing = Signing([member for member in branch.members if branch.signs(member)])
    for rows in partial.values():
        covered = signing.covered(rows)
        count = len(signing.members) - len(covered)
        if count:
            without = islice((m for place, m in enumerate(signing.members) if place not in covered), FEW)
            names = names_of(branch, without)
            detail = {"covered": len(covered), "missing": names, "count": count}
            where, *further = [row.origin.at("scope") for row in rows]
            yield rules.T10.at(where, *further, text=rows[0].text[:SHOWN], **detail)


class Signing:
    """Those who sign an agreement, found by 岗位 and by 编号: a target is not held against everybody."""

    def __init__(self, members: list[Member]) -> None:
        """Take the members who sign."""
        self.members = members
        self._by_station: dict[str, list[int]] = defaultdict(list)
        self._by_number: dict[str, list[int]] = defaultdict(list)
        for place, member in enumerate(members):
            self._by_station[member.station].append(place)
            self._by_number[member.number].append(place)

    def covered(self, rows: list[Target]) -> set[int]:
        """Give the places of the members to whom some of the rows apply."""
        found: set[int] = set()
        for scope in filter(None, (row.scope for row in rows)):
            for station in scope.stations:
                found.update(self._by_station.get(station, ()))
            for person in scope.people:
                found.update(self._by_number.get(person.number, ()))
        return found


@yields(rules.T11)
def own_targets_differ(branch: Branch) -> Iterator[Finding]:
    """A target of one's own is not that of another; one of a post may differ by a figure."""
    rows = {kind: [row for row in branch.records.targets if row.category == kind and row.text] for kind in (POST, OWN)}
    for kind, percent in ((POST, 100), (OWN, branch.settings.similar_percent)):
        for twin in twins([row.text for row in rows[kind]], percent):
            later, earlier = rows[kind][twin.later], rows[kind][twin.earlier]
            if later.scope != earlier.scope:  # twice for one and the same is T09
                how = f"和第{earlier.origin.row}行的{twin.how}"
                yield rules.T11.at(later.origin.at("text"), earlier.origin.at("text"), category=kind, how=how)
    for row in rows[OWN]:
        if row.scope and len(row.scope.people) > 1:
            how = f"给了{name_list([str(person) for person in row.scope.people])}，个性目标各人应当不一样"
            yield rules.T11.at(row.origin.at("scope"), category=OWN, how=how)


CHECKS = declared_in(__name__)
