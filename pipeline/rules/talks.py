"""Rules about talks and home visits (K)."""

from __future__ import annotations

from pipeline.findings import Level, Rule

INTEGRITY = "数据完整性"
REGULATIONS = "《中国共产党支部工作条例（试行）》"

K01 = Rule(
    code="K01",
    level=Level.WARNING,
    title="全年没有支委找他谈话",
    says="{names}全年没有和支委谈过话",
    remedy="安排支委谈话；谈过的补记到谈话记录里，没有谈的不要补写",
    basis=f"{REGULATIONS}第十九条",
    example="一名党员全年的谈话记录里没有支委",
)
K02 = Rule(
    code="K02",
    level=Level.WARNING,
    title="支委之间、党员之间没有谈话",
    says="{what}",
    remedy="安排谈话；谈过的补记到谈话记录里，没有谈的不要补写",
    basis=f"{REGULATIONS}第十九条",
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
    level=Level.ERROR,
    title="谈话人不在册",
    says="谈话人{name}{why}",
    remedy="核对谈话人的姓名和谈话日期；谈话人应是这天在册的党员",
    basis=INTEGRITY,
    example="谈话人9月15日转出，10月还找人谈话",
)
K05 = Rule(
    code="K05",
    level=Level.ERROR,
    title="谈话日期不对",
    says="谈话日期{day}{why}",
    remedy="核对谈话日期和党员名册的转入、转出日期",
    basis=INTEGRITY,
    example="2025年的工作簿里有2024年的谈话",
)
K06 = Rule(
    code="K06",
    level=Level.ERROR,
    title="同一时间与两人分别谈话",
    says="{name}这个时间还在和{other}谈话（谈话{number}，{span}）",
    remedy="核对两次谈话的时间；几个人一起谈的，写成一条集体谈话",
    basis=INTEGRITY,
    example="同一名支委9:00到9:40和两个人分别谈话",
)
K07 = Rule(
    code="K07",
    level=Level.WARNING,
    title="一天谈话太多",
    says="{day}记了{count}次谈话，超过{limit}次",
    remedy="核对日期；补记的照当时的记录写，不要集中编写",
    basis="集中补记的提醒（本地约定）",
    example="12月20日一天记了12次谈话",
)
K08 = Rule(
    code="K08",
    level=Level.ERROR,
    title="谈话内容空着或太短",
    says="谈话内容{state}，这份记录不能出",
    remedy="照实写出谈了什么，不少于20字；程序不会代写",
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
    remedy="家访一般两人以上；同去的人补进谈话人",
    basis="家访惯例（上级惯例）",
    example="方式是家访，谈话人只写了韩立峰",
)
K11 = Rule(
    code="K11",
    level=Level.WARNING,
    title="该由书记谈话的没有谈",
    says="{name}{why}，没有书记和他谈话的记录",
    remedy="请书记同他谈一次；谈过的补记到谈话记录里",
    basis=f"{REGULATIONS}第十九条",
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
