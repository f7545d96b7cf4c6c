"""Tells of a user's own columns whose heading is the name of something the program computes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.findings import Finding
from pipeline.flows.evidence import canonical_name
from pipeline.rules import cells as rules


def with_taken_names(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Say of a column that the program does not know whether its heading is taken (C40), instead of promising it."""
    taken: dict[str, frozenset[str]] | None = None
    for finding in findings:
        if finding.rule is not rules.C28:
            yield finding
            continue
        if taken is None:
            taken = computed_names()
        heading = finding.where.heading
        names = taken.get(canonical_name(finding.where.sheet), frozenset())
        yield rules.C40.at(finding.where, heading=heading) if heading in names else finding


def computed_names() -> dict[str, frozenset[str]]:
    """Give the names that fields have beside the columns of a sheet, by sheet."""
    # Deferred: a workbook without columns of its own does without the declarations of all documents.
    from pipeline.documents.kinds import KINDS  # noqa: PLC0415

    found: dict[str, frozenset[str]] = {}
    for kind in KINDS:
        for _, word in kind.vocabulary.paths():
            if word.own_of:
                found[word.own_of] = found.get(word.own_of, frozenset()) | frozenset(word.inside)
    return found
