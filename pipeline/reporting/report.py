"""What a run found, wrote and left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from pipeline.findings import Finding, Level


@dataclass(frozen=True, slots=True, kw_only=True)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """One document that errors keep from being written."""

    path: str
    kind: str
    reasons: tuple[Finding, ...]


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
    skipped: Sequence[Skipped] = ()
    held: int = 0
    """Documents that no error touches and that were not written all the same."""
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

    def with_skipped(self, skipped: Sequence[Skipped], held: int = 0) -> Report:
        """Add the documents that errors kept back, and how many others were held with them."""
        return replace(self, skipped=skipped, held=held)

    def with_documents(self, documents: Sequence[Document], orphans: Sequence[str]) -> Report:
        """Add what was delivered."""
        return replace(self, documents=documents, orphans=orphans)
