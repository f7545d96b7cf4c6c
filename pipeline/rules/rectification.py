"""Rules about what is to be put right (Z)."""

from __future__ import annotations

from pipeline.findings import Level, Rule
from pipeline.rules.articles import BRANCH_RULES

Z01 = Rule(
    code="Z01",
    level=Level.WARNING,
    title="整改时限已过，没有完成日期",
    says="“{problem}”的时限是{due}，到{day}没有写完成日期",
    remedy="办完了的照实写完成情况和完成日期；没有办完的不要填完成日期，在完成情况里写办到哪一步，下年接着列",
    basis=BRANCH_RULES.cite(17),
    example="12月底前整改的问题，到年末完成日期还空着",
)
Z02 = Rule(
    code="Z02",
    level=Level.WARNING,
    title="整改的完成日期不合时间先后",
    says="“{problem}”的完成日期{finished}{why}",
    remedy="核对这几个日期，写错的改错的那一格；还没有办完的把完成日期空着",
    basis="整改台账（惯例）",
    example="12月5日查摆的问题，完成日期写成11月20日",
)
Z03 = Rule(
    code="Z03",
    level=Level.WARNING,
    title="写了完成日期，没有写怎么完成的",
    says="“{problem}”{finished}完成，没有写完成情况",
    remedy="照实写做了什么、结果怎样；记不清的空着，不要编，完成情况一栏印成空白",
    basis="整改台账（惯例）",
    example="完成日期填了，完成情况空着",
)
