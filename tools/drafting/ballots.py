"""Drafts the blank ballots: of the yearly evaluation (民主测评票), of votes (表决票) and of elections (选票)."""

from __future__ import annotations

from dataclasses import replace

from tools.drafting.base import footer_xml
from tools.drafting.draft import Draft, cell, head
from tools.drafting.measures import STANDARD

TICK = "√"
ROW = 400
"""Height of a name on the ballot of an evaluation, 7 mm."""
BOX = 850
"""Height of a name on the other ballots, 15 mm."""
BALLOT = replace(STANDARD, top=1134, bottom=1134, header=567, footer=567)
"""The page of a ballot: 30 names fit it."""
NO_NUMBER = (footer_xml(""),)
"""A ballot is not numbered, and neither are its pages."""
MARKS = ("优秀", "合格", "基本合格", "不合格")


def draft_evaluation_ballot() -> bytes:
    """Write the template of the evaluation's ballot."""
    draft = Draft(BALLOT, NO_NUMBER)
    draft.say("记录标题", "{{ 支部.简称 }}\n{{ 支部.年度 }}年度民主评议党员测评票")
    draft.say(
        "表格说明", f"说明：1. 无记名填写，不署名，不作记号。2. 每人一行，在一个等次里划“{TICK}”，划两个的那一行无效。"
    )
    draft.say(
        "表格说明",
        "3. “优秀”不超过正式党员的{{ 测评.优秀比例 }}，这次最多划{{ 测评.优秀上限 }}名。4. 有意见的写在“存在问题”里。",
    )
    grid = draft.table([700, 1760, 860, 860, 1200, 1000, 2464])
    grid.row(*(head(name) for name in ("序号", "姓名", *MARKS, "存在问题")), height=ROW, header=True)
    grid.tag("for 行 in 测评.正式党员")
    grid.row(
        cell("{{ 行.序号 }}", style="表格居中"),
        cell("{{ 行.姓名 }}", style="表格居中"),
        *(cell() for _ in MARKS),
        cell(),
        height=ROW,
    )
    grid.tag("endfor")
    grid.tag("if 测评.预备党员")
    grid.row(head("预备党员（不定等次，只写意见）", 7), height=ROW)
    grid.tag("for 行 in 测评.预备党员")
    grid.row(cell("{{ 行.序号 }}", style="表格居中"), cell("{{ 行.姓名 }}", style="表格居中"), cell(span=5), height=ROW)
    grid.tag("endfor")
    grid.tag("endif")
    return draft.save()


def draft_vote_ballot() -> bytes:
    """Write the template of the ballot of a vote."""
    draft = Draft(BALLOT, NO_NUMBER)
    draft.tag("for 一票 in 票")
    _title(draft, "{{ 支部.简称 }}\n{{ 一票.票名 }}")
    grid = draft.table([3444, 1800, 1800, 1800])
    grid.row(head("{{ 一票.栏名 }}"), head("赞成"), head("不赞成"), head("弃权"), height=BOX)
    grid.row(cell("{{ 一票.对象 }}", style="表格居中"), cell(), cell(), cell(), height=BOX)
    draft.say(
        "表格说明",
        f"说明：1. 无记名投票，不署名，不作记号。2. 在赞成、不赞成、弃权三栏里选一栏划“{TICK}”；划两栏以上的无效。",
    )
    _seal(draft)
    draft.tag("endfor")
    return draft.save()


def draft_election_ballot() -> bytes:
    """Write the template of the ballot of an election."""
    draft = Draft(BALLOT, NO_NUMBER)
    draft.tag("for 一票 in 票")
    _title(draft, "{{ 支部.简称 }}选票")
    draft.say("表格说明", "选举事项：{{ 一票.事项 }}")
    draft.say("表格说明", "应选名额：{% if 一票.应选 %}{{ 一票.应选 }}{% else %}\u3000\u3000{% endif %}名")
    grid = draft.table([900, 4444, 3500])
    grid.row(head("序号"), head("候选人（按姓氏笔画排列）"), head("符号"), height=ROW, header=True)
    grid.tag("for 行 in 一票.候选人")
    grid.row(cell("{{ 行.序号 }}", style="表格居中"), cell("{{ 行.姓名 }}", style="表格居中"), cell(), height=BOX - 200)
    grid.tag("endfor")
    grid.row(head("另选他人"), head("姓名"), head("符号"), height=ROW)
    grid.tag("for 空 in 一票.另选")
    grid.row(cell(), cell(), cell(), height=BOX - 200)
    grid.tag("endfor")
    draft.say(
        "表格说明",
        "说明：1. 无记名投票。2. 赞成的在符号栏划“○”，不赞成的划“×”，弃权的不划。3. 另选他人的，在“另选他人”下写姓名，并在符号栏划“○”。4. 划“○”的等于或少于应选名额的有效，多于应选名额的无效。",
    )
    _seal(draft)
    draft.tag("endfor")
    return draft.save()


def _seal(draft: Draft) -> None:
    draft.say("表格靠右", "{{ 支部.简称 }}（盖章）")
    draft.say("表格靠右", "{{ 会议.日期 }}")


def _title(draft: Draft, text: str) -> None:
    """Begin each ballot on a page of its own."""
    draft.tag("if loop.first")
    draft.say("记录标题", text)
    draft.tag("else")
    draft.say("记录标题", text, new_page=True)
    draft.tag("endif")
