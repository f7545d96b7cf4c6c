"""Tells for which version of the schema a workbook was made, and what of later versions it lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from pipeline.errors import WorkbookUnreadableError
from pipeline.findings import Finding, Location
from pipeline.rules import notes as rules
from pipeline.schema import (
    FIRST_VERSION,
    SCHEMA_VERSION,
    VERSION_PROPERTY,
    VERSION_ROW,
    Column,
    is_newer,
    version_in,
)
from pipeline.wording import joined
from pipeline.workbook.reading.container import WorkbookFile, parse_part
from pipeline.workbook.reading.grid import Book, Grid
from pipeline.workbook.reading.text import heading_key

CUSTOM_PROPERTIES = "docProps/custom.xml"
"""The part under the name that Excel, WPS, LibreOffice and XlsxWriter give it."""


def version_property(package: WorkbookFile) -> str:
    """Read the version from the custom document properties; empty if it is not there."""
    data = package.part(CUSTOM_PROPERTIES)
    if VERSION_PROPERTY.encode() not in data:
        return ""
    try:
        properties = parse_part(data)
    except (etree.XMLSyntaxError, WorkbookUnreadableError):  # a part that nothing else needs
        return ""
    said = (found.findtext("{*}lpwstr") for found in properties if found.get("name") == VERSION_PROPERTY)
    return version_in(next(said, None) or "")


def version_row(guide: Grid | None) -> str:
    """Read the version from 填写说明; empty if it is not there."""
    for cells in guide.rows if guide is not None else ():
        texts = ["" if cell is None else str(cell) for cell in cells]
        if len(texts) > 1 and heading_key(texts[0]) == VERSION_ROW:
            return version_in(texts[1])
    return ""


@dataclass(slots=True, eq=False, repr=False)
class Edition:
    """The version of the schema that a workbook was made for; collects what of later versions it lacks."""

    version: str
    lacking: list[str] = field(default_factory=list)
    """As the note names it: 党员名册的“职称”列."""
    how: dict[str, None] = field(default_factory=dict)
    """How to get it, each way once."""

    @classmethod
    def of(cls, book: Book, guide: Grid | None) -> Edition:
        """Ask the document property first, then 填写说明; a workbook that says nothing is of the first version."""
        return cls(book.version or version_row(guide) or FIRST_VERSION)

    def lacks_columns(self, sheet: str, columns: Iterable[Column]) -> None:
        """Remember columns of later versions that are not there."""
        headings = "".join(f"“{column.heading}”" for column in columns)
        if headings:
            self.lacking.append(f"{sheet}的{headings}列")
            self.how["在那张表的表头末尾加上同名的列"] = None

    def lacks_keys(self, sheet: str, columns: Iterable[Column]) -> None:
        """Remember keys of 支部信息, of later versions, that are not there."""
        headings = "".join(f"“{column.heading}”" for column in columns)
        if headings:
            self.lacking.append(f"{sheet}的{headings}一项")
            self.how[f"在{sheet}加一行，项目写这个名称"] = None

    def lacks_sheet(self, sheet: str) -> None:
        """Remember a sheet of a later version that is not there."""
        self.lacking.append(f"“{sheet}”这张表")
        self.how["新的表从空白工作簿复制过来"] = None

    def findings(self, switched_off: Collection[str]) -> Iterator[Finding]:
        """Say once for the whole workbook that it is older or newer than the program."""
        detail = {"version": self.version, "current": SCHEMA_VERSION}
        if self.lacking:
            yield rules.G10.at(Location(), what=joined(self.lacking), how="；".join(self.how), **detail)
        if is_newer(self.version, SCHEMA_VERSION) and rules.G11.code not in switched_off:
            yield rules.G11.at(Location(), **detail)
