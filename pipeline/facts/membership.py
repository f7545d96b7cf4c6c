"""What a member was on a given date: on the books, full, probationary, exempt, suspended; the law of membership."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.calendar_months import add_years, full_years, latest
from pipeline.schema import Member
from pipeline.schema.members import ENDED, FULL, NATIONS, SUSPENDED

LONG_SINCE = 3
"""Years after joining from which on nobody full by the roster can still be on probation."""


def turning_days(member: Member) -> Iterator[date]:
    """Yield the days from which on a member may be something else; between two of them the answers below are one."""
    starts = (member.joined, member.approved, member.confirmed, member.confirmed_approved, member.moved_in)
    yield from filter(None, (*starts, member.moved_out, member.returned, member.standing_since))
    yield from filter(None, (member.exempt_agreed, member.exempt_passed))
    if member.confirmed is None and member.joined is not None:
        yield add_years(member.joined, LONG_SINCE)
    if member.standing_until is not None and member.standing_until < date.max:
        yield member.standing_until + timedelta(days=1)


def on_books(member: Member, day: date) -> bool:
    """Whether somebody belonged to the branch on `day` (在册). checks.md 6.0."""
    if member.joined is not None and member.joined > day:
        return False
    if member.moved_in is not None and member.moved_in > day:
        return False
    if member.moved_out is not None and member.moved_out <= day and not has_returned(member, day):
        return False
    return not (member.standing in ENDED and (member.standing_since is None or member.standing_since <= day))


def has_returned(member: Member, day: date) -> bool:
    """Whether somebody who had moved out was back by `day`."""
    return member.returned is not None and member.moved_out is not None and member.moved_out <= member.returned <= day


def came_on(member: Member) -> date | None:
    """Give the day from which somebody belonged to the branch; None where the roster gives none."""
    return max(filter(None, (member.joined, member.moved_in)), default=None)


def left_on(member: Member) -> date | None:
    """Give the day from which somebody no longer belonged to the branch; None where the roster gives none."""
    ended = member.standing_since if member.standing in ENDED else None
    moved = None if member.returned is not None else member.moved_out
    return min(filter(None, (moved, ended)), default=None)


def left_by(member: Member, day: date) -> bool:
    """Whether somebody no longer belonged to the branch on `day`; who left on a day not given had left by any."""
    left = left_on(member)
    return (left is not None and left <= day) or (member.standing in ENDED and member.standing_since is None)


def belonged(member: Member, first: date, last: date) -> bool:
    """Whether somebody belonged to the branch on some day of a span."""
    came = came_on(member)
    return (came is None or came <= last) and not left_by(member, first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moves:
    """When somebody came and went within a span of days; None where nothing of the kind happened in it."""

    received: date | None
    """As a probationary member of this branch."""
    moved_in: date | None
    moved_out: date | None


def moves_within(member: Member, first: date, last: date) -> Moves:
    """Tell when somebody came after the first day of a span, and went up to its last."""
    joined, came, went = member.joined, member.moved_in, member.moved_out
    return Moves(
        received=joined if joined and joined > first and not came else None,
        moved_in=came if came and came > first else None,
        moved_out=went if went and went <= last else None,
    )


def full_since(member: Member) -> date | None:
    """Give the day from which somebody has the rights of a full member: that of the superior's approval.

    A blank 转正批准日期 stands for 转正日期, unless the confirmation is of the workbook's year and awaits it.
    发展党员工作细则第三十四条.
    """
    if member.confirmed_approved is not None:
        return member.confirmed_approved
    return None if member.awaiting else member.confirmed


def is_long_standing(member: Member, day: date) -> bool:
    """Whether somebody is on the roster as a full member and joined so long ago that the unknown day matters not."""
    if member.category != FULL or member.awaiting or member.confirmed is not None or member.confirmed_approved:
        return False
    return member.joined is None or add_years(member.joined, LONG_SINCE) <= day


def is_full(member: Member, day: date) -> bool:
    """Whether somebody was a full member (正式党员) of the branch on `day`."""
    since = full_since(member)
    known = since <= day if since is not None else is_long_standing(member, day)
    return known and on_books(member, day)


def is_probationary(member: Member, day: date) -> bool:
    """Whether somebody was an approved probationary member (预备党员) on `day`: counted from the approval on."""
    if member.approved is None or member.approved > day:
        return False
    return not is_full(member, day) and on_books(member, day)


def is_exempt(member: Member, day: date) -> bool:
    """Whether somebody is rightly not counted as expected (不计入应到): all four proofs given, both dates past."""
    if not (member.exempt_case and member.exempt_basis and member.exempt_agreed and member.exempt_passed):
        return False
    return max(member.exempt_agreed, member.exempt_passed) <= day


def is_suspended(member: Member, day: date) -> bool:
    """Whether somebody's right to vote rested on `day` (留党察看, 中止权利)."""
    if member.standing not in SUSPENDED:
        return False
    after = member.standing_since is None or member.standing_since <= day
    return after and (member.standing_until is None or day <= member.standing_until)


def not_known(members: Iterable[Member], name: str) -> list[Member]:
    """List those of whom a cell that the summary counts is blank, or holds no nation there is."""
    return [m for m in members if not getattr(m, name) or (name == "nation" and m.nation not in NATIONS)]


def standing_years(member: Member, day: date) -> int | None:
    """Count full years of party standing (党龄), from the end of the probation; none before it was approved.

    None, too, where only the month is known and the count depends on the day. 发展党员工作细则第三十四条.
    """
    since = full_since(member)
    if member.confirmed is None or since is None or since > day or member.confirmed > day:
        return None
    years = {full_years(each, day) for each in (member.confirmed, latest(member.confirmed)) if each <= day}
    return years.pop() if len(years) == 1 else None
