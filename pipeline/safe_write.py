"""Writes files so that each is there whole or not at all, and nothing that was there is lost by accident."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

OWNER_ONLY = 0o600
"""Mode of a file that names people."""
ANYBODY = 0o666
"""Mode of a file that the system's own settings protect."""


def obstacle(target: Path) -> str:
    """Say, in Chinese, what stands where a file is to go and is no file; empty where nothing does."""
    if target.is_symlink():
        return "快捷方式或链接"
    return "文件夹" if target.is_dir() else ""


def create(path: Path, data: bytes, *, mode: int = OWNER_ONLY, durable: bool = False) -> None:
    """Write a file that is not there yet, whole or not at all; `durable` waits until the disk has it.

    Raises FileExistsError where there is one, and any other OSError where it cannot be written.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            if durable:
                file.flush()
                os.fsync(file.fileno())
    except BaseException:
        discard(path)
        raise


def stage(data: bytes, folder: Path) -> Path:
    """Write a file under a name that no other run uses, ready to replace another; give its path."""
    temporary = folder / f".zhibu-{os.urandom(8).hex()}.tmp"
    create(temporary, data, durable=True)
    return temporary


def replace_file(target: Path, data: bytes, *, by_way_of: Path | None = None) -> None:
    """Write a file in one move, over the one that may be there: afterwards the old one is there, or the new one.

    It is staged beside the target, or in another folder of the same disk.
    """
    temporary = stage(data, by_way_of or target.parent)
    try:
        temporary.replace(target)
    finally:
        discard(temporary)


def discard(temporary: Path) -> None:
    """Remove a staged file that was not moved."""
    with suppress(OSError):
        temporary.unlink(missing_ok=True)
