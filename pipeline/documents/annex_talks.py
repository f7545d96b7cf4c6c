"""Declares the annex of the work summary on talks (谈心谈话): figures only, no name and no word of a talk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from pipeline.documents.annex_meetings import NONE
from pipeline.documents.branch_fields import Whole
from pipeline.documents.fields import Field, Group, Rows, Value
from pipeline.documents.summary_grounds import STANDING
from pipeline.documents.summary_members import Members
from pipeline.documents.summary_talks import TALKED, Talks, talks_by_type, told_talks, type_text
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Grounds, cells
from pipeline.schema import TALKS, Talk
from pipeline.schema.activities import HOME_VISIT
from pipeline.vocabulary import Shape

WAYS = ("谈心谈话", "集体谈话", "电话谈话", HOME_VISIT)


@dataclass(frozen=True, eq=False, repr=False)
class AllTalks:
    """The talks of the year."""

    branch: Branch

    @cached_property
    def all(self) -> Talks:
        """All of them."""
        return told_talks(Whole(self.branch))

    @property
    def types(self) -> tuple[Talks, ...]:
        """Those of each type; where none says its type, all in one line."""
        return tuple(talks_by_type(self.all)) or (Talks(self.all.talks, "没有写类型的"),)

    @cached_property
    def partners(self) -> frozenset[str]:
        """编号 of the members who were talked with."""
        return frozenset(person.number for talk in self.all.talks for person in talk.listeners if person.number)

    @property
    def there(self) -> frozenset[str]:
        """编号 of those on the books on the day told of."""
        return frozenset(member.number for member in Members(self.branch).all)

    @property
    def outsiders(self) -> int:
        """How many people who are no members of the branch were talked with."""
        return len({p.name for talk in self.all.talks for p in talk.listeners if not p.number})


def _number(count: int) -> str:
    return str(count) if count else NONE


def _counted(name: str, about: str, example: str, counts: Callable[[Talk], bool], columns: str = "") -> Field[Talks]:
    return Field(
        name=name,
        about=f"{about}；没有就是“—”",
        example=example,
        value=lambda found: _number(sum(map(counts, found.talks))),
        grounds=TALKED | (cells(TALKS, columns) if columns else frozenset()),
    )


def _way(name: str, example: str) -> Field[Talks]:
    return _counted(name, f"其中{name}几次", example, lambda talk: talk.method == name, "method")


COUNTS: tuple[Field[Talks], ...] = (
    *map(_way, WAYS, ("18", "2", "1", "1")),
    _counted("次数", "一共几次", "21", lambda _: True),
    _counted("诉求", "几次记了诉求", "7", lambda talk: bool(talk.appeal), "appeal"),
    _counted("办结", "其中几件有办理结果", "7", lambda t: bool(t.appeal and t.outcome), "appeal outcome"),
    _counted("回访", "其中几件已经回访", "6", lambda t: bool(t.appeal and t.revisited), "appeal revisited"),
)


def _people(
    name: str, about: str, example: str, value: Callable[[AllTalks], Value], grounds: Grounds
) -> Field[AllTalks]:
    return Field(name=name, about=about, example=example, value=value, grounds=TALKED | grounds, shape=Shape.NUMBER)


TALKS_ANNEX: Group[Branch, AllTalks] = Group(
    name="谈心谈话",
    about="附件“谈心谈话”：只有数，没有姓名和谈话内容",
    of=AllTalks,
    fields=(
        Rows(
            name="各类",
            about="各类谈话，一类一行",
            each=lambda found: found.types,
            grounds=TALKED | cells(TALKS, "category"),
            fields=(
                Field(
                    name="类型",
                    about="谁和谁谈",
                    example="支委与党员",
                    value=lambda found: type_text(found.kind),
                    grounds=cells(TALKS, "category"),
                ),
                *COUNTS,
            ),
        ),
        Group(name="合计", about="所有的谈话", of=lambda found: found.all, fields=COUNTS),
        _people("党员", "谈到多少名党员", "27", lambda found: len(found.partners), frozenset()),
        _people("在册", "其中在册的", "26", lambda found: len(found.partners & found.there), STANDING),
        _people("离开", "其中后来转出或离开的", "1", lambda found: len(found.partners - found.there), STANDING),
        _people("未谈", "在册党员里没有作过谈话对象的", "1", lambda found: len(found.there - found.partners), STANDING),
        _people("群众", "谈到多少名不是本支部党员的", "7", lambda found: found.outsiders, frozenset()),
    ),
)
