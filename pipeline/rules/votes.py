"""Rules about votes and ballots (V)."""

from __future__ import annotations

from pipeline.findings import Level, Rule

REGULATIONS = "《中国共产党支部工作条例（试行）》"
ADMISSION_RULES = "《中国共产党发展党员工作细则》"
ELECTION_RULES = "《中国共产党基层组织选举工作条例》"
BALLOT = "票决通则"

V01 = Rule(
    code="V01",
    level=Level.ERROR,
    title="票数加不起来",
    says="{what}",
    remedy="核对票数：赞成+反对+弃权=有效，有效不超过收回+书面意见",
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
    level=Level.ERROR,
    title="收回的票比发出的多",
    says="发出{issued}张，收回{returned}张",
    remedy="核对发出和收回的票数；收回多于发出的，表决无效",
    basis=BALLOT,
    example="发出22张，收回23张",
)
V03 = Rule(
    code="V03",
    level=Level.ERROR,
    title="票数超过有表决权的到会人数",
    says="{what}，到会有表决权的{voters}人{written}",
    remedy="核对票数和缺席名单；预备党员没有表决权",
    basis="《中国共产党章程》第七条",
    example="到会有表决权的22人，赞成23票，没有书面意见",
)
V04 = Rule(
    code="V04",
    level=Level.ERROR,
    title="预备党员领了表决票",
    says="发出{issued}张，等于到会总人数，其中{names}是预备党员，没有表决权",
    remedy="只给有表决权的{voters}人发票；核对发出的票数",
    in_general="只给有表决权的人发票；核对发出的票数",
    basis="《中国共产党章程》第七条",
    example="到会24人中有2名预备党员，发出24张",
)
V05 = Rule(
    code="V05",
    level=Level.ERROR,
    title="到会有表决权的不足半数",
    says="应到会有表决权的{expected}人，到会{present}人，不足半数，不能表决",
    remedy="核对缺席名单；确实不足的，表决无效，应当另开",
    basis=f"{REGULATIONS}第十一条",
    example="应到会有表决权的21人，到会10人",
)
V05_HALF = Rule(
    code="V05",
    level=Level.WARNING,
    title="到会恰好一半",
    says="应到会有表决权的{expected}人，到会{present}人，恰好一半",
    remedy="通常认为“半数以上”包括一半，按能表决处理；请向上级党组织确认",
    basis=f"{REGULATIONS}第十一条",
    example="应到会有表决权的20人，到会10人",
)
V06 = Rule(
    code="V06",
    level=Level.ERROR,
    title="接收、转正时到会没有超过半数",
    says="应到会有表决权的{expected}人，到会{present}人，没有超过半数，不能表决",
    remedy="核对缺席名单；确实没有超过半数的，表决无效，应当另开",
    basis=f"{ADMISSION_RULES}第二十条",
    example="应到会有表决权的20人，到会10人，表决接收预备党员",
)
V07 = Rule(
    code="V07",
    level=Level.ERROR,
    title="决议与票数不符",
    says="赞成{ayes}票，应到会有表决权的{expected}人，{fact}半数，决议却写着“{said}”",
    remedy="核对票数和决议；赞成要超过应到会有表决权党员的半数才算通过",
    basis=f"{REGULATIONS}第十一条；{ADMISSION_RULES}第二十一条",
    example="应到会有表决权的23人，赞成11票，决议写“通过”",
)
V07_UNANIMOUS = Rule(
    code="V07",
    level=Level.ERROR,
    title="写着一致通过，却有人反对或弃权",
    says="决议写着“{said}”，票数却有{figures}",
    remedy="核对票数和决议；有反对或弃权的，决议写“通过”，不写“一致”",
    basis=BALLOT,
    example="决议写“一致通过”，弃权填了1",
)
V07_BLANK = Rule(
    code="V07",
    level=Level.WARNING,
    title="写着一致通过，票数却空着",
    says="决议写着“{said}”，赞成、反对、弃权却都空着",
    remedy="照记录补上票数；没有表决的，清空表决类型",
    basis=BALLOT,
    example="决议写“一致通过”，赞成、反对、弃权都空着",
)
V08 = Rule(
    code="V08",
    level=Level.ERROR,
    title="接收、转正没有用无记名投票",
    says="{type}的表决方式是“{method}”",
    remedy="接收、转正要用无记名投票；核对表决方式",
    basis=f"{ADMISSION_RULES}第二十一条",
    example="接收预备党员写的是举手表决",
)
V09 = Rule(
    code="V09",
    level=Level.ERROR,
    title="几个人合在一起表决",
    says="{names}{count}人合在一次表决",
    remedy="逐个讨论、逐个表决：一人一行，各写各的票数",
    basis=f"{ADMISSION_RULES}第二十一条",
    example="一行里候选人写了两个人",
)
V10 = Rule(
    code="V10",
    level=Level.WARNING,
    title="书面意见没有附件编号，或没有计入票数",
    says="{what}",
    remedy="在“附件”里写上书面意见的编号；会前提交的正式书面意见要计入票数",
    basis=f"{ADMISSION_RULES}第二十一条",
    example="书面意见2份，附件空着",
)
V11 = Rule(
    code="V11",
    level=Level.ERROR,
    title="选举的到会、得票或差额不合规定",
    says="{what}",
    remedy="核对缺席名单、得票和候选人数：到会不少于应到的五分之四，当选要超过到会的半数，候选人多出应选人数的两成",
    basis=ELECTION_RULES,
    example="应选5人，候选人也是5人",
)
V12 = Rule(
    code="V12",
    level=Level.ERROR,
    title="投票没有监票人或计票人",
    says="无记名投票没有写{missing}",
    remedy="补上监票人、计票人",
    basis="发展党员工作手册；选举惯例（上级惯例）",
    example="无记名投票的监票人空着",
)
V12_UNFIT = Rule(
    code="V12",
    level=Level.WARNING,
    title="监票人、计票人不合适",
    says="{role}{name}{why}",
    remedy="换一名不是候选人的正式党员；核对姓名",
    basis="选举惯例（上级惯例）",
    example="监票人写了候选人自己",
)
V13 = Rule(
    code="V13",
    level=Level.ERROR,
    title="支委会审查在大会之后",
    says="支委会审查日期{reviewed}晚于大会日期{day}",
    remedy="先由支委会审查再提交大会；核对这两个日期",
    basis=f"{ADMISSION_RULES}第十九条",
    example="6月28日支委会审查，6月27日大会表决",
)
V13_NOTICE = Rule(
    code="V13",
    level=Level.WARNING,
    title="公示不足规定的工作日",
    says="公示{span}，只有{count}个工作日，要求{wanted}个",
    remedy="核对公示起止；休息日和放假不算工作日",
    basis="《贵州省发展党员工作规程（试行）》（地方规定，其他地方参照）",
    example="公示2025年6月13日至6月15日",
)
V14 = Rule(
    code="V14",
    level=Level.ERROR,
    title="入党介绍人不合规定",
    says="{name}{what}",
    remedy="要有两名正式党员作入党介绍人，写在党员名册的“入党介绍人”里；受留党察看处分未恢复权利的不能作",
    basis=f"{ADMISSION_RULES}第十四条",
    example="入党介绍人只写了一名",
)
V14_ELSEWHERE = Rule(
    code="V14",
    level=Level.WARNING,
    title="入党介绍人开会时不在本支部",
    says="{name}的入党介绍人{sponsor}在{day}的大会时不在本支部册上",
    remedy="核对介绍人和他的转入、转出日期；介绍时确在本支部、后来转出的，可以不管",
    basis=f"{ADMISSION_RULES}第十四条",
    example="介绍人6月20日转出，6月27日的大会才讨论接收",
)
V14_BLANK = Rule(
    code="V14",
    level=Level.WARNING,
    title="当年接收的预备党员没有写入党介绍人",
    says="{name}{joined}入党，入党介绍人只写了{count}名",
    remedy="在党员名册的“入党介绍人”里写上两名正式党员",
    basis=f"{ADMISSION_RULES}第十四条",
    example="6月27日入党的预备党员，没有大会表决他的一行，入党介绍人也空着",
)
V15 = Rule(
    code="V15",
    level=Level.ERROR,
    title="大会通过日期与入党日期不符",
    says="党员大会{day}通过接收{name}，名册上的入党日期是{joined}",
    remedy="入党日期就是大会通过接收为预备党员的日期；核对哪个写错了",
    basis=f"{ADMISSION_RULES}第三十二条",
    example="6月27日大会通过接收，名册上入党日期是6月26日",
)
V15_MISSING = Rule(
    code="V15",
    level=Level.WARNING,
    title="当年接收的预备党员没有对应的大会表决",
    says="{name}{joined}入党，议题发言里却没有表决接收{name}的一行",
    remedy="把讨论接收的党员大会录进会议活动，在议题发言里写上表决类型“接收预备党员”和票数；在别的支部入党的，填转入日期",
    basis=f"{ADMISSION_RULES}第二十一条",
    example="名册上有人6月27日入党，议题发言里没有表决接收他的一行",
)
