"""Puts documents into the output folder: staged first, moved at the end, never over a person's work."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from pipeline.delivery.lock import folder_lock
from pipeline.delivery.manifest import REMEMBERED, ManifestEntry, manifest_bytes, read_manifest
from pipeline.errors import OutputFaultError

Stamp: TypeAlias = tuple[int, int]
STATE = ".zhibu"
NEW_VERSION = "（新版）"


class Outcome(Enum):
    """What became of a document."""

    WRITTEN = "写出"
    UNCHANGED = "没有变化"
    KEPT = "人工修改过，保留"
    BESIDE = "人工修改过，新版另存"
    FAILED = "没有写成"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """One document after the run."""

    path: str
    """Path below the folder, with forward slashes; of the new version where the old one was kept."""
    kind: str
    sha256: str
    sources: tuple[str, ...]
    outcome: Outcome
    kept: str = ""
    """Path of the edited file that was left alone."""
    reason: str = ""
    """Why nothing was written, in Chinese."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that waits to be moved."""

    temporary: Path
    path: str
    seen: Stamp | None
    """Size and time of the file that it may replace; None where there is none."""


@dataclass(slots=True)
class Store:
    """The folder of one year while it is written; use `open_store`."""

    root: Path
    staging: Path
    entries: dict[str, ManifestEntry]
    """The manifest as it will be."""
    before: dict[str, ManifestEntry]
    """The manifest as it was found."""
    staged: list[Staged] = field(default_factory=list)
    delivered: list[Delivered] = field(default_factory=list)
    folders: dict[str, Path] = field(default_factory=dict)
    """Where each folder lies, once looked at."""

    def put(self, path: str, data: bytes, *, kind: str = "", sources: Iterable[str] = ()) -> None:
        """Stage one file; `path` is relative, with forward slashes.

        A file that a person edited stays: if the program would write the same as last time nothing happens, else the
        new version goes beside it.
        """
        rows = tuple(sources)
        digest = hashlib.sha256(data).hexdigest()
        target = self._target(path)
        seen = _stamp_of(target)
        fault = _unusable(target) if seen is not None else ""
        if fault:
            self._note(path, kind, digest, rows, Outcome.FAILED, reason=fault)
            return
        present = _digest_of(target) if seen is not None else None
        entry = self.before.get(path)
        if present is None or present == digest or (entry is not None and present in entry.known):
            outcome = Outcome.UNCHANGED if present == digest else Outcome.WRITTEN
            self._stage(path, data, kind, digest, rows, seen=seen, write=outcome is Outcome.WRITTEN)
            self._note(path, kind, digest, rows, outcome)
        elif entry is not None and entry.generated == digest:
            self._note(path, kind, digest, rows, Outcome.KEPT, kept=path, reason="人工修改过，工作簿没有变化，保留修改")
        else:
            self._put_beside(path, data, kind, digest, rows)

    def _put_beside(self, path: str, data: bytes, kind: str, digest: str, rows: tuple[str, ...]) -> None:
        pure = PurePosixPath(path)
        other = beside(path)
        target = self._target(other)
        seen = _stamp_of(target)
        present = _digest_of(target)
        known = self.before[other].known if other in self.before else ()
        fault = _unusable(target)
        if fault or (present is not None and present != digest and present not in known):
            reason = (
                fault or f"它和旁边的“{target.name}”都被人工修改过，没有再写；把两个文件里要留的移到别处，再生成一次"
            )
            self._note(path, kind, digest, rows, Outcome.FAILED, kept=path, reason=reason)
            return
        self._stage(other, data, kind, digest, rows, seen=seen, write=present != digest)
        reason = f"“{pure.name}”被人工修改过，没有覆盖，新版另存在旁边"
        self._note(other, kind, digest, rows, Outcome.BESIDE, kept=path, reason=reason)

    def _stage(
        self, path: str, data: bytes, kind: str, digest: str, rows: tuple[str, ...], *, seen: Stamp | None, write: bool
    ) -> None:
        known = self.before[path].known if path in self.before else ()
        versions = tuple(dict.fromkeys((digest, *known)))[:REMEMBERED]
        self.entries[path] = ManifestEntry(kind=kind, generated=digest, known=versions, sources=rows)
        if write:
            temporary = self.staging / f"{len(self.delivered):06d}"
            _write(temporary, data)
            self.staged.append(Staged(temporary, path, seen))

    def _note(
        self,
        path: str,
        kind: str,
        digest: str,
        rows: tuple[str, ...],
        outcome: Outcome,
        *,
        kept: str = "",
        reason: str = "",
    ) -> None:
        self.delivered.append(
            Delivered(path=path, kind=kind, sha256=digest, sources=rows, outcome=outcome, kept=kept, reason=reason)
        )

    def _target(self, path: str) -> Path:
        folder, _, name = path.rpartition("/")
        if folder not in self.folders or name in {"", ".", ".."}:
            pure = PurePosixPath(path)
            if pure.is_absolute() or ".." in pure.parts or pure.parts[0] == STATE:
                raise OutputFaultError(f"文件名“{path}”会跑到输出文件夹外面")
            self.folders[folder] = self.root.joinpath(*pure.parts[:-1])
        return self.folders[folder] / name

    def commit(self) -> None:
        """Move everything staged into place; the manifest knows the new versions before the first one is there.

        Only at the end does it say that they were delivered, and of what could not be moved never.
        """
        self._remember({staged.path for staged in self.staged})
        made: set[Path] = set()
        for staged in self.staged:
            target = self._target(staged.path)
            try:
                if target.parent not in made:
                    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                    made.add(target.parent)
                if _stamp_of(target) == staged.seen or self._is_ours(target, staged.path):
                    staged.temporary.replace(target)
                    continue
                reason = "运行当中被人工修改了，没有覆盖；再生成一次，新版就会另存在旁边"
            except OSError as error:
                reason = _why(error)
            self._fail(staged.path, reason)
            self._forget(staged.path)
        if self.staged:
            self._remember()
        self.staged.clear()

    def _remember(self, pending: Collection[str] = ()) -> None:
        """Write the manifest; of what is still to be moved the version before counts as delivered."""
        entries = dict(self.entries)
        for path in pending:
            generated = self.before[path].generated if path in self.before else ""
            entries[path] = replace(entries[path], generated=generated)
        _replace(self.staging / "manifest", self.root / STATE / "manifest.json", manifest_bytes(entries))

    def _is_ours(self, target: Path, path: str) -> bool:
        """Whether a file that was touched since it was looked at still holds what the program wrote."""
        present = _digest_of(target)
        return present is None or (path in self.before and present in self.before[path].known)

    def _forget(self, path: str) -> None:
        if path in self.before:
            self.entries[path] = self.before[path]
        else:
            del self.entries[path]

    def _fail(self, path: str, reason: str) -> None:
        for position, found in enumerate(self.delivered):
            if found.path == path:
                self.delivered[position] = Delivered(
                    path=found.path,
                    kind=found.kind,
                    sha256=found.sha256,
                    sources=found.sources,
                    outcome=Outcome.FAILED,
                    reason=reason,
                )

    def orphans(self, planned: Iterable[str]) -> list[str]:
        """List documents of earlier runs that this run did not plan and that are still there."""
        current = set(planned) | {found.path for found in self.delivered}
        current |= {beside(path) for path in current}
        return [
            path
            for path, entry in sorted(self.before.items())
            if entry.kind and path not in current and self._target(path).is_file()
        ]

    def standing(self, planned: Iterable[str]) -> list[Delivered]:
        """List, in the order planned, what the folder holds: delivered by this run, or by an earlier one."""
        now = {found.path: found for found in self.delivered if found.outcome is not Outcome.FAILED}
        found = []
        for path in (each for original in planned for each in (original, beside(original))):
            entry = self.entries.get(path)
            if path in now:
                found.append(now[path])
            elif entry is not None and self._target(path).is_file():
                found.append(
                    Delivered(
                        path=path,
                        kind=entry.kind,
                        sha256=entry.generated,
                        sources=entry.sources,
                        outcome=Outcome.UNCHANGED,
                    )
                )
        return found

    def missing(self) -> list[str]:
        """List what the run counts as delivered and the folder does not have (Y09)."""
        good = (found for found in self.delivered if found.outcome is not Outcome.FAILED)
        return [found.path for found in good if not self._target(found.path).is_file()]


@contextmanager
def open_store(root: Path) -> Iterator[Store]:
    """Open the folder of a year for writing.

    Raises OutputFaultError where it cannot be made or written, or another run is at it. What is staged and not
    committed vanishes.
    """
    state = root / STATE
    try:
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        with folder_lock(state / "lock"):
            staging = state / "staging"
            shutil.rmtree(staging, ignore_errors=True)
            staging.mkdir(mode=0o700)
            before = read_manifest(state / "manifest.json")
            try:
                yield Store(root=root, staging=staging, entries=dict(before), before=before)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise OutputFaultError(
            f"写不了输出文件夹 {root}：{_why(error)}", remedy="换一个文件夹（-o），或腾出空间再试"
        ) from error


def _why(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "没有写入权限，或文件正在 Word、WPS 里打开"
    if isinstance(error, (FileExistsError, NotADirectoryError, IsADirectoryError)):
        return "同名的文件或文件夹挡住了"
    return "磁盘已满" if error.errno == 28 else "系统拒绝写入"


def _unusable(target: Path) -> str:
    if target.is_symlink():
        return "目标是快捷方式或链接，没有写"
    return "同名的文件夹挡住了" if target.is_dir() else ""


def beside(path: str) -> str:
    """Name the new version that goes beside an edited file."""
    pure = PurePosixPath(path)
    return str(pure.with_name(f"{pure.stem}{NEW_VERSION}{pure.suffix}"))


def _stamp_of(target: Path) -> Stamp | None:
    """Give size and time of a file, by which an edit since then is noticed; None where there is no file."""
    try:
        found = target.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return found.st_size, found.st_mtime_ns


def _digest_of(target: Path) -> str | None:
    """Hash what is there; None where there is nothing, or only the empty shell a power cut can leave."""
    try:
        data = target.read_bytes()
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        return None
    return hashlib.sha256(data).hexdigest() if data else None


def _write(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)


def _replace(temporary: Path, target: Path, data: bytes) -> None:
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(target)
