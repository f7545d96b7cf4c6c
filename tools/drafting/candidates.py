"""Drafts the template of the ledger of candidates (发展党员台账): a list of all, and a page for each; forms.md 2.30."""

from __future__ import annotations

from dataclasses import replace

from tools.drafting.draft import Draft, Grid, Slot
from tools.drafting.measures import LANDSCAPE, Style

SMALL = (
    Style(code="LedgerText", name="台账文字", font="仿宋", size=21, align="left", before=20, after=20, tight=True),
    Style(code="LedgerMid", name="台账居中", font="仿宋", size=21, align="center", before=20, after=20, tight=True),
    Style(code="LedgerHead", name="台账表头", font="黑体", size=21, align="center", before=20, after=20, tight=True),
)
"""Size 5, in which a date fits a narrow column."""
PAGE = replace(LANDSCAPE, styles=(*LANDSCAPE.styles, *SMALL), padding=30)
LEAST, LINE = 440, 620
"""Heights of rows: of the list, and of a person's page."""
LISTED = {
    "序号": ("序号", 480),
    "姓名": ("姓名", 1020),
    "申请入党": ("申请入党日期", 1985),
    "积极分子": ("确定积极分子日期", 1985),
    "发展对象": ("确定发展对象日期", 1985),
    "党员大会": ("大会日期", 1985),
    "上级批准": ("批准日期", 1985),
    "当前阶段": ("当前阶段", 1340),
}
"""Heading of the list to field and width."""
CARD = (1190, 2000) * 4
"""Widths of a person's page: four labels, each with what it labels."""


def draft_ledger() -> bytes:
    """Write the template."""
    draft = Draft(PAGE)
    draft.say("记录标题", "{{ 支部.简称 }}{{ 支部.年度 }}年发展党员台账")
    _list(draft.table([width for _, width in LISTED.values()]))
    draft.say("表格说明", "合计：{{ 台账.人数 }}")
    _sign(draft)
    draft.tag("for 人 in 人员")
    draft.say("记录标题", "发展党员登记页", new_page=True)
    _card(draft.table(CARD))
    _sign(draft)
    draft.tag("endfor")
    return draft.save()


def head(text: str) -> Slot:
    """Make a cell with a label."""
    return Slot((text,), "台账表头")


def of(field: str, span: int = 1) -> Slot:
    """Make a cell with a field of the person."""
    return Slot((f"{{{{ 人.{field} }}}}",), "台账文字" if span > 1 else "台账居中", span)


def _list(grid: Grid) -> None:
    grid.row(*map(head, LISTED), height=LEAST, header=True)
    grid.tag("for 人 in 人员")
    grid.row(*(of(field) for field, _ in LISTED.values()), height=LEAST)
    grid.tag("endfor")


def _card(grid: Grid) -> None:
    rows = (
        (head("姓名"), of("姓名"), head("性别"), of("性别"), head("民族"), of("民族"), head("出生日期"), of("出生日期")),
        (head("编号"), of("编号"), head("文化程度"), of("文化程度"), head("岗位"), of("岗位"), head("当前阶段"), of("当前阶段")),
        (head("申请入党"), of("申请入党日期"), head("派人谈话"), of("谈话日期"), head("积极分子"), of("确定积极分子日期"), head("上级备案"), of("积极分子备案日期")),
        (head("培养联系人"), of("培养联系人", 3), head("半年考察"), of("考察日期", 3)),
        (head("发展对象"), of("确定发展对象日期"), head("上级备案"), of("发展对象备案日期"), head("入党介绍人"), of("入党介绍人", 3)),
        (head("政治审查"), of("政审日期"), head("政审结论"), of("政审结论"), head("集中培训"), of("集训起止"), head("培训学时"), of("集训学时")),
        (head("支委会审查"), of("支委会审查日期"), head("上级预审"), of("预审日期"), head("公示"), of("公示起止"), head("大会讨论"), of("大会日期")),
        (head("上级批准"), of("批准日期"), head("转正"), of("转正日期"), head("不再培养"), of("不再培养日期", 3)),
    )  # fmt: skip
    for row in rows:
        grid.row(*row, height=LINE)
    grid.tag("if 人.备注")
    remark = Slot(("{{ 段 }}",), "台账文字", 7, repeat=("段", "人.备注|段落"), top=True)
    grid.row(head("备注"), remark, height=LINE, whole=False)
    grid.tag("else")
    grid.row(head("备注"), Slot(("",), "台账文字", 7), height=LINE)
    grid.tag("endif")


def _sign(draft: Draft) -> None:
    draft.sign("填表人签名：", "党支部书记签名：", "日期：")
