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
    mend="补上“{heading}”。{help}",
    basis="各类文书必填",
)
R02 = Rule(
    code="R02",
    level=Level.ERROR,
    title="党员编号重复，或姓名和出生日期都相同",
    says="{what}和第{first}行重复",
    mend="同一个人只留一行；同名不同人的，核对出生日期并各用各的编号",
    basis=INTEGRITY,
)
R03 = Rule(
    code="R03",
    level=Level.ERROR,
    title="入党时未满18周岁",
    says="{name}{born}出生，{joined}入党时只有{age}周岁",
    mend="核对出生日期和入党日期",
    basis=f"{ADMISSION_RULES}第五条",
)
R04 = Rule(
    code="R04",
    level=Level.ERROR,
    title="预备期不满一年就转正",
    says="{name}{joined}入党，{confirmed}转正，预备期不满一年",
    mend="核对入党日期和转正日期；预备期从支部大会通过之日算起，为期一年",
    basis=f"{ADMISSION_RULES}第三十二条",
)
R04_EARLY = Rule(
    code="R04",
    level=Level.WARNING,
    title="早年入党没有预备期，请确认",
    says="{name}{joined}入党，{confirmed}转正，不满一年",
    mend="对照入党志愿书核对；据查九大、十大党章没有规定预备期，志愿书确是这样写的，可以不管",
    basis="入党时的党章（本地约定，请以入党志愿书为准）",
)
R07 = Rule(
    code="R07",
    level=Level.ERROR,
    title="党员类别与转正日期矛盾",
    says="{name}的党员类别是“{category}”，转正日期却{state}",
    mend="正式党员补上转正日期，预备党员不填转正日期",
    basis=f"{CHARTER}第七条",
)
R08 = Rule(
    code="R08",
    level=Level.ERROR,
    title="预备党员担任支委",
    says="{name}是预备党员，却任{post}",
    mend="预备党员没有被选举权，核对党内职务或党员类别",
    basis=f"{CHARTER}第七条",
)
R10 = Rule(
    code="R10",
    level=Level.ERROR,
    title="入党、转正日期不合常理",
    says="{name}的{heading}{day}{why}",
    mend="核对这个日期",
    basis="常识",
)
R11 = Rule(
    code="R11",
    level=Level.ERROR,
    title="转入转出先后颠倒，或转出后仍在活动",
    says="{what}",
    mend="核对党员名册里的转入日期、转出日期和这里的写法",
    basis=f"{EDUCATION}第二十五条",
)
R13 = Rule(
    code="R13",
    level=Level.ERROR,
    title="正式党员不足3人",
    says="{day}正式党员只有{count}人，支部类型却是“{kind}”",
    mend="正式党员不足3人的应成立联合党支部；核对名册或支部类型",
    basis=f"{REGULATIONS}第四条、第五条",
)
R15 = Rule(
    code="R15",
    level=Level.ERROR,
    title="支委会人数不合规定",
    says="{day}正式党员{full}人，支委{count}人",
    mend="正式党员7人以上应设支委会，3至5人，一般不超过7人；在党员名册的“党内职务”里写明",
    basis=f"{REGULATIONS}第二十条",
)
R18 = Rule(
    code="R18",
    level=Level.ERROR,
    title="任期已经届满",
    says="本届任期{expires}届满，到{day}还没有换届",
    mend="按期换届；经上级批准延期的，把届满日期改成批准的日期",
    basis=f"{REGULATIONS}第二十一条",
)
R19 = Rule(
    code="R19",
    level=Level.ERROR,
    title="党小组编排不全",
    says="{what}",
    mend="每名党员都要编入一个党小组，每个小组有一名组长，组长在本组",
    basis=f"{CHARTER}第八条；{REGULATIONS}第十三条",
)
R20 = Rule(
    code="R20",
    level=Level.ERROR,
    title="不计入应到的手续不全",
    says="{name}不计入应到，缺{missing}",
    mend="情形、依据、上级同意日期、大会通过日期四样都要填；缺一样就仍计入应到",
    basis="组织部门关于不计入应到会人数六种情形的解答",
)
R22 = Rule(
    code="R22",
    level=Level.ERROR,
    title="支部信息里的委员不在名册",
    says="“{name}”{state}",
    mend="核对姓名，或在党员名册里补上这个人和他的党内职务",
    basis=INTEGRITY,
)
