"""Drafts the upright papers about members: how their number moved, who does what, hours of study, exemptions."""

from __future__ import annotations

from tools.drafting.draft import INK_DATE, Draft, Grid, Slot, cell, head

LEAST = 420
"""Least height of a row."""
MID = "表格居中"


def mid(path: str, span: int = 1) -> Slot:
    """Make a cell that says a field in its middle."""
    return cell(f"{{{{ {path} }}}}", span=span, style=MID)


def many(path: str, style: str = "表格文字") -> Slot:
    """Make a cell with a paragraph for each line of a field."""
    return Slot(("{{ 段 }}",), style, repeat=("段", path))


def draft_movement_table() -> bytes:
    """Write the template of how the number of members moved."""
    draft = Draft()
    draft.say("记录标题", "{{ 支部.简称 }}{{ 支部.年度 }}年党员增减情况表")
    grid = draft.table([3600, 1748, 1748, 1748])
    grid.row(head("项目"), head("合计"), head("正式党员"), head("预备党员"), header=True, height=LEAST)
    grid.tag("for 行 in 数字")
    figures = [mid(f"行.{name}") for name in ("合计", "正式", "预备")]
    grid.tag("if 行.其中")
    grid.row(cell("\u3000\u3000其中：{{ 行.项目 }}"), *figures, height=LEAST)
    grid.tag("else")
    grid.row(cell("{{ 行.项目 }}"), *figures, height=LEAST)
    grid.tag("endif")
    grid.tag("endfor")
    draft.say(
        "表格说明",
        "期末党员为{{ 截止 }}的人数；年初党员＋增加－减少＝期末党员，转正只在正式、预备两栏之间移动。"
        "支部大会通过、上级还没有批准的预备党员不计入。",
    )
    draft.tag("if 名单")
    draft.caption("增减名单")
    grid = draft.table([640, 2200, 1300, 1500, 800, 2404])
    grid.row(*map(head, ("序号", "日期", "姓名", "方式", "类别", "来源或去向")), header=True, height=LEAST)
    grid.tag("for 行 in 名单")
    grid.row(
        *(mid(f"行.{name}") for name in ("序号", "日期", "姓名", "方式", "类别")),
        cell("{{ 行.来源去向 }}"),
        height=LEAST,
    )
    grid.tag("endfor")
    draft.tag("endif")
    draft.sign("填表人（签名）：", "支部书记（签名）：")
    draft.sign("上级党组织（盖章）：", "日期：")
    return draft.save()


def draft_division() -> bytes:
    """Write the template of the division of work."""
    draft = Draft()
    draft.tag("if 设支委会")
    draft.say("记录标题", "{{ 支部.委员会 }}分工表")
    draft.tag("else")
    draft.say("记录标题", "{{ 支部.简称 }}书记、委员分工表")
    draft.tag("endif")
    grid = draft.table([1500, 2922, 1500, 2922])
    grid.row(head("届次"), cell("{{ 支部.届次 }}"), head("以哪天为准"), cell("{{ 截止 }}"), height=LEAST)
    grid.row(head("换届日期"), cell("{{ 支部.换届日期 }}"), head("届满日期"), cell("{{ 支部.届满日期 }}"), height=LEAST)
    draft.caption("职务和分工")
    grid = draft.table([640, 1400, 1900, 1600, 3304])
    grid.row(*map(head, ("序号", "姓名", "党内职务", "岗位", "分工")), header=True, height=LEAST)
    grid.tag("for 行 in 委员")
    grid.row(*(mid(f"行.{name}") for name in ("序号", "姓名", "职务", "岗位")), many("行.分工"), height=LEAST)
    grid.tag("endfor")
    draft.tag("if 小组")
    draft.caption("党小组")
    grid = draft.table([3600, 3000, 2244])
    grid.row(*map(head, ("党小组", "组长", "党员人数")), header=True, height=LEAST)
    grid.tag("for 行 in 小组")
    grid.row(*(mid(f"行.{name}") for name in ("名称", "组长", "人数")), height=LEAST)
    grid.tag("endfor")
    draft.tag("endif")
    draft.sign("支部书记（签名）：", "日期：")
    return draft.save()


def draft_study_sheets() -> bytes:
    """Write the template of the members' sheets of study."""
    draft = Draft()
    title = "{{ 支部.年度 }}年党员学时登记表"
    draft.tag("for 人 in 党员")
    draft.tag("if loop.first")
    draft.say("记录标题", title)
    draft.tag("else")
    draft.say("记录标题", title, new_page=True)
    draft.tag("endif")
    grid = draft.table([1100, 1848, 1100, 1848, 1100, 1848])
    grid.row(head("姓名"), mid("人.姓名"), head("党小组"), mid("人.党小组"), head("岗位"), mid("人.岗位"), height=LEAST)
    grid.row(head("支部"), mid("支部.简称", 3), head("职务"), mid("人.职务"), height=LEAST)
    draft.say("间隔")
    grid = draft.table([640, 1500, 2904, 1900, 700, 1200])
    grid.row(*map(head, ("序号", "日期", "内容", "形式", "学时", "补课日期")), header=True, height=LEAST)
    grid.tag("for 行 in 人.学习")
    grid.row(
        mid("行.序号"),
        mid("行.日期"),
        cell("{{ 行.内容 }}"),
        cell("{{ 行.形式 }}"),
        mid("行.学时"),
        mid("行.补课"),
        height=LEAST,
    )
    grid.tag("endfor")
    _hours(grid)
    draft.sign("本人签字：", "支部审核：", "日期：")
    draft.tag("endfor")
    return draft.save()


def _hours(grid: Grid) -> None:
    """Add the sums below what was studied."""
    grid.row(
        Slot(("合计",), "表格标签", 2),
        cell("{{ 人.合计 }}学时（到{{ 截止 }}）"),
        Slot(("全年应学",), "表格标签"),
        cell("{% if 人.应学 %}{{ 人.应学 }}学时{% endif %}{% if 人.还差 %}，还差{{ 人.还差 }}学时{% endif %}", span=2),
        height=LEAST,
    )


def draft_exemption_request() -> bytes:
    """Write the template of the letters that ask not to count somebody as expected."""
    draft = Draft()
    title = "关于{{ 人.姓名 }}同志不计入应到会人数的请示"
    draft.tag("for 人 in 党员")
    draft.tag("if loop.first")
    draft.say("公文标题", title)
    draft.tag("else")
    draft.say("公文标题", title, new_page=True)
    draft.tag("endif")
    draft.say("公文顶格", "{{ 支部.上级党组织 }}：")
    draft.say(
        "公文正文",
        "{{ 人.姓名 }}同志{% if 人.性别 %}，{{ 人.性别 }}{% endif %}{% if 人.出生日期 %}，{{ 人.出生日期 }}出生{% endif %}"
        "{% if 人.入党日期 %}，{{ 人.入党日期 }}入党{% endif %}，编在{{ 支部.简称 }}{{ 人.党小组 }}。",
    )
    draft.when("人.情形", "公文正文", "该同志的情况是：{{ 人.情形 }}。")
    draft.when("not 人.情形", "公文正文", "该同志的情况是：")
    draft.tag("if not 人.情形")
    draft.blank_lines()
    draft.tag("endif")
    draft.say(
        "公文正文",
        "按照规定，党员不计入应到会人数，要经上级党组织同意，并经支部党员大会通过。"
        "拟对该同志照此办理，在党员大会表决和选举时不计入应到会人数。",
    )
    draft.say("公文正文", "妥否，请批示。")
    draft.say("公文落款", "{{ 支部.全称 }}")
    draft.say("公文落款日期", INK_DATE)
    draft.caption("办理情况")
    grid = draft.table([2400, 6444])
    for name, field in (
        ("依据或批复文号", "依据"),
        ("上级党组织同意日期", "同意日期"),
        ("党员大会通过日期", "通过日期"),
    ):
        grid.row(head(name), cell(f"{{{{ 人.{field} }}}}"), height=LEAST)
    draft.sign("支部书记（签名）：", "上级党组织（盖章）：")
    draft.tag("endfor")
    return draft.save()
