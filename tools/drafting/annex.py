"""Drafts the annexes of the work summary: native tables and charts, each under its number and title."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.documents.summary_annexes import ANNEXES
from tools.drafting.annex_charts import HOURS, SCORES, TURNOUT
from tools.drafting.charts import Drawn, add_chart
from tools.drafting.draft import Draft, Grid, Slot, Text
from tools.drafting.measures import BODY_LINE, STANDARD, STYLES, Style

ANNEX_STYLES = (
    Style(
        code="AnnexList",
        name="附件说明",
        font="仿宋",
        size=32,
        line=BODY_LINE,
        align="left",
        before=BODY_LINE,
        left=640,
    ),
    Style(code="AnnexMore", name="附件说明续", font="仿宋", size=32, line=BODY_LINE, align="left", left=1600),
    Style(code="AnnexStart", name="附件页首", font="黑体", size=32, line=579, align="left", keep=True, outline=0),
    Style(
        code="AnnexHead",
        name="附件标题",
        font="黑体",
        size=28,
        line=480,
        align="center",
        before=240,
        after=60,
        keep=True,
        outline=1,
    ),
    Style(code="AnnexText", name="附表文字", font="仿宋", size=21, align="left", before=20, after=20, tight=True),
    Style(code="AnnexLabel", name="附表标签", font="黑体", size=21, align="center", before=20, after=20, tight=True),
    Style(code="AnnexMid", name="附表居中", font="仿宋", size=21, align="center", before=20, after=20, tight=True),
    Style(code="AnnexNote", name="附表说明", font="仿宋", size=21, line=360, align="left", before=40),
    Style(code="ChartTitle", name="图表标题", font="黑体", size=21, line=360, align="center", before=160, keep=True),
    Style(code="Chart", name="图表", font="宋体", size=21, align="center", keep=True),
)
"""五号 in the tables, so that eight columns stand in the type area."""
ANNEXED = replace(STANDARD, styles=(*STYLES, *ANNEX_STYLES))
"""The page of the standard, with the styles of annexes."""
TITLES = {annex.name: annex.title for annex in ANNEXES}
QUARTERS = ("一季度", "二季度", "三季度", "四季度")


def draft_annexes(draft: Draft) -> None:
    """Add the annexes that have something to show, from a new page on."""
    draft.tag(f"if {' or '.join(f'附件号.{name}' for name in TITLES)}")
    draft.say("附件页首", "附件", new_page=True)
    draft.tag("endif")
    for name, write in (
        ("组织生活", _meetings),
        ("到会学时", _members),
        ("目标考核", _targets),
        ("立项攻关", _projects),
        ("谈心谈话", _talks),
        ("学习培训", _courses),
        ("整改清单", _problems),
        ("工作事例", _cases),
    ):
        draft.tag(f"if 附件号.{name}")
        draft.say("附件标题", f"{{{{ 附件号.{name} }}}}　{TITLES[name]}")
        write(draft)
        draft.tag("endif")


def list_annexes(draft: Draft) -> None:
    """Name the annexes between text and signature, one a line. GB/T 9704—2012, 7.3.4."""
    draft.tag("for 件 in 附件号.各件")
    draft.tag("if loop.first")
    draft.say("附件说明", "附件：{% if not loop.last %}{{ 件.序号 }}．{% endif %}{{ 件.名称 }}")
    draft.tag("else")
    draft.say("附件说明续", "{{ 件.序号 }}．{{ 件.名称 }}")
    draft.tag("endif")
    draft.tag("endfor")


def head(*labels: str) -> tuple[Slot, ...]:
    """Make the cells of a header row."""
    return tuple(Slot((label,), "附表标签") for label in labels)


def mid(*texts: Text, span: int = 1) -> Slot:
    """Make a cell with a short text in its middle."""
    return Slot(texts, "附表居中", span)


def text(*texts: Text) -> Slot:
    """Make a cell with running text."""
    return Slot(texts, "附表文字")


def several(source: str) -> Slot:
    """Make a cell with a paragraph for each text of a list; an empty one for an empty list, to write in."""
    return either(source, "")


def either(source: str, otherwise: Text) -> Slot:
    """Make a cell with a paragraph for each text of a list, or with another text where there is none."""
    body: tuple[tuple[str, tuple[Text, ...]], ...] = (
        ("模板指令", (f"{{%p for 段 in {source} %}}",)),
        ("附表文字", ("{{ 段 }}",)),
        ("模板指令", ("{%p else %}",)),
        ("附表文字", (otherwise,)),
        ("模板指令", ("{%p endfor %}",)),
    )
    return Slot((), body=body)


def lines(first: Text, *others: tuple[str, Text]) -> Slot:
    """Make a cell whose first line always stands, the others where there is something to say."""
    body: list[tuple[str, tuple[Text, ...]]] = [("附表文字", (first,))]
    for condition, line in others:
        body += [("模板指令", (f"{{%p if {condition} %}}",)), ("附表文字", (line,)), ("模板指令", ("{%p endif %}",))]
    return Slot((), body=tuple(body))


def rows(grid: Grid, name: str, source: str, *slots: Slot) -> None:
    """Add a row for every line of a table."""
    grid.tag(f"for {name} in {source}")
    grid.row(*slots)
    grid.tag("endfor")


def with_groups(draft: Draft, write: Callable[[bool], None]) -> None:
    """Add a table with a column for the group where the branch has groups, and the same without."""
    draft.tag("if 支部.党小组")
    write(True)
    draft.tag("else")
    write(False)
    draft.tag("endif")


def chart(draft: Draft, drawn: Drawn, table: str, title: str, source: str) -> None:
    """Add a chart with its title above and where its figures come from below, where there is enough to show."""
    draft.tag(f"if {table}")
    draft.say("图表标题", title)
    add_chart(draft, drawn)
    draft.say("附表说明", source)
    draft.tag("endif")


def _meetings(draft: Draft) -> None:
    grid = draft.table((20, 9, 13, 13, 14, 14, 14, 14, 14))
    grid.row(*head("类型", "次数", "应到人次", "实到人次", "参加率", *QUARTERS), header=True)
    figures = ("次数", "应到人次", "实到人次", "参加率", *QUARTERS)
    rows(grid, "类", "附件.组织生活.各类", mid("{{ 类.类型 }}"), *(mid(f"{{{{ 类.{name} }}}}") for name in figures))
    grid.row(mid("合计"), *(mid(f"{{{{ 附件.组织生活.合计.{name} }}}}") for name in figures))
    draft.when(
        "会议.合并开展 or 附件.组织生活.次年",
        "附表说明",
        "注：{% if 会议.合并开展 %}合并开展的{{ 会议.合并开展 }}次会分别计入各类，合计只计一次。{% endif %}"
        "{% if 附件.组织生活.次年 %}次年初开的{{ 附件.组织生活.次年 }}次会计入全年，不计入各季度。{% endif %}",
    )
    chart(
        draft,
        TURNOUT,
        "附件.组织生活.图",
        "各类会议分季度的参加率（纵轴从{{ 附件.组织生活.起点 }}到100%）",
        "资料来源：会议活动的应到和缺席记录，应到由党员名册推出；只在一个季度开过的会不在图内。",
    )


def _members(draft: Draft) -> None:
    def write(grouped: bool) -> None:
        group = ("党小组",) if grouped else ()
        grid = draft.table((*((18,) if grouped else ()), 24, 9, 9, 13, 9, 9, 9, 21))
        grid.row(*head(*group, "姓名", "应到", "实到", "参加率", "补课", "学时", "应修", "备注"), header=True)
        cells = (mid("{{ 人.党小组 }}"),) if grouped else ()
        figures = ("应到", "实到", "参加率", "补课", "学时", "应修", "备注")
        names = (mid("{{ 人.姓名 }}"), *(mid(f"{{{{ 人.{name} }}}}") for name in figures))
        rows(grid, "人", "附件.到会学时.各人", *cells, *names)
        totals = ("应到", "实到", "参加率", "补课")
        sums = (mid(f"{{{{ 附件.到会学时.{name} }}}}") for name in totals)
        grid.row(mid("合计", span=1 + len(group)), *sums, mid(), mid(), mid())

    with_groups(draft, write)
    draft.say(
        "附表说明",
        "注：补课是缺席以后补上的次数。学时是到会、补课和参加培训的学时，写“全体”的培训按开班那天在册的党员计。"
        "应修学时只列从年初起一直计入应到的党员。",
    )
    chart(
        draft,
        HOURS,
        "附件.到会学时.图",
        "每名党员集中学习的学时（多的在上；深色到应修学时为止）",
        "资料来源：会议活动和学习培训的学时。",
    )


def _targets(draft: Draft) -> None:
    kinds = ("共性", "岗位", "个性")

    def write(grouped: bool) -> None:
        group = ("党小组",) if grouped else ()
        grid = draft.table((*((18,) if grouped else ()), 25, 13, 13, 13, 16, 24))
        labels = (
            f"{kind}{{% if 附件.目标考核.满分.{kind} %}}（{{{{ 附件.目标考核.满分.{kind} }}}}）{{% endif %}}"
            for kind in kinds
        )
        total = "合计{% if 支部.责任书满分 %}（{{ 支部.责任书满分 }}）{% endif %}"
        grid.row(*head(*group, "姓名", *labels, total, "备注"), header=True)
        cells = (mid("{{ 人.党小组 }}"),) if grouped else ()
        figures = (mid(f"{{{{ 人.{name} }}}}") for name in ("姓名", *kinds, "合计", "备注"))
        rows(grid, "人", "附件.目标考核.各人", *cells, *figures)
        means = (mid(f"{{{{ 附件.目标考核.平均.{name} }}}}") for name in (*kinds, "合计"))
        grid.row(mid("{{ 附件.目标考核.人数 }}名的平均", span=1 + len(group)), *means, mid())

    with_groups(draft, write)
    draft.when(
        "支部.责任书合格分",
        "附表说明",
        "注：合格分{{ 支部.责任书合格分 }}分，低于合格分的"
        "{% if 附件.目标考核.不合格 %}{{ 附件.目标考核.不合格 }}名{% else %}没有{% endif %}。",
    )
    chart(
        draft,
        SCORES,
        "附件.目标考核.图",
        "目标考核得分的分布（各个分数的党员名数）",
        "资料来源：责任目标的得分；只计{{ 党员.日期 }}在册、得分齐全的党员。",
    )


def _projects(draft: Draft) -> None:
    grid = draft.table((19, 18, 19, 16, 18, 18))
    grid.row(*head("项目", "人员", "日期", "谈话", "效益（万元）", "验收"), header=True)
    talks = "谈心{{ 项.谈话.谈心 }}次{% if 项.谈话.家访 %}，家访{{ 项.谈话.家访 }}次{% endif %}，{{ 项.谈话.人数 }}人"
    rows(
        grid,
        "项",
        "附件.立项攻关.各项",
        lines("{{ 项.编号 }}　{{ 项.名称 }}", ("项.类别", "（{{ 项.类别 }}）")),
        lines("{{ 项.负责人 }}", ("项.组员", "组员：{{ 项.组员 }}"), ("项.参加群众", "群众：{{ 项.参加群众 }}")),
        lines(
            "立项{{ 项.立项日期 }}",
            ("项.时限", "时限{{ 项.时限 }}"),
            ("项.完成日期", "完成{{ 项.完成日期 }}"),
        ),
        lines(f"{{% if 项.谈话.总数 %}}{talks}{{% else %}}—{{% endif %}}", ("项.谈话.方法", "{{ 项.谈话.方法 }}")),
        lines(
            "{% if 项.效益 %}{{ 项.效益 }}{% else %}—{% endif %}",
            ("项.效益", "{{ 项.计算依据 }}"),
            ("项.效益", "{{ 项.确认人 }}确认"),
        ),
        several("项.验收"),
    )
    grid.row(
        mid("合计{{ 附件.立项攻关.项数 }}项"),
        mid(),
        mid("{% if 附件.立项攻关.按时 %}时限内完成{{ 附件.立项攻关.按时 }}项{% endif %}"),
        mid("{% if 附件.立项攻关.谈话次数 %}{{ 附件.立项攻关.谈话次数 }}次{% endif %}"),
        mid("{{ 附件.立项攻关.效益合计 }}"),
        mid(),
    )


def _talks(draft: Draft) -> None:
    ways = ("谈心谈话", "集体谈话", "电话谈话", "家访")
    columns = (*ways, "次数", "诉求", "办结", "回访")
    grid = draft.table((18, 12, 12, 12, 10, 10, 10, 13, 13))
    grid.row(*head("类型", *ways, "合计", "诉求", "其中有办理结果", "其中已回访"), header=True)
    rows(grid, "类", "附件.谈心谈话.各类", mid("{{ 类.类型 }}"), *(mid(f"{{{{ 类.{name} }}}}") for name in columns))
    grid.row(mid("合计"), *(mid(f"{{{{ 附件.谈心谈话.合计.{name} }}}}") for name in columns))
    draft.when(
        "附件.谈心谈话.党员 or 附件.谈心谈话.群众",
        "附表说明",
        "注：谈话对象有{% if 附件.谈心谈话.党员 %}党员{{ 附件.谈心谈话.党员 }}名"
        "{% if 附件.谈心谈话.离开 %}（在册的{{ 附件.谈心谈话.在册 }}名，后来转出或离开的{{ 附件.谈心谈话.离开 }}名）{% endif %}{% endif %}"
        "{% if 附件.谈心谈话.党员 and 附件.谈心谈话.群众 %}、{% endif %}"
        "{% if 附件.谈心谈话.群众 %}群众{{ 附件.谈心谈话.群众 }}名{% endif %}"
        "{% if 附件.谈心谈话.未谈 %}；在册党员里没有作过谈话对象的{{ 附件.谈心谈话.未谈 }}名{% endif %}。",
    )


def _courses(draft: Draft) -> None:
    table(
        draft,
        "学习培训.各次",
        (18, 24, 30, 18, 14, 9),
        ("日期", "人员", "内容", "主办", "形式", "学时"),
        left=("人员", "内容"),
    )


def table(draft: Draft, source: str, widths: Sequence[int], names: Sequence[str], *, left: Sequence[str]) -> None:
    """Add a table with a row for each line; the fields are called as the columns are."""
    grid = draft.table(widths)
    grid.row(*head(*names), header=True)
    cells = ((text if name in left else mid)(f"{{{{ 行.{name} }}}}") for name in names)
    rows(grid, "行", f"附件.{source}", *cells)


def _problems(draft: Draft) -> None:
    grid = draft.table((9, 26, 29, 12, 16, 26))
    grid.row(*head("序号", "问题", "整改措施", "责任人", "时限", "完成情况"), header=True)
    rows(
        grid,
        "条",
        "附件.整改清单.各条",
        mid("{{ 条.序号 }}"),
        several("条.问题"),
        several("条.措施"),
        mid("{{ 条.责任人 }}"),
        mid("{{ 条.时限 }}"),
        several("条.完成"),
    )


def _cases(draft: Draft) -> None:
    grid = draft.table((9, 14, 22, 15, 50))
    grid.row(*head("序号", "章节", "要点", "日期", "正文"), header=True)
    rows(
        grid,
        "例",
        "附件.工作事例.各例",
        mid("{{ 例.序号 }}"),
        mid("{{ 例.章节 }}"),
        text("{{ 例.要点 }}"),
        mid("{{ 例.日期 }}"),
        either("例.正文", "（见总结正文）"),
    )
