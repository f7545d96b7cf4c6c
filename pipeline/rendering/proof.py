"""Proves that a template gives well-formed XML whatever its values, and needs nothing that only docxtpl can do."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from jinja2 import nodes

VALUE = "\0"
"""Stands for a value inside a start tag."""
NAME = re.compile(r"</?([^\s/>\0]+)")
MARK = re.compile(r"[\"'<>]")
"""What can end a tag, or keep it open."""
SPAN = re.compile(r'w:val="(\d+)"')
LISTED = re.compile(r"[\n\t\a\f]")


class UnprovenError(Exception):
    """The template does something the compiled path cannot vouch for; docxtpl has to render it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the XML the walk stands."""

    stack: tuple[str, ...] = ()
    """Open elements, the outermost first."""
    tag: str | None = None
    """The start or end tag that is being read; None in text."""
    quote: str = ""
    """The quotation mark inside which the tag is being read."""

    def same_attribute(self, start: Place) -> bool:
        """Whether the walk has not left the attribute value in which it stood at `start`."""
        inside = self.tag is not None and start.tag is not None and self.tag.startswith(start.tag)
        return inside and bool(self.quote) and (self.stack, self.quote) == (start.stack, start.quote)


@dataclass(slots=True)
class Row:
    """A table row on the walk."""

    depth: int
    cells: int = 0
    span: int = 0


@dataclass(slots=True)
class Table:
    """A table on the walk: docxtpl's fix_tables must find nothing to mend in it."""

    depth: int
    """How many if and for blocks surround it."""
    columns: int = 0
    widest: int = 0
    """Columns spanned by the widest row that is always there."""
    row: Row | None = None


@dataclass(slots=True)
class Proof:
    """Walks the syntax tree of a patched part; `walk` raises UnprovenError where it cannot follow.

    Every branch must leave the open elements as it found them (or all branches of an if alike), every value must stand
    in text or in a quoted attribute, and no table may change its number of columns.
    """

    body: bool = True
    """Whether it is the document's body, the one part whose tables docxtpl mends."""
    place: Place = Place()
    depth: int = 0
    tables: list[Table] = field(default_factory=list)
    listing: bool = False
    """Whether docxtpl's resolve_listing has to see the filled part: line ends or tabs in the template's own text."""
    drawings: bool = False
    """Whether the part has drawings, whose numbers docxtpl makes unique."""

    def walk(self, template: nodes.Template) -> None:
        """Walk a whole part."""
        self._walk(template.body)
        if self.place != Place():
            raise UnprovenError("elements stay open")

    def _walk(self, body: Iterable[nodes.Node]) -> None:
        for node in body:
            if isinstance(node, nodes.Output):
                for child in node.nodes:
                    self._output(child)
            elif isinstance(node, nodes.If):
                self._branches([node.body, *(branch.body for branch in node.elif_), node.else_])
            elif isinstance(node, nodes.For):
                self._loop(node)
            elif not isinstance(node, nodes.Assign):
                raise UnprovenError(type(node).__name__)

    def _branches(self, bodies: list[list[nodes.Node]]) -> None:
        start = self.place
        ends = {self._branch(start, body) for body in bodies}  # no else is an empty body: it ends where it starts
        if start.tag is not None and all(end.same_attribute(start) for end in ends):
            self.place = Place(start.stack, start.tag + VALUE, start.quote)
        elif len(ends) == 1:
            self.place = ends.pop()
        else:
            raise UnprovenError("branches leave different elements open")

    def _loop(self, loop: nodes.For) -> None:
        start = self.place
        if {self._branch(start, loop.body), self._branch(start, loop.else_)} != {start}:
            raise UnprovenError("a loop leaves elements open")
        self.place = start

    def _branch(self, start: Place, body: list[nodes.Node]) -> Place:
        self.place = start
        tables = list(map(id, self.tables))
        self.depth += 1
        self._walk(body)
        self.depth -= 1
        if tables != list(map(id, self.tables)):
            raise UnprovenError("a table begins or ends inside a branch")
        return self.place

    def _output(self, child: nodes.Node) -> None:
        if isinstance(child, nodes.TemplateData):
            self._read(child.data)
            return
        place = self.place
        if place.tag is not None:
            if not place.quote:
                raise UnprovenError("a value inside a tag")
            self.place = Place(place.stack, place.tag + VALUE, place.quote)
        elif not place.stack:
            raise UnprovenError("a value outside the document")
        else:
            child.in_text = place.stack[-2:] == ("w:r", "w:t") and "w:p" in place.stack  # type: ignore[attr-defined]

    def _read(self, data: str) -> None:
        at = 0
        while at < len(data):
            at = self._read_text(data, at) if self.place.tag is None else self._read_tag(data, at)

    def _read_text(self, data: str, at: int) -> int:
        start = data.find("<", at)
        text = data[at:] if start < 0 else data[at:start]
        stack = self.place.stack
        if stack and stack[-1] == "w:t" and LISTED.search(text):
            self.listing = True
        if not stack and text.strip():
            raise UnprovenError("text outside the document")
        if start < 0:
            return len(data)
        for opening, closing in (("<?", "?>"), ("<!--", "-->"), ("<![CDATA[", "]]>")):
            if data.startswith(opening, start):
                end = data.find(closing, start)
                if end < 0:
                    raise UnprovenError(f"{opening} across a value")
                return end + len(closing)
        self.place = Place(stack, "<")
        return start + 1

    def _read_tag(self, data: str, at: int) -> int:
        place = self.place
        tag, quote = place.tag or "", place.quote
        for found in MARK.finditer(data, at):
            mark, end = found[0], found.end()
            if quote:
                quote = "" if mark == quote else quote
            elif mark == ">":
                self.place = Place(place.stack)
                self._close_tag(tag + data[at:end])
                return end
            elif mark == "<":
                raise UnprovenError("a tag inside a tag")
            else:
                quote = mark
        self.place = Place(place.stack, tag + data[at:], quote)
        return len(data)

    def _close_tag(self, tag: str) -> None:
        found = NAME.match(tag)
        if found is None:
            raise UnprovenError("a tag without a name")
        name, stack = found[1], self.place.stack
        if tag.startswith("</"):
            if not stack or stack[-1] != name:
                raise UnprovenError(f"{name} ends where it is not open")
            self.place = Place(stack[:-1])
            self._ended(name)
            return
        if name.startswith("!"):
            raise UnprovenError("a declaration")
        self._started(name, tag, stack)
        if tag.endswith("/>"):
            self._ended(name)
        else:
            self.place = Place((*stack, name))

    def _started(self, name: str, tag: str, stack: tuple[str, ...]) -> None:
        if name == "w:tbl" and self.body:
            self.tables.append(Table(self.depth))
        elif name == "w:p" and "w:p" in stack:
            self.listing = True  # docxtpl's expressions see text boxes in their own way
        elif name == "wp:docPr":
            self.drawings = True
        if not self.tables:
            return
        table = self.tables[-1]
        row = table.row
        if name == "w:gridCol":
            if self.depth != table.depth:
                raise UnprovenError("a changing number of columns")
            table.columns += 1
        elif name == "w:tr":
            table.row = Row(self.depth)
        elif row is not None and name == "w:tc" and stack[-1] == "w:tr":
            if self.depth != row.depth:
                raise UnprovenError("a changing number of cells")
            row.cells += 1
            row.span += 1
        elif row is not None and name == "w:gridSpan" and stack[-3:] == ("w:tr", "w:tc", "w:tcPr"):
            span = SPAN.search(tag)
            if span is None or self.depth != row.depth:
                raise UnprovenError("a changing span")
            row.span += int(span[1]) - 1

    def _ended(self, name: str) -> None:
        if name == "w:tr" and self.tables and self.tables[-1].row is not None:
            row = self.tables[-1].row
            self.tables[-1].row = None
            for table in self.tables:  # docxtpl counts the rows of inner tables as rows of the outer ones
                if row.cells > table.columns:
                    raise UnprovenError("more cells than columns")
                if row.depth == table.depth:
                    table.widest = max(table.widest, row.span)
        elif name == "w:tbl" and self.tables:
            table = self.tables.pop()
            if table.widest < table.columns:
                raise UnprovenError("no row spans all columns for certain")
