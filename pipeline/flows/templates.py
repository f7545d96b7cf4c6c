"""Looks at the templates of a run before anything is written: which are the user's own, and what they print."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline.documents.kinds import BY_NAME, KINDS
from pipeline.errors import BadRequestError, TemplateFaultError
from pipeline.facts.grounds import Grounds
from pipeline.findings import Finding, Location
from pipeline.rules import notes
from pipeline.vocabulary import Word
from pipeline.wording import joined

if TYPE_CHECKING:
    from pipeline.documents.plan import Planned
    from pipeline.facts.branch import Branch
    from pipeline.rendering import Engine
    from pipeline.rendering.usage import Unknown


def folder_findings(folder: Path) -> Iterator[Finding]:
    """Say which templates come from the user's folder, and which files there are none.

    Raises BadRequestError where there is no such folder.
    """
    if not folder.is_dir():
        why = "不是文件夹" if folder.exists() else "不存在"
        raise BadRequestError(
            f"模板文件夹 {folder} {why}", remedy="写明放模板的文件夹；不写 --templates 就用自带的模板"
        )
    own = sorted(path.stem for path in folder.glob("*.docx") if not path.name.startswith("~$"))
    known = sorted(template for kind in KINDS for template in kind.templates)
    for name in own:
        if name not in known:
            near = get_close_matches(name, known, n=1, cutoff=0.3)
            hint = f"，是不是“{near[0]}.docx”" if near else ""
            yield notes.G07.at(Location(), name=name, hint=hint, known=joined(known))
    taken = [name for name in own if name in known]
    if taken:
        yield notes.G08.at(Location(), names=joined(taken))
    else:
        yield notes.G08_NONE.at(Location(), folder=folder, known=joined(known))


class Templates:
    """The templates of a run, and the columns that each prints of this workbook."""

    def __init__(self, engine: Engine, branch: Branch) -> None:
        """Take the engine that has them, and the branch whose own columns they may use."""
        self.engine = engine
        self._own = own_headings(branch)
        self._printed: dict[str, Grounds] = {}

    def look_through(self, planned: Iterable[Planned]) -> list[Finding]:
        """Open the user's own templates that some documents need, and look through them for fields there are not.

        Raises TemplateFaultError, before anything is written, where one cannot be used.
        """
        needed = sorted({(document.template, document.kind) for document in planned})
        own = [(template, kind) for template, kind in needed if self.engine.is_own(template)]
        self.engine.prepare(template for template, _ in own)
        findings: list[Finding] = []
        unknown: list[tuple[str, Unknown]] = []
        for template, kind in own:
            vocabulary = self.vocabulary(kind)
            usage = self.engine.usage(template, vocabulary)
            unknown += ((template, each) for each in usage.unknown)
            findings += _old_names(template, vocabulary, usage.paths)
        if unknown:
            raise _unknown_fields(unknown)
        return findings

    def vocabulary(self, kind: str) -> Word:
        """Give the names that a kind's templates may use with this workbook, the user's own columns among them."""
        return BY_NAME[kind].vocabulary.with_own(self._own)

    def printed(self, kind: str, template: str) -> Grounds:
        """Give the columns by which a document of a kind is decided, and those that a template prints."""
        if template not in self._printed:
            vocabulary = self.vocabulary(kind)
            used = self.engine.usage(template, vocabulary).paths
            standing = BY_NAME[kind].stands_on
            found = set(BY_NAME[kind].grounds)
            for path, word in vocabulary.paths():
                if path in used:
                    found |= standing.get(path, frozenset())
                    found |= _own_columns(path, word, used - standing.keys())
            self._printed[template] = frozenset(found)
        return self._printed[template]


def _own_columns(path: str, word: Word, used: Collection[str]) -> Grounds:
    """Give the user's own columns that a template prints below a name."""
    return frozenset((word.own_of, each) for each in word.inside if word.own_of and f"{path}.{each}" in used)


def own_headings(branch: Branch) -> dict[str, frozenset[str]]:
    """Give the headings of the columns that a workbook has of its own, by sheet."""
    return {
        sheet.name: frozenset(heading for row in rows for heading in row.extras)
        for sheet, rows in branch.records.tables()
        if any(row.extras for row in rows)
    }


def _old_names(template: str, vocabulary: Word, used: Collection[str]) -> Iterator[Finding]:
    names = [f"{path}（现在叫{word.instead}）" for path, word in vocabulary.paths() if word.instead and path in used]
    if names:
        yield notes.G12.at(Location(), template=template, names=joined(names))


def _unknown_fields(unknown: list[tuple[str, Unknown]]) -> TemplateFaultError:
    parts = [
        f"模板“{template}.docx”里的“{each.path}”不是有的栏目" + (f"，是不是“{each.near}”" if each.near else "")
        for template, each in unknown
    ]
    return TemplateFaultError(joined(parts, "；"), remedy="改正模板里花括号中的名称；全部栏目见 docs/fields.md")
