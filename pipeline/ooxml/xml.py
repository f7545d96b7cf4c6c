"""What every XML part has in common: its first line, and the characters it cannot hold."""

from __future__ import annotations

import re

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 (and so Word) cannot hold, or advises against: they steer, and show nothing."""


def legal(text: str, *, instead: str = "") -> str:
    """Drop the characters that XML cannot hold, or put another in their place."""
    return ILLEGAL.sub(instead, text)
