"""Checks of the yearly evaluation, awards and sanctions (D)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.checks.tools.compared import DATES, filled, info_cells, not_full, off_the_books
from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_full, on_books
from pipeline.facts.polls import polls_of_members
from pipeline.findings import Finding, Location
from pipeline.rules import evaluation as rules
from pipeline.schema import Award, Evaluation, Meeting
from pipeline.schema.activities import COMMITTEE, EVALUATION, GENERAL, GROUP, ORG_LIFE
from pipeline.wording import date_text, joined

SANCTION = "纪律处分"
MEASURE = "组织处置"
FAILING = frozenset({"基本合格", "不合格"})
BALLOTS = ("excellent", "good", "fair", "poor")


def votes_for(evaluation: Evaluation) -> int | None:
    """Add up the four kinds of votes somebody got; None where none is given."""
    figures = [getattr(evaluation, name) for name in BALLOTS]
    return None if all(figure is None for figure in figures) else sum(figure or 0 for figure in figures)


def evaluation_cells(branch: Branch) -> tuple[Location, ...]:
    """Locate the cells that say on which day the evaluation was."""
    meeting = branch.evaluation_meeting
    return meeting.origin.cells("day", "types") if meeting else info_cells(branch, "written")


@yields(rules.D02)
def probationary_not_graded(branch: Branch) -> Iterator[Finding]:
    """A probationary member is not graded."""
    day = branch.evaluation_day
    for evaluation in branch.records.evaluations:
        member = branch.member_of(evaluation.member)
        if member and evaluation.grade and on_books(member, day) and not is_full(member, day):
            further = (*not_full(member, day), *evaluation_cells(branch))
            where, name = evaluation.origin.at("grade"), branch.label(member)
            yield rules.D02.at(where, *further, name=name, grade=evaluation.grade)


@yields(rules.D01)
def not_too_many_excellent(branch: Branch) -> Iterator[Finding]:
    """Not more than the allowed share is graded excellent; reported at the first grade too many."""
    day = branch.evaluation_day
    graded = [row for row in branch.records.evaluations if row.grade == "优秀"]
    full = len(branch.full(day))
    share = branch.settings.excellent_share
    limit = full * share.numerator // share.denominator
    if len(graded) > limit:
        said = f"{share.denominator}分之{share.numerator}"
        detail = {"count": len(graded), "full": full, "share": said, "limit": limit, "over": len(graded) - limit}
        yield rules.D01.at(graded[limit].origin.at("grade"), *(row.origin.at("grade") for row in graded), **detail)


@yields(rules.D05)
def evaluated_at_a_general_meeting(branch: Branch) -> Iterator[Finding]:
    """The evaluation is a general meeting, or joined with an organisational-life meeting of the whole branch."""
    meetings = branch.of_type(EVALUATION)
    if not meetings or any(_is_general(meeting) for meeting in meetings):
        return
    last = meetings[-1]
    others = (meeting.origin.at("types") for meeting in meetings)
    yield rules.D05.at(last.origin.at("types"), *others, year=branch.year, types=joined(last.types))


def _is_general(meeting: Meeting) -> bool:
    if GENERAL in meeting.types:
        return True
    return ORG_LIFE in meeting.types and not {COMMITTEE, GROUP} & set(meeting.types) and not meeting.group


@yields(rules.D07_NO_MEASURE)
def measures_for_the_failing(branch: Branch) -> Iterator[Finding]:
    """Whoever falls short is helped, or dealt with."""
    dealt = {award.member.number for award in branch.records.awards if award.member and award.category == MEASURE}
    for row in branch.records.evaluations:
        if row.grade not in FAILING or row.opinion or row.member is None or row.origin.broken & {"opinion", "member"}:
            continue
        if row.member.number not in dealt:
            where, further = row.origin.at("opinion"), row.origin.cells("grade")
            yield rules.D07_NO_MEASURE.at(where, *further, name=row.member, grade=row.grade)


@yields(rules.D04, rules.D04_MORE, rules.D04_WHICH)
def ballots_add_up(branch: Branch) -> Iterator[Finding]:
    """The ballots of the evaluation fit those present and the votes of each member."""
    meeting = branch.evaluation_meeting
    polls = polls_of_members(branch, meeting) if meeting else []
    if len(polls) > 1:
        topics = (poll.origin.at("topic") for poll in polls)
        yield rules.D04_WHICH.at(polls[-1].origin.at("topic"), *topics, count=len(polls))
    if not meeting or len(polls) != 1:
        return
    item = polls[0]
    present = len(branch.attendance(meeting).present)
    ballots = item.valid if item.valid is not None else item.returned
    if item.returned is not None and item.returned > present:
        what = f"测评收回{item.returned}张票，到会的党员只有{present}人"
        yield rules.D04_MORE.at(item.origin.at("returned"), *meeting.origin.cells("day", "absences"), what=what)
    for evaluation in branch.records.evaluations:
        total = votes_for(evaluation)
        if (
            ballots is not None
            and total is not None
            and total != ballots
            and not evaluation.origin.broken & set(BALLOTS)
        ):
            what = f"{evaluation.member}四档票合计{total}票，有效票是{ballots}票"
            name = "excellent"
            if total > ballots:  # the largest figure is the most likely to be wrong
                name = max(BALLOTS, key=lambda ballot: getattr(evaluation, ballot) or 0)
            counted = item.origin.cells("valid" if item.valid is not None else "returned")
            yield rules.D04.at(evaluation.origin.at(name), *filled(evaluation, *BALLOTS), *counted, what=what)


@yields(rules.D06, rules.D06_TWICE)
def everybody_evaluated(branch: Branch) -> Iterator[Finding]:
    """Every full member is evaluated once, and nobody who is not on the books."""
    if not branch.records.evaluations:
        return
    day, meeting = branch.evaluation_day, evaluation_cells(branch)
    first: dict[str, Evaluation] = {}
    unread = False
    for evaluation in branch.records.evaluations:
        member = branch.member_of(evaluation.member)
        if member is None:
            unread = True
            continue
        where = evaluation.origin.at("member")
        earlier = first.setdefault(member.number, evaluation)
        if earlier is not evaluation:
            other, name = earlier.origin.at("member"), branch.label(member)
            yield rules.D06_TWICE.at(where, other, name=name, what=f"和第{other.row}行重复，评了两次")
        elif not on_books(member, day):
            what, further = f"评议时（{date_text(day)}）不在册，却在评议表里", (*off_the_books(member, day), *meeting)
            yield rules.D06.at(where, *further, name=branch.label(member), what=what)
    for member in () if unread else branch.members:  # whose row cannot be read may be the one that seems to be missing
        if is_full(member, day) and member.number not in first:
            where, further = member.origin.at("name"), (*filled(member, *DATES), *meeting)
            yield rules.D06.at(where, *further, name=branch.label(member), what="评议时在册，却不在评议表里")


@yields(rules.D07)
def excellent_without_sanction(branch: Branch) -> Iterator[Finding]:
    """Nobody sanctioned in the year is graded excellent."""
    sanctions: dict[str, list[Award]] = defaultdict(list)
    for award in branch.records.awards:
        if award.member is not None and award.category == SANCTION and award.day and award.day.year == branch.year:
            sanctions[award.member.number].append(award)
    for evaluation in branch.records.evaluations:
        member = branch.member_of(evaluation.member)
        if member is not None and evaluation.grade == "优秀":
            for award in sanctions.get(member.number, ()):
                detail = {"name": branch.label(member), "day": date_text(award.day), "title": award.title}
                further = award.origin.cells("member", "category", "day")
                yield rules.D07.at(evaluation.origin.at("grade"), *further, **detail)


@yields(rules.D08)
def awards_have_a_source(branch: Branch) -> Iterator[Finding]:
    """An award or sanction names its meeting or its approval."""
    for award in branch.records.awards:
        if not award.meeting and not award.approval and not award.origin.broken & {"meeting", "approval"}:
            yield rules.D08.at(award.origin.at("approval"), name=award.member or "", title=award.title)


CHECKS = declared_in(__name__)
