"""Makes click speak Chinese: aligned help, Chinese headings, Chinese errors."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from inspect import cleandoc

import click

from pipeline.widths import columns_of


class ChineseFormatter(click.HelpFormatter):
    """Help with columns aligned by the width characters have on a terminal."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002
        """Write the usage line."""
        self.write(f"用法：{prog} {args}\n")

    def write_heading(self, heading: str) -> None:
        """Write a heading with a full-width colon."""
        self.write(f"{heading}：\n")

    def write_text(self, text: str) -> None:
        """Write a text as it is: its lines are short and already broken where they should be."""
        for line in text.splitlines():
            self.write(f"  {line}\n" if line else "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 34, col_spacing: int = 2) -> None:
        """Write names and explanations in two columns."""
        rows = list(rows)
        wide = min(max((columns_of(first) for first, _ in rows), default=0), col_max) + col_spacing
        for first, second in rows:
            gap = wide - columns_of(first)
            lines = second.splitlines() or [""]
            self.write(f"  {first}{' ' * gap if gap > 0 else f'{chr(10)}  ' + ' ' * wide}{lines[0]}\n")
            for line in lines[1:]:
                self.write(f"  {' ' * wide}{line}\n")


class ChineseContext(click.Context):
    """A context that formats help with `ChineseFormatter`."""

    formatter_class = ChineseFormatter


class ChineseCommand(click.Command):
    """A command with Chinese help and nothing cut or re-wrapped."""

    context_class = ChineseContext

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Say [选项] for [OPTIONS]."""
        return [piece.replace("[OPTIONS]", "[选项]") for piece in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the help text line by line."""
        formatter.write("\n")
        formatter.write_text(cleandoc(self.help or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options under a Chinese heading."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = [row for row in (option.get_help_record(ctx) for option in options) if row is not None]
        formatter.write("\n")
        formatter.write_heading("选项")
        formatter.write_dl([(name, text.split("  [")[0]) for name, text in rows])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Explain --help in Chinese."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "显示这段说明"
        return option


class ChineseGroup(ChineseCommand, click.Group):
    """A group of commands with Chinese help."""

    command_class = ChineseCommand

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands, then the options."""
        rows = [(name, command.short_help or "") for name, command in self.commands.items()]
        formatter.write("\n")
        formatter.write_heading("命令")
        formatter.write_dl(rows)
        super().format_options(ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Say 命令 for COMMAND."""
        return [
            piece for piece in super().collect_usage_pieces(ctx) if "COMMAND" not in piece and "ARGS" not in piece
        ] + ["命令 …"]


def explain(error: click.ClickException) -> str:
    """Say in Chinese what is wrong with a command line."""
    if isinstance(error, click.NoSuchOption):
        near = get_close_matches(error.option_name, error.possibilities or [], n=1)
        return f"没有选项“{error.option_name}”" + (f"，是不是“{near[0]}”" if near else "")
    if isinstance(error, click.MissingParameter):
        option = isinstance(error.param, click.Option)
        name = error.param.opts[0] if option and error.param else getattr(error.param, "human_readable_name", "")
        return f"缺少“{name}”"
    if isinstance(error, click.BadOptionUsage):
        return f"选项“{error.option_name}”后面要跟一个值"
    if isinstance(error, click.BadParameter):
        name = error.param.opts[0] if isinstance(error.param, click.Option) else "".join(error.param_hint or "")
        return f"“{name}”的值不对：{_allowed(error)}"
    if isinstance(error, click.UsageError):
        return _explain_usage(error)
    return error.format_message()


def _allowed(error: click.BadParameter) -> str:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        return "只能是" + "或".join(f"“{choice}”" for choice in kind.choices)
    if isinstance(kind, click.IntRange):
        return f"要是{kind.min}至{kind.max}之间的整数"
    return error.message


def _explain_usage(error: click.UsageError) -> str:
    words = error.message.split("'")
    if error.message.startswith("No such command") and len(words) > 1:
        commands = error.ctx.command.commands if error.ctx and isinstance(error.ctx.command, click.Group) else {}
        near = get_close_matches(words[1], list(commands), n=1, cutoff=0.5)
        return f"没有命令“{words[1]}”" + (f"，是不是“{near[0]}”" if near else "")
    if "unexpected extra argument" in error.message:
        return f"多了参数：{error.message.partition('(')[2].rstrip(')')}"
    return error.message
