"""Reads, checks, and writes the year's documents: the sound ones; what an error falsifies is held and named."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.delivery.delivered import Delivered, Outcome
from pipeline.delivery.index import INDEX_PATH, REPORT_PATH, index_bytes
from pipeline.delivery.sinks import Delivery, FolderSink, Sink
from pipeline.documents import KINDS, Planned, branch_folder, plan_documents
from pipeline.documents.kinds import BY_NAME, usual
from pipeline.errors import BadRequestError
from pipeline.facts.branch import Branch
from pipeline.findings import Finding, Location
from pipeline.flows.blocking import Faults, not_even_planned, part
from pipeline.flows.examining import examine, opened
from pipeline.flows.length import length_findings
from pipeline.flows.requests import Cancel, GenerateRequest, Phase, Progress, Watch
from pipeline.flows.templates import Templates, folder_findings
from pipeline.rendering import Engine, Order, Properties, fill_all, template_folders
from pipeline.reporting.report import Document, Held, Report
from pipeline.reporting.text import report_text
from pipeline.rules import summary
from pipeline.settings import Settings
from pipeline.wording import joined

# This module brings Jinja, docxtpl and python-docx, 0.1 s that a check does without.


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Plan:
    """What a run will write, and what it holds."""

    told: Sequence[Finding]
    """What is to be said of the templates."""
    planned: Sequence[Planned]
    """Every document of the year, whether this run was asked for it or not."""
    chosen: Sequence[Planned]
    held: Sequence[Held]


def generate(
    request: GenerateRequest,
    *,
    sink: Sink | None = None,
    engine: Engine | None = None,
    progress: Progress | None = None,
    cancel: Cancel | None = None,
) -> Report:
    """Write the year's documents into the sink, or into the request's folder without one.

    An engine can be handed from one workbook to the next, so that templates are compiled once; it then decides on the
    templates. Raises ZhibuError where the run cannot go on: an unreadable workbook, a faulty template, a locked output.
    """
    watch = Watch(progress, cancel)
    known_kinds(request.only)
    told = list(folder_findings(request.templates)) if request.templates is not None else []
    branch, findings = examine(opened(request.workbook, request.name), request.as_of, watch)
    watch.at(Phase.PLANNING)
    engine = engine or Engine(template_folders(request.templates), afresh=request.afresh)
    kinds = asked_kinds(request.only, branch.settings)
    plan = planned_run(branch, kinds, Templates(engine, branch), findings)
    report = Report(
        workbook=request.path.name,
        branch=branch.info.full_name,
        as_of=branch.as_of,
        findings=[*told, *plan.told, *findings],
        switched_off=sorted(branch.settings.switched_off),
        strict=request.strict,
        generating=True,
        only=request.only,
        held=plan.held,
    )
    if report.unusable:
        return report
    if plan.held and request.all_or_nothing:
        return replace(report, unwritten=len(plan.chosen))
    return deliver(request, sink or FolderSink(request.output), engine, branch, plan, report, watch)


def planned_run(branch: Branch, kinds: Collection[str], templates: Templates, findings: Iterable[Finding]) -> Plan:
    """Plan the year, look through the templates that it needs, and part what can be written from what an error holds.

    Raises TemplateFaultError, before anything is written, where a template cannot be used.
    """
    faults = Faults(branch, findings)
    planned = plan_documents(branch, KINDS)
    asked = [document for document in planned if document.kind in kinds]
    told = [] if faults.everywhere else templates.look_through(asked)
    chosen, held = part(asked, faults, templates.printed)
    held += not_even_planned(planned, kinds, faults)
    templates.engine.prepare({document.template for document in chosen})
    return Plan(told, planned, chosen, held)


def known_kinds(only: Collection[str]) -> None:
    """Raise BadRequestError for a kind that there is not."""
    unknown = [name for name in only if name not in BY_NAME]
    if unknown:
        raise BadRequestError(f"没有“{unknown[0]}”这种文书，只有：{'、'.join(BY_NAME)}", remedy="核对种类的名称")


def asked_kinds(only: Collection[str], settings: Settings) -> list[str]:
    """Give the kinds that are asked for by name, or else those that the branch usually has written."""
    return [kind.name for kind in (map(BY_NAME.__getitem__, dict.fromkeys(only)) if only else usual(settings))]


def deliver(
    request: GenerateRequest, sink: Sink, engine: Engine, branch: Branch, plan: Plan, report: Report, watch: Watch
) -> Report:
    """Fill the chosen documents one by one into the staging area, then move them into place all together.

    The index tells of everything planned that the folder holds, also of what an earlier run wrote.
    """
    author, chosen, folder = branch.info.short_name, plan.chosen, branch_folder(branch)
    orders = (
        Order(
            template=document.template,
            context=document.build(),
            properties=Properties(title=document.title, author=author, day=document.day),
        )
        for document in chosen
    )
    lengths: list[Finding] = []
    with sink.open(folder) as delivery:
        for done, (document, data) in enumerate(zip(chosen, fill_all(engine, orders, request.jobs), strict=True), 1):
            delivery.put(document.path, data, kind=document.kind, sources=map(str, document.sources))
            lengths += length_findings(branch, document.kind, data)
            watch.at(Phase.FILLING, done, len(chosen))
        watch.at(Phase.DELIVERING)
        delivery.commit()
        report = replace(
            report,
            held=[with_older(held, delivery) for held in plan.held],
            findings=[*report.findings, *lengths],
        )
        listed = on_the_disk(plan, report.held, delivery)
        delivery.put(INDEX_PATH, index_bytes(listed))
        delivery.put(REPORT_PATH, report_text(report).encode("utf-8-sig"))
        delivery.commit()
        return replace(
            report,
            findings=[*report.findings, *count_again(delivery, listed)],
            documents=documents_of(delivery, sink, folder),
            orphans=left_over(request, plan, report.errors, delivery),
        )


def with_older(held: Held, delivery: Delivery) -> Held:
    """Name the older papers of a held document that are still there."""
    older = delivery.outdated([held.path] if held.path else delivery.made_from(held.kind, held.row))
    return replace(held, outdated=tuple(found.path for found in older))


def on_the_disk(plan: Plan, held: Iterable[Held], delivery: Delivery) -> list[Delivered]:
    """List, in the order planned, what the folder holds; older papers of held documents as such."""
    outdated = {found.path: found for found in delivery.outdated(path for each in held for path in each.outdated)}
    standing = delivery.standing(document.path for document in plan.planned)
    known = {found.path for found in standing}
    return [
        *(outdated.get(found.path, found) for found in standing),
        *(found for path, found in outdated.items() if path not in known),
    ]


def count_again(delivery: Delivery, listed: Collection[Delivered]) -> list[Finding]:
    """Compare the index with what is on the disk (Y09)."""
    missing = delivery.missing()
    if not missing:
        return []
    who = "，缺" + joined(missing[:5]) + ("等" if len(missing) > 5 else "")
    return [summary.Y09.at(Location(), listed=len(listed), found=len(listed) - len(missing), who=who)]


def documents_of(delivery: Delivery, sink: Sink, folder: str) -> list[Document]:
    """Report what became of each document; the index and the report itself are no documents."""
    return [
        Document(
            path=sink.path(folder, found.path),
            kind=found.kind,
            sha256=found.sha256,
            sources=found.sources,
            outcome=found.outcome.value,
            failed=found.outcome is Outcome.FAILED,
            reason=found.reason,
        )
        for found in delivery.delivered
        if found.kind or found.reason
    ]


def left_over(request: GenerateRequest, plan: Plan, errors: Iterable[Finding], delivery: Delivery) -> list[str]:
    """List documents of earlier runs that the workbook no longer calls for; not asked of a part of a run.

    A document that an error holds, or whose row has one, is not gone.
    """
    if request.only:
        return []
    rows = {f"{place.sheet}!{place.row}" for error in errors for place in error.places if place.row}
    return delivery.orphans((document.path for document in plan.planned), rows)
