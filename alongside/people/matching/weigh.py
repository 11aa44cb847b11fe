"""Are two records one, in sum? Joined where it is sure, asked where a person can tell, apart otherwise. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from alongside.people.matching.blocking import pairs
from alongside.people.matching.compare import Level, Piece, pieces
from alongside.people.matching.frequencies import Frequencies
from alongside.people.matching.records import Field, Record

SURE_BITS = 10.0
"""Odds in sum from which two are joined without a question, where `is_sure` finds nothing amiss. Unit: bits; 1,000 to 1.
Source: on both sets of docs/benchmarks.md ("Who is who") no false pair weighs above 4, and 6 more are kept as a margin."""

EVEN_BITS = 0.0
"""Odds in sum from which being one is likelier than not. Unit: bits."""

ASK_BITS = -3.0
"""Odds in sum from which a question is worth a key. Unit: bits; 1 to 8. Source: on the same sets, half of what lies between here
and even odds is one person; below, one in five."""

IDENTIFYING = frozenset({Field.BIRTH, Field.PHONE, Field.EMAIL, Field.ADDRESS, Field.NUMBER})
"""Fields whose values belong to one person. Names, towns and employers are shared, however rare they are: they never make sure."""

_AGREEING = frozenset({Level.SAME, Level.NEAR})
_SAME_NAME = frozenset({Level.SAME, Level.FORM, Level.NEAR, Level.CHANGED_ABOUT, Level.SPELLED})


class Outcome(StrEnum):
    """What comes of comparing two records."""

    SURE = "sure"
    ASK = "ask"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Weighed:
    """Two records, by their keys, what speaks for and against their being one, and the odds in sum, in bits."""

    one: str
    other: str
    pieces: Sequence[Piece]
    bits: float

    @property
    def probability(self) -> float:
        """The odds as a share between 0 and 1."""
        return 1 / (1 + 2**-self.bits)

    @property
    def outcome(self) -> Outcome:
        """Join, ask, or leave apart."""
        if self.bits >= SURE_BITS and self._is_sure():
            return Outcome.SURE
        return Outcome.ASK if self.bits >= ASK_BITS and self._is_worth_a_question() else Outcome.APART

    def _is_sure(self) -> bool:
        """Ask for a value that belongs to one person, for names that do not differ, and for the surname among what agrees."""
        names = self._names()
        return (
            self._identifies()
            and names.get(Field.SURNAME) in _SAME_NAME
            and names.get(Field.GIVEN, Level.SAME) in _SAME_NAME
        )

    def _is_worth_a_question(self) -> bool:
        """Two who bear different names are one only where something that belongs to one person says so."""
        return Level.OTHER not in self._names().values() or self._identifies()

    def _identifies(self) -> bool:
        return any(piece.field in IDENTIFYING and piece.level in _AGREEING for piece in self.pieces)

    def _names(self) -> dict[Field, Level]:
        return {piece.field: piece.level for piece in self.pieces if piece.field in (Field.GIVEN, Field.SURNAME)}


def weigh(one: Record, other: Record, common: Frequencies, *, others_each: float = 1.0) -> Weighed:
    """Weigh all that two records have in common and what parts them, against how rarely two at random are one.

    `others_each` is how many other records of the same person each is expected to have.
    """
    found = pieces(one, other, common)
    return Weighed(one.key, other.key, found, common.prior_bits(others_each) + sum(piece.bits for piece in found))


def weighed(records: Sequence[Record]) -> Iterator[Weighed]:
    """Weigh every pair of these records that is worth it."""
    common = Frequencies(records)
    for one, other in pairs(records):
        yield weigh(records[one], records[other], common)
