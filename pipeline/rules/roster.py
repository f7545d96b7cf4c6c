"""Rules about the branch and its roster (R)."""

from __future__ import annotations

from pipeline.findings import Level, Rule
from pipeline.rules.articles import ADMISSION_RULES, BRANCH_RULES, CHARTER, EDUCATION_RULES, ELECTION_RULES

INTEGRITY = "数据完整性"

R01 = Rule(
    code="R01",
    level=Level.ERROR,
    title="姓名、党员类别缺失，或预备党员的入党日期缺失",
    says="“{heading}”没有填",
    remedy="补上“{heading}”。{help}",
    in_general="补上空着的那一项；怎么填，看表头的批注",
    basis="数据完整性",
    example="某党员的入党日期空着",
)
R01_LONG_AGO = Rule(
    code="R01",
    level=Level.WARNING,
    title="正式党员的入党日期空着",
    says="{name}是正式党员，入党日期空着；人数照正式党员算，党龄从转正日期算",
    remedy="查入党志愿书补上；只知道年月的写到月，不知道的留空",
    basis="数据完整性",
    example="一名老党员的入党日期空着",
)
R02 = Rule(
    code="R02",
    level=Level.ERROR,
    title="党员编号重复，或姓名和出生日期都相同",
    says="{what}和第{first}行重复",
    remedy="同一个人只留一行；同名不同人的，核对出生日期并各用各的编号",
    basis=INTEGRITY,
    example="两行的编号都是D04",
)
R02_UNSURE = Rule(
    code="R02",
    level=Level.WARNING,
    title="同名而出生日期没有填全",
    says="名册里有{count}个“{name}”（{numbers}），出生日期没有填全，分不清是不是同一个人",
    remedy="确是两个人的，补上出生日期；是同一个人的，只留一行",
    basis=INTEGRITY,
    example="两行都叫王海涛，其中一行没有出生日期",
)
R03 = Rule(
    code="R03",
    level=Level.BREACH,
    title="入党时未满18周岁",
    says="{name}{born}出生，{joined}入党时只有{age}周岁",
    remedy="先查入党志愿书；日期属实的不要改，报告上级",
    basis=ADMISSION_RULES.cite(5),
    example="1995年6月2日出生，2013年6月1日入党",
)
R03_EARLY = Rule(
    code="R03",
    level=Level.WARNING,
    title="早年入党时未满18周岁",
    says="{name}{born}出生，{joined}入党时只有{age}周岁",
    remedy="对照入党志愿书核对；志愿书确是这样写的不要改",
    basis="入党时的党章（年龄按当时的规定）",
    example="1958年6月2日出生，1976年3月1日入党",
)
R04 = Rule(
    code="R04",
    level=Level.BREACH,
    title="预备期不满一年就转正",
    says="{name}{joined}入党，{confirmed}转正，预备期不满一年",
    remedy="对照入党志愿书；属实的不要改日期，报告上级。预备期从支部大会通过之日算起，为期一年",
    basis=f"{ADMISSION_RULES.cite(32)}；{CHARTER.cite(7)}",
    example="2013年6月1日入党，2014年5月31日转正",
)
R05 = Rule(
    code="R05",
    level=Level.WARNING,
    title="入党两年以后才转正",
    says="{name}{joined}入党，{confirmed}才转正，超过两年",
    remedy="核对这两个日期，属实的不要改；预备期一年，延长最长一年",
    basis=ADMISSION_RULES.cite(32, 36),
    example="2022年6月1日入党，2024年9月1日转正",
)
R06 = Rule(
    code="R06",
    level=Level.WARNING,
    title="预备期满没有转正，也没有延长记录",
    says="{name}{what}",
    remedy="已经转正的补上转正日期和批准日期；决定延长的，填“延长预备期至”；还没有讨论的及时讨论，不要补写",
    basis=ADMISSION_RULES.cite(32, 33, 34),
    example="2024年6月1日入党的预备党员，到2025年底转正日期、延长预备期至都空着",
)
R04_EARLY = Rule(
    code="R04",
    level=Level.WARNING,
    title="早年入党没有预备期，请确认",
    says="{name}{joined}入党，{confirmed}转正，不满一年",
    remedy="对照入党志愿书核对；早年的党章没有规定预备期，或者只规定半年，志愿书确是这样写的，可以不管",
    basis="入党时的党章（以入党志愿书为准）",
    example="1970年6月1日入党，同一天转正",
)
R07 = Rule(
    code="R07",
    level=Level.ERROR,
    title="党员类别与转正日期矛盾",
    says="{name}的党员类别是“{category}”，转正日期却{state}",
    remedy="对照入党志愿书改错的那一格；查不到转正日期的留空，不要推算一个",
    basis=f"{CHARTER.cite(7)}；{ADMISSION_RULES.cite(34)}",
    example="党员类别是正式，转正日期空着",
)
R07_LONG_AGO = Rule(
    code="R07",
    level=Level.WARNING,
    title="早年入党的正式党员没有转正日期",
    says="{name}{joined}入党，转正日期空着；人数照正式党员算，党龄不印",
    remedy="查入党志愿书补上；只知道年月的写到月，查不到的留空，不要推算一个",
    basis="数据完整性",
    example="1988年入党的正式党员，转正日期空着",
)
R08 = Rule(
    code="R08",
    level=Level.BREACH,
    title="预备党员担任支委",
    says="{name}是预备党员，却任{post}",
    remedy="确已任职的照实写，报告上级；写错的才改。预备党员没有被选举权",
    basis=f"{CHARTER.cite(7)}；{ELECTION_RULES.cite(5)}",
    example="预备党员的党内职务写着委员",
)
R09 = Rule(
    code="R09",
    level=Level.WARNING,
    title="书记任职时党龄不满一年",
    says="{name}{since}任书记，转正日期是{confirmed}，党龄不满一年",
    remedy="核对转正日期和任职日期；书记一般要有一年以上党龄",
    basis=BRANCH_RULES.cite(23),
    example="2024年12月转正的党员，2025年6月任书记",
)
R10 = Rule(
    code="R10",
    level=Level.ERROR,
    title="入党、转正日期不合常理",
    says="{name}的{heading}{day}{why}",
    remedy="核对这个日期",
    basis="数据完整性",
    example="转正日期写成明年",
)
R11 = Rule(
    code="R11",
    level=Level.ERROR,
    title="转入转出先后颠倒，或转出后仍在活动",
    says="{what}",
    remedy="转出以后来参加的写到列席里，不要为了过检查改转出日期；写错的改错的那一格",
    basis=EDUCATION_RULES.cite(25),
    example="9月15日转出的党员，写在9月20日会议的缺席里",
)
R11_CAME = Rule(
    code="R11",
    level=Level.WARNING,
    title="转出以后又来参加",
    says="{what}",
    remedy="来参加的写到列席里，不要为了过检查改转出日期；写错的改错的那一格",
    basis=EDUCATION_RULES.cite(25),
    example="3月1日转出的党员，3月12日的会上发言",
)
R12 = Rule(
    code="R12",
    level=Level.WARNING,
    title="外出半年以上没有转组织关系",
    says="{name}{since}外出，到{until}已满六个月，组织关系没有转出",
    remedy="外出六个月以上、地点相对固定的应转移组织关系；已经回来的补上返回日期",
    basis=EDUCATION_RULES.cite(25, 32),
    example="2025年3月1日外出，到年底没有返回日期，也没有转出日期",
)
R13 = Rule(
    code="R13",
    level=Level.BREACH,
    title="正式党员不足3人",
    says="{day}正式党员只有{count}人，支部类型却是“{kind}”",
    remedy="照实保留名册，请示上级是否设联合党支部；写错的改名册或支部类型",
    basis=BRANCH_RULES.cite(4, 5),
    example="年底正式党员只剩2人，支部类型还是党支部",
)
R14 = Rule(
    code="R14",
    level=Level.WARNING,
    title="党员超过50人",
    says="{day}有党员{count}人，党支部一般不超过50人",
    remedy="请上级党组织研究是否分设支部；名册里已经转出的补上转出日期",
    basis=BRANCH_RULES.cite(4),
    example="名册上有党员56人",
)
R15 = Rule(
    code="R15",
    level=Level.BREACH,
    title="正式党员7人以上而没有支委会",
    says="{day}正式党员{full}人，支委{count}人，没有设支委会",
    remedy="选出了的在党员名册的“党内职务”里写明；没有选举的照实空着，不要补写委员，报告上级",
    basis=BRANCH_RULES.cite(20),
    example="正式党员12人，名册上只有书记一名支委",
)
R15_ODD = Rule(
    code="R15",
    level=Level.WARNING,
    title="支委会人数不合一般规定",
    says="{day}正式党员{full}人，支委{count}人",
    remedy="支委会3至5人，一般不超过7人；出缺的应当及时补选，人数属实的不要改",
    basis=BRANCH_RULES.cite(20, 21),
    example="正式党员20人，支委只剩2人",
)
R15_MANY = Rule(
    code="R15",
    level=Level.WARNING,
    title="支委超过5人",
    says="{day}支委{count}人，支委会一般是3至5人",
    remedy="确实需要的不必改；超过5人的，看看职务是不是写多了",
    basis=BRANCH_RULES.cite(20),
    example="党内职务写了支委的有6人",
)
R16 = Rule(
    code="R16",
    level=Level.WARNING,
    title="正式党员不足7人而设支委会",
    says="{day}正式党员{full}人，不足7人，却有委员{names}",
    remedy="正式党员不足7人的设一名书记，必要时设一名副书记，不设支委会",
    basis=BRANCH_RULES.cite(20),
    example="正式党员5人，名册上还有组织委员",
)
R17 = Rule(
    code="R17",
    level=Level.WARNING,
    title="没有组织、宣传或纪检委员",
    says="支委里没有{missing}",
    remedy="在党员名册的“党内职务”里写明由谁担任，一人可以兼任",
    basis=BRANCH_RULES.cite(20),
    example="支委的党内职务里没有纪检委员",
)
R18 = Rule(
    code="R18",
    level=Level.BREACH,
    title="任期已经届满",
    says="本届任期{expires}届满，到{day}还没有换届",
    remedy="届满日期不要改；上级批准延期的，在支部信息里填“延期批准日期”和“延期至”",
    basis=f"{ELECTION_RULES.cite(3)}；{BRANCH_RULES.cite(21)}",
    example="届满日期2025年6月17日，到年底还没有换届",
)
R18_SOON = Rule(
    code="R18",
    level=Level.WARNING,
    title="任期半年内届满",
    says="本届任期{expires}届满，不到六个月了",
    remedy="着手准备换届；需要延期或提前的，先报上级党组织批准",
    basis=BRANCH_RULES.cite(21),
    example="届满日期2026年3月1日，今天是2025年11月1日",
)
R19 = Rule(
    code="R19",
    level=Level.WARNING,
    title="党小组编排不全",
    says="{what}",
    remedy="编了小组的补上；没有编小组的照实空着，他不计入小组会的应到",
    basis=BRANCH_RULES.cite(13),
    example="某党员的党小组空着",
)
R19_LEADER = Rule(
    code="R19",
    level=Level.BREACH,
    title="党小组没有组长",
    says="{group}没有组长",
    remedy="定了的在党员名册的“小组长”里写“是”；没有定的照实空着，支部应当指定或者由小组推荐",
    basis=BRANCH_RULES.cite(13),
    example="第二党小组没有一个人的“小组长”写“是”",
)
R20 = Rule(
    code="R20",
    level=Level.WARNING,
    title="不计入应到的手续不全",
    says="{name}不计入应到，缺{missing}",
    remedy="情形、依据、上级同意日期、大会通过日期四样齐全才不计入应到；没有办过的不要补日期，照旧计入应到",
    basis="组织部门关于不计入应到会人数情形的解答（地方规程同）",
    example="不计入应到写了“长期病休”，大会通过日期空着",
)
R21 = Rule(
    code="R21",
    level=Level.WARNING,
    title="填了身份证号",
    says="这一格里有像身份证号的18位数字{differs}",
    remedy="删去身份证号，工作簿里用不着它；出生日期填在“出生日期”一格",
    basis="个人信息最小化（本地约定）",
    example="备注里写了18位身份证号",
)
R22 = Rule(
    code="R22",
    level=Level.ERROR,
    title="支部信息里的委员不在名册",
    says="“{name}”{state}",
    remedy="核对姓名，或在党员名册里补上这个人和他的党内职务",
    basis=INTEGRITY,
    example="委员分工写了“张十”，名册上没有这个人",
    kinds=("工作总结", "支委分工表"),
)
R23 = Rule(
    code="R23",
    level=Level.WARNING,
    title="转正批准日期空着",
    says="{name}{confirmed}转正，转正批准日期空着；接到批复以前按预备党员算，没有表决权",
    remedy="接到上级批复的，在“转正批准日期”里照批复填；没有接到的留空",
    basis=ADMISSION_RULES.cite(34),
    example="2025年7月1日转正的党员，2025年的工作簿里转正批准日期空着",
)
R24 = Rule(
    code="R24",
    level=Level.BREACH,
    title="临时党支部接收预备党员",
    says="临时党支部{day}讨论接收{name}",
    remedy="照实写，报告上级；除另有规定外，临时党组织不能接收预备党员",
    basis=ADMISSION_RULES.cite(23),
    example="支部类型是“临时党支部”，议题发言里有“接收预备党员”的表决",
)
R24_UNUSUAL = Rule(
    code="R24",
    level=Level.WARNING,
    title="临时党支部一般不办的事",
    says="临时党支部{day}{what}",
    remedy="照实写；临时党支部一般不处分处置党员，不选举党代表大会代表，不进行换届",
    basis=BRANCH_RULES.cite(8),
    example="支部类型是“临时党支部”，有一行组织处置",
)
R24_ELECTED = Rule(
    code="R24",
    level=Level.BREACH,
    title="临时党支部选举书记、委员",
    says="临时党支部{day}选举{what}",
    remedy="照实写，报告上级；临时党支部的书记、委员由批准其成立的党组织指定",
    basis=BRANCH_RULES.cite(8),
    example="支部类型是“临时党支部”，议题发言里有“选举”的表决",
)
R25 = Rule(
    code="R25",
    level=Level.BREACH,
    title="延长预备期不在半年到一年之间",
    says="{name}{what}",
    remedy="照批复写；日期属实的不要改，报告上级。延长不能少于半年，最长不超过一年",
    basis=ADMISSION_RULES.cite(32),
    example="2024年6月1日入党，延长预备期至2025年8月1日",
)
R26 = Rule(
    code="R26",
    level=Level.WARNING,
    title="转正日期不是预备期满的那天",
    says="{name}{joined}入党，预备期{until}满，转正日期是{confirmed}",
    remedy="照上级批复写，属实的不要改；党龄一般从预备期满转正之日算起",
    basis=ADMISSION_RULES.cite(34, 36),
    example="2024年7月1日入党，转正日期写2025年7月4日",
)
R27 = Rule(
    code="R27",
    level=Level.WARNING,
    title="任期长短和单位类型不合",
    says="{elected}换届，{expires}届满，任期{years}年；{unit}党支部{usual}",
    remedy="照批复写，属实的不要改；写错的改错的那一格",
    basis=BRANCH_RULES.cite(21),
    example="国有企业的党支部，2024年6月换届，2029年6月届满",
)
