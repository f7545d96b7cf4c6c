"""The documents about the program are true: references current, commands documented, samples as printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from pipeline.cli.commands import cli
from pipeline.documents import KINDS, plan_documents
from pipeline.facts.branch import Branch
from pipeline.flows.examining import examine, opened
from pipeline.rules import catalogue
from tests.conftest import EXAMPLE
from tests.support.command import zhibu
from tests.support.small import examine as small_branch
from tests.test_example import changed_example
from tools.reference import pages

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh-CN.md")
OWN_FOLDERS = (".ci", "benchmarks", "docs", "inputs", "pipeline", "templates", "tests", "tools")


@pytest.fixture(scope="module")
def example_branch() -> Branch:
    """Read the example year."""
    return examine(opened(EXAMPLE, EXAMPLE.name), date(2026, 1, 15))[0]


@pytest.mark.parametrize("name", sorted(pages()))
def test_reference_pages_are_current(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == pages()[name], "run python -m tools.reference"


def test_the_reference_says_where_a_column_is_printed_and_what_it_decides() -> None:
    lines = pages()["workbook.md"].splitlines()
    scope, remark = (next(line for line in lines if line.startswith(f"| {name} |")) for name in ("适用", "录入日期"))
    assert {"责任书", "工作总结"} <= set(scope.split("|")[6].strip().partition("；")[0].split("、"))
    assert scope.endswith("；决定：适用 |")
    assert remark.endswith("|  |")


def confidential(branch: Branch) -> dict[str, bool]:
    """Give the kinds of which a branch has documents, and whether any is confidential."""
    planned = plan_documents(branch, KINDS)
    return {kind: any(each.confidential for each in planned if each.kind == kind) for kind in {d.kind for d in planned}}


def test_confidential_kinds_say_which_ones_are(example_branch: Branch) -> None:
    expelled = small_branch(
        ("党员名册", "D7", "党籍状态", "除名"),
        ("党员名册", "D7", "状态起", "2025-12-20"),
        ("表彰处置", "+", "姓名|类别|名称|依据|会议编号|日期", "吴七|组织处置|除名|旷工三个月|H6|2025-12-12"),
    ).branch
    found, others = confidential(example_branch), confidential(expelled)
    declared = {kind.name for kind in KINDS if kind.confidential_ones}
    assert {kind for kind, secret in {**found, **others}.items() if secret or found.get(kind)} == declared
    assert (found["党员增减情况表"], others["党员增减情况表"]) == (False, True)
    entirely = {kind.name for kind in KINDS if kind.confidential_ones == "全部"}
    for each in (example_branch, expelled):
        assert not [d.path for d in plan_documents(each, KINDS) if d.kind in entirely and not d.confidential]


@pytest.mark.parametrize("readme", READMES)
def test_every_command_and_option_is_documented(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    for name, command in cli.commands.items():
        assert f"zhibu {name}" in text
        for parameter in command.params:
            for option in () if getattr(parameter, "hidden", False) else parameter.opts:
                assert not option.startswith("--") or option in text or option == "--output" or name == "new", option


@pytest.mark.parametrize(("readme", "on_request"), [*zip(READMES, ("on request", "点名才写"), strict=True)])
def test_every_kind_of_document_is_named(readme: str, on_request: str) -> None:
    rows = re.findall(r"(?m)^\| (\w+) \| [^|]+ \| ?([^|]*?) ?\|$", (ROOT / readme).read_text(encoding="utf-8"))
    told = {name: mark for name, mark in rows if mark in {"", on_request}}
    assert told == {kind.name: "" if kind.by_default else on_request for kind in KINDS}


@pytest.mark.parametrize("readme", READMES)
def test_the_readme_says_how_many_documents_the_example_gives(readme: str, example_branch: Branch) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    assert re.findall(r"(\d+) (?:documents|份)", text) == [str(len(plan_documents(example_branch)))]


def code_blocks(readme: str) -> list[str]:
    """Give the code blocks of a README."""
    return re.findall(r"```\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL)


def test_both_readmes_show_the_same_commands() -> None:
    first, second = (code_blocks(readme) for readme in READMES)
    assert first[:2] == second[:2]
    assert len(first) == len(second)
    assert all(len(block.strip().splitlines()) == 1 for block in first[:2])


@pytest.mark.parametrize("readme", READMES)
def test_the_sample_is_what_the_program_prints(readme: str, tmp_path: Path) -> None:
    spoilt = changed_example(tmp_path, {("会议活动", "N6"): "董文斌、杨帆(事假)", ("谈话记录", "H15"): "2025年5月"})
    spoilt.rename(tmp_path / "spoilt.xlsx")
    ran = zhibu("check", "spoilt.xlsx", "--as-of", "2026-01-15", cwd=tmp_path)
    sample = re.search(r"<!-- sample -->\n```\n(.*?)```", (ROOT / readme).read_text(encoding="utf-8"), re.DOTALL)
    assert sample is not None
    assert ran.out == sample[1]


def test_links_lead_somewhere() -> None:
    for readme in (*READMES, "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"):
        for link in re.findall(r"\]\(([^)#]+)\)", (ROOT / readme).read_text(encoding="utf-8")):
            assert (ROOT / link).exists(), (readme, link)


def own_texts() -> Iterator[Path]:
    """Yield the texts of the project; a virtual environment, a build or a run beside them may have any name."""
    folders = (ROOT / name for name in OWN_FOLDERS)
    for path in chain(ROOT.glob("[!.]*"), *(folder.rglob("*") for folder in folders)):
        if (
            path.suffix in {".py", ".toml", ".md", ".yml", ".txt", ""}
            and path.is_file()
            and "node_modules" not in path.parts
        ):
            yield path


def test_nothing_committed_names_a_machine_or_a_registry() -> None:
    texts = {path: path.read_text(encoding="utf-8", errors="ignore") for path in own_texts()}
    assert {ROOT / "README.md", ROOT / "pyproject.toml", Path(__file__)} <= set(texts)
    named = re.compile(r"(?<![\w.])/(?:wo[r]k|ro[o]t)/|pypi\.or[g]|registry\.npmj[s]")
    assert [path for path, text in texts.items() if named.search(text)] == []


def test_the_example_is_the_workbook_the_readme_names() -> None:
    assert f"inputs/{EXAMPLE.name}" in code_blocks("README.md")[0]


def test_sections_that_code_cites_are_there() -> None:
    papers = {path.stem: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "domain").glob("*.md")}
    cited = re.compile(rf"\b({'|'.join(papers)})\.md (\d+(?:\.\d+)?)\b")
    sources = (path for folder in ("pipeline", "tools") for path in (ROOT / folder).rglob("*.py"))
    code = (path.read_text(encoding="utf-8") for path in sources)
    found = {match.groups() for text in code for match in cited.finditer(text)}
    assert ("forms", "2.1") in found
    for paper, section in sorted(found):
        assert re.search(rf"(?m)^##+ {re.escape(section)} ", papers[paper]), (paper, section)


def test_the_domain_paper_names_rules_there_are() -> None:
    told = re.findall(r"(?m)^\| ([A-Z]\d\d) \|", (ROOT / "docs/domain/checks.md").read_text(encoding="utf-8"))
    assert told
    assert set(told) <= set(catalogue())


@pytest.mark.parametrize("page", ["first-steps.md", "index.md", "index.en.md"])
def test_commands_of_the_start_pages_are_there(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    options = {option for command in cli.commands.values() for parameter in command.params for option in parameter.opts}
    assert set(re.findall(r"\bzhibu ([a-z]+)\b", text)) <= set(cli.commands)
    assert set(re.findall(r"(?<=[ `])--[a-z-]+", text)) <= options
