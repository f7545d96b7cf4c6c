"""The parts that forms with labelled cells share: paragraphs in a cell, room for an opinion, signatures at the foot."""

from __future__ import annotations

from dataclasses import replace

from tools.drafting.draft import INK_DATE, Draft, Slot, cell, head
from tools.drafting.measures import LANDSCAPE, STANDARD

UPRIGHT, WIDE = replace(STANDARD, padding=45), replace(LANDSCAPE, padding=60)
"""The pages of the standard, with less room between the lines of a table and its text: forms have narrow columns."""
LEAST = 480
"""Height of a row of short cells, 8 mm and a half."""
ROOM = "\u3000" * 6
"""Room for a name in ink."""


def texts(source: str, span: int = 1) -> Slot:
    """Make a cell with a paragraph for each of some texts; without any it stays empty."""
    body = (
        ("模板指令", (f"{{%p for 段 in {source} %}}",)),
        ("表格段落", ("{{ 段 }}",)),
        ("模板指令", ("{%p else %}",)),
        ("表格文字", ()),
        ("模板指令", ("{%p endfor %}",)),
    )
    return Slot((), span=span, body=body, top=True)


def opinion(signer: str, span: int, *, said: str = "", lines: int = 2) -> Slot:
    """Make a cell with room for an opinion in ink, below what is `said`, and at its foot who signs it and when."""
    blank = (("表格文字", (said,) if said else ()), *((("表格文字", ()),) * (lines - 1)))
    return Slot((), span=span, body=(*blank, ("表格靠右", (f"{signer}：{ROOM}{INK_DATE}",))))


def signed(*labels: str, span: int, label_span: int = 1) -> tuple[Slot, ...]:
    """Make a row of labels with room to sign behind each."""
    return tuple(slot for label in labels for slot in (head(label, label_span), cell(span=span)))


def foot(draft: Draft, *signers: str) -> None:
    """Add the line of those who sign below a form."""
    draft.sign(*(f"{signer}：" for signer in signers))
