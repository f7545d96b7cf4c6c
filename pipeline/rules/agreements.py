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
    remedy="在责任目标表里给他列目标：“适用”写全体、他的岗位“{station}”或他的姓名",
    in_general="在责任目标表里给他列目标：“适用”写全体、他的岗位或他的姓名",
    basis=SYSTEM,
    example="某党员的岗位是“库工”，没有一行目标适用于他",
    whose=True,
)
T02 = Rule(
    code="T02",
    level=Level.WARNING,
    title="共性、岗位、个性目标缺一类",
    says="{name}没有{missing}目标{why}",
    remedy="在责任目标表里补上；岗位目标的“适用”要和名册的岗位写法一致",
    basis=SYSTEM,
    example="某党员只有共性、岗位目标，没有个性目标",
)
T03 = Rule(
    code="T03",
    level=Level.WARNING,
    title="目标没有考核标准或完成时限",
    says="“{text}”没有{missing}",
    remedy="补上{missing}；目标要有数量、质量、时限才好考核",
    in_general="补上考核标准和完成时限；目标要有数量、质量、时限才好考核",
    basis=SYSTEM,
    example="目标写了“改进夹具一套”，考核标准和完成时限空着",
)
T04 = Rule(
    code="T04",
    level=Level.ERROR,
    title="分值合计不等于满分",
    says="{name}的责任目标分值合计{total}分，满分是{full}分，{gap}",
    remedy="核对责任目标里适用于他的各行分值{parts}",
    in_general="核对责任目标里适用于他的各行分值",
    basis=INTEGRITY,
    example="某党员各行分值加起来98分，满分是100分",
    whose=True,
)
T05 = Rule(
    code="T05",
    level=Level.ERROR,
    title="得分超过分值，或总分与等次不符",
    says="{what}",
    remedy="核对得分和民主评议等次",
    basis=INTEGRITY,
    example="分值10分，得分写了12分",
)
T06 = Rule(
    code="T06",
    level=Level.ERROR,
    title="责任书签订日期不对",
    says="{name}签订日期{day}{why}",
    remedy="核对签订日期；年中转入、新接收的，在党员名册的“责任书签订日期”里另填",
    basis=CUSTOM,
    example="2025年的责任书，签订日期写成2024年12月31日",
)
T06_LATE = Rule(
    code="T06",
    level=Level.WARNING,
    title="责任书签得晚",
    says="{name}签订日期{day}，晚于{deadline}",
    remedy="核对签订日期；本单位习惯签得晚的，在“设置”里改“责任书签订期限”",
    basis=CUSTOM,
    example="责任书签订日期2025年5月20日",
)
T07 = Rule(
    code="T07",
    level=Level.ERROR,
    title="年中转入转出的责任书日期不对",
    says="{name}{what}",
    remedy="年中转入的在党员名册里另填签订日期，不早于转入日期；已经转出的不签",
    basis=CUSTOM,
    example="4月8日转入的党员，责任书签订日期是1月20日",
)
T08 = Rule(
    code="T08",
    level=Level.ERROR,
    title="签订责任书时书记不在任",
    says="{day}签订责任书，这天名册上没有在任的书记",
    remedy="核对签订日期，以及书记的党内职务和起止",
    basis=INTEGRITY,
    example="1月20日签订，书记的任期从2月1日起",
)
T09 = Rule(
    code="T09",
    level=Level.ERROR,
    title="同一目标给了同一人两次",
    says="{name}的{category}目标“{text}”和第{first}行重复",
    remedy="删去重复的一行；全体都有的目标只写一行",
    basis=INTEGRITY,
    example="同一句个性目标给同一个人写了两行",
)
T10 = Rule(
    code="T10",
    level=Level.WARNING,
    title="共性目标不是人人都有",
    says="共性目标“{text}”只给了{covered}人，{missing}等{count}人没有",
    remedy="各人都有的，“适用”写全体；只有一部分人有的，类别改成岗位或个性",
    basis=SYSTEM,
    example="类别是共性，“适用”却只写了钳工",
)
T11 = Rule(
    code="T11",
    level=Level.WARNING,
    title="岗位、个性目标雷同",
    says="这条{category}目标{how}",
    remedy="照各人的实际改写；本来就是一样的要求，合成一行，写在共性或岗位里",
    basis="痕迹管理走样的提醒（上级惯例）",
    example="两名党员的个性目标都是“提高业务水平，带好徒弟”",
)
