"""Turns a branch into its year at a glance: one model, written as a web page and a sheet."""

from __future__ import annotations

from pipeline.glance.page import glance_html
from pipeline.glance.seal import is_ours
from pipeline.glance.sheet import glance_sheet
from pipeline.glance.year import year_glance

__all__ = ["glance_html", "glance_sheet", "is_ours", "year_glance"]
