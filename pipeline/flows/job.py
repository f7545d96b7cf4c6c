"""The whole story: read the workbook, check it, plan the documents, render them, deliver them, report."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.checks import check_branch
from pipeline.errors import BadRequestError, OutputFaultError
from pipeline.facts.branch import Branch
from pipeline.findings import Finding, Location
from pipeline.reporting.report import Document, Report, Skipped
from pipeline.rules import notes as run
from pipeline.rules import summary
from pipeline.schema import INFO_SHEET, TABLES
from pipeline.settings import SETTINGS_SHEET
from pipeline.wording import joined
from pipeline.workbook import read_package
from pipeline.workbook.reading.container import Package, open_package

if TYPE_CHECKING:
    from pipeline.delivery.store import Delivered, Store
    from pipeline.documents import Planned

SHEET_ORDER = ("", INFO_SHEET, *(table.name for table in TABLES), SETTINGS_SHEET)
CALENDAR = "全年一览"
FILE_SUFFIXES = frozenset({".xlsx", ".xls", ".xlsm", ".et", ".doc", ".wps", ".pdf", ".htm", ".txt", ".csv"})
"""Endings by which a name is meant for a file, not for a folder."""
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
    strict: bool = False
    """End with exit status 1 for breaches of a party rule, too."""
    mark: bool = False
    """Hand the findings back inside a copy of the workbook, too."""
    mark_to: Path | None = None
    """Where the marked copy goes; beside the workbook if None."""
    calendar: Path | None = None
    """Where `check` writes the year at a glance: a file or a folder; None for not at all."""
    jobs: int = 1
    """How many processes fill documents."""
    afresh: bool = False
    """Fill every document with docxtpl's own steps and keep nothing from one to the next: slow, the same bytes."""
    progress: Progress = field(default=lambda _done, _all: None)


def check(request: Request) -> Report:
    """Read and check a workbook. Raises ZhibuError where it cannot be read at all."""
    package = open_package(request.workbook)
    branch, findings = examine(request, package)
    report = Report(
        workbook=request.workbook.name,
        as_of=branch.as_of,
        findings=findings,
        switched_off=sorted(branch.settings.switched_off),
        strict=request.strict,
    )
    if request.mark:
        report = replace(report, marked=mark(request, package, branch, report).as_posix())
    return report if request.calendar is None else draw_calendar(request.workbook, request.calendar, branch, report)


def draw_calendar(workbook: Path, where: Path, branch: Branch, report: Report) -> Report:
    """Write the year at a glance; not from a workbook that lacks a sheet or a column it cannot do without.

    Raises OutputFaultError where a file is there that the program did not write, BadRequestError for a strange name.
    """
    # Deferred: a plain check does without.
    from pipeline.delivery.single import put_files  # noqa: PLC0415
    from pipeline.glance import glance_docx, glance_html, is_ours, year_glance  # noqa: PLC0415

    if report.unusable:
        return report
    writers = {".docx": glance_docx, ".html": glance_html}
    paths = calendar_paths(workbook, where, tuple(writers))
    glance = year_glance(branch, errors=len(report.errors))
    put_files({path: writers[path.suffix.lower()](glance) for path in paths}, ours=is_ours)
    return replace(report, calendar=[path.as_posix() for path in paths])


def calendar_paths(workbook: Path, where: Path, suffixes: Collection[str]) -> list[Path]:
    """Choose the files: the one named, or one of each format in a folder, under the workbook's name."""
    if where.suffix.lower() in suffixes and not where.is_dir():
        return [where]
    if not where.is_dir() and where.suffix.lower() in FILE_SUFFIXES:
        raise BadRequestError(
            f"全年一览不能写成 {where.suffix} 文件", remedy="文件名以 .docx 或 .html 结尾，或写文件夹"
        )
    return [where / f"{workbook.stem}-{CALENDAR}{suffix}" for suffix in suffixes]


def mark(request: Request, package: Package, branch: Branch, report: Report) -> Path:
    """Write the marked copy of a workbook, with the findings and the year at a glance as sheets; give its path.

    Raises ZhibuError, with nothing written, where it cannot be made or would cover a file that is not ours.
    """
    # Deferred: 0.02 s that a check without a marked copy does without.
    from pipeline.glance import glance_sheet, year_glance  # noqa: PLC0415
    from pipeline.marking.copy import is_marked_copy, marked_copy, places_without_note, sheet_names  # noqa: PLC0415
    from pipeline.marking.findings_sheet import findings_sheet  # noqa: PLC0415
    from pipeline.marking.saving import name_of_original, refuse_target, save, target_for  # noqa: PLC0415

    marked = is_marked_copy(package.data)
    target = target_for(request.workbook, request.mark_to, marked=marked)
    refuse_target(target, request.workbook, marked=marked)
    overview = findings_sheet(
        report.findings,
        workbook=name_of_original(request.workbook, marked=marked),
        as_of=report.as_of,
        sheets=sheet_names(package.data),
        without_note=places_without_note(package.data, report.findings),
    )
    sheets = [overview]
    if not report.unusable:
        sheets.append(glance_sheet(year_glance(branch, errors=len(report.errors))))
    data = marked_copy(package.data, report.findings, sheets)
    save(target, data, read_before=package.data, workbook=request.workbook)
    return target


def examine(request: Request, package: Package | None = None) -> tuple[Branch, list[Finding]]:
    """Read a workbook into a branch, with everything that is wrong with it."""
    records, findings = read_package(package or open_package(request.workbook))
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

    told = template_findings(request.templates) if request.templates is not None else []
    branch, findings = examine(request)
    findings = [*told, *findings]
    planned = plan_documents(branch)
    asked = [document for document in planned if not request.only or document.kind in request.only]
    chosen, skipped = choose(asked, findings)
    report = Report(
        workbook=request.workbook.name,
        as_of=branch.as_of,
        findings=findings,
        switched_off=sorted(branch.settings.switched_off),
        strict=request.strict,
        generating=True,
        only=tuple(request.only),
    )
    blocked = skipped or unplanned(planned, request.only, report.errors)
    if report.unusable:
        return report.with_skipped(skipped)
    if blocked and not request.keep_going:
        return report.with_skipped(skipped, held=len(chosen))
    folder = request.output / branch_folder(branch)
    return deliver(request, branch, report.with_skipped(skipped), chosen, planned, folder)


def unplanned(planned: Iterable[Planned], only: Collection[str], errors: Iterable[Finding]) -> list[Finding]:
    """List the errors for whose rows a document was asked, but none can even be planned."""
    kinds = {
        table.name: {kind for column in table.columns for kind in column.prints if not only or kind in only}
        for table in TABLES
    }
    rows = {origin.key for document in planned if not document.whole_workbook for origin in document.sources}
    return [e for e in errors if e.where.row and kinds.get(e.where.sheet) and (e.where.sheet, e.where.row) not in rows]


def template_findings(folder: Path) -> list[Finding]:
    """Say which templates come from the user's folder, and which files there are none.

    Raises BadRequestError where there is no such folder.
    """
    from pipeline.rendering import template_folders  # noqa: PLC0415

    if not folder.is_dir():
        why = "不是文件夹" if folder.exists() else "不存在"
        raise BadRequestError(
            f"模板文件夹 {folder} {why}", remedy="写明放模板的文件夹；不写 --templates 就用自带的模板"
        )
    own = sorted(path.stem for path in folder.glob("*.docx") if not path.name.startswith("~$"))
    known = sorted({path.stem for shipped in template_folders(None) for path in shipped.glob("*.docx")})
    found = []
    for name in own:
        if name not in known:
            near = get_close_matches(name, known, n=1, cutoff=0.3)
            hint = f"，是不是“{near[0]}.docx”" if near else ""
            found.append(run.G07.at(Location(), name=name, hint=hint, known=joined(known)))
    taken = [name for name in own if name in known]
    if taken:
        return [*found, run.G08.at(Location(), names=joined(taken))]
    return [*found, run.G08_NONE.at(Location(), folder=folder, known=joined(known))]


def deliver(
    request: Request, branch: Branch, report: Report, chosen: list[Planned], planned: list[Planned], folder: Path
) -> Report:
    """Render the chosen documents one by one into the staging area, then move them into place all together.

    The index tells of everything planned that the folder holds, also of what an earlier run wrote.
    """
    from pipeline.delivery.index import INDEX_PATH, REPORT_PATH, index_bytes  # noqa: PLC0415
    from pipeline.delivery.store import open_store  # noqa: PLC0415
    from pipeline.rendering import Engine, Order, Properties, fill_all, template_folders  # noqa: PLC0415
    from pipeline.reporting.text import report_text  # noqa: PLC0415

    author = branch.info.short_name
    orders = (
        Order(
            template=document.template,
            context=document.build(),
            properties=Properties(title=document.title, author=author, day=document.day),
        )
        for document in chosen
    )
    engine = Engine(template_folders(request.templates), afresh=request.afresh)
    engine.prepare({document.template for document in chosen})
    with open_store(folder) as store:
        filled = fill_all(engine, orders, request.jobs)
        for done, (document, data) in enumerate(zip(chosen, filled, strict=True), start=1):
            store.put(document.path, data, kind=document.kind, sources=map(str, document.sources))
            request.progress(done, len(chosen))
        store.commit()
        listed = store.standing(document.path for document in planned)
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
            skipped.append(Skipped(path=document.path, kind=document.kind, reasons=tuple(touching)))
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
    return store.orphans(document.path for document in chosen)


def start_workbook(path: Path, year: int, *, example: bool) -> None:
    """Write the blank workbook of a year, or the example; never over a file that is there.

    Raises OutputFaultError where the file exists or cannot be written.
    """
    # Deferred: XlsxWriter takes 0.05 s that no other command needs.
    from pipeline.workbook.starting.example import example_workbook  # noqa: PLC0415
    from pipeline.workbook.starting.starter import blank_workbook  # noqa: PLC0415

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
