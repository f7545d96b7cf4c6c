"""Turns the agreements of the year into the roll on which members sign for them (责任书签订汇总表); forms.md 2.11."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from pipeline.documents.fields import Field, Group, Rows, cell
from pipeline.documents.plan import DocumentKind, origins
from pipeline.documents.summary_agreements import Signers
from pipeline.documents.year_papers import AGREEMENTS_FOLDER, NAMED, YearPaper, year_kind
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, cells, deciding, info
from pipeline.findings import Origin
from pipeline.schema import ROSTER, TARGETS, Decides, Member, Target
from pipeline.schema.members import DECEASED, TARGET_CATEGORIES
from pipeline.vocabulary import Shape
from pipeline.wording import date_text, joined, month_day_text, number_text

TEMPLATE = "责任书签订汇总表"
SIGNING = deciding(Decides.STANDING, Decides.APPLYING) | cells(ROSTER, "number signed station") | info("sign_day year")
"""What decides who signs an agreement, and when."""
APPLYING = SIGNING | cells(TARGETS, "category")
MOVED = cells(ROSTER, "moved_in moved_out returned standing standing_since") | info("year")


class Signer(NamedTuple):
    """One line: a member who signs, and the number in the list."""

    number: int
    member: Member
    branch: Branch

    @property
    def targets(self) -> Sequence[Target]:
        """The targets of the agreement."""
        return self.branch.targets_of(self.member)

    def of(self, category: str) -> tuple[Target, ...]:
        """Those of one category."""
        return tuple(target for target in self.targets if target.category == category)


class AgreementList(YearPaper):
    """A paper with a line for each member who signs an agreement."""

    @property
    def has_something(self) -> bool:
        """Whether there is somebody with targets to sign for."""
        return bool(self.signers.all)

    @cached_property
    def signers(self) -> Signers:
        """Those who sign."""
        return Signers(self.branch)

    @property
    def lines(self) -> Iterator[Signer]:
        """A line for each, in the order of the 编号."""
        return (Signer(number, member, self.branch) for number, member in enumerate(self.signers.all, start=1))

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The roster, the targets, and what 支部信息 says of agreements."""
        used = self.branch.info_rows(("sign_day", "full_marks", "pass_marks"))
        return origins(super().sources, self.branch.members, self.branch.ordered_targets, used)


class SigningRoll(AgreementList):
    """The roll of the year."""

    form = TEMPLATE

    @cached_property
    def dated(self) -> int:
        """How many agreements have a date of signing."""
        return sum(self.branch.signing_day(member) is not None for member in self.signers.all)


def full_text(line: Signer) -> str:
    """Write the points of all targets; nothing while one of them has none."""
    points = [target.points for target in line.targets if target.points is not None]
    return number_text(sum(points)) if len(points) == len(line.targets) else ""


def signed_text(line: Signer) -> str:
    """Write the day of signing, without the year where it is that of the paper."""
    day = line.branch.signing_day(line.member)
    return month_day_text(day) if day and day.year == line.branch.year else date_text(day)


def moves_in_year(line: Signer) -> Iterator[tuple[date, str]]:
    """Yield on which days of the year somebody came and went, and how."""
    member = line.member
    ended = member.standing_since if member.standing == DECEASED else None
    moves = ((member.moved_in, "转入"), (member.moved_out, "转出"), (member.returned, "转回"), (ended, DECEASED))
    return ((day, way) for day, way in moves if day is not None and day.year == line.branch.year)


def moved_text(line: Signer) -> str:
    """Say when in the year somebody came or went: 4月10日转入."""
    return joined(f"{month_day_text(day)}{way}" for day, way in moves_in_year(line))


def signed_count(roll: SigningRoll) -> str:
    """Count the agreements that have a date of signing; left to be written by hand while one of them has none."""
    return str(roll.dated) if roll.dated == len(roll.signers.all) else ""


def undated_text(roll: SigningRoll) -> str:
    """Say how many have a date, where not all have one."""
    some = 0 < roll.dated < len(roll.signers.all)
    return f"填了签订日期的{roll.dated}名" if some else ""


LINE_FIELDS: tuple[Field[Signer], ...] = (
    Field(
        name="序号",
        about="名单里的第几名",
        example="1",
        value=lambda line: str(line.number),
        grounds=SIGNING,
    ),
    cell(
        "姓名",
        ROSTER,
        "name",
        lambda line: line.branch.label(line.member),
        "姓名，同名的带编号",
        grounds=NAMING,
    ),
)
"""What each line of such a list begins with."""


def _counted(category: str) -> Field[Signer]:
    return Field(
        name=f"{category}目标数",
        about=f"{category}目标几项",
        example="8",
        value=lambda line: len(line.of(category)),
        grounds=APPLYING,
        shape=Shape.NUMBER,
    )


KIND: DocumentKind[SigningRoll] = year_kind(
    SigningRoll,
    TEMPLATE,
    AGREEMENTS_FOLDER,
    "全年一份，签责任书的党员一人一行；签字留空",
    (
        Group(
            name="签订",
            about="签了多少",
            of=lambda roll: roll,
            fields=(
                Field(
                    name="应签",
                    about="应签几名",
                    example="28",
                    value=lambda roll: len(roll.signers.all),
                    grounds=SIGNING,
                    shape=Shape.NUMBER,
                ),
                Field(
                    name="已签",
                    about="已签几名；有人没有签订日期就空着",
                    example="28",
                    value=signed_count,
                    grounds=SIGNING,
                ),
                Field(
                    name="有日期",
                    about="有人没有签订日期时，有日期的几名",
                    example="填了签订日期的27名",
                    value=undated_text,
                    grounds=SIGNING,
                ),
            ),
        ),
        Rows(
            name="名单",
            about="签责任书的党员，一人一行",
            each=lambda roll: roll.lines,
            grounds=SIGNING,
            own_of=ROSTER.name,
            own=lambda line: line.member,
            fields=(
                *LINE_FIELDS,
                cell("党小组", ROSTER, "group", lambda line: line.member.group),
                cell("岗位", ROSTER, "station", lambda line: line.member.station),
                *map(_counted, TARGET_CATEGORIES),
                Field(
                    name="满分",
                    about="各项分值合计；有一项没有分值就空着",
                    example="100",
                    value=full_text,
                    grounds=SIGNING | cells(TARGETS, "points"),
                ),
                Field(
                    name="签订日期",
                    about="哪天签的，当年的不写年",
                    example="1月20日",
                    value=signed_text,
                    grounds=SIGNING,
                ),
                Field(
                    name="备注",
                    about="年内转入的、转出的写明",
                    example="转入",
                    value=lambda line: joined(way for _, way in moves_in_year(line)),
                    grounds=MOVED,
                ),
            ),
        ),
    ),
    grounds=SIGNING | NAMED,
    every_row=True,
)
