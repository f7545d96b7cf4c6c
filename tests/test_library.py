"""Zhibu as a library: bytes in, a sink out, progress and cancel; the page that tells of it runs as it stands."""

from __future__ import annotations

import gc
import pickle
import re
import subprocess
import sys
import weakref
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

import pipeline
from pipeline import (
    CheckRequest,
    Delivery,
    Engine,
    FolderSink,
    FormsRequest,
    GenerateRequest,
    MemorySink,
    NewRequest,
    Phase,
    Report,
    StoppedError,
    ZipSink,
    check,
    forms,
    generate,
    new,
    new_workbook,
    template_folders,
)
from pipeline.errors import BadRequestError
from pipeline.facts.branch import Branch
from pipeline.findings import Finding
from pipeline.flows import generate as generating
from pipeline.flows.examining import examine
from pipeline.flows.requests import Watch
from pipeline.marking.copy import is_marked_copy
from pipeline.workbook.reading.container import WorkbookFile
from tests.support.files import xlsx
from tests.support.planned import ALL
from tests.support.small import Rows, small_rows

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 1, 15)
REQUEST = GenerateRequest(workbook=xlsx(), name="小.xlsx", as_of=TODAY)
CHECK = CheckRequest(workbook=xlsx(), name="小.xlsx", as_of=TODAY)
FORMS = FormsRequest(workbook=xlsx(), name="小.xlsx", as_of=TODAY, meeting="H2")


def renamed(name: str, **cells: str) -> Rows:
    """Give the small branch under another name, with other cells of its first talk."""
    rows = small_rows()
    next(row for row in rows["支部信息"] if row["项目"] == "支部简称")["内容"] = name
    rows["谈话记录"][0].update(cells)
    return rows


def files_in(folder: Path) -> dict[str, bytes]:
    """Read every file but what delivery keeps for itself."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".zhibu" not in path.parts
    }


def test_the_example_of_the_page_runs(tmp_path: Path) -> None:
    code = re.search(r"```python\n(.*?)```", (ROOT / "docs" / "library.md").read_text(encoding="utf-8"), re.DOTALL)
    assert code is not None
    (tmp_path / "甲支部.xlsx").write_bytes(xlsx(renamed("甲支部", 日期="2025年")))
    (tmp_path / "乙支部.xlsx").write_bytes(xlsx(renamed("乙支部")))
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code[1] + "print(sorted({path.split('/')[0] for path in files}))\n"],
        capture_output=True,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        check=False,
        encoding="utf-8",
    )
    assert done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[-1] == "['2025乙支部', '2025甲支部']"
    assert "错误 C07 谈话记录!H2 “2025年”不能作日期：没有写是哪一天" in lines
    assert "先不写 谈话记录!2 的谈话记录 ['C07']" in lines
    assert f"生成文书 {ALL}/{ALL}" in lines


def test_every_name_is_there_and_none_is_loaded_before() -> None:
    assert all(getattr(pipeline, name) is not None for name in pipeline.__all__)
    with pytest.raises(AttributeError, match="nothing_of_ours"):
        getattr(pipeline, "nothing_of_ours")  # noqa: B009
    code = "import sys, pipeline; print([name for name in sys.modules if name.startswith('pipeline.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout == "[]\n"


def test_the_page_names_everything_that_is_exported() -> None:
    text = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    assert [name for name in pipeline.__all__ if name not in text and not name.startswith("__")] == []


def test_bytes_in_and_bytes_out_are_the_files_of_the_folder(tmp_path: Path) -> None:
    sink = MemorySink()
    in_memory = generate(REQUEST, sink=sink)
    (tmp_path / "小.xlsx").write_bytes(xlsx())
    on_disk = generate(replace(REQUEST, workbook=tmp_path / "小.xlsx"), sink=FolderSink(tmp_path / "out"))
    assert sink.files == files_in(tmp_path / "out")
    assert len(sink.files) > 20
    assert [(d.kind, d.sha256) for d in in_memory.documents] == [(d.kind, d.sha256) for d in on_disk.documents]


def test_one_zip_file_takes_several_workbooks(tmp_path: Path) -> None:
    sink, memory = ZipSink(tmp_path / "全年.zip"), MemorySink()
    for name in ("甲支部", "乙支部"):
        request = replace(REQUEST, workbook=xlsx(renamed(name)))
        generate(request, sink=sink)
        generate(request, sink=memory)
    assert not sink.target.exists()
    sink.close()
    with ZipFile(sink.target) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == memory.files
    assert {name.split("/")[0] for name in memory.files} == {"2025甲支部", "2025乙支部"}


@pytest.mark.parametrize(
    "request_",
    [REQUEST, CHECK, FORMS, NewRequest(path=Path("新.xlsx"), year=2026)],
    ids=lambda each: type(each).__name__,
)
def test_requests_can_be_pickled(request_: object) -> None:
    assert pickle.loads(pickle.dumps(request_)) == request_


def test_a_brief_report_is_small_and_can_be_pickled() -> None:
    brief = generate(REQUEST, sink=MemorySink()).brief
    packed = pickle.dumps(brief)
    assert pickle.loads(packed) == brief
    assert len(packed) < 1000
    assert (brief.exit_status, brief.held, sum(brief.outcomes.values())) == (0, 0, ALL)


def phases_of(run: Callable[[Callable[[Phase, int, int], None]], Report]) -> list[tuple[Phase, int, int]]:
    """Collect what a run says of its progress."""
    told: list[tuple[Phase, int, int]] = []
    run(lambda *each: told.append(each))
    return told


def test_progress_goes_through_the_phases_in_order() -> None:
    told = phases_of(lambda progress: generate(REQUEST, sink=MemorySink(), progress=progress))
    assert list(dict.fromkeys(phase for phase, _, _ in told)) == list(Phase)
    assert [each[1:] for each in told if each[0].counts] == [(done, ALL) for done in range(1, ALL + 1)]
    checked = phases_of(lambda progress: check(CHECK, progress=progress))
    assert checked == [(phase, 0, 1) for phase in (Phase.READING, Phase.CHECKING, Phase.DELIVERING)]


def test_forms_of_a_meeting_go_into_a_sink_with_progress() -> None:
    sink = MemorySink()
    told = phases_of(lambda progress: forms(FORMS, sink=sink, progress=progress))
    assert list(dict.fromkeys(phase for phase, _, _ in told)) == list(Phase)
    assert {path.split("/")[1] for path in sink.files} == {"会前"}
    assert len(sink.files) > 1


def after(count: int) -> Callable[[], bool]:
    """Ask to stop at the question of this number."""
    asked = iter(range(count))
    return lambda: next(asked, None) is None


@pytest.mark.parametrize("count", [0, 3, 10], ids=str)
def test_a_stopped_run_leaves_the_earlier_output_whole(tmp_path: Path, count: int) -> None:
    generate(REQUEST, sink=FolderSink(tmp_path))
    before = files_in(tmp_path)
    changed = replace(REQUEST, workbook=xlsx(renamed("装配车间党支部", 谈话内容="另写一段话。", 地点="库房")))
    with pytest.raises(StoppedError):
        generate(changed, sink=FolderSink(tmp_path), cancel=after(count))
    assert files_in(tmp_path) == before
    generate(changed, sink=FolderSink(tmp_path), cancel=lambda: False)
    assert files_in(tmp_path) != before


def test_a_stopped_run_puts_nothing_into_memory() -> None:
    sink = MemorySink()
    with pytest.raises(StoppedError):
        generate(REQUEST, sink=sink, cancel=after(10))
    assert sink.files == {}


@pytest.mark.parametrize(("only", "right"), [(("责任书",), True), (("责任书", "责任状"), False)])
def test_an_unknown_kind_is_a_bad_request(only: tuple[str, ...], right: bool) -> None:
    sink = MemorySink()
    if right:
        assert {document.kind for document in generate(replace(REQUEST, only=only), sink=sink).documents} == {*only}
        return
    with pytest.raises(BadRequestError, match="责任状"):
        generate(replace(REQUEST, only=only), sink=sink)
    assert sink.files == {}


@pytest.mark.parametrize("extra", [{"mark": True}, {"calendar": Path()}], ids=str)
def test_bytes_have_no_folder_for_a_copy(extra: dict[str, object]) -> None:
    with pytest.raises(BadRequestError, match="没有文件夹"):
        check(replace(CHECK, **extra))  # type: ignore[arg-type]


def test_a_marked_copy_goes_into_the_sink() -> None:
    sink = MemorySink()
    report = check(replace(CHECK, mark=True), sink=sink)
    assert report.marked == "小-检查.xlsx"
    assert list(sink.files) == ["小-检查.xlsx"]
    assert is_marked_copy(sink.files[report.marked])


@pytest.mark.parametrize(
    ("where", "names"),
    [(Path(), ["小-全年一览.docx", "小-全年一览.html"]), (Path("看一看.html"), ["看一看.html"])],
    ids=str,
)
def test_the_year_at_a_glance_goes_into_the_sink(where: Path, names: list[str]) -> None:
    sink = MemorySink()
    report = check(replace(CHECK, calendar=where), sink=sink)
    assert list(report.calendar) == names
    assert sorted(sink.files) == sorted(names)


def test_one_engine_for_two_workbooks_gives_the_same_bytes() -> None:
    shared, apart = MemorySink(), MemorySink()
    engine = Engine(template_folders(None))
    own_columns = renamed("乙支部")
    for row in own_columns["谈话记录"]:
        row["天气"] = "晴"
    for rows in (renamed("甲支部"), own_columns):
        request = replace(REQUEST, workbook=xlsx(rows))
        generate(request, sink=shared, engine=engine)
        generate(request, sink=apart)
    assert shared.files == apart.files


def test_nothing_keeps_the_branch_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[weakref.ref[Branch]] = []

    def watched(package: WorkbookFile, as_of: date, watch: Watch) -> tuple[Branch, list[Finding]]:
        branch, findings = examine(package, as_of, watch)
        seen.append(weakref.ref(branch))
        return branch, findings

    monkeypatch.setattr(generating, "examine", watched)
    engine, sink = Engine(template_folders(None)), MemorySink()
    report = generate(REQUEST, sink=sink, engine=engine)
    gc.collect()
    assert report.documents
    assert [kept() for kept in seen] == [None]


class Shelf:
    """A sink of somebody else's: each branch is kept apart."""

    def __init__(self) -> None:
        self.branches: dict[str, MemorySink] = {}

    def open(self, folder: str) -> AbstractContextManager[Delivery]:
        return self.branches.setdefault(folder, MemorySink()).open("")

    def path(self, folder: str, path: str) -> str:
        return f"shelf:{folder}:{path}"


def test_any_sink_will_do() -> None:
    shelf, memory = Shelf(), MemorySink()
    report = generate(REQUEST, sink=shelf)
    generate(REQUEST, sink=memory)
    assert {
        f"{folder}/{path}": data for folder, sink in shelf.branches.items() for path, data in sink.files.items()
    } == memory.files
    assert all(document.path.startswith("shelf:2025装配车间党支部:") for document in report.documents)


def test_a_workbook_can_be_started_as_bytes(tmp_path: Path) -> None:
    request = NewRequest(path=tmp_path / "新.xlsx", year=2026)
    new(request)
    assert request.path.read_bytes() == new_workbook(request)
