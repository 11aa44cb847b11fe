"""What does a piece of evidence say, and how much, in words that a person can weigh? Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from alongside.people.matching.compare import Level, Piece
from alongside.people.matching.records import Field

DECISIVE_BITS = 10.0
"""From here a piece decides nearly alone. Unit: bits; 1,000 to 1."""

STRONG_BITS = 5.0
"""From here a piece speaks strongly. Unit: bits; 32 to 1."""

WEAK_BITS = 2.0
"""Below, a piece hardly counts. Unit: bits; 4 to 1."""


@dataclass(frozen=True, slots=True)
class Ground:
    """One piece as a page says it: whether it speaks for or against, how much, and what it is."""

    speaks_for: bool
    weight: str
    sentence: str


SENTENCES: dict[tuple[Field, Level], str] = {
    (Field.GIVEN, Level.SAME): "The first names are the same",
    (Field.GIVEN, Level.FORM): "One first name is a form of the other",
    (Field.GIVEN, Level.INITIAL): "One first name is the other's initial",
    (Field.GIVEN, Level.NEAR): "The first names differ by a slip",
    (Field.GIVEN, Level.OTHER): "The first names differ",
    (Field.SURNAME, Level.SAME): "The surnames are the same",
    (Field.SURNAME, Level.FORM): "One surname is a part of the other",
    (Field.SURNAME, Level.NEAR): "The surnames differ by a slip",
    (Field.SURNAME, Level.CHANGED_ABOUT): "First name and surname are the same, changed about",
    (Field.SURNAME, Level.SPELLED): "The address of one spells the surname of the other",
    (Field.SURNAME, Level.OTHER): "The surnames differ",
    (Field.BIRTH, Level.SAME): "The dates of birth are the same",
    (Field.BIRTH, Level.NEAR): "The dates of birth differ by one figure",
    (Field.BIRTH, Level.HALF): "The dates of birth agree in part",
    (Field.BIRTH, Level.OTHER): "The dates of birth differ",
    (Field.CITY, Level.SAME): "The town is the same",
    (Field.CITY, Level.NEAR): "The towns differ by a slip",
    (Field.CITY, Level.OTHER): "The towns differ",
    (Field.STREET, Level.SAME): "The street and number are the same",
    (Field.STREET, Level.NEAR): "The streets differ by a slip",
    (Field.STREET, Level.OTHER): "The streets differ",
    (Field.POSTCODE, Level.SAME): "The postcode is the same",
    (Field.POSTCODE, Level.NEAR): "The postcodes differ by a slip",
    (Field.POSTCODE, Level.OTHER): "The postcodes differ",
    (Field.PHONE, Level.SAME): "They share a phone number that nobody else has",
    (Field.PHONE, Level.OTHER): "The phone numbers differ",
    (Field.EMAIL, Level.SAME): "The address is the same",
    (Field.EMAIL, Level.NEAR): "The addresses differ by a slip",
    (Field.EMAIL, Level.HALF): "The addresses begin alike, at different domains",
    (Field.EMAIL, Level.OTHER): "The addresses differ",
    (Field.ADDRESS, Level.SAME): "It is one mailbox, written in two ways",
    (Field.ADDRESS, Level.HALF): "The addresses begin alike, at different domains",
    (Field.ADDRESS, Level.OTHER): "The addresses differ",
    (Field.COMPANY, Level.SAME): "They write from the same company",
    (Field.COMPANY, Level.OTHER): "They write from different companies",
    (Field.NUMBER, Level.SAME): "The number is the same",
    (Field.NUMBER, Level.NEAR): "The numbers differ by a slip",
    (Field.NUMBER, Level.OTHER): "The numbers differ",
}
"""What each way of agreeing or differing says."""

RARE_BITS = 9.0
"""From here a shared name is uncommon. Unit: bits; fewer than one in 360 bears it here."""

COMMON_BITS = 5.0
"""Below, a shared name is common. Unit: bits; more than one in 22 bears it here."""


def grounds(pieces: Sequence[Piece]) -> list[Ground]:
    """Say the pieces, the weightiest first."""
    ordered = sorted(pieces, key=lambda piece: (-abs(piece.bits), piece.field))
    return [Ground(piece.bits > 0, weight_in_words(piece.bits), sentence(piece)) for piece in ordered]


def sentence(piece: Piece) -> str:
    """Say one piece; of a shared surname also how common it is here."""
    said = SENTENCES[piece.field, piece.level]
    if (piece.field, piece.level) == (Field.SURNAME, Level.SAME):
        said += (
            ", uncommon here" if piece.bits >= RARE_BITS else ", a common one here" if piece.bits < COMMON_BITS else ""
        )
    return f"{said}."


def weight_in_words(bits: float) -> str:
    """Say how much a piece weighs, whichever way it points."""
    size = abs(bits)
    if size >= DECISIVE_BITS:
        return "decisive"
    if size >= STRONG_BITS:
        return "strong"
    return "some" if size >= WEAK_BITS else "little"
