"""Drafts the template of the year at a glance (全年一览): A4 landscape, cells coloured by what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pipeline.documents.overview_fields import STATES
from pipeline.glance.model import ACCENT, HEAD_FILL, LABEL_FILL, LOOKS, RULE, Mark
from tools.drafting.base import field, footer_xml, text_run
from tools.drafting.draft import Draft, Grid, Piece, Slot, Text, cell
from tools.drafting.measures import Ink, Page, Style

MONTHS = 12
CHART_WIDTHS = (132, *(73,) * MONTHS, 92)
"""Label, months, total."""
PEOPLE = (("到会", 130), ("学时", 90), ("支委谈话", 200), ("党员谈话", 230), ("责任书", 110))
"""Columns of the members' table behind name and group, with their widths."""
NAME_WIDTH, GROUP_WIDTH = 150, 100
HEAD_HEIGHT, ROW_HEIGHT = 340, 290
"""Least height of a row in twips; the paragraphs that name a row make it higher where there is room."""

LINE = 240
"""Exact height of the lines that name a row: rows are as high in every font."""
STYLES = (
    Style(
        code="Title", name="Title", font="黑体", size=36, align="center", after=80, colour=ACCENT, bold=True, rule=ACCENT
    ),
    Style(code="Sub", name="一览说明", font="宋体", size=21, align="center", after=100),
    Style(code="Line", name="一览正文", font="宋体", size=18, align="left", after=60),
    Style(code="Caution", name="一览提示", font="黑体", size=18, align="left", after=60, colour="9B1C1C", bold=True),
    Style(
        code="Heading1", name="heading 1", font="黑体", size=24, align="left", before=100, after=60, keep=True, outline=0,
        colour=ACCENT, bold=True,
    ),
    Style(code="CellHead", name="一览表头", font="黑体", size=18, align="center", bold=True, tight=True),
    Style(code="CellMid", name="一览居中", font="宋体", size=18, align="center", tight=True),
    Style(code="Notice", name="一览提要", font="宋体", size=18, align="left", tight=True),
    Style(code="RowWide", name="一览项目宽", font="宋体", size=18, line=LINE, align="center", before=90, after=90, tight=True),
    Style(code="RowMid", name="一览项目中", font="宋体", size=18, line=LINE, align="center", before=10, after=10, tight=True),
    Style(code="RowClose", name="一览项目密", font="宋体", size=18, line=LINE, align="center", before=25, after=25, tight=True),
    Style(code="NameWide", name="一览姓名宽", font="宋体", size=18, line=LINE, align="left", left=70, before=100, after=100, tight=True),
    Style(code="NameClose", name="一览姓名密", font="宋体", size=18, line=LINE, align="left", left=70, before=35, after=35, tight=True),
    Style(code="Foot", name="footer", font="宋体", size=15, align="center", colour="666666"),
    Style(code="Thin", name="间隔", font="宋体", size=2, line=20),
    Style(code="Tag", name="模板指令", font="宋体", size=18, align="left", colour="7F7F7F"),
)  # fmt: skip
INKS = (
    *(
        Ink(code=f"Mark{mark.name.title()}", name=f"一览{STATES[mark.value]}", colour=look.ink, bold=look.bold)
        for mark, look in LOOKS.items()
    ),
    Ink(code="Strong", name="一览粗体", bold=True),
    Ink(code="Note", name="一览附注", colour="555555", size=15),
    Ink(code="InlineTag", name="一览指令", colour="7F7F7F", size=8),
)
PAGE = Page(
    width=16838,
    height=11906,
    top=680,
    right=794,
    bottom=794,
    left=794,
    header=400,
    footer=400,
    styles=tuple(replace(style, latin=False) for style in STYLES),
    inks=INKS,
    font="宋体",
    size=18,
    latin=False,
    rule=RULE,
    padding=25,
    centred=True,
)


def draft_overview() -> bytes:
    """Write the template."""
    draft = Draft(PAGE, [_footer()])
    draft.say("Title", "{{ 标题 }}")
    draft.say("一览说明", "{{ 副题 }}")
    draft.when("提示", "一览提示", "{{ 提示 }}")
    _notices(draft)
    draft.say("一览正文", "{{ 概况 }}")
    draft.say("一览正文", *_legend())
    _chart(draft)
    draft.say("heading 1", "{{ 党员.题目 }}", new_page=True)
    draft.tag("if 党员.分组")
    _people(draft, grouped=True)
    draft.tag("else")
    _people(draft, grouped=False)
    draft.tag("endif")
    return draft.save()


def _footer() -> str:
    words = text_run("{{ 标题 }}\u3000{{ 截至 }}\u3000第")
    pages = (field("PAGE"), text_run("页 共"), field("NUMPAGES"), text_run("页"))
    return footer_xml('<w:pStyle w:val="Foot"/>', words, *pages)


def _tag(text: str) -> Piece:
    """Write an instruction to the engine within a line: small, since it vanishes when the template is filled."""
    return Piece(text, ink="一览指令")


def _note(text: str) -> Piece:
    return Piece(text, ink="一览附注")


def _by_mark(name: str, text: str, *, before: str = "", filled: bool = False) -> Iterator[Piece]:
    """Write a text in the look of the mark that a field bears."""
    for number, (mark, look) in enumerate(LOOKS.items()):
        word = "elif" if number else "if"
        yield _tag(f"{'' if number else before}{{% {word} {name}.状态 == '{STATES[mark.value]}' %}}")
        yield Piece(text, ink=f"一览{STATES[mark.value]}", fill=look.fill if filled else "")
    yield _tag("{% endif %}")


def _legend() -> Iterator[Text]:
    yield _tag("{% for 例 in 图例 %}")
    yield from _by_mark("例", "\u00a0{{ 例.记号 }}\u00a0", filled=True)
    yield " {{ 例.说明 }}\u3000"
    yield _tag("{% endfor %}")


def _notices(draft: Draft) -> None:
    """Set what is due and what is missing side by side."""
    draft.table([1, 1]).row(_notice("到期", Mark.DUE), _notice("缺项", Mark.MISSING))


def _notice(name: str, mark: Mark) -> Slot:
    style, tag = "一览提要", "模板指令"
    body: tuple[tuple[str, tuple[Text, ...]], ...] = (
        (style, (Piece(f"{mark.value} {{{{ {name}.题目 }}}}", ink=f"一览{STATES[mark.value]}"),)),
        (tag, (f"{{%p for 行 in {name}.行 %}}",)),
        (style, ("{{ 行 }}",)),
        (tag, ("{%p endfor %}",)),
    )
    return Slot((), body=body, edge=LOOKS[mark].ink, top=True)


def _head(text: str) -> Slot:
    return Slot((text,), "一览表头", fill=HEAD_FILL)


def _label(*pieces: Text) -> Slot:
    return Slot(pieces, "一览居中", fill=LABEL_FILL)


def _marked(path: str, *, span: int = 1) -> Slot:
    """Make a cell in the colours of its mark, with its note."""
    first, *rest = _by_mark("格", "{{ 格.字 }}", before=f"{{% cellbg {path}.底色 %}}{{% set 格 = {path} %}}")
    note = (_tag("{% if 格.附注 %}"), _note(" {{ 格.附注 }}"), _tag("{% endif %}"))
    return cell(first, *rest, *note, span=span, style="一览居中")


def _chart(draft: Draft) -> None:
    """Set the duties of the year: a row each, a cell for a month, a quarter or the whole year."""
    draft.say("heading 1", "{{ 组织生活.题目 }}")
    grid = draft.table(CHART_WIDTHS)
    months = (f"{month}月" for month in range(1, MONTHS + 1))
    grid.row(*map(_head, ("项目", *months, "全年")), height=HEAD_HEIGHT, header=True)
    grid.tag("for 行 in 组织生活.行")
    for word, span in (("if 行.周期 == '月'", 1), ("elif 行.周期 == '季'", 3), ("else", MONTHS)):
        grid.tag(word)
        cells = (_marked(f"行.格[{place}]", span=span) for place in range(MONTHS // span))
        grid.row(_duty(), *cells, _label("{{ 行.全年 }}"), height=ROW_HEIGHT)
    grid.tag("endif")
    grid.tag("endfor")


def _duty() -> Slot:
    """Name a row of the chart, on two lines where there is room."""
    name, note = Piece("{{ 行.名称 }}", ink="一览粗体"), _note("{{ 行.附注 }}")
    body: tuple[tuple[str, tuple[Text, ...]], ...] = (
        ("模板指令", ("{%p if 组织生活.行距 == '宽' %}",)),
        ("一览项目宽", (name, "\n", note)),
        ("模板指令", ("{%p elif 组织生活.行距 == '中' %}",)),
        ("一览项目中", (name, "\n", note)),
        ("模板指令", ("{%p else %}",)),
        ("一览项目密", (name, _note(" {{ 行.附注 }}"))),
        ("模板指令", ("{%p endif %}",)),
    )
    return Slot((), body=body, fill=LABEL_FILL)


def _people(draft: Draft, *, grouped: bool) -> None:
    """Set the members, a row each."""
    group = (GROUP_WIDTH,) if grouped else ()
    grid = draft.table([NAME_WIDTH, *group, *(width for _, width in PEOPLE)])
    places = range(len(grid.widths))
    grid.row(*(_head(f"{{{{ 党员.表头[{place}] }}}}") for place in places), height=HEAD_HEIGHT, header=True)
    grid.tag("for 人 in 党员.行")
    _member(grid, grouped=grouped)
    grid.tag("endfor")


def _member(grid: Grid, *, grouped: bool) -> None:
    words = (
        Piece("{{ 人.姓名 }}", ink="一览粗体"),
        _tag("{% if 人.附注 %}"),
        _note(" {{ 人.附注 }}"),
        _tag("{% endif %}"),
    )
    body: tuple[tuple[str, tuple[Text, ...]], ...] = (
        ("模板指令", ("{%p if 党员.行距 == '宽' %}",)),
        ("一览姓名宽", words),
        ("模板指令", ("{%p else %}",)),
        ("一览姓名密", words),
        ("模板指令", ("{%p endif %}",)),
    )
    group = (_label("{{ 人.党小组 }}"),) if grouped else ()
    grid.row(
        Slot((), body=body, fill=LABEL_FILL), *group, *(_marked(f"人.{name}") for name, _ in PEOPLE), height=ROW_HEIGHT
    )
