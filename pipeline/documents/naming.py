"""Makes names of files and folders that Windows, macOS and Linux all accept, and no two alike."""

from __future__ import annotations

import hashlib
import re
import unicodedata

FORBIDDEN = str.maketrans('<>:"/\\|?*', "＜＞：＂／＼｜？＊")
INVISIBLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")
SPACES = re.compile(r"\s+")
RESERVED = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$")
LONGEST = 160
"""Bytes of UTF-8 a name may have; ext4 allows 255 for a name, a Windows path 260 characters in all."""


def safe_name(text: str) -> str:
    """Make one path component: forbidden signs full-width, control marks dropped, reserved names and length fixed."""
    name = INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(FORBIDDEN)
    name = SPACES.sub(" ", name).strip(" .")
    if RESERVED.match(name):
        name = f"_{name}"
    if len(name.encode()) > LONGEST:
        tail = hashlib.sha256(name.encode()).hexdigest()[:8]
        name = name.encode()[: LONGEST - 9].decode(errors="ignore").rstrip(" .") + "~" + tail
    return name or "_"


def fold(path: str) -> str:
    """Reduce a path to what file systems without case take for the same name."""
    return unicodedata.normalize("NFKC", path).casefold()
