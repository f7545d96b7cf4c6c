"""A column that may stay blank is blank in every row, and no document says something silly for it."""

from __future__ import annotations

import re

import pytest

from pipeline.documents import plan_documents
from pipeline.findings import Level
from pipeline.rendering import Engine, Properties, template_folders
from pipeline.schema import TABLES
from pipeline.schema.branch import info_columns
from tests.support.candidates import LEDGER
from tests.support.small import Rows, book_of, changed, examine_book, small_rows
from tests.support.word import text_of

ENGINE = Engine(template_folders(None))
SILLY = re.compile(
    "None|\\{\\{|\\{%|。。|，，|，。|、、|（）|；；|合计分|：[。，]|“”|(?<!下)设[0-9]|^，|^。", re.MULTILINE
)
BLANKED = [(sheet.name, column.heading) for sheet in TABLES for column in sheet.columns if column.wanted]


def texts(rows: Rows) -> dict[str, str]:
    """Render every document, whether errors would hold it or not."""
    found = examine_book(book_of(rows))
    properties = Properties(title="", author="", day=found.branch.year_end)
    return {
        document.path: text_of(ENGINE.render(document.template, document.build(), properties))
        for document in plan_documents(found.branch)
    }


@pytest.mark.parametrize(("sheet", "heading"), BLANKED, ids=lambda each: each)
def test_a_blank_column_is_a_blank_and_a_reminder(sheet: str, heading: str) -> None:
    rows = small_rows()
    rows[sheet] = [row | {heading: ""} for row in rows[sheet] or changed(LEDGER)[sheet]]
    found = examine_book(book_of(rows))
    mine = [f for f in found.findings if f.where.sheet == sheet and f.where.heading == heading]
    assert {f.level for f in mine} <= {Level.WARNING}
    silly = {path: SILLY.search(text) for path, text in texts(rows).items()}
    assert {path: word[0] for path, word in silly.items() if word} == {}


@pytest.mark.parametrize("key", [column.heading for column in info_columns().values() if not column.required])
def test_a_key_that_is_not_there_leaves_nothing_silly(key: str) -> None:
    rows = small_rows()
    rows["支部信息"] = [row for row in rows["支部信息"] if row["项目"] != key]
    silly = {path: SILLY.search(text) for path, text in texts(rows).items()}
    assert {path: word[0] for path, word in silly.items() if word} == {}
