"""Turns what people type for dates and times into dates and times, and never invents a missing part."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from math import isfinite

from pipeline.calendar_months import Month
from pipeline.values import Deadline, Period
from pipeline.wording import DIGIT_OF, WEEKDAYS, date_text, number_of, weekday_text
from pipeline.workbook.reading.grid import Cell
from pipeline.workbook.reading.people import UnreadableError
from pipeline.workbook.reading.text import squeeze, trimmed

FULL_DATE = re.compile(r"(\d{4})(?:[-/.年])(\d{1,2})(?:[-/.月])(\d{1,2})(?:日|号)?$")
PACKED_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})$")
NO_YEAR = re.compile(r"(\d{1,2})(?:月)(\d{1,2})(?:日|号)?$")
MONTH = re.compile(r"(\d{4})[-/.年](\d{1,2})月?(?:份)?$")
NO_DAY = re.compile(r"(?:\d{4}(?:[-/.年]))?\d{1,2}月?(?:份)?$|\d{4}年?$")
WEEKDAY = re.compile(r"\(?(?:星期|周|礼拜)([一二三四五六日天])\)?$")
MIDNIGHT = re.compile(r"T?0?0:00(?::00)?$")
CHINESE_DATE = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]$"
)
DATE_LIKE = re.compile(r"\d{4}[-/.年]\d|\d{8}$|\d{1,2}月\d")
DATE_SIGNS = re.compile(r"[\d\-/.年月日号]+")
DAYTIME = "凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚"
SPOKEN_CLOCK = re.compile(rf"(?:{DAYTIME})[一二两三四五六七八九十]+[点时]")
"""A Chinese numeral tells the hour only where the part of the day is said: 两点 may be either."""
BARE_CLOCK = re.compile(r"(\d{1,2})[.．]?(\d{2})$")
CLOCK = re.compile(
    r"(凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚|am|pm|AM|PM)?(\d{1,2})(?:[::时点])(半|\d{1,2}分?)?(?::\d{2})?(am|pm|AM|PM)?$"
)
SERIAL_DAYS = range(7306, 73051)
"""Excel serial numbers of the years 1920 to 2099."""
YEARS = range(1900, 2100)
"""The years a date may have."""
CLOCK_DAYS = frozenset({date(1899, 12, 30), date(1899, 12, 31), date(1900, 1, 1), date(1904, 1, 1)})
"""The days a reader may put before a bare time of day."""
EPOCH, EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)


class Remarked:
    """A value that was read, with a note on what reading changed; the value may carry a further note."""

    __slots__ = ("code", "detail", "value")

    def __init__(self, value: object, code: str, reason: str = "", **detail: object) -> None:
        """Keep the value, the code of the note and what its sentence needs."""
        self.value, self.code, self.detail = value, code, {"reason": reason, **detail}

    def with_value(self, value: object) -> Remarked:
        """Put the note on another value."""
        made = Remarked(value, self.code)
        made.detail = self.detail
        return made


def read_month(value: Cell) -> Month | None:
    """Read a month without a day: 1998年7月, 1998-7; None for anything else."""
    found = MONTH.match(squeeze(value)) if isinstance(value, str) else None
    if found is None or not 1 <= int(found[2]) <= 12 or int(found[1]) not in YEARS:
        return None
    return Month(int(found[1]), int(found[2]), 1)


def read_date(value: Cell, year: int | None, date1904: bool) -> date | Remarked:
    """Read a date; without a year it takes `year` and says so.

    Raises UnreadableError C07 for anything that is not one whole day.
    """
    if isinstance(value, date):
        _refuse_mistyped(value, date1904)
        return _without_time(value) if isinstance(value, datetime) else value
    if isinstance(value, bool):
        raise UnreadableError("C07", reason="不是日期的写法")
    if isinstance(value, (time, timedelta)):
        raise UnreadableError("C07", reason="这是时间，不是日期")
    if isinstance(value, (int, float)):
        return _from_number(value, date1904)
    return _from_text(str(value), year)


def _refuse_mistyped(value: date, date1904: bool) -> None:
    """Refuse a day out of all reason, and the one that 2026.3 becomes in a cell formatted as a date."""
    if value.year not in YEARS:
        raise UnreadableError("C07", reason="年份不在1900至2099之间")
    moment = value if isinstance(value, datetime) else datetime.combine(value, time(0))
    typed = (moment - datetime.combine(EPOCH_1904 if date1904 else EPOCH, time(0))) / timedelta(days=1)
    if int(typed) in YEARS:
        raise UnreadableError(
            "C07", reason=f"格子里是{date_text(value)}，像是在日期格式的格子里写了“{typed:.6g}”，没有写是哪一天"
        )


def _without_time(value: datetime) -> date | Remarked:
    day = value.date()
    return day if value.time() == time(0) else Remarked(day, "C18", "去掉了日期后面的时间")


def _from_number(value: float, date1904: bool) -> date | Remarked:
    if not isfinite(value):
        raise UnreadableError("C07", reason="是个数，不是日期")
    if value == int(value):
        packed = PACKED_DATE.match(str(int(value)))
        if packed:
            return _day(*map(int, packed.groups()))
    if int(value) in SERIAL_DAYS:
        day = (EPOCH_1904 if date1904 else EPOCH) + timedelta(days=int(value))
        return Remarked(day, "C18", "单元格里是日期的序号，没有设成日期格式")
    if int(value) in YEARS:
        raise UnreadableError("C07", reason="没有写是哪一天")
    raise UnreadableError("C07", reason="是个数，不是日期")


def _from_text(text: str, year: int | None) -> date | Remarked:
    whole = squeeze(text)
    plain = WEEKDAY.sub("", whole)
    plain = MIDNIGHT.sub("", plain) if len(plain) > 8 else plain
    found = _from_plain(plain, year)
    said = WEEKDAY.search(whole)
    true = WEEKDAYS[unremarked(found).weekday()]
    if said and said[1].replace("天", "日") != true:
        day = unremarked(found)
        raise UnreadableError("C07", reason=f"{date_text(day)}是{weekday_text(day)}，日期和星期对不上")
    return found


def _from_plain(plain: str, year: int | None) -> date | Remarked:
    for pattern in (FULL_DATE, PACKED_DATE):
        found = pattern.match(plain)
        if found:
            return _day(*map(int, found.groups()))
    found = CHINESE_DATE.match(plain)
    if found:
        return _day(*_chinese_numbers(*found.groups()))
    found = NO_YEAR.match(plain)
    if found:
        if year is None:
            raise UnreadableError("C07", reason="没有写年份，支部信息里也没有年度")
        return Remarked(_day(year, int(found[1]), int(found[2])), "C19")
    if re.match(r"\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$|\d{1,2}/\d{1,2}/\d{4}$", plain):
        raise UnreadableError("C07", reason="年份要写四位，按年、月、日的顺序写")
    if NO_DAY.match(plain):
        raise UnreadableError("C07", reason="没有写是哪一天")
    raise UnreadableError("C07", reason="不是日期的写法")


def _chinese_numbers(year: str, month: str, day: str) -> tuple[int, int, int]:
    return int("".join(str(DIGIT_OF[letter]) for letter in year)), number_of(month), number_of(day)


def _day(year: int, month: int, day: int) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        raise UnreadableError("C07", reason="没有这一天") from None
    if year not in YEARS:
        raise UnreadableError("C07", reason="年份不在1900至2099之间")
    return found


def read_time(value: Cell) -> time | Remarked:
    """Read a time of day from an Excel time, a fraction of a day, or text such as 下午2:30.

    Raises UnreadableError C08.
    """
    if isinstance(value, datetime):
        clock = value.time().replace(second=0, microsecond=0)
        if value.date() in CLOCK_DAYS:
            return clock
        return Remarked(clock, "C18", f"去掉了时间前面的日期{date_text(value.date())}")
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    if isinstance(value, timedelta):
        value = value.total_seconds() / 86400
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        if 0 < value < 1:
            minutes = round(value * 1440)
            return time(minutes // 60 % 24, minutes % 60)
        if value not in range(100, 2400):
            raise UnreadableError("C08", reason="是个数，不是时间")
        value = int(value)
    plain = squeeze(str(value))
    if SPOKEN_CLOCK.match(plain):
        plain = re.sub("[一二两三四五六七八九十]+", lambda word: str(number_of(word[0])), plain)
    found = CLOCK.match(plain.removesuffix("整"))
    if found:
        return _clock(found)
    bare = BARE_CLOCK.match(plain)
    if not bare:
        raise UnreadableError("C08", reason="不是时间的写法")
    hour, minute = map(int, bare.groups())
    if hour > 23 or minute > 59:
        raise UnreadableError("C08", reason="没有这个时间")
    return Remarked(time(hour, minute), "C18", "当作几点几分")


def _clock(found: re.Match[str]) -> time:
    part = (found[1] or found[4] or "").lower()
    hour = int(found[2])
    minute = 30 if found[3] == "半" else int((found[3] or "0").rstrip("分"))
    afternoon = part in {"下午", "傍晚", "晚上", "晚", "pm"} or (part == "中午" and hour < 11)
    if afternoon and hour < 12:
        hour += 12
    if part == "am" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59 or (part in {"上午", "凌晨", "早上", "早晨"} and hour > 12):
        raise UnreadableError("C08", reason="没有这个时间")
    return time(hour, minute)


def read_period(value: Cell, year: int | None, date1904: bool) -> Period | Remarked:
    """Read two dates joined by 至, a tilde or a dash; the second takes the year of the first if it has none.

    Raises UnreadableError C26 or C07.
    """
    parts = [part for part in re.split(r"至|到|~|—+|–|～", squeeze(str(value))) if part]
    if len(parts) != 2:
        raise UnreadableError("C26", reason="要写起止两个日期", example="2025-6-13至2025-6-19")
    first = read_date(parts[0], year, date1904)
    start = unremarked(first)
    short = re.match(r"(?:(\d{1,2})[-/.月])?(\d{1,2})[日号]?$", parts[1])
    if short:
        end = _day(start.year, int(short[1] or start.month), int(short[2]))
    else:
        end = unremarked(read_date(parts[1], start.year, date1904))
    if end < start:
        raise UnreadableError("C26", reason="结束早于开始", example="2025-6-13至2025-6-19")
    period = Period(start, end)
    return first.with_value(period) if isinstance(first, Remarked) else period


def unremarked(found: date | Remarked) -> date:
    """Give the date alone."""
    if isinstance(found, Remarked):
        assert isinstance(found.value, date)  # read_date remarks on dates only
        return found.value
    return found


def read_deadline(value: Cell, year: int | None, date1904: bool) -> Deadline | Remarked:
    """Read a time limit: a date where it looks like one, else words such as 每月25日前.

    Raises UnreadableError C07 for what looks like a date and is none.
    """
    if isinstance(value, (int, float, date)) and not isinstance(value, bool):
        return _dated(read_date(value, year, date1904))
    if isinstance(value, (bool, time, timedelta)):
        raise UnreadableError("C07", reason="不是日期或时限的写法")
    text = trimmed(str(value))
    plain = squeeze(text)
    if CHINESE_DATE.match(plain) or (
        DATE_SIGNS.fullmatch(plain) and DATE_LIKE.match(plain) and not NO_DAY.match(plain)
    ):
        return _dated(read_date(plain, year, date1904))
    return Deadline(text)


def _dated(found: date | Remarked) -> Deadline | Remarked:
    day = unremarked(found)
    limit = Deadline(date_text(day), day)
    return found.with_value(limit) if isinstance(found, Remarked) else limit
