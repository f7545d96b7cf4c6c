"""Writes the year at a glance as a web page that stands alone: no script, no network, A4 landscape on paper."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from pipeline.glance.model import ACCENT, HEAD_FILL, LABEL_FILL, LOOKS, RULE, Cell, Glance, Mark, Notice, Table
from pipeline.glance.seal import BLANK, sealed_html
from pipeline.ooxml.xml import legal

ROWS_APART = 11
"""Rows of the chart up to which they stand wide apart; more are set close, so that the chart fits a page."""
CLASSES = {mark: mark.name.lower() for mark in Mark}

STYLE = f"""
@page {{ size: A4 landscape; margin: 11mm 12mm 12mm }}
* {{ box-sizing: border-box }}
body {{ margin: 0 auto; padding: 18px 22px; max-width: 1180px; background: #fff; color: #222;
  font: 13px/1.45 "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", SimHei, sans-serif;
  -webkit-print-color-adjust: exact; print-color-adjust: exact }}
h1 {{ margin: 0; padding-bottom: 8px; border-bottom: 3px double #{ACCENT}; color: #{ACCENT}; font-size: 26px;
  letter-spacing: .06em; text-align: center }}
h2 {{ margin: 16px 0 6px; font-size: 16px; color: #{ACCENT}; break-after: avoid }}
p {{ margin: 6px 0 }}
.sub {{ text-align: center; color: #444 }}
.caution {{ padding: 5px 10px; border: 2px solid #9b1c1c; color: #9b1c1c; font-weight: bold }}
.notices {{ display: flex; gap: 14px; margin: 10px 0 4px }}
.notice {{ flex: 1 1 0; border: 1px solid #{RULE}; border-left-width: 6px; padding: 6px 12px; break-inside: avoid }}
.notice b {{ display: block; margin-bottom: 2px }}
.notice ul {{ margin: 0; padding-left: 1.2em }}
.legend span {{ display: inline-block; margin-right: 14px; white-space: nowrap }}
.legend i {{ display: inline-block; min-width: 1.7em; margin-right: 4px; border: 1px solid #{RULE}; font-style: normal;
  text-align: center }}
table {{ width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 12px }}
thead {{ display: table-header-group }}
tr {{ break-inside: avoid }}
th, td {{ border: 1px solid #{RULE}; padding: 4px 3px; text-align: center; overflow-wrap: anywhere }}
th {{ background: #{HEAD_FILL} }}
td.label {{ background: #{LABEL_FILL}; font-weight: bold }}
td small {{ margin-left: .35em; font-size: 11px; font-weight: normal; color: #555 }}
td.label small {{ display: block; margin: 0 }}
.people td.label:first-child {{ text-align: left; padding-left: 8px }}
.people td.label:first-child small {{ display: inline; margin-left: .5em }}
.people {{ break-before: page }}
.people td {{ padding: 2px 3px; line-height: 1.3 }}
.chart td {{ height: 40px }}
.close td {{ height: 21px; padding: 1px 3px; line-height: 1.25 }}
.close td.label small {{ display: inline; margin-left: .35em }}
@media print {{ body {{ padding: 0; max-width: none; font-size: 9.5pt }} table {{ font-size: 9pt }} }}
"""


def glance_html(glance: Glance) -> bytes:
    """Write the page; the same glance gives the same bytes."""
    return sealed_html("\n".join(_lines(glance)) + "\n")


def text_of(value: str) -> str:
    """Escape a text for HTML and XML alike."""
    return escape(legal(value))


def _lines(glance: Glance) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
    yield f'<meta name="generator" content="zhibu"><meta name="zhibu-seal" content="{BLANK}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{text_of(glance.title)}</title><style>{STYLE}{_mark_styles()}</style></head><body>"
    yield f'<h1>{text_of(glance.title)}</h1><p class="sub">{text_of(glance.subtitle)}</p>'
    if glance.caution:
        yield f'<p class="caution">{text_of(glance.caution)}</p>'
    yield f'<div class="notices">{_notice(glance.due)}{_notice(glance.gaps)}</div>'
    yield f"<p>{text_of(glance.figures)}</p>"
    spans = (f'<span><i class="{CLASSES[mark]}">{mark.value}</i>{text_of(said)}</span>' for mark, said in glance.legend)
    yield f'<p class="legend">{"".join(spans)}</p>'
    yield from _table(glance.chart, "chart close" if len(glance.chart.rows) > ROWS_APART else "chart")
    yield from _table(glance.people, "people")
    yield "</body></html>"


def _mark_styles() -> str:
    return "".join(
        f".{CLASSES[mark]} {{ background: #{look.fill}; color: #{look.ink}"
        f"{'; font-weight: bold' if look.bold else ''} }}\n"
        for mark, look in LOOKS.items()
    )


def _notice(notice: Notice) -> str:
    items = "".join(f"<li>{text_of(line)}</li>" for line in notice.lines)
    colour = LOOKS[notice.mark].ink
    style = f"border-left-color:#{colour}"
    return (
        f'<div class="notice" style="{style}"><b>{notice.mark.value} {text_of(notice.title)}</b><ul>{items}</ul></div>'
    )


def _table(table: Table, name: str) -> Iterator[str]:
    whole = sum(heading.width for heading in table.headings)
    yield f'<div class="{name}"><h2>{text_of(table.title)}</h2><table><colgroup>'
    yield "".join(f'<col style="width:{heading.width * 100 / whole:.2f}%">' for heading in table.headings)
    yield "</colgroup><thead><tr>"
    yield "".join(f'<th scope="col">{text_of(heading.text)}</th>' for heading in table.headings)
    yield "</tr></thead><tbody>"
    for row in table.rows:
        yield f"<tr>{''.join(map(_cell, row))}</tr>"
    yield "</tbody></table></div>"


def _cell(cell: Cell) -> str:
    kind = CLASSES[cell.mark] if cell.mark else "label" if cell.label else ""
    span = f' colspan="{cell.span}"' if cell.span > 1 else ""
    note = f"<small>{text_of(cell.note)}</small>" if cell.note else ""
    return f'<td class="{kind}"{span}>{text_of(cell.words)}{note}</td>'
