"""Rules about how often things are done (F)."""

from __future__ import annotations

from pipeline.findings import Level, Rule
from pipeline.rules.articles import BRANCH_RULES, EDUCATION_RULES

F01 = Rule(
    code="F01",
    level=Level.WARNING,
    title="某季度没有党员大会",
    says="{when}没有召开党员大会",
    remedy="开过的补记到会议活动里；没有开的不要补写。党员大会一般每季度召开1次",
    basis=BRANCH_RULES.cite(11),
    example="4月到6月没有一行类型是党员大会",
)
F02 = Rule(
    code="F02",
    level=Level.WARNING,
    title="某月没有支委会",
    says="{when}没有召开支委会",
    remedy="开过的补记到会议活动里；没有开的不要补写。支委会一般每月召开1次",
    basis=BRANCH_RULES.cite(12),
    example="设了支委会，8月没有一行类型是支委会",
)
F03 = Rule(
    code="F03",
    level=Level.WARNING,
    title="某月没有党小组会",
    says="{group}{when}没有召开党小组会",
    remedy="开过的补记到会议活动里，写明是哪个党小组；没有开的不要补写。党小组会一般每月召开1次",
    basis=BRANCH_RULES.cite(13),
    example="第二党小组8月没有党小组会",
)
F04 = Rule(
    code="F04",
    level=Level.WARNING,
    title="某季度没有党课",
    says="{when}没有上党课",
    remedy="上过的补记到会议活动里；没有上的不要补写。党课几次看上级的要求，一般每季度1次",
    basis="上级惯例（条例没有规定党课的次数）",
    example="7月到9月没有一行类型是党课",
)
F05 = Rule(
    code="F05",
    level=Level.WARNING,
    title="某月没有主题党日",
    says="{when}没有开展主题党日",
    remedy="开展过的补记到会议活动里；没有开展的不要补写。主题党日每月1次",
    basis=f"{BRANCH_RULES.cite(16)}；{EDUCATION_RULES.cite(16)}",
    example="8月没有一行类型是主题党日",
)
F05_DAY = Rule(
    code="F05",
    level=Level.WARNING,
    title="主题党日偏离固定日",
    says="{day}开展{month}的主题党日，离固定的每月{fixed}日差{off}天",
    remedy="日期属实的不用改；下次尽量固定",
    basis=f"{BRANCH_RULES.cite(16)}（差几天算偏离是本地约定）",
    example="固定日是每月25日，8月的主题党日17日就开展了",
)
F06 = Rule(
    code="F06",
    level=Level.WARNING,
    title="全年没有组织生活会",
    says="{year}年没有组织生活会的记录",
    remedy="开过的补记到会议活动里；次年初按上级通知开的，日期照写，“所属年度”填{year}；没有开的不要补写",
    basis=f"{BRANCH_RULES.cite(17)}；{EDUCATION_RULES.cite(17)}",
    example="全年没有一行类型是组织生活会",
    in_general="开过的补记到会议活动里；次年初按上级通知开的，日期照写，填上“所属年度”；没有开的不要补写",
)
F06_QUARTER = Rule(
    code="F06",
    level=Level.WARNING,
    title="组织生活会不在第四季度",
    says="{year}年的组织生活会在{day}召开，不在第四季度",
    remedy="日期属实的不用改；按上级通知在次年初开的，填“所属年度”",
    basis=BRANCH_RULES.cite(17),
    example="全年只有一次组织生活会，在9月30日",
)
F07 = Rule(
    code="F07",
    level=Level.WARNING,
    title="全年没有民主评议",
    says="{year}年没有民主评议党员的记录",
    remedy="评议过的补记到会议活动里，类型写“民主评议”；没有评议的不要补写。民主评议一般每年1次",
    basis=f"{BRANCH_RULES.cite(18)}；{EDUCATION_RULES.cite(18)}",
    example="全年没有一行类型是民主评议",
)
F08 = Rule(
    code="F08",
    level=Level.WARNING,
    title="书记没有向党员大会述职",
    says="{year}年的党员大会里，找不到书记述职的议题",
    remedy="述过职的，在议题发言里补上这个议题；没有述过的不要补写",
    basis=BRANCH_RULES.cite(27),
    example="全年党员大会的主题、议题、纪要里都没有“述职”",
)
F09 = Rule(
    code="F09",
    level=Level.WARNING,
    title="党员全年到会率偏低",
    says="{name}全年应到{expected}次，实到{present}次，到会率{rate}%，低于{limit}%",
    remedy="核对缺席名单；情况属实的，找本人谈一谈，倒班、外勤的安排补课",
    basis="考勤惯例（上级惯例，条例没有规定到会率）",
    example="一名党员全年应到20次，实到9次",
)
F09_AWAY = Rule(
    code="F09",
    level=Level.WARNING,
    title="连续6个月没有参加组织生活",
    says="{name}从{since}到{until}连续6个月没有参加组织生活，也没有写正当理由",
    remedy="先核对缺席名单和原因，不要为了避开六个月改缺席；情况属实的，尽快找到本人，按规定处理",
    basis=EDUCATION_RULES.cite(31),
    example="6月5日到12月5日的会，一名党员次次缺席，原因都写“无故”",
)
F10 = Rule(
    code="F10",
    level=Level.WARNING,
    title="集中学习培训学时不够",
    says="{what}",
    remedy="学过的补记：会议活动、学习培训里写上学时，缺席的写上补课；没有学的不要补学时",
    basis=EDUCATION_RULES.cite(20),
    example="一名党员全年学时加起来是31.5",
)
F10_OFFICER = Rule(
    code="F10",
    level=Level.WARNING,
    title="书记、委员集中学习培训学时不够",
    says="{name}是{post}，全年学时{hours}，不够{limit}",
    remedy="学过的补记：会议活动、学习培训里写上学时；没有学的不要补学时",
    basis="上级的党员教育培训规划（书记和班子成员的学时，以上级规定为准）",
    example="组织委员全年学时加起来是55.5",
)
F11 = Rule(
    code="F11",
    level=Level.WARNING,
    title="书记没有参加县级以上集中轮训",
    says="{name}任书记，{year}年没有参加县级以上党组织集中轮训的记录",
    remedy="参加过的补记到学习培训里，主办级别选“县级以上党组织”，形式选“集中轮训”；没有参加的向上级报告",
    basis=BRANCH_RULES.cite(25),
    example="书记只参加过基层党委办的集中轮训",
)
F12 = Rule(
    code="F12",
    level=Level.WARNING,
    title="缺了党课没有补课",
    says="{names}没有上{day}的党课，过了{limit}天还没有补课",
    remedy="补过的在“补课”里写上姓名和日期；没有补的照实空着",
    basis="考勤惯例（上级惯例）；支部记补课的才提醒",
    example="9月18日的党课有两人缺席，到年底“补课”里只写了一人",
)
F12_STRAY = Rule(
    code="F12",
    level=Level.WARNING,
    title="补课的人没有缺席，或补课早于开会",
    says="“补课”里的{names}{why}",
    remedy="核对补课、缺席的姓名和日期",
    basis="数据完整性",
    example="“补课”里写着一名那天到了会的党员",
)
