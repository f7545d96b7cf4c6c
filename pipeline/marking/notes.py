"""Writes findings into the notes of cells, behind what the user has written there, and takes them out again."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from pipeline.findings import column_letters, column_number
from pipeline.marking.note_shapes import Balloons
from pipeline.marking.parts import DECLARATION, RELATIONSHIP_BASE, Parts
from pipeline.marking.spans import Change, Edits, Node, Tag, characters, escaped, odd_file, parse, spelt
from pipeline.marking.styles import NAMESPACE
from pipeline.marking.worksheet import RANGE, Address, Worksheet

AUTHOR = "检查结果"
OPENING, CLOSING = "【检查结果】", "【检查结果到此，再检查时会更换】"
BLOCK = re.compile(rf"(?:\r\n|\n)?{OPENING}(?:(?!{OPENING}).)*?{CLOSING}", re.DOTALL)
THREAD_AUTHOR = "tc="
"""How Excel begins the author's name of the stand-in for a threaded comment."""
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
BALLOONS_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
NOTE_FONT = (
    Tag("sz", {"val": 9}),
    Tag("color", {"indexed": 81}),
    Tag("rFont", {"val": "宋体"}),
    Tag("family", {"val": 3}),
    Tag("charset", {"val": 134}),
)


def block(text: str) -> str:
    """Put what is to be said between the marks by which it is found again."""
    for mark in (OPENING, CLOSING):
        text = text.replace(mark, mark[1:-1])
    return f"{OPENING}\n{text}\n{CLOSING}"


@dataclass(slots=True)
class Notes:
    """The notes of one sheet."""

    parts: Parts
    sheet: str
    """Name of the worksheet part."""
    comments: str
    """Name of the part with the texts; empty if there is none."""
    drawing: str
    """Name of the part with the balloons; empty if there is none."""
    root: Node | None
    edits: Edits
    closed: bool
    """Whether the part with the balloons is none we can write into."""
    threaded: Collection[Address] = field(default_factory=frozenset)

    @classmethod
    def of(cls, parts: Parts, sheet: str, frame: Worksheet) -> Notes:
        """Find the notes of a sheet."""
        related = list(parts.related(sheet))
        comments = next((one.target for one in related if one.kind == "comments" and one.target), "")
        pointer = frame.root.first("legacyDrawing")
        known = pointer.attributes.get(f"{RELATIONSHIP_BASE} id", "") if pointer else ""
        drawing = next((one.target for one in related if pointer and one.id == known), "")
        closed = pointer is not None and (drawing not in parts or Balloons.of(parts, drawing) is None)
        data = parts.read(comments) if comments else b""
        root = parse(data) if comments else None
        notes = cls(parts, sheet, comments, drawing, root, Edits(data), closed)
        notes.threaded = frozenset(notes._threads([one.target for one in related if one.kind == "threadedComment"]))
        return notes

    def _threads(self, conversations: Collection[str]) -> set[Address]:
        found = {
            place_of(node)
            for name in conversations
            if name in self.parts
            for node in parse(self.parts.read(name)).all("threadedComment")
        }
        authors = self._authors()
        for node in self._list():
            index = node.whole("authorId", -1)
            if 0 <= index < len(authors) and authors[index].text.startswith(THREAD_AUTHOR):
                found.add(place_of(node))
        return found

    def _authors(self) -> list[Node]:
        holder = self.root.first("authors") if self.root else None
        return holder.all("author") if holder else []

    def _list(self) -> list[Node]:
        holder = self.root.first("commentList") if self.root else None
        return holder.all("comment") if holder else []

    def clear(self, frame: Worksheet) -> None:
        """Take our words out; a note that held nothing else goes altogether."""
        authors = [author.text for author in self._authors()]
        gone: list[Address] = []
        kept_authors: set[int] = set()
        for node in self._list():
            author = node.whole("authorId", -1)
            cuts, said, left = self._cuts(node)
            if cuts and said.startswith(OPENING) and not left.strip():
                gone.append(place_of(node))
                self.edits.remove(node)
                continue
            self.edits.changes += cuts
            kept_authors.add(author)
        stretched = Balloons.of(self.parts, self.drawing) if self.drawing and not self.closed else None
        if stretched is not None:
            stretched.remove(gone)
            stretched.restore()
            self._store_balloons(stretched, frame)
        if self.root is None or not self.edits.changes:
            return
        if len(gone) == len(self._list()):
            self.parts.unrelate(self.sheet, self.comments)
            self.parts.drop(self.comments)
            return
        if authors[-1:] == [AUTHOR] and len(authors) - 1 not in kept_authors:
            self.edits.remove(self._authors()[-1])
        self.parts.write(self.comments, self.edits.made())

    def _store_balloons(self, balloons: Balloons, frame: Worksheet) -> None:
        if balloons.changed and balloons.empty:
            pointer = frame.root.first("legacyDrawing")
            if pointer is not None:
                frame.edits.remove(pointer)
            self.parts.unrelate(self.sheet, self.drawing)
            self.parts.drop(self.drawing)
        elif balloons.changed:
            self.parts.write(self.drawing, balloons.made())

    def _cuts(self, comment: Node) -> tuple[list[Change], str, str]:
        """Find what cuts our block out of a note; give the text it has, and what is then left of it."""
        holder = comment.first("text")
        runs = [run for run in holder.children if run.name in {"r", "t"}] if holder else []
        pieces = [(node, run) for run in runs for node in run.walk() if node.name == "t"]
        spellings = [characters(self.edits.data[node.inside : node.outside].decode()) for node, _ in pieces]
        whole = "".join(said for _, said in spellings)
        ours = {place for found in BLOCK.finditer(whole) for place in range(*found.span())}
        cuts: list[Change] = []
        position = 0
        for (node, run), (tokens, _) in zip(pieces, spellings, strict=True):
            kept = [token for place, token in enumerate(tokens, start=position) if place not in ours]
            position += len(tokens)
            if tokens and not kept and run.name == "r":
                cuts.append((run.start, run.end, b""))
            elif len(kept) < len(tokens):
                cuts.append((node.inside, node.outside, "".join(kept).encode()))
        return cuts, whole, BLOCK.sub("", whole)

    def add(self, frame: Worksheet, texts: Mapping[Address, str]) -> None:
        """Write texts into the notes of cells; those that have a note keep it, and ours goes behind."""
        if not texts:
            return
        present = {place_of(node): node for node in self._list()}
        balloons = self._balloons(frame)
        fresh = b""
        prefix = self.root.prefix if self.root else b""
        author = self._author_index()
        for place, text in sorted(texts.items()):
            if place in present:
                self._extend(present[place], text)
                balloons.stretch(place, block(text), frame)
                continue
            run = Tag("r", children=(Tag("rPr", children=NOTE_FONT), plain(block(text))))
            where = f"{column_letters(place[1])}{place[0]}"
            attributes: dict[str, str | int | float] = {"ref": where, "authorId": author, "shapeId": 0}
            fresh += Tag("comment", attributes, (Tag("text", children=(run,)),)).written(prefix)
            balloons.add(place, block(text), frame)
        self._store(fresh)
        self.parts.write(self.drawing, balloons.made())

    def _author_index(self) -> int:
        names = [author.text for author in self._authors()]
        return names.index(AUTHOR) if AUTHOR in names else len(names)

    def _extend(self, comment: Node, text: str) -> None:
        holder = comment.first("text")
        if holder is None:
            raise odd_file()
        ours = "\n" + block(text)
        runs = holder.all("r")
        alone = holder.first("t")
        if runs:
            run = Tag("r", children=(Tag("rPr", children=NOTE_FONT), plain(ours)))
            self.edits.insert(runs[-1].end, run.written(holder.prefix))
        elif alone is not None:
            self.edits.append(alone, escaped(spelt(ours)).encode())
        else:
            run = Tag("r", children=(Tag("rPr", children=NOTE_FONT), plain(ours)))
            if holder.empty:
                self.edits.append(holder, run.written(holder.prefix))
            else:
                self.edits.insert(holder.inside, run.written(holder.prefix))

    def _store(self, fresh: bytes) -> None:
        if self.root is None:
            root = Tag(
                "comments",
                {"xmlns": NAMESPACE},
                (Tag("authors", children=(Tag("author", text=AUTHOR),)), Tag("commentList")),
            ).written()
            data = DECLARATION + root.replace(b"<commentList/>", b"<commentList>" + fresh + b"</commentList>")
            folder = self.sheet.rpartition("/")[0].rpartition("/")[0]
            self.comments = self.parts.add(f"{folder}/comments{{}}.xml".lstrip("/"), data, COMMENTS_TYPE)
            self.parts.relate(self.sheet, "comments", self.comments)
            return
        if fresh:
            authors, notes = self.root.first("authors"), self.root.first("commentList")
            if authors is None or notes is None:
                raise odd_file()
            if AUTHOR not in [author.text for author in self._authors()]:
                self.edits.append(authors, Tag("author", text=AUTHOR).written(authors.prefix))
            self.edits.append(notes, fresh)
        self.parts.write(self.comments, self.edits.made())

    def _balloons(self, frame: Worksheet) -> Balloons:
        if self.drawing:
            return Balloons(self.parts.read(self.drawing))
        folder = self.sheet.rpartition("/")[0].rpartition("/")[0]
        pattern = f"{folder}/drawings/vmlDrawing{{}}.vml".lstrip("/")
        self.drawing = self.parts.add(pattern, Balloons.blank(self.parts), BALLOONS_TYPE)
        known = self.parts.relate(self.sheet, "vmlDrawing", self.drawing)
        frame.insert(Tag("legacyDrawing", {"xmlns:r": RELATIONSHIP_BASE, "r:id": known}))
        return Balloons(self.parts.read(self.drawing))


def plain(text: str) -> Tag:
    """Write a text whose blanks and line breaks count."""
    return Tag("t", {"xml:space": "preserve"}, text=spelt(text))


def place_of(node: Node) -> Address:
    """Read the cell a note belongs to."""
    found = RANGE.match(node.attributes.get("ref", ""))
    if found is None:
        raise odd_file()
    return int(found[2]), column_number(found[1])
