"""Works out which of the summary's fixed sentences the cells bear out; what no cell shows is not said."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.documents.plan import Field
from pipeline.facts.branch import Branch
from pipeline.schema import Entry, Member, Target
from pipeline.schema.activities import COMMITTEE, GENERAL, GROUP, LECTURE, ORG_LIFE
from pipeline.wording import clause, date_text, joined, month_day_text, noted, numeral, titled

CATEGORIES = ("共性", "岗位", "个性")
ENTERPRISES = frozenset({"国有企业", "非公企业"})
DISCIPLINE = ("纪律", "党内监督")
DAYS_NAMED = 3
"""Signing days the summary names one by one; of more it names the first and the last."""


def is_enterprise(branch: Branch) -> bool:
    """Whether the branch is one of an enterprise, to which production and economic benefit belong."""
    return branch.info.unit_type in ENTERPRISES


def target_categories(targets: Sequence[Target]) -> dict[str, Field]:
    """Name the categories that have targets, and count the targets of each."""
    counts = Counter(target.category for target in targets)
    present = [category for category in CATEGORIES if counts[category]]
    return {
        "方面": f"{joined(present)}{numeral(len(present))}个方面" if len(present) > 1 else f"{joined(present)}方面",
        "目标数": joined(f"{category}目标{counts[category]}项" for category in present),
    }


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
        return joined((f"{date_text(known[0])}至{_short(branch, known[-1])}陆续签订", rest), "，")
    parts = [f"{date_text(day) if n == 0 else _short(branch, day)}签订{counts[day]}份" for n, day in enumerate(counts)]
    return f"其中{joined(parts)}"


def _short(branch: Branch, day: date) -> str:
    return month_day_text(day) if day.year == branch.year else date_text(day)


def systems(branch: Branch) -> dict[str, Field]:
    """Name the systems (制度) of which the year has a record; source-structure.md 5.2 #24 to #29."""
    found = [name for name, kept in _systems(branch) if kept]
    return {"名单": joined(found), "项数": f"{numeral(len(found))}项" if found else ""}


def _systems(branch: Branch) -> Iterator[tuple[str, bool]]:
    yield "“三会一课”", any(branch.of_type(kind) for kind in (GENERAL, COMMITTEE, GROUP, LECTURE))
    yield "组织生活会", bool(branch.of_type(ORG_LIFE))
    yield "党员目标管理", bool(branch.records.targets)
    yield "党内汇报", bool(branch.points_in("党内汇报"))
    yield "民主评议党员", bool(branch.records.evaluations)
    yield "党风廉政建设", bool(branch.points_in("党风廉政"))


def discipline(branch: Branch) -> dict[str, Field]:
    """Name the documents on discipline, and those of them that the year's meetings and courses took up."""
    documents = [entry for entry in branch.info.documents if any(word in entry.content for word in DISCIPLINE)]
    studied = [(entry, studies_of(branch, entry)) for entry in documents]
    return {
        "依据": joined(noted(titled(entry.content), entry.outcome) for entry in documents),
        "学习": joined(f"{titled(entry.content)}{count}次" for entry, count in studied if count),
    }


def studies_of(branch: Branch, entry: Entry) -> int:
    """Count the meetings and courses of the year whose cells name a document."""
    name = clause(entry.content).strip("《》").removesuffix("（试行）").removeprefix("中国共产党")
    meetings = (
        "".join((meeting.theme, meeting.materials, meeting.minutes))
        + "".join(item.topic + item.text for item in branch.items_of.get(meeting.number, ()))
        for meeting in branch.meetings
        if branch.tells_of(meeting.day)
    )
    courses = (training.subject for training in branch.records.trainings if branch.tells_of(training.start))
    return sum(bool(name) and name in text for text in (*meetings, *courses))
