"""Which rungs of the ladder are behind us, ours, next, or far; and which proofs does the next one still ask for?

It draws the level that judgement found. It does not decide it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from alongside.judgement.finding import Step
from alongside.vocabulary import RelationshipLevel

State = Literal["held", "at", "next", "far"]
Mark = Literal["full", "met", "unmet", "unknown"]


@dataclass(frozen=True, slots=True)
class Rung:
    """One level: its state, and the marks its bar is made of (one solid mark, or one for each proof)."""

    level: RelationshipLevel
    state: State
    marks: tuple[Mark, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Ladder:
    rungs: tuple[Rung, ...]
    in_words: str


def ladder(level: RelationshipLevel | None, proofs: Sequence[Step] = (), *, note: str = "") -> Ladder:
    """Draw the rungs for `level` (None: not known, no rung is ours), `proofs` on the next one, `note` under ours."""
    at = -1 if level is None else level.rung
    rungs = tuple(_rung(each, at, proofs, note) for each in RelationshipLevel)
    return Ladder(rungs, _in_words(level, proofs))


def _rung(each: RelationshipLevel, at: int, proofs: Sequence[Step], note: str) -> Rung:
    if each.rung < at:
        return Rung(each, "held", ("full",))
    if each.rung == at:
        return Rung(each, "at", ("full",), note)
    if each.rung == at + 1:
        return Rung(each, "next", _marks(proofs), _count(proofs))
    return Rung(each, "far", ("unmet",))


def _marks(proofs: Sequence[Step]) -> tuple[Mark, ...]:
    """Put what is met first, so that the bar fills from the left."""
    marks: list[Mark] = ["unknown" if proof.met is None else "met" if proof.met else "unmet" for proof in proofs]
    order = {"met": 0, "unknown": 1, "unmet": 2}
    return tuple(sorted(marks, key=lambda mark: order[mark])) or ("unmet",)


def _count(proofs: Sequence[Step]) -> str:
    met = sum(proof.met is True for proof in proofs)
    return f"{met} of {len(proofs)} shown" if proofs else ""


def _in_words(level: RelationshipLevel | None, proofs: Sequence[Step]) -> str:
    if level is None:
        return "Level not known yet"
    words = f"{level.label.capitalize()}, rung {level.rung + 1} of 4"
    return f"{words}; towards the next, {_count(proofs)}" if proofs else words
