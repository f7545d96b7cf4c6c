"""The options that several commands have, and what reads them."""

from __future__ import annotations

from datetime import date

import click


class KindsOption(click.Option):
    """The option that names kinds of documents; it looks them up only when its help is shown."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Name the kinds there are."""
        # Deferred: other commands do without the documents.
        from pipeline.documents.kinds import KINDS  # noqa: PLC0415

        by_default = "、".join(kind.name for kind in KINDS if kind.by_default)
        by_name = "、".join(kind.name for kind in KINDS if not kind.by_default)
        self.help = f"只生成哪几种：{by_default}；可以写几个；\n点名才出的还有：{by_name}"
        return super().get_help_record(ctx)


def read_day(_ctx: click.Context, param: click.Parameter, value: str | None) -> date:
    """Read a date option; today where it is not given."""
    if value is None:
        return date.today()
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter("要写成 2026-11-22 这样的日期", param=param) from error


format_option = click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="text 给人看，json 给程序用"
)
all_option = click.option("--all", "everything", is_flag=True, help="逐条列出，说明和同类的也不折叠")
strict_option = click.option("--strict", is_flag=True, help="有程序问题也算没通过：退出状态1；文书不受影响")
day_option = click.option("--as-of", callback=read_day, metavar="日期", help="以哪天为今天；不写就是今天")
