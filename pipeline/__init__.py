"""Zhibu turns one workbook of a party branch's year into the year's Word documents.

What a program that uses it as a library needs is here; each name is loaded when it is first asked for, so that
`import pipeline` stays as quick as the version number, which is all that the command line takes from here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.delivery.sinks import Delivery, FolderSink, MemorySink, Sink, ZipSink
    from pipeline.errors import StoppedError, ZhibuError
    from pipeline.findings import Finding, Level
    from pipeline.flows.check import check
    from pipeline.flows.forms import forms
    from pipeline.flows.generate import generate
    from pipeline.flows.new import new, new_workbook
    from pipeline.flows.requests import CheckRequest, FormsRequest, GenerateRequest, NewRequest, Phase
    from pipeline.rendering import Engine, template_folders
    from pipeline.reporting.report import BriefReport, Report
else:

    def __getattr__(name):  # noqa: ANN001, ANN202  # type checkers see the imports above
        """Load a name when it is first asked for."""
        from importlib import import_module  # noqa: PLC0415

        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = globals()[name] = getattr(import_module(_HOMES[name]), name)
        return found


__version__ = "0.4.0"
__all__ = [
    "BriefReport",
    "CheckRequest",
    "Delivery",
    "Engine",
    "Finding",
    "FolderSink",
    "FormsRequest",
    "GenerateRequest",
    "Level",
    "MemorySink",
    "NewRequest",
    "Phase",
    "Report",
    "Sink",
    "StoppedError",
    "ZhibuError",
    "ZipSink",
    "__version__",
    "check",
    "forms",
    "generate",
    "new",
    "new_workbook",
    "template_folders",
]
_HOMES = {
    "BriefReport": "pipeline.reporting.report",
    "CheckRequest": "pipeline.flows.requests",
    "Delivery": "pipeline.delivery.sinks",
    "Engine": "pipeline.rendering",
    "Finding": "pipeline.findings",
    "FolderSink": "pipeline.delivery.sinks",
    "FormsRequest": "pipeline.flows.requests",
    "GenerateRequest": "pipeline.flows.requests",
    "Level": "pipeline.findings",
    "MemorySink": "pipeline.delivery.sinks",
    "NewRequest": "pipeline.flows.requests",
    "Phase": "pipeline.flows.requests",
    "Report": "pipeline.reporting.report",
    "Sink": "pipeline.delivery.sinks",
    "StoppedError": "pipeline.errors",
    "ZhibuError": "pipeline.errors",
    "ZipSink": "pipeline.delivery.sinks",
    "check": "pipeline.flows.check",
    "forms": "pipeline.flows.forms",
    "generate": "pipeline.flows.generate",
    "new": "pipeline.flows.new",
    "new_workbook": "pipeline.flows.new",
    "template_folders": "pipeline.rendering",
}
"""The module that has each of these names."""
