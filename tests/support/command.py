"""Runs the command line in a process of its own, as a user does."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    status: int
    out: str
    err: str


def zhibu(*words: str | Path, cwd: Path | None = None, encoding: str = "utf-8", **environment: str) -> Ran:
    """Run `python -m pipeline` with these words."""
    settings = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONWARNINGS": "error", **environment}
    settings["PYTHONPATH"] = str(Path(__file__).parents[2])
    command = [sys.executable, "-m", "pipeline", *map(str, words)]
    done = subprocess.run(command, capture_output=True, cwd=cwd, env=settings, check=False, timeout=120)
    return Ran(done.returncode, done.stdout.decode(encoding, "replace"), done.stderr.decode(encoding, "replace"))
