"""Turns templates and contexts into the bytes of Word documents; the only place that knows docxtpl and Jinja."""

from __future__ import annotations

from pipeline.ooxml.package import Properties
from pipeline.rendering.engine import Engine, template_folders
from pipeline.rendering.parallel import Order, fill_all

__all__ = ["Engine", "Order", "Properties", "fill_all", "template_folders"]
