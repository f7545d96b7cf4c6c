"""Cleans the text of a cell for matching, without touching what will be printed."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
SEEN = re.compile(r"[^\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
"""The first character of a text that shows."""
SPACE = re.compile(r"\s+")
SEPARATORS = "、,，;；/\n\r"
OPENERS, CLOSERS = "(（[【", ")）]】"
EMPTY_WORDS = frozenset({"无", "没有", "无缺席", "全勤", "-", "—", "――", "——", "/", "\\", "０", "0"})
"""What people write for 'nobody' in a list of people."""

BLANK_WORDS = frozenset({"无", "没有", "暂无", "-", "--", "—", "――", "——", "/", "\\"})
"""What people write for 'nothing' into a cell that may stay blank."""
BLANK_BEGINNINGS = frozenset(word[0] for word in BLANK_WORDS)
"""A text that begins with any other letter or figure is none of these words; no other becomes one of these letters."""


def squeeze(text: str) -> str:
    """Normalise for matching: full-width forms made half-width, every space and invisible mark taken out."""
    return SPACE.sub("", INVISIBLE.sub("", unicodedata.normalize("NFKC", text)))


def heading_key(text: str) -> str:
    """Reduce a heading to what identifies it: no spaces, marks of obligation or bracketed remarks."""
    key = squeeze(text).strip(":*＊★")
    return re.sub(r"\((必填|选填|可不填|可空)\)$", "", key).strip(":*")


def trimmed(text: str) -> str:
    """Strip the outside of a value and settle its line ends; the inside stays as typed."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n\u00a0\u3000\u200b\ufeff")


def split_list(text: str) -> list[str]:
    """Split a list of names or codes at its separators, brackets left whole; blank entries dropped."""
    parts, depth, current = [], 0, ""
    for letter in text:
        if letter in OPENERS:
            depth += 1
        elif letter in CLOSERS:
            depth = max(0, depth - 1)
        if depth == 0 and letter in SEPARATORS:
            parts.append(current)
            current = ""
        else:
            current += letter
    parts.append(current)
    found = [part.strip() for part in map(trimmed, parts) if part.strip()]
    return [] if len(found) == 1 and squeeze(found[0]) in EMPTY_WORDS else found


BRACKETED = re.compile(r"[(（\[【]([^()（）\[\]【】]*)[)）\]】]")


def split_notes(token: str) -> tuple[str, list[str]]:
    """Take the bracketed notes off a name: 王海涛(D08)(病假) gives 王海涛 and two notes."""
    notes = [note.strip() for note in BRACKETED.findall(token)]
    return BRACKETED.sub("", token).strip(), [note for note in notes if note]
