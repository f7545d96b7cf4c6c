"""Makes the job that all tools get: a branch of many members with eight targets each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, time, timedelta
from pathlib import Path
from random import Random
from typing import TypeAlias

import xlsxwriter

from pipeline.schema import INFO_SHEET, TABLES

TARGETS_EACH = 8
POINTS = (15, 15, 10, 10, 15, 10, 10, 15)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰文建国志远晓东海燕春生新民立峰秀梅宏达"
STATIONS = ("钳工", "车工", "电工", "焊工", "起重工", "司机", "质检员", "计划员", "保管员", "调度员")
WORK = ("夹具改进", "设备点检", "修旧利废", "首件检验", "班组培训", "安全巡查", "技术交底", "现场整理")
Value: TypeAlias = str | int | date | time
INFO: tuple[tuple[str, Value], ...] = (
    ("支部全称", "中共青石机修厂装配车间支部委员会"),
    ("支部简称", "装配车间党支部"),
    ("上级党组织", "中共青石机修厂委员会"),
    ("单位类型", "国有企业"),
    ("支部类型", "党支部"),
    ("年度", 2025),
    ("换届日期", date(2024, 6, 18)),
    ("届满日期", date(2027, 6, 17)),
    ("中心任务", "按期交付全年检修任务"),
    ("责任书签订日期", date(2025, 1, 20)),
    ("责任书满分", 100),
    ("责任书合格分", 60),
)
POSTS = ("书记", "组织委员", "宣传委员", "纪检委员", "青年委员")
AS_OF = date(2025, 11, 1)
"""Inside the year: what is due at its end is not missing yet."""
TALKS_EACH = 5
GROUP_OF = 20
MONTHS = 10
"""Months of the year in which groups have met by `AS_OF`."""
WHERE = ("车间休息室", "班组小会议室", "食堂二楼", "检修工地", "党员活动室")
ASKED = ("夜班排班", "岗位调整", "技能考试", "孩子入学", "老人住院", "新设备学习", "奖金分配", "宿舍漏雨", "工具更换")
OPENING = ("谈到", "先问了", "拉家常时说起", "一起算了", "看过记录后说到", "他主动提出", "聊了", "接着上次说")
FEELING = ("心里没有底", "愿意再试一次", "觉得不太公平", "担心家里顾不过来", "信心比上半年足", "怕耽误班组的进度")
ADVICE = ("把难处写成清单", "请老师傅带两个月", "和班长商量轮换", "下周一起到现场看", "先把考试准备好", "每周碰一次头")
CLOSE = ("答应月底回话", "约定下月再谈", "当场记下来转给工会", "说这样就放心了", "表示先照办看看", "同意带徒弟")


def roster(members: int) -> Iterator[dict[str, Value]]:
    """Yield the rows of 党员名册: five committee members, groups of twenty with a leader each."""
    for number in range(members):
        joined = date(1990, 1, 1) + timedelta(days=(number * 37) % 11000)
        row: dict[str, Value] = {
            "编号": f"D{number + 1:05d}",
            "姓名": name_of(number),
            "性别": "男" if number % 3 else "女",
            "民族": "汉族",
            "出生日期": joined - timedelta(days=9000),
            "文化程度": "大专",
            "岗位": STATIONS[number % len(STATIONS)],
            "党小组": f"第{number // GROUP_OF + 1}党小组",
            "党员类别": "正式",
            "入党日期": joined,
            "转正日期": joined + timedelta(days=400),
        }
        if number < len(POSTS):
            row["党内职务"] = POSTS[number]
        if number % GROUP_OF == 0:
            row["小组长"] = "是"
        yield row


def name_of(number: int) -> str:
    """Name a member; names are unique up to 50,000."""
    first, rest = number % len(SURNAMES), number // len(SURNAMES)
    return SURNAMES[first] + GIVEN[rest % len(GIVEN)] + GIVEN[rest // len(GIVEN) % len(GIVEN)]


def targets(members: int) -> Iterator[dict[str, Value]]:
    """Yield the rows of 责任目标: eight of each member's own, worth a hundred points together."""
    for number in range(members):
        for place, points in enumerate(POINTS):
            category = ("共性", "岗位", "个性")[place % 3]
            common = category == "共性"  # the same for all, as it should be
            whose = "所在台位" if common else f"第{number + 1}号台位"
            done = place + 3 + (0 if common else number % 7)
            yield {
                "序号": place + 1,
                "适用": f"D{number + 1:05d}",
                "类别": category,
                "目标内容": f"{WORK[place]}：{whose}全年完成{done}项，逐项留下记录",
                "考核标准": f"少一项扣{place % 3 + 1}分，没有记录的不算",
                "分值": points,
                "完成时限": date(2025, 11, 30),
            }


def talks(members: int) -> Iterator[dict[str, Value]]:
    """Yield the rows of 谈话记录: five a member over the year, each text its own, but every fiftieth nearly the last."""
    text = ""
    for number in range(members * TALKS_EACH):
        chance = Random(number)
        turn, listener = divmod(number, members)
        speaker = (listener + turn * 7 + 1) % members
        text = f"{text[:-5]}第{number}次。" if number % 50 == 49 else talk_text(chance)
        start = time(8 + chance.randrange(9), chance.randrange(12) * 5)
        yield {
            "编号": f"T{number + 1:06d}",
            "方式": "谈心谈话",
            "类型": "党员-党员",
            "谈话人": f"D{speaker + 1:05d}" if number % 2 else name_of(speaker),
            "谈话对象": name_of(listener) if number % 2 else f"D{listener + 1:05d}",
            "日期": date(2025, 1, 2) + timedelta(days=chance.randrange(300)),
            "开始": start,
            "结束": time(start.hour, 59),
            "地点": chance.choice(WHERE),
            "事由": chance.choice(ASKED),
            "谈话内容": text,
        }


def talk_text(chance: Random) -> str:
    """Make up what was said: 60 to 200 letters from many phrases."""
    parts = []
    for _ in range(chance.randrange(2, 5)):
        parts.append(f"{chance.choice(OPENING)}{chance.choice(WORK)}和{chance.choice(ASKED)}")
        parts.append(f"{chance.choice(FEELING)}，{chance.randrange(2, 40)}号台位的事{chance.choice(CLOSE)}")
        parts.append(f"建议{chance.choice(ADVICE)}，{chance.choice(STATIONS)}那边由{chance.choice(SURNAMES)}师傅出面")
    return "；".join(parts) + f"，第{chance.randrange(10**6)}号。"


def meetings(members: int) -> Iterator[dict[str, Value]]:
    """Yield the rows of 会议活动: every group meets once a month."""
    for group in range((members + GROUP_OF - 1) // GROUP_OF):
        present = range(group * GROUP_OF, min((group + 1) * GROUP_OF, members))
        for month in range(1, MONTHS + 1):
            chance = Random(group * MONTHS + month)
            yield {
                "编号": meeting_number(group, month),
                "类型": "党小组会",
                "日期": date(2025, month, chance.randrange(1, 28)),
                "开始": time(chance.randrange(8, 17), 30),
                "结束": time(18, 0),
                "地点": f"{chance.choice(WHERE)}{group}",
                "主持人": name_of(present[0]),
                "记录人": name_of(present[-1]),
                "党小组": f"第{group + 1}党小组",
                "缺席": f"{name_of(chance.choice(present[1:-1]))}(公出)" if len(present) > 2 else "",
                "内容纪要": talk_text(chance),
            }


def meeting_number(group: int, month: int) -> str:
    """Number a meeting of a group."""
    return f"H{group * MONTHS + month:05d}"


def items(members: int) -> Iterator[dict[str, Value]]:
    """Yield the rows of 议题发言: two a meeting."""
    for group in range((members + GROUP_OF - 1) // GROUP_OF):
        for month in range(1, MONTHS + 1):
            for order in (1, 2):
                chance = Random((group * MONTHS + month) * 2 + order)
                yield {
                    "会议编号": meeting_number(group, month),
                    "议题序号": 1,
                    "发言序号": order,
                    "环节": "发言",
                    "议题": f"{chance.choice(WORK)}怎么做",
                    "发言人": name_of(min(group * GROUP_OF + order, members - 1)),
                    "发言要点": talk_text(chance),
                }


def workbook(path: Path, members: int, *, whole: bool = False) -> None:
    """Write the workbook: roster and targets only, or with talks, meetings and speeches."""
    rows: dict[str, Iterator[dict[str, Value]]] = {"党员名册": roster(members), "责任目标": targets(members)}
    if whole:
        rows |= {"会议活动": meetings(members), "议题发言": items(members), "谈话记录": talks(members)}
    with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_urls": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        hour = book.add_format({"num_format": "hh:mm"})
        groups = [("党小组", f"第{number + 1}党小组") for number in range((members + GROUP_OF - 1) // GROUP_OF)]
        info: list[dict[str, Value]] = [{"项目": key, "内容": value} for key, value in (*INFO, *groups)]
        _write(book, INFO_SHEET, ("项目", "内容", "文号或含义", "结果或备注"), info, day, hour)
        for table in TABLES:
            headings = tuple(column.heading for column in table.columns)
            _write(book, table.name, headings, rows.get(table.name, iter(())), day, hour)


def _write(
    book: xlsxwriter.Workbook,
    name: str,
    headings: Sequence[str],
    rows: Iterable[Mapping[str, Value]],
    day: object,
    hour: object,
) -> None:
    sheet = book.add_worksheet(name)
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading)
    for number, row in enumerate(rows, start=1):
        for column, heading in enumerate(headings):
            value = row.get(heading, "")
            if isinstance(value, date):
                sheet.write_datetime(number, column, value, day)
            elif isinstance(value, time):
                sheet.write_datetime(number, column, value, hour)
            elif isinstance(value, int):
                sheet.write_number(number, column, value)
            elif value:
                sheet.write_string(number, column, value)
