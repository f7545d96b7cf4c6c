"""docxtpl itself: for what the compiled path leaves to it, and as the measure that the compiled path is held to."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import TypeAlias

from docxtpl import DocxTemplate
from jinja2 import Environment, Template, nodes
from lxml import etree

from pipeline.ooxml.zip import read_parts
from pipeline.rendering.language import environment

PARAGRAPH = re.compile(r"<w:p([ >])")
FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
LINED_PARAGRAPH = re.compile(r"\n<w:p([ >])")
MASKED = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
"""How a template says braces that are not a field, and what they mean."""
CELL_PROPERTIES = re.compile(
    r"(?P<start><w:tcPr[^>]*>)"
    r'(?P<shade><w:shd w:val="clear" w:color="auto" w:fill="\{\{.*?\}\}"/>)?'
    r'(?P<span><w:gridSpan w:val="\{\{.*?\}\}"/>)?'
    r"(?P<width>(?:<w:(?:cnfStyle|tcW)\b[^>]*/>)*)"
    r"(?P<edges>(?:<w:(?:gridSpan|hMerge|vMerge)\b[^>]*/>|<w:tcBorders>.*?</w:tcBorders>)*)",
    re.DOTALL,
)
"""The properties of a cell as docxtpl leaves them: what cellbg and colspan say, then those of the template."""
CELL_FIELDS = ('<w:shd w:val="clear" w:color="auto" w:fill="{{', '<w:gridSpan w:val="{{')
"""How what cellbg and colspan say begins."""
Values: TypeAlias = Mapping[str, object]
Context: TypeAlias = "Values | Callable[[DocxTemplate], Values]"
"""What a template is filled with; pictures and sub-documents need the opened template to be made."""


def _in_order(found: re.Match[str]) -> str:
    pieces = found.groupdict("")
    return "".join(pieces[name] for name in ("start", "width", "span", "edges", "shade"))


def on_lines(source: str) -> str:
    """Put every paragraph on a line of its own, as docxtpl does before Jinja sees a part."""
    return PARAGRAPH.sub(r"\n<w:p\1", source)


def off_lines(text: str) -> str:
    """Take back what `on_lines` did."""
    return LINED_PARAGRAPH.sub(r"<w:p\1", text)


def compiled_source(source: str, jinja: Environment) -> Template:
    """Compile a patched part; the template's own {_{ becomes {{, which docxtpl does to the filled part, values too."""
    tree = jinja.parse(on_lines(source))
    for text in tree.find_all(nodes.TemplateData):
        text.data = unmasked(text.data)
    return Template.from_code(jinja, jinja.compile(tree), {})


def unmasked(text: str) -> str:
    """Turn {_{ and the like in the text of a template into the braces they stand for."""
    for masked, meant in MASKED:
        text = text.replace(masked, meant)
    return text


class ExactTemplate(DocxTemplate):  # type: ignore[misc]
    """docxtpl, less four habits by which it loses, rewrites or misplaces what it was given."""

    def patch_xml(self, src_xml: str) -> str:
        """Turn a part into Jinja source as docxtpl does, but put a cell's colour and span where the schema has them.

        docxtpl puts them in front of all other properties, which no validator and not every reader lets pass.
        """
        patched: str = super().patch_xml(src_xml)
        if any(field in patched for field in CELL_FIELDS):
            return CELL_PROPERTIES.sub(_in_order, patched)
        return patched

    def render_xml_part(self, src_xml: str, part: object, context: Values, jinja_env: Environment | None = None) -> str:
        """Fill one part as docxtpl does, but leave {_{ in a value as it is."""
        self.current_rendering_part = part
        filled = compiled_source(src_xml, jinja_env or environment()).render(context)
        resolved: str = self.resolve_listing(off_lines(filled))
        return resolved

    def fix_tables(self, xml: str) -> etree._Element:
        """Fix tables as docxtpl does, but refuse a body that is not well-formed, of which docxtpl drops the rest.

        Raises lxml.etree.XMLSyntaxError.
        """
        etree.fromstring(xml)
        fixed: etree._Element = super().fix_tables(xml)
        return fixed

    def render_footnotes(self, context: Values, jinja_env: Environment | None = None) -> None:
        """Fill the footnotes once; docxtpl does it again for every section, and so would fill fields in values."""
        for part in self.docx.part.package.iter_parts():
            if part.content_type == FOOTNOTES:
                source = self.patch_xml(part.blob.decode("utf-8"))
                part._blob = self.render_xml_part(source, part, context, jinja_env).encode()


def saved_parts(opened: ExactTemplate, context: Values) -> dict[str, bytes]:
    """Fill and save an opened template with docxtpl; gives the parts of the document.

    Raises what docxtpl, python-docx, lxml and Jinja raise.
    """
    opened.render(dict(context), environment())
    buffer = BytesIO()
    opened.save(buffer)
    return read_parts(buffer.getvalue())
