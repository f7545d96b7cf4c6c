"""Turns the year's talks into their ledger (谈话台账), with who has not been talked with; ledgers.md 8.3."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pipeline.documents.fields import Field, Group, Row, Rows, Value, cell
from pipeline.documents.ledgers import PEOPLE, UNTIL, Ledger, in_lines, ledger_kind, names, telling_rows
from pipeline.documents.plan import ALL_ROWS, Doubt
from pipeline.documents.summary_grounds import OFFICES, TOLD
from pipeline.documents.summary_prose import day_text
from pipeline.documents.summary_talks import Talks, talks_by_type, type_text
from pipeline.documents.talks import TalkRecord, talk_records
from pipeline.facts.as_told import as_told
from pipeline.facts.branch import Branch
from pipeline.facts.duties import State
from pipeline.facts.grounds import NAMING, Grounds, cells, info
from pipeline.facts.talk_coverage import Coverage, talk_coverage
from pipeline.schema import ROSTER, TALKS, Decides, Member
from pipeline.schema.activities import HOME_VISIT
from pipeline.values import Person
from pipeline.vocabulary import Shape
from pipeline.wording import joined, noted

TEMPLATE = "谈话台账"
LISTED = cells(TALKS, "number day")
COVERED = OFFICES | NAMING | TOLD | cells(TALKS, "day speakers listeners") | info("elected")
OPEN = frozenset({State.MISSING, State.PENDING})
"""What is not done, whether or not the year is over."""
Line = Row[TalkRecord]


class TalkLedger(Ledger):
    """The year's talks, a row each."""

    form = TEMPLATE
    tables = (TALKS, ROSTER)  # type: ignore[assignment]

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:  # noqa: ARG002
        """Every member; meetings only as far as they decide until when is told."""
        return {**dict.fromkeys(PEOPLE, ALL_ROWS), Decides.SERIES: telling_rows(self.branch)}


def ledgers(branch: Branch) -> Iterator[TalkLedger]:
    """Give the ledger; none where no talk has a record."""
    if next(talk_records(branch), None) is not None:
        yield TalkLedger(branch)


def lines_of(one: TalkLedger) -> Sequence[Line]:
    """Give the talks that have a record, by day and 编号."""
    by_day = sorted(talk_records(one.branch), key=lambda record: record.talk.day or date.max)
    return [Row(number, record) for number, record in enumerate(by_day, start=1)]


def recorded(one: TalkLedger) -> Talks:
    """Give the talks that stand in the ledger."""
    return Talks(tuple(record.talk for record in talk_records(one.branch)))


def partners(line: Line) -> list[str]:
    """Name whom the talk was with; those not on the roster with the capacity the row gives."""
    talk, branch = line.of.talk, line.of.branch
    return names(
        [str(person) if branch.member_of(person) else noted(str(person), talk.capacity) for person in talk.listeners]
    )


def without(one: TalkLedger, state: str) -> str:
    """Name the members for whom a kind of talk was due and has not been had, on the day told of."""
    branch = one.branch
    found = talk_coverage(as_told(branch))
    return joined(branch.label(m) for m in branch.members if _lacks(found[m.number], state))


def _lacks(found: Coverage, state: str) -> bool:
    return not found.officer and getattr(found, state) in OPEN


def apart(one: TalkLedger) -> str:
    """Name the pairs of officers who have not talked with each other, each pair once."""
    branch, told = one.branch, as_told(one.branch)
    found, pairs = talk_coverage(told), dict[frozenset[str], str]()
    for member in branch.members:
        others: Iterable[Member] = found[member.number].apart
        for other in others:
            pair = frozenset((member.number, other.number))
            pairs.setdefault(pair, f"{branch.label(member)}和{branch.label(other)}")
    return joined(pairs.values())


def _people(
    name: str, column: str, value: Callable[[Line], Value], about: str = "", grounds: Grounds = NAMING
) -> Field[Line]:
    return replace(cell(name, TALKS, column, value, about, grounds=grounds), shape=Shape.TEXTS)


def _named(people: Iterable[Person]) -> list[str]:
    return names([str(person) for person in people])


ROWS: Rows[TalkLedger, Line] = Rows(
    name="谈话",
    about="每次谈话、家访一行，按编号",
    each=lines_of,
    grounds=LISTED,
    own_of=TALKS.name,
    own=lambda line: line.of.talk,
    fields=(
        cell("编号", TALKS, "number", lambda line: line.of.talk.number),
        cell("日期", TALKS, "day", lambda line: day_text(line.of.branch, line.of.day), grounds=info("year")),
        cell("方式", TALKS, "method", lambda line: line.of.talk.method),
        Field(
            name="类型",
            about="谁和谁谈",
            example="支委与党员",
            value=lambda line: type_text(line.of.talk.category),
            grounds=cells(TALKS, "category"),
        ),
        _people("谈话人", "speakers", lambda line: _named(line.of.talk.speakers)),
        _people(
            "对象",
            "listeners",
            partners,
            "谈话对象，不在名册的带身份",
            NAMING | cells(TALKS, "capacity") | cells(ROSTER, "number"),
        ),
        in_lines("事由", TALKS, "reason", lambda line: line.of.talk.reason),
        in_lines("诉求", TALKS, "appeal", lambda line: line.of.talk.appeal),
        in_lines("措施", TALKS, "measure", lambda line: line.of.talk.measure),
        _people("责任人", "responsible", lambda line: _named(line.of.talk.responsible)),
        cell("时限", TALKS, "due", lambda line: line.of.talk.due.text if line.of.talk.due else ""),
        in_lines("办理结果", TALKS, "outcome", lambda line: line.of.talk.outcome),
        cell(
            "回访",
            TALKS,
            "revisited",
            lambda line: day_text(line.of.branch, line.of.talk.revisited),
            grounds=info("year"),
        ),
    ),
)
TOTALS: Group[TalkLedger, Talks] = Group(
    name="合计",
    about="台账里的谈话的合计",
    of=recorded,
    fields=(
        Field(
            name="总数",
            about="一共几次",
            example="52",
            value=lambda found: len(found.talks),
            grounds=LISTED,
            shape=Shape.NUMBER,
        ),
        Field(
            name="家访",
            about="其中家访几次",
            example="5",
            value=lambda found: sum(talk.method == HOME_VISIT for talk in found.talks),
            grounds=LISTED | cells(TALKS, "method"),
            shape=Shape.NUMBER,
        ),
        Rows(
            name="各类",
            about="各类谈话，一类一行",
            each=talks_by_type,
            grounds=LISTED | cells(TALKS, "category"),
            fields=(
                Field(
                    name="类型",
                    about="谁和谁谈",
                    example="支委之间",
                    value=lambda found: type_text(found.kind),
                    grounds=cells(TALKS, "category"),
                ),
                Field(
                    name="次数",
                    about="几次",
                    example="7",
                    value=lambda found: len(found.talks),
                    grounds=LISTED | cells(TALKS, "category"),
                    shape=Shape.NUMBER,
                ),
            ),
        ),
    ),
)
MISSING: Group[TalkLedger, TalkLedger] = Group(
    name="没有谈到",
    about="按支部工作条例第十九条，到写到的那天还没有谈话的；都谈到了就是空的",
    of=lambda one: one,
    fields=(
        Field(
            name="支委",
            about="还没有和支委谈过的党员",
            example="雷鸣、杨帆",
            value=lambda one: without(one, "with_committee"),
            grounds=COVERED,
        ),
        Field(
            name="党员",
            about="还没有和别的党员谈过的党员",
            example="丁宝山",
            value=lambda one: without(one, "with_members"),
            grounds=COVERED,
        ),
        Field(name="支委之间", about="相互还没有谈过的支委", example="高敏和孙德海", value=apart, grounds=COVERED),
    ),
)
KIND = ledger_kind(
    TEMPLATE,
    "全年的谈心谈话、家访一张表，末尾按类型合计，写明还没有谈到谁",
    ledgers,
    LISTED,
    (ROWS, TOTALS, MISSING, UNTIL),
    confidential=lambda _one: True,
    confidential_ones="全部",
)
