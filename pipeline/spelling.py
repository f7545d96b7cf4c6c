"""Finds the known words that a misspelt one may stand for: what difflib finds, without comparing with every word."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from itertools import chain

CUTOFF = 0.6
"""How like two words must be, from 0 to 1; as in difflib."""


def letters(word: str) -> Iterator[tuple[str, int]]:
    """Yield each letter with how often it has stood in the word before."""
    seen: Counter[str] = Counter()
    for letter in word:
        yield letter, seen[letter]
        seen[letter] += 1


def is_one_edit(word: str, other: str) -> bool:
    """Whether one letter put in, left out or replaced, or two neighbours exchanged, makes one word of the other."""
    if abs(len(word) - len(other)) > 1 or word == other:
        return False
    if len(word) > len(other):
        word, other = other, word
    same = next((n for n, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), len(word))
    if len(word) < len(other):
        return word[same:] == other[same + 1 :]
    swapped = word[same : same + 2] == other[same : same + 2][::-1] and word[same + 2 :] == other[same + 2 :]
    return word[same + 1 :] == other[same + 1 :] or swapped


class Spellings:
    """Known words, found by their letters.

    No two words are more alike than the letters they share, so only words that share enough are compared, those that
    share most first, until nothing better can come. Words of the same letters, as numbers often are, count as one
    until then.
    """

    def __init__(self, words: Iterable[str]) -> None:
        """Take the words; nothing is done with them before somebody asks."""
        self._words = words
        self._groups: list[list[str]] = []
        self._at: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
        self._told: dict[tuple[str, int], list[str]] = {}

    def close(self, word: str, most: int = 1) -> list[str]:
        """Give at most so many words that are like one, the closest first."""
        if (word, most) not in self._told:
            self._told[word, most] = self._search(word, most)
        return self._told[word, most]

    def _search(self, word: str, most: int) -> list[str]:
        self._index()
        matcher = SequenceMatcher()
        matcher.set_seq2(word)
        best: list[tuple[float, str]] = []
        for bound, place in self._candidates(word):
            if len(best) == most and bound < best[-1][0]:
                break
            for known in self._groups[place]:
                matcher.set_seq1(known)
                likeness = matcher.ratio()
                if likeness >= CUTOFF:
                    best = sorted([*best, (likeness, known)], reverse=True)[:most]
        return [known for _, known in best]

    def _index(self) -> None:
        if self._groups:
            return
        groups: defaultdict[str, list[str]] = defaultdict(list)
        for word in dict.fromkeys(self._words):
            groups["".join(sorted(word))].append(word)
        for place, (marks, words) in enumerate(groups.items()):
            self._groups.append(words)
            for letter in letters(marks):
                self._at[letter].append(place)

    def _candidates(self, word: str) -> list[tuple[float, int]]:
        """List the groups of words that share enough letters, with the most they can be like."""
        shared = Counter(chain.from_iterable(self._at.get(letter, ()) for letter in letters(word)))
        bounds = ((2.0 * count / (len(word) + len(self._groups[place][0])), place) for place, count in shared.items())
        return sorted((each for each in bounds if each[0] >= CUTOFF), reverse=True)
