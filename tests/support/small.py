"""A small branch without a fault, as text tables, and a notation that changes single cells of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pipeline.checks import check_branch
from pipeline.facts.branch import Branch
from pipeline.facts.records import Records
from pipeline.findings import Finding, Level, column_letters
from pipeline.schema import INFO_SHEET, SCHEMA_VERSION, TABLES
from pipeline.settings import SETTINGS_HEADINGS, SETTINGS_SHEET
from pipeline.workbook.reading.grid import Book, Cell, Grid
from pipeline.workbook.reading.sheets import read_records

AS_OF = date(2026, 1, 15)
"""The year 2025 is over; its summary is written."""

SELDOM = frozenset({"F01", "F02", "F03", "F04", "F05", "F08", "F10", "F11"})
"""What the small branch is reminded of as it stands: six meetings and one course are less than a year demands."""

INFO_COLUMNS = ("项目", "内容", "文号或含义", "结果或备注")

SMALL = """
支部信息
项目|内容|文号或含义|结果或备注
支部全称|中共青石机修厂装配车间支部委员会
支部简称|装配车间党支部
上级党组织|中共青石机修厂委员会
单位类型|国有企业
支部类型|党支部
年度|2025
换届日期|2024-6-18
届满日期|2027-6-17
责任书签订日期|2025-1-20
责任书满分|100
责任书合格分|60
成文日期|2025-12-31
党小组|一组
党小组|二组
委员分工|张一|主持全面
委员分工|李二|组织工作
委员分工|王三|宣传和纪律检查
依据文件|支部工作条例|文号一|2018年
口号|争先创优|争当先进、创造优绩
创建活动|达标创先|青机党〔2025〕1号|达标

党员名册
编号|姓名|性别|出生日期|岗位|党小组|党员类别|入党日期|批准日期|转正日期|转入日期|转出日期|党内职务|小组长|入党介绍人|责任书签订日期
D1|张一|男|1975-1-1|书记岗|一组|正式|1999-6-1|1999-7-1|2000-6-1|||书记||
D2|李二|女|1980-1-1|钳工|一组|正式|2005-6-1|2005-7-1|2006-6-1|||组织委员||
D3|王三|男|1982-1-1|钳工|一组|正式|2008-6-1|2008-7-1|2009-6-1|||宣传委员、纪检委员|是|
D4|赵四|男|1985-1-1|钳工|一组|正式|2010-6-1|2010-7-1|2011-6-1||||||
D5|孙五|男|1986-1-1|车工|二组|正式|2011-6-1|2011-7-1|2012-6-1||||是||
D6|周六|女|1987-1-1|车工|二组|正式|2012-6-1|2012-7-1|2013-6-1||||||
D7|吴七|男|1988-1-1|车工|二组|正式|2013-6-1|2013-7-1|2014-6-1||||||
D8|郑八|男|1995-1-1|车工|二组|预备|2025-6-27|2025-8-1||||||张一、李二|2025-7-1

责任目标
序号|适用|类别|目标内容|考核标准|分值|完成时限|得分
1|全体|共性|按时参加组织生活|缺一次扣2分|60|2025-12-31|58
2|钳工|岗位|一次交验合格|返工一件扣1分|25|2025-12-31|25
3|车工|岗位|首件必检|漏检一件扣1分|25|2025-12-31|24
4|书记岗|岗位|每周下班组两次|少一次扣1分|25|2025-12-31|25
5|D1|个性|写调研报告一篇|没写不得分|15|2025-11-30|15
6|李二|个性|带徒弟一名|没带不得分|15|2025-11-30|14
7|王三|个性|考技师证|没考不得分|15|2025-11-30|13
8|赵四|个性|改进夹具一套|没改不得分|15|2025-11-30|12
9|孙五|个性|修旧利废十件|少一件扣1分|15|2025-11-30|11
10|周六|个性|写通讯三篇|少一篇扣5分|15|2025-11-30|15
11|吴七|个性|当突击队员|误一次扣3分|15|2025-11-30|15
12|郑八|个性|每月一份汇报|少一份扣1分|15|2025-12-31|15

责任区
名称|类型|范围|责任党员|联系群众|任务|评定
一号台位|党员示范责任区|一号台位|赵四、孙五|钱九|保持整洁|优秀

会议活动
编号|类型|日期|开始|结束|地点|主持人|记录人|党小组|主题|缺席|列席|授课人|学时|内容纪要|签到应到|签到实到
H1|支委会|2025-3-6|14:00|15:00|会议室|张一|李二||研究工作|||||||
H2|党员大会|2025-6-27|14:00|16:00|会议室|张一|李二||接收预备党员|赵四(病假)|郑八(发展对象)||||7|6
H3|党小组会|2025-9-10|17:00|18:00|车间|孙五|周六|二组|学习|||||学习讨论。||
H4|党课|2025-9-18|14:00|15:30|会议室|张一|李二||讲党课|||张一|2|讲了三个问题。||
H5|组织生活会|2025-12-5|14:00|17:00|会议室|张一|李二||查不足|||||||
H6|民主评议、党员大会|2025-12-12|14:00|16:00|会议室|张一|李二||评议|||||||

议题发言
会议编号|议题序号|环节|议题|汇报人|发言人|批评对象|发言要点|表决类型|表决方式|候选人|应选人数|发出|收回|有效|赞成|反对|弃权|书面意见|决议|责任人|时限|监票人|计票人|支委会审查日期|公示起止|附件
H1|1||一季度工作|李二|||汇报了一季度工作。||||||||||||同意。|李二|2025-3-31|||||
H2|1||接收郑八为预备党员|||||接收预备党员|无记名投票|郑八||6|6|6|6|0|0||同意接收郑八为预备党员。|||王三|周六|2025-6-10|2025-6-11至2025-6-17|
H2|2||表彰先进||孙五||同意表彰。|一般|举手表决||||||5|0|1||通过。|||||||
H5|1||逐人发言|||||||||||||||||||||||
H5|1|自我批评|||张一||下班组少。|||||||||||||||||||
H5|1|批评意见|||李二|张一|开会拖沓。|||||||||||||||||||
H6|1||民主测评|||||测评|无记名投票|||8|8|8|||||测评结束。|||||||

谈话记录
编号|方式|类型|谈话人|谈话对象|对象身份|日期|开始|结束|地点|事由|谈话内容|诉求|措施|责任人|关联立项
T1|谈心谈话|支委-党员|张一|赵四||2025-4-8|9:00|9:40|车间|了解思想|问了家里和班组的情况，他说夹具改进遇到困难，想要两天整块时间。|要两天时间|排出两天|李二|L1
T2|家访|支部-群众|张一、李二|钱九|装配工|2025-4-9|19:00|20:00|小区|生病探望|到家里看望，聊了恢复情况和工作安排，本人情绪稳定，想早点上班。||||
T11|集体谈话|支委-支委|张一|李二、王三||2025-10-8|9:00|9:30|会议室|分工通气|三个人把各自分管的事说了一遍，约定每周一碰头，急事先打电话后办。||||
T12|谈心谈话|支委-支委|李二|王三||2025-10-8|10:00|10:30|会议室|材料检查|李二请王三看发展党员材料哪里不规范，两人逐页翻完，列出五处要改的地方。||||
T13|集体谈话|支委-党员|李二|孙五、周六、吴七、郑八||2025-10-9|16:00|16:40|车间|首件检验|问四名车工首件检验为什么漏，都说换班时交接不清，李二请他们自己议个交接办法。||||
T14|集体谈话|党员-党员|孙五|赵四、周六、吴七、郑八||2025-10-10|12:00|12:30|车间|交接办法|孙五把拟好的交接单念给大家听，赵四提出加一栏量具编号，其余人没有别的意见。||||

立项攻关
编号|名称|类别|立项日期|负责人|组员|背景与难点|目标|措施|完成日期|成果|效益金额|计算依据|确认人
L1|夹具改进|生产难题|2025-3-1|赵四|孙五|老夹具装夹慢。|装夹快一倍。|十三年党龄的赵四带头画图试制。|2025-5-30|装夹时间减半。|3.2|少用工时折算|财务科

民主评议
党员|自评|互评|优秀票|合格票|基本合格票|不合格票|等次|支部意见
张一|下班组少|肯干|5|3|0|0|合格|保持
李二|细心|热心|6|2|0|0|优秀|保持
王三|认真|稳重|5|3|0|0|合格|保持
赵四|急躁|能干|6|2|0|0|优秀|保持
孙五|踏实|话少|4|4|0|0|合格|多说
周六|勤快|细致|4|4|0|0|合格|保持
吴七|积极|毛躁|3|5|0|0|合格|稳当些
郑八|学习中|勤快|||||| 继续考察

表彰处置
姓名|类别|名称|依据|会议编号|批准文号|日期
赵四|表彰|先进工作者|夹具改进|H2||2025-6-27

学习培训
人员|开始日期|结束日期|内容|主办|主办级别|形式|学时
张一|2025-5-12|2025-5-16|书记履职|厂党委|基层党委|集中轮训|40

整改事项
序号|来源|提出日期|问题|措施|责任人|时限|完成情况|完成日期

总结要点
章节|序号|要点|正文|日期|引用编号
办实事|1|修通水房|修好水房龙头两个。|2025-7-1|H1、T1、L1
存在问题|1|学习不够|理论学习还不够深。||
下一步打算|1|加强学习|坚持每月学习。||

发展党员
姓名|申请入党日期
"""

Rows = dict[str, list[dict[str, Cell]]]
Change = tuple[str, str, str, Cell]
"""Sheet, key of the row (its first cell, or #n for the n-th row), heading, new value."""


def small_rows() -> Rows:
    """Read the text tables: sheet name to rows by heading."""
    rows: Rows = {}
    for block in SMALL.strip().split("\n\n"):
        name, head, *lines = block.splitlines()
        headings = head.split("|")
        rows[name] = [dict(zip(headings, line.split("|"), strict=False)) for line in lines]
    return rows


def headings_of(sheet: str) -> tuple[str, ...]:
    """Give the headings of a sheet in the order of the schema."""
    if sheet == INFO_SHEET:
        return INFO_COLUMNS
    if sheet == SETTINGS_SHEET:
        return SETTINGS_HEADINGS
    return tuple(column.heading for table in TABLES if table.name == sheet for column in table.columns)


def find_row(rows: Rows, sheet: str, key: str) -> int:
    """Find a row by #n or by its first cell; give its index."""
    if key.startswith("#"):
        return int(key[1:]) - 1
    first = headings_of(sheet)[0]
    if sheet == "责任目标":
        first = "目标内容"
    return next(n for n, row in enumerate(rows[sheet]) if row.get(first) == key)


def changed(changes: Iterable[Change]) -> Rows:
    """Give the small branch with some cells changed; key '+' appends a row, heading '-' deletes one."""
    rows = small_rows()
    for sheet, key, heading, value in changes:
        if key == "+":
            cells = str(value).split("|")
            rows.setdefault(sheet, []).append(dict(zip(heading.split("|"), cells, strict=True)))
        elif heading == "-":
            del rows[sheet][find_row(rows, sheet, key)]
        else:
            rows[sheet][find_row(rows, sheet, key)][heading] = value
    return rows


def grid_of(sheet: str, rows: Iterable[Mapping[str, Cell]]) -> Grid:
    """Lay rows out as a grid, headings first, columns in the order of the schema."""
    headings = headings_of(sheet)
    extra = tuple(dict.fromkeys(h for row in rows for h in row if h not in headings))
    columns = (*headings, *extra)
    body = [tuple(row.get(heading) or None for heading in columns) for row in rows]
    return Grid(name=sheet, rows=[columns, *body])


def book_of(rows: Rows) -> Book:
    """Lay all sheets out as a book."""
    grids = tuple(grid_of(sheet, found) for sheet, found in rows.items())
    return Book(name="small.xlsx", grids=grids, version=SCHEMA_VERSION)


@dataclass(frozen=True)
class Examined:
    """A changed branch and what was found in it."""

    rows: Rows
    records: Records
    branch: Branch
    findings: list[Finding]

    def cells(self, code: str, *levels: Level) -> list[str]:
        """List where a rule is broken, at some levels or at any: 会议活动!D15."""
        return [
            str(finding.where)
            for finding in self.findings
            if finding.rule.code == code and (not levels or finding.level in levels)
        ]

    def codes(self, *levels: Level) -> set[str]:
        """Collect the codes found, of some levels or of all."""
        return {f.rule.code for f in self.findings if not levels or f.level in levels}


def examine(*changes: Change, as_of: date = AS_OF) -> Examined:
    """Read and check the small branch with some cells changed."""
    return examine_rows(changed(changes), as_of)


def examine_rows(rows: Rows, as_of: date = AS_OF) -> Examined:
    """Read and check a branch given as rows."""
    return examine_book(book_of(rows), rows, as_of)


def examine_book(book: Book, rows: Rows | None = None, as_of: date = AS_OF) -> Examined:
    """Read and check a branch given as a book."""
    records, findings = read_records(book)
    branch = Branch(records, as_of)
    return Examined(rows or {}, records, branch, [*findings, *check_branch(branch)])


def cell_of(rows: Rows, sheet: str, key: str, heading: str) -> str:
    """Give the address of a cell of the changed branch: 会议活动!D15."""
    if heading == "*":
        return f"{sheet}!{find_row(rows, sheet, key) + 2}"
    column = "内容" if sheet == INFO_SHEET and heading not in INFO_COLUMNS else heading
    index = headings_of(sheet).index(column) + 1
    return f"{sheet}!{column_letters(index)}{find_row(rows, sheet, key) + 2}"
