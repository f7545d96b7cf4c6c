"""Checks of votes and ballots (V)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.checks.tools.compared import filled, not_full, not_voting
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.listing import names_of
from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_full
from pipeline.facts.votes import Vote, votes_of
from pipeline.findings import Finding, Location
from pipeline.rules import cells
from pipeline.rules import votes as rules
from pipeline.schema import Item
from pipeline.schema.activities import ADMISSION, ELECTION, GROUP, SECRET
from pipeline.values import Person
from pipeline.wording import joined

FIGURES = frozenset({"issued", "returned", "valid", "ayes", "noes", "abstentions", "written"})
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


@yields(rules.V03, rules.V03_WAITING, rules.V04)
def no_more_votes_than_voters(branch: Branch) -> Iterator[Finding]:
    """There are no more ballots or votes than people who may vote."""
    for vote in sound_votes(branch):
        if vote.is_poll:
            continue
        item, voters = vote.item, vote.present
        if item.issued is not None and item.issued > voters:
            may_vote = {member.origin.key for member in vote.attendance.present_voters}
            outsiders = [member for member in vote.attendance.present if member.origin.key not in may_vote]
            day = vote.meeting.day
            further = [cell for member in outsiders if day for cell in not_voting(member, day)]
            who = f"；{names_of(branch, outsiders)}没有表决权" if item.issued <= voters + len(outsiders) else ""
            where = item.origin.at("issued")
            yield rules.V04.at(where, *present_by(vote), *further, issued=item.issued, who=who, voters=voters)
        if vote.cast is not None and vote.cast > voters + vote.written:
            compared, said = (*filled(item, *FALLEN, "written"), *present_by(vote)), beside_written(vote)
            where, what = item.origin.at(largest(item)), f"赞成、反对、弃权合计{vote.cast}票"
            detail = {"what": what, "voters": voters, "written": said}
            waiting = [member for member in vote.attendance.present if member.awaiting]
            if waiting and vote.cast <= voters + vote.written + len(waiting):
                blank = [cell for member in waiting for cell in member.origin.cells("confirmed_approved", "confirmed")]
                yield rules.V03_WAITING.at(where, *compared, *blank, who=names_of(branch, waiting), **detail)
            else:
                yield rules.V03.at(where, *compared, **detail)


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


@yields(rules.V10, rules.V10_UNCOUNTED)
def written_opinions_count(branch: Branch) -> Iterator[Finding]:
    """Written opinions are counted, and kept as an attachment."""
    for vote in sound_votes(branch):
        item = vote.item
        if not vote.written:
            continue
        if item.valid is not None and item.valid == item.returned and vote.invalid == vote.written:
            what = f"书面意见{vote.written}份，有效票{item.valid}张等于收回的票，像是没有计入"
            yield rules.V10_UNCOUNTED.at(item.origin.at("valid"), *item.origin.cells("returned", "written"), what=what)
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


@yields(rules.V08, rules.V08_CONFIRMING, rules.V18)
def admissions_are_secret(branch: Branch) -> Iterator[Finding]:
    """A vote on joining the Party is by secret ballot."""
    for vote in sound_votes(branch):
        item = vote.item
        if item.vote_method == SECRET or "vote_method" in item.origin.broken:
            continue
        rule = {ADMISSION: rules.V08, ELECTION: rules.V18}.get(
            item.vote_type, rules.V08_CONFIRMING if vote.is_admission else None
        )
        if rule is not None and (item.vote_method or rule is not rules.V18):
            where, further = item.origin.at("vote_method"), item.origin.cells("vote_type")
            yield rule.at(where, *further, type=item.vote_type, method=item.vote_method or "没有写")


@yields(rules.V19)
def nobody_votes_for_the_absent(branch: Branch) -> Iterator[Finding]:
    """In an election nobody who is not there has a vote."""
    for vote in sound_votes(branch):
        if vote.is_election and vote.written:
            yield rules.V19.at(vote.item.origin.at("written"), *vote.item.origin.cells("vote_type"), count=vote.written)


@yields(cells.C06, rules.V09, rules.V09_CONFIRMING)
def one_by_one(branch: Branch) -> Iterator[Finding]:
    """An admission names one person, who is voted on alone."""
    for vote in sound_votes(branch):
        if not vote.is_admission or "candidate" in vote.item.origin.broken:
            continue
        people = vote.item.candidate
        where = vote.item.origin.at("candidate")
        if len(people) > 1:
            rule = rules.V09 if vote.item.vote_type == ADMISSION else rules.V09_CONFIRMING
            yield rule.at(where, names=joined(map(str, people)), count=len(people))
        elif not people:
            yield cells.C06.at(where, heading="候选人", help="接收、转正的表决要写明对象，一行一人。")


@yields(rules.V12, rules.V12_ELECTION)
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
            rule = rules.V12_ELECTION if vote.is_election else rules.V12
            yield rule.at(item.origin.at(name), missing=joined(missing, "和"))


@yields(rules.V12_UNFIT, rules.V12_CANDIDATE)
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
                if why == "是候选人" and vote.is_election and name == "scrutineers":
                    yield rules.V12_CANDIDATE.at(item.origin.at(name), *further, name=person)
                elif why:
                    yield rules.V12_UNFIT.at(item.origin.at(name), *further, role=role, name=person, why=why)


CHECKS = declared_in(__name__)
