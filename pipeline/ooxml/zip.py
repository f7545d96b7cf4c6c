"""Reads and writes zip archives: the same contents give the same bytes, on any day."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipInfo

LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s4B4H3L5HL")
"""A line of the directory, up to the offset of its entry."""
OFFSET = struct.Struct("<L")
END = struct.Struct("<4s4H2LH")
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a zip entry can have."""
UNIX = 3
MODE = 0o600 << 16
"""File mode of an entry, where zip keeps it; the same on every machine."""
VERSION = 20
"""The version of zip that deflate needs."""
LEVEL = 3
"""Of deflate; 6, the usual one, takes half as long again for documents smaller by a fifteenth."""
WORTH_IT = 1024
"""Bytes below which an entry is stored as it is: setting deflate up takes longer than it saves."""
UTF8_NAME = 0x800
ZIP64_EXTRA = 1
MAX_UNPACKED = 512 * 1024 * 1024
"""Bytes that the entries of an archive may have together: more is a mistake, or a trap."""
DAMAGED = (BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError, RuntimeError)
"""What the archive library raises where a file is no archive, damaged or encrypted."""


def plain_info() -> ZipInfo:
    """Describe an entry of our own making: the same date, system and file mode everywhere."""
    info = ZipInfo("plain", EPOCH)
    info.create_system, info.external_attr = UNIX, MODE
    return info


PLAIN = plain_info()


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of an archive, ready to stand anywhere in it."""

    local: bytes
    """Local header, name and content."""
    central: bytes
    """Its line of the directory, up to the offset."""
    tail: bytes
    """What follows the offset in the directory: name, extra field and comment."""

    @classmethod
    def of(cls, name: str, content: bytes, *, like: ZipInfo = PLAIN, level: int = LEVEL) -> Entry:
        """Pack a content, dated and attributed as another entry is; at level 0 it is stored as it is."""
        method = ZIP_STORED if len(content) < WORTH_IT or not level else ZIP_DEFLATED
        packed = zlib.compress(content, level, -zlib.MAX_WBITS) if method == ZIP_DEFLATED else content
        spelt = name.encode()
        fields = (UTF8_NAME * (not name.isascii()), method, *moment(like), zlib.crc32(content), len(packed))
        sizes = (len(content), len(spelt))
        local = LOCAL.pack(b"PK\3\4", VERSION, *fields, *sizes, 0)
        system, internal, external = like.create_system, like.internal_attr, like.external_attr
        central = CENTRAL.pack(b"PK\1\2", VERSION, system, VERSION, 0, *fields, *sizes, 0, 0, 0, internal, external)
        return cls(local + spelt + packed, central, spelt)

    @classmethod
    def kept(cls, info: ZipInfo, local: bytes) -> Entry:
        """Take an entry over from another archive as it is; `local` is all that stands at its place there."""
        spelt = info.orig_filename.encode("utf-8" if info.flag_bits & UTF8_NAME else "cp437")
        extra = without_zip64(info.extra)
        central = CENTRAL.pack(
            b"PK\1\2",
            info.create_version,
            info.create_system,
            info.extract_version,
            info.reserved,
            info.flag_bits,
            info.compress_type,
            *moment(info),
            info.CRC,
            info.compress_size,
            info.file_size,
            len(spelt),
            len(extra),
            len(info.comment),
            0,
            info.internal_attr,
            info.external_attr,
        )
        return cls(local, central, spelt + extra + info.comment)


def archive_of(entries: Iterable[Entry], comment: bytes = b"") -> bytes:
    """Put entries together to an archive, in the order given."""
    chunks: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for entry in entries:
        chunks.append(entry.local)
        directory += (entry.central, OFFSET.pack(offset), entry.tail)
        offset += len(entry.local)
    count, size = len(chunks), sum(map(len, directory))
    end = END.pack(b"PK\5\6", 0, 0, count, count, size, offset, len(comment))
    return b"".join((*chunks, *directory, end, comment))


def read_parts(data: bytes) -> dict[str, bytes]:
    """Unpack an archive: name to content, folders left out. Raises one of `DAMAGED` where it cannot be read whole."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if sum(info.file_size for info in infos) > MAX_UNPACKED:
            raise BadZipFile("too large")
        if any(info.compress_type not in {ZIP_STORED, ZIP_DEFLATED} for info in infos):
            raise BadZipFile("packed as no office program packs")
        return {info.filename: archive.read(info) for info in infos}


def moment(info: ZipInfo) -> tuple[int, int]:
    """Encode time and date of an entry."""
    year, month, day, hour, minute, second = info.date_time
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
