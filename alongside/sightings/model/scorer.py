"""How likely is it that a sentence asks for or proposes something, and by which of its words?

A logistic model over the features of features.py; its weights lie beside it and are made by `python -m bench.train_requests`. Whether a
sighting is made of it is decided by the extractor that asks.
"""

import json
import math
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from alongside.sightings.model.features import (
    OPENING_WORDS,
    VERSION,
    Word,
    features_of,
    placed_words_of,
    proper_at,
    words_of,
)

WEIGHTS = Path(__file__).parent / "request_weights.json"

KNOWN_FROM = 0.5
"""Share of the words that the model must know to have an opinion: below it the sentence is a list, a table or another language."""

CUES_MOST = 2
"""Cues that are named: more are no reason but a list."""

SECOND_FROM = 0.3
"""Weight (log odds) from which a second cue is worth naming."""

CUE_FROM = 0.08
"""Weight (log odds) from which a feature is named as a cue."""

RUN_MOST = 5
"""Words of a cue at most."""

OPENING_FIRST = 0.2
"""Weight (log odds) for each word of the opening by which it goes before other words: people read from the front."""


class Weights(NamedTuple):
    """What was learned: the log odds that every feature adds, and those of a sentence without any."""

    bias: float
    of: dict[str, float]


class Scored(NamedTuple):
    """How likely it is (0 to 1; None: not known) that the sentence asks for or proposes something, and its strongest cues.

    A cue completes "It ...": 'opens with “Any news”', 'asks back'. There is none when nothing in it speaks for asking.
    """

    probability: float | None
    because: tuple[str, ...]


@lru_cache(maxsize=1)
def learned() -> Weights:
    """Give the weights that are shipped, read once. Raises ValueError when they were learned on other features than there are."""
    return weights_in(WEIGHTS)


def weights_in(path: Path) -> Weights:
    """Read weights from a file as the trainer writes it: thousandths of log odds by feature."""
    held = json.loads(path.read_text(encoding="utf-8"))
    if held["features"] != VERSION:
        raise ValueError(f"The weights in {path.name} are for features {held['features']}, these are {VERSION}.")
    return Weights(held["bias"] / 1000, {feature: weight / 1000 for feature, weight in held["weights"].items()})


def probability(plain: str, *, is_question: bool, rule: str = "", weights: Weights | None = None) -> float | None:
    """Give the likelihood, 0 to 1, for a sentence in lower case; None where too few of its words are known.

    `rule` names the rule that found the sentence already (see request.py), or is empty.
    """
    held = weights or learned()
    words = words_of(plain)
    known = held.of
    if sum(map(known.__contains__, words)) < KNOWN_FROM * len(words) or not words:
        return None
    features = features_of(plain, words, is_question=is_question, rule=rule)
    return 1 / (1 + math.exp(-held.bias - sum(filter(None, map(known.get, features)))))


def score(
    sentence_text: str, plain: str, *, is_question: bool, rule: str = "", weights: Weights | None = None
) -> Scored:
    """Give the likelihood that a sentence asks for or proposes something, with its strongest cues in the sentence's own words.

    `plain` is the sentence in lower case, as long as its text.
    """
    likely = probability(plain, is_question=is_question, rule=rule, weights=weights)
    return Scored(likely, cues_of(sentence_text, plain, is_question=is_question, weights=weights))


class _Cue(NamedTuple):
    """A cue: how much it weighs, the words that it covers (first and after the last) and how it is said."""

    weight: float
    first: int
    after: int
    said: str


def cues_of(text: str, plain: str, *, is_question: bool, weights: Weights | None = None) -> tuple[str, ...]:
    """Name the strongest cues that do not cover each other's words, in the order of the sentence; of a question its opening."""
    weights = weights or learned()
    placed = placed_words_of(plain)
    if is_question and placed:
        return _opening(text, placed, OPENING_WORDS), "asks back"
    chosen: list[_Cue] = []
    for cue in sorted((*_opening_cues(text, placed, weights), *_word_cues(text, placed, weights)), reverse=True):
        is_apart = all(cue.after <= other.first or other.after <= cue.first for other in chosen)
        if is_apart and len(chosen) < CUES_MOST and (not chosen or cue.weight >= SECOND_FROM):
            chosen.append(cue)
    return tuple(cue.said for cue in sorted(chosen, key=lambda cue: cue.first))


def _opening(text: str, placed: list[Word], many: int) -> str:
    at = proper_at([each.word for each in placed])
    words = [each for each in placed[at : at + many] if each.word[0].isalpha()] or placed[at : at + 1]
    return f"opens with “{text[words[0].start : words[-1].end]}”"


def _opening_cues(text: str, placed: list[Word], weights: Weights) -> Iterator[_Cue]:
    at = proper_at([each.word for each in placed])
    for many in range(2, OPENING_WORDS + 1):
        words = [each.word for each in placed[at : at + many]]
        weight = weights.of.get("> " + " ".join(words), 0.0)
        if weight >= CUE_FROM and words[-1][0].isalpha():
            yield _Cue(weight + OPENING_FIRST * many, at, at + many, _opening(text, placed, many))


def _word_cues(text: str, placed: list[Word], weights: Weights) -> Iterator[_Cue]:
    """Give the runs of words of which every two that stand together speak for asking, "give me a call"."""
    first, total = 0, 0.0
    for at, (one, two) in enumerate(pairwise([*placed, Word(";", 0, 0)])):
        weight = weights.of.get(f"{one.word} {two.word}", 0.0) if one.word[0].isalpha() and two.word[0].isalpha() else 0
        goes_on = weight >= CUE_FROM and at - first < RUN_MOST - 1
        if goes_on:
            total += weight
        elif at > first:
            said = f"says “{text[placed[first].start : one.end]}”"
            yield _Cue(total, first, at + 1, said)
        if not goes_on:
            first, total = at + 1, 0.0
