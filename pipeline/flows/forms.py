"""Writes the blank forms of one meeting before it takes place, into 会前, outside the manifest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pipeline.delivery.single import Kept, put_new
from pipeline.delivery.sinks import Sink
from pipeline.documents import Planned, branch_folder
from pipeline.documents.branch_fields import BRANCH
from pipeline.documents.kinds import KINDS
from pipeline.documents.meeting_papers import MeetingForm
from pipeline.documents.meeting_subject import MeetingRecord, record_of
from pipeline.errors import BadRequestError
from pipeline.facts.branch import Branch
from pipeline.findings import Finding
from pipeline.flows.blocking import Faults, part
from pipeline.flows.examining import examine, opened
from pipeline.flows.requests import Cancel, FormsRequest, Phase, Progress, Watch
from pipeline.flows.templates import Templates, folder_findings
from pipeline.ooxml.digest import file_digest
from pipeline.rendering import Engine, Properties, template_folders
from pipeline.reporting.report import Document, Held, Report
from pipeline.schema import Meeting
from pipeline.spelling import Spellings
from pipeline.wording import joined, month_day_text

BEFOREHAND = "会前"
"""Folder below the branch's in which the forms lie until the meeting."""
SAVED = "写出"
SAME = "没有变化"
OTHER = "已有一份不一样的，另存"


def forms(
    request: FormsRequest,
    *,
    sink: Sink | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Report:
    """Write the blank forms of one meeting into the sink, or below the request's folder without one.

    Errors of the workbook hold a form only where they concern it, and only these are reported. A file that is there
    stays; what differs from it goes beside it under a new name. Raises ZhibuError where the run cannot go on:
    BadRequestError, among others, where there is no such meeting.
    """
    watch = Watch(progress, cancel)
    told = list(folder_findings(request.templates)) if request.templates is not None else []
    branch, findings = examine(opened(request.workbook, request.name), request.as_of, watch)
    report = Report(
        workbook=request.path.name,
        branch=branch.info.full_name,
        as_of=branch.as_of,
        findings=[*told, *(finding for finding in findings if finding.rule.blocks_all)],
        generating=True,
    )
    if report.unusable:
        return report
    watch.at(Phase.PLANNING)
    one = meeting_of(branch, request.meeting)
    templates = Templates(engine or Engine(template_folders(request.templates)), branch)
    planned = list(blank_forms(one))
    told += templates.look_through(planned)
    chosen, held = part(planned, Faults(branch, findings), templates.printed)
    files = dict(filled(chosen, templates.engine, branch, watch))
    watch.at(Phase.DELIVERING)
    documents = list(put(request, sink, files, chosen))
    return replace(report, findings=[*told, *concerning(held, findings)], held=held, documents=documents)


def meeting_of(branch: Branch, number: str) -> MeetingRecord:
    """Find a meeting by its 编号. Raises BadRequestError where there is none, with the nearest, or it has no date."""
    meetings = {meeting.number: meeting for meeting in reversed(branch.records.meetings) if meeting.number}
    meeting = meetings.get(number.strip())
    if meeting is None:
        near = Spellings(meetings).close(number.strip().upper())
        hint = f"，是不是“{near[0]}”（{about(meetings[near[0]])}）" if near else ""
        raise BadRequestError(f"会议活动里没有编号是“{number}”的会{hint}", remedy="写会议活动的“编号”一列里有的编号")
    one = record_of(branch, meeting)
    if one is None:
        raise BadRequestError(f"会议{number}没有日期或类型，不知道谁应到", remedy="在会议活动里填好这次会的日期和类型")
    return one


def about(meeting: Meeting) -> str:
    """Say in a few words which meeting it is."""
    return (month_day_text(meeting.day) if meeting.day else "") + joined(meeting.types)


def blank_forms(one: MeetingRecord) -> Iterator[Planned]:
    """Plan the forms that a meeting needs before it begins."""
    shared = BRANCH.build(one)
    for kind in KINDS:
        if isinstance(kind, MeetingForm) and kind.beforehand:
            for subject in kind.of(one):
                yield kind.planned(subject, shared)


def filled(chosen: Collection[Planned], engine: Engine, branch: Branch, watch: Watch) -> Iterator[tuple[str, bytes]]:
    """Fill the forms, all of them before any is written; yield paths below the output folder."""
    engine.prepare({document.template for document in chosen})
    for done, document in enumerate(chosen, start=1):
        properties = Properties(title=document.title, author=branch.info.short_name, day=document.day)
        data = engine.render(document.template, document.build(), properties)
        yield f"{branch_folder(branch)}/{BEFOREHAND}/{document.name}.docx", data
        watch.at(Phase.FILLING, done, len(chosen))


def put(
    request: FormsRequest, sink: Sink | None, files: Mapping[str, bytes], chosen: Iterable[Planned]
) -> Iterator[Document]:
    """Hand the forms to the sink, or put them on the disk; report what became of each."""
    if sink is not None:
        with sink.open("") as delivery:
            for path, data in files.items():
                delivery.put(path, data)
            delivery.commit()
        kept = [Kept(Path(sink.path("", path)), is_new=True, other="") for path in files]
    else:
        kept = [put_new(request.output / path, data) for path, data in files.items()]
    for document, data, found in zip(chosen, files.values(), kept, strict=True):
        yield Document(
            path=found.path.as_posix(),
            kind=document.kind,
            sha256=file_digest(data),
            sources=tuple(map(str, document.sources)),
            outcome=(OTHER if found.other else SAVED) if found.is_new else SAME,
            failed=False,
            reason=f"{found.other} 原样留着，两份请核对" if found.other and found.is_new else "",
        )


def concerning(held: Iterable[Held], findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings that hold any of the forms."""
    reasons = {(reason.rule, reason.where) for each in held for reason in each.reasons}
    for finding in findings:
        if any((finding.rule, place) in reasons for place in finding.places):
            yield finding
