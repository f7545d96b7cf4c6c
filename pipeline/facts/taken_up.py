"""How often the year's meetings and courses took up a document or the theme of the year."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pipeline.facts.branch import Branch
from pipeline.facts.year import tells_of_meeting
from pipeline.schema import Entry
from pipeline.wording import clause

DISCIPLINE = ("纪律", "党内监督")
PARTS = re.compile("[、，；;和及与]")
"""What parts the several themes of a year."""
LEAST = 4
"""Characters; a shorter part of a theme says nothing that only it can mean."""


class Taken(NamedTuple):
    """How many meetings and courses took something up."""

    meetings: int
    courses: int


def discipline(branch: Branch) -> list[Entry]:
    """Give the documents on discipline that 支部信息 names."""
    return [entry for entry in branch.info.documents if any(word in entry.content for word in DISCIPLINE)]


def document_taken_up(branch: Branch, entry: Entry) -> int:
    """Count the meetings and courses of the year whose cells name a document."""
    name = clause(entry.content).strip("《》").removesuffix("（试行）").removeprefix("中国共产党")
    return sum(taken_up(branch, (name,))) if name else 0


def theme_taken_up(branch: Branch) -> Taken:
    """Count the meetings and courses of the year whose cells name one of the themes (年度学习主题)."""
    themes = (part.strip().removesuffix("精神") for part in PARTS.split(clause(branch.info.study_theme)))
    return taken_up(branch, [theme for theme in themes if len(theme) >= LEAST])


def taken_up(branch: Branch, names: Iterable[str]) -> Taken:
    """Count the meetings and courses that the summary tells of, and whose cells hold one of some names."""
    wanted = tuple(names)
    found = (
        sum(any(name in text for name in wanted) for text in texts) for texts in (_meetings(branch), _courses(branch))
    )
    return Taken(*found)


def _meetings(branch: Branch) -> Iterator[str]:
    for meeting in branch.meetings:
        if tells_of_meeting(branch, meeting):
            items = branch.items_of.get(meeting.number, ())
            own = "".join((meeting.theme, meeting.materials, meeting.minutes))
            yield own + "".join(item.topic + item.text for item in items)


def _courses(branch: Branch) -> Iterator[str]:
    return (row.subject for row in branch.records.trainings if branch.tells_of(row.start))
