"""What became of each member's agreement (责任书) as of today."""

from __future__ import annotations

from enum import Enum

from pipeline.facts.branch import Branch
from pipeline.schema import Member


class Signature(Enum):
    """What became of an agreement."""

    NOT_DUE = "不签"
    NO_TARGETS = "没有目标"
    NO_DAY = "没有日期"
    AHEAD = "还没到日期"
    SIGNED = "签了"


def signature(branch: Branch, member: Member) -> Signature:
    """Say whether a member has signed, is still to sign, need not sign, or what the agreement lacks."""
    if not branch.records.targets or not branch.signs(member):
        return Signature.NOT_DUE
    if not branch.targets_of(member):
        return Signature.NO_TARGETS
    day = branch.signing_day(member)
    if day is None:
        return Signature.NO_DAY
    return Signature.SIGNED if day <= branch.as_of else Signature.AHEAD
