"""What a planned document is: which template, which context, which file, and from which rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from pipeline.findings import Origin
from pipeline.schema import Entry, Record

Field: TypeAlias = "str | int | bool | Sequence[Field] | Mapping[str, Field]"
Context: TypeAlias = "dict[str, Field]"
"""What a template is filled with: texts, counts, truths, lists and tables of them, under Chinese names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """One document that can be written; its context is built only when its turn comes."""

    kind: str
    """Kind as `--only` names it: 责任书, 会议记录, 谈话记录, 工作总结."""
    template: str
    """Name of the template, without .docx."""
    folder: str
    """Folder below the branch's: 04党小组会/第一党小组."""
    name: str
    """File name without .docx; safe on Windows."""
    title: str
    """Title in the document's properties."""
    day: date
    """Day in the document's properties: of the meeting, talk or signing, never of the clock."""
    sources: tuple[Origin, ...]
    """The rows it is made from."""
    whole_workbook: bool = False
    """Whether every sheet has a part in it, so that any error touches it."""
    build: Callable[[], Context]

    @property
    def path(self) -> str:
        """Path below the branch's folder, with forward slashes."""
        return f"{self.folder}/{self.name}.docx"


def origins(*groups: Iterable[Record | Entry | Origin]) -> tuple[Origin, ...]:
    """Collect the rows of some records, each once, in order."""
    found: dict[tuple[str, int], Origin] = {}
    for group in groups:
        for record in group:
            origin = record if isinstance(record, Origin) else record.origin
            found.setdefault(origin.key, origin)
    return tuple(found.values())
