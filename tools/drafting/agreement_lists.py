"""Drafts the templates of the lists that go with the agreements (责任书签订汇总表, 考核得分表); forms.md 2.11."""

from __future__ import annotations

from tools.drafting.draft import Draft, cell, head
from tools.drafting.form_parts import LEAST, UPRIGHT, foot

ROW = 500
"""Height of a line to sign on."""
MIDDLE = "表格居中"
SIGNED = (
    "应签{{ 签订.应签 }}名，已签{% if 签订.已签 %}{{ 签订.已签 }}{% else %}\u3000\u3000\u3000{% endif %}名"
    "{% if 签订.有日期 %}（{{ 签订.有日期 }}）{% endif %}。"
)
AVERAGE = (
    "{% if 考核.平均分 %}在册、得分齐全的党员{{ 考核.人数 }}名，平均{{ 考核.平均分 }}分"
    "{% if 考核.没有得分 %}；没有得分或得分不全的{{ 考核.没有得分 }}名{% endif %}。{% endif %}"
)
PASSING = "满分{{ 支部.责任书满分 }}分{% if 支部.责任书合格分 %}，低于{{ 支部.责任书合格分 }}分的为不合格{% endif %}。"


def draft_signing_roll() -> bytes:
    """Write the template of the roll on which members sign."""
    draft = Draft(UPRIGHT)
    draft.say("记录标题", "{{ 支部.简称 }}{{ 支部.年度 }}年度责任书签订汇总表")
    grid = draft.table([580, 1090, 830, 1070, 580, 580, 580, 580, 1250, 1104, 600])
    labels = (
        "序号",
        "姓名",
        "党小组",
        "岗位",
        "共性目标",
        "岗位目标",
        "个性目标",
        "满分",
        "签订日期",
        "本人签字",
        "备注",
    )
    grid.row(*map(head, labels), height=LEAST, header=True)
    grid.tag("for 行 in 名单")
    grid.row(
        *(cell(f"{{{{ 行.{name} }}}}", style=MIDDLE) for name in ("序号", "姓名", "党小组", "岗位")),
        *(cell(f"{{{{ 行.{name}目标数 }}}}", style=MIDDLE) for name in ("共性", "岗位", "个性")),
        *(cell(f"{{{{ 行.{name} }}}}", style=MIDDLE) for name in ("满分", "签订日期")),
        cell(),
        cell("{{ 行.备注 }}", style=MIDDLE),
        height=ROW,
    )
    grid.tag("endfor")
    draft.say("表格说明", SIGNED)
    foot(draft, "填表人", "书记签字", "日期")
    return draft.save()


def draft_score_sheet() -> bytes:
    """Write the template of the score sheet."""
    draft = Draft(UPRIGHT)
    draft.say("记录标题", "{{ 支部.简称 }}{{ 支部.年度 }}年度责任书考核得分表")
    grid = draft.table([580, 1140, 700, 700, 700, 700, 900, 900, 1080, 1444])
    scores = ("共性", "岗位", "个性", "合计")
    grid.row(
        *map(head, ("序号", "姓名", *scores, "自查", "互查", "支部评定", "备注")),
        height=LEAST,
        header=True,
    )
    grid.tag("for 行 in 名单")
    grid.row(
        *(cell(f"{{{{ 行.{name} }}}}", style=MIDDLE) for name in ("序号", "姓名", *scores)),
        *(cell(),) * 3,
        cell("{{ 行.备注 }}", style=MIDDLE),
        height=ROW,
    )
    grid.tag("endfor")
    draft.when("支部.责任书满分", "表格说明", PASSING)
    draft.when("考核.平均分", "表格说明", AVERAGE)
    draft.when("考核.低于合格分", "表格说明", "低于合格分的：{{ 考核.低于合格分 }}。")
    foot(draft, "填表人", "书记签字", "日期")
    return draft.save()
