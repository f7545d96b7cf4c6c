"""The balloons that notes stand in: VML shapes, which spreadsheet programs still want beside the texts."""

from __future__ import annotations

import re
from collections.abc import Collection

from pipeline.errors import UnmarkableError
from pipeline.marking.parts import Parts
from pipeline.marking.spans import Edits, Node, parse
from pipeline.marking.worksheet import Address, Worksheet
from pipeline.widths import columns_of

VML, OFFICE, EXCEL = (f"urn:schemas-microsoft-com:{name}" for name in ("vml", "office:office", "office:excel"))
BINDINGS = f'xmlns:v="{VML}" xmlns:o="{OFFICE}" xmlns:x="{EXCEL}"'
NUMBER = re.compile(rb"_x0000_s(\d+)")
BLOCKS = re.compile(rb"idmap\b[^>]*?\bdata=[\"']([\d, ]*)")
FOOT = re.compile(rb"(\s*(?:-?\d+\s*,\s*){6})(\d+)(\s*,\s*)(\d+)")
"""Row of a balloon's lower edge, and the pixels into it, behind six other numbers."""
STRETCHED = re.compile(r"检查结果加高(\d+)行")
OWN_TYPE = (
    '<v:shapetype{bindings} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
TYPE = "#_x0000_t202"
WIDTH = 300
"""Pixels across a balloon."""
LINE, EDGE = 17, 14
"""Pixels of a line of text, and of what surrounds the text."""
LETTERS = 44
"""Half-width characters on a line of a balloon."""
HIGHEST = 30
"""Lines a balloon shows at most."""


class Balloons:
    """The VML part of a sheet."""

    def __init__(self, data: bytes) -> None:
        """Parse the part. Raises UnmarkableError where it is no XML; the unclosed <br> of Excel is forgiven."""
        self._data = data
        self._root = parse(data.replace(b"<br>", b"<b/>"))
        self._edits = Edits(data)
        self._shapes = [node for node in self._root.walk() if (node.uri, node.name) == (VML, "shape")]
        self._places = {place: shape for shape in self._shapes if (place := place_of(shape))}
        self._gone: set[int] = set()
        self._fresh: list[str] = []
        block = BLOCKS.search(data)
        first = min(map(int, re.findall(rb"\d+", block[1])), default=1) if block else 1
        self._next = max([first * 1024, *map(int, NUMBER.findall(data))]) + 1
        head = data[self._root.start : self._root.inside].decode("utf-8", "replace")
        bound = all(binding in head for binding in BINDINGS.split())
        self._bindings = "" if bound else f" {BINDINGS}"

    @classmethod
    def of(cls, parts: Parts, name: str) -> Balloons | None:
        """Read a part; None for one that must not be touched."""
        try:
            return cls(parts.read(name))
        except UnmarkableError:
            return None

    @staticmethod
    def blank(parts: Parts) -> bytes:
        """Write a part without balloons, whose numbers no other part of the workbook has."""
        used = [0]
        for name in parts.names():
            if name.lower().endswith(".vml"):
                data = parts.read(name)
                used += [int(number) for found in BLOCKS.findall(data) for number in re.findall(rb"\d+", found)]
                used += [int(number) // 1024 for number in NUMBER.findall(data)]
        return (
            f'<xml {BINDINGS}><o:shapelayout v:ext="edit">'
            f'<o:idmap v:ext="edit" data="{max(used) + 1}"/></o:shapelayout></xml>'.encode()
        )

    @property
    def changed(self) -> bool:
        """Whether anything was taken out or changed."""
        return bool(self._edits.changes)

    @property
    def empty(self) -> bool:
        """Whether nothing is left but the scaffold of an empty part."""
        left = (child for child in self._root.children if child.start not in self._gone)
        return all(child.name in {"shapelayout", "shapetype"} for child in left)

    def remove(self, places: Collection[Address]) -> None:
        """Take out the balloons of some cells."""
        for place in places:
            shape = self._places.get(place)
            if shape is not None:
                self._edits.remove(shape)
                self._gone.add(shape.start)
        left = (shape for shape in self._shapes if shape.start not in self._gone)
        if self._gone and not any(shape.attributes.get("type") == TYPE for shape in left):
            own = {OWN_TYPE.format(bindings=bindings).encode() for bindings in ("", f" {BINDINGS}")}
            for node in self._root.all("shapetype"):
                if self._data[node.start : node.end] in own:
                    self._edits.remove(node)

    def restore(self) -> None:
        """Make the balloons of the user as high as they were."""
        for shape in self._places.values():
            found = STRETCHED.fullmatch(shape.attributes.get("alt", ""))
            if found and shape.start not in self._gone:
                tag = self._data[shape.start : shape.inside]
                written = re.search(rb"\s+alt\s*=\s*(?:\"[^\"]*\"|'[^']*')", tag)
                if written:
                    self._edits.replace(shape.start + written.start(), shape.start + written.end(), b"")
                    self._move_foot(shape, -int(found[1]))

    def stretch(self, place: Address, text: str, sheet: Worksheet) -> None:
        """Make the balloon of the user's note higher by what was added to it; remember by how much."""
        shape = self._places.get(place)
        foot = self._foot(shape) if shape else None
        if shape is None or foot is None or "alt" in shape.attributes:
            return
        first, into = int(foot[2]) + 1, int(foot[4])
        rows = sheet.row_at(first, into + lines(text) * LINE)[0] - first
        if rows:
            name_end = shape.start + 1 + len(shape.prefix) + len(b"shape")
            self._edits.insert(name_end, f' alt="检查结果加高{rows}行"'.encode())
            self._move_foot(shape, rows)

    def _foot(self, shape: Node) -> re.Match[bytes] | None:
        anchor = next((node for node in shape.walk() if (node.uri, node.name) == (EXCEL, "Anchor")), None)
        return FOOT.match(self._data, anchor.inside, anchor.outside) if anchor else None

    def _move_foot(self, shape: Node, rows: int) -> None:
        foot = self._foot(shape)
        if foot:
            self._edits.replace(foot.start(2), foot.end(2), str(max(int(foot[2]) + rows, 0)).encode())

    def add(self, place: Address, text: str, sheet: Worksheet) -> None:
        """Put in a balloon for a cell, as high as its text wants."""
        row, column = place
        height = lines(text) * LINE + EDGE
        left = sheet.column_at(min(column + 1, 16_376), 15)
        top = sheet.row_at(max(row - 1, 1), 10 if row > 1 else 2)
        right = sheet.column_at(left[0], left[1] + WIDTH)
        bottom = sheet.row_at(top[0], top[1] + height)
        numbers = (number for edge in (left, top, right, bottom) for number in (edge[0] - 1, edge[1]))
        self._fresh.append(
            f'<v:shape{self._bindings} id="_x0000_s{self._next}" type="{TYPE}" style="position:absolute;'
            f"margin-left:60pt;margin-top:2pt;width:{WIDTH * 3 // 4}pt;height:{height * 3 // 4}pt;"
            f'z-index:{len(self._shapes) + len(self._fresh) + 1};visibility:hidden" fillcolor="#ffffe1" '
            'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
            '<v:path o:connecttype="none"/>'
            '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
            '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
            f"<x:Anchor>{', '.join(map(str, numbers))}</x:Anchor><x:AutoFill>False</x:AutoFill>"
            f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>"
        )
        self._next += 1

    def made(self) -> bytes:
        """Give the part with its changes."""
        if self._fresh:
            known = any(node.attributes.get("id") == TYPE.lstrip("#") for node in self._root.all("shapetype"))
            scaffold = "" if known else OWN_TYPE.format(bindings=self._bindings)
            self._edits.append(self._root, "".join([scaffold, *self._fresh]).encode())
            self._fresh = []
        return self._edits.made()


def place_of(shape: Node) -> Address | None:
    """Read the cell that a note's balloon belongs to; None for every other shape."""
    client = next((node for node in shape.children if (node.uri, node.name) == (EXCEL, "ClientData")), None)
    if client is None or client.attributes.get("ObjectType") != "Note":
        return None
    row, column = client.first("Row"), client.first("Column")
    if row is None or column is None or not (row.text.strip().isdigit() and column.text.strip().isdigit()):
        return None
    return int(row.text) + 1, int(column.text) + 1


def lines(text: str) -> int:
    """Estimate on how many lines of a balloon a text stands."""
    found = sum(1 + columns_of(line) // LETTERS for line in text.split("\n"))
    return min(found, HIGHEST)
