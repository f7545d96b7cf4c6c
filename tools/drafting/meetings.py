"""Drafts the templates of the seven meeting records (会议记录); forms.md 2.1 to 2.8."""

from __future__ import annotations

from dataclasses import dataclass

from tools.drafting.draft import INK_DATE, Draft, Grid, Slot, Text, cell, head, label, prose

NONE = "无"
WIDE, NARROW = 28, 4
"""Characters that fit a line of the head, and of the column of those responsible."""
CLOSING = 4200
"""Where the line for the time of closing ends, in twips."""


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
    """Label of a table in which all present sign."""
    themed: bool = False
    """Whether the theme is asked for: without it, its row stands blank."""
    lecture: bool = False
    """Whether somebody teaches: who, the hours and what was taught are asked for."""


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
        themed=True,
        lecture=True,
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
        themed=True,
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
        themed=True,
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
    _minutes(draft, form)
    _agenda(draft, form)
    _problems(draft, "其余问题清单", "记录小标题")
    _candour(draft, "其余逐人", "记录小标题")
    _evaluation(draft)
    draft.tag("if 会议.会议要求")
    draft.say("记录小标题", form.demands)
    draft.each("段", "会议.会议要求|段落", "记录正文", "{{ 段 }}")
    draft.tag("endif")
    _closing(draft)
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
    grid.row(head("出席"), _present())
    grid.row(head("缺席及原因"), _names("会议.缺席", f"{{% if 行 %}}{{{{ 行 }}}}{{% else %}}{NONE}{{% endif %}}"))
    grid.when("会议.列席", head("列席"), _names("会议.列席"))
    theme = head(form.theme), cell("{{ 会议.主题 }}", span=3)
    if form.themed:
        grid.row(*theme)
    else:
        grid.when("会议.主题", *theme)
    _lecture(grid, form)
    grid.when("会议.学习材料", head("学习材料"), prose("会议.学习材料", span=3))
    grid.when("会议.照片", head("照片编号"), cell("{{ 会议.照片 }}", span=3))


def _names(path: str, text: str = "{{ 行 }}", width: int = WIDE, span: int = 3) -> Slot:
    """Make a cell with a list of names, on lines that break none."""
    tags = (f"{{%p for 行 in {path}|分行({width}) %}}", "{%p endfor %}")
    body = (("模板指令", (tags[0],)), ("表格文字", (text,)), ("模板指令", (tags[1],)))
    return Slot((), span=span, body=body)


def _present() -> Slot:
    first = ("{% if 组.党小组 and loop.first %}", label("{{ 组.党小组 }}："), "{% endif %}{{ 行 }}")
    body: tuple[tuple[str, tuple[Text, ...]], ...] = (
        ("模板指令", ("{%p for 组 in 会议.出席 %}",)),
        ("模板指令", (f"{{%p for 行 in 组.名单|分行({WIDE}, 组.党小组) %}}",)),
        ("表格文字", first),
        ("模板指令", ("{%p endfor %}",)),
        ("模板指令", ("{%p endfor %}",)),
    )
    return Slot((), span=3, body=body)


def _lecture(grid: Grid, form: Form) -> None:
    both = head("授课人"), cell("{{ 会议.授课人 }}"), head("学时"), cell("{{ 会议.学时 }}")
    if form.lecture:
        grid.row(*both)
        return
    grid.tag("if 会议.授课人")
    grid.row(*both)
    grid.tag("elif 会议.学时")
    grid.row(head("学时"), cell("{{ 会议.学时 }}", span=3))
    grid.tag("endif")


def _minutes(draft: Draft, form: Form) -> None:
    """Set the minutes; where the record would have nothing but a head, or lacks what was taught, lines to write on."""
    draft.tag("if 会议.内容纪要")
    draft.say("记录小标题", form.minutes)
    draft.each("段", "会议.内容纪要|段落", "记录正文", "{{ 段 }}")
    told = "议题 or 问题清单 or (评议 and 评议.名单)"
    draft.tag("else" if form.lecture else f"elif not ({told})")
    draft.say("记录小标题", form.minutes)
    draft.blank_lines()
    draft.tag("endif")


def _agenda(draft: Draft, form: Form) -> None:
    draft.tag("for 项 in 议题")
    number = "{% if 议题|length > 1 %}{{ 项.序号 }}{% endif %}"
    draft.say("记录小标题", f"{form.topic}{number}{{% if 项.标题 %}}：{{{{ 项.标题 }}}}{{% endif %}}")
    _said(draft, "项.汇报", label("{{ 言.姓名 }}汇报{% if 言.发言人 %}，{{ 言.发言人 }}发言{% endif %}："))
    _said(draft, "项.发言", "{% if 言.姓名 %}", label("{{ 言.姓名 }}："), "{% endif %}")
    _problems(draft, "项.问题清单", "表格标题")
    _candour(draft, "项.逐人", "表格标题")
    _election(draft)
    draft.tag("for 票 in 项.表决")
    draft.when("not 票.选举", "记录正文", label("{{ 票.名目 }}："), "{{ 票.会前 }}{{ 票.说明 }}{{ 票.结果 }}")
    _watchers(draft, "票", "not 票.选举 and (票.监票人 or 票.计票人)")
    draft.tag("endfor")
    _resolutions(draft)
    draft.when("项.附件", "记录正文", label("附件："), "{{ 项.附件 }}")
    parts = ("汇报", "发言", "问题清单", "逐人", "选举", "表决", "决议", "附件")
    draft.tag(f"if not (会议.内容纪要 or {' or '.join(f'项.{part}' for part in parts)})")
    draft.blank_lines()
    draft.tag("endif")
    draft.tag("endfor")


def _said(draft: Draft, source: str, *who: Text) -> None:
    """Set what was said, who said it before the first paragraph; a line to write on where only that is known."""
    draft.tag(f"for 言 in {source}")
    draft.tag("if 言.要点")
    draft.prose("言.要点", "记录正文", *who)
    draft.tag("else")
    draft.say("记录正文", *who, "\t", stops=[(draft.page.text_width, True)])
    draft.tag("endif")
    draft.tag("endfor")


def _resolutions(draft: Draft) -> None:
    """Set the resolutions; who carries one out and until when stands behind it, below it where it has several parts."""
    who = "{% if 决.责任人 %}责任人：{{ 决.责任人 }}。{% endif %}{% if 决.时限 %}完成时限：{{ 决.时限|句 }}{% endif %}"
    draft.tag("for 决 in 项.决议")
    draft.tag("if 决.内容|余段")
    draft.prose("决.内容", "记录正文", label("决议："))
    draft.when("决.责任人 or 决.时限", "记录正文", who)
    draft.tag("else")
    draft.say("记录正文", "{% if 决.内容 %}", label("决议："), f"{{{{ 决.内容 }}}}{{% endif %}}{who}")
    draft.tag("endif")
    draft.tag("endfor")


def _election(draft: Draft) -> None:
    draft.tag("for 选 in 项.选举")
    draft.say("记录正文", label("选举："), "{{ 选.说明 }}")
    grid = draft.table([2844, 1500, 1500, 1500, 1500])
    grid.row(head("候选人"), head("赞成"), head("反对"), head("弃权"), head("结果"), header=True)
    grid.tag("for 人 in 选.候选人")
    grid.row(*(cell(f"{{{{ 人.{name} }}}}", style="表格居中") for name in ("姓名", "赞成", "反对", "弃权", "结果")))
    grid.tag("endfor")
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


def _problems(draft: Draft, source: str, style: str) -> None:
    draft.tag(f"if {source}")
    draft.say(style, "问题和整改清单")
    grid = draft.table([700, 2470, 2470, 1300, 1904])
    grid.row(head("序号"), head("查摆的问题"), head("整改措施"), head("责任人"), head("时限"), header=True)
    grid.tag(f"for 题 in {source}")
    grid.row(
        cell("{{ 题.序号 }}", style="表格居中"),
        prose("题.问题"),
        prose("题.整改措施"),
        _names("题.责任人", width=NARROW, span=1),
        cell("{{ 题.时限 }}", style="表格居中"),
    )
    grid.tag("endfor")
    draft.tag("endif")


def _candour(draft: Draft, source: str, style: str) -> None:
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


def _evaluation(draft: Draft) -> None:
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


def _closing(draft: Draft) -> None:
    draft.tag("if 会议.散会时间")
    draft.say("记录收尾", "{{ 会议.散会时间 }}散会。")
    draft.tag("else")
    draft.say("记录收尾", "散会时间：", "\t", stops=[(CLOSING, True)])
    draft.tag("endif")


def _signatures(draft: Draft, form: Form) -> None:
    _pairs(draft, form.signers)
    if form.ballots:
        draft.tag("if 会议.有票决")
        _pairs(draft, ("监票人", "计票人"))
        draft.sign("党支部书记（签名）：", INK_DATE, lined=(True, False))
        draft.tag("endif")
    if form.attendees:
        _everybody(draft, form.attendees)


def _pairs(draft: Draft, signers: tuple[str, ...]) -> None:
    for first in range(0, len(signers), 2):
        draft.sign(*(f"{name}（签名）：" for name in signers[first : first + 2]))


def _everybody(draft: Draft, title: str) -> None:
    """Set a table with a place for each who came; the name is printed beside it, the signature never."""
    draft.say("记录签名", f"{title}：")
    grid = draft.table([1248, 1700] * 3, caption=title)
    grid.row(*(head(name) for name in ("姓名", "签名") * 3), header=True)
    grid.tag("for 行 in 签名")
    names = (cell(f"{{{{ 行.{place} }}}}", style="表格签人") for place in ("左", "中", "右"))
    grid.row(*(slot for name in names for slot in (name, cell(style="表格签人"))), height=460)
    grid.tag("endfor")
