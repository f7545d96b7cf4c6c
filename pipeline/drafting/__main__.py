"""Writes the templates into the templates folder: python -m pipeline.drafting."""

from __future__ import annotations

from pathlib import Path

from pipeline.drafting import draft_templates
from pipeline.package import read_parts, write_parts

FOLDER = Path(__file__).resolve().parents[2] / "templates"


def main() -> None:
    """Write every template, packed without a date."""
    for name, data in draft_templates().items():
        (FOLDER / f"{name}.docx").write_bytes(write_parts(read_parts(data)))


if __name__ == "__main__":
    main()
