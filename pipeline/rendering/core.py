"""The core properties of a document: the template's own fields, and what the run says of the document."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from pipeline.ooxml.package import Properties, core_markup

DC = "{http://purl.org/dc/elements/1.1/}"
CONTENT_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

FILLED = frozenset(f"{DC}{name}" for name in ("title", "creator", "description", "identifier", "language", "subject"))
"""The properties in which docxtpl fills fields; it leaves the others alone."""
LANGUAGE = f"{DC}language"
STAMPED = etree.fromstring(core_markup("{{ 文书.题名 }}", "{{ 文书.作者 }}"))
"""What the run says of a document, unless the template fills the property itself."""
MOMENTS = frozenset(
    {
        "{http://purl.org/dc/terms/}created",
        "{http://purl.org/dc/terms/}modified",
        "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}lastPrinted",
    }
)
"""When the template was made, which is not when the document was: they go, unless the template fills them."""
BRACE, BRACE_ENTITY = "\ue000", "&#123;"


def core_source(template: bytes, *, stamped: bool) -> str:
    """Turn the core properties of a template into Jinja source; `stamped` adds what the run says of the document."""
    root = etree.fromstring(template) if template else deepcopy(STAMPED)
    stamped_tags = {model.tag for model in STAMPED} if stamped else set()
    for moment in [each for each in root if stamped and each.tag in MOMENTS]:
        if "{" in (moment.text or ""):
            stamped_tags.add(moment.tag)
        else:
            root.remove(moment)
    for model in STAMPED if stamped else ():
        element = root.find(model.tag)
        if element is None:
            root.append(deepcopy(model))
            continue
        if "{" not in (element.text or "") and not (element.tag == LANGUAGE and element.text):
            element.text = model.text
        element.attrib.update(model.attrib)
    for element in root.iter(etree.Element):
        if element.tag not in FILLED and element.tag not in stamped_tags:
            element.text = (element.text or "").replace("{", BRACE) or None
    return etree.tostring(root, encoding="unicode").replace(BRACE, BRACE_ENTITY)


def stamp(properties: Properties) -> dict[str, str]:
    """Give the fields under 文书: what a document says of itself."""
    return {"题名": properties.title, "作者": properties.author, "时刻": properties.stamp}


def with_core(types: bytes, rels: bytes, name: str) -> tuple[bytes, bytes]:
    """Enter a core properties part into the content types and root relationships of a package that has none."""
    return with_part(types, rels, name, content_type=CONTENT_TYPE, relationship=RELATIONSHIP)


def with_part(types: bytes, rels: bytes, name: str, *, content_type: str, relationship: str) -> tuple[bytes, bytes]:
    """Enter a part of the package into its content types and its root relationships."""
    listed, related = etree.fromstring(types), etree.fromstring(rels)
    etree.SubElement(listed, f"{TYPES}Override", PartName=f"/{name}", ContentType=content_type)
    taken = {rel.get("Id") for rel in related}
    number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    etree.SubElement(related, f"{RELS}Relationship", Id=f"rId{number}", Type=relationship, Target=name)
    return tuple(  # type: ignore[return-value]
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) for root in (listed, related)
    )
