"""Lays documents out with LibreOffice and measures where their lines stand; with the free Fandol fonts, or the machine's.

Word's fonts are not free, and with others lines break elsewhere. Fandol draws 仿宋, 楷体, 黑体 and 宋体 as wide as they
are, Liberation Serif is as wide as Times New Roman: with them a page is filled as on a desk with Word.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

from pipeline.ooxml.zip import read_parts
from tests.support.word import W
from tools.drafting.measures import FONTS

FANDOL_FONTS = "FANDOL_FONTS"
"""Names the environment variable that says in which folder the Fandol fonts lie."""
USUAL = Path("/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol")
"""Where Debian's texlive-lang-chinese puts them."""
STANDING_IN = {
    "小标宋": "FandolSong",
    "仿宋": "FandolFang",
    "楷体": "FandolKai",
    "黑体": "FandolHei",
    "宋体": "FandolSong",
}
"""Role of a font to that which stands in for it."""
LATIN = ("Times New Roman", "Liberation Serif")
XHTML = "{http://www.w3.org/1999/xhtml}"
MILLIMETRE = 72 / 25.4
"""Points in it."""
NUMBER = re.compile(r"— ?(\d+) ?—")
"""A page's number."""
LEAP = 3
"""Millimetres between two stretches of one line that belong to two cells."""
AT_ONCE = 100
"""Files for one call of LibreOffice; of more than 247 it leaves the others out without a word."""
OVERLAP = 0.35
"""How far, of its height, a line's box may reach into the next one's: fonts ask for more room than they draw in."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or that of a cell; in millimetres from the left and the top of the paper."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def bare(self) -> str:
        """Its text without spaces."""
        return re.sub(r"\s", "", self.text)

    def covers(self, other: Line) -> bool:
        """Whether it is printed over another line."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 1 and down > OVERLAP * min(self.bottom - self.top, other.bottom - other.top)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its size in millimetres, its lines, and its number with where that stands."""

    width: float
    height: float
    lines: tuple[Line, ...]
    number: Line | None


@dataclass(frozen=True, slots=True)
class Frame:
    """The paper and the type area that a document asks for, in millimetres from the left and the top."""

    width: float
    height: float
    left: float
    top: float
    right: float
    bottom: float


def frame_of(document: bytes) -> Frame:
    """Read what the last section of a document asks for."""
    section = list(etree.fromstring(read_parts(document)["word/document.xml"]).iter(f"{W}sectPr"))[-1]
    asked = {
        str(etree.QName(name).localname): int(str(each)) / 20 / MILLIMETRE
        for part in (f"{W}pgSz", f"{W}pgMar")
        for name, each in next(section.iter(part)).attrib.items()
        if str(each).isdigit()
    }
    width, height = asked["w"], asked["h"]
    return Frame(width, height, asked["left"], asked["top"], width - asked["right"], height - asked["bottom"])


def fandol_folder() -> Path:
    """Give the folder in which the Fandol fonts should lie."""
    return Path(os.environ.get(FANDOL_FONTS) or USUAL)


def font_configuration(folder: Path) -> Path:
    """Write for fontconfig, in a folder, which fonts stand in for those of Word; give the file."""
    pairs = [(FONTS[role].name, free) for role, free in STANDING_IN.items()]
    pairs += [("仿宋_GB2312", STANDING_IN["仿宋"]), ("楷体_GB2312", STANDING_IN["楷体"]), LATIN]
    rows = "".join(
        f'<match target="pattern"><test name="family"><string>{name}</string></test>'
        f'<edit name="family" mode="assign" binding="strong"><string>{free}</string></edit></match>'
        for name, free in pairs
    )
    made = folder / "fonts.conf"
    made.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        f'<dir>{fandol_folder()}</dir><include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<cachedir>{folder}/cache</cachedir>{rows}</fontconfig>",
        encoding="utf-8",
    )
    return made


@cache
def missing(folder: Path) -> str:
    """Say what is missing for a page to be measured; empty if nothing."""
    tools = [name for name in ("soffice", "pdftotext", "pdftohtml", "fc-match") if not shutil.which(name)]
    if tools:
        return f"needs {', '.join(tools)} (LibreOffice, poppler, fontconfig)"
    environment = os.environ | {"FONTCONFIG_FILE": str(font_configuration(folder))}
    for name, free in [*((FONTS[role].name, free) for role, free in STANDING_IN.items()), LATIN]:
        done = subprocess.run(
            ["fc-match", "-f", "%{family}", name], capture_output=True, text=True, check=True, env=environment
        )
        if free not in done.stdout:
            return f"needs the font {free}; {FANDOL_FONTS} names the folder of the Fandol fonts"
    return ""


def laid_out(paths: Sequence[Path], folder: Path, configuration: Path | None = None) -> list[Path]:
    """Convert files to PDF with LibreOffice, with the fonts of a configuration or the machine's own."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    fonts = {"FONTCONFIG_FILE": str(configuration)} if configuration else {}
    for first in range(0, len(paths), AT_ONCE):
        files = map(str, paths[first : first + AT_ONCE])
        subprocess.run([*command, *files], capture_output=True, check=True, timeout=600, env=os.environ | fonts)
    return [folder / f"{path.stem}.pdf" for path in paths]


def sheets(pdf: Path) -> list[Sheet]:
    """Read where the lines of a PDF stand, page by page."""
    done = subprocess.run(["pdftotext", "-bbox-layout", str(pdf), "-"], capture_output=True, check=True)
    root = etree.fromstring(done.stdout, etree.XMLParser(recover=True))
    return [_sheet(page) for page in root.iter(f"{XHTML}page")]


def _sheet(page: etree._Element) -> Sheet:
    lines = [stretch for line in page.iter(f"{XHTML}line") for stretch in _stretches(line)]
    numbers = [line for line in lines if NUMBER.fullmatch(line.text)]
    return Sheet(
        float(page.get("width", "")) / MILLIMETRE,
        float(page.get("height", "")) / MILLIMETRE,
        tuple(line for line in lines if line not in numbers),
        numbers[0] if len(numbers) == 1 else None,
    )


def _stretches(line: etree._Element) -> Iterator[Line]:
    """Part a line where it leaps from one cell to the next."""
    found: Line | None = None
    for word in line.iter(f"{XHTML}word"):
        left, top, right, bottom = (float(word.get(side, "")) / MILLIMETRE for side in ("xMin", "yMin", "xMax", "yMax"))
        text = word.text or ""
        if found and left - found.right < LEAP:
            top, bottom = min(top, found.top), max(bottom, found.bottom)
            found = Line(f"{found.text} {text}", found.left, top, right, bottom)
            continue
        if found:
            yield found
        found = Line(text, left, top, right, bottom)
    if found:
        yield found


def fonts_of(pdf: Path, pattern: re.Pattern[str]) -> set[str]:
    """Name the fonts in which the stretches of text that match stand."""
    done = subprocess.run(["pdftohtml", "-xml", "-stdout", "-i", str(pdf)], capture_output=True, check=True)
    root = etree.fromstring(done.stdout, etree.XMLParser(recover=True))
    families = {font.get("id"): font.get("family", "").partition("+")[2] for font in root.iter("fontspec")}
    return {
        families[text.get("font")]
        for text in root.iter("text")
        if pattern.fullmatch("".join(map(str, text.itertext())).strip())
    }
