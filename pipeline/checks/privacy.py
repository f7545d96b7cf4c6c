"""Checks that no identity number, and nothing private of a home, is written down (R21, K13); none is ever repeated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.every_text import entries
from pipeline.facts.branch import Branch
from pipeline.findings import Finding, Location
from pipeline.rules import roster, talks
from pipeline.schema import Member, Record
from pipeline.schema.activities import HOME_VISIT

IDENTITY = re.compile(r"(?<!\d)[1-9]\d{5}((?:19|20)\d{2})([01]\d)([0-3]\d)\d{3}[\dXx](?!\d)")
LONG_RUN = re.compile(r"\d[\d \u3000-]{15,}[\dXx]")
"""What a text must hold to hold such a number; most texts end here."""
SHORTEST = 18
SPACED = re.compile(r"(?<=\d)[ \u3000-](?=[\dXx])")
PRIVATE = (
    ("手机号", re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")),
    (
        "门牌号",
        re.compile(
            r"[\d一二三四五六七八九十]+ ?(?:号楼|栋|幢|单元|室|门牌|号院)|\d+号\d+|(?<!\d)\d{1,3}-\d{1,2}-\d{3,4}(?!\d)"
        ),
    ),
    (
        "疾病诊断",
        re.compile(
            "癌|肿瘤|白血病|糖尿病|高血压|冠心病|心脏病|脑梗|脑溢血|脑出血|中风|尿毒症|肝硬化|乙肝|肺结核|抑郁|精神分裂|焦虑症"
            "|艾滋|性病|梅毒|帕金森|阿尔茨海默|确诊|诊断为|诊断书|病历"
        ),
    ),
)
VISIT_TEXTS = ("place", "reason", "others", "family", "text", "mood", "appeal", "advice", "measure", "outcome")


def born_on(found: re.Match[str]) -> date | None:
    """Give the birthday inside an identity number; None where there is no such day, so that it is none."""
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def identity_in(text: str) -> date | None:
    """Find an identity number in a text and give the birthday it says."""
    if len(text) < SHORTEST or not LONG_RUN.search(text):
        return None
    found = IDENTITY.search(SPACED.sub("", text))
    return born_on(found) if found else None


@yields(roster.R21)
def no_identity_numbers(branch: Branch) -> Iterator[Finding]:
    """No cell of any sheet holds an identity number, columns of one's own included."""
    for _, records in branch.records.tables():
        for record in records:
            for index, value in enumerate(record.origin.shown, start=1):
                kind = type(value)
                if kind is str:
                    born = identity_in(value) if len(value) >= SHORTEST else None  # type: ignore[arg-type]
                elif kind is int or kind is float:
                    born = identity_in(_digits(value))
                else:
                    continue
                if born:
                    differs = _differs(record, born)
                    further = record.origin.cells("born") if differs else ()
                    yield roster.R21.at(_place(record, index), *further, differs=differs)
    for text, where in entries(branch):
        if identity_in(text):
            yield roster.R21.at(where.masked, differs="")


def _digits(value: object) -> str:
    """Write a number of eighteen digits out."""
    return f"{value:.0f}" if isinstance(value, int | float) and 1e17 <= value < 1e18 else ""


def _place(record: Record, index: int) -> Location:
    origin = record.origin
    heading = next((name for column, name in origin.layout.columns.values() if column == index), "")
    return Location(origin.layout.sheet, origin.row, index, heading)


def _differs(record: Record, born: date) -> str:
    if isinstance(record, Member) and record.born and record.born != born:
        return "，其中的出生日期和“出生日期”一格不符"
    return ""


@yields(talks.K13)
def homes_stay_private(branch: Branch) -> Iterator[Finding]:
    """The record of a home visit holds no identity number and nothing else that is private."""
    for talk in branch.records.talks:
        if talk.method != HOME_VISIT:
            continue
        for name in VISIT_TEXTS:
            text = str(getattr(talk, name))
            kinds = ["身份证号"] if identity_in(text) else []
            kinds += [kind for kind, pattern in PRIVATE if pattern.search(text)]
            if kinds:
                yield talks.K13.at(talk.origin.at(name).masked, kinds="、".join(kinds))


CHECKS = declared_in(__name__)
