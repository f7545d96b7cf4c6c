"""How a level looks in a marked copy: said once for the cells of the user's sheets and for the sheet 检查结果."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.findings import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """The look of a marked cell; frame and hand tell marks apart where a printer has no colours."""

    word: str
    """What the mark is known by: the level, or 另见 for a further place."""
    fill: str
    """Background as RRGGBB."""
    ink: str = ""
    """Text as RRGGBB; the user's own if empty."""
    frame: str
    """Colour of the frame as RRGGBB."""
    line: str
    """Kind of line of the frame."""
    hand: tuple[str, ...] = ()
    """b for bold, i for italic."""


LOOKS: Mapping[Level, Mark] = {
    Level.ERROR: Mark(word=Level.ERROR.value, fill="FFC7CE", ink="9C0006", frame="C00000", line="thin", hand=("b",)),
    Level.BREACH: Mark(
        word=Level.BREACH.value, fill="F8CBAD", ink="843C0C", frame="C55A11", line="dashDot", hand=("b", "i")
    ),
    Level.WARNING: Mark(
        word=Level.WARNING.value, fill="FFEB9C", ink="7F6000", frame="BF8F00", line="dashed", hand=("i",)
    ),
    Level.NOTE: Mark(word=Level.NOTE.value, fill="DDEBF7", ink="1F4E79", frame="2F75B5", line="dotted"),
}
"""Level to the look of the cells it is found at."""
ALSO = Mark(word="另见", fill="F2F2F2", frame="7F7F7F", line="hair")
"""The look of a further place: light, since another cell has the finding."""
MARKS = (*LOOKS.values(), ALSO)
"""Every mark, the most severe first."""
