"""Rules about talks and home visits (K)."""

from __future__ import annotations

from pipeline.findings import Level, Rule

INTEGRITY = "数据完整性"

K03 = Rule(
    code="K03",
    level=Level.ERROR,
    title="自己和自己谈话",
    says="{name}既是谈话人又是谈话对象",
    mend="核对谈话人和谈话对象",
    basis=INTEGRITY,
)
K04 = Rule(
    code="K04",
    level=Level.ERROR,
    title="谈话人不在册",
    says="谈话人{name}{why}",
    mend="核对谈话人的姓名和谈话日期；谈话人应是这天在册的党员",
    basis=INTEGRITY,
)
K05 = Rule(
    code="K05",
    level=Level.ERROR,
    title="谈话日期不对",
    says="谈话日期{day}{why}",
    mend="核对谈话日期和党员名册的转入、转出日期",
    basis=INTEGRITY,
)
K06 = Rule(
    code="K06",
    level=Level.ERROR,
    title="同一时间与两人分别谈话",
    says="{name}这个时间还在和{other}谈话（谈话{number}，{span}）",
    mend="核对两次谈话的时间；几个人一起谈的，写成一条集体谈话",
    basis=INTEGRITY,
)
K08 = Rule(
    code="K08",
    level=Level.ERROR,
    title="谈话内容空着或太短",
    says="谈话内容{state}，这份记录不能出",
    mend="照实写出谈了什么，不少于20字；程序不会代写",
    basis="不得编造（本地约定）",
)
K12 = Rule(
    code="K12",
    level=Level.ERROR,
    title="关联的立项不存在",
    says="关联立项“{value}”在“{sheet}”里找不到{hint}",
    mend="核对立项编号，或先在“{sheet}”里补上这一项",
    basis=INTEGRITY,
)
