"""The floor: the compiled Jinja template rendered, deflated into a raw-copied zip, written; nothing else."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate

from benchmarks.tools.run import measure
from pipeline.rendering.language import environment

DOCUMENT = "word/document.xml"
DATE = 0x21


def fill(template: bytes, contexts: list[dict[str, object]], path: Callable[[int], Path]) -> None:
    """Patch and compile the body once; render, deflate and write it for every document."""
    opened = DocxTemplate(BytesIO(template))
    opened.init_docx()
    jinja = environment().from_string(opened.patch_xml(opened.get_xml()))
    with zipfile.ZipFile(BytesIO(template)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    body = parts.pop(DOCUMENT).decode()
    before, after = body[: body.index("<w:body")], body[body.index("</w:body>") + len("</w:body>") :]
    fixed = [entry(name, data) for name, data in parts.items()]
    locals_ = b"".join(local for local, _ in fixed)
    places = []
    offset = 0
    for local, central in fixed:
        places.append(central(offset))
        offset += len(local)
    known = b"".join(places)
    for number, context in enumerate(contexts):
        text = f"{before}{jinja.render(context)}{after}".encode()
        local, central = entry(DOCUMENT, text)
        listed = known + central(offset)
        end = struct.pack(
            "<4s4H2LH", b"PK\5\6", 0, 0, len(fixed) + 1, len(fixed) + 1, len(listed), offset + len(local), 0
        )
        path(number).write_bytes(b"".join((locals_, local, listed, end)))


def entry(name: str, data: bytes) -> tuple[bytes, Callable[[int], bytes]]:
    """Deflate a part; give its local entry, and what makes its central one."""
    packed = zlib.compress(data, wbits=-15)
    encoded, crc = name.encode(), zlib.crc32(data)
    sizes = (crc, len(packed), len(data), len(encoded), 0)
    local = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, DATE, *sizes) + encoded + packed

    def central(offset: int) -> bytes:
        return struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, DATE, *sizes, 0, 0, 0, 0, offset) + encoded

    return local, central


if __name__ == "__main__":
    measure(fill)
