"""Checks of what the targets say (T03, T10, T11)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.branch import Branch
from pipeline.checks.agreements import name_list
from pipeline.checks.likeness import bare, twins
from pipeline.findings import Finding
from pipeline.rules import agreements as rules
from pipeline.schema import Member, Target
from pipeline.wording import joined

COMMON, POST, OWN = "共性", "岗位", "个性"
SHOWN = 24
"""Letters of a target a finding repeats."""


def targets_can_be_assessed(branch: Branch) -> Iterator[Finding]:
    """T03: a target says by what and until when it is judged."""
    for target in branch.records.targets:
        missing = [
            (name, label)
            for name, label in (("standard", "考核标准"), ("due", "完成时限"))
            if not getattr(target, name) and name not in target.origin.broken
        ]
        if missing and target.text:
            labels = joined((label for _, label in missing), "和")
            yield rules.T03.at(target.origin.at(missing[0][0]), text=target.text[:SHOWN], missing=labels)


def common_targets_are_common(branch: Branch) -> Iterator[Finding]:
    """T10: told at the first row of a common target that not everybody who signs has."""
    by_text: dict[str, list[Target]] = defaultdict(list)
    for target in branch.records.targets:
        if target.category == COMMON and target.scope is not None:
            by_text[bare(target.text)].append(target)
    partial = {key: rows for key, rows in by_text.items() if not any(row.scope and row.scope.everyone for row in rows)}
    if not partial:
        return
    signing = [member for member in branch.members if branch.signs(member)]
    for rows in partial.values():
        missing = _without(rows, signing)
        if missing:
            names = name_list([branch.label(member) for member in missing[:3]])
            detail = {"covered": len(signing) - len(missing), "missing": names, "count": len(missing)}
            yield rules.T10.at(rows[0].origin.at("scope"), text=rows[0].text[:SHOWN], **detail)


def _without(rows: list[Target], signing: list[Member]) -> list[Member]:
    stations = {station for row in rows if row.scope for station in row.scope.stations}
    numbers = {person.number for row in rows if row.scope for person in row.scope.people}
    return [member for member in signing if member.station not in stations and member.number not in numbers]


def own_targets_differ(branch: Branch) -> Iterator[Finding]:
    """T11: a target of one's own is not that of another; one of a post may differ by a figure."""
    rows = {kind: [row for row in branch.records.targets if row.category == kind and row.text] for kind in (POST, OWN)}
    for kind, percent in ((POST, 100), (OWN, branch.settings.similar_percent)):
        for twin in twins([row.text for row in rows[kind]], percent):
            later, earlier = rows[kind][twin.later], rows[kind][twin.earlier]
            if later.scope != earlier.scope:  # twice for one and the same is T09
                how = f"和第{earlier.origin.row}行的{twin.how}"
                yield rules.T11.at(later.origin.at("text"), category=kind, how=how)
    for row in rows[OWN]:
        if row.scope and len(row.scope.people) > 1:
            how = f"给了{name_list([str(person) for person in row.scope.people])}，个性目标各人应当不一样"
            yield rules.T11.at(row.origin.at("scope"), category=OWN, how=how)


CHECKS = (targets_can_be_assessed, common_targets_are_common, own_targets_differ)
