"""Turns a meeting with its items and votes into a meeting record (会议记录); forms.md 2.1 to 2.8."""

from __future__ import annotations

from pipeline.documents.agenda import AGENDA
from pipeline.documents.criticism import CRITICISM_APART, CRITICISM_TABLE
from pipeline.documents.evaluations import EVALUATION_GROUP
from pipeline.documents.meeting_head import HEAD
from pipeline.documents.meeting_subject import FOLDERS, SERIES, TEMPLATES, MeetingRecord, meeting_records
from pipeline.documents.plan import DocumentKind, Form
from pipeline.documents.problems import PROBLEMS, PROBLEMS_APART
from pipeline.documents.signers import SIGNERS
from pipeline.facts.grounds import info
from pipeline.schema import MEETINGS
from pipeline.schema.activities import ORG_LIFE

KIND: DocumentKind[MeetingRecord] = DocumentKind(
    name="会议记录",
    about="每次有日期和类型的会一份",
    forms=tuple(Form(TEMPLATES[kind], folder) for kind, folder in FOLDERS.items()),
    file_name="{年度}_{文件夹}_{日期}_{支部}_{党小组}{次数}",
    title="{支部}{党小组}{文书}（{会议日期}）",
    planned_from=MEETINGS.name,
    subjects=meeting_records,
    grounds=SERIES | info("short_name year"),
    confidential=lambda one: ORG_LIFE in one.meeting.types,
    confidential_ones=f"{ORG_LIFE}的记录",
    fields=(HEAD, AGENDA, PROBLEMS, PROBLEMS_APART, CRITICISM_TABLE, CRITICISM_APART, EVALUATION_GROUP, SIGNERS),
)
