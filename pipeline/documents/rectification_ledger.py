"""Turns what is to be put right into its ledger (整改台账), with what became of it; ledgers.md 8.6."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from typing import ClassVar

from pipeline.documents.fields import Declared, Field, Group, Row, Rows, Value
from pipeline.documents.ledgers import Ledger, ledger_kind, lines, names
from pipeline.documents.plan import ALL_ROWS, Doubt, origins, rows_of, rows_of_people
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, Grounds, cells
from pipeline.facts.rectification import Task, matters, problems
from pipeline.findings import Origin
from pipeline.schema import ITEMS, MEETINGS, RECTIFICATIONS, Decides, Item, Rectification
from pipeline.vocabulary import Shape
from pipeline.wording import date_text, joined

TEMPLATE = "整改台账"
LISTED = cells(ITEMS, "meeting topic_number order step progress finished") | cells(RECTIFICATIONS, "order")
LISTED |= cells(MEETINGS, "number day")
Line = Row[Task]


class RectificationLedger(Ledger):
    """What was to be put right in the year."""

    form = TEMPLATE
    tables: ClassVar = ()

    def tasks(self) -> Iterator[Task]:
        """Give everything that stands in the ledger."""
        yield from problems(self.branch)
        yield from matters(self.branch)

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The rows that stand in it, their meetings, and what 支部信息 says."""
        tasks = list(self.tasks())
        items = (item for task in tasks if isinstance(task.record, Item) for item in self.branch.topic_of(task.record))
        carried = self.branch.records.rectifications
        info = self.branch.info.origins.values()
        return origins(info, carried, (task.record for task in tasks), items, (task.meeting for task in tasks))

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """Any row may be such a problem; people are called by name; a meeting not found may be any."""
        tasks = list(self.tasks())
        lost = any(task.meeting is None and not isinstance(task.record, Rectification) for task in tasks)
        people = [person for task in tasks for person in task.responsible]
        return {
            Decides.LISTING: ALL_ROWS,
            Decides.NAMING: rows_of_people(self.branch, people, doubt),
            Decides.SERIES: ALL_ROWS if lost else rows_of(task.meeting for task in tasks),
        }


def ledgers(branch: Branch) -> Iterator[RectificationLedger]:
    """Give the ledger; none where nothing is to be put right."""
    one = RectificationLedger(branch)
    if next(one.tasks(), None) is not None:
        yield one


def _numbered(listed: Callable[[Branch], Iterator[Task]]) -> Callable[[RectificationLedger], Sequence[Line]]:
    return lambda one: [Row(number, task) for number, task in enumerate(listed(one.branch), start=1)]


def source_text(line: Line) -> str:
    """Say where the problem was found: the type of the meeting, with its group, or what the row says."""
    task = line.of
    if isinstance(task.record, Rectification):
        return task.record.source
    if task.meeting is None:
        return task.record.meeting
    return joined((*task.meeting.types, task.meeting.group))


def _of_both(items: str, carried: str) -> Grounds:
    return cells(ITEMS, items) | cells(RECTIFICATIONS, carried)


def _said(name: str, about: str, example: str, value: Callable[[Task], str], grounds: Grounds) -> Field[Line]:
    return Field(name=name, about=about, example=example, value=lambda line: value(line.of), grounds=grounds)


def _lines(name: str, about: str, example: str, value: Callable[[Task], str], grounds: Grounds) -> Field[Line]:
    def split(line: Line) -> Value:
        return lines(value(line.of))

    return Field(name=name, about=about, example=example, value=split, grounds=grounds, shape=Shape.TEXTS)


FIELDS: tuple[Declared[Line], ...] = (
    Field(name="序号", about="第几行", example="1", value=lambda line: str(line.number), grounds=LISTED),
    _lines(
        "问题",
        "问题本身；议定的事是议题",
        "会议记录重结论轻讨论",
        lambda task: task.problem,
        LISTED | _of_both("topic text", "problem"),
    ),
    Field(
        name="来源",
        about="哪次会、谁提出来的",
        example="组织生活会",
        value=source_text,
        grounds=LISTED | cells(MEETINGS, "types group") | cells(RECTIFICATIONS, "source"),
    ),
    _said(
        "提出日期",
        "哪天提出来的",
        "2025年12月5日",
        lambda task: date_text(task.found),
        LISTED | cells(RECTIFICATIONS, "found"),
    ),
    _lines(
        "措施",
        "怎么整改；议定的事是决议",
        "不同意见照原话记",
        lambda task: task.measure,
        LISTED | _of_both("resolution", "measure"),
    ),
    Field(
        name="责任人",
        about="谁负责",
        example="林晓燕",
        value=lambda line: names([str(person) for person in line.of.responsible]),
        grounds=LISTED | NAMING | _of_both("responsible", "responsible"),
        shape=Shape.TEXTS,
    ),
    _said(
        "时限",
        "什么时候完成",
        "2025年12月31日",
        lambda task: task.due.text if task.due else "",
        LISTED | _of_both("due", "due"),
    ),
    _lines(
        "完成情况",
        "整改得怎样；没有写的留空",
        "十二月的记录照原话记了",
        lambda task: task.progress,
        LISTED | _of_both("progress", "progress"),
    ),
    _said(
        "完成日期",
        "哪天办完的；没有办完的留空",
        "2025年12月26日",
        lambda task: date_text(task.finished),
        LISTED | _of_both("finished", "finished"),
    ),
)


def _count(name: str, about: str, example: str, value: Callable[[list[Task]], int]) -> Field[list[Task]]:
    grounds = LISTED | cells(RECTIFICATIONS, "finished")
    return Field(name=name, about=about, example=example, value=value, grounds=grounds, shape=Shape.NUMBER)


TOTALS: Group[RectificationLedger, list[Task]] = Group(
    name="合计",
    about="问题的合计，议定的事不在内",
    of=lambda one: list(problems(one.branch)),
    fields=(
        _count("总数", "一共几个问题", "8", len),
        _count("完成", "几个有完成日期", "3", lambda tasks: sum(task.finished is not None for task in tasks)),
        _count("没有完成", "几个没有完成日期", "5", lambda tasks: sum(task.finished is None for task in tasks)),
    ),
)
KIND = ledger_kind(
    TEMPLATE,
    "查摆的问题、上年没有整改完的和上级指出的，一个问题一行",
    ledgers,
    LISTED,
    (
        Rows(
            name="问题",
            about="要整改的问题：先是“整改事项”里的，再是各次会查摆的",
            each=_numbered(problems),
            grounds=LISTED,
            fields=FIELDS,
        ),
        Rows(
            name="议定的事",
            about="会上议定、写了完成情况或完成日期的事",
            each=_numbered(matters),
            grounds=LISTED,
            fields=FIELDS,
        ),
        TOTALS,
    ),
    confidential=lambda _one: True,
    confidential_ones="全部",
)
