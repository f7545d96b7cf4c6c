"""Turns the whole year into the context of the work summary (年度工作总结)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial

from pipeline.documents.branch_fields import standing_text
from pipeline.documents.evaluations import grades_text
from pipeline.documents.naming import safe_name
from pipeline.documents.plan import Context, Field, Planned, origins
from pipeline.documents.summary_claims import (
    discipline,
    is_enterprise,
    signing_text,
    systems,
    target_categories,
    target_parts,
)
from pipeline.documents.summary_figures import (
    meeting_figures,
    membership,
    org_life_figures,
    project_talks,
    study_figures,
    talk_figures,
)
from pipeline.facts.branch import Branch
from pipeline.facts.membership import is_full, is_probationary, on_books
from pipeline.schema import SUMMARY, Award, Point, Project, Training
from pipeline.schema.branch import CHAPTERS
from pipeline.schema.members import Zone
from pipeline.values import natural
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

FOLDER = "10年度总结"
TEMPLATE = "年度工作总结"
ZONE_TYPES = ("党员示范责任区", "红旗责任区", "先锋模范岗")
LAST_CHAPTERS = ("存在问题", "下一步打算")
FIXED_CHAPTERS = 3
"""The outline's three parts, which are always there; source-structure.md 5.1."""


def plan_summary(branch: Branch, shared: Mapping[str, Field]) -> Iterator[Planned]:
    """Plan the one summary of the year."""
    written = branch.info.written
    stamp = f"_{written:%Y%m%d}" if written else ""
    stem = f"{branch.year}_{FOLDER}{stamp}_{branch.info.short_name}_{TEMPLATE}"
    rows = [record for _, records in branch.records.tables() for record in records]
    yield Planned(
        kind=SUMMARY,
        template=TEMPLATE,
        folder=FOLDER,
        name=safe_name(stem),
        title=f"{branch.info.short_name}{branch.year}年度工作总结",
        day=written or branch.year_end,
        sources=origins(branch.info.origins.values(), rows),
        whole_workbook=True,
        build=partial(summary_context, branch, shared),
    )


def summary_context(branch: Branch, shared: Mapping[str, Field]) -> Context:
    """Build the context of the summary."""
    return {
        "支部": shared,
        "党员": membership(branch),
        "责任书": agreement_figures(branch),
        "责任区": zone_rows(branch),
        "立项": [project_fields(branch, n, project) for n, project in enumerate(projects(branch), start=1)],
        "会议": meeting_figures(branch),
        "组织生活会": org_life_figures(branch),
        "评议": evaluation_figures(branch),
        "谈话": talk_figures(branch),
        "学习": study_figures(branch),
        "培训": [training_fields(branch, training) for training in trainings(branch)],
        "表彰": [award_fields(branch, award) for award in awards(branch) if award.category == "表彰"],
        "处置": [award_fields(branch, award) for award in awards(branch) if award.category != "表彰"],
        "要点": {chapter: point_fields(branch, chapter) for chapter in CHAPTERS},
        "序": chapter_numerals(branch),
        "制度": systems(branch),
        "纪律": discipline(branch),
        "企业": is_enterprise(branch),
        "群众": "职工" if is_enterprise(branch) else "群众",
    }


def agreement_figures(branch: Branch) -> dict[str, Field]:
    """Count the agreements and their targets."""
    signers = [member for member in branch.members if branch.signs(member) and branch.targets_of(member)]
    day = branch.told_until
    staying = [member for member in signers if on_books(member, day)]
    waiting = [member for member in staying if not is_full(member, day) and not is_probationary(member, day)]
    totals = [branch.total_score(member) for member in staying]
    scored = [total for total in totals if total is not None]
    targets = branch.records.targets
    gone = len(signers) - len(staying)
    return {
        "份数": len(signers),
        "含": joined(
            (f"后来转出或离开的{gone}名" if gone else "", f"等待批准的预备党员{len(waiting)}名" if waiting else "")
        ),
        "签订": signing_text(branch, signers),
        **target_categories(targets),
        "写明": target_parts(targets),
        "考核人数": len(scored),
        "平均分": average_text(scored),
    }


def zone_rows(branch: Branch) -> list[dict[str, Field]]:
    """Group the zones by type, with who answers for each and how it was rated."""
    found: list[dict[str, Field]] = []
    for kind in ZONE_TYPES:
        zones = sorted((zone for zone in branch.records.zones if zone.category == kind), key=lambda zone: zone.name)
        if zones:
            found.append({"类型": kind, "个数": len(zones), "名单": joined(map(zone_text, zones), "；")})
    return found


def zone_text(zone: Zone) -> str:
    """Write a zone with its members and rating: 装配台党员示范责任区（周国梁、沈志刚，优秀）."""
    return noted(zone.name, joined(map(str, zone.holders)), clause(zone.rating))


def projects(branch: Branch) -> list[Project]:
    """Give the projects by 编号."""
    return sorted(branch.records.projects, key=lambda project: natural(project.number))


def project_fields(branch: Branch, number: int, project: Project) -> dict[str, Field]:
    """Build one project: difficulty, people, measures, result, and the talks held for it."""
    leader = branch.member_of(project.leader)
    standing = standing_text(leader, project.started) if leader and project.started else ""
    benefit = project.benefit if project.computed and project.confirmer else None
    return {
        **project.extras,
        "序": numeral(number),
        "名称": clause(project.name),
        "类别": project.category,
        "立项日期": date_text(project.started),
        "负责人": noted(str(project.leader or ""), f"党龄{standing}" if standing else ""),
        "组员": joined(map(str, project.team)),
        "参加群众": clause(project.helpers),
        "难点": paragraphs(sentence(project.difficulty)),
        "目标": sentence(project.goal),
        "措施": paragraphs(sentence(project.measures)),
        "时限": project.due.text if project.due else "",
        "完成日期": date_text(project.finished),
        "成果": paragraphs(sentence(project.result)),
        "效益金额": number_text(benefit),
        "计算依据": clause(project.computed),
        "确认人": clause(project.confirmer),
        "验收": sentence(project.acceptance),
        "谈话": project_talks(branch.talks, project.number),
    }


def evaluation_figures(branch: Branch) -> dict[str, Field]:
    """Count the evaluation's grades; empty where there was none."""
    if not branch.records.evaluations:
        return {}
    meeting = branch.evaluation_meeting
    return {
        "日期": date_text(meeting.day) if meeting else "",
        "人数": len(branch.records.evaluations),
        "等次": grades_text(branch, branch.records.evaluations),
    }


def trainings(branch: Branch) -> list[Training]:
    """Give the courses by date."""
    return sorted(branch.records.trainings, key=lambda row: (row.start or date.max, row.subject))


def training_fields(branch: Branch, training: Training) -> dict[str, Field]:
    """Build one course."""
    people = training.people
    if people is None:
        who = ""
    elif people.everyone:
        who = "全体党员"
    else:
        who = joined((*people.stations, *(str(person) for person in people.people)))
    days = days_text(training.start, training.end or training.start) if training.start else ""
    return {
        **training.extras,
        "人员": who,
        "日期": days.removeprefix(f"{branch.year}年"),
        "内容": clause(training.subject),
        "主办": clause(training.host),
        "形式": training.form,
        "学时": number_text(training.hours),
    }


def awards(branch: Branch) -> list[Award]:
    """Give awards and sanctions by date and 编号."""
    rows = branch.records.awards
    return sorted(
        rows, key=lambda row: (str(row.day or ""), natural(row.member.number if row.member else ""), row.title)
    )


def award_fields(branch: Branch, award: Award) -> dict[str, Field]:
    """Build one award or sanction."""
    return {
        **award.extras,
        "姓名": str(award.member or ""),
        "类别": award.category,
        "名称": clause(award.title),
        "文号": clause(award.approval),
        "日期": day_text(branch, award.day),
        "会议": award.meeting,
    }


def day_text(branch: Branch, day: date | None) -> str:
    """Write a date without the year where it is that of the summary: 3月5日."""
    return date_text(day).removeprefix(f"{branch.year}年")


def point_fields(branch: Branch, chapter: str) -> list[dict[str, Field]]:
    """Build the paragraphs a person wrote for a section; the first of a point carries its gist and date."""
    found: list[dict[str, Field]] = []
    for point in branch.points_in(chapter):
        lines = paragraphs(sentence(point.text))
        found.extend({"小题": gist(branch, point) if n == 0 else "", "正文": line} for n, line in enumerate(lines))
    return found


def gist(branch: Branch, point: Point) -> str:
    """Write the gist of a point with its date, as a sentence of its own; nothing without either."""
    day = day_text(branch, point.day)
    if not point.gist:
        return f"{day}，" if day else ""
    return f"{noted(clause(point.gist), day)}。"


def chapter_numerals(branch: Branch) -> dict[str, Field]:
    """Number the last chapters, which are there only if there is something to say."""
    present = [chapter for chapter in LAST_CHAPTERS if branch.points_in(chapter)]
    return {chapter: numeral(FIXED_CHAPTERS + n) for n, chapter in enumerate(present, start=1)}
