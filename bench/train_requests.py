"""`python -m bench.train_requests`: learn the weights by which sentences that ask are told, and write them where they are shipped.

Reads bench/data/requests_train.txt, bench/data/requests_more.tsv (written for learning: business mail as it is when no key word chose it)
and the planted sentences that the rules know (tests/sightings/planted.tsv). Logistic regression with
a strong pull towards zero, by stochastic gradient descent in a fixed order: the same data give the same file. Plain Python, under a minute.
"""

import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from alongside.sightings.extractors.asking import rule_of
from alongside.sightings.extractors.sentences import plain_of
from alongside.sightings.model.features import VERSION, features_of, words_of
from alongside.sightings.model.scorer import WEIGHTS, Weights

ROOT = Path(__file__).resolve().parents[1]
TRAINED_ON = ROOT / "bench" / "data" / "requests_train.txt"
WRITTEN = ROOT / "bench" / "data" / "requests_more.tsv"
PLANTED = ROOT / "tests" / "sightings" / "planted.tsv"
PLANTED_ASKS = frozenset({"request", "meeting_proposal", "solicitation", "advice_sought"})

NOT_LEARNED_FROM = frozenset({"give_or_get"})
"""Kinds whose sentences say nothing of asking: "we will hold the price" is told by tables of its own."""

PULL = 0.0075
"""Strength of the pull towards zero (half the squared norm, per sentence). Half of it does better on sentences drawn by the same key words,
and worse on others."""

ROUNDS = 30
"""Times that all sentences are gone through; the weights are averaged over the second half."""

FIRST_STEP = 0.07
"""Length of the first step; steps shrink as 1 / (pull x step)."""

SEEN_LEAST = 3
"""Sentences that a feature must stand in: what stands in fewer is chance."""

NAME_SHARE = 0.8
"""Share of a word's places within sentences at which it is written with a capital: from here on it is a name and not learned."""

KEPT_FROM = 0.01
"""Weight (log odds) below which a feature is left out of the file; single words stay, they say which words are known."""

_CAPITALS_THAT_ARE_WORDS = frozenset(
    """i i'm i'll i'd i've monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mr mrs ms dr""".split()
)
_TOKEN = re.compile(r"[A-Za-z]+(?:'[A-Za-z]+)?")


class Row(NamedTuple):
    """A sentence that was judged by hand: does it ask for or propose something?"""

    asks: bool
    sentence: str


def rows_in(path: Path) -> list[Row]:
    """Read sentences as "Yes" or "No", a tab and the sentence."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return [Row(label == "Yes", sentence) for label, tab, sentence in (line.partition("\t") for line in lines) if tab]


def planted_rows() -> list[Row]:
    """Give the planted sentences that the rules know; thanks, promises and all else do not ask."""
    lines = (line.split("\t") for line in PLANTED.read_text(encoding="utf-8").splitlines())
    return [Row(kind in PLANTED_ASKS, sentence) for kind, _, sentence in lines if kind not in NOT_LEARNED_FROM]


def own_rows() -> list[Row]:
    """Give all that is learned from beside the labelled mail: the planted sentences, and more that were written for learning."""
    return planted_rows() + rows_in(WRITTEN)


def features_in(sentence_text: str) -> set[str]:
    """Give the features of a sentence that stands alone, with the rule that finds it."""
    plain = plain_of(sentence_text)
    return features_of(plain, words_of(plain), is_question="?" in plain[-4:], rule=rule_of(sentence_text))


def names_in(texts: Iterable[str]) -> frozenset[str]:
    """Give the words that are mostly written with a capital within sentences: names of people, places and firms."""
    capital: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for text in texts:
        for word in _TOKEN.findall(text)[1:]:
            (capital if word[0].isupper() else small)[word.lower()] += 1
    mostly = {word for word, times in capital.items() if times >= NAME_SHARE * (times + small[word])}
    return frozenset(mostly - _CAPITALS_THAT_ARE_WORDS)


def train(rows: Sequence[Row], featured: Sequence[AbstractSet[str]] | None = None) -> Weights:
    """Learn from rows (and their features, where they were made before)."""
    featured = featured or [features_in(row.sentence) for row in rows]
    names = names_in(row.sentence for row in rows)
    seen = Counter(feature for features in featured for feature in features)
    learnable = {f for f, times in seen.items() if times >= SEEN_LEAST and names.isdisjoint(f.split())}
    numbers = {feature: number for number, feature in enumerate(sorted(learnable))}
    examples = [
        ([numbers[f] for f in sorted(features) if f in numbers], row.asks)
        for features, row in zip(featured, rows, strict=True)
    ]
    bias, values = _descend(examples, len(numbers))
    return Weights(bias, dict(zip(numbers, values, strict=True)))


def _descend(examples: list[tuple[list[int], bool]], many: int) -> tuple[float, list[float]]:
    """Go down the gradient; the pull is kept in one common factor so that a step touches only the sentence's own features."""
    order = random.Random(1)
    held, factor, bias = [0.0] * many, 1.0, 0.0
    total, total_bias, taken = [0.0] * many, 0.0, 0
    step = int(1 / (FIRST_STEP * PULL))
    for turn in range(ROUNDS):
        order.shuffle(examples)
        for features, asks in examples:
            step += 1
            length = 1 / (PULL * step)
            likely = 1 / (1 + math.exp(-bias - factor * sum([held[f] for f in features])))
            factor *= 1 - length * PULL
            change = length * (likely - asks)
            bias -= change
            change /= factor
            for f in features:
                held[f] -= change
        if turn >= ROUNDS // 2:
            total, total_bias, taken = (
                [t + factor * h for t, h in zip(total, held, strict=True)],
                total_bias + bias,
                taken + 1,
            )
    return total_bias / taken, [each / taken for each in total]


def write(weights: Weights, path: Path) -> None:
    """Write the weights as thousandths, in the order of the alphabet, a feature a line."""
    kept = {f: round(w * 1000) for f, w in sorted(weights.of.items()) if abs(w) >= KEPT_FROM or " " not in f}
    held = {"features": VERSION, "bias": round(weights.bias * 1000), "weights": kept}
    path.write_text(json.dumps(held, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def main() -> None:
    """Learn from all that there is and write the weights."""
    rows = rows_in(TRAINED_ON) + own_rows()
    weights = train(rows)
    write(weights, WEIGHTS)
    kept = WEIGHTS.read_text(encoding="utf-8").count("\n") - 5
    print(f"{len(rows)} sentences, {kept} features, {WEIGHTS.stat().st_size / 1000:.0f} kB in {WEIGHTS.name}")


if __name__ == "__main__":
    main()
