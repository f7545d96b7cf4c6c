"""How many documents the small branch has."""

from __future__ import annotations

from pipeline.documents import plan_documents
from tests.support.small import examine

ALL = len(plan_documents(examine().branch))
"""Documents of the small branch that are written without being asked for."""
