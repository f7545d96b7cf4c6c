"""Checks of votes and ballots (V)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import islice

from pipeline.checks.tools.compared import filled, not_full, not_voting
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.listing import names_of
from pipeline.checks.tools.workdays import workdays
from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_full, is_suspended
from pipeline.facts.votes import Vote, votes_of
from pipeline.findings import Finding, Location
from pipeline.rules import cells
from pipeline.rules import votes as rules
from pipeline.schema import Item, Member
from pipeline.schema.activities import ADMISSION, COMMITTEE, GROUP, SECRET
from pipeline.values import Person
from pipeline.wording import date_text, days_text, joined

FIGURES = frozenset({"issued", "returned", "valid", "ayes", "noes", "abstentions", "written"})
SPONSORS = 2
"""发展党员工作细则第十四条."""
ATTENDANCE = frozenset({"types", "day", "absences", "group"})


FALLEN = ("ayes", "noes", "abstentions")


def present_by(vote: Vote) -> tuple[Location, ...]:
    """Locate the cells of the meeting's head by which so many came."""
    head = vote.meeting.origin
    return (*head.cells("day"), *filled(vote.meeting, "absences", "group"))


def sound_votes(branch: Branch) -> Iterator[Vote]:
    """Yield the votes whose meeting and figures could be read."""
    for meeting in branch.meetings:
        if meeting.day is None or meeting.origin.broken & ATTENDANCE:
            continue
        for vote in votes_of(branch, meeting):
            if not vote.item.origin.broken & FIGURES:
                yield vote


@yields(rules.V01)
def figures_add_up(branch: Branch) -> Iterator[Finding]:
    """For, against and abstaining add up to the valid ballots."""
    for vote in sound_votes(branch):
        item, cast = vote.item, vote.cast
        if vote.invalid is not None and vote.invalid < 0:
            what = f"收回{item.returned}张，书面意见{vote.written}份，有效却有{item.valid}票"
            yield rules.V01.at(item.origin.at("valid"), *filled(item, "returned", "written"), what=what)
        elif cast is None or item.valid is None or vote.is_poll:
            continue
        elif cast > item.valid or (cast < item.valid and not vote.is_election):
            ballots = item.returned if item.returned is not None else vote.present
            name = largest(item) if cast > ballots + vote.written else "valid"
            what = f"{tally(item)}，合计{cast}票，有效票是{item.valid}票"
            yield rules.V01.at(item.origin.at(name), *filled(item, *FALLEN, "valid"), what=what)


@yields(rules.V01_SHORT)
def everybody_present_is_counted(branch: Branch) -> Iterator[Finding]:
    """A show of hands counts everybody present: without ballots nothing else says where a voter went."""
    for vote in sound_votes(branch):
        item, cast, limit = vote.item, vote.cast, vote.present + vote.written
        if cast is None or vote.is_poll or vote.is_election or item.valid is not None or item.returned is not None:
            continue
        if cast < limit:
            yield rules.V01_SHORT.at(
                item.origin.at("ayes"),
                *filled(item, *FALLEN, "written"),
                *present_by(vote),
                parts=tally(item),
                cast=cast,
                voters=vote.present,
                written=beside_written(vote),
                rest=limit - cast,
            )


def tally(item: Item) -> str:
    """Write how the votes fell."""
    return f"赞成{item.ayes or 0}、反对{item.noes or 0}、弃权{item.abstentions or 0}"


def beside_written(vote: Vote) -> str:
    """Mention the written opinions, as a clause behind the number of voters."""
    return f"，另有书面意见{vote.written}份" if vote.written else ""


def largest(item: Item) -> str:
    """Name the largest of ayes, noes and abstentions: the most likely to be wrong where there are too many."""
    return max(("ayes", "noes", "abstentions"), key=lambda name: getattr(item, name) or 0)


@yields(rules.V02)
def no_more_returned_than_issued(branch: Branch) -> Iterator[Finding]:
    """No more ballots are returned than issued."""
    for vote in sound_votes(branch):
        issued, returned = vote.item.issued, vote.item.returned
        if issued is not None and returned is not None and returned > issued:
            where, further = vote.item.origin.at("returned"), vote.item.origin.cells("issued")
            yield rules.V02.at(where, *further, issued=issued, returned=returned)


@yields(rules.V03, rules.V04)
def no_more_votes_than_voters(branch: Branch) -> Iterator[Finding]:
    """There are no more ballots or votes than people who may vote."""
    for vote in sound_votes(branch):
        if vote.is_poll:
            continue
        item, voters = vote.item, vote.present
        total = len(vote.attendance.present)
        if item.issued is not None and item.issued == total > voters:
            may_vote = {member.origin.key for member in vote.attendance.present_voters}
            outsiders = [member for member in vote.attendance.present if member.origin.key not in may_vote]
            names = names_of(branch, outsiders)
            day = vote.meeting.day
            further = [cell for member in outsiders if day for cell in not_voting(member, day)]
            where = item.origin.at("issued")
            yield rules.V04.at(where, *present_by(vote), *further, issued=item.issued, names=names, voters=voters)
            continue
        for name, label, figure, limit, parts in (
            ("issued", "发出", item.issued, voters, ()),
            ("returned", "收回", item.returned, voters, ()),
            (largest(item), "赞成、反对、弃权合计", vote.cast, voters + vote.written, (*FALLEN, "written")),
        ):
            if figure is not None and figure > limit:
                compared, said = (*filled(item, *parts), *present_by(vote)), beside_written(vote)
                where, what = item.origin.at(name), f"{label}{figure}票"
                yield rules.V03.at(where, *compared, what=what, voters=voters, written=said)
                break


@yields(rules.V05, rules.V06)
def quorum(branch: Branch) -> Iterator[Finding]:
    """Enough of those who may vote are there."""
    for vote in sound_votes(branch):
        if vote.quorate or vote.is_election or vote.is_poll or not vote.expected or not vote.of_all_members:
            continue
        rule = rules.V06 if vote.is_admission else rules.V05
        where = vote.item.origin.at("vote_type")
        yield rule.at(where, *present_by(vote), expected=vote.expected, present=vote.present)


@yields(rules.V05_HALF)
def exactly_half(branch: Branch) -> Iterator[Finding]:
    """Exactly half of those who may vote is enough by the usual reading, but somebody should look."""
    for vote in sound_votes(branch):
        if vote.is_ordinary and GROUP not in vote.meeting.types and vote.expected and vote.present * 2 == vote.expected:
            where = vote.item.origin.at("vote_type")
            yield rules.V05_HALF.at(where, *present_by(vote), expected=vote.expected, present=vote.present)


@yields(rules.V10)
def written_opinions_count(branch: Branch) -> Iterator[Finding]:
    """Written opinions are counted, and kept as an attachment."""
    for vote in sound_votes(branch):
        item = vote.item
        if not vote.written:
            continue
        if item.valid is not None and item.valid == item.returned and vote.invalid == vote.written:
            what = f"书面意见{vote.written}份，有效票{item.valid}张等于收回的票，像是没有计入"
            yield rules.V10.at(item.origin.at("valid"), *item.origin.cells("returned", "written"), what=what)
        if not any(row.attachment for row in branch.topic_of(item)) and "attachment" not in item.origin.broken:
            further = item.origin.cells("written")
            yield rules.V10.at(item.origin.at("attachment"), *further, what=f"书面意见{vote.written}份，没有附件编号")


@yields(rules.V07)
def resolution_fits_votes(branch: Branch) -> Iterator[Finding]:
    """A resolution says what the figures say."""
    for vote in sound_votes(branch):
        if not vote.of_all_members or not (vote.is_ordinary or vote.is_admission):
            continue
        if vote.carried is None or vote.said is None or vote.carried == vote.said:
            continue
        fact = "超过" if vote.carried else "没有超过"
        said = "通过" if vote.said else "未通过"
        where = vote.item.origin.at("resolution")
        further = (*vote.item.origin.cells("ayes", "vote_type"), *vote.meeting.origin.cells("day"))
        yield rules.V07.at(where, *further, ayes=vote.item.ayes, expected=vote.expected, fact=fact, said=said)


@yields(rules.V07_BLANK, rules.V07_UNANIMOUS)
def unanimous_as_counted(branch: Branch) -> Iterator[Finding]:
    """A resolution that says 一致 has nobody against it, and figures that show it."""
    for vote in sound_votes(branch):
        item = vote.item
        if not vote.unanimous or vote.is_poll:
            continue
        where = item.origin.at("resolution")
        if item.noes or item.abstentions:
            against = (
                f"反对{item.noes}票" if item.noes else "",
                f"弃权{item.abstentions}票" if item.abstentions else "",
            )
            further = filled(item, "noes", "abstentions")
            yield rules.V07_UNANIMOUS.at(where, *further, said=vote.unanimous, figures=joined(against))
        elif vote.cast is None:
            yield rules.V07_BLANK.at(where, said=vote.unanimous)


@yields(rules.V08)
def admissions_are_secret(branch: Branch) -> Iterator[Finding]:
    """A vote on joining the Party is by secret ballot."""
    for vote in sound_votes(branch):
        if vote.is_admission and vote.item.vote_method != SECRET and "vote_method" not in vote.item.origin.broken:
            where = vote.item.origin.at("vote_method")
            further = vote.item.origin.cells("vote_type")
            yield rules.V08.at(where, *further, type=vote.item.vote_type, method=vote.item.vote_method or "没有写")


@yields(cells.C06, rules.V09)
def one_by_one(branch: Branch) -> Iterator[Finding]:
    """An admission names one person, who is voted on alone."""
    for vote in sound_votes(branch):
        if not vote.is_admission or "candidate" in vote.item.origin.broken:
            continue
        people = vote.item.candidate
        where = vote.item.origin.at("candidate")
        if len(people) > 1:
            yield rules.V09.at(where, names=joined(map(str, people)), count=len(people))
        elif not people:
            yield cells.C06.at(where, heading="候选人", help="接收、转正的表决要写明对象，一行一人。")


@yields(rules.V11)
def elections(branch: Branch) -> Iterator[Finding]:
    """An election has its quorum and more candidates than seats, and nobody is elected without a majority."""
    grouped: dict[tuple[str, int | None], list[Vote]] = defaultdict(list)
    for vote in sound_votes(branch):
        if vote.is_election:
            grouped[vote.meeting.number, vote.item.topic_number].append(vote)
    for votes in grouped.values():
        first = votes[0]
        if not first.quorate:
            what = f"应到会有选举权的{first.expected}人，到会{first.present}人，不足五分之四"
            yield rules.V11.at(first.item.origin.at("vote_type"), *present_by(first), what=what)
        for vote in votes:
            if vote.said and vote.carried is False:
                name = joined(map(str, vote.item.candidate))
                what = f"{name}得赞成{vote.item.ayes}票，没有超过到会有选举权的{vote.present}人的半数，却写着当选"
                further = (*vote.item.origin.cells("resolution", "candidate"), *present_by(vote))
                yield rules.V11.at(vote.item.origin.at("ayes"), *further, what=what)
        if elects_committee_members(branch, first):
            yield from _contested(votes)


def elects_committee_members(branch: Branch, vote: Vote) -> bool:
    """Whether an election is of 委员: it alone needs a fifth more candidates than seats; rules.md 1.2 C."""
    title = "".join(row.topic for row in branch.topic_of(vote.item)).replace("委员会", "")
    return COMMITTEE not in vote.meeting.types and ("书记" not in title or "委员" in title)


def _contested(votes: list[Vote]) -> Iterator[Finding]:
    seats = next((vote.item.seats for vote in votes if vote.item.seats), None)
    candidates = sum(max(1, len(vote.item.candidate)) for vote in votes)
    if seats and candidates * 5 < seats * 6:
        where = next(vote for vote in votes if vote.item.seats).item.origin.at("seats")
        further = [cell for vote in votes for cell in vote.item.origin.cells("candidate")]
        yield rules.V11.at(where, *further, what=f"应选{seats}人，候选人{candidates}人，差额不足应选人数的20%")


@yields(rules.V12)
def ballots_are_watched(branch: Branch) -> Iterator[Finding]:
    """A ballot has somebody to watch and to count it, named on any row of the agenda item."""
    watched: set[tuple[str, int | None]] = set()
    for vote in sound_votes(branch):
        item = vote.item
        key = (item.meeting, item.topic_number)
        if item.vote_method != SECRET or vote.is_poll or key in watched:
            continue
        watched.add(key)
        rows = branch.topic_of(item)
        missing = [
            label
            for name, label in (("scrutineers", "监票人"), ("tellers", "计票人"))
            if not any(getattr(row, name) or name in row.origin.broken for row in rows)
        ]
        if missing:
            name = "scrutineers" if "监票人" in missing else "tellers"
            yield rules.V12.at(item.origin.at(name), missing=joined(missing, "和"))


@yields(rules.V12_UNFIT)
def watched_by_the_right_people(branch: Branch) -> Iterator[Finding]:
    """No candidate counts the ballots, and only a full member watches it done."""
    candidates: dict[tuple[str, int | None], dict[Person, Item]] = defaultdict(dict)
    for item in branch.records.items:
        candidates[item.meeting, item.topic_number].update(dict.fromkeys(item.candidate, item))
    for vote in sound_votes(branch):
        item, day = vote.item, vote.meeting.day
        standing = candidates[item.meeting, item.topic_number]
        for name, role, people in (("scrutineers", "监票人", item.scrutineers), ("tellers", "计票人", item.tellers)):
            for person in people:
                member = branch.member_of(person)
                why = "是候选人" if person in standing else ""
                further = standing[person].origin.cells("candidate") if why else ()
                if not why and name == "scrutineers" and member and day and not is_full(member, day):
                    why = "这天不是正式党员"
                    further = (*vote.meeting.origin.cells("day"), *not_full(member, day))
                if why:
                    yield rules.V12_UNFIT.at(item.origin.at(name), *further, role=role, name=person, why=why)


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
    if member.confirmed is None or member.confirmed > day:
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
