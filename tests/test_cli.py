"""The command line as a user meets it: status, streams, JSON, wrong files, old consoles."""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from pipeline import __version__
from pipeline.documents.kinds import BY_DEFAULT
from tests.conftest import EXAMPLE
from tests.support.command import zhibu
from tests.support.files import edited, saved, xlsx
from tests.support.planned import ALL
from tests.support.small import changed
from tests.support.word import documents_in

AS_OF = ("--as-of", "2026-01-15")
HELD = {"谈话记录", "会议记录", "会议台账", "学习培训台账", "学时登记表", "工作总结"}
"""Kinds of which the errors of the faulty workbook hold a document each: what tells of the talk, or of the meeting."""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small workbook, saved."""
    return saved(tmp_path, xlsx(), "小支部.xlsx")


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """The small workbook with an error in one talk."""
    return saved(
        tmp_path,
        xlsx(changed([("谈话记录", "T1", "结束", "25:00"), ("会议活动", "H1", "主题", "A\ufffdB")])),
        "有错.xlsx",
    )


def test_alone_it_says_what_to_do_first() -> None:
    ran = zhibu()
    assert ran.status == 0
    assert len(ran.out.strip().splitlines()) == 5
    assert "zhibu new" in ran.out


def test_version() -> None:
    assert zhibu("--version").out.strip() == f"zhibu {__version__}"


@pytest.mark.parametrize("command", ["", "new", "check", "generate", "forms", "rules"])
def test_help_is_chinese_with_an_example(command: str) -> None:
    ran = zhibu(*filter(None, (command, "--help")))
    assert ran.status == 0
    assert "例：zhibu" in ran.out
    assert "选项" in ran.out
    assert not re.search(r"Usage|Options|Show this|\[OPTIONS\]", ran.out)


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; sys.argv = ['zhibu', '--help']\ntry:\n    from pipeline.cli.commands import main; main()\nexcept SystemExit: pass\n"
    code += "print([m for m in ('openpyxl', 'docx', 'docxtpl', 'jinja2', 'lxml', 'xlsxwriter', 'pipeline.schema') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")


def test_checking_loads_no_word_engine(small: Path) -> None:
    code = f"import sys; sys.argv = ['zhibu', 'check', {str(small)!r}]\ntry:\n    from pipeline.cli.commands import main; main()\nexcept SystemExit: pass\n"
    code += "print([m for m in ('docx', 'docxtpl', 'jinja2', 'xlsxwriter') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip().endswith("[]")


@pytest.mark.parametrize(
    "words",
    [
        ("chekc",),
        ("check",),
        ("check", "没有.xlsx"),
        ("check", "x", "--format", "xml"),
        ("check", "x", "--as-of", "昨天"),
        ("check", "--nonsense"),
        ("generate",),
        ("generate", "a.xlsx", "b.xlsx"),
        ("generate", "a.xlsx", "--only", "奖状"),
        ("rules", "Z99"),
        ("new", "x.xls"),
        ("new", "x.xlsx", "--year", "3"),
        ("new", "x.xlsx", "--year", "abc"),
        ("check", "a.xlsx", "b.xlsx"),
        ("check", "x.xlsx", "--as-of"),
        ("new", "没有的文件夹/x.xlsx"),
    ],
    ids=" ".join,
)
def test_what_cannot_run_ends_with_2_and_a_sentence(words: tuple[str, ...], tmp_path: Path) -> None:
    ran = zhibu(*words, cwd=tmp_path)
    assert ran.status == 2
    assert ran.out == ""
    assert ran.err.startswith("× ")
    assert "Traceback" not in ran.err
    own_words = re.sub(r"“[^”]*”|zhibu \S+( \S+\.xlsx)?|\S*\.xlsx?|多了参?数?：\S+", "", ran.err)
    assert not re.search(r"[A-Za-z]{2,}", own_words), own_words


def test_near_names_are_suggested() -> None:
    assert "check" in zhibu("chekc").err
    assert "--format" in zhibu("check", "x", "--formt", "json").err


def test_check_ends_with_0_or_1(small: Path, faulty: Path) -> None:
    good, bad = zhibu("check", small, *AS_OF), zhibu("check", faulty, *AS_OF)
    assert (good.status, bad.status) == (0, 1)
    assert "没有发现问题" in good.out or "说明" in good.out
    assert "C08  J2 结束" in bad.out
    assert "改法：" in bad.out
    assert "下一步" in good.err
    assert "下一步" in bad.err


def test_check_json_is_the_only_thing_on_stdout(faulty: Path) -> None:
    ran = zhibu("check", faulty, "--format", "json", *AS_OF)
    data = json.loads(ran.out)
    assert ran.err == ""
    assert data["workbook"] == "有错.xlsx"
    assert data["summary"]["errors"] == sum(finding["level"] == "error" for finding in data["findings"])
    finding = next(finding for finding in data["findings"] if finding["code"] == "C08")
    keys = {"code", "level", "sheet", "cell", "column", "value", "message", "remedy", "basis", "further"}
    assert (data["format"], set(finding)) == (2, keys)
    assert (finding["sheet"], finding["cell"], finding["column"]) == ("谈话记录", "J2", "结束")
    illegal = next(finding for finding in data["findings"] if finding["code"] == "C13")
    assert illegal["cell"] == "M2"


def test_generate_writes_and_reports(small: Path, tmp_path: Path) -> None:
    ran = zhibu("generate", small, "-o", "出", "--format", "json", *AS_OF, cwd=tmp_path)
    data = json.loads(ran.out)
    assert ran.status == 0
    assert len(data["documents"]) == len(documents_in(tmp_path / "出")) == ALL
    kinds = Counter(document["kind"] for document in data["documents"])
    several = {"责任书": 8, "会议记录": 6, "谈话记录": 6, "民主评议党员登记表": 8}
    assert several.items() <= kinds.items()
    assert {count for kind, count in kinds.items() if kind not in several} == {1}
    assert set(kinds) <= {kind.name for kind in BY_DEFAULT}
    for document in data["documents"]:
        assert (tmp_path / document["path"]).is_file()
        assert set(document) == {"path", "kind", "sha256", "sources", "outcome"}
        assert document["sources"]
    assert data["skipped"] == []


def test_all_or_nothing_writes_nothing_with_an_error(faulty: Path, tmp_path: Path) -> None:
    ran = zhibu("generate", faulty, "-o", tmp_path / "out", "--all-or-nothing", *AS_OF)
    assert ran.status == 1
    assert not (tmp_path / "out").exists()
    assert "没有写任何文书" in ran.err


@pytest.mark.parametrize("words", [(), ("--keep-going",)])
def test_what_no_error_touches_is_written(faulty: Path, tmp_path: Path, words: tuple[str, ...]) -> None:
    ran = zhibu("generate", faulty, "-o", tmp_path / "out", *words, "--format", "json", *AS_OF)
    data = json.loads(ran.out)
    assert ran.status == 1
    names = {Path(document["path"]).name for document in data["documents"]}
    assert len(names) == ALL - len(HELD)
    skipped = {skipped["path"]: skipped["reasons"] for skipped in data["skipped"]}
    assert sorted(each["kind"] for each in data["skipped"]) == sorted(HELD)
    assert ["C08 谈话记录!J2"] in skipped.values()
    assert ["C13 会议活动!M2"] in skipped.values()
    assert len(documents_in(tmp_path / "out")) == ALL - len(HELD)


def index_of(folder: Path) -> list[str]:
    """List the files that the index names."""
    with next(folder.rglob("文书目录.csv")).open(encoding="utf-8-sig", newline="") as file:
        return [row["文件"] for row in csv.DictReader(file)]


def test_the_index_tells_of_all_that_is_there(small: Path, faulty: Path, tmp_path: Path) -> None:
    out = ("-o", tmp_path / "out")
    zhibu("generate", small, *out, "--only", "责任书", *AS_OF)
    folder = next((tmp_path / "out").iterdir())
    assert len(index_of(folder)) == 8
    report = next(folder.rglob("检查报告.txt")).read_text(encoding="utf-8-sig")
    assert "责任书" in report.splitlines()[1]
    zhibu("generate", small, *out, *AS_OF)
    full = index_of(folder)
    assert len(full) == ALL
    assert "只要" not in next(folder.rglob("检查报告.txt")).read_text(encoding="utf-8-sig")
    for words in (("--only", "会议记录"), ("--only", "谈话记录", "工作总结")):
        assert zhibu("generate", small, *out, *words, *AS_OF).status == 0
        assert index_of(folder) == full
    assert zhibu("generate", faulty, *out, "--keep-going", *AS_OF).status == 1
    assert set(full) <= set(index_of(folder))
    assert all((folder / path).is_file() for path in index_of(folder))
    assert "没有写" in next(folder.rglob("检查报告.txt")).read_text(encoding="utf-8-sig").splitlines()[1]


def test_outcomes_are_counted_apart(small: Path, tmp_path: Path) -> None:
    out = ("-o", tmp_path / "out")
    assert f"写出文书{ALL}份" in zhibu("generate", small, *out, *AS_OF).out
    again = zhibu("generate", small, *out, *AS_OF).out
    assert f"没有变化的文书{ALL}份" in again
    assert "写出文书" not in again
    next((tmp_path / "out").rglob("*_T1赵*.docx")).write_bytes(b"mine")
    edited_run = zhibu("generate", small, *out, *AS_OF).out
    assert f"没有变化的文书{ALL - 1}份" in edited_run
    assert "保留原样的文书1份：谈话记录1份" in edited_run
    saved(tmp_path, xlsx(changed([("谈话记录", "T1", "地点", "值班室")])), small.name)
    beside = zhibu("generate", small, *out, *AS_OF).out
    assert "新版另存文书1份：谈话记录1份" in beside
    assert "已经没有的文书" not in zhibu("generate", small, *out, *AS_OF).out
    next((tmp_path / "out").rglob("*_T1赵*（新版）.docx")).write_bytes(b"mine too")
    saved(tmp_path, xlsx(changed([("谈话记录", "T1", "地点", "值班室二楼")])), small.name)
    failed = zhibu("generate", small, *out, *AS_OF)
    assert failed.status == 2
    assert "没有写成的文书1份" in failed.out
    assert "没有写成" in failed.err


def test_errors_elsewhere_do_not_block_what_was_asked_for(small: Path, faulty: Path, tmp_path: Path) -> None:
    alone = zhibu("generate", faulty, "-o", tmp_path / "a", "--only", "责任书", "--format", "json", *AS_OF)
    assert alone.status == 1
    assert len(json.loads(alone.out)["documents"]) == 8
    assert {finding["code"] for finding in json.loads(alone.out)["findings"]} >= {"C08", "C13"}
    for kinds in (("谈话记录",), ("责任书", "会议记录"), ("工作总结",)):
        words = ("--only", *kinds, "--all-or-nothing")
        ran = zhibu("generate", faulty, "-o", tmp_path / "b", *words, *AS_OF)
        assert (ran.status, (tmp_path / "b").exists()) == (1, False)
        assert "没有写任何文书" in ran.err
    saved(tmp_path, xlsx(changed([("会议活动", "H1", "日期", "三月")])), small.name)  # no record can be planned for it
    words = ("--only", "会议记录", "--all-or-nothing")
    assert zhibu("generate", small, "-o", tmp_path / "c", *words, *AS_OF).status == 1
    assert not (tmp_path / "c").exists()
    part = zhibu("generate", small, "-o", tmp_path / "d", "--only", "会议记录", "--format", "json", *AS_OF)
    (row,) = (held for held in json.loads(part.out)["skipped"] if not held["path"])
    assert (row["row"], row["kind"], row["reasons"]) == ("会议活动!2", "会议记录", ["C07 会议活动!D2"])
    assert zhibu("generate", small, "-o", tmp_path / "c", "--only", "谈话记录", *AS_OF).status == 1
    assert len(documents_in(tmp_path / "c")) == 6


def test_a_blocked_run_says_what_it_could_have_written(faulty: Path, tmp_path: Path) -> None:
    ran = zhibu("generate", faulty, "-o", tmp_path / "out", "--all-or-nothing", *AS_OF)
    assert f"因为有错误没有写的文书{len(HELD)}份" in ran.out.splitlines()[1]
    assert f"没有写的文书{ALL - len(HELD)}份" in ran.out
    assert f"{ALL - len(HELD)}份" in ran.err
    assert "--all-or-nothing" in ran.err
    assert len(ran.err.strip().splitlines()) == 1


def test_template_folders_are_looked_at_first(small: Path, tmp_path: Path) -> None:
    for wrong in (tmp_path / "没有", small):
        ran = zhibu("generate", small, "-o", tmp_path / "out", "--templates", wrong, *AS_OF)
        assert (ran.status, ran.out) == (2, "")
        assert ran.err.startswith("× 模板文件夹")
    own = tmp_path / "模板"
    own.mkdir()
    words = ("generate", small, "-o", tmp_path / "out", "--templates", own, "--format", "json", *AS_OF)
    told = [f for f in json.loads(zhibu(*words).out)["findings"] if f["code"] in {"G07", "G08"}]
    assert [(f["code"], f["level"]) for f in told] == [("G08", "warning")]
    shipped = (Path(__file__).parents[1] / "templates" / "谈话记录.docx").read_bytes()
    saved(own, shipped, "谈话记录.docx")
    saved(own, shipped, "党员大会纪录.docx")
    told = [f for f in json.loads(zhibu(*words).out)["findings"] if f["code"] in {"G07", "G08"}]
    assert {(f["code"], f["level"]) for f in told} == {("G07", "warning"), ("G08", "note")}
    assert any("党员大会记录.docx" in f["message"] for f in told)
    assert any("：谈话记录；" in f["message"] for f in told)


@pytest.mark.parametrize(
    ("words", "kinds"),
    [
        (("--only", "责任书"), {"责任书"}),
        (("--only", "责任书", "谈话记录"), {"责任书", "谈话记录"}),
        (("--only", "责任书", "--only", "工作总结"), {"责任书", "工作总结"}),
        (("--only", "责任书，会议记录"), {"责任书", "会议记录"}),
    ],
)
def test_only_some_kinds(small: Path, tmp_path: Path, words: tuple[str, ...], kinds: set[str]) -> None:
    ran = zhibu("generate", small, "-o", tmp_path / "out", "--format", "json", *AS_OF, *words)
    assert {document["kind"] for document in json.loads(ran.out)["documents"]} == kinds


def test_an_edited_document_is_kept_and_said(small: Path, tmp_path: Path) -> None:
    zhibu("generate", small, "-o", tmp_path / "out", *AS_OF)
    document = next((tmp_path / "out").rglob("*_T1赵*.docx"))
    document.write_bytes(b"mine")
    assert "人工修改过" in zhibu("generate", small, "-o", tmp_path / "out", *AS_OF).out
    assert document.read_bytes() == b"mine"


def test_a_record_that_left_the_workbook_is_listed(small: Path, tmp_path: Path) -> None:
    zhibu("generate", small, "-o", tmp_path / "out", *AS_OF)
    saved(tmp_path, xlsx(changed([("谈话记录", "T2", "-", "")])), small.name)
    ran = zhibu("generate", small, "-o", tmp_path / "out", *AS_OF)
    assert "T2钱九" in ran.out
    assert next((tmp_path / "out").rglob("*_T2钱*.docx")).is_file()


def test_own_templates_are_used_and_faults_told(small: Path, tmp_path: Path) -> None:
    own = tmp_path / "模板"
    own.mkdir()
    shipped = Path(__file__).parents[1] / "templates" / "谈话记录.docx"
    saved(
        own,
        edited(shipped.read_bytes(), "word/document.xml", lambda x: x.replace("谈话.地点", "谈话.地方")),
        "谈话记录.docx",
    )
    ran = zhibu("generate", small, "-o", tmp_path / "out", "--templates", own, *AS_OF)
    assert ran.status == 2
    assert "谈话记录.docx" in ran.err
    assert "地方" in ran.err
    assert documents_in(tmp_path / "out") == {}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("{{ 谈话/ }}", ("没有写完", "谈话/")),
        ("{% if 谈话.地点 %}有", ("没有结尾", "“if”")),
        ("{% foo %}", ("不认识“foo”",)),
        ("{% if 谈话.地点 %}{% endfor %}", ("“endfor”", "对不上")),
        ("{{ 谈话.地点|upper }}", ("没有“upper”",)),
        ("{{ 谈话？地点 }}", ("“？”",)),
        ("{{ '谈话 }}", ("不能写在花括号里",)),
        ("{{ 谈话.地方 }}", ("“谈话.地方”", "“谈话.地点”", "docs/fields.md")),
    ],
)
def test_faults_of_a_template_are_told_in_chinese(
    small: Path, tmp_path: Path, wrong: str, words: tuple[str, ...]
) -> None:
    shipped = (Path(__file__).parents[1] / "templates" / "谈话记录.docx").read_bytes()
    saved(
        tmp_path, edited(shipped, "word/document.xml", lambda x: x.replace("{{ 谈话.地点 }}", wrong)), "谈话记录.docx"
    )
    small = saved(tmp_path, xlsx(), "小支部.xlsx")
    ran = zhibu("generate", small, "-o", tmp_path / "out", "--templates", tmp_path, "--only", "谈话记录", *AS_OF)
    assert ran.status == 2
    message = ran.err[ran.err.index("×") :]
    assert all(word in message for word in words), message
    own = re.sub(r"“[^”]*”|docs/fields\.md|docx|if、for", "", message)
    assert not re.search(r"[A-Za-z]{2,}", own), own


def test_new_writes_once(tmp_path: Path) -> None:
    path = tmp_path / "支部.xlsx"
    assert zhibu("new", path, "--year", "2026").status == 0
    before = path.read_bytes()
    again = zhibu("new", path, "--year", "2027")
    assert again.status == 2
    assert path.read_bytes() == before
    checked = json.loads(zhibu("check", path, "--format", "json").out)
    wrong = [finding for finding in checked["findings"] if finding["level"] != "note"]
    assert {(finding["code"], finding["sheet"]) for finding in wrong} == {
        ("C06", "支部信息"),
        ("C35", "党员名册"),
    }


def test_new_example_is_the_committed_one(tmp_path: Path) -> None:
    path = tmp_path / "样例.xlsx"
    assert zhibu("new", path, "--example").status == 0
    assert path.read_bytes() == EXAMPLE.read_bytes()


def test_rules_are_listed_and_explained() -> None:
    listed = zhibu("rules").out
    assert "M05  错误" in listed
    explained = zhibu("rules", "m05").out
    assert "M05" in explained
    assert "依据" in explained


@pytest.mark.parametrize("words", [("check",), ("generate", "-o", "out")])
def test_an_old_chinese_console_crashes_nothing(tmp_path: Path, words: tuple[str, ...]) -> None:
    path = saved(tmp_path, xlsx(changed([("谈话记录", "T1", "谈话内容", "𠮷😀")])))
    ran = zhibu(words[0], path, *words[1:], *AS_OF, cwd=tmp_path, encoding="gbk")
    assert ran.status == 0
    assert "K08" in ran.out
    as_json = zhibu(words[0], path, *words[1:], "--format", "json", *AS_OF, cwd=tmp_path, encoding="gbk")
    assert any(finding["value"] == "𠮷😀" for finding in json.loads(as_json.out)["findings"])


def test_what_is_folded_is_named_and_listed_in_full_elsewhere(tmp_path: Path) -> None:
    rows = changed([("总结要点", chapter, "-", "") for chapter in ("办实事", "存在问题", "下一步打算")])
    rows["谈话记录"] += [rows["谈话记录"][0] | {"编号": f"T{n}", "事由": ""} for n in range(30, 50)]
    path = saved(tmp_path, xlsx(rows))
    shown = zhibu("check", path, *AS_OF)
    assert "、、" not in shown.out
    assert "同类还有17处：L11、L12、L13、L14、L15、L16、L17、L18等" in shown.out
    assert "说明" in shown.out
    assert "制度建设" not in shown.out
    assert "--all" in shown.out
    everything = zhibu("check", path, "--all", *AS_OF)
    assert "同类还有" not in everything.out
    assert "制度建设" in everything.out
    order = [everything.out.find(f"■ {level}") for level in ("提醒", "说明")]
    assert order == sorted(order)
    assert min(order) > 0
    ran = zhibu("generate", path, "-o", tmp_path / "out", "--only", "责任书", *AS_OF)
    assert "检查报告.txt" in ran.out
    report = next((tmp_path / "out").rglob("检查报告.txt")).read_text(encoding="utf-8-sig")
    assert "同类还有" not in report
    assert report.count("C06  L") == 20
    assert report.count("G01") == 1


STEERING = "\x1b\x9b\x85\u202e\u2066"


@pytest.mark.parametrize("form", ["text", "json"])
def test_nothing_in_a_workbook_steers_the_terminal(tmp_path: Path, form: str) -> None:
    rows = changed(
        [
            ("会议活动", "H1", "类型", f"支{STEERING}委会"),
            ("党员名册", "D4", "姓名", f"赵{STEERING}四"),
            ("谈话记录", "T1", "事由", f"{STEERING}[31m"),
        ]
    )
    rows["党员名册"][0][f"血{STEERING}型"] = "A"
    path = saved(tmp_path, xlsx(rows), "红\x1b[31m.xlsx")
    for words in (("check", path, *AS_OF), ("generate", path, "-o", tmp_path / "out", *AS_OF)):
        ran = zhibu(*words, "--format", form)
        assert ran.status == 1
        assert not set(STEERING) & set(ran.out + ran.err), ran.err
    assert not set(STEERING) & set(zhibu("check", "没有\x1b[31m.xlsx").err)
    if form == "json":
        found = json.loads(zhibu("check", path, *AS_OF, "--format", "json").out)["findings"]
        assert {(f["code"], f["sheet"]) for f in found} >= {
            ("C13", "会议活动"),
            ("C13", "谈话记录"),
            ("C13", "党员名册"),
        }
        assert any(f["code"] == "C13" and f["cell"].endswith("1") for f in found)  # the heading
        assert any(f["value"] == f"支{STEERING}委会" for f in found)


def test_no_colour_off_a_terminal(faulty: Path) -> None:
    assert "\x1b[" not in zhibu("check", faulty, *AS_OF).out


def test_a_reader_that_goes_away_is_no_crash() -> None:
    command = f"{sys.executable} -m pipeline rules | head -1"
    done = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, cwd=Path(__file__).parents[1], check=False
    )
    assert "Traceback" not in done.stderr


def test_files_a_user_may_pick_by_mistake(tmp_path: Path) -> None:
    for name, data in {
        "空.xlsx": b"",
        "文.xlsx": b"hello",
        "图.xlsx": b"\x89PNG\r\n",
        "断.xlsx": xlsx()[:3000],
    }.items():
        ran = zhibu("check", saved(tmp_path, data, name))
        assert ran.status == 2
        assert ran.err.startswith("× ")


def test_a_workbook_of_empty_sheets(tmp_path: Path) -> None:
    ran = zhibu("check", saved(tmp_path, xlsx({"Sheet1": []})), "--format", "json")
    assert ran.status == 1
    assert {finding["code"] for finding in json.loads(ran.out)["findings"]} >= {"C01"}


def test_an_unforeseen_error_shows_no_data(tmp_path: Path) -> None:
    code = (
        "import pipeline.cli.commands as c, pipeline.flows.check as j\n"
        "def broken(request): raise RuntimeError('机密内容')\n"
        "j.check = broken\n"
        "import sys; sys.argv = ['zhibu', 'check', 'x.xlsx']\n"
        "c.main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert "RuntimeError" in done.stderr
    assert "机密内容" not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
