"""Drafts the template of the responsibility agreement (党员目标管理责任书); forms.md 2.11."""

from __future__ import annotations

from tools.drafting.draft import Draft, cell, head, line

PURPOSE = (
    "为把党员义务和岗位职责落实为有数量、有质量、有时限的目标{% if 支部.中心任务 %}，围绕{{ 支部.中心任务 }}{% endif %}"
    "{% if 支部.年度学习主题 %}，深入学习贯彻{{ 支部.年度学习主题 }}{% endif %}"
    "{% if 支部.依据文件名单 %}，依照{{ 支部.依据文件名单 }}{% endif %}，甲乙双方签订本责任书。"
)
DUTIES = (
    "乙方应当履行《中国共产党章程》{% if 支部.党章版本 %}（{{ 支部.党章版本 }}）{% endif %}第三条规定的八项义务"
    "{% if 支部.口号 %}，落实{% for 口号 in 支部.口号 %}“{{ 口号.名称 }}”{% if 口号.含义 %}（{{ 口号.含义 }}）{% endif %}"
    "{% if not loop.last %}、{% endif %}{% endfor %}的要求{% endif %}，完成下列目标。"
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
    "{% if 区.联系群众 %}，联系群众：{{ 区.联系群众 }}{% endif %}。{% if 区.任务 %}任务：{{ 区.任务|句 }}{% endif %}"
)


def draft_agreement() -> bytes:
    """Write the template."""
    draft = Draft()
    draft.say("公文标题", "{{ 支部.年度 }}年度党员目标管理责任书")
    draft.say("公文顶格", "甲方：{{ 支部.全称 }}")
    draft.say("公文顶格", "乙方：{{ 党员.称呼 }}")
    _party(draft)
    draft.say("间隔")
    draft.say("公文正文", PURPOSE)
    draft.say("公文正文", DUTIES)
    for number, category in zip("一二三", ("共性", "岗位", "个性"), strict=True):
        draft.say("heading 1", f"{number}、{category}目标")
        _targets(draft, f"{category}目标")
    draft.say("heading 1", "四、责任区")
    draft.each("区", "责任区", "公文正文", ZONE)
    draft.when("not 责任区", "公文正文", "无。")
    for title, text in (("五、考核", ASSESSMENT), ("六、奖惩", REWARDS), ("七、附则", TERM)):
        draft.say("heading 1", title)
        draft.say("公文正文", text)
    _signatures(draft)
    return draft.save()


def _party(draft: Draft) -> None:
    grid = draft.table([1500, 2922, 1500, 2922])
    grid.row(head("党小组"), cell("{{ 党员.党小组 }}"), head("岗位"), cell("{{ 党员.岗位 }}"))
    grid.row(head("入党日期"), cell("{{ 党员.入党日期 }}"), head("党龄"), cell("{{ 党员.党龄 }}"))


def _targets(draft: Draft, source: str) -> None:
    draft.tag(f"if {source}")
    grid = draft.table([700, 3090, 2150, 700, 2204])
    grid.row(head("序号"), head("目标内容"), head("考核标准"), head("分值"), head("完成时限"), header=True)
    grid.tag(f"for 目标 in {source}")
    grid.row(
        cell("{{ 目标.序号 }}", style="表格居中"),
        cell("{{ 目标.目标内容 }}"),
        cell("{{ 目标.考核标准 }}"),
        cell("{{ 目标.分值 }}", style="表格居中"),
        cell("{{ 目标.完成时限 }}", style="表格居中"),
    )
    grid.tag("endfor")
    draft.say("间隔")
    draft.tag("else")
    draft.say("公文正文", "无。")
    draft.tag("endif")


def _signatures(draft: Draft) -> None:
    draft.say("间隔")
    grid = draft.table([4900, 3944], ruled=False)
    style = "公文顶格"
    grid.row(cell("甲方（盖章）：", style=style), cell("乙方（签字）：", line(4), style=style), height=640)
    head_of_branch = "{% if 责任书.书记本人 %}上级党组织负责人{% else %}党支部书记{% endif %}（签字）："
    grid.row(cell(head_of_branch, line(4), style=style), cell(style=style), height=640)
    grid.row(
        cell(
            "签订日期：{% if 责任书.签订日期 %}{{ 责任书.签订日期 }}{% else %}\u3000\u3000年\u3000月\u3000日{% endif %}",
            span=2,
            style=style,
        ),
        height=640,
    )
