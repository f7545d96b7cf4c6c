"""Rewrites a zip archive: an entry that does not change keeps its compressed bytes, its place and its metadata."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Collection, Mapping
from io import BytesIO
from zipfile import ZipFile, ZipInfo

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s4B4H3L5H2L")
END = struct.Struct("<4s4H2LH")
ZIP64_EXTRA = 1
UTF8_NAME = 0x800
DEFLATED = 8
EPOCH = (1980, 1, 1, 0, 0, 0)


class Archive:
    """A zip archive held in memory."""

    def __init__(self, data: bytes) -> None:
        """Read the directory. Raises BadZipFile where there is none."""
        self._data = data
        self._zip = ZipFile(BytesIO(data))
        self._entries = {entry.filename: entry for entry in self._zip.infolist()}
        starts = sorted(entry.header_offset for entry in self._entries.values())
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
        body, directory = BytesIO(), BytesIO()
        count = 0
        kept = [entry for name, entry in self._entries.items() if name not in dropped]
        for entry in kept:
            content = contents.get(entry.filename)
            same = content is None or (
                len(content) == entry.file_size
                and zlib.crc32(content) == entry.CRC
                and content == self.read(entry.filename)
            )
            record = self._record(entry) if same or content is None else None
            if record is None and content is not None:
                entry, record = packed(entry.filename, content, entry)  # noqa: PLW2901
            directory.write(central(entry, body.tell()))
            body.write(record or b"")
            count += 1
        for name, content in contents.items():
            if name not in self._entries and name not in dropped:
                entry, record = packed(name, content, ZipInfo(name, EPOCH))
                directory.write(central(entry, body.tell()))
                body.write(record)
                count += 1
        comment = self._zip.comment
        end = END.pack(b"PK\5\6", 0, 0, count, count, directory.tell(), body.tell(), len(comment))
        return body.getvalue() + directory.getvalue() + end + comment

    def _record(self, entry: ZipInfo) -> bytes:
        return self._data[entry.header_offset : self._ends[entry.header_offset]]


def packed(name: str, content: bytes, like: ZipInfo) -> tuple[ZipInfo, bytes]:
    """Compress a content into the entry and the local record of an archive, dated and attributed as another entry."""
    squeezer = zlib.compressobj(6, zlib.DEFLATED, -15)
    body = squeezer.compress(content) + squeezer.flush()
    entry = ZipInfo(name, like.date_time)
    entry.create_system, entry.external_attr, entry.internal_attr = (
        like.create_system,
        like.external_attr,
        like.internal_attr,
    )
    entry.create_version = entry.extract_version = 20
    entry.flag_bits = 0 if name.isascii() else UTF8_NAME
    entry.compress_type = DEFLATED
    entry.CRC, entry.compress_size, entry.file_size = zlib.crc32(content), len(body), len(content)
    spelt = spelling(entry)
    head = LOCAL.pack(
        b"PK\3\4",
        entry.extract_version,
        entry.flag_bits,
        entry.compress_type,
        *moment(entry),
        entry.CRC,
        entry.compress_size,
        entry.file_size,
        len(spelt),
        0,
    )
    return entry, head + spelt + body


def central(entry: ZipInfo, offset: int) -> bytes:
    """Write the directory's record of an entry that stands at `offset`."""
    spelt, extra = spelling(entry), without_zip64(entry.extra)
    head = CENTRAL.pack(
        b"PK\1\2",
        entry.create_version,
        entry.create_system,
        entry.extract_version,
        entry.reserved,
        entry.flag_bits,
        entry.compress_type,
        *moment(entry),
        entry.CRC,
        entry.compress_size,
        entry.file_size,
        len(spelt),
        len(extra),
        len(entry.comment),
        0,
        entry.internal_attr,
        entry.external_attr,
        offset,
    )
    return head + spelt + extra + entry.comment


def spelling(entry: ZipInfo) -> bytes:
    """Encode the name of an entry as the archive does."""
    return entry.orig_filename.encode("utf-8" if entry.flag_bits & UTF8_NAME else "cp437")


def moment(entry: ZipInfo) -> tuple[int, int]:
    """Encode time and date of an entry."""
    year, month, day, hour, minute, second = entry.date_time
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day


def without_zip64(extra: bytes) -> bytes:
    """Drop the 64-bit sizes from an extra field: what is written here is small."""
    kept = b""
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        if kind != ZIP64_EXTRA:
            kept += extra[: 4 + size]
        extra = extra[4 + size :]
    return kept
