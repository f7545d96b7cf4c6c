"""Declares what the work summary says of the projects (立项攻关)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pipeline.documents.branch_fields import OfBranch, standing_text
from pipeline.documents.fields import Field, Group, Rows, cell
from pipeline.documents.summary_names import plainly, said_as
from pipeline.documents.summary_prose import day_text
from pipeline.documents.summary_talks import PROJECT_TALKS, Talks, partners_in, talks_for, visits_in
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import NAMING, cells, info
from pipeline.facts.projects import first_sentences, proven_benefit
from pipeline.schema import (
    PROJECTS,
    ROSTER,
    TALKS,
    Project,
)
from pipeline.values import natural
from pipeline.vocabulary import Shape
from pipeline.wording import (
    clause,
    date_text,
    joined,
    noted,
    number_text,
    numeral,
    paragraphs,
    sentence,
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
    return number_text(proven_benefit(one.project))


def heading_text(one: Numbered) -> str:
    """Head a project as the source article does: “立项攻关一”; without a number where it is the only one."""
    alone = len(one.branch.records.projects) == 1
    return f"“立项攻关{'' if alone else numeral(one.number)}”"


def digest_text(one: Numbered) -> str:
    """Tell a project in short: its 摘要, else the first sentences of 背景与难点, 措施 and 成果."""
    project = one.project
    digest = "".join(paragraphs(sentence(project.digest))) or first_sentences(project)
    return plainly(one.branch, digest)


def closing_text(one: Numbered) -> str:
    """Close the account of a project: who led it, when it was finished, its benefit, or the talks held for it."""
    project, talks = one.project, talks_for(one.branch, one.project.number)
    benefit = benefit_text(one)
    told = "" if benefit else talked_text(talks)
    finished = f"{day_text(one.branch, project.finished)}完成" if project.finished else ""
    due = f"时限是{project.due.text}" if project.due and not project.finished else ""
    led = f"由{said_as(one.branch, project.leader)}负责" if project.leader else ""
    done = joined((led, finished, due, f"经济效益{benefit}万元" if benefit else ""), "，")
    parts = joined((f"项目{done}" if done else "", f"为此{told}" if told else ""), "；")
    return f"{parts}。" if parts else ""


def talked_text(talks: Talks) -> str:
    """Count the talks held for a project: 谈心谈话9次、家访3次，涉及6人."""
    if not talks.talks:
        return ""
    visits = visits_in(talks)
    rest = len(talks.talks) - visits
    counts = joined((f"谈心谈话{rest}次" if rest else "", f"家访{visits}次" if visits else ""))
    return f"{counts}，涉及{len(partners_in(talks))}人"


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
        Field(
            name="题",
            about="加引号的题目，只有一项就没有序号",
            example="“立项攻关一”",
            value=heading_text,
            grounds=cells(PROJECTS, "number"),
        ),
        Field(
            name="简述",
            about="摘要；没有摘要就是背景与难点、措施、成果三格的第一句",
            example="两台备用箱各缺一部分配件。",
            value=digest_text,
            grounds=cells(PROJECTS, "digest difficulty measures result")
            | cells(ROSTER, "number station group")
            | NAMING,
        ),
        Field(
            name="结语",
            about="谁负责、哪天完成、效益多少、为此谈了几次",
            example="项目由周国梁负责，3月24日完成，经济效益18.6万元。",
            value=closing_text,
            grounds=cells(PROJECTS, "number leader due finished benefit computed confirmer")
            | cells(TALKS, "number project method listeners")
            | cells(ROSTER, "number station group")
            | NAMING
            | info("year"),
        ),
        cell("摘要", PROJECTS, "digest", lambda one: sentence(one.project.digest)),
        cell("名称", PROJECTS, "name", lambda one: clause(one.project.name)),
        cell("类别", PROJECTS, "category", lambda one: one.project.category),
        cell("立项日期", PROJECTS, "started", lambda one: date_text(one.project.started)),
        Field(
            name="负责人",
            about="负责人，带立项时的党龄",
            example="周国梁（党龄30年）",
            value=leader_text,
            grounds=cells(PROJECTS, "leader started") | cells(ROSTER, "confirmed confirmed_approved") | NAMING,
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
