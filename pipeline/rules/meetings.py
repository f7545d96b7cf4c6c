"""Rules about the head and the attendance of meetings (M)."""

from __future__ import annotations

from pipeline.findings import Level, Rule
from pipeline.rules.articles import ADMISSION_RULES, BRANCH_RULES, PROVINCIAL_RULES

CUSTOM = "会议记录惯例（上级惯例）"
INTEGRITY = "数据完整性"

M01 = Rule(
    code="M01",
    level=Level.WARNING,
    title="会议的必填项缺失",
    says="“{heading}”没有填",
    remedy="补上“{heading}”。{help}记不得的留空，印出来手写",
    in_general="知道的补上；记不得的留空，印出来手写",
    basis=CUSTOM,
    example="会议的地点空着",
)
M01_EMPTY = Rule(
    code="M01",
    level=Level.WARNING,
    title="会议没有内容",
    says="{type}（{day}）没有{missing}，记录里这一部分空着",
    remedy="照实补上；没有记下的，留到纸上手写，不要编造",
    basis=CUSTOM,
    example="一次党课的内容纪要空着",
)
M02 = Rule(
    code="M02",
    level=Level.ERROR,
    title="会议日期在今天以后",
    says="会议日期{day}{why}",
    remedy="写错的改日期；还没有开的会，内容纪要、缺席、发言、决议和票数等开了再填",
    basis=INTEGRITY,
    example="今天是3月1日，3月20日的会已经写了内容纪要",
)
M02_PLANNED = Rule(
    code="M02",
    level=Level.NOTE,
    title="还没有开的会",
    says="会议{number}定在{day}，还没有开：不出记录，不算次数和到会",
    remedy="不需要处理；会前要签到表、票，运行 zhibu forms，写明会议编号；开了以后再填内容",
    basis=INTEGRITY,
    example="今天是3月1日，会议活动里有一行是3月20日的会，内容纪要和缺席空着",
)
M02_OUTSIDE = Rule(
    code="M02",
    level=Level.WARNING,
    title="会议日期不在本年度",
    says="会议日期{day}{why}；记录照出，不计入本年度的次数",
    remedy="不要改日期：属于本年度的，在“所属年度”里写{year}；确是别的年度的，移到那一年的工作簿",
    in_general="不要改日期：属于本年度的填“所属年度”；确是别的年度的，移到那一年的工作簿",
    basis="数据完整性",
    example="2025年的工作簿里，会议日期是2026年1月10日，所属年度空着",
)
M03 = Rule(
    code="M03",
    level=Level.ERROR,
    title="结束不晚于开始",
    says="{start}开始，{end}结束",
    remedy="核对开始、结束时间；下午的时间写成 14:30 这样",
    basis=INTEGRITY,
    example="14:00开始，13:00结束",
)
M03_ODD = Rule(
    code="M03",
    level=Level.WARNING,
    title="会议太短或太长",
    says="会开了{length}，{limit}",
    remedy="核对开始、结束时间；本单位习惯不同的，在“设置”里改",
    basis=CUSTOM,
    example="14:00开始，14:05结束",
)
M04 = Rule(
    code="M04",
    level=Level.ERROR,
    title="签到实到加缺席不等于应到",
    says="签到实到{present}人，缺席{absent}人，合计{sum}人，签到应到是{expected}人",
    remedy="对着签到表改错的那一格，不要凑数",
    basis="数据完整性",
    example="签到实到20人，缺席写了3人，签到应到25人",
)
M05 = Rule(
    code="M05",
    level=Level.ERROR,
    title="签到应到与名册推算的人数不符",
    says="签到应到{typed}人，按名册推算{day}应到{counted}人{who}",
    remedy="签到表上是多少写多少；名册的转入、转出、批准、转正日期写错的改名册",
    basis=f"{ADMISSION_RULES.cite(29, 34)}；{BRANCH_RULES.cite(11)}",
    example="签到应到26人，按名册推算应到25人",
)
M05_WAITING = Rule(
    code="M05",
    level=Level.WARNING,
    title="签到应到算进了还没有批准的预备党员",
    says="签到应到{typed}人，按名册推算{day}应到{counted}人{who}",
    remedy="各地算法不同：签到表上是多少写多少，不要改；记录里的应到按批准以后才计入推算",
    basis=ADMISSION_RULES.cite(29),
    example="大会刚通过、还没有批准的预备党员，签到应到算进了他",
)
M27 = Rule(
    code="M27",
    level=Level.WARNING,
    title="文字里的人数与实到不合",
    says="写着“{said}”，这次会实到{present}人，有表决权的{voters}人",
    remedy="对照签到表和计票单，改错的那一处；说的是另一些人的不用改",
    basis="数据完整性",
    example="党小组会实到7人，内容里写“八人一致同意”",
)
M06 = Rule(
    code="M06",
    level=Level.ERROR,
    title="签到实到与名单不符，或名单里有不该到会的人",
    says="{what}",
    remedy="对着签到表改错的那一格；不是应到的人写到列席里，不要删人",
    basis=INTEGRITY,
    example="签到实到24人，缺席写了1人，应到是26人",
)
M07 = Rule(
    code="M07",
    level=Level.WARNING,
    title="缺席没有写原因",
    says="{names}缺席，没有写原因",
    remedy="知道的在姓名后面加括号写原因，如 张三(病假)、李四(病假)；不知道的留空，不要一律写病假",
    basis="考勤惯例（上级惯例）",
    example="缺席写着“张三”，后面没有括号",
)
M07_UNEXCUSED = Rule(
    code="M07",
    level=Level.WARNING,
    title="无故缺席",
    says="{names}无故缺席",
    remedy="了解情况，提醒或批评教育；其实请了假的，改写原因",
    basis="考勤惯例（上级惯例）",
    example="缺席写着 张三(无故)",
)
M08 = Rule(
    code="M08",
    level=Level.ERROR,
    title="列席的人已在应到之内",
    says="{names}本来就在应到之内，不能再列席",
    remedy="从列席里去掉；没有到会的写进缺席",
    basis=INTEGRITY,
    example="列席写了本来就应当到会的党员",
)
M08_EXEMPT = Rule(
    code="M08",
    level=Level.WARNING,
    title="正式党员记为列席",
    says="{names}是本支部正式党员，不计入应到，却写在列席里",
    remedy="来参加会议的，看看是不是还符合不计入应到的情形；不符合的清空那四格，照常计入应到",
    basis=INTEGRITY,
    example="列席写了一名办过不计入应到手续的正式党员",
)
M09 = Rule(
    code="M09",
    level=Level.ERROR,
    title="主持人写在缺席里",
    says="主持人{name}{why}",
    remedy="主持人和缺席名单里，改错的那一处",
    basis=INTEGRITY,
    example="主持人写在缺席里",
)
M09_OUTSIDER = Rule(
    code="M09",
    level=Level.WARNING,
    title="外来的主持人没有写进列席",
    says="主持人{name}{why}",
    remedy="上级来主持的写进列席，注明单位职务；写错的改姓名",
    basis="会议记录惯例（上级惯例）",
    example="上级组织委员来主持，列席里没有他",
)
M10 = Rule(
    code="M10",
    level=Level.BREACH,
    title="主持人不是书记、副书记或委员",
    says="{type}由{name}主持，他这天不是书记、副书记或委员",
    remedy="主持人照实写，不要换成书记；写错的才改。书记不能参加的，可以委托副书记或者委员主持",
    basis=BRANCH_RULES.cite(14),
    example="党员大会由一名普通党员主持",
)
M10_NO_COMMITTEE = Rule(
    code="M10",
    level=Level.WARNING,
    title="不设支委会的支部由普通党员主持",
    says="{type}由{name}主持，支部没有副书记和委员可以委托",
    remedy="主持人照实写；书记不能参加时由谁代为主持，看看上级的要求",
    basis=BRANCH_RULES.cite(14),
    example="只有书记的支部，书记出差，由一名党员代为主持",
)
M10_UNTOLD = Rule(
    code="M10",
    level=Level.WARNING,
    title="不是书记主持而没有写委托",
    says="{type}由{name}主持，委托说明空着",
    remedy="委托过的写明因为什么事，如 书记出差，委托副书记主持；没有说过委托的不要补写",
    basis=BRANCH_RULES.cite(14),
    example="党员大会由组织委员主持，委托说明空着",
)
M11 = Rule(
    code="M11",
    level=Level.WARNING,
    title="党小组会不是组长主持",
    says="{group}的会由{name}主持，组长是{leader}",
    remedy="党小组会由组长召集并主持；组长确实不能主持的，在委托说明里写明",
    basis=BRANCH_RULES.cite(14),
    example="第一党小组的会由组员主持",
)
M12 = Rule(
    code="M12",
    level=Level.WARNING,
    title="记录人不在到会或列席名单",
    says="记录人{name}{why}",
    remedy="核对记录人和缺席名单；来帮忙记录的写进列席",
    basis=CUSTOM,
    example="记录人写在缺席里",
)
M13 = Rule(
    code="M13",
    level=Level.WARNING,
    title="主持人兼记录人",
    says="{name}既主持又记录",
    remedy="主持和记录一般由两个人担任，两处签名分开；核对是不是填错了一格",
    basis=CUSTOM,
    example="主持人、记录人都写韩立峰",
)
M14 = Rule(
    code="M14",
    level=Level.WARNING,
    title="支委会出席者不是委员",
    says="{name}这天不是支委，却{role}",
    remedy="不是委员的来参加，写到列席里并注明身份；照实写，不要删他的发言",
    basis=BRANCH_RULES.cite(12),
    example="支委会的发言人是普通党员",
)
M15 = Rule(
    code="M15",
    level=Level.BREACH,
    title="支委会到会不足半数",
    says="委员{expected}人，到会{present}人，不足半数；记录照写到会的人，不写通过、决定",
    remedy="照实写缺席，不要改缺席名单；是否另开由支部定",
    basis=BRANCH_RULES.cite(12),
    example="5名委员，缺席写了3人",
)
M16 = Rule(
    code="M16",
    level=Level.WARNING,
    title="党小组会上有别组的人",
    says="{names}不在{group}，{how}",
    remedy="核对姓名和党小组；别组的人来参加的，写进列席并注明身份",
    basis=CUSTOM,
    example="第二党小组的会，授课人是第一党小组的党员，列席里没有写",
)
M17 = Rule(
    code="M17",
    level=Level.WARNING,
    title="休息日或夜间开会",
    says="{what}",
    remedy="核对日期和时间；倒班等确实在休息时间开的不必改，也可以在“设置”里停用M17",
    basis="休息日安排会议的提醒（上级惯例）",
    example="10月1日开党员大会",
)
M17_UNKNOWN = Rule(
    code="M17",
    level=Level.NOTE,
    title="没有当年的节假日安排",
    says="没有{year}年的节假日和调休安排，是不是休息日只按周六、周日看",
    remedy="不需要处理；升级程序以后会带上新的安排",
    basis="程序说明",
    example="年度写2031",
)
M18 = Rule(
    code="M18",
    level=Level.WARNING,
    title="同一个人同时出现在两处",
    says="{names}同一时间还在{other}（{span}）",
    remedy="照实际的起止写，不要为了错开改时间；写错的才改",
    basis=CUSTOM,
    example="14:00到16:00在开会的人，15:00还有一次谈话",
)
M18_PLACE = Rule(
    code="M18",
    level=Level.WARNING,
    title="同一场所时间重叠",
    says="{place}这个时间还有{other}（{span}）",
    remedy="核对两处的地点和时间",
    basis=CUSTOM,
    example="14:00到16:00、15:00到16:00两个会都在支部活动室",
)
M19 = Rule(
    code="M19",
    level=Level.WARNING,
    title="会议内容雷同",
    says="内容和会议{other}（{day}）{how}",
    remedy="照这次会的实际情况改写",
    basis="照搬照抄的提醒（上级惯例）",
    example="两次党小组会的内容纪要一字不差",
)
M20 = Rule(
    code="M20",
    level=Level.ERROR,
    title="会议编号重复",
    says="会议编号“{value}”和第{first}行重复",
    remedy="给其中一次会换个编号，议题发言里也跟着改",
    basis=INTEGRITY,
    example="两次会的编号都是H012",
)
M20_SAME_DAY = Rule(
    code="M20",
    level=Level.WARNING,
    title="同一天有两次同类型的会",
    says="和会议{other}同一天、同一类型，像是重复录入",
    remedy="重复录入的删去一行；确实开了两次的不必改",
    basis=INTEGRITY,
    example="3月5日有两行支委会",
)
M21 = Rule(
    code="M21",
    level=Level.WARNING,
    title="合并开展的活动分成了两行",
    says="和会议{other}同一天、同一地点、时间重叠，像是一次活动分成了两行",
    remedy="合并开展的只写一行，类型一格写全，如 主题党日、党员大会",
    basis=INTEGRITY,
    example="同一天同一时间同一地点，一行主题党日，一行党员大会",
)
M22 = Rule(
    code="M22",
    level=Level.WARNING,
    title="补记的会议",
    says="{day}的会，{entered}才录入，过了{days}天",
    remedy="录入日期照实写；补记的照当时的记录录入，不要凭回忆写",
    basis="会后及时记录（本地约定）",
    example="3月5日的会，4月20日录入",
)
M23 = Rule(
    code="M23",
    level=Level.ERROR,
    title="会议早于支部成立",
    says="会议日期{day}早于{what}{since}",
    remedy="成立以前的筹备会不录；不要改成立日期",
    basis=BRANCH_RULES.cite(6),
    example="3月1日的会，本届支委会3月7日才产生",
)
M23_TERM = Rule(
    code="M23",
    level=Level.WARNING,
    title="支委会早于本届产生，那天没有在任的委员",
    says="会议日期{day}早于{what}{since}",
    remedy="换届当年此前的支委，在党内职务里写明任职起止；会议日期属实的不要改",
    basis="数据完整性",
    example="2025年6月换届，3月的支委会没有一个在任的委员",
)
M24 = Rule(
    code="M24",
    level=Level.WARNING,
    title="没有照片或附件编号",
    says="别的会有照片编号，这次没有",
    remedy="有照片、签到表的补上编号；没有的不要补拍",
    basis="“三会一课”纪实管理（上级惯例）",
    example="别的会都有照片编号，这次空着",
)
M25 = Rule(
    code="M25",
    level=Level.WARNING,
    title="支部的会写成民主生活会",
    says="“{value}”按组织生活会处理：民主生活会由党委、党组开，党支部开的是组织生活会",
    remedy="把类型改成组织生活会；确是参加上级的民主生活会，不记在这里",
    basis=BRANCH_RULES.cite(17),
    example="会议活动的类型写“民主生活会”",
)
M26 = Rule(
    code="M26",
    level=Level.WARNING,
    title="预备党员批准前计入应到或出席",
    says="{name}{approved}，{day}不计入应到，却{role}",
    remedy="照签到表写；不要为了算拢改批准日期。批准前来参加的，可以写到列席里",
    basis=f"{ADMISSION_RULES.cite(29)}；批准以前怎样算，依{PROVINCIAL_RULES}",
    example="8月1日才批准的预备党员，写在6月27日会议的缺席里",
)
