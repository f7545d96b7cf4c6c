"""The thresholds and local customs a branch can set for itself, each declared once with default, unit and range."""

from dataclasses import MISSING, dataclass, fields
from datetime import date, time
from enum import Enum
from fractions import Fraction
from functools import cache
from typing import Annotated, NamedTuple, get_type_hints

from pipeline.findings import Location

SETTINGS_SHEET = "设置"
SETTINGS_HEADINGS = ("项目", "设定", "默认", "可以填", "怎么填")
"""Headings of 设置; only the first two columns are read."""


class Form(Enum):
    """What a setting holds."""

    NUMBER = "整数"
    SHARE = "比例"
    DAY = "几月几日"
    TIME = "时间"
    CHOICE = "选项"
    CODES = "规则编号"
    NAMES = "文书名称"


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One row of 设置."""

    heading: str
    help: str
    """What it decides, and which rules ask it."""
    form: Form = Form.NUMBER
    unit: str = ""
    least: int = 0
    most: int = 0
    """The range of a number, both ends included."""
    choices: tuple[str, ...] = ()

    @property
    def allowed(self) -> str:
        """Say what may be filled in."""
        if self.form is Form.NUMBER:
            return f"{self.least}至{self.most}{self.unit}"
        return {
            Form.SHARE: "分数或百分数，大于0，不超过1",
            Form.DAY: "几月几日",
            Form.TIME: "几点几分",
            Form.CHOICE: "、".join(self.choices),
            Form.NAMES: "文书的名称，几个用顿号隔开",
        }.get(self.form, "提醒级的规则编号，几个用顿号隔开")


class Named(NamedTuple):
    """A kind of document that a setting names, and the cell that does."""

    name: str
    where: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What 设置 says; each field is a row of the sheet, each default what holds without it."""

    entry_days: Annotated[
        int, Option(heading="录入期限", unit="天", least=0, most=365, help="开会后几天之内录入，超过就提醒（M22）。")
    ] = 7
    shortest_meeting: Annotated[
        int, Option(heading="会议最短", unit="分钟", least=1, most=240, help="会开得比这还短就提醒（M03）。")
    ] = 10
    longest_meeting: Annotated[
        int, Option(heading="会议最长", unit="小时", least=1, most=23, help="会开得比这还长就提醒（M03）。")
    ] = 5
    late_hour: Annotated[
        time, Option(heading="夜间起点", form=Form.TIME, help="会开到这个时间以后就提醒（M17）；倒班单位可以改晚。")
    ] = time(22, 0)
    signing_month_day: Annotated[
        tuple[int, int],
        Option(heading="责任书签订期限", form=Form.DAY, help="全年责任书最晚哪天签，过了就提醒（T06）；年中来的不算。"),
    ] = (3, 31)
    talks_a_day: Annotated[
        int, Option(heading="一天谈话上限", unit="次", least=1, most=100, help="一天记的谈话超过几次就提醒（K07）。")
    ] = 8
    covered_months: Annotated[
        int,
        Option(
            heading="谈话覆盖在册月数",
            unit="个月",
            least=0,
            most=12,
            help="当年在册满几个月的，才查有没有谈过话（K01、K02）。",
        ),
    ] = 6
    similar_percent: Annotated[
        int,
        Option(heading="雷同程度", unit="%", least=50, most=100, help="文字相同到百分之几算雷同（M19、K08、T11）。"),
    ] = 80
    notice_workdays: Annotated[
        int, Option(heading="公示工作日", unit="天", least=1, most=30, help="公示不足几个工作日就提醒（V13）。")
    ] = 5
    excellent_share: Annotated[
        Fraction,
        Option(heading="优秀比例上限", form=Form.SHARE, help="优秀不超过正式党员的几分之几（D01），如 三分之一、15%。"),
    ] = Fraction(1, 3)
    attendance_rate_percent: Annotated[
        int, Option(heading="到会率下限", unit="%", least=1, most=100, help="个人全年到会率低于它就提醒（F09）。")
    ] = 60
    study_hours: Annotated[
        int, Option(heading="党员学时", unit="学时", least=0, most=400, help="每名党员全年集中学习几学时（F10）。")
    ] = 32
    committee_study_hours: Annotated[
        int,
        Option(heading="支委学时", unit="学时", least=0, most=400, help="书记、委员全年几学时，按上级规划（F10）。"),
    ] = 56
    themed_day_slack_days: Annotated[
        int,
        Option(heading="主题党日可偏离", unit="天", least=0, most=31, help="主题党日离固定日几天以内不提醒（F05）。"),
    ] = 7
    makeup_days: Annotated[
        int, Option(heading="补课期限", unit="天", least=1, most=365, help="请假的几天之内要补课（F12）。")
    ] = 14
    upcoming_days: Annotated[
        int, Option(heading="提前提示", unit="天", least=0, most=365, help="快到期的事提前几天提示。")
    ] = 30
    summary_length: Annotated[
        str,
        Option(
            heading="总结篇幅",
            form=Form.CHOICE,
            choices=("全文", "详文"),
            help="年度工作总结写成一般的全文，细节进附件；还是每一条都写进正文的详文。",
        ),
    ] = "全文"
    summary_least: Annotated[
        int, Option(heading="总结最少", unit="字", least=0, most=20000, help="总结全文不到几字就说一声（Y14）。")
    ] = 3000
    summary_most: Annotated[
        int, Option(heading="总结最多", unit="字", least=500, most=50000, help="总结全文超过几字就说一声（Y14）。")
    ] = 4500
    ruled_lines: Annotated[
        int,
        Option(heading="手写空行", unit="行", least=0, most=30, help="记录里没有填的内容，留几行横线给人手写。"),
    ] = 4
    left_out: Annotated[
        tuple[Named, ...],
        Option(heading="不写的文书", form=Form.NAMES, help="不要程序写的文书，如 考勤表；点名要的时候还是写。"),
    ] = ()
    written_too: Annotated[
        tuple[Named, ...],
        Option(heading="另写的文书", form=Form.NAMES, help="平时点名才写、想让程序每次都写的文书，如 签到表。"),
    ] = ()
    switched_off: Annotated[
        frozenset[str],
        Option(
            heading="停用的检查",
            form=Form.CODES,
            help="不想再看到的提醒，写规则编号，几个用顿号隔开，也可以写几行；错误、程序问题和 C 类不能停用。",
        ),
    ] = frozenset()


@cache
def options() -> dict[str, Option]:
    """Give the rows of 设置 by field name, in the order of the sheet."""
    hints = get_type_hints(Settings, include_extras=True)
    return {
        field.name: next(note for note in hints[field.name].__metadata__ if isinstance(note, Option))
        for field in fields(Settings)
    }


def default_text(name: str) -> str:
    """Write the default of a setting as a person would fill it in."""
    default: object = next(field.default for field in fields(Settings) if field.name == name)
    assert default is not MISSING  # every setting has one
    if isinstance(default, time):
        return f"{default:%H:%M}"
    if default == ():
        return ""
    if isinstance(default, tuple):
        month, day = default
        return f"{month}月{day}日"
    if isinstance(default, frozenset):
        return ""
    return "三分之一" if default == Fraction(1, 3) else str(default)


def signing_deadline(settings: Settings, year: int) -> date:
    """Give the last day of a year on which agreements are signed in time."""
    month, day = settings.signing_month_day
    return date(year, month, min(day, 28)) if month == 2 else date(year, month, day)


RETIRED = frozenset({"优秀超比例算"})
"""Settings of earlier releases that mean nothing any more: what a party rule does not say is never an error."""
