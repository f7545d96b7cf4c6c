"""Checks of what prose says of dates and documents, and of slogans (Y03, Y06, Y08)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.every_text import cells, entries
from pipeline.checks.tools.likeness import bare
from pipeline.facts.branch import Branch
from pipeline.findings import Finding, Location
from pipeline.rules import summary as rules
from pipeline.wording import date_text

YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
MARKS = re.compile(r"[\s《》〈〉“”]")


@dataclass(frozen=True, slots=True)
class Superseded:
    """A document that another has replaced."""

    title: str
    """As it stands between title marks."""
    since: date
    """The day from which the newer one holds."""
    now: str


# Only what was looked up is listed, in the documents or (2014, 2023) the notices of issue; rules.md 1.2 to 1.5.
SUPERSEDED = (
    Superseded("中国共产党基层组织选举工作暂行条例", date(2020, 7, 13), "《中国共产党基层组织选举工作条例》（2020年）"),
    Superseded("中国共产党发展党员工作细则（试行）", date(2014, 5, 28), "《中国共产党发展党员工作细则》（2014年）"),
    Superseded("2019—2023年全国党员教育培训工作规划", date(2024, 1, 1), "《全国党员教育培训工作规划（2024—2028年）》"),
)
CHARTER = "中国共产党章程"
EDITIONS = {CHARTER: 2022, "中国共产党纪律处分条例": 2023}
"""Documents known by one title through several editions, and the year of the latest; it is asked for in later years."""
TITLED = re.compile("《([^《》]{6,40})》")
DATED_CODES = frozenset({"photos", "attachment", "certificate", "approval", "exempt_basis", "session", "remark"})
"""Columns whose texts are numbers of files, not prose."""
WRITTEN_DATE = re.compile(
    r"(?<![\dA-Za-z〔\[.\-/])((?:19|20)\d{2})(?:([./-])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日)(?![\d./-])"
)


def _plain(title: str) -> str:
    return MARKS.sub("", title).replace("(", "（").replace(")", "）").replace("-", "—")


@yields(rules.Y03)
def current_documents(branch: Branch) -> Iterator[Finding]:
    """A document that is cited is in force, and its edition is said."""
    by_title = {old.title: old for old in SUPERSEDED if old.since <= branch.year_end}
    for entry in branch.info.documents:
        title = _plain(entry.content)
        what = _outdated(by_title, title) or _edition(branch, title, f"{entry.detail} {entry.outcome}")
        if what:
            old = title in by_title
            yield rules.Y03.at(entry.origin.at("content" if old else "outcome"), what=what)
    charter = YEAR.search(branch.info.charter)
    if charter and int(charter[0]) < EDITIONS[CHARTER] < branch.year:
        what = f"党章版本写的是{charter[0]}年，现行的是{EDITIONS[CHARTER]}年修正的"
        yield rules.Y03.at(branch.info.at("charter"), what=what)
    for text, where in _prose(branch):
        for found in () if "《" not in text else TITLED.finditer(text):
            what = _outdated(by_title, _plain(found[1]))
            if what:
                yield rules.Y03.at(where(), what=what)
                break


def _outdated(by_title: dict[str, Superseded], title: str) -> str:
    old = by_title.get(title)
    return f"《{old.title}》已经由{old.now}代替" if old else ""


def _edition(branch: Branch, title: str, said: str) -> str:
    years = [int(year) for year in YEAR.findall(f"{title} {said}")]
    latest = next((year for known, year in EDITIONS.items() if title.startswith(known)), None)
    if not years:
        return "" if not title or "〔" in said else "没有写版本或施行日期，也没有文号"
    if latest and max(years) < latest < branch.year:
        return f"写的是{max(years)}年的版本，现行的是{latest}年修订的"
    return ""


def _prose(branch: Branch) -> Iterator[tuple[str, Callable[[], Location]]]:
    """Yield every text that is printed as typed, and how to locate it."""
    for record, column, text in cells(branch):
        if column.name not in DATED_CODES:
            yield text, partial(record.origin.at, column.name)
    for text, place in entries(branch):
        yield text, lambda place=place: place  # type: ignore[misc]


@yields(rules.Y06)
def dates_as_in_documents(branch: Branch) -> Iterator[Finding]:
    """Prose, which is printed as typed, has dates without leading zeros, dots or strokes."""
    for text, where in _prose(branch):
        for found in WRITTEN_DATE.finditer(text) if "20" in text or "19" in text else ():
            good = _as_written(found)
            if good and good != found[0]:
                yield rules.Y06.at(where(), said=found[0], good=good)
                break


def _as_written(found: re.Match[str]) -> str:
    try:
        return date_text(date(int(found[1]), int(found[3] or found[5]), int(found[4] or found[6])))
    except ValueError:
        return ""


@yields(rules.Y08)
def slogans_explained_once(branch: Branch) -> Iterator[Finding]:
    """A slogan is spelt out only where its meaning is given, and then in the same words."""
    meanings = {entry.content: entry for entry in branch.info.slogans if entry.content}
    if not meanings:
        return
    spelt_out = re.compile(f"({'|'.join(map(re.escape, meanings))})[”」]?[（(]([^（）()〔]{{4,80}})[）)]")
    for text, where in _prose(branch):
        for found in spelt_out.finditer(text):
            entry = meanings[found[1]]
            if bare(entry.detail) != bare(found[2]):
                given = f"含义写的是“{entry.detail}”" if entry.detail else "含义空着"
                what = f"这里把口号“{found[1]}”解释成“{found[2]}”，支部信息里{given}"
                yield rules.Y08.at(where(), *entry.origin.cells("content", "detail"), what=what)
                break


CHECKS = declared_in(__name__)
