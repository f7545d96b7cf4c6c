"""Writes single files that stand outside an output folder: staged first, never over a person's file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import NamedTuple

from pipeline.errors import OutputFaultError
from pipeline.ooxml.digest import file_digest
from pipeline.safe_write import ANYBODY, create, discard, obstacle, stage


def put_files(files: Mapping[Path, bytes], *, ours: Callable[[bytes], bool]) -> None:
    """Write files; one that is there is replaced only if `ours` knows it as written by the program and not edited.

    Raises OutputFaultError, before anything is written, where a file is somebody else's, and where one cannot be
    written.
    """
    for path in files:
        _refuse_unless_ours(path, ours)
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            staged.append((stage(data, path.parent), path))
        for temporary, path in staged:
            temporary.replace(path)
    except OSError as error:
        raise OutputFaultError(f"写不了 {path}", remedy="核对文件夹能不能写，文件是不是正在打开") from error
    finally:
        for temporary, _ in staged:
            discard(temporary)


class Kept(NamedTuple):
    """Where a file is after it was to be written."""

    path: Path
    is_new: bool
    """Whether it was written now; else the same was there."""
    other: str
    """Name of the different file that has the name it was to have; empty where none has."""


def put_new(path: Path, data: bytes) -> Kept:
    """Write a file where none of its name is; one that is there stays, and what differs goes beside it: 签到表-2.docx.

    Raises OutputFaultError where it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        for number in count(1):
            target = path if number == 1 else path.with_name(f"{path.stem}-{number}{path.suffix}")
            other = path.name if number > 1 else ""
            if obstacle(target):
                continue
            try:
                create(target, data, mode=ANYBODY)
            except FileExistsError:
                if file_digest(target.read_bytes()) == file_digest(data):
                    return Kept(target, is_new=False, other=other)
            else:
                return Kept(target, is_new=True, other=other)
    except OSError as error:
        raise OutputFaultError(f"写不了 {path}", remedy="核对文件夹能不能写，文件是不是正在打开") from error
    raise AssertionError("there is always another name")


def _refuse_unless_ours(path: Path, ours: Callable[[bytes], bool]) -> None:
    if kind := obstacle(path):
        raise OutputFaultError(f"{path} 是{kind}，没有写", remedy="换个文件名")
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return
    except OSError as error:
        raise OutputFaultError(f"打不开已有的 {path}，没有写", remedy="换个文件名，或先把它关闭、移走") from error
    if not ours(data):
        raise OutputFaultError(f"{path} 不是程序写的，或有人改过，没有覆盖", remedy="换个文件名，或先把它移走")
