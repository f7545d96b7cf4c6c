"""Writes the templates into the templates folder: python -m tools.drafting."""

from __future__ import annotations

from pathlib import Path

from pipeline.ooxml.package import write_parts
from pipeline.ooxml.zip import read_parts
from tools.drafting import draft_templates

FOLDER = Path(__file__).resolve().parents[2] / "templates"


def main() -> None:
    """Write every template, packed without a date."""
    for name, data in draft_templates().items():
        (FOLDER / f"{name}.docx").write_bytes(write_parts(read_parts(data)))


if __name__ == "__main__":
    main()
