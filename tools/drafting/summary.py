"""Drafts the template of the yearly work summary (年度工作总结); source-structure.md 5.1, forms.md 2.14."""

from __future__ import annotations

from pipeline.rules.articles import BRANCH_RULES
from tools.drafting.draft import Draft, Text, lead

BODY = "公文正文"
INK_DATE = "\u3000\u3000年\u3000\u3000月\u3000\u3000日"
BASICS = (
    "{{ 支部.全称 }}隶属于{{ 支部.上级党组织 }}。截至{{ 党员.日期 }}，支部在册党员{{ 党员.总数 }}名，其中正式党员{{ 党员.正式 }}名"
    "{% if 党员.预备 %}、预备党员{{ 党员.预备 }}名{% endif %}{% if 党员.女党员 %}，女党员{{ 党员.女党员 }}名{% endif %}"
    "{% if 党员.少数民族 %}，少数民族党员{{ 党员.少数民族 }}名{% endif %}"
    "{% if 党员.大专以上 %}，大专以上文化程度的{{ 党员.大专以上 }}名{% endif %}"
    "{% if 支部.党小组 %}，下设{{ 支部.党小组|length }}个党小组{% endif %}。"
    "{% if 党员.待批 %}另有支部大会已经通过、等待上级批准的预备党员{{ 党员.待批 }}名，没有计入。{% endif %}"
    "{% if 党员.支委 %}{% if 支部.届次 %}{{ 支部.届次 }}{% endif %}支部委员会有委员{{ 党员.支委 }}名。{% endif %}"
    "{% if 党员.变动 %}{{ 党员.变动 }}。{% endif %}"
    "{% if 党员.转正 %}年内转正{{ 党员.转正 }}名。{% endif %}"
)
GUIDANCE = (
    "{% if 支部.年度学习主题 %}支部本年度的学习主题是学习贯彻{{ 支部.年度学习主题 }}"
    "{% if 支部.中心任务 %}，{% else %}。{% endif %}{% endif %}"
    "{% if 支部.中心任务 %}各项工作围绕{{ 支部.中心任务 }}展开。{% endif %}"
    f"{BRANCH_RULES.quoted(2, '规定，党支部')}；第三条要求“{BRANCH_RULES.articles[3].says}”。"
    f'{{% if 支部.单位类型 == "国有企业" %}}第十条规定，国有企业和集体企业中的党支部“{BRANCH_RULES.articles[10].says}”。{{% endif %}}'
    "支部把政治建设放在首位，同思想建设、组织建设、作风建设、纪律建设一起抓，在四个方面发挥战斗堡垒作用：一是发挥政治上的核心作用；"
    "二是发挥党员在岗位上的先锋模范作用；三是把{{ 群众 }}的积极性和创造性调动起来；四是"
    "{% if 企业 %}以经济效益为中心，{% endif %}保证各项任务完成。"
)
AGREEMENTS = (
    "支部{% if 支部.依据文件全称 %}依照{{ 支部.依据文件全称 }}，{% endif %}从{{ 责任书.方面 }}为党员制定责任目标，"
    "列出{{ 责任书.目标数 }}，先后与{{ 责任书.份数 }}名党员{% if 责任书.含 %}（含{{ 责任书.含 }}）{% endif %}签订了"
    "《{{ 支部.年度 }}年度党员目标管理责任书》{% if 责任书.签订 %}，{{ 责任书.签订 }}{% endif %}。"
    "{% if 支部.口号 %}责任书落实{% for 口号 in 支部.口号 %}“{{ 口号.名称 }}”"
    "{% if 口号.含义 %}（{{ 口号.含义 }}）{% endif %}{% if not loop.last %}、{% endif %}{% endfor %}的要求。{% endif %}"
    "{% if 责任书.写明 %}每项目标写明{{ 责任书.写明 }}。{% endif %}"
    "责任书约定，考核结果作为民主评议党员和评先评优的重要依据，奖罚分明。"
    "{% if 责任书.考核人数 %}按{{ 党员.日期 }}在册的党员统计，考核计分{{ 责任书.考核人数 }}名，平均{{ 责任书.平均分 }}分。{% endif %}"
)
CAMPAIGN = "按照{{ 活动.文号 }}的部署，开展“{{ 活动.名称 }}”活动{% if 活动.结果 %}，{{ 活动.结果 }}{% endif %}。"
ZONES = "支部为党员设岗定责。{% for 区 in 责任区 %}设{% if 区.类型 %}{{ 区.类型 }}{% else %}责任区{% endif %}{{ 区.个数 }}个：{{ 区.名单 }}。{% endfor %}"
PROJECT = (
    "{{ 项.立项日期 }}，支部把“{{ 项.名称 }}”列为立项攻关项目{% if 项.类别 %}（{{ 项.类别 }}）{% endif %}"
    "{% if 项.负责人 %}，负责人{{ 项.负责人 }}{% endif %}"
    "{% if 项.组员 %}，组员{{ 项.组员 }}{% endif %}{% if 项.参加群众 %}，参加群众{{ 项.参加群众 }}{% endif %}"
    "{% if 项.时限 %}，完成时限{{ 项.时限 }}{% endif %}{% if 项.完成日期 %}，实际完成于{{ 项.完成日期 }}{% endif %}。"
)
PROJECT_TALKS = (
    "为这个项目{% if 项.谈话.谈心 %}谈心谈话{{ 项.谈话.谈心 }}次{% if 项.谈话.家访 %}、{% endif %}{% endif %}"
    "{% if 项.谈话.家访 %}家访{{ 项.谈话.家访 }}次{% endif %}，涉及{{ 项.谈话.人数 }}人"
    "{% if 项.谈话.方法 %}，用过的方法有{{ 项.谈话.方法 }}{% endif %}。"
)
BENEFIT = "经济效益{{ 项.效益金额 }}万元（{{ 项.计算依据 }}；{{ 项.确认人 }}确认）。"
SYSTEMS = (
    "{% if 制度.名单 %}党内生活制度本年度有记录可查的，有{{ 制度.名单 }}{{ 制度.项数 }}制度。{% endif %}"
    "抓制度，是要用制度管事，用制度管人，也用制度平衡关系、化解矛盾。"
)
CONDUCT = (
    "规范党员的言行，首先是个人服从组织、少数服从多数、下级组织服从上级组织、全党服从中央；"
    "方向是对党员教育系统化、管理规范化、监督立体化、处置程序化。"
)
DISCIPLINE = (
    "{% if 纪律.依据 %}约束党员的行为，依据是{{ 纪律.依据 }}。{% endif %}"
    "{% if 纪律.学习 %}会议和培训有记录的学习：{{ 纪律.学习 }}。{% endif %}"
    "纪律教育的要求是把纪律挺在前面，小事早提醒，苗头早制止。"
)
MEETINGS = (
    "{{ 党员.期间 }}组织会议和活动{{ 会议.总次数 }}次，其中{% for 类 in 会议.各类 %}{{ 类.类型 }}{{ 类.次数 }}次"
    "{% if not loop.last %}、{% endif %}{% endfor %}{% if 会议.合并开展 %}（合并开展的分别计入各类）{% endif %}。"
    "{% if 会议.到会率 %}应到{{ 会议.应到人次 }}人次，实到{{ 会议.实到人次 }}人次，党员参加率{{ 会议.到会率 }}。{% endif %}"
    "{% for 类 in 会议.各类 %}{{ 类.类型 }}{{ 类.到会率 }}{% if not loop.last %}、{% endif %}{% endfor %}。"
    "{% if 支部.主题党日固定日 %}主题党日的固定日是每月{{ 支部.主题党日固定日 }}日。{% endif %}"
    "{% if 会议.表决 %}{{ 党员.期间 }}表决事项{{ 会议.表决 }}件。{% endif %}"
)
LEADERSHIP = (
    "班子建设以民主集中制为原则，重要事项提交党员大会决定前，一般应当经支委会讨论；成员之间要相互理解、相互帮助、相互补台、"
    "相互关心、相互支持，做到求真务实、立党为公、执政为民。"
)
ORG_LIFE = (
    "{{ 组织生活会.日期 }}召开组织生活会{% if 组织生活会.问题 %}，查摆问题{{ 组织生活会.问题 }}个"
    "{% if 组织生活会.有措施 == 组织生活会.问题 %}，逐个定了整改措施"
    "{% elif 组织生活会.有措施 %}，其中{{ 组织生活会.有措施 }}个定了整改措施{% endif %}{% endif %}"
    "{% if 组织生活会.自我批评 %}；记录在案的自我批评{{ 组织生活会.自我批评 }}人次{% endif %}"
    "{% if 组织生活会.批评意见 %}，批评意见{{ 组织生活会.批评意见 }}条{% endif %}。"
)
TALKS = (
    "{{ 党员.期间 }}谈心谈话{{ 谈话.总数 }}次{% if 谈话.各类 %}（{% for 类 in 谈话.各类 %}{{ 类.类型 }}{{ 类.次数 }}次"
    "{% if not loop.last %}、{% endif %}{% endfor %}）{% endif %}{% if 谈话.家访 %}，其中家访{{ 谈话.家访 }}次{% endif %}"
    "{% if 谈话.党员 %}，谈到党员{{ 谈话.党员 }}名{% endif %}{% if 谈话.诉求 %}，听到诉求{{ 谈话.诉求 }}件"
    "{% if 谈话.办结 %}，有办理结果的{{ 谈话.办结 }}件{% endif %}{% endif %}。"
)
EVALUATION = (
    "{% if 评议.日期 %}{{ 评议.日期 }}{% endif %}开展民主评议，评议党员{{ 评议.人数 }}名"
    "{% if 评议.等次 %}，评定{{ 评议.等次 }}{% endif %}。"
)
AWARDS = (
    "{% if 表彰 %}受到表彰的有：{% for 奖 in 表彰 %}{{ 奖.姓名 }}（{{ 奖.名称 }}，{{ 奖.日期 }}"
    "{% if 奖.文号 %}，{{ 奖.文号 }}{% endif %}）{% if not loop.last %}、{% endif %}{% endfor %}。{% endif %}"
    "{% if 处置 %}受到处置的有：{% for 处 in 处置 %}{{ 处.姓名 }}（{{ 处.类别 }}{% if 处.名称 %}：{{ 处.名称 }}{% endif %}，{{ 处.日期 }}"
    "{% if 处.文号 %}，{{ 处.文号 }}{% endif %}）{% if not loop.last %}、{% endif %}{% endfor %}。{% endif %}"
)
STUDY = (
    "对支部书记的要求是政治合格、业务过硬。{% for 训 in 培训 %}{{ 训.日期 }}，{{ 训.人员 }}参加{{ 训.主办 }}主办的"
    "{{ 训.形式 }}，内容是{{ 训.内容 }}，{{ 训.学时 }}学时{% if not loop.last %}；{% endif %}{% endfor %}{% if 培训 %}。{% endif %}"
    "{% if 学习.书记学时 %}书记{{ 党员.期间 }}集中学习{{ 学习.书记学时 }}学时{% if 学习.人均学时 %}，{% else %}。{% endif %}{% endif %}"
    "{% if 学习.人均学时 %}党员人均{{ 学习.人均学时 }}学时。{% endif %}"
)
DUTIES = (
    "落实一岗双责，先要分工到人。{% if 支部.委员分工 %}委员分工：{% for 分 in 支部.委员分工 %}{{ 分.姓名 }}"
    "{% if 分.分工 %}，{{ 分.分工 }}{% endif %}{% if not loop.last %}；{% endif %}{% endfor %}。{% endif %}"
)
TOGETHER = "做{{ 群众 }}的思想政治工作，要党政工团齐抓共管，形成大政工格局。"
CONVICTION = (
    "对书记的要求是有作为才有地位："
    "{% if 企业 %}抓生产从思想入手，抓思想从生产出发，{% endif %}以诚信待人，受得委屈，身教重于言教，"
    "党性强、作风正、业务精、工作实；白天干、走、讲，晚上读、写、想。"
)
SERVICE = "办实事，是要让{{ 群众 }}有事找得到人办、有话找得到人说、有怨找得到人诉、有难找得到人帮。"
TAKING_PART = "三个参与，是参与{% if 企业 %}企业{% endif %}改革，参与{% if 企业 %}企业{% endif %}管理，参与重大决策。"
CLOSENESS = "三个贴近，是贴近{% if 企业 %}生产经营{% else %}中心工作{% endif %}，贴近改革，贴近{{ 群众 }}文化生活。"
HONOURS = (
    "{% for 誉 in 支部.集体荣誉 %}支部获“{{ 誉.名称 }}”称号{% if 誉.文号 %}（{{ 誉.文号 }}）{% endif %}"
    "{% if 誉.说明 %}，{{ 誉.说明 }}{% endif %}。{% endfor %}{% if 支部.集体荣誉 %}让党性在岗位上闪光，是支部今后工作的要求。{% endif %}"
)


def draft_summary() -> bytes:
    """Write the template."""
    draft = Draft()
    draft.say("公文标题", "{{ 支部.简称 }}{{ 支部.年度 }}年度工作总结{% if 阶段总结 %}（阶段总结）{% endif %}")
    draft.say(BODY, BASICS)
    points(draft, "基本情况")
    draft.say(BODY, GUIDANCE)
    points(draft, "指导思想")
    draft.say(BODY, "现将{{ 支部.年度 }}年度工作总结如下。")
    _targets(draft)
    _systems(draft)
    _secretary(draft)
    for chapter in ("存在问题", "下一步打算"):
        draft.tag(f"if 要点.{chapter}")
        draft.say("heading 1", f"{{{{ 部分.{chapter} }}}}、{chapter}")
        points(draft, chapter)
        draft.tag("endif")
    draft.say("公文落款", "{{ 支部.全称 }}")
    draft.say("公文落款日期", f"{{% if 支部.成文日期 %}}{{{{ 支部.成文日期 }}}}{{% else %}}{INK_DATE}{{% endif %}}")
    return draft.save()


def points(draft: Draft, chapter: str) -> None:
    """Add the paragraphs a person wrote for a section."""
    draft.each("段", f"要点.{chapter}", BODY, lead("{{ 段.小题 }}"), "{{ 段.正文 }}")


def section(draft: Draft, condition: str, *pieces: Text) -> None:
    """Add a paragraph of computed text that is there only if there is something to tell."""
    draft.when(condition, BODY, *pieces)


def _targets(draft: Draft) -> None:
    campaign = "{% if 支部.创建活动 %}，确保党支部“{{ 支部.创建活动[0].名称 }}”{% endif %}"
    draft.when("部分.目标管理", "heading 1", f"{{{{ 部分.目标管理 }}}}、抓好党建目标管理{campaign}")
    section(draft, "责任书.份数", AGREEMENTS)
    points(draft, "责任书")
    draft.each("活动", "支部.创建活动", BODY, CAMPAIGN)
    section(draft, "责任区", ZONES)
    points(draft, "责任区")
    points(draft, "特色活动")
    draft.tag("for 项 in 立项")
    draft.say("heading 2", "（{{ 项.序 }}）立项攻关{{ 项.序 }}：{{ 项.名称 }}")
    draft.say(BODY, PROJECT)
    for name in ("难点", "措施", "成果"):
        if name == "措施":
            section(draft, "项.目标", lead("目标。"), "{{ 项.目标 }}")
        if name == "成果":
            section(draft, "项.谈话.总数", lead("思想工作。"), PROJECT_TALKS)
        draft.tag(f"for 段 in 项.{name}")
        draft.say(BODY, "{% if loop.first %}", lead(f"{name}。"), "{% endif %}{{ 段 }}")
        draft.tag("endfor")
    section(draft, "项.效益金额", lead("效益。"), BENEFIT)
    section(draft, "项.验收", lead("验收。"), "{{ 项.验收 }}")
    draft.tag("endfor")


def _systems(draft: Draft) -> None:
    draft.say("heading 1", "{{ 部分.工作制度 }}、抓好党支部工作制度创新")
    draft.say(BODY, SYSTEMS)
    points(draft, "制度建设")
    points(draft, "党内汇报")
    draft.say("heading 2", "（一）用制度规范党员的言行")
    draft.say(BODY, CONDUCT)
    points(draft, "言行规范")
    draft.say("heading 2", "（二）用纪律约束党员的行为")
    draft.say(BODY, DISCIPLINE)
    points(draft, "纪律教育")
    points(draft, "党风廉政")
    draft.say("heading 2", "（三）坚持“三会一课”制度{% if 党员.支委 %}，协调党支部领导成员的关系{% endif %}")
    section(draft, "会议.总次数", MEETINGS)
    points(draft, "三会一课")
    section(draft, "党员.支委", LEADERSHIP)
    points(draft, "班子建设")
    section(draft, "组织生活会", ORG_LIFE)
    section(draft, "谈话.总数", TALKS)
    section(draft, "评议", EVALUATION)
    section(draft, "表彰 or 处置", AWARDS)


def _secretary(draft: Draft) -> None:
    draft.say("heading 1", "{{ 部分.书记 }}、提高党支部书记的政治、业务素质")
    draft.say(BODY, STUDY)
    points(draft, "学习培训")
    draft.when("支部.委员分工 or 要点.一岗双责", BODY, DUTIES)
    points(draft, "一岗双责")
    for chapter, text in (
        ("群团工作", TOGETHER),
        ("走讲读写想", CONVICTION),
        ("办实事", SERVICE),
        ("三个参与", TAKING_PART),
        ("三个贴近", CLOSENESS),
    ):
        draft.tag(f"if 要点.{chapter}")
        draft.say(BODY, text)
        points(draft, chapter)
        draft.tag("endif")
    draft.when("支部.集体荣誉", BODY, HONOURS)
