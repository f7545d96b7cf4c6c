"""Which reasons of absence are none: each with the nearest that is one."""

from __future__ import annotations

import pytest

from pipeline.facts.absence import is_unexcused
from tests.support.small import Change, examine
from tests.test_frequency_rules import held

MEETINGS = "会议活动"


@pytest.mark.parametrize(
    ("none", "reason"),
    [
        ("", "病假"),
        ("无", "无法分身（出差）"),
        ("—", "公出—外地"),
        ("无故", "无故障值班"),
        ("无故缺席", "处理设备无故停机"),
        ("家中无事无故缺席", "家中有事"),
        ("属无故未到", "不是无故，发烧住院"),
        ("无故 未参加", "无法参加（夜班）"),
        ("旷工", "空旷场地作业"),
        ("连续旷工三天", "处理职工旷工问题"),
        ("夜班旷会", "夜班"),
        ("无故旷会", "旷日持久的官司要出庭"),
        ("没来，原因不明", "没来，原因是出差"),
        ("没来原因不明", "发热，原因不明"),
        ("缺席。情况不清楚", "情况特殊，父亲住院"),
        ("原因不明", "病因不明住院"),
        ("不明原因未到会", "不明原因发热"),
        ("去向不明", "去向车间抢修"),
        ("没有正当理由", "有正当理由"),
        ("无正当理由未参加组织生活", "无人替班"),
        ("没有说明原因", "原因：值班"),
        ("未请假", "已请假"),
        ("没请假", "没请假条，电话请假"),
        ("没有请假就没来", "没有人替班，请假"),
        ("外出未请假", "外出，请假"),
        ("未请假外出", "请假外出"),
        ("忘记请假", "请假，忘记带材料"),
        ("擅自离岗", "离岗培训"),
        ("未按规定请假", "按规定请假"),
        ("未请假", "未请假，会后补假"),
    ],
)
def test_a_reason_that_is_none_and_one_that_is(none: str, reason: str) -> None:
    assert is_unexcused(none)
    assert not is_unexcused(reason)


@pytest.mark.parametrize(
    ("reason", "unexcused"),
    [("旷工", True), ("无故未参加", True), ("没来，原因不明", True), ("无法分身，出差", False), ("无故障值班", False)],
)
def test_the_absence_of_one_meeting_and_that_of_half_a_year_are_judged_alike(reason: str, unexcused: bool) -> None:
    absent = f"赵四({reason})"
    away: tuple[Change, ...] = tuple((MEETINGS, key, "缺席", absent) for key in ("H2", "H4", "H5"))
    found = examine(*away, *held("主题党日", "6-5", absent=absent)).findings
    assert bool([f for f in found if f.rule.code == "M07"]) is unexcused
    assert bool([f for f in found if f.rule.code == "F09" and "since" in f.detail]) is unexcused
