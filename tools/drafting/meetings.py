"""Drafts the templates of the seven meeting records (会议记录); forms.md 2.1 to 2.8."""

from __future__ import annotations

from dataclasses import dataclass

from tools.drafting.draft import INK_DATE, WIDE, Draft, Grid, Slot, Text, cell, head, label, names, prose
from tools.drafting.meeting_tables import criticism, election, evaluation, problems, watchers

NONE = "无"
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
    problems(draft, "其余问题清单", "记录小标题")
    criticism(draft, "其余逐人", "记录小标题")
    evaluation(draft)
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
    grid.row(
        head("缺席及原因"), names("会议.缺席", f"{{% if 行 %}}{{{{ 行 }}}}{{% else %}}{NONE}{{% endif %}}", span=3)
    )
    grid.when("会议.列席", head("列席"), names("会议.列席", span=3))
    theme = head(form.theme), cell("{{ 会议.主题 }}", span=3)
    if form.themed:
        grid.row(*theme)
    else:
        grid.when("会议.主题", *theme)
    _lecture(grid, form)
    grid.when("会议.学习材料", head("学习材料"), prose("会议.学习材料", span=3))
    grid.when("会议.照片", head("照片编号"), cell("{{ 会议.照片 }}", span=3))


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
    problems(draft, "项.问题清单", "表格标题")
    criticism(draft, "项.逐人", "表格标题")
    election(draft)
    draft.tag("for 票 in 项.表决")
    draft.when("not 票.选举", "记录正文", label("{{ 票.名目 }}："), "{{ 票.会前 }}{{ 票.说明 }}{{ 票.结果 }}")
    watchers(draft, "票", "not 票.选举 and (票.监票人 or 票.计票人)")
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
