"""The balloons that notes stand in: VML shapes, which spreadsheet programs still want beside the texts."""

from __future__ import annotations

import re
from collections.abc import Collection

from wcwidth import wcswidth

from pipeline.marking.parts import Parts
from pipeline.marking.worksheet import Address, Worksheet

SHAPE = re.compile(rb"<v:shape\b(?!type).*?</v:shape\s*>", re.DOTALL)
SCAFFOLD = re.compile(
    rb"<o:shapelayout\b.*?</o:shapelayout\s*>|<v:shapetype\b.*?</v:shapetype\s*>|</?xml\b[^>]*>|<\?xml[^>]*>|<!--.*?-->|\s",
    re.DOTALL,
)
ROOT = re.compile(rb"<xml\b[^>]*>")
NUMBER = re.compile(rb"_x0000_s(\d+)")
BLOCKS = re.compile(rb"<o:idmap\b[^>]*?\bdata=[\"']([\d, ]*)")
ROW, COLUMN = (re.compile(rb"<x:" + name + rb">\s*(\d+)\s*<") for name in (b"Row", b"Column"))
FOOT = re.compile(rb"(<x:Anchor>\s*(?:-?\d+\s*,\s*){6})(\d+)(\s*,\s*)(\d+)")
"""Row of the lower edge, and the pixels into it, behind six other numbers."""
STRETCHED = re.compile(" alt=[\"']检查结果加高(\\d+)行[\"']".encode())
NAMESPACES = tuple(
    re.compile(rb"\bxmlns:" + prefix + rb"\s*=\s*[\"']urn:schemas-microsoft-com:" + name + rb"[\"']")
    for prefix, name in ((b"v", b"vml"), (b"o", b"office:office"), (b"x", b"office:excel"))
)
SHAPE_TYPE = (
    b'<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    b'<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
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
        """Take the part as it is; ask `usable` before."""
        self._data = data
        self._was = data
        self._shapes: list[bytes] = []
        self._next = max([1024, *map(int, NUMBER.findall(data))]) + 1

    @staticmethod
    def usable(data: bytes) -> bool:
        """Whether a part is written as all programs write it, so that balloons can be put in."""
        root = ROOT.search(data)
        return root is not None and all(name.search(root[0]) for name in NAMESPACES) and b"</xml>" in data

    @classmethod
    def of(cls, parts: Parts, name: str) -> Balloons:
        """Read a part."""
        balloons = cls(parts.read(name))
        block = BLOCKS.search(balloons._data)
        first = min(map(int, re.findall(rb"\d+", block[1])), default=1) if block else 1
        balloons._next = max(balloons._next, first * 1024 + 1)
        return balloons

    @staticmethod
    def blank(parts: Parts) -> bytes:
        """Write a part without balloons, whose numbers no other part of the workbook has."""
        used = [0]
        for name in parts.names():
            if name.lower().endswith(".vml"):
                used += [
                    int(number) for found in BLOCKS.findall(parts.read(name)) for number in re.findall(rb"\d+", found)
                ]
                used += [int(number) // 1024 for number in NUMBER.findall(parts.read(name))]
        return (
            b'<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
            b'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
            b'<o:idmap v:ext="edit" data="%d"/></o:shapelayout></xml>' % (max(used) + 1)
        )

    @property
    def changed(self) -> bool:
        """Whether anything was taken out or put in."""
        return self._data != self._was or bool(self._shapes)

    @property
    def empty(self) -> bool:
        """Whether nothing is left but the scaffold of an empty part."""
        return not SCAFFOLD.sub(b"", self._data)

    def remove(self, places: Collection[Address]) -> None:
        """Take out the balloons of some cells."""
        wanted = set(places)
        self._data = SHAPE.sub(lambda found: b"" if place_of(found[0]) in wanted else found[0], self._data)
        if wanted and b"#_x0000_t202" not in self._data:
            self._data = self._data.replace(SHAPE_TYPE, b"")

    def restore(self) -> None:
        """Make the balloons of the user as high as they were."""
        self._data = SHAPE.sub(lambda found: shrunk(found[0]), self._data)

    def stretch(self, place: Address, text: str, sheet: Worksheet) -> None:
        """Make the balloon of the user's note higher by what was added to it; remember by how much."""

        def higher(found: re.Match[bytes]) -> bytes:
            shape = found[0]
            foot = FOOT.search(shape)
            if place_of(shape) != place or foot is None or b" alt=" in shape:
                return shape
            first, into = int(foot[2]) + 1, int(foot[4])
            rows = sheet.row_at(first, into + lines(text) * LINE)[0] - first
            if not rows:
                return shape
            return moved(shape, rows).replace(b"<v:shape", f'<v:shape alt="检查结果加高{rows}行"'.encode(), 1)

        self._data = SHAPE.sub(higher, self._data)

    def add(self, place: Address, text: str, sheet: Worksheet) -> None:
        """Put in a balloon for a cell, as high as its text wants."""
        row, column = place
        height = lines(text) * LINE + EDGE
        left = sheet.column_at(min(column + 1, 16_376), 15)
        top = sheet.row_at(max(row - 1, 1), 10 if row > 1 else 2)
        right = sheet.column_at(left[0], left[1] + WIDTH)
        bottom = sheet.row_at(top[0], top[1] + height)
        anchor = ", ".join(
            str(number)
            for number in (
                left[0] - 1, left[1], top[0] - 1, top[1], right[0] - 1, right[1], bottom[0] - 1, bottom[1],
            )
        )  # fmt: skip
        self._shapes.append(
            f'<v:shape id="_x0000_s{self._next}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;'
            f"margin-top:2pt;width:{WIDTH * 3 // 4}pt;height:{height * 3 // 4}pt;z-index:{len(self._shapes) + 1};"
            'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
            '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
            '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
            '<x:ClientData ObjectType="Note">'
            f"<x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
            f"<x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column></x:ClientData></v:shape>".encode()
        )
        self._next += 1

    def made(self) -> bytes:
        """Give the part with its changes."""
        if not self._shapes:
            return self._data
        scaffold = b"" if b'id="_x0000_t202"' in self._data else SHAPE_TYPE
        end = self._data.rindex(b"</xml>")
        return b"".join([self._data[:end], scaffold, *self._shapes, self._data[end:]])


def place_of(shape: bytes) -> Address | None:
    """Read the cell that a note's balloon belongs to; None for every other shape."""
    row, column = ROW.search(shape), COLUMN.search(shape)
    if b"Note" not in shape or row is None or column is None:
        return None
    return int(row[1]) + 1, int(column[1]) + 1


def shrunk(shape: bytes) -> bytes:
    """Undo the stretching of a balloon."""
    found = STRETCHED.search(shape)
    return moved(shape.replace(found[0], b"", 1), -int(found[1])) if found else shape


def moved(shape: bytes, rows: int) -> bytes:
    """Move the lower edge of a balloon by some rows."""
    return FOOT.sub(lambda found: b"%s%d%s%s" % (found[1], max(int(found[2]) + rows, 0), found[3], found[4]), shape)


def lines(text: str) -> int:
    """Estimate on how many lines of a balloon a text stands."""
    found = sum(1 + max(wcswidth(line), 0) // LETTERS for line in text.split("\n"))
    return min(found, HIGHEST)
