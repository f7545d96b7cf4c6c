"""Drafts the templates of talk records and home-visit records (谈话记录, 家访记录); forms.md 2.9 and 2.10."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tools.drafting.draft import Draft, cell, head, line


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkForm:
    """What a talk and a home visit call their parts."""

    template: str
    title: str
    speaker: str
    partner: str
    others: str
    contents: str


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
        cell("{{ 谈话.方式 }}{% if 谈话.类型 %}（{{ 谈话.类型 }}）{% endif %}"),
    )
    grid.row(head(form.speaker), cell("{{ 谈话.谈话人 }}"), head(form.partner), cell("{{ 谈话.谈话对象 }}"))
    grid.row(head("时间"), cell("{{ 谈话.时间 }}", span=3))
    grid.row(head("地点"), cell("{{ 谈话.地点 }}", span=3))
    grid.when("谈话.在场人", head(form.others), cell("{{ 谈话.在场人 }}", span=3))
    grid.row(head("事由"), cell("{{ 谈话.事由 }}", span=3))
    grid.when("谈话.谈话方法", head("谈话方法"), cell("{{ 谈话.谈话方法 }}", span=3))
    grid.when("谈话.关联立项", head("关联立项"), cell("{{ 谈话.关联立项 }}", span=3))
    grid.when("谈话.家庭情况", head("家庭情况"), cell("{{ 谈话.家庭情况 }}", span=3))
    grid.row(head(form.contents), replace(cell("{{ 谈话.谈话内容 }}", span=3), top=True), height=1900, whole=False)
    for name, field in (
        ("思想状况", "思想状况"),
        ("问题和诉求", "诉求"),
        ("意见建议", "意见建议"),
        ("处理措施", "措施"),
    ):
        grid.row(head(name), cell(f"{{{{ 谈话.{field} }}}}", span=3), height=560, whole=False)
    grid.row(head("责任人"), cell("{{ 谈话.责任人 }}"), head("时限"), cell("{{ 谈话.时限 }}"))
    grid.row(head("办理结果"), cell("{{ 谈话.办理结果 }}", span=3), height=560, whole=False)
    grid.when("谈话.回访日期", head("回访日期"), cell("{{ 谈话.回访日期 }}", span=3))
    date = ("\u3000\u3000年\u3000\u3000月\u3000\u3000日",)
    grid.row(
        replace(cell(f"{form.speaker}签字：", line(7), span=2), below=date),
        replace(cell(f"{form.partner}签字：", line(6), span=2), below=date),
        height=900,
    )
    return draft.save()
