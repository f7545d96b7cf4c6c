"""Notes of what the documents will leave out or leave blank, so that nothing is missing in silence (G)."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.checks.tools.declaring import declared_in, yields
from pipeline.checks.tools.listing import name_list, names_of
from pipeline.facts.branch import Branch
from pipeline.facts.membership import not_known
from pipeline.findings import Finding
from pipeline.rules import notes as rules
from pipeline.schema.activities import CRITICISM, ORG_LIFE, SELF_CRITICISM
from pipeline.schema.members import ENDED
from pipeline.wording import date_text


@yields(rules.G02)
def blanks_for_ink(branch: Branch) -> Iterator[Finding]:
    """Criticism and self-criticism that was not recorded leaves a blank."""
    for meeting in branch.of_type(ORG_LIFE):
        items = branch.items_of.get(meeting.number, ())
        spoke = {item.speaker.number for item in items if item.step == SELF_CRITICISM and item.speaker}
        heard = {item.criticised.number for item in items if item.step == CRITICISM and item.criticised}
        for what, numbers in (("自我批评", spoke), ("批评意见", heard)):
            missing = [branch.label(m) for m in branch.attendance(meeting).present if m.number not in numbers]
            if missing:
                yield rules.G02.at(meeting.origin.at("number"), names=name_list(missing), what=f"记下的{what}")


@yields(rules.G04)
def without_agreement(branch: Branch) -> Iterator[Finding]:
    """Some members of the year sign no agreement."""
    for member in branch.members:
        left = member.moved_out
        if branch.signs(member):
            continue
        if left is None:
            ended = member.standing_since if member.standing in ENDED else None
            if ended and ended > branch.year_start:
                why = f"{date_text(ended)}{member.standing}，签订时已不是党员"
                yield rules.G04.at(member.origin.at("name"), name=branch.label(member), why=why)
        elif left > branch.year_start:
            why = f"{date_text(left)}转出，签订时已不在本支部"
            yield rules.G04.at(member.origin.at("name"), name=branch.label(member), why=why)


@yields(rules.G05)
def campaigns_without_order(branch: Branch) -> Iterator[Finding]:
    """A campaign that nobody above ordered is not written of (整治形式主义为基层减负若干规定)."""
    for entry in branch.info.campaigns:
        if entry.content and not entry.detail:
            yield rules.G05.at(entry.origin.at("detail"), name=entry.content)


@yields(rules.G06)
def figures_left_out(branch: Branch) -> Iterator[Finding]:
    """A count over blank cells would be too small, so it is left out."""
    day = min(branch.judged_on, branch.year_end)
    members = (*branch.full(day), *branch.probationary(day))
    for name, heading, what in (
        ("sex", "性别", "女党员"),
        ("nation", "民族", "少数民族党员"),
        ("education", "文化程度", "大专以上文化程度的党员"),
    ):
        unknown = not_known(members, name)
        if unknown:
            names = names_of(branch, unknown)
            yield rules.G06.at(unknown[0].origin.at(name), names=names, heading=heading, what=what)


CHECKS = declared_in(__name__)
