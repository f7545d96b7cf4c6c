"""Texts that say the same are found, also among many, and no others."""

from __future__ import annotations

import re
from random import Random
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.checks.tools.likeness import NEAR_FROM, bare, twins

WORDS = (
    "设备",
    "点检",
    "夜班",
    "排班",
    "考试",
    "师傅",
    "记录",
    "工具",
    "现场",
    "整理",
    "培训",
    "安全",
    "巡查",
    "交底",
    "图纸",
)

LETTERS = "".join(map(chr, range(0x4E00, 0x4E00 + 300)))


@given(st.text(st.sampled_from("甲乙a1Ａ１，。“” \u3000か゛\u3099e\u0301①℃ﬁ_＿\n") | st.characters(), max_size=20))
def test_only_letters_and_figures_are_compared(text: str) -> None:
    assert bare(text) == re.sub(r"[\W_]+", "", normalize("NFKC", text))


def pairs(text: str) -> set[str]:
    """Give the letter pairs of a text."""
    return {text[place : place + 2] for place in range(len(text) - 1)}


@pytest.mark.parametrize("percent", [60, 80, 90])
def test_every_twin_is_as_like_as_said(percent: int) -> None:
    chance = Random(7)
    texts = ["".join(chance.choices(WORDS, k=30)) for _ in range(300)]
    texts += [text[:-3] + "改过了" for text in texts[::3]]
    found = {twin.later: twin for twin in twins(texts, percent)}
    for twin in found.values():
        one, other = pairs(texts[twin.later]), pairs(texts[twin.earlier])
        assert twin.percent == len(one & other) * 100 // len(one | other) >= percent
    assert found
    assert len(texts[0]) >= NEAR_FROM


@pytest.mark.parametrize("percent", [60, 80, 90])
def test_no_text_changed_in_a_few_letters_is_missed(percent: int) -> None:
    chance = Random(7)
    texts = ["".join(chance.choices(LETTERS, k=chance.randrange(60, 200))) for _ in range(300)]
    texts += [text[:-3] + "改过了" for text in texts[::3]]
    found = {twin.later: twin.earlier for twin in twins(texts, percent)}
    assert found == {300 + place: place * 3 for place in range(100)}


def test_equal_texts_are_found_however_they_are_spaced() -> None:
    (twin,) = twins(
        ["全年完成设备点检三次，记录齐全。", "别的话题和别的内容一条", "全年完成设备点检 三次,记录齐全"], 100
    )
    assert (twin.later, twin.earlier, twin.percent) == (2, 0, 100)
