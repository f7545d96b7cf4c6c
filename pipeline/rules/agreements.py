"""Rules about responsibility agreements (T)."""

from __future__ import annotations

from pipeline.findings import Level, Rule

SYSTEM = "党员目标管理制度（上级惯例）"
CUSTOM = "年度责任书惯例（本地约定）"
INTEGRITY = "数据完整性"

T01 = Rule(
    code="T01",
    level=Level.ERROR,
    title="党员没有责任目标",
    says="{name}一条责任目标也没有，出不了责任书",
    mend="在责任目标表里给他列目标：“适用”写全体、他的岗位“{station}”或他的姓名",
    basis=SYSTEM,
)
T02 = Rule(
    code="T02",
    level=Level.WARNING,
    title="共性、岗位、个性目标缺一类",
    says="{name}没有{missing}目标{why}",
    mend="在责任目标表里补上；岗位目标的“适用”要和名册的岗位写法一致",
    basis=SYSTEM,
)
T04 = Rule(
    code="T04",
    level=Level.ERROR,
    title="分值合计不等于满分",
    says="{name}的责任目标分值合计{total}分，满分是{full}分，{gap}",
    mend="核对责任目标里适用于他的各行分值{parts}",
    basis=INTEGRITY,
)
T05 = Rule(
    code="T05",
    level=Level.ERROR,
    title="得分超过分值，或总分与等次不符",
    says="{what}",
    mend="核对得分和民主评议等次",
    basis=INTEGRITY,
)
T06 = Rule(
    code="T06",
    level=Level.ERROR,
    title="责任书签订日期不对",
    says="{name}签订日期{day}{why}",
    mend="核对签订日期；年中转入、新接收的，在党员名册的“责任书签订日期”里另填",
    basis=CUSTOM,
)
T07 = Rule(
    code="T07",
    level=Level.ERROR,
    title="年中转入转出的责任书日期不对",
    says="{name}{what}",
    mend="年中转入的在党员名册里另填签订日期，不早于转入日期；已经转出的不签",
    basis=CUSTOM,
)
T08 = Rule(
    code="T08",
    level=Level.ERROR,
    title="签订责任书时书记不在任",
    says="{day}签订责任书，这天名册上没有在任的书记",
    mend="核对签订日期，以及书记的党内职务和起止",
    basis=INTEGRITY,
)
T09 = Rule(
    code="T09",
    level=Level.ERROR,
    title="同一目标给了同一人两次",
    says="{name}的{category}目标“{text}”和第{first}行重复",
    mend="删去重复的一行；全体都有的目标只写一行",
    basis=INTEGRITY,
)
