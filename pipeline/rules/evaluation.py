"""Rules about the yearly evaluation, awards and sanctions (D)."""

from __future__ import annotations

from pipeline.findings import Level, Rule
from pipeline.rules.articles import BRANCH_RULES, EDUCATION_RULES, YEARLY_NOTICE

INTEGRITY = "数据完整性"

D01 = Rule(
    code="D01",
    level=Level.WARNING,
    title="优秀人数超过上限",
    says="优秀{count}人，正式党员{full}人，按{share}最多{limit}人，多了{over}人",
    remedy="等次照评的写；预备党员不算在正式党员里。上限在“设置”里改",
    basis=YEARLY_NOTICE,
    example="正式党员26人，评了9名优秀，“设置”里优秀超比例算错误",
)
D02 = Rule(
    code="D02",
    level=Level.WARNING,
    title="预备党员评定了等次",
    says="{name}是预备党员，却评定为“{grade}”",
    remedy="当时评了的照实写，报告上级；总结的等次人数不含他。没有评的清空等次",
    basis=YEARLY_NOTICE,
    example="预备党员的等次写了合格",
)
D03 = Rule(
    code="D03",
    level=Level.ERROR,
    title="等次不在四档之内",
    says="“{value}”不是评议等次{hint}",
    remedy="从这几档里选：{choices}",
    in_general="从这几档里选：优秀、合格、基本合格、不合格",
    basis=YEARLY_NOTICE,
    example="等次写成“良好”",
)
D04 = Rule(
    code="D04",
    level=Level.ERROR,
    title="测评票数不符",
    says="{what}",
    remedy="对照计票单改错的那一格",
    basis=INTEGRITY,
    example="四档票合计23票，有效票24票",
)
D04_MORE = Rule(
    code="D04",
    level=Level.WARNING,
    title="测评的票多于到会的党员",
    says="{what}",
    remedy="有群众代表参加测评的不用改；写错的改错的那一格",
    basis="数据完整性",
    example="到会24人，测评收回26张票",
)
D05 = Rule(
    code="D05",
    level=Level.BREACH,
    title="民主评议不是在党员大会上",
    says="{year}年的民主评议写在{types}上",
    remedy="没有开大会的照实写，不要加类型；合并开的，类型写全。民主评议要召开党员大会，也可以和组织生活会一并进行",
    basis=f"{BRANCH_RULES.cite(18)}；{EDUCATION_RULES.cite(18)}",
    example="民主评议的类型只写“支委会、民主评议”",
)
D04_WHICH = Rule(
    code="D04",
    level=Level.WARNING,
    title="分不清哪一次测评是评议党员的",
    says="评议会上有{count}次测评，看不出哪一次是评议党员的，没有核对票数",
    remedy="在议题里写明“民主测评党员”“测评支部班子”，分列两个议题",
    basis=INTEGRITY,
    example="评议会上有两行测评，议题一行写“民主测评”，一行写“再次测评”",
)
D06 = Rule(
    code="D06",
    level=Level.WARNING,
    title="漏评，或不在册的人参评",
    says="{name}{what}",
    remedy="没有参评的写明原因，不要补等次；年老体弱的不作硬性要求",
    basis=f"{BRANCH_RULES.cite(18)}；{EDUCATION_RULES.cite(23, 32)}",
    example="一名正式党员不在评议表里",
    whose=True,
)
D06_TWICE = Rule(
    code="D06",
    level=Level.ERROR,
    title="一个人评了两次",
    says="{name}{what}",
    remedy="只留一行",
    basis="数据完整性",
    example="民主评议里同一个人写了两行",
)
D07 = Rule(
    code="D07",
    level=Level.WARNING,
    title="优秀者当年受过处分",
    says="{name}评定为优秀，当年{day}却受过“{title}”",
    remedy="等次、处分都照实写；写错的改错的那一格",
    basis=YEARLY_NOTICE,
    example="当年受过警告处分的党员评为优秀",
)
D07_NO_MEASURE = Rule(
    code="D07",
    level=Level.WARNING,
    title="基本合格、不合格没有写处理意见",
    says="{name}评定为“{grade}”，支部意见空着，也没有组织处置",
    remedy="有处理意见的写上；没有的不要编",
    basis=YEARLY_NOTICE,
    example="等次是基本合格，支部意见空着",
)
D08 = Rule(
    code="D08",
    level=Level.WARNING,
    title="表彰处置没有会议编号也没有批准文号",
    says="{name}的“{title}”既没有会议编号，也没有批准文号",
    remedy="支部大会讨论决定的填会议编号，上级批准的填文号；没有的照实空着",
    basis=BRANCH_RULES.cite(11),
    example="表彰的会议编号和批准文号都空着",
)
