"""How well are promises, complaints, solicitations, role changes and the other kinds found, and who, what and by when of them?

Reads sentences that were written before anybody looked at a rule (tests/sightings/planted_apart*.tsv: one half to mend with, one of
which only the totals are looked at). Requests are measured in bench/finding.py, real mails in bench/real.py.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from alongside.sightings.contract import Found, Passage
from alongside.sightings.extractors import find_all
from alongside.vocabulary import Side, SightingKind
from bench.scores import Score, holds_words, same_words

ROOT = Path(__file__).resolve().parents[1]
APART = ROOT / "tests" / "sightings" / "planted_apart.tsv"
APART_HELD_OUT = ROOT / "tests" / "sightings" / "planted_apart_held_out.tsv"
WRITTEN_AT = datetime(2025, 11, 19, 10, 0, tzinfo=UTC)
"""A Wednesday: when the sentences are said to be written; their days are counted from here."""

ALSO = "?"
"""Ends a kind that may be found in a sentence and need not be."""

KINDS = [kind.value for kind in SightingKind if kind not in (SightingKind.REQUEST, SightingKind.GIVE_OR_GET)]

DETAIL_OF = {"due": "due_on", "name": "referred_name", "from": "from_on"}
"""Slots of the file whose detail has another name."""

EXACT = {"due", "from", "quantity", "outcome", "price", "number"}
"""Slots that are right only when equal; of the others most words must be the same."""

HELD = {"what"}
"""Slots that are told as a clause ("send the revised quote"): right when it holds the words of the file and few others."""


class Apart(NamedTuple):
    """One sentence written apart: the kinds in it, those that may be found too, whose mail it stands in, and its slots."""

    kinds: frozenset[str]
    also: frozenset[str]
    by_us: bool
    text: str
    slots: dict[str, str]


def apart(path: Path) -> list[Apart]:
    """The sentences of a file: kinds, side, text and slots, with tabs between."""
    return [_row(*line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines()]


def _row(kinds: str, side: str, text: str, slots: str = "") -> Apart:
    named = kinds.split(",")
    also = {kind.rstrip(ALSO) for kind in named if kind.endswith(ALSO)}
    filled = dict(slot.split("=", 1) for slot in slots.split(";") if slot)
    return Apart(
        frozenset(named) - {"none"} - {k + ALSO for k in also}, frozenset(also), side == Side.OURS, text, filled
    )


def found_in(row: Apart) -> list[Found]:
    """All that is found in a sentence."""
    return find_all(Passage(row.text, ((0, len(row.text)),), WRITTEN_AT, row.by_us))


def scores(rows: Iterable[Apart]) -> dict[str, Score]:
    """By kind: how often it was found where it is, where it is not, and not found where it is; "all" for all together."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        found = {each.kind.value for each in found_in(row)} & set(KINDS)
        for kind in KINDS:
            outcome = outcome_of(kind in row.kinds, kind in found, kind in row.also)
            counts[kind][outcome] += 1
            counts["all"][outcome] += 1
    return {kind: Score(count["right"], count["wrong"], count["missed"]) for kind, count in counts.items()}


def outcome_of(is_there: bool, is_found: bool, may_be: bool) -> str:
    """What a find, or its absence, counts as; nothing for a kind that may be found and need not be."""
    if is_there:
        return "right" if is_found else "missed"
    return "wrong" if is_found and not may_be else ""


def slot_scores(rows: Iterable[Apart]) -> dict[str, Score]:
    """By kind and slot, where the kind was found: how often the slot was right, wrong, and left empty."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for found in found_in(row):
            if found.kind.value in row.kinds:
                for name, value in row.slots.items():
                    counts[f"{found.kind.value}: {name}"][_of_slot(name, value, found)] += 1
    return {name: Score(count["right"], count["wrong"], count["empty"]) for name, count in sorted(counts.items())}


def _of_slot(name: str, value: str, found: Found) -> str:
    seen = found.detail.get(name, "") or found.detail.get(DETAIL_OF.get(name, name), "")
    if not seen:
        return "empty"
    if name in EXACT:
        return "right" if seen.replace(",", "") == value else "wrong"
    same = holds_words if name in HELD else same_words
    return "right" if same(seen, value) else "wrong"


def lines(rows: list[Apart]) -> Iterator[str]:
    """The table of one file, kind by kind, then slot by slot."""
    for kind, score in scores(rows).items():
        yield f"  {kind:17} {score}  n={score.right + score.missed}"
    for slot, score in slot_scores(rows).items():
        yield f"  {slot:26} right {score.right} of {score.right + score.wrong + score.missed}, wrong {score.wrong}"


def main() -> None:
    """Print the tables."""
    for name, path in (("written apart, to mend with", APART), ("written apart, held out", APART_HELD_OUT)):
        rows = apart(path)
        print(f"{name} (n={len(rows)})")
        print("\n".join(lines(rows)))


if __name__ == "__main__":
    main()
