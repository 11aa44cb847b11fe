"""How do two records agree in each field, and how much does that weigh? Every piece can say itself in a sentence. Pure.

A piece weighs log2(m / u) bits: m is how often one and the same person agrees so with himself, u how often two different people
do (Fellegi and Sunter 1969; u of a shared value is how common that value is here, Winkler 2000).
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from alongside.people.matching.frequencies import Frequencies
from alongside.people.matching.nicknames import are_forms_of_one_name
from alongside.people.matching.records import Field, Record
from alongside.people.matching.spelling import is_near, short_fold, slips


class Level(StrEnum):
    """How two values agree."""

    SAME = "same"
    FORM = "form"  # a pet form, a part of a double name
    INITIAL = "initial"
    NEAR = "near"
    CHANGED_ABOUT = "changed_about"  # first name and surname
    SPELLED = "spelled"  # the address of one spells the name of the other
    HALF = "half"  # the same local part at another domain
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence: for where its bits are above nought, against where below."""

    field: Field
    level: Level
    bits: float


AGREE: dict[Field, dict[Level, float]] = {
    Field.GIVEN: {Level.SAME: 0.70, Level.FORM: 0.05, Level.INITIAL: 0.03, Level.NEAR: 0.15, Level.OTHER: 0.07},
    Field.SURNAME: {Level.SAME: 0.70, Level.FORM: 0.02, Level.NEAR: 0.20, Level.OTHER: 0.08},
    Field.BIRTH: {Level.SAME: 0.60, Level.NEAR: 0.25, Level.HALF: 0.12, Level.OTHER: 0.03},
    Field.CITY: {Level.SAME: 0.60, Level.NEAR: 0.28, Level.OTHER: 0.12},
    Field.STREET: {Level.SAME: 0.60, Level.NEAR: 0.25, Level.OTHER: 0.15},
    Field.POSTCODE: {Level.SAME: 0.75, Level.NEAR: 0.13, Level.OTHER: 0.12},
    Field.PHONE: {Level.SAME: 0.80, Level.OTHER: 0.20},
    Field.EMAIL: {Level.SAME: 0.60, Level.NEAR: 0.25, Level.HALF: 0.05, Level.OTHER: 0.10},
    Field.ADDRESS: {Level.SAME: 0.50, Level.HALF: 0.10, Level.OTHER: 0.40},
    Field.COMPANY: {Level.SAME: 0.80, Level.OTHER: 0.20},
    Field.NUMBER: {Level.SAME: 0.80, Level.NEAR: 0.15, Level.OTHER: 0.05},
}
"""m: how often one person agrees with himself in each way. Unit: share of pairs."""

BY_CHANCE: dict[Field, dict[Level, float]] = {
    Field.GIVEN: {Level.FORM: 0.004, Level.INITIAL: 0.05, Level.NEAR: 0.006},
    Field.SURNAME: {Level.FORM: 0.001, Level.NEAR: 0.004},
    Field.BIRTH: {Level.NEAR: 0.002, Level.HALF: 0.02},
    Field.CITY: {Level.NEAR: 0.03},
    Field.STREET: {Level.NEAR: 0.001},
    Field.POSTCODE: {Level.NEAR: 0.02},
    Field.EMAIL: {Level.NEAR: 0.0001, Level.HALF: 0.001},
    Field.ADDRESS: {Level.HALF: 0.002},
    Field.NUMBER: {Level.NEAR: 0.0001},
}
"""u of the ways that no single value's frequency tells. Unit: share of pairs of two people."""

CHANGED_ABOUT_BITS = -6.0
"""What it costs to take first name and surname as written in each other's place. Unit: bits; one record in sixty-four."""

FEWEST_LETTERS_SPELLED = 4
"""Letters of a surname from which an address that holds them spells it. Unit: letters; "li" is in "alice"."""

LETTERS_PER_SLIP = 7
"""Characters of a typed address on which one slip is forgiven. Unit: characters."""

Comparison = Callable[[Record, Record, Frequencies], Piece | None]


def pieces(one: Record, other: Record, common: Frequencies) -> list[Piece]:
    """Compare two records in every field that both know; a field that one does not know is no piece."""
    found = list(_names(one, other, common))
    for field in one.values.keys() & other.values.keys():
        found.append(_values(field, one, other, common))
    found.sort(key=lambda piece: (-piece.bits, piece.field))
    return found


def _names(one: Record, other: Record, common: Frequencies) -> Iterator[Piece]:
    straight = [
        *_given(one.given, other.given, common),
        *(_surname(one.surname, other.surname, common) or _spelled(one, other, common)),
    ]
    if any(piece.level is Level.OTHER for piece in straight):
        turned = max(_changed_about(one, other, common), _changed_about(other, one, common))
        if turned > sum(piece.bits for piece in straight):
            yield Piece(Field.SURNAME, Level.CHANGED_ABOUT, turned)
            return
    yield from straight


def _changed_about(one: Record, other: Record, common: Frequencies) -> float:
    """Weigh the first name of either against the surname of the other; minus infinity where they do not agree so."""
    found = [*_given(one.given, other.surname, common), *_surname(one.surname, other.given, common)]
    if len(found) < 2 or any(piece.level not in (Level.SAME, Level.NEAR) for piece in found):
        return -math.inf
    return sum(piece.bits for piece in found) + CHANGED_ABOUT_BITS


def _given(one: str, other: str, common: Frequencies) -> list[Piece]:
    if not one or not other:
        return []
    level = given_level(one, other)
    return [_piece(Field.GIVEN, level, one, other, common)]


def given_level(one: str, other: str) -> Level:
    """Tell how two folded first names agree; a second first name that only one has is passed over."""
    if one == other or short_fold(one) == short_fold(other):
        return Level.SAME
    (first, *_), (second, *_) = one.split(), other.split()
    if len(first) == 1 or len(second) == 1:
        return Level.INITIAL if first[0] == second[0] else Level.OTHER
    if first == second or are_forms_of_one_name(first, second):
        return Level.FORM
    return Level.NEAR if is_near(one, other) else Level.OTHER


def _surname(one: str, other: str, common: Frequencies) -> list[Piece]:
    if not one or not other:
        return []
    return [_piece(Field.SURNAME, surname_level(one, other), one, other, common)]


def surname_level(one: str, other: str) -> Level:
    """Tell how two folded surnames agree; one that is a part of a double name is a form of it."""
    if one == other or short_fold(one) == short_fold(other):
        return Level.SAME
    if not set(one.split()).isdisjoint(other.split()) and (" " in one or " " in other):
        return Level.FORM
    return Level.NEAR if is_near(one, other) else Level.OTHER


def _spelled(one: Record, other: Record, common: Frequencies) -> list[Piece]:
    """Where one has no surname, see whether an address of his spells the other's."""
    silent, named = (one, other) if not one.surname else (other, one)
    if silent.surname or len(named.surname) < FEWEST_LETTERS_SPELLED:
        return []
    addresses = silent.values.get(Field.EMAIL, ()) + silent.values.get(Field.ADDRESS, ())
    if any(named.surname in a.partition("@")[0] for a in addresses):
        return [Piece(Field.SURNAME, Level.SPELLED, math.log2(0.5 / common.share(Field.SURNAME, named.surname)))]
    return []


def _values(field: Field, one: Record, other: Record, common: Frequencies) -> Piece:
    """Compare the values of a field; of several the best pair counts."""
    found = (
        _piece(field, _LEVELS.get(field, _plain_level)(a, b), a, b, common)
        for a in one.values[field]
        for b in other.values[field]
    )
    return max(found, key=lambda piece: piece.bits)


def _plain_level(one: str, other: str) -> Level:
    if one == other:
        return Level.SAME
    return Level.NEAR if is_near(one, other) else Level.OTHER


def _exact_level(one: str, other: str) -> Level:
    return Level.SAME if one == other else Level.OTHER


def _birth_level(one: str, other: str) -> Level:
    """A date with one figure wrong, or two changed about, is near; with two of year, month and day it is half the same."""
    if one == other:
        return Level.SAME
    if slips(one, other) <= 1:
        return Level.NEAR
    agree = sum((one[:4] == other[:4], one[4:6] == other[4:6], one[6:] == other[6:]))
    return Level.HALF if agree == 2 or slips(one, other) == 2 else Level.OTHER


def _email_level(one: str, other: str) -> Level:
    """Addresses as somebody typed them: a slip for every few letters is near."""
    if one == other:
        return Level.SAME
    if slips(one, other) <= 1 + max(len(one), len(other)) // LETTERS_PER_SLIP:
        return Level.NEAR
    return _address_level(one, other)


def _address_level(one: str, other: str) -> Level:
    """Addresses that mail came from hold no slips: the same, or the same local part elsewhere."""
    if one == other:
        return Level.SAME
    return Level.HALF if one.partition("@")[0] == other.partition("@")[0] else Level.OTHER


_LEVELS: dict[Field, Callable[[str, str], Level]] = {
    Field.BIRTH: _birth_level,
    Field.EMAIL: _email_level,
    Field.ADDRESS: _address_level,
    Field.PHONE: _exact_level,
    Field.COMPANY: _exact_level,
}


def _piece(field: Field, level: Level, one: str, other: str, common: Frequencies) -> Piece:
    """Weigh a level. What several ways of agreeing have by chance in sum, differing has not."""
    agree = AGREE[field][level]
    if level is Level.SAME:
        by_chance = max(common.share(field, one), common.share(field, other))
    else:
        by_chance = BY_CHANCE.get(field, {}).get(level, 1.0)
    return Piece(field, level, math.log2(agree / by_chance))
