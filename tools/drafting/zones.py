"""Drafts the templates of the register and the list of zones (责任区登记表, 责任区一览表); forms.md 2.12."""

from __future__ import annotations

from tools.drafting.draft import Draft, cell, head
from tools.drafting.form_parts import LEAST, UPRIGHT, WIDE, foot, opinion, texts

MONTHS = 12
MIDDLE = "表格居中"


def draft_zone_register() -> bytes:
    """Write the template of the register: a page for each zone."""
    draft = Draft(UPRIGHT)
    draft.tag("for 区 in 责任区")
    draft.say("记录标题", "{{ 支部.简称 }}责任区登记表", new_page=True)
    grid = draft.table([737] * MONTHS)
    grid.row(head("名称", 2), cell("{{ 区.名称 }}", span=10), height=LEAST)
    grid.row(head("类型", 2), cell("{{ 区.类型 }}", span=4), head("编号", 2), cell(span=4), height=LEAST)
    grid.row(head("范围", 2), cell("{{ 区.范围 }}", span=10), height=LEAST, whole=False)
    grid.row(head("责任党员", 2), cell("{{ 区.责任党员 }}", span=10), height=LEAST)
    grid.row(head("联系群众", 2), cell("{{ 区.联系群众 }}", span=10), height=LEAST)
    grid.row(head("任务", 2), texts("区.任务", 10), height=2000, whole=False)
    grid.row(head("责任人签字", 2), cell(span=10), height=LEAST)
    grid.row(head("每月检查记录", MONTHS), height=LEAST)
    grid.row(*(head(f"{month}月") for month in range(1, MONTHS + 1)), height=LEAST)
    grid.row(*(cell() for _ in range(MONTHS)), height=1100)
    grid.row(head("群众评议", 2), cell(span=10), height=1500)
    grid.row(head("年度评定", 2), opinion("党支部书记（签字）", 10, said="{{ 区.评定 }}"), height=1100)
    draft.tag("endfor")
    return draft.save()


def draft_zone_list() -> bytes:
    """Write the template of the list."""
    draft = Draft(WIDE)
    draft.say("记录标题", "{{ 支部.简称 }}{{ 支部.年度 }}年责任区一览表")
    grid = draft.table([620, 2500, 1320, 2700, 2536, 2000, 1080])
    labels = ("序号", "名称", "类型", "范围", "责任党员", "联系群众", "年度评定")
    grid.row(*map(head, labels), height=LEAST, header=True)
    grid.tag("for 区 in 责任区")
    grid.row(
        cell("{{ 区.序号 }}", style=MIDDLE),
        cell("{{ 区.名称 }}"),
        cell("{{ 区.类型 }}", style=MIDDLE),
        cell("{{ 区.范围 }}"),
        cell("{{ 区.责任党员 }}"),
        cell("{{ 区.联系群众 }}"),
        cell("{{ 区.评定 }}", style=MIDDLE),
        height=LEAST,
    )
    grid.tag("endfor")
    total = "{% if 合计.个数 %}{{ 合计.个数 }}{% endif %}"
    holders = "{% if 合计.党员 %}{% if 合计.个数 %}，{% endif %}责任党员{{ 合计.党员 }}名{% endif %}"
    draft.when("合计.个数 or 合计.党员", "表格说明", f"合计：{total}{holders}。")
    foot(draft, "填表人", "支部书记（签字）", "日期")
    return draft.save()
