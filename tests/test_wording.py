"""The words documents use."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal

import pytest

from pipeline import wording


def test_dates_have_no_leading_zeros() -> None:
    assert wording.date_text(date(2026, 3, 5)) == "2026年3月5日"
    assert wording.date_text(None) == ""
    assert wording.weekday_text(date(2026, 3, 5)) == "星期四"
    assert wording.span_text(time(9, 5), time(16)) == "9:05—16:00"
    assert wording.span_text(time(9, 5), None) == "9:05"


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (date(2025, 6, 13), date(2025, 6, 13), "2025年6月13日"),
        (date(2025, 6, 13), date(2025, 6, 19), "2025年6月13日至19日"),
        (date(2025, 6, 28), date(2025, 7, 2), "2025年6月28日至7月2日"),
        (date(2025, 12, 30), date(2026, 1, 2), "2025年12月30日至2026年1月2日"),
    ],
)
def test_spans_do_not_repeat_themselves(start: date, end: date, text: str) -> None:
    assert wording.days_text(start, end) == text


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九"), (100, "100")]
)
def test_numerals(number: int, text: str) -> None:
    assert wording.numeral(number) == text


def test_numbers_without_ornament() -> None:
    assert wording.number_text(Decimal("18.60")) == "18.6"
    assert wording.number_text(Decimal("1E+3")) == "1000"
    assert wording.number_text(0) == "0"
    assert wording.number_text(None) == ""
    assert wording.percent_text(1, 3) == "33.3%"
    assert wording.percent_text(1, 0) == ""
    assert wording.average_text([Decimal(1), Decimal(2)]) == "1.5"
    assert wording.average_text([]) == ""


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("完成", "完成。"),
        ("完成。", "完成。"),
        ("完成！", "完成！"),
        ("他说“好。”", "他说“好。”"),
        ("完成；", "完成。"),
        ("有三条：", "有三条："),
        ("有问号吗？", "有问号吗？"),
        ("", ""),
        (" ", ""),
    ],
)
def test_sentences_end_once(typed: str, printed: str) -> None:
    assert wording.sentence(typed) == printed


def test_nothing_empty_gets_a_separator_or_brackets() -> None:
    assert wording.joined(["张三", "", "李四"]) == "张三、李四"
    assert wording.noted("张三", "") == "张三"
    assert wording.noted("张三", "病假", "") == "张三（病假）"
    assert wording.titled("条例") == "《条例》"
    assert wording.titled("《条例》") == "《条例》"
    assert wording.paragraphs("一\n\n  二 \r\n三") == ["一", "二", "三"]


def test_marks_beside_each_other_need_no_pause() -> None:
    assert wording.joined(["“甲”", "“乙”", "丙"]) == "“甲”“乙”、丙"
    assert wording.joined(["《甲》", "《乙》（试行）", "《丙》"]) == "《甲》《乙》（试行）、《丙》"
    assert wording.joined(["“甲”", "“乙”"], "，") == "“甲”，“乙”"


def test_quotation_marks_inside_others_are_single() -> None:
    assert wording.quoted("“两台”箱合装") == "“‘两台’箱合装”"
    assert wording.quoted("合装") == "“合装”"
    assert wording.quoted("") == ""


def test_names_are_parted_between_them() -> None:
    assert wording.in_lines("甲甲、乙乙、丙丙", 5) == ["甲甲、乙乙、", "丙丙"]
    assert wording.in_lines("甲甲、乙乙、丙丙", 5, "一组：") == ["甲甲、", "乙乙、丙丙"]
    assert wording.in_lines("甲甲（一、二）、乙乙", 6) == ["甲甲（一、二）、", "乙乙"]
    assert wording.in_lines("甲甲", 1) == ["甲甲"]
    assert wording.in_lines("", 5) == [""]


def test_talks_are_between_people_not_codes() -> None:
    assert wording.between("支委-支委") == "支委之间"
    assert wording.between("支部-群众") == "支部与群众之间"
    assert wording.between("其他") == "其他"


def test_the_first_paragraph_and_the_others_make_the_whole() -> None:
    assert (wording.first_paragraph("一\n\n二\n三"), wording.other_paragraphs("一\n\n二\n三")) == ("一", ["二", "三"])
    assert (wording.first_paragraph(" "), wording.other_paragraphs("")) == ("", [])
