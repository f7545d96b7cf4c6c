"""Rules about the branch and its roster (R)."""

from __future__ import annotations

from pipeline.findings import Level, Rule

REGULATIONS = "《中国共产党支部工作条例（试行）》"
ADMISSION_RULES = "《中国共产党发展党员工作细则》"
CHARTER = "《中国共产党章程》"
INTEGRITY = "数据完整性"
EDUCATION = "《中国共产党党员教育管理工作条例》"

R01 = Rule(
    code="R01",
    level=Level.ERROR,
    title="姓名、党员类别、入党日期缺失",
    says="“{heading}”没有填",
    remedy="补上“{heading}”。{help}",
    in_general="补上空着的那一项；怎么填，看表头的批注",
    basis="各类文书必填",
    example="某党员的入党日期空着",
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
    level=Level.ERROR,
    title="入党时未满18周岁",
    says="{name}{born}出生，{joined}入党时只有{age}周岁",
    remedy="核对出生日期和入党日期",
    basis=f"{ADMISSION_RULES}第五条",
    example="1995年6月2日出生，2013年6月1日入党",
)
R04 = Rule(
    code="R04",
    level=Level.ERROR,
    title="预备期不满一年就转正",
    says="{name}{joined}入党，{confirmed}转正，预备期不满一年",
    remedy="核对入党日期和转正日期；预备期从支部大会通过之日算起，为期一年",
    basis=f"{ADMISSION_RULES}第三十二条",
    example="2013年6月1日入党，2014年5月31日转正",
)
R05 = Rule(
    code="R05",
    level=Level.WARNING,
    title="入党两年以后才转正",
    says="{name}{joined}入党，{confirmed}才转正，超过两年",
    remedy="核对这两个日期；预备期一年，延长最长一年",
    basis=f"{ADMISSION_RULES}第三十二条",
    example="2022年6月1日入党，2024年9月1日转正",
)
R06 = Rule(
    code="R06",
    level=Level.WARNING,
    title="预备期满没有转正，也没有延长记录",
    says="{name}{what}",
    remedy="及时讨论转正；决定延长的，填“延长预备期至”，不少于半年、最长一年；已经转正的补上转正日期和党员类别",
    basis=f"{ADMISSION_RULES}第三十二条、第三十三条",
    example="2024年6月1日入党的预备党员，到2025年底转正日期、延长预备期至都空着",
)
R04_EARLY = Rule(
    code="R04",
    level=Level.WARNING,
    title="早年入党没有预备期，请确认",
    says="{name}{joined}入党，{confirmed}转正，不满一年",
    remedy="对照入党志愿书核对；据查九大、十大党章没有规定预备期，志愿书确是这样写的，可以不管",
    basis="入党时的党章（本地约定，请以入党志愿书为准）",
    example="1970年6月1日入党，同一天转正",
)
R07 = Rule(
    code="R07",
    level=Level.ERROR,
    title="党员类别与转正日期矛盾",
    says="{name}的党员类别是“{category}”，转正日期却{state}",
    remedy="正式党员补上转正日期，预备党员不填转正日期",
    basis=f"{CHARTER}第七条",
    example="党员类别是正式，转正日期空着",
)
R08 = Rule(
    code="R08",
    level=Level.ERROR,
    title="预备党员担任支委",
    says="{name}是预备党员，却任{post}",
    remedy="预备党员没有被选举权，核对党内职务或党员类别",
    basis=f"{CHARTER}第七条",
    example="预备党员的党内职务写着委员",
)
R09 = Rule(
    code="R09",
    level=Level.WARNING,
    title="书记任职时党龄不满一年",
    says="{name}{since}任书记，转正日期是{confirmed}，党龄不满一年",
    remedy="核对转正日期和任职日期；书记一般要有一年以上党龄",
    basis=f"{REGULATIONS}第二十三条",
    example="2024年12月转正的党员，2025年6月任书记",
)
R10 = Rule(
    code="R10",
    level=Level.ERROR,
    title="入党、转正日期不合常理",
    says="{name}的{heading}{day}{why}",
    remedy="核对这个日期",
    basis="常识",
    example="转正日期写成明年",
)
R11 = Rule(
    code="R11",
    level=Level.ERROR,
    title="转入转出先后颠倒，或转出后仍在活动",
    says="{what}",
    remedy="核对党员名册里的转入日期、转出日期和这里的写法",
    basis=f"{EDUCATION}第二十五条",
    example="9月15日转出的党员，写在9月20日会议的缺席里",
)
R12 = Rule(
    code="R12",
    level=Level.WARNING,
    title="外出半年以上没有转组织关系",
    says="{name}{since}外出，到{until}已满六个月，组织关系没有转出",
    remedy="外出六个月以上、地点相对固定的应转移组织关系；已经回来的补上返回日期",
    basis=f"{EDUCATION}第二十五条",
    example="2025年3月1日外出，到年底没有返回日期，也没有转出日期",
)
R13 = Rule(
    code="R13",
    level=Level.ERROR,
    title="正式党员不足3人",
    says="{day}正式党员只有{count}人，支部类型却是“{kind}”",
    remedy="正式党员不足3人的应成立联合党支部；核对名册或支部类型",
    basis=f"{REGULATIONS}第四条、第五条",
    example="年底正式党员只剩2人，支部类型还是党支部",
)
R14 = Rule(
    code="R14",
    level=Level.WARNING,
    title="党员超过50人",
    says="{day}有党员{count}人，党支部一般不超过50人",
    remedy="请上级党组织研究是否分设支部；名册里已经转出的补上转出日期",
    basis=f"{REGULATIONS}第四条",
    example="名册上有党员56人",
)
R15 = Rule(
    code="R15",
    level=Level.ERROR,
    title="支委会人数不合规定",
    says="{day}正式党员{full}人，支委{count}人",
    remedy="正式党员7人以上应设支委会，3至5人，一般不超过7人；在党员名册的“党内职务”里写明",
    basis=f"{REGULATIONS}第二十条",
    example="正式党员12人，名册上只有书记一名支委",
)
R15_MANY = Rule(
    code="R15",
    level=Level.WARNING,
    title="支委超过5人",
    says="{day}支委{count}人，支委会一般是3至5人",
    remedy="确实需要的不必改；超过5人的，看看职务是不是写多了",
    basis=f"{REGULATIONS}第二十条",
    example="党内职务写了支委的有6人",
)
R16 = Rule(
    code="R16",
    level=Level.WARNING,
    title="正式党员不足7人而设支委会",
    says="{day}正式党员{full}人，不足7人，却有委员{names}",
    remedy="正式党员不足7人的设一名书记，必要时设一名副书记，不设支委会",
    basis=f"{REGULATIONS}第二十条",
    example="正式党员5人，名册上还有组织委员",
)
R17 = Rule(
    code="R17",
    level=Level.WARNING,
    title="没有组织、宣传或纪检委员",
    says="支委里没有{missing}",
    remedy="在党员名册的“党内职务”里写明由谁担任，一人可以兼任",
    basis=f"{REGULATIONS}第二十条",
    example="支委的党内职务里没有纪检委员",
)
R18 = Rule(
    code="R18",
    level=Level.ERROR,
    title="任期已经届满",
    says="本届任期{expires}届满，到{day}还没有换届",
    remedy="按期换届；经上级批准延期的，把届满日期改成批准的日期",
    basis=f"{REGULATIONS}第二十一条",
    example="届满日期2025年6月17日，到年底还没有换届",
)
R18_SOON = Rule(
    code="R18",
    level=Level.WARNING,
    title="任期半年内届满",
    says="本届任期{expires}届满，不到六个月了",
    remedy="着手准备换届；需要延期或提前的，先报上级党组织批准",
    basis=f"{REGULATIONS}第二十一条",
    example="届满日期2026年3月1日，今天是2025年11月1日",
)
R19 = Rule(
    code="R19",
    level=Level.ERROR,
    title="党小组编排不全",
    says="{what}",
    remedy="每名党员都要编入一个党小组，每个小组有一名组长，组长在本组",
    basis=f"{CHARTER}第八条；{REGULATIONS}第十三条",
    example="某党员的党小组空着",
)
R20 = Rule(
    code="R20",
    level=Level.ERROR,
    title="不计入应到的手续不全",
    says="{name}不计入应到，缺{missing}",
    remedy="情形、依据、上级同意日期、大会通过日期四样都要填；缺一样就仍计入应到",
    basis="组织部门关于不计入应到会人数六种情形的解答",
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
)
