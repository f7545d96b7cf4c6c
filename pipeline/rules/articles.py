"""The party documents that rules and texts rest on, and the articles of them that somebody has read word by word.

Only an article listed here can be cited with its number: `cite` refuses any other. `says` is a sentence of the article
as it stands, where documents may quote it; `about` tells in short what the article rules. What was read, and where, is
told in docs/domain/sources.md. Whether a document has been revised since cannot be proven.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

NUMERALS = "〇一二三四五六七八九"
TEN = 10


@dataclass(frozen=True, slots=True)
class Article:
    """One article that was read."""

    about: str
    says: str = ""
    """A sentence of it, word by word; empty where it has only been read, not copied."""


@dataclass(frozen=True, slots=True)
class Document:
    """A party document."""

    title: str
    """With its brackets: 《中国共产党章程》."""
    edition: str
    """Year of the edition that was read."""
    articles: Mapping[int, Article]
    """The articles that were read, by number."""

    def cite(self, *numbers: int) -> str:
        """Name the document with its year and some of its articles; without numbers the document alone.

        Raises KeyError for an article that nobody has read.
        """
        unread = [number for number in numbers if number not in self.articles]
        if unread:
            raise KeyError(self.title, *unread)
        return f"{self.title}（{self.edition}）" + "、".join(map(article_name, numbers))

    def quoted(self, number: int, verb: str, part: str = "") -> str:
        """Quote the sentence of an article, or a part of it: 《…》第二条规定，党支部“…”.

        Raises KeyError for an article without a sentence, and for a part that the sentence does not have.
        """
        says = self.articles[number].says
        if not says or part not in says:
            raise KeyError(self.title, number, part)
        return f"{self.title}{article_name(number)}{verb}“{part or says}”"


def article_name(number: int) -> str:
    """Write the number of an article: 第十一条."""
    tens, ones = divmod(number, TEN)
    head = "" if not tens else "十" if tens == 1 else f"{NUMERALS[tens]}十"
    return f"第{head}{NUMERALS[ones] if ones or not tens else ''}条"


CHARTER = Document(
    "《中国共产党章程》",
    "2022",
    {
        3: Article("党员的八项义务"),
        7: Article(
            "预备党员的权利和义务，预备期，党龄",
            "除了没有表决权、选举权和被选举权以外",
        ),
        8: Article("每个党员编入一个支部、小组或者其他特定组织"),
    },
)
BRANCH_RULES = Document(
    "《中国共产党支部工作条例（试行）》",
    "2018",
    {
        2: Article(
            "党支部的地位和职责",
            "是党在社会基层组织中的战斗堡垒，是党的全部工作和战斗力的基础，担负直接教育党员、管理党员、监督党员"
            "和组织群众、宣传群众、凝聚群众、服务群众的职责",
        ),
        3: Article("党支部工作的原则", "坚持把党的政治建设摆在首位"),
        4: Article("正式党员3人以上成立党支部，一般不超过50人"),
        5: Article("不足3人的成立联合党支部，覆盖单位一般不超过5个"),
        6: Article("党支部的成立"),
        7: Article("党支部的调整和撤销"),
        8: Article("临时党支部一般不做的事，书记、委员由批准其成立的党组织指定"),
        10: Article(
            "各类党支部的重点任务",
            "保证监督党和国家方针政策的贯彻执行，围绕企业生产经营开展工作，按规定参与企业重大问题的决策，服务改革发展、"
            "凝聚职工群众、建设企业文化，创造一流业绩",
        ),
        11: Article(
            "党员大会的职权、次数和表决",
            "表决必须有半数以上有表决权的党员到会方可进行，赞成人数超过应到会有表决权的党员的半数为通过。",
        ),
        12: Article("支委会的职责、次数和到会", "党支部委员会会议须有半数以上委员到会方可进行。"),
        13: Article("党小组的划分、组长和次数"),
        14: Article("党员大会、支委会、党小组会由谁召集和主持"),
        16: Article("三会一课、主题党日", "党支部每月相对固定1天开展主题党日"),
        17: Article(
            "组织生活会",
            "党支部每年至少召开1次组织生活会，一般安排在第四季度，也可以根据工作需要随时召开。",
        ),
        18: Article("民主评议党员", "党支部一般每年开展1次民主评议党员"),
        19: Article("谈心谈话", "每年谈心谈话一般不少于1次"),
        20: Article("支委会的设立和人数"),
        21: Article("任期、换届、补选、延期"),
        22: Article("支委的分工"),
        23: Article("书记的条件"),
        25: Article("书记的培训"),
        27: Article("书记述职", "每年应当向上级党组织和党支部党员大会述职，接受评议考核"),
    },
)
EDUCATION_RULES = Document(
    "《中国共产党党员教育管理工作条例》",
    "2019",
    {
        16: Article("三会一课、主题党日", "党支部应当每月开展1次主题党日"),
        17: Article("组织生活会"),
        18: Article("民主评议党员"),
        20: Article("学时", "党员每年集中学习培训时间一般不少于32学时。"),
        22: Article("责任区、示范岗", "设立党员示范岗、党员责任区，开展设岗定责、承诺践诺等"),
        23: Article("年老体弱的党员", "组织活动和开展学习教育不作硬性要求"),
        24: Article("党籍的取得、停止"),
        25: Article("组织关系的转移"),
        31: Article("除名的情形"),
        32: Article("流动党员"),
    },
)
ADMISSION_RULES = Document(
    "《中国共产党发展党员工作细则》",
    "2014",
    {
        5: Article("年满十八岁"),
        7: Article("一个月内派人谈话", "党组织收到入党申请书后，应当在一个月内派人同入党申请人谈话，了解基本情况。"),
        8: Article("在入党申请人中确定积极分子，报上级党委备案"),
        9: Article("培养联系人", "党组织应当指定一至两名正式党员作入党积极分子的培养联系人。"),
        11: Article("每半年考察一次", "党支部每半年对入党积极分子进行一次考察。"),
        12: Article("积极分子调动的，培养时间连续计算"),
        13: Article("培养考察一年以上，支委会同意并报备案后列为发展对象"),
        14: Article("两名正式党员作入党介绍人"),
        16: Article("政治审查", "凡是未经政治审查或政治审查不合格的，不能发展入党。"),
        17: Article("短期集中培训", "培训时间一般不少于三天（或不少于二十四个学时）。"),
        19: Article("支委会审查，报上级党委预审"),
        20: Article("讨论接收的大会的到会", "有表决权的到会人数必须超过应到会有表决权人数的半数"),
        21: Article(
            "讨论接收的大会的程序和表决",
            "采取无记名投票方式进行表决。赞成人数超过应到会有表决权的正式党员的半数，才能通过接收预备党员的决议",
        ),
        23: Article("临时党组织不能接收、审批预备党员"),
        26: Article("上级党委审批的期限"),
        29: Article("批准的预备党员及时编入党支部和党小组"),
        32: Article("预备期", "预备期从支部大会通过其为预备党员之日算起。"),
        33: Article(
            "转正的手续和大会",
            "对到会人数、赞成人数等要求与讨论接收预备党员的支部大会相同",
        ),
        34: Article("转正的审批，党龄", "党员的党龄，从预备期满转为正式党员之日算起。"),
        36: Article("转入的预备党员的转正"),
    },
)
ELECTION_RULES = Document(
    "《中国共产党基层组织选举工作条例》",
    "2020",
    {
        3: Article("任期届满按期换届，延期报批，一般不超过1年"),
        5: Article("谁有表决权、选举权和被选举权"),
        22: Article("监票人从不是候选人的党员中推选"),
        23: Article("计票人"),
        24: Article("无记名投票，未到会的不能委托投票"),
    },
)
DOCUMENTS = (CHARTER, BRANCH_RULES, EDUCATION_RULES, ADMISSION_RULES, ELECTION_RULES)
BURDEN_RULES = "《整治形式主义为基层减负若干规定》（2024）"
"""Nobody has read which of its articles it is; it is named alone."""
DOCUMENT_FORMAT = "《党政机关公文格式》（GB/T 9704—2012）"
PROVINCIAL_RULES = "《贵州省发展党员工作规程（试行）》（地方规定，其他地方参照）"
YEARLY_NOTICE = "民主评议党员的年度通知（上级通知）"
