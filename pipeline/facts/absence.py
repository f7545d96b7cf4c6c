"""Whether the reason given for an absence is one."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.schema import Meeting
from pipeline.values import Absence

APART = re.compile(r"[^\w]+")
"""What parts the phrases of a reason."""
MISSED = "(?:缺席|缺会|缺勤|(?:没有|没|未|不)(?:能|按时)?(?:来|到|去|参加|出席)(?:会|场|开会|会议|活动|组织生活)*)"
"""Words that say that somebody was missing, and not why."""
WHEN = "(?:本人|当[天日]|今天|全天|[上下]午|晚上|[早中夜]班|连续|一直|多次|再次|又|仍然?|属于?|系|按|算)*"
UNKNOWN = (
    "(?:没有|没|无)(?:任何|正当|合理|特殊)*(?:理由|原因)"
    "|(?:具体)?(?:原因|理由|情况|去向|下落)(?:暂时?|尚|还)?(?:不明|不详|不清楚?|不知|未知|未说明|没说)"
    "|(?:没有|没|未|不)(?:说明?|写明?|告知)(?:具体)?(?:原因|理由|情况)"
    "|不明(?:原因)?|不知道?|不清楚|无"
)
"""Phrases that say that no reason is known."""
TRUANT = "(?:无故)?旷(?:工|会|课|勤|席|岗|职)?(?:[半0-9一二两三四五六七八九十]+个?(?:天|日|次|小时|班))?"
NO_REASON = re.compile(f"{WHEN}(?:{MISSED}?(?:{UNKNOWN}){MISSED}?|{TRUANT}{MISSED}?)")
"""Phrases that say nothing else: 旷工, 没来原因不明, 没有正当理由未参加; not 空旷场地作业, nor 病因不明."""
WITHOUT_LEAVE = re.compile(
    "(?<![并绝]非)(?<!不是)无故(?=$|[没未不缺旷离早迟脱逃又连多一])"
    "|(?<![并绝]非)(?<!不是)(?:没有|没|未|不|忘记|忘了)(?:按规定|按要求|办理|履行|提前|事先|经)*请过?假(?![条单成])"
    "|擅自"
)
"""Words that say it within a longer phrase: 家中无事无故缺席, 外出未请假; not 无故障值班, nor 没请假条."""
ILL = re.compile("病|症|热|烧|痛|疼|晕|昏|吐|泻|炎|过敏|不适|住院|急诊")
"""Of an illness the cause may be unknown."""
LEAVE_AFTER_ALL = re.compile("补(?:了|办了?|交了?)?(?:请假|假)")


@lru_cache(maxsize=1024)
def is_unexcused(reason: str) -> bool:
    """Whether a reason is none: blank, 无故, 旷工, or that no leave was asked for, or that no cause is known."""
    phrases = [phrase for phrase in APART.split(reason) if phrase]
    if any(LEAVE_AFTER_ALL.search(phrase) for phrase in phrases):
        return False
    if any(WITHOUT_LEAVE.search(phrase) for phrase in phrases):
        return True
    return not ILL.search(reason) and (not phrases or any(map(NO_REASON.fullmatch, phrases)))


LATE = "迟到"


def is_late(absence: Absence) -> bool:
    """Whether somebody noted under 缺席 came after all, late."""
    return absence.reason.startswith(LATE)


def away(meeting: Meeting) -> tuple[Absence, ...]:
    """Give those who did not come to a meeting; late is not absent."""
    return tuple(absence for absence in meeting.absences if not is_late(absence))


def came_late(meeting: Meeting) -> tuple[Absence, ...]:
    """Give those who came late to a meeting."""
    return tuple(absence for absence in meeting.absences if is_late(absence))
