"""Colours cells by conditional formats that show before the user's and change no cell's own format."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from pipeline.findings import column_letters
from pipeline.marking.colours import MARKS, Mark
from pipeline.marking.spans import Node, Tag
from pipeline.marking.worksheet import Address, Worksheet

OWN_FORMULA = re.compile(rf'\s*"检查结果：(?:{"|".join(mark.word for mark in MARKS)})"\s*<>\s*""\s*')
"""Always true, survives whatever program saves the workbook, and tells in the list of rules whose rule it is."""
AREAS = 400
"""Areas one conditional format is given at most."""


def formula(mark: Mark) -> str:
    """Write the formula of the rule that colours the cells of a mark."""
    return f'"检查结果：{mark.word}"<>""'


def style(mark: Mark) -> Tag:
    """Write the look of a mark as a format that lies over the cell's own."""
    frame = (Tag("color", {"rgb": f"FF{mark.frame}"}),)
    sides = tuple(Tag(side, {"style": mark.line}, frame) for side in ("left", "right", "top", "bottom"))
    ink = (Tag("color", {"rgb": f"FF{mark.ink}"}),) if mark.ink else ()
    font = (*map(Tag, mark.hand), *ink)
    return Tag(
        "dxf",
        children=(
            *((Tag("font", children=font),) if font else ()),
            Tag("fill", children=(Tag("patternFill", children=(Tag("bgColor", {"rgb": f"FF{mark.fill}"}),)),)),
            Tag("border", children=sides),
        ),
    )


def clear_highlights(sheet: Worksheet) -> None:
    """Take our rules out; the user's move back up to the priorities they had."""
    own: set[int] = set()
    for holder in sheet.root.all("conditionalFormatting"):
        mine = [rule for rule in holder.all("cfRule") if is_own(rule)]
        own.update(rule.whole("priority", 0) for rule in mine)
        if mine and len(mine) == len(holder.children):
            sheet.edits.remove(holder)
        else:
            for rule in mine:
                sheet.edits.remove(rule)
    if own:
        for rule in prioritised(sheet):
            if not is_own(rule):
                priority = int(rule.attributes["priority"])
                move(sheet, rule, priority - sum(number < priority for number in own))


def add_highlights(sheet: Worksheet, cells: Mapping[Address, Mark], styles: Mapping[Mark, int]) -> None:
    """Colour cells; the user's rules move down behind ours, in the order they have."""
    groups = [
        (mark, areas)
        for mark in MARKS
        for areas in parted(ranges(place for place, found in cells.items() if found is mark))
    ]
    theirs = list(prioritised(sheet))
    numbers = [int(rule.attributes["priority"]) for rule in theirs]
    first = min([1, *numbers])
    if any(rule.attributes.get("pivot") in {"1", "true"} for rule in theirs):
        first = max(numbers) + 1  # a pivot table names its formats by priority: they must not move
    else:
        for rule, priority in zip(theirs, numbers, strict=True):
            move(sheet, rule, priority + len(groups))
    if groups:
        sheet.insert(
            *(
                Tag(
                    "conditionalFormatting",
                    {"sqref": " ".join(areas)},
                    (
                        Tag(
                            "cfRule",
                            {"type": "expression", "dxfId": styles[mark], "priority": priority},
                            (Tag("formula", text=formula(mark)),),
                        ),
                    ),
                )
                for priority, (mark, areas) in enumerate(groups, start=first)
            )
        )


def move(sheet: Worksheet, rule: Node, priority: int) -> None:
    """Give a rule another priority."""
    if priority != int(rule.attributes["priority"]):
        sheet.edits.set(rule, "priority", str(priority))


def is_own(rule: Node) -> bool:
    """Whether a rule is one of ours."""
    return any(OWN_FORMULA.fullmatch(child.text) for child in rule.all("formula"))


def prioritised(sheet: Worksheet) -> Iterator[Node]:
    """Yield all rules of a sheet that have a priority, those in the extension list too."""
    for node in sheet.root.walk():
        if node.name == "cfRule" and re.fullmatch(r"-?\d+", node.attributes.get("priority", "")):
            yield node


def ranges(cells: Iterable[Address]) -> list[str]:
    """Write cells as ranges: runs of one column, and runs of equal length side by side."""
    runs: list[list[int]] = []
    for column, row in sorted((column, row) for row, column in cells):
        if runs and runs[-1][0] == column and runs[-1][2] == row - 1:
            runs[-1][2] = row
        else:
            runs.append([column, row, row])
    blocks: list[list[int]] = []
    latest: dict[tuple[int, int], list[int]] = {}
    for column, top, bottom in runs:
        found = latest.get((top, bottom))
        if found and found[1] == column - 1:
            found[1] = column
        else:
            latest[top, bottom] = [column, column, top, bottom]
            blocks.append(latest[top, bottom])
    return [area(*block) for block in blocks]


def area(left: int, right: int, top: int, bottom: int) -> str:
    """Write one range: B2, or B2:C9."""
    first, last = f"{column_letters(left)}{top}", f"{column_letters(right)}{bottom}"
    return first if first == last else f"{first}:{last}"


def parted(areas: list[str]) -> Iterator[list[str]]:
    """Part areas into lists of a length every program reads."""
    for start in range(0, len(areas), AREAS):
        yield areas[start : start + AREAS]
