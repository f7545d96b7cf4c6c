"""Names the cells a judgement rests on, for findings that lie between cells: any of them may be the wrong one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_exempt, is_full, is_probationary, is_suspended, on_books
from pipeline.facts.ordering import groups_of
from pipeline.findings import Location
from pipeline.schema import Meeting, Member, Record
from pipeline.schema.activities import COMMITTEE, GROUP
from pipeline.schema.members import ENDED

EXEMPTION = {
    "exempt_case": "情形",
    "exempt_basis": "依据",
    "exempt_agreed": "上级同意日期",
    "exempt_passed": "大会通过日期",
}
"""The four proofs of an exemption, by field, and how a finding names them."""
DATES = ("joined", "approved", "confirmed", "moved_in", "moved_out")


def filled(record: Record, *names: str) -> tuple[Location, ...]:
    """Locate those of some cells that hold something."""
    return record.origin.cells(*(name for name in names if getattr(record, name) not in (None, (), "")))


def info_cells(branch: Branch, *names: str) -> tuple[Location, ...]:
    """Locate those of some keys of 支部信息 that the sheet has."""
    return tuple(where for where in map(branch.info.at, names) if where.row)


def off_the_books(member: Member, day: date) -> Iterator[Location]:
    """Yield the cells by which somebody was not on the books on `day`; none if they were."""
    late = ((name, getattr(member, name)) for name in ("joined", "moved_in"))
    names = [name for name, since in late if since and since > day]
    names += ["moved_out"] if member.moved_out and member.moved_out <= day else []
    if member.standing in ENDED and (member.standing_since is None or member.standing_since <= day):
        names += ["standing", "standing_since"]
    yield from member.origin.cells(*names)


def not_full(member: Member, day: date) -> Iterator[Location]:
    """Yield the cells by which somebody was no full member of the branch on `day`."""
    yield from off_the_books(member, day)
    if member.confirmed is None or member.confirmed > day:
        yield from member.origin.cells("confirmed")


def not_voting(member: Member, day: date) -> Iterator[Location]:
    """Yield the cells by which somebody had no vote on `day`."""
    yield from not_full(member, day)
    if is_suspended(member, day):
        yield from filled(member, "standing", "standing_since", "standing_until")
    if is_exempt(member, day):
        yield from member.origin.cells(*EXEMPTION)


def not_counted(member: Member, day: date) -> Iterator[Location]:
    """Yield the cells by which somebody did not count as expected on `day`."""
    yield from off_the_books(member, day)
    if is_exempt(member, day):
        yield from member.origin.cells(*EXEMPTION)
    elif on_books(member, day) and not (is_full(member, day) or is_probationary(member, day)):
        yield from member.origin.cells("approved")
        yield from filled(member, "confirmed")


def offices(branch: Branch, members: Iterable[Member]) -> Iterator[Location]:
    """Yield the cells that say which offices members held: each one's 党内职务, and the day of the election."""
    yield from (member.origin.at("posts") for member in members)
    yield from info_cells(branch, "elected")


def by_which_expected(branch: Branch, meeting: Meeting, member: Member) -> Iterator[Location]:
    """Yield the cells by which somebody was expected at a meeting: its head, the roster's dates, the office."""
    yield from meeting.origin.cells("day")
    yield from filled(member, *DATES)
    if COMMITTEE in meeting.types:
        yield from meeting.origin.cells("types")
        yield from offices(branch, [member])
    elif GROUP in meeting.types or meeting.group:
        yield from (*meeting.origin.cells("types", "group"), *member.origin.cells("group"))


def by_which_not_expected(branch: Branch, meeting: Meeting, member: Member, day: date) -> Iterator[Location]:
    """Yield the cells by which somebody was not expected at a meeting on `day`."""
    yield from meeting.origin.cells("day")
    if COMMITTEE in meeting.types:
        yield from off_the_books(member, day)
        yield from member.origin.cells(*EXEMPTION) if is_exempt(member, day) else ()
        if not branch.offices_at(member, meeting):
            yield from (*meeting.origin.cells("types"), *offices(branch, [member]))
        return
    yield from not_counted(member, day)
    if (GROUP in meeting.types or meeting.group) and member.group not in groups_of(meeting):
        yield from (*meeting.origin.cells("types", "group"), *member.origin.cells("group"))
