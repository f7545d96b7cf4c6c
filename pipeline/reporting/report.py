"""What a run found, wrote and left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from pipeline.findings import Finding, Level, Location, Rule


@dataclass(frozen=True, kw_only=True)
class Document:
    """One document that was planned and delivered, kept, or could not be written."""

    path: str
    """Path with forward slashes, as given to -o."""
    kind: str
    sha256: str
    sources: tuple[str, ...]
    outcome: str
    """What became of it, in a word or two."""
    failed: bool
    reason: str
    """Why it was not written as planned; empty where it was."""


class Reason(NamedTuple):
    """Why a document is held: a rule, and the cell in doubt that the document prints or goes by."""

    rule: Rule
    where: Location


@dataclass(frozen=True, kw_only=True)
class Held:
    """One document that errors hold, or a row of which no document could even be planned."""

    path: str = ""
    """Path below the branch's folder; empty where none could be planned."""
    row: str = ""
    """The row that no document could be planned of: 会议活动!15."""
    kind: str
    reasons: tuple[Reason, ...]
    outdated: tuple[str, ...] = ()
    """Older papers of it that are still there, as they were."""

    @property
    def name(self) -> str:
        """The document, or the row it would be of."""
        return self.path or f"{self.row} 的{self.kind}"


@dataclass(frozen=True, kw_only=True)
class Report:
    """The result of a run."""

    workbook: str
    """File name of the workbook."""
    as_of: date
    findings: Sequence[Finding]
    switched_off: Sequence[str] = ()
    """Codes of the checks the workbook has switched off."""
    strict: bool = False
    """Whether breaches of a party rule, too, end the run with exit status 1."""
    generating: bool = False
    """Whether documents were asked for."""
    only: Sequence[str] = ()
    """The kinds of documents that were asked for; empty for all."""
    documents: Sequence[Document] = ()
    branch: str = ""
    """支部全称 as the workbook has it."""
    held: Sequence[Held] = ()
    """The documents that errors hold."""
    unwritten: int = 0
    """Documents that no error touches and that were not written all the same, because all or nothing was asked for."""
    orphans: Sequence[str] = ()
    """Documents of earlier runs that the workbook no longer calls for."""
    marked: str = ""
    """Path of the marked copy; empty where none was asked for."""
    calendar: Sequence[str] = ()
    """Paths of the year at a glance, as far as it was written."""

    @cached_property
    def errors(self) -> list[Finding]:
        """The findings that hold documents."""
        return [finding for finding in self.findings if finding.is_error]

    @property
    def breaches(self) -> int:
        """How many findings tell of a breach of a written party rule."""
        return self.counts[Level.BREACH]

    @cached_property
    def unusable(self) -> bool:
        """Whether something is wrong that no document can do without: a sheet or a column is missing."""
        return any(finding.rule.blocks_all for finding in self.errors)

    @cached_property
    def counts(self) -> dict[Level, int]:
        """Level to the number of findings."""
        found = Counter(finding.level for finding in self.findings)
        return {level: found[level] for level in Level}

    @property
    def failures(self) -> list[Document]:
        """Documents that could not be written."""
        return [document for document in self.documents if document.failed]

    @property
    def exit_status(self) -> int:
        """0 done, 1 errors in the workbook (if strict, breaches too), 2 something could not be written."""
        if self.failures:
            return 2
        return int(any(finding.level.fails(strict=self.strict) for finding in self.findings))

    @property
    def brief(self) -> BriefReport:
        """The report in a few figures, cheap to keep and to send."""
        return BriefReport(
            workbook=self.workbook,
            branch=self.branch,
            exit_status=self.exit_status,
            counts={level.code: count for level, count in self.counts.items()},
            outcomes=dict(Counter(document.outcome for document in self.documents if document.kind)),
            held=len(self.held),
        )


@dataclass(frozen=True, kw_only=True)
class BriefReport:
    """What became of a run, in a few figures."""

    workbook: str
    branch: str
    exit_status: int
    counts: Mapping[str, int]
    """Level (error, breach, warning, note) to the number of findings."""
    outcomes: Mapping[str, int]
    """What became of documents, to how many."""
    held: int
