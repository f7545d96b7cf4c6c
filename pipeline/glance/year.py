"""Builds the year at a glance from a branch: duties by month, and what each member did."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from pipeline.facts.branch import Branch
from pipeline.facts.committee import has_committee
from pipeline.facts.deadlines import DueDate, due_dates_ahead
from pipeline.facts.duties import (
    Duty,
    Line,
    Rhythm,
    State,
    due_soon,
    periods_text,
    year_lines,
)
from pipeline.facts.membership import belonged, is_exempt, is_probationary, left_by, moves_within
from pipeline.facts.ordering import times
from pipeline.facts.participation import NAMED, Participation, attendance_state, participations
from pipeline.facts.signatures import Signature, signature
from pipeline.facts.study import Study, studies
from pipeline.facts.talk_coverage import Coverage, talk_coverage
from pipeline.glance.model import Cell, Glance, Heading, Mark, Notice, Table
from pipeline.schema import Member, Project, Talk
from pipeline.schema.activities import GROUP, ORG_LIFE, THEMED_DAY
from pipeline.schema.members import ENDED
from pipeline.wording import date_text, joined, month_day_text, number_text

RHYTHMS = {Rhythm.MONTH: "每月1次", Rhythm.QUARTER: "每季度1次", Rhythm.YEAR: "每年1次"}
DAYS_LISTED = 3
"""Days that a cell of the chart names before it counts."""
LINES_LISTED = 4
"""Lines that a notice sets one below the other."""
MARKS = {
    State.DONE: Mark.DONE,
    State.MISSING: Mark.MISSING,
    State.DUE: Mark.DUE,
    State.PENDING: Mark.PENDING,
    State.NOT_APPLICABLE: Mark.NONE,
}


def year_glance(branch: Branch, *, errors: int = 0) -> Glance:
    """Build the year at a glance; `errors` is how many errors the workbook still has."""
    name = branch.info.short_name or "党支部"
    return Glance(
        title=f"{name}{branch.year}年组织生活全年一览",
        subtitle=_subtitle(branch),
        author=name,
        as_of=branch.as_of,
        caution=f"工作簿还有{errors}处错误没有改，下面的表可能不全。" if errors else "",
        due=Notice(
            title=f"今后{branch.settings.upcoming_days}天到期",
            lines=_listed(_due_lines(branch)) or ("没有到期的事。",),
            mark=Mark.DUE,
        ),
        gaps=Notice(title="已经过期还缺的", lines=_listed(_gap_lines(branch)) or ("没有缺的。",), mark=Mark.MISSING),
        figures=_figures(branch),
        legend=_legend(branch),
        chart=_chart(branch),
        people=_people(branch),
    )


def _listed(lines: Iterable[str]) -> tuple[str, ...]:
    """Keep a few lines as they are; run many together."""
    found = tuple(lines)
    return found if len(found) <= LINES_LISTED else (joined(found, "；"),)


def _subtitle(branch: Branch) -> str:
    day = branch.current_day
    full, probationary = len(branch.full(day)), len(branch.probationary(day))
    parts = [
        f"以{date_text(branch.as_of)}为准",
        f"党员{full + probationary}名（正式{full}名、预备{probationary}名）",
        f"支委{len(branch.committee(day))}名" if has_committee(branch, day) else "",
        f"党小组{len(branch.groups)}个" if branch.groups else "",
    ]
    return joined(parts, "\u3000")


def _legend(branch: Branch) -> tuple[tuple[Mark, str], ...]:
    return (
        (Mark.DONE, "做到了"),
        (Mark.OFF, "做了，时间偏离或次数偏少"),
        (Mark.MISSING, "缺"),
        (Mark.DUE, f"{branch.settings.upcoming_days}天内到期"),
        (Mark.PENDING, "还没到期"),
        (Mark.NONE, "不适用"),
    )


def line_name(line: Line | Duty) -> str:
    """Name a line of the chart: the group where it is a group's, else the kind."""
    return line.group if line.kind == GROUP else line.kind


def _duty_name(duty: Duty) -> str:
    what = f"{duty.group}会" if duty.kind == GROUP and not duty.group.endswith("会") else duty.kind
    return f"{duty.period}的{what}" if duty.rhythm is not Rhythm.YEAR else what


def _due_lines(branch: Branch) -> Iterator[str]:
    """Write what falls due, a line for each day."""
    by_day: dict[date, list[str]] = {}
    for duty in due_soon(branch):
        by_day.setdefault(duty.due, []).append(_duty_name(duty))
    for date_ahead in due_dates_ahead(branch):
        by_day.setdefault(date_ahead.day, []).append(_due_text(branch, date_ahead))
    for day in sorted(by_day):
        yield f"{date_text(day) if day.year != branch.year else month_day_text(day)}前：{joined(by_day[day])}"


def _due_text(branch: Branch, due: DueDate) -> str:
    match due.about:
        case Member() as member:
            return f"{branch.label(member)}预备期满，讨论转正"
        case Project() as project:
            return f"立项“{project.name}”到时限"
        case Talk() as talk:
            return f"谈话{talk.number}答应办的事到时限"
        case _:
            return "本届支委会任期届满"


def _gap_lines(branch: Branch) -> Iterator[str]:
    """Write what is missing, a line for each kind."""
    by_gap: dict[str, list[str]] = {}
    for line in year_lines(branch):
        gaps = line.in_state(State.MISSING)
        if gaps:
            when = "" if line.rhythm is Rhythm.YEAR else f"：{periods_text(gaps)}"
            by_gap.setdefault(when, []).append(line_name(line))
    for when, names in by_gap.items():
        yield f"{joined(names)}{when}"


def _figures(branch: Branch) -> str:
    duties = [duty for line in year_lines(branch) for duty in line.duties]
    kinds: dict[str, set[tuple[str, int]]] = {}
    for line in year_lines(branch):
        kinds.setdefault(line.kind, set()).update(m.origin.key for duty in line.duties for m in duty.meetings)
    counts = {state: sum(duty.state is state for duty in duties) for state in State}
    wanted = len(duties) - counts[State.NOT_APPLICABLE]
    open_count = counts[State.PENDING] + counts[State.DUE]
    states = [
        f"已做到{counts[State.DONE]}项",
        f"缺{counts[State.MISSING]}项",
        f"还没到期{open_count}项" if open_count else "",
    ]
    held = joined(f"{kind}{len(meetings)}次" for kind, meetings in kinds.items())
    return f"全年应开展{wanted}项：{joined(states)}。已开展{held}。"


def _chart(branch: Branch) -> Table:
    months = [Heading(text=f"{month}月", width=73, units=1) for month in range(1, 13)]
    return Table(
        title="一、组织生活",
        headings=(Heading(text="项目", width=132, units=1), *months, Heading(text="全年", width=92, units=1)),
        rows=tuple(_chart_row(branch, line) for line in year_lines(branch)),
    )


def _chart_row(branch: Branch, line: Line) -> tuple[Cell, ...]:
    note = RHYTHMS[line.rhythm]
    if line.kind == THEMED_DAY and branch.info.fixed_day:
        note = f"每月{branch.info.fixed_day}日"
    held = len({meeting.origin.key for duty in line.duties for meeting in duty.meetings})
    gaps = len(line.in_state(State.MISSING))
    total = Cell(text=f"{held}次，缺{gaps}" if gaps else f"{held}次", mark=None, label=True)
    cells = (_duty_cell(duty) for duty in line.duties)
    return (Cell(text=line_name(line), note=note, label=True), *cells, total)


def _duty_cell(duty: Duty) -> Cell:
    mark, span = MARKS[duty.state], duty.rhythm.value
    if duty.state is State.DONE:
        note = ""
        if duty.off:
            note = "不在第四季度" if duty.kind == ORG_LIFE else f"差{duty.days_off}天"
        return Cell(text=_days(duty), mark=Mark.OFF if duty.off else mark, note=note, span=span)
    if duty.state is State.DUE:
        day = f"{duty.due.day}日" if duty.rhythm is Rhythm.MONTH else f"{month_day_text(duty.due)}前"
        return Cell(text=day, mark=mark, span=span)
    return Cell(text="缺" if duty.state is State.MISSING else "", mark=mark, span=span)


def _days(duty: Duty) -> str:
    """Name the days on which a duty was done: 6日, 6、14 under a month, else 1月17日; many are counted."""
    if len(duty.days) > DAYS_LISTED:
        return f"{times(duty.kind, duty.meetings)}次"
    if duty.rhythm is Rhythm.MONTH:
        return f"{duty.days[0].day}日" if len(duty.days) == 1 else joined(str(day.day) for day in duty.days)
    return joined(month_day_text(day) for day in duty.days)


def _people(branch: Branch) -> Table:
    grouped = bool(branch.groups)
    headings = (
        Heading(text="姓名", width=150, units=1 if grouped else 3),
        *((Heading(text="党小组", width=100, units=2),) if grouped else ()),
        Heading(text="到会（实到/应到）", width=130, units=2),
        Heading(text="学时", width=90, units=1),
        Heading(text="与支委谈话", width=200, units=3),
        Heading(text="与其他党员谈话", width=230, units=3),
        Heading(text="责任书签订", width=110, units=2),
    )
    members = [member for member in branch.members if belonged(member, branch.year_start, branch.current_day)]
    gone = sum(left_by(member, branch.as_of) for member in members)
    extra = f"，其中{gone}名已不在支部" if gone else ""
    rows = tuple(_member_row(branch, member, grouped=grouped) for member in members)
    return Table(title=f"二、党员（{len(rows)}名{extra}）", headings=headings, rows=rows)


def _member_row(branch: Branch, member: Member, *, grouped: bool) -> tuple[Cell, ...]:
    one = participations(branch)[member.number]
    talks = talk_coverage(branch)[member.number]
    return (
        Cell(text=branch.label(member), note=_standing(branch, member), label=True),
        *((Cell(text=member.group, label=True),) if grouped else ()),
        _attendance_cell(branch, member, one),
        _hours_cell(studies(branch)[member.number]),
        _talks_cell(talks.with_committee, one.with_committee, _talked_with(branch, one, talks)),
        _talks_cell(talks.with_members, one.with_members, _few(one.member_names)),
        _agreement_cell(branch, member),
    )


def ended_text(branch: Branch, member: Member) -> str:
    """Say when in the year somebody died, was struck off and the like: 8月6日去世."""
    day = member.standing_since
    told = day is not None and member.standing in ENDED and branch.year_start <= day <= branch.as_of
    return f"{month_day_text(day)}{member.standing}" if told and day else ""


def _standing(branch: Branch, member: Member) -> str:
    """Say in a few words what is particular about a member: office, probation, coming and going."""
    day = branch.current_day
    moves = moves_within(member, branch.year_start, branch.as_of)
    parts: Iterable[str] = (
        *branch.offices(member, day),
        "预备" if is_probationary(member, day) else "",
        f"{month_day_text(moves.received)}接收" if moves.received else "",
        f"{month_day_text(moves.moved_in)}转入" if moves.moved_in else "",
        f"{month_day_text(moves.moved_out)}转出" if moves.moved_out else "",
        ended_text(branch, member),
        "不计入应到" if is_exempt(member, day) else "",
    )
    return joined(parts)


def _attendance_cell(branch: Branch, member: Member, one: Participation) -> Cell:
    state = attendance_state(branch, member)
    if one.rate is None:
        return Cell(mark=MARKS[state], text="不计入应到" if is_exempt(member, branch.as_of) else "")
    mark = Mark.OFF if state is State.MISSING else MARKS[state]
    return Cell(text=f"{one.present}/{one.expected}次", note=f"{one.rate}%", mark=mark)


def _hours_cell(study: Study) -> Cell:
    note = f"差{number_text(study.lacking)}" if study.lacking else ""
    return Cell(text=number_text(study.hours), note=note, mark=MARKS[study.state])


def _talked_with(branch: Branch, one: Participation, talks: Coverage) -> str:
    """Name the officers talked with; of an officer, at the end of the year, those not talked with."""
    if talks.apart and talks.with_committee is State.MISSING:
        return f"缺{_few([branch.label(other) for other in talks.apart])}"
    return _few(one.committee_names)


def _few(names: Collection[str]) -> str:
    return joined(list(names)[:NAMED]) + ("等" if len(names) > NAMED else "")


def _talks_cell(state: State, count: int, names: str) -> Cell:
    if not count:
        return Cell(mark=MARKS[state], text="没有" if state is State.MISSING else "", note=names)
    return Cell(text=f"{count}次", note=names, mark=MARKS[state])


def _agreement_cell(branch: Branch, member: Member) -> Cell:
    state, day = signature(branch, member), branch.signing_day(member)
    if state is Signature.NOT_DUE:
        return Cell(mark=Mark.NONE)
    if day is None or state is Signature.NO_TARGETS:
        return Cell(mark=Mark.MISSING, text=state.value)
    return Cell(text=month_day_text(day), mark=Mark.DONE if state is Signature.SIGNED else Mark.PENDING)
