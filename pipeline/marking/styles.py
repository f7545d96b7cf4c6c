"""Finds the formats our marks need in a workbook's style sheet, and adds those it does not have."""

from __future__ import annotations

from pipeline.marking.parts import DECLARATION, Parts
from pipeline.marking.sheet_draft import Look
from pipeline.marking.spans import Edits, Tag, parse

ORDER = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
    "extLst",
)  # fmt: skip
"""Children of a style sheet in the order of the schema (ISO/IEC 29500-1, CT_Stylesheet)."""
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
NAMESPACE = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
FONT, CHARSET_GB2312 = "宋体", 134


class Styles:
    """The style sheet of a workbook; what is added is written by `store`."""

    def __init__(self, parts: Parts, book: str) -> None:
        """Find the style sheet; one is made for a workbook without."""
        found = next((one.target for one in parts.related(book) if one.kind == "styles"), "")
        if not found:
            folder = book.rpartition("/")[0]
            plain = f"{folder}/styles.xml".lstrip("/")
            pattern = f"{folder}/styles{{}}.xml".lstrip("/") if plain in parts else plain
            found = parts.add(pattern, DECLARATION + EMPTY.written(), CONTENT_TYPE)
            parts.relate(book, "styles", found)
        self._parts, self._name = parts, found
        self._root = parse(parts.read(found))
        self._added: dict[str, list[Tag]] = {}
        self._looks: dict[Look, int] = {}

    def ensure(self, holder: str, tag: Tag) -> int:
        """Give the index of an entry in one of the lists; add it behind the others where there is none like it."""
        node = self._root.first(holder)
        present = node.children if node else []
        for index, other in enumerate(present):
            if tag.same_as(other):
                return index
        added = self._added.setdefault(holder, [])
        if tag not in added:
            added.append(tag)
        return len(present) + added.index(tag)

    def look(self, look: Look) -> int:
        """Give the index of the cell format for a look."""
        if look not in self._looks:
            self._looks[look] = self.ensure("cellXfs", self._cell_format(look))
        return self._looks[look]

    def _cell_format(self, look: Look) -> Tag:
        bold = (Tag("b"),) if look.bold else ()
        font = (
            *bold,
            Tag("sz", {"val": f"{look.size:g}"}),
            Tag("color", {"rgb": f"FF{look.colour}"}),
            Tag("name", {"val": FONT}),
            Tag("family", {"val": 3}),
            Tag("charset", {"val": CHARSET_GB2312}),
        )
        alignment: dict[str, str | int | float] = {"horizontal": "center"} if look.centred else {}
        if look.ruled and look.wrapped and not look.centred:
            alignment = {"horizontal": "left", "indent": 1}  # a text keeps off the line beside it
        alignment |= {"vertical": "center"} | ({"wrapText": 1} if look.wrapped else {})
        return Tag(
            "xf",
            {
                "numFmtId": 0,
                "fontId": self.ensure("fonts", Tag("font", children=font)),
                "fillId": self.ensure("fills", fill(look.fill)),
                "borderId": self.ensure("borders", border(ruled=look.ruled)),
                "xfId": 0,
                "applyFont": 1,
                "applyFill": 1,
                "applyBorder": 1,
                "applyAlignment": 1,
            },
            (Tag("alignment", alignment),),
        )

    def store(self) -> None:
        """Write what was added; nothing where nothing was."""
        if not self._added:
            return
        edits = Edits(self._parts.read(self._name))
        prefix = self._root.prefix
        for holder in sorted(self._added, key=ORDER.index):
            tags = self._added[holder]
            node = self._root.first(holder)
            if node is None:
                before = [child for child in self._root.children if _rank(child.name) < ORDER.index(holder)]
                at = before[-1].end if before else self._root.inside
                edits.insert(at, Tag(holder, {"count": len(tags)}, tuple(tags)).written(prefix))
                continue
            edits.append(node, b"".join(tag.written(prefix) for tag in tags))
            if "count" in node.attributes:
                edits.set(node, "count", str(len(node.children) + len(tags)))
        self._parts.write(self._name, edits.made())


def _rank(name: str) -> int:
    return ORDER.index(name) if name in ORDER else len(ORDER)


def fill(colour: str) -> Tag:
    """Describe a background; none for an empty colour."""
    if not colour:
        return Tag("fill", children=(Tag("patternFill", {"patternType": "none"}),))
    inks = (Tag("fgColor", {"rgb": f"FF{colour}"}), Tag("bgColor", {"indexed": 64}))
    return Tag("fill", children=(Tag("patternFill", {"patternType": "solid"}, inks),))


def border(*, ruled: bool) -> Tag:
    """Describe the lines around a cell."""
    sides = ("left", "right", "top", "bottom")
    grey = (Tag("color", {"rgb": "FFA6A6A6"}),)
    lines = tuple(Tag(side, {"style": "thin"}, grey) if ruled else Tag(side) for side in sides)
    return Tag("border", children=(*lines, Tag("diagonal")))


EMPTY = Tag(
    "styleSheet",
    {"xmlns": NAMESPACE},
    (
        Tag("fonts", {"count": 1}, (Tag("font", children=(Tag("sz", {"val": 11}), Tag("name", {"val": FONT}))),)),
        Tag("fills", {"count": 2}, (fill(""), Tag("fill", children=(Tag("patternFill", {"patternType": "gray125"}),)))),
        Tag("borders", {"count": 1}, (border(ruled=False),)),
        Tag(
            "cellStyleXfs",
            {"count": 1},
            (Tag("xf", {"numFmtId": 0, "fontId": 0, "fillId": 0, "borderId": 0}),),
        ),
        Tag("cellXfs", {"count": 1}, (Tag("xf", {"numFmtId": 0, "fontId": 0, "fillId": 0, "borderId": 0, "xfId": 0}),)),
        Tag("cellStyles", {"count": 1}, (Tag("cellStyle", {"name": "Normal", "xfId": 0, "builtinId": 0}),)),
    ),
)
"""What a workbook needs that has no style sheet."""
