"""Turns the raw value of a cell into the typed value its column declares, or says why it cannot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from math import isfinite
from unicodedata import name as character_name

from pipeline.schema import Column, Kind
from pipeline.values import Absence, Guest, MakeUp, Person, Post, Scope, Scores
from pipeline.wording import date_text, joined, number_text, time_text
from pipeline.workbook.reading.dates import Remarked, read_date, read_deadline, read_period, read_time, unremarked
from pipeline.workbook.reading.grid import Cell, ErrorCell, PictureCell, UncalculatedCell
from pipeline.workbook.reading.names_as_written import with_brackets, without_title
from pipeline.workbook.reading.people import Directory, UnreadableError, hint_for, nearest
from pipeline.workbook.reading.text import ILLEGAL, INVISIBLE, SPACE, split_list, split_notes, squeeze, trimmed

# Ranges apart: together in one set, Python would lay out a table of 65,536 entries for each.
NAME = re.compile("(?:[\u3400-\u9fff]|[\U00020000-\U000323af]|[·•‧∙・]){2,20}")
CODE = re.compile("(?:[0-9A-Za-z]|[\u4e00-\u9fff])(?:[0-9A-Za-z._/\\-]|[\u4e00-\u9fff])*")
LARGEST_EXACT = 10**15
"""Excel keeps 15 digits of a number; a longer code typed as a number has lost its end."""
NO_POSTS = frozenset({"党小组长", "党小组组长", "小组长", "党员", "普通党员", "正式党员", "预备党员"})
"""Words under 党内职务 that name no office of the committee."""
EVERYONE = frozenset({"全体", "全体党员", "所有党员", "全部", "全员"})


@dataclass(frozen=True, slots=True)
class ReadingContext:
    """What converting a cell needs to know of the rest of the workbook."""

    directory: Directory
    year: int | None
    """年度, for dates written without one."""
    date1904: bool
    stations: Mapping[str, str]
    """The 岗位 of the roster: as reduced for matching, and as the roster spells them."""


Reading = object
"""A typed value; `Remarked` where reading changed its meaning."""
Converter = Callable[[Cell, Column, ReadingContext], Reading]


def shown(value: Cell) -> str:
    """Write a raw value as the text a person would have typed."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return number_text(exact(value))
    if isinstance(value, datetime):
        return date_text(value.date()) + (f" {time_text(value.time())}" if value.time() != time(0) else "")
    if isinstance(value, date):
        return date_text(value)
    if isinstance(value, time):
        return time_text(value)
    return "" if value is None else str(value)


def exact(value: float) -> Decimal:
    """Give the decimal a float cell stands for, with the 15 digits Excel keeps: 0.1 + 0.2 is 0.3."""
    return Decimal(format(value, ".15g"))


def refuse_marks(value: Cell) -> None:
    """Raise UnreadableError for error values, uncalculated formulas, pictures and illegal characters."""
    if isinstance(value, str):
        bad = ILLEGAL.search(value)
        if bad:
            code = f"U+{ord(bad[0]):04X}"
            raise UnreadableError("C13", place=bad.start() + 1, name=character_name(bad[0], code))
    elif isinstance(value, ErrorCell):
        raise UnreadableError("C11")
    elif isinstance(value, UncalculatedCell):
        raise UnreadableError("C12")
    elif isinstance(value, PictureCell):
        raise UnreadableError("C30")


def _text(value: Cell, _column: Column, _setting: ReadingContext) -> Reading:
    if isinstance(value, bool):
        return Remarked(shown(value), "C27", "单元格里是逻辑值，多半是误输入，已照 Excel 显示的印出")
    return trimmed(shown(value))


def term(text: str) -> str:
    """Take spaces and invisible marks out of a name whose spaces mean nothing."""
    return SPACE.sub("", INVISIBLE.sub("", text))


def _term(value: Cell, _column: Column, _setting: ReadingContext) -> Reading:
    return term(shown(value))


def _name(value: Cell, _column: Column, _setting: ReadingContext) -> Reading:
    plain = squeeze(shown(value))
    if not NAME.fullmatch(plain):
        return Remarked(plain, "C27", "姓名一般是两个以上的汉字，少数民族姓名中间可以有“·”")
    return plain


def _code(value: Cell, _column: Column, _setting: ReadingContext) -> Reading:
    if isinstance(value, float | int) and not isinstance(value, bool) and abs(value) >= LARGEST_EXACT:
        raise UnreadableError("C25")
    plain = squeeze(shown(value))
    if not CODE.fullmatch(plain):
        return Remarked(plain, "C27", "编号一般只有字母、数字和短横")
    return plain


def _nation(value: Cell, column: Column, _setting: ReadingContext) -> Reading:
    plain = term(shown(value))
    if plain in column.choices:
        return plain
    for name in (f"{plain}族", column.spellings.get(plain, "")):
        if name in column.choices:
            return name
    return Remarked(plain, "C27", f"不是五十六个民族的名称{hint_for(plain, column.choices)}")


def _codes(value: Cell, _column: Column, _setting: ReadingContext) -> Reading:
    return tuple(squeeze(part) for part in split_list(shown(value)))


def _number(value: Cell, units: tuple[str, ...] = ()) -> Decimal:
    if isinstance(value, bool):
        raise UnreadableError("C10", reason="不是数")
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        if not isfinite(value):
            raise UnreadableError("C10", reason="不是数")
        return exact(value)
    if isinstance(value, (date, time, timedelta)):
        raise UnreadableError("C10", reason="是日期或时间，不是数")
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", squeeze(shown(value)))
    for unit in units:
        plain = plain.removeprefix(unit).removesuffix(unit)
    if not re.fullmatch(r"[+-]?\d+(?:\.\d+)?", plain):
        raise UnreadableError("C10", reason="不是数")
    try:
        return Decimal(plain)
    except InvalidOperation:
        raise UnreadableError("C10", reason="不是数") from None


def _decimal(value: Cell, column: Column, _setting: ReadingContext) -> Reading:
    number = _number(value, column.units)
    if column.minimum is not None and number < column.minimum:
        raise UnreadableError("C10", reason=f"不能小于{column.minimum}")
    if column.maximum is not None and number > column.maximum:
        raise UnreadableError("C10", reason=f"不能大于{column.maximum}")
    if abs(number) >= LARGEST_EXACT:
        raise UnreadableError("C10", reason="数太大")
    return number


def _integer(value: Cell, column: Column, setting: ReadingContext) -> Reading:
    number = _decimal(value, column, setting)
    assert isinstance(number, Decimal)  # what _decimal returns
    if number != int(number):
        raise UnreadableError("C10", reason="要是整数")
    return int(number)


def _date(value: Cell, column: Column, setting: ReadingContext) -> Reading:
    found = read_date(value, setting.year, setting.date1904)
    day = unremarked(found)
    if day.year < column.earliest:
        raise UnreadableError("C07", reason=f"格子里是{date_text(day)}，年份太早，核对是不是写错了")
    return found


def _time(value: Cell, _column: Column, _setting: ReadingContext) -> Reading:
    return read_time(value)


def _period(value: Cell, _column: Column, setting: ReadingContext) -> Reading:
    return read_period(value, setting.year, setting.date1904)


def _deadline(value: Cell, _column: Column, setting: ReadingContext) -> Reading:
    return read_deadline(value, setting.year, setting.date1904)


def choose(text: str, column: Column) -> Reading:
    """Match a text against the choices of a column and their other spellings.

    Raises UnreadableError C09, or the rule the column names, with the choices and the nearest of them.
    """
    plain = squeeze(text)
    for choice in column.choices:
        if squeeze(choice) == plain:
            return choice
    for spelling, choice in column.spellings.items():
        if squeeze(spelling) == plain:
            return Remarked(choice, column.respelt.get(spelling, "C18"), "统一成规定的写法")
    code = column.unknown if column.unknown.startswith("D") else "C09"
    near = nearest(plain, column.choices)
    raise UnreadableError(code, choices=joined(column.choices), hint=f"，是不是“{near}”" if near else "")


def _choice(value: Cell, column: Column, _setting: ReadingContext) -> Reading:
    if isinstance(value, bool) and column.choices == ("是", "否"):
        return "是" if value else "否"
    return choose(shown(value), column)


def _choices(value: Cell, column: Column, _setting: ReadingContext) -> Reading:
    parts = [part for token in split_list(shown(value)) for part in re.split(r"[+＋和与暨]", token) if part.strip()]
    chosen = [choose(part, column) for part in parts]
    found = tuple(dict.fromkeys(str(each.value if isinstance(each, Remarked) else each) for each in chosen))
    remark = next((each for each in chosen if isinstance(each, Remarked)), None)
    if remark is not None:
        return Remarked(found, remark.code, "统一成规定的写法", taken=joined(found))
    return found


def _find(token: str, column: Column, setting: ReadingContext) -> tuple[Person, list[str]]:
    person, notes = setting.directory.find(token)
    if not person.number and not column.outsiders:
        raise unknown_person(person.name, column, setting.directory)
    return person, notes


def unknown_person(name: str, column: Column, directory: Directory) -> UnreadableError:
    """Make the refusal for somebody who should be on the roster, under the rule the column names."""
    detail = {
        "K04": {"name": name, "why": f"不在党员名册{directory.hint(name)}"},
        "M06": {"what": f"“{name}”不在党员名册{directory.hint(name)}"},
    }.get(column.unknown, {"name": name, "hint": directory.hint(name), "guest": ""})
    return UnreadableError(column.unknown, further=directory.meant(name), **detail)


def _person(value: Cell, column: Column, setting: ReadingContext) -> Reading:
    people, titles = _tokens(value, setting)
    if len(people) > 1:
        raise UnreadableError("C26", reason="这里只能写一个人", example="张三")
    if not people:
        return None
    person, notes = _find(people[0], column, setting)
    return untitled(unprinted(doubted(person, [person]), notes), [person], titles)


def _tokens(value: Cell, setting: ReadingContext) -> tuple[list[str], list[str]]:
    """Split a list of people; give the names and the offices that were taken off them."""
    found: list[str] = []
    titles: list[str] = []
    for token in split_list(shown(value)):
        words = token.split()
        apart = len(words) > 1 and not setting.directory.known(squeeze(split_notes(token)[0]))
        if apart and all(setting.directory.known(squeeze(split_notes(word)[0])) for word in words):
            found.extend(words)
        else:
            bare, title = without_title(token, setting.directory)
            found.append(bare)
            titles += [title] if title else []
    return found, titles


def untitled(value: Reading, people: Iterable[Person], titles: Iterable[str]) -> Reading:
    """Remark on offices that stood beside names."""
    said = joined(dict.fromkeys(f"“{title}”" for title in titles))
    reason = f"姓名旁边的{said}不在这里印，职务由程序按党员名册带出"
    return Remarked(value, "C18", reason, taken=joined(map(str, people))) if said else value


def _people(value: Cell, column: Column, setting: ReadingContext) -> Reading:
    if squeeze(shown(value)) in EVERYONE:
        if column.outsiders:
            raise UnreadableError("C26", reason="要写出每个人的姓名", example="张三、李四")
        return setting.directory.everybody()
    tokens, titles = _tokens(value, setting)
    found = [_find(token, column, setting) for token in tokens]
    people = tuple(dict.fromkeys(person for person, _ in found))
    return untitled(unprinted(doubted(people, people), [note for _, notes in found for note in notes]), people, titles)


def _absences(value: Cell, column: Column, setting: ReadingContext) -> Reading:
    found = []
    tokens, titles = _tokens(value, setting)
    spelt = [with_brackets(token, setting.directory) for token in tokens]
    for token in spelt:
        person, notes = _find(token, column, setting)
        found.append(Absence(person, joined(notes, "，")))
    read = untitled(tuple(found), [absence.person for absence in found], titles)
    return read if spelt == tokens else Remarked(read, "C18", "姓名后面的原因没有用括号", taken=joined(spelt))


def _makeups(value: Cell, column: Column, setting: ReadingContext) -> Reading:
    found = []
    tokens, titles = _tokens(value, setting)
    for token in tokens:
        person, notes = _find(token, column, setting)
        if not notes:
            raise UnreadableError("C26", reason="没有写哪天补的课", example="张三(2025-4-2)")
        found.append(MakeUp(person, unremarked(read_date(joined(notes, "，"), setting.year, setting.date1904))))
    return untitled(tuple(found), [makeup.person for makeup in found], titles)


def _guests(value: Cell, column: Column, setting: ReadingContext) -> Reading:
    found = []
    tokens, titles = _tokens(value, setting)
    for token in tokens:
        person, notes = _find(token, column, setting)
        found.append(Guest(person, joined(notes, "，")))
    bare = [guest.person.name for guest in found if not guest.capacity and not guest.person.number]
    people = [guest.person for guest in found]
    if bare:
        return untitled(Remarked(tuple(found), "C27", f"“{bare[0]}”后面没有用括号写明身份"), people, titles)
    return untitled(doubted(tuple(found), people), people, titles)


def doubted(value: Reading, people: Iterable[Person]) -> Reading:
    """Remark on people from outside whose names do not look like names."""
    odd = [person.name for person in people if not person.number and not NAME.fullmatch(person.name)]
    return Remarked(value, "C27", f"“{odd[0]}”不像人名") if odd else value


def unprinted(value: Reading, notes: Iterable[str]) -> Reading:
    """Remark on bracketed notes in a column that holds names only."""
    said = joined(f"“{note}”" for note in notes)
    if not said:
        return value
    remedy = "这一栏只写姓名；要印的写进别的栏目，如委托说明、对象身份、在场人、发言要点"
    return Remarked(value, "C33", why=f"这一栏只印姓名，括号里的{said}没有地方放", remedy=remedy)


def _posts(value: Cell, column: Column, setting: ReadingContext) -> Reading:
    found: list[Post] = []
    respelt = False
    for token in split_list(shown(value)):
        base, notes = split_notes(token)
        since, until = _tenure(notes, setting)
        for word in re.split("兼", squeeze(base)):
            title = column.spellings.get(word, word)
            respelt |= title != word
            title = re.sub("^(党支部|支部|支委会?)", "", title)
            title = column.spellings.get(title, title)
            if title not in column.choices and title not in NO_POSTS:
                raise UnreadableError("C09", choices=joined(column.choices), hint=hint_for(title, column.choices))
            if title in column.choices:
                found.append(Post(title, since, until))
    posts = tuple(found)
    return Remarked(posts, "C18", "统一成规定的写法", taken=joined(p.title for p in posts)) if respelt else posts


def _tenure(notes: Iterable[str], setting: ReadingContext) -> tuple[date | None, date | None]:
    text = squeeze("".join(notes))
    if not text:
        return None, None
    found = re.fullmatch(r"(?:从|自)?(.*?)(?:起|起任)?(?:(?:至|到|—|~)(.+?)(?:止|免)?)?", text)
    first, last = (found[1], found[2]) if found else (text, None)
    if not first and not last:
        raise UnreadableError("C26", reason="任职起止看不懂", example="书记(2025-7-1起)")
    since = unremarked(read_date(first, setting.year, setting.date1904)) if first else None
    until = unremarked(read_date(last, setting.year, setting.date1904)) if last else None
    return since, until


def _scope(value: Cell, _column: Column, setting: ReadingContext) -> Reading:
    text = shown(value)
    if squeeze(text) in EVERYONE:
        return Scope(text=trimmed(text), everyone=True)
    stations, people, dropped = [], [], list[str]()
    for token in split_list(text):
        station = setting.stations.get(squeeze(token))
        if station is not None:
            stations.append(station)
            continue
        bare, title = without_title(token, setting.directory)
        person, notes = setting.directory.find(bare)
        dropped += [*notes, title] if title else notes
        if not person.number:
            post = hint_for(person.name, setting.stations)
            hint = f"，也不是名册里的岗位{post or setting.directory.hint(person.name)}"
            further = () if post else setting.directory.meant(person.name)
            raise UnreadableError("C14", further=further, name=person.name, hint=hint, guest="")
        people.append(person)
    return unprinted(Scope(text=trimmed(text), stations=tuple(stations), people=tuple(people)), dropped)


def _scores(value: Cell, column: Column, setting: ReadingContext) -> Reading:
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Scores(common=_number(value))
    common: Decimal | None = None
    own: dict[str, Decimal] = {}
    dropped: list[str] = []
    for token in split_list(shown(value)):
        found = re.fullmatch(r"(.*?)[:：]?\s*(\d+(?:\.\d+)?)分?", squeeze(token))
        if not found or (not found[1] and common is not None):
            raise UnreadableError("C26", reason="得分要写成数，或姓名后面跟数", example="10、张三8")
        if found[1] in {"", "全体", "其余", "其他"}:
            common = Decimal(found[2])
        else:
            person, notes = _find(found[1], column, setting)
            own[person.number] = Decimal(found[2])
            dropped.extend(notes)
    return unprinted(Scores(common=common, own=own), dropped)


CONVERTERS: Mapping[Kind, Converter] = {
    Kind.TEXT: _text,
    Kind.LONG: _text,
    Kind.TERM: _term,
    Kind.NAME: _name,
    Kind.NATION: _nation,
    Kind.CODE: _code,
    Kind.CODES: _codes,
    Kind.INTEGER: _integer,
    Kind.DECIMAL: _decimal,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.PERIOD: _period,
    Kind.DEADLINE: _deadline,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.PERSON: _person,
    Kind.PEOPLE: _people,
    Kind.ABSENCES: _absences,
    Kind.MAKEUPS: _makeups,
    Kind.GUESTS: _guests,
    Kind.POSTS: _posts,
    Kind.SCOPE: _scope,
    Kind.SCORES: _scores,
}
"""How each kind of cell is read."""

BLANKS: Mapping[Kind, object] = {
    Kind.TEXT: "",
    Kind.LONG: "",
    Kind.TERM: "",
    Kind.NAME: "",
    Kind.NATION: "",
    Kind.CODE: "",
    Kind.CHOICE: "",
    Kind.CODES: (),
    Kind.CHOICES: (),
    Kind.PEOPLE: (),
    Kind.ABSENCES: (),
    Kind.MAKEUPS: (),
    Kind.GUESTS: (),
    Kind.POSTS: (),
}
"""What a blank cell becomes; None for the kinds not named."""
