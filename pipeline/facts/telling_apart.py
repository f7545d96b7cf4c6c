"""What tells two members of one name apart: the post, else the group; of others nothing is needed."""

from __future__ import annotations

from pipeline.facts.branch import Branch
from pipeline.schema import Member


def told_apart_by(branch: Branch, member: Member) -> str:
    """Give the word by which a reader knows which of several of one name is meant; the 编号 where nothing else does."""
    if member.name not in branch.homonyms:
        return ""
    others = [other for other in branch.members if other.name == member.name and other is not member]
    for word, those in (
        (member.station, {other.station for other in others}),
        (member.group, {other.group for other in others}),
    ):
        if word and word not in those:
            return word
    return member.number
