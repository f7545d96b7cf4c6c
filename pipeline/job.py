"""The whole story: read the workbook, check it, plan the documents, render them, deliver them, report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.branch import Branch
from pipeline.checks import check_branch
from pipeline.errors import OutputFaultError
from pipeline.findings import Finding, Location
from pipeline.reporting.report import Document, Report, Skipped
from pipeline.rules import summary
from pipeline.schema import INFO_SHEET, TABLES
from pipeline.settings import SETTINGS_SHEET
from pipeline.wording import joined
from pipeline.workbook import read_workbook

if TYPE_CHECKING:
    from pipeline.delivery.store import Delivered, Store
    from pipeline.documents import Planned

SHEET_ORDER = ("", INFO_SHEET, *(table.name for table in TABLES), SETTINGS_SHEET)
Progress = Callable[[int, int], None]
"""Told how many documents of how many are done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a run is asked to do."""

    workbook: Path
    as_of: date
    """The day that counts as today."""
    output: Path = Path("outputs")
    only: Collection[str] = ()
    """Kinds of documents; empty for all."""
    templates: Path | None = None
    """Folder of the user's own templates."""
    keep_going: bool = False
    """Write the documents that no error touches."""
    progress: Progress = field(default=lambda _done, _all: None)


def check(request: Request) -> Report:
    """Read and check a workbook. Raises ZhibuError where it cannot be read at all."""
    branch, findings = examine(request)
    return Report(
        workbook=request.workbook.name,
        as_of=branch.as_of,
        findings=findings,
        switched_off=sorted(branch.settings.switched_off),
    )


def examine(request: Request) -> tuple[Branch, list[Finding]]:
    """Read a workbook into a branch, with everything that is wrong with it."""
    records, findings = read_workbook(request.workbook)
    branch = Branch(records, request.as_of)
    return branch, sorted([*findings, *check_branch(branch)], key=reading_order)


def reading_order(finding: Finding) -> tuple[int, str, int, int, str]:
    """Sort key that puts findings as the workbook is read: sheet by sheet, row by row."""
    where = finding.where
    place = SHEET_ORDER.index(where.sheet) if where.sheet in SHEET_ORDER else len(SHEET_ORDER) * bool(where.sheet)
    return (place, where.sheet, where.row, where.column, finding.rule.code)


def generate(request: Request) -> Report:
    """Read, check, and write the year's documents; with an error nothing is written, unless asked to keep going.

    Raises ZhibuError where the run cannot go on: an unreadable workbook, a faulty template, a locked output.
    """
    # Deferred: these bring Jinja, docxtpl and python-docx, 0.1 s that `check` and a workbook with errors do without.
    from pipeline.documents import branch_folder, plan_documents  # noqa: PLC0415

    branch, findings = examine(request)
    planned = plan_documents(branch, request.only)
    chosen, skipped = choose(planned, findings)
    report = Report(
        workbook=request.workbook.name,
        as_of=branch.as_of,
        findings=findings,
        switched_off=sorted(branch.settings.switched_off),
        generating=True,
    )
    if (skipped and not request.keep_going) or any(finding.rule.blocks_all for finding in report.errors):
        return report.with_skipped(skipped)
    if report.errors and not request.keep_going:
        return report
    folder = request.output / branch_folder(branch)
    return deliver(request, branch, report.with_skipped(skipped), chosen, folder)


def deliver(request: Request, branch: Branch, report: Report, chosen: list[Planned], folder: Path) -> Report:
    """Render the chosen documents one by one into the staging area, then move them into place all together."""
    from pipeline.delivery.index import INDEX_PATH, REPORT_PATH, index_bytes  # noqa: PLC0415
    from pipeline.delivery.store import open_store  # noqa: PLC0415
    from pipeline.rendering import Engine, Properties, template_folders  # noqa: PLC0415
    from pipeline.reporting.text import report_text  # noqa: PLC0415

    engine = Engine(template_folders(request.templates))
    engine.prepare({document.template for document in chosen})
    with open_store(folder) as store:
        for done, document in enumerate(chosen, start=1):
            properties = Properties(title=document.title, author=branch.info.short_name, day=document.day)
            data = engine.render(document.template, document.build(), properties)
            path = f"{document.folder}/{document.name}.docx"
            store.put(path, data, kind=document.kind, sources=map(str, document.sources))
            request.progress(done, len(chosen))
        listed = list(store.delivered)
        store.put(INDEX_PATH, index_bytes(listed))
        store.put(REPORT_PATH, report_text(report).encode("utf-8-sig"))
        store.commit()
        report = replace(report, findings=[*report.findings, *count_again(store, listed)])
        return report.with_documents(documents_of(store, folder), left_over(store, request, chosen))


def count_again(store: Store, listed: Collection[Delivered]) -> list[Finding]:
    """Compare the index with what is on the disk (Y09)."""
    missing = store.missing()
    if not missing:
        return []
    who = "，缺" + joined(missing[:5]) + ("等" if len(missing) > 5 else "")
    return [summary.Y09.at(Location(), listed=len(listed), found=len(listed) - len(missing), who=who)]


def choose(planned: Iterable[Planned], findings: Iterable[Finding]) -> tuple[list[Planned], list[Skipped]]:
    """Part the documents that no error touches from those that one does."""
    errors = [finding for finding in findings if finding.is_error]
    by_row: dict[tuple[str, int], list[Finding]] = {}
    for error in errors:
        by_row.setdefault((error.where.sheet, error.where.row), []).append(error)
    everywhere = [error for error in errors if error.rule.blocks_all]
    chosen, skipped = [], []
    for document in planned:
        touching = errors if document.whole_workbook else list(everywhere)
        if by_row and not document.whole_workbook:
            touching += [error for origin in document.sources for error in by_row.get(origin.key, ())]
        if touching:
            path = f"{document.folder}/{document.name}.docx"
            skipped.append(Skipped(path=path, kind=document.kind, reasons=tuple(touching)))
        else:
            chosen.append(document)
    return chosen, skipped


def documents_of(store: Store, folder: Path) -> list[Document]:
    """Report what became of each document; the index and the report itself are no documents."""
    return [
        Document(
            path=(folder / found.path).as_posix(),
            kind=found.kind,
            sha256=found.sha256,
            sources=found.sources,
            outcome=found.outcome.value,
            failed=found.outcome.name == "FAILED",
            reason=found.reason,
        )
        for found in store.delivered
        if found.kind or found.reason
    ]


def left_over(store: Store, request: Request, chosen: Iterable[Planned]) -> list[str]:
    """List documents of earlier runs that the workbook no longer calls for; not asked of a part of a run."""
    if request.only or request.keep_going:
        return []
    return store.orphans(f"{document.folder}/{document.name}.docx" for document in chosen)


def start_workbook(path: Path, year: int, *, example: bool) -> None:
    """Write the blank workbook of a year, or the example; never over a file that is there.

    Raises OutputFaultError where the file exists or cannot be written.
    """
    # Deferred: XlsxWriter takes 0.05 s that no other command needs.
    from pipeline.workbook.example import example_workbook  # noqa: PLC0415
    from pipeline.workbook.starter import blank_workbook  # noqa: PLC0415

    if path.suffix.lower() != ".xlsx":
        raise OutputFaultError(f"文件名 {path} 要以 .xlsx 结尾", remedy=f"例如 zhibu new {path.stem}.xlsx")
    data = example_workbook() if example else blank_workbook(year)
    try:
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError as error:
        raise OutputFaultError(f"{path} 已经有了，没有覆盖", remedy="换个文件名，或先把原来的移走") from error
    except OSError as error:
        raise OutputFaultError(f"写不了 {path}", remedy="核对文件夹是否存在、能不能写") from error
