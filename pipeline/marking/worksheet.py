"""A worksheet part seen without its cells: what stands before and behind them, and how wide and high they are."""

from __future__ import annotations

import re
from functools import cached_property

from pipeline.findings import column_number
from pipeline.marking.spans import Edits, Node, Tag, odd_file, parse

ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
)  # fmt: skip
"""Children of a worksheet in the order of the schema (ISO/IEC 29500-1, CT_Worksheet)."""
CELLS_OPEN = re.compile(rb"<((?:[A-Za-z_][\w.-]*:)?)sheetData(?:\s[^>]*)?>")
ROW = re.compile(rb"<(?:[A-Za-z_][\w.-]*:)?row\s([^>]*)>")
ROW_ATTRIBUTE = re.compile(rb"\b(r|ht|hidden)=[\"'](\d+(?:\.\d+)?|true)[\"']")
RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
PIXELS_PER_POINT = 4 / 3

Address = tuple[int, int]
"""Row and column, both counted from 1."""


class Worksheet:
    """One worksheet part; `edits` collects what is to change."""

    def __init__(self, data: bytes) -> None:
        """Parse everything but the cells. Raises UnmarkableError where the part is none Excel would write."""
        found = None if b"<!--" in data or b"<![CDATA[" in data else CELLS_OPEN.search(data)
        self.cells = b""
        if found and not found[0].endswith(b"/>"):
            close = b"</" + found[1] + b"sheetData"
            end = data.find(close, found.end())
            end = data.find(b">", end) + 1 if end >= 0 else 0
            if not end:
                raise odd_file()
            self.cells = data[found.start() : end]
            data = data[: found.start()] + b"<" + found[1] + b"sheetData/>" + data[end:]
        self.root = parse(data)
        self.edits = Edits(data)
        place = self.root.first("sheetData")
        if self.root.name != "worksheet" or place is None:
            raise odd_file()
        if self.cells:
            self.edits.replace(place.start, place.end, self.cells)
        self._untouched = len(self.edits.changes)

    @property
    def changed(self) -> bool:
        """Whether anything is to change."""
        return len(self.edits.changes) > self._untouched

    def made(self) -> bytes:
        """Give the part with its changes."""
        return self.edits.made()

    def insert(self, *tags: Tag) -> None:
        """Add children where the schema wants them, before those of the same name."""
        rank = ORDER.index(tags[0].name)
        before = [child for child in self.root.children if self._rank(child) < rank]
        at = before[-1].end if before else self.root.inside
        self.edits.insert(at, b"".join(tag.written(self.root.prefix) for tag in tags))

    def _rank(self, node: Node) -> int:
        named = next((child.name for child in node.walk() if child.name in ORDER), None)
        return ORDER.index(named) if named else -1

    @cached_property
    def merged(self) -> list[tuple[int, int, int, int]]:
        """Merged ranges: first row, first column, last row, last column."""
        holder = self.root.first("mergeCells")
        found = (RANGE.fullmatch(node.attributes.get("ref", "")) for node in (holder.children if holder else ()))
        return [
            (int(span[2]), column_number(span[1]), int(span[4] or span[2]), column_number(span[3] or span[1]))
            for span in found
            if span
        ]

    def visible(self, place: Address) -> Address:
        """Give the cell that shows for a place: the first one of a merged range."""
        row, column = place
        for top, left, bottom, right in self.merged:
            if top <= row <= bottom and left <= column <= right:
                return top, left
        return place

    @cached_property
    def widths(self) -> dict[int, int]:
        """Pixels of the columns that are not as wide as usual, by number."""
        holder = self.root.first("cols")
        found: dict[int, int] = {}
        for node in holder.children if holder else ():
            first, last = node.whole("min", 1), node.whole("max", 1)
            hidden = node.attributes.get("hidden") in {"1", "true"}
            pixels = 0 if hidden else round(node.measure("width", 9) * 7)
            found.update(dict.fromkeys(range(first, min(last, LAST_COLUMN) + 1), pixels))
        return found

    @cached_property
    def heights(self) -> dict[int, int]:
        """Pixels of the rows that are not as high as usual, by number."""
        found: dict[int, int] = {}
        for row in ROW.finditer(self.cells):
            if b"ht=" in row[1] or b"hidden=" in row[1]:
                said = {name: value.decode("latin-1") for name, value in ROW_ATTRIBUTE.findall(row[1])}
                if b"r" in said:
                    hidden = said.get(b"hidden") in {"1", "true"}
                    found[int(said[b"r"])] = (
                        0 if hidden else round(float(said.get(b"ht", self.usual_height)) * PIXELS_PER_POINT)
                    )
        return found

    @cached_property
    def usual_height(self) -> float:
        """Points of a row that says nothing."""
        node = self.root.first("sheetFormatPr")
        return node.measure("defaultRowHeight", 15) if node else 15.0

    @cached_property
    def usual_width(self) -> int:
        """Pixels of a column that says nothing."""
        node = self.root.first("sheetFormatPr")
        return round(node.measure("defaultColWidth", 9.14) * 7) if node else 64

    def column_at(self, start: int, pixels: int) -> tuple[int, int]:
        """Walk from the left edge of a column; give the column reached and the pixels into it."""
        while start < LAST_COLUMN and pixels >= (width := self.widths.get(start, self.usual_width)):
            pixels -= width
            start += 1
        return start, min(pixels, self.widths.get(start, self.usual_width))

    def row_at(self, start: int, pixels: int) -> tuple[int, int]:
        """Walk from the upper edge of a row; give the row reached and the pixels into it."""
        usual = round(self.usual_height * PIXELS_PER_POINT)
        while start < LAST_ROW and pixels >= (height := self.heights.get(start, usual)):
            pixels -= height
            start += 1
        return start, min(pixels, self.heights.get(start, usual))
