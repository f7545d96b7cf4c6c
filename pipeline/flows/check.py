"""Reads and checks a workbook; on request hands the findings back inside a copy, and draws the year at a glance."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.delivery.sinks import Sink
from pipeline.errors import BadRequestError
from pipeline.facts.branch import Branch
from pipeline.flows.examining import examine, opened
from pipeline.flows.requests import Cancel, CheckRequest, Phase, Progress, Watch
from pipeline.reporting.report import Report
from pipeline.workbook.reading.container import WorkbookFile

CALENDAR = "全年一览"
FILE_SUFFIXES = frozenset({".xlsx", ".xls", ".xlsm", ".et", ".doc", ".wps", ".pdf", ".htm", ".txt", ".csv"})
"""Endings by which a name is meant for a file, not for a folder."""


def check(
    request: CheckRequest, *, sink: Sink | None = None, progress: Progress | None = None, cancel: Cancel | None = None
) -> Report:
    """Check a workbook; what is asked for besides the report goes into the sink, or onto the disk without one.

    Raises ZhibuError where the workbook cannot be read at all or something cannot be written.
    """
    watch = Watch(progress, cancel)
    package = opened(request.workbook, request.name)
    branch, findings = examine(package, request.as_of, watch)
    report = Report(
        workbook=request.path.name,
        branch=branch.info.full_name,
        as_of=branch.as_of,
        findings=findings,
        switched_off=sorted(branch.settings.switched_off),
        strict=request.strict,
    )
    watch.at(Phase.DELIVERING)
    if request.mark:
        report = replace(report, marked=mark(request, package, branch, report, sink))
    return report if request.calendar is None else draw_calendar(request, request.calendar, branch, report, sink)


def mark(request: CheckRequest, package: WorkbookFile, branch: Branch, report: Report, sink: Sink | None) -> str:
    """Write the marked copy of a workbook, with the findings and the year at a glance as sheets; give its path.

    Raises ZhibuError, with nothing written, where it cannot be made or would cover a file that is not ours.
    """
    # Deferred: 0.02 s that a check without a marked copy does without.
    from pipeline.glance import glance_sheet, year_glance  # noqa: PLC0415
    from pipeline.marking.copy import is_marked_copy, marked_copy, places_without_note, sheet_names  # noqa: PLC0415
    from pipeline.marking.findings_sheet import findings_sheet  # noqa: PLC0415
    from pipeline.marking.saving import name_of_original, refuse_target, save, target_for  # noqa: PLC0415

    marked = is_marked_copy(package.data)
    target = target_for(request.path, request.mark_to, marked=marked)
    if sink is None:
        _refuse_bytes(request)
        refuse_target(target, request.path, marked=marked)
    overview = findings_sheet(
        report.findings,
        workbook=name_of_original(request.path, marked=marked),
        as_of=report.as_of,
        sheets=sheet_names(package.data),
        without_note=places_without_note(package.data, report.findings),
    )
    sheets = [overview]
    if not report.unusable:
        sheets.append(glance_sheet(year_glance(branch, errors=len(report.errors))))
    data = marked_copy(package.data, report.findings, sheets)
    if sink is not None:
        return put_into(sink, {target.name: data})[0]
    save(target, data, read_before=package.data, workbook=request.path)
    return target.as_posix()


def draw_calendar(request: CheckRequest, where: Path, branch: Branch, report: Report, sink: Sink | None) -> Report:
    """Write the year at a glance; not from a workbook that lacks a sheet or a column it cannot do without.

    Raises OutputFaultError where a file is there that the program did not write, BadRequestError for a strange name.
    """
    # Deferred: a plain check does without.
    from pipeline.delivery.single import put_files  # noqa: PLC0415
    from pipeline.flows.overview import glance_docx  # noqa: PLC0415
    from pipeline.glance import glance_html, is_ours, year_glance  # noqa: PLC0415

    if report.unusable:
        return report
    writers = {".docx": glance_docx, ".html": glance_html}
    paths = calendar_paths(request.path, where, tuple(writers))
    glance = year_glance(branch, errors=len(report.errors))
    files = {path: writers[path.suffix.lower()](glance) for path in paths}
    if sink is not None:
        return replace(report, calendar=put_into(sink, {path.name: data for path, data in files.items()}))
    _refuse_bytes(request)
    put_files(files, ours=is_ours)
    return replace(report, calendar=[path.as_posix() for path in paths])


def put_into(sink: Sink, files: Mapping[str, bytes]) -> list[str]:
    """Hand single files to a sink; give their paths."""
    with sink.open("") as delivery:
        for name, data in files.items():
            delivery.put(name, data)
        delivery.commit()
    return [sink.path("", name) for name in files]


def _refuse_bytes(request: CheckRequest) -> None:
    if isinstance(request.workbook, bytes):
        raise BadRequestError("工作簿是直接给的内容，没有文件夹可写", remedy="给出接收文件的地方（sink）")


def calendar_paths(workbook: Path, where: Path, suffixes: Collection[str]) -> list[Path]:
    """Choose the files: the one named, or one of each format in a folder, under the workbook's name."""
    if where.suffix.lower() in suffixes and not where.is_dir():
        return [where]
    if not where.is_dir() and where.suffix.lower() in FILE_SUFFIXES:
        raise BadRequestError(
            f"全年一览不能写成 {where.suffix} 文件", remedy="文件名以 .docx 或 .html 结尾，或写文件夹"
        )
    return [where / f"{workbook.stem}-{CALENDAR}{suffix}" for suffix in suffixes]
