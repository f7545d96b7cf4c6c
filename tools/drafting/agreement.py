"""Drafts the template of the responsibility agreement (党员目标管理责任书); forms.md 2.11."""

from __future__ import annotations

from tools.drafting.draft import INK_DATE, Draft, cell, head, prose

PURPOSE = (
    "为把党员义务和岗位职责落实为有数量、有质量、有时限的目标{% if 支部.中心任务 %}，围绕{{ 支部.中心任务 }}{% endif %}"
    "{% if 支部.年度学习主题 %}，深入学习贯彻{{ 支部.年度学习主题 }}{% endif %}"
    "{% if 支部.依据文件名单 %}，依照{{ 支部.依据文件名单 }}{% endif %}，甲乙双方签订本责任书。"
)
DUTIES = (
    "乙方应当履行《中国共产党章程》{% if 支部.党章版本 %}（{{ 支部.党章版本 }}）{% endif %}第三条规定的八项义务"
    "{% if 支部.口号名单 %}，落实{{ 支部.口号名单 }}的要求{% endif %}，完成下列目标。"
)
ASSESSMENT = (
    "考核采取党员自查、{% if 支部.党小组 %}党小组互查、{% endif %}支部抽查相结合的办法，年终结合民主评议党员综合评定。"
    "{% if 支部.责任书满分 %}各项目标满分合计{{ 支部.责任书满分 }}分"
    "{% if 支部.责任书合格分 %}，考核得分低于{{ 支部.责任书合格分 }}分的为不合格{% endif %}。{% endif %}"
)
REWARDS = (
    "考核结果作为民主评议党员和评先评优的重要依据。目标完成好的，支部给予表扬，评优时优先推荐；"
    "没有完成的，由{% if 责任书.书记本人 %}上级党组织{% else %}支部书记{% endif %}谈话提醒，限期改进；造成不良影响的，按照有关规定处理。"
)
TERM = (
    "本责任书自签订之日起生效，至{{ 责任书.截止日期 }}止；乙方组织关系转出本支部的，自转出之日起终止。"
    "本责任书一式两份，甲乙双方各执一份。"
)
ZONE = (
    "{{ 区.名称 }}{% if 区.类型 %}（{{ 区.类型 }}）{% endif %}{% if 区.范围 %}，范围：{{ 区.范围 }}{% endif %}"
    "{% if 区.联系群众 %}，联系群众：{{ 区.联系群众 }}{% endif %}。"
)


def draft_agreement() -> bytes:
    """Write the template."""
    draft = Draft()
    draft.say("公文标题", "{{ 支部.年度 }}年度党员目标管理责任书")
    draft.say("公文顶格", "甲方：{{ 支部.全称 }}")
    draft.say("公文顶格", "乙方：{{ 党员.称呼 }}", after=120)
    _party(draft)
    draft.say("公文正文", PURPOSE)
    draft.say("公文正文", DUTIES)
    for category in ("共性", "岗位", "个性"):
        _targets(draft, f"{category}目标")
    _zones(draft)
    for title, text in (("考核", ASSESSMENT), ("奖惩", REWARDS), ("附则", TERM)):
        draft.say("heading 1", f"{{{{ 部分.{title} }}}}、{title}")
        draft.say("公文正文", text)
    _signatures(draft)
    return draft.save()


def _party(draft: Draft) -> None:
    grid = draft.table([1500, 2922, 1500, 2922], caption="签订责任书的党员")
    grid.row(head("党小组"), cell("{{ 党员.党小组 }}"), head("岗位"), cell("{{ 党员.岗位 }}"))
    grid.row(head("入党日期"), cell("{{ 党员.入党日期 }}"), head("党龄"), cell("{{ 党员.党龄 }}"))


def _targets(draft: Draft, part: str) -> None:
    draft.tag(f"if {part}")
    draft.say("heading 1", f"{{{{ 部分.{part} }}}}、{part}", after=60)
    grid = draft.table([700, 3090, 2150, 700, 2204])
    grid.row(head("序号"), head("目标内容"), head("考核标准"), head("分值"), head("完成时限"), header=True)
    grid.tag(f"for 目标 in {part}")
    grid.row(
        cell("{{ 目标.序号 }}", style="表格居中"),
        prose("目标.目标内容"),
        prose("目标.考核标准"),
        cell("{{ 目标.分值 }}", style="表格居中"),
        cell("{{ 目标.完成时限 }}", style="表格居中"),
    )
    grid.tag("endfor")
    draft.tag("endif")


def _zones(draft: Draft) -> None:
    draft.tag("if 责任区")
    draft.say("heading 1", "{{ 部分.责任区 }}、责任区")
    draft.tag("for 区 in 责任区")
    draft.say("公文正文", ZONE, "{% if 区.任务 %}任务：{{ 区.任务|句|首段 }}{% endif %}")
    draft.each("段", "区.任务|句|余段", "公文正文", "{{ 段 }}")
    draft.tag("endfor")
    draft.tag("endif")


def _signatures(draft: Draft) -> None:
    style = "公文签名"
    draft.sign("甲方（盖章）：", "乙方（签字）：", style=style, lined=(False, True))
    draft.sign("{% if 责任书.书记本人 %}上级党组织负责人{% else %}党支部书记{% endif %}（签字）：", style=style)
    draft.say(
        style, f"签订日期：{{% if 责任书.签订日期 %}}{{{{ 责任书.签订日期 }}}}{{% else %}}{INK_DATE}{{% endif %}}"
    )
