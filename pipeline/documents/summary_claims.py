"""Works out which of the summary's fixed sentences the cells bear out; what no cell shows is not said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.documents.branch_fields import OfBranch
from pipeline.documents.fields import Field, Group
from pipeline.facts.branch import Branch
from pipeline.facts.committee import has_committee
from pipeline.facts.grounds import cells, info
from pipeline.facts.outline import is_retired
from pipeline.facts.taken_up import discipline, document_taken_up
from pipeline.facts.year import TOLD_BY
from pipeline.schema import EVALUATIONS, ITEMS, MEETINGS, POINTS, TARGETS, TRAININGS, Member, Target
from pipeline.schema.activities import COMMITTEE, EVALUATION, GENERAL, GROUP, LECTURE, ORG_LIFE
from pipeline.schema.members import TARGET_CATEGORIES
from pipeline.vocabulary import Shape
from pipeline.wording import date_text, days_text, joined, month_day_text, noted, several, titled

ENTERPRISES = frozenset({"国有企业", "非公企业"})
DAYS_NAMED = 3
"""Signing days the summary names one by one; of more it names the first and the last."""


def is_enterprise(branch: Branch) -> bool:
    """Whether the branch is one of an enterprise, to which production and economic benefit belong."""
    return branch.info.unit_type in ENTERPRISES


def people_served(branch: Branch) -> str:
    """Name those outside the Party whom a branch serves: 职工 of an enterprise, 老同志 among the retired, else 群众."""
    return "老同志" if is_retired(branch) else "职工" if is_enterprise(branch) else "群众"


def present_categories(targets: Sequence[Target]) -> dict[str, int]:
    """Count the targets of each category that has some."""
    counts = Counter(target.category for target in targets)
    return {category: counts[category] for category in TARGET_CATEGORIES if counts[category]}


def aspects(targets: Sequence[Target]) -> str:
    """Name the categories that have targets: 共性、岗位、个性三个方面."""
    present = present_categories(targets)
    return f"{joined(present)}{several(len(present))}个方面" if len(present) > 1 else f"{joined(present)}方面"


def target_counts(targets: Sequence[Target]) -> str:
    """Count the targets of each category: 共性目标8项、岗位目标32项."""
    return joined(f"{category}目标{count}项" for category, count in present_categories(targets).items())


def target_parts(targets: Sequence[Target]) -> str:
    """Name what every target states: 考核标准、分值和时限; nothing that one of them leaves blank."""
    parts = [
        name
        for name, stated in (
            ("考核标准", all(target.standard for target in targets)),
            ("分值", all(target.points is not None for target in targets)),
            ("时限", all(target.due and target.due.text for target in targets)),
        )
        if stated and targets
    ]
    return "和".join(filter(None, (joined(parts[:-1]), *parts[-1:])))


def signing_text(branch: Branch, signers: Sequence[Member]) -> str:
    """Say on which days the agreements were signed: 1月20日27份、4月10日1份; nothing where a day is not given."""
    days = [branch.signing_day(member) for member in signers]
    known = sorted(day for day in days if day is not None)
    if not known:
        return ""
    if len(known) == len(days) and known[0] == known[-1]:
        return f"均于{date_text(known[0])}签订"
    counts = Counter(known)
    if len(counts) > DAYS_NAMED:
        rest = f"另有{len(days) - len(known)}份没有填签订日期" if len(known) < len(days) else ""
        return joined((f"{days_text(known[0], known[-1])}陆续签订", rest), "，")
    before = [None, *counts]
    parts = [
        f"{month_day_text(day) if last and last.year == day.year else date_text(day)}签订{counts[day]}份"
        for last, day in zip(before, counts, strict=False)
    ]
    return f"其中{joined(parts)}"


def systems(branch: Branch) -> list[str]:
    """Name the systems (制度) of which the year has a record; source-structure.md 5.2 #24 to #29."""
    return [name for name, kept in _systems(branch) if kept]


def _meetings_owed(branch: Branch) -> Iterator[str]:
    """Yield the kinds of 三会一课 that a branch has: without committee or groups, no meetings of theirs."""
    yield from (GENERAL, LECTURE)
    if has_committee(branch, branch.told_until):
        yield COMMITTEE
    if branch.groups:
        yield GROUP


def _systems(branch: Branch) -> Iterator[tuple[str, bool]]:
    yield "“三会一课”", all(branch.of_type(kind) for kind in _meetings_owed(branch))
    yield "组织生活会", bool(branch.of_type(ORG_LIFE))
    yield "党员目标管理", bool(branch.records.targets)
    yield "党内汇报", bool(branch.points_in("党内汇报"))
    yield "民主评议党员", bool(branch.records.evaluations) or bool(branch.of_type(EVALUATION))
    yield "党风廉政建设", bool(branch.points_in("党风廉政"))


def studied(branch: Branch) -> str:
    """Name those of them that the year's meetings and courses took up, with how often."""
    found = ((entry, document_taken_up(branch, entry)) for entry in discipline(branch))
    return joined(f"{titled(entry.content)}{count}次" for entry, count in found if count)


KEPT = (
    cells(MEETINGS, "types day belongs_to")
    | cells(POINTS, "chapter")
    | cells(TARGETS, "category")
    | cells(EVALUATIONS, "member")
    | TOLD_BY
)
"""What decides of which systems the year has a record."""
TAKEN_UP = (
    info("documents")
    | TOLD_BY
    | cells(MEETINGS, "number day belongs_to theme materials minutes")
    | cells(ITEMS, "meeting topic text")
    | cells(TRAININGS, "start subject")
)
SYSTEMS: Group[OfBranch, list[str]] = Group(
    name="制度",
    about="这一年有记录可查的制度",
    of=lambda year: systems(year.branch),
    fields=(
        Field(name="名单", about="哪几项制度", example="“三会一课”、组织生活会", value=joined, grounds=KEPT),
        Field(
            name="项数",
            about="一共几项",
            example="六项",
            value=lambda found: f"{several(len(found))}项" if found else "",
            grounds=KEPT,
        ),
        Field(
            name="多项",
            about="是不是不止一项",
            example="True",
            value=lambda found: len(found) > 1,
            grounds=KEPT,
            shape=Shape.YES_NO,
        ),
    ),
)
DISCIPLINE_GROUP: Group[OfBranch, Branch] = Group(
    name="纪律",
    about="纪律方面的依据文件和学习",
    of=lambda year: year.branch,
    fields=(
        Field(
            name="依据",
            about="依据文件里讲纪律的",
            example="《中国共产党纪律处分条例》（2023年修订）",
            value=lambda branch: joined(noted(titled(entry.content), entry.outcome) for entry in discipline(branch)),
            grounds=info("documents"),
        ),
        Field(
            name="学习",
            about="这些文件各学了几次",
            example="《中国共产党纪律处分条例》3次",
            value=studied,
            grounds=TAKEN_UP,
        ),
    ),
)
