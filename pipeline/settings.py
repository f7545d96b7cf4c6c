"""The thresholds that no regulation fixes and a branch or its superior may set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Named thresholds with their defaults."""

    attendance_rate_percent: int = 60
    """Attendance over the year below which a member is named (F09). No regulation gives a figure; shifts and field
    work keep good members at 70, so the default is the usual pass mark. Branches that promise 85 set 85."""
    study_hours: int = 32
    """Hours of study a member needs in a year (F10). 党员教育管理工作条例第二十条."""
    committee_study_hours: int = 56
    """Hours of study the secretary and the committee need (F10); from the superior's training plan."""
    themed_day_slack_days: int = 7
    """Days by which a themed day may miss the branch's fixed day (F05)."""
    makeup_days: int = 14
    """Days within which a lecture missed is to be made up (F12)."""
    upcoming_days: int = 30
    """Days ahead in which a duty not yet done is listed as due."""
