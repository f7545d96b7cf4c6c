"""Drafts the templates of the seven meeting records (会议记录); forms.md 2.1 to 2.8."""

from __future__ import annotations

from dataclasses import dataclass

from tools.drafting.draft import Draft, Grid, Text, cell, head, label, line, listing

NONE = "无"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """What one type of record calls its parts, and who signs."""

    template: str
    body: str = "{{ 支部.简称 }}"
    """Whose meeting it is."""
    name: str
    """Name of the meeting, behind that."""
    title: str
    """Title, behind that name."""
    chair: str = "主持人"
    theme: str = "主题"
    minutes: str = "会议内容"
    topic: str = "议题"
    demands: str = "会议要求"
    signers: tuple[str, ...] = ("主持人", "记录人")
    ballots: bool = False
    """Whether those who watch and count a secret ballot sign too."""
    attendees: str = ""
    """Label of a field in which all present sign."""


FORMS = (
    Form(template="党员大会记录", name="党员大会", title="党员大会会议记录", ballots=True),
    Form(
        template="支委会记录",
        body="{{ 支部.委员会 }}",
        name="会议（支委会）",
        title="会议记录",
        attendees="出席委员签名",
    ),
    Form(
        template="党小组会记录",
        name="{{ 会议.党小组 }}会议",
        title="{{ 会议.党小组 }}会议记录",
        minutes="学习讨论情况",
        demands="工作安排",
        signers=("党小组长", "记录人"),
    ),
    Form(
        template="党课记录",
        name="党课",
        title="党课记录",
        theme="党课题目",
        minutes="授课要点",
        topic="讨论交流",
        demands="学习要求",
        signers=("授课人", "记录人"),
    ),
    Form(
        template="主题党日记录",
        name="主题党日",
        title="主题党日活动记录",
        chair="组织者",
        theme="活动主题",
        minutes="活动情况",
        topic="活动环节",
        demands="议定事项",
        signers=("组织者", "记录人"),
    ),
    Form(
        template="组织生活会记录",
        name="组织生活会",
        title="组织生活会记录",
        theme="会议主题",
        attendees="到会人员签名",
        demands="整改要求",
    ),
    Form(
        template="民主评议记录",
        name="民主评议党员",
        title="民主评议党员大会记录",
        theme="会议主题",
        signers=("主持人", "记录人", "监票人", "计票人"),
    ),
)


def draft_record(form: Form) -> bytes:
    """Write the template of one type of record."""
    draft = Draft()
    draft.say("记录标题", f"{form.body}{form.title}")
    _head(draft, form)
    draft.say("间隔")
    _minutes(draft, form)
    _agenda(draft, form)
    _problems(draft)
    _candour(draft)
    _evaluation(draft)
    draft.tag("if 会议.会议要求")
    draft.say("记录小标题", form.demands)
    draft.each("段", "会议.会议要求|段落", "记录正文", "{{ 段 }}")
    draft.tag("endif")
    draft.when("会议.散会时间", "记录收尾", "{{ 会议.散会时间 }}散会。")
    _signatures(draft, form)
    return draft.save()


def _head(draft: Draft, form: Form) -> None:
    grid = draft.table([1440, 3804, 1100, 2500])
    joint = "{% if 会议.合并 %}（与{{ 会议.合并 }}合并开展）{% endif %}"
    grid.row(head("会议名称"), cell(f"{form.body}{form.name}{joint}"), head("次数"), cell("{{ 会议.次数 }}"))
    grid.row(head("时间"), cell("{{ 会议.时间 }}", span=3))
    grid.row(head("地点"), cell("{{ 会议.地点 }}", span=3))
    grid.row(head(form.chair), cell("{{ 会议.主持人 }}"), head("记录人"), cell("{{ 会议.记录人 }}"))
    grid.when("会议.委托说明", head("委托说明"), cell("{{ 会议.委托说明 }}", span=3))
    if form.template != "党小组会记录":
        grid.when("会议.党小组", head("党小组"), cell("{{ 会议.党小组 }}", span=3))
    grid.row(head("应到实到"), cell("{{ 会议.人数 }}", span=3))
    grid.row(
        head("出席"),
        listing(
            "组", "会议.出席", "{% if 组.党小组 %}", label("{{ 组.党小组 }}："), "{% endif %}{{ 组.名单 }}", span=3
        ),
    )
    _optional(grid, "缺席及原因", "会议.缺席")
    _optional(grid, "列席", "会议.列席")
    grid.when("会议.主题", head(form.theme), cell("{{ 会议.主题 }}", span=3))
    grid.tag("if 会议.授课人")
    grid.row(head("授课人"), cell("{{ 会议.授课人 }}"), head("学时"), cell("{{ 会议.学时 }}"))
    grid.tag("elif 会议.学时")
    grid.row(head("学时"), cell("{{ 会议.学时 }}", span=3))
    grid.tag("endif")
    grid.when("会议.学习材料", head("学习材料"), cell("{{ 会议.学习材料 }}", span=3))
    grid.when("会议.照片", head("照片编号"), cell("{{ 会议.照片 }}", span=3))


def _optional(grid: Grid, name: str, field: str) -> None:
    grid.row(head(name), cell(f"{{% if {field} %}}{{{{ {field} }}}}{{% else %}}{NONE}{{% endif %}}", span=3))


def _minutes(draft: Draft, form: Form) -> None:
    draft.tag("if 会议.内容纪要")
    draft.say("记录小标题", form.minutes)
    draft.each("段", "会议.内容纪要|段落", "记录正文", "{{ 段 }}")
    draft.tag("endif")


def _agenda(draft: Draft, form: Form) -> None:
    draft.tag("for 项 in 议题")
    draft.say("记录小标题", f"{form.topic}{{{{ 项.序号 }}}}{{% if 项.标题 %}}：{{{{ 项.标题 }}}}{{% endif %}}")
    draft.each(
        "报",
        "项.汇报",
        "记录正文",
        label("{{ 报.姓名 }}汇报{% if 报.发言人 %}，{{ 报.发言人 }}发言{% endif %}："),
        "{{ 报.要点 }}",
    )
    draft.each("言", "项.发言", "记录正文", "{% if 言.姓名 %}", label("{{ 言.姓名 }}："), "{% endif %}{{ 言.要点 }}")
    _election(draft)
    draft.tag("for 票 in 项.表决")
    draft.when("not 票.选举", "记录正文", label("{{ 票.名目 }}："), "{{ 票.会前 }}{{ 票.说明 }}{{ 票.结果 }}")
    _watchers(draft, "票", "not 票.选举 and (票.监票人 or 票.计票人)")
    draft.tag("endfor")
    draft.each(
        "决",
        "项.决议",
        "记录正文",
        "{% if 决.内容 %}",
        label("决议："),
        "{{ 决.内容 }}{% endif %}{% if 决.责任人 %}责任人：{{ 决.责任人 }}。{% endif %}"
        "{% if 决.时限 %}完成时限：{{ 决.时限|句 }}{% endif %}",
    )
    draft.when("项.附件", "记录正文", label("附件："), "{{ 项.附件 }}")
    draft.tag("endfor")


def _election(draft: Draft) -> None:
    draft.tag("for 选 in 项.选举")
    draft.say("记录正文", label("选举："), "{{ 选.说明 }}")
    grid = draft.table([2844, 1500, 1500, 1500, 1500])
    grid.row(head("候选人"), head("赞成"), head("反对"), head("弃权"), head("结果"), header=True)
    grid.tag("for 人 in 选.候选人")
    grid.row(*(cell(f"{{{{ 人.{name} }}}}", style="表格居中") for name in ("姓名", "赞成", "反对", "弃权", "结果")))
    grid.tag("endfor")
    draft.say("间隔")
    draft.when("选.结果", "记录正文", "{{ 选.结果 }}")
    _watchers(draft, "选", "选.监票人 or 选.计票人")
    draft.tag("endfor")


def _watchers(draft: Draft, name: str, condition: str) -> None:
    draft.when(
        condition,
        "记录正文",
        f"{{% if {name}.监票人 %}}监票人：{{{{ {name}.监票人 }}}}{{% if {name}.计票人 %}}；{{% endif %}}{{% endif %}}"
        f"{{% if {name}.计票人 %}}计票人：{{{{ {name}.计票人 }}}}{{% endif %}}。",
    )


def _problems(draft: Draft) -> None:
    draft.tag("if 问题清单")
    draft.say("记录小标题", "问题和整改清单")
    grid = draft.table([700, 2570, 2570, 1000, 2004])
    grid.row(head("序号"), head("查摆的问题"), head("整改措施"), head("责任人"), head("时限"), header=True)
    grid.tag("for 题 in 问题清单")
    grid.row(
        cell("{{ 题.序号 }}", style="表格居中"),
        cell("{{ 题.问题 }}"),
        cell("{{ 题.整改措施 }}"),
        cell("{{ 题.责任人 }}", style="表格居中"),
        cell("{{ 题.时限 }}", style="表格居中"),
    )
    grid.tag("endfor")
    draft.say("间隔")
    draft.tag("endif")


def _candour(draft: Draft) -> None:
    draft.tag("if 逐人")
    draft.say("记录小标题", "批评与自我批评")
    grid = draft.table([1300, 2700, 2800, 2044])
    grid.row(head("姓名"), head("自我批评要点"), head("批评人和批评意见"), head("本人表态"), header=True)
    grid.tag("for 人 in 逐人")
    grid.row(
        cell("{{ 人.姓名 }}", style="表格居中"),
        cell("{{ 人.自我批评 }}"),
        cell("{{ 人.批评意见 }}"),
        cell("{{ 人.表态 }}"),
        height=600,
    )
    grid.tag("endfor")
    draft.say("间隔")
    draft.tag("endif")


def _evaluation(draft: Draft) -> None:
    draft.tag("if 评议")
    draft.say("记录小标题", "民主测评汇总")
    grid = draft.table([1500, 760, 760, 1300, 1000, 1160, 2364])
    grid.row(*(head(name) for name in ("姓名", "优秀", "合格", "基本合格", "不合格", "等次", "备注")), header=True)
    grid.tag("for 人 in 评议.名单")
    fields = ("姓名", "优秀票", "合格票", "基本合格票", "不合格票", "等次", "备注")
    grid.row(*(cell(f"{{{{ 人.{field} }}}}", style="表格居中") for field in fields))
    grid.tag("endfor")
    draft.say("间隔")
    draft.when("评议.等次统计", "记录正文", "支部综合评定：{{ 评议.等次统计 }}。")
    draft.say("记录小标题", "自评、互评和支部意见")
    grid = draft.table([1300, 2514, 2515, 2515])
    grid.row(head("姓名"), head("自评"), head("互评"), head("支部意见"), header=True)
    grid.tag("for 人 in 评议.名单")
    grid.row(
        cell("{{ 人.姓名 }}", style="表格居中"), cell("{{ 人.自评 }}"), cell("{{ 人.互评 }}"), cell("{{ 人.支部意见 }}")
    )
    grid.tag("endfor")
    draft.say("间隔")
    draft.tag("endif")


def _signatures(draft: Draft, form: Form) -> None:
    _pairs(draft, form.signers)
    if form.ballots:
        draft.tag("if 会议.有票决")
        _pairs(draft, ("监票人", "计票人"))
        draft.say("记录签名", "党支部书记（签名）：", line(7), "\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日")
        draft.tag("endif")
    if form.attendees:
        draft.say("记录签名", f"{form.attendees}：", line(22))
        draft.say("记录签名", line(29))


def _pairs(draft: Draft, signers: tuple[str, ...]) -> None:
    for first in range(0, len(signers), 2):
        pieces: list[Text] = []
        for name in signers[first : first + 2]:
            pieces += [f"{name}（签名）：", line(7), "\u3000"]
        draft.say("记录签名", *pieces[:-1])
