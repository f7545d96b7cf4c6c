"""Parts what stands on the command line where options may stand alone or take several words."""

from __future__ import annotations

from pathlib import Path

import click


def optional_path(workbook: Path | None, value: str | None) -> tuple[Path | None, Path | None]:
    """Part the workbook from the value of an option that may stand alone: `--calendar 支部.xlsx` names the workbook.

    Gives the workbook, and the option's path: None where the option is not given, the workbook's folder where it
    stands alone.
    """
    if value is None:
        return workbook, None
    if workbook is None and value:
        workbook, value = Path(value), ""
    return workbook, Path(value) if value or workbook is None else workbook.parent


def part_words(words: tuple[str, ...], only: tuple[str, ...]) -> tuple[Path, tuple[str, ...]]:
    """Part the workbook from the kinds: `--only 责任书 谈话记录` leaves the second kind among the arguments."""
    # Deferred: a check does without the documents.
    from pipeline.documents.kinds import BY_NAME  # noqa: PLC0415

    kinds = [kind for word in only for kind in word.replace("，", ",").replace("、", ",").split(",") if kind]
    paths = [word for word in words if word not in BY_NAME]
    kinds += [word for word in words if word in BY_NAME]
    if len(paths) != 1:
        raise click.UsageError("要写明一本工作簿" if not paths else f"一次只处理一本工作簿，多了：{paths[1]}")
    return Path(paths[0]), tuple(dict.fromkeys(kinds))
