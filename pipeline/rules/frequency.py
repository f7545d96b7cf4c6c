"""Rules about how often things are done (F)."""

from __future__ import annotations

from pipeline.findings import Level, Rule

REGULATIONS = "《中国共产党支部工作条例（试行）》"

F06 = Rule(
    code="F06",
    level=Level.ERROR,
    title="全年没有组织生活会",
    says="{year}年没有组织生活会的记录",
    mend="开过的补记到会议活动里；没有开的要补开。每年至少1次",
    basis=f"{REGULATIONS}第十七条",
    example="全年没有一行类型是组织生活会",
)
