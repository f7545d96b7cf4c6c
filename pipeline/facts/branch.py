"""The branch a workbook describes, asked about dates, people and meetings."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from functools import cached_property

from pipeline.facts.membership import is_exempt, is_full, is_probationary, is_suspended, on_books, turning_days
from pipeline.facts.records import Records
from pipeline.findings import Origin
from pipeline.schema import Item, Meeting, Member, Point, Project, Talk, Target
from pipeline.schema.activities import COMMITTEE, EVALUATION, GROUP
from pipeline.schema.members import ENDED, SECRETARY
from pipeline.settings import Settings
from pipeline.values import Person, name_key, natural


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was expected at a meeting and who came; members in the order of their 编号."""

    expected: tuple[Member, ...]
    present: tuple[Member, ...]
    voters: tuple[Member, ...]
    """Those expected who may vote."""
    present_voters: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """Those who count as expected (应到) on the days of one span in which nobody's standing changes."""

    members: tuple[Member, ...]
    by_group: Mapping[str, tuple[Member, ...]]
    voters: tuple[Member, ...]
    voting: frozenset[str]
    """编号 of the voters."""


class Branch:
    """The branch of one workbook, asked about dates, people and meetings."""

    def __init__(self, records: Records, as_of: date, settings: Settings | None = None) -> None:
        """Take the records, the day that counts as today, and the thresholds to judge by."""
        self.records = records
        self.info = records.info
        self.settings = settings or records.settings
        self.as_of = as_of
        self._counted: dict[int, Counted] = {}
        self._committees: dict[date, tuple[Member, ...]] = {}
        self._attendance: dict[int, Attendance] = {}
        self._targets: dict[tuple[str, str], tuple[Target, ...]] = {}

    @property
    def year(self) -> int:
        """The year of the workbook; that of today where the workbook does not say."""
        return self.info.year or self.as_of.year

    @property
    def year_start(self) -> date:
        """The first of January."""
        return date(self.year, 1, 1)

    @property
    def year_end(self) -> date:
        """The last of December."""
        return date(self.year, 12, 31)

    @property
    def judged_on(self) -> date:
        """The day on which the year's state is judged: today, but not after the year and its summary are over."""
        return min(self.as_of, max(self.year_end, self.info.written or self.year_end))

    @cached_property
    def told_until(self) -> date:
        """The day whose state the documents tell: 成文日期, else the last day the workbook records; never today."""
        if self.info.written is not None:
            return min(max(self.info.written, self.year_start), self.year_end)
        days = [day for day in self._recorded_days() if day is not None and day.year == self.year]
        return max(days, default=self.year_end)

    def _recorded_days(self) -> Iterator[date | None]:
        yield from (meeting.day for meeting in self.records.meetings)
        yield from (talk.day for talk in self.records.talks)
        yield from (award.day for award in self.records.awards)
        yield from (training.end or training.start for training in self.records.trainings)
        yield from (point.day for point in self.records.points)
        for project in self.records.projects:
            yield from (project.started, project.finished)
        for member in self.records.members:
            yield from (member.joined, member.approved, member.confirmed, member.moved_in, member.moved_out)

    def tells_of(self, day: date | None) -> bool:
        """Whether the documents count something of that day: it lies in the year, and not after what they tell."""
        return day is not None and self.year_start <= day <= self.told_until

    @cached_property
    def groups(self) -> tuple[str, ...]:
        """The groups (党小组) that 支部信息 names."""
        return tuple(entry.content for entry in self.info.groups if entry.content)

    @cached_property
    def members(self) -> tuple[Member, ...]:
        """All rows of the roster, in the order of their 编号."""
        return tuple(sorted(self.records.members, key=lambda member: (natural(member.number), member.name)))

    @cached_property
    def by_number(self) -> dict[str, Member]:
        """编号 to member; the first where a number is repeated."""
        found: dict[str, Member] = {}
        for member in self.records.members:
            found.setdefault(member.number, member)
        return found

    @cached_property
    def homonyms(self) -> frozenset[str]:
        """Names that two members share."""
        return frozenset(member.name for members in self.by_name.values() if len(members) > 1 for member in members)

    def label(self, member: Member) -> str:
        """Print a member's name, with the 编号 where two share it."""
        return f"{member.name}（{member.number}）" if member.name in self.homonyms else member.name

    def member_of(self, person: Person | None) -> Member | None:
        """Find the roster's row of somebody; None for people who are not on it."""
        return self.by_number.get(person.number) if person is not None and person.number else None

    @cached_property
    def by_name(self) -> dict[str, list[Member]]:
        """Name, reduced for comparing, to the members who have it."""
        found: dict[str, list[Member]] = defaultdict(list)
        for member in self.members:
            found[name_key(member.name)].append(member)
        return found

    def find(self, text: str) -> Member | None:
        """Find a member by name, 编号 or 姓名(编号); None where nobody, or more than one, is meant."""
        if text in self.by_number:
            return self.by_number[text]
        name, _, number = text.replace("（", "(").rstrip(")）").partition("(")
        member = self.by_number.get(number)
        if member is not None and name_key(member.name) == name_key(name):
            return member
        found = self.by_name.get(name_key(name), [])
        return found[0] if len(found) == 1 and not number else None

    def counted(self, day: date) -> tuple[Member, ...]:
        """Give those who count as expected (应到) on `day`: full and approved probationary, without the exempt."""
        return self._counted_on(day).members

    @cached_property
    def _turning_days(self) -> list[date]:
        return sorted({day for member in self.members for day in turning_days(member)})

    def _counted_on(self, day: date) -> Counted:
        span = bisect_right(self._turning_days, day)
        if span not in self._counted:
            members = tuple(
                member
                for member in self.members
                if (is_full(member, day) or is_probationary(member, day)) and not is_exempt(member, day)
            )
            groups: dict[str, list[Member]] = defaultdict(list)
            for member in members:
                groups[member.group].append(member)
            voters = tuple(member for member in members if is_full(member, day) and not is_suspended(member, day))
            self._counted[span] = Counted(
                members=members,
                by_group={group: tuple(those) for group, those in groups.items()},
                voters=voters,
                voting=frozenset(member.number for member in voters),
            )
        return self._counted[span]

    def full(self, day: date) -> tuple[Member, ...]:
        """Give the full members on `day`, the exempt included."""
        return tuple(member for member in self.members if is_full(member, day))

    def probationary(self, day: date) -> tuple[Member, ...]:
        """Give the approved probationary members on `day`."""
        return tuple(member for member in self.members if is_probationary(member, day))

    def voters(self, day: date) -> tuple[Member, ...]:
        """Give those with the right to vote on `day`. 党章第七条."""
        return self._counted_on(day).voters

    def offices(self, member: Member, day: date) -> tuple[str, ...]:
        """Name the offices a member held on `day`; a post without dates lasts for the committee's term."""
        elected = self.info.elected
        if not on_books(member, day):
            return ()
        return tuple(
            post.title
            for post in member.posts
            if post.held_on(day) and (post.since or post.until or elected is None or elected <= day)
        )

    def committee(self, day: date) -> tuple[Member, ...]:
        """Give the members of the branch committee (支委) on `day`."""
        if day not in self._committees:
            self._committees[day] = tuple(member for member in self._officers if self.offices(member, day))
        return self._committees[day]

    @cached_property
    def _officers(self) -> tuple[Member, ...]:
        return tuple(member for member in self.members if member.posts)

    @cached_property
    def leaders(self) -> Mapping[str, tuple[Member, ...]]:
        """Group to those whom the roster names as its leader, whenever they were on the books."""
        found: dict[str, list[Member]] = defaultdict(list)
        for member in self.members:
            if member.leads_group == "是":
                found[member.group].append(member)
        return {group: tuple(those) for group, those in found.items()}

    def leaders_on(self, group: str, day: date) -> tuple[Member, ...]:
        """Give the leaders of a group who were on the books on `day`."""
        return tuple(member for member in self.leaders.get(group, ()) if on_books(member, day))

    def secretary(self, day: date) -> Member | None:
        """Give the secretary in office on `day`."""
        return next((m for m in self.committee(day) if SECRETARY in self.offices(m, day)), None)

    @cached_property
    def items_of(self) -> dict[str, tuple[Item, ...]]:
        """会议编号 to the items and speeches of that meeting, in speaking order."""
        found: dict[str, list[tuple[int, Item]]] = defaultdict(list)
        for position, item in enumerate(self.records.items):
            found[item.meeting].append((position, item))
        return {
            number: tuple(item for _, item in sorted(rows, key=lambda row: _speaking_order(*row)))
            for number, rows in found.items()
        }

    def topic_of(self, item: Item) -> tuple[Item, ...]:
        """Give all rows under the same agenda item, in speaking order."""
        return tuple(row for row in self.items_of.get(item.meeting, ()) if row.topic_number == item.topic_number)

    @cached_property
    def meeting_numbers(self) -> frozenset[str]:
        """The 编号 of all meetings."""
        return frozenset(meeting.number for meeting in self.records.meetings if meeting.number)

    @cached_property
    def project_numbers(self) -> frozenset[str]:
        """The 编号 of all projects."""
        return frozenset(project.number for project in self.records.projects if project.number)

    def project_of(self, talk: Talk) -> Project | None:
        """Give the project for which a talk was held; the first where a 编号 is repeated."""
        found = (project for project in self.records.projects if talk.project and project.number == talk.project)
        return next(found, None)

    def info_rows(self, names: Iterable[str]) -> Iterator[Origin]:
        """Give the rows of 支部信息 of some of its fields, as far as they are there."""
        return (self.info.origins[name] for name in names if name in self.info.origins)

    @cached_property
    def meetings(self) -> tuple[Meeting, ...]:
        """All meetings by date, time and 编号."""
        return tuple(sorted(self.records.meetings, key=_meeting_order))

    @cached_property
    def talks(self) -> tuple[Talk, ...]:
        """All talks by 编号."""
        return tuple(sorted(self.records.talks, key=lambda talk: natural(talk.number)))

    def of_type(self, kind: str) -> tuple[Meeting, ...]:
        """Give the year's meetings of a type, by date; a joint meeting counts for each of its types."""
        return tuple(m for m in self.meetings if kind in m.types and m.day is not None and m.day.year == self.year)

    @cached_property
    def evaluation_meeting(self) -> Meeting | None:
        """The meeting at which the year's evaluation took place; the last, where there are several."""
        return next(iter(reversed(self.of_type(EVALUATION))), None)

    @cached_property
    def evaluation_day(self) -> date:
        """The day on which the evaluation counts."""
        meeting = self.evaluation_meeting
        return meeting.day if meeting and meeting.day else self.told_until

    def expected(self, meeting: Meeting) -> tuple[Member, ...]:
        """Give those expected at a meeting: the committee, a group, or everybody who counts on that day."""
        if meeting.day is None:
            return ()
        if COMMITTEE in meeting.types:
            return tuple(m for m in self.committee(meeting.day) if not is_exempt(m, meeting.day))
        counted = self._counted_on(meeting.day)
        if GROUP in meeting.types or meeting.group:
            return counted.by_group.get(meeting.group, ())
        return counted.members

    def attendance(self, meeting: Meeting) -> Attendance:
        """Work out who was expected, who came and who of them may vote."""
        key = id(meeting)
        if key not in self._attendance:
            expected = self.expected(meeting)
            gone = {absence.person.number for absence in meeting.absences}
            present = tuple(member for member in expected if member.number not in gone)
            may_vote = self._counted_on(meeting.day).voting if meeting.day else frozenset()
            self._attendance[key] = Attendance(
                expected=expected,
                present=present,
                voters=tuple(member for member in expected if member.number in may_vote),
                present_voters=tuple(member for member in present if member.number in may_vote),
            )
        return self._attendance[key]

    def signing_day(self, member: Member) -> date | None:
        """Give the day on which a member signs the agreement: the own date, else the branch's."""
        return member.signed or self.info.sign_day

    def signs(self, member: Member) -> bool:
        """Whether a member has an agreement: on the books some day of the year, and when it was signed."""
        day = self.signing_day(member)
        started = max(filter(None, (member.joined, member.moved_in)), default=None)
        if started is not None and started > self.year_end:
            return False
        left = member.moved_out
        if member.standing in ENDED and member.standing_since is not None:
            left = min(filter(None, (left, member.standing_since)))
        if left is not None and left <= self.year_start:
            return False
        return left is None or day is None or member.signed is not None or day < left

    def targets_of(self, member: Member) -> tuple[Target, ...]:
        """Give the targets that apply to a member, in the order of the agreement."""
        key = (member.station, member.number)
        if key not in self._targets:
            self._targets[key] = self._find_targets(member)
        return self._targets[key]

    def _find_targets(self, member: Member) -> tuple[Target, ...]:
        index, none = self._target_index, ()
        found = {*index.get("", none)}
        found.update(index.get(f"岗位 {member.station}", none), index.get(f"编号 {member.number}", none))
        return tuple(map(self.ordered_targets.__getitem__, sorted(found)))

    @cached_property
    def ordered_targets(self) -> tuple[Target, ...]:
        """All targets by 序号; those without keep the order of the rows, behind the others."""
        rows = sorted(enumerate(self.records.targets), key=lambda row: _order(row[1].order, row[1].text, row[0]))
        return tuple(target for _, target in rows)

    @cached_property
    def _target_index(self) -> Mapping[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for position, target in enumerate(self.ordered_targets):
            if target.scope is None:
                continue
            if target.scope.everyone:
                found[""].append(position)
            for station in target.scope.stations:
                found[f"岗位 {station}"].append(position)
            for person in target.scope.people:
                found[f"编号 {person.number}"].append(position)
        return found

    def total_score(self, member: Member) -> Decimal | None:
        """Add up a member's points reached; None while a target has none."""
        total = Decimal(0)
        targets = self.targets_of(member)
        for target in targets:
            score = target.scores.of(member.number) if target.scores else None
            if score is None:
                return None
            total += score
        return total if targets else None

    def points_in(self, chapter: str) -> tuple[Point, ...]:
        """Give the points of a section of the summary, by 序号 and then by row."""
        rows = [(position, point) for position, point in enumerate(self.records.points) if point.chapter == chapter]
        return tuple(point for _, point in sorted(rows, key=lambda row: _order(row[1].order, row[1].text, row[0])))


def _order(order: Decimal | None, text: str, position: int) -> tuple[bool, Decimal, str, int]:
    """Sort by 序号, and rows without one by their place; never by the place of a row that has one."""
    return (True, Decimal(0), "", position) if order is None else (False, order, text, 0)


def _speaking_order(position: int, item: Item) -> tuple[int, tuple[bool, Decimal, str, int]]:
    return (item.topic_number or 0, _order(item.order, item.text, position))


def _meeting_order(meeting: Meeting) -> tuple[date, time, tuple[tuple[int, int, str], ...]]:
    return (meeting.day or date.max, meeting.start or time.max, natural(meeting.number))
