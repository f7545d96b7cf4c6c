"""Turns the summary as it was filled into a note on its length, where 总结篇幅 says 全文."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from pipeline.documents.summary import KIND
from pipeline.facts.branch import Branch
from pipeline.facts.chapters import in_full, told_in_text
from pipeline.findings import Finding, Location
from pipeline.ooxml.zip import read_parts
from pipeline.rules import summary as rules
from pipeline.schema import POINTS
from pipeline.schema.branch import CHAPTERS
from pipeline.wording import joined

PARAGRAPH = re.compile(r"<w:p[ >].*?</w:p>", re.DOTALL)
TEXT = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>")
LISTED = "附件："
"""What the list of the annexes begins with."""
NAMED = 3
"""Chapters named, the longest first."""


def length_findings(branch: Branch, kind: str, data: bytes) -> Iterator[Finding]:
    """Yield a note where the summary is longer or shorter than 设置 wants it (Y14)."""
    if kind != KIND.name or in_full(branch):
        return
    length = text_length(data, branch.info.full_name)
    least, most = branch.settings.summary_least, branch.settings.summary_most
    if least <= length <= most:
        return
    how = f"超过{most}字" if length > most else f"不到{least}字"
    yield rules.Y14.at(Location(POINTS.name), length=length, how=how, chapters=longest_chapters(branch))


def text_length(data: bytes, signed: str) -> int:
    """Count the characters of a summary behind its title and before its list of annexes and its signature."""
    body = read_parts(data)["word/document.xml"].decode()
    lines = ("".join(map(unescape, TEXT.findall(each))).strip() for each in PARAGRAPH.findall(body))
    filled = [line for line in lines if line][1:]
    told = filled[: filled.index(signed)] if signed in filled else filled
    told = told[: next((place for place, line in enumerate(told) if line.startswith(LISTED)), len(told))]
    return sum(len(re.sub(r"\s", "", line)) for line in told)


def longest_chapters(branch: Branch) -> str:
    """Name the chapters of which the text prints most: 存在问题（165字）、三个参与（150字）."""
    lengths = {
        chapter: sum(len(point.gist + point.text) for point in told_in_text(branch, chapter)) for chapter in CHAPTERS
    }
    longest = sorted((chapter for chapter in CHAPTERS if lengths[chapter]), key=lambda chapter: -lengths[chapter])
    return joined(f"{chapter}（{lengths[chapter]}字）" for chapter in longest[:NAMED])
