"""Several processes give the same bytes in the same order; so does docxtpl step by step."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.errors import OutputFaultError, TemplateFaultError
from pipeline.flows.generate import generate
from pipeline.flows.requests import GenerateRequest
from pipeline.rendering import Engine, Order, Properties, fill_all
from pipeline.rendering.parallel import AHEAD, BATCH
from tests.conftest import EXAMPLE, TODAY
from tests.support.command import zhibu
from tests.support.word import text_of
from tools.drafting.draft import Draft

PROPERTIES = Properties(title="题名", author="支部", day=TODAY)


def engine(folder: Path, text: str = "甲{{ v }}乙") -> Engine:
    draft = Draft()
    draft.say("公文正文", text)
    (folder / "试.docx").write_bytes(draft.save())
    return Engine((folder,))


def orders(count: int) -> Iterator[Order]:
    return (Order(template="试", context={"v": str(number)}, properties=PROPERTIES) for number in range(count))


def everything_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.mark.parametrize("how", [{"jobs": 2}, {"afresh": True}], ids=str)
def test_no_byte_depends_on_how_it_was_filled(tmp_path: Path, how: dict[str, int]) -> None:
    plain, other = tmp_path / "plain", tmp_path / "other"
    reports = []
    for folder, options in ((plain, {}), (other, how)):
        request = GenerateRequest(workbook=EXAMPLE, as_of=TODAY, output=folder)
        for name, value in options.items():
            request = GenerateRequest(workbook=EXAMPLE, as_of=TODAY, output=folder, **{name: value})  # type: ignore[arg-type]
        report = generate(request)
        reports.append([(d.sha256, d.sources, d.outcome) for d in report.documents])
    assert everything_in(plain) == everything_in(other)
    assert len(everything_in(plain)) > 150
    assert reports[0] == reports[1]


def test_the_json_report_is_the_same(tmp_path: Path) -> None:
    told = []
    for name, extra in (("a", []), ("b", ["--jobs", "2"]), ("c", ["--slow"])):
        ran = zhibu("generate", EXAMPLE, "--only", "工作总结", "--format", "json", "-o", tmp_path / name, *extra)
        told.append(json.loads(ran.out.replace(f"{tmp_path.as_posix()}/{name}/", "")))
    assert told[0] == told[1] == told[2]
    assert told[0]["documents"]


def test_order_is_kept_over_many_batches(tmp_path: Path) -> None:
    count = BATCH * 7 + 3
    texts = [text_of(data).strip() for data in fill_all(engine(tmp_path), orders(count), 2)]
    assert texts == [f"甲{number}乙" for number in range(count)]


def test_orders_are_drawn_as_they_are_needed(tmp_path: Path) -> None:
    drawn = 0

    def counted() -> Iterator[Order]:
        nonlocal drawn
        for order in orders(BATCH * 40):
            drawn += 1
            yield order

    filled = fill_all(engine(tmp_path), counted(), 2)
    next(filled)
    assert drawn <= BATCH * (2 * AHEAD + 1)
    filled.close()  # type: ignore[attr-defined]


def test_a_faulty_template_is_told_the_same_way(tmp_path: Path) -> None:
    told = set()
    for jobs in (1, 2):
        with pytest.raises(TemplateFaultError) as fault:
            list(fill_all(engine(tmp_path, "{{ 没有 }}"), orders(3), jobs))
        told.add((fault.value.message, fault.value.remedy))
    assert len(told) == 1


def test_a_killed_process_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.rendering.parallel._fill", die)
    with pytest.raises(OutputFaultError):
        list(fill_all(engine(tmp_path), orders(3), 2))


def die(_orders: object) -> list[bytes]:
    os._exit(9)


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent in another way there")
def test_ctrl_c_stops_all_processes_and_leaves_nothing_half_done(tmp_path: Path) -> None:
    output = tmp_path / "out"
    command = [sys.executable, "-m", "pipeline", "generate", str(EXAMPLE), "-o", str(output), "--jobs", "2", "--slow"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True, text=True
    )
    staging = output / "2025维修二队党支部" / ".zhibu" / "staging"
    deadline = time.monotonic() + 30
    while not (staging.is_dir() and any(staging.iterdir())) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 2
    assert "Traceback" not in told
    assert not list(output.rglob("*.docx"))
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
