"""Declares the tables of the work summary: agreements, zones, projects, evaluation, courses, awards and sanctions."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from pipeline.documents.branch_fields import OfBranch, standing_text
from pipeline.documents.evaluations import grades_text
from pipeline.documents.fields import Field, Group, Rows, Value, cell
from pipeline.documents.summary_claims import aspects, signing_text, target_counts, target_parts
from pipeline.documents.summary_figures import PROJECT_TALKS, talks_for
from pipeline.documents.summary_points import day_text
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Grounds, cells, deciding, info
from pipeline.facts.membership import is_full, is_probationary, on_books
from pipeline.schema import (
    AWARDS,
    EVALUATIONS,
    MEETINGS,
    PROJECTS,
    ROSTER,
    TALKS,
    TARGETS,
    TRAININGS,
    ZONES,
    Award,
    Decides,
    Member,
    Project,
    Training,
)
from pipeline.schema.members import Zone
from pipeline.values import natural
from pipeline.vocabulary import Shape
from pipeline.wording import (
    average_text,
    clause,
    date_text,
    days_text,
    joined,
    noted,
    number_text,
    numeral,
    paragraphs,
    sentence,
)

ZONE_TYPES = ("党员示范责任区", "红旗责任区", "先锋模范岗")
AWARD = "表彰"
NAMING = deciding(Decides.NAMING)
TOLD = info("written year")
SIGNED = deciding(Decides.STANDING, Decides.APPLYING) | cells(ROSTER, "number signed station") | info("sign_day") | TOLD
SCORED = SIGNED | cells(TARGETS, "scores")


@dataclass(frozen=True)
class Signers:
    """Those who signed an agreement."""

    branch: Branch

    @cached_property
    def all(self) -> list[Member]:
        """All of them."""
        branch = self.branch
        return [member for member in branch.members if branch.signs(member) and branch.targets_of(member)]

    @cached_property
    def staying(self) -> list[Member]:
        """Those still on the books on the last day told of."""
        return [member for member in self.all if on_books(member, self.branch.told_until)]

    @property
    def included(self) -> str:
        """Say how many of them left later, and how many are waiting to be approved."""
        day = self.branch.told_until
        waiting = sum(not is_full(member, day) and not is_probationary(member, day) for member in self.staying)
        gone = len(self.all) - len(self.staying)
        return joined(
            (f"后来转出或离开的{gone}名" if gone else "", f"等待批准的预备党员{waiting}名" if waiting else "")
        )

    @cached_property
    def scores(self) -> list[Decimal]:
        """The points of those who have all of theirs."""
        totals = map(self.branch.total_score, self.staying)
        return [total for total in totals if total is not None]


def _signed(
    name: str, about: str, example: str, value: Callable[[Signers], Value], grounds: Grounds, shape: Shape = Shape.TEXT
) -> Field[Signers]:
    return Field(name=name, about=about, example=example, value=value, grounds=grounds, shape=shape)


AGREEMENT_FIGURES: Group[OfBranch, Signers] = Group(
    name="责任书",
    about="责任书的签订和考核",
    of=lambda year: Signers(year.branch),
    fields=(
        _signed("份数", "签了几份", "28", lambda found: len(found.all), SIGNED, Shape.NUMBER),
        _signed("含", "其中后来离开的和等待批准的", "后来转出或离开的1名", lambda found: found.included, SIGNED),
        _signed(
            "签订",
            "哪天签了几份",
            "均于2025年1月20日签订",
            lambda found: signing_text(found.branch, found.all),
            SIGNED,
        ),
        _signed(
            "方面",
            "目标分几个方面",
            "共性、岗位、个性三个方面",
            lambda found: aspects(found.branch.records.targets),
            cells(TARGETS, "category"),
        ),
        _signed(
            "目标数",
            "各类目标多少项",
            "共性目标8项、岗位目标32项、个性目标28项",
            lambda found: target_counts(found.branch.records.targets),
            cells(TARGETS, "category"),
        ),
        _signed(
            "写明",
            "每项目标都写明了的：考核标准、分值、时限",
            "考核标准、分值和时限",
            lambda found: target_parts(found.branch.records.targets),
            cells(TARGETS, "standard points due"),
        ),
        _signed("考核人数", "得分齐全的人数", "27", lambda found: len(found.scores), SCORED, Shape.NUMBER),
        _signed("平均分", "这些人的平均分", "97.2", lambda found: average_text(found.scores), SCORED),
    ),
)


class ZonesOfType(NamedTuple):
    """The zones of one type, by name."""

    kind: str
    zones: Sequence[Zone]


def zones_by_type(year: OfBranch) -> Iterator[ZonesOfType]:
    """Give the zones of each type; types without a zone are left out."""
    for kind in ZONE_TYPES:
        zones = sorted(
            (zone for zone in year.branch.records.zones if zone.category == kind), key=lambda zone: zone.name
        )
        if zones:
            yield ZonesOfType(kind, zones)


def zone_text(zone: Zone) -> str:
    """Write a zone with its members and rating: 装配台党员示范责任区（周国梁、沈志刚，优秀）."""
    return noted(zone.name, joined(map(str, zone.holders)), clause(zone.rating))


ZONES_TABLE: Rows[OfBranch, ZonesOfType] = Rows(
    name="责任区",
    about="责任区和模范岗，一类一行",
    each=zones_by_type,
    grounds=cells(ZONES, "category"),
    fields=(
        cell("类型", ZONES, "category", lambda found: found.kind),
        Field(
            name="个数",
            about="这一类几个",
            example="3",
            value=lambda found: len(found.zones),
            grounds=cells(ZONES, "category"),
            shape=Shape.NUMBER,
        ),
        Field(
            name="名单",
            about="名称、责任党员和评定",
            example="变速箱装配台党员示范责任区（周国梁、沈志刚，优秀）",
            value=lambda found: joined(map(zone_text, found.zones), "；"),
            grounds=cells(ZONES, "name holders rating") | NAMING,
        ),
    ),
)


class Numbered(NamedTuple):
    """A project, its number in the summary, and the branch it is of."""

    number: int
    project: Project
    branch: Branch


def projects(year: OfBranch) -> Iterator[Numbered]:
    """Number the projects by 编号."""
    rows = sorted(year.branch.records.projects, key=lambda project: natural(project.number))
    return (Numbered(number, project, year.branch) for number, project in enumerate(rows, start=1))


def leader_text(one: Numbered) -> str:
    """Write the leader with the party standing on the day the project began."""
    project = one.project
    leader = one.branch.member_of(project.leader)
    standing = standing_text(leader, project.started) if leader and project.started else ""
    return noted(str(project.leader or ""), f"党龄{standing}" if standing else "")


def benefit_text(one: Numbered) -> str:
    """Write the benefit, where it says how it was computed and who confirmed it."""
    project = one.project
    return number_text(project.benefit if project.computed and project.confirmer else None)


PROJECTS_TABLE: Rows[OfBranch, Numbered] = Rows(
    name="立项",
    about="立项攻关，一项一组，按编号",
    each=projects,
    grounds=cells(PROJECTS, "number"),
    own_of=PROJECTS.name,
    own=lambda one: one.project,
    fields=(
        Field(
            name="序",
            about="第几个立项",
            example="一",
            value=lambda one: numeral(one.number),
            grounds=cells(PROJECTS, "number"),
        ),
        cell("名称", PROJECTS, "name", lambda one: clause(one.project.name)),
        cell("类别", PROJECTS, "category", lambda one: one.project.category),
        cell("立项日期", PROJECTS, "started", lambda one: date_text(one.project.started)),
        Field(
            name="负责人",
            about="负责人，带立项时的党龄",
            example="周国梁（党龄30年）",
            value=leader_text,
            grounds=cells(PROJECTS, "leader started") | cells(ROSTER, "confirmed") | NAMING,
        ),
        cell("组员", PROJECTS, "team", lambda one: joined(map(str, one.project.team)), grounds=NAMING),
        cell("参加群众", PROJECTS, "helpers", lambda one: clause(one.project.helpers)),
        Field(
            name="难点",
            about="背景与难点，一段一段的",
            example="3月上旬会战刚开钻",
            value=lambda one: paragraphs(sentence(one.project.difficulty)),
            grounds=cells(PROJECTS, "difficulty"),
            shape=Shape.TEXTS,
        ),
        cell("目标", PROJECTS, "goal", lambda one: sentence(one.project.goal)),
        Field(
            name="措施",
            about="措施，一段一段的",
            example="两名党员吃住在现场",
            value=lambda one: paragraphs(sentence(one.project.measures)),
            grounds=cells(PROJECTS, "measures"),
            shape=Shape.TEXTS,
        ),
        cell("时限", PROJECTS, "due", lambda one: one.project.due.text if one.project.due else ""),
        cell("完成日期", PROJECTS, "finished", lambda one: date_text(one.project.finished)),
        Field(
            name="成果",
            about="成果，一段一段的",
            example="试车四小时，各挡换挡顺畅",
            value=lambda one: paragraphs(sentence(one.project.result)),
            grounds=cells(PROJECTS, "result"),
            shape=Shape.TEXTS,
        ),
        Field(
            name="效益金额",
            about="效益金额（万元）；有计算依据和确认人才写",
            example="18.6",
            value=benefit_text,
            grounds=cells(PROJECTS, "benefit computed confirmer"),
        ),
        cell("计算依据", PROJECTS, "computed", lambda one: clause(one.project.computed)),
        cell("确认人", PROJECTS, "confirmer", lambda one: clause(one.project.confirmer)),
        cell("验收", PROJECTS, "acceptance", lambda one: sentence(one.project.acceptance)),
        Group(
            name="谈话",
            about="为这个立项谈的话",
            of=lambda one: talks_for(one.branch, one.project.number),
            fields=PROJECT_TALKS,
            grounds=cells(TALKS, "project") | cells(PROJECTS, "number"),
        ),
    ),
)
EVALUATED = cells(EVALUATIONS, "member") | cells(MEETINGS, "types day")
EVALUATION_FIGURES: Group[OfBranch, Branch] = Group(
    name="评议",
    about="民主评议；没有开展就是空的",
    of=lambda year: year.branch if year.branch.records.evaluations else None,
    grounds=EVALUATED,
    fields=(
        Field(
            name="日期",
            about="民主评议那天",
            example="2025年12月12日",
            value=lambda branch: date_text(branch.evaluation_meeting.day) if branch.evaluation_meeting else "",
            grounds=EVALUATED,
        ),
        Field(
            name="人数",
            about="评议了多少名党员",
            example="27",
            value=lambda branch: len(branch.records.evaluations),
            grounds=EVALUATED,
            shape=Shape.NUMBER,
        ),
        Field(
            name="等次",
            about="各等次多少名，优秀占正式党员多少",
            example="优秀8名（占正式党员的32.0%）、合格17名",
            value=lambda branch: grades_text(branch, branch.records.evaluations),
            grounds=EVALUATED | cells(EVALUATIONS, "grade") | deciding(Decides.STANDING) | TOLD,
        ),
    ),
)


class Course(NamedTuple):
    """A course, and the branch it is of."""

    training: Training
    branch: Branch


def courses(year: OfBranch) -> list[Course]:
    """Give the courses by date."""
    rows = sorted(year.branch.records.trainings, key=lambda row: (row.start or date.max, row.subject))
    return [Course(row, year.branch) for row in rows]


def participants_text(one: Course) -> str:
    """Say who took part."""
    people = one.training.people
    if people is None:
        return ""
    return "全体党员" if people.everyone else joined((*people.stations, *map(str, people.people)))


def course_days(one: Course) -> str:
    """Write the days of a course, without the year where it is that of the summary."""
    training = one.training
    days = days_text(training.start, training.end or training.start) if training.start else ""
    return days.removeprefix(f"{one.branch.year}年")


TRAININGS_TABLE: Rows[OfBranch, Course] = Rows(
    name="培训",
    about="学习培训，一次一行，按日期",
    each=courses,
    grounds=cells(TRAININGS, "start subject"),
    own_of=TRAININGS.name,
    own=lambda one: one.training,
    fields=(
        cell("人员", TRAININGS, "people", participants_text, grounds=NAMING | cells(ROSTER, "station")),
        Field(
            name="日期",
            about="从哪天到哪天",
            example="3月5日至7日",
            value=course_days,
            grounds=cells(TRAININGS, "start end") | info("year"),
        ),
        cell("内容", TRAININGS, "subject", lambda one: clause(one.training.subject)),
        cell("主办", TRAININGS, "host", lambda one: clause(one.training.host)),
        cell("形式", TRAININGS, "form", lambda one: one.training.form),
        cell("学时", TRAININGS, "hours", lambda one: number_text(one.training.hours)),
    ),
)


class AwardRow(NamedTuple):
    """An award or sanction, and the branch it is of."""

    award: Award
    branch: Branch


def awards(branch: Branch) -> list[AwardRow]:
    """Give awards and sanctions by date and 编号."""
    rows = sorted(
        branch.records.awards,
        key=lambda row: (str(row.day or ""), natural(row.member.number if row.member else ""), row.title),
    )
    return [AwardRow(row, branch) for row in rows]


AWARD_FIELDS: tuple[Field[AwardRow], ...] = (
    cell("姓名", AWARDS, "member", lambda one: str(one.award.member or ""), grounds=NAMING),
    cell("类别", AWARDS, "category", lambda one: one.award.category),
    cell("名称", AWARDS, "title", lambda one: clause(one.award.title)),
    cell("文号", AWARDS, "approval", lambda one: clause(one.award.approval)),
    cell("日期", AWARDS, "day", lambda one: day_text(one.branch, one.award.day), grounds=info("year")),
    cell("会议", AWARDS, "meeting", lambda one: one.award.meeting),
)


def award_table(name: str, about: str, chosen: Callable[[str], bool]) -> Rows[OfBranch, AwardRow]:
    """Declare the table of the awards, or of the sanctions."""
    return Rows(
        name=name,
        about=about,
        each=lambda year: [one for one in awards(year.branch) if chosen(one.award.category)],
        grounds=cells(AWARDS, "category day title member"),
        own_of=AWARDS.name,
        own=lambda one: one.award,
        fields=AWARD_FIELDS,
    )


AWARDS_TABLE = award_table(AWARD, "党员受的表彰，按日期", lambda category: category == AWARD)
SANCTIONS_TABLE = award_table("处置", "组织处置和处分，按日期", lambda category: category != AWARD)
