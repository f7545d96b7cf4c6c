"""Proves that a template gives well-formed XML whatever its values, and needs nothing that only docxtpl can do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from jinja2 import nodes

VALUE = "\0"
"""Stands for a value inside a start tag."""
TAG = re.compile(r"""<(/?)([^\s/<>!?"']+)([^<>"']*(?:"[^"<]*"[^<>"']*|'[^'<]*'[^<>"']*)*)>""")
"""A whole start or end tag."""
OPAQUE = re.compile(r"<\?.*?\?>|<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
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


@dataclass(slots=True, eq=False, repr=False)
class Row:
    """A table row on the walk."""

    depth: int
    cells: int = 0
    span: int = 0


@dataclass(slots=True, eq=False, repr=False)
class Table:
    """A table on the walk: docxtpl's fix_tables must find nothing to fix in it."""

    depth: int
    """How many if and for blocks surround it."""
    columns: int = 0
    widest: int = 0
    """Columns spanned by the widest row that is always there."""
    row: Row | None = None


@dataclass(slots=True, eq=False, repr=False)
class Proof:
    """Walks the syntax tree of a patched part; `walk` raises UnprovenError where it cannot follow.

    Every branch must leave the open elements as it found them (or all branches of an if alike), every value must stand
    in text or in a quoted attribute, and no table may change its number of columns.
    """

    body: bool = True
    """Whether it is the document's body, the one part whose tables docxtpl fixes."""
    text_of: Callable[[nodes.TemplateData], str] = lambda node: node.data
    """Gives the template's own text that a node stands for."""
    printed: list[tuple[nodes.Node, bool]] = field(default_factory=list)
    """The values in the order of the walk, and whether each stands inside w:t."""
    stack: list[str] = field(default_factory=list)
    tag: str | None = None
    quote: str = ""
    depth: int = 0
    tables: list[Table] = field(default_factory=list)
    listing: bool = False
    """Whether docxtpl's resolve_listing has to see the filled part: line ends or tabs in the template's own text."""

    def walk(self, template: nodes.Template) -> None:
        """Walk a whole part."""
        self._walk(template.body)
        if self._place() != Place():
            raise UnprovenError("elements stay open")

    def _place(self) -> Place:
        return Place(tuple(self.stack), self.tag, self.quote)

    def _stand(self, place: Place) -> None:
        self.stack, self.tag, self.quote = list(place.stack), place.tag, place.quote

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
        start = self._place()
        ends = {self._branch(start, body) for body in bodies}  # no else is an empty body: it ends where it starts
        if start.tag is not None and all(end.same_attribute(start) for end in ends):
            self._stand(Place(start.stack, start.tag + VALUE, start.quote))
        elif len(ends) == 1:
            self._stand(ends.pop())
        else:
            raise UnprovenError("branches leave different elements open")

    def _loop(self, loop: nodes.For) -> None:
        start = self._place()
        if {self._branch(start, loop.body), self._branch(start, loop.else_)} != {start}:
            raise UnprovenError("a loop leaves elements open")
        self._stand(start)

    def _branch(self, start: Place, body: list[nodes.Node]) -> Place:
        self._stand(start)
        tables = list(map(id, self.tables))
        self.depth += 1
        self._walk(body)
        self.depth -= 1
        if tables != list(map(id, self.tables)):
            raise UnprovenError("a table begins or ends inside a branch")
        return self._place()

    def _output(self, child: nodes.Node) -> None:
        if isinstance(child, nodes.TemplateData):
            self._read(self.text_of(child))
            return
        self.printed.append((child, self.stack[-2:] == ["w:r", "w:t"] and "w:p" in self.stack and self.tag is None))
        if self.tag is not None:
            if not self.quote:
                raise UnprovenError("a value inside a tag")
            self.tag += VALUE
        elif not self.stack:
            raise UnprovenError("a value outside the document")

    def _read(self, data: str) -> None:
        at = 0
        while at < len(data):
            if self.tag is not None:
                at = self._read_on(data, at)
                continue
            start = data.find("<", at)
            self._read_text(data[at:] if start < 0 else data[at:start])
            if start < 0:
                return
            tag = TAG.match(data, start)
            if tag is not None:
                self._tag(*tag.groups())
                at = tag.end()
                continue
            opaque = OPAQUE.match(data, start)
            if opaque is not None:
                at = opaque.end()
            else:
                self.tag, at = "<", start + 1

    def _read_text(self, text: str) -> None:
        if not self.stack:
            if text.strip():
                raise UnprovenError("text outside the document")
        elif self.stack[-1] == "w:t" and LISTED.search(text):
            self.listing = True

    def _read_on(self, data: str, at: int) -> int:
        """Read on in a tag that a value or a branch has interrupted."""
        for found in MARK.finditer(data, at):
            mark, end = found[0], found.end()
            if self.quote:
                self.quote = "" if mark == self.quote else self.quote
            elif mark == ">":
                whole = TAG.fullmatch(f"{self.tag}{data[at:end]}")
                if whole is None:
                    raise UnprovenError("no tag")
                self.tag = None
                self._tag(*whole.groups())
                return end
            elif mark == "<":
                raise UnprovenError("a tag inside a tag")
            else:
                self.quote = mark
        self.tag = f"{self.tag}{data[at:]}"
        return len(data)

    def _tag(self, slash: str, name: str, rest: str) -> None:
        stack = self.stack
        if slash:
            if not stack or stack.pop() != name:
                raise UnprovenError(f"{name} ends where it is not open")
            self._ended(name)
            return
        self._started(name, rest)
        if rest.endswith("/"):
            self._ended(name)
        else:
            stack.append(name)

    def _started(self, name: str, rest: str) -> None:
        stack = self.stack
        if name == "w:tbl" and self.body:
            self.tables.append(Table(self.depth))
        elif name == "w:p" and "w:p" in stack:
            self.listing = True  # docxtpl's expressions see text boxes in their own way
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
        elif row is not None and name == "w:gridSpan" and stack[-3:] == ["w:tr", "w:tc", "w:tcPr"]:
            span = SPAN.search(rest)
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
