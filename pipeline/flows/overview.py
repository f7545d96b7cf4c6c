"""Fills the year at a glance into its Word template, and seals it."""

from __future__ import annotations

from pipeline.documents.overview import TEMPLATE, overview_context
from pipeline.glance.model import Glance
from pipeline.glance.seal import SEAL_PART, sealed_parts
from pipeline.ooxml.package import FIRST, Properties, write_parts
from pipeline.ooxml.xml import legal
from pipeline.ooxml.zip import read_parts

ROOT_RELS = "_rels/.rels"
CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
CUSTOM_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"


def glance_docx(glance: Glance) -> bytes:
    """Write the document from the template that comes with the program; the same glance gives the same bytes.

    Raises TemplateFaultError where the template is missing or damaged.
    """
    # Deferred: Jinja, docxtpl and python-docx take 0.1 s that a web page does without.
    from pipeline.rendering import Engine, template_folders  # noqa: PLC0415
    from pipeline.rendering.core import with_part  # noqa: PLC0415

    properties = Properties(title=legal(glance.title), author=legal(glance.author), day=glance.as_of)
    parts = read_parts(Engine(template_folders(None)).render(TEMPLATE, overview_context(glance), properties))
    parts[FIRST], parts[ROOT_RELS] = with_part(
        parts[FIRST], parts[ROOT_RELS], SEAL_PART, content_type=CUSTOM, relationship=CUSTOM_RELATIONSHIP
    )
    return write_parts(sealed_parts(parts))
