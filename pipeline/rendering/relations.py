"""Reads how the parts of a package hang together."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree


class Relation(NamedTuple):
    """What one part points to."""

    id: str
    kind: str
    target: str
    """Name of the part; of what lies outside the package, its address."""
    outside: bool


def relations_name(name: str) -> str:
    """Name the part that lists what a part, or the package, points to."""
    folder, _, own = name.rpartition("/")
    return f"{folder}/_rels/{own}.rels" if folder else f"_rels/{own}.rels"


def relations(parts: Mapping[str, bytes], name: str) -> list[Relation]:
    """List what a part, or the package, points to."""
    data = parts.get(relations_name(name))
    return [_relation(rel, name.rpartition("/")[0]) for rel in (etree.fromstring(data) if data else ())]


def _relation(rel: etree._Element, folder: str) -> Relation:
    target, outside = rel.get("Target", ""), rel.get("TargetMode") == "External"
    whole = target if outside else posixpath.normpath(posixpath.join("/", folder, target))[1:]
    return Relation(rel.get("Id", ""), rel.get("Type", ""), whole, outside)
