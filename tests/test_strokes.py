"""Names by strokes (姓氏笔画): the table made from Unihan, and orders checked by hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from pipeline.facts.strokes import TABLE, places, strange_to_table, stroke_order


def lines() -> Iterator[tuple[int, str, str]]:
    """Read the table: strokes, first shape, characters."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            count, shape, chars = line.split()
            yield int(count), shape, chars


STROKES = {char: (count, shape) for count, shape, chars in lines() for char in chars}
BY_HAND = {
    "2一": "丁",
    "3一": "于万",
    "3丨": "上",
    "3丿": "千",
    "3丶": "广",
    "3乙": "马卫",
    "4一": "王尤车韦",
    "4丿": "毛牛仇",
    "4丶": "方文卞",
    "4乙": "尹孔邓",
    "5一": "石龙甘艾",
    "5丨": "田史卢叶申",
    "5丿": "白包丘",
    "5丶": "冯兰邝",
    "5乙": "司皮",
    "6一": "邢成毕",
    "6丨": "曲",
    "6丿": "朱任伍乔向华",
    "6丶": "刘江汤齐庄关安祁许",
    "6乙": "孙阮牟",
    "7一": "李杨杜苏严芦芮巫",
    "7丨": "肖吴时邶",
    "7丿": "何余邹邱狄佟谷",
    "7丶": "宋汪沈冷辛闵",
    "7乙": "张陈陆邵",
    "8一": "林武范苗欧",
    "8丨": "罗尚易明卓",
    "8丿": "周金季和岳",
    "8丶": "郑庞宗房",
    "8乙": "孟屈练",
    "9一": "赵胡封项柳柯荣",
    "9丿": "侯钟段饶俞",
    "9丶": "姜洪施祝宣娄",
    "9乙": "姚贺费骆",
    "10一": "秦袁贾夏耿聂莫",
    "10丨": "柴党晏",
    "10丿": "徐钱倪殷翁",
    "10丶": "高郭唐凌涂",
    "10乙": "陶",
    "11一": "黄曹梅龚盛",
    "11丨": "常崔",
    "11丿": "符",
    "11丶": "梁康章商阎",
    "11乙": "隋尉",
    "12一": "彭韩董蒋葛",
    "12丨": "景",
    "12丿": "程傅鲁焦舒储",
    "12丶": "曾谢温童",
    "13丨": "路虞",
    "13丿": "詹鲍解",
    "14一": "蔡臧",
    "14丨": "裴",
    "14丿": "管",
    "14丶": "廖谭",
    "14乙": "熊翟",
    "15一": "樊",
    "15丶": "颜潘",
    "16一": "薛霍",
    "16丿": "穆",
    "17一": "戴",
    "17丿": "魏",
}


def test_surnames_have_the_strokes_that_they_are_written_with_on_the_mainland() -> None:
    wrong = {
        char: STROKES[char]
        for said, chars in BY_HAND.items()
        for char in chars
        if STROKES[char] != (int(said[:-1]), said[-1])
    }
    assert wrong == {}


def test_every_character_of_the_list_of_2013_stands_in_the_table_once() -> None:
    assert len(places()) == len(STROKES) == sum(len(chars) for _, _, chars in lines()) == 8105
    keys = [(count, "一丨丿丶乙".index(shape)) for count, shape, _ in lines()]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    "names",
    [
        "丁一 马平 王建国 方圆 冯志远 李强 吴长林 何建业 宋佳 张伟 陈静 林晓燕 郑卫东 赵明 高敏 韩立峰 魏东",
        "王一 王海涛 王强",  # the same surname: by the next character
        "司马光 欧阳修",  # a surname of two characters: by its first
        "陈静 林晓燕",  # 陈 has seven strokes, not eight
        "李强 李强生",  # whoever has nothing more comes first
        "阿迪力 阿迪力·买买提",
    ],
)
def test_names_stand_in_an_order_checked_by_hand(names: str) -> None:
    expected = names.split(" ")
    assert sorted(set(expected), key=stroke_order) == expected


def test_what_the_table_lacks_comes_last_and_is_told() -> None:
    assert strange_to_table("龘小明") == "龘"
    assert strange_to_table("阿迪力·买买提") == ""
    assert sorted(["龘小明", "瞿秋", "王一"], key=stroke_order) == ["王一", "瞿秋", "龘小明"]
    assert sorted(["王龘", "王鑫"], key=stroke_order) == ["王鑫", "王龘"]
