"""Makes the job that all tools get: a branch of many members with eight targets each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import TypeAlias

import xlsxwriter

from pipeline.schema import INFO_SHEET, TABLES

TARGETS_EACH = 8
POINTS = (15, 15, 10, 10, 15, 10, 10, 15)
SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰文建国志远晓东海燕春生新民立峰秀梅宏达"
STATIONS = ("钳工", "车工", "电工", "焊工", "起重工", "司机", "质检员", "计划员", "保管员", "调度员")
WORK = ("夹具改进", "设备点检", "修旧利废", "首件检验", "班组培训", "安全巡查", "技术交底", "现场整理")
Value: TypeAlias = str | int | date
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
            "党小组": f"第{number // 20 + 1}党小组",
            "党员类别": "正式",
            "入党日期": joined,
            "转正日期": joined + timedelta(days=400),
        }
        if number < len(POSTS):
            row["党内职务"] = POSTS[number]
        if number % 20 == 0:
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
            yield {
                "序号": place + 1,
                "适用": f"D{number + 1:05d}",
                "类别": category,
                "目标内容": f"{WORK[place]}：第{number + 1}号台位全年完成{number % 7 + place + 3}项，逐项留下记录",
                "考核标准": f"少一项扣{place % 3 + 1}分，没有记录的不算",
                "分值": points,
                "完成时限": date(2025, 11, 30),
            }


def workbook(path: Path, members: int) -> None:
    """Write the workbook."""
    rows: Mapping[str, Iterator[dict[str, Value]]] = {"党员名册": roster(members), "责任目标": targets(members)}
    with xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_urls": False}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        groups = [("党小组", f"第{number + 1}党小组") for number in range((members + 19) // 20)]
        info: list[dict[str, Value]] = [{"项目": key, "内容": value} for key, value in (*INFO, *groups)]
        _write(book, INFO_SHEET, ("项目", "内容", "文号或含义", "结果或备注"), info, day)
        for table in TABLES:
            headings = tuple(column.heading for column in table.columns)
            _write(book, table.name, headings, rows.get(table.name, iter(())), day)


def _write(
    book: xlsxwriter.Workbook,
    name: str,
    headings: Sequence[str],
    rows: Iterable[Mapping[str, Value]],
    day: object,
) -> None:
    sheet = book.add_worksheet(name)
    for column, heading in enumerate(headings):
        sheet.write_string(0, column, heading)
    for number, row in enumerate(rows, start=1):
        for column, heading in enumerate(headings):
            value = row.get(heading, "")
            if isinstance(value, date):
                sheet.write_datetime(number, column, value, day)
            elif isinstance(value, int):
                sheet.write_number(number, column, value)
            elif value:
                sheet.write_string(number, column, value)
