"""Rules about talks and home visits (K)."""

from __future__ import annotations

from pipeline.findings import Level, Rule
from pipeline.rules.articles import ADMISSION_RULES, BRANCH_RULES

INTEGRITY = "数据完整性"

K01 = Rule(
    code="K01",
    level=Level.WARNING,
    title="全年没有支委找他谈话",
    says="{names}全年没有和支委谈过话",
    remedy="谈过的补记到谈话记录里；没有谈的不要补写",
    basis=BRANCH_RULES.cite(19),
    example="一名党员全年的谈话记录里没有支委",
)
K02 = Rule(
    code="K02",
    level=Level.WARNING,
    title="支委之间、党员之间没有谈话",
    says="{what}",
    remedy="谈过的补记到谈话记录里；没有谈的不要补写",
    basis=BRANCH_RULES.cite(19),
    example="书记和纪检委员之间全年没有一次谈话",
)
K03 = Rule(
    code="K03",
    level=Level.ERROR,
    title="自己和自己谈话",
    says="{name}既是谈话人又是谈话对象",
    remedy="核对谈话人和谈话对象",
    basis=INTEGRITY,
    example="谈话人和谈话对象都是韩立峰",
)
K04 = Rule(
    code="K04",
    level=Level.WARNING,
    title="谈话人不在册",
    says="谈话人{name}{why}",
    remedy="外单位、上级来谈的照实写，不要加进名册；姓名写错的改姓名",
    basis="谈话惯例（上级惯例）",
    example="谈话人9月15日转出，10月还找人谈话",
)
K05 = Rule(
    code="K05",
    level=Level.ERROR,
    title="谈话日期在今天以后",
    says="谈话日期{day}{why}",
    remedy="还没有谈的先不录；写错的改日期",
    basis=INTEGRITY,
    example="2025年的工作簿里有2024年的谈话",
)
K05_OUTSIDE = Rule(
    code="K05",
    level=Level.WARNING,
    title="谈话日期不在本年度，或那天人不在册",
    says="谈话日期{day}{why}；记录照出，不计入次数",
    remedy="不要改日期；名册的转入、转出日期写错的改名册，确是别的年度的移到那一年的工作簿",
    basis="数据完整性",
    example="谈话日期2024年12月20日，年度是2025年",
)
K06 = Rule(
    code="K06",
    level=Level.WARNING,
    title="同一时间与两人分别谈话",
    says="{name}这个时间还在和{other}谈话（谈话{number}，{span}）",
    remedy="分别谈的照实写时间，不要合成集体谈话；写错的改错的那一格",
    basis="谈话惯例（上级惯例）",
    example="同一名支委9:00到9:40和两个人分别谈话",
)
K07 = Rule(
    code="K07",
    level=Level.WARNING,
    title="一天谈话太多",
    says="{day}记了{count}次谈话，超过{limit}次",
    remedy="日期属实的不要改，也不要为了分散改日期；写错的改错的那一格",
    basis="集中补记的提醒（本地约定）",
    example="12月20日一天记了12次谈话",
)
K08 = Rule(
    code="K08",
    level=Level.WARNING,
    title="谈话内容空着或太短",
    says="谈话内容{state}",
    remedy="写多少印多少，空着的印出来手写；不要凑字数，程序不会代写",
    basis="不得编造（本地约定）",
    example="谈话内容只写了“谈了工作”",
)
K08_ALIKE = Rule(
    code="K08",
    level=Level.WARNING,
    title="谈话内容雷同",
    says="谈话内容和谈话{other}{how}",
    remedy="照每个人的实际改写；几个人一起谈的，写成一条集体谈话",
    basis="不得编造（本地约定）",
    example="两条谈话记录的内容一字不差",
)
K09 = Rule(
    code="K09",
    level=Level.WARNING,
    title="诉求没有下文",
    says="{what}",
    remedy="照实补上；还没有办的，写明谁办、什么时候办完",
    basis="走访谈话的办理惯例（上级惯例）",
    example="诉求写了“希望转到白班”，措施空着",
)
K10 = Rule(
    code="K10",
    level=Level.WARNING,
    title="家访只有一个人",
    says="家访只有{name}一个人",
    remedy="同去的人补进谈话人；一个人去的照实写",
    basis="家访惯例（上级惯例）",
    example="方式是家访，谈话人只写了韩立峰",
)
K11 = Rule(
    code="K11",
    level=Level.WARNING,
    title="该由书记谈话的没有谈",
    says="{name}{why}，没有书记和他谈话的记录",
    remedy="谈过的补记到谈话记录里；没有谈的不要补写",
    basis=f"{BRANCH_RULES.cite(19)}；转正后的谈话：{ADMISSION_RULES.cite(34)}",
    example="党员年内受了警告处分，书记没有和他谈话",
)
K12 = Rule(
    code="K12",
    level=Level.ERROR,
    title="关联的立项不存在",
    says="关联立项“{value}”在“{sheet}”里找不到{hint}",
    remedy="核对立项编号，或先在“{sheet}”里补上这一项",
    in_general="核对立项编号，或先在“立项攻关”里补上这一项",
    basis=INTEGRITY,
    example="关联立项写L9，立项攻关里没有",
)
K13 = Rule(
    code="K13",
    level=Level.WARNING,
    title="家访记录写了隐私",
    says="这一格里有{kinds}",
    remedy="删去，改写成概括的话；家访只写到小区或村，病情只写身体情况",
    basis="个人信息保护（本地约定）",
    example="家庭情况里写了门牌号和病名",
)
