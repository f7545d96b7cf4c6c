"""The branch a workbook describes, asked about dates, people and meetings."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import TypeVar, TypeVarTuple, cast

from pipeline.facts.agreements import TargetIndex, has_agreement
from pipeline.facts.attendance import Attendance, Counted, attendance_at, counted_on
from pipeline.facts.membership import came_on, is_exempt, is_full, is_probationary, on_books, turning_days
from pipeline.facts.names import NameIndex
from pipeline.facts.ordering import grouped, groups_of, items_in_order, meeting_order, points_in_order
from pipeline.facts.planned import held
from pipeline.facts.records import Records
from pipeline.facts.terms import Side, offices_held, side_of
from pipeline.facts.year import told_until
from pipeline.findings import Origin
from pipeline.schema import Item, Meeting, Member, Point, Project, Talk, Target
from pipeline.schema.activities import COMMITTEE, EVALUATION, GROUP
from pipeline.schema.members import SECRETARY
from pipeline.settings import Settings
from pipeline.values import Person, natural

T = TypeVar("T")
Asked = TypeVarTuple("Asked")


class Branch:
    """The branch of one workbook, asked about dates, people and meetings.

    What is judged (who counts, who came, which targets apply) is remembered in the dictionaries that `__init__` makes;
    what only sorts, groups or finds rows is a cached property.
    """

    def __init__(self, records: Records, as_of: date, settings: Settings | None = None) -> None:
        """Take the records, the day that counts as today, and the thresholds to judge by."""
        self.records = records
        self.info = records.info
        self.settings = settings or records.settings
        self.as_of = as_of
        self._counted: dict[int, Counted] = {}
        self._committees: dict[tuple[date, Side | None], tuple[Member, ...]] = {}
        self._attendance: dict[tuple[str, int], Attendance] = {}
        self._targets: dict[tuple[str, str], tuple[Target, ...]] = {}
        self._once: dict[Hashable, object] = {}

    def once(self, judge: Callable[[Branch, *Asked], T], *asked: *Asked) -> T:
        """Judge something about this branch when it is first asked for; what was found goes with the branch."""
        key = (judge, *asked)
        if key not in self._once:
            self._once[key] = judge(self, *asked)
        return cast("T", self._once[key])

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

    @property
    def current_day(self) -> date:
        """Today, or the last day of the year once it is past."""
        return min(self.as_of, self.year_end)

    @property
    def told_until(self) -> date:
        """The day whose state the documents tell: 成文日期, else the last day the workbook records; never today."""
        return self.once(told_until)

    def counts(self, meeting: Meeting) -> bool:
        """Whether a meeting is one of the year: by its 所属年度, else by its day."""
        return meeting.day is not None and (meeting.belongs_to or meeting.day.year) == self.year

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
    def by_number(self) -> Mapping[str, Member]:
        """编号 to member; the first where a number is repeated."""
        return {member.number: member for member in reversed(self.records.members)}

    @cached_property
    def names(self) -> NameIndex:
        """The members by name."""
        return NameIndex(self.members, self.by_number)

    @property
    def homonyms(self) -> frozenset[str]:
        """Names that two members share."""
        return self.names.homonyms

    def label(self, member: Member) -> str:
        """Print a member's name, with the 编号 where two share it."""
        return f"{member.name}（{member.number}）" if member.name in self.homonyms else member.name

    def member_of(self, person: Person | None) -> Member | None:
        """Find the roster's row of somebody; None for people who are not on it."""
        return self.by_number.get(person.number) if person is not None and person.number else None

    def find(self, text: str) -> Member | None:
        """Find a member by name, 编号 or 姓名(编号); None where nobody, or more than one, is meant."""
        return self.names.find(text)

    def counted(self, day: date) -> tuple[Member, ...]:
        """Give those who count as expected (应到) on `day`: full and approved probationary, without the exempt."""
        return self._counted_on(day).members

    @cached_property
    def _turning_days(self) -> list[date]:
        return sorted({day for member in self.members for day in turning_days(member)})

    def _counted_on(self, day: date) -> Counted:
        span = bisect_right(self._turning_days, day)
        if span not in self._counted:
            self._counted[span] = counted_on(self.members, day)
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

    def offices(self, member: Member, day: date, side: Side | None = None) -> tuple[str, ...]:
        """Name the offices a member held on `day`; on the day of an election, before it or after it."""
        return offices_held(self, member, day, side)

    def offices_at(self, member: Member, meeting: Meeting) -> tuple[str, ...]:
        """Name the offices a member held at a meeting."""
        return offices_held(self, member, meeting.day, side_of(self, meeting)) if meeting.day else ()

    def committee(self, day: date, side: Side | None = None) -> tuple[Member, ...]:
        """Give the members of the branch committee (支委) on `day`."""
        if (day, side) not in self._committees:
            self._committees[day, side] = tuple(m for m in self._officers if self.offices(m, day, side))
        return self._committees[day, side]

    def committee_at(self, meeting: Meeting) -> tuple[Member, ...]:
        """Give the members of the branch committee at a meeting."""
        return self.committee(meeting.day, side_of(self, meeting)) if meeting.day else ()

    @cached_property
    def _officers(self) -> tuple[Member, ...]:
        return tuple(member for member in self.members if member.posts)

    @cached_property
    def leaders(self) -> Mapping[str, tuple[Member, ...]]:
        """Group to those whom the roster names as its leader, whenever they were on the books."""
        return grouped((member for member in self.members if member.leads_group == "是"), lambda member: member.group)

    def leaders_on(self, group: str, day: date) -> tuple[Member, ...]:
        """Give the leaders of a group who were on the books on `day`."""
        return tuple(member for member in self.leaders.get(group, ()) if on_books(member, day))

    def secretary(self, day: date) -> Member | None:
        """Give the secretary in office on `day`."""
        return next((m for m in self.committee(day) if SECRETARY in self.offices(m, day)), None)

    @cached_property
    def items_of(self) -> dict[str, tuple[Item, ...]]:
        """会议编号 to the items and speeches of that meeting, in speaking order."""
        found = grouped(self.records.items, lambda item: item.meeting)
        return {number: items_in_order(items) for number, items in found.items()}

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
        """The meetings that took place, by date, time and 编号; those only planned are none of them."""
        return tuple(sorted(held(self), key=meeting_order))

    @cached_property
    def talks(self) -> tuple[Talk, ...]:
        """All talks by 编号."""
        return tuple(sorted(self.records.talks, key=lambda talk: natural(talk.number)))

    def of_type(self, kind: str) -> tuple[Meeting, ...]:
        """Give the year's meetings of a type, by date; a joint meeting counts for each of its types."""
        return tuple(m for m in self.meetings if kind in m.types and self.counts(m))

    @property
    def evaluation_meeting(self) -> Meeting | None:
        """The meeting at which the year's evaluation took place; the last, where there are several."""
        return self.once(Branch._evaluation_meeting)

    def _evaluation_meeting(self) -> Meeting | None:
        return next(iter(reversed(self.of_type(EVALUATION))), None)

    @property
    def evaluation_day(self) -> date:
        """The day on which the evaluation counts."""
        meeting = self.evaluation_meeting
        return meeting.day if meeting and meeting.day else self.told_until

    def expected(self, meeting: Meeting) -> tuple[Member, ...]:
        """Give those expected at a meeting: the committee, a group, or everybody who counts on that day."""
        if meeting.day is None:
            return ()
        if COMMITTEE in meeting.types:
            return tuple(m for m in self.committee_at(meeting) if not is_exempt(m, meeting.day))
        counted = self._counted_on(meeting.day)
        if GROUP in meeting.types or meeting.group:
            if not meeting.group and self.groups:
                return counted.members  # which group met is not said (M01)
            return tuple(m for group in groups_of(meeting) for m in counted.by_group.get(group, ()))
        return counted.members

    def attendance(self, meeting: Meeting) -> Attendance:
        """Work out who was expected, who came and who of them may vote."""
        key = meeting.origin.key
        if key not in self._attendance:
            voting = self._counted_on(meeting.day).voting if meeting.day else frozenset()
            self._attendance[key] = attendance_at(meeting, self.expected(meeting), voting)
        return self._attendance[key]

    def signing_day(self, member: Member) -> date | None:
        """Give the day on which a member signs the agreement: the own date, else the branch's if there by then."""
        shared, came = self.info.sign_day, came_on(member)
        return member.signed or (shared if came is None or shared is None or came <= shared else None)

    def signs(self, member: Member) -> bool:
        """Whether a member has an agreement: on the books some day of the year, and when it was signed."""
        return has_agreement(member, self.signing_day(member), self.year)

    def targets_of(self, member: Member) -> tuple[Target, ...]:
        """Give the targets that apply to a member, in the order of the agreement."""
        key = (member.station, member.number)
        if key not in self._targets:
            self._targets[key] = self._target_index.of(member)
        return self._targets[key]

    @property
    def ordered_targets(self) -> tuple[Target, ...]:
        """All targets by 序号; those without keep the order of the rows, behind the others."""
        return self._target_index.ordered

    @cached_property
    def _target_index(self) -> TargetIndex:
        return TargetIndex(self.records.targets)

    def points_in(self, chapter: str) -> tuple[Point, ...]:
        """Give the points of a section of the summary, by 序号 and then by row."""
        return points_in_order(point for point in self.records.points if point.chapter == chapter)
