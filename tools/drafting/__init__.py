"""Writes the Word templates from descriptions that can be read and reviewed."""

from __future__ import annotations

from tools.drafting.agreement import draft_agreement
from tools.drafting.ballots import draft_election_ballot, draft_evaluation_ballot, draft_vote_ballot
from tools.drafting.meetings import FORMS, draft_record
from tools.drafting.overview import draft_overview
from tools.drafting.results import draft_evaluation_form, draft_evaluation_summary, draft_vote_summary
from tools.drafting.sign_in import draft_sign_in
from tools.drafting.summary import draft_summary
from tools.drafting.talks import TALK_FORMS, draft_talk


def draft_templates() -> dict[str, bytes]:
    """Write all templates: name without .docx to the bytes as python-docx saves them."""
    return {
        "党员目标管理责任书": draft_agreement(),
        **{form.template: draft_record(form) for form in FORMS},
        **{form.template: draft_talk(form) for form in TALK_FORMS},
        "票决情况汇总表": draft_vote_summary(),
        "民主评议结果汇总表": draft_evaluation_summary(),
        "民主评议党员登记表": draft_evaluation_form(),
        "签到表": draft_sign_in(),
        "民主测评票": draft_evaluation_ballot(),
        "表决票": draft_vote_ballot(),
        "选票": draft_election_ballot(),
        "年度工作总结": draft_summary(),
        "全年一览": draft_overview(),
    }
