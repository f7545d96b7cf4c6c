"""Tells files apart by what they hold: however a package is packed, the same parts give the same digest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from pipeline.ooxml.zip import DAMAGED, read_parts

ZIP_MAGIC = b"PK\x03\x04"


class Packed(bytes):
    """The bytes of a package that know the digest of its parts, so that nobody has to unpack them again."""

    digest: str

    @classmethod
    def of(cls, data: bytes, lines: Iterable[bytes]) -> Packed:
        """Join the bytes of a package with the lines of its parts."""
        packed = cls(data)
        packed.digest = digest_of(lines)
        return packed


def part_line(name: str, content: bytes) -> bytes:
    """Give what one part adds to the digest of a package."""
    return f"{name}\0".encode() + sha256(content).digest()


def digest_of(lines: Iterable[bytes]) -> str:
    """Join the lines of all parts to the digest of a package; their order does not matter."""
    return sha256(b"".join(sorted(lines))).hexdigest()


def parts_digest(parts: Mapping[str, bytes]) -> str:
    """Compute the digest of parts by name and content."""
    return digest_of(part_line(name, content) for name, content in parts.items())


def file_digest(data: bytes) -> str:
    """Compute the digest of a file: of its parts where it is a package, of its bytes where it is anything else.

    Never raises: a damaged package is known by its bytes.
    """
    if isinstance(data, Packed):
        return data.digest
    if data.startswith(ZIP_MAGIC):
        try:
            return parts_digest(read_parts(data))
        except DAMAGED:
            pass
    return sha256(data).hexdigest()
