"""How well are requests and the other kinds found in sentences? Prints F1, precision and recall, and the mails a second.

Reads the planted sentences of tests/sightings, the labelled ones of bench/data and, for the speed, the shared data folder
text/ (ALONGSIDE_SHARED_DATA, else ../shared/data beside the repository). Requests are measured by the rules alone, the model alone and both
together, always by weights learned on other sentences than those that are scored. A third of the labelled sentences, chosen by a hash
of the sentence, is held out: nobody made a rule from it. `python -m bench finding FILE` measures requests on another file of "Yes" or "No",
a tab and the sentence: "rules and model" is what extractors/asking.py says, "as found" whether a sighting is made of it.
"""

import hashlib
import re
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from alongside.sightings.contract import Passage
from alongside.sightings.extractors import find_all, likely
from alongside.sightings.extractors.asking import likelihood, rule_of
from alongside.sightings.extractors.sentences import plain_of
from alongside.sightings.model import scorer
from alongside.sightings.model.features import features_of, words_of
from alongside.sightings.model.scorer import Weights
from alongside.vocabulary import Side, SightingKind
from bench import drawn, kinds, real
from bench.scores import Score
from bench.train_requests import TRAINED_ON, Row, own_rows, rows_in, train

ROOT = Path(__file__).resolve().parents[1]
HELD_OUT_ONE_IN = 3
WRITTEN_AT = datetime(2025, 11, 19, 10, 0, tzinfo=UTC)
MAIL_WORDS = (60, 140)
"""Words of a mail that counts as typical for the speed."""

ASKS_OR_PROPOSES = {
    SightingKind.REQUEST,
    SightingKind.MEETING_PROPOSAL,
    SightingKind.SOLICITATION,
    SightingKind.ADVICE_SOUGHT,
}
"""Kinds that answer the labels' question: does the sentence ask for or propose something?"""

FOLDS = 5
"""Parts of the labelled sentences: each is scored by weights learned on the others."""

RECALLS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
"""Recalls at which the precision of the likelihood is printed."""

PLANTED = ROOT / "tests" / "sightings" / "planted.tsv"
PLANTED_HELD_OUT = ROOT / "tests" / "sightings" / "planted_held_out.tsv"
OWN = ROOT / "tests" / "sightings" / "requests_own.tsv"


class Planted(NamedTuple):
    """One planted sentence: the kind that is in it ("none" for no kind), whose mail it stands in, and the sentence."""

    kind: str
    side: str
    sentence: str


def labelled() -> list[Row]:
    """The labelled sentences: whether it asks for or proposes something, and the sentence."""
    return rows_in(TRAINED_ON)


def is_held_out(sentence: str) -> bool:
    """One in three, fixed by the sentence alone."""
    return hashlib.sha256(sentence.encode()).digest()[0] % HELD_OUT_ONE_IN == 0


def planted(path: Path) -> list[Planted]:
    """The planted sentences of a file."""
    return [Planted(*line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines()]


def kinds_in(sentence: str, *, by_us: bool = False) -> set[SightingKind]:
    """The kinds found in one sentence."""
    return {found.kind for found in find_all(Passage(sentence, ((0, len(sentence)),), WRITTEN_AT, by_us))}


def score_of_labels(rows: Iterable[tuple[bool, str]], wanted: set[SightingKind]) -> Score:
    """Score the labelled sentences: found when any of the kinds is found."""
    counts = Counter((asks, bool(kinds_in(sentence) & wanted)) for asks, sentence in rows)
    return Score(counts[True, True], counts[False, True], counts[True, False])


def fold_of(sentence: str) -> int:
    """The part that a sentence belongs to, fixed by the sentence alone."""
    return hashlib.sha256(sentence.encode()).digest()[1] % FOLDS


@lru_cache(maxsize=10_000)
def _features(sentence: str, with_rule: bool) -> frozenset[str]:
    plain = plain_of(sentence)
    rule = rule_of(sentence) if with_rule else ""
    return frozenset(features_of(plain, words_of(plain), is_question="?" in plain[-4:], rule=rule))


def learned_on(rows: Sequence[Row], *, with_rule: bool = True) -> Weights:
    """Weights learned on these rows and the planted ones; without hearing the rules, where asked."""
    rows = [*rows, *own_rows()]
    return train(rows, [_features(row.sentence, with_rule) for row in rows])


def likelihood_by_words(sentence: str, weights: Weights) -> float:
    """How likely the model, not told of any rule, holds it that the sentence asks for or proposes something."""
    plain = plain_of(sentence)
    return scorer.probability(plain, is_question="?" in plain[-4:], weights=weights) or 0.0


@contextmanager
def using(weights: Weights | None) -> Iterator[None]:
    """Find with these weights instead of those shipped; with None by the rules alone."""
    before = scorer.learned, likely.ASKS_FROM, likely.DOUBTED_BELOW
    if weights:
        scorer.learned = lambda: weights
    else:
        likely.ASKS_FROM, likely.DOUBTED_BELOW = 2.0, -1.0
    try:
        yield
    finally:
        scorer.learned, likely.ASKS_FROM, likely.DOUBTED_BELOW = before


def score_of(rows: Iterable[Row], asks: Callable[[str], bool]) -> Score:
    """Score rows by any answer to whether a sentence asks."""
    counts = Counter((row.asks, asks(row.sentence)) for row in rows)
    return Score(counts[True, True], counts[False, True], counts[True, False])


def added(scores: Iterable[Score]) -> Score:
    """The scores of parts as one."""
    return Score(*map(sum, zip(*scores, strict=True)))


def precision_at(rows: Sequence[Row], likely: Callable[[str], float], recall: float) -> tuple[float, float]:
    """The precision where the likeliest sentences hold this share of those that ask, and the likelihood of the last of them."""
    ordered = sorted(((likely(row.sentence), row.asks) for row in rows), reverse=True)
    wanted, right = recall * sum(row.asks for row in rows), 0
    for taken, (value, asks) in enumerate(ordered, 1):
        right += asks
        if right >= wanted:
            return right / taken, value
    return 0.0, 0.0


def score_of_planted(rows: Iterable[Planted], kind: str = "") -> Score:
    """Score planted sentences, every kind that was not planted counting as wrong; of one kind alone when it is named."""
    right = wrong = missed = 0
    for row in rows:
        found = {each.value for each in kinds_in(row.sentence, by_us=row.side == Side.OURS)}
        wanted = {row.kind} - {"none"}
        if kind:
            found, wanted = found & {kind}, wanted & {kind}
        right, wrong, missed = right + len(found & wanted), wrong + len(found - wanted), missed + len(wanted - found)
    return Score(right, wrong, missed)


def typical_mails() -> Iterator[str]:
    """The real mails of about a hundred words, without what they quote."""
    with tarfile.open(real.ARCHIVE) as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.name.endswith(".txt") else None
            if stream is None:
                continue
            body = stream.read().decode("latin-1").partition("\n\n")[2]
            said = re.split(r"-----Original|-{10,} Forwarded", body)[0].strip()
            if MAIL_WORDS[0] <= len(said.split()) <= MAIL_WORDS[1]:
                yield said


def mails_per_second(mails: list[str]) -> float:
    """How many mails are read in a second of this processor's time (both as ours and as theirs, the best of three)."""
    passages = [Passage(mail, ((0, len(mail)),), WRITTEN_AT, by_us) for mail in mails for by_us in (True, False)]
    best = min(_seconds(passages) for _ in range(3))
    return len(passages) / best


def _seconds(passages: list[Passage]) -> float:
    start = time.process_time()
    for passage in passages:
        find_all(passage)
    return time.process_time() - start


def main() -> None:
    """Print the table; of requests on another file when one is named."""
    if sys.argv[1:]:
        rows = rows_in(Path(sys.argv[1]))
        _print_requests(sys.argv[1], [(labelled(), rows)])
        return
    _print_planted()
    kinds.main()
    real.main()
    rows = labelled()
    folds = [[row for row in rows if fold_of(row.sentence) == fold] for fold in range(FOLDS)]
    _print_requests(
        "all labelled sentences, five parts", [([r for r in rows if r not in set(part)], part) for part in folds]
    )
    held_out = [row for row in rows if is_held_out(row.sentence)]
    _print_requests("the held-out third", [([row for row in rows if not is_held_out(row.sentence)], held_out)])
    _print_requests("sentences of our own", [(rows, rows_in(OWN))])
    _print_german()
    if not real.ARCHIVE.exists():
        print(f"{real.ARCHIVE} is not there: the speed and the mails drawn at random were not measured.")
        return
    for draw, name in drawn.DRAWS.items():
        _print_requests(name, [(rows, drawn.drawn_rows(real.ARCHIVE, draw))])
    mails = list(typical_mails())
    words = sum(len(mail.split()) for mail in mails) / max(1, len(mails))
    print(
        f"{mails_per_second(mails):,.0f} mails a second of processor time ({len(mails)} mails of {words:.0f} words on average)"
    )


def _print_requests(name: str, parts: list[tuple[list[Row], list[Row]]]) -> None:
    """Print how well requests are found in parts, each by weights learned on the rows before it."""
    alone, together, found, model = [], [], [], []
    by_text: dict[str, float] = {}
    for learned_from, rows in parts:
        weights, wordy = learned_on(learned_from), learned_on(learned_from, with_rule=False)
        by_text |= {row.sentence: likelihood(row.sentence, weights) for row in rows}
        with using(None):
            alone.append(score_of_labels(rows, ASKS_OR_PROPOSES))
        model.append(score_of(rows, lambda text, by=wordy: likelihood_by_words(text, by) >= likely.ASKS_FROM))
        together.append(score_of(rows, lambda text, by=weights: likelihood(text, by) >= likely.ASKS_FROM))
        with using(weights):
            found.append(score_of_labels(rows, ASKS_OR_PROPOSES))
    rows = [row for _, part in parts for row in part]
    print(f"{name} (n={len(rows)}, {sum(row.asks for row in rows)} ask)")
    for title, scores in (
        ("rules and model", together),
        ("as found", found),
        ("rules alone", alone),
        ("words alone", model),
    ):
        print(f"  asks or proposes, {title:15} {added(scores)}")
    curve = [(recall, *precision_at(rows, by_text.__getitem__, recall)) for recall in RECALLS]
    print(
        "  precision at recall "
        + "  ".join(f"{recall}: {precision:.3f} (from {value:.2f})" for recall, precision, value in curve)
    )


def _print_german() -> None:
    for path in sorted(OWN.parent.glob("german*.tsv")):
        german = planted(path)
        for kind in (SightingKind.REQUEST, SightingKind.PROMISE):
            print(f"{path.stem} (n={len(german)})  {kind.value:8} {score_of_planted(german, kind.value)}")


def _print_planted() -> None:
    for name, path in (("planted, known to the rules", PLANTED), ("planted, held out", PLANTED_HELD_OUT)):
        rows = planted(path)
        print(f"{name} (n={len(rows)})  {score_of_planted(rows)}")
        for kind in SightingKind:
            print(f"  {kind.value:17} {score_of_planted(rows, kind.value)}")


if __name__ == "__main__":
    main()
