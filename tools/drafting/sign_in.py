"""Drafts the template of the blank sign-in sheet (签到表): two columns of names, and lines for guests."""

from __future__ import annotations

from dataclasses import replace

from tools.drafting.draft import Draft, Grid, cell, head
from tools.drafting.measures import STANDARD

PAGE = replace(STANDARD, top=1418, bottom=1418, header=851, footer=851)
"""Margins of 25 mm above and below, so that most branches fit a page."""
ROW = 460
"""Height of a line to sign on, 8 mm: 28 names and the guests fit a page."""
LEAST = 400
"""Height of the other rows."""


def draft_sign_in() -> bytes:
    """Write the template."""
    draft = Draft(PAGE)
    draft.say("记录标题", "{{ 支部.简称 }}{{ 会议.名称 }}签到表")
    _head(draft)
    draft.say("表格标题", "应到人员")
    draft.tag("if 签到.分小组")
    _expected(draft.table([660, 1200, 1420, 1142] * 2), grouped=True)
    draft.tag("else")
    _expected(draft.table([720, 2000, 1702] * 2), grouped=False)
    draft.tag("endif")
    draft.say("表格标题", "列席人员")
    _guests(draft.table([1200, 1900, 1322, 1200, 1900, 1322]))
    return draft.save()


def _head(draft: Draft) -> None:
    grid = draft.table([1480, 3764, 1100, 2500])
    joint = "{% if 会议.合并 %}（与{{ 会议.合并 }}合并开展）{% endif %}"
    grid.row(head("会议名称"), cell(f"{{{{ 会议.名称 }}}}{joint}"), head("次数"), cell("{{ 会议.次数 }}"), height=LEAST)
    grid.row(head("时间"), cell("{{ 会议.时间 }}", span=3), height=LEAST)
    grid.row(head("地点"), cell("{{ 会议.地点 }}", span=3), height=LEAST)
    grid.row(head("主持人"), cell("{{ 会议.主持人 }}"), head("记录人"), cell("{{ 会议.记录人 }}"), height=LEAST)
    grid.row(head("应到"), cell("{{ 签到.应到 }}"), head("实到"), cell(), height=LEAST)
    grid.row(head("缺席及原因"), cell(span=3), height=ROW)


def _expected(grid: Grid, *, grouped: bool) -> None:
    names = ("序号", "姓名", "党小组", "签名") if grouped else ("序号", "姓名", "签名")
    grid.row(*(head(name) for name in names * 2), height=LEAST, header=True)
    grid.tag("for 行 in 签到.名单")
    grid.row(
        *(
            cell("" if name == "签名" else f"{{{{ 行.{side}.{name} }}}}", style="表格居中")
            for side in ("左", "右")
            for name in names
        ),
        height=ROW,
    )
    grid.tag("endfor")


def _guests(grid: Grid) -> None:
    grid.row(*(head(name) for name in ("列席人", "身份", "签名") * 2), height=LEAST, header=True)
    grid.tag("for 行 in 签到.列席")
    grid.row(
        cell("{{ 行.左.姓名 }}", style="表格居中"),
        cell("{{ 行.左.身份 }}", style="表格居中"),
        cell(),
        cell("{{ 行.右.姓名 }}", style="表格居中"),
        cell("{{ 行.右.身份 }}", style="表格居中"),
        cell(),
        height=ROW,
    )
    grid.tag("endfor")
