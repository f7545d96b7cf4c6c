"""Checks of what is to be put right (Z)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from pipeline.checks.tools.compared import filled
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.branch import Branch
from pipeline.facts.rectification import Task, matters, problems
from pipeline.findings import Finding
from pipeline.rules import rectification as rules
from pipeline.wording import clause, date_text, paragraphs

SHOWN = 20
"""Characters of a problem that name it in a finding."""


def named(task: Task) -> str:
    """Name a task by the beginning of its problem."""
    first = clause(next(iter(paragraphs(task.problem)), ""))
    return first if len(first) <= SHOWN else f"{first[:SHOWN]}…"


@yields(rules.Z01)
def put_right_in_time(branch: Branch) -> Iterator[Finding]:
    """A problem that was to be put right by a day that is past has been, or says how far it has come."""
    for task in problems(branch):
        due, origin = task.due.day if task.due else None, task.record.origin
        asked = "finished" in origin.layout.columns and "finished" not in origin.broken
        if asked and due and due < branch.judged_on and task.finished is None:
            detail = {"problem": named(task), "due": date_text(due), "day": date_text(branch.judged_on)}
            yield rules.Z01.at(origin.at("finished"), *filled(task.record, "due"), **detail)


@yields(rules.Z02)
def put_right_after_it_was_found(branch: Branch) -> Iterator[Finding]:
    """What was found wrong is put right after that day, and not in the future."""
    for task in chain(problems(branch), matters(branch)):
        if task.finished is None:
            continue
        origin = task.record.origin
        detail = {"problem": named(task), "finished": date_text(task.finished)}
        if task.found and task.finished < task.found:
            further = task.meeting.origin.cells("day") if task.meeting else filled(task.record, "found")
            why = f"早于提出来的那天（{date_text(task.found)}）"
            yield rules.Z02.at(origin.at("finished"), *further, **detail, why=why)
        elif task.finished > branch.as_of:
            why = f"晚于今天（{date_text(branch.as_of)}）"
            yield rules.Z02.at(origin.at("finished"), **detail, why=why)


@yields(rules.Z03)
def put_right_somehow(branch: Branch) -> Iterator[Finding]:
    """What was put right says how."""
    for task in chain(problems(branch), matters(branch)):
        if task.finished and not task.progress and "progress" not in task.record.origin.broken:
            detail = {"problem": named(task), "finished": date_text(task.finished)}
            yield rules.Z03.at(task.record.origin.at("progress"), *filled(task.record, "finished"), **detail)


CHECKS = declared_in(__name__)
