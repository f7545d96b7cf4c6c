"""Every rule is declared where it is reported: by a check, or here as the reader's or a flow's."""

from __future__ import annotations

from pipeline.checks import CHECKS, checks_of
from pipeline.checks.tools.declaring import rules_of
from pipeline.findings import Rule
from pipeline.rules import RULES, all_rules, catalogue
from pipeline.rules import cells as reading
from pipeline.schema import TABLES
from pipeline.schema.branch import info_columns

DECLARED = frozenset(rule for check in CHECKS for rule in rules_of(check))
FLOWS = {"G07", "G08", "G12", "Y09", "Y14"}
"""Reported while generating: templates, the count of what was written, and the length of the summary."""
READERS = {"G09", "G10", "G11"}
"""Reported while reading 设置 and the version of the workbook."""


def of_columns() -> set[Rule]:
    """Give the rules that a column declares: a blank, unknown or otherwise spelt value breaks them."""
    columns = [*info_columns().values(), *(column for table in TABLES for column in table.columns)]
    codes = {code for column in columns for code in (column.required, column.unknown, *column.respelt.values()) if code}
    return {RULES[code] for code in codes | {table.duplicate for table in TABLES}}


def test_every_rule_is_declared_once_by_its_kind() -> None:
    read = {rule for rule in all_rules() if rule in vars(reading).values()} | of_columns()
    elsewhere = {rule for rule in all_rules() if rule.code in FLOWS | READERS}
    nobody = set(all_rules()) - DECLARED - read - elsewhere
    assert {(rule.code, rule.title) for rule in nobody} == set()
    assert elsewhere & (DECLARED | read) == set()


def test_checks_declare_rules_of_the_catalogue() -> None:
    assert set(all_rules()) >= DECLARED
    assert all(rules_of(check) for check in CHECKS)
    assert len(set(CHECKS)) == len(CHECKS)


def test_from_a_rule_to_its_checks_is_one_step() -> None:
    assert names_of("M06") == ["present_as_computed", "absentees_were_expected", "speakers_were_there"]
    assert names_of("M20") == ["keys_unique", "not_twice_a_day"]
    assert names_of("C07") == names_of("X99") == []


def names_of(code: str) -> list[str]:
    """Name the checks that may report a code."""
    return [check.__name__ for check in checks_of(code)]


def test_codes_are_one_letter_and_two_figures() -> None:
    assert [code for code in catalogue() if len(code) != 3 or not code[1:].isdigit()] == []
