"""Drafts the template of the yearly work summary (年度工作总结); source-structure.md 5.1, model-summary.md.

What the year's figures say is joined in the data (综述, 行文); what is printed word for word in every branch stands here.
"""

from __future__ import annotations

from pipeline.rules.articles import BRANCH_RULES
from tools.drafting.annex import ANNEXED, draft_annexes, list_annexes
from tools.drafting.draft import INK_DATE, Draft, lead

BODY = "公文正文"
BASICS = (
    "{{ 支部.全称 }}{% if 支部.上级党组织 %}隶属于{{ 支部.上级党组织 }}，{% endif %}{{ 综述.现有 }}党员{{ 党员.总数 }}名{{ 综述.构成 }}。"
    "{% if 党员.待批 %}另有支部大会已经通过、等待上级批准的预备党员{{ 党员.待批 }}名，没有计入。{% endif %}"
    "{% if 综述.增减 %}{{ 综述.增减 }}。{% endif %}"
)
THEME = "支部学习贯彻{{ 支部.年度学习主题 }}{{ 综述.学习 }}{% if 支部.中心任务 %}，{% else %}。{% endif %}"
TASK = "各项工作围绕{{ 支部.中心任务 }}展开。"
STRONGHOLD = (
    BRANCH_RULES.quoted(2, "规定，党支部", "是党在社会基层组织中的战斗堡垒")
    + "。支部从政治建设、思想建设、组织建设、作风建设、纪律建设入手，在{{ 综述.方面数 }}发挥战斗堡垒作用：{{ 综述.方面 }}。"
)
NOW_FOLLOWS = "现将主要工作总结如下。"
TARGETS_HEAD = (
    "{{ 章.目标管理 }}{% if 离退休 %}做好离退休党员的教育管理{% elif 责任书.份数 or 综述.创建名称 %}抓好党建目标管理"
    "{% if 综述.创建名称 %}，确保党支部“{{ 综述.创建名称 }}”{% endif %}{% else %}发挥党员先锋模范作用{% endif %}"
)
RETIRED = (
    "{{ 党员.期间 }}走访慰问和谈心谈话{{ 谈话.总数 }}次{% if 谈话.家访 %}，其中家访{{ 谈话.家访 }}次{% endif %}"
    "{{ 见附件.谈心谈话 }}。"
)
AGREEMENTS = (
    "支部签订《{{ 支部.年度 }}年度党员目标管理责任书》{{ 责任书.份数 }}份{% if 责任书.含 %}（含{{ 责任书.含 }}）{% endif %}"
    "{% if 详文 and 责任书.签订 %}，{{ 责任书.签订 }}{% endif %}"
    "{{ 综述.计分 }}{{ 见附件.目标考核 }}。责任书以党章第三条规定的党员八项义务为共同要求"
    "{% if 详文 and 支部.依据文件全称 %}，依据{{ 支部.依据文件全称 }}{% elif 综述.依据 %}，依据{{ 综述.依据 }}{% endif %}{% if 综述.口号 %}，落实{{ 综述.口号 }}{% endif %}，列出{{ 责任书.目标数 }}"
    "{% if 责任书.写明 %}，每项写明{{ 责任书.写明 }}{% endif %}，奖罚分明。"
)
ZONES_HEAD = "{{ 节.设岗定责 }}{% if 综述.设岗 %}设岗定责{% if 要点.特色活动 %}，开展特色活动{% endif %}{% else %}开展特色活动{% endif %}"
PROJECTS = "支部{{ 综述.立项 }}{% if 综述.效益 %}；{{ 综述.效益 }}{% endif %}{{ 见附件.立项攻关 }}。"
COURSE = (
    "{% if 训.日期 %}{{ 训.日期 }}，{% endif %}{{ 训.人员 }}参加{% if 训.主办 %}{{ 训.主办 }}主办的{% endif %}"
    "{% if 训.形式 %}{{ 训.形式 }}{% else %}学习培训{% endif %}，内容是{{ 训.内容 }}{% if 训.学时 %}，{{ 训.学时 }}学时{% endif %}。"
)
AWARD = "{% if 奖.日期 %}{{ 奖.日期 }}，{% endif %}{{ 奖.姓名 }}获{{ 奖.名称 }}{% if 奖.文号 %}（{{ 奖.文号 }}）{% endif %}。"
PROJECT = (
    "{% if 项.立项日期 %}{{ 项.立项日期 }}立项{% endif %}"
    "{% if 项.负责人 %}，{{ 项.负责人 }}负责{% endif %}{% if 项.组员 %}，组员{{ 项.组员 }}{% endif %}"
    "{% if 项.参加群众 %}，参加群众{{ 项.参加群众 }}{% endif %}"
    "{% if 项.时限 %}，时限{{ 项.时限 }}{% endif %}{% if 项.完成日期 %}，{{ 项.完成日期 }}完成{% endif %}。"
)
PROJECT_TALKS = (
    "为这个项目{% if 项.谈话.谈心 %}谈心谈话{{ 项.谈话.谈心 }}次{% if 项.谈话.家访 %}、{% endif %}{% endif %}"
    "{% if 项.谈话.家访 %}家访{{ 项.谈话.家访 }}次{% endif %}，涉及{{ 项.谈话.人数 }}人"
    "{% if 项.谈话.方法 %}，用过的方法有{{ 项.谈话.方法 }}{% endif %}。"
)
BENEFIT = "经济效益{{ 项.效益金额 }}万元（{{ 项.计算依据 }}；{{ 项.确认人 }}确认）。"
SYSTEMS = "{{ 制度.名单 }}{{ 制度.项数 }}制度，{{ 党员.期间 }}有记录可查。"
CONDUCT = "支部按照个人服从组织、少数服从多数、下级组织服从上级组织、全党服从中央的要求议事决事，{{ 党员.期间 }}{{ 综述.表决 }}。"
DISCIPLINE = "支部依据{{ 综述.纪律 }}约束党员的行为，会议和培训学习{{ 纪律.学习 }}。"
MEETINGS = (
    "{{ 党员.期间 }}{{ 综述.会议 }}{% if 会议.到会率 %}，党员参加率{{ 会议.到会率 }}{% endif %}{{ 见附件.组织生活 }}"
    "{{ 综述.不计入 }}{{ 综述.补课 }}。"
)
LEADERSHIP = "支委会坚持民主集中制{{ 综述.支委会 }}；班子成员相互理解、相互帮助、相互补台、相互关心、相互支持，做到求真务实、立党为公、执政为民。"
STUDY = (
    "书记{{ 综述.书记 }}{{ 党员.期间 }}集中学习{{ 学习.书记学时 }}学时{% if 综述.书记培训 %}，其中参加{{ 综述.书记培训 }}{% endif %}"
    "{{ 见附件.学习培训 }}。"
)
DUTIES = "{{ 综述.分工 }}{% if 详文 %}：{{ 综述.分工名单 }}{% endif %}。"
TOGETHER_HEAD = (
    "{{ 节.一岗双责 }}{% if 综述.分工 or 要点.一岗双责 %}一岗双责{% if 要点.群团工作 %}，党政工团齐抓共管{% endif %}"
    "{% else %}党政工团齐抓共管{% endif %}"
)
IDEAS = "{% if 企业 %}支委抓生产从思想入手，抓思想从生产出发。{% endif %}"
TOGETHER = "思想政治工作由党政工团齐抓共管，形成大政工格局。"
SERVICE_HEAD = (
    "{{ 节.服务群众 }}{% if 要点.走讲读写想 %}白天干、走、讲，晚上读、写、想{% if 要点.办实事 %}，{% endif %}{% endif %}"
    "{% if 要点.办实事 %}为{{ 群众 }}办实事{% elif not 要点.走讲读写想 %}{% if 综述.述职 %}向党员负责，受党员监督{% else %}带头讲党课{% endif %}{% endif %}"
)
SERVED = "按照有作为才有地位的要求，{{ 综述.讲课办事 }}。"
SERVICE = (
    "办实事使{{ 群众 }}有事找得到人办、有话找得到人说、有怨找得到人诉、有难找得到人帮"
    "{% if 综述.办实事 %}，办成的有{{ 综述.办实事 }}{{ 见附件.工作事例 }}{% endif %}。"
)
ACCOUNT = (
    "书记对照以诚信待人、忍辱负重、身教重于言教和党性强、作风正、业务精、工作实的要求，{{ 综述.述职 }}向党员大会述职。"
)
TAKING_PART_HEAD = "{{ 节.参与贴近 }}{% if 要点.三个参与 %}三个参与{% if 要点.三个贴近 %}，三个贴近{% endif %}{% else %}三个贴近{% endif %}"
PROBLEMS = "对照{% if 组织生活会 and 组织生活会.问题 %}组织生活会查摆的问题和{% endif %}{{ 党员.期间 }}工作，支部还有以下不足："
SELDOM = "{{ 党员.期间 }}个人参加率低于80%的党员有{{ 综述.少到 }}名{{ 见附件.到会学时 }}。"
MEASURES = "{{ 综述.整改 }}{{ 见附件.整改清单 }}。"
SHINE = "支部将逐条抓好落实，让党性在岗位上闪光。"


def draft_summary() -> bytes:
    """Write the template: the text, the signature, and the annexes behind it."""
    draft = Draft(ANNEXED)
    draft.say("公文标题", "{{ 支部.简称 }}{{ 支部.年度 }}年度工作总结{% if 阶段总结 %}（阶段总结）{% endif %}")
    told(draft, "基本情况", ("党员.总数", BASICS))
    told(draft, "指导思想", ("支部.年度学习主题", THEME), ("支部.中心任务", TASK))
    draft.tag("if 综述.方面 or 章.分章")
    draft.say(BODY, f"{{% if 综述.方面 %}}{STRONGHOLD}{{% endif %}}{{% if 章.分章 %}}{NOW_FOLLOWS}{{% endif %}}")
    draft.tag("endif")
    _targets(draft)
    _systems(draft)
    _secretary(draft)
    _ends(draft)
    list_annexes(draft)
    draft.say("公文落款", "{{ 支部.全称 }}")
    draft.say("公文落款日期", f"{{% if 支部.成文日期 %}}{{{{ 支部.成文日期 }}}}{{% else %}}{INK_DATE}{{% endif %}}")
    draft_annexes(draft)
    return draft.save()


def told(draft: Draft, chapter: str, *sentences: tuple[str, str]) -> None:
    """Add the paragraph of a section: its computed sentences, each under its condition, and what people wrote for it."""
    draft.tag("if " + " or ".join((*(condition for condition, _ in sentences), f"行文.{chapter}.接排")))
    first = "".join(f"{{% if {condition} %}}{text}{{% endif %}}" for condition, text in sentences)
    draft.say(BODY, f"{first}{{{{ 行文.{chapter}.接排 }}}}")
    draft.tag("endif")
    draft.each("段", f"行文.{chapter}.另段", BODY, "{{ 段 }}")


def in_full(draft: Draft, each: str, text: str) -> None:
    """Add a paragraph for every row of a table, where 总结篇幅 says 详文."""
    draft.tag("if 详文")
    draft.tag(f"for {each}")
    draft.say(BODY, text)
    draft.tag("endfor")
    draft.tag("endif")


def head(draft: Draft, section: str, text: str) -> None:
    """Add the heading of a section that stands beside others."""
    draft.when(f"节.{section}", "heading 2", text if text.startswith("{{") else f"{{{{ 节.{section} }}}}{text}")


def part(draft: Draft, name: str, text: str) -> None:
    """Add the heading of a part that stands beside others."""
    draft.when(f"章.{name}", "heading 1", text if text.startswith("{{") else f"{{{{ 章.{name} }}}}{text}")


def _targets(draft: Draft) -> None:
    part(draft, "目标管理", TARGETS_HEAD)
    draft.tag("if 综述.创建 or (离退休 and 谈话.总数)")
    draft.say(BODY, f"{{{{ 综述.创建 }}}}{{% if 离退休 and 谈话.总数 %}}{RETIRED}{{% endif %}}")
    draft.tag("endif")
    head(draft, "责任目标", "责任目标落实到人")
    told(draft, "责任书", ("责任书.份数", AGREEMENTS))
    head(draft, "设岗定责", ZONES_HEAD)
    told(draft, "责任区", ("综述.设岗", "支部{{ 综述.设岗 }}。"))
    in_full(draft, "区 in 责任区", "{% if 区.类型 %}{{ 区.类型 }}{% else %}责任区{% endif %}有{{ 区.名单 }}。")
    head(draft, "立项攻关", "立项攻关{% if 综述.效益 %}，创效立功{% endif %}")
    draft.when("综述.立项", BODY, PROJECTS)
    draft.tag("for 项 in 立项")
    draft.tag("if 详文")
    draft.say(BODY, lead("{{ 项.题 }}：{{ 项.名称 }}。"), PROJECT)
    draft.each("段", "项.难点", BODY, "{{ 段 }}")
    draft.when("项.目标", BODY, "定的目标是：{{ 项.目标 }}")
    draft.each("段", "项.措施", BODY, "{{ 段 }}")
    draft.when("项.谈话.总数", BODY, PROJECT_TALKS)
    draft.each("段", "项.成果", BODY, "{{ 段 }}")
    draft.when("项.效益金额 or 项.验收", BODY, f"{{% if 项.效益金额 %}}{BENEFIT}{{% endif %}}{{{{ 项.验收 }}}}")
    draft.tag("else")
    draft.say(BODY, lead("{{ 项.题 }}：{{ 项.名称 }}。"), "{{ 项.简述 }}{{ 项.结语 }}")
    draft.tag("endif")
    draft.tag("endfor")


def _systems(draft: Draft) -> None:
    part(draft, "工作制度", "抓好党支部工作制度创新")
    draft.when("章.工作制度 and 制度.多项", BODY, SYSTEMS)
    head(draft, "党员言行", "用制度规范党员的言行")
    told(draft, "制度建设", ("综述.表决", CONDUCT))
    head(draft, "纪律约束", "用纪律约束党员的行为")
    told(draft, "纪律教育", ("纪律.学习", DISCIPLINE))
    head(draft, "三会一课", "坚持“三会一课”制度{% if 综述.班子 %}，协调党支部领导成员的关系{% endif %}")
    told(draft, "三会一课", ("综述.会议", MEETINGS))
    told(draft, "班子建设", ("综述.班子", LEADERSHIP))
    draft.when("综述.组织生活会", BODY, "{{ 综述.组织生活会 }}{{ 见附件.整改清单 }}。")
    head(draft, "教育管理", "教育、管理、监督、处置落到实处")
    draft.tag("if 综述.四化 or 综述.表彰")
    draft.say(
        BODY,
        "{% if 综述.四化 %}{{ 综述.四化 }}。{% endif %}{% if 综述.表彰 and not 详文 %}{{ 综述.表彰 }}。{% endif %}",
    )
    draft.tag("endif")
    in_full(draft, "奖 in 表彰", AWARD)


def _secretary(draft: Draft) -> None:
    part(draft, "书记", "提高党支部书记的政治、业务素质")
    head(draft, "学习培训", "政治合格、业务过硬，抓好学习培训")
    told(draft, "学习培训", ("学习.书记学时", STUDY))
    in_full(draft, "训 in 培训", COURSE)
    head(draft, "一岗双责", TOGETHER_HEAD)
    told(draft, "一岗双责", ("综述.分工", DUTIES), ("要点.一岗双责", IDEAS))
    told(draft, "群团工作", ("要点.群团工作", TOGETHER))
    head(draft, "服务群众", SERVICE_HEAD)
    told(draft, "走讲读写想", ("综述.讲课办事", SERVED))
    told(draft, "办实事", ("要点.办实事", SERVICE))
    draft.when("综述.述职", BODY, ACCOUNT)
    head(draft, "参与贴近", TAKING_PART_HEAD)
    told(draft, "三个参与", ("综述.参与", "三个参与都有实事。"))
    told(draft, "三个贴近", ("综述.贴近", "三个贴近都有实事。"))


def _ends(draft: Draft) -> None:
    part(draft, "存在问题", "存在问题")
    told(draft, "存在问题", ("要点.存在问题", PROBLEMS))
    draft.when("要点.存在问题 and 综述.少到", BODY, SELDOM)
    part(draft, "下一步打算", "下一步打算")
    told(draft, "下一步打算")
    draft.tag("if 要点.下一步打算")
    draft.say(BODY, f"{{% if 综述.整改 %}}{MEASURES}{{% endif %}}{SHINE}")
    draft.tag("endif")
