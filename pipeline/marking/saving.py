"""Decides where a marked copy goes and puts it there: never over the user's workbook, never over a file not ours."""

from __future__ import annotations

import errno
from pathlib import Path

from pipeline.errors import OutputFaultError
from pipeline.marking.copy import is_marked_copy, is_worked_on
from pipeline.safe_write import discard, obstacle, stage

SUFFIX = "-检查"
OWNER_FILES = ("~${name}", ".~lock.{name}#", ".~{name}")
"""Files that Excel, LibreOffice and WPS leave beside a workbook while it is open."""


def name_of_original(workbook: Path, *, marked: bool) -> str:
    """Give the name a marked copy's original has; of any other workbook its own."""
    return f"{workbook.stem.removesuffix(SUFFIX)}{workbook.suffix}" if marked else workbook.name


def target_for(workbook: Path, wanted: Path | None, *, marked: bool) -> Path:
    """Choose the path of the marked copy; `marked` tells whether the workbook is a marked copy itself."""
    name = f"{workbook.stem}{SUFFIX}{workbook.suffix}"
    if marked and workbook.stem.endswith(SUFFIX):
        name = workbook.name
    if wanted is None:
        return workbook.with_name(name)
    return wanted / name if wanted.is_dir() else wanted


def refuse_target(target: Path, workbook: Path, *, marked: bool) -> None:
    """Make sure that a marked copy may be put at a path. Raises OutputFaultError where it may not."""
    if target.suffix.lower() != workbook.suffix.lower():
        raise OutputFaultError(
            f"标记副本 {target} 的扩展名要与工作簿相同（{workbook.suffix}）", remedy="换个文件名，或只写 --mark"
        )
    if kind := obstacle(target):
        raise OutputFaultError(f"{target} 是{kind}，没有写", remedy="换个文件名")
    if target.exists() and target.samefile(workbook):
        if not marked:
            raise OutputFaultError(f"{target} 就是工作簿本身，没有覆盖", remedy="只写 --mark，副本会另存在工作簿旁边")
    elif target.exists():
        refuse_to_cover(target, read(target))
    for pattern in OWNER_FILES:
        owner = target.with_name(pattern.format(name=target.name))
        if owner.exists():
            raise in_use(target, owner)


def refuse_to_cover(target: Path, data: bytes) -> None:
    """Make sure that a file is a marked copy on which nobody has worked. Raises OutputFaultError where it is not."""
    if not is_marked_copy(data):
        raise OutputFaultError(
            f"{target} 已经有了，而且不是程序写的标记副本，没有覆盖", remedy="换个文件名，或先把它移走"
        )
    if is_worked_on(data):
        raise OutputFaultError(
            f"{target} 里有后来的修改，没有覆盖",
            remedy=f"要检查改过的这一份，运行 zhibu check {target} --mark；不要它了，就删去再试",
        )


def in_use(target: Path, owner: Path | None = None) -> OutputFaultError:
    """Say that a file is open elsewhere."""
    stale = f"；没有打开的话，删去同一文件夹里的 {owner.name} 再试" if owner else ""
    return OutputFaultError(
        f"{target.name} 正在 Excel 或 WPS 里打开，没有写标记副本", remedy=f"关闭它，再运行一次{stale}"
    )


def read(path: Path) -> bytes:
    """Read a file. Raises OutputFaultError where it cannot be read."""
    try:
        return path.read_bytes()
    except PermissionError as error:
        raise in_use(path) from error
    except OSError as error:
        raise OutputFaultError(f"打不开 {path}，没有写标记副本", remedy="换个文件名") from error


def save(target: Path, data: bytes, *, read_before: bytes, workbook: Path) -> None:
    """Write a file in one move: it is there whole or not at all.

    Raises OutputFaultError where it cannot be, or where the workbook to be replaced has changed since it was read.
    """
    if target.exists() and target.samefile(workbook) and read(workbook) != read_before:
        raise OutputFaultError(f"{target} 在检查的时候又改过了，没有写标记副本", remedy="再运行一次")
    try:
        temporary = stage(data, target.parent)
    except OSError as error:
        full = error.errno == errno.ENOSPC
        remedy = "腾出磁盘空间，或换个文件夹再试" if full else "核对文件夹是否存在、能不能写"
        raise OutputFaultError(f"写不了 {target}", remedy=remedy) from error
    try:
        temporary.replace(target)
    except PermissionError as error:
        raise in_use(target) from error
    except OSError as error:
        raise OutputFaultError(f"写不了 {target}", remedy="腾出磁盘空间，或换个文件夹再试") from error
    finally:
        discard(temporary)
