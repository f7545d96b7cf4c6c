"""The year at a glance marks as missing exactly what a rule reports, and reports nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.glance import year_glance
from pipeline.glance.model import Mark
from tests.support.small import AS_OF, Change, Examined, examine

ROSTER, MEETINGS, TALKS, INFO, SETTINGS = "党员名册", "会议活动", "谈话记录", "支部信息", "设置"
ALL_TALKS = ("T1", "T2", "T11", "T12", "T13", "T14")
UNWRITTEN: Change = (INFO, "成文日期", "内容", "")
LATECOMER: Change = (ROSTER, "+", "编号|姓名|性别|出生日期|岗位|党小组|党员类别|入党日期|批准日期|转正日期|转入日期", "D9|王九|男|1985-1-1|钳工|一组|正式|2010-6-1|2010-7-1|2011-6-1|2025-11-20")  # fmt: skip
EXEMPT: tuple[Change, ...] = (
    (ROSTER, "D6", "不计入应到", "长期患病"),
    (ROSTER, "D6", "不计入依据", "文号"),
    (ROSTER, "D6", "不计入上级同意日期", "2024-12-1"),
    (ROSTER, "D6", "不计入大会通过日期", "2024-12-2"),
)
HALF_TIME: Change = (SETTINGS, "+", "项目|设定", "谈话覆盖在册月数|1")

YEARS: dict[str, tuple[Change, ...]] = {
    "as it is": (),
    "somebody moved in late": (LATECOMER,),
    "a month is enough": (LATECOMER, HALF_TIME),
    "somebody left": ((ROSTER, "D4", "转出日期", "2025-9-1"), (TALKS, "T1", "-", ""), (TALKS, "T14", "-", "")),
    "an officer came in the year": ((ROSTER, "D4", "党内职务", "委员(2025-9-1起)"), (TALKS, "T1", "-", "")),
    "an officer went in the year": ((ROSTER, "D2", "党内职务", "组织委员(至2025-10-31)"), (TALKS, "T12", "-", "")),
    "the ill are excused from talks among members": (*EXEMPT, (TALKS, "T14", "-", "")),
    "no committee": tuple((ROSTER, key, "党内职务", "") for key in ("D1", "D2", "D3")),
    "a talk of another year": ((TALKS, "T14", "日期", "2024-10-10"),),
    "no talk at all": tuple((TALKS, key, "-", "") for key in ALL_TALKS),
    **{f"without {key}": ((TALKS, key, "-", ""),) for key in ALL_TALKS},
}


def reported(found: Examined, code: str, *, of_officers: bool | None = None) -> set[str]:
    """Name those at whose row a rule reports, or whom it names where it speaks of the whole sheet."""
    names: set[str] = set()
    for finding in found.findings:
        if finding.rule.code != code or (of_officers is not None and of_officers != ("支委" in finding.message[:2])):
            continue
        rows = {place.row for place in finding.places}
        whole = finding.where.row == 0
        names |= {
            member.name
            for member in found.branch.members
            if (member.name in finding.message if whole else member.origin.row in rows)
        }
    return names


def crossed(found: Examined, column: str) -> set[str]:
    """Name those whose cell in a column of the members' table is marked as missing."""
    people = year_glance(found.branch).people
    index = next(n for n, heading in enumerate(people.headings) if heading.text.startswith(column))
    return {cells[0].text for cells in people.rows if cells[index].mark is Mark.MISSING}


@pytest.mark.parametrize("changes", YEARS.values(), ids=YEARS)
@pytest.mark.parametrize("as_of", [AS_OF, date(2025, 12, 20)])
def test_talks(changes: tuple[Change, ...], as_of: date) -> None:
    found = examine(*changes, *([UNWRITTEN] if as_of.year == 2025 else []), as_of=as_of)
    with_committee = reported(found, "K01") | reported(found, "K02", of_officers=True)
    assert crossed(found, "与支委谈话") == with_committee
    assert crossed(found, "与其他党员谈话") == reported(found, "K02", of_officers=False)


def test_who_moved_in_late_and_who_sits_on_the_committee_need_no_talk_with_members() -> None:
    found = examine(LATECOMER)
    people = {cells[0].text: cells for cells in year_glance(found.branch).people.rows}
    assert [cell.words for cell in people["王九"][4:6]] == ["—", "—"]
    assert people["王三"][5].words == "—"
    assert found.codes().isdisjoint({"K01", "K02"})


def test_an_officer_is_told_with_whom_there_was_no_talk() -> None:
    people = {c[0].text: c for c in year_glance(examine((TALKS, "T12", "-", "")).branch).people.rows}
    assert (people["李二"][4].words, people["李二"][4].note) == ("× 1次", "缺王三")
    assert (people["王三"][4].words, people["王三"][4].note) == ("× 1次", "缺李二")
    assert people["张一"][4].words == "√ 1次"


def test_a_year_without_a_talk_is_told_once_for_each_kind() -> None:
    found = examine(*YEARS["no talk at all"])
    assert [f.message for f in found.findings if f.rule.code in {"K01", "K02"}] == [
        "赵四、孙五、周六、吴七全年没有和支委谈过话",
        "赵四、孙五、周六、吴七全年没有和支委以外的党员谈过话",
        "支委张一、李二、王三全年没有互相谈过话",
    ]


COURSE = "人员|开始日期|结束日期|内容|主办|主办级别|形式|学时"
HOURS: dict[str, tuple[Change, ...]] = {
    "as it is": (),
    "enough": (("学习培训", "+", COURSE, "全体|2025-6-2||理论|厂党委|基层党委|脱产培训|54"),),
    "enough for members": (("学习培训", "+", COURSE, "全体|2025-6-2||理论|厂党委|基层党委|脱产培训|31"),),
    "officers need no more than members": ((SETTINGS, "+", "项目|设定", "支委学时|0"),),
    "somebody moved in late": (LATECOMER,),
    "somebody left": ((ROSTER, "D4", "转出日期", "2025-9-1"),),
    "somebody is ill": EXEMPT,
    "the branch was founded in the year": ((INFO, "+", "项目|内容", "成立日期|2025-2-10"),),
}


@pytest.mark.parametrize("changes", HOURS.values(), ids=HOURS)
@pytest.mark.parametrize("as_of", [AS_OF, date(2025, 12, 31), date(2025, 12, 20)])
def test_hours_of_study(changes: tuple[Change, ...], as_of: date) -> None:
    found = examine(*changes, as_of=as_of)
    assert crossed(found, "学时") == reported(found, "F10")
    unwritten = examine(*changes, UNWRITTEN, as_of=as_of)
    assert crossed(unwritten, "学时") == reported(unwritten, "F10")


def test_a_year_without_any_hours_is_short_for_all_who_were_there() -> None:
    found = examine((MEETINGS, "H4", "学时", ""), ("学习培训", "张一", "学时", ""))
    assert found.cells("F10") == ["学习培训"]
    assert crossed(found, "学时") == {"张一", "李二", "王三", "赵四", "孙五", "周六", "吴七"}


def came(name: str, *changes: Change, as_of: date = AS_OF) -> str:
    """Give the words of somebody's cell of attendance."""
    people = year_glance(examine(*changes, as_of=as_of).branch).people
    return next(cells[2].words for cells in people.rows if cells[0].text == name)


def test_attendance() -> None:
    away = tuple((MEETINGS, key, "缺席", "赵四(病假)") for key in ("H2", "H4"))
    assert reported(examine(*away), "F09") == {"赵四"}
    assert came("赵四", *away) == "△ 2/4次"
    assert reported(examine(away[0]), "F09") == set()
    assert came("赵四", away[0]) == "√ 3/4次"


def test_of_few_meetings_attendance_is_not_judged() -> None:
    away = (*((MEETINGS, key, "缺席", "赵四(病假)") for key in ("H2", "H4", "H5")), (MEETINGS, "H6", "-", ""))
    assert reported(examine(*away), "F09") == set()
    assert came("赵四", *away) == "— 0/3次"
    assert came("赵四", *away, UNWRITTEN, as_of=date(2025, 12, 20)) == "○ 0/3次"
