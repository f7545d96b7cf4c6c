"""Two sound rows of 发展党员 for the small branch: an activist, and the member it admits in June."""

from __future__ import annotations

from tests.support.small import Change

SHEET = "发展党员"
QIAN: Change = (
    SHEET,
    "+",
    "姓名|性别|出生日期|岗位|申请入党日期|谈话日期|确定积极分子日期|积极分子备案日期|培养联系人|考察日期",
    "钱九|男|1990-3-3|装配工|2023-3-1|2023-3-31|2024-3-1|2024-3-15|赵四|2024-9-2、2025-3-3、2025-8-29",
)
ZHENG: Change = (
    SHEET,
    "+",
    "姓名|编号|性别|出生日期|岗位|申请入党日期|谈话日期|确定积极分子日期|积极分子备案日期|培养联系人|考察日期|确定发展对象日期|发展对象备案日期|入党介绍人|政审日期|政审结论|集训起止|集训学时|支委会审查日期|预审日期|公示起止",
    "郑八|F1|男|1995-1-1|车工|2022-5|2022-6|2024-3-6|2024-3-20|张一、李二|2024-9-2、2025-1-6|2025-3-6|2025-3-20|张一、李二|2025-4-10|合格|2025-5-12至2025-5-14|24|2025-6-10|2025-6-20|2025-6-11至2025-6-17",
)
LEDGER = (QIAN, ZHENG)
"""The ledger of a branch in which everything went by the rules."""


def on(name: str, **cells: str) -> tuple[Change, ...]:
    """Change cells of somebody's row in the ledger."""
    return (*LEDGER, *((SHEET, name, heading, value) for heading, value in cells.items()))
