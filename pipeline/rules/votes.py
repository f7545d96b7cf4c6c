"""Rules about votes and ballots (V)."""

from __future__ import annotations

from pipeline.findings import Level, Rule
from pipeline.rules.articles import ADMISSION_RULES, BRANCH_RULES, CHARTER, ELECTION_RULES, PROVINCIAL_RULES

BALLOT = "票决通则"

V01 = Rule(
    code="V01",
    level=Level.ERROR,
    title="票数加不起来",
    says="{what}",
    remedy="对照计票单改错的那一格：赞成+反对+弃权=有效，有效不超过收回+书面意见；不要凑数",
    basis=BALLOT,
    example="赞成20、反对1、弃权0，有效票写了22",
)
V01_SHORT = Rule(
    code="V01",
    level=Level.WARNING,
    title="有人到会而没有计入票数",
    says="{parts}，合计{cast}票，到会有表决权的{voters}人{written}，还有{rest}人没有交代",
    remedy="核对赞成、反对、弃权的人数，没有表态的计入弃权；中途离会的写进内容纪要或发言要点",
    basis=BALLOT,
    example="举手表决，到会有表决权的6人，赞成5、反对0、弃权0",
)
V02 = Rule(
    code="V02",
    level=Level.BREACH,
    title="收回的票比发出的多",
    says="发出{issued}张，收回{returned}张，这次投票无效；记录照写数字，不写结果",
    remedy="数字属实的不要改，照实记投票无效和重新投票；写错的改错的那一格",
    basis=f"{ELECTION_RULES.cite()}；其他表决照票决通则",
    example="发出22张，收回23张",
)
V03 = Rule(
    code="V03",
    level=Level.ERROR,
    title="票数超过有表决权的到会人数",
    says="{what}，到会有表决权的{voters}人{written}",
    remedy="对照计票单和签到表，改错的那一格；预备党员、讨论转正的本人没有表决权",
    basis=CHARTER.cite(7),
    example="到会有表决权的22人，赞成23票，没有书面意见",
)
V03_WAITING = Rule(
    code="V03",
    level=Level.ERROR,
    title="票数算进了还没有填批准日期的人",
    says="{what}，到会有表决权的{voters}人{written}；{who}的转正批准日期空着，按还没有批准算",
    remedy="上级已经批准的，在名册填上转正批准日期（批准通知上的那天）；还没有批准的，对照计票单改错的那一格",
    basis=f"{CHARTER.cite(7)}；{ADMISSION_RULES.cite(34)}",
    example="到会有表决权的21人，赞成22票，其中一人转正已经通过，转正批准日期没有填",
)
V04 = Rule(
    code="V04",
    level=Level.BREACH,
    title="发出的票多于有表决权的到会人数",
    says="发出{issued}张，到会有表决权的{voters}人{who}",
    remedy="发出的数属实的照写，不要改；下次只给有表决权的{voters}人发票",
    in_general="发出的数属实的照写，不要改；下次只给有表决权的人发票",
    basis=f"{CHARTER.cite(7)}；{ELECTION_RULES.cite(5)}",
    example="到会24人中有2名预备党员，发出24张",
)
V05 = Rule(
    code="V05",
    level=Level.BREACH,
    title="到会有表决权的不足半数",
    says="应到会有表决权的{expected}人，到会{present}人，不足半数；记录照写到会人数，不写通过",
    remedy="照实写到会的人，不要改缺席名单；另开一次会的，另录一行",
    basis=BRANCH_RULES.cite(11),
    example="应到会有表决权的21人，到会10人",
)
V05_HALF = Rule(
    code="V05",
    level=Level.WARNING,
    title="到会恰好一半",
    says="应到会有表决权的{expected}人，到会{present}人，恰好一半",
    remedy="通常认为“半数以上”包括一半，按能表决处理；请向上级党组织确认",
    basis=BRANCH_RULES.cite(11),
    example="应到会有表决权的20人，到会10人",
)
V06 = Rule(
    code="V06",
    level=Level.BREACH,
    title="接收、转正时到会没有超过半数",
    says="应到会有表决权的{expected}人，到会{present}人，没有超过半数；记录照写到会人数，不写通过",
    remedy="照实写到会的人，不要改缺席名单；另开一次会的，另录一行",
    basis=f"接收：{ADMISSION_RULES.cite(20)}；转正：{ADMISSION_RULES.cite(33)}",
    example="应到会有表决权的20人，到会10人，表决接收预备党员",
)
V07 = Rule(
    code="V07",
    level=Level.BREACH,
    title="决议与票数不符",
    says="赞成{ayes}票，应到会有表决权的{expected}人，{fact}半数，决议却写着“{said}”；记录照写票数，不印这一句决议",
    remedy="票数照计票单，不要为了写“通过”去改赞成数；决议写错的改决议",
    basis=f"{BRANCH_RULES.cite(11)}；接收：{ADMISSION_RULES.cite(21)}；转正：{ADMISSION_RULES.cite(33)}",
    example="应到会有表决权的23人，赞成11票，决议写“通过”",
)
V07_UNANIMOUS = Rule(
    code="V07",
    level=Level.ERROR,
    title="写着一致通过，却有人反对或弃权",
    says="决议写着“{said}”，票数却有{figures}",
    remedy="有反对或弃权的，决议写“通过”，不写“一致”；改措辞，不改票数",
    basis="数据完整性",
    example="决议写“一致通过”，弃权填了1",
)
V07_BLANK = Rule(
    code="V07",
    level=Level.WARNING,
    title="写着一致通过，票数却空着",
    says="决议写着“{said}”，赞成、反对、弃权却都空着",
    remedy="照计票单补上票数；没有表决过的清空表决类型",
    basis=BALLOT,
    example="决议写“一致通过”，赞成、反对、弃权都空着",
)
V08 = Rule(
    code="V08",
    level=Level.BREACH,
    title="接收没有用无记名投票",
    says="{type}的表决方式是“{method}”",
    remedy="举手的照实写举手，不要改；接收应当用无记名投票",
    basis=ADMISSION_RULES.cite(21),
    example="接收预备党员写的是举手表决",
)
V08_CONFIRMING = Rule(
    code="V08",
    level=Level.WARNING,
    title="转正没有用无记名投票",
    says="{type}的表决方式是“{method}”",
    remedy="举手的照实写举手；各地转正也多用无记名投票，看看上级的要求",
    basis=ADMISSION_RULES.cite(33),
    example="表决类型“转正”，表决方式“举手表决”",
)
V09 = Rule(
    code="V09",
    level=Level.BREACH,
    title="几个人合在一起表决接收",
    says="{names}{count}人合在一次表决",
    remedy="当时合在一起表决的照实写，不要拆成几行编票数；接收应当逐个讨论、逐个表决",
    basis=ADMISSION_RULES.cite(21),
    example="一行里候选人写了两个人",
)
V09_CONFIRMING = Rule(
    code="V09",
    level=Level.WARNING,
    title="几个人合在一起表决转正",
    says="{names}{count}人合在一次表决",
    remedy="当时合在一起表决的照实写；分别表决的，一人一行，各写各的票数",
    basis=ADMISSION_RULES.cite(33),
    example="表决类型“转正”，候选人写了两个人",
)
V10 = Rule(
    code="V10",
    level=Level.WARNING,
    title="书面意见没有附件编号，或没有计入票数",
    says="{what}",
    remedy="在“附件”里写上书面意见的编号；会前提交的正式书面意见要计入票数",
    basis=ADMISSION_RULES.cite(21),
    example="书面意见2份，附件空着",
)
V10_UNCOUNTED = Rule(
    code="V10",
    level=Level.BREACH,
    title="书面意见没有计入票数",
    says="{what}",
    remedy="照计票单写，数字属实的不要改；会前提交的正式书面意见应当计入票数",
    basis=ADMISSION_RULES.cite(21),
    example="书面意见1份，收回20张，有效20票",
)
V11 = Rule(
    code="V11",
    level=Level.BREACH,
    title="选举的到会、得票或差额不合规定",
    says="{what}",
    remedy="票数照选票，数字属实的不要改；照实记未当选或另行选举。到会不少于应到的五分之四，当选要超过到会的半数，候选人多出应选人数的两成",
    basis=ELECTION_RULES.cite(),
    example="应选5人，候选人也是5人",
)
V12 = Rule(
    code="V12",
    level=Level.WARNING,
    title="投票没有监票人或计票人",
    says="无记名投票没有写{missing}",
    remedy="设了的补上姓名；没有设的照实空着",
    basis="上级惯例（细则没有写监票人）",
    example="无记名投票的监票人空着",
)
V12_ELECTION = Rule(
    code="V12",
    level=Level.BREACH,
    title="选举没有监票人或计票人",
    says="选举没有写{missing}",
    remedy="设了的补上姓名；没有设的照实空着，下次选举要推选",
    basis=ELECTION_RULES.cite(22, 23),
    example="表决类型“选举”，监票人空着",
)
V12_UNFIT = Rule(
    code="V12",
    level=Level.WARNING,
    title="监票人、计票人不合适",
    says="{role}{name}{why}",
    remedy="核对姓名；当时确是他的，照实写",
    basis="选举惯例（上级惯例）",
    example="监票人写了候选人自己",
)
V12_CANDIDATE = Rule(
    code="V12",
    level=Level.BREACH,
    title="选举的监票人是候选人",
    says="监票人{name}是候选人",
    remedy="核对姓名；当时确是他的，照实写。监票人从不是候选人的党员中推选",
    basis=ELECTION_RULES.cite(22),
    example="选举委员，监票人是候选人之一",
)
V13 = Rule(
    code="V13",
    level=Level.BREACH,
    title="支委会审查在大会之后",
    says="支委会审查日期{reviewed}晚于大会日期{day}",
    remedy="日期属实的不要改；写错的改错的那一格",
    basis=f"接收：{ADMISSION_RULES.cite(19, 20)}；转正：{ADMISSION_RULES.cite(33)}",
    example="6月28日支委会审查，6月27日大会表决",
)
V13_NOTICE = Rule(
    code="V13",
    level=Level.WARNING,
    title="公示不足规定的工作日",
    says="公示{span}，只有{count}个工作日，要求{wanted}个",
    remedy="公示日期照实写；休息日和放假不算工作日",
    basis=PROVINCIAL_RULES,
    example="公示2025年6月13日至6月15日",
)
V14 = Rule(
    code="V14",
    level=Level.BREACH,
    title="入党介绍人不合规定",
    says="{name}{what}",
    remedy="照实写，不要添名字；要有两名正式党员作入党介绍人，缺的报告上级。受留党察看处分未恢复权利的不能作",
    basis=ADMISSION_RULES.cite(14),
    example="入党介绍人只写了一名",
)
V14_ELSEWHERE = Rule(
    code="V14",
    level=Level.WARNING,
    title="入党介绍人开会时不在本支部",
    says="{name}的入党介绍人{sponsor}在{day}的大会时不在本支部册上",
    remedy="核对介绍人和他的转入、转出日期；介绍时确在本支部、后来转出的，可以不管",
    basis=ADMISSION_RULES.cite(14),
    example="介绍人6月20日转出，6月27日的大会才讨论接收",
)
V14_BLANK = Rule(
    code="V14",
    level=Level.WARNING,
    title="当年接收的预备党员没有写入党介绍人",
    says="{name}{joined}入党，入党介绍人只写了{count}名",
    remedy="在党员名册的“入党介绍人”里照入党志愿书写上姓名",
    basis=ADMISSION_RULES.cite(14),
    example="6月27日入党的预备党员，没有大会表决他的一行，入党介绍人也空着",
)
V15 = Rule(
    code="V15",
    level=Level.ERROR,
    title="大会通过日期与入党日期不符",
    says="党员大会{day}通过接收{name}，名册上的入党日期是{joined}",
    remedy="入党日期就是大会通过接收为预备党员的日期；对照入党志愿书，改错的那一格",
    basis=ADMISSION_RULES.cite(32),
    example="6月27日大会通过接收，名册上入党日期是6月26日",
)
V15_MISSING = Rule(
    code="V15",
    level=Level.WARNING,
    title="当年接收的预备党员没有对应的大会表决",
    says="{name}{joined}入党，议题发言里却没有表决接收{name}的一行",
    remedy="把讨论接收的党员大会录进会议活动，在议题发言里写上表决类型“接收预备党员”和票数；在别的支部入党的，填转入日期",
    basis=ADMISSION_RULES.cite(21),
    example="名册上有人6月27日入党，议题发言里没有表决接收他的一行",
)
V16 = Rule(
    code="V16",
    level=Level.BREACH,
    title="转正的大会早于预备期满",
    says="{name}的预备期{until}满，{day}的党员大会已经讨论{what}",
    remedy="日期属实的不要改，报告上级；写错的改错的那一格",
    basis=ADMISSION_RULES.cite(32),
    example="预备期2025年7月1日满，6月30日的党员大会讨论转正",
)
V17 = Rule(
    code="V17",
    level=Level.ERROR,
    title="当选的人多于应选名额",
    says="应选{seats}人，写着当选的有{count}人：{names}",
    remedy="对照选票和计票单，改错的那一格：应选人数、决议里的“当选”",
    basis=f"数据完整性；{ELECTION_RULES.cite()}",
    example="应选3人，四个人的决议都写“当选”",
)
V18 = Rule(
    code="V18",
    level=Level.BREACH,
    title="选举没有用无记名投票",
    says="{type}的表决方式是“{method}”",
    remedy="举手的照实写举手，不要改；选举应当用无记名投票",
    basis=ELECTION_RULES.cite(24),
    example="表决类型“选举”，表决方式“举手表决”",
)
V19 = Rule(
    code="V19",
    level=Level.BREACH,
    title="选举中替没有到会的人投票",
    says="选举填了书面意见{count}份；没有到会的党员不能委托别人投票",
    remedy="属实的照实写，报告上级；写错的清空这一格",
    basis=ELECTION_RULES.cite(24),
    example="表决类型“选举”，书面意见写了2",
)
