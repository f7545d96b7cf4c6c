"""Turns names of documents in 设置 that there are not into a reminder; what can be named is known to the kinds."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.findings import Finding
from pipeline.rules import cells as rules
from pipeline.settings import Settings, options
from pipeline.workbook.reading.people import hint_for


def unknown_papers(settings: Settings) -> Iterator[Finding]:
    """Yield a reminder (C37) for every name in 设置 that is no kind of document."""
    named = [(name, each) for name in ("left_out", "written_too") for each in getattr(settings, name)]
    if not named:
        return
    # Deferred: a check that names no documents does without the kinds.
    from pipeline.documents.kinds import BY_NAME  # noqa: PLC0415

    for name, each in named:
        if each.name not in BY_NAME:
            reason = f"没有这种文书{hint_for(each.name, BY_NAME)}"
            yield rules.C37.at(
                each.where, value=each.name, heading=options()[name].heading, reason=reason, default="设定"
            )
