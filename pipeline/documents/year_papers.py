"""What papers of the whole year have in common that are one document each: a roll, a register with a page per row."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pipeline.documents.plan import Doubt, origins
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import info
from pipeline.findings import Origin
from pipeline.schema import Decides

FILE_NAME = "{年度}_{文件夹}_{支部}_{文书}"
TITLE = "{支部}{年度}年{文书}"
NAMED = info("short_name year")
"""What stands in file name and title."""
USED = ("full_name", "short_name", "year")
"""Keys of 支部信息 that such papers print."""


@dataclass(frozen=True, eq=False, repr=False)
class YearPaper:
    """One paper of the year."""

    branch: Branch

    form: ClassVar[str] = ""
    subfolder: ClassVar[str] = ""

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
