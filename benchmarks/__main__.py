"""Runs the benchmark: `python -m benchmarks --help`."""

from __future__ import annotations

import json
import os
import pickle
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path

import click

from benchmarks.flat import Flat, flatten, words_of
from benchmarks.workload import AS_OF, TARGETS_EACH, workbook
from pipeline.checks import check_branch
from pipeline.delivery.store import open_store
from pipeline.documents import plan_documents
from pipeline.documents.kinds import BY_NAME
from pipeline.facts.branch import Branch
from pipeline.flows.examining import examine, opened
from pipeline.rendering import Engine, Properties, template_folders
from pipeline.rendering.core import stamp
from pipeline.workbook.reading.cells import read_book
from pipeline.workbook.reading.container import open_package
from pipeline.workbook.reading.sheets import read_records

ROOT = Path(__file__).resolve().parents[1]
TEMPLATE = ROOT / "templates" / "党员目标管理责任书.docx"
EXAMPLE = ROOT / "inputs" / "example-2025.xlsx"
PROPERTIES = Properties(title="责任书", author="支部", day=date(2025, 1, 20))
OURS, FLOOR, DOCUMENTED = "zhibu", "floor", "docxtpl, new object per document"


@dataclass(frozen=True)
class Tool:
    """A tool and how its process is started."""

    name: str
    command: Sequence[str]
    tail: Sequence[str] = ()
    """What follows the folders of the job and of the output."""


@dataclass
class Timing:
    """What the rounds of one tool gave."""

    seconds: list[float] = field(default_factory=list)
    peak: int = 0
    """Kilobytes of resident memory at the most."""


def tools(node: Path | None, rust: Path | None) -> list[Tool]:
    """List the tools that this machine has."""
    module = [sys.executable, "-m"]
    found = [
        Tool(OURS, [*module, "benchmarks.tools.ours"]),
        Tool(FLOOR, [*module, "benchmarks.tools.floor"]),
        Tool(DOCUMENTED, [*module, "benchmarks.tools.docxtpl_new"]),
        Tool("docxtpl, one object re-used", [*module, "benchmarks.tools.docxtpl_reused"]),
    ]
    if installed("docx-mailmerge2"):
        found.append(Tool("docx-mailmerge2", [*module, "benchmarks.tools.mailmerge"], ["mailmerge"]))
    program = shutil.which("node")
    for name in ("docxtemplater", "carbone"):
        if program and node and (node / name).is_dir():
            script = str(ROOT / "benchmarks" / "tools" / f"{name}.cjs")
            found.append(Tool(name, [program, script], [str(node)]))
    if rust:
        found.append(Tool("rust-docxtpl, new object per document", [str(rust), "-m", "benchmarks.tools.docxtpl_new"]))
    return found


def installed(name: str) -> str:
    """Give the version of a distribution; nothing if it is not there."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def prepare(folder: Path, members: int, *, flat_too: bool) -> Path:
    """Write the job: workbook, template, contexts; on request flat templates for tools without a language."""
    job = folder / f"job{members}"
    job.mkdir()
    workbook(job / "workbook.xlsx", members)
    branch, _ = examine(opened(job / "workbook.xlsx", "workbook.xlsx"), AS_OF)
    contexts = [
        {**document.build(), "文书": stamp(PROPERTIES)} for document in plan_documents(branch, [BY_NAME["责任书"]])
    ]
    shutil.copy(TEMPLATE, job / "template.docx")
    (job / "full.pickle").write_bytes(pickle.dumps(contexts))
    if not flat_too:
        return job
    engine = Engine(template_folders(None))
    flat: Flat = flatten([engine.render(TEMPLATE.stem, context, PROPERTIES) for context in contexts])
    (job / "flat.pickle").write_bytes(pickle.dumps(flat.contexts))
    (job / "flat.json").write_text(json.dumps(flat.contexts, ensure_ascii=False), encoding="utf-8")
    for name, data in flat.templates.items():
        (job / f"{name}.docx").write_bytes(data)
    return job


def run_tool(tool: Tool, job: Path, output: Path) -> tuple[float, int]:
    """Run a tool in a process of its own; gives seconds of its loop and its peak memory."""
    shutil.rmtree(output, ignore_errors=True)
    output.mkdir()
    _, peak, told = launched([*tool.command, str(job), str(output), *tool.tail])
    return float(json.loads(told)["seconds"]), peak


def engines(chosen: Iterable[Tool], job: Path, folder: Path, rounds: int) -> dict[str, Timing]:
    """Run the tools alternating, several rounds; all must write the same words."""
    timings: dict[str, Timing] = {}
    words: dict[str, list[str]] = {}
    for _ in range(rounds):
        for tool in chosen:
            seconds, peak = run_tool(tool, job, folder / "out")
            timing = timings.setdefault(tool.name, Timing())
            timing.seconds.append(seconds)
            timing.peak = max(timing.peak, peak)
            words[tool.name] = [words_of(path.read_bytes()) for path in sorted((folder / "out").iterdir())]
    for name, found in words.items():
        if found != words[OURS]:
            raise click.ClickException(f"{name} wrote other words than {OURS}")
    return timings


LAUNCH = """
import os, sys, time
start = time.perf_counter()
child = os.fork()
if not child:
    os.execv(sys.argv[1], sys.argv[1:])
status, usage = os.wait4(child, 0)[1:]
print("\\n", time.perf_counter() - start, usage.ru_maxrss, os.waitstatus_to_exitcode(status), file=sys.stderr)
"""
"""A process inherits the peak memory of the one that starts it; this one is small."""


def launched(command: Sequence[str]) -> tuple[float, int, str]:
    """Run a command in a process of its own; gives seconds, peak memory in kilobytes, and what it printed."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore", "PYTHONDONTWRITEBYTECODE": ""}
    done = subprocess.run(
        [sys.executable, "-S", "-c", LAUNCH, *command],
        check=True,
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
    )
    seconds, peak, status = done.stderr.rsplit("\n", 2)[-2].split()
    if status != "0":
        raise click.ClickException(f"{' '.join(command)} ended with {status}: {done.stderr}")
    return float(seconds), int(peak), done.stdout


def timed(command: Sequence[str], rounds: int, before: Callable[[], None] = lambda: None) -> Timing:
    """Time whole processes."""
    timing = Timing()
    for _ in range(rounds):
        before()
        seconds, peak, _ = launched(command)
        timing.seconds.append(seconds)
        timing.peak = max(timing.peak, peak)
    return timing


def generate(book: Path, output: Path, rounds: int, *options: str) -> Timing:
    """Time `zhibu generate`, process start and all, into an empty folder."""
    command = [sys.executable, "-m", "pipeline", "generate", str(book), "-o", str(output), *options]
    return timed(command, rounds, lambda: shutil.rmtree(output, ignore_errors=True))


def stages(book: Path) -> dict[str, float]:
    """Time the stages of a run in this process, in seconds."""
    marks = [("", time.perf_counter())]

    def mark(name: str) -> None:
        marks.append((name, time.perf_counter()))

    package = open_package(book)
    mark("guard")
    cells = read_book(package)
    mark("cells")
    records, _ = read_records(cells)
    mark("records")
    branch = Branch(records, AS_OF)
    check_branch(branch)
    mark("checks")
    planned = plan_documents(branch)
    mark("plan")
    engine = Engine(template_folders(None))
    engine.prepare({document.template for document in planned})
    mark("compile templates")
    contexts = [document.build() for document in planned]
    mark("contexts")
    filled = [
        engine.render(plan.template, context, PROPERTIES) for plan, context in zip(planned, contexts, strict=True)
    ]
    mark("render and pack")
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "out") as store:
        mark("")
        for plan, data in zip(planned, filled, strict=True):
            store.put(f"{plan.folder}/{plan.name}.docx", data, kind=plan.kind, sources=map(str, plan.sources))
        mark("stage and hash")
        store.commit()
        mark("move into place")
    return {name: end - start for (_, start), (name, end) in pairwise(marks) if name}


def spread(timing: Timing, documents: int) -> str:
    """Write median and range in milliseconds per document."""
    ms = sorted(seconds * 1000 / documents for seconds in timing.seconds)
    return f"{statistics.median(ms):.3f} ({ms[0]:.3f} to {ms[-1]:.3f})"


def ratio(timing: Timing, other: Timing) -> float:
    """Divide two tools round by round; the median."""
    return statistics.median(a / b for a, b in zip(timing.seconds, other.seconds, strict=False))


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def engine_table(timings: dict[str, Timing], documents: int) -> str:
    """Write the table of the engines."""
    ours, floor = timings[OURS], timings[FLOOR]
    rows = [
        (name, spread(timing, documents), f"{ratio(timing, floor):.2f}", f"{ratio(timing, ours):.2f}", f"{timing.peak / 1024:.0f}")
        for name, timing in sorted(timings.items(), key=lambda item: statistics.median(item[1].seconds))
    ]  # fmt: skip
    return table(("tool", "ms per document: median (range)", "× floor", "× zhibu", "peak MB"), rows)


def machine() -> str:
    """Say on what this ran."""
    names = ("docxtpl", "python-docx", "jinja2", "lxml", "python-calamine", "docx-mailmerge2")
    libraries = ", ".join(f"{name} {installed(name)}" for name in names if installed(name))
    cpus = os.cpu_count()
    return f"{date.today().isoformat()}, {platform.system()} {platform.machine()}, {cpus} cores, Python {platform.python_version()}, {libraries}"


@click.command()
@click.option("--members", default=1000, help="Members of the branch, so documents.")
@click.option("--many", default=10_000, help="Members of the large branch that only our own run and the floor fill.")
@click.option("--rounds", default=5, help="How often each tool runs, in turn.")
@click.option(
    "--node", type=click.Path(path_type=Path), help="A node_modules folder with docxtemplater, pizzip, carbone."
)
@click.option("--rust", type=click.Path(path_type=Path), help="Python of an environment with rust-docxtpl.")
@click.option("--folder", type=click.Path(path_type=Path), help="Where to work; a memory disk steadies the figures.")
@click.option("--write", type=click.Path(path_type=Path), help="Write the tables to this Markdown file.")
def main(
    members: int, many: int, rounds: int, node: Path | None, rust: Path | None, folder: Path | None, write: Path | None
) -> None:
    """Time our engine and our whole run beside other tools; everything is a ratio taken in one run."""
    sections = []
    with tempfile.TemporaryDirectory(dir=folder) as name:
        work = Path(name)
        job, large = prepare(work, members, flat_too=True), prepare(work, many, flat_too=False)
        found = tools(node.resolve() if node else None, rust)
        timings = engines(found, job, work, rounds)
        sections.append(
            f"## Engine only: {members:,} agreements, {TARGETS_EACH} targets each\n\n" + engine_table(timings, members)
        )
        own = [tool for tool in found if tool.name in {OURS, FLOOR}]
        more = engines(own, large, work, max(1, rounds // 2))
        sections.append(f"## Engine only: {many:,} agreements\n\n" + engine_table(more, many))
        sections.append(whole_section(job, large, work, rounds, timings, (members, many)))
        sections.append(stage_section(job, large, (members, many)))
        sections.append(start_section(work, rounds))
    text = "\n".join(sections)
    click.echo(text)
    if write:
        write.write_text(HEAD.format(machine=machine(), rounds=rounds) + text, encoding="utf-8")


HEAD = """# Performance

Measured with `python -m benchmarks` on {machine}; {rounds} rounds, each tool in a process of its own, in turn. Machines are
noisy: read the ratios, which are taken round by round, and not the times. What each row means: ../benchmarks/README.md.

"""


def whole_section(
    job: Path, large: Path, work: Path, rounds: int, timings: dict[str, Timing], sizes: tuple[int, int]
) -> str:
    """Time whole runs, workbook to documents."""
    members, many = sizes
    output, as_of = work / "whole", ("--as-of", str(AS_OF))
    base = timed([sys.executable, "-c", "import docxtpl, openpyxl"], rounds)
    small = generate(job / "workbook.xlsx", output, rounds, *as_of, "--jobs", "1")
    two = generate(job / "workbook.xlsx", output, rounds, *as_of, "--jobs", "2")
    big = generate(large / "workbook.xlsx", output, max(1, rounds // 2), *as_of, "--jobs", "1")
    big_two = generate(large / "workbook.xlsx", output, max(1, rounds // 2), *as_of, "--jobs", "2")
    check = [sys.executable, "-m", "pipeline", "check", "--as-of", str(AS_OF)]
    read, read_big = (timed([*check, str(path / "workbook.xlsx")], 1) for path in (job, large))
    year = generate(EXAMPLE, output, rounds)
    documented = timings[DOCUMENTED]
    rows = [
        (f"zhibu generate, {members:,} members", spread(small, members), f"{ratio(documented, small):.1f}", f"{small.peak / 1024:.0f}"),
        (f"the same, --jobs 2, {members:,} members", spread(two, members), f"{ratio(documented, two):.1f}", f"{two.peak / 1024:.0f}"),
        (f"zhibu generate, {many:,} members", spread(big, many), "", f"{big.peak / 1024:.0f}"),
        (f"the same, --jobs 2, {many:,} members", spread(big_two, many), "", f"{big_two.peak / 1024:.0f}"),
        (f"zhibu check, {members:,} members", spread(read, members), "", f"{read.peak / 1024:.0f}"),
        (f"zhibu check, {many:,} members", spread(read_big, many), "", f"{read_big.peak / 1024:.0f}"),
    ]  # fmt: skip
    head = ("run, process start to last file", "ms per member: median (range)", "docxtpl's loop ÷ this", "peak MB")
    growth = statistics.median(big.seconds) / many / (statistics.median(small.seconds) / members)
    return (
        "## Whole runs\n\n"
        + table(head, rows)
        + f"\nPer document, {many:,} members cost {growth:.2f} times what {members:,} do. Checking alone, which reads the "
        f"records and fills nothing, peaks at {read.peak / 1024:.0f} and {read_big.peak / 1024:.0f} MB.\n\n"
        f'The example year takes {ratio(year, base):.2f} times `python -c "import docxtpl, openpyxl"`.\n'
    )


def stage_section(job: Path, large: Path, sizes: tuple[int, int]) -> str:
    """Time the stages of a run."""
    found = [stages(path / "workbook.xlsx") for path in (job, large)]
    rows = [(name, *(f"{times[name] * 1000:.0f}" for times in found)) for name in found[0]]
    return "## Stages of a run\n\n" + table(("stage", *(f"ms, {size:,} members" for size in sizes)), rows)


def start_section(work: Path, rounds: int) -> str:
    """Time the start of the program."""
    python = sys.executable
    click_alone = timed([python, "-c", "import click"], rounds * 4)
    rows = []
    for name, command in (
        ("zhibu --help", [python, "-m", "pipeline", "--help"]),
        ("zhibu check, the example year", [python, "-m", "pipeline", "check", str(EXAMPLE)]),
        ("zhibu new", [python, "-m", "pipeline", "new", str(work / "new.xlsx"), "--year", "2026"]),
    ):
        timing = timed(command, rounds * 4, lambda: (work / "new.xlsx").unlink(missing_ok=True))
        rows.append((name, f"{ratio(timing, click_alone):.2f}"))
    return "## Start\n\n" + table(("command", '× `python -c "import click"`'), rows)


if __name__ == "__main__":
    main()
