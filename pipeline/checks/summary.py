"""Checks of what goes into the summary, and of left-over placeholders everywhere (Y)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from operator import attrgetter, itemgetter

from pipeline.checks.tools.compared import info_cells
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.every_text import entries
from pipeline.facts.branch import Branch
from pipeline.facts.chapters import cited_item, split_citation
from pipeline.facts.ordering import times
from pipeline.facts.planned import held
from pipeline.facts.year import latest_written
from pipeline.findings import Finding, Location
from pipeline.rules import cells
from pipeline.rules import summary as rules
from pipeline.schema import Record
from pipeline.schema.activities import GROUP, MEETING_TYPES
from pipeline.spelling import is_one_edit
from pipeline.values import oddly_formed
from pipeline.wording import date_text, joined, number_of

FIGURE = r"(\d{1,3}|[一二两三四五六七八九十]{1,3})"
STATEMENT = re.compile(r"[^。；;！？\n]*")
YEARLY = re.compile("全年|年内|一年来|本年|今年|共|累计|合计")
"""Words that make a count the count of the year."""
PARTIAL = re.compile("每|各|先后|其中|人均|平均|[上下]半年|季度|月|期间|阶段")
"""Words that make it the count of something less."""
GOES_ON = re.compile("[，。、,；;！？和及与并）)\\s]|以及|$")
"""What stands behind a bare count; 召开2次支委会研究安全 counts those on a subject."""
COUNTED = re.compile(
    rf"(?P<a>{'|'.join(MEETING_TYPES)})(?:共|计|共计|开展了?|召开了?|会议)?{FIGURE}次"
    rf"|(?:召开|开展|组织|举行|上)了?{FIGURE}次(?P<b>{'|'.join(MEETING_TYPES)})"
)
EDGE = r"\s，。；：、！,;:（）()【】\[\]“”《》"
PLACEHOLDER = re.compile(rf"(?:^|(?<=[{EDGE}]))(?:待补充|待填写)(?=[{EDGE}]|$)|＿{{3,}}|_{{3,}}")
MASKED = re.compile(r"×{2,}|(?<![A-Za-z0-9])[Xx]{2,4}(?![A-Za-z0-9\-])|○{2,}|〇{3,}")
"""A name or figure left out: forgotten, or left out on purpose."""
SUSPECT = re.compile(r"[×待Xx＿_○〇{]")
"""What a text must hold to hold a placeholder; most texts end here."""
FIELD = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


@yields(rules.Y01)
def counts_not_typed(branch: Branch) -> Iterator[Finding]:
    """A yearly total in words is the count of the sheet."""
    for point in branch.records.points:
        for kind, said, figure in yearly_totals(point.text, branch.groups):
            count = times(kind, branch.of_type(kind))
            if figure != count:
                where = point.origin.at("text")
                yield rules.Y01.at(where, said=said, year=branch.year, type=kind, count=count)


def yearly_totals(text: str, groups: Iterable[str] = ()) -> Iterator[tuple[str, str, int]]:
    """Find what a text says happened so often in the year: type, words, figure; counts of less are passed over."""
    for statement in STATEMENT.findall(text):
        for found in COUNTED.finditer(statement):
            kind = found["a"] or found["b"]
            before = statement[: found.start()]
            yearly = YEARLY.search(before + found[0]) and not PARTIAL.search(before)
            one_group = kind == GROUP and any(group in statement for group in groups)
            if yearly and not one_group and GOES_ON.match(statement, found.end()):
                yield kind, found[0], number_of(found[2] or found[3])


@yields(rules.Y02)
def citations_exist(branch: Branch) -> Iterator[Finding]:
    """What a point cites is in the workbook."""
    talks = {talk.number for talk in branch.records.talks}
    known = branch.meeting_numbers | branch.project_numbers | talks
    for point in branch.records.points:
        for code in point.cites:
            if code not in known and cited_item(branch, code) is None:
                cited = split_citation(code)[0]
                yield rules.Y02.at(point.origin.at("cites"), *_numbered_like(branch, cited), value=code)


def _numbered_like(branch: Branch, code: str) -> Iterator[Location]:
    """Yield the numbers of meetings, talks and projects that may be meant: one edit away, or of a form of their own."""
    records = branch.records
    for numbered in (records.meetings, records.talks, records.projects):
        odd = oddly_formed([record.number for record in numbered])
        for record in numbered:
            if is_one_edit(code, record.number) or record.number in odd:
                yield record.origin.at("number")


@yields(rules.Y04, rules.Y04_FIELD, rules.Y04_MASKED)
def no_placeholders(branch: Branch) -> Iterator[Finding]:
    """No text holds a placeholder, a field of a template or masked letters."""
    for sheet, records in branch.records.tables():
        names = [column.name for column in sheet.columns]
        values_of = attrgetter(*names)
        for record in records:
            values = values_of(record)
            if SUSPECT.search("\n".join([value for value in values if isinstance(value, str)])):
                for name, value in zip(names, values, strict=True):
                    if isinstance(value, str) and value:
                        yield from _placeholders(value, record.origin.at(name))
    for text, where in entries(branch):
        yield from _placeholders(text, where)


def _placeholders(text: str, where: Location) -> Iterator[Finding]:
    if not SUSPECT.search(text):
        return
    found = PLACEHOLDER.search(text)
    if found:
        yield rules.Y04.at(where, mark=found[0])
        return
    masked = MASKED.search(text)
    if masked:
        yield rules.Y04_MASKED.at(where, mark=masked[0])
        return
    field = FIELD.search(text)
    if field:
        yield rules.Y04_FIELD.at(where, mark=field[0])


def events(branch: Branch) -> Iterator[tuple[date, str, Location]]:
    """Yield the day and name of everything the summary tells of, and the cell of the day."""
    records = branch.records
    for meeting in held(branch):
        if meeting.day and branch.counts(meeting):
            yield meeting.day, f"会议{meeting.number}（{joined(meeting.types)}）", meeting.origin.at("day")
    for talk in records.talks:
        if talk.day and talk.day <= branch.year_end:
            yield talk.day, f"谈话{talk.number}", talk.origin.at("day")
    for project in records.projects:
        if project.finished:
            yield project.finished, f"立项{project.number}完成", project.origin.at("finished")
    for award in records.awards:
        if award.day:
            yield award.day, f"{award.member or ''}的{award.title}", award.origin.at("day")
    for training in records.trainings:
        last, name = (training.end, "end") if training.end else (training.start, "start")
        if last:
            yield last, f"培训“{training.subject}”", training.origin.at(name)
    for point in records.points:
        if point.day:
            yield point.day, f"总结要点“{point.gist or point.chapter}”", point.origin.at("day")


@yields(rules.Y07)
def written_after_the_facts(branch: Branch) -> Iterator[Finding]:
    """The summary is dated after what it tells of."""
    written = branch.info.written
    latest = max(events(branch), default=None, key=itemgetter(0, 1))
    if written and latest and branch.year_start <= written < latest[0]:
        day, what, further = latest
        where = branch.info.at("written")
        yield rules.Y07.at(where, further, written=date_text(written), day=date_text(day), what=what)


@yields(rules.Y11, rules.Y11_AHEAD)
def dated_as_usual(branch: Branch) -> Iterator[Finding]:
    """The summary is dated from the year's first day to the middle of the next, and not ahead of today."""
    written = branch.info.written
    if written is None:
        return
    where = branch.info.at("written")
    if not branch.year_start <= written <= latest_written(branch.year):
        yield rules.Y11.at(where, *info_cells(branch, "year"), written=date_text(written), year=branch.year)
    elif written > branch.as_of:
        told = date_text(branch.told_until)
        yield rules.Y11_AHEAD.at(where, written=date_text(written), today=date_text(branch.as_of), told=told)


@yields(rules.Y12)
def awards_follow_their_meeting(branch: Branch) -> Iterator[Finding]:
    """An award that a meeting decided is not earlier than the meeting."""
    meetings = {meeting.number: meeting for meeting in branch.records.meetings}
    for award in branch.records.awards:
        meeting = meetings.get(award.meeting)
        if award.day and meeting and meeting.day and award.day < meeting.day:
            detail = {"day": date_text(award.day), "held": date_text(meeting.day), "meeting": meeting.number}
            further = (*award.origin.cells("meeting"), *meeting.origin.cells("day"))
            yield rules.Y12.at(award.origin.at("day"), *further, what=f"{award.category}“{award.title}”", **detail)


@yields(rules.Y12_LATER)
def documents_exist_when_cited(branch: Branch) -> Iterator[Finding]:
    """A document that agreements or the summary rest on is in force when they are signed or dated."""
    dates = (("责任书", branch.info.sign_day, "sign_day"), ("工作总结", branch.info.written, "written"))
    for entry in branch.info.documents:
        found = EFFECTIVE.search(f"{entry.detail}{entry.outcome}")
        effective = _day(found) if found else None
        for document, day, key in dates:
            if effective and day and day < effective:
                detail = {"title": entry.content, "effective": date_text(effective), "day": date_text(day)}
                where, further = entry.origin.at("outcome"), info_cells(branch, key)
                yield rules.Y12_LATER.at(where, *further, document=document, **detail)
                break


EFFECTIVE = re.compile("([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日")


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


@yields(cells.C36)
def dates_of_the_year(branch: Branch) -> Iterator[Finding]:
    """Awards, courses and points are of this year."""
    for record, name, day in dated(branch):
        if day is not None and day.year != branch.year:
            where = record.origin.at(name)
            yield cells.C36.at(
                where, *info_cells(branch, "year"), heading=where.heading, day=date_text(day), year=branch.year
            )


def dated(branch: Branch) -> Iterator[tuple[Record, str, date | None]]:
    """Yield the rows only the summary tells of, with the date by which they belong to a year."""
    yield from ((award, "day", award.day) for award in branch.records.awards)
    yield from ((training, "start", training.start) for training in branch.records.trainings)
    yield from ((point, "day", point.day) for point in branch.records.points)


CHECKS = declared_in(__name__)
