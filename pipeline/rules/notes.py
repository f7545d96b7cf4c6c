"""What the run did, left out or kept (G): information lines and warnings, never errors."""

from __future__ import annotations

from pipeline.findings import Level, Rule
from pipeline.rules.articles import ADMISSION_RULES, BURDEN_RULES

PRACTICE = "程序说明"

G01 = Rule(
    code="G01",
    level=Level.NOTE,
    title="总结里没有内容的章节",
    says="总结没有写这些内容，括号里是该填的表：{sections}",
    remedy="要写哪一节，就在那张表里填上；没有的事不用写",
    basis="缺则不出，不代写（本地约定）",
    example="总结要点里没有“办实事”",
)
G02 = Rule(
    code="G02",
    level=Level.NOTE,
    title="组织生活会上没有记下的批评和自我批评",
    says="{names}没有{what}，表格里留空手写",
    remedy="有记录的补到议题发言里；没有的不要补写",
    basis="不得编造（本地约定）",
    example="组织生活会上有三个人的自我批评没有记下来",
)
G03 = Rule(
    code="G03",
    level=Level.NOTE,
    title="尚未批准的预备党员",
    says="{name}的批准日期空着，按尚未批准处理，不计入应到",
    remedy="上级已经批准的，补上批准日期",
    basis=ADMISSION_RULES.cite(29),
    example="接收大会开过了，批准日期还空着",
)
G03_OVERDUE = Rule(
    code="G03",
    level=Level.WARNING,
    title="预备党员过了审批期限还没有批准日期",
    says="{name}{joined}入党，批准日期还空着，全年都不计入应到",
    remedy="上级已经批准的，补上批准日期；没有接到批复的空着。党委审批一般不超过3个月，特殊情况不超过6个月",
    basis=ADMISSION_RULES.cite(26),
    example="1月10日入党的预备党员，到年底批准日期还空着",
)
G04 = Rule(
    code="G04",
    level=Level.NOTE,
    title="不出责任书的党员",
    says="{name}{why}，不出责任书",
    remedy="不需要处理；情况不对的核对转出日期和签订日期",
    basis=PRACTICE,
    example="1月10日转出的党员",
)
G05 = Rule(
    code="G05",
    level=Level.NOTE,
    title="创建活动没有上级文号",
    says="创建活动“{name}”没有上级文号，不写进总结",
    remedy="上级正式布置的，补上文号",
    basis=BURDEN_RULES,
    example="创建活动写了“达标创先”，后一格没有文号",
)
G09 = Rule(
    code="G09",
    level=Level.NOTE,
    title="停用的检查",
    says="按“设置”停用了这些提醒：{codes}",
    remedy="要恢复，就从“停用的检查”里删去编号",
    basis=PRACTICE,
    example="停用的检查写着 F04、M24",
)
G06 = Rule(
    code="G06",
    level=Level.NOTE,
    title="总结里没有写的人数",
    says="{names}的{heading}没有填全，总结不写{what}有几名",
    remedy="要写这个人数，就在党员名册里把每个人的{heading}填上",
    in_general="要写这个人数，就在党员名册里把每个人的这一项填上",
    basis="缺则不出，不代写（本地约定）",
    example="名册上有两名党员的民族空着",
)
G07 = Rule(
    code="G07",
    level=Level.WARNING,
    title="模板文件夹里有不认识的文件",
    says="“{name}.docx”不是模板的名称，没有用到{hint}",
    remedy="要用它就改成模板的名称：{known}",
    in_general="要用它就改成自带模板的名称",
    basis=PRACTICE,
    example="模板文件夹里有一份叫“党员大会纪录”，自带的叫“党员大会记录”",
)
G08_NONE = Rule(
    code="G08",
    level=Level.WARNING,
    title="模板文件夹里没有模板",
    says="{folder} 里没有一份模板，全部用自带的",
    remedy="模板要叫这些名称：{known}",
    in_general="模板要叫自带模板的名称，如“谈话记录”",
    basis=PRACTICE,
    example="指定的模板文件夹里只有照片",
)
G08 = Rule(
    code="G08",
    level=Level.NOTE,
    title="用了自己的模板",
    says="这些文书用了自己的模板：{names}；别的用自带的",
    remedy="不需要处理",
    basis=PRACTICE,
    example="模板文件夹里有一份改过的“谈话记录”",
)
G10 = Rule(
    code="G10",
    level=Level.NOTE,
    title="工作簿里还没有新添的列",
    says="工作簿是{version}版的表格，程序已是{current}版，新添了{what}",
    remedy="没有也一样出文书，不需要处理；要填，就{how}",
    in_general="没有也一样出文书，不需要处理；要填，就在那张表的表头末尾加上同名的列",
    basis=PRACTICE,
    example="去年的工作簿接着用，程序升级后名册多了一列",
)
G11 = Rule(
    code="G11",
    level=Level.WARNING,
    title="工作簿比程序新",
    says="工作簿是{version}版的表格，程序只认得{current}版，新添的列当作自己加的列，不检查",
    remedy="升级程序再运行",
    basis=PRACTICE,
    example="同事用新版程序建的工作簿，用旧版程序检查",
)
G12 = Rule(
    code="G12",
    level=Level.NOTE,
    title="模板用了栏目的旧名称",
    says="模板“{template}.docx”用了旧名称：{names}；照样填",
    remedy="方便的时候把模板里的名称改成新的",
    basis=PRACTICE,
    example="去年做的模板，里面有一个栏目后来改了名称",
)
