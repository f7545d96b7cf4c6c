"""Turns filled documents back into templates for tools that only know flat fields and repeated rows.

Their sentences come ready made, conditions already decided: less work than the tools with a language of their own do.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DOCUMENT = "word/document.xml"
ROW_CELLS = 5


@dataclass(frozen=True)
class Flat:
    """The flat job: a template per tool, and the values of every document."""

    templates: dict[str, bytes]
    contexts: list[dict[str, object]]


def flatten(documents: Sequence[bytes]) -> Flat:
    """Make the flat job from documents that differ in some paragraphs and in the rows of their target tables."""
    bodies = [body_of(data) for data in documents]
    singles = [[text_of(paragraph) for paragraph in single_paragraphs(body)] for body in bodies]
    changing = [place for place, texts in enumerate(zip(*singles, strict=True)) if len(set(texts)) > 1]
    contexts: list[dict[str, object]] = []
    for texts, body in zip(singles, bodies, strict=True):
        context: dict[str, object] = {f"p{place}": texts[place] for place in changing}
        for number, rows in enumerate(target_rows(body)):
            cells = [[text_of(cell) for cell in row.iter(f"{W}tc")] for row in rows]
            context[f"t{number}"] = [{f"c{place}": text for place, text in enumerate(row)} for row in cells]
        contexts.append(context)
    tools = ("docxtemplater", "carbone", "mailmerge")
    return Flat({tool: _template(documents[0], changing, tool) for tool in tools}, contexts)


def _template(document: bytes, changing: Iterable[int], tool: str) -> bytes:
    body = body_of(document)
    places = set(changing)
    for place, paragraph in enumerate(single_paragraphs(body)):
        if place in places:
            _say(
                paragraph, {"docxtemplater": f"{{p{place}}}", "carbone": f"{{d.p{place}}}"}.get(tool, f"p{place}"), tool
            )
    for number, rows in enumerate(target_rows(body)):
        for row in rows[1:]:
            table = row.getparent()
            if table is not None:
                table.remove(row)
        _repeat(rows[0], number, tool)
    return _packed(
        document, etree.tostring(body.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    )


def _repeat(row: etree._Element, number: int, tool: str) -> None:
    if tool == "carbone":
        after = deepcopy(row)
        row.addnext(after)
        for place, paragraph in enumerate(after.iter(f"{W}p")):
            _say(paragraph, f"{{d.t{number}[i+1].c{place}}}", tool)
    for place, paragraph in enumerate(row.iter(f"{W}p")):
        field = {"docxtemplater": f"{{c{place}}}", "carbone": f"{{d.t{number}[i].c{place}}}"}.get(tool, f"c{place}")
        if tool == "docxtemplater":
            field = f"{{#t{number}}}" * (place == 0) + field + f"{{/t{number}}}" * (place == ROW_CELLS - 1)
        if tool == "mailmerge" and place == 0:
            field = f"t{number}"
        _say(paragraph, field, tool)


def _say(paragraph: etree._Element, text: str, tool: str) -> None:
    runs = paragraph.findall(f"{W}r")
    properties = runs[0].find(f"{W}rPr") if runs else None
    for run in runs:
        paragraph.remove(run)
    holder = paragraph
    if tool == "mailmerge":
        holder = etree.SubElement(paragraph, f"{W}fldSimple", {f"{W}instr": f" MERGEFIELD {text} "})
    run = etree.SubElement(holder, f"{W}r")
    if properties is not None:
        run.append(deepcopy(properties))
    etree.SubElement(run, f"{W}t", {SPACE: "preserve"}).text = text


def body_of(document: bytes) -> etree._Element:
    """Parse the body of a document."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        body = etree.fromstring(archive.read(DOCUMENT)).find(f"{W}body")
    if body is None:
        raise ValueError(DOCUMENT)
    return body


def target_rows(body: etree._Element) -> list[list[etree._Element]]:
    """Find the rows of the tables of targets, heads left out."""
    tables = [table.findall(f"{W}tr") for table in body.iter(f"{W}tbl")]
    return [rows[1:] for rows in tables if len(rows[0].findall(f"{W}tc")) == ROW_CELLS]


def single_paragraphs(body: etree._Element) -> list[etree._Element]:
    """List the paragraphs outside the rows of targets."""
    inside = {paragraph for rows in target_rows(body) for row in rows for paragraph in row.iter(f"{W}p")}
    return [paragraph for paragraph in body.iter(f"{W}p") if paragraph not in inside]


def text_of(element: etree._Element) -> str:
    """Give the text of an element."""
    return "".join(text.text or "" for text in element.iter(f"{W}t"))


def words_of(document: bytes) -> str:
    """Give a document's text without white space, to compare what tools wrote."""
    return re.sub(r"\s", "", text_of(body_of(document)))


def _packed(document: bytes, body: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(document)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, body if name == DOCUMENT else source.read(name))
    return buffer.getvalue()
