"""Turns a Word template and a context into the bytes of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import reduce
from html import unescape
from io import BytesIO
from operator import or_
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from docx.opc.exceptions import PackageNotFoundError
from jinja2 import TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateError
from lxml import etree

from pipeline.errors import TemplateFaultError
from pipeline.ooxml.package import Properties
from pipeline.rendering.chart_binding import ChartError
from pipeline.rendering.compiled import CompiledTemplate, fill_afresh, fill_by_docxtpl, trees_of
from pipeline.rendering.core import stamp
from pipeline.rendering.docxtpl_path import Context
from pipeline.rendering.language import RichValueError
from pipeline.rendering.proof import UnprovenError
from pipeline.vocabulary import Word

if TYPE_CHECKING:
    from pipeline.rendering.usage import Usage

SYNTAX = (
    (
        r"(?s)[Uu]nexpected end of template.*innermost block that needs to be closed is '(\w+)'",
        "“{0}”没有结尾，缺“end{0}”",
    ),
    (
        r"(?s)Encountered unknown tag '(end\w+)'.*innermost block that needs to be closed is '(\w+)'",
        "“{0}”和前面的“{1}”对不上",
    ),
    (r"Encountered unknown tag '([^']+)'", "不认识“{0}”，或它前面没有相配的开头"),
    (r"[Uu]nexpected end of template", "到结尾还有花括号没有合上"),
    (r"[Mm]issing end of|expected token 'end of (?:print statement|statement block)', got end of", "花括号没有合上"),
    (r"unexpected '?end of|[Ee]xpected an expression|got 'end of", "花括号里没有写完"),
    (r"expected token '[^']*', got '([^']*)'", "“{0}”写在了不该写的地方"),
    (r"unexpected char ['\"](.+?)['\"] at", "“{0}”不能写在花括号里"),
    (r"[Nn]o filter named '([^']+)'", "没有“{0}”这种过滤"),
    (r"[Nn]o test named '([^']+)'", "没有“{0}”这种判断"),
    (r"unexpected '([^']+)'", "“{0}”写在了不该写的地方"),
)
"""What Jinja says of a template that breaks its grammar, and what we say."""
NEAR = 40
"""Characters of a template's text that are shown."""
MARKUP = re.compile(r"<[^>]*>")
TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
PART = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml|docProps/core\.xml")
QUOTED = re.compile(r"'([^']+)'")
UNUSABLE = (PackageNotFoundError, BadZipFile, KeyError, ValueError, etree.XMLSyntaxError)
"""What a file raises that is no Word document, or a damaged one."""
MISUSED = (TypeError, ArithmeticError, AttributeError, RecursionError)
"""What a template raises that calculates or calls."""


class Engine:
    """The templates of a run, each opened and compiled once."""

    def __init__(self, folders: tuple[Path, ...], *, afresh: bool = False) -> None:
        """Look for templates in these folders, the first one that has it wins.

        With `afresh` nothing is kept from one document to the next: docxtpl's own steps for each, the same bytes.
        """
        self.folders = folders
        self.afresh = afresh
        self._data: dict[str, bytes] = {}
        self._compiled: dict[str, CompiledTemplate | None] = {}

    def prepare(self, names: Iterable[str]) -> None:
        """Open and compile all templates a run needs, before anything is written.

        Raises TemplateFaultError where one is missing, damaged or misuses the language.
        """
        for name in sorted(names):
            self._template(name)

    def usage(self, name: str, vocabulary: Word) -> Usage:
        """Find which fields a template uses in all its branches, and which names in it do not exist.

        Raises TemplateFaultError where it is missing, damaged or misuses the language.
        """
        # Deferred: only the user's own templates are looked through, and all of them where there are errors.
        from pipeline.rendering.usage import Usage, Walk  # noqa: PLC0415

        try:
            parts = (Walk(vocabulary).usage(tree) for tree in trees_of(self._read(name)))
            return reduce(or_, parts, Usage(frozenset(), ()))
        except TemplateError as error:
            raise template_fault(name, error, {}, self._read(name)) from error
        except ChartError as error:
            raise chart_fault(name, error) from error
        except UNUSABLE as error:
            raise unusable(name) from error

    def is_own(self, name: str) -> bool:
        """Whether a template comes from the user's own folder."""
        path = self._path(name)
        return path is not None and path.parent not in template_folders(None)

    def render(self, name: str, context: Context, properties: Properties) -> bytes:
        """Fill a template: values arrive as they are, the bytes depend on nothing but template and context.

        A template that the compiled path cannot vouch for, and a value with markup of its own, go through docxtpl.
        Raises TemplateFaultError where the template is damaged or asks for what is not there.
        """
        own = {"文书": stamp(properties)}
        compiled = self._template(name)
        try:
            if compiled is not None and not callable(context):
                try:
                    values = {**context, **own}
                    return fill_afresh(self._data[name], values) if self.afresh else compiled.fill(values)
                except RichValueError:
                    pass
            return fill_by_docxtpl(self._data[name], with_own(context, own))
        except TemplateError as error:
            raise template_fault(name, error, {} if callable(context) else context, self._data[name]) from error
        except ChartError as error:
            raise chart_fault(name, error) from error
        except MISUSED as error:
            raise misused(name) from error
        except UNUSABLE as error:
            raise unusable(name) from error

    def _template(self, name: str) -> CompiledTemplate | None:
        """Give a compiled template, or None where docxtpl has to fill it."""
        if name not in self._compiled:
            try:
                self._compiled[name] = CompiledTemplate(self._read(name))
            except UnprovenError:
                self._compiled[name] = None
            except TemplateError as error:
                raise template_fault(name, error, {}, self._data[name]) from error
            except ChartError as error:
                raise chart_fault(name, error) from error
            except UNUSABLE as error:
                raise unusable(name) from error
            except MISUSED as error:
                raise misused(name) from error
        return self._compiled[name]

    def _path(self, name: str) -> Path | None:
        return next((f / f"{name}.docx" for f in self.folders if (f / f"{name}.docx").is_file()), None)

    def _read(self, name: str) -> bytes:
        if name not in self._data:
            self._data[name] = self._from_disk(name)
        return self._data[name]

    def _from_disk(self, name: str) -> bytes:
        path = self._path(name)
        if path is None:
            raise TemplateFaultError(f"找不到模板“{name}.docx”", remedy="核对 --templates 指的文件夹")
        try:
            return path.read_bytes()
        except OSError as error:
            raise TemplateFaultError(f"打不开模板 {path}", remedy="如果它正在 Word 里打开，请先关闭") from error


def misused(name: str) -> TemplateFaultError:
    """Say that a template calculates."""
    return TemplateFaultError(f"模板“{name}.docx”填不出来", remedy="模板里只用栏目名、判断和循环，不做计算")


def unusable(name: str) -> TemplateFaultError:
    """Say that a template is no Word document."""
    return TemplateFaultError(f"模板“{name}.docx”不是能用的 Word 文档", remedy="用 Word 或 WPS 打开，另存为 .docx 再试")


def chart_fault(name: str, error: ChartError) -> TemplateFaultError:
    """Say that a chart of a template cannot be filled."""
    return TemplateFaultError(
        f"模板“{name}.docx”里{error}", remedy="在 Word 里改图表的替代文字；全部栏目见 docs/fields.md"
    )


def with_own(context: Context, own: Mapping[str, object]) -> Context:
    """Add the fields under 文书 to a context."""
    if callable(context):
        make = context
        return lambda opened: {**make(opened), **own}
    return {**context, **own}


def template_fault(
    name: str, error: TemplateError, context: Mapping[str, object], template: bytes = b""
) -> TemplateFaultError:
    """Say in Chinese what a template did wrong and where, with the nearest field name there is."""
    if isinstance(error, UndefinedError):
        quoted = QUOTED.findall(error.message or "")
        field = quoted[-1] if quoted else ""
        path = field_path(field, template)
        near = nearest_field(path, context)
        hint = f"，是不是“{near}”" if near else ""
        return TemplateFaultError(
            f"模板“{name}.docx”里的“{path}”不是有的栏目{hint}",
            remedy="改正模板里花括号中的名称；全部栏目见 docs/fields.md",
        )
    if isinstance(error, SecurityError):
        return TemplateFaultError(f"模板“{name}.docx”里有不允许的写法", remedy="模板里只用栏目名、判断和循环")
    if isinstance(error, TemplateSyntaxError):
        return TemplateFaultError(
            f"模板“{name}.docx”里的花括号写得不对：{syntax_reason(error.message or '')}{near_text(error)}",
            remedy="检查花括号是否成对，if、for 是否有结尾",
        )
    return TemplateFaultError(f"模板“{name}.docx”填不出来", remedy="检查模板里花括号中的写法")


def syntax_reason(message: str) -> str:
    """Say in Chinese what Jinja says in English."""
    for pattern, reason in SYNTAX:
        found = re.search(pattern, message)
        if found:
            return reason.format(*found.groups())
    return "这种写法不认识"


def near_text(error: TemplateSyntaxError) -> str:
    """Show the text of the template about where Jinja stopped; docxtpl puts each paragraph on a line."""
    lines = (error.source or "").splitlines()
    if not 0 < error.lineno <= len(lines):
        return ""
    text = unescape(MARKUP.sub("", lines[error.lineno - 1])).strip()
    spot = max(text.rfind("{{"), text.rfind("{%"), 0) if len(text) > NEAR else 0
    return f"，在“{text[spot : spot + NEAR]}”附近" if text else ""


def field_path(field: str, template: bytes) -> str:
    """Find how the template writes a field with the names before it: 谈话.地方; the bare field if it does not say."""
    try:
        with ZipFile(BytesIO(template)) as archive:
            parts = [archive.read(n).decode("utf-8", "replace") for n in archive.namelist() if PART.fullmatch(n)]
    except BadZipFile:
        return field
    tags = TAG.findall(unescape(MARKUP.sub("", "".join(parts))))
    wanted = re.compile(rf"(?:[^\W\d]\w*\.)*{re.escape(field)}(?!\w)")
    paths = [found[0] for tag in tags for found in wanted.finditer(tag)]
    return max(paths, key=len, default=field)


def nearest_field(path: str, context: Mapping[str, object]) -> str:
    """Suggest the field that a wrong one is most likely to mean: beside it first, then anywhere."""
    *before, field = path.split(".")
    place: object = context
    for name in before:
        place = place.get(name) if isinstance(place, Mapping) else None
    beside = [str(key) for key in place] if isinstance(place, Mapping) else []
    near = get_close_matches(field, beside, n=3, cutoff=0.4)
    if near:
        return ".".join((*before, max(near, key=lambda word: word[0] == field[0])))
    return next(iter(get_close_matches(field, sorted(field_names(context)), n=1, cutoff=0.5)), "")


def field_names(context: object) -> set[str]:
    """Collect every field name a context has, at any depth."""
    if isinstance(context, Mapping):
        found = {str(key) for key in context}
        for value in context.values():
            found |= field_names(value)
        return found
    if isinstance(context, list):
        return set().union(*map(field_names, context[:1]))
    return set()


def template_folders(own: Path | None) -> tuple[Path, ...]:
    """Give the folders to look for templates in: the user's own, then those that come with the program."""
    here = Path(__file__).resolve().parents[1]
    shipped = (here / "templates", here.parent / "templates")
    return tuple(folder for folder in (own, *shipped) if folder is not None)
