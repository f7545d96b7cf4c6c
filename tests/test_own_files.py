"""The program knows its own files again: packed by another library, or written by version 0.1.0."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from pipeline.delivery.delivered import Delivered, Outcome, beside
from pipeline.delivery.manifest import read_manifest
from pipeline.delivery.store import open_store
from pipeline.errors import OutputFaultError
from pipeline.ooxml.package import write_parts
from tests.support.files import repacked

MANIFEST = ".zhibu/manifest.json"
EDITED = tuple(f"甲{number}.docx" for number in range(5))
NAMES = (*EDITED, *(f"乙{number}.docx" for number in range(15)))


def documents(text: str = "正文") -> dict[str, bytes]:
    """Write twenty documents and the index, as the program would."""
    bodies = {name: f"<w:document>{name}{text}</w:document>".encode() * 99 for name in NAMES}
    packages = {
        name: write_parts({"[Content_Types].xml": b"<T/>", "word/document.xml": bodies[name]}) for name in NAMES
    }
    return {**packages, "目录.csv": text.encode()}


def deliver(root: Path, files: Mapping[str, bytes]) -> dict[str, Delivered]:
    """Deliver some files; what became of each."""
    with open_store(root) as store:
        for path, data in files.items():
            store.put(path, data, kind="会议记录", sources=("会议活动!2",))
        store.commit()
        return dict(zip(files, store.delivered, strict=True))


def edit(root: Path, names: Iterable[str]) -> None:
    """Change documents as a person does: in a program that packs in its own way."""
    for name in names:
        (root / name).write_bytes(repacked(write_parts({"word/document.xml": b"mine"})))


def outcomes(found: Mapping[str, Delivered]) -> tuple[set[Outcome], set[Outcome]]:
    """Tell what became of the edited documents, and of all others."""
    return {found[name].outcome for name in EDITED}, {
        each.outcome for name, each in found.items() if name not in EDITED
    }


def state(root: Path) -> dict[str, tuple[bytes, int]]:
    """List the files, with what they hold and when they were written."""
    files = [path for path in root.iterdir() if path.is_file()]
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def as_0_1_0(root: Path, files: Mapping[str, bytes]) -> None:
    """Leave a folder as version 0.1.0 left it: a manifest of the hashes of packed bytes."""
    lines = []
    for name, data in sorted(files.items()):
        (root / name).write_bytes(data)
        digest = sha256(data).hexdigest()
        row = {"kind": "会议记录", "generated": digest, "known": (digest, "0" * 64), "sources": ("会议活动!2",)}
        lines.append(f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(row, ensure_ascii=False)}")
    (root / ".zhibu").mkdir()
    text = '{"version": 1, "documents": {\n' + ",\n".join(lines) + "\n}}\n"
    (root / MANIFEST).write_text(text, encoding="utf-8")


def test_files_packed_by_another_library_are_known(tmp_path: Path) -> None:
    deliver(tmp_path, documents())
    for path in tmp_path.glob("*.docx"):
        path.write_bytes(repacked(path.read_bytes()))
    edit(tmp_path, EDITED)
    before = state(tmp_path)
    for _ in range(2):
        assert outcomes(deliver(tmp_path, documents())) == ({Outcome.KEPT}, {Outcome.UNCHANGED})
        assert state(tmp_path) == before
    assert outcomes(deliver(tmp_path, documents("新"))) == ({Outcome.BESIDE}, {Outcome.WRITTEN})


def test_a_program_with_another_compression_library_changes_nothing(tmp_path: Path) -> None:
    files = documents()
    deliver(tmp_path, files)
    edit(tmp_path, EDITED)
    before = state(tmp_path)
    elsewhere = {name: repacked(data) if name.endswith("docx") else data for name, data in files.items()}
    for run in (elsewhere, files, elsewhere):
        found = deliver(tmp_path, run)
        assert outcomes(found) == ({Outcome.KEPT}, {Outcome.UNCHANGED})
        assert state(tmp_path) == before
    assert found["乙1.docx"].sha256 == sha256(before["乙1.docx"][0]).hexdigest()


def test_a_folder_of_0_1_0_is_taken_over(tmp_path: Path) -> None:
    as_0_1_0(tmp_path, documents())
    edit(tmp_path, EDITED)
    before = state(tmp_path)
    for _ in range(2):
        assert outcomes(deliver(tmp_path, documents())) == ({Outcome.KEPT}, {Outcome.UNCHANGED})
        assert state(tmp_path) == before
        assert json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))["version"] == 2
    entries = read_manifest(tmp_path / MANIFEST)
    assert set(entries) == {*NAMES, "目录.csv"}
    assert all(entry.generated.parts for entry in entries.values())


def test_what_0_1_0_wrote_is_replaced_where_it_would_now_differ(tmp_path: Path) -> None:
    as_0_1_0(tmp_path, documents())
    edit(tmp_path, EDITED)
    before = state(tmp_path)
    assert outcomes(deliver(tmp_path, documents("新"))) == ({Outcome.BESIDE}, {Outcome.WRITTEN})
    after = {name: data for name, (data, _) in state(tmp_path).items()}
    assert after == {
        **documents("新"),
        **{name: before[name][0] for name in EDITED},
        **{beside(name): documents("新")[name] for name in EDITED},
    }


def test_what_0_1_0_wrote_is_known_by_a_program_that_packs_otherwise(tmp_path: Path) -> None:
    as_0_1_0(tmp_path, documents())
    before = state(tmp_path)
    elsewhere = {name: repacked(data) if name.endswith("docx") else data for name, data in documents().items()}
    assert {found.outcome for found in deliver(tmp_path, elsewhere).values()} == {Outcome.UNCHANGED}
    assert state(tmp_path) == before


def test_documents_not_asked_for_stay_known(tmp_path: Path) -> None:
    as_0_1_0(tmp_path, documents())
    deliver(tmp_path, {"乙1.docx": documents()["乙1.docx"]})
    assert {found.outcome for found in deliver(tmp_path, documents("新")).values()} == {Outcome.WRITTEN}


def test_an_older_program_does_not_touch_a_newer_folder(tmp_path: Path) -> None:
    deliver(tmp_path, documents())
    text = (tmp_path / MANIFEST).read_text(encoding="utf-8").replace('"version": 2', '"version": 3')
    (tmp_path / MANIFEST).write_text(text, encoding="utf-8")
    before = state(tmp_path)
    with pytest.raises(OutputFaultError, match="更新版本"):
        deliver(tmp_path, documents("新"))
    assert state(tmp_path) == before
    assert (tmp_path / MANIFEST).read_text(encoding="utf-8") == text
