"""The names that the templates of one kind of document may use, as a tree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum


class Shape(Enum):
    """What stands under a name."""

    TEXT = "文字"
    NUMBER = "数"
    YES_NO = "是否"
    TEXTS = "几段文字"
    GROUP = "一组栏目"
    ROWS = "逐行的一组栏目"


@dataclass(frozen=True)
class Word:
    """One name that a template may use."""

    shape: Shape = Shape.TEXT
    inside: Mapping[str, Word] = field(default_factory=dict)
    """The names below it: of a group, or of each row."""
    own_of: str = ""
    """Sheet whose unknown columns stand beside those names, under their own headings."""
    about: str = ""
    example: str = ""
    instead: str = ""
    """The name that replaced it, where a template uses an earlier one."""

    def instead_of(self, name: str) -> Word:
        """Give the word of an earlier name, which `name` has replaced."""
        return replace(self, instead=name)

    def with_own(self, headings: Mapping[str, frozenset[str]]) -> Word:
        """Add the columns that a workbook has of its own: sheet to headings."""
        if not headings:
            return self
        inside = {name: word.with_own(headings) for name, word in self.inside.items()}
        own = {heading: Word() for heading in sorted(headings.get(self.own_of, ())) if heading not in inside}
        return replace(self, inside={**inside, **own})

    def paths(self, before: str = "") -> Iterator[tuple[str, Word]]:
        """Yield every name below this one as a path: 会议.出席.名单."""
        for name, word in self.inside.items():
            path = f"{before}.{name}" if before else name
            yield path, word
            yield from word.paths(path)


Vocabulary = Word
"""The whole of what a kind's templates may use: a group whose names are the outermost ones."""
