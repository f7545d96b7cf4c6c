"""Fills the charts of a template: a drawing whose alternative text names a table gets that table's figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from lxml import etree
from markupsafe import escape

from pipeline.ooxml.package import FIRST
from pipeline.ooxml.xml import legal
from pipeline.rendering.chart_binding import Binding, ChartError
from pipeline.rendering.chart_book import PERCENT, Column, Figure, chart_book, place
from pipeline.rendering.relations import relations, relations_name

HOLE = re.compile(r"<!--zhibu (\w+) (\d+)-->")
"""Where something goes in the source of a chart: which thing, and of which series."""
SERIES, CATEGORIES, FIGURES, END, FLOOR = "series", "categories", "figures", "end", "floor"
HIGHEST = 7_200_000
"""The height in EMU that a drawing is not stretched beyond: 200 mm."""
AROUND = 3
"""Bars that the axis and legend of a chart of horizontal bars take as much room as."""
NOTHING = frozenset({"", "—", "－", "-"})
"""What a cell of a table says where there is no figure."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A chart's figures, read from a table of the context."""

    categories: Sequence[str]
    columns: Sequence[Column]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart of a template that is bound to a table."""

    binding: Binding
    part: str
    book: str
    """Part name of the workbook inside; empty for none."""
    pieces: tuple[str, ...]
    """Its source, parted by `HOLE`: every third piece is text, the other two say what goes between."""
    headings: tuple[str, ...]
    """What the template calls the series."""
    formats: tuple[str, ...]
    """The number format of each series."""
    mark: str
    """The height of the drawing in the source."""
    height: int
    """The height of the drawing in the template."""
    bars: int
    """Categories in the template, where they stand one below the other; 0 for other charts."""

    def read(self, values: Mapping[str, object]) -> Filled:
        """Read its figures. Raises ChartError where the table or a field is not there, or a cell is no number."""
        rows = looked_up(values, self.binding.table)
        if not isinstance(rows, list | tuple):
            raise ChartError(f"“{self.binding.table}”不是一张表")
        columns = [
            Column(heading, [_figure(self.binding, row, name) for row in rows])
            for heading, name in zip(self.headings, self.binding.series, strict=True)
        ]
        return Filled([str(_cell(self.binding, row, self.binding.category)) for row in rows], columns)

    def fill(self, filled: Filled, values: Mapping[str, object]) -> bytes:
        """Write the chart with its figures; a series without any is left out."""
        written: list[str] = []
        skipped = False
        for at in range(0, len(self.pieces), 3):
            if at:
                thing, number = self.pieces[at - 2], int(self.pieces[at - 1])
                if thing == SERIES:
                    skipped = not any(filled.columns[number].figures)
                elif not skipped:
                    written.append(self._written(thing, number, filled, values))
                if thing == END:
                    skipped = False
            if not skipped:
                written.append(self.pieces[at])
        return "".join(written).encode()

    def _written(self, thing: str, number: int, filled: Filled, values: Mapping[str, object]) -> str:
        if thing == CATEGORIES:
            return categories_xml(filled.categories)
        if thing == FIGURES:
            return figures_xml(number + 2, filled.columns[number].figures, self.formats[number])
        return floor_xml(looked_up(values, self.binding.floor)) if thing == FLOOR else ""

    def tall(self, count: int) -> int:
        """Give the height of the drawing: horizontal bars keep their breadth, however many there are."""
        if not self.bars:
            return self.height
        return min(max(HIGHEST, self.height), self.height * (count + AROUND) // (self.bars + AROUND))


class Charts:
    """The bound charts of a template."""

    def __init__(self, main: str, charts: Iterable[Chart]) -> None:
        """Take the name of the part with the body, and the charts in the order of their drawings."""
        self.main = main
        self.charts = tuple(charts)

    @property
    def sources(self) -> Iterator[str]:
        """Say in the template language which fields each uses."""
        return (chart.binding.source for chart in self.charts)

    def placed(self, parts: Mapping[str, bytes], values: Mapping[str, object]) -> dict[str, bytes | None]:
        """Give the parts that change once the body is filled, None for those that go; `parts` are all there are.

        A chart whose drawing does not stand goes, with its workbook: nothing of the template's figures remains.
        Raises ChartError.
        """
        body = parts[self.main]
        changed: dict[str, bytes | None] = {}
        gone: set[str] = set()
        for chart in self.charts:
            if chart.mark.encode() not in body:
                gone |= {chart.part, *parts_of(parts, chart.part)}
                continue
            filled = chart.read(values)
            height = chart.tall(len(filled.categories))
            body = body.replace(f'cy="{chart.mark}"'.encode(), f'cy="{height}"'.encode())
            changed[chart.part] = chart.fill(filled, values)
            if chart.book:
                changed[chart.book] = chart_book(chart.binding.category, filled.categories, filled.columns)
        kept = {name for name in changed if changed[name] is not None}
        if gone - kept:
            changed |= without(parts, self.main, gone - kept)
        return {**changed, self.main: body}


def looked_up(values: Mapping[str, object], path: str) -> object:
    """Find what stands under a path. Raises ChartError where nothing does."""
    found: object = values
    for name in path.split("."):
        if not isinstance(found, Mapping) or name not in found:
            raise ChartError(f"“{path}”不是有的栏目")
        found = found[name]
    return found


def _cell(binding: Binding, row: object, name: str) -> object:
    if not isinstance(row, Mapping) or name not in row:
        raise ChartError(f"“{binding.table}”没有“{name}”这一栏")
    return row[name]


def _figure(binding: Binding, row: object, name: str) -> Figure | None:
    text = str(_cell(binding, row, name)).strip()
    if text in NOTHING:
        return None
    try:
        return figure(text)
    except InvalidOperation as error:
        raise ChartError(f"“{binding.table}.{name}”里的“{text[:20]}”不是数") from error


def figure(text: str) -> Figure:
    """Read a number, or a share written with a percent sign. Raises InvalidOperation."""
    share = text.endswith(("%", "％"))
    number = Decimal(text[:-1]) / 100 if share else Decimal(text)
    if not number.is_finite():
        raise InvalidOperation
    return Figure(f"{number:f}", share)


def categories_xml(categories: Sequence[str]) -> str:
    """Write the categories of a series."""
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{escape(legal(text))}</c:v></c:pt>' for number, text in enumerate(categories)
    )
    return (
        f"<c:cat><c:strRef><c:f>{place(1, 2, len(categories) + 1)}</c:f><c:strCache>"
        f'<c:ptCount val="{len(categories)}"/>{points}</c:strCache></c:strRef></c:cat>'
    )


def figures_xml(column: int, figures: Sequence[Figure | None], form: str) -> str:
    """Write the figures of a series, which stand in a column of the workbook."""
    points = "".join(
        f'<c:pt idx="{number}"><c:v>{each.text}</c:v></c:pt>' for number, each in enumerate(figures) if each
    )
    shares = any(each.percent for each in figures if each)
    return (
        f"<c:val><c:numRef><c:f>{place(column, 2, len(figures) + 1)}</c:f><c:numCache>"
        f"<c:formatCode>{escape(form) if form else PERCENT if shares else 'General'}</c:formatCode>"
        f'<c:ptCount val="{len(figures)}"/>{points}</c:numCache></c:numRef></c:val>'
    )


def floor_xml(value: object) -> str:
    """Write where an axis begins; nothing where the field is blank. Raises ChartError where it is no number."""
    text = str(value).strip()
    try:
        return f'<c:min val="{figure(text).text}"/>' if text not in NOTHING else ""
    except InvalidOperation as error:
        raise ChartError(f"起点“{text[:20]}”不是数") from error


def parts_of(parts: Mapping[str, bytes], name: str) -> set[str]:
    """Name what belongs to a chart: its relations, its workbook, its styles."""
    inside = {relation.target for relation in relations(parts, name) if not relation.outside}
    return {each for each in (relations_name(name), *inside) if each in parts}


def without(parts: Mapping[str, bytes], main: str, gone: Iterable[str]) -> dict[str, bytes | None]:
    """Take parts out of a package: None for each, and the lists that named them."""
    names = frozenset(gone)
    lost = {relation.id for relation in relations(parts, main) if not relation.outside and relation.target in names}
    types, rels = etree.fromstring(parts[FIRST]), etree.fromstring(parts[relations_name(main)])
    for root, told in ((types, {f"/{name}" for name in names}), (rels, lost)):
        for child in list(root):
            if (child.get("PartName") or child.get("Id")) in told:
                root.remove(child)
    listed = {
        name: etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
        for name, root in ((FIRST, types), (relations_name(main), rels))
    }
    return {**dict.fromkeys(names), **listed}
