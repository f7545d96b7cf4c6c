"""The house is kept: no long function, no long module but tables of declarations, no import cycle, plain words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLES = ("pipeline/rules/", "pipeline/schema/")
"""Where modules are tables of declarations, as long as there is to declare."""
LONGEST_MODULE, LONGEST_FUNCTION = 300, 40
STRANGE = re.compile(r"\b(?:mend(?:s|ed|ing)?|likest|likeliest|graver|gravest|candour|slips?)\b|had better")
"""Words that a reader with school English stumbles over: fix, closest, most severe, criticism, typo say it."""


def sources(folder: str = "pipeline") -> Iterator[tuple[str, str]]:
    """Give the modules of a folder: path below the root, and text."""
    for path in sorted((ROOT / folder).rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def test_no_module_is_long_but_tables_of_declarations() -> None:
    long = [(path, text.count("\n")) for path, text in sources() if text.count("\n") > LONGEST_MODULE]
    assert [each for each in long if not each[0].startswith(TABLES)] == []


def test_no_function_is_long() -> None:
    long = [
        (path, node.name)
        for path, text in sources()
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def imports(tree: ast.Module) -> Iterator[str]:
    """Yield what a module imports when it is loaded, inside functions and for types only left aside."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))


def test_no_module_needs_itself() -> None:
    trees = {path.removesuffix(".py").removesuffix("/__init__").replace("/", "."): text for path, text in sources()}
    graph = {
        name: {each for each in imports(ast.parse(text)) if each in trees and each != name}
        for name, text in trees.items()
    }
    packages = {name for name in trees if any(other.startswith(f"{name}.") for other in trees)}
    own = {
        name: {each for each in needed if each not in packages}
        for name, needed in graph.items()
        if name not in packages
    }
    assert len(list(TopologicalSorter(own).static_order())) > 100  # raises CycleError where there is one


def test_words_are_plain() -> None:
    found = [
        (path, number, STRANGE.search(line)[0])  # type: ignore[index]
        for folder in ("pipeline", "tools")
        for path, text in sources(folder)
        for number, line in enumerate(text.splitlines(), 1)
        if STRANGE.search(line)
    ]
    assert found == []
