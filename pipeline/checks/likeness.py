"""Finds texts that say the same as an earlier one, exactly or nearly, in time that grows with the texts and no faster.

Nearly means: the sets of letter pairs overlap to the asked percentage (Jaccard). A text is compared with those earlier
ones that share some of its rarest pairs (prefix filter), and with no more than `MOST` of them; a text like an earlier
one is not compared against again. So neither equal nor nearly equal texts by the thousand make it slow.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

EXACT_FROM = 10
"""Letters from which on equal texts are told; 同意 may be said twice."""
NEAR_FROM = 30
"""Letters from which on nearly equal texts are told."""
MOST = 8
"""Earlier texts one text is compared with at the most, those that share most rare pairs first."""
KEPT = 24
"""Texts remembered for one letter pair."""
STEP = 12
"""One shared rare pair is asked for so many pairs of a text."""
MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Twin:
    """A text that is like an earlier one, by position."""

    later: int
    earlier: int
    percent: int

    @property
    def how(self) -> str:
        """Say how like they are."""
        return "一字不差" if self.percent == 100 else f"有{self.percent}%相同"


def bare(text: str) -> str:
    """Reduce a text to its letters and figures: spaces and punctuation make no difference."""
    return MARKS.sub("", normalize("NFKC", text))


def twins(texts: Sequence[str], percent: int) -> Iterator[Twin]:
    """Yield each text that is like an earlier one, with the first such; those too short are passed over."""
    first: dict[str, int] = {}
    apart: list[tuple[int, str]] = []
    for position, text in enumerate(texts):
        key = bare(text)
        if len(key) < EXACT_FROM:
            continue
        if key in first:
            yield Twin(position, first[key], 100)
            continue
        first[key] = position
        if len(key) >= NEAR_FROM:
            apart.append((position, key))
    if percent < 100 and len(apart) > 1:
        yield from _near(apart, percent)


def _near(apart: list[tuple[int, str]], percent: int) -> Iterator[Twin]:
    counts: Counter[str] = Counter()
    for _, key in apart:
        counts.update(_pairs(key))
    known: dict[str, list[int]] = defaultdict(list)
    for current, (position, key) in enumerate(apart):
        pairs = _pairs(key)
        size = len(pairs)
        length = size - -(-size * percent // 100) + max(1, size // STEP)
        rare = [pair for count, pair in sorted([(counts[pair], pair) for pair in pairs])[:length] if count > 1]
        hits: Counter[int] = Counter()
        for pair in rare:
            if pair in known:
                hits.update(known[pair])
        wanted = max(1, size * percent // 100 // STEP)
        mates = [mate for mate, count in hits.most_common(MOST) if count >= wanted]
        found = _likest(pairs, (apart[mate] for mate in mates), percent)
        if found:
            yield Twin(position, *found)
            continue
        for pair in rare:
            if len(known[pair]) < KEPT:
                known[pair].append(current)


def _pairs(key: str) -> set[str]:
    return set(map(str.__add__, key, key[1:]))


def _likest(pairs: set[str], mates: Iterable[tuple[int, str]], percent: int) -> tuple[int, int] | None:
    for position, key in mates:
        other = _pairs(key)
        shared = len(pairs & other)
        union = len(pairs) + len(other) - shared
        if shared * 100 >= percent * union:
            return position, min(99, shared * 100 // union)
    return None
