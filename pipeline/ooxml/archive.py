"""Rewrites a zip archive: an entry that does not change keeps its compressed bytes, its place and its metadata."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Mapping
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from pipeline.ooxml.zip import Entry, archive_of

LEVEL = 6
"""Of deflate: what spreadsheet programs use."""


class Archive:
    """A zip archive held in memory."""

    def __init__(self, data: bytes) -> None:
        """Read the directory. Raises BadZipFile where there is none."""
        self._data = data
        self._zip = ZipFile(BytesIO(data))
        self._entries = {info.filename: info for info in self._zip.infolist()}
        starts = sorted(info.header_offset for info in self._entries.values())
        self._ends = dict(zip(starts, [*starts[1:], self._zip.start_dir], strict=True))

    @property
    def names(self) -> Collection[str]:
        """Names of the entries, in their order."""
        return self._entries.keys()

    def read(self, name: str) -> bytes:
        """Unpack an entry. Raises KeyError where there is none of that name."""
        return self._zip.read(name)

    def rebuilt(self, contents: Mapping[str, bytes], dropped: Collection[str] = ()) -> bytes:
        """Give the archive with some entries replaced, added behind the others, or dropped."""
        kept = {name: info for name, info in self._entries.items() if name not in dropped}
        entries = [self._entry(info, contents.get(name)) for name, info in kept.items()]
        added = [name for name in contents if name not in self._entries and name not in dropped]
        entries += [Entry.of(name, contents[name], level=LEVEL) for name in added]
        return archive_of(entries, self._zip.comment)

    def _entry(self, info: ZipInfo, content: bytes | None) -> Entry:
        """Give an entry with another content; as it is where there is none, or it is the same."""
        if content is not None and not self._holds(info, content):
            return Entry.of(info.filename, content, like=info, level=LEVEL)
        return Entry.kept(info, self._data[info.header_offset : self._ends[info.header_offset]])

    def _holds(self, info: ZipInfo, content: bytes) -> bool:
        """Whether an entry has a content; it is unpacked only where size and checksum agree."""
        alike = len(content) == info.file_size and zlib.crc32(content) == info.CRC
        return alike and self.read(info.filename) == content
