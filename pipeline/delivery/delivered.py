"""What became of each document: the words delivery answers in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

NEW_VERSION = "（新版）"


class Outcome(Enum):
    """What became of a document."""

    WRITTEN = "写出"
    UNCHANGED = "没有变化"
    KEPT = "人工修改过，保留"
    BESIDE = "人工修改过，新版另存"
    FAILED = "没有写成"
    OUTDATED = "旧版（未更新）"
    """Held back by this run, while the paper of an earlier one is still there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """One document after the run."""

    path: str
    """Path below the folder, with forward slashes; of the new version where the old one was kept."""
    kind: str
    sha256: str
    """Of the bytes that were made; where the file has not changed, of the bytes that are there."""
    sources: tuple[str, ...]
    outcome: Outcome
    kept: str = ""
    """Path of the edited file that was left alone."""
    reason: str = ""
    """Why nothing was written, in Chinese."""


def beside(path: str) -> str:
    """Name the new version that goes beside an edited file."""
    pure = PurePosixPath(path)
    return str(pure.with_name(f"{pure.stem}{NEW_VERSION}{pure.suffix}"))
