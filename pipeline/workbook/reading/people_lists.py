"""Turns cells that name people into persons: lists, absences, guests, offices, scopes and scores."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from pipeline.schema import Column
from pipeline.values import Absence, Guest, MakeUp, Person, Post, Scope, Scores
from pipeline.wording import joined
from pipeline.workbook.reading.as_typed import shown
from pipeline.workbook.reading.context import Reading, ReadingContext
from pipeline.workbook.reading.dates import Remarked, read_date, unremarked
from pipeline.workbook.reading.grid import Cell
from pipeline.workbook.reading.names_as_written import with_brackets, without_title
from pipeline.workbook.reading.numbers import read_number
from pipeline.workbook.reading.people import Directory, UnreadableError, hint_for
from pipeline.workbook.reading.text import split_list, split_notes, squeeze, trimmed
from pipeline.workbook.reading.words import NAME

NO_POSTS = frozenset({"党小组长", "党小组组长", "小组长", "党员", "普通党员", "正式党员", "预备党员"})
"""Words under 党内职务 that name no office of the committee."""
EVERYONE = frozenset({"全体", "全体党员", "所有党员", "全部", "全员"})


def _find(token: str, column: Column, context: ReadingContext) -> tuple[Person, list[str]]:
    person, notes = context.directory.find(token)
    if not person.number and not column.outsiders:
        raise unknown_person(person.name, column, context.directory)
    return person, notes


def unknown_person(name: str, column: Column, directory: Directory) -> UnreadableError:
    """Make the refusal for somebody who should be on the roster, under the rule the column names."""
    detail = {
        "K04": {"name": name, "why": f"不在党员名册{directory.hint(name)}"},
        "M06": {"what": f"“{name}”不在党员名册{directory.hint(name)}"},
    }.get(column.unknown, {"name": name, "hint": directory.hint(name), "guest": ""})
    return UnreadableError(column.unknown, further=directory.meant(name), **detail)


def _tokens(value: Cell, context: ReadingContext) -> tuple[list[str], list[str]]:
    """Split a list of people; give the names and the offices that were taken off them."""
    found: list[str] = []
    titles: list[str] = []
    for token in split_list(shown(value)):
        words = token.split()
        apart = len(words) > 1 and not context.directory.known(squeeze(split_notes(token)[0]))
        if apart and all(context.directory.known(squeeze(split_notes(word)[0])) for word in words):
            found.extend(words)
        else:
            bare, title = without_title(token, context.directory)
            found.append(bare)
            titles += [title] if title else []
    return found, titles


def remark_odd_names(value: Reading, people: Iterable[Person]) -> Reading:
    """Remark on people from outside whose names do not look like names."""
    odd = [person.name for person in people if not person.number and not NAME.fullmatch(person.name)]
    return Remarked(value, "C27", f"“{odd[0]}”不像人名") if odd else value


def remark_notes(value: Reading, notes: Iterable[str]) -> Reading:
    """Remark on bracketed notes in a column that holds names only."""
    said = joined(f"“{note}”" for note in notes)
    if not said:
        return value
    remedy = "这一栏只写姓名；要印的写进别的栏目，如委托说明、对象身份、在场人、发言要点"
    return Remarked(value, "C33", why=f"这一栏只印姓名，括号里的{said}没有地方放", remedy=remedy)


def remark_titles(value: Reading, people: Iterable[Person], titles: Iterable[str]) -> Reading:
    """Remark on offices that stood beside names."""
    said = joined(dict.fromkeys(f"“{title}”" for title in titles))
    reason = f"姓名旁边的{said}不在这里印，职务由程序按党员名册带出"
    return Remarked(value, "C18", reason, taken=joined(map(str, people))) if said else value


def remark_all(value: Reading, people: Iterable[Person], notes: Iterable[str], titles: Iterable[str]) -> Reading:
    """Remark on all of it, in this order: odd names, notes, offices."""
    people = tuple(people)
    return remark_titles(remark_notes(remark_odd_names(value, people), notes), people, titles)


def convert_person(value: Cell, column: Column, context: ReadingContext) -> Reading:
    """Read the name of one person."""
    people, titles = _tokens(value, context)
    if len(people) > 1:
        raise UnreadableError("C26", reason="这里只能写一个人", example="张三")
    if not people:
        return None
    person, notes = _find(people[0], column, context)
    return remark_all(person, [person], notes, titles)


def convert_people(value: Cell, column: Column, context: ReadingContext) -> Reading:
    """Read the names of one or several people, or of everybody."""
    if squeeze(shown(value)) in EVERYONE:
        if column.outsiders:
            raise UnreadableError("C26", reason="要写出每个人的姓名", example="张三、李四")
        return context.directory.everybody()
    tokens, titles = _tokens(value, context)
    found = [_find(token, column, context) for token in tokens]
    people = tuple(dict.fromkeys(person for person, _ in found))
    return remark_all(people, people, [note for _, notes in found for note in notes], titles)


def convert_absences(value: Cell, column: Column, context: ReadingContext) -> Reading:
    """Read who was absent, with the reasons."""
    found = []
    tokens, titles = _tokens(value, context)
    spelt = [with_brackets(token, context.directory) for token in tokens]
    fault: UnreadableError | None = None
    for token in spelt:
        try:
            person, notes = _find(token, column, context)
        except UnreadableError as error:
            fault = fault or error
            continue
        found.append(Absence(person, joined(notes, "，")))
    if fault is not None:
        fault.partial = tuple(found)
        raise fault
    read = remark_titles(tuple(found), [absence.person for absence in found], titles)
    return read if spelt == tokens else Remarked(read, "C18", "姓名后面的原因没有用括号", taken=joined(spelt))


def convert_makeups(value: Cell, column: Column, context: ReadingContext) -> Reading:
    """Read who made up for a meeting, and when."""
    found = []
    tokens, titles = _tokens(value, context)
    for token in tokens:
        person, notes = _find(token, column, context)
        if not notes:
            raise UnreadableError("C26", reason="没有写哪天补的课", example="张三(2025-4-2)")
        found.append(MakeUp(person, unremarked(read_date(joined(notes, "，"), context.year, context.date1904))))
    return remark_titles(tuple(found), [makeup.person for makeup in found], titles)


def convert_guests(value: Cell, column: Column, context: ReadingContext) -> Reading:
    """Read who was in attendance, with their capacities."""
    found = []
    tokens, titles = _tokens(value, context)
    for token in tokens:
        person, notes = _find(token, column, context)
        found.append(Guest(person, joined(notes, "，")))
    bare = [guest.person.name for guest in found if not guest.capacity and not guest.person.number]
    people = [guest.person for guest in found]
    if bare:
        return remark_titles(Remarked(tuple(found), "C27", f"“{bare[0]}”后面没有用括号写明身份"), people, titles)
    return remark_titles(remark_odd_names(tuple(found), people), people, titles)


def convert_posts(value: Cell, column: Column, context: ReadingContext) -> Reading:
    """Read the offices of a member, with their terms."""
    found: list[Post] = []
    respelt = False
    for token in split_list(shown(value)):
        base, notes = split_notes(token)
        since, until = _tenure(notes, context)
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


def _tenure(notes: Iterable[str], context: ReadingContext) -> tuple[date | None, date | None]:
    text = squeeze("".join(notes))
    if not text:
        return None, None
    found = re.fullmatch(r"(?:从|自)?(.*?)(?:起|起任)?(?:(?:至|到|—|~)(.+?)(?:止|免)?)?", text)
    first, last = (found[1], found[2]) if found else (text, None)
    if not first and not last:
        raise UnreadableError("C26", reason="任职起止看不懂", example="书记(2025-7-1起)")
    since = unremarked(read_date(first, context.year, context.date1904)) if first else None
    until = unremarked(read_date(last, context.year, context.date1904)) if last else None
    return since, until


def convert_scope(value: Cell, _column: Column, context: ReadingContext) -> Reading:
    """Read for whom a target is meant: everybody, posts at work, or people."""
    text = shown(value)
    if squeeze(text) in EVERYONE:
        return Scope(text=trimmed(text), everyone=True)
    stations, people, dropped = [], [], list[str]()
    for token in split_list(text):
        station = context.stations.get(squeeze(token))
        if station is not None:
            stations.append(station)
            continue
        bare, title = without_title(token, context.directory)
        person, notes = context.directory.find(bare)
        dropped += [*notes, title] if title else notes
        if not person.number:
            post = hint_for(person.name, context.stations)
            hint = f"，也不是名册里的岗位{post or context.directory.hint(person.name)}"
            further = () if post else context.directory.meant(person.name)
            raise UnreadableError("C14", further=further, name=person.name, hint=hint, guest="")
        people.append(person)
    return remark_notes(Scope(text=trimmed(text), stations=tuple(stations), people=tuple(people)), dropped)


def convert_scores(value: Cell, column: Column, context: ReadingContext) -> Reading:
    """Read a score for all, for single people, or both."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Scores(common=read_number(value))
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
            person, notes = _find(found[1], column, context)
            own[person.number] = Decimal(found[2])
            dropped.extend(notes)
    return remark_notes(Scores(common=common, own=own), dropped)
