"""Turns a talk or home visit into the context of its record (谈话记录, 家访记录)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from pipeline.documents.branch_fields import office_text
from pipeline.documents.naming import safe_name
from pipeline.documents.plan import Context, Field, Planned, origins
from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_full
from pipeline.schema import TALK_RECORD, Talk
from pipeline.schema.activities import HOME_VISIT
from pipeline.values import Person
from pipeline.wording import date_text, joined, noted, span_text, weekday_text

FOLDER = "08谈心谈话与家访"


def plan_talks(branch: Branch, shared: Mapping[str, Field]) -> Iterator[Planned]:
    """Plan one record for every talk that has a date."""
    for talk in branch.talks:
        if talk.day is None:
            continue
        template = "家访记录" if talk.method == HOME_VISIT else "谈话记录"
        partners = [person.name for person in talk.listeners]
        whom = partners[0] + (f"等{len(partners)}人" if len(partners) > 1 else "") if partners else ""
        stem = f"{branch.year}_{FOLDER}_{talk.day:%Y%m%d}_{branch.info.short_name}_{talk.number}{whom}"
        people = [member for member in map(branch.member_of, (*talk.speakers, *talk.listeners)) if member]
        projects = [project for project in branch.records.projects if project.number == talk.project]
        used = [branch.info.origins[name] for name in ("short_name", "year") if name in branch.info.origins]
        yield Planned(
            kind=TALK_RECORD,
            template=template,
            folder=FOLDER,
            name=safe_name(stem),
            title=f"{branch.info.short_name}{template}（{talk.number}）",
            day=talk.day,
            sources=origins((talk,), people, projects, used),
            build=partial(talk_context, branch, talk, shared),
        )


def talk_context(branch: Branch, talk: Talk, shared: Mapping[str, Field]) -> Context:
    """Build the context of one record; forms.md 2.9 and 2.10."""
    project = next((found for found in branch.records.projects if found.number == talk.project), None)
    when = noted(date_text(talk.day), weekday_text(talk.day)) if talk.day else ""
    return {
        "支部": shared,
        "谈话": {
            **talk.extras,
            "编号": talk.number,
            "方式": talk.method,
            "类型": talk.category,
            "谈话人": joined(with_office(branch, talk, person) for person in talk.speakers),
            "谈话对象": joined(with_capacity(branch, talk, person) for person in talk.listeners),
            "在场人": talk.others,
            "时间": when + span_text(talk.start, talk.end),
            "地点": talk.place,
            "事由": talk.reason,
            "谈话方法": talk.approach,
            "家庭情况": talk.family,
            "谈话内容": talk.text,
            "思想状况": talk.mood,
            "诉求": talk.appeal,
            "意见建议": talk.advice,
            "措施": talk.measure,
            "责任人": joined(map(str, talk.responsible)),
            "时限": talk.due.text if talk.due else "",
            "办理结果": talk.outcome,
            "回访日期": date_text(talk.revisited),
            "关联立项": project.name if project else "",
        },
    }


def with_office(branch: Branch, talk: Talk, person: Person) -> str:
    """Write a member with office or standing: 韩立峰（党支部书记）."""
    member = branch.member_of(person)
    if member is None or talk.day is None:
        return str(person)
    standing = (
        "党员" if is_full(member, talk.day) else "预备党员" if member.joined and member.joined <= talk.day else ""
    )
    return noted(str(person), office_text(branch, member, talk.day) or standing)


def with_capacity(branch: Branch, talk: Talk, person: Person) -> str:
    """Write whom the talk was with: members with their standing, others with the capacity the row gives."""
    if branch.member_of(person) is None:
        return noted(str(person), talk.capacity)
    capacity = talk.capacity if all(branch.member_of(other) for other in talk.listeners) else ""
    return noted(with_office(branch, talk, person), capacity) if capacity else with_office(branch, talk, person)
