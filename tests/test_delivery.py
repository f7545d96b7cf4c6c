"""The output folder: nothing a person edited is overwritten, no fault leaves half a file, no path leads out."""

from __future__ import annotations

import builtins
import errno
import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pipeline.delivery.disk import why
from pipeline.delivery.index import index_bytes
from pipeline.delivery.manifest import read_manifest
from pipeline.delivery.store import Delivered, Outcome, open_store
from pipeline.errors import OutputFaultError


def deliver(root: Path, files: dict[str, bytes]) -> dict[str, Delivered]:
    """Deliver some files; what became of each, by the path that was asked for."""
    with open_store(root) as store:
        for path, data in files.items():
            store.put(path, data, kind="会议记录", sources=("会议活动!2",))
        store.commit()
        return dict(zip(files, store.delivered, strict=True))


def test_files_arrive_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    files = {"02党员大会/甲.docx": b"one", "02党员大会/乙.docx": b"two"}
    assert {found.outcome for found in deliver(tmp_path, files).values()} == {Outcome.WRITTEN}
    stamps = [(tmp_path / path).stat().st_mtime_ns for path in files]
    assert {found.outcome for found in deliver(tmp_path, files).values()} == {Outcome.UNCHANGED}
    assert [(tmp_path / path).stat().st_mtime_ns for path in files] == stamps


def test_our_own_older_version_is_replaced(tmp_path: Path) -> None:
    deliver(tmp_path, {"甲.docx": b"one"})
    assert deliver(tmp_path, {"甲.docx": b"two"})["甲.docx"].outcome is Outcome.WRITTEN
    assert (tmp_path / "甲.docx").read_bytes() == b"two"


def test_an_edited_file_is_kept_and_the_new_version_goes_beside(tmp_path: Path) -> None:
    deliver(tmp_path, {"甲.docx": b"one"})
    (tmp_path / "甲.docx").write_bytes(b"edited")
    assert deliver(tmp_path, {"甲.docx": b"one"})["甲.docx"].outcome is Outcome.KEPT
    assert sorted(path.name for path in tmp_path.glob("*.docx")) == ["甲.docx"]
    found = deliver(tmp_path, {"甲.docx": b"two"})["甲.docx"]
    assert (found.outcome, found.path, found.kept) == (Outcome.BESIDE, "甲（新版）.docx", "甲.docx")
    assert deliver(tmp_path, {"甲.docx": b"three"})["甲.docx"].outcome is Outcome.BESIDE
    assert (tmp_path / "甲.docx").read_bytes() == b"edited"
    assert (tmp_path / "甲（新版）.docx").read_bytes() == b"three"


def test_two_edited_versions_are_both_kept(tmp_path: Path) -> None:
    deliver(tmp_path, {"甲.docx": b"one"})
    (tmp_path / "甲.docx").write_bytes(b"edited")
    deliver(tmp_path, {"甲.docx": b"two"})
    (tmp_path / "甲（新版）.docx").write_bytes(b"edited too")
    found = deliver(tmp_path, {"甲.docx": b"three"})["甲.docx"]
    assert found.outcome is Outcome.FAILED
    assert "移到别处" in found.reason
    assert (tmp_path / "甲（新版）.docx").read_bytes() == b"edited too"


def test_what_could_not_be_moved_is_not_remembered_as_delivered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver(tmp_path, {"甲.docx": b"one"})
    replace = Path.replace

    def locked(source: Path, target: Path) -> Path:
        if target.suffix == ".docx":
            raise PermissionError(errno.EACCES, "open in Word")
        return replace(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", locked)
        found = deliver(tmp_path, {"甲.docx": b"two", "乙.docx": b"two"})
        assert {each.outcome for each in found.values()} == {Outcome.FAILED}
    manifest = read_manifest(tmp_path / ".zhibu/manifest.json")
    assert list(manifest) == ["甲.docx"]
    (tmp_path / "甲.docx").write_bytes(b"edited")
    assert deliver(tmp_path, {"甲.docx": b"two"})["甲.docx"].outcome is Outcome.BESIDE
    assert (tmp_path / "甲.docx").read_bytes() == b"edited"
    assert (tmp_path / "甲（新版）.docx").read_bytes() == b"two"


def test_what_an_interrupted_run_did_not_move_is_not_remembered_as_delivered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deliver(tmp_path, {"甲.docx": b"one"})
    replace = Path.replace

    def interrupted(source: Path, target: Path) -> Path:
        if target.suffix == ".docx":
            raise KeyboardInterrupt
        return replace(source, target)

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Path, "replace", interrupted)
        deliver(tmp_path, {"甲.docx": b"two"})
    (tmp_path / "甲.docx").write_bytes(b"edited")
    assert deliver(tmp_path, {"甲.docx": b"two"})["甲.docx"].outcome is Outcome.BESIDE


def test_an_edit_while_the_program_runs_is_not_overwritten(tmp_path: Path) -> None:
    deliver(tmp_path, {"甲.docx": b"one", "乙.docx": b"one"})
    with open_store(tmp_path) as store:
        store.put("甲.docx", b"two", kind="会议记录")
        store.put("乙.docx", b"two", kind="会议记录")
        store.put("丙.docx", b"two", kind="会议记录")
        (tmp_path / "甲.docx").write_bytes(b"edited")
        (tmp_path / "丙.docx").write_bytes(b"edited")
        os.utime(tmp_path / "乙.docx")  # touched, not edited
        store.commit()
        assert [found.outcome for found in store.delivered] == [Outcome.FAILED, Outcome.WRITTEN, Outcome.FAILED]
    assert [(tmp_path / name).read_bytes() for name in ("甲.docx", "乙.docx", "丙.docx")] == [
        b"edited",
        b"two",
        b"edited",
    ]
    assert deliver(tmp_path, {"甲.docx": b"two"})["甲.docx"].outcome is Outcome.BESIDE


def test_a_stranger_under_our_name_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "甲.docx").write_bytes(b"not ours")
    assert deliver(tmp_path, {"甲.docx": b"one"})["甲.docx"].outcome is Outcome.BESIDE
    assert (tmp_path / "甲.docx").read_bytes() == b"not ours"


def test_without_manifest_nothing_is_overwritten(tmp_path: Path) -> None:
    deliver(tmp_path, {"甲.docx": b"one"})
    damaged = (
        "",
        "{",
        "[]",
        '{"version": 0}',
        '{"version": "2"}',
        '{"version": true}',
        '{"version": 2, "documents": []}',
    )
    rows = '{"version": %d, "documents": {"甲.docx": {"kind": "", "generated": 1, "known": %s, "sources": []}}}'
    for damage in (*damaged, '{"version": 1, "documents": {"甲.docx": 3}}', rows % (2, '["a"]'), rows % (1, '"a"')):
        (tmp_path / ".zhibu/manifest.json").write_text(damage, encoding="utf-8")
        assert deliver(tmp_path, {"甲.docx": b"two"})["甲.docx"].outcome is not Outcome.FAILED
        assert (tmp_path / "甲.docx").read_bytes() == b"one"


def test_a_deleted_file_is_written_again(tmp_path: Path) -> None:
    deliver(tmp_path, {"甲.docx": b"one"})
    (tmp_path / "甲.docx").unlink()
    assert deliver(tmp_path, {"甲.docx": b"one"})["甲.docx"].outcome is Outcome.WRITTEN


def test_the_empty_shell_of_a_power_cut_is_no_edit(tmp_path: Path) -> None:
    deliver(tmp_path, {"甲.docx": b"one"})
    (tmp_path / "甲.docx").write_bytes(b"")
    assert deliver(tmp_path, {"甲.docx": b"one"})["甲.docx"].outcome is Outcome.WRITTEN


def test_what_the_workbook_no_longer_calls_for_is_left_and_listed(tmp_path: Path) -> None:
    deliver(tmp_path, {"甲.docx": b"one", "乙.docx": b"two"})
    with open_store(tmp_path) as store:
        store.put("甲.docx", b"one", kind="会议记录")
        store.commit()
        assert store.orphans(["甲.docx"]) == ["乙.docx"]
    assert (tmp_path / "乙.docx").read_bytes() == b"two"


def test_what_an_error_holds_back_is_not_gone(tmp_path: Path) -> None:
    deliver(tmp_path, {"甲.docx": b"one", "乙.docx": b"two"})
    with open_store(tmp_path) as store:
        assert store.orphans([], held_rows={"会议活动!3"}) == ["乙.docx", "甲.docx"]
        assert store.orphans([], held_rows={"会议活动!2", "党员名册!5"}) == []


def test_the_old_papers_of_documents_held_back_are_named(tmp_path: Path) -> None:
    deliver(tmp_path, dict.fromkeys(("甲.docx", "乙.docx", "丙.docx", "丁.docx"), b"one"))
    (tmp_path / "甲.docx").write_bytes(b"edited")
    deliver(tmp_path, {"甲.docx": b"two"})
    (tmp_path / "丙.docx").unlink()
    with open_store(tmp_path) as store:
        store.put("丁.docx", b"one", kind="会议记录")
        store.commit()
        found = store.outdated(["乙.docx", "甲.docx", "丙.docx", "戊.docx"])
    assert [each.path for each in found] == ["乙.docx", "甲.docx", "甲（新版）.docx"]
    assert {(each.outcome, each.kind, each.sources) for each in found} == {
        (Outcome.OUTDATED, "会议记录", ("会议活动!2",))
    }


def test_new_versions_are_no_orphans_unless_their_originals_are(tmp_path: Path) -> None:
    deliver(tmp_path, {"甲.docx": b"one", "乙.docx": b"one"})
    for name in ("甲.docx", "乙.docx"):
        (tmp_path / name).write_bytes(b"edited")
    deliver(tmp_path, {"甲.docx": b"two", "乙.docx": b"two"})
    with open_store(tmp_path) as store:
        store.put("甲.docx", b"one", kind="会议记录")
        store.commit()
        assert store.orphans(["甲.docx"]) == ["乙.docx", "乙（新版）.docx"]
        assert [found.path for found in store.standing(["甲.docx"])] == ["甲.docx", "甲（新版）.docx"]


def test_without_commit_nothing_is_there(tmp_path: Path) -> None:
    deliver(tmp_path, {"甲.docx": b"one"})
    with pytest.raises(RuntimeError), open_store(tmp_path) as store:
        store.put("甲.docx", b"two")
        store.put("乙.docx", b"two")
        raise RuntimeError
    assert (tmp_path / "甲.docx").read_bytes() == b"one"
    assert not (tmp_path / "乙.docx").exists()
    assert not (tmp_path / ".zhibu/staging").exists()


def test_y09_counts_what_is_there(tmp_path: Path) -> None:
    with open_store(tmp_path) as store:
        store.put("甲.docx", b"one", kind="会议记录")
        store.put("乙.docx", b"two", kind="会议记录")
        store.commit()
        assert store.missing() == []
        (tmp_path / "乙.docx").unlink()
        assert store.missing() == ["乙.docx"]


def test_a_second_run_at_the_same_time_stops(tmp_path: Path) -> None:
    with open_store(tmp_path), pytest.raises(OutputFaultError, match="另一个"), open_store(tmp_path):
        pass


@pytest.mark.parametrize("path", ["../甲.docx", "/甲.docx", "a/../../甲.docx", ".zhibu/甲.docx"])
def test_no_path_leads_out(tmp_path: Path, path: str) -> None:
    with pytest.raises(OutputFaultError), open_store(tmp_path / "out") as store:
        store.put(path, b"x")


def test_links_and_folders_in_the_way_are_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.docx"
    outside.write_bytes(b"mine")
    root = tmp_path / "out"
    root.mkdir()
    (root / "甲.docx").symlink_to(outside)
    (root / "乙.docx").mkdir()
    (root / "丙").write_bytes(b"file")
    found = deliver(root, {"甲.docx": b"x", "乙.docx": b"x", "丙/丁.docx": b"x", "戊.docx": b"x"})
    assert [each.outcome for each in found.values()] == [
        Outcome.FAILED,
        Outcome.FAILED,
        Outcome.FAILED,
        Outcome.WRITTEN,
    ]
    assert outside.read_bytes() == b"mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"file")
    with pytest.raises(OutputFaultError), open_store(tmp_path / "out"):
        pass


def test_files_and_folders_are_for_their_owner(tmp_path: Path) -> None:
    deliver(tmp_path / "out", {"08/甲.docx": b"one"})
    assert stat.S_IMODE((tmp_path / "out/08/甲.docx").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "out/08").stat().st_mode) == 0o700


OLD = {f"{n}/甲{n}.docx": b"old%d" % n for n in range(4)}
NEW = {f"{n}/甲{n}.docx": b"new%d" % n for n in range(5)}


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[int, type[BaseException]], None]]:
    """Make the n-th call that touches the disk fail."""
    calls = {"left": -1}
    error: list[BaseException] = []

    def wrap(function: Callable[..., object]) -> Callable[..., object]:  # type: ignore[explicit-any]
        def guarded(*args: object, **kwargs: object) -> object:
            if calls["left"] == 0:
                calls["left"] = -1
                raise error[0]
            calls["left"] -= calls["left"] > 0
            return function(*args, **kwargs)

        return guarded

    def arm(count: int, kind: type[BaseException]) -> None:
        calls["left"] = count
        error[:] = [kind(errno.ENOSPC, "no space") if issubclass(kind, OSError) else kind()]

    for owner, name in ((os, "open"), (os, "fsync"), (Path, "replace"), (Path, "mkdir"), (builtins, "open")):
        monkeypatch.setattr(owner, name, wrap(getattr(owner, name)))
    yield arm
    calls["left"] = -1


@pytest.mark.parametrize("kind", [OSError, KeyboardInterrupt])
def test_a_fault_at_any_call_leaves_whole_files_and_a_rerun_completes(
    tmp_path: Path, failing: Callable[[int, type[BaseException]], None], kind: type[BaseException]
) -> None:
    finished = False
    for count in range(60):
        root = tmp_path / f"{kind.__name__}{count}"
        deliver(root, OLD)
        failing(count, kind)
        try:
            outcomes = [found.outcome for found in deliver(root, NEW).values()]
            finished = Outcome.FAILED not in outcomes
        except (OutputFaultError, KeyboardInterrupt):
            finished = False
        failing(-1, kind)
        for path, old in OLD.items():
            assert (root / path).read_bytes() in {old, NEW[path]}
        deliver(root, NEW)
        assert {path: (root / path).read_bytes() for path in NEW} == NEW
        assert sorted(p.name for p in root.rglob("*.docx")) == sorted(Path(path).name for path in NEW)
    assert finished  # the last counts lie behind the run's last call


def test_the_manifest_remembers_where_each_came_from(tmp_path: Path) -> None:
    deliver(tmp_path, {"甲.docx": b"one"})
    entry = read_manifest(tmp_path / ".zhibu/manifest.json")["甲.docx"]
    assert (entry.kind, entry.sources) == ("会议记录", ("会议活动!2",))


def test_the_index_holds_no_formulas() -> None:
    found = Delivered(path="=cmd", kind="责任书", sha256="", sources=("+1",), outcome=Outcome.WRITTEN)
    text = index_bytes([found]).decode("utf-8-sig")
    assert text.splitlines() == ["序号,类别,文件,状态,依据的行", "1,责任书,'=cmd,,'+1"]


def test_the_index_says_which_papers_are_old() -> None:
    found = Delivered(path="甲.docx", kind="责任书", sha256="", sources=(), outcome=Outcome.OUTDATED)
    assert index_bytes([found]).decode("utf-8-sig").splitlines()[1] == "1,责任书,甲.docx,旧版（未更新）,"


def test_full_disk_is_said_in_words() -> None:
    assert why(OSError(errno.ENOSPC, "x")) == "磁盘已满"
