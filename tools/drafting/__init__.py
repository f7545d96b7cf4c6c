"""Writes the Word templates from descriptions that can be read and reviewed."""

from __future__ import annotations

from tools.drafting.agreement import draft_agreement
from tools.drafting.agreement_lists import draft_score_sheet, draft_signing_roll
from tools.drafting.awards import draft_commendation, draft_disposal
from tools.drafting.ballots import draft_election_ballot, draft_evaluation_ballot, draft_vote_ballot
from tools.drafting.candidates import draft_ledger
from tools.drafting.ledgers import (
    draft_attendance_sheet,
    draft_meeting_ledger,
    draft_rectification_ledger,
    draft_roster_list,
    draft_study_ledger,
    draft_talk_ledger,
)
from tools.drafting.meetings import FORMS, draft_record
from tools.drafting.overview import draft_overview
from tools.drafting.projects import draft_project_acceptance, draft_project_register
from tools.drafting.results import draft_evaluation_form, draft_evaluation_summary, draft_vote_summary
from tools.drafting.rosters import (
    draft_division,
    draft_exemption_request,
    draft_movement_table,
    draft_study_sheets,
)
from tools.drafting.sign_in import draft_sign_in
from tools.drafting.summary import draft_summary
from tools.drafting.talks import TALK_FORMS, draft_talk
from tools.drafting.zones import draft_zone_list, draft_zone_register


def draft_templates() -> dict[str, bytes]:
    """Write all templates: name without .docx to the bytes as python-docx saves them."""
    return {
        "党员目标管理责任书": draft_agreement(),
        "责任书签订汇总表": draft_signing_roll(),
        "考核得分表": draft_score_sheet(),
        **{form.template: draft_record(form) for form in FORMS},
        **{form.template: draft_talk(form) for form in TALK_FORMS},
        "票决情况汇总表": draft_vote_summary(),
        "民主评议结果汇总表": draft_evaluation_summary(),
        "民主评议党员登记表": draft_evaluation_form(),
        "签到表": draft_sign_in(),
        "发展党员台账": draft_ledger(),
        "责任区登记表": draft_zone_register(),
        "责任区一览表": draft_zone_list(),
        "立项攻关登记表": draft_project_register(),
        "立项攻关验收表": draft_project_acceptance(),
        "民主测评票": draft_evaluation_ballot(),
        "表决票": draft_vote_ballot(),
        "选票": draft_election_ballot(),
        "年度工作总结": draft_summary(),
        "表彰推荐表": draft_commendation(),
        "处置呈报表": draft_disposal(),
        "全年一览": draft_overview(),
        "党员名册": draft_roster_list(),
        "党员增减情况表": draft_movement_table(),
        "支委分工表": draft_division(),
        "不计入应到请示": draft_exemption_request(),
        "会议台账": draft_meeting_ledger(),
        "考勤表": draft_attendance_sheet(),
        "谈话台账": draft_talk_ledger(),
        "学习培训台账": draft_study_ledger(),
        "学时登记表": draft_study_sheets(),
        "整改台账": draft_rectification_ledger(),
    }
