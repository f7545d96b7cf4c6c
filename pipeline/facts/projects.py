"""What the cells of a project (立项攻关) bear out, and what the summary tells of it where nobody wrote a 摘要."""

from __future__ import annotations

from decimal import Decimal

from pipeline.schema import Project
from pipeline.wording import first_sentence

LONGEST_DIGEST = 170
"""Characters; longer first sentences ask for a 摘要."""


def first_sentences(project: Project) -> str:
    """Join the first sentence of 背景与难点, of 措施 and of 成果."""
    return "".join(map(first_sentence, (project.difficulty, project.measures, project.result)))


def lacks_digest(project: Project) -> bool:
    """Whether its first sentences are too long for the summary, and nobody wrote it shorter."""
    return not project.digest.strip() and len(first_sentences(project)) > LONGEST_DIGEST


def kept_time(project: Project) -> bool:
    """Whether a project was finished within its time; not where the limit is no date."""
    limit = project.due.day if project.due else None
    return bool(limit and project.finished and project.finished <= limit)


def proven_benefit(project: Project) -> Decimal | None:
    """Give the benefit, where it says how it was computed and who confirmed it."""
    return project.benefit if project.computed and project.confirmer else None
