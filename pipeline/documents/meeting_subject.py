"""What a meeting record is about: the meeting, its items and votes, and whose rows may decide who was expected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from pipeline.documents.plan import ALL_ROWS, Doubt, Either, origins, rows_of, rows_of_people
from pipeline.facts.attendance import Attendance
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, cells, deciding
from pipeline.facts.ordering import groups_of, meeting_order, times
from pipeline.facts.planned import planned
from pipeline.facts.votes import Vote, adjourned, votes_of
from pipeline.findings import Origin
from pipeline.schema import EVALUATIONS, ITEMS, MEETINGS, ROSTER, Decides, Evaluation, Item, Meeting
from pipeline.schema.activities import (
    COMMITTEE,
    EVALUATION,
    GENERAL,
    GROUP,
    LECTURE,
    MEETING_TYPES,
    ORG_LIFE,
    THEMED_DAY,
)
from pipeline.spelling import is_one_edit
from pipeline.values import Person, natural, oddly_formed
from pipeline.wording import date_text

TEMPLATES = {
    GENERAL: "党员大会记录",
    COMMITTEE: "支委会记录",
    GROUP: "党小组会记录",
    LECTURE: "党课记录",
    THEMED_DAY: "主题党日记录",
    ORG_LIFE: "组织生活会记录",
    EVALUATION: "民主评议记录",
}
"""Meeting type to template."""
FOLDERS = {
    GENERAL: "02党员大会",
    COMMITTEE: "03支委会",
    GROUP: "04党小组会",
    LECTURE: "05党课",
    THEMED_DAY: "06主题党日",
    ORG_LIFE: "07组织生活会与民主评议",
    EVALUATION: "07组织生活会与民主评议",
}
"""Meeting type to folder; practice.md 4.3."""
POSTS, GROUP_OF_MEMBER = (ROSTER.by_name[name].heading for name in ("posts", "group"))
TYPE, GROUP_OF_MEETING, DAY, START, NUMBER = (
    MEETINGS.by_name[name].heading for name in ("types", "group", "day", "start", "number")
)
MEETING_OF_ITEM = ITEMS.by_name["meeting"].heading
WHEN = cells(MEETINGS, "day types group")
ELECTED = cells(MEETINGS, "day start number types") | cells(ITEMS, "vote_type")
"""What decides whether a meeting was before or after the election of its day."""
CALLED = NAMING | ELECTED | deciding(Decides.STANDING, Decides.OFFICE, Decides.GROUPING) | cells(MEETINGS, "day guests")
"""What decides how somebody is called at a meeting: name and office on its day, or a guest's capacity."""
EXPECTED = ELECTED | deciding(Decides.STANDING, Decides.OFFICE, Decides.GROUPING) | WHEN | cells(ROSTER, "number")
"""What decides who is expected at a meeting."""
ATTENDANCE = EXPECTED | cells(MEETINGS, "absences")
"""What decides who was expected and who came."""
SERIES = deciding(Decides.SERIES)
EVALUATED = cells(EVALUATIONS, "member") | cells(MEETINGS, "types day")


@dataclass(frozen=True, eq=False, repr=False)
class MeetingRecord:
    """One meeting's record."""

    branch: Branch
    meeting: Meeting
    day: date
    ordinal: str
    """Which meeting of its type, or of its group, it is: 第3次."""

    @property
    def form(self) -> str:
        """The template: that of the first type."""
        return TEMPLATES[self.meeting.types[0]]

    @property
    def subfolder(self) -> str:
        """The group, where it is a group's meeting."""
        return self.meeting.group if self.meeting.types[0] == GROUP else ""

    @property
    def words(self) -> Mapping[str, str]:
        """What the file name and the title name."""
        return {
            "日期": f"{self.day:%Y%m%d}",
            "党小组": self.meeting.group,
            "次数": self.ordinal,
            "会议日期": date_text(self.day),
        }

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """The rows of 议题发言, in speaking order."""
        return self.branch.items_of.get(self.meeting.number, ())

    @cached_property
    def attendance(self) -> Attendance:
        """Who was expected and who came."""
        return self.branch.attendance(self.meeting)

    @cached_property
    def votes(self) -> Mapping[tuple[str, int], Vote]:
        """The votes, by the row of their item."""
        return {vote.item.origin.key: vote for vote in votes_of(self.branch, self.meeting)}

    @cached_property
    def adjourned(self) -> bool:
        """Whether too few of the committee came to decide anything."""
        return adjourned(self.branch, self.meeting)

    @cached_property
    def is_evaluation(self) -> bool:
        """Whether it is the meeting of the year's evaluation."""
        return self.meeting is self.branch.evaluation_meeting

    @cached_property
    def evaluated(self) -> Sequence[Evaluation]:
        """The rows of 民主评议 in the order of the members' 编号; none at other meetings."""
        rows = self.branch.records.evaluations if self.is_evaluation else ()
        return sorted(rows, key=lambda row: natural(row.member.number if row.member else ""))

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The meeting, its items, those expected or named, and what 支部信息 says."""
        used = self.branch.info_rows(("short_name", "year", "elected"))
        return origins((self.meeting,), self.items, self.branch.expected(self.meeting), self.evaluated, used)

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """Whoever could be expected decides the attendance; meetings of its series its number; lost rows its items."""
        expected, named = self._could_be_expected(doubt), rows_of_people(self.branch, self._named(), doubt)
        either = Either(expected, named)
        return {
            Decides.STANDING: either,
            Decides.OFFICE: either,
            Decides.GROUPING: named if COMMITTEE in self.meeting.types else ALL_ROWS,
            Decides.NAMING: either,
            Decides.SERIES: self._series(doubt),
            Decides.BELONGING: rows_of(self.items) | lost_rows(self.branch, self.meeting, doubt),
        }

    def _could_be_expected(self, doubt: Doubt) -> Container[int]:
        if COMMITTEE in self.meeting.types:
            return rows_of(m for m in self.branch.members if m.posts) | doubt.rows(ROSTER.name, POSTS)
        if self.meeting.group:
            mine = (member for member in self.branch.members if member.group in groups_of(self.meeting))
            return rows_of(mine) | doubt.rows(ROSTER.name, GROUP_OF_MEMBER)
        return ALL_ROWS

    def _named(self) -> Iterator[Person | None]:
        """Yield whom the meeting or its items name."""
        meeting = self.meeting
        return chain(
            (meeting.chair, meeting.recorder, meeting.lecturer),
            (absence.person for absence in meeting.absences),
            (guest.person for guest in meeting.guests),
            *map(_people_of, self.items),
            (row.member for row in self.evaluated),
        )

    def _series(self, doubt: Doubt) -> Container[int]:
        """Give the rows of the meetings that may be of one series with this one, and count before it."""
        place = doubt.once(series_rows, self.branch)
        mine = set(series_of(self.meeting))
        same = frozenset(row for series in mine for row in place.of.get(series, ()))
        lost = frozenset(row for row, series in place.lost.items() if series is None or series & mine)
        mine_at = meeting_order(self.meeting)
        later = frozenset(row for row in same | lost if row in place.fixed and place.fixed[row] > mine_at)
        return (same | lost) - later | {self.meeting.origin.row}


def _people_of(item: Item) -> tuple[Person | None, ...]:
    several = (*item.candidate, *item.responsible, *item.scrutineers, *item.tellers)
    return (item.reporter, item.speaker, item.criticised, *several)


def lost_rows(branch: Branch, meeting: Meeting, doubt: Doubt) -> frozenset[int]:
    """Give the rows of 议题发言 whose 会议编号 is in error and may mean a meeting."""
    lost = doubt.once(lost_items, branch).items()
    return frozenset(row for row, numbers in lost if numbers is None or meeting.number in numbers)


def lost_items(doubt: Doubt, branch: Branch) -> Mapping[int, frozenset[str] | None]:
    """Give for each row of 议题发言 with a faulty 会议编号 the meetings it may mean: those one edit away.

    None means any: where no number is so near. A row that names a meeting there is, but stands among rows of others,
    may be theirs. A meeting without rows whose own 编号 is written like no other may have
    lost them, too.
    """
    cells, around = doubt.cells(ITEMS.name, MEETING_OF_ITEM), meetings_around(branch)
    odd = oddly_formed(branch.meeting_numbers) - branch.items_of.keys()
    found: dict[int, frozenset[str] | None] = {}
    for row, written in cells.items():
        near = frozenset(number for number in branch.meeting_numbers if is_one_edit(written, number))
        if written in branch.meeting_numbers:
            found[row] = near | around.get(row, frozenset()) if around is not None else None
        else:
            found[row] = near | odd if near else None
    return found


def meetings_around(branch: Branch) -> Mapping[int, frozenset[str]] | None:
    """Give for each row of 议题发言 the 会议编号 of the rows above and below it; None if the rows stand in no order."""
    of = {item.origin.row: item.meeting for item in branch.records.items}
    around = {row: frozenset(of[each] for each in (row - 1, row + 1) if each in of) for row in of}
    among_their_own = sum(of[row] in around[row] for row in of)
    return around if among_their_own * 4 >= len(of) * 3 else None


@dataclass(frozen=True, eq=False, repr=False)
class SeriesRows:
    """The rows of 会议活动 by the series of meetings they count in."""

    of: Mapping[tuple[str, str], tuple[int, ...]]
    lost: Mapping[int, frozenset[tuple[str, str]] | None]
    """Rows whose type or group is in error, with the series they may be of; None for any."""
    fixed: Mapping[int, tuple[object, ...]]
    """Rows whose place in the year is not in error, with that place."""


def series_rows(doubt: Doubt, branch: Branch) -> SeriesRows:
    """Sort the rows of 会议活动 by series, and find for those in error which series they may be of."""
    of: dict[tuple[str, str], list[int]] = defaultdict(list)
    for meeting in branch.meetings:
        for series in series_of(meeting):
            of[series].append(meeting.origin.row)
    moving = frozenset[int]().union(*(doubt.rows(MEETINGS.name, heading) for heading in (DAY, START, NUMBER)))
    fixed = {
        meeting.origin.row: meeting_order(meeting) for meeting in branch.meetings if meeting.origin.row not in moving
    }
    types, groups = doubt.cells(MEETINGS.name, TYPE), doubt.cells(MEETINGS.name, GROUP_OF_MEETING)
    lost: dict[int, frozenset[tuple[str, str]] | None] = {}
    for meeting in branch.meetings:
        row = meeting.origin.row
        if row in types:
            kinds = _meant(types[row], MEETING_TYPES)
            lost[row] = frozenset(series for series in of if series[0] in kinds) if kinds else None
        elif row in groups:
            names = _meant(groups[row], branch.groups) or branch.groups
            lost[row] = frozenset((GROUP, name) for name in names)
    return SeriesRows({series: tuple(rows) for series, rows in of.items()}, lost, fixed)


def _meant(written: str, words: Sequence[str]) -> frozenset[str]:
    """Give the words that a misspelt one may mean; none where it is one of them, or like none."""
    if written in words:
        return frozenset()
    return frozenset(word for word in words if is_one_edit(written, word) or (len(written) > 1 and written in word))


def series_of(meeting: Meeting) -> Iterator[tuple[str, str]]:
    """Yield the series in which a meeting counts: each of its types, of its group for a group's meeting."""
    for kind in meeting.types:
        for group in groups_of(meeting) if kind == GROUP else ("",):
            yield kind, group


def meeting_records(branch: Branch) -> Iterator[MeetingRecord]:
    """Give a record for every meeting held that has a date and a type."""
    return numbered(branch, branch.meetings)


def record_of(branch: Branch, meeting: Meeting) -> MeetingRecord | None:
    """Give what papers about one meeting are about, if it has a date and a type; also where it is only planned."""
    every = sorted((*branch.meetings, *planned(branch)), key=meeting_order)
    return next((one for one in numbered(branch, every) if one.meeting is meeting), None)


def numbered(branch: Branch, meetings: Iterable[Meeting]) -> Iterator[MeetingRecord]:
    """Number meetings through the year in each series; those without a date or a type are left aside."""
    held: dict[tuple[str, str, bool], list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        ordinals = []
        for kind, group in series_of(meeting):
            place = (kind, group, branch.counts(meeting))
            held[place].append(meeting)
            ordinals.append(f"第{times(kind, held[place])}次")
        if meeting.day is not None and ordinals:
            yield MeetingRecord(branch, meeting, meeting.day, ordinals[0])
