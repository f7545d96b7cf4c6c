"""Keeps the end of a document on one page with the last of its text: no page holds nothing but signatures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

CLOSING = ("记录收尾", "记录签名", "公文签名", "公文落款", "表格签名", "表格签期", "表格签人")
"""Names of the styles of what closes a document; Word itself only keeps a paragraph with the next one."""
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARAGRAPH = re.compile(r"(<w:p(?: [^>]*)?>)(<w:pPr>(?:<w:pStyle [^>]*/>)?)?(<w:keepNext)?")
"""The beginning of a paragraph, up to where its properties say that it keeps with the next one."""


def closing_styles(styles: bytes) -> tuple[str, ...]:
    """Find the ids that the closing styles have in a document: Word keeps ours, WPS gives numbers."""
    root = etree.fromstring(styles) if styles else ()
    found = ((style.get(f"{W}styleId", ""), style.find(f"{W}name")) for style in root if style.tag == f"{W}style")
    return tuple(each for each, name in found if name is not None and name.get(f"{W}val") in CLOSING)


def kept_together(body: str, closing: tuple[str, ...]) -> str:
    """Let what stands above the closing paragraphs of a filled body keep with them."""
    if not closing:
        return body
    styled = re.compile(f'<w:pStyle w:val="(?:{"|".join(map(re.escape, closing))})"/>')
    pieces, done = [], 0
    for start, end in _above(body, styled):
        pieces += [body[done:start], PARAGRAPH.sub(_keeping, body[start:end])]
        done = end
    return "".join((*pieces, body[done:])) if pieces else body


def _above(body: str, styled: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Yield where that which stands above each closing part begins and ends: a paragraph, or the row of a table."""
    done = 0
    for found in styled.finditer(body):
        end = _start(body, "w:p", found.start())
        tag = "w:p" if body.endswith("</w:p>", 0, end) else "w:tr"
        if tag == "w:tr" and not body.endswith("</w:tbl>", 0, end):
            end = _start(body, "w:tr", end)  # inside a cell: the row above
        if end > done and body.endswith(("</w:p>", "</w:tr>", "</w:tbl>"), 0, end):
            start = _start(body, tag, end)
            if start >= done and not styled.search(body, start, end):
                yield start, end
                done = end


def _start(body: str, tag: str, before: int) -> int:
    return max(body.rfind(f"<{tag}>", 0, before), body.rfind(f"<{tag} ", 0, before))


def _keeping(found: re.Match[str]) -> str:
    start, properties, keeps = found.groups()
    if keeps:
        return found[0]
    return f"{start}{properties}<w:keepNext/>" if properties else f"{start}<w:pPr><w:keepNext/></w:pPr>"
