"""Writes the table of strokes (姓氏笔画) that ballots are ordered by, from the Unihan database of Unicode.

Unicode's own collation “stroke” (CLDR) counts as Taiwan writes: 阝 three strokes, 艹 four, so that 陈 and 苏 have
eight. On the mainland they have seven, and the Unihan database says so. It also gives the place of a character in the
通用规范汉字表 of 2013 (kTGH), each of whose three levels is in order of strokes, and of stroke shapes among those with
as many: 横, 竖, 撇, 点, 折. Where each of the shapes begins is no part of the database; `STARTS` says so, by eye.

Run `python -m tools.strokes FOLDER` with the folder that has Unihan_IRGSources.txt.bz2 and Unihan_OtherMappings.txt.bz2
(Debian's unicode-data: /usr/share/unicode).
"""

from __future__ import annotations

import bz2
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

TABLE = Path(__file__).parents[1] / "pipeline" / "facts" / "strokes" / "strokes.txt"
LEVELS = (3500, 6500, 8105)
"""Last place of each level of the 通用规范汉字表."""
SHAPES = "一丨丿丶乙"
HEAD = """\
# Strokes of the characters of the 通用规范汉字表: their number, the shape of the first, the characters in order.
# Made by tools/strokes.py from Unihan, Unicode 15.0.0. © 2022 Unicode, Inc.; see LICENSE-unicode.txt beside this file.
"""
STARTS = """
1 1 ---乙
1 2 卜八-刁
1 3 上千广尸
1 4 止午六尺
1 5 卡生主司
1 6 此年壮寻
1 7 步针言君
1 8 非钓变建
1 9 韭钙峦垦
1 10 柴钱凌剥
1 11 颅铐凑逮
1 12 悲铸装犀
1 13 督错酱群
1 14 雌锹裹隧
1 15 瞒镇熟憨
1 16 冀镜磨壁
1 17 瞭穗癌臀
1 18 瞻镰鹰璧
1 19 曝簸颤疆
1 20 耀籍魔譬
1 21 躏-赣-
1 22 -镶瓤-
1 23 -罐--
1 24 ----
2 2 -乂-乜
2 3 ---孑
2 4 -仃卞尹
2 5 卟仨邝尻
2 6 乩钇汕聿
2 7 邶钊亨孜
2 8 盱钍冽戕
2 9 觇钚孪郡
2 10 龀钰凇屐
2 11 眭铑鸾逯
2 12 斐铻亵遐
2 13 龃锗鹑媾
2 14 蜚锲銮暨
2 15 龉镊麾熨
2 16 遽䦃鹧嬖
2 17 龋镡燮檗
2 18 瞿镬癞彝
2 19 黼镲麒襞
2 20 矍镳-孀
2 21 颦鳢癫鐾
2 22 氍镵饔鬻
2 23 躜鼹癯-
2 24 躞衢灞-
2 25 囔馕戆-
2 30 -爨--
2 36 -齉--
3 3 -彳--
3 4 -卬-𠙶
3 5 -氕冮-
3 6 吒钆冱孖
3 7 芈伾闶屃
3 8 𬀩𬬩忞鸤
3 9 昺钘庤叚
3 10 剕𬬸勍堲
3 11 龁铏𠅤艴
3 12 棐鿏凓婻
3 13 龆锖裛鹔
3 14 䴗𨱏凘隩
3 15 暵镆鹡嫽
3 16 𬺈𬭬亸嬛
3 17 瞫𬭳䗪𬶨
3 18 蹢镮癗䴙
3 19 蹯鳘麑彟
3 20 甗犨㸌孅
3 21 𬺓鼱爟-
3 22 躔皭亹-
3 23 -籥--
3 24 ----
3 25 -齇--
3 26 蠼---
"""
"""Level, number of strokes, and the first character of those that begin with 竖, 撇, 点 and 折; - where none does."""


def fields(path: Path, name: str) -> Iterator[tuple[str, str]]:
    """Yield the characters of a Unihan file that have a property, with its first value."""
    with bz2.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            code, _, rest = line.rstrip("\n").partition("\t")
            prop, _, value = rest.partition("\t")
            if prop == name and code.startswith("U+"):
                yield chr(int(f"0x{code[2:]}", 0)), value.split()[0]


def counts_in_order(counts: Sequence[int]) -> list[int]:
    """Give the rising counts that differ from some in the fewest places: the order of the list is the authority."""
    highest = max(counts)
    costs, steps = [0] * (highest + 1), []
    for count in counts:
        best, at, row = costs[0], 0, []
        for each in range(highest + 1):
            if costs[each] < best:
                best, at = costs[each], each
            row.append(at)
        steps.append(row)
        costs = [costs[row[each]] + (each != count) for each in range(highest + 1)]
    here = min(range(highest + 1), key=costs.__getitem__)
    found = []
    for row in reversed(steps):
        found.append(here)
        here = row[here]
    return found[::-1]


def table(folder: Path) -> str:
    """Write the table: a line for each number of strokes and shape of the first."""
    strokes = {char: int(value) for char, value in fields(folder / "Unihan_IRGSources.txt.bz2", "kTotalStrokes")}
    listed = fields(folder / "Unihan_OtherMappings.txt.bz2", "kTGH")
    places = {char: int(value.partition(":")[2]) for char, value in listed}
    starts = {(int(a), int(b)): chars for a, b, chars in (line.split() for line in STARTS.split("\n") if line)}
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    for level, last in enumerate(LEVELS, start=1):
        first = LEVELS[level - 2] if level > 1 else 0
        chars = sorted((c for c, place in places.items() if first < place <= last), key=places.__getitem__)
        shape, before = 0, 0
        for char, count in zip(chars, counts_in_order([strokes[c] for c in chars]), strict=True):
            shape, before = 0 if count != before else shape, count
            if char in starts[level, count]:
                shape = starts[level, count].index(char) + 1
            found[count, shape].append(char)
    lines = [f"{count} {SHAPES[shape]} {''.join(chars)}\n" for (count, shape), chars in sorted(found.items())]
    return HEAD + "".join(lines)


if __name__ == "__main__":
    TABLE.write_text(table(Path(sys.argv[1])), encoding="utf-8")
