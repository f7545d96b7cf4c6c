"""Turns a file into the parts of a workbook package, refusing what is not one before any reader sees it."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from pathlib import Path, PurePosixPath

from lxml import etree

from pipeline.errors import WorkbookUnreadableError
from pipeline.findings import column_number

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MAGIC = b"PK\x03\x04"
MAX_PART = 512 * 1024 * 1024
"""Bytes one unpacked part may have; a workbook of 100,000 rows stays below a tenth of it."""
MAX_RATIO = 1200
"""Unpacked to packed bytes; deflate cannot honestly do more than about 1,030."""
MAX_EXTENT = 60_000_000
"""Rows times columns a sheet may span; a stray cell in the last corner spans 17,000 million."""
HEAD = 4096
CHUNK = 1 << 20
TRANSITIONAL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

SAVE_AS = "用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”，再用存出来的文件"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class SheetPart:
    """One worksheet of the package."""

    name: str
    path: str
    state: str
    """visible, hidden or veryHidden."""


@dataclass(frozen=True, eq=False, repr=False)
class WorkbookFile:
    """A workbook file that passed the guard."""

    path: Path
    data: bytes = field(repr=False)
    """The file, read once; nothing looks at the disk again."""
    sheets: tuple[SheetPart, ...]
    """The worksheets in tab order; chart sheets left out."""
    date1904: bool

    @cached_property
    def _archive(self) -> zipfile.ZipFile:
        return zipfile.ZipFile(BytesIO(self.data))

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return self._archive.namelist()

    def part(self, name: str) -> bytes:
        """Unpack one part; empty if the package has none of that name."""
        return self._archive.read(name) if name in self._archive.NameToInfo else b""

    def head(self, name: str) -> bytes:
        """Unpack the first few thousand bytes of one part, which is there."""
        with self._archive.open(name) as part:
            return part.read(HEAD)


def open_package(path: Path) -> WorkbookFile:
    """Read a workbook file into memory and make sure that it is one.

    Raises WorkbookUnreadableError, with a Chinese sentence, for everything else: missing, empty, locked, damaged,
    encrypted, an older or other format, a zip bomb, a sheet whose extent no reader survives.
    """
    return package_of(path, _read_bytes(path))


def package_of(path: Path, data: bytes) -> WorkbookFile:
    """Make sure that some bytes are a workbook; `path` only names it. Raises as `open_package`."""
    _refuse_foreign(path, data)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            _refuse_entries(archive)
            sheets, date1904 = _find_sheets(archive)
            for sheet in sheets:
                _refuse_extent(sheet, archive.read(sheet.path))
            _refuse_damaged(archive, {sheet.path for sheet in sheets})
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, etree.XMLSyntaxError) as error:
        raise _damaged() from error
    return WorkbookFile(path=path, data=data, sheets=sheets, date1904=date1904)


def _damaged() -> WorkbookUnreadableError:
    return WorkbookUnreadableError("文件已经损坏，读不出来", remedy="换一个备份，或用 Excel、WPS 打开修复后另存一份")


def _read_bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise WorkbookUnreadableError(f"找不到文件 {path}", remedy="核对文件名和所在的文件夹") from error
    except IsADirectoryError as error:
        raise WorkbookUnreadableError(f"{path} 是文件夹，不是工作簿", remedy="写明文件夹里的哪个 .xlsx 文件") from error
    except PermissionError as error:
        if path.is_dir():
            raise WorkbookUnreadableError(f"{path} 是文件夹，不是工作簿", remedy="写明哪个 .xlsx 文件") from error
        raise WorkbookUnreadableError(
            f"打不开文件 {path}", remedy="如果它正在 Excel 或 WPS 里打开，请先关闭"
        ) from error
    except OSError as error:
        raise WorkbookUnreadableError(f"打不开文件 {path}", remedy="核对文件名，或把文件复制到本机再试") from error
    if path.name.startswith("~$"):
        raise WorkbookUnreadableError(f"{path.name} 是 Excel 打开文件时留下的临时文件", remedy="选不带“~$”的那个文件")
    if not data:
        raise WorkbookUnreadableError("文件是空的，一个字节也没有", remedy="换一个备份，或用 zhibu new 新建一本")
    return data


def _refuse_foreign(path: Path, data: bytes) -> None:
    if data.startswith(ZIP_MAGIC):
        return
    if data.startswith(OLE_MAGIC):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise WorkbookUnreadableError("工作簿设了打开密码", remedy="用 Excel 或 WPS 打开，去掉密码后另存一份")
        raise WorkbookUnreadableError(f"{path.name} 是旧格式（.xls、.et）的工作簿", remedy=SAVE_AS)
    raise WorkbookUnreadableError(f"{path.name} 不是 Excel 工作簿，{_describe(data)}", remedy=SAVE_AS)


def _describe(data: bytes) -> str:
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    for magic, what in ((b"%pdf", "是 PDF 文件"), (b"{\\rtf", "是 RTF 文档"), (b"<", "是网页或 XML 文件")):
        if head.startswith(magic):
            return what
    for encoding in ("utf-8", "gb18030"):
        try:
            data[:4096].decode(encoding, "strict" if len(data) <= 4096 else "ignore")
        except UnicodeDecodeError:
            continue
        return "像是文本或 CSV 文件" if b"\x00" not in data[:4096] else "认不出格式"
    return "认不出格式"


def _refuse_entries(archive: zipfile.ZipFile) -> None:
    seen: set[str] = set()
    for entry in archive.infolist():
        name = entry.filename
        if name.casefold() in seen or name.startswith("/") or ".." in PurePosixPath(name).parts:
            raise _damaged()
        seen.add(name.casefold())
        if entry.flag_bits & 1:
            raise WorkbookUnreadableError("工作簿设了打开密码", remedy="用 Excel 或 WPS 打开，去掉密码后另存一份")
        if entry.file_size > MAX_PART or entry.file_size > MAX_RATIO * max(entry.compress_size, 1) + 65536:
            raise WorkbookUnreadableError(
                "工作簿解压后大得不合常理，没有读取", remedy="核对文件来源；删去多余的行列后另存一份"
            )
    types = archive.read("[Content_Types].xml") if "[content_types].xml" in seen else b""
    if b"wordprocessingml.document" in types:
        raise WorkbookUnreadableError("这是 Word 文档，不是 Excel 工作簿", remedy="选 .xlsx 文件")
    if b"spreadsheetml" not in types:
        raise WorkbookUnreadableError("这不是 Excel 工作簿", remedy=SAVE_AS)


def _refuse_damaged(archive: zipfile.ZipFile, read: Collection[str]) -> None:
    """Unpack what has not been read yet: the archive library compares the checksum of whatever it unpacks."""
    for entry in archive.infolist():
        if entry.filename not in read:
            with archive.open(entry) as part:
                while part.read(CHUNK):
                    pass


def parse_part(data: bytes) -> etree._Element:
    """Parse one XML part, refusing document type declarations (ISO/IEC 29500-2 forbids them)."""
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise WorkbookUnreadableError("工作簿里有不该有的 XML 声明，没有读取", remedy=SAVE_AS)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(data, parser)


def _find_sheets(archive: zipfile.ZipFile) -> tuple[tuple[SheetPart, ...], bool]:
    book_path = _target(archive, "_rels/.rels", "officeDocument", "")
    book = parse_part(archive.read(book_path))
    if book.tag == f"{{{STRICT}}}workbook":
        raise WorkbookUnreadableError("工作簿存成了“严格 Open XML”格式", remedy=SAVE_AS)
    folder = str(PurePosixPath(book_path).parent)
    rels = {
        rel.get("Id"): (rel.get("Type", ""), _resolve(folder, rel.get("Target", "")))
        for rel in parse_part(archive.read(f"{folder}/_rels/{PurePosixPath(book_path).name}.rels"))
    }
    found = []
    for sheet in book.iter(f"{{{TRANSITIONAL}}}sheet"):
        kind, target = rels.get(sheet.get(f"{{{RELATIONSHIPS}}}id"), ("", ""))
        if kind.endswith("/worksheet"):
            found.append(SheetPart(sheet.get("name", ""), target, sheet.get("state", "visible")))
    properties = book.find(f"{{{TRANSITIONAL}}}workbookPr")
    date1904 = properties is not None and properties.get("date1904") in {"1", "true"}
    return tuple(found), date1904


def _target(archive: zipfile.ZipFile, rels: str, kind: str, folder: str) -> str:
    for rel in parse_part(archive.read(rels)):
        if rel.get("Type", "").endswith("/" + kind):
            return _resolve(folder, rel.get("Target", ""))
    raise _damaged()


def _resolve(folder: str, target: str) -> str:
    parts: list[str] = [] if target.startswith("/") else [p for p in folder.split("/") if p]
    for part in target.split("/"):
        if part == "..":
            del parts[-1:]
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


FAR_COLUMN = re.compile(rb'r="[A-Z]{3}\d')
"""Begins with a letter, not with a boundary: ten times as fast."""
NARROW = 702
"""The number of column ZZ, the last of two letters."""
ADDRESS = re.compile(rb'<c\b[^>]*?\br="([A-Z]+)(\d+)"')
ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"')


def _refuse_extent(sheet: SheetPart, data: bytes) -> None:
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise WorkbookUnreadableError("工作簿里有不该有的 XML 声明，没有读取", remedy=SAVE_AS)
    rows = [int(number) for number in ROW.findall(data)]
    widest = NARROW
    if FAR_COLUMN.search(data) or max(rows, default=1) * NARROW > MAX_EXTENT:
        widest = max(
            (column_number(found.decode()) for found in {address[0] for address in ADDRESS.findall(data)}), default=1
        )
    if min(rows, default=1) < 1 or max(rows, default=1) > 1_048_576 or widest > 16_384:
        raise _damaged()
    if max(rows, default=1) * widest > MAX_EXTENT:
        raise WorkbookUnreadableError(
            f"工作表“{sheet.name}”很远的地方有零星的单元格，撑得太大，没有读取",
            remedy="在 Excel 里按 Ctrl+End 找到最后一格，删去数据以外的空行空列后保存",
        )
