"""Writes the reference pages under docs/ from columns, fields and rules as declared: python -m tools.reference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from pipeline.documents import KINDS, DocumentKind
from pipeline.documents.branch_fields import BRANCH
from pipeline.documents.plan import OF_THE_RUN, Subject
from pipeline.facts.grounds import Ground, Grounds
from pipeline.findings import Level
from pipeline.rendering import Engine, template_folders
from pipeline.rules import catalogue
from pipeline.schema import FIRST_VERSION, INFO_SHEET, TABLES, Column
from pipeline.schema.branch import info_columns
from pipeline.settings import SETTINGS_SHEET, default_text, options
from pipeline.vocabulary import Shape, Word

ROOT = Path(__file__).resolve().parents[1]
OF_EVERY_TEMPLATE = {"文书": OF_THE_RUN, BRANCH.name: BRANCH.word}


def pages() -> dict[str, str]:
    """Give every reference page: file name under docs/ to its text."""
    return {
        "workbook.md": "\n".join(workbook_lines()) + "\n",
        "fields.md": "\n".join(field_lines()) + "\n",
        "rules.md": "\n".join(rule_lines()) + "\n",
    }


def table_row(cells: Iterable[str]) -> str:
    """Lay out one row of a table."""
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"


def workbook_lines() -> Iterator[str]:
    """Describe every sheet and column of the workbook."""
    yield "# 工作簿的每一列"
    yield ""
    yield "本页由程序按字段表生成（`python -m tools.reference`）。"
    yield ""
    yield "- 印在：自带的模板照印这一列，或印出由它推算的内容（应到人数、身份、称呼等）的文书；空着的只用来核对。"
    yield (
        "- 决定：这一列还决定同一行以外的事，例如“决定：身份”的列决定一个人哪天算不算正式党员、应不应到会；"
        "这样的格子有错误，凡由它决定的文书都先不写。"
    )
    yield ""
    yield f"## {INFO_SHEET}"
    yield ""
    yield from column_table(INFO_SHEET, info_columns().values())
    for table in TABLES:
        yield ""
        yield f"## {table.name}"
        yield ""
        yield table.about
        yield ""
        yield from column_table(table.name, table.columns)
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


def column_table(sheet: str, columns: Iterable[Column]) -> Iterator[str]:
    """Lay the columns of a sheet out as a table."""
    yield "| 列 | 内容 | 必填 | 怎么填 | 例 | 印在 |"
    yield "|---|---|---|---|---|---|"
    for column in columns:
        choices = "：" + "、".join(column.choices) if column.choices else ""
        decides = f"决定：{column.decides.value}" if column.decides else ""
        yield table_row(
            (
                column.heading,
                column.kind.value + choices,
                "必填" if column.required else "",
                column.help + ("" if column.since == FIRST_VERSION else f"（表格{column.since}版起）"),
                column.example,
                "；".join(filter(None, ("、".join(printed_in().get((sheet, column.heading), ())), decides))),
            )
        )


@cache
def printed_in() -> Mapping[Ground, list[str]]:
    """Give for each column the kinds of documents that print it, or what follows from it, in the shipped templates."""
    engine = Engine(template_folders(None))
    found: dict[Ground, list[str]] = {}
    for kind in KINDS:
        for ground in printed_by(kind, engine):
            found.setdefault(ground, []).append(kind.name)
    return found


def printed_by(kind: DocumentKind[Subject], engine: Engine) -> Grounds:
    """Give the columns that what a kind's templates use stands on."""
    used = frozenset[str]().union(*(engine.usage(name, kind.vocabulary).paths for name in kind.templates))
    return frozenset[Ground]().union(*(grounds for path, grounds in kind.stands_on.items() if path in used))


def field_lines() -> Iterator[str]:
    """Describe every field that each kind of document declares."""
    yield "# 模板里可以用的栏目"
    yield ""
    yield (
        "本页由程序按声明的栏目生成（`python -m tools.reference`）。模板里写成 `{{ 栏目 }}`；一段一段的用 "
        "`{%p for 项 in 列表 %}` 和 `{%p endfor %}`，表格一行一行的用 `{%tr for 项 in 列表 %}` 和 `{%tr endfor %}`；"
        "名称里的 `[ ]` 就是这样逐行取的：`共性目标[ ].分值` 在循环里写成 `{{ 项.分值 }}`。"
        "有才印的用 `{%p if 栏目 %}` 和 `{%p endif %}`。"
        "`|段落` 把一格里的几行分成几段，`|句` 补上句号，`|短语` 去掉末尾标点。"
    )
    yield ""
    yield (
        "写错的栏目名在动笔之前就查出来，一份文书也不写。工作簿里自己加的列，用自己的列名取，如 `{{ 党员.血型 }}`、"
        "`{{ 会议['活动 经费'] }}`；和程序栏目同名的要改个列名。"
    )
    yield ""
    yield "## 每个模板都有的"
    yield ""
    yield from field_table(OF_EVERY_TEMPLATE)
    for kind in KINDS:
        yield ""
        yield f"## {kind.name}"
        yield ""
        yield from kind_lines(kind)
        yield ""
        own = {name: word for name, word in kind.vocabulary.inside.items() if name not in OF_EVERY_TEMPLATE}
        yield from field_table(own)


def kind_lines(kind: DocumentKind[Subject]) -> Iterator[str]:
    """Describe a kind: what a document is, its templates and folders, who may see it."""
    yield f"{kind.about}。" + ("" if kind.by_default else f"点名才写：`--only {kind.name}`。")
    yield ""
    for folder in kind.folders:
        names = dict.fromkeys(form.template for form in kind.forms if form.folder == folder)
        yield f"- {folder}：模板 {'、'.join(f'{name}.docx' for name in names)}"
    if kind.confidential_ones:
        yield f"- 保密：{kind.confidential_ones}"


def field_table(words: Mapping[str, Word]) -> Iterator[str]:
    """Lay fields out as a table, each below what it belongs to."""
    yield "| 栏目 | 类型 | 说明 | 例 |"
    yield "|---|---|---|---|"
    for path, word in field_paths(words):
        own = f"；{word.own_of}里自己加的列也在这里" if word.own_of else ""
        yield table_row((f"`{path}`", word.shape.value, word.about + own, word.example))


def field_paths(words: Mapping[str, Word], before: str = "") -> Iterator[tuple[str, Word]]:
    """Yield every name as a path, [ ] behind a table; a name of an earlier release is only told to be one."""
    for name, word in words.items():
        path = before + name
        if word.instead:
            yield path, Word(word.shape, about=f"旧名，仍能用；现在叫 {word.instead}")
            continue
        path += "[ ]" if word.shape is Shape.ROWS else ""
        yield path, word
        yield from field_paths(word.inside, f"{path}.")


def rule_lines() -> Iterator[str]:
    """List every rule with its level, remedy and basis."""
    yield "# 检查规则"
    yield ""
    yield "本页由程序按规则表生成（`python -m tools.reference`）。"
    yield ""
    for level in Level:
        yield f"- {level.value}：{level.meaning}。"
    yield ""
    yield "程序记录发生了什么，不管应该不应该：格子读不出或者互相矛盾，由它写成的文书会是假的，才是错误，只扣住那几份；"
    yield "照填写的事实违反了成文党规的，是程序问题，文书照写真数，不写数字撑不起的“通过”“当选”；"
    yield "没有这一行不等于没有做，条文写“一般”的、惯例、地方规定、年度通知和自定的阈值，都只提醒，可以在“设置”里停用。"
    yield "改法从不叫人为了过检查去改事实。"
    yield "条号只印逐条读过的条文；没有核到条号的，只写文件名。"
    yield ""
    yield "| 编号 | 级别 | 查什么 | 例如 | 怎么改 | 依据 |"
    yield "|---|---|---|---|---|---|"
    for code, variants in catalogue().items():
        for rule in variants:
            yield table_row((code, rule.level.value, rule.title, rule.example, rule.general_remedy, rule.basis))


def main() -> None:
    """Write every page."""
    for name, text in pages().items():
        (ROOT / "docs" / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
