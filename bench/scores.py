"""Counts of right, wrong and missed finds, what follows from them, and when two phrases count as the same."""

import re
from typing import NamedTuple

SAME_FROM = 0.6
"""Share of common words (F1, articles and the like aside) from which two phrases count as the same."""

HELD_FROM, MORE_WORDS = 0.75, 8
"""Share of a phrase's words that a clause must hold, and how many words more it may have."""

EMPTY_WORDS = frozenset("a an the of for to our your my their his her with and & in on at".split())


class Score(NamedTuple):
    """Counts of right, wrong and missed finds."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    def __str__(self) -> str:
        return f"F1 {self.f1:.3f}  precision {self.precision:.3f}  recall {self.recall:.3f}"


def same_words(seen: str, wanted: str) -> bool:
    """Whether most words of two phrases are the same."""
    ours, theirs = _words(seen), _words(wanted)
    return 2 * len(ours & theirs) >= SAME_FROM * (len(ours) + len(theirs)) and bool(ours)


def holds_words(seen: str, wanted: str) -> bool:
    """Whether a clause holds nearly all words of a phrase and not many more."""
    ours, theirs = _words(seen), _words(wanted)
    return len(ours & theirs) >= HELD_FROM * len(theirs) and len(ours) <= len(theirs) + MORE_WORDS


def _words(phrase: str) -> set[str]:
    words = set(re.findall(r"[\w./-]*\w", phrase.lower()))
    return (words - EMPTY_WORDS) or words
