"""Drafts the templates of the wide ledgers: meetings, attendance, talks, study, what is to be put right, the roster."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.documents.attendance_sheet import WIDE
from tools.drafting.draft import Draft, Grid, Slot, Text
from tools.drafting.measures import LEDGER

TEXT, MID, HEAD, MARK, NAME = "台账文字", "台账居中", "台账表头", "考勤记号", "考勤名称"
LEAST = 400
"""Least height of a row of a ledger."""
MARK_HEIGHT, NAME_HEIGHT = 300, 1720
"""Least heights of a row of marks, and of the row that names the meetings."""
NUMBER_WIDTH, NAME_WIDTH, MARK_WIDTH = 420, 1340, 458


def column(text: str) -> Slot:
    """Make a cell of the head row."""
    return Slot((text,), HEAD)


def said(path: str, style: str = TEXT) -> Slot:
    """Make a cell that says a field."""
    return Slot((f"{{{{ {path} }}}}",), style)


def many(path: str, style: str = TEXT) -> Slot:
    """Make a cell with a paragraph for each line of a field."""
    return Slot(("{{ 段 }}",), style, repeat=("段", path))


def ledger(draft: Draft, rows: str, columns: Sequence[tuple[str, int, Slot]], least: int = LEAST) -> Grid:
    """Add a table with a row for each of some rows; a column is its heading, its width and its cell."""
    grid = draft.table([width for _, width, _ in columns])
    grid.row(*(column(name) for name, _, _ in columns), header=True, height=LEAST)
    grid.tag(f"for 行 in {rows}")
    grid.row(*(slot for _, _, slot in columns), height=least)
    grid.tag("endfor")
    return grid


def mids(names: Iterable[tuple[str, int]]) -> list[tuple[str, int, Slot]]:
    """Give columns whose cells stand in the middle, named as their fields."""
    return [(name, width, said(f"行.{name}", MID)) for name, width in names]


def two(first: str, second: str, style: str = TEXT) -> Slot:
    """Make a cell with a second paragraph where there is something to say in it."""
    body: tuple[tuple[str, tuple[Text, ...]], ...] = (
        (style, (f"{{{{ {first} }}}}",)),
        ("模板指令", (f"{{%p if {second} %}}",)),
        (style, (f"{{{{ {second} }}}}",)),
        ("模板指令", ("{%p endif %}",)),
    )
    return Slot((), body=body)


def signed(draft: Draft) -> None:
    """Add the lines to sign on."""
    draft.sign("填表人（签名）：", "支部书记（签名）：", "日期：")


def draft_meeting_ledger() -> bytes:
    """Write the template of the ledger of meetings."""
    draft = Draft(LEDGER)
    draft.say("记录标题", "{{ 支部.简称 }}{{ 支部.年度 }}年会议台账")
    ledger(
        draft,
        "会议",
        [
            *mids([("序号", 440), ("编号", 700), ("日期", 1020)]),
            ("类型", 1200, two("行.类型", "行.党小组", MID)),
            ("第几次", 820, said("行.次数", MID)),
            ("主题", 2200, many("行.主题")),
            *mids([("主持人", 860), ("记录人", 860), ("应到", 480), ("实到", 480), ("到会率", 840)]),
            ("缺席及原因", 2100, two("行.缺席", "行.迟到")),
            ("补课", 1000, said("行.补课")),
            ("照片编号", 1180, said("行.照片")),
        ],
    )
    draft.caption("按类型合计")
    grid = draft.table([2400, 1600, 1600, 1600, 1600])
    grid.row(*map(column, ("类型", "次数", "应到人次", "实到人次", "到会率")), header=True, height=LEAST)
    grid.tag("for 行 in 合计.各类")
    grid.row(*(said(f"行.{name}", MID) for name in ("类型", "次数", "应到人次", "实到人次", "到会率")), height=LEAST)
    grid.tag("endfor")
    grid.row(
        column("合计"),
        *(said(f"合计.{name}", MID) for name in ("总次数", "应到人次", "实到人次", "到会率")),
        height=LEAST,
    )
    note = "合并开展的会在各类里都算一次，合计里算一次"
    draft.say("表格说明", f"{note}{{% if 合计.合并开展 %}}，共{{{{ 合计.合并开展 }}}}次{{% endif %}}。")
    signed(draft)
    return draft.save()


def draft_attendance_sheet() -> bytes:
    """Write the template of the attendance sheet."""
    draft = Draft(LEDGER)
    title = "{{ 支部.简称 }}{{ 支部.年度 }}年考勤表（{{ 表.期间 }}）"
    draft.tag("for 表 in 分表")
    draft.tag("if loop.first")
    draft.say("记录标题", title)
    draft.tag("else")
    draft.say("记录标题", title, new_page=True)
    draft.tag("endif")
    _marks(draft)
    draft.say("表格说明", "√到会（迟到的算到会）　△请假　×缺勤　○没有到会、后来补课　空格：这次会不应到")
    draft.tag("endfor")
    draft.say("记录标题", "{{ 支部.简称 }}{{ 支部.年度 }}年考勤合计", new_page=True)
    sums = ("应到", "实到", "请假", "缺勤", "补课", "迟到", "到会率")
    grid = draft.table([700, 2000, 2000, *(1000 for _ in sums)])
    grid.row(*map(column, ("序号", "姓名", "党小组", *sums)), header=True, height=LEAST)
    grid.tag("for 人 in 个人")
    grid.row(*(said(f"人.{name}", MID) for name in ("序号", "姓名", "党小组", *sums)), height=LEAST)
    grid.tag("endfor")
    grid.row(Slot(("合计（人次）",), HEAD, 3), *(said(f"合计.{name}", MID) for name in sums), height=LEAST)
    draft.say("表格说明", "应到＝实到＋请假＋缺勤；补课的仍在请假或缺勤里。")
    signed(draft)
    return draft.save()


def _marks(draft: Draft) -> None:
    """Set members and meetings, a mark in each cell."""
    grid = draft.table([NUMBER_WIDTH, NAME_WIDTH, *(MARK_WIDTH for _ in range(WIDE))])
    for name, field in (("台账序号", "编号"), ("月", "月"), ("日", "日")):
        cells = (said(f"表.{field}[{place}]", MARK) for place in range(WIDE))
        grid.row(Slot((name,), HEAD, 2), *cells, header=True, height=MARK_HEIGHT)
    names = (Slot((f"{{{{ 表.名称[{place}] }}}}",), NAME, upright=True) for place in range(WIDE))
    grid.row(column("序号"), column("姓名"), *names, header=True, height=NAME_HEIGHT)
    grid.tag("for 人 in 表.行")
    marks = (said(f"人.格[{place}]", MARK) for place in range(WIDE))
    grid.row(said("人.序号", MARK), said("人.姓名", NAME), *marks, height=MARK_HEIGHT)
    grid.tag("endfor")
    for name in ("应到", "实到"):
        cells = (said(f"表.{name}[{place}]", MARK) for place in range(WIDE))
        grid.row(Slot((name,), HEAD, 2), *cells, height=MARK_HEIGHT)


def draft_talk_ledger() -> bytes:
    """Write the template of the ledger of talks."""
    draft = Draft(LEDGER)
    draft.say("记录标题", "{{ 支部.简称 }}{{ 支部.年度 }}年谈心谈话台账")
    ledger(
        draft,
        "谈话",
        [
            *mids([("编号", 700), ("日期", 1000), ("方式", 720), ("类型", 900)]),
            ("谈话人", 900, many("行.谈话人", MID)),
            ("对象", 1150, many("行.对象", MID)),
            ("事由", 1500, many("行.事由")),
            ("问题和诉求", 1600, many("行.诉求")),
            ("措施", 1600, many("行.措施")),
            ("责任人", 860, many("行.责任人", MID)),
            *mids([("时限", 980)]),
            ("办理结果", 1600, many("行.办理结果")),
            ("回访", 780, said("行.回访", MID)),
        ],
    )
    draft.say(
        "表格说明",
        "共{{ 合计.总数 }}次{% if 合计.家访 %}，其中家访{{ 合计.家访 }}次{% endif %}。"
        "{% for 类 in 合计.各类 %}{{ 类.类型 }}{{ 类.次数 }}次{% if not loop.last %}，{% else %}。{% endif %}{% endfor %}",
    )
    for name, words in (
        ("支委", "还没有和支委谈过的"),
        ("党员", "还没有和别的党员谈过的"),
        ("支委之间", "相互还没有谈过的支委"),
    ):
        text = f"到{{{{ 截止 }}}}，{words}：{{{{ 没有谈到.{name} }}}}。"
        draft.when(f"没有谈到.{name}", "表格说明", text)
    signed(draft)
    return draft.save()


def draft_study_ledger() -> bytes:
    """Write the template of the ledger of study."""
    draft = Draft(LEDGER)
    draft.say("记录标题", "{{ 支部.简称 }}{{ 支部.年度 }}年学习培训台账")
    draft.tag("if 培训")
    draft.caption("学习培训")
    ledger(
        draft,
        "培训",
        [
            *mids([("序号", 600), ("日期", 1500)]),
            ("内容", 3000, many("行.内容")),
            *mids([("形式", 1100), ("主办", 1900), ("级别", 1200), ("学时", 700)]),
            ("参加人", 2800, said("行.参加人")),
            ("证书号", 1400, said("行.证书号")),
        ],
    )
    draft.tag("endif")
    draft.tag("if 集中学习")
    draft.caption("党课和集中学习")
    ledger(
        draft,
        "集中学习",
        [
            *mids([("序号", 600), ("日期", 1300), ("形式", 2000)]),
            ("内容", 4000, said("行.内容")),
            *mids([("授课人", 1400), ("学时", 900), ("实到", 900), ("补课", 900)]),
        ],
    )
    draft.tag("endif")
    signed(draft)
    return draft.save()


def draft_rectification_ledger() -> bytes:
    """Write the template of the ledger of what is to be put right."""
    draft = Draft(LEDGER)
    draft.say("记录标题", "{{ 支部.简称 }}{{ 支部.年度 }}年整改台账")
    draft.tag("if 问题")
    ledger(draft, "问题", _tasks("问题", "措施"), 700)
    draft.say(
        "表格说明", "共{{ 合计.总数 }}个问题，有完成日期的{{ 合计.完成 }}个，没有完成日期的{{ 合计.没有完成 }}个。"
    )
    draft.tag("endif")
    draft.tag("if 议定的事")
    draft.caption("议定事项的落实")
    ledger(draft, "议定的事", _tasks("事项", "决议"), 700)
    draft.tag("endif")
    signed(draft)
    return draft.save()


def _tasks(problem: str, measure: str) -> list[tuple[str, int, Slot]]:
    return [
        *mids([("序号", 500)]),
        (problem, 2300, many("行.问题")),
        ("来源", 1200, two("行.来源", "行.提出日期", MID)),
        (measure, 2300, many("行.措施")),
        ("责任人", 900, many("行.责任人", MID)),
        *mids([("时限", 1250)]),
        ("整改情况", 2500, many("行.完成情况")),
        *mids([("完成日期", 1250)]),
        ("销号人签字", 1100, Slot(())),
    ]


def draft_roster_list() -> bytes:
    """Write the template of the list of members."""
    draft = Draft(LEDGER)
    draft.say("记录标题", "{{ 支部.简称 }}党员名册（{{ 截止 }}）")
    ledger(
        draft,
        "名册",
        [
            *mids([("序号", 450), ("编号", 680), ("姓名", 950), ("性别", 450), ("民族", 640), ("出生日期", 1250)]),
            *mids([("文化程度", 640), ("岗位", 1150), ("党小组", 1100), ("入党日期", 1250), ("转正日期", 1250)]),
            *mids([("类别", 900), ("职务", 1200)]),
            ("备注", 1700, said("行.备注")),
        ],
    )
    draft.say(
        "表格说明",
        "共有党员{{ 党员.总数 }}名：正式党员{{ 党员.正式 }}名，预备党员{{ 党员.预备 }}名"
        "{% if 党员.女党员 != '' %}；女党员{{ 党员.女党员 }}名{% endif %}"
        "{% if 党员.少数民族 != '' %}；少数民族党员{{ 党员.少数民族 }}名{% endif %}"
        "{% if 党员.大专以上 != '' %}；大专以上文化程度{{ 党员.大专以上 }}名{% endif %}。"
        "{% if 党员.待批 %}另有等待上级批准、还不计入的{{ 党员.待批 }}名。{% endif %}",
    )
    signed(draft)
    return draft.save()
