"""Drafts the templates of the forms for commendations and disposals (表彰推荐表, 处置呈报表); forms.md 2.20."""

from __future__ import annotations

from tools.drafting.draft import Draft, Grid, Slot, cell, head
from tools.drafting.form_parts import LEAST, UPRIGHT, opinion, texts

WIDTHS = [1080, 1980, 1080, 1980, 1080, 1644]
REST = 5
"""Columns beside the label of a row."""
VOTERS = "应到会有表决权的{应到}名，实到{实到}名"
FIGURES = "赞成{赞成}票，反对{反对}票，弃权{弃权}票"


def draft_commendation() -> bytes:
    """Write the template of the forms that propose a commendation, a page each."""
    draft = Draft(UPRIGHT)
    draft.tag("for 项 in 表彰")
    draft.say("记录标题", "表彰推荐（审批）表", new_page=True)
    grid = _begun(draft)
    grid.row(head("推荐名称"), cell("{{ 项.名称 }}", span=REST), height=LEAST)
    grid.row(head("主要事迹"), texts("项.依据", REST), height=3000, whole=False)
    _discussed(grid)
    grid.row(head("支部意见"), opinion("党支部书记（签字）", REST, lines=3))
    grid.row(head("上级党组织意见"), opinion("（盖章）", REST, lines=3))
    _decided(grid)
    draft.tag("endfor")
    return draft.save()


def draft_disposal() -> bytes:
    """Write the template of the forms that report a measure or a sanction, a page each."""
    draft = Draft(UPRIGHT)
    draft.tag("for 项 in 处置")
    draft.say("记录标题", "{{ 项.类别 }}呈报表", new_page=True)
    grid = _begun(draft)
    grid.row(head("名称"), cell("{{ 项.名称 }}", span=REST), height=LEAST)
    grid.row(head("主要事实和依据"), texts("项.依据", REST), height=2200, whole=False)
    _discussed(grid)
    grid.row(head("本人意见"), opinion("本人（签字）", REST))
    grid.row(head("支部意见"), opinion("党支部书记（签字）", REST))
    grid.row(head("上级党组织意见"), opinion("（盖章）", REST))
    _decided(grid)
    draft.tag("endfor")
    return draft.save()


def _begun(draft: Draft) -> Grid:
    """Begin the table with what is known of the person."""
    draft.say("表格说明", "单位党组织：{{ 支部.全称 }}")
    grid = draft.table(WIDTHS)
    for names in (("姓名", "性别", "民族"), ("出生年月", "文化程度", "党员类别"), ("入党时间", "转正时间", "党小组")):
        grid.row(*(slot for name in names for slot in _of_member(name)), height=LEAST)
    grid.row(head("岗位职务"), cell("{{ 项.党员.职务 }}", span=REST), height=LEAST)
    return grid


def _of_member(name: str) -> tuple[Slot, Slot]:
    return head(name), cell(f"{{{{ 项.党员.{name} }}}}", style="表格居中")


def _discussed(grid: Grid) -> None:
    """Add when it was discussed and how the vote went; what is not known is left to the pen."""
    blank = {
        name: f"{{% if 项.讨论.{name} %}}{{{{ 项.讨论.{name} }}}}{{% else %}}\u3000\u3000{{% endif %}}"
        for name in ("应到", "实到", "赞成", "反对", "弃权")
    }
    body = (
        ("表格文字", ("讨论日期和会议：{{ 项.讨论.会议 }}",)),
        ("表格文字", (f"{VOTERS.format(**blank)}；",)),
        ("表格文字", (f"{FIGURES.format(**blank)}。",)),
    )
    grid.row(head("会议讨论"), Slot((), span=REST, body=body), height=LEAST)
    grid.row(head("填表人"), cell(span=2), head("填表日期"), cell(span=2), height=LEAST)


def _decided(grid: Grid) -> None:
    grid.row(
        head("文号"),
        cell("{{ 项.文号 }}", span=2),
        head("日期"),
        cell("{{ 项.日期 }}", span=2),
        height=LEAST,
    )
