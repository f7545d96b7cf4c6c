"""The core properties of a document: the template's own fields, and what the run says of the document."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from pipeline.rendering.package import Properties

CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
DC = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
EMPTY = f'<cp:coreProperties xmlns:cp="{CP}" xmlns:dc="{DC}" xmlns:dcterms="{DCTERMS}" xmlns:xsi="{XSI}"/>'.encode()
CONTENT_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"

FILLED = frozenset(
    f"{{{DC}}}{name}" for name in ("title", "creator", "description", "identifier", "language", "subject")
)
"""The properties in which docxtpl fills fields; it leaves the others alone."""
STAMPED: Mapping[str, str] = {
    f"{{{DC}}}title": "{{ 文书.题名 }}",
    f"{{{DC}}}creator": "{{ 文书.作者 }}",
    f"{{{CP}}}lastModifiedBy": "{{ 文书.作者 }}",
    f"{{{DCTERMS}}}created": "{{ 文书.时刻 }}",
    f"{{{DCTERMS}}}modified": "{{ 文书.时刻 }}",
}
"""What the run says of a document, unless the template fills the property itself."""
BRACE, BRACE_ENTITY = "\ue000", "&#123;"


def core_source(template: bytes, *, stamped: bool) -> str:
    """Turn the core properties of a template into Jinja source; `stamped` adds what the run says of the document."""
    root = etree.fromstring(template or EMPTY)
    if stamped:
        for tag, text in STAMPED.items():
            found = root.find(tag)
            element = etree.SubElement(root, tag) if found is None else found
            if "{" not in (element.text or ""):
                element.text = text
            if tag.startswith(f"{{{DCTERMS}}}"):
                element.set(f"{{{XSI}}}type", "dcterms:W3CDTF")
    for element in root.iter(etree.Element):
        if element.tag not in FILLED and not (stamped and element.tag in STAMPED):
            element.text = (element.text or "").replace("{", BRACE) or None
    return etree.tostring(root, encoding="unicode").replace(BRACE, BRACE_ENTITY)


def stamp(properties: Properties) -> dict[str, str]:
    """Give the fields under 文书: what a document says of itself."""
    return {"题名": properties.title, "作者": properties.author, "时刻": f"{properties.day.isoformat()}T00:00:00Z"}


def with_core(types: bytes, rels: bytes, name: str) -> tuple[bytes, bytes]:
    """Enter a core properties part into the content types and root relationships of a package that has none."""
    listed, related = etree.fromstring(types), etree.fromstring(rels)
    etree.SubElement(listed, f"{TYPES}Override", PartName=f"/{name}", ContentType=CONTENT_TYPE)
    taken = {rel.get("Id") for rel in related}
    number = next(n for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
    etree.SubElement(related, f"{RELS}Relationship", Id=f"rId{number}", Type=RELATIONSHIP, Target=name)
    return tuple(  # type: ignore[return-value]
        etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True) for root in (listed, related)
    )
