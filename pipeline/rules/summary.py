"""Rules about the summary and about all documents together (Y)."""

from __future__ import annotations

from pipeline.findings import Level, Rule
from pipeline.rules.articles import BRANCH_RULES, DOCUMENT_FORMAT

INTEGRITY = "数据完整性"

Y01 = Rule(
    code="Y01",
    level=Level.ERROR,
    title="手写的次数与会议表不符",
    says="写着“{said}”，会议活动里{year}年{type}是{count}次",
    remedy="次数由程序计算，正文里不要写；要写就与会议活动一致",
    basis=INTEGRITY,
    example="总结要点写“全年召开党员大会三次”，会议活动里是两次",
)
Y02 = Rule(
    code="Y02",
    level=Level.ERROR,
    title="总结引用的编号不存在",
    says="引用的“{value}”在会议活动、议题发言、谈话记录、立项攻关里都找不到",
    remedy="核对编号，或先把这件事录进相应的表",
    basis=INTEGRITY,
    example="引用编号写H99，哪张表里都没有",
)
Y03 = Rule(
    code="Y03",
    level=Level.WARNING,
    title="引用的文件是旧的，或没有写版本",
    says="{what}",
    remedy="核对现行的名称和版本；在支部信息的“依据文件”里写上文号、版本或施行日期",
    basis="引用文件要注明版本（本地约定）",
    example="依据文件写“中国共产党纪律处分条例”，没有写哪年修订",
)
Y04 = Rule(
    code="Y04",
    level=Level.ERROR,
    title="有没填完的占位",
    says="文字里还有占位“{mark}”",
    remedy="换成实际内容；没有内容就删去",
    basis=INTEGRITY,
    example="正文里还留着“（待补充）”",
)
Y04_FIELD = Rule(
    code="Y04",
    level=Level.WARNING,
    title="文字像模板里的占位",
    says="文字里有“{mark}”，像是模板的占位，已照原样印出",
    remedy="如果是误粘贴的，换成实际内容",
    basis=INTEGRITY,
    example="正文里留着模板里用两层花括号括起来的“姓名”",
)
Y05 = Rule(
    code="Y05",
    level=Level.WARNING,
    title="人名像是写错了",
    says="“{name}”不在党员名册，像是“{near}”写错了",
    remedy="是同一个人的，改成名册的写法；确是另一个人的，不必改",
    basis=INTEGRITY,
    example="名册上是王建军，责任人写成王健军",
)
Y06 = Rule(
    code="Y06",
    level=Level.WARNING,
    title="文字里的日期写法不规范",
    says="文字里的日期“{said}”，公文里写成“{good}”",
    remedy="改成不补零的年月日；日期那几列怎么写都行，印出来会统一",
    basis=f"成文日期：{DOCUMENT_FORMAT}；正文：惯例",
    example="正文里写着 2025.03.05",
)
Y04_MASKED = Rule(
    code="Y04",
    level=Level.WARNING,
    title="文字里有隐去的字",
    says="文字里有“{mark}”，已照原样印出",
    remedy="忘了填的，换成实际内容；有意隐去名称的，可以不管",
    basis=INTEGRITY,
    example="正文里写着“为××村修路”",
)
Y07 = Rule(
    code="Y07",
    level=Level.ERROR,
    title="成文日期早于所写的事",
    says="成文日期{written}，早于{day}的{what}",
    remedy="改成文日期，不改事情的日期；总结要等写到的事都办完再落款",
    basis=INTEGRITY,
    example="成文日期12月20日，12月25日还有主题党日",
    kinds=("工作总结",),
)
Y08 = Rule(
    code="Y08",
    level=Level.WARNING,
    title="口号的解释没有依据",
    says="{what}",
    remedy="上级有统一解释的，写在支部信息“口号”的后一格，处处一样；没有的删去解释，只写口号",
    basis="不得编造（本地约定）",
    example="口号“三高一争”含义空着，总结要点里却写“三高一争”（高质量……）",
)
Y09 = Rule(
    code="Y09",
    level=Level.ERROR,
    title="文书份数与目录不符",
    says="目录有{listed}份，文件夹里有{found}份{who}",
    remedy="重新生成一次；仍不符的，看看是不是有别的程序在动这个文件夹",
    basis="归档",
    example="生成的时候，别的程序删走了一份文书",
)
Y10 = Rule(
    code="Y10",
    level=Level.WARNING,
    title="委员分工重叠或空缺",
    says="{what}",
    remedy="在支部信息的“委员分工”里一名委员写一行，分工不重复；职务在党员名册的“党内职务”里改",
    basis=BRANCH_RULES.cite(20, 22),
    example="五名支委，委员分工只写了四名",
)
Y11 = Rule(
    code="Y11",
    level=Level.ERROR,
    title="成文日期不在这一年度前后",
    says="成文日期{written}，不在{year}年1月1日到次年6月30日之间",
    remedy="核对成文日期和年度，改错的那一格；上一年留下来的清空",
    basis=INTEGRITY,
    example="2026年的工作簿里，成文日期还是2025年12月31日",
    kinds=("工作总结",),
)
Y11_AHEAD = Rule(
    code="Y11",
    level=Level.WARNING,
    title="成文日期还没有到",
    says="成文日期{written}，今天才{today}；总结写到{told}",
    remedy="先填上的可以不管；全年的事录齐了再出总结",
    basis=INTEGRITY,
    example="2025年3月检查，成文日期写2025年12月31日",
)
Y12 = Rule(
    code="Y12",
    level=Level.WARNING,
    title="引用的会晚于这件事",
    says="{what}是{day}，引用的会议{meeting}却在{held}才开",
    remedy="先定后开会的照实写，不要改；写错的，改日期或会议编号里错的那一格",
    basis=INTEGRITY,
    example="6月1日的表彰，会议编号写的是6月27日的党员大会",
)
Y12_LATER = Rule(
    code="Y12",
    level=Level.WARNING,
    title="引用的文件晚于引用它的文书",
    says="“{title}”写的是{effective}，{document}是{day}，那时还没有这个文件",
    remedy="核对版本和日期；签得早是事实的，换成签时已有的文件",
    basis=INTEGRITY,
    example="责任书1月20日签订，依据文件写2025年6月1日起施行",
)
Y13 = Rule(
    code="Y13",
    level=Level.NOTE,
    title="存在问题没有对应的打算",
    says="存在问题“{problem}”没有序号相同的下一步打算",
    remedy="有打算的补上一条，序号与问题相同；确实没有的，可以不管",
    basis="打算要对着问题写（惯例）",
    example="存在问题写了四条，下一步打算只写了序号1至3",
)
Y14 = Rule(
    code="Y14",
    level=Level.NOTE,
    title="总结的字数",
    says="总结全文{length}字，{how}；总结要点里最长的章节：{chapters}",
    remedy="长了，把一些行的“去向”写成附件；短了，有事没有写的补到总结要点，没有的不必凑。字数在“设置”里定",
    basis="篇幅由上级或本支部定（本地约定）",
    example="总结全文5200字，超过4500字",
)
Y15 = Rule(
    code="Y15",
    level=Level.NOTE,
    title="立项写进总结的话太长",
    says="立项“{name}”没有摘要，三格的第一句共{length}字，超过{most}字",
    remedy="在立项攻关的“摘要”里用150至170字写出背景、做法、结果；不写也照三格的第一句印",
    basis="总结每个立项一段（本地约定）",
    example="背景与难点、措施、成果的第一句共210字，摘要空着",
)
