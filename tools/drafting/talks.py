"""Drafts the templates of talk records and home-visit records (谈话记录, 家访记录); forms.md 2.9 and 2.10."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tools.drafting.draft import INK_DATE, Draft, Grid, Slot, Text, cell, head, names, prose


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkForm:
    """What a talk and a home visit call their parts."""

    template: str
    title: str
    speaker: str
    partner: str
    others: str
    contents: str
    visit: bool = False
    """Whether the family, those at home and the second visit are asked for."""


TALK_FORMS = (
    TalkForm(
        template="谈话记录",
        title="谈心谈话记录",
        speaker="谈话人",
        partner="谈话对象",
        others="在场人",
        contents="谈话内容",
    ),
    TalkForm(
        template="家访记录",
        title="家访记录",
        speaker="家访人",
        partner="家访对象",
        others="在场家属",
        contents="家访情况",
        visit=True,
    ),
)


def draft_talk(form: TalkForm) -> bytes:
    """Write the template of a talk record or a home-visit record."""
    draft = Draft()
    draft.say("记录标题", f"{{{{ 支部.简称 }}}}{form.title}")
    grid = draft.table([1500, 3122, 1300, 2922])
    grid.row(
        head("编号"),
        cell("{{ 谈话.编号 }}"),
        head("方式"),
        cell("{{ 谈话.方式 }}{% if 谈话.双方 %}（{{ 谈话.双方 }}）{% endif %}"),
    )
    _people(grid, form)
    grid.row(head("时间"), cell("{{ 谈话.时间 }}", span=3))
    grid.row(head("地点"), cell("{{ 谈话.地点 }}", span=3))
    _asked(grid, form.others, "在场人", always=form.visit)
    grid.row(head("事由"), cell("{{ 谈话.事由 }}", span=3))
    _asked(grid, "谈话方法", "谈话方法")
    _asked(grid, "关联立项", "关联立项")
    _asked(grid, "家庭情况", "家庭情况", always=form.visit)
    told = replace(prose("谈话.谈话内容", span=3, ruled=True), top=True)
    grid.row(head(form.contents), told, height=1900, whole=False)
    for name, field in (
        ("思想状况", "思想状况"),
        ("问题和诉求", "诉求"),
        ("意见建议", "意见建议"),
        ("处理措施", "措施"),
    ):
        grid.row(head(name), prose(f"谈话.{field}", span=3), height=560, whole=False)
    grid.row(head("责任人"), cell("{{ 谈话.责任人 }}"), head("时限"), cell("{{ 谈话.时限 }}"))
    grid.row(head("办理结果"), prose("谈话.办理结果", span=3), height=560, whole=False)
    _asked(grid, "回访日期", "回访日期", always=form.visit)
    _signatures(grid, form)
    return draft.save()


def _asked(grid: Grid, name: str, field: str, *, always: bool = False) -> None:
    """Add a row of a part that may go, unless the form asks for it."""
    row = head(name), prose(f"谈话.{field}", span=3)
    if always:
        grid.row(*row)
    else:
        grid.when(f"谈话.{field}", *row)


def _people(grid: Grid, form: TalkForm) -> None:
    """Name the two sides: beside each other, or below where several sit on one."""
    grid.tag("if 谈话.签名|length > 1")
    grid.row(head(form.speaker), names("谈话.谈话人", span=3))
    grid.row(head(form.partner), names("谈话.谈话对象", span=3))
    grid.tag("else")
    grid.row(head(form.speaker), cell("{{ 谈话.谈话人 }}"), head(form.partner), cell("{{ 谈话.谈话对象 }}"))
    grid.tag("endif")


def _signatures(grid: Grid, form: TalkForm) -> None:
    """Set a place for everybody who signs, two side by side."""
    grid.tag("for 行 in 谈话.签名")
    grid.row(_place("行.左", form), _place("行.右", form), height=900)
    grid.tag("endfor")


def _place(path: str, form: TalkForm) -> Slot:
    who = (
        f'{{% if {path}.方 == "谈话人" %}}{form.speaker}{{% else %}}{form.partner}{{% endif %}}签字'
        f"{{% if {path}.姓名 %}}（{{{{ {path}.姓名 }}}}）{{% endif %}}："
    )
    body: tuple[tuple[str, tuple[Text, ...]], ...] = (
        ("模板指令", (f"{{%p if {path}.方 %}}",)),
        ("表格签名", (who, "\t")),
        ("表格签期", (INK_DATE,)),
        ("模板指令", ("{%p else %}",)),
        ("表格签名", ()),
        ("模板指令", ("{%p endif %}",)),
    )
    return Slot((), span=2, body=body)
