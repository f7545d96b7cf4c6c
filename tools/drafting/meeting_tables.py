"""Drafts the tables that meeting records share: votes, problems and remedies, criticism, the year's evaluation."""

from __future__ import annotations

from tools.drafting.draft import Draft, cell, head, label, names, prose

NARROW = 4
"""Characters that fit the column of those responsible."""


def election(draft: Draft) -> None:
    """Set the candidates of each election with their votes."""
    draft.tag("for 选 in 项.选举")
    draft.say("记录正文", label("选举："), "{{ 选.说明 }}")
    grid = draft.table([2844, 1500, 1500, 1500, 1500])
    grid.row(head("候选人"), head("赞成"), head("反对"), head("弃权"), head("结果"), header=True)
    grid.tag("for 人 in 选.候选人")
    grid.row(*(cell(f"{{{{ 人.{name} }}}}", style="表格居中") for name in ("姓名", "赞成", "反对", "弃权", "结果")))
    grid.tag("endfor")
    draft.when("选.结果", "记录正文", "{{ 选.结果 }}")
    watchers(draft, "选", "选.监票人 or 选.计票人")
    draft.tag("endfor")


def watchers(draft: Draft, name: str, condition: str) -> None:
    """Say who watched and who counted a secret ballot."""
    draft.when(
        condition,
        "记录正文",
        f"{{% if {name}.监票人 %}}监票人：{{{{ {name}.监票人 }}}}{{% if {name}.计票人 %}}；{{% endif %}}{{% endif %}}"
        f"{{% if {name}.计票人 %}}计票人：{{{{ {name}.计票人 }}}}{{% endif %}}。",
    )


def problems(draft: Draft, source: str, style: str) -> None:
    """Set the problems found and their remedies."""
    draft.tag(f"if {source}")
    draft.say(style, "问题和整改清单")
    grid = draft.table([700, 2320, 2320, 1300, 2204])
    grid.row(head("序号"), head("查摆的问题"), head("整改措施"), head("责任人"), head("时限"), header=True)
    grid.tag(f"for 题 in {source}")
    grid.row(
        cell("{{ 题.序号 }}", style="表格居中"),
        prose("题.问题"),
        prose("题.整改措施"),
        names("题.责任人", width=NARROW, span=1),
        cell("{{ 题.时限 }}", style="表格居中"),
    )
    grid.tag("endfor")
    draft.tag("endif")


def criticism(draft: Draft, source: str, style: str) -> None:
    """Set what each said of himself, what others said, and what he answered."""
    draft.tag(f"if {source}")
    draft.say(style, "批评与自我批评")
    grid = draft.table([1300, 2700, 2800, 2044])
    grid.row(head("姓名"), head("自我批评要点"), head("批评人和批评意见"), head("本人表态"), header=True)
    grid.tag(f"for 人 in {source}")
    grid.row(
        cell("{{ 人.姓名 }}", style="表格居中"),
        prose("人.自我批评"),
        prose("人.批评意见"),
        prose("人.表态"),
        height=600,
    )
    grid.tag("endfor")
    draft.tag("endif")


def evaluation(draft: Draft) -> None:
    """Set the ballots and what was said of each member in the evaluation of the year."""
    draft.tag("if 评议")
    draft.say("记录小标题", "民主测评汇总")
    grid = draft.table([1500, 760, 760, 1300, 1000, 1160, 2364])
    grid.row(*(head(name) for name in ("姓名", "优秀", "合格", "基本合格", "不合格", "等次", "备注")), header=True)
    grid.tag("for 人 in 评议.名单")
    fields = ("姓名", "优秀票", "合格票", "基本合格票", "不合格票", "等次", "备注")
    grid.row(*(cell(f"{{{{ 人.{field} }}}}", style="表格居中") for field in fields))
    grid.tag("endfor")
    draft.when("评议.等次统计", "记录正文", "支部综合评定：{{ 评议.等次统计 }}。")
    draft.say("记录小标题", "自评、互评和支部意见")
    grid = draft.table([1300, 2514, 2515, 2515])
    grid.row(head("姓名"), head("自评"), head("互评"), head("支部意见"), header=True)
    grid.tag("for 人 in 评议.名单")
    grid.row(cell("{{ 人.姓名 }}", style="表格居中"), prose("人.自评"), prose("人.互评"), prose("人.支部意见"))
    grid.tag("endfor")
    draft.tag("endif")
