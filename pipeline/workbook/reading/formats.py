"""Tells from a cell's number format what a person sees, where that is not what the cell holds: 98%, 2025年9月."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

from pipeline.wording import month_text, number_text
from pipeline.workbook.reading.container import TRANSITIONAL, parse_part
from pipeline.workbook.reading.grid import Cell

NS = f"{{{TRANSITIONAL}}}"
STYLES = "xl/styles.xml"
CHINESE_MONTH = 'yyyy"年"m"月"'
BUILT_IN = {
    "9": "0%",
    "10": "0.00%",
    **dict.fromkeys(("14", "15", "16", "22", "28", "29", "30", "31", "51", "53", "54", "58"), "yyyy-m-d"),
    "17": "mmm-yy",
    **dict.fromkeys(("27", "36", "50", "52", "57"), CHINESE_MONTH),
}
"""Formats that a workbook need not spell out, as Chinese Excel and WPS show them (ECMA-376 18.8.30)."""
NOISE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
"""What a format says besides digits, dates and the percent sign."""
BEYOND = 2_958_466
"""The first serial number that Excel no longer shows as a date."""


class Shows(Enum):
    """What a format makes of a number."""

    PERCENT = "%"
    DATE = "年月日"
    MONTH = "年月"
    YEAR = "年"


@dataclass(frozen=True, slots=True)
class Format:
    """A number format that shows something else than the number."""

    shows: Shows
    decimals: int = 0


def read_format(code: str) -> Format | None:
    """Tell what a format code shows; None for plain numbers, texts and times of day."""
    plain = NOISE.sub("", code.split(";", maxsplit=1)[0]).lower()
    if "general" in plain or "@" in plain:
        return None
    if "%" in plain:
        return Format(Shows.PERCENT, len(re.sub("[^0#?]", "", plain.partition(".")[2])))
    if re.search("[dag]", plain.replace("am/pm", "")):
        return Format(Shows.DATE)
    if re.search("[hs]", plain):
        return Format(Shows.DATE) if re.search("[ye]", plain) else None
    if "m" in plain:
        return Format(Shows.MONTH)
    return Format(Shows.YEAR) if "y" in plain else None


def formats_of(styles_xml: bytes) -> Mapping[str, Format]:
    """Give the cell styles of a workbook whose format matters: number of the style to format."""
    if not styles_xml:
        return {}
    root = parse_part(styles_xml)
    codes = {found.get("numFmtId", ""): found.get("formatCode", "") for found in root.iter(f"{NS}numFmt")}
    styles = root.find(f"{NS}cellXfs")
    found = {}
    for number, style in enumerate(styles if styles is not None else ()):
        own = style.get("numFmtId", "0")
        shown = read_format(codes.get(own) or BUILT_IN.get(own, "General"))
        if shown is not None:
            found[str(number)] = shown
    return found


def seen_as(number: float, form: Format, date1904: bool) -> Cell:
    """Give what a person sees where a reader would hand over something else; None where the reader is right.

    The first of a month, shown as a month, was never typed; any other day was, and counts.
    """
    if form.shows is Shows.PERCENT:
        share = Decimal(format(number, ".15g")) * 100
        if abs(share) >= 10**15:
            return None
        return f"{number_text(share.quantize(Decimal(1).scaleb(-form.decimals), ROUND_HALF_UP))}%"
    if not 0 <= number < BEYOND:  # Excel shows ########
        return int(number) if number == number // 1 else number
    if form.shows is Shows.DATE or number < 61:
        return None
    day = (date(1904, 1, 1) if date1904 else date(1899, 12, 30)) + timedelta(days=int(number))
    if (day.day, day.month if form.shows is Shows.YEAR else 1) != (1, 1):
        return None
    return month_text(day) if form.shows is Shows.MONTH else f"{day.year}年"
