"""Decides which of the cells that contradict each other may be wrong, by what the rest of the workbook bears out.

A finding names all cells between which it lies, and any of them may be wrong. But a name on the roster to which many
cells refer is not in doubt because one cell spells it otherwise, nor a date of 支部信息 because one row lies beyond.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Ground
from pipeline.facts.mentions import times_in_own_group, times_named, times_referred
from pipeline.findings import Finding, Location
from pipeline.schema import INFO_SHEET, ITEMS, MEETINGS, PROJECTS, ROSTER, TABLES, TALKS, Item
from pipeline.schema.branch import info_columns
from pipeline.settings import SETTINGS_SHEET
from pipeline.spelling import is_one_edit

SHEETS = {"".join(name.split()): name for name in (INFO_SHEET, *(table.name for table in TABLES), SETTINGS_SHEET)}
NAME, GROUP = (ROSTER.by_name[name].heading for name in ("name", "group"))
NUMBER = MEETINGS.by_name["number"].heading
UNKNOWN = frozenset({"C14", *(column.unknown for sheet in TABLES for column in sheet.columns if column.unknown)})
"""Rules that a name which is not on the roster breaks."""
SEVERAL = 2
"""Rows that must contradict a key of 支部信息 before it is in doubt."""
Row = tuple[str, int]


def canonical_name(sheet: str) -> str:
    """Name a sheet as the schema does, however the workbook spaces it."""
    return SHEETS.get("".join(sheet.split()), sheet)


class Evidence:
    """What a workbook bears out, and what its errors put in doubt."""

    def __init__(self, branch: Branch, errors: Iterable[Finding]) -> None:
        """Take the branch and its errors."""
        self._branch = branch
        self._against: dict[tuple[Ground, int], set[Row]] = defaultdict(set)
        """Cell to the rows that contradict it."""
        self.errors = [(finding, [self._canonical(place) for place in finding.places]) for finding in errors]
        for _, (main, *further) in self.errors:
            for place in further:
                self._against[_cell(place)].add((main.sheet, main.row))
                self._against[_cell(main)].add((place.sheet, place.row))

    def in_doubt(self) -> Iterator[tuple[Finding, Location]]:
        """Yield the errors with the cells that may be wrong, sheets and keys named as the schema does."""
        for finding, places in self.errors:
            for place in places:
                if self._may_be_wrong(finding, place, main=place is places[0], alone=len(places) == 1):
                    yield finding, place
        yield from self._misspelt_on_the_roster()
        yield from self._like_one_nobody_names()
        for finding, places in self.errors:
            if places[0].sheet == ITEMS.name and not finding.rule.code.startswith("C"):
                yield from self._out_of_place(finding, places[0].row)

    def _misspelt_on_the_roster(self) -> Iterator[tuple[Finding, Location]]:
        """Yield the names on the roster that may be those which cells name and the roster has not.

        They are the names that no cell names, where several cells name one stranger or where there are few of them, and
        those that the strangers share.
        """
        strangers: dict[str, list[Finding]] = defaultdict(list)
        for finding, _ in self.errors:
            if finding.rule.code in UNKNOWN and "name" in finding.detail:
                strangers[str(finding.detail["name"]).replace("（", "(").partition("(")[0]].append(finding)
        if not strangers:
            return
        members = self._branch.records.members
        unnamed = [member for member in members if not self._named.get(member.number)]
        often = max(map(len, strangers.values())) >= SEVERAL
        for name, findings in strangers.items():
            doubted = unnamed if often or len(unnamed) <= SEVERAL else []
            for member in (*doubted, *(each for each in members if unnamed and each.name == name)):
                yield findings[0], self._canonical(member.origin.at("name"))

    def _like_one_nobody_names(self) -> Iterator[tuple[Finding, Location]]:
        """Yield the names like that of a member whom an error is about and no cell names: namesakes, perhaps."""
        members = self._branch.records.members
        for finding, places in self.errors:
            if finding.rule.whose and places[0].heading == NAME and self._is_unnamed(places[0].row):
                name = next(member.name for member in members if member.origin.row == places[0].row)
                for member in members:
                    if is_one_edit(member.name, name):
                        yield finding, self._canonical(member.origin.at("name"))

    def _is_unnamed(self, row: int) -> bool:
        """Whether no cell names the member of a row of the roster."""
        return not self._named.get(self._numbers[ROSTER.name].get(row, ""), 0)

    def _out_of_place(self, finding: Finding, row: int) -> Iterator[tuple[Finding, Location]]:
        """Yield the 会议编号 of a row of 议题发言 in error that stands among rows of other meetings."""
        item = self._items.get(row)
        near = {self._items[each].meeting for each in (row - 1, row + 1) if each in self._items}
        if item is not None and item.meeting not in near:
            place = item.origin.at("meeting")
            yield finding, self._canonical(place)

    def _may_be_wrong(self, finding: Finding, place: Location, *, main: bool, alone: bool) -> bool:
        if main and finding.rule.whose and place.heading == NAME:
            return not alone and self._is_unnamed(place.row)
        if alone:
            return True
        against = len(self._against[_cell(place)])
        if place.sheet == INFO_SHEET:
            carried = any(canonical_name(other.sheet) != INFO_SHEET for other in finding.further)
            return against >= SEVERAL or (main and not carried)
        return main or against > self._borne_out(finding, place)

    def _borne_out(self, finding: Finding, place: Location) -> int:
        """Count the cells that bear a further place out."""
        if finding.rule.code in TWICE:
            return 0
        if place.sheet == ROSTER.name and place.heading in {NAME, GROUP}:
            number = self._numbers[ROSTER.name].get(place.row, "")
            return (self._named if place.heading == NAME else self._in_own_group).get(number, 0)
        if place.heading == NUMBER:
            return self._referred.get(self._numbers.get(place.sheet, {}).get(place.row, ""), 0)
        return 0

    def _canonical(self, place: Location) -> Location:
        """Name the sheet as the schema does, and for a row of 支部信息 its key."""
        sheet = canonical_name(place.sheet)
        heading = self._keys.get(place.row, place.heading) if sheet == INFO_SHEET and place.row else place.heading
        return Location(sheet, place.row, place.column, heading, place.value)

    @cached_property
    def _items(self) -> Mapping[int, Item]:
        return {item.origin.row: item for item in self._branch.records.items}

    @cached_property
    def _keys(self) -> Mapping[int, str]:
        """The rows of 支部信息 and the keys they are of."""
        info = self._branch.info
        found: dict[int, str] = {}
        for name, column in info_columns().items():
            value = getattr(info, name)
            entries = [entry.origin for entry in value] if isinstance(value, tuple) else []
            rows = [*entries, *([info.origins[name]] if name in info.origins else [])]
            found.update((origin.row, column.heading) for origin in rows)
        return found

    @cached_property
    def _numbers(self) -> Mapping[str, Mapping[int, str]]:
        records = self._branch.records
        return {
            ROSTER.name: {member.origin.row: member.number for member in records.members},
            MEETINGS.name: {meeting.origin.row: meeting.number for meeting in records.meetings},
            TALKS.name: {talk.origin.row: talk.number for talk in records.talks},
            PROJECTS.name: {project.origin.row: project.number for project in records.projects},
        }

    @cached_property
    def _named(self) -> Mapping[str, int]:
        return times_named(self._branch)

    @cached_property
    def _in_own_group(self) -> Mapping[str, int]:
        return times_in_own_group(self._branch)

    @cached_property
    def _referred(self) -> Mapping[str, int]:
        return times_referred(self._branch)


TWICE = frozenset({"C17", "M20", "R02"})
"""Rules of what stands twice: both rows are in doubt, however often others refer to them."""


def _cell(place: Location) -> tuple[Ground, int]:
    return (place.sheet, place.heading), place.row
