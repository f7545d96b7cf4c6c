"""Reads back from Word documents what they say of heads, votes and movement, and builds branches from nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from pipeline.documents import plan_documents
from pipeline.documents.plan import Planned
from pipeline.findings import Level
from pipeline.flows.blocking import Faults, part
from pipeline.rendering import Engine, Properties, template_folders
from pipeline.schema import INFO_SHEET
from tests.support.small import Change, Examined, small_rows
from tests.support.word import text_of

OUTCOMES = {
    "赞成票超过应到会有表决权党员的半数，通过。": "通过",
    "赞成票没有超过应到会有表决权党员的半数，未通过。": "未通过",
    "赞成人数超过应到会有表决权党员的半数，通过。": "通过",
    "赞成人数没有超过应到会有表决权党员的半数，未通过。": "未通过",
    "当选": "过半",
    "未当选": "不过半",
}
"""The sentences a record may print of a vote, and how the tables write them; any other stands as printed."""
SUMMARY, MOVEMENTS = "年度工作总结", "党员增减情况表"
RECORDS = ("会议记录", "谈话记录", "责任书")
"""What a day in the path means where several papers of that day lie beside each other."""


@dataclass(frozen=True)
class Told:
    """What the record of one meeting prints: 第N次, the sentence of 应到实到, and each vote."""

    ordinal: str
    """Empty where nobody can know it."""
    heads: str
    """Empty likewise."""
    votes: tuple[str, ...] = ()
    """应到/实到 of those who may vote, and the outcome: 7/6 通过; of the evaluation's poll 测评 and who took part."""
    said: tuple[str, ...] = ()
    """Further words that the record prints."""
    never: tuple[str, ...] = ()
    """Words that it does not print."""


@dataclass(frozen=True)
class Year:
    """A lawful year: how it differs from the small branch, and what its documents print."""

    name: str
    changes: tuple[Change, ...]
    meetings: dict[str, Told]
    """Part of the record's path to what it prints."""
    closing: str
    """How the summary counts the members at the end."""
    moved: str = ""
    """Who came and went; empty where nobody did."""
    confirmed: int = 0
    """How many became full members of this branch."""
    said: tuple[str, ...] = ()
    """Further words of the summary."""
    never: tuple[str, ...] = ()
    """Words that the summary does not print."""
    others: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Part of another document's path to words that it prints."""
    fault: str = ""
    """What the program does wrong in this year; empty where it is right."""


def faults_of(found: Examined) -> list[str]:
    """List the errors and breaches found, as code, place and message."""
    grave = (Level.ERROR, Level.BREACH)
    return [f"{f.rule.code} {f.where} {f.message}" for f in found.findings if f.level in grave]


def held_of(found: Examined, planned: list[Planned]) -> list[str]:
    """List the documents that would not be written."""
    chosen, held = part(planned, Faults(found.branch, found.findings), lambda *_: frozenset())
    assert len(chosen) + len(held) == len(planned)
    return [str(each.path) for each in held]


def planned_of(found: Examined) -> list[Planned]:
    """Give the documents of the branch."""
    return list(plan_documents(found.branch))


@cache
def engine() -> Engine:
    """Give the engine with the templates shipped."""
    return Engine(template_folders(None))


def text_in(planned: list[Planned], name: str) -> str:
    """Render the one document whose path holds a name, and give its text."""
    found = [one for one in planned if name in f"{one.folder}/{one.name}"]
    found = [one for one in found if name == f"{one.folder}/{one.name}"] or found
    found = [one for one in found if one.kind in RECORDS] or found
    assert len(found) == 1, (name, [one.name for one in planned])
    properties = Properties(title=found[0].title, author="", day=found[0].day)
    return text_of(engine().render(found[0].template, found[0].build(), properties))


def read_back(text: str) -> Told:
    """Read the printed facts of a meeting from the text of its record."""
    lines = text.splitlines()
    return Told(
        ordinal=lines[lines.index("次数") + 1],
        heads=lines[lines.index("应到实到") + 1],
        votes=tuple(_votes(lines)),
    )


HEADS_OF_TABLE = ["候选人", "赞成", "反对", "弃权", "结果"]


def _votes(lines: list[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        if not line.startswith(("表决", "民主测评：", "选举：")):
            continue
        heads = re.search(r"应到会\D*(\d+)名，实到(\d+)名", line)
        polled = re.search(r"到会参加测评的党员(\d+)名", line)
        printed = re.search("(?:赞成票|赞成人数|收回的票多于)[^。]*。", line)
        outcome = OUTCOMES.get(printed[0], printed[0]) if printed else ""
        if polled:
            yield f"测评{polled[1]}"
        elif heads and line.startswith("选举"):
            yield from (f"{heads[1]}/{heads[2]} {each}".strip() for each in _elected(lines[number + 1 :]))
        else:
            assert heads, line
            yield f"{heads[1]}/{heads[2]} {outcome}".strip()


def _elected(lines: list[str]) -> Iterator[str]:
    """Read what the table of the candidates says of each."""
    width = len(HEADS_OF_TABLE)
    assert lines[:width] == HEADS_OF_TABLE
    for first in range(width, len(lines), width):
        row = lines[first : first + width]
        if len(row) < width or not all(figure.isdigit() or not figure for figure in row[1:4]):
            return
        yield OUTCOMES.get(row[4], row[4])


@dataclass(frozen=True)
class Moved:
    """What the documents print of those who came and went."""

    ways: str
    """Of the table: 年初7名，增加2名（接收预备党员1名、转入1名），减少1名（转出1名）; empty where nobody moved."""
    told: str
    """The same of the summary, which has no opening figure: 接收预备党员1名、转入1名、转出1名."""
    confirmed: tuple[int, ...]
    """Those who became full members, by the table and by the summary."""


def movement_in(summary: str, table: str) -> Moved:
    """Read who came and went from the summary and from the table of who came and went (党员增减情况表)."""
    lines = table.splitlines()
    totals = {line.removeprefix(AMONG): lines[at + 1] for at, line in enumerate(lines) if line.startswith(COUNTED)}
    found = re.search("年内([^。]*名)。", summary)
    told = found[1].split("、") if found else []
    confirmed = [int(way[2:-1]) for way in told if way.startswith("转正")]
    changes = [
        f"{change}{totals[change]}名（{_among(lines, change)}）" for change in ("增加", "减少") if int(totals[change])
    ]
    return Moved(
        ways="，".join((f"年初{totals['年初党员']}名", *changes)) if changes else "",
        told="、".join(way for way in told if not way.startswith("转正")),
        confirmed=(int(lines[lines.index("预备党员转正") + 2]), *confirmed, 0)[:2],
    )


AMONG = "　　其中："
COUNTED = (AMONG, "年初党员", "增加", "减少")


def _among(lines: list[str], change: str) -> str:
    """Read the rows 其中：… below 增加 or 减少: 接收预备党员1名、转入1名."""
    rows, at = [], lines.index(change) + 4
    while lines[at].startswith(AMONG):
        if int(lines[at + 1]):
            rows.append(f"{lines[at].removeprefix(AMONG)}{lines[at + 1]}名")
        at += 4
    return "、".join(rows)


def closing_in(text: str) -> str:
    """Give the numbers of members with which the summary begins: 党员8名，其中正式党员7名、预备党员1名.

    均为正式党员 comes back as the number that it stands for.
    """
    found = re.search("有党员(\\d+)名(，其中正式党员\\d+名、预备党员\\d+名|，均为正式党员)?", text)
    assert found, text[:300]
    standing = f"，其中正式党员{found[1]}名" if "均为" in (found[2] or "") else found[2] or ""
    return f"党员{found[1]}名{standing}"


def added(sheet: str, headings: str, *rows: str) -> tuple[Change, ...]:
    """Add rows to a sheet; blank cells may be left out at the end of a row."""
    width = headings.count("|")
    return tuple((sheet, "+", headings, row + "|" * (width - row.count("|"))) for row in rows)


def cleared(*sheets: str) -> tuple[Change, ...]:
    """Delete all rows of some sheets of the small branch."""
    rows = small_rows()
    return tuple((sheet, "#1", "-", "") for sheet in sheets for _ in rows[sheet])


def info(**values: str) -> tuple[Change, ...]:
    """Set the value of keys of 支部信息 that the small branch has, and add those it has not."""
    known = {row["项目"] for row in small_rows()[INFO_SHEET]}
    return tuple(
        (INFO_SHEET, key, "内容", value) if key in known else (INFO_SHEET, "+", "项目|内容", f"{key}|{value}")
        for key, value in values.items()
    )


def cells(sheet: str, key: str, **values: str) -> tuple[Change, ...]:
    """Set several cells of one row."""
    return tuple((sheet, key, heading, value) for heading, value in values.items())
