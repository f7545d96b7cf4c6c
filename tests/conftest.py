"""Fixtures that several test files share; the example year is generated once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import wraps
from pathlib import Path

import pytest

from pipeline import checks
from pipeline.checks.tools.declaring import Check, rules_of, yields
from pipeline.facts.branch import Branch
from pipeline.findings import Finding, Location, Rule
from pipeline.flows.generate import generate
from pipeline.flows.requests import GenerateRequest
from pipeline.reporting.report import Report
from tests.support.word import documents_in

EXAMPLE = Path(__file__).parents[1] / "inputs" / "example-2025.xlsx"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def example_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Report, Path]]:
    """Generate the whole example year once."""
    folder = tmp_path_factory.mktemp("example")
    report = generate(GenerateRequest(workbook=EXAMPLE, as_of=TODAY, output=folder))
    yield report, folder


@pytest.fixture(scope="session")
def example_documents(example_run: tuple[Report, Path]) -> dict[str, bytes]:
    """Give the documents of the example year: path below the output folder to bytes."""
    return documents_in(example_run[1])


def held_to_its_rules(check: Check) -> Check:
    """Let a check report only rules that it declares."""

    @yields(*rules_of(check))
    @wraps(check)
    def watched(branch: Branch) -> Iterator[Finding]:
        for finding in check(branch):
            assert finding.rule in rules_of(check), f"{check.__name__} does not declare {finding.rule.code}"
            yield finding

    return watched


@pytest.fixture(autouse=True, scope="session")
def checks_yield_what_they_declare() -> Iterator[None]:
    """Hold every check to its declaration wherever a test checks a branch."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checks, "CHECKS", tuple(map(held_to_its_rules, checks.CHECKS)))
        yield


@pytest.fixture(autouse=True, scope="session")
def findings_say_all_they_must() -> Iterator[None]:
    """Make every sentence where the finding is made: a missing detail fails there, not while a report is printed."""
    plain = Rule.at

    def at(rule: Rule, where: Location, *further: Location, **detail: object) -> Finding:
        finding = plain(rule, where, *further, **detail)
        assert finding.message
        assert finding.remedy
        return finding

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Rule, "at", at)
        yield
