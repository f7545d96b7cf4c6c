"""Writes the Word templates from descriptions that can be read and reviewed."""

from __future__ import annotations

from tools.drafting.agreement import draft_agreement
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
from tools.drafting.rosters import (
    draft_division,
    draft_exemption_request,
    draft_movement_table,
    draft_study_sheets,
)
from tools.drafting.sign_in import draft_sign_in
from tools.drafting.summary import draft_summary
from tools.drafting.talks import TALK_FORMS, draft_talk


def draft_templates() -> dict[str, bytes]:
    """Write all templates: name without .docx to the bytes as python-docx saves them."""
    return {
        "党员目标管理责任书": draft_agreement(),
        **{form.template: draft_record(form) for form in FORMS},
        **{form.template: draft_talk(form) for form in TALK_FORMS},
        "签到表": draft_sign_in(),
        "年度工作总结": draft_summary(),
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
