"""Every place that reports a rule by its code gives all that the rule's sentences name, on paths no test takes as well."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from pipeline import rules
from pipeline.findings import Location, Rule
from pipeline.rules import all_rules
from pipeline.schema import TABLES, Column
from pipeline.schema.branch import info_columns

ROOT = Path(rules.__file__).parents[1]
BY_CELL = frozenset({"value", "heading", "otherwise", "state", "help"})
"""What the reader adds to every refusal, or gives for a blank cell."""
REMARKED = frozenset({"reason", "taken"})
"""What a `Remarked` value has besides."""
DEFAULT = frozenset({"default"})
"""What 设置 adds to a refusal."""


def named_by(rule: Rule) -> set[str]:
    """Give the details that the sentences of a rule name."""
    return {name for text in (rule.says, rule.remedy) for _, name, _, _ in Formatter().parse(text) if name}


def calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call of a name in the program, with the place where it stands."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and name in {
                getattr(node.func, "id", ""),
                getattr(node.func, "attr", ""),
            }:
                yield f"{path.name}:{node.lineno}", node


def missing(call: ast.Call, position: int, given: frozenset[str]) -> set[str]:
    """Give what a call that names a code lacks; calls whose code or details are computed are not judged."""
    code = call.args[position] if len(call.args) > position else None
    if not isinstance(code, ast.Constant) or any(keyword.arg is None for keyword in call.keywords):
        return set()
    details = {keyword.arg for keyword in call.keywords if keyword.arg}
    return named_by(rules.RULES[str(code.value)]) - details - given


def test_refusals_give_what_their_rule_names() -> None:
    found = {where: missing(call, 0, BY_CELL | DEFAULT) for where, call in calls("UnreadableError")}
    assert len(found) > 40
    assert {where: lacking for where, lacking in found.items() if lacking} == {}


def test_remarks_give_what_their_rule_names() -> None:
    found = {where: missing(call, 1, BY_CELL | REMARKED) for where, call in calls("Remarked")}
    assert len(found) > 15
    assert {where: lacking for where, lacking in found.items() if lacking} == {}


UNKNOWN = {
    "R22": {"name", "state"},
    "K04": {"name", "why"},
    "M06": {"what"},
    "D03": {"choices", "hint"},
    "Y02": {"value"},
}
"""What is given for a value that a column does not know, where that is not what all others are given."""
ANY_UNKNOWN = frozenset({"name", "hint", "guest", "value", "sheet", "heading"})


@pytest.mark.parametrize(
    "column",
    [*info_columns().values(), *(column for table in TABLES for column in table.columns)],
    ids=lambda column: column.heading,
)
def test_columns_name_rules_that_can_be_said(column: Column) -> None:
    if column.required:
        assert named_by(rules.RULES[column.required]) <= {"heading", "help", "state"}
    assert named_by(rules.RULES[column.unknown]) <= UNKNOWN.get(column.unknown, ANY_UNKNOWN) | BY_CELL
    for code in column.respelt.values():
        assert named_by(rules.RULES[code]) <= BY_CELL | REMARKED


def test_a_finding_without_its_details_fails_where_it_is_made() -> None:
    rule = next(rule for rule in all_rules() if named_by(rule))
    with pytest.raises(KeyError):
        rule.at(Location())
