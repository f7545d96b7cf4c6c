"""Rules about responsibility agreements (T)."""

from __future__ import annotations

from pipeline.findings import Level, Rule

CUSTOM = "年度责任书惯例（本地约定）"
INTEGRITY = "数据完整性"

T01 = Rule(
    code="T01",
    level=Level.WARNING,
    title="党员没有责任目标",
    says="{name}一条责任目标也没有，不出他的责任书",
    remedy="要签的，在责任目标表里给他列目标：“适用”写全体{station}或他的姓名；不签的不用填，不要为了出文书编目标",
    in_general="要签的，在责任目标表里给他列目标；不签的不用填，不要为了出文书编目标",
    basis="党员目标管理（惯例）",
    example="某党员的岗位是“库工”，没有一行目标适用于他",
    whose=True,
)
T01_NONE = Rule(
    code="T01",
    level=Level.NOTE,
    title="支部不签责任书",
    says="责任目标一行也没有，不出责任书；别的文书照出",
    remedy="不签责任书的支部不需要处理；要签的，在责任目标表里列目标",
    basis="程序说明",
    example="责任目标只有表头",
)
T02 = Rule(
    code="T02",
    level=Level.WARNING,
    title="共性、岗位、个性目标缺一类",
    says="{name}没有{missing}目标{why}",
    remedy="在责任目标表里补上；岗位目标的“适用”要和名册的岗位写法一致",
    basis="党员目标管理（惯例）",
    example="某党员只有共性、岗位目标，没有个性目标",
)
T03 = Rule(
    code="T03",
    level=Level.WARNING,
    title="目标没有考核标准或完成时限",
    says="“{text}”没有{missing}",
    remedy="补上{missing}；目标要有数量、质量、时限才好考核",
    in_general="补上考核标准和完成时限；目标要有数量、质量、时限才好考核",
    basis="党员目标管理（惯例）",
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
    title="得分超过分值",
    says="{what}",
    remedy="核对得分和分值，改错的那一格",
    basis=INTEGRITY,
    example="分值10分，得分写了12分",
)
T05_GRADE = Rule(
    code="T05",
    level=Level.WARNING,
    title="责任书总分与评议等次不符",
    says="{what}",
    remedy="核对得分；等次是评出来的，不要按分数改",
    basis="年度责任书惯例（本地约定）",
    example="得分45分，合格线60分，等次却是优秀",
)
T06 = Rule(
    code="T06",
    level=Level.WARNING,
    title="责任书签订日期不对",
    says="{name}签订日期{day}{why}",
    remedy="照纸上的日期写；年中转入、新接收的，在党员名册的“责任书签订日期”里另填",
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
    level=Level.WARNING,
    title="年中转入转出的责任书日期不对",
    says="{name}{what}",
    remedy="签过的，在党员名册的“责任书签订日期”里照纸上的日期填；没有签的不出，不要补一个日期",
    basis=CUSTOM,
    example="4月8日转入的党员，责任书签订日期是1月20日",
)
T07_EARLY = Rule(
    code="T07",
    level=Level.ERROR,
    title="本人的责任书签订日期早于转入",
    says="{name}{what}",
    remedy="对照责任书和组织关系介绍信，改错的那一格",
    basis="数据完整性",
    example="2025年7月1日转入，本人的责任书签订日期写2025年1月20日",
)
T08 = Rule(
    code="T08",
    level=Level.WARNING,
    title="签订责任书时书记不在任",
    says="{day}签订责任书，这天名册上没有在任的书记；甲方姓名留空手写",
    remedy="照纸上的签名写；书记出缺、由别人代签的不用改",
    basis=INTEGRITY,
    example="1月20日签订，书记的任期从2月1日起",
)
T09 = Rule(
    code="T09",
    level=Level.WARNING,
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
    basis="党员目标管理（惯例）",
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
