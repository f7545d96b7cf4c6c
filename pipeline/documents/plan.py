"""What a kind of document is, what one document is about, and the document as it is planned."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Generic, Protocol, TypeVar, cast

from pipeline.documents.branch_fields import BRANCH
from pipeline.documents.fields import (
    Context,
    Declared,
    Steps,
    Traced,
    Value,
    fill,
    stand_on,
    steps_of,
    traced,
    words_of,
)
from pipeline.documents.naming import safe_name
from pipeline.facts.branch import Branch
from pipeline.facts.grounds import Ground, Grounds
from pipeline.facts.watching import Watcher
from pipeline.findings import Location, Origin
from pipeline.schema import ROSTER, Decides, Entry, Record
from pipeline.values import Person, name_key
from pipeline.vocabulary import Shape, Word

T = TypeVar("T")


@dataclass(frozen=True, eq=False, repr=False)
class Form:
    """One template of a kind, and the folder its documents go to."""

    template: str
    """Name of the template, without .docx."""
    folder: str
    """Folder below the branch's: 01责任书."""


class AllRows:
    """Every row of a sheet."""

    def __contains__(self, row: object) -> bool:
        """Say that it is one of them."""
        return True


ALL_ROWS = AllRows()


class Either:
    """The rows of one kind or another."""

    def __init__(self, *parts: Container[int]) -> None:
        """Take the parts."""
        self._parts = parts

    def __contains__(self, row: object) -> bool:
        """Whether a row is in any part."""
        return any(row in part for part in self._parts)


class Doubt:
    """Which cells have an error, asked by those who must know what else a document might be about."""

    def __init__(self, places: Iterable[Location] = ()) -> None:
        """Take the cells that have one."""
        self._cells: dict[Ground, dict[int, str]] = {}
        for place in places:
            self._cells.setdefault((place.sheet, place.heading), {})[place.row] = place.value
        self._known: dict[object, object] = {}

    def cells(self, sheet: str, heading: str) -> Mapping[int, str]:
        """Give the rows of a sheet in which a column has an error, with what the cell shows."""
        return self._cells.get((sheet, heading), {})

    def rows(self, sheet: str, heading: str) -> frozenset[int]:
        """Give those rows alone."""
        return frozenset(self.cells(sheet, heading))

    def once(self, work_out: Callable[[Doubt, Branch], T], branch: Branch) -> T:
        """Work out something that many documents ask for, when the first one does."""
        if work_out not in self._known:
            self._known[work_out] = work_out(self, branch)
        return cast("T", self._known[work_out])


class Subject(Protocol):
    """What one document is about."""

    @property
    def branch(self) -> Branch:
        """The branch."""

    @property
    def form(self) -> str:
        """Name of the template."""

    @property
    def day(self) -> date:
        """Day in the document's properties: of the meeting, talk or signing, never of the clock."""

    @property
    def subfolder(self) -> str:
        """Folder below that of the form; empty for none."""

    @property
    def words(self) -> Mapping[str, str]:
        """What the file name and the title name."""

    @property
    def sources(self) -> tuple[Origin, ...]:
        """The rows it is made from."""

    def follows(self, doubt: Doubt) -> Mapping[Decides, Container[int]]:
        """Give, for what cells decide beyond their row, the rows that may decide it for this document."""


S = TypeVar("S", bound=Subject)
OF_THE_RUN = Word(
    Shape.GROUP,
    {
        "题名": Word(about="这份文书的题名", example="2025年度党员目标管理责任书（韩立峰）"),
        "作者": Word(about="支部简称", example="维修二队党支部"),
        "时刻": Word(about="文书属性里的日期", example="2025-01-20T00:00:00Z"),
    },
    about="程序对这份文书的说明",
)
"""What the engine itself fills in, in every template."""


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class DocumentKind(Generic[S]):
    """A kind of document, declared once: whatever knows kinds derives from here."""

    name: str
    """As `--only`, the index and the manifest name it: 会议记录."""
    about: str
    """What one document is, in one Chinese line."""
    forms: tuple[Form, ...]
    file_name: str
    """Pattern of the file name: parts between _, each with names in braces; a part that comes out empty goes."""
    title: str
    """Pattern of the title in the document's properties."""
    planned_from: str
    """Sheet of whose rows each gives a document; empty for one document of the whole workbook."""
    subjects: Callable[[Branch], Iterator[S]]
    """Gives what the year's documents are about, in order."""
    fields: tuple[Declared[S], ...]
    """What a template may print, besides what 支部信息 says."""
    grounds: Grounds
    """The columns that decide whether there is a document, its name and its place."""
    confidential: Callable[[S], bool] = lambda _subject: False
    """Whether the document is not for everybody's eyes: talks, home visits, organisational-life meetings."""
    confidential_ones: str = ""
    """Which of them are, in a few Chinese words: 全部; empty for none."""
    by_default: bool = True
    """Whether it is written without being asked for by name."""
    every_row: bool = True
    """Whether a document of the whole workbook stands on every row of its columns, and not on its own rows only."""
    folder_of: Callable[[S], str] | None = None
    """Gives the folder where it is not that of the form: a sign-in sheet lies with its meeting."""

    @cached_property
    def steps(self) -> Steps[S]:
        """What computes each outermost name."""
        return steps_of(self.fields)

    @property
    def templates(self) -> tuple[str, ...]:
        """Names of its templates."""
        return tuple(form.template for form in self.forms)

    @property
    def folders(self) -> tuple[str, ...]:
        """Its folders below the branch's, each once."""
        return tuple(dict.fromkeys(form.folder for form in self.forms))

    @property
    def vocabulary(self) -> Word:
        """The names its templates may use."""
        return Word(Shape.GROUP, {"文书": OF_THE_RUN, **words_of((BRANCH, *self.fields))})

    @cached_property
    def stands_on(self) -> Mapping[str, Grounds]:
        """Give for every path that a template may use the columns it stands on."""
        return dict(stand_on((BRANCH, *self.fields)))

    @cached_property
    def sheets(self) -> frozenset[str]:
        """The sheets of which its documents can print or be decided by anything."""
        return frozenset(sheet for sheet, _ in self.grounds.union(*self.stands_on.values()))

    def form_of(self, subject: S) -> Form:
        """Find the form of a document."""
        return next(form for form in self.forms if form.template == subject.form)

    def plan(self, branch: Branch, shared: Value) -> Iterator[Planned]:
        """Plan the documents of a branch; `shared` is what every document has under 支部."""
        for subject in self.subjects(branch):
            yield self.planned(subject, shared)

    def planned(self, subject: S, shared: Value) -> Planned:
        """Plan one document."""
        form, branch = self.form_of(subject), subject.branch
        folder = self.folder_of(subject) if self.folder_of else form.folder
        words = {
            "年度": str(branch.year),
            "文件夹": folder,
            "支部": branch.info.short_name,
            "文书": form.template,
            **subject.words,
        }
        parts = (part.format_map(words) for part in self.file_name.split("_"))
        return Planned(
            kind=self.name,
            template=form.template,
            folder="/".join(filter(None, (folder, safe_name(subject.subfolder) if subject.subfolder else ""))),
            name=safe_name("_".join(filter(None, parts))),
            title=self.title.format_map(words),
            day=subject.day,
            sources=subject.sources,
            confidential=self.confidential(subject),
            whole_workbook=not self.planned_from and self.every_row,
            follows=subject.follows,
            build=lambda: {BRANCH.name: shared, **fill(self.steps, subject)},
            trace=lambda watcher: traced((BRANCH, *self.fields), subject, watcher),
        )


@dataclass(frozen=True, kw_only=True, eq=False, repr=False)
class Planned:
    """One document that can be written; its context is built only when its turn comes."""

    kind: str
    """Name of its kind."""
    template: str
    """Name of the template, without .docx."""
    folder: str
    """Folder below the branch's: 04党小组会/第一党小组."""
    name: str
    """File name without .docx; safe on Windows."""
    title: str
    """Title in the document's properties."""
    day: date
    """Day in the document's properties: of the meeting, talk or signing, never of the clock."""
    sources: tuple[Origin, ...]
    """The rows it is made from."""
    confidential: bool
    whole_workbook: bool
    """Whether every row of every sheet has a part in it."""
    follows: Callable[[Doubt], Mapping[Decides, Container[int]]]
    """Gives the rows that may decide something for it beyond those it is made from."""
    build: Callable[[], Context]
    """Computes what its template is filled with."""
    trace: Callable[[Watcher], Iterator[Traced]]
    """Computes every value once more, telling from which cells; the branch must be a watched one."""

    @property
    def path(self) -> str:
        """Path below the branch's folder, with forward slashes."""
        return f"{self.folder}/{self.name}.docx"


def origins(*groups: Iterable[Record | Entry | Origin | None]) -> tuple[Origin, ...]:
    """Collect the rows of some records, each once, in order."""
    return tuple(
        dict.fromkeys(
            record if isinstance(record, Origin) else record.origin
            for group in groups
            for record in group
            if record is not None
        )
    )


def rows_of_people(branch: Branch, people: Iterable[Person | None], doubt: Doubt) -> frozenset[int]:
    """Collect the rows of the roster that decide how people are called: their own, and those of their namesakes.

    A stranger may be whoever has a name there that is in doubt; a row without a name may be anybody's namesake.
    """
    named = [person for person in people if person is not None]
    namesakes = (member for person in named for member in branch.names.by_name.get(name_key(person.name), ()))
    lost = doubt.rows(ROSTER.name, ROSTER.by_name["name"].heading)
    if lost and all(person.number for person in named):
        lost -= rows_of(member for member in branch.members if member.name)
    return rows_of((*map(branch.member_of, named), *namesakes)) | lost


def rows_of(records: Iterable[Record | None]) -> frozenset[int]:
    """Collect the row numbers of some records of one sheet."""
    return frozenset(record.origin.row for record in records if record is not None)
