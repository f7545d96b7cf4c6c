"""Turns the projects of the year into a register with a page for each (立项攻关登记表); forms.md 2.13."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from functools import cached_property
from itertools import chain

from pipeline.documents.fields import Field, Rows, cell
from pipeline.documents.plan import DocumentKind, Doubt, origins, rows_of_people
from pipeline.documents.summary_projects import Numbered, benefit_text, projects
from pipeline.documents.year_papers import PROJECTS_FOLDER, YearPaper, year_kind
from pipeline.facts.grounds import NAMING, cells
from pipeline.findings import Origin
from pipeline.schema import PROJECTS, Decides, Project
from pipeline.values import Person
from pipeline.vocabulary import Shape
from pipeline.wording import date_text, joined, paragraphs

TEMPLATE = "立项攻关登记表"


class ProjectPaper(YearPaper):
    """A paper with a page for every project."""

    @property
    def has_something(self) -> bool:
        """Whether there is a project."""
        return bool(self.branch.records.projects)

    @cached_property
    def projects(self) -> tuple[Numbered, ...]:
        """The projects by 编号."""
        return tuple(projects(self))

    @property
    def people(self) -> Iterator[Person | None]:
        """Whom the projects name."""
        return chain.from_iterable((one.project.leader, *one.project.team) for one in self.projects)

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The projects, and the members in them."""
        rows = (one.project for one in self.projects)
        return origins(rows, map(self.branch.member_of, self.people), super().sources)

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """Projects name people."""
        return {Decides.NAMING: rows_of_people(self.branch, self.people, doubt)}


class ProjectRegister(ProjectPaper):
    """The register of the year."""

    form = TEMPLATE


def _texts(name: str, column: str, value: Callable[[Project], str], example: str) -> Field[Numbered]:
    """Declare the paragraphs of a long cell."""
    heading = PROJECTS.by_name[column].heading
    return Field(
        name=name,
        about=f"{heading}，一段一段的",
        example=example,
        value=lambda one: paragraphs(value(one.project)),
        grounds=cells(PROJECTS, column),
        shape=Shape.TEXTS,
    )


PROJECT_FIELDS: tuple[Field[Numbered], ...] = (
    cell("编号", PROJECTS, "number", lambda one: one.project.number),
    cell("名称", PROJECTS, "name", lambda one: one.project.name),
    cell("类别", PROJECTS, "category", lambda one: one.project.category),
    cell("立项日期", PROJECTS, "started", lambda one: date_text(one.project.started)),
    cell("负责人", PROJECTS, "leader", lambda one: str(one.project.leader or ""), grounds=NAMING),
    cell("组员", PROJECTS, "team", lambda one: joined(map(str, one.project.team)), grounds=NAMING),
    cell("参加群众", PROJECTS, "helpers", lambda one: one.project.helpers),
    _texts("现状与难点", "difficulty", lambda project: project.difficulty, "两台变速箱各缺一半配件。"),
    _texts("目标", "goal", lambda project: project.goal, "十天内拼出一台能上井的变速箱。"),
    _texts("措施", "measures", lambda project: project.measures, "拆两台合一台，逐齿测量配对。"),
    cell("时限", PROJECTS, "due", lambda one: one.project.due.text if one.project.due else ""),
)
"""What both papers may say of a project when it begins."""
RESULT_FIELDS: tuple[Field[Numbered], ...] = (
    cell("完成日期", PROJECTS, "finished", lambda one: date_text(one.project.finished)),
    _texts("成果", "result", lambda project: project.result, "3月24日试车合格，当晚上井。"),
    Field(
        name="效益金额",
        about="效益金额（万元）；有计算依据和确认人才写",
        example="18.6",
        value=benefit_text,
        grounds=cells(PROJECTS, "benefit computed confirmer"),
    ),
    _texts("计算依据", "computed", lambda project: project.computed, "少买一台总成21.4万元，减去加工费2.8万元。"),
    cell("确认人", PROJECTS, "confirmer", lambda one: one.project.confirmer),
    _texts("验收", "acceptance", lambda project: project.acceptance, "4月2日公司设备科验收合格。"),
)
"""What the paper of acceptance says when it is done."""


def project_table(*fields: Field[Numbered]) -> Rows[ProjectPaper, Numbered]:
    """Declare the projects with what a paper says of each."""
    return Rows(
        name="立项",
        about="立项攻关，一项一组，按编号",
        each=lambda paper: paper.projects,
        grounds=cells(PROJECTS, "number"),
        own_of=PROJECTS.name,
        own=lambda one: one.project,
        fields=fields,
    )


KIND: DocumentKind[ProjectRegister] = year_kind(
    ProjectRegister,
    TEMPLATE,
    PROJECTS_FOLDER,
    "全年一份，每个立项一页；进度节点、支部意见、上级备案意见和签字留空",
    (project_table(*PROJECT_FIELDS),),
)
