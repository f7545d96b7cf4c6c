"""The command line: options in, one call, report out, exit status."""

from __future__ import annotations

from pipeline.cli.commands import main

__all__ = ["main"]
