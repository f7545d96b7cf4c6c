"""One safe write: a file is there whole or not at all, and an old one stays until the new one is whole."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from pipeline.errors import OutputFaultError
from pipeline.flows.new import new
from pipeline.flows.requests import NewRequest
from pipeline.safe_write import create, obstacle, replace_file


def no_space(*_: object) -> None:
    raise OSError(errno.ENOSPC, "no space")


def test_a_new_file_is_never_written_over_another(tmp_path: Path) -> None:
    path = tmp_path / "甲.docx"
    create(path, b"one")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        create(path, b"two")
    (tmp_path / "乙").symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileExistsError):
        create(tmp_path / "乙", b"two")
    assert path.read_bytes() == b"one"


def test_half_a_file_does_not_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", no_space)
    with pytest.raises(OSError, match="no space"):
        create(tmp_path / "甲", b"one", durable=True)
    (tmp_path / "乙").write_bytes(b"old")
    with pytest.raises(OSError, match="no space"):
        replace_file(tmp_path / "乙", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"乙": b"old"}


def test_a_file_is_replaced_in_one_move(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / ("长" * 80)  # as long as a name may be
    replace_file(path, b"one")
    replace_file(path, b"two")
    assert path.read_bytes() == b"two"
    monkeypatch.setattr(Path, "replace", no_space)
    with pytest.raises(OSError, match="no space"):
        replace_file(path, b"three")
    assert [(found.name, found.read_bytes()) for found in tmp_path.iterdir()] == [(path.name, b"two")]


def test_what_stands_in_the_way_is_named(tmp_path: Path) -> None:
    (tmp_path / "链").symlink_to(tmp_path)
    (tmp_path / "件").write_bytes(b"")
    assert obstacle(tmp_path / "链") == "快捷方式或链接"
    assert obstacle(tmp_path) == "文件夹"
    assert obstacle(tmp_path / "件") == obstacle(tmp_path / "无") == ""


def test_a_new_workbook_is_whole_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "新.xlsx"
    new(NewRequest(path=path, year=2026))
    before = path.read_bytes()
    with pytest.raises(OutputFaultError, match="没有覆盖"):
        new(NewRequest(path=path, year=2026))
    assert path.read_bytes() == before
    with pytest.raises(OutputFaultError, match="写不了"):
        new(NewRequest(path=tmp_path / "没有的文件夹/新.xlsx", year=2026))
