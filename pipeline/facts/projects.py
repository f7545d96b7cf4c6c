"""What the summary tells of a project where nobody wrote a 摘要."""

from __future__ import annotations

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
