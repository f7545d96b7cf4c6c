"""Times `zhibu check` on ever larger workbooks, to show that it grows with them and no faster: python -m benchmarks.check."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from benchmarks.workload import AS_OF, workbook
from pipeline.checks import check_branch
from pipeline.facts.branch import Branch
from pipeline.workbook import read_workbook

SIZES = (1250, 2500, 5000, 10_000)
HEAD = ("members", "rows", "read s", "checks s", "whole run s", "peak MB", "ms per member", "÷ smallest")


@dataclass(frozen=True, slots=True)
class Measured:
    """What one workbook cost, in a process of its own."""

    members: int
    rows: int
    read: float
    checks: float
    whole: float = 0.0
    """From the start of `zhibu check` to its end, the report included."""
    peak: float = 0.0
    """Megabytes of resident memory at the most, of that run."""


def measure(path: Path, members: int) -> Measured:
    """Read and check a workbook in this process."""
    start = time.perf_counter()
    records, _ = read_workbook(path)
    read = time.perf_counter()
    check_branch(Branch(records, AS_OF))
    done = time.perf_counter()
    rows = sum(len(rows) for _, rows in records.tables())
    return Measured(members, rows, read - start, done - read)


def run(path: Path, members: int) -> Measured:
    """Measure the stages in one process and the command in another."""
    stages = subprocess.run(
        [sys.executable, "-m", "benchmarks.check", "--one", str(path), str(members)], check=True, capture_output=True
    )
    command = [sys.executable, "-m", "pipeline", "check", "--as-of", str(AS_OF), str(path)]
    start = time.perf_counter()
    watched = subprocess.run(
        [sys.executable, "-c", WATCH, *command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    whole = time.perf_counter() - start
    return Measured(**{**json.loads(stages.stdout), "whole": whole, "peak": int(watched.stderr.split()[-1]) / 1024})


WATCH = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr)
"""
"""Runs a command and tells the most memory it had; a process of its own, for the figure is of all children together."""


def table(found: list[Measured]) -> str:
    """Lay out the figures; the last column stays near 1 where the time grows with the workbook and no faster."""
    lines = ["| " + " | ".join(HEAD) + " |", "|" + "---:|" * len(HEAD)]
    first = found[0].whole / found[0].members
    for one in found:
        each = one.whole / one.members
        cells = (
            f"{one.members:,}",
            f"{one.rows:,}",
            f"{one.read:.2f}",
            f"{one.checks:.2f}",
            f"{one.whole:.2f}",
            f"{one.peak:.0f}",
            f"{each * 1000:.2f}",
            f"{each / first:.2f}",
        )
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


@click.command(help=__doc__)
@click.option("--sizes", type=int, multiple=True, default=SIZES, help="Members; may be given several times.")
@click.option("--one", type=(Path, int), hidden=True)
def main(sizes: tuple[int, ...], one: tuple[Path, int] | None) -> None:
    """Print the table."""
    if one is not None:
        click.echo(json.dumps(asdict(measure(*one))))
        return
    with tempfile.TemporaryDirectory() as folder:
        found = []
        for members in sizes:
            path = Path(folder) / f"{members}.xlsx"
            workbook(path, members, whole=True)
            found.append(run(path, members))
    click.echo(table(found))


if __name__ == "__main__":
    main()
