"""Rules about projects (P)."""

from __future__ import annotations

from pipeline.findings import Level, Rule
from pipeline.rules.articles import ADMISSION_RULES

INTEGRITY = "数据完整性"

P01 = Rule(
    code="P01",
    level=Level.WARNING,
    title="立项的负责人或组员不在册",
    says="“{name}”不在党员名册，照写照印，不计入党员立项",
    remedy="姓名写错的改姓名；不是党员的不要加进名册，群众可以写到“参加群众”里",
    basis="党员立项制度（惯例）",
    example="负责人不在党员名册",
)
P01_NOT_THEN = Rule(
    code="P01",
    level=Level.WARNING,
    title="立项负责人当时不是本支部党员",
    says="负责人{name}在立项时（{day}）{why}",
    remedy="核对负责人和立项日期；立项由党员负责",
    basis="党员立项制度（惯例）",
    example="3月立项，负责人4月才转入",
)
P01_AWAY = Rule(
    code="P01",
    level=Level.WARNING,
    title="立项或责任区的人那时不在本支部",
    says="{name}{why}",
    remedy="不要为了过检查改起止日期；人名或名册的日期写错的改错的那一格",
    basis="党员立项制度（惯例）",
    example="3月1日立项，负责人2月20日已经转出",
)
P01_LEFT = Rule(
    code="P01",
    level=Level.WARNING,
    title="责任区的责任党员年内已经转出",
    says="{name}{why}",
    remedy="有人接手的，把“责任党员”改成接手的党员；没有人接手的可以不管，总结照这一格印",
    basis=INTEGRITY,
    example="责任区的责任党员里，有一人9月15日转出",
)
P02 = Rule(
    code="P02",
    level=Level.ERROR,
    title="完成早于立项",
    says="{started}立项，{finished}就完成了",
    remedy="核对立项日期和完成日期",
    basis=INTEGRITY,
    example="3月1日立项，2月28日完成",
)
P02_OVERDUE = Rule(
    code="P02",
    level=Level.WARNING,
    title="时限已过没有完成",
    says="时限是{due}，到{day}完成日期还空着",
    remedy="完成了的补上完成日期和成果；没有完成的，写明新的时限",
    basis=INTEGRITY,
    example="时限2025年6月30日，到年底完成日期空着",
)
P03 = Rule(
    code="P03",
    level=Level.WARNING,
    title="效益金额没有依据",
    says="写了效益金额{benefit}万元，缺{missing}；没有依据的金额不印",
    remedy="补上计算依据和确认人；拿不出依据的空着",
    basis="不得虚报（本地约定）",
    example="效益金额写了3.2，确认人空着",
)
P04 = Rule(
    code="P04",
    level=Level.WARNING,
    title="已经完成而没有成果",
    says="{finished}已经完成，成果却空着",
    remedy="照实写出成果；没有成果的空着，不要补写",
    basis=INTEGRITY,
    example="完成日期填了，成果空着",
)
P05 = Rule(
    code="P05",
    level=Level.ERROR,
    title="文字里的党龄与名册不符",
    says="写着“{said}”，按名册的转正日期推算{facts}",
    remedy="改正文字里的党龄，或核对名册的转正日期；党龄从转正之日算起",
    basis=ADMISSION_RULES.cite(34),
    example="写着“三十年党龄”，按转正日期只有二十年",
)
P05_WHOSE = Rule(
    code="P05",
    level=Level.WARNING,
    title="文字里的党龄与句中的人对不上",
    says="写着“{said}”，按名册的转正日期推算{facts}",
    remedy="说的是另一个人的，在同一句里写上他的姓名；说的就是他们，改正党龄",
    basis=ADMISSION_RULES.cite(34),
    example="写着“二十四年党龄的老师傅”，负责人和组员都不是，名册上另有一人是",
)
