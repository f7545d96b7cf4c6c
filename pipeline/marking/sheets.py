"""Writes drafts of sheets into a workbook: behind the user's, or in the place of the same sheet of an earlier run."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.findings import column_letters
from pipeline.marking.parts import DECLARATION, RELATIONSHIP_BASE, Parts, rels_of
from pipeline.marking.sheet_draft import CellDraft, SheetDraft
from pipeline.marking.spans import Edits, Node, Tag, legal, odd_file, parse, spelt
from pipeline.marking.styles import NAMESPACE, Styles
from pipeline.ooxml.digest import parts_digest

BOOK_ORDER = (
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets", "functionGroups",
    "externalReferences", "definedNames",
)  # fmt: skip
"""Children of a workbook up to the names, in the order of the schema (ISO/IEC 29500-1, CT_Workbook)."""
OWN_NAME = "_zhibu"
"""Hidden name, local to a sheet, by which a sheet of ours is known whatever program saves the workbook."""
SEAL_NAME = "_zhibu_seal"
"""Hidden name that holds a digest of the copy as it was written: with any other content, a person has worked on it."""
WORKED_ON = "+"
PRINT_TITLES = "_xlnm.Print_Titles"
BELONGINGS = frozenset({"comments", "vmlDrawing", "threadedComment", "printerSettings", "drawing"})
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
CELL_LIMIT = 32_767
CUT = "……（后面还有，太长放不下）"
LINK_LIMIT = 65_530
TAB_COLOUR = "FFC00000"
RELATIONSHIP_ID = f"{RELATIONSHIP_BASE} id"


@dataclass(frozen=True, slots=True)
class Tab:
    """One sheet of the workbook."""

    name: str
    id: int
    part: str
    """Name of the part; empty for a sheet that is no worksheet."""
    own: bool
    """Whether we wrote it."""


@dataclass(slots=True)
class Book:
    """The workbook part."""

    parts: Parts
    name: str
    root: Node
    tabs: list[Tab]

    @classmethod
    def of(cls, parts: Parts) -> Book:
        """Read the workbook part. Raises UnmarkableError where there is none."""
        name = next((one.target for one in parts.related("") if one.kind == "officeDocument"), "")
        root = parse(parts.read(name))
        if root.name != "workbook" or root.uri != NAMESPACE:
            raise odd_file()
        own = {node.whole("localSheetId", -1) for node in _names(root) if node.attributes.get("name") == OWN_NAME}
        targets = {one.id: one for one in parts.related(name)}
        tabs = []
        holder = root.first("sheets")
        for index, node in enumerate(holder.children if holder else ()):
            one = targets.get(node.attributes.get(RELATIONSHIP_ID, ""))
            part = one.target if one and one.kind == "worksheet" and one.target in parts else ""
            title = node.attributes.get("name", "")
            tabs.append(Tab(title, node.whole("sheetId", 0), part, index in own))
        return cls(parts, name, root, tabs)

    def has_marks(self) -> bool:
        """Whether the workbook is a marked copy."""
        return any(tab.own for tab in self.tabs)

    def digest(self) -> str:
        """Compute the digest of everything but the workbook part."""
        return parts_digest({name: self.parts.read(name) for name in self.parts.names() if name != self.name})

    def is_worked_on(self) -> bool:
        """Whether somebody has worked on a marked copy, after this or any earlier run."""
        seal = f'"{self.digest()}"'
        return self.has_marks() and all(
            node.text != seal for node in _names(self.root) if node.attributes.get("name") == SEAL_NAME
        )

    def put(self, drafts: Sequence[SheetDraft], styles: Styles) -> None:
        """Write the drafts as sheets."""
        places = [self._place(draft, styles) for draft in drafts]
        self._name_sheets(places)

    def _place(self, draft: SheetDraft, styles: Styles) -> tuple[int, SheetDraft]:
        """Write one draft; give the index of its tab."""
        taken = {tab.name.casefold(): tab for tab in self.tabs}
        numbered = (draft.name if number == 1 else f"{draft.name}{number}" for number in range(1, 1000))
        name = next(name for name in numbered if name.casefold() not in taken or taken[name.casefold()].own)
        present = taken.get(name.casefold())
        index = self.tabs.index(present) if present else len(self.tabs)
        data = DECLARATION + sheet_tag(draft, styles, selected=index == self._active()).written()
        if present:
            self.parts.write(present.part, data)
            self._forget_belongings(present.part)
            return index, draft
        folder = self.name.rpartition("/")[0]
        part = self.parts.add(f"{folder}/worksheets/sheet{{}}.xml".lstrip("/"), data, SHEET_TYPE)
        known = self.parts.relate(self.name, "worksheet", part)
        number = max((tab.id for tab in self.tabs), default=0) + 1
        holder = self.root.first("sheets")
        if holder is None:
            raise odd_file()
        edits = Edits(self.parts.read(self.name))
        attributes: dict[str, str | int | float] = {"name": name, "sheetId": number, "r:id": known}
        tag = Tag("sheet", attributes if self._binds_r() else {"xmlns:r": RELATIONSHIP_BASE} | attributes)
        edits.append(holder, tag.written(holder.prefix))
        self._store(edits)
        self.tabs.append(Tab(name, number, part, own=True))
        return index, draft

    def _forget_belongings(self, part: str) -> None:
        """Drop what a program has hung on a sheet of ours since: printer settings, notes."""
        for one in list(self.parts.related(part)):
            if one.kind in BELONGINGS and one.target in self.parts:
                self.parts.drop(one.target)
        if rels_of(part) in self.parts:
            self.parts.remove(rels_of(part))

    def _store(self, edits: Edits) -> None:
        data = edits.made()
        self.parts.write(self.name, data)
        self.root = parse(data)

    def _binds_r(self) -> bool:
        head = self.parts.read(self.name)[self.root.start : self.root.inside]
        return re.search(rb"\bxmlns:r\s*=\s*[\"']" + RELATIONSHIP_BASE.encode(), head) is not None

    def _active(self) -> int:
        views = self.root.first("bookViews")
        first = views.first("workbookView") if views else None
        return first.whole("activeTab", 0) if first else 0

    def put_seal(self, *, worked_on: bool) -> None:
        """Write the digest of the finished copy; a person's work in it stays known from run to run."""
        edits = Edits(self.parts.read(self.name))
        for node in _names(self.root):
            if node.attributes.get("name") == SEAL_NAME:
                edits.remove(node)
        text = f'"{self.digest()}{WORKED_ON if worked_on else ""}"'
        self._add_names(edits, [Tag("definedName", {"name": SEAL_NAME, "hidden": 1}, text=text)])

    def _name_sheets(self, places: Sequence[tuple[int, SheetDraft]]) -> None:
        """Mark the sheets as ours, and repeat their headings when printed."""
        ours = {index for index, _ in places}
        edits = Edits(self.parts.read(self.name))
        for node in _names(self.root):
            said = node.attributes.get("name", "")
            if node.whole("localSheetId", -1) in ours and (said == OWN_NAME or said.startswith("_xlnm")):
                edits.remove(node)
        tags = []
        for index, draft in places:
            sheet = quoted(self.tabs[index].name)
            attributes: dict[str, str | int | float] = {"name": PRINT_TITLES, "localSheetId": index}
            if draft.frozen_rows:
                tags.append(Tag("definedName", attributes, text=f"{sheet}!$1:${draft.frozen_rows}"))
            marker: dict[str, str | int | float] = {"name": OWN_NAME, "localSheetId": index, "hidden": 1}
            tags.append(Tag("definedName", marker, text=f"{sheet}!$A$1"))
        self._add_names(edits, tags)

    def _add_names(self, edits: Edits, tags: Sequence[Tag]) -> None:
        holder = self.root.first("definedNames")
        written = b"".join(tag.written(self.root.prefix) for tag in tags)
        if holder:
            edits.append(holder, written)
        else:
            before = [child for child in self.root.children if child.name in BOOK_ORDER]
            name = self.root.prefix + b"definedNames>"
            edits.insert(before[-1].end, b"<" + name + written + b"</" + name)
        self._store(edits)


def _names(root: Node) -> list[Node]:
    holder = root.first("definedNames")
    return holder.all("definedName") if holder else []


def quoted(sheet: str) -> str:
    """Quote a sheet's name for a reference."""
    return "'" + sheet.replace("'", "''") + "'"


def sheet_tag(draft: SheetDraft, styles: Styles, *, selected: bool) -> Tag:
    """Write a draft as a worksheet on A4, as wide as the page."""
    width = max([len(draft.widths), *map(len, draft.rows), 1])
    cells = [(row, column, cell) for row, cells in enumerate(draft.rows, 1) for column, cell in enumerate(cells, 1)]
    links = [
        Tag("hyperlink", {"ref": f"{column_letters(column)}{row}", "location": cell.link})
        for row, column, cell in cells
        if cell.link
    ]
    columns = tuple(
        Tag("col", {"min": number, "max": number, "width": f"{size:g}", "customWidth": 1})
        for number, size in enumerate(draft.widths, 1)
    )
    rows = tuple(
        row_tag(number, cells, styles, draft.heights[number - 1] if number <= len(draft.heights) else 0)
        for number, cells in enumerate(draft.rows, 1)
    )
    setup = Tag("pageSetUpPr", {"fitToPage": 1})
    children = [
        Tag("sheetPr", children=(Tag("tabColor", {"rgb": TAB_COLOUR}), setup)),
        Tag("dimension", {"ref": f"A1:{column_letters(width)}{max(len(draft.rows), 1)}"}),
        Tag("sheetViews", children=(view_tag(draft, selected=selected),)),
        Tag("sheetFormatPr", {"defaultRowHeight": 15}),
        *((Tag("cols", children=columns),) if columns else ()),
        Tag("sheetData", children=rows),
    ]
    if draft.merged:
        spans = tuple(Tag("mergeCell", {"ref": span}) for span in draft.merged)
        children.append(Tag("mergeCells", {"count": len(spans)}, spans))
    if links:
        children.append(Tag("hyperlinks", children=tuple(links[:LINK_LIMIT])))
    margins = {"left": 0.4, "right": 0.4, "top": 0.55, "bottom": 0.6, "header": 0.3, "footer": 0.3}
    orientation = "landscape" if draft.landscape else "portrait"
    children += [
        Tag("printOptions", {"horizontalCentered": 1}),
        Tag("pageMargins", margins),
        Tag("pageSetup", {"paperSize": 9, "fitToHeight": 0, "orientation": orientation}),
        Tag("headerFooter", children=(Tag("oddFooter", text="&C第 &P 页，共 &N 页"),)),
    ]
    return Tag("worksheet", {"xmlns": NAMESPACE}, tuple(children))


def view_tag(draft: SheetDraft, *, selected: bool) -> Tag:
    """Write how the sheet is looked at: no grid, headings that stay."""
    attributes: dict[str, str | int | float] = {"showGridLines": 0}
    attributes |= ({"tabSelected": 1} if selected else {}) | {"workbookViewId": 0}
    across, down = draft.frozen_columns, draft.frozen_rows
    if not across and not down:
        return Tag("sheetView", attributes)
    pane = {True: "bottomRight", False: "topRight" if across else "bottomLeft"}[bool(across and down)]
    split: dict[str, str | int | float] = {"xSplit": across} if across else {}
    split |= {"ySplit": down} if down else {}
    split |= {"topLeftCell": f"{column_letters(across + 1)}{down + 1}", "activePane": pane, "state": "frozen"}
    return Tag("sheetView", attributes, (Tag("pane", split), Tag("selection", {"pane": pane})))


def row_tag(number: int, cells: Sequence[CellDraft], styles: Styles, height: float) -> Tag:
    """Write one row."""
    attributes: dict[str, str | int | float] = {"r": number}
    attributes |= {"ht": f"{height:g}", "customHeight": 1} if height else {}
    return Tag(
        "row",
        attributes,
        tuple(cell_tag(f"{column_letters(index)}{number}", cell, styles) for index, cell in enumerate(cells, 1)),
    )


def cell_tag(where: str, cell: CellDraft, styles: Styles) -> Tag:
    """Write one cell: a number as a number, a text as a text whatever it begins with."""
    attributes: dict[str, str | int | float] = {"r": where, "s": styles.look(cell.look)}
    if cell.value == "":
        return Tag("c", attributes)
    if isinstance(cell.value, (int, float)) and math.isfinite(cell.value):
        return Tag("c", attributes, (Tag("v", text=repr(cell.value)),))
    text = legal(str(cell.value))
    if len(text.encode("utf-16-le")) // 2 > CELL_LIMIT:
        text = text[: CELL_LIMIT // 2] + CUT
    return Tag(
        "c",
        attributes | {"t": "inlineStr"},
        (Tag("is", children=(Tag("t", {"xml:space": "preserve"}, text=spelt(text)),)),),
    )
