"""Decides which documents an error holds: those that print a cell in error, or are decided by one, and no others."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from pipeline.documents.fields import NOTHING
from pipeline.documents.kinds import BY_NAME
from pipeline.documents.meeting_papers import MeetingForm
from pipeline.documents.plan import ALL_ROWS, DocumentKind, Doubt, Either, Planned, Subject
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Ground, Grounds
from pipeline.findings import Finding, Location
from pipeline.flows.evidence import Evidence, canonical_name
from pipeline.reporting.report import Held, Reason
from pipeline.schema import INFO_SHEET, TABLES, Decides
from pipeline.schema.branch import info_columns

Printed: TypeAlias = Callable[[str, str], Grounds]
"""Gives the columns that a template (second) of a kind (first) prints."""
AtRows: TypeAlias = "dict[int, list[Reason]]"
EVERY_ROW = 0
"""Stands for all rows of a column or sheet."""
NO_ROWS: frozenset[int] = frozenset()


class Faults:
    """The errors of a workbook, by the cells they are at."""

    def __init__(self, branch: Branch, findings: Iterable[Finding]) -> None:
        """Take a branch and its findings; those that hold nothing are left aside."""
        self.branch = branch
        self.all = [finding for finding in findings if finding.is_error]
        self.everywhere = [finding for finding in self.all if finding.rule.blocks_all]
        self.of_whole_rows = [
            Reason(finding.rule, finding.where) for finding in self.all if finding.rule.whose and not finding.further
        ]
        """Errors about what a row lacks elsewhere, so that no document can be planned of it."""
        places = list(Evidence(branch, self.all).in_doubt())
        self.doubt = Doubt(place for _, place in places)
        self._touched: dict[Grounds, tuple[Ground, ...]] = {}
        self.cells: dict[Ground, AtRows] = {}
        """Column to the errors at its cells; a whole row stands under an empty heading."""
        for finding, place in places:
            at_rows = self.cells.setdefault((place.sheet, place.heading), {})
            at_rows.setdefault(EVERY_ROW if finding.rule.whole else place.row, []).append(Reason(finding.rule, place))

    def touching(self, document: Planned, grounds: Grounds) -> tuple[Reason, ...]:
        """List the cells in doubt that a document prints or is decided by, those of its own rows first.

        `grounds` are its columns.
        """
        found = [Reason(finding.rule, finding.where) for finding in self.everywhere]
        touched = self._within(grounds)
        if not touched:
            return tuple(found)
        reach = Reach(document, grounds, self.doubt)
        for ground in touched:
            rows = reach.rows(ground)
            for row, reasons in self.cells[ground].items():
                if row == EVERY_ROW or row in rows:
                    found += (each for each in reasons if not each.rule.kinds or document.kind in each.rule.kinds)
        return tuple(sorted(dict.fromkeys(found), key=lambda reason: not reach.owns(reason.where)))

    def _within(self, grounds: Grounds) -> tuple[Ground, ...]:
        """Give the columns in doubt that are among some; a whole row where any column of its sheet is."""
        if grounds not in self._touched:
            sheets = {sheet for sheet, _ in grounds}
            self._touched[grounds] = tuple(
                ground for ground in self.cells if ground in grounds or (not ground[1] and ground[0] in sheets)
            )
        return self._touched[grounds]


class Reach:
    """Which rows of which columns a document prints or is decided by."""

    def __init__(self, document: Planned, grounds: Grounds, doubt: Doubt) -> None:
        """Take a document and the columns it prints or is decided by."""
        self._document = document
        self._grounds = grounds
        self._follows = document.follows(doubt)
        self._own: dict[str, set[int]] = {}

    def own(self, sheet: str) -> Container[int]:
        """Give the rows of a sheet that the document is made from."""
        if sheet not in self._own:
            of_sheet = (each for each in self._document.sources if canonical_name(each.layout.sheet) == sheet)
            self._own[sheet] = {each.row for each in of_sheet}
        return self._own[sheet]

    def owns(self, place: Location) -> bool:
        """Whether a cell stands in a row that the document is made from."""
        return place.row in self.own(canonical_name(place.sheet))

    def rows(self, ground: Ground) -> Container[int]:
        """Give the rows of a column; of a whole row, where any column of the sheet reaches it."""
        sheet, heading = ground
        if not heading:
            return Either(*(self.rows(each) for each in self._grounds if each[0] == sheet))
        if ground not in self._grounds:
            return NO_ROWS
        if self._document.whole_workbook or sheet == INFO_SHEET:
            return ALL_ROWS
        decides = decisions().get(ground)
        followed = self._follows.get(decides) if decides is not None else None
        return self.own(sheet) if followed is None else followed


@cache
def decisions() -> Mapping[Ground, Decides]:
    """Give what each column decides, for those that decide something."""
    columns = [(sheet.name, column) for sheet in TABLES for column in sheet.columns]
    columns += [(INFO_SHEET, column) for column in info_columns().values()]
    return {(sheet, column.heading): column.decides for sheet, column in columns if column.decides is not None}


def part(planned: Iterable[Planned], faults: Faults, printed: Printed) -> tuple[list[Planned], list[Held]]:
    """Part the documents that can be written truthfully from those that an error holds."""
    chosen, held = [], []
    in_doubt = {sheet for sheet, _ in faults.cells}
    for document in planned:
        grounds = NOTHING
        if in_doubt and not in_doubt.isdisjoint(BY_NAME[document.kind].sheets):
            grounds = printed(document.kind, document.template)
        touching = faults.touching(document, grounds)
        if touching:
            held.append(Held(path=document.path, kind=document.kind, reasons=touching))
        else:
            chosen.append(document)
    return chosen, held


def may_come_of(kind: DocumentKind[Subject], branch: Branch) -> Container[int]:
    """Give the rows of which a kind has documents at all: of 会议活动 many have no ballots, say."""
    return kind.may_come_of(branch) if isinstance(kind, MeetingForm) else ALL_ROWS


def not_even_planned(planned: Iterable[Planned], kinds: Iterable[str], faults: Faults) -> Iterator[Held]:
    """Yield the rows whose document an error keeps from even being planned: a meeting without a date, say."""
    rows = {(document.kind, document.sources[0].key[1]) for document in planned if document.sources}
    for kind in map(BY_NAME.__getitem__, kinds):
        at_rows: AtRows = {}
        for (sheet, heading), errors in faults.cells.items():
            if sheet == kind.planned_from and (not heading or (sheet, heading) in kind.grounds):
                for row, reasons in errors.items():
                    at_rows.setdefault(row, []).extend(reasons)
        for reason in faults.of_whole_rows:
            if canonical_name(reason.where.sheet) == kind.planned_from:
                at_rows.setdefault(reason.where.row, []).append(reason)
        wanted = may_come_of(kind, faults.branch) if at_rows else NO_ROWS
        for row, reasons in sorted(at_rows.items()):
            if row in wanted and row and (kind.name, row) not in rows:
                yield Held(row=f"{kind.planned_from}!{row}", kind=kind.name, reasons=tuple(dict.fromkeys(reasons)))
