"""The day of an election: the outgoing committee until it, the new one after it; who is elected is computed and named."""

from __future__ import annotations

import pytest

from pipeline.findings import Level
from tests.support.small import Change, examine
from tests.test_documents import document

ROSTER, MEETINGS, ITEMS, INFO = "党员名册", "会议活动", "议题发言", "支部信息"
ELECTION = "会议编号|议题序号|议题|表决类型|表决方式|候选人|应选人数|发出|收回|有效|赞成|反对|弃权|决议|监票人|计票人"
DAY = "2025-6-27"
"""On which H2, the general meeting, is held at 14:00."""


def votes(*rows: tuple[str, int, str], seats: int = 3, papers: str = "6|6|6") -> tuple[Change, ...]:
    """Add an election to H2: candidate, ayes, resolution."""
    return tuple(
        (ITEMS, "+", ELECTION, f"H2|3|选举支委|选举|无记名投票|{name}|{seats}|{papers}|{ayes}|{6 - ayes}|0|{said}|周六|吴七")
        for name, ayes, said in rows
    )  # fmt: skip


NEW_COMMITTEE = (
    (INFO, "换届日期", "内容", DAY),
    (INFO, "届满日期", "内容", "2028-6-26"),
    (ROSTER, "D1", "党内职务", f"书记(至{DAY})、书记({DAY}起)"),
    (ROSTER, "D2", "党内职务", f"组织委员(至{DAY})"),
    (ROSTER, "D3", "党内职务", f"宣传委员(至{DAY})、纪检委员(至{DAY})、宣传委员({DAY}起)"),
    (ROSTER, "D5", "党内职务", f"组织委员({DAY}起)、纪检委员({DAY}起)"),
    (INFO, "委员分工", "内容", "张一"),
    *votes(("张一", 6, "当选"), ("王三", 6, "当选"), ("孙五", 5, "当选"), ("李二", 2, "未当选")),
)
FIRST_MEETING: Change = (
    MEETINGS,
    "+",
    "编号|类型|日期|开始|结束|地点|主持人|记录人|主题",
    f"H9|支委会|{DAY}|16:10|17:00|会议室|张一|王三|分工",
)


def test_the_old_committee_is_there_until_the_election_and_the_new_one_after_it() -> None:
    found = examine(*NEW_COMMITTEE, FIRST_MEETING)
    assert [str(f.where) + f.rule.code for f in found.findings if f.level is Level.ERROR and f.rule.code != "R22"] == []
    after = next(meeting for meeting in found.branch.meetings if meeting.number == "H9")
    assert [member.name for member in found.branch.expected(after)] == ["张一", "王三", "孙五"]
    assert "应到委员3名，实到3名" in document(found, "03支委会_20250627")
    election = next(meeting for meeting in found.branch.meetings if meeting.number == "H2")
    assert [member.name for member in found.branch.committee_at(election)] == ["张一", "李二", "王三"]


def test_the_outgoing_presides() -> None:
    assert examine(*NEW_COMMITTEE).cells("M10") == []
    by_a_new_one = examine(*NEW_COMMITTEE, (MEETINGS, "H2", "主持人", "孙五"))
    assert by_a_new_one.cells("M10", Level.BREACH) != []


def test_an_election_is_a_table_and_one_sentence_and_names_who_is_elected() -> None:
    text = document(examine(*NEW_COMMITTEE), "02党员大会")
    assert text.count("应到会有选举权的党员7名，实到6名") == 1
    assert "候选人\n赞成\n反对\n弃权\n结果" in text
    for row in ("张一\n6\n0\n0\n当选", "孙五\n5\n1\n0\n当选", "李二\n2\n4\n0\n未当选"):
        assert row in text
    assert "当选的是张一、王三、孙五。" in text
    assert "决议：当选" not in text


def test_who_is_elected_is_computed_within_the_seats() -> None:
    def told(*rows: tuple[str, int, str], seats: int = 2) -> str:
        return document(examine(*votes(*rows, seats=seats)), "02党员大会")

    assert "当选的是孙五、周六。" in told(("孙五", 6, ""), ("周六", 5, ""), ("吴七", 4, ""))
    assert "当选的是孙五。" in told(("孙五", 6, ""), ("周六", 5, ""), ("吴七", 5, ""))  # a tie for the last seat
    assert "当选的是" not in told(("孙五", 3, ""), ("周六", 3, ""), ("吴七", 0, ""))  # half is not above half


def test_hands_are_people_and_papers_are_votes() -> None:
    text = document(examine(), "02党员大会")
    assert "赞成5人、反对0人、弃权1人。赞成人数超过应到会有表决权党员的半数，通过。" in text
    assert "赞成6票、反对0票、弃权0票。赞成票超过应到会有表决权党员的半数，通过。" in text


def test_who_may_vote_is_told_only_where_there_is_a_vote() -> None:
    with_probationary = ((MEETINGS, "H4", "日期", "2025-9-18"),)
    assert "有表决权" not in document(examine(*with_probationary), "05党课")


@pytest.mark.parametrize("papers", ["6|6|6", "||"])
def test_seats_and_papers_may_stand_in_the_first_row_of_a_ballot_only(papers: str) -> None:
    first = votes(("张一", 6, "当选"), seats=2)
    others = tuple(
        (ITEMS, "+", ELECTION, f"H2|3|选举支委|选举|无记名投票|{name}||{papers}|{ayes}|{6 - ayes}|0|{said}||")
        for name, ayes, said in (("王三", 4, "当选"), ("孙五", 2, "未当选"))
    )
    text = document(examine(*first, *others), "02党员大会")
    assert text.count("候选人\n赞成\n反对\n弃权\n结果") == 1
    assert text.count("应选2名") == 1
    assert "按应选名额，当选的是张一、王三。" in text


def test_a_second_round_is_a_ballot_of_its_own() -> None:
    first = votes(("张一", 6, "当选"), ("王三", 6, "当选"), ("孙五", 2, "未当选"))
    second = votes(("孙五", 5, "当选"), ("李二", 1, "未当选"), seats=1)
    text = document(examine(*first, *second), "02党员大会")
    assert text.count("候选人\n赞成\n反对\n弃权\n结果") == 2


def test_who_watched_is_named_once() -> None:
    text = document(examine(*NEW_COMMITTEE), "02党员大会")
    assert text.count("监票人：周六；计票人：吴七。") == 1
