"""The parts that forms with labelled cells share: paragraphs in a cell, room for an opinion, signatures at the foot."""

from __future__ import annotations

from tools.drafting.draft import Draft, Slot, head

LEAST = 520
"""Height of a row of short cells, 9 mm."""
DATE = "\u3000\u3000年\u3000\u3000月\u3000\u3000日"
"""Room for a date in ink."""
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
    return Slot((), span=span, body=body)


def opinion(signer: str, span: int, *, lines: int = 2) -> Slot:
    """Make a cell with room for an opinion in ink, and at its foot who signs it and when."""
    blank = (("表格文字", ()),) * lines
    return Slot((), span=span, body=(*blank, ("表格靠右", (f"{signer}：{ROOM}{DATE}",))))


def long_row(label: str, source: str, span: int) -> tuple[Slot, Slot]:
    """Make a row of a label and paragraphs."""
    return head(label), texts(source, span)


def foot(draft: Draft, *signers: str) -> None:
    """Add the line of those who sign below a form."""
    draft.sign(*(f"{signer}：" for signer in signers))
