"""Writes the Word templates from descriptions that can be read and reviewed."""

from __future__ import annotations

from tools.drafting.agreement import draft_agreement
from tools.drafting.candidates import draft_ledger
from tools.drafting.meetings import FORMS, draft_record
from tools.drafting.overview import draft_overview
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
        "发展党员台账": draft_ledger(),
        "年度工作总结": draft_summary(),
        "全年一览": draft_overview(),
    }
