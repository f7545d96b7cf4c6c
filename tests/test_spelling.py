"""The nearest known words are those difflib finds, however many words there are."""

from __future__ import annotations

from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.spelling import CUTOFF, Spellings

WORDS = st.text("王李张伟芳H012", min_size=1, max_size=6)


@given(word=WORDS, known=st.lists(WORDS, unique=True, max_size=30), most=st.integers(1, 3))
def test_close_words_are_those_of_difflib(word: str, known: list[str], most: int) -> None:
    assert Spellings(known).close(word, most) == get_close_matches(word, known, n=most, cutoff=CUTOFF)


@pytest.mark.parametrize(("word", "close"), [("王大明", ["王小明"]), ("赵六", []), ("王小明", ["王小明"])])
def test_a_slip_is_found_and_a_stranger_is_not(word: str, close: list[str]) -> None:
    assert Spellings(["王小明", "李四", "张三丰"]).close(word) == close


def test_an_answer_stays_the_same_when_asked_again() -> None:
    spellings = Spellings(iter(["王小明", "李小明"]))
    assert spellings.close("王大明") == spellings.close("王大明") == ["王小明"]
