"""A watched branch tells from which cells each printed value was computed; the columns that fields declare bear it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from pipeline.documents import Planned, plan_documents
from pipeline.documents.fields import Value
from pipeline.documents.kinds import BY_NAME, KINDS
from pipeline.facts.branch import Branch
from pipeline.facts.watching import Cell, WatchedBranch, watched
from pipeline.flows.examining import examine, opened
from pipeline.schema import Meeting
from tests.conftest import EXAMPLE, TODAY
from tests.support.small import examine as examine_small

TRACED = [kind for kind in KINDS if kind.name != "全年一览"]
"""The year at a glance is one picture of everything; tests/test_kinds_on_request.py traces it."""
IN_ONE_PASS = {
    "学习.人均学时": {"姓名", "日期", "谈话人", "谈话对象"},
    "没有谈到.支委": {"党小组", "学时", "开始", "类型", "编号", "缺席", "补课", "人员", "开始日期"},
}
"""Columns that are read beside a value, because hours and talks of the members are gone through together."""


@pytest.fixture(scope="module")
def branch() -> Branch:
    """The branch of the example."""
    return examine(opened(EXAMPLE, ""), TODAY)[0]


@pytest.fixture(scope="module")
def seen(branch: Branch) -> WatchedBranch:
    """The same, watched."""
    return watched(branch)


def leaves(value: Value, path: str = "") -> Iterator[tuple[str, Value]]:
    """Yield every value of a context with its path, rows counted from 1."""
    if isinstance(value, dict):
        for name, inside in value.items():
            yield from leaves(inside, f"{path}.{name}" if path else name)
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number, row in enumerate(value, start=1):
            yield from leaves(row, f"{path}[{number}]")
    elif value or not isinstance(value, list | dict):
        yield path, value


def some(documents: list[Planned]) -> list[Planned]:
    """Take a few documents of each template."""
    found: dict[str, list[Planned]] = {}
    for document in documents:
        found.setdefault(document.template, []).append(document)
    return [document for those in found.values() for document in (those[0], those[len(those) // 2], those[-1])]


def test_a_trace_gives_every_value_that_is_printed(branch: Branch, seen: WatchedBranch) -> None:
    plain = {document.path: document for document in plan_documents(branch, TRACED)}
    looked = 0
    for document in some(plan_documents(seen, TRACED)):
        traced = {each.path: each.value for each in document.trace(seen.watcher)}
        for path, value in leaves(plain[document.path].build()):
            assert traced[path] == value, (document.path, path)
            looked += 1
    assert looked > 3000


def test_the_declared_columns_are_all_that_a_value_is_computed_from(seen: WatchedBranch) -> None:
    for document in some(plan_documents(seen, TRACED)):
        declared = BY_NAME[document.kind].stands_on
        for each in document.trace(seen.watcher):
            path = re.sub(r"\[\d+\]", "", each.path)
            more = {(cell.sheet, cell.heading) for cell in each.cells} - declared[path]
            assert {heading for _, heading in more} <= IN_ONE_PASS.get(path, set()), (document.path, path, more)


def traced_cells(path: str, kind: str, *changes: tuple[str, str, str, str]) -> frozenset[Cell]:
    """Give the cells of one value of the first document of a kind in the small branch."""
    seen = watched(examine_small(*changes).branch)
    document = plan_documents(seen, [BY_NAME[kind]])[0]
    return next(each.cells for each in document.trace(seen.watcher) if each.path == path)


def test_a_value_is_traced_to_its_cells() -> None:
    assert traced_cells("谈话.地点", "谈话记录") == {Cell("谈话记录", 2, "地点")}
    assert traced_cells("支部.简称", "谈话记录") == {Cell("支部信息", 3, "支部简称")}
    assert Cell("党员名册", 2, "转正日期") in traced_cells("党员.党龄", "责任书")
    assert {cell.row for cell in traced_cells("党员.党龄", "责任书") if cell.sheet == "党员名册"} == {2}


def test_a_column_of_ones_own_is_traced_too() -> None:
    assert traced_cells("谈话.天气", "谈话记录", ("谈话记录", "T1", "天气", "晴")) == {Cell("谈话记录", 2, "天气")}


def test_nothing_is_watched_unless_asked(branch: Branch) -> None:
    watched(branch)
    assert {type(meeting) for meeting in branch.records.meetings} == {Meeting}
    assert "__getattribute__" not in vars(Meeting)
