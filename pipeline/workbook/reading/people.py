"""Turns a name in a cell into the person on the roster it stands for, and never guesses."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.findings import Location
from pipeline.spelling import Spellings
from pipeline.values import Person, name_key
from pipeline.wording import joined
from pipeline.workbook.reading.text import SPACE, split_notes, squeeze


class UnreadableError(ValueError):
    """A cell that cannot be taken as what its column holds; the reader adds where."""

    def __init__(self, code: str, *, further: Sequence[Location] = (), **detail: object) -> None:
        """Name the rule that is broken, the other cells it may be about, and the values its sentence needs."""
        super().__init__(code)
        self.code = code
        self.further = further
        self.detail = detail
        self.partial: object = None
        """What the rest of the cell says, where it is a list and only one of it cannot be read."""


def nearest(word: str, known: Iterable[str] | Spellings) -> str:
    """Find the one known word that `word` is most likely a typo of; empty if there is no clear one."""
    close = (known if isinstance(known, Spellings) else Spellings(known)).close(word, 2)
    return close[0] if len(close) == 1 or (close and len(close[0]) == len(word)) else ""


def hint_for(word: str, known: Iterable[str] | Spellings) -> str:
    """Say which known word may be meant, as a clause behind a finding's sentence."""
    near = nearest(word, known)
    return f"，是不是“{near}”" if near else ""


class Directory:
    """The people of the roster by name and by 编号."""

    def __init__(self, members: Iterable[tuple[str, str, Location]]) -> None:
        """Take 编号, 姓名 and the cell of the name of every member."""
        self._by_name: dict[str, list[str]] = defaultdict(list)
        self._cells: dict[str, list[Location]] = defaultdict(list)
        self._names: dict[str, str] = {}
        self._numbers: dict[str, str] = {}
        for number, name, where in members:
            if name:
                self._cells[name_key(name)].append(where)
                self._by_name[name_key(name)].append(number)
            if number:
                self._names.setdefault(number, name)
                self._numbers.setdefault(number.casefold(), number)
        self._spellings = Spellings(self._by_name)
        self._people = {number: self._person(number) for number in self._names}

    def _person(self, number: str) -> Person:
        name = self._names[number]
        shared = len(self._by_name.get(name_key(name), ())) > 1
        return Person(name=name, number=number, label=f"{name}（{number}）" if shared else name)

    def person(self, number: str) -> Person:
        """Give the member with a 编号 that is known to be on the roster."""
        return self._people[number]

    def everybody(self) -> tuple[Person, ...]:
        """Give all members, in the order of the roster."""
        return tuple(self._people.values())

    def find(self, token: str) -> tuple[Person, list[str]]:
        """Read one name with its bracketed notes; give the person and the notes that are not a 编号.

        Somebody not on the roster comes back with an empty 编号. Raises UnreadableError C15 where two members
        share the name and the cell does not say which, C26 where there is no name at all.
        """
        base, notes = split_notes(token)
        name = squeeze(base)
        if not name:
            raise UnreadableError("C26", reason="没有姓名", example="张三(病假)")
        for position, note in enumerate(notes):
            said, _, rest = note.replace("，", ",").partition(",")
            number = self._numbers.get(squeeze(said).casefold())
            if number is not None and name_key(self._names[number]) == name_key(name):
                kept = [rest.strip()] if rest.strip() else []
                return self._people[number], [*notes[:position], *kept, *notes[position + 1 :]]
        if name.casefold() in self._numbers:
            return self._people[self._numbers[name.casefold()]], notes
        numbers = self._by_name.get(name_key(name), [])
        if len(numbers) > 1:
            choices = joined((f"{name}({n})" for n in numbers), " 或 ")
            cells = self._cells[name_key(name)]
            raise UnreadableError("C15", further=cells, name=name, count=len(numbers), choices=choices)
        if numbers and numbers[0]:
            return self._people[numbers[0]], notes
        return Person(name=SPACE.sub("", base), label=SPACE.sub("", base)), notes

    def known(self, name: str) -> bool:
        """Whether a name or 编号 is on the roster."""
        return name_key(name) in self._by_name or name.casefold() in self._numbers

    def hint(self, name: str) -> str:
        """Say which member a misspelt name may mean."""
        return hint_for(name, self._spellings)

    def meant(self, name: str) -> Sequence[Location]:
        """Locate the name on the roster that a misspelt one may mean: the roster may be what is misspelt."""
        return self._cells.get(nearest(name, self._spellings), ())
