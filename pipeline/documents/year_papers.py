"""What papers of the whole year have in common that are one document each: a roll, a register with a page per row."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeVar

from pipeline.documents.fields import Declared
from pipeline.documents.plan import DocumentKind, Doubt, Form, origins
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Grounds, info
from pipeline.findings import Origin
from pipeline.schema import Decides

AGREEMENTS_FOLDER, PROJECTS_FOLDER, LEDGERS_FOLDER = "01责任书", "09立项攻关与责任区", "12名册与台账"
"""Folders that papers of several kinds lie in."""
FILE_NAME = "{年度}_{文件夹}_{支部}_{文书}"
TITLE = "{支部}{年度}年{文书}"
NAMED = info("short_name year")
"""What stands in file name and title."""
Y = TypeVar("Y", bound="YearPaper")
USED = ("full_name", "short_name", "year")
"""Keys of 支部信息 that such papers print."""


@dataclass(frozen=True, eq=False, repr=False)
class YearPaper:
    """One paper of the year."""

    branch: Branch

    form: ClassVar[str] = ""
    """The one template, and the name of the kind."""
    subfolder: ClassVar[str] = ""

    @property
    def has_something(self) -> bool:
        """Whether there is anything to print: without, there is no paper."""
        raise NotImplementedError

    @property
    def day(self) -> date:
        """The last of the year: it does not hang on any cell but the year."""
        return self.branch.year_end

    @property
    def words(self) -> Mapping[str, str]:
        """Nothing beyond what every name has."""
        return {}

    @property
    def sources(self) -> tuple[Origin, ...]:
        """What 支部信息 says; the paper adds its rows."""
        return origins(self.branch.info_rows(USED))

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:  # noqa: ARG002
        """Nothing beyond its rows."""
        return {}


def year_kind(
    paper: Callable[[Branch], Y],
    name: str,
    folder: str,
    about: str,
    fields: tuple[Declared[Y], ...],
    *,
    grounds: Grounds = NAMED,
    every_row: bool = False,
    confidential: bool = False,
) -> DocumentKind[Y]:
    """Declare a paper of which there is one a year, where it has something to print."""

    def papers(branch: Branch) -> Iterator[Y]:
        one = paper(branch)
        if one.has_something:
            yield one

    return DocumentKind(
        name=name,
        about=about,
        forms=(Form(name, folder),),
        file_name=FILE_NAME,
        title=TITLE,
        planned_from="",
        every_row=every_row,
        subjects=papers,
        grounds=grounds,
        confidential=lambda _paper: confidential,
        confidential_ones="全部" if confidential else "",
        fields=fields,
    )
