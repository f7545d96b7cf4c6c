"""Turns the sheet 设置 into settings; a value that cannot be used leaves the default, with a finding at its cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from pipeline.findings import Finding, Level, Location, Origin
from pipeline.rules import RULES, catalogue
from pipeline.rules import cells as rules
from pipeline.rules import notes as run
from pipeline.schema import Column, Kind
from pipeline.settings import RETIRED, SETTINGS_HEADINGS, Form, Named, Option, Settings, default_text, options
from pipeline.wording import joined, number_of
from pipeline.workbook.reading.as_typed import refuse_marks, shown
from pipeline.workbook.reading.dates import read_time
from pipeline.workbook.reading.grid import Cell, Grid
from pipeline.workbook.reading.headings import find_headings
from pipeline.workbook.reading.numbers import read_integer
from pipeline.workbook.reading.people import UnreadableError, hint_for
from pipeline.workbook.reading.rows import is_blank, unseen
from pipeline.workbook.reading.text import heading_key, split_list, squeeze

COLUMNS = tuple(
    Column(heading=heading, kind=Kind.TEXT, help="", name=name)
    for heading, name in zip(SETTINGS_HEADINGS, ("key", "value", "default", "allowed", "guide"), strict=True)
)
READ = frozenset({"项目", "设定"})
DAY = re.compile(r"(\d{1,2})[月./-](\d{1,2})日?")
FRACTION = re.compile(r"(\d{1,3})/(\d{1,3})")
SPOKEN = re.compile(r"([一二三四五六七八九十百\d]{1,4})分之([一二三四五六七八九十\d]{1,4})")
PERCENT = re.compile(r"(\d{1,3}(?:\.\d+)?)%")
SWITCHABLE = joined(level.value for level in Level if level.switchable)
OWN_FAULTS = frozenset({"C11", "C12", "C13", "C30"})
"""Faults of the cell itself, said as in every other sheet."""


@dataclass(slots=True, eq=False, repr=False)
class SettingRows:
    """The sheet while it is read."""

    findings: list[Finding]
    values: dict[str, object] = field(default_factory=dict)
    seen: dict[str, Location] = field(default_factory=dict)
    switched_off: dict[str, Location] = field(default_factory=dict)
    papers: dict[str, dict[str, Named]] = field(default_factory=dict)
    """Field name to the kinds of documents it names, by what they are called."""


def read_settings(grid: Grid | None, findings: list[Finding]) -> Settings:
    """Read 设置; without the sheet, and for every blank or faulty row, the default holds."""
    if grid is None or grid.is_empty:
        return Settings()
    headings = find_headings(grid, COLUMNS)
    if isinstance(headings, Finding):
        findings.append(rules.C37.at(headings.where, heading="设置", value="表头", reason="找不到表头", default="值"))
        return Settings()
    findings.extend(found for found in headings.findings if found.rule.code != "C04" or found.where.heading in READ)
    findings.extend(unseen(grid, headings.row))
    known = {heading_key(option.heading): name for name, option in options().items()}
    rows = SettingRows(findings)
    places = [headings.layout.columns.get(name, (0, ""))[0] for name in ("key", "value")]
    for number, cells in enumerate(grid.rows[headings.row :], start=headings.row + 1):
        key, value = (cells[place - 1] if 0 < place <= len(cells) else None for place in places)
        origin = Origin(headings.layout, number, cells)
        word = "" if key is None else shown(key)
        name = known.get(heading_key(word))
        if name is None:
            if (not is_blank(key) or not is_blank(value)) and word not in RETIRED:
                findings.append(rules.C20.at(origin.at("key"), value=word, hint=hint_for(heading_key(word), known)))
        elif not is_blank(value):
            _take(name, value, origin, rows)
    return _settled(rows)


def _settled(rows: SettingRows) -> Settings:
    if rows.switched_off:
        where = next(iter(rows.switched_off.values()))
        rows.findings.append(run.G09.at(where, codes=joined(rows.switched_off)))
        rows.values["switched_off"] = frozenset(rows.switched_off)
    rows.values.update((name, tuple(papers.values())) for name, papers in rows.papers.items())
    return Settings(**rows.values)  # type: ignore[arg-type]


def _take(name: str, value: Cell, origin: Origin, rows: SettingRows) -> None:
    option = options()[name]
    here = origin.at("value")
    where = Location(here.sheet, here.row, here.column, option.heading, here.value)
    detail = {"heading": option.heading, "value": shown(value), "default": default_text(name)}
    try:
        refuse_marks(value)
        if option.form is Form.CODES:
            _switch_off(value, where, rows)
            return
        if option.form is Form.NAMES:
            for word in split_list(shown(value)):
                rows.papers.setdefault(name, {}).setdefault(squeeze(word), Named(squeeze(word), where))
            return
        found = READERS[option.form](value, option)
    except UnreadableError as fault:
        rule = RULES[fault.code] if fault.code in OWN_FAULTS else rules.C37
        rows.findings.append(rule.at(where, **(detail | fault.detail)))
        return
    if name in rows.seen:
        first = rows.seen[name]
        rows.findings.append(rules.C39.at(where, first, heading=option.heading, first=first.row))
        return
    rows.seen[name] = where
    rows.values[name] = found


def _switch_off(value: Cell, where: Location, rows: SettingRows) -> None:
    for token in split_list(shown(value)):
        code = squeeze(token).upper()
        variants = catalogue().get(code, ())
        if not variants:
            reason = f"没有这条规则{hint_for(code, catalogue())}"
        elif code.startswith("C"):
            reason = "C类讲的是工作簿里没有读进来的内容，不能停用"
        elif not any(rule.level.switchable for rule in variants):
            reason = f"它是{variants[0].level.value}级，只有{SWITCHABLE}级的可以停用"
        else:
            rows.switched_off.setdefault(code, where)
            continue
        rows.findings.append(rules.C38.at(where, value=token, reason=reason))


def _number(value: Cell, option: Option) -> object:
    units = (option.unit, "个", "以内") if option.unit else ()
    if option.unit == "%" and isinstance(value, float) and 0 < value <= 1:
        value = value * 100  # a cell formatted as percentage holds 0.8 for 80%
    return read_integer(value, units, option.least, option.most)


def _share(value: Cell, _option: Option) -> object:
    text = squeeze(shown(value))
    found: Fraction | None = None
    try:
        if isinstance(value, float | int) and not isinstance(value, bool):
            found = Fraction(text)
        elif match := FRACTION.fullmatch(text):
            found = Fraction(int(match[1]), int(match[2]))
        elif match := PERCENT.fullmatch(text):
            found = Fraction(match[1]) / 100
        elif match := SPOKEN.fullmatch(text):
            found = Fraction(number_of(match[2]), number_of(match[1]))
    except (ZeroDivisionError, ValueError):
        found = None
    if found is None or not 0 < found <= 1:
        raise UnreadableError("C37", reason="要写成 三分之一 或 15% 这样，大于0，不超过1")
    return found


def _day(value: Cell, _option: Option) -> object:
    if isinstance(value, date):
        return (value.month, value.day)
    found = DAY.fullmatch(squeeze(shown(value)))
    try:
        if found and date(2000, int(found[1]), int(found[2])):
            return (int(found[1]), int(found[2]))
    except ValueError:
        pass
    raise UnreadableError("C37", reason="要写成 3月31日 这样")


def _choice(value: Cell, option: Option) -> object:
    text = squeeze(shown(value))
    if text not in option.choices:
        raise UnreadableError("C37", reason=f"只能写{joined(option.choices)}")
    return text


READERS: Mapping[Form, Callable[[Cell, Option], object]] = {
    Form.NUMBER: _number,
    Form.SHARE: _share,
    Form.DAY: _day,
    Form.TIME: lambda value, _option: read_time(value),
    Form.CHOICE: _choice,
}
"""How each form of setting is read."""
