"""Drafts the papers of what ballots came to: of votes (票决情况汇总表), of the evaluation, and each member's form."""

from __future__ import annotations

from dataclasses import replace

from tools.drafting.ballots import MARKS
from tools.drafting.draft import INK_DATE, Draft, Grid, Slot, cell, element, head
from tools.drafting.measures import LANDSCAPE

LEAST = 460
ROW = 420
VOTES = (
    ("应到", "应到会有表决权"),
    ("实到", "实到"),
    ("发出", "发出"),
    ("收回", "收回"),
    ("书面意见", "书面意见"),
    ("有效", "有效"),
    ("无效", "无效"),
    ("赞成", "赞成"),
    ("反对", "反对"),
    ("弃权", "弃权"),
)
"""Fields of a vote, and the headings of their columns."""


def draft_vote_summary() -> bytes:
    """Write the template of the summary of the ballots of a meeting."""
    draft = Draft(LANDSCAPE)
    draft.say("记录标题", "{{ 支部.简称 }}{{ 会议.名称 }}票决情况汇总表")
    _head(draft.table([1400, 5200, 1400, 5256]))
    grid = draft.table([700, 2700, 1000, 1000, *([640] * (len(VOTES) - 1)), 2000])
    grid.row(
        head("序号"), head("表决事项"), head("对象"), *(head(title) for _, title in VOTES), head("结果"), header=True
    )
    grid.tag("for 行 in 票决.表决")
    grid.row(
        cell("{{ 行.序号 }}", style="表格居中"),
        cell(
            "{% if 行.议题 %}{{ 行.议题 }}{% else %}{{ 行.名目 }}{% endif %}{% if 行.应选 %}（应选{{ 行.应选 }}名）{% endif %}"
        ),
        cell("{{ 行.对象 }}", style="表格居中"),
        *(cell(f"{{{{ 行.{field} }}}}", style="表格居中") for field, _ in VOTES),
        cell("{{ 行.结果 }}"),
        height=800,
    )
    grid.tag("endfor")
    _counters(draft.table([1400, 5200, 1400, 5256]), "票决")
    draft.say("表格说明", "“有效”含计入的书面意见；结果由监票人、计票人核对。")
    _signatures(draft)
    return draft.save()


def _head(grid: Grid) -> None:
    grid.row(
        head("会议"), cell("{{ 会议.类型 }}（{{ 会议.次数 }}）"), head("时间"), cell("{{ 会议.时间 }}"), height=LEAST
    )
    grid.row(head("地点"), cell("{{ 会议.地点 }}"), head("主持人"), cell("{{ 会议.主持人 }}"), height=LEAST)


def _counters(grid: Grid, source: str) -> None:
    who = (f"{{{{ {source}.监票人 }}}}", f"{{{{ {source}.计票人 }}}}")
    grid.row(head("监票人"), cell(who[0]), head("计票人"), cell(who[1]), height=LEAST)


def _signatures(draft: Draft) -> None:
    draft.sign("监票人（签名）：", "计票人（签名）：")
    draft.sign("党支部书记（签名）：", "日期：")


def draft_evaluation_summary() -> bytes:
    """Write the template of the summary of the evaluation."""
    draft = Draft()
    draft.say("记录标题", "{{ 支部.简称 }}\n{{ 支部.年度 }}年度民主评议党员结果汇总表")
    grid = draft.table([1100, 1848, 1100, 1748, 1100, 1948])
    grid.row(head("会议"), cell("{{ 会议.类型 }}", span=3), head("次数"), cell("{{ 会议.次数 }}"), height=LEAST)
    grid.row(head("时间"), cell("{{ 会议.时间 }}", span=3), head("地点"), cell("{{ 会议.地点 }}"), height=LEAST)
    grid.row(head("应到"), cell("{{ 到会.应到 }}名"), head("实到"), cell("{{ 到会.实到 }}名", span=3), height=LEAST)
    grid.row(
        head("发票"),
        cell("{{ 测评.发出 }}"),
        head("收票"),
        cell("{{ 测评.收回 }}"),
        head("有效票"),
        cell("{{ 测评.有效 }}"),
        height=LEAST,
    )
    grid.row(head("监票人"), cell("{{ 测评.监票人 }}"), head("计票人"), cell("{{ 测评.计票人 }}", span=3), height=LEAST)
    draft.say("间隔")
    grid = draft.table([700, 1500, 800, 800, 1200, 1000, 1200, 1644])
    names = ("序号", "姓名", *MARKS, "等次", "备注")
    grid.row(*(head(name) for name in names), height=ROW, header=True)
    grid.tag("for 人 in 评议.名单")
    fields = ("姓名", "优秀票", "合格票", "基本合格票", "不合格票", "等次", "备注")
    grid.row(
        cell("{{ loop.index }}", style="表格居中"),
        *(cell(f"{{{{ 人.{field} }}}}", style="表格居中") for field in fields),
        height=ROW,
    )
    grid.tag("endfor")
    draft.when("评议.等次统计", "表格说明", "支部综合评定：{{ 评议.等次统计 }}。")
    _signatures(draft)
    return draft.save()


def draft_evaluation_form() -> bytes:
    """Write the template of a member's evaluation form."""
    draft = Draft()
    draft.say("记录标题", "{{ 支部.年度 }}年度民主评议党员登记表")
    draft.say("表格说明", "党支部：{{ 支部.全称 }}")
    grid = draft.table([1480, 1640, 1200, 1240, 1240, 2044])
    member = [
        ("姓名", "姓名"),
        ("性别", "性别"),
        ("民族", "民族"),
        ("出生年月", "出生年月"),
        ("文化程度", "文化程度"),
        ("党小组", "党小组"),
    ]
    for first in range(0, len(member), 3):
        grid.row(*_filled(member[first : first + 3]), height=LEAST)
    grid.row(
        head("入党时间"),
        cell("{{ 党员.入党日期 }}", span=2),
        head("转正时间"),
        cell("{{ 党员.转正日期 }}", span=2),
        height=LEAST,
    )
    grid.row(head("岗位及职务"), cell("{{ 党员.岗位职务 }}", span=5), height=LEAST)
    _opinion(grid, "个人自评", "评议.自评", "本人签名：", height=1300)
    grid.tag("if 评议.互评")
    grid.row(head("党员互评"), cell("{{ 评议.互评 }}", span=5), height=LEAST, whole=False)
    grid.tag("endif")
    _opinion(grid, "党小组意见", "", "党小组长签名：", height=1100)
    _votes(grid)
    _opinion(grid, "党支部意见", "评议.支部意见", "支部书记签名（盖章）：", height=1300)
    _opinion(grid, "上级党组织意见", "", "（盖章）", height=1000)
    _opinion(grid, "本人阅知", "", "本人签名：", height=400)
    return draft.save()


def _filled(pairs: list[tuple[str, str]]) -> list[Slot]:
    return [slot for name, field in pairs for slot in (head(name), cell(f"{{{{ 党员.{field} }}}}"))]


def _opinion(grid: Grid, name: str, source: str, signer: str, *, height: int) -> None:
    """Add a text, or room for one, with a line at its foot for whoever signs it; the two rows look like one."""
    room = Slot((), span=5, top=True, body=(("表格文字", ()),))
    if source:
        lines = (("模板指令", (f"{{%p for 段 in {source}|段落 %}}",)), ("表格文字", ("{{ 段 }}",)))
        room = replace(room, body=(*lines, ("模板指令", ("{%p endfor %}",)), ("表格文字", ())))
    grid.row(head(name), room, height=height, whole=False)
    grid.row(
        head(""),
        cell(f"{signer}\u3000\u3000\u3000\u3000\u3000\u3000{INK_DATE}", span=5, style="表格靠右"),
        height=LEAST,
    )
    upper, lower = grid.table._tbl.tr_lst[-2:]
    for row, merge, side in ((upper, "restart", "bottom"), (lower, "continue", "top")):
        label, text = row.tc_lst
        label.get_or_add_tcPr().insert(1, element("w:vMerge", val=merge))
        borders = element("w:tcBorders")
        borders.append(element(f"w:{side}", val="nil"))
        text.get_or_add_tcPr().insert(2, borders)


def _votes(grid: Grid) -> None:
    """Add the rows of the poll and the grade; whoever is on probation has neither, and it is said."""
    grid.tag("if 评议.定等次")
    said = "\u3000".join(
        f"{name}{{% if 评议.{field} %}}{{{{ 评议.{field} }}}}{{% else %}}\u3000\u3000{{% endif %}}票"
        for name, field in (("有效", "有效票"), *((name, f"{name}票") for name in MARKS))
    )
    grid.row(head("民主测评"), cell(said, span=5), height=LEAST)
    grid.tag("endif")
    grid.row(head("评定等次"), cell("{{ 评议.等次 }}{{ 评议.备注 }}", span=5), height=LEAST)
