"""Checks of how meetings are run and recorded: customs, none of which keeps a document from being written (M)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, time

from pipeline.checks.meetings import is_guest
from pipeline.checks.tools.compared import EXEMPTION, by_which_not_expected
from pipeline.checks.tools.compared import offices as posts_of
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.likeness import twins
from pipeline.checks.tools.workdays import day_off, known
from pipeline.facts.absence import away, is_unexcused
from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_exempt, is_full
from pipeline.facts.ordering import groups_of
from pipeline.facts.planned import held
from pipeline.findings import Finding, Location
from pipeline.rules import meetings as rules
from pipeline.schema import Meeting, Member
from pipeline.schema.activities import COMMITTEE, GENERAL, GROUP
from pipeline.schema.members import SECRETARY
from pipeline.values import Person
from pipeline.wording import date_text, joined, number_of, time_text


def _minutes(start: time, end: time) -> int:
    return (end.hour - start.hour) * 60 + end.minute - start.minute


@yields(rules.M03_ODD)
def of_usual_length(branch: Branch) -> Iterator[Finding]:
    """A meeting lasts as long as the branch's meetings usually do."""
    shortest, longest = branch.settings.shortest_meeting, branch.settings.longest_meeting
    for meeting in held(branch):
        if meeting.start is None or meeting.end is None or meeting.end <= meeting.start:
            continue
        minutes = _minutes(meeting.start, meeting.end)
        limit = f"不到{shortest}分钟" if minutes < shortest else f"超过{longest}小时" if minutes > longest * 60 else ""
        if limit:
            hours, rest = divmod(minutes, 60)
            length = (f"{hours}小时" if hours else "") + (f"{rest}分钟" if rest else "")
            yield rules.M03_ODD.at(meeting.origin.at("end"), *meeting.origin.cells("start"), length=length, limit=limit)


@yields(rules.M07_UNEXCUSED)
def nobody_absent_unexcused(branch: Branch) -> Iterator[Finding]:
    """Nobody is absent for a reason that is none; of those without any another M07 tells."""
    for meeting in held(branch):
        names = [str(a.person) for a in away(meeting) if a.reason and is_unexcused(a.reason)]
        if names:
            yield rules.M07_UNEXCUSED.at(meeting.origin.at("absences"), names=joined(names))


@yields(rules.M08_EXEMPT)
def full_members_are_no_guests(branch: Branch) -> Iterator[Finding]:
    """A full member at a meeting of the whole branch is no guest, even if not counted as expected."""
    for meeting in held(branch):
        day = meeting.day
        if day is None or meeting.group or {COMMITTEE, GROUP} & set(meeting.types):
            continue
        members = [branch.member_of(guest.person) for guest in meeting.guests]
        exempt = [m for m in members if m and is_full(m, day) and is_exempt(m, day)]
        if exempt:
            further = [cell for member in exempt for cell in member.origin.cells(*EXEMPTION)]
            names = joined(map(branch.label, exempt))
            yield rules.M08_EXEMPT.at(meeting.origin.at("guests"), *further, names=names)


@yields(rules.M10_UNTOLD)
def delegation_is_told(branch: Branch) -> Iterator[Finding]:
    """Where somebody else than the secretary chairs, the record says on whose behalf."""
    for meeting in held(branch):
        kind = next((kind for kind in (GENERAL, COMMITTEE) if kind in meeting.types), "")
        member = branch.member_of(meeting.chair)
        if not kind or member is None or meeting.day is None or meeting.group or meeting.delegation:
            continue
        offices = branch.offices_at(member, meeting)
        if offices and SECRETARY not in offices and "delegation" not in meeting.origin.broken:
            where = meeting.origin.at("delegation")
            further = (*meeting.origin.cells("chair"), *posts_of(branch, [member]))
            yield rules.M10_UNTOLD.at(where, *further, type=kind, name=meeting.chair)


@yields(rules.M11)
def groups_led_by_their_leader(branch: Branch) -> Iterator[Finding]:
    """A group's meeting is chaired by its leader."""
    for meeting in held(branch):
        if GROUP not in meeting.types or not meeting.group or meeting.day is None or meeting.delegation:
            continue
        heads = [head for group in groups_of(meeting) for head in branch.leaders_on(group, meeting.day)]
        if heads and meeting.chair and all(head.number != meeting.chair.number for head in heads):
            detail = {"group": meeting.group, "name": meeting.chair, "leader": branch.label(heads[0])}
            leaders = [cell for head in heads for cell in head.origin.cells("group", "leads_group")]
            yield rules.M11.at(meeting.origin.at("chair"), *meeting.origin.cells("group"), *leaders, **detail)


ATTENDANCE = frozenset({"types", "day", "absences", "guests", "group"})


SAID_SO = re.compile(
    "([0-9]{1,3}|[一二两三四五六七八九十百]{1,4})(?:名|人|位)(?:正式党员|党员|同志|委员)?(?:一致|全部|全都|都)(?:同意|赞成|通过|表示同意)"
)
"""八人一致同意: a number of people who agreed."""


@yields(rules.M27)
def numbers_in_words_fit(branch: Branch) -> Iterator[Finding]:
    """So many in words as agreed are those who were there, or those of them who may vote."""
    for meeting in held(branch):
        if meeting.day is None or meeting.origin.broken & ATTENDANCE:
            continue
        found = branch.attendance(meeting)
        here = {len(found.present), len(found.present_voters)}
        items = branch.items_of.get(meeting.number, ())
        texts = [(meeting.minutes, meeting.origin.at("minutes"))]
        texts += [(getattr(item, name), item.origin.at(name)) for item in items for name in ("text", "resolution")]
        for text, where in texts:
            said = SAID_SO.search(text)
            if said and number_of(said[1]) not in here:
                present, voters = len(found.present), len(found.present_voters)
                yield rules.M27.at(
                    where, *meeting.origin.cells("absences"), said=said[0], present=present, voters=voters
                )


@yields(rules.M12)
def recorder_was_there(branch: Branch) -> Iterator[Finding]:
    """The recorder is present or in attendance."""
    for meeting in held(branch):
        person, member = meeting.recorder, branch.member_of(meeting.recorder)
        if person is None or member is None or meeting.day is None or meeting.origin.broken & ATTENDANCE:
            continue
        if is_guest(meeting, person) or member in branch.attendance(meeting).present:
            continue
        absent = any(absence.person == person for absence in away(meeting))
        why = "写在缺席里" if absent else "不在这次会的应到之内，也没有写进列席"
        out = (
            meeting.origin.cells("absences") if absent else by_which_not_expected(branch, meeting, member, meeting.day)
        )
        yield rules.M12.at(meeting.origin.at("recorder"), *out, name=person, why=why)


@yields(rules.M13)
def chair_does_not_record(branch: Branch) -> Iterator[Finding]:
    """The chair does not take the minutes."""
    for meeting in held(branch):
        if meeting.chair and meeting.chair == meeting.recorder:
            yield rules.M13.at(meeting.origin.at("recorder"), *meeting.origin.cells("chair"), name=meeting.chair)


@yields(rules.M16)
def groups_meet_among_themselves(branch: Branch) -> Iterator[Finding]:
    """Somebody of another group is a guest, and it is said in what capacity."""
    for meeting in held(branch):
        if GROUP not in meeting.types or not meeting.group or meeting.day is None:
            continue
        bare = [
            guest.person
            for guest in meeting.guests
            if not guest.capacity and _of_another(groups_of(meeting), branch.member_of(guest.person))
        ]
        if bare:
            where, further = meeting.origin.at("guests"), _group_cells(branch, meeting, *bare)
            yield rules.M16.at(where, *further, names=joined(map(str, bare)), group=meeting.group, how="没有写身份")
        lecturer = meeting.lecturer
        if lecturer is None or is_guest(meeting, lecturer):
            continue
        if _of_another(groups_of(meeting), branch.member_of(lecturer)):
            where, further = meeting.origin.at("lecturer"), _group_cells(branch, meeting, lecturer)
            yield rules.M16.at(where, *further, names=lecturer, group=meeting.group, how="没有写进列席")


def _group_cells(branch: Branch, meeting: Meeting, *people: Person) -> Iterator[Location]:
    yield from meeting.origin.cells("group")
    for member in filter(None, map(branch.member_of, people)):
        yield from member.origin.cells("group")


def _of_another(groups: Sequence[str], member: Member | None) -> bool:
    return member is not None and member.group not in groups


@yields(rules.M17, rules.M17_UNKNOWN)
def on_working_days(branch: Branch) -> Iterator[Finding]:
    """No meeting is on a day off or late at night; with a note where the year's holidays are unknown."""
    late = branch.settings.late_hour
    for meeting in held(branch):
        if meeting.day is None:
            continue
        off = day_off(meeting.day)
        if off:
            yield rules.M17.at(meeting.origin.at("day"), what=f"{date_text(meeting.day)}是{off}")
        latest = max(filter(None, (meeting.start, meeting.end)), default=None)
        if latest and latest > late:
            name = "end" if latest == meeting.end else "start"
            what = f"会开到{time_text(latest)}，过了{time_text(late)}"
            yield rules.M17.at(meeting.origin.at(name), what=what)
    if any(meeting.day for meeting in held(branch)) and not known(branch.year):
        yield rules.M17_UNKNOWN.at(branch.info.at("year"), year=branch.year)


@yields(rules.M19)
def contents_differ(branch: Branch) -> Iterator[Finding]:
    """Two meetings of a kind do not read alike."""
    by_type: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in branch.meetings:
        if meeting.types:
            by_type[meeting.types[0]].append(meeting)
    for meetings in by_type.values():
        for twin in twins([_contents(branch, meeting) for meeting in meetings], branch.settings.similar_percent):
            later, earlier = meetings[twin.later], meetings[twin.earlier]
            where, further = (m.origin.at("minutes" if m.minutes else "number") for m in (later, earlier))
            detail = {"other": earlier.number, "day": date_text(earlier.day), "how": twin.how}
            yield rules.M19.at(where, further, **detail)


def _contents(branch: Branch, meeting: Meeting) -> str:
    items = branch.items_of.get(meeting.number, ()) if meeting.number else ()
    return "".join((meeting.minutes, *(part for item in items for part in (item.topic, item.text))))


@yields(rules.M20_SAME_DAY)
def not_twice_a_day(branch: Branch) -> Iterator[Finding]:
    """Two meetings of one kind on one day look like one entered twice."""
    first: dict[tuple[date, tuple[str, ...], str], Meeting] = {}
    for meeting in held(branch):
        if meeting.day is None or not meeting.types:
            continue
        earlier = first.setdefault((meeting.day, tuple(sorted(meeting.types)), meeting.group), meeting)
        if earlier is not meeting:
            further = (*meeting.origin.cells("types"), *earlier.origin.cells("day", "types"))
            yield rules.M20_SAME_DAY.at(meeting.origin.at("day"), *further, other=earlier.number)


@yields(rules.M21)
def joint_meetings_in_one_row(branch: Branch) -> Iterator[Finding]:
    """What overlaps in time at one place, under another type, is one activity counted twice."""
    running: dict[tuple[date, str], Meeting] = {}
    for meeting in branch.meetings:
        if meeting.day is None or meeting.start is None or meeting.end is None or not meeting.place:
            continue
        key = (meeting.day, "".join(meeting.place.split()))
        earlier = running.get(key)
        if earlier and earlier.end and meeting.start < earlier.end and not set(earlier.types) & set(meeting.types):
            times = ("day", "start", "end", "place")
            further = (*meeting.origin.cells(*times), *earlier.origin.cells("types", *times))
            yield rules.M21.at(meeting.origin.at("types"), *further, other=earlier.number)
        if earlier is None or earlier.end is None or meeting.end > earlier.end:
            running[key] = meeting


@yields(rules.M22)
def entered_soon(branch: Branch) -> Iterator[Finding]:
    """A meeting is entered within the days the branch allows."""
    for meeting in held(branch):
        if meeting.day and meeting.entered:
            days = (meeting.entered - meeting.day).days
            if days > branch.settings.entry_days:
                detail = {"day": date_text(meeting.day), "entered": date_text(meeting.entered), "days": days}
                yield rules.M22.at(meeting.origin.at("entered"), *meeting.origin.cells("day"), **detail)


@yields(rules.M24)
def photos_numbered(branch: Branch) -> Iterator[Finding]:
    """Where a branch numbers its photos, every meeting has some."""
    meetings = held(branch)
    if any(meeting.photos for meeting in meetings):
        for meeting in meetings:
            if not meeting.photos and "photos" not in meeting.origin.broken:
                yield rules.M24.at(meeting.origin.at("photos"))


CHECKS = declared_in(__name__)
