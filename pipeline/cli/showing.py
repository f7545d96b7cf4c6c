"""What a run shows on the terminal: how far it is, the report, and what to do next."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

if TYPE_CHECKING:
    from pipeline.findings import Rule
    from pipeline.flows.requests import Phase, Progress
    from pipeline.reporting.report import Report
    from pipeline.reporting.text import Line


def explain_rule(rule: Rule) -> None:
    """Print one rule."""
    click.echo(f"{rule.code} {rule.title}（{rule.level.value}：{rule.level.meaning}）")
    click.echo(f"  例如：{rule.example}")
    click.echo(f"  依据：{rule.basis}")
    click.echo(f"  改法：{rule.general_remedy}")


def step_after_check(report: Report, workbook: Path) -> str:
    """Suggest what to do after a check."""
    if report.errors and report.marked:
        return f"打开 {report.marked}，改好标出的格子并保存，再运行 zhibu check {report.marked} --mark"
    if report.errors:
        return f"改好后再运行 zhibu check {workbook}"
    said = "程序问题不妨碍写文书，照实写；" if report.breaches else ""
    return f"{said}运行 zhibu generate {report.marked or workbook} 生成文书"


def step_after_forms(report: Report, workbook: Path) -> str:
    """Suggest what to do after blank forms were written, or not."""
    if report.errors:
        return f"下一步：按上面的改法改好 {workbook}，再运行一次"
    return "下一步：打印；文件名里写着印几份的，照份数印"


def with_progress(run: Callable[[Progress | None], Report], *, told: bool) -> Report:
    """Run, with a bar on a terminal and a few plain lines elsewhere."""
    if not told:
        return run(None)
    if not sys.stderr.isatty():
        return run(plain_progress)
    with click.progressbar(length=1, label="生成文书", file=sys.stderr, show_pos=True) as shown:

        def progress(phase: Phase, done: int, total: int) -> None:
            if phase.counts:
                shown.length = total
                shown.update(done - shown.pos)

        return run(progress)


def plain_progress(phase: Phase, done: int, total: int) -> None:
    """Say how far the run is, at every quarter."""
    if phase.counts and done * 4 // total > (done - 1) * 4 // total:
        click.echo(f"{phase.value} {done}/{total}", err=True)


def show(report: Report, form: str, *, everything: bool = False) -> None:
    """Print a report to stdout; with `everything` nothing is folded."""
    if form == "json":
        from pipeline.reporting.as_json import report_json

        unicode = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
        click.echo(report_json(report, ascii_only=not unicode))
        return
    from pipeline.reporting.text import report_lines

    show_lines(report_lines(report, folded=not everything), sys.stdout)


def show_lines(lines: Iterable[Line], stream: TextIO) -> None:
    """Print lines, in colour on a terminal unless NO_COLOR is set."""
    colours = {"error": "red", "breach": "magenta", "warning": "yellow", "note": "cyan"}
    coloured = stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    for line in lines:
        if coloured and (line.level or line.strong):
            click.secho(line.text, fg=colours[line.level.code] if line.level else None, bold=line.strong, file=stream)
        else:
            click.echo(line.text, file=stream)


def next_step(report: Report, workbook: Path, output: Path) -> str:
    """Suggest what to do after generating."""
    if report.failures:
        return f"有{len(report.failures)}份文书没有写成，原因见上面。下一步：除去原因，再运行 zhibu generate {workbook}"
    again = f"按上面的改法改好，再运行 zhibu generate {workbook}"
    if report.unwritten:
        return f"有错误，没有写任何文书。下一步：{again}；先要没有错误的{report.unwritten}份，就去掉 --all-or-nothing"
    if report.errors and not report.documents:
        return f"有错误，没有写任何文书。下一步：{again}"
    if report.held:
        return f"没有错误的都写在 {output} 文件夹里了。下一步：{again}，补齐没有写的{len(report.held)}份"
    if report.errors:
        elsewhere = "错误关系到别的文书" if report.only else "没有一份用到有错误的格子"
        return f"要的文书都写在 {output} 文件夹里了，{elsewhere}。下一步：{again}"
    said = f"有{report.breaches}条程序问题，文书照实写了。" if report.breaches else ""
    return f"{said}下一步：到 {output} 文件夹里看文书，打印后签名"


def tell(text: str) -> None:
    """Print a line to stderr; a name in it steers no terminal."""
    from pipeline.reporting.text import visible

    click.echo(visible(text), err=True)


def sentence_for(error: Exception) -> tuple[str, str]:
    """Say why we stopped; for an error nobody foresaw, where it happened but nothing of the data."""
    from pipeline.errors import ZhibuError

    if isinstance(error, ZhibuError):
        return error.message, error.remedy
    if isinstance(error, MemoryError):
        return "内存不够", "关掉别的程序再试"
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f"{Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "?"
    return (
        f"程序出了意料之外的错（{type(error).__name__}，{where}）",
        "请把这一行发给维护人员；工作簿和已有的文书没有动过",
    )
