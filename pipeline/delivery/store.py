"""Puts documents into the output folder: staged first, moved at the end, never over a person's work."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from pipeline.delivery.delivered import Delivered, Outcome, beside
from pipeline.delivery.disk import Stamp, content_of, stamp_of, unusable, why
from pipeline.delivery.lock import folder_lock
from pipeline.delivery.manifest import (
    NOTHING,
    REMEMBERED,
    Fingerprint,
    ManifestEntry,
    fingerprint_of,
    manifest_bytes,
    read_manifest,
)
from pipeline.errors import OutputFaultError
from pipeline.safe_write import create, replace_file

__all__ = ["Delivered", "Outcome", "Store", "open_store"]
STATE = ".zhibu"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Made:
    """One file as this run made it."""

    path: str
    data: bytes = field(repr=False)
    kind: str
    sources: tuple[str, ...]
    fingerprint: Fingerprint


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Staged:
    """A file that waits to be moved."""

    temporary: Path
    path: str
    seen: Stamp | None
    """Size and time of the file that it may replace; None where there is none."""


@dataclass(slots=True, eq=False, repr=False)
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
        entry = self.before.get(path)
        fingerprint = fingerprint_of(data, self._known(path))
        made = Made(path=path, data=data, kind=kind, sources=tuple(sources), fingerprint=fingerprint)
        target = self._target(path)
        seen = stamp_of(target)
        fault = unusable(target) if seen is not None else ""
        if fault:
            self._note(made, Outcome.FAILED, reason=fault)
            return
        present = self._present(target, made) if seen is not None else None
        if present is None or fingerprint.fits(present) or (entry is not None and entry.knows(present)):
            self._stage(made, seen, present)
            if present is not None and fingerprint.fits(present):
                self._note(made, Outcome.UNCHANGED, sha256=present.packed)
            else:
                self._note(made, Outcome.WRITTEN)
        elif entry is not None and entry.generated.fits(fingerprint):
            self.entries[path] = replace(entry, generated=fingerprint)
            self._note(made, Outcome.KEPT, kept=path, reason="人工修改过，工作簿没有变化，保留修改")
        else:
            self._put_beside(made)

    def _put_beside(self, original: Made) -> None:
        made = replace(original, path=beside(original.path))
        target = self._target(made.path)
        seen = stamp_of(target)
        fault = unusable(target)
        present = self._present(target, made) if not fault else None
        entry = self.before.get(made.path)
        ours = present is None or made.fingerprint.fits(present) or (entry is not None and entry.knows(present))
        if fault or not ours:
            reason = (
                fault or f"它和旁边的“{target.name}”都被人工修改过，没有再写；把两个文件里要留的移到别处，再生成一次"
            )
            self._note(original, Outcome.FAILED, kept=original.path, reason=reason)
            return
        self._stage(made, seen, present)
        reason = f"“{PurePosixPath(original.path).name}”被人工修改过，没有覆盖，新版另存在旁边"
        self._note(made, Outcome.BESIDE, kept=original.path, reason=reason)

    def _known(self, path: str) -> tuple[Fingerprint, ...]:
        """Give the versions of a path that earlier runs made, whether they were written or not."""
        entry = self.before.get(path)
        return () if entry is None else (entry.generated, *entry.known)

    def _present(self, target: Path, made: Made) -> Fingerprint | None:
        """Take the fingerprint of what is there; None where nothing is."""
        data = content_of(target)
        if not data:
            return None
        return made.fingerprint if data == made.data else fingerprint_of(data, self._known(made.path))

    def _stage(self, made: Made, seen: Stamp | None, present: Fingerprint | None) -> None:
        """Have a file written, unless it holds the same already; remember the version that will be there."""
        same = present is not None and made.fingerprint.fits(present)
        version = present if present is not None and same else made.fingerprint
        before = self.before[made.path].known if made.path in self.before else ()
        versions = (version, *(old for old in before if not old.fits(version)))
        self.entries[made.path] = ManifestEntry(
            kind=made.kind, generated=made.fingerprint, known=versions[:REMEMBERED], sources=made.sources
        )
        if not same:
            temporary = self.staging / f"{len(self.delivered):06d}"
            create(temporary, made.data)
            self.staged.append(Staged(temporary, made.path, seen))

    def _note(self, made: Made, outcome: Outcome, *, kept: str = "", reason: str = "", sha256: str = "") -> None:
        self.delivered.append(
            Delivered(
                path=made.path,
                kind=made.kind,
                sha256=sha256 or made.fingerprint.packed,
                sources=made.sources,
                outcome=outcome,
                kept=kept,
                reason=reason,
            )
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
                if stamp_of(target) == staged.seen or self._is_ours(target, staged.path):
                    staged.temporary.replace(target)
                    continue
                reason = "运行当中被人工修改了，没有覆盖；再生成一次，新版就会另存在旁边"
            except OSError as error:
                reason = why(error)
            self._fail(staged.path, reason)
            self._forget(staged.path)
        if self.staged:
            self._remember()
        self.staged.clear()

    def _remember(self, pending: Collection[str] = ()) -> None:
        """Write the manifest; of what is still to be moved the version before counts as delivered."""
        entries = dict(self.entries)
        for path in pending:
            generated = self.before[path].generated if path in self.before else NOTHING
            entries[path] = replace(entries[path], generated=generated)
        replace_file(self.root / STATE / "manifest.json", manifest_bytes(entries), by_way_of=self.staging)

    def _is_ours(self, target: Path, path: str) -> bool:
        """Whether a file that was touched since it was looked at still holds what the program wrote."""
        data = content_of(target)
        return not data or (path in self.before and self.before[path].knows(fingerprint_of(data, self._known(path))))

    def _forget(self, path: str) -> None:
        if path in self.before:
            self.entries[path] = self.before[path]
        else:
            del self.entries[path]

    def _fail(self, path: str, reason: str) -> None:
        for position, found in enumerate(self.delivered):
            if found.path == path:
                self.delivered[position] = replace(found, outcome=Outcome.FAILED, kept="", reason=reason)

    def orphans(self, planned: Iterable[str], held_rows: Collection[str] = frozenset()) -> list[str]:
        """List documents of earlier runs that this run did not plan and that are still there.

        One made from a row that an error holds back (党员名册!5) is not gone: its row may be planned again once it is
        fixed.
        """
        current = set(planned) | {found.path for found in self.delivered}
        current |= {beside(path) for path in current}
        held = frozenset(held_rows)
        return [
            path
            for path, entry in sorted(self.before.items())
            if entry.kind and path not in current and held.isdisjoint(entry.sources) and self._target(path).is_file()
        ]

    def standing(self, planned: Iterable[str]) -> list[Delivered]:
        """List, in the order planned, what the folder holds: delivered by this run, or by an earlier one."""
        now = {found.path: found for found in self.delivered if found.outcome is not Outcome.FAILED}
        found = []
        for path in with_new_versions(planned):
            if path in now:
                found.append(now[path])
            elif path in self.entries and self._target(path).is_file():
                found.append(earlier(path, self.entries[path], Outcome.UNCHANGED))
        return found

    def outdated(self, paths: Iterable[str]) -> list[Delivered]:
        """List, of documents that this run holds back, the papers of earlier runs that are still there."""
        return [
            earlier(path, self.before[path], Outcome.OUTDATED)
            for path in with_new_versions(paths)
            if path in self.before and self.before[path].kind and self._target(path).is_file()
        ]

    def made_from(self, kind: str, row: str) -> list[str]:
        """List the papers of earlier runs of one kind that were planned from one row: 会议活动!15."""
        return [path for path, entry in self.before.items() if entry.kind == kind and row in entry.sources[:1]]

    def missing(self) -> list[str]:
        """List what the run counts as delivered and the folder does not have (Y09)."""
        good = (found for found in self.delivered if found.outcome is not Outcome.FAILED)
        return [found.path for found in good if not self._target(found.path).is_file()]


@contextmanager
def open_store(root: Path) -> Iterator[Store]:
    """Open the folder of a year for writing.

    Raises OutputFaultError where it cannot be made or written, another run is at it, or a newer program wrote it. What
    is staged and not committed vanishes.
    """
    state = root / STATE
    try:
        state.mkdir(mode=0o700, parents=True, exist_ok=True)
        with folder_lock(state / "lock"):
            before = read_manifest(state / "manifest.json")
            staging = state / "staging"
            shutil.rmtree(staging, ignore_errors=True)
            staging.mkdir(mode=0o700)
            try:
                yield Store(root=root, staging=staging, entries=dict(before), before=before)
            finally:
                shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise OutputFaultError(
            f"写不了输出文件夹 {root}：{why(error)}", remedy="换一个文件夹（-o），或腾出空间再试"
        ) from error


def with_new_versions(paths: Iterable[str]) -> Iterator[str]:
    """Yield each path, and behind it that of the new version which may lie beside it."""
    for path in paths:
        yield from (path, beside(path))


def earlier(path: str, entry: ManifestEntry, outcome: Outcome) -> Delivered:
    """Tell of a document that an earlier run delivered."""
    return Delivered(path=path, kind=entry.kind, sha256=entry.generated.packed, sources=entry.sources, outcome=outcome)
