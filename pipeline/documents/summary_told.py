"""Declares the computed sentences of the work summary: each joined in the data, so that the template reads as prose."""

from __future__ import annotations

from collections.abc import Callable

from pipeline.documents import summary_care as care
from pipeline.documents import summary_life as life
from pipeline.documents import summary_results as results
from pipeline.documents import summary_sentences as words
from pipeline.documents.branch_fields import OfBranch
from pipeline.documents.fields import Field, Group, Value
from pipeline.documents.summary_agreements import SCORED
from pipeline.documents.summary_annexes import DECIDED, annex_mark
from pipeline.documents.summary_claims import TAKEN_UP
from pipeline.documents.summary_grounds import ATTENDED, HELD, OFFICES, STANDING, TOLD
from pipeline.documents.summary_meetings import SPOKEN
from pipeline.documents.summary_members import STUDIED
from pipeline.documents.summary_prose import PRINTED, services_text
from pipeline.documents.summary_talks import TALKED
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Grounds, cells, deciding, info
from pipeline.schema import (
    AWARDS,
    EVALUATIONS,
    ITEMS,
    MEETINGS,
    POINTS,
    PROJECTS,
    ROSTER,
    TALKS,
    TRAININGS,
    ZONES,
    Decides,
)
from pipeline.vocabulary import Shape
from pipeline.wording import several

PEOPLE = deciding(Decides.NAMING) | cells(ROSTER, "number station group name")
UNIT = info("unit_type short_name full_name")
FINISHED = cells(PROJECTS, "number finished")
BENEFITS = cells(PROJECTS, "number benefit computed confirmer")
POINTS_TOLD = cells(POINTS, "chapter order gist text place day")
ASPECTS = (
    STUDIED | TALKED | cells(TALKS, "appeal outcome") | FINISHED | BENEFITS | UNIT | STANDING | PEOPLE
    | cells(ZONES, "category holders")
)  # fmt: skip
EVALUATED = (
    cells(EVALUATIONS, "member grade") | cells(MEETINGS, "types day belongs_to number start") | STANDING | info("year")
)
VOTED = SPOKEN | cells(ITEMS, "candidate ayes") | HELD
ORG_LIFE = VOTED | ATTENDED | cells(ITEMS, "speaker order text responsible due finished") | info("year")


def managed_text(branch: Branch) -> str:
    """Tell the four sides of managing members, with the annexes that show hours and talks."""
    return care.managed_text(branch, (annex_mark(branch, "到会学时"), annex_mark(branch, "谈心谈话")))


def _sides(branch: Branch) -> str:
    count = len(results.aspects_shown(branch))
    return f"{several(count)}个方面" if count > 1 else ""


def _told(
    name: str, about: str, example: str, value: Callable[[Branch], Value], grounds: Grounds, shape: Shape = Shape.TEXT
) -> Field[Branch]:
    return Field(name=name, about=about, example=example, value=value, grounds=grounds | TOLD, shape=shape)


MEMBERS = (
    _told("现有", "人数以哪天为准", "现有", words.now_text, TOLD),
    _told("构成", "党员是些什么人，支委几名", "，其中正式党员25名、预备党员2名", words.composition_text,
          OFFICES | cells(ROSTER, "sex nation education") | info("groups term")),
    _told("增减", "年内接收、转入、转出、转正几名", "年内转入1名、转出1名", words.movement_text, STANDING),
    _told("学习", "年度学习主题安排了几次", "，全年有6次会议和活动安排了这项学习", words.theme_text,
          TAKEN_UP | info("study_theme")),
    _told("方面数", "有数字可说的方面几个", "四个方面", _sides, ASPECTS),
    _told("方面", "发挥作用的几个方面，各带数字；不满两个就空着", "一是发挥政治核心作用，党员人均集中学习48.8学时",
          results.aspects_text, ASPECTS),
)  # fmt: skip
WORK = (
    _told("创建", "有上级文号的创建活动，一项一句；集体荣誉", "支部获“先进基层党支部”称号（文号）。",
          lambda branch: "".join(words.campaigns_text(branch)), info("campaigns honours")),
    _told("创建名称", "有上级文号的创建活动里的第一项", "达标创先", words.campaign_name, info("campaigns")),
    _told("计分", "责任书的考核得分", "，年底在册的27名党员全部计分，平均97.2分", words.scores_text,
          SCORED | STANDING | info("pass_marks")),
    _told("依据", "责任书依据的文件", "《基层党支部工作细则》（澜修党字〔2023〕9号）", words.basis_text,
          info("documents")),
    _told("纪律", "讲纪律的依据文件的名称", "《中国共产党纪律处分条例》", words.discipline_text, info("documents")),
    _told("口号", "口号，写了含义的带上含义", "“三高一争”“两创一争”", words.slogans_text, info("slogans")),
    _told("设岗", "责任区和模范岗，多少人负责，评得怎样", "设党员示范责任区3个，由17名党员负责", words.zones_text,
          cells(ZONES, "name category holders contacts rating") | UNIT | PEOPLE),
    _told("立项", "立项几项，是不是都在时限内完成", "立项攻关3项，都在时限内完成", results.in_time_text,
          FINISHED | cells(PROJECTS, "due")),
    _told("效益", "有依据、有人确认的效益", "其中2项有经济效益，合计23.5万元", results.benefits_text, BENEFITS),
    _told("表决", "表决几件，有没有票数", "表决9件，件件有票数记录", life.votes_text, VOTED),
    _told("会议", "开了多少会", "组织会议和活动73次，其中党员大会6次", life.held_text, HELD),
    _told("不计入", "几名党员不计入应到", "，另有1名党员不计入应到", life.exempt_text, STANDING),
    _told("补课", "党课缺课的补了没有", "；党课缺课的16人次都补了课", life.makeups_text,
          ATTENDED | cells(MEETINGS, "makeups")),
    _told("班子", "有支委会，并且开过会或者写了班子建设", "True", life.has_leadership,
          ATTENDED | POINTS_TOLD, Shape.YES_NO),
    _told("支委会", "支委会的参加率", "，参加率95.7%", life.committee_rate, ATTENDED),
    _told("组织生活会", "组织生活会的经过", "12月5日召开组织生活会，查摆问题6个", life.org_life_text, ORG_LIFE),
)  # fmt: skip
CARE = (
    _told("学满", "多少党员学满了应修学时；不是全年就空着", "全年在册并计入应到的24名党员都学满了应修学时",
          care.learnt_text, STUDIED | OFFICES | info("founded year")),
    _told("谈到", "多少党员有人谈过话", "除书记本人外，在册党员都有人谈过话", care.talked_text,
          TALKED | STANDING | OFFICES),
    _told("评议", "民主评议的情况", "12月12日民主评议党员27名，评定优秀8名", care.evaluated_text, EVALUATED),
    _told("处置", "接收、转正、表彰、处置几人次，是不是都经过表决", "表彰共4人次，都经党员大会表决", care.handled_text,
          VOTED | cells(AWARDS, "category meeting day")),
    _told("四化", "教育、管理、监督、处置，各带数字和附件号", "教育系统化，24名党员都学满了应修学时（附件2）",
          managed_text,
          STUDIED | TALKED | EVALUATED | VOTED | DECIDED | OFFICES | info("founded year")
          | cells(AWARDS, "category meeting member day")),
    _told("表彰", "谁受到什么表彰", "周国梁获公司优秀共产党员（文号）", care.awarded_text,
          cells(AWARDS, "member category title approval day") | PEOPLE | info("year")),
    _told("书记", "书记是谁", "韩立峰", words.secretary_name, OFFICES | cells(ROSTER, "name")),
    _told("书记培训", "书记参加了几期培训", "集中轮训3期，共88学时", care.courses_text,
          OFFICES | PEOPLE | cells(TRAININGS, "start subject people form hours")),
    _told("分工", "支委有没有分工", "5名支委都有分工", words.duties_text,
          OFFICES | cells(ROSTER, "name") | info("duties")),
    _told("分工名单", "每个支委分管什么", "韩立峰（主持支部全面工作）", words.duties_listed, info("duties")),
    _told("讲课办事", "书记讲党课几次，支部办实事几件", "书记全年讲党课2次，支部办实事5件", life.served_text,
          OFFICES | HELD | PEOPLE | cells(MEETINGS, "lecturer number") | POINTS_TOLD),
    _told("办实事", "办实事多了，只写要点和日期", "班车改走东门（3月6日）", services_text, PRINTED),
    _told("述职", "书记哪天向党员大会述职", "12月19日", life.account_days,
          HELD | cells(MEETINGS, "number") | cells(ITEMS, "meeting topic topic_number order text") | info("year")),
    _told("参与", "三个参与是不是各有一条", "True", life.takes_part, POINTS_TOLD, Shape.YES_NO),
    _told("贴近", "三个贴近是不是各有一条", "True", life.is_close, POINTS_TOLD, Shape.YES_NO),
    _told("少到", "参加率低于80%的党员几名", "4", life.seldom_count, ATTENDED | STANDING, Shape.NUMBER),
    _told("整改", "组织生活会的整改清单", "组织生活会的整改清单共6条，都写明了责任人", life.measures_text, ORG_LIFE),
)  # fmt: skip
TOLD_GROUP: Group[OfBranch, Branch] = Group(
    name="综述",
    about="程序算出来、连成半句的话，没有依据的就空着",
    of=lambda year: year.branch,
    fields=(*MEMBERS, *WORK, *CARE),
)
