"""The parts of a workbook package while it is being changed, with their relationships and content types."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from posixpath import basename, dirname, join, normpath, relpath
from zipfile import BadZipFile

from pipeline.errors import UnmarkableError
from pipeline.marking.spans import Edits, Tag, insist_on_xml, parse
from pipeline.ooxml import xml
from pipeline.ooxml.archive import Archive
from pipeline.ooxml.zip import DAMAGED

TYPES = "[Content_Types].xml"
RELATIONSHIP_BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARATION = xml.DECLARATION.encode()


@dataclass(frozen=True, slots=True)
class Relationship:
    """What one part has to do with another."""

    id: str
    kind: str
    """Last word of the type: worksheet, comments, vmlDrawing."""
    target: str
    """Name of the other part; empty for something outside the package."""


class Parts:
    """A package whose parts can be read, written and dropped; nothing touches the disk."""

    def __init__(self, data: bytes) -> None:
        """Open a package. Raises UnmarkableError where a mark would break it."""
        try:
            self._archive = Archive(data)
        except BadZipFile as error:
            raise UnmarkableError("文件不是工作簿，没法做标记") from error
        self._spelt = {name.casefold(): name for name in self._archive.names}
        self._changed: dict[str, bytes] = {}
        self._dropped: set[str] = set()
        if any(name.startswith("_xmlsignatures/") for name in self._spelt):
            raise UnmarkableError(
                "工作簿有数字签名，做标记会使签名失效，没有写标记副本", remedy="在没有签名的一份上做标记"
            )

    def __contains__(self, name: str) -> bool:
        """Whether the package has a part; capitals do not matter."""
        spelt = self._name(name)
        return (spelt in self._archive.names or spelt in self._changed) and spelt not in self._dropped

    def names(self) -> list[str]:
        """List the parts."""
        return [name for name in dict.fromkeys([*self._archive.names, *self._changed]) if name not in self._dropped]

    def _name(self, name: str) -> str:
        return self._spelt.get(name.casefold(), name)

    def read(self, name: str) -> bytes:
        """Give the bytes of a part. Raises UnmarkableError where it is missing."""
        if name not in self:
            raise UnmarkableError("工作簿缺少应有的部件，没有写标记副本", remedy="用 Excel 或 WPS 打开后另存一份再试")
        spelt = self._name(name)
        try:
            return self._changed[spelt] if spelt in self._changed else self._archive.read(spelt)
        except DAMAGED as error:
            raise UnmarkableError(
                "文件已经损坏，没有写标记副本", remedy="换一个备份，或用 Excel、WPS 打开修复后另存一份"
            ) from error

    def write(self, name: str, data: bytes) -> None:
        """Replace or add a part."""
        self._dropped.discard(self._name(name))
        self._changed[self._name(name)] = data

    def remove(self, name: str) -> None:
        """Remove a part that nothing but its name points to."""
        self._changed.pop(self._name(name), None)
        self._dropped.add(self._name(name))

    def drop(self, name: str) -> None:
        """Remove a part, its relationships and its content type."""
        for gone in (name, rels_of(name)):
            self.remove(gone)
        data = self.read(TYPES)
        edits = Edits(data)
        for node in parse(data).all("Override"):
            if node.attributes.get("PartName", "").casefold() == f"/{name}".casefold():
                edits.remove(node)
        self.write(TYPES, edits.made())

    def add(self, pattern: str, data: bytes, content_type: str) -> str:
        """Add a part under the first free number of a pattern; give its name."""
        number = next(n for n in range(1, 1 << 20) if pattern.format(n) not in self)
        name = pattern.format(number)
        self.write(name, data)
        types = self.read(TYPES)
        root = parse(types)
        extension = name.rpartition(".")[2]
        if extension == "xml" or not any(
            node.attributes.get("Extension", "").lower() == extension
            and node.attributes.get("ContentType") == content_type
            for node in root.all("Default")
        ):
            edits = Edits(types)
            tag = Tag("Override", {"PartName": f"/{name}", "ContentType": content_type})
            edits.append(root, tag.written(root.prefix))
            self.write(TYPES, edits.made())
        return name

    def related(self, source: str) -> Iterator[Relationship]:
        """Yield the relationships of a part; of the package itself for an empty name."""
        if rels_of(source) not in self:
            return
        for node in parse(self.read(rels_of(source))).children:
            found = node.attributes
            target = found.get("Target", "")
            name = normpath(target.lstrip("/") if target.startswith("/") else join(dirname(source), target))
            outside = found.get("TargetMode") == "External"
            yield Relationship(found.get("Id", ""), basename(found.get("Type", "")), "" if outside else name)

    def relate(self, source: str, kind: str, target: str) -> str:
        """Add a relationship between two parts; give its id."""
        name = rels_of(source)
        if name not in self:
            empty = Tag("Relationships", {"xmlns": PACKAGE_RELATIONSHIPS}).written()
            self.write(name, DECLARATION + empty)
        data = self.read(name)
        root = parse(data)
        taken = {node.attributes.get("Id", "") for node in root.children}
        number = next(n for n in range(len(taken) + 1, 1 << 20) if f"rId{n}" not in taken)
        tag = Tag(
            "Relationship",
            {
                "Id": f"rId{number}",
                "Type": f"{RELATIONSHIP_BASE}/{kind}",
                "Target": relpath(target, dirname(source) or "."),
            },
        )
        edits = Edits(data)
        edits.append(root, tag.written(root.prefix))
        self.write(name, edits.made())
        return f"rId{number}"

    def unrelate(self, source: str, target: str) -> None:
        """Remove the relationship between two parts; the last one takes the list with it."""
        name = rels_of(source)
        gone = {found.id for found in self.related(source) if found.target.casefold() == target.casefold()}
        data = self.read(name)
        root = parse(data)
        if all(node.attributes.get("Id") in gone for node in root.children):
            self.remove(name)
            return
        edits = Edits(data)
        for node in root.children:
            if node.attributes.get("Id") in gone:
                edits.remove(node)
        self.write(name, edits.made())

    def packed(self) -> bytes:
        """Give the package; every changed XML part is parsed once more before."""
        for name, data in self._changed.items():
            if not name.endswith(".vml"):
                insist_on_xml(data)
        return self._archive.rebuilt(self._changed, self._dropped)


def rels_of(name: str) -> str:
    """Name the part that lists the relationships of a part."""
    return join(dirname(name), "_rels", f"{basename(name)}.rels")
