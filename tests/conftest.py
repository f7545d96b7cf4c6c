"""Fixtures that several test files share; the example year is generated once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from pipeline.flows.job import Request, generate
from pipeline.reporting.report import Report
from tests.support.word import documents_in

EXAMPLE = Path(__file__).parents[1] / "inputs" / "example-2025.xlsx"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="session")
def example_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Report, Path]]:
    """Generate the whole example year once."""
    folder = tmp_path_factory.mktemp("example")
    report = generate(Request(workbook=EXAMPLE, as_of=TODAY, output=folder))
    yield report, folder


@pytest.fixture(scope="session")
def example_documents(example_run: tuple[Report, Path]) -> dict[str, bytes]:
    """Give the documents of the example year: path below the output folder to bytes."""
    return documents_in(example_run[1])
