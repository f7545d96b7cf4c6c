"""Rules about the summary and about all documents together (Y)."""

from __future__ import annotations

from pipeline.findings import Level, Rule

INTEGRITY = "数据完整性"

Y01 = Rule(
    code="Y01",
    level=Level.ERROR,
    title="手写的次数与会议表不符",
    says="写着“{said}”，会议活动里{year}年{type}是{count}次",
    mend="次数由程序计算，正文里不要写；要写就与会议活动一致",
    basis=INTEGRITY,
)
Y02 = Rule(
    code="Y02",
    level=Level.ERROR,
    title="总结引用的编号不存在",
    says="引用的“{value}”在会议活动、谈话记录、立项攻关里都找不到",
    mend="核对编号，或先把这件事录进相应的表",
    basis=INTEGRITY,
)
Y04 = Rule(
    code="Y04",
    level=Level.ERROR,
    title="有没填完的占位",
    says="文字里还有占位“{mark}”",
    mend="换成实际内容；没有内容就删去",
    basis=INTEGRITY,
)
Y04_FIELD = Rule(
    code="Y04",
    level=Level.WARNING,
    title="文字像模板里的占位",
    says="文字里有“{mark}”，像是模板的占位，已照原样印出",
    mend="如果是误粘贴的，换成实际内容",
    basis=INTEGRITY,
)
Y04_MASKED = Rule(
    code="Y04",
    level=Level.WARNING,
    title="文字里有隐去的字",
    says="文字里有“{mark}”，已照原样印出",
    mend="忘了填的，换成实际内容；有意隐去名称的，可以不管",
    basis=INTEGRITY,
)
Y07 = Rule(
    code="Y07",
    level=Level.ERROR,
    title="成文日期早于所写的事",
    says="成文日期{written}，早于{day}的{what}",
    mend="核对成文日期；总结要等全年的事都办完再落款",
    basis=INTEGRITY,
)
Y09 = Rule(
    code="Y09",
    level=Level.ERROR,
    title="文书份数与目录不符",
    says="目录有{listed}份，文件夹里有{found}份{who}",
    mend="重新生成一次；仍不符的，看看是不是有别的程序在动这个文件夹",
    basis="归档",
)
