"""What Excel's validator and LibreOffice say to marked copies, and whether marks survive another program."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.findings import Level
from pipeline.marking.notes import OPENING
from tests.acceptance.test_outside_tools import all_sound, pdf_text, to_pdf, validation_errors
from tests.support.files import saved
from tests.support.marking import coloured, fault, mark, notes_in, sheet_parts
from tests.support.rich import MEETINGS
from tests.test_marking import FAULTS, RICH, WORKBOOKS, spoilt_example

pytestmark = pytest.mark.acceptance
SOUND = [name for name in WORKBOOKS if name != "by openpyxl"]
"""openpyxl's own style sheet and drawings do not pass the validator."""


def converted(data: bytes, folder: Path) -> bytes:
    """Load and save a workbook with LibreOffice."""
    path = saved(folder, data, "copy.xlsx")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out"), str(path)]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    return (folder / "out" / path.name).read_bytes()


def test_marked_and_mended_copies_are_valid_open_xml(tmp_path: Path) -> None:
    paths = []
    for name in SOUND:
        marked = mark(WORKBOOKS[name](), FAULTS)
        paths += [saved(tmp_path, marked, f"{name}.xlsx"), saved(tmp_path, mark(marked, []), f"{name} mended.xlsx")]
    many = [fault(f"会议活动!{column}{row}", Level.WARNING) for column in "BDFH" for row in range(2, 2500, 2)]
    paths.append(saved(tmp_path, mark(RICH, many), "many.xlsx"))
    all_sound(paths, validation_errors)


@pytest.mark.parametrize("make", [spoilt_example, lambda: RICH], ids=["example", "rich"])
def test_a_marked_copy_prints_its_findings(tmp_path: Path, make: Callable[[], bytes]) -> None:
    made = to_pdf([saved(tmp_path, mark(make(), FAULTS), "marked.xlsx")], tmp_path)[0]
    pages = pdf_text(made).split("\f")
    assert any("检查结果" in page and "× 错误" in page and "地点空着" in page for page in pages)


def test_marks_survive_libreoffice_and_can_be_taken_out_again(tmp_path: Path) -> None:
    resaved = converted(mark(RICH, FAULTS), tmp_path)
    assert coloured(resaved, MEETINGS) == {"错误": "G2", "提醒": "M3", "说明": "A6"}
    again = mark(resaved, FAULTS)
    assert mark(again, FAULTS) == again
    blocks = {address: text.count(OPENING) for address, text in notes_in(again, MEETINGS).items()}
    assert blocks == {"G2": 1, "B3": 0, "M3": 1, "A6": 1}
    mended = mark(resaved, [])
    for sheet in (MEETINGS, "谈话记录", "党员名册"):
        assert coloured(mended, sheet) == {}
        assert notes_in(mended, sheet) == notes_in(RICH, sheet)
    assert list(sheet_parts(mended)) == [*sheet_parts(RICH), "检查结果"]
