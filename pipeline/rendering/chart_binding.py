"""Reads the alternative text by which a drawing is bound to a table of the context."""

from __future__ import annotations

import re
from typing import NamedTuple

LEAD = re.compile(r"\s*图表\s*[：:]")
"""How the alternative text of a drawing begins that is bound to a table."""
BINDING = re.compile(
    r"\s*图表\s*[：:]\s*(?P<table>[\w.]+)\s*[（(]\s*(?P<category>\w+)\s*[：:；;]\s*(?P<series>\w+(?:\s*[、，,]\s*\w+)*)\s*[）)]"
    r"(?:\s*[，,]?\s*起点\s*(?P<floor>[\w.]+))?\s*(?:[。；;]\s*(?P<words>.*))?",
    re.DOTALL,
)
"""图表：附件.参加率图（类型：一季度、二季度），起点附件.参加率起点。What a reader is told who cannot see it."""
APART = re.compile(r"\s*[、，,]\s*")


class ChartError(Exception):
    """A chart of a template cannot be filled; the text is a Chinese clause that says why."""


class Binding(NamedTuple):
    """What the alternative text of a drawing says: which table it shows."""

    table: str
    """Path of the table: 附件.参加率图."""
    category: str
    """The field of a row that names it."""
    series: tuple[str, ...]
    """The fields of a row whose figures the series of the chart take, in their order."""
    floor: str
    """Path of the field that says where the axis of figures begins; empty for what the template sets."""
    words: str
    """The rest: what the document's own alternative text says."""

    @classmethod
    def of(cls, text: str) -> Binding | None:
        """Read an alternative text; None where it binds nothing. Raises ChartError where it cannot be read."""
        if not LEAD.match(text):
            return None
        found = BINDING.fullmatch(text)
        if found is None:
            raise ChartError(f"替代文字“{text.strip()[:40]}”写得不对，应当像“图表：会议.各类（类型：次数）”")
        words = found.groupdict("")
        series = tuple(APART.split(words["series"]))
        return cls(words["table"], words["category"], series, words["floor"], words["words"].strip())

    @property
    def source(self) -> str:
        """Say in the template language which fields it uses."""
        fields = "".join(f"{{{{ 行.{name} }}}}" for name in (self.category, *self.series))
        floor = f"{{{{ {self.floor} }}}}" if self.floor else ""
        return f"{{% for 行 in {self.table} %}}{fields}{{% endfor %}}{floor}"
