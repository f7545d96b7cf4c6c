"""Finds texts that say the same as an earlier one, exactly or nearly, in time that grows with the texts and no faster.

Nearly means: the sets of letter pairs overlap to the asked percentage (Jaccard). A text is compared with those earlier
ones that share some of its rarest pairs (prefix filter), and with no more than `MOST` of them; a text like an earlier
one is not compared against again. So neither equal nor nearly equal texts by the thousand make it slow.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import chain, count
from operator import itemgetter, or_
from unicodedata import is_normalized, normalize

EXACT_FROM = 10
"""Letters from which on equal texts are reported; 同意 may well stand twice."""
NEAR_FROM = 30
"""Letters from which on nearly equal texts are reported."""
MOST = 8
"""Earlier texts one text is compared with at the most, those that share most rare pairs first."""
KEPT = 24
"""Texts remembered for one letter pair."""
STEP = 12
"""One shared rare pair is asked for so many pairs of a text."""
SKETCH = 1024
"""Bits of a sketch."""
BITS = [1 << bit for bit in range(SKETCH)]
PUNCTUATION = re.compile(r"[，。；：、！？（）“”《》\s]+")
"""What is mostly all there is to normalise; without it most texts pass as they are, which is quick to see."""
MARKS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
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
    plain = PUNCTUATION.sub("", text)
    return MARKS.sub("", plain if is_normalized("NFKC", plain) else normalize("NFKC", text))


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


class Ranks:
    """The letter pairs of many texts, each pair as its rank from the rarest up: small numbers instead of texts."""

    def __init__(self, keys: Iterable[str]) -> None:
        """Count every pair once a text."""
        places: defaultdict[str, int] = defaultdict(count().__next__)
        counts: Counter[int] = Counter()
        self._texts: list[array[int]] = []
        for key in keys:
            found = set(map(places.__getitem__, map(str.__add__, key, key[1:])))
            counts.update(found)
            self._texts.append(array("I", found))
        order = sorted(zip(map(counts.__getitem__, places.values()), places, places.values(), strict=True))
        self._rank = [0] * len(order)
        for rank, (_, _, place) in enumerate(order):
            self._rank[place] = rank
        self.repeated = bisect_left(order, 2, key=itemgetter(0))
        """Rank of the first pair that stands in more than one text."""

    def __iter__(self) -> Iterator[list[int]]:
        """Yield the ranks of each text's pairs, the rarest first."""
        for places in self._texts:
            yield sorted(map(self._rank.__getitem__, places))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Text:
    """A text while it is compared: its pairs as ranks, and a sketch of them."""

    pairs: array[int]
    sketch: int
    """A bit for each pair; texts have at least as many pairs apart as their sketches have bits."""

    @classmethod
    def of(cls, pairs: list[int]) -> Text:
        """Sketch the pairs of a text."""
        return cls(array("I", pairs), reduce(or_, map(BITS.__getitem__, map((SKETCH - 1).__and__, pairs)), 0))

    def may_be_like(self, other: Text, percent: int) -> bool:
        """Whether the sketches leave it open that two texts are alike; most are ruled out here."""
        apart = (self.sketch ^ other.sketch).bit_count()
        return apart * (100 + percent) <= (len(self.pairs) + len(other.pairs)) * (100 - percent)


def _near(apart: list[tuple[int, str]], percent: int) -> Iterator[Twin]:
    ranks = Ranks(key for _, key in apart)
    known: dict[int, list[int]] = defaultdict(list)
    kept: dict[int, Text] = {}
    for current, pairs in enumerate(ranks):
        text, size = Text.of(pairs), len(pairs)
        length = size - -(-size * percent // 100) + max(1, size // STEP)
        rare = [pair for pair in pairs[:length] if pair >= ranks.repeated]
        hits = Counter(chain.from_iterable(known[pair] for pair in rare if pair in known))
        wanted = max(1, size * percent // 100 // STEP)
        mates = [mate for mate, shared in hits.items() if shared >= wanted]
        mates.sort(key=hits.__getitem__, reverse=True)
        found = _most_similar(text, ((mate, kept[mate]) for mate in mates[:MOST]), percent)
        if found:
            mate, alike = found
            yield Twin(apart[current][0], apart[mate][0], alike)
            continue
        kept[current] = text
        for pair in rare:
            if len(known[pair]) < KEPT:
                known[pair].append(current)


def _most_similar(text: Text, mates: Iterable[tuple[int, Text]], percent: int) -> tuple[int, int] | None:
    for position, other in mates:
        if text.may_be_like(other, percent):
            shared = len(set(text.pairs).intersection(other.pairs))
            union = len(text.pairs) + len(other.pairs) - shared
            if shared * 100 >= percent * union:
                return position, min(99, shared * 100 // union)
    return None
