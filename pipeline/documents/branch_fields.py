"""Declares the fields every template has under 支部, and what documents say of a member's office and standing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple, Protocol

from pipeline.documents.fields import Declared, Field, Group, Rows, Value
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import info
from pipeline.facts.membership import full_since, is_long_standing, standing_years
from pipeline.schema import INFO_SHEET, Entry, Meeting, Member
from pipeline.schema.branch import info_columns
from pipeline.schema.members import FULL, PROBATIONARY, SECRETARY
from pipeline.vocabulary import Shape
from pipeline.wording import clause, date_text, joined, noted, number_text, quoted, titled

DEPUTY = "副书记"


class OfBranch(Protocol):
    """Whatever a document is about belongs to a branch."""

    @property
    def branch(self) -> Branch:
        """The branch."""


class Whole(NamedTuple):
    """A branch, for what is told of all its year."""

    branch: Branch


def committee_name(short_name: str) -> str:
    """Name the committee after the branch: 装配车间党支部委员会."""
    return short_name + ("委员会" if short_name.endswith("支部") else "支部委员会")


def office_text(branch: Branch, member: Member, day: date | None, meeting: Meeting | None = None) -> str:
    """Name the office somebody held on a day, or at a meeting, as before a name: 党支部书记; empty without one."""
    if day is None:
        return ""
    offices = branch.offices(member, day) if meeting is None else branch.offices_at(member, meeting)
    words = [f"党支部{office}" if office in {SECRETARY, DEPUTY} else office for office in offices]
    if not words and member.leads_group == "是" and member.group:
        return f"{member.group}组长"
    return joined(words)


def standing_text(member: Member, day: date) -> str:
    """Write full years of party standing: 30年; nothing for a probationary member."""
    years = standing_years(member, day)
    return "" if years is None else f"{years}年" if years else "不满1年"


def category_text(member: Member, day: date) -> str:
    """Say what somebody was on a day: 正式党员 or 预备党员; nothing before joining."""
    since = full_since(member)
    if since <= day if since is not None else is_long_standing(member, day):
        return f"{FULL}党员"
    return f"{PROBATIONARY}党员" if member.joined is not None and member.joined <= day else ""


def _key(name: str, key: str, value: Callable[[Branch], Value], about: str = "", example: str = "") -> Field[Branch]:
    """Declare a field that says what one key of 支部信息 says."""
    column = info_columns()[key]
    return Field(
        name=name,
        about=about or f"支部信息的“{column.heading}”",
        example=example or column.example,
        value=value,
        grounds=info(key),
        says=None if about else (INFO_SHEET, column.heading),
    )


def _table(
    name: str, key: str, each: Callable[[Branch], tuple[Entry, ...]], *fields: Declared[Entry]
) -> Rows[Branch, Entry]:
    """Declare a table of a key that may be given several times, a row each."""
    about = f"支部信息里每一行“{info_columns()[key].heading}”"
    return Rows(name=name, about=about, each=each, fields=fields, grounds=info(key))


def _piece(name: str, key: str, value: Callable[[Entry], str], about: str, example: str = "") -> Field[Entry]:
    """Declare what one cell of such a row says."""
    return Field(name=name, about=about, example=example, value=value, grounds=info(key))


BRANCH: Group[OfBranch, Branch] = Group(
    name="支部",
    about="支部信息，每个模板都有",
    of=lambda subject: subject.branch,
    fields=(
        _key("全称", "full_name", lambda branch: branch.info.full_name),
        _key("简称", "short_name", lambda branch: branch.info.short_name),
        _key(
            "委员会",
            "short_name",
            lambda branch: committee_name(branch.info.short_name),
            about="支部委员会的名称，由支部简称推出",
            example="维修二队党支部委员会",
        ),
        _key("上级党组织", "superior", lambda branch: branch.info.superior),
        _key("单位类型", "unit_type", lambda branch: branch.info.unit_type),
        _key("支部类型", "branch_type", lambda branch: branch.info.branch_type),
        _key("年度", "year", lambda branch: str(branch.year)),
        _key("届次", "term", lambda branch: branch.info.term),
        _key("成立日期", "founded", lambda branch: date_text(branch.info.founded), example="2009年4月16日"),
        _key("换届日期", "elected", lambda branch: date_text(branch.info.elected), example="2024年6月18日"),
        _key("届满日期", "expires", lambda branch: date_text(branch.info.expires), example="2027年6月17日"),
        _key("主题党日固定日", "fixed_day", lambda branch: number_text(branch.info.fixed_day)),
        _key("中心任务", "central_task", lambda branch: clause(branch.info.central_task)),
        _key("年度学习主题", "study_theme", lambda branch: clause(branch.info.study_theme)),
        _key("党章版本", "charter", lambda branch: branch.info.charter),
        _key("责任书签订日期", "sign_day", lambda branch: date_text(branch.info.sign_day), example="2025年1月20日"),
        _key("责任书满分", "full_marks", lambda branch: number_text(branch.info.full_marks)),
        _key("责任书合格分", "pass_marks", lambda branch: number_text(branch.info.pass_marks)),
        _key("成文日期", "written", lambda branch: date_text(branch.info.written), example="2025年12月31日"),
        Field(
            name="手写空行",
            about="没有填的内容留几行横线给人手写，一行一项；行数在“设置”里",
            example="",
            value=lambda branch: [""] * branch.settings.ruled_lines,
            grounds=frozenset(),
            shape=Shape.TEXTS,
        ),
        Field(
            name="党小组",
            about="各党小组的名称",
            example="第一党小组",
            value=lambda branch: list(branch.groups),
            grounds=info("groups"),
            shape=Shape.TEXTS,
        ),
        _table(
            "委员分工",
            "duties",
            lambda branch: branch.info.duties,
            _piece("姓名", "duties", lambda entry: entry.content, "委员姓名", "韩立峰"),
            _piece("分工", "duties", lambda entry: clause(entry.detail), "分管什么", "主持支部全面工作"),
        ),
        _table(
            "依据文件",
            "documents",
            lambda branch: tuple(entry for entry in branch.info.documents if entry.content),
            _piece("名称", "documents", lambda entry: titled(entry.content), "带书名号的名称", "《支部工作细则》"),
            _piece("文号", "documents", lambda entry: entry.detail, "文号", "澜修党字〔2023〕9号"),
            _piece("版本", "documents", lambda entry: entry.outcome, "版本或施行日期", "2018年10月28日起施行"),
        ),
        _key(
            "依据文件名单",
            "documents",
            lambda branch: joined(noted(titled(e.content), e.detail) for e in branch.info.documents),
            about="依据文件的名称和文号，连成一句",
            example="《基层党支部工作细则》（澜修党字〔2023〕9号）",
        ),
        _key(
            "依据文件全称",
            "documents",
            lambda branch: joined(noted(titled(e.content), e.detail, e.outcome) for e in branch.info.documents),
            about="依据文件的名称、文号和版本，连成一句",
            example="《中国共产党支部工作条例（试行）》（2018年10月28日起施行）",
        ),
        _table(
            "口号",
            "slogans",
            lambda branch: branch.info.slogans,
            _piece("名称", "slogans", lambda entry: entry.content, "口号", "三高一争"),
            _piece("含义", "slogans", lambda entry: clause(entry.detail), "口号说的是什么", "争当优秀共产党员"),
        ),
        _key(
            "口号名单",
            "slogans",
            lambda branch: joined(noted(quoted(e.content), clause(e.detail)) for e in branch.info.slogans),
            about="带引号的口号和含义，连成一句",
            example="“三高一争”（素质高、技能高、业绩高，争当优秀共产党员）",
        ),
        _table(
            "创建活动",
            "campaigns",
            lambda branch: tuple(entry for entry in branch.info.campaigns if entry.detail),
            _piece("名称", "campaigns", lambda entry: entry.content, "有上级文号的创建活动", "达标创先"),
            _piece("文号", "campaigns", lambda entry: entry.detail, "上级文号", "澜修党字〔2025〕3号"),
            _piece("结果", "campaigns", lambda entry: clause(entry.outcome), "结果", "评为达标支部"),
        ),
        _table(
            "集体荣誉",
            "honours",
            lambda branch: branch.info.honours,
            _piece("名称", "honours", lambda entry: entry.content, "荣誉称号", "先进基层党支部"),
            _piece("文号", "honours", lambda entry: entry.detail, "表彰的文号", "澜修党字〔2025〕21号"),
            _piece("说明", "honours", lambda entry: clause(entry.outcome), "备注", ""),
        ),
    ),
)
"""What every template has under 支部."""
