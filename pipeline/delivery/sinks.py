"""Where documents go: a folder on the disk, a zip file, or memory; whoever runs a flow may bring another place."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Collection, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from pipeline.delivery.delivered import Delivered, Outcome
from pipeline.delivery.store import open_store
from pipeline.ooxml.package import write_parts
from pipeline.safe_write import replace_file


class Delivery(Protocol):
    """A branch's year while it is delivered; paths are below its folder, with forward slashes."""

    delivered: list[Delivered]
    """What became of each file so far."""

    def put(self, path: str, data: bytes, *, kind: str = "", sources: Iterable[str] = ()) -> None:
        """Take one file; nothing is in its place before `commit`."""

    def commit(self) -> None:
        """Bring everything taken so far into place."""

    def standing(self, planned: Iterable[str]) -> list[Delivered]:
        """List, in the order planned, what is there: delivered by this run, or by an earlier one."""

    def outdated(self, paths: Iterable[str]) -> list[Delivered]:
        """List, of documents that this run holds back, the papers of earlier runs that are still there."""

    def made_from(self, kind: str, row: str) -> list[str]:
        """List the papers of earlier runs of one kind that were planned from one row."""

    def orphans(self, planned: Iterable[str], held_rows: Collection[str]) -> list[str]:
        """List papers of earlier runs that this run did not plan, those made from a row that is held left aside."""

    def missing(self) -> list[str]:
        """List what counts as delivered and is not there."""


class Sink(Protocol):
    """A place that takes the documents of branches."""

    def open(self, folder: str) -> AbstractContextManager[Delivery]:
        """Open the folder of a branch's year; what is put and not committed vanishes."""

    def path(self, folder: str, path: str) -> str:
        """Say where a file of a folder is, for the report."""


@dataclass(frozen=True)
class FolderSink:
    """Folders on the disk, with everything that protects what is there already."""

    root: Path

    def open(self, folder: str) -> AbstractContextManager[Delivery]:
        """Open a folder below the root. Raises OutputFaultError where it cannot be written."""
        return open_store(self.root / folder)

    def path(self, folder: str, path: str) -> str:
        """Give the path as the root was given."""
        root = self.root.as_posix()
        return posixpath.join("" if root == "." else root, folder, path)


@dataclass
class MemorySink:
    """Keeps the files in memory, by their path: 2025维修二队党支部/01责任书/…docx."""

    files: dict[str, bytes] = field(default_factory=dict)

    @contextmanager
    def open(self, folder: str) -> Iterator[Delivery]:
        """Open a folder."""
        yield MemoryDelivery(self, folder)

    def path(self, folder: str, path: str) -> str:
        """Give the key under which a file is kept."""
        return f"{folder}/{path}" if folder else path


@dataclass
class MemoryDelivery:
    """One folder in memory; nothing there is anybody's work, so everything is simply written."""

    sink: MemorySink
    folder: str
    delivered: list[Delivered] = field(default_factory=list)
    staged: dict[str, bytes] = field(default_factory=dict)

    def put(self, path: str, data: bytes, *, kind: str = "", sources: Iterable[str] = ()) -> None:
        """Take one file."""
        self.staged[self.sink.path(self.folder, path)] = bytes(data)
        sha256 = hashlib.sha256(data).hexdigest()
        self.delivered.append(
            Delivered(path=path, kind=kind, sha256=sha256, sources=tuple(sources), outcome=Outcome.WRITTEN)
        )

    def commit(self) -> None:
        """Keep what was taken."""
        self.sink.files.update(self.staged)
        self.staged.clear()

    def standing(self, planned: Iterable[str]) -> list[Delivered]:
        """List what was delivered, in the order planned."""
        found = {each.path: each for each in self.delivered}
        return [found[path] for path in planned if path in found]

    def outdated(self, paths: Iterable[str]) -> list[Delivered]:  # noqa: ARG002
        """Nothing is left of earlier runs."""
        return []

    def made_from(self, kind: str, row: str) -> list[str]:  # noqa: ARG002
        """Nothing is left of earlier runs."""
        return []

    def orphans(self, planned: Iterable[str], held_rows: Collection[str]) -> list[str]:  # noqa: ARG002
        """Nothing is left of earlier runs."""
        return []

    def missing(self) -> list[str]:
        """Nothing gets lost."""
        return []


@dataclass
class ZipSink:
    """Collects the files for one zip file, which `close` writes."""

    target: Path
    memory: MemorySink = field(default_factory=MemorySink)

    def open(self, folder: str) -> AbstractContextManager[Delivery]:
        """Open a folder inside the zip file."""
        return self.memory.open(folder)

    def path(self, folder: str, path: str) -> str:
        """Give the name of an entry."""
        return self.memory.path(folder, path)

    def close(self) -> None:
        """Write the zip file; one that is there is replaced whole."""
        replace_file(self.target, write_parts(self.memory.files))
