"""Asks the disk what is there, and says in Chinese why something cannot be written."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import TypeAlias

from pipeline.safe_write import obstacle

Stamp: TypeAlias = tuple[int, int]
"""Size and time of a file, by which an edit since then is noticed."""


def stamp_of(target: Path) -> Stamp | None:
    """Give the stamp of a file; None where there is no file."""
    try:
        found = target.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_size, found.st_mtime_ns


def content_of(target: Path) -> bytes:
    """Read what is there; nothing where there is no file, or only the empty shell a power cut can leave."""
    try:
        return target.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return b""


def unusable(target: Path) -> str:
    """Say why nothing can be written to a path; empty where something can."""
    kind = obstacle(target)
    if kind == "文件夹":
        return "同名的文件夹挡住了"
    return f"目标是{kind}，没有写" if kind else ""


def why(error: OSError) -> str:
    """Say why the system refused."""
    if isinstance(error, PermissionError):
        return "没有写入权限，或文件正在 Word、WPS 里打开"
    if isinstance(error, (FileExistsError, NotADirectoryError, IsADirectoryError)):
        return "同名的文件或文件夹挡住了"
    return "磁盘已满" if error.errno == errno.ENOSPC else "系统拒绝写入"
