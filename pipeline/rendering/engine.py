"""Turns a Word template and a context into the bytes of a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import Environment, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError, TemplateError
from lxml import etree

from pipeline.errors import TemplateFaultError
from pipeline.rendering.language import environment
from pipeline.rendering.package import CORE, Properties, core_properties, read_parts, write_parts

PARAGRAPH = re.compile(r"<w:p([ >])")
LINED_PARAGRAPH = re.compile(r"\n<w:p([ >])")
QUOTED = re.compile(r"'([^']+)'")


class Engine:
    """The templates of a run, each read once."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        """Look for templates in these folders, the first one that has it wins."""
        self._folders = folders
        self._read: dict[str, bytes] = {}

    def template(self, name: str) -> bytes:
        """Give the bytes of a template. Raises TemplateFaultError where there is none."""
        if name not in self._read:
            path = next((f / f"{name}.docx" for f in self._folders if (f / f"{name}.docx").is_file()), None)
            if path is None:
                raise TemplateFaultError(f"找不到模板“{name}.docx”", remedy="核对 --templates 指的文件夹")
            try:
                self._read[name] = path.read_bytes()
            except OSError as error:
                raise TemplateFaultError(f"打不开模板 {path}", remedy="如果它正在 Word 里打开，请先关闭") from error
        return self._read[name]

    def prepare(self, names: Iterable[str]) -> None:
        """Read all templates a run needs, before anything is written."""
        for name in sorted(names):
            self.template(name)

    def render(self, name: str, context: Mapping[str, object], properties: Properties) -> bytes:
        """Fill a template: values arrive as they are, the bytes depend on nothing but template and context.

        Raises TemplateFaultError where the template is damaged or asks for what is not there.
        """
        template = _ExactTemplate(BytesIO(self.template(name)))
        try:
            template.render({**context, "文书": {"题名": properties.title}}, environment())
            buffer = BytesIO()
            template.save(buffer)
        except TemplateError as error:
            raise template_fault(name, error, context) from error
        except (TypeError, ArithmeticError, AttributeError, RecursionError) as error:
            raise TemplateFaultError(
                f"模板“{name}.docx”填不出来", remedy="模板里只用栏目名、判断和循环，不做计算"
            ) from error
        except (PackageNotFoundError, BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as error:
            raise TemplateFaultError(
                f"模板“{name}.docx”不是能用的 Word 文档", remedy="用 Word 或 WPS 打开，另存为 .docx 再试"
            ) from error
        parts = read_parts(buffer.getvalue())
        parts[CORE] = core_properties(properties)
        return write_parts(parts)


class _ExactTemplate(DocxTemplate):  # type: ignore[misc]
    """docxtpl, without its habit of turning {_{ in a value into {{ after filling."""

    def render_xml_part(
        self, src_xml: str, part: object, context: Mapping[str, object], jinja_env: Environment | None = None
    ) -> str:
        """Fill one part as docxtpl does, less the rewriting."""
        self.current_rendering_part = part
        source = PARAGRAPH.sub(r"\n<w:p\1", src_xml)
        filled = (jinja_env or environment()).from_string(source).render(context)
        resolved: str = self.resolve_listing(LINED_PARAGRAPH.sub(r"<w:p\1", filled))
        return resolved


def template_fault(name: str, error: TemplateError, context: Mapping[str, object]) -> TemplateFaultError:
    """Say in Chinese what a template did wrong, with the nearest field name there is."""
    if isinstance(error, UndefinedError):
        quoted = QUOTED.findall(error.message or "")
        field = quoted[-1] if quoted else ""
        near = get_close_matches(field, list(field_names(context)), n=1, cutoff=0.5)
        hint = f"，是不是“{near[0]}”" if near else ""
        return TemplateFaultError(
            f"模板“{name}.docx”里的“{field}”不是有的栏目{hint}", remedy="改正模板里花括号中的名称"
        )
    if isinstance(error, SecurityError):
        return TemplateFaultError(f"模板“{name}.docx”里有不允许的写法", remedy="模板里只用栏目名、判断和循环")
    if isinstance(error, TemplateSyntaxError):
        return TemplateFaultError(
            f"模板“{name}.docx”里的花括号写得不对：{error.message}", remedy="检查花括号是否成对，if、for 是否有结尾"
        )
    return TemplateFaultError(f"模板“{name}.docx”填不出来", remedy="检查模板里花括号中的写法")


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
