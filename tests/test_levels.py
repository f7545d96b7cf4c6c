"""The four levels, each with its consequences, in every way findings leave the program; and further places of one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

import pipeline.checks
from pipeline.cli.commands import cli
from pipeline.cli.showing import next_step, step_after_check
from pipeline.facts.branch import Branch
from pipeline.findings import Finding, Level, Location, Rule
from pipeline.flows.check import check
from pipeline.flows.generate import generate
from pipeline.flows.requests import CheckRequest, GenerateRequest
from pipeline.marking.copy import places_without_note
from pipeline.marking.findings_sheet import NO_NOTE
from pipeline.marking.notes import OPENING
from pipeline.reporting.as_json import finding_json
from pipeline.reporting.text import finding_lines, report_text
from pipeline.rules import catalogue
from pipeline.workbook.reading import settings_sheet
from tests.support.files import saved, xlsx
from tests.support.marking import coloured, fault, mark, notes_in, opened, shown_rows
from tests.support.planned import ALL
from tests.support.rich import MEETINGS, ROSTER, TALKS, THREADED, rich
from tests.support.small import AS_OF, changed, examine

BROKEN_RULE = Rule(
    code="V99",
    level=Level.BREACH,
    title="试",
    says="到会不足应到的半数",
    remedy="照实写；重新开会",
    basis="《支部工作条例》第十一条",
)


def broken_rule(branch: Branch) -> Iterator[Finding]:
    """Find a breach in the second meeting, compared with a row of the roster."""
    yield BROKEN_RULE.at(branch.records.meetings[1].origin.at("day"), branch.records.members[3].origin.at("confirmed"))


@pytest.fixture
def breached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small workbook, checked by one more rule that it breaks."""
    monkeypatch.setattr(pipeline.checks, "CHECKS", (*pipeline.checks.CHECKS, broken_rule))
    return saved(tmp_path, xlsx(), "小支部.xlsx")


def test_every_level_says_what_it_is() -> None:
    assert [level.rank for level in Level] == [0, 1, 2, 3]
    assert [level.code for level in Level] == ["error", "breach", "warning", "note"]
    assert [level.holds for level in Level] == [True, False, False, False]
    assert [level.switchable for level in Level] == [False, False, True, False]
    assert [level.grounded for level in Level] == [True, True, True, False]
    assert [level.fails(strict=False) for level in Level] == [True, False, False, False]
    assert [level.fails(strict=True) for level in Level] == [True, True, False, False]
    for level in Level:
        assert level.sign.encode("gbk")
        assert level.meaning


def test_a_breach_alone_ends_with_0_and_strictly_with_1(breached: Path, tmp_path: Path) -> None:
    for strict, status in ((False, 0), (True, 1)):
        request = GenerateRequest(workbook=breached, as_of=AS_OF, output=tmp_path / f"out{status}", strict=strict)
        report = check(CheckRequest(workbook=breached, as_of=AS_OF, strict=strict))
        assert (report.exit_status, len(report.errors), report.breaches) == (status, 0, 1)
        written = generate(request)
        assert written.exit_status == status
        assert (len(written.documents), len(written.held)) == (ALL, 0)
        words = ["check", str(breached), "--as-of", AS_OF.isoformat(), *(["--strict"] if strict else [])]
        assert CliRunner().invoke(cli, words).exit_code == status
        words = ["generate", *words[1:], "-o", str(tmp_path / f"cli{status}")]
        assert CliRunner().invoke(cli, words).exit_code == status


def test_an_error_ends_with_1_in_any_case(tmp_path: Path) -> None:
    faulty = saved(tmp_path, xlsx(changed([(TALKS, "T1", "日期", "2025-13-1")])))
    assert [check(CheckRequest(workbook=faulty, as_of=AS_OF, strict=s)).exit_status for s in (False, True)] == [1, 1]


def test_a_breach_is_told_with_its_article(breached: Path, tmp_path: Path) -> None:
    report = generate(GenerateRequest(workbook=breached, as_of=AS_OF, output=tmp_path / "out"))
    lines = report_text(report).split("\r\n")
    (breach,) = (finding for finding in report.findings if finding.level is Level.BREACH)
    start = lines.index(f"  ▲ 程序问题 V99  {breach.where.cell} 日期：到会不足应到的半数")
    assert lines[start + 1 : start + 4] == [
        f"      另见 党员名册!{breach.further[0].cell}",
        "      改法：照实写；重新开会",
        "      依据：《支部工作条例》第十一条",
    ]
    assert any(line.startswith("共程序问题1条、提醒") for line in lines)
    assert "程序问题" in step_after_check(report, breached)
    assert "zhibu generate" in step_after_check(report, breached)
    said = next_step(report, breached, tmp_path)
    assert "1条程序问题" in said
    assert "看文书" in said
    ran = CliRunner().invoke(cli, ["check", str(breached), "--format", "json", "--as-of", AS_OF.isoformat()])
    data = json.loads(ran.stdout)
    assert (data["summary"]["errors"], data["summary"]["breaches"]) == (0, 1)
    assert [finding["code"] for finding in data["findings"] if finding["level"] == "breach"] == ["V99"]


def test_neither_errors_nor_breaches_are_switched_off(breached: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert breached
    known = {**catalogue(), "V99": (BROKEN_RULE,)}
    monkeypatch.setattr(settings_sheet, "catalogue", lambda: known)
    found = examine(("设置", "+", "项目|设定", "停用的检查|V99、M04、F04"))
    refused = [finding.message for finding in found.findings if finding.rule.code == "C38"]
    assert len(refused) == 2
    assert "程序问题级，只有提醒级的可以停用" in refused[0]
    assert "错误级，只有提醒级的可以停用" in refused[1]
    assert "V99" in found.codes(Level.BREACH)
    assert "F04" not in found.codes()


LEVELS = [fault(f"会议活动!G{row}", level) for row, level in enumerate(Level, start=2)]


def test_each_level_has_a_mark_a_note_and_a_line_in_the_legend() -> None:
    marked = mark(rich(), LEVELS)
    assert coloured(marked, MEETINGS) == {"错误": "G2", "程序问题": "G3", "提醒": "G4", "说明": "G5"}
    assert "\n程序问题 T01：不对\n改法：改成别的\n依据：本地约定" in notes_in(marked, MEETINGS)["G3"]
    assert [row[1] for row in shown_rows(marked)] == ["× 错误", "▲ 程序问题", "！ 提醒", "· 说明"]
    remark = str(opened(marked)["检查结果"]["A2"].value)
    assert "共错误1条、程序问题1条、提醒1条、说明1条。" in remark.replace("和", "、")
    assert all(f"{level.sign} {level.value}：{level.meaning}。" in remark for level in Level)


def test_a_copy_marked_with_three_levels_is_marked_anew_with_four() -> None:
    old = mark(rich(), [finding for finding in LEVELS if finding.level is not Level.BREACH])
    anew, fresh = mark(old, LEVELS), mark(rich(), LEVELS)
    assert (coloured(anew, MEETINGS), notes_in(anew, MEETINGS)) == (
        coloured(fresh, MEETINGS),
        notes_in(fresh, MEETINGS),
    )
    assert coloured(mark(old, LEVELS[1:2]), MEETINGS) == {"程序问题": "G3"}
    assert coloured(mark(mark(old, LEVELS), []), MEETINGS) == {}


def pair(place: str, *further: str, level: Level = Level.ERROR, text: str = "两处不一") -> Finding:
    """Report a fault that lies between cells."""
    places = [fault(other).where for other in further]
    return fault(place, level, text).rule.at(fault(place).where, *places, text=text)


def test_further_places_are_marked_lightly_and_point_to_the_main_one() -> None:
    finding = pair("会议活动!G2", "党员名册!J3", "会议活动!H4")
    marked = mark(rich(), [finding])
    assert coloured(marked, MEETINGS) == {"错误": "G2", "另见": "H4"}
    assert coloured(marked, ROSTER) == {"另见": "J3"}
    assert "\n另见 党员名册!J3、会议活动!H4\n" in notes_in(marked, MEETINGS)["G2"]
    assert notes_in(marked, ROSTER)["J3"].startswith(f"{OPENING}\n见 会议活动!G2，错误 T01：两处不一\n")
    assert mark(marked, [finding]) == marked
    assert coloured(mark(marked, []), ROSTER) == {}
    assert "J3" not in notes_in(mark(marked, []), ROSTER)


def test_findings_that_meet_at_a_cell_are_all_told_there() -> None:
    findings = [
        pair("会议活动!G2", "会议活动!M3", text="甲"),
        pair("会议活动!H2", "会议活动!M3", level=Level.WARNING, text="乙"),
        fault("会议活动!M3", Level.NOTE, "丙"),
        pair("会议活动!M3", "会议活动!G2", level=Level.BREACH, text="丁"),
    ]
    marked = mark(rich(), findings)
    note = notes_in(marked, MEETINGS)["M3"]
    assert [word in note for word in ("说明 T01：丙", "程序问题 T01：丁", "T01：甲", "T01：乙")] == [True] * 4
    assert note.count(OPENING) == 1
    assert "T01：丁" in notes_in(marked, MEETINGS)["G2"]
    assert coloured(marked, MEETINGS) == {"错误": "G2", "程序问题": "M3", "提醒": "H2"}


def test_the_sheet_of_findings_lists_and_links_further_places() -> None:
    finding = pair("会议活动!G2", "没有这张!A1", f"谈话记录!{THREADED}", "党员名册!J3")
    assert finding.further[1] in places_without_note(rich(), [finding])
    assert finding.further[2] not in places_without_note(rich(), [finding])
    cell = opened(mark(rich(), [finding]))["检查结果"]["G4"]
    assert cell.value == f"没有这张!A1、\n谈话记录!{THREADED}{NO_NOTE}、\n党员名册!J3"
    assert cell.hyperlink.location == f"'谈话记录'!{THREADED}"
    assert "另见：" in str(opened(mark(rich(), [finding]))["检查结果"]["A2"].value)


def test_further_places_in_text_and_json() -> None:
    finding = pair("会议活动!G2", *(f"党员名册!J{row}" for row in range(3, 14)))
    folded, whole = (["\n".join(line.text for line in finding_lines(finding, folded=f))] for f in (True, False))
    assert "另见 党员名册!J3、党员名册!J4、" in folded[0]
    assert "、党员名册!J10等11处\n" in folded[0]
    assert "、党员名册!J13\n" in whole[0]
    assert finding_json(pair("会议活动!G2", "党员名册!J3"))["further"] == [
        {"sheet": "党员名册", "cell": "J3", "column": "栏目"}
    ]
    assert finding_json(fault("会议活动!G2"))["further"] == []


def test_a_place_is_no_further_place_of_itself() -> None:
    where = Location("会议活动", 2, 7)
    assert BROKEN_RULE.at(where, where, Location(), Location("党员名册", 3), Location("党员名册", 3)).places == (
        where,
        Location("党员名册", 3),
    )
