"""Turns values into the words official documents use: dates, times, numerals, name lists, sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, time
from decimal import ROUND_HALF_UP, Context, Decimal

from pipeline.calendar_months import Month

WEEKDAYS = "一二三四五六日"
DIGITS = "〇一二三四五六七八九"
SENTENCE_ENDS = "。！？…"
CLAUSE_ENDS = "。；，、：;,. \t\n\r\u3000"
CLOSERS = "”’」』）》】"
OPENS_ANOTHER = "：:"
"""A text that ends so leads to what follows: it is not closed by a full stop."""
TURNED = str.maketrans("“”‘’", "‘’“”")
PARTED = re.compile("(?:[^、（(]|[（(][^）)]*(?:[）)]|$))+、?|、")
"""Finds the items of a list joined by 、, each with that behind it; what stands in brackets belongs to its item."""
UNPAUSED = re.compile("(?<=[”》])、(?=[“《])")
FIRST_SENTENCE = re.compile(f"[^。！？]*[。！？]+[{CLOSERS}]*")
EXACTLY = Context(prec=400, rounding=ROUND_HALF_UP)
"""Holds whatever number a cell can hold, with its tenths."""


def date_text(day: date | None) -> str:
    """Write a date without leading zeros: 2025年3月5日, 1998年7月 where only the month is known; nothing for None.

    GB/T 9704-2012 7.3.5.4.
    """
    if isinstance(day, Month):
        return month_text(day)
    return f"{day.year}年{day.month}月{day.day}日" if day else ""


def month_day_text(day: date) -> str:
    """Write a date inside a year that is already named: 3月5日."""
    return f"{day.month}月{day.day}日"


def month_text(day: date | None) -> str:
    """Write year and month: 1978年6月; nothing for None."""
    return f"{day.year}年{day.month}月" if day else ""


def weekday_text(day: date) -> str:
    """Name the day of the week: 星期三."""
    return f"星期{WEEKDAYS[day.weekday()]}"


def time_text(moment: time | None) -> str:
    """Write a time of day as 14:30; nothing for None."""
    return f"{moment.hour}:{moment.minute:02d}" if moment else ""


def span_text(start: time | None, end: time | None) -> str:
    """Write a span of time with the one-em dash: 14:30—16:00; one end alone if the other is missing."""
    return "—".join(filter(None, (time_text(start), time_text(end))))


def days_text(start: date, end: date) -> str:
    """Write a span of days; year and month are not said twice."""
    if start == end:
        return date_text(start)
    if start.year != end.year:
        return f"{date_text(start)}至{date_text(end)}"
    if start.month != end.month:
        return f"{date_text(start)}至{month_day_text(end)}"
    return f"{date_text(start)}至{end.day}日"


def several(number: int) -> str:
    """Write how many in Chinese numerals: 两, 十二."""
    return "两" if number == 2 else numeral(number)


def numeral(number: int) -> str:
    """Spell 1 to 99 as 一 to 九十九, for headings; a larger number stays in figures."""
    if not 1 <= number <= 99:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{DIGITS[tens]}十")
    return head + (DIGITS[ones] if ones else "")


DIGIT_OF = {letter: value for value, letter in enumerate(DIGITS)} | {"零": 0, "○": 0, "两": 2}


def number_of(text: str) -> int:
    """Read a number in figures, or spelt up to 九十九, or as 百; 0 for what is none."""
    if text.isdigit():
        return int(text)
    if text == "百":
        return 100
    tens, ten, ones = text.partition("十")
    if not ten:
        return DIGIT_OF.get(text, 0)
    return (DIGIT_OF.get(tens, 0) if tens else 1) * 10 + DIGIT_OF.get(ones, 0)


def number_text(number: Decimal | int | None) -> str:
    """Write a number without trailing zeros and never with an exponent; nothing for None."""
    if number is None:
        return ""
    text = str(number)
    if text.isdecimal():  # most numbers
        return text
    text = f"{Decimal(number):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_text(part: int, whole: int) -> str:
    """Write a share with one decimal, rounded half up: 96.4%; 100% for all of it, nothing where there is no whole."""
    if whole == 0:
        return ""
    if part == whole:
        return "100%"
    share = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{share}%"


def average_text(values: Iterable[Decimal]) -> str:
    """Write the mean of some figures with at most one decimal; nothing for no figures."""
    figures = list(values)
    if not figures:
        return ""
    mean = EXACTLY.divide(sum(figures, Decimal(0)), Decimal(len(figures)))
    return number_text(mean.quantize(Decimal("0.1"), context=EXACTLY))


def joined(parts: Iterable[str], separator: str = "、") -> str:
    """Join what is there; nothing empty gets a separator, nor 、 between two marks: “甲”“乙”, 《甲》《乙》.

    GB/T 15834-2011 4.5.3.5.
    """
    whole = separator.join(part for part in parts if part)
    return UNPAUSED.sub("", whole) if separator == "、" and "、" in whole else whole


def noted(text: str, *notes: str) -> str:
    """Put notes into full-width brackets behind a text: 张三（病假）; without notes no brackets."""
    inside = joined(notes, "，")
    return f"{text}（{inside}）" if inside and text else text or inside


def clause(text: str) -> str:
    """Strip a cell's closing stops, so that a sentence can go on behind it."""
    return text.strip().rstrip(CLAUSE_ENDS)


def sentence(text: str) -> str:
    """End a cell's text with one full stop, unless it ends with a mark of its own; a final colon is one, too."""
    stripped = text.strip()
    if not stripped:
        return ""
    bare = stripped.rstrip(CLOSERS)
    if bare and bare[-1] in SENTENCE_ENDS + OPENS_ANOTHER:
        return stripped
    return clause(stripped) + "。"


def first_sentence(text: str) -> str:
    """Give a text up to its first full stop, question or exclamation mark, which is kept; quotes stay closed."""
    line = first_paragraph(text)
    found = FIRST_SENTENCE.match(line)
    return found[0] if found else sentence(line)


def paragraphs(text: str) -> list[str]:
    """Split a cell at its line breaks into paragraphs; blank lines are no paragraphs."""
    return [line.strip() for line in re.split(r"\r\n|\r|\n", text) if line.strip()]


def first_paragraph(text: str) -> str:
    """Give the first paragraph of a cell; nothing for a blank one."""
    return next(iter(paragraphs(text)), "")


def other_paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a cell behind the first."""
    return paragraphs(text)[1:]


def in_lines(names: str, width: int, lead: str = "") -> list[str]:
    """Part a list joined by 、 into lines of at most so many characters, so that no name is broken over two.

    `lead` is what stands before the first line. An item in brackets stays with what it belongs to; one that is longer
    than a line has a line of its own. Nothing gives one empty line.
    """
    lines, line, room = [], "", width - len(lead)
    for item in PARTED.findall(names):
        if line and len(line) + len(item) - item.endswith("、") > room:
            lines.append(line)
            line, room = "", width
        line += item
    return [*lines, line]


def quoted(text: str) -> str:
    """Put a text into quotation marks; those inside it become single ones, as GB/T 15834-2011 4.8.3.5 has it."""
    return f"“{text.translate(TURNED)}”" if text else ""


def between(category: str) -> str:
    """Say between whom a talk was, for the code of our list: 支委之间, 支委与党员之间."""
    sides = list(dict.fromkeys(filter(None, category.split("-"))))
    return f"{'与'.join(sides)}之间" if "-" in category else category


def titled(name: str) -> str:
    """Put a document's name into title marks, unless it has them."""
    return name if not name or name.startswith("《") else f"《{name}》"
