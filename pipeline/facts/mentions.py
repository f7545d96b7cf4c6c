"""Counts where the cells of a workbook name a member or refer to a number: what bears out that it is written right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from pipeline.facts.branch import Branch
from pipeline.facts.chapters import split_citation
from pipeline.facts.ordering import groups_of
from pipeline.schema import ROSTER, Record
from pipeline.values import Absence, Guest, MakeUp, Person, Scope, Scores

OF_A_MEETING = ("chair", "recorder", "lecturer", "absences", "guests")
OF_AN_ITEM = ("reporter", "speaker", "criticised", "candidate", "responsible", "scrutineers", "tellers")
"""The fields of a meeting, and of a row of 议题发言, that name people."""


def people_in(value: object) -> Iterator[str]:
    """Yield the 编号 of every member that a value names."""
    if isinstance(value, Person):
        yield from (value.number,) if value.number else ()
    elif isinstance(value, Absence | Guest | MakeUp):
        yield from people_in(value.person)
    elif isinstance(value, Scope):
        yield from people_in(value.people)
    elif isinstance(value, Scores):
        yield from value.own or ()
    elif isinstance(value, tuple):
        for part in value:
            yield from people_in(part)


def named_by(record: Record, names: tuple[str, ...]) -> Iterator[str]:
    """Yield the 编号 of every member that the cells of a row name."""
    for name in names:
        yield from people_in(getattr(record, name))


def times_named(branch: Branch) -> Mapping[str, int]:
    """Give for each 编号 how many cells name its member, the roster left aside."""
    found: Counter[str] = Counter()
    for sheet, records in branch.records.tables():
        if sheet.name != ROSTER.name:
            names = tuple(column.name for column in sheet.columns)
            for record in records:
                found.update(named_by(record, names))
    return found


def times_in_own_group(branch: Branch) -> Mapping[str, int]:
    """Give for each 编号 how many meetings of the member's own group name them."""
    found: Counter[str] = Counter()
    for meeting in branch.meetings:
        if meeting.group:
            rows = branch.items_of.get(meeting.number, ())
            numbers = {*named_by(meeting, OF_A_MEETING), *(n for item in rows for n in named_by(item, OF_AN_ITEM))}
            known = (n for n in numbers if n in branch.by_number)
            found.update(n for n in known if branch.by_number[n].group in groups_of(meeting))
    return found


def times_referred(branch: Branch) -> Mapping[str, int]:
    """Give for each 编号 of meetings, talks and projects how many rows refer to it."""
    found = Counter(item.meeting for item in branch.records.items)
    found.update(talk.project for talk in branch.records.talks)
    found.update(award.meeting for award in branch.records.awards)
    found.update(split_citation(code)[0] for point in branch.records.points for code in point.cites)
    return found
