"""Writes the reference pages under docs/ from the schema, the rules and the example: python -m tools.reference."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from pipeline.documents import plan_documents
from pipeline.documents.plan import Field
from pipeline.facts.branch import Branch
from pipeline.findings import Level
from pipeline.flows.job import Request, examine
from pipeline.rules import catalogue
from pipeline.schema import FIRST_VERSION, INFO_SHEET, TABLES, Column
from pipeline.schema.branch import info_columns
from pipeline.settings import SETTINGS_SHEET, default_text, options

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "inputs" / "example-2025.xlsx"
AS_OF = date(2026, 1, 15)
EVERYWHERE = "每个模板都有的"
SAMPLE = 24
"""Characters of a sample value that are shown."""


def pages() -> dict[str, str]:
    """Give every reference page: file name under docs/ to its text."""
    branch, _ = examine(Request(workbook=EXAMPLE, as_of=AS_OF))
    return {
        "workbook.md": "\n".join(workbook_lines()) + "\n",
        "fields.md": "\n".join(field_lines(branch)) + "\n",
        "rules.md": "\n".join(rule_lines()) + "\n",
    }


def workbook_lines() -> Iterator[str]:
    """Describe every sheet and column of the workbook."""
    yield "# 工作簿的每一列"
    yield ""
    yield "本页由程序按字段表生成（`python -m tools.reference`）。“印在”一栏空着的列只用来推算或核对，不印。"
    yield ""
    yield f"## {INFO_SHEET}"
    yield ""
    yield from column_table(tuple(info_columns().values()))
    for table in TABLES:
        yield ""
        yield f"## {table.name}"
        yield ""
        yield table.about
        yield ""
        yield from column_table(table.columns)
    yield from setting_lines()


def setting_lines() -> Iterator[str]:
    """Describe the sheet 设置, which may be left out."""
    yield ""
    yield f"## {SETTINGS_SHEET}"
    yield ""
    yield "这张表可以不要；空着的按默认。只影响提醒的尺度，不影响文书的内容。"
    yield ""
    yield "| 项目 | 默认 | 可以填 | 怎么填 |"
    yield "|---|---|---|---|"
    for name, option in options().items():
        yield f"| {option.heading} | {default_text(name)} | {option.allowed} | {option.help} |"


def column_table(columns: Sequence[Column]) -> Iterator[str]:
    """Lay columns out as a table."""
    yield "| 列 | 内容 | 必填 | 怎么填 | 例 | 印在 |"
    yield "|---|---|---|---|---|---|"
    for column in columns:
        choices = "：" + "、".join(column.choices) if column.choices else ""
        cells = (
            column.heading,
            column.kind.value + choices,
            "必填" if column.required else "",
            column.help + ("" if column.since == FIRST_VERSION else f"（表格{column.since}版起）"),
            column.example,
            "、".join(column.prints),
        )
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def field_lines(branch: Branch) -> Iterator[str]:
    """Describe every field each template can use, with a sample from the example year."""
    yield "# 模板里可以用的栏目"
    yield ""
    yield "本页由程序按样例生成（`python -m tools.reference`）。模板里写成 `{{ 栏目 }}`；一段一段的用"
    yield "`{%p for 项 in 列表 %}` 和 `{%p endfor %}`，表格一行一行的用 `{%tr for 项 in 列表 %}` 和 `{%tr endfor %}`；"
    yield "有才印的用 `{%p if 栏目 %}` 和 `{%p endif %}`。"
    yield "`|段落` 把一格里的几行分成几段，`|句` 补上句号，`|短语` 去掉末尾标点。"
    yield "工作簿里自己加的列，用自己的列名取，如 `{{ 党员.血型 }}`、`{{ 会议['活动 经费'] }}`。"
    found: dict[str, dict[str, str]] = {EVERYWHERE: {"文书.题名": "这份文书的题名"}}
    templates: dict[str, set[str]] = {}
    for planned in plan_documents(branch):
        templates.setdefault(planned.kind, set()).add(planned.template)
        for path, sample in walk(planned.build(), ""):
            fields = found.setdefault(EVERYWHERE if path.startswith("支部.") else planned.kind, {})
            fields[path] = fields.get(path) or sample
    for kind, fields in found.items():
        names = "、".join(f"{name}.docx" for name in sorted(templates.get(kind, ())))
        yield ""
        yield f"## {kind}"
        yield ""
        if names:
            yield f"模板：{names}"
            yield ""
        yield "| 栏目 | 样例 |"
        yield "|---|---|"
        for path, sample in fields.items():
            yield f"| `{path}` | {sample} |"


def walk(value: Field, path: str) -> Iterator[tuple[str, str]]:
    """Yield every field of a context with a sample; elements of a list stand under 列表[ ]."""
    if isinstance(value, Mapping):
        for name, inside in value.items():
            yield from walk(inside, f"{path}.{name}" if path else name)
    elif isinstance(value, str | int):
        text = str(value).replace("\n", " ").replace("|", "\\|")
        yield path, text[:SAMPLE] + ("……" if len(text) > SAMPLE else "")
    elif value and isinstance(value[0], Mapping):
        for element in value:
            yield from walk(element, f"{path}[ ]")
    else:
        sample = next(iter(walk(value[0], path)), ("", ""))[1] if value else ""
        yield f"{path}[ ]", sample


def rule_lines() -> Iterator[str]:
    """List every rule with its level, remedy and basis."""
    yield "# 检查规则"
    yield ""
    yield "本页由程序按规则表生成（`python -m tools.reference`）。"
    yield ""
    for level in Level:
        yield f"- {level.value}：{level.meaning}。"
    yield ""
    yield "| 编号 | 级别 | 查什么 | 例如 | 怎么改 | 依据 |"
    yield "|---|---|---|---|---|---|"
    for code, variants in catalogue().items():
        for rule in variants:
            cells = (code, rule.level.value, rule.title, rule.example, rule.general_remedy, rule.basis)
            yield f"| {' | '.join(cells)} |"


def main() -> None:
    """Write every page."""
    for name, text in pages().items():
        (ROOT / "docs" / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
