"""Understands names as people write them in minutes: 支部书记王建国, 李秀英同志, 刘洋出差."""

from __future__ import annotations

import re

from pipeline.schema.members import COMMITTEE_POSTS
from pipeline.workbook.reading.people import Directory
from pipeline.workbook.reading.text import CLOSERS, OPENERS, split_notes, squeeze

TITLES = "|".join(
    sorted(
        (*COMMITTEE_POSTS, "纪律检查委员", "支委", "党小组长", "党小组组长", "小组长", "组长"), key=len, reverse=True
    )
)
BEFORE = re.compile(rf"(?:党支部|支部|本支部|支委会?)?(?:{TITLES})[:、]?")
BEHIND = re.compile(rf"(?:党支部|支部)?(?:{TITLES})$")
COURTESY = "同志"
REASON = re.compile(
    r"\s*[:：\-—]\s*\S|\s*(?:因|请|病|事|公|出差|外出|休|探亲|年假|学习|培训|值班|倒班|夜班|当班|上班|住院|生病|就医|看病"
    r"|产假|婚假|丧假|陪|护理|在外|在岗|未到|未请假|缺席|旷会)"
)
"""How a reason begins that is written right behind a name."""


def without_title(token: str, directory: Directory) -> tuple[str, str]:
    """Take a courtesy and an office off a name, where the rest is on the roster; give the token and the office."""
    base, _ = split_notes(token)
    name = squeeze(base)
    if not name or directory.known(name):
        return token, ""
    plain = name.removesuffix(COURTESY)
    candidates = [plain]
    front, behind = BEFORE.match(plain), BEHIND.search(plain)
    candidates += [plain[front.end() :]] if front else []
    candidates += [plain[: behind.start()].removesuffix(COURTESY)] if behind else []
    for candidate in candidates:
        if directory.known(candidate):
            return token.replace(base, candidate, 1), plain.replace(candidate, "").removesuffix(COURTESY)
    return token, ""


def with_brackets(token: str, directory: Directory) -> str:
    """Put a reason that stands right behind a name on the roster into brackets: 刘洋出差 becomes 刘洋(出差)."""
    if any(sign in token for sign in OPENERS + CLOSERS) or directory.known(squeeze(token)):
        return token
    for length in range(len(token) - 1, 1, -1):
        name, rest = token[:length], token[length:]
        if directory.known(squeeze(name)) and REASON.match(rest):
            return f"{name.strip()}({rest.lstrip(' :：-—')})"
    return token
