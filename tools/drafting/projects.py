"""Drafts the templates of the papers on projects (立项攻关登记表, 立项攻关验收表); forms.md 2.13."""

from __future__ import annotations

from tools.drafting.draft import Draft, Grid, cell, head
from tools.drafting.form_parts import LEAST, UPRIGHT, opinion, signed, texts

MARKS = ("科技含量", "自主创新", "难易程度", "推广应用", "经济和社会效益")
"""What is marked when a project is accepted; the marks are written by hand."""
WIDTHS = [737] * 12


def draft_project_register() -> bytes:
    """Write the template of the register: a page for each project, more where its texts are long."""
    draft = Draft(UPRIGHT)
    draft.tag("for 项 in 立项")
    draft.say("记录标题", "{{ 支部.简称 }}立项攻关登记表", new_page=True)
    grid = draft.table(WIDTHS)
    _head(grid)
    _pair(grid, "立项日期", "时限")
    _pair(grid, "负责人", "组员")
    grid.row(head("参加群众", 2), cell("{{ 项.参加群众 }}", span=10), height=LEAST)
    for name in ("现状与难点", "目标", "措施"):
        grid.row(head(name, 2), texts(f"项.{name}", 10), height=900, whole=False)
    grid.row(head("进度节点", 2), cell(span=10), height=800)
    grid.row(*signed("填表人", "负责人签字", span=4, label_span=2), height=LEAST)
    grid.row(head("支部意见", 2), opinion("党支部书记（签字）", 10))
    grid.row(head("上级备案", 2), opinion("（盖章）", 10))
    draft.tag("endfor")
    return draft.save()


def draft_project_acceptance() -> bytes:
    """Write the template of the paper of acceptance: a page for each project, more where its texts are long."""
    draft = Draft(UPRIGHT)
    draft.tag("for 项 in 立项")
    draft.say("记录标题", "{{ 支部.简称 }}立项攻关验收表", new_page=True)
    grid = draft.table(WIDTHS)
    _head(grid)
    _pair(grid, "负责人", "组员")
    _pair(grid, "立项日期", "时限")
    grid.row(head("完成日期", 2), cell("{{ 项.完成日期 }}", span=10), height=LEAST)
    grid.row(head("目标", 2), texts("项.目标", 10), height=600, whole=False)
    grid.row(head("中期检查", 2), cell(span=10), height=700)
    grid.row(head("成果", 2), texts("项.成果", 10), height=900, whole=False)
    _benefit(grid)
    grid.row(head("社会效益", 2), cell(span=10), height=700)
    grid.row(head("党员作用", 2), cell(span=10), height=700)
    grid.row(*signed("负责人签字", "书记签字", span=4, label_span=2), height=LEAST)
    grid.row(head("评分项目", 2), *(head(mark, 2) for mark in MARKS), height=LEAST)
    grid.row(head("得分", 2), *(cell(span=2) for _ in MARKS), height=LEAST)
    grid.row(head("验收情况", 2), texts("项.验收", 10), height=700, whole=False)
    grid.row(head("验收结论", 2), opinion("验收人（签字）", 10))
    draft.tag("endfor")
    return draft.save()


def _head(grid: Grid) -> None:
    _pair(grid, "编号", "类别")
    grid.row(head("名称", 2), cell("{{ 项.名称 }}", span=10), height=LEAST)


def _pair(grid: Grid, left: str, right: str) -> None:
    """Add a row of two labels with what the project says under their names."""
    grid.row(
        head(left, 2),
        cell(f"{{{{ 项.{left} }}}}", span=4),
        head(right, 2),
        cell(f"{{{{ 项.{right} }}}}", span=4),
        height=LEAST,
    )


def _benefit(grid: Grid) -> None:
    """Add the benefit with its computation and who confirmed it, the three together or none of them."""
    grid.row(
        head("经济效益", 2),
        cell("{% if 项.效益金额 %}{{ 项.效益金额 }}万元{% endif %}", span=4),
        head("确认人", 2),
        cell("{% if 项.效益金额 %}{{ 项.确认人 }}{% endif %}", span=4),
        height=LEAST,
    )
    grid.row(head("计算依据", 2), texts("项.计算依据 if 项.效益金额", 10), height=LEAST, whole=False)
