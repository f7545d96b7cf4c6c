"""Drafts the template of the blank sign-in sheet (签到表): two columns of names, and lines for guests."""

from __future__ import annotations

from tools.drafting.draft import Draft, Grid, cell, head

ROW = 460
"""Height of a line to sign on, 8 mm: 28 names and the guests fit a page."""
LEAST = 400
"""Height of the other rows."""


def draft_sign_in() -> bytes:
    """Write the template."""
    draft = Draft()
    draft.say("记录标题", "{{ 支部.简称 }}{{ 会议.名称 }}签到表")
    _head(draft)
    draft.say("表格标题", "应到人员")
    _expected(draft.table([720, 2000, 1702, 720, 2000, 1702]))
    draft.say("表格标题", "列席人员")
    _guests(draft.table([1200, 1900, 1322, 1200, 1900, 1322]))
    return draft.save()


def _head(draft: Draft) -> None:
    grid = draft.table([1440, 3804, 1100, 2500])
    joint = "{% if 会议.合并 %}（与{{ 会议.合并 }}合并开展）{% endif %}"
    grid.row(head("会议名称"), cell(f"{{{{ 会议.名称 }}}}{joint}"), head("次数"), cell("{{ 会议.次数 }}"), height=LEAST)
    grid.row(head("时间"), cell("{{ 会议.时间 }}", span=3), height=LEAST)
    grid.row(head("地点"), cell("{{ 会议.地点 }}", span=3), height=LEAST)
    grid.tag("if 会议.党小组")
    grid.row(head("主持人"), cell("{{ 会议.主持人 }}"), head("党小组"), cell("{{ 会议.党小组 }}"), height=LEAST)
    grid.tag("else")
    grid.row(head("主持人"), cell("{{ 会议.主持人 }}", span=3), height=LEAST)
    grid.tag("endif")
    grid.row(head("应到"), cell("{{ 签到.应到 }}"), head("实到"), cell(), height=LEAST)


def _expected(grid: Grid) -> None:
    grid.row(*(head(name) for name in ("序号", "姓名", "签名") * 2), height=LEAST, header=True)
    grid.tag("for 行 in 签到.名单")
    grid.row(
        cell("{{ 行.左.序号 }}", style="表格居中"),
        cell("{{ 行.左.姓名 }}", style="表格居中"),
        cell(),
        cell("{{ 行.右.序号 }}", style="表格居中"),
        cell("{{ 行.右.姓名 }}", style="表格居中"),
        cell(),
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
