"""Which word of a name was meant by one that was typed wrongly? Pure."""

import re
from collections.abc import Iterable

from rapidfuzz.distance import OSA

SHORTEST_MENDED = 4
"""Shorter words are taken as they are: nearly all of them are one letter from another. Unit: letters."""

LONG = 6
"""From so many letters on two slips are forgiven, below it one. Unit: letters."""

SOUND_LETTERS = 8
"""Consonants of a word that are compared. Unit: letters."""

_ALIKE = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"sch|sh|ch|cz|c(?=[eiy])", "s"),
        (r"ph", "f"),
        (r"c|q|g", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"z", "s"),
        (r"d", "t"),
        (r"b", "p"),
        (r"(?<=.)[aeiouyhj]", ""),
        (r"(.)\1+", r"\1"),
    )
]


def sound_of(word: str) -> str:
    """Write a word as its first letter and the consonants that spellings agree on: kowalski and cowalsky are one."""
    for pattern, sound in _ALIKE:
        word = pattern.sub(sound, word)
    return word[:SOUND_LETTERS]


def heads_of(word: str) -> set[str]:
    """List the first two letters with which a word may begin that was meant: as typed, or changed about."""
    return {word[:2], word[1::-1]} if len(word) > 1 else {word}


def slips_forgiven(word: str) -> int:
    """Tell how many letters may be wrong, missing, too many or changed about."""
    return 0 if len(word) < SHORTEST_MENDED or word.isdigit() else 2 if len(word) >= LONG else 1


def nearest(typed: str, words: Iterable[str]) -> tuple[str, ...]:
    """Give the words that differ least from the one typed, in order of the alphabet; none when all differ too much."""
    most = slips_forgiven(typed)
    away = {word: OSA.distance(typed, word, score_cutoff=most) for word in set(words)}
    least = min(away.values(), default=most + 1)
    return tuple(sorted(word for word, far in away.items() if far == least)) if least <= most else ()
