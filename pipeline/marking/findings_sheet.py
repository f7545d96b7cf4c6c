"""Turns findings into the sheet 检查结果: one row each, with a link to the cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.findings import Finding, Level, Location, column_letters
from pipeline.marking.colours import LOOKS
from pipeline.marking.sheet_draft import CellDraft, Look, SheetDraft
from pipeline.marking.sheets import quoted
from pipeline.widths import columns_of
from pipeline.wording import date_text, joined

NAME = "检查结果"
HEADINGS = ("序号", "级别", "编号", "工作表", "单元格", "栏目", "另见", "问题", "改法", "依据")
WIDTHS = (6, 12, 7, 12, 9, 13, 15, 44, 38, 24)
LAST = column_letters(len(HEADINGS))
NO_NOTE = "※"
"""Stands behind the address of a cell that got no note."""
LINK = "0563C1"
TITLE = Look(size=18, bold=True, wrapped=False, ruled=False)
REMARK = Look(size=11, colour="404040", ruled=False)
HEADING = Look(fill="D9D9D9", bold=True, centred=True)
TEXT = Look()
CENTRED = Look(centred=True)
LINE_HEIGHT = 16


def findings_sheet(
    findings: Sequence[Finding],
    *,
    workbook: str,
    as_of: date,
    sheets: Collection[str],
    without_note: Collection[Location] = (),
) -> SheetDraft:
    """Draw up 检查结果; `sheets` are those of the workbook, to which links can lead."""
    intro = f"{workbook}，以{date_text(as_of)}为今天。{totals(findings)}"
    advice = "点“单元格”一栏，跳到那一格；改好后再检查一次，标记、批注和这张表会一起更换。原来的内容和批注没有动过。"
    if without_note:
        advice += f"带{NO_NOTE}的格子没有加批注（有批注对话，或批注太多），要怎么改看这张表。"
    remark = "\n".join((intro, *legend(findings), advice))
    unnoted = frozenset(without_note)
    body = [finding_row(number, finding, sheets, unnoted) for number, finding in enumerate(findings, 1)] or [
        nothing_row()
    ]
    blank = CellDraft(look=REMARK)
    last = len(HEADINGS) - 1
    head = (
        (CellDraft(value=NAME, look=TITLE), *(blank,) * last),
        (CellDraft(value=remark, look=REMARK), *(blank,) * last),
        tuple(CellDraft(value=heading, look=HEADING) for heading in HEADINGS),
    )
    remark_lines = sum(1 + columns_of(line) // (sum(WIDTHS) - 8) for line in remark.split("\n"))
    return SheetDraft(
        name=NAME,
        rows=(*head, *body),
        widths=WIDTHS,
        heights=(30, 8 + LINE_HEIGHT * remark_lines, 22, *map(height_of, body)),
        merged=(f"A1:{LAST}1", f"A2:{LAST}2"),
        frozen_rows=3,
        landscape=True,
    )


def height_of(row: Sequence[CellDraft]) -> float:
    """Estimate the height in points at which the texts of a row can be read (Excel's limit is 409)."""
    lines = max(
        sum(1 + int(columns_of(line) * 1.05) // width for line in str(cell.value).split("\n"))
        for cell, width in zip(row[-4:], (width - 2 for width in WIDTHS[-4:]), strict=True)
    )
    return min(409.0, LINE_HEIGHT * lines + 5.0)


def totals(findings: Sequence[Finding]) -> str:
    """Count the findings in a sentence."""
    counts = Counter(finding.level for finding in findings)
    parts = joined(f"{level.value}{counts[level]}条" for level in Level if counts[level])
    return f"共{parts}。" if parts else "没有发现问题。"


def legend(findings: Sequence[Finding]) -> Iterator[str]:
    """Say what the levels that occur mean, and what 另见 is."""
    present = {finding.level for finding in findings}
    yield from (f"{level.sign} {level.value}：{level.meaning}。" for level in Level if level in present)
    if any(finding.further for finding in findings):
        yield "另见：和这一格比过的另外几格，任何一格都可能是错的；它们涂成浅灰。"


def finding_row(
    number: int, finding: Finding, sheets: Collection[str], unnoted: Collection[Location]
) -> tuple[CellDraft, ...]:
    """Write the row of one finding."""
    level, where, mark = finding.level, finding.where, LOOKS[finding.level]
    coloured = Look(fill=mark.fill, colour=mark.ink, bold=level.holds, centred=True)
    return (
        CellDraft(value=number, look=CENTRED),
        CellDraft(value=f"{level.sign} {level.value}", look=coloured),
        CellDraft(value=finding.rule.code, look=CENTRED),
        CellDraft(value=where.sheet or "整本", look=CENTRED),
        place_cell(shown_place(where) + NO_NOTE * (where in unnoted), link_to(where, sheets)),
        CellDraft(value=where.heading, look=CENTRED),
        further_cell(finding, sheets, unnoted),
        CellDraft(value=finding.message, look=TEXT),
        CellDraft(value=finding.remedy, look=TEXT),
        CellDraft(value=finding.rule.basis, look=TEXT),
    )


def further_cell(finding: Finding, sheets: Collection[str], unnoted: Collection[Location]) -> CellDraft:
    """Write the further places; a cell leads to one place only, so the first there is a way to has the link."""
    shown = "、\n".join(
        f"{place.sheet}!{shown_place(place)}" + NO_NOTE * (place in unnoted) for place in finding.further
    )
    return place_cell(shown, next(filter(None, (link_to(place, sheets) for place in finding.further)), ""))


def place_cell(shown: str, link: str) -> CellDraft:
    """Write a place, in the colour of a link where it leads somewhere."""
    return CellDraft(value=shown, link=link, look=replace(CENTRED, colour=LINK) if link else CENTRED)


def nothing_row() -> tuple[CellDraft, ...]:
    """Write the row of a workbook in which nothing is wrong."""
    said = {1: "√ 通过", 7: "没有发现问题。"}
    return tuple(
        CellDraft(value=said.get(index, ""), look=TEXT if index >= 7 else CENTRED) for index in range(len(HEADINGS))
    )


def shown_place(where: Location) -> str:
    """Write a place as a reader sees it: M6, 第15行, C列, 整张表."""
    if where.row and where.column:
        return where.cell
    if where.row:
        return f"第{where.row}行"
    if where.column:
        return f"{where.cell}列"
    return "整张表" if where.sheet else "—"


def link_to(where: Location, sheets: Collection[str]) -> str:
    """Give where a click leads; nothing for a sheet that is not there."""
    if where.sheet not in sheets:
        return ""
    first = Location(where.sheet, where.row or 1, where.column or 1)
    return f"{quoted(where.sheet)}!{first.cell}"
