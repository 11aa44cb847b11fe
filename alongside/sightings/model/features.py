"""By what can a sentence that asks be told from one that does not: its words, how it opens, whom it speaks to, its signs.

The trainer and the scorer read the same features from here. What they weigh is in the file of weights, not here.
"""

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from alongside.sightings.model.signs import signs_of

VERSION = 2
"""Of the features: weights trained on another version are not read."""

OPENING_WORDS = 3
"""Words of the opening that are taken as one feature, and their beginnings."""

CALLED_MOST = 4
"""Words before the first comma or colon that may be a name called upon: "Tom and Mrs Albers, ..."."""

LENGTHS = (4, 7, 12, 20, 35)
"""Words: the bounds between very short, short, ... and very long sentences."""

_LENGTH_NAMES = [f"length {number}" for number in range(len(LENGTHS) + 1)]

_WORD = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|[?!;:,]|<>|[^\W\d_]+")
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\$link\b|<?[\w.+-]{1,60}@[\w.-]{1,60}>?")
_MAY_HOLD_ADDRESS = re.compile(r"@|://|www\.|\$link")
_PASSED_OVER = frozenset(
    """hi hello hey dear ok okay so and but also or well now then next first second third finally lastly instead again yes no oh sure great
    thanks just fyi ps btw otherwise meanwhile additionally therefore however ,""".split()
)
"""Words before the sentence proper."""

_BREAKS = frozenset({",", ";", ":", "and", "so", "but", "then"})
"""What a new clause follows."""

_SUBJECTS = frozenset("i we you he she they it this that there who".split())


class Word(NamedTuple):
    """A word as features know it, and where it stands."""

    word: str
    start: int
    end: int


def words_of(plain: str) -> list[str]:
    """Give the words of a sentence in lower case: figures as "0", addresses and links as "<>", the stops that matter as themselves."""
    if _MAY_HOLD_ADDRESS.search(plain):
        plain = _ADDRESS.sub("<>", plain)
    return ["0" if "0" <= word[0] <= "9" else word for word in _WORD.findall(plain)]


def placed_words_of(plain: str) -> list[Word]:
    """Give the same words with their places."""
    if _MAY_HOLD_ADDRESS.search(plain):
        plain = _ADDRESS.sub(lambda match: "<>" + " " * (match.end() - match.start() - 2), plain)
    found = _WORD.finditer(plain)
    return [Word("0" if "0" <= each.group()[0] <= "9" else each.group(), *each.span()) for each in found]


def features_of(plain: str, words: list[str], *, is_question: bool, rule: str = "") -> set[str]:
    """Give the features of a sentence in lower case with its words.

    `is_question` says whether it ends in a question mark; `rule` names the rule that found it already, or is empty.
    """
    pairs = list(pairwise(words))
    found = set(words)
    subject = next(filter(_SUBJECTS.__contains__, words), "none")
    if is_question:
        found.add("asks you" if "you" in found or "your" in found else "asks others")
    found.update(map(" ".join, pairs))
    found.update(["| " + after for before, after in pairs if before in _BREAKS])
    found.update(_opening_features(words, is_question))
    found.add("subject " + subject)
    found.add(_LENGTH_NAMES[bisect_right(LENGTHS, len(words))])
    found.update(signs_of(plain, words, is_question=is_question))
    if rule:
        found.update(("rule", "rule " + rule))
    return found


def proper_at(words: list[str]) -> int:
    """Give the place of the sentence proper: after a name that is called upon, and after "hi", "so", "and also"."""
    at = 0
    while at < len(words) and words[at] in _PASSED_OVER:
        at += 1
    for place in range(at + 1, min(at + CALLED_MOST, len(words))):
        if words[place] in ",:":
            at = place + 1 if place + 1 < len(words) else at
            break
    while at < len(words) - 1 and words[at] in _PASSED_OVER:
        at += 1
    return at


def _opening_features(words: list[str], is_question: bool) -> list[str]:
    if not words:
        return []
    proper = words[proper_at(words) :]
    found = ["^ " + words[0], words[-1] + " $", "> " + proper[0]]
    found += ["> " + " ".join(proper[:many]) for many in range(2, OPENING_WORDS + 1)]
    return [*found, "?> " + proper[0]] if is_question else found
