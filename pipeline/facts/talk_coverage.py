"""Who is to be talked with in a year by the committee and by other members, who has been; 支部工作条例第十九条."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from itertools import product

from pipeline.calendar_months import add_months
from pipeline.facts.branch import Branch
from pipeline.facts.duties import State, year_is_over
from pipeline.facts.membership import is_exempt, on_books
from pipeline.facts.participation import participations, so_far
from pipeline.schema import Member


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Coverage:
    """What became of the talks that one member was to have in the year."""

    officer: bool
    """Whether of the committee: officers are to talk with each other, and with members as they see fit."""
    with_committee: State
    """Of an officer: with every other officer."""
    with_members: State
    """With a member outside the committee."""
    apart: tuple[Member, ...] = ()
    """The other officers with whom an officer has not talked."""


def talk_coverage(branch: Branch) -> Mapping[str, Coverage]:
    """Work out for every member, by 编号, which talks were due in the year so far, and which were had."""
    return branch.once(_talk_coverage)


def _talk_coverage(branch: Branch) -> dict[str, Coverage]:
    officers = branch.committee(branch.judged_on)
    seats = {member.number for member in officers}
    due = {member.number for member in branch.members if member.number not in seats and is_due(branch, member)}
    found = {member.number: _of_member(branch, member, officers, due) for member in branch.members}
    return found | _of_officers(branch, officers)


def is_due(branch: Branch, member: Member) -> bool:
    """Whether somebody was on the books long enough to be talked with, and still is at the end of the year."""
    came = max(filter(None, (member.approved or member.joined, member.moved_in, branch.year_start)))
    return add_months(came, branch.settings.covered_months) <= branch.year_end and on_books(member, branch.judged_on)


def _of_member(branch: Branch, member: Member, officers: Sequence[Member], due: Set[str]) -> Coverage:
    """Judge a member outside the committee: K02 needs a second one, and excuses those who are not expected."""
    had = participations(branch)[member.number]
    wanted = member.number in due
    company = wanted and len(due) > 1 and not is_exempt(member, branch.judged_on)
    return Coverage(
        officer=False,
        with_committee=_state(branch, done=had.with_committee > 0, wanted=wanted and bool(officers)),
        with_members=_state(branch, done=had.with_members > 0, wanted=company),
    )


def _of_officers(branch: Branch, officers: Sequence[Member]) -> dict[str, Coverage]:
    """Judge the officers who have been in office long enough, pair by pair."""
    seated = [member for member in officers if is_due(branch, member) and _seated_long_enough(branch, member)]
    pairs = _pairs(branch)
    found: dict[str, Coverage] = {}
    for member in officers:
        had = participations(branch)[member.number]
        partners = [other for other in seated if other is not member] if member in seated else []
        apart = tuple(other for other in partners if frozenset((member.number, other.number)) not in pairs)
        found[member.number] = Coverage(
            officer=True,
            with_committee=_state(branch, done=had.with_committee > 0 and not apart, wanted=bool(apart)),
            with_members=_state(branch, done=had.with_members > 0, wanted=False),
            apart=apart,
        )
    return found


def _seated_long_enough(branch: Branch, member: Member) -> bool:
    starts = [post.since or branch.info.elected or date.min for post in member.posts]
    latest = add_months(branch.year_start, 12 - branch.settings.covered_months)
    return min(starts, default=date.min) <= latest


def _pairs(branch: Branch) -> set[frozenset[str]]:
    """Collect the pairs of officers who sat on the two sides of a talk, by 编号."""
    found: set[frozenset[str]] = set()
    for talk in branch.records.talks:
        if talk.day is not None and so_far(branch, talk.day):
            officers = {member.number for member in branch.committee(talk.day)}
            sides = [{person.number for person in side} & officers for side in (talk.speakers, talk.listeners)]
            found.update(map(frozenset, product(*sides)))
    return found


def _state(branch: Branch, *, done: bool, wanted: bool) -> State:
    if done:
        return State.DONE
    if not wanted:
        return State.NOT_APPLICABLE
    return State.MISSING if year_is_over(branch) else State.PENDING
