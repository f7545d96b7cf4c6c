"""Which offices somebody held on a day, and on the day of an election before it and after it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

from pipeline.facts.membership import on_books
from pipeline.facts.ordering import meeting_order
from pipeline.schema import Meeting, Member
from pipeline.schema.activities import COMMITTEE, ELECTION, GROUP

if TYPE_CHECKING:
    from pipeline.facts.branch import Branch


class Side(Enum):
    """A part of the day of an election."""

    BEFORE = "选举以前"
    AFTER = "选举以后"


def election_on(branch: Branch, day: date) -> Meeting | None:
    """Find the meeting of a day at which the branch elected: that with the votes, else the first on 换届日期."""
    held = [m for m in branch.meetings if m.day == day and not {COMMITTEE, GROUP} & set(m.types)]
    voted = (m for m in held if any(item.vote_type == ELECTION for item in branch.items_of.get(m.number, ())))
    return next(voted, held[0] if held and day == branch.info.elected else None)


def turns_of_office(branch: Branch) -> frozenset[date]:
    """Collect the days on which an office begins or ends."""
    posts = (post for member in branch.members for post in member.posts)
    days = (day for post in posts for day in (post.since, post.until))
    return frozenset(day for day in (*days, branch.info.elected) if day is not None)


def side_of(branch: Branch, meeting: Meeting) -> Side | None:
    """Tell whether a meeting was before or after the election of its day; the election itself is held before it.

    The outgoing committee presides over the election. None on a day without one. 基层组织选举工作条例.
    """
    if meeting.day is None or meeting.day not in branch.once(turns_of_office):
        return None
    election = branch.once(election_on, meeting.day)
    if election is None:
        return None
    return Side.BEFORE if meeting_order(meeting) <= meeting_order(election) else Side.AFTER


def offices_held(branch: Branch, member: Member, day: date, side: Side | None = None) -> tuple[str, ...]:
    """Name the offices a member held on `day`; a post without dates lasts for the committee's term."""
    if not on_books(member, day):
        return ()
    return tuple(dict.fromkeys(_held(branch, member, day, side)))


def _held(branch: Branch, member: Member, day: date, side: Side | None) -> Iterator[str]:
    elected = branch.info.elected
    for post in member.posts:
        since = post.since or (None if post.until else elected)
        if not post.held_on(day) or (since is not None and since > day):
            continue
        begins, ends = since == day, post.until == day and post.since != day
        if (side is Side.BEFORE and begins) or (side is Side.AFTER and ends):
            continue
        yield post.title
