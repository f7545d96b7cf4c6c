"""What CONTRIBUTING.md says of adding a kind or a column is all there is to do: it is done in a copy of the program."""

from __future__ import annotations

import ast
import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from pipeline.delivery.index import INDEX_PATH
from pipeline.documents.kinds import BY_NAME
from tests.support.files import saved, xlsx
from tests.support.small import small_rows
from tests.support.word import text_of

ROOT = Path(__file__).parents[1]
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
TODAY = "2026-01-15"


class Copy:
    """A copy of the program that a walk may change."""

    def __init__(self, root: Path) -> None:
        """Copy what runs."""
        self.root = root
        for name in ("pipeline", "templates", "tools"):
            shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))

    def insert(self, path: str, before: str, text: str) -> None:
        """Insert a text before the one line that begins with another."""
        file = self.root / path
        head, found, tail = file.read_text(encoding="utf-8").partition(f"\n{before}")
        assert found and f"\n{before}" not in tail, before
        file.write_text(f"{head}\n{text.rstrip()}{found}{tail}", encoding="utf-8")

    def python(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """Run Python on the copy."""
        environment = {**os.environ, "PYTHONPATH": str(self.root), "PYTHONIOENCODING": "utf-8"}
        command = [sys.executable, *map(str, words)]
        return subprocess.run(
            command, capture_output=True, encoding="utf-8", cwd=self.root, env=environment, check=False, timeout=120
        )

    def zhibu(self, *words: str | Path) -> str:
        """Run a command; what it printed."""
        return self.python("-m", "pipeline", *words).stdout

    def generate(self, *words: str | Path) -> tuple[str, Path]:
        """Generate the small branch; what was printed, and the branch's folder."""
        out = self.root / "out"
        told = self.zhibu("generate", "small.xlsx", "--as-of", TODAY, "-o", out, *words)
        return told, next(out.iterdir(), out)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Copy the program, beside the small branch's workbook."""
    saved(tmp_path, xlsx())
    return Copy(tmp_path)


def told(section: str) -> list[str]:
    """Give the pieces of Python in a section of CONTRIBUTING.md."""
    text = CONTRIBUTING.split(f"\n## {section}\n")[1].split("\n## ")[0]
    return re.findall(r"```python\n(.*?)```", text, re.DOTALL)


def template(path: Path, text: str) -> None:
    """Write a template of one paragraph."""
    path.parent.mkdir(exist_ok=True)
    document = docx.Document()
    document.add_paragraph(text)
    document.save(str(path))


def add_notices(copy: Copy) -> None:
    """Follow the walk: two files and a line."""
    (module,) = told("Adding a document kind")
    (copy.root / "pipeline" / "documents" / "notices.py").write_text(module, encoding="utf-8")
    template(copy.root / "templates" / "会议通知.docx", "请于{{ 会议.时间 }}到{{ 会议.地点 }}开会")
    copy.insert("pipeline/documents/kinds.py", '    "talks",', '    "notices",')


def test_a_kind_is_two_files_and_a_line(copy: Copy) -> None:
    add_notices(copy)
    printed, folder = copy.generate("--only", "会议通知")
    notices = sorted((folder / "12会议通知").rglob("*.docx"))
    assert len(notices) == len(small_rows()["会议活动"])
    assert f"写出文书{len(notices)}份：会议通知{len(notices)}份" in printed
    assert text_of(notices[0].read_bytes()).startswith("请于2025年")
    index = list(csv.reader((folder / INDEX_PATH).read_text(encoding="utf-8-sig").splitlines()))
    assert sum("会议通知" in row for row in index) == len(notices)
    assert "点名才出的还有：会议通知、签到表" in copy.zhibu("generate", "--help")


def test_a_kind_that_is_not_asked_for_stays_away_and_is_not_left_over(copy: Copy) -> None:
    add_notices(copy)
    copy.generate("--only", "会议通知")
    printed, folder = copy.generate()
    assert (folder / "12会议通知").is_dir()
    assert "会议通知" not in printed
    assert "会议通知" in (folder / INDEX_PATH).read_text(encoding="utf-8-sig")


def test_templates_of_a_new_kind_are_looked_through(copy: Copy) -> None:
    add_notices(copy)
    template(copy.root / "own" / "会议通知.docx", "{{ 会议.地点名 }}")
    done = copy.python(
        "-m", "pipeline", "generate", "small.xlsx", "--as-of", TODAY, "--only", "会议通知", "--templates", "own"
    )
    assert "“会议.地点名”不是有的栏目，是不是“会议.地点”" in done.stdout + done.stderr


def test_the_reference_tells_of_a_new_kind(copy: Copy) -> None:
    add_notices(copy)
    done = copy.python("-c", "from tools.reference import pages; print(pages()['fields.md'])")
    section = done.stdout.split("## 会议通知\n")[1].split("\n## ")[0]
    assert "每次有日期和类型的会一份通知" in section, done.stderr
    assert "会议.地点" in section


def column_added(copy: Copy) -> None:
    """Follow the walk: the column, and the field by which a template names it."""
    column, field = told("Adding a column")
    copy.insert("pipeline/schema/activities.py", "    guests: Annotated[", column)
    fields = (copy.root / "pipeline/documents/meeting_head.py").read_text(encoding="utf-8")
    first = next(line for line in fields.splitlines() if line.startswith("        cell("))
    copy.insert("pipeline/documents/meeting_head.py", first, field)
    versions = copy.root / "pipeline/schema/versions.py"
    raised = re.sub(r'SCHEMA_VERSION = ".*"', 'SCHEMA_VERSION = "0.3.0"', versions.read_text(encoding="utf-8"))
    versions.write_text(raised, encoding="utf-8")
    template(copy.root / "own" / "支委会记录.docx", "{{ 会议.编号 }}用{{ 会议.参会方式 }}开")


def with_column(folder: Path, value: str) -> list[str]:
    """Save the small branch with a value in the new column of its first committee meeting; give the meetings' 编号."""
    rows = small_rows()
    meetings = [row for row in rows["会议活动"] if row["类型"] == "支委会"]
    meetings[0]["参会方式"] = value
    saved(folder, xlsx(rows))
    return [str(row["编号"]) for row in meetings]


def records(folder: Path) -> Iterator[str]:
    """Give the text of the committee's records."""
    return (text_of(path.read_bytes()) for path in sorted((folder / "03支委会").glob("*.docx")))


def test_a_column_is_an_edit_and_the_template_that_prints_it(copy: Copy) -> None:
    column_added(copy)
    first, *rest = with_column(copy.root, "视频")
    printed, folder = copy.generate("--templates", "own")
    assert list(records(folder)) == [f"{first}用视频开", *(f"{number}用开" for number in rest)], printed
    assert "参会方式" in copy.python("-c", "from tools.reference import pages; print(pages()['workbook.md'])").stdout


def test_an_error_in_a_new_column_holds_what_prints_it(copy: Copy) -> None:
    column_added(copy)
    first, *_ = with_column(copy.root, "电话")
    printed, folder = copy.generate("--templates", "own")
    assert "参会方式" in printed
    assert not any(text.startswith(first) for text in records(folder))
    assert any((folder / "02党员大会").glob("*.docx"))


def test_a_column_of_ones_own_needs_no_edit(copy: Copy) -> None:
    template(copy.root / "own" / "支委会记录.docx", "{{ 会议.编号 }}用{{ 会议.参会方式 }}开")
    first, *_ = with_column(copy.root, "视频")
    _, folder = copy.generate("--templates", "own")
    assert next(records(folder)) == f"{first}用视频开"


def test_the_sign_in_sheet_is_named_in_its_module_alone() -> None:
    said = {"签到表", *BY_NAME["签到表"].templates}
    naming: dict[str, set[str]] = {}
    for path in (ROOT / "pipeline").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and node.value in {*said, "sign_in"}:
                naming.setdefault(path.relative_to(ROOT).as_posix(), set()).add(node.value)
            if isinstance(node, ast.ImportFrom) and node.module == "pipeline.documents.sign_in":
                naming.setdefault(path.relative_to(ROOT).as_posix(), set()).add(node.module)
    assert naming == {"pipeline/documents/sign_in.py": said, "pipeline/documents/kinds.py": {"sign_in"}}
