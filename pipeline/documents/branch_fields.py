"""Turns what 支部信息 says into the fields every template has under 支部."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from pipeline.documents.plan import Field
from pipeline.facts.branch import Branch
from pipeline.facts.membership import standing_years
from pipeline.schema import Entry, Member
from pipeline.schema.members import FULL, PROBATIONARY, SECRETARY
from pipeline.wording import clause, date_text, joined, noted, number_text, titled

DEPUTY = "副书记"


def branch_fields(branch: Branch) -> dict[str, Field]:
    """Build the fields under 支部."""
    info = branch.info
    return {
        "全称": info.full_name,
        "简称": info.short_name,
        "委员会": committee_name(info.short_name),
        "上级党组织": info.superior,
        "单位类型": info.unit_type,
        "支部类型": info.branch_type,
        "年度": str(branch.year),
        "届次": info.term,
        "成立日期": date_text(info.founded),
        "换届日期": date_text(info.elected),
        "届满日期": date_text(info.expires),
        "主题党日固定日": number_text(info.fixed_day),
        "中心任务": clause(info.central_task),
        "年度学习主题": clause(info.study_theme),
        "党章版本": info.charter,
        "责任书签订日期": date_text(info.sign_day),
        "责任书满分": number_text(info.full_marks),
        "责任书合格分": number_text(info.pass_marks),
        "成文日期": date_text(info.written),
        "党小组": list(branch.groups),
        "委员分工": [{"姓名": entry.content, "分工": clause(entry.detail)} for entry in info.duties],
        "依据文件": documents(info.documents),
        "依据文件名单": joined(noted(titled(e.content), e.detail) for e in info.documents),
        "依据文件全称": joined(noted(titled(e.content), e.detail, e.outcome) for e in info.documents),
        "口号": [{"名称": entry.content, "含义": clause(entry.detail)} for entry in info.slogans],
        "创建活动": [
            {"名称": entry.content, "文号": entry.detail, "结果": clause(entry.outcome)}
            for entry in info.campaigns
            if entry.detail
        ],
        "集体荣誉": [{"名称": e.content, "文号": e.detail, "说明": clause(e.outcome)} for e in info.honours],
    }


def committee_name(short_name: str) -> str:
    """Name the committee after the branch: 装配车间党支部委员会."""
    return short_name + ("委员会" if short_name.endswith("支部") else "支部委员会")


def documents(entries: Iterable[Entry]) -> list[Mapping[str, Field]]:
    """Build the list of documents a branch works by."""
    return [
        {"名称": titled(entry.content), "文号": entry.detail, "版本": entry.outcome}
        for entry in entries
        if entry.content
    ]


def office_text(branch: Branch, member: Member, day: date | None) -> str:
    """Name the office somebody held on a day, as it stands before a name: 党支部书记; empty without one."""
    if day is None:
        return ""
    offices = branch.offices(member, day)
    words = [f"党支部{office}" if office in {SECRETARY, DEPUTY} else office for office in offices]
    if not words and member.leads_group == "是" and member.group:
        return f"{member.group}组长"
    return joined(words)


def standing_text(member: Member, day: date) -> str:
    """Write full years of party standing: 30年; nothing for a probationary member."""
    years = standing_years(member, day)
    return "" if years is None else f"{years}年" if years else "不满1年"


def category_text(member: Member, day: date) -> str:
    """Say what somebody was on a day: 正式党员 or 预备党员; nothing before joining."""
    if member.confirmed is not None and member.confirmed <= day:
        return f"{FULL}党员"
    return f"{PROBATIONARY}党员" if member.joined is not None and member.joined <= day else ""
