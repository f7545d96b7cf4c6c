"""Which parts and sections of the work summary have something to tell; the others are left out, and named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from pipeline.facts.branch import Branch
from pipeline.facts.chapters import PLANS, PROBLEMS, named_only, told_in_text
from pipeline.facts.committee import has_committee
from pipeline.facts.participation import participations
from pipeline.facts.taken_up import discipline, document_taken_up
from pipeline.facts.year import tells_of_meeting, tells_of_talk
from pipeline.schema import (
    EVALUATIONS,
    INFO_SHEET,
    ITEMS,
    MEETINGS,
    PROJECTS,
    TALKS,
    TARGETS,
    TRAININGS,
    ZONES,
    Entry,
    Meeting,
    Member,
)
from pipeline.schema.activities import GENERAL, LECTURE, POLL
from pipeline.schema.members import SECRETARY

TARGETS_PART, SYSTEMS_PART, SECRETARY_PART = "目标管理", "工作制度", "书记"
PARTS = (TARGETS_PART, SYSTEMS_PART, SECRETARY_PART, PROBLEMS, PLANS)
RETIRED = ("离退休", "退休", "离休", "老干部")
"""What the name of a branch of retired members holds; no cell says it otherwise."""
ACCOUNT = "述职"


class Section(NamedTuple):
    """A section of the summary."""

    part: str
    name: str
    chapters: tuple[str, ...]
    """The chapters of 总结要点 that stand in it."""
    sheets: tuple[str, ...]
    """Where what it tells is filled in, besides 总结要点."""
    computed: Callable[[Branch], object]
    """Whether the workbook bears out its own first sentence."""

    def stands(self, branch: Branch) -> bool:
        """Whether there is anything to tell."""
        return bool(self.computed(branch)) or any(told_in_text(branch, chapter) for chapter in self.chapters)


def nothing(branch: Branch) -> bool:  # noqa: ARG001
    """Say of a section that only people can write."""
    return False


def is_retired(branch: Branch) -> bool:
    """Whether the branch is one of retired members, as its name says."""
    return any(word in branch.info.short_name + branch.info.full_name for word in RETIRED)


def told_meetings(branch: Branch) -> tuple[Meeting, ...]:
    """Give the meetings that the summary tells of."""
    return tuple(meeting for meeting in branch.meetings if tells_of_meeting(branch, meeting))


def has_agreements(branch: Branch) -> bool:
    """Whether anybody signed an agreement."""
    return any(branch.signs(member) and branch.targets_of(member) for member in branch.members)


def has_votes(branch: Branch) -> bool:
    """Whether anything was voted on, the evaluation's poll left aside."""
    held = {meeting.number for meeting in told_meetings(branch)}
    return any(item.meeting in held and item.vote_type not in {"", POLL} for item in branch.records.items)


def has_talks(branch: Branch) -> bool:
    """Whether there was a talk that the summary tells of."""
    return any(tells_of_talk(branch, talk.day) for talk in branch.talks)


def has_discipline(branch: Branch) -> bool:
    """Whether a document on discipline was taken up."""
    return any(document_taken_up(branch, entry) for entry in discipline(branch))


def has_procedures(branch: Branch) -> bool:
    """Whether talks, an evaluation, or awards and sanctions can be told of."""
    return has_talks(branch) or bool(branch.records.evaluations or branch.records.awards)


def secretary(branch: Branch) -> Member | None:
    """Give the secretary on the last day told of."""
    return branch.secretary(branch.told_until)


def has_studied(branch: Branch) -> bool:
    """Whether the secretary has hours of study."""
    member = secretary(branch)
    return member is not None and participations(branch, branch.told_until)[member.number].hours > 0


def has_duties(branch: Branch) -> bool:
    """Whether a committee has parted its work."""
    return has_committee(branch, branch.told_until) and any(entry.detail for entry in branch.info.duties)


def lectures_given(branch: Branch) -> int:
    """Count the lectures (党课) that the secretary gave."""
    member = secretary(branch)
    held = (meeting for meeting in told_meetings(branch) if LECTURE in meeting.types)
    return sum(member is not None and branch.member_of(meeting.lecturer) is member for meeting in held)


def accounts(branch: Branch) -> tuple[Meeting, ...]:
    """Give the general meetings at which the secretary gave an account (述职), by the titles of their items."""
    held = (meeting for meeting in told_meetings(branch) if GENERAL in meeting.types)
    return tuple(m for m in held if any(_is_account(item.topic) for item in branch.items_of.get(m.number, ())))


def _is_account(topic: str) -> bool:
    return ACCOUNT in topic and SECRETARY in topic


def has_service(branch: Branch) -> bool:
    """Whether the secretary gave a lecture or an account, or good deeds are named."""
    return bool(lectures_given(branch) or accounts(branch) or named_only(branch))


SECTIONS = (
    Section(TARGETS_PART, "责任目标", ("责任书",), (TARGETS.name,), has_agreements),
    Section(TARGETS_PART, "设岗定责", ("责任区", "特色活动"), (ZONES.name,), lambda branch: branch.records.zones),
    Section(TARGETS_PART, "立项攻关", (), (PROJECTS.name,), lambda branch: branch.records.projects),
    Section(SYSTEMS_PART, "党员言行", ("制度建设", "言行规范", "党内汇报"), (ITEMS.name,), has_votes),
    Section(SYSTEMS_PART, "纪律约束", ("纪律教育", "党风廉政"), (INFO_SHEET,), has_discipline),
    Section(SYSTEMS_PART, "三会一课", ("三会一课", "班子建设"), (MEETINGS.name,), told_meetings),
    Section(SYSTEMS_PART, "教育管理", (), (TALKS.name, EVALUATIONS.name), has_procedures),
    Section(SECRETARY_PART, "学习培训", ("学习培训",), (TRAININGS.name,), has_studied),
    Section(SECRETARY_PART, "一岗双责", ("一岗双责", "群团工作"), (INFO_SHEET,), has_duties),
    Section(SECRETARY_PART, "服务群众", ("走讲读写想", "办实事"), (), has_service),
    Section(SECRETARY_PART, "参与贴近", ("三个参与", "三个贴近"), (), nothing),
    Section(PROBLEMS, PROBLEMS, (PROBLEMS,), (), nothing),
    Section(PLANS, PLANS, (PLANS,), (), nothing),
)
"""In the order of the summary; source-structure.md 5.1."""


def standing(branch: Branch) -> Mapping[str, tuple[Section, ...]]:
    """Give the parts that have something to tell, with the sections that stand in each; an opening is enough."""
    return branch.once(_standing)


def _standing(branch: Branch) -> dict[str, tuple[Section, ...]]:
    found = {part: tuple(s for s in SECTIONS if s.part == part and s.stands(branch)) for part in PARTS}
    opened = {TARGETS_PART: opens_targets(branch)}
    return {part: sections for part, sections in found.items() if sections or opened.get(part)}


def ordered_campaigns(branch: Branch) -> list[Entry]:
    """Give the campaigns (创建活动) that have a name, and the number of the order they rest on."""
    return [entry for entry in branch.info.campaigns if entry.content and entry.detail]


def opens_targets(branch: Branch) -> bool:
    """Whether the first part has an opening: campaigns that were ordered, honours, and of the retired their talks."""
    told = ordered_campaigns(branch) or any(entry.content for entry in branch.info.honours)
    return bool(told) or (is_retired(branch) and has_talks(branch))


def left_out(branch: Branch) -> tuple[Section, ...]:
    """Give the sections that are not written."""
    written = {section.name for sections in standing(branch).values() for section in sections}
    return tuple(section for section in SECTIONS if section.name not in written)


def missing_chapters(branch: Branch) -> tuple[str, ...]:
    """Name the chapters without a row in sections that are written all the same, save one of its own name.

    That one would be taken for the section, which is there.
    """
    sections = (section for found in standing(branch).values() for section in found)
    return tuple(
        chapter for s in sections for chapter in s.chapters if chapter != s.name and not branch.points_in(chapter)
    )
