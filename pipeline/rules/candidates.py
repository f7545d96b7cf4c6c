"""Rules about those who asked to join the Party (J); rules.md 1.4."""

from __future__ import annotations

from pipeline.findings import Level, Rule
from pipeline.rules.articles import ADMISSION_RULES, BRANCH_RULES

INTEGRITY = "数据完整性"
CUSTOM = "发展党员惯例（细则没有写明先后）"
LEDGER = "发展党员台账惯例（上级惯例）"

J01 = Rule(
    code="J01",
    level=Level.ERROR,
    title="发展党员的日期在今天以后，或早于出生",
    says="{name}的{heading}{day}{why}",
    remedy="还没有到的先不填；写错的改错的那一格",
    basis=INTEGRITY,
    example="预审日期写成明年的",
)
J02 = Rule(
    code="J02",
    level=Level.BREACH,
    title="申请入党以前就确定为积极分子",
    says="{name}{activist}确定为积极分子，{applied}才申请入党",
    remedy="对照入党申请书和支委会记录；属实的不要改，报告上级。积极分子在入党申请人中确定",
    basis=ADMISSION_RULES.cite(8),
    example="3月1日确定为积极分子，4月1日申请入党",
)
J03 = Rule(
    code="J03",
    level=Level.BREACH,
    title="培养考察不满一年就列为发展对象",
    says="{name}{activist}确定为积极分子，{chosen}就列为发展对象，不满一年",
    remedy="对照支委会记录；属实的不要改，报告上级。在原单位已经是积极分子的，写原单位确定的日期，时间连续计算",
    basis=ADMISSION_RULES.cite(12, 13),
    example="2024年6月20日确定为积极分子，2025年5月9日列为发展对象",
)
J04 = Rule(
    code="J04",
    level=Level.BREACH,
    title="申请入党时未满18周岁",
    says="{name}{born}出生，{applied}申请入党时只有{age}周岁",
    remedy="对照入党申请书和本人档案；日期属实的不要改，报告上级",
    basis=ADMISSION_RULES.cite(5),
    example="2007年6月2日出生，2025年3月1日申请入党",
)
J05 = Rule(
    code="J05",
    level=Level.BREACH,
    title="收到申请书一个月以后才谈话",
    says="{name}{applied}申请入党，{talked}才派人谈话，超过一个月",
    remedy="对照谈话记录；日期属实的不要改，以后收到申请书一个月内派人谈话",
    basis=ADMISSION_RULES.cite(7),
    example="3月1日收到申请书，4月2日才谈话",
)
J05_BLANK = Rule(
    code="J05",
    level=Level.WARNING,
    title="申请一个月以后还没有谈话日期",
    says="{name}{applied}申请入党，已过一个月，谈话日期空着",
    remedy="谈过的照谈话记录补上；没有谈的不要补写，尽快派人谈",
    basis=ADMISSION_RULES.cite(7),
    example="3月1日收到申请书，到年底谈话日期空着",
)
J06 = Rule(
    code="J06",
    level=Level.WARNING,
    title="发展党员的先后不合惯例",
    says="{name}的{later}{second}，早于{earlier}{first}",
    remedy="核对这两个日期；属实的不要改",
    basis=CUSTOM,
    example="5月9日列为发展对象，政审日期是4月20日",
)
J06_GAP = Rule(
    code="J06",
    level=Level.WARNING,
    title="后面的步骤填了，前面的空着",
    says="{name}{reached}，{headings}空着",
    remedy="查得到的照材料补上；没有办的不要补写，查不到的留空，印出来手写",
    basis=ADMISSION_RULES.cite(8, 13, 16, 17, 19),
    example="大会已经讨论接收，政审日期空着",
)
J07 = Rule(
    code="J07",
    level=Level.BREACH,
    title="培养联系人不是正式党员",
    says="{name}的培养联系人{mentor}到{day}还不是正式党员",
    remedy="当时确是他的照实写，不要换一个名字；培养联系人要由正式党员担任，另行指定",
    basis=ADMISSION_RULES.cite(9),
    example="培养联系人写了一名预备党员",
)
J07_ODD = Rule(
    code="J07",
    level=Level.WARNING,
    title="培养联系人没有写、多于两名或不在册",
    says="{name}{what}",
    remedy="换过人的只写现在的；姓名写错的改姓名；确是这样的照实写，没有指定的不要补写",
    basis=ADMISSION_RULES.cite(9),
    example="列为积极分子，培养联系人空着",
)
J08 = Rule(
    code="J08",
    level=Level.WARNING,
    title="过完的半年没有考察日期",
    says="{name}{since}确定为积极分子，{periods}没有考察日期",
    remedy="考察过的照考察登记表补上日期；没有考察的不要补写",
    basis=ADMISSION_RULES.cite(11),
    example="2024年3月确定为积极分子，2024年下半年没有考察日期",
)
J09 = Rule(
    code="J09",
    level=Level.WARNING,
    title="集中培训不足，或在大会以后",
    says="{name}的集中培训{what}",
    remedy="照结业证书核对；属实的不要改，看看上级的要求",
    basis=ADMISSION_RULES.cite(17),
    example="集训两天、16学时",
)
J10 = Rule(
    code="J10",
    level=Level.BREACH,
    title="预审在支委会审查以前",
    says="{name}的预审日期{approved}早于支委会审查日期{reviewed}",
    remedy="对照支委会记录和预审通知；属实的不要改，报告上级。支委会审查合格以后才报预审",
    basis=ADMISSION_RULES.cite(19),
    example="6月18日预审，6月20日支委会审查",
)
J11 = Rule(
    code="J11",
    level=Level.BREACH,
    title="接收大会在支委会审查或预审以前",
    says="党员大会{day}讨论接收{name}，{heading}却是{later}",
    remedy="对照大会记录和预审通知；属实的不要改，报告上级。预审合格以后才提交大会讨论",
    basis=ADMISSION_RULES.cite(19, 20),
    example="6月27日大会讨论接收，6月30日预审",
)
J12 = Rule(
    code="J12",
    level=Level.BREACH,
    title="没有经过政审或政审不合格就讨论接收",
    says="党员大会{day}讨论接收{name}，{what}",
    remedy="对照政审材料；属实的不要改，报告上级。没有政审或政审不合格的，不能发展入党",
    basis=ADMISSION_RULES.cite(16),
    example="6月27日大会讨论接收，7月3日才政审",
)
J13 = Rule(
    code="J13",
    level=Level.WARNING,
    title="临时党支部确定发展对象",
    says="本支部是临时党支部，{chosen}确定{name}为发展对象",
    remedy="照实写；临时党支部一般不发展党员，培养材料转给本人组织关系所在的党支部",
    basis=BRANCH_RULES.cite(8),
    example="支部类型是临时党支部，发展党员里有确定发展对象日期",
)
J14 = Rule(
    code="J14",
    level=Level.ERROR,
    title="台账和党员名册、议题发言不符",
    says="{name}的{heading}，台账写“{mine}”，{sheet}写“{other}”",
    remedy="对照入党志愿书和会议记录，改错的那一格",
    basis=INTEGRITY,
    example="台账的入党介绍人是张三、李四，名册上是张三、王五",
)
J15 = Rule(
    code="J15",
    level=Level.WARNING,
    title="当年接收的预备党员不在台账",
    says="{name}{joined}入党，发展党员台账里没有他",
    remedy="照入党志愿书和培养考察材料补一行；查不到的格子留空",
    basis=LEDGER,
    example="名册上有人6月27日入党，发展党员里没有他",
)
J15_GUEST = Rule(
    code="J15",
    level=Level.WARNING,
    title="列席的积极分子、发展对象不在台账",
    says="{name}以“{capacity}”列席，发展党员台账里没有他",
    remedy="姓名写错的改姓名；本支部培养的补一行；别的支部的不用管",
    basis=LEDGER,
    example="列席写着 张三(入党积极分子)，发展党员里没有张三",
)
J16 = Rule(
    code="J16",
    level=Level.BREACH,
    title="发展对象的入党介绍人不合规定",
    says="{name}的入党介绍人{sponsor}{what}",
    remedy="照实写，不要换一个名字；要由两名正式党员作介绍人，受留党察看没有恢复权利的不能作，报告上级",
    basis=ADMISSION_RULES.cite(14),
    example="入党介绍人写了一名预备党员",
)
J16_COUNT = Rule(
    code="J16",
    level=Level.WARNING,
    title="入党介绍人不是两名",
    says="{name}已经{reached}，入党介绍人写了{count}名",
    remedy="照材料补上；换过人的只写现在的两名，没有确定的不要补写",
    basis=ADMISSION_RULES.cite(14),
    example="预审日期填了，入党介绍人只写了一名",
)
J17 = Rule(
    code="J17",
    level=Level.WARNING,
    title="列席的身份和台账不符",
    says="{name}{day}以“{capacity}”列席，按台账那天是{stage}",
    remedy="对照会议记录和台账，改错的那一格；记录上就是这样写的不用改",
    basis=INTEGRITY,
    example="5月9日已列为发展对象，5月14日列席写着 张三(入党积极分子)",
)
J18 = Rule(
    code="J18",
    level=Level.WARNING,
    title="台账里一个人写了两行",
    says="{name}和第{first}行像是同一个人",
    remedy="同一个人只留一行；同名不同人的，填上出生日期；不再培养以后重新申请的，在前一行填“不再培养日期”",
    basis=INTEGRITY,
    example="两行都叫张三，出生日期空着",
)
