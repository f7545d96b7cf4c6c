"""The hours of a meeting: one of the night shift may go on past midnight."""

from __future__ import annotations

from datetime import time

from pipeline.schema import Meeting

EVENING, MORNING = time(20), time(6)


def goes_past_midnight(meeting: Meeting) -> bool:
    """Whether a meeting began in the evening and ended early in the next morning."""
    return bool(meeting.start and meeting.end and meeting.start >= EVENING and meeting.end <= MORNING)
