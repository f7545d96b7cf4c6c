"""The command line: options in, one call, report out, exit status."""

from __future__ import annotations

import gc
import os
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline import __version__
from pipeline.cli.chinese import ChineseGroup, explain
from pipeline.cli.options import KindsOption, all_option, day_option, format_option, strict_option
from pipeline.cli.showing import (
    explain_rule,
    next_step,
    sentence_for,
    show,
    step_after_check,
    step_after_forms,
    tell,
    with_progress,
)
from pipeline.cli.words import optional_path, part_words

if TYPE_CHECKING:
    pass

COULD_NOT_RUN = 2
SELDOM = (1_000_000, 20, 20)
"""How seldom Python looks for cycles: a run makes many small objects and hardly a cycle (saves a tenth)."""
FIRST_STEPS = f"""zhibu {__version__}：一本工作簿，一年的党支部文书。
1. zhibu new 支部.xlsx --year 2026   新建一本空白工作簿，用 Excel 或 WPS 填写
2. zhibu check 支部.xlsx             检查：哪一格有问题、怎么改
3. zhibu generate 支部.xlsx          生成责任书、会议记录、谈话记录和工作总结，在 outputs 文件夹里
想先看看样子：zhibu new 样例.xlsx --example；全部说明：zhibu --help"""


@click.group(cls=ChineseGroup, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "--version", message="zhibu %(version)s", help="显示版本号")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """一本工作簿，一年的党支部文书：检查填写，生成责任书、会议记录、谈话记录和工作总结。

    例：zhibu check 支部.xlsx
    """
    if ctx.invoked_subcommand is None:
        click.echo(FIRST_STEPS)


@cli.command(short_help="新建一本空白工作簿，或一本填好的样例")
@click.argument("path", metavar="文件名", type=click.Path(path_type=Path))
@click.option("--year", type=click.IntRange(1949, 2099), metavar="年度", help="哪一年，四位数；不写就是今年")
@click.option("--example", is_flag=True, help="写一本填满一整年的样例（虚构的支部，2025年）")
@click.option("--small-example", is_flag=True, help="写一本小支部的样例：不设支委会，有空缺，有提醒（虚构，2025年）")
def new(path: Path, year: int | None, example: bool, small_example: bool) -> None:
    """新建一本工作簿；已有的文件不会被覆盖。

    例：zhibu new 支部2026.xlsx --year 2026
    """
    from pipeline.flows.new import new as run
    from pipeline.flows.requests import NewRequest

    if example and small_example:
        raise click.UsageError("--example 和 --small-example 只写一个")
    run(NewRequest(path=path, year=year or date.today().year, example=example, small_example=small_example))
    click.echo(f"已写好 {path}", err=True)
    click.echo(f"下一步：{'看一看，然后' if example or small_example else '填好后'}运行 zhibu check {path}", err=True)


@cli.command(short_help="检查工作簿：哪一格有问题、怎么改、依据什么")
@click.argument("workbook", metavar="工作簿", required=False, type=click.Path(path_type=Path))
@click.option(
    "--mark",
    is_flag=False,
    flag_value="",
    metavar="[文件名]",
    help="另存一份标出问题的副本，原工作簿不动；\n不写文件名就存成 工作簿名-检查.xlsx",
)
@strict_option
@format_option
@all_option
@day_option
@click.option(
    "--calendar",
    is_flag=False,
    flag_value="",
    metavar="[文件]",
    help="另写全年一览（.docx 和 .html）；不写文件名就放在工作簿旁边",
)
@click.pass_context
def check(
    ctx: click.Context,
    workbook: Path | None,
    mark: str | None,
    strict: bool,
    form: str,
    everything: bool,
    as_of: date,
    calendar: str | None,
) -> None:
    """检查工作簿，一次列出全部问题。

    例：zhibu check 支部2026.xlsx --as-of 2026-06-30 --calendar
    """
    from pipeline.flows.check import check as run
    from pipeline.flows.requests import CheckRequest

    workbook, calendar_path = optional_path(workbook, calendar)
    workbook, mark_path = optional_path(workbook, mark)
    if workbook is None:
        raise click.MissingParameter(ctx=ctx, param=ctx.command.params[0])
    request = CheckRequest(
        workbook=workbook,
        as_of=as_of,
        strict=strict,
        mark=mark is not None,
        mark_to=mark_path if mark else None,
        calendar=calendar_path,
    )
    report = run(request)
    show(report, form, everything=everything)
    if form == "text":
        if calendar_path is not None:
            told = "、".join(report.calendar)
            tell(f"全年一览：{told}" if told else "工作簿缺表或缺列，没有写全年一览")
        tell(f"下一步：{step_after_check(report, workbook)}")
    raise SystemExit(report.exit_status)


@cli.command(short_help="检查并生成全年文书")
@click.argument("words", metavar="工作簿", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="outputs",
    metavar="文件夹",
    help="写到哪个文件夹；不写就是 outputs",
)
@click.option("--only", cls=KindsOption, multiple=True, metavar="种类", help="只生成哪几种")
@click.option(
    "--templates", type=click.Path(path_type=Path), metavar="文件夹", help="用自己的模板；里面没有的仍用自带的"
)
@click.option("--all-or-nothing", is_flag=True, help="只要有一份因为错误不能写，就一份也不写")
@click.option("--keep-going", is_flag=True, hidden=True)
@click.option("--jobs", type=click.IntRange(1, 64), default=1, metavar="个数", help="用几个进程生成；几千份以上才快些")
@click.option("--slow", is_flag=True, hidden=True)
@strict_option
@format_option
@all_option
@day_option
def generate(
    words: tuple[str, ...],
    output: Path,
    only: tuple[str, ...],
    templates: Path | None,
    all_or_nothing: bool,
    keep_going: bool,  # what is done anyway; understood since 0.1.0 had it
    jobs: int,
    slow: bool,
    strict: bool,
    form: str,
    everything: bool,
    as_of: date,
) -> None:
    """先检查，再生成全年文书；有错误波及的文书不写，其余照写。人改过的文书不会被覆盖。

    例：zhibu generate 支部2026.xlsx --only 责任书 谈话记录
    """
    from pipeline.flows.generate import generate as run
    from pipeline.flows.requests import GenerateRequest

    workbook, kinds = part_words(words, only)
    request = GenerateRequest(
        workbook=workbook,
        as_of=as_of,
        output=output,
        only=kinds,
        templates=templates,
        all_or_nothing=all_or_nothing and not keep_going,
        jobs=jobs,
        afresh=slow,
        strict=strict,
    )
    report = with_progress(lambda progress: run(request, progress=progress), told=form == "text")
    show(report, form, everything=everything)
    if form == "text":
        tell(next_step(report, workbook, output))
    raise SystemExit(report.exit_status)


@cli.command(short_help="会前用的空白表：一次会的签到表、测评票、表决票、选票")
@click.argument("workbook", metavar="工作簿", type=click.Path(path_type=Path))
@click.option("--meeting", required=True, metavar="会议编号", help="哪次会：会议活动里的编号，如 H012")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    default="outputs",
    metavar="文件夹",
    help="写到哪个文件夹；不写就是 outputs，在里面支部的“会前”里",
)
@click.option(
    "--templates", type=click.Path(path_type=Path), metavar="文件夹", help="用自己的模板；里面没有的仍用自带的"
)
@format_option
@all_option
@day_option
def forms(
    workbook: Path, meeting: str, output: Path, templates: Path | None, form: str, everything: bool, as_of: date
) -> None:
    """写一次会会前用的空白表：签到表；有民主评议的加测评票，有无记名表决的加表决票，有选举的加选票。

    还没有开的会也行：在会议活动里先写编号、类型、日期，要选举、表决的在议题发言里先写议题、表决类型和候选人。
    例：zhibu forms 支部2026.xlsx --meeting H012
    """
    from pipeline.flows.forms import forms as run
    from pipeline.flows.requests import FormsRequest

    request = FormsRequest(workbook=workbook, as_of=as_of, meeting=meeting, output=output, templates=templates)
    report = run(request)
    show(report, form, everything=everything)
    if form == "text":
        for document in report.documents:
            tell(document.path)
        tell(step_after_forms(report, workbook))
    raise SystemExit(report.exit_status)


@cli.command(short_help="列出全部检查规则，或解释其中一条")
@click.argument("code", metavar="[编号]", required=False)
def rules(code: str | None) -> None:
    """列出检查规则；给出编号就解释这一条。

    例：zhibu rules M05
    """
    from pipeline.findings import Level
    from pipeline.rules import catalogue

    found = catalogue()
    if code is None:
        for number, variants in found.items():
            levels = "/".join(dict.fromkeys(rule.level.value for rule in variants))
            click.echo(f"{number}  {levels}  {variants[0].title}")
        for level in Level:
            click.echo(f"{level.value}：{level.meaning}")
        return
    if code.upper() not in found:
        raise click.UsageError(f"没有规则“{code}”，运行 zhibu rules 看全部编号")
    for rule in found[code.upper()]:
        explain_rule(rule)


def main() -> None:
    """Run the command line; every way out is a Chinese sentence and a status, never a traceback."""
    gc.set_threshold(*SELDOM)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    status = guarded()
    gc.freeze()  # Python would look through everything once more before it ends (a twentieth)
    sys.exit(status)


def guarded() -> int:
    """Run and turn every exception into a sentence and an exit status."""
    status: int | str | None = 0
    try:
        cli.main(prog_name="zhibu", standalone_mode=False)
    except SystemExit as leaving:
        status = leaving.code
    except click.exceptions.Exit as leaving:
        status = leaving.exit_code
    except click.ClickException as error:
        status = refuse(explain(error), "运行 zhibu --help 看用法")
    except (click.Abort, KeyboardInterrupt):
        status = refuse("已经停下，没有写完的都没有写", "")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever was reading has gone
        status = COULD_NOT_RUN
    except Exception as error:  # noqa: BLE001  # the last line of defence: the user must never see a traceback
        status = refuse(*sentence_for(error))
    return status if isinstance(status, int) else 0


def refuse(message: str, remedy: str) -> int:
    """Print why we stopped to stderr and give the status for it."""
    tell(f"× {message}")
    if remedy:
        tell(f"  {remedy}")
    return COULD_NOT_RUN
