"""docxtpl itself, as the measure of what a filled template holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO

from docxtpl import DocxTemplate
from lxml import etree

from pipeline.rendering.language import environment
from tests.support.word import W, parts_of

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
FILLED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml")
"""The parts in which docxtpl fills fields, core properties apart."""


def by_docxtpl(
    template: bytes, context: Mapping[str, object] | Callable[[DocxTemplate], Mapping[str, object]]
) -> bytes:
    """Fill a template with docxtpl as its documentation shows, with the product's Jinja environment."""
    opened = DocxTemplate(BytesIO(template))
    values = context(opened) if callable(context) else context
    opened.render(dict(values), environment())
    buffer = BytesIO()
    opened.save(buffer)
    return buffer.getvalue()


def canonical(document: bytes) -> dict[str, bytes]:
    """Part name to canonical XML, for the parts in which docxtpl fills fields.

    The properties of a cell are sorted: docxtpl puts its colour and span before the others, where no schema has them.
    Whatever keeps with a next paragraph is left out: docxtpl lets nothing keep with the signatures.
    What binds a chart to a table, and the height of its drawing, are left out: of charts docxtpl knows nothing.
    """
    parts = parts_of(document)
    roots = {name: etree.fromstring(data) for name, data in parts.items() if FILLED.fullmatch(name)}
    for root in roots.values():
        for properties in root.iter(f"{W}pPr"):
            properties[:] = [child for child in properties if child.tag != f"{W}keepNext"]
        for properties in root.iter(f"{W}tcPr"):
            properties[:] = sorted(properties, key=lambda child: str(child.tag))
        for drawing in (each.getparent() for each in root.iter(f"{WP}docPr")):
            if drawing is not None and next(drawing.iter(f"{C}chart"), None) is not None:
                for each in drawing:
                    etree.strip_attributes(each, "descr", "cy")
    return {name: etree.tostring(root, method="c14n") for name, root in roots.items()}
