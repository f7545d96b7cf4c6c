"""Which rows of 总结要点 stand in the summary's text, which in its annex only, and to which measures plans refer."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.facts.branch import Branch
from pipeline.schema import Item, Point
from pipeline.wording import clause

IN_FULL = "详文"
"""What 总结篇幅 says where every row stands in the text."""
ANNEX = "附件"
"""What 去向 says of a row that stands in the annex only."""
SERVICE, PROBLEMS, PLANS = "办实事", "存在问题", "下一步打算"
SERVICES_TOLD = 3
"""So many good deeds are told one by one; of more the text names them, and the annex tells."""
MARK = "/"
"""Parts what a citation names: H067/2/3 is the third row of the second item of meeting H067."""


def in_full(branch: Branch) -> bool:
    """Whether the summary has every row in its place."""
    return branch.settings.summary_length == IN_FULL


def told_in_text(branch: Branch, chapter: str) -> tuple[Point, ...]:
    """Give the rows of a chapter whose 正文 stands in the text."""
    rows = branch.points_in(chapter)
    if in_full(branch):
        return rows
    kept = tuple(point for point in rows if point.place != ANNEX)
    return () if chapter == SERVICE and len(kept) > SERVICES_TOLD else kept


def named_only(branch: Branch) -> tuple[Point, ...]:
    """Give the good deeds that the text names by 要点 and 日期 only, because there are many."""
    kept = tuple(point for point in branch.points_in(SERVICE) if point.place != ANNEX)
    many = len(kept) > SERVICES_TOLD and not in_full(branch)
    return tuple(point for point in kept if clause(point.gist)) if many else ()


def measures_of(branch: Branch, point: Point) -> Iterator[Item]:
    """Give the rows of 议题发言 that a point cites as 会议/议题/发言, in the order cited."""
    for code in point.cites:
        found = cited_item(branch, code)
        if found is not None:
            yield found


def cited_item(branch: Branch, code: str) -> Item | None:
    """Find the row that 会议/议题/发言 names: by its 发言序号, else by its place under that 议题; None without one."""
    meeting, topic, place = split_citation(code)
    if not topic or not place:
        return None
    rows = [item for item in branch.items_of.get(meeting, ()) if item.topic_number == topic]
    typed = next((item for item in rows if item.order == place), None)
    if typed is not None or any(item.order is not None for item in rows):
        return typed
    return rows[place - 1] if place <= len(rows) else None


def split_citation(code: str) -> tuple[str, int, int]:
    """Part 会议/议题/发言; 0 for what is not given or no number."""
    meeting, topic, place = (*code.split(MARK), "", "")[:3]
    return meeting, _figure(topic), _figure(place)


def _figure(text: str) -> int:
    return int(text) if text.isdecimal() else 0


def unanswered(branch: Branch) -> Iterator[Point]:
    """Give the problems that no plan of the same 序号 answers; none where the plans have no 序号."""
    plans = branch.points_in(PLANS)
    answered = {plan.order for plan in plans if plan.order is not None}
    if plans and answered:
        yield from (point for point in branch.points_in(PROBLEMS) if point.order not in answered)
