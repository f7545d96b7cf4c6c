"""Checks of what goes with admitting somebody to the Party: notice, review, sponsors, the day (V13 to V15)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from pipeline.calendar_months import add_years
from pipeline.checks.tools.compared import not_voting
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.workdays import workdays
from pipeline.checks.votes import sound_votes
from pipeline.facts.branch import Branch
from pipeline.facts.membership import full_since, is_full, is_suspended
from pipeline.facts.votes import Vote
from pipeline.findings import Finding
from pipeline.rules import votes as rules
from pipeline.schema import Member
from pipeline.schema.activities import ADMISSION, CONFIRMATIONS
from pipeline.wording import date_text, days_text

SPONSORS = 2
"""发展党员工作细则第十四条."""


@yields(rules.V13_NOTICE)
def notice_long_enough(branch: Branch) -> Iterator[Finding]:
    """The notice is public for enough working days; holidays do not count."""
    wanted = branch.settings.notice_workdays
    for vote in sound_votes(branch):
        notice = vote.item.notice
        if not vote.is_admission or notice is None or notice.end < notice.start:
            continue
        count = len(list(islice(workdays(notice.start, notice.end), wanted)))
        if count < wanted:
            span = days_text(notice.start, notice.end)
            yield rules.V13_NOTICE.at(vote.item.origin.at("notice"), span=span, count=count, wanted=wanted)


@yields(rules.V13)
def reviewed_before(branch: Branch) -> Iterator[Finding]:
    """An admission was reviewed before the vote."""
    for vote in sound_votes(branch):
        reviewed, day = vote.item.reviewed, vote.meeting.day
        if vote.is_admission and reviewed and day and reviewed > day:
            where = vote.item.origin.at("reviewed")
            further = vote.meeting.origin.cells("day")
            yield rules.V13.at(where, *further, reviewed=date_text(reviewed), day=date_text(day))


@yields(rules.V16)
def not_before_its_end(branch: Branch) -> Iterator[Finding]:
    """Nobody's confirmation is discussed before the probation is over."""
    for vote in sound_votes(branch):
        day = vote.meeting.day
        for member in map(branch.member_of, vote.item.candidate if vote.item.vote_type in CONFIRMATIONS else ()):
            if member is None or member.joined is None or day is None:
                continue
            until = add_years(member.joined, 1)
            if day < until:
                detail = {"name": branch.label(member), "until": date_text(until), "day": date_text(day)}
                further = (*vote.meeting.origin.cells("day"), *member.origin.cells("joined"))
                yield rules.V16.at(vote.item.origin.at("candidate"), *further, what=vote.item.vote_type, **detail)


def admitted(branch: Branch) -> Iterator[tuple[Vote, Member]]:
    """Yield each vote to admit somebody who is on the roster."""
    for vote in sound_votes(branch):
        if vote.item.vote_type == ADMISSION and vote.said is not False:
            for person in vote.item.candidate:
                member = branch.member_of(person)
                if member is not None:
                    yield vote, member


@yields(rules.V14, rules.V14_ELSEWHERE)
def two_sponsors(branch: Branch) -> Iterator[Finding]:
    """Whoever is admitted has two sponsors who were full members at the time."""
    for vote, member in admitted(branch):
        if "sponsors" in member.origin.broken or vote.meeting.day is None:
            continue
        where = member.origin.at("sponsors")
        if len(member.sponsors) < SPONSORS:
            yield rules.V14.at(where, name=member.name, what=f"的入党介绍人只写了{len(member.sponsors)}名")
        for person in member.sponsors:
            sponsor = branch.member_of(person)
            if sponsor is None:
                continue
            further = (*vote.meeting.origin.cells("day"), *not_voting(sponsor, vote.meeting.day))
            if is_suspended(sponsor, vote.meeting.day):
                what = f"的入党介绍人{person}当时{sponsor.standing}"
                yield rules.V14.at(where, *further, name=member.name, what=what)
            elif was_elsewhere(sponsor, vote.meeting.day):
                day = date_text(vote.meeting.day)
                yield rules.V14_ELSEWHERE.at(where, *further, name=member.name, sponsor=person, day=day)
            elif not is_full(sponsor, vote.meeting.day):
                what = f"的入党介绍人{person}当时不是正式党员"
                yield rules.V14.at(where, *further, name=member.name, what=what)


def was_elsewhere(member: Member, day: date) -> bool:
    """Whether somebody was a full member on `day`, but on the books of another branch."""
    since = full_since(member)
    if since is None or since > day:
        return False
    left = member.moved_out is not None and member.moved_out <= day
    return left or (member.moved_in is not None and member.moved_in > day)


@yields(rules.V14_BLANK, rules.V15_MISSING)
def newcomers_were_admitted(branch: Branch) -> Iterator[Finding]:
    """Somebody who joined here in the year is named in a vote."""
    voted = {member.number for _, member in admitted(branch)}
    for member in branch.records.members:
        joined_on = member.joined
        if joined_on is None or joined_on.year != branch.year or member.moved_in or member.number in voted:
            continue
        detail = {"name": member.name, "joined": date_text(joined_on)}
        yield rules.V15_MISSING.at(member.origin.at("joined"), **detail)
        if len(member.sponsors) < SPONSORS and "sponsors" not in member.origin.broken:
            where, further = member.origin.at("sponsors"), member.origin.cells("joined")
            yield rules.V14_BLANK.at(where, *further, count=len(member.sponsors), **detail)


@yields(rules.V15)
def admitted_on_the_day(branch: Branch) -> Iterator[Finding]:
    """The date of joining is that of the vote."""
    for vote, member in admitted(branch):
        if vote.meeting.day and member.joined and member.joined != vote.meeting.day:
            where = member.origin.at("joined")
            days = {"day": date_text(vote.meeting.day), "joined": date_text(member.joined)}
            further = (*vote.meeting.origin.cells("day"), *vote.item.origin.cells("candidate"))
            yield rules.V15.at(where, *further, name=member.name, **days)


CHECKS = declared_in(__name__)
