"""Rules about the head and the attendance of meetings (M)."""

from __future__ import annotations

from pipeline.findings import Level, Rule

REGULATIONS = "《中国共产党支部工作条例（试行）》"
CUSTOM = "会议记录惯例（上级惯例）"
INTEGRITY = "数据完整性"

M01 = Rule(
    code="M01",
    level=Level.ERROR,
    title="会议的必填项缺失",
    says="“{heading}”没有填",
    mend="补上“{heading}”。{help}",
    basis=CUSTOM,
)
M01_EMPTY = Rule(
    code="M01",
    level=Level.WARNING,
    title="会议没有内容",
    says="{type}（{day}）没有{missing}，记录里这一部分空着",
    mend="照实补上；没有记下的，留到纸上手写，不要编造",
    basis=CUSTOM,
)
M02 = Rule(
    code="M02",
    level=Level.ERROR,
    title="会议日期不对",
    says="会议日期{day}{why}",
    mend="核对会议日期、年度和成文日期",
    basis=INTEGRITY,
)
M03 = Rule(
    code="M03",
    level=Level.ERROR,
    title="结束不晚于开始",
    says="{start}开始，{end}结束",
    mend="核对开始、结束时间；下午的时间写成 14:30 这样",
    basis=INTEGRITY,
)
M04 = Rule(
    code="M04",
    level=Level.ERROR,
    title="签到实到加缺席不等于应到",
    says="签到实到{present}人，缺席{absent}人，合计{sum}人，签到应到是{expected}人",
    mend="对着签到表核对应到、实到和缺席名单",
    basis=CUSTOM,
)
M05 = Rule(
    code="M05",
    level=Level.ERROR,
    title="签到应到与名册推算的人数不符",
    says="签到应到{typed}人，按名册推算{day}应到{counted}人{who}",
    mend="核对签到表和党员名册的转入、转出、批准、转正日期",
    basis=f"{REGULATIONS}第十一条；发展党员规程（预备党员自批准之日起计入）",
)
M06 = Rule(
    code="M06",
    level=Level.ERROR,
    title="签到实到与名单不符，或名单里有不该到会的人",
    says="{what}",
    mend="核对缺席名单和签到表；不是应到的人写到列席里",
    basis=INTEGRITY,
)
M07 = Rule(
    code="M07",
    level=Level.ERROR,
    title="缺席没有写原因",
    says="{names}缺席，没有写原因",
    mend="每个人的姓名后面各加括号写原因，如 张三(病假)、李四(病假)",
    basis="考勤惯例（上级惯例）",
)
M08 = Rule(
    code="M08",
    level=Level.ERROR,
    title="列席的人已在应到之内",
    says="{names}本来就在应到之内，不能再列席",
    mend="从列席里去掉；没有到会的写进缺席",
    basis=INTEGRITY,
)
M09 = Rule(
    code="M09",
    level=Level.ERROR,
    title="主持人不在到会名单",
    says="主持人{name}{why}",
    mend="核对主持人和缺席名单；外来的主持人写进列席",
    basis=INTEGRITY,
)
M10 = Rule(
    code="M10",
    level=Level.ERROR,
    title="主持人不是书记、副书记或委员",
    says="{type}由{name}主持，他这天不是书记、副书记或委员",
    mend="核对主持人；书记不能参加的，可以委托副书记或者委员主持",
    basis=f"{REGULATIONS}第十四条",
)
M14 = Rule(
    code="M14",
    level=Level.ERROR,
    title="支委会出席者不是委员",
    says="{name}这天不是支委，却{role}",
    mend="不是委员的写到列席里，并注明身份",
    basis=f"{REGULATIONS}第十二条",
)
M15 = Rule(
    code="M15",
    level=Level.ERROR,
    title="支委会到会不足半数",
    says="委员{expected}人，到会{present}人，不足半数",
    mend="核对缺席名单；到会委员不足半数的，会议不能算数，应当另开",
    basis=f"{REGULATIONS}第十二条",
)
M18 = Rule(
    code="M18",
    level=Level.ERROR,
    title="同一个人同时出现在两处",
    says="{names}同一时间还在{other}（{span}）",
    mend="核对两处的日期、时间和到会的人",
    basis=CUSTOM,
)
M20 = Rule(
    code="M20",
    level=Level.ERROR,
    title="会议编号重复",
    says="会议编号“{value}”和第{first}行重复",
    mend="给其中一次会换个编号，议题发言里也跟着改",
    basis=INTEGRITY,
)
M23 = Rule(
    code="M23",
    level=Level.ERROR,
    title="会议早于支部成立或本届产生",
    says="会议日期{day}早于{what}{since}",
    mend="核对会议日期和支部信息；换届当年此前的支委，在党内职务里写明任职起止",
    basis=INTEGRITY,
)
M26 = Rule(
    code="M26",
    level=Level.ERROR,
    title="预备党员批准前计入应到或出席",
    says="{name}{approved}，{day}不计入应到，却{role}",
    mend="批准前参加会议的写到列席里；核对党员名册的批准日期",
    basis="《贵州省发展党员工作规程（试行）》第十九步（地方规定，其他地方参照）",
)
