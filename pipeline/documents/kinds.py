"""Every kind of document there is, in the order in which reports and folders list them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import cast

from pipeline.documents.plan import DocumentKind, Subject
from pipeline.settings import Settings

MODULES = (
    "agreements",
    "signing_roll",
    "score_sheet",
    "meetings",
    "vote_summary",
    "evaluation_summary",
    "evaluation_form",
    "talks",
    "sign_in",
    "evaluation_ballot",
    "vote_ballot",
    "election_ballot",
    "zone_register",
    "zone_list",
    "project_register",
    "project_acceptance",
    "summary",
    "roster_list",
    "movement_table",
    "division",
    "exemption_request",
    "candidates",
    "meeting_ledger",
    "attendance_sheet",
    "talk_ledger",
    "study_ledger",
    "study_sheets",
    "rectification_ledger",
    "commendations",
    "disposals",
    "overview",
)
"""The modules that declare a kind each, as KIND; a new kind is its module, its template and its line here."""
KINDS: tuple[DocumentKind[Subject], ...] = tuple(
    cast("DocumentKind[Subject]", import_module(f"pipeline.documents.{module}").KIND) for module in MODULES
)
BY_NAME: Mapping[str, DocumentKind[Subject]] = {kind.name: kind for kind in KINDS}
BY_DEFAULT = tuple(kind for kind in KINDS if kind.by_default)
"""Those written without being asked for by name."""


def usual(settings: Settings) -> tuple[DocumentKind[Subject], ...]:
    """Give the kinds that a branch has written without asking for them by name, as its 设置 says."""
    without = {named.name for named in settings.left_out}
    too = {named.name for named in settings.written_too}
    return tuple(kind for kind in KINDS if kind.name not in without and (kind.by_default or kind.name in too))
