"""Parses XML into elements that know where they stand, so that one can be edited and the rest stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers.expat import ExpatError, ParserCreate

from pipeline.errors import UnmarkableError
from pipeline.ooxml import xml

OPEN_TAG = re.compile(rb"<([^\s/>]+)(?:\s+[^\s=>]+\s*=\s*(?:\"[^\"]*\"|'[^']*'))*\s*(/?)>")
ENCODING = re.compile(rb"\A(?:\xef\xbb\xbf)?<\?xml[^>]*\bencoding\s*=\s*[\"']([^\"']+)")
ESCAPE_ALIKE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
WHOLE = re.compile(r"-?\d{1,10}")
MEASURE = re.compile(r"\d{1,6}(?:\.\d*)?")
NAMED = {"&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": '"', "&apos;": "'"}


@dataclass(slots=True)
class Node:
    """One element and its place in the bytes."""

    uri: str
    name: str
    """Local name."""
    prefix: bytes
    """Prefix as the part spells it, with the colon; empty without one."""
    attributes: Mapping[str, str]
    """Attributes by local name, or by namespace, blank and local name."""
    start: int
    inside: int
    """Where the opening tag ends."""
    outside: int
    """Where the closing tag begins; like `inside` for an empty-element tag."""
    end: int
    empty: bool
    """Whether it is written as <a/>."""
    children: list[Node] = field(default_factory=list)
    text: str = ""
    """Text directly inside, decoded."""

    def all(self, name: str) -> list[Node]:
        """List the children of a name."""
        return [child for child in self.children if child.name == name]

    def first(self, name: str) -> Node | None:
        """Find the first child of a name."""
        return next((child for child in self.children if child.name == name), None)

    def whole(self, attribute: str, usual: int) -> int:
        """Read an attribute as a whole number; the usual one where it is none."""
        said = self.attributes.get(attribute, "").strip()
        return int(said) if WHOLE.fullmatch(said) else usual

    def measure(self, attribute: str, usual: float) -> float:
        """Read an attribute as a measure; the usual one where it is none."""
        said = self.attributes.get(attribute, "").strip()
        return float(said) if MEASURE.fullmatch(said) else usual

    def walk(self) -> Iterator[Node]:
        """Yield the element and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


def parse(data: bytes) -> Node:
    """Parse a part. Raises UnmarkableError where it is no plain UTF-8 XML."""
    declared = ENCODING.match(data)
    if declared and declared[1].decode("latin-1").lower() not in {"utf-8", "utf8", "us-ascii", "ascii"}:
        raise odd_file()
    parser = ParserCreate(namespace_separator=" ")
    stack: list[Node] = []
    roots: list[Node] = []

    def opened(tag: str, attributes: dict[str, str]) -> None:
        start = parser.CurrentByteIndex
        written = OPEN_TAG.match(data, start)
        if written is None:
            raise odd_file()
        uri, _, name = tag.rpartition(" ")
        head, colon, _ = written[1].partition(b":")
        end = written.end()
        node = Node(uri, name, head + colon if colon else b"", attributes, start, end, end, end, bool(written[2]))
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)

    def closed(_tag: str) -> None:
        node = stack.pop()
        if not node.empty:
            node.outside = parser.CurrentByteIndex
            node.end = data.index(b">", node.outside) + 1

    def said(text: str) -> None:
        stack[-1].text += text

    def refused(*_: object) -> None:
        raise odd_file()

    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.CharacterDataHandler, parser.StartDoctypeDeclHandler = said, refused
    try:
        parser.Parse(data, True)
    except ExpatError as error:
        raise odd_file() from error
    return roots[0]


def insist_on_xml(data: bytes) -> None:
    """Raise UnmarkableError where a part is not well-formed."""
    try:
        ParserCreate().Parse(data, True)
    except ExpatError as error:
        raise odd_file() from error


def odd_file() -> UnmarkableError:
    """Say that a part is not what any spreadsheet program writes."""
    return UnmarkableError(
        "工作簿里有不合常规的内容，标记可能弄坏它，没有写标记副本",
        remedy="用 Excel 或 WPS 打开，另存为一份新的 .xlsx 再试；问题清单不加 --mark 照样能看",
    )


Change = tuple[int, int, bytes]
"""Where a stretch begins and ends, and what stands there afterwards."""


@dataclass(slots=True)
class Edits:
    """Changes to a part, collected by place and made in one go."""

    data: bytes
    changes: list[Change] = field(default_factory=list)

    def insert(self, at: int, text: bytes) -> None:
        """Insert at a place; several at one place stand in the order of the calls."""
        self.changes.append((at, at, text))

    def replace(self, start: int, end: int, text: bytes) -> None:
        """Replace a stretch."""
        self.changes.append((start, end, text))

    def remove(self, node: Node) -> None:
        """Remove an element."""
        self.changes.append((node.start, node.end, b""))

    def set(self, node: Node, attribute: str, value: str) -> None:
        """Give another value to an attribute that the element has."""
        tag = self.data[node.start : node.inside]
        found = re.search(rb"\s" + attribute.encode() + rb"\s*=\s*(\"[^\"]*\"|'[^']*')", tag)
        if found is None:
            raise odd_file()
        self.replace(node.start + found.start(1), node.start + found.end(1), f'"{escaped(value)}"'.encode())

    def append(self, node: Node, text: bytes) -> None:
        """Add children behind those of an element."""
        if node.empty:
            tag = OPEN_TAG.match(self.data, node.start)
            name = tag[1] if tag else b""
            slash = self.data.rindex(b"/", node.start, node.inside)
            self.replace(slash, node.inside, b">" + text + b"</" + name + b">")
        else:
            self.insert(node.outside, text)

    def made(self) -> bytes:
        """Give the part with all changes made."""
        pieces, position = [], 0
        for start, end, text in sorted(self.changes, key=lambda change: change[:2]):
            pieces += [self.data[position:start], text]
            position = end
        return b"".join([*pieces, self.data[position:]])


@dataclass(frozen=True, slots=True)
class Tag:
    """An element to be written."""

    name: str
    attributes: Mapping[str, str | int | float] = field(default_factory=dict)
    children: tuple[Tag, ...] = ()
    text: str = ""

    def written(self, prefix: bytes = b"") -> bytes:
        """Write the element with the prefix that its namespace has in the part."""
        name = prefix.decode() + self.name
        head = name + "".join(f' {key}="{escaped(str(value))}"' for key, value in self.attributes.items())
        inside = b"".join(child.written(prefix) for child in self.children) + escaped(self.text).encode()
        return f"<{head}>".encode() + inside + f"</{name}>".encode() if inside else f"<{head}/>".encode()

    def same_as(self, node: Node) -> bool:
        """Whether an element of a part says the same."""
        mine = {key: str(value) for key, value in self.attributes.items()}
        return (
            self.name == node.name
            and mine == dict(node.attributes)
            and len(self.children) == len(node.children)
            and all(child.same_as(other) for child, other in zip(self.children, node.children, strict=True))
        )


def legal(text: str) -> str:
    """Replace what XML cannot hold; line breaks become those of Excel."""
    return xml.legal(text.replace("\r\n", "\n").replace("\r", "\n"), instead="\ufffd")


def escaped(text: str) -> str:
    """Escape a text for XML."""
    text = legal(text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def spelt(text: str) -> str:
    """Keep Excel from taking _x0041_ in a text for an escaped character."""
    return ESCAPE_ALIKE.sub("_x005F_", text)


def characters(raw: str) -> tuple[list[str], str]:
    """Part raw XML text into the spellings of its characters, and give what they say; the two are equally long."""
    tokens = re.findall(r"&[^;]*;|[^&]", raw, re.DOTALL)
    return tokens, "".join(map(character, tokens))


def character(token: str) -> str:
    """Decode the spelling of one character."""
    if len(token) == 1:
        return token
    if token.startswith("&#x"):
        return chr(int(token[3:-1], 16))
    return chr(int(token[2:-1])) if token.startswith("&#") else NAMED.get(token, "\ufffd")
