"""Turns a member of the branch into the context of a responsibility agreement (责任书)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from pipeline.documents.branch_fields import category_text, standing_text
from pipeline.documents.naming import safe_name
from pipeline.documents.plan import Context, Field, Planned, origins
from pipeline.facts.branch import Branch
from pipeline.schema import AGREEMENT, Member, Target, Zone
from pipeline.wording import date_text, joined, noted, number_text

FOLDER = "01责任书"
TEMPLATE = "党员目标管理责任书"
CATEGORIES = ("共性", "岗位", "个性")


def plan_agreements(branch: Branch, shared: Mapping[str, Field]) -> Iterator[Planned]:
    """Plan one agreement for every member on the roster during the year."""
    zones = zones_of(branch)
    table = TargetTable()
    used = tuple(
        branch.info.origins[name]
        for name in (
            "full_name",
            "short_name",
            "year",
            "sign_day",
            "full_marks",
            "pass_marks",
            "documents",
            "slogans",
            "elected",
        )
        if name in branch.info.origins
    )
    for member in branch.members:
        if not branch.signs(member) or not branch.targets_of(member):
            continue
        day = branch.signing_day(member)
        yield Planned(
            kind=AGREEMENT,
            template=TEMPLATE,
            folder=FOLDER,
            name=file_name(branch, member, day),
            title=f"{branch.year}年度党员目标管理责任书（{branch.label(member)}）",
            day=day or branch.year_start,
            sources=origins((member,), branch.targets_of(member), zones[member.number], used),
            build=partial(agreement_context, branch, member, zones[member.number], shared, table),
        )


def file_name(branch: Branch, member: Member, day: date | None) -> str:
    """Name the file: 2025_01责任书_20250120_维修二队党支部_D01韩立峰."""
    stamp = f"{day:%Y%m%d}" if day else str(branch.year)
    return safe_name(f"{branch.year}_{FOLDER}_{stamp}_{branch.info.short_name}_{member.number}{member.name}")


def zones_of(branch: Branch) -> dict[str, list[Zone]]:
    """编号 to the zones a member answers for, by name."""
    found: dict[str, list[Zone]] = defaultdict(list)
    for zone in sorted(branch.records.zones, key=lambda zone: (zone.category, zone.name)):
        for person in zone.holders:
            found[person.number].append(zone)
    return found


def agreement_context(
    branch: Branch, member: Member, zones: Sequence[Zone], shared: Mapping[str, Field], table: TargetTable
) -> Context:
    """Build the context of one agreement."""
    day = branch.signing_day(member)
    targets = branch.targets_of(member)
    return {
        "支部": shared,
        "党员": member_fields(branch, member, day),
        **{f"{category}目标": table.rows(targets, category) for category in CATEGORIES},
        "责任区": [zone_fields(zone) for zone in zones],
        "责任书": {
            "签订日期": date_text(day),
            "截止日期": date_text(branch.year_end),
            "目标数": len(targets),
        },
    }


def member_fields(branch: Branch, member: Member, day: date | None) -> dict[str, Field]:
    """Build the fields under 党员, standing and offices as on the day of signing; the user's columns as headed."""
    told = day or branch.told_until
    as_told = f"截至{date_text(told)}"
    posts = joined(branch.offices(member, told))
    return {
        **member.extras,
        "编号": member.number,
        "姓名": branch.label(member),
        "称呼": noted(member.name, member.number if member.name in branch.homonyms else "", posts),
        "性别": member.sex,
        "民族": member.nation,
        "出生日期": date_text(member.born),
        "文化程度": member.education,
        "岗位": member.station,
        "党小组": member.group,
        "党员类别": category_text(member, told),
        "入党日期": date_text(member.joined),
        "转正日期": date_text(member.confirmed),
        "党龄": noted(standing_text(member, told) or category_text(member, told), "" if day else as_told),
        "党内职务": posts,
    }


def zone_fields(zone: Zone) -> dict[str, Field]:
    """Build the fields of a responsibility zone."""
    return {
        **zone.extras,
        "名称": zone.name,
        "类型": zone.category,
        "范围": zone.area,
        "责任党员": joined(map(str, zone.holders)),
        "联系群众": zone.contacts,
        "任务": zone.duty,
        "评定": zone.rating,
    }


REMEMBERED = 256
"""How many tables of targets are kept at a time."""


class TargetTable:
    """The rows of the target tables; members who share their targets share the rows."""

    def __init__(self) -> None:
        """Start without rows."""
        self._rows: dict[tuple[int, ...], list[dict[str, Field]]] = {}

    def rows(self, targets: Sequence[Target], category: str) -> list[dict[str, Field]]:
        """Give the numbered rows of one category."""
        chosen = [target for target in targets if target.category == category]
        key = tuple(map(id, chosen))
        if key not in self._rows:
            if len(self._rows) >= REMEMBERED:  # targets of one's own come once and would pile up
                self._rows.clear()
            self._rows[key] = [target_fields(number, target) for number, target in enumerate(chosen, start=1)]
        return self._rows[key]


def target_fields(number: int, target: Target) -> dict[str, Field]:
    """Build one row of a target table."""
    return {
        **target.extras,
        "序号": str(number),
        "目标内容": target.text,
        "考核标准": target.standard,
        "分值": number_text(target.points),
        "完成时限": target.due.text if target.due else "",
    }
