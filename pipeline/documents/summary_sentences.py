"""Words what the summary counts of members, agreements and zones, joined into clauses."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.documents.summary_agreements import ZONE_TYPES, Signers
from pipeline.documents.summary_claims import people_served
from pipeline.documents.summary_members import HIGHER_EDUCATION, MINORITIES, Members, counted, officers
from pipeline.facts.branch import Branch
from pipeline.facts.movement import confirmed, movement
from pipeline.facts.outline import ordered_campaigns, secretary
from pipeline.facts.taken_up import discipline, theme_taken_up
from pipeline.facts.year import period_text
from pipeline.facts.zones import holders_of
from pipeline.schema import Zone
from pipeline.schema.members import SECRETARY
from pipeline.wording import average_text, clause, date_text, joined, noted, number_text, titled

ONE_NAME = re.compile(r"[^\W\d_]{2,4}(?:[（(][^（()）]*[）)])?")
APART = re.compile(r"[、，,；;\s]+")
NO_NAME = re.compile("全体|全部|所有|职工|群众|员工|村民|居民|等|班组|名|人$")
"""What a name of somebody outside the Party does not hold: 全体职工, 班组五人."""
SELDOM_PERCENT = 80
"""Who came less often is counted among the problems; source-structure.md says 参加率低."""


def now_text(branch: Branch) -> str:
    """Say of which day the number of members is: 现有, or 截至2025年12月20日有 where the summary is dated otherwise."""
    day = branch.told_until
    return "现有" if branch.info.written == day else f"截至{date_text(day)}有"


def composition_text(branch: Branch) -> str:
    """Say who the members are: ，其中正式党员25名、预备党员2名，女党员6名 …，编为3个党小组；支部委员会有委员5名."""
    members, day = Members(branch), branch.told_until
    full, waiting = len(branch.full(day)), len(branch.probationary(day))
    standing = f"其中正式党员{full}名、预备党员{waiting}名" if full and waiting else ""
    if not standing and members.all:
        standing = "均为正式党员" if full and len(members.all) > 1 else "是正式党员" if full else "均为预备党员"
    figures = (
        ("女党员{}名", counted(members.all, "sex", {"女"})),
        ("少数民族党员{}名", counted(members.all, "nation", MINORITIES)),
        ("大专以上文化程度的{}名", counted(members.all, "education", HIGHER_EDUCATION)),
        ("编为{}个党小组", len(branch.groups)),
    )
    parts = (standing, *(said.format(count) for said, count in figures if count), _led_by(branch, members))
    return "".join(f"，{part}" for part in parts if part)


def _led_by(branch: Branch, members: Members) -> str:
    seats = officers(members)
    if seats:
        return f"{branch.info.term}支部委员会有委员{seats}名"
    held = [post for member in members.all for post in branch.offices(member, members.day)]
    named = (f"{post}{held.count(post)}名" for post in (SECRETARY, "副书记") if post in held)
    return f"设{joined(named)}" if held else ""


def movement_text(branch: Branch) -> str:
    """Say how many came, went and were confirmed: 年内接收预备党员1名、转入1名、转出1名、转正1名."""
    moved = movement(branch)
    ways = [f"{way}{count}名" for way, count in (*moved.came.items(), *moved.went.items())]
    turned = len(confirmed(branch))
    told = joined((*ways, f"转正{turned}名" if turned else ""))
    return f"年内{told}" if told else ""


def theme_text(branch: Branch) -> str:
    """Say how often the theme of the year was taken up: ，全年有6次会议和活动、2期培训安排了这项学习."""
    taken = theme_taken_up(branch)
    parts = (
        f"{taken.meetings}次会议和活动" if taken.meetings else "",
        f"{taken.courses}期培训" if taken.courses else "",
    )
    return f"，{period_text(branch)}有{joined(parts)}安排了这项学习" if any(parts) else ""


def scores_text(branch: Branch) -> str:
    """Tell the points: ，年底在册的27名党员全部计分，平均97.2分，最低92分，都达到60分的合格分."""
    scores = Signers(branch).scores
    if not scores:
        return ""
    everybody = len(Members(branch).all)
    when = "年底在册" if branch.told_until == branch.year_end else "在册"
    scored = f"{when}的{everybody}名党员全部计分" if len(scores) == everybody > 1 else f"计分的{len(scores)}名"
    alone = len(scores) == 1
    least = "" if alone else f"最低{number_text(min(scores))}分"
    figures = (scored, ("" if alone else "平均") + f"{average_text(scores)}分", least, _passed(branch))
    return "".join(f"，{figure}" for figure in figures if figure)


def _passed(branch: Branch) -> str:
    scores, least = Signers(branch).scores, branch.info.pass_marks
    if least is None:
        return ""
    passed = sum(score >= least for score in scores)
    if passed == len(scores):
        return f"{'都' if passed > 1 else ''}达到{number_text(least)}分的合格分"
    return f"达到{number_text(least)}分合格分的{passed}名"


def basis_text(branch: Branch) -> str:
    """Name the documents that the agreements rest on, those on discipline left aside: 《…》和《…》（文号）."""
    others = [entry for entry in branch.info.documents if entry.content and entry not in discipline(branch)]
    return listed([noted(titled(entry.content), entry.detail) for entry in others])


def discipline_text(branch: Branch) -> str:
    """Name the documents on discipline: 《…》和《…》."""
    return listed([titled(entry.content) for entry in discipline(branch)])


def listed(parts: list[str]) -> str:
    """Join parts with 、 and the last with 和."""
    return "和".join(filter(None, (joined(parts[:-1]), *parts[-1:])))


def slogans_text(branch: Branch) -> str:
    """Name the slogans, each with its meaning where one is given: “三高一争”“两创一争”（…）."""
    slogans = (noted(f"“{entry.content}”", clause(entry.detail)) for entry in branch.info.slogans if entry.content)
    return "".join(slogans)


def zones_text(branch: Branch) -> str:
    """Tell of the zones: 设党员示范责任区3个、红旗责任区2个，由17名党员负责，联系职工15名，评定为优秀的5个."""
    zones = branch.records.zones
    if not zones:
        return ""
    counts = Counter(zone.category or "责任区" for zone in zones)
    kinds = [*(kind for kind in ZONE_TYPES if counts[kind]), *(kind for kind in counts if kind not in ZONE_TYPES)]
    holders = holders_of(zones)
    ratings = Counter(clause(zone.rating) for zone in zones if clause(zone.rating))
    served = names_in(zones)
    rated = joined(
        f"{rating}的{count}个" for rating, count in sorted(ratings.items(), key=lambda row: (-row[1], row[0]))
    )
    return joined(
        (
            f"设{joined(f'{kind}{counts[kind]}个' for kind in kinds)}",
            f"由{len(holders)}名党员负责" if holders else "",
            f"联系{people_served(branch)}{len(served)}名" if served else "",
            f"评定为{rated}" if rated else "",
        ),
        "，",
    )


def names_in(zones: tuple[Zone, ...]) -> frozenset[str]:
    """Collect those with whom the holders keep contact; nobody where a cell says something else than names."""
    told = [part for zone in zones for part in APART.split(zone.contacts) if part]
    sure = all(ONE_NAME.fullmatch(part) and not NO_NAME.search(part) for part in told)
    return frozenset(told) if sure else frozenset()


def duties_text(branch: Branch) -> str:
    """Say how many officers have a division of work: 5名支委都有党内分工; nothing without a committee."""
    members = Members(branch)
    if not officers(members):
        return ""
    seats = {branch.by_number[member.number].name for member in branch.committee(members.day)}
    told = {entry.content for entry in branch.info.duties if entry.detail}
    divided = sum(name in told for name in seats)
    if not divided:
        return ""
    total = officers(members)
    return f"{total}名支委都有分工" if divided == total else f"{total}名支委中{divided}名有分工"


def duties_listed(branch: Branch) -> str:
    """List the division of work: 韩立峰（主持支部全面工作）、郑卫东（协助书记）."""
    rows = (entry for entry in branch.info.duties if entry.content and clause(entry.detail))
    return joined(noted(entry.content, clause(entry.detail)) for entry in rows)


def secretary_name(branch: Branch) -> str:
    """Name the secretary."""
    member = secretary(branch)
    return member.name if member is not None else ""


def campaign_name(branch: Branch) -> str:
    """Name the first campaign that was ordered; nothing without one."""
    return next((entry.content for entry in ordered_campaigns(branch)), "")


def campaigns_text(branch: Branch) -> Iterator[str]:
    """Yield a sentence for each campaign that was ordered, and one for the honours."""
    for entry in ordered_campaigns(branch):
        result = clause(entry.outcome)
        yield f"按照{entry.detail}的部署，支部开展“{entry.content}”活动{f'，{result}' if result else ''}。"
    honours = [
        noted(f"“{entry.content}”称号", entry.detail)
        + (f"（{clause(entry.outcome)}）" if clause(entry.outcome) else "")
        for entry in branch.info.honours
        if entry.content
    ]
    if honours:
        yield f"支部获{joined(honours)}。"
