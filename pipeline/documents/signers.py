"""Declares the places for ink of those who sign a record, one for each of them; names are printed, signatures never."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from operator import itemgetter
from typing import NamedTuple, Protocol

from pipeline.documents.fields import Field, Group, Rows
from pipeline.documents.meeting_subject import ATTENDANCE, MeetingRecord
from pipeline.facts.grounds import NAMING, Grounds, cells
from pipeline.schema import TALKS, Talk
from pipeline.values import Person

COLUMNS = ("左", "中", "右")
SPEAKER, PARTNER = "谈话人", "谈话对象"
SIGNING = cells(TALKS, "speakers listeners")


def in_rows(names: Sequence[str], width: int) -> list[tuple[str, ...]]:
    """Lay names in rows of some columns, read from left to right; the last is filled up with blanks."""
    each = iter(names)
    return list(zip_longest(*[each] * width, fillvalue=""))


def present(one: MeetingRecord) -> list[tuple[str, ...]]:
    """Lay those who came in rows."""
    return in_rows([one.branch.label(member) for member in one.attendance.present], len(COLUMNS))


SIGNERS: Rows[MeetingRecord, tuple[str, ...]] = Rows(
    name="签名",
    about="到会的人签名的格子，一人一格，每行三人；只印姓名，签名手写",
    each=present,
    grounds=ATTENDANCE | NAMING,
    fields=tuple(
        Field(
            name=name,
            about="谁在这一格签名；最后一行空出来的是空的",
            example="韩立峰",
            value=itemgetter(place),
            grounds=ATTENDANCE | NAMING,
        )
        for place, name in enumerate(COLUMNS)
    ),
)
"""Room for all who came to a meeting, under 签名."""


class Place(NamedTuple):
    """Room for one to sign a talk's record."""

    side: str = ""
    """谈话人 or 谈话对象; empty for a place left over."""
    name: str = ""
    """Who signs there, where there are several on that side."""


class Pair(NamedTuple):
    """Two places side by side."""

    left: Place
    right: Place


def places(talk: Talk) -> list[Pair]:
    """Give everybody in a talk a place: speaker and partner side by side, then whoever is left."""
    speakers, partners = _side(SPEAKER, talk.speakers), _side(PARTNER, talk.listeners)
    both = min(len(speakers), len(partners))
    pairs = [Pair(*each) for each in zip(speakers[:both], partners[:both], strict=True)]
    rest = [*speakers[both:], *partners[both:]]
    return [*pairs, *(Pair(*each) for each in zip_longest(rest[::2], rest[1::2], fillvalue=Place()))]


def _side(side: str, people: Sequence[Person]) -> list[Place]:
    if len(people) > 1:
        return [Place(side, str(person)) for person in people]
    return [Place(side)]


def _place(name: str, about: str, side: int, naming: Grounds) -> Group[Pair, Place]:
    return Group(
        name=name,
        about=about,
        of=lambda pair: pair[side],
        fields=(
            Field(
                name="方",
                about="谈话人还是谈话对象；空出来的格子是空的",
                example=SPEAKER,
                value=lambda place: place.side,
                grounds=SIGNING,
            ),
            Field(
                name="姓名",
                about="这一方有几个人的，是谁；只有一个人的是空的",
                example="",
                value=lambda place: place.name,
                grounds=SIGNING | naming,
            ),
        ),
    )


class OfTalk(Protocol):
    """What a talk's record is about."""

    @property
    def talk(self) -> Talk:
        """The talk."""


def talk_places(naming: Grounds) -> Rows[OfTalk, Pair]:
    """Declare the places to sign of a talk's record; `naming` decides how people are called."""
    return Rows(
        name="签名",
        about="谈话双方签名的格子，一人一格，每行两人",
        each=lambda one: places(one.talk),
        grounds=SIGNING,
        fields=(_place("左", "左边的一格", 0, naming), _place("右", "右边的一格", 1, naming)),
    )
