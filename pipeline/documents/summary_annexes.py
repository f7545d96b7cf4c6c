"""Numbers the annexes of the work summary: those that have something to show, in their order (附件1, 附件2 …)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from pipeline.documents.branch_fields import OfBranch, Whole
from pipeline.documents.fields import Field, Group, Row, Rows
from pipeline.documents.summary_agreements import SCORED, Signers
from pipeline.documents.summary_grounds import HELD, TOLD
from pipeline.documents.summary_meetings import SPOKEN, org_life, told_meetings
from pipeline.documents.summary_members import STUDIED, Members
from pipeline.documents.summary_prose import cases
from pipeline.documents.summary_talks import told_talks
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Grounds, cells
from pipeline.facts.participation import participations
from pipeline.schema import POINTS, PROJECTS, TALKS, TRAININGS
from pipeline.schema.activities import PROBLEM


class Annex(NamedTuple):
    """One annex, whether it stands, and what decides that."""

    name: str
    title: str
    stands: Callable[[Branch], bool]
    grounds: Grounds


def _studied(branch: Branch) -> bool:
    done = participations(branch, branch.told_until)
    found = (done[member.number] for member in Members(branch).all)
    return any(one.expected or one.hours for one in found)


def _problems(branch: Branch) -> bool:
    found = org_life(Whole(branch))
    return found is not None and bool(found.steps[PROBLEM])


ANNEXES = (
    Annex("组织生活", "组织生活统计", lambda branch: bool(told_meetings(Whole(branch)).meetings), HELD),
    Annex("到会学时", "到会和学时", _studied, STUDIED),
    Annex("目标考核", "目标考核", lambda branch: bool(Signers(branch).scores), SCORED),
    Annex("立项攻关", "立项攻关", lambda branch: bool(branch.records.projects), cells(PROJECTS, "number")),
    Annex("谈心谈话", "谈心谈话", lambda branch: bool(told_talks(Whole(branch)).talks), cells(TALKS, "day") | TOLD),
    Annex("学习培训", "学习培训", lambda branch: bool(branch.records.trainings), cells(TRAININGS, "start subject")),
    Annex("整改清单", "整改清单", _problems, SPOKEN),
    Annex(
        "工作事例", "工作事例", lambda branch: any(cases(branch)), cells(POINTS, "chapter order gist text day place")
    ),
)
"""In the order in which they stand behind the text."""
DECIDED: Grounds = frozenset().union(*(annex.grounds for annex in ANNEXES))
"""What decides which annexes stand, and so the number of each."""


def annex_number(branch: Branch, name: str) -> str:
    """Number an annex among those that stand: 附件3; nothing for one that does not."""
    standing = branch.once(_standing)
    return f"附件{standing.index(name) + 1}" if name in standing else ""


def annex_rows(branch: Branch) -> Iterator[Row[Annex]]:
    """Give the annexes that stand, in their order."""
    standing = branch.once(_standing)
    return (Row(number, annex) for number, annex in enumerate((a for a in ANNEXES if a.name in standing), start=1))


def annex_mark(branch: Branch, name: str) -> str:
    """Refer to an annex in brackets: （附件3）; nothing for one that does not stand."""
    number = annex_number(branch, name)
    return f"（{number}）" if number else ""


def _standing(branch: Branch) -> tuple[str, ...]:
    return tuple(annex.name for annex in ANNEXES if annex.stands(branch))


def _number(name: str, position: int) -> Field[Branch]:
    return Field(
        name=name,
        about=f"“{name}”是附件几；没有内容就空着",
        example=f"附件{position}",
        value=lambda branch: annex_number(branch, name),
        grounds=DECIDED,
    )


def _reference(name: str, position: int) -> Field[Branch]:
    return Field(
        name=name,
        about=f"请读者去看“{name}”那份附件；没有内容就空着",
        example=f"（附件{position}）",
        value=lambda branch: annex_mark(branch, name),
        grounds=DECIDED,
    )


NAMES = tuple(annex.name for annex in ANNEXES)
ANNEX_NUMBERS: Group[OfBranch, Branch] = Group(
    name="附件号",
    about="总结各附件的编号，按有内容的附件排",
    of=lambda year: year.branch,
    fields=(
        *map(_number, NAMES, range(1, len(NAMES) + 1)),
        Rows(
            name="各件",
            about="有内容的附件，按次序；落款以前的附件说明由此列出",
            each=annex_rows,
            grounds=DECIDED,
            fields=(
                Field(name="序号", about="第几件附件", example="1", value=lambda row: str(row.number), grounds=DECIDED),
                Field(
                    name="名称",
                    about="附件的名称",
                    example="组织生活统计",
                    value=lambda row: row.of.title,
                    grounds=DECIDED,
                ),
            ),
        ),
    ),
)
ANNEX_REFERENCES: Group[OfBranch, Branch] = Group(
    name="见附件",
    about="正文里提到附件的括号",
    of=lambda year: year.branch,
    fields=tuple(map(_reference, NAMES, range(1, len(NAMES) + 1))),
)
