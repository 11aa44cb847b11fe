"""How well does a mail fit the words? Pure; the same for both databases, and told in words.

BM25 over what was written, with the subject counting as more, words near each other too, and age taking away. It is worked out for
candidates only: the index gives the newest that hold the words, and the newest that have them in their subject.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log, log2

from alongside.search.query import Term, fold, is_of_a_word

SATURATION = 1.2
"""BM25's k1: how soon another occurrence adds little. Source: Robertson and Zaragoza (2009), usual value."""

LENGTH_WEIGHT = 0.6
"""BM25's b: how much a long mail loses. Below the usual .75, for the length of mails is mostly quotation."""

SUBJECT_WEIGHT = 2.5
"""What a word of the subject adds, in saturated occurrences."""

SIDE_BY_SIDE, CLOSE = 1.6, 1.25
"""Factors where all words stand beside each other, and within `CLOSE_CHARACTERS`."""

CLOSE_CHARACTERS = 100
"""About a sentence. Unit: characters from the first word to the last."""

HALVED_AFTER_MINUTES = 2 * 365 * 24 * 60
"""A mail so much older counts half. Unit: minutes; two years, for a supply contract is about as old before it is sought again."""

MOST_COUNTED = 8
"""Occurrences of a word that are looked at. Unit: occurrences."""

_QUOTED_LINES = re.compile(r"^[ \t]*>.*$", re.M)


@dataclass(frozen=True, slots=True)
class Weight:
    """How well a mail fits: `value` orders (a logarithm, so that age is taken off by subtraction), `why` says it."""

    value: float
    why: str


@dataclass(frozen=True, slots=True)
class Written:
    """What is weighed of a mail."""

    subject: str
    text: str
    minute: int


def weigh_all(mails: Mapping[int, Written], terms: Sequence[Term], rarity: Sequence[float]) -> dict[int, Weight]:
    """Weigh every mail by its number; `rarity` says for every term how much it tells."""
    usual = max(sum(len(mail.text) for mail in mails.values()) / max(len(mails), 1), 1.0)
    return {number: _weigh(mail, terms, rarity, usual) for number, mail in mails.items()}


def rarity_of(count: int, *, most: int) -> float:
    """Say how much a word tells that so many mails hold, counted up to `most`: 1 for the commonest, more for rare ones."""
    return 1.0 + log(most / max(count, 1))


def _weigh(mail: Written, terms: Sequence[Term], rarity: Sequence[float], usual: float) -> Weight:
    subject, text = fold(mail.subject), fold(mail.text)
    if ">" in text:
        text = _QUOTED_LINES.sub("", text)
    places = [list(_places(text, term)) for term in terms]
    in_subject = [next(_places(subject, term), None) is not None for term in terms]
    length = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * len(text) / usual)
    fit = 0.05  # the words stand in a file's name, or in what was quoted
    for found, is_there, tells in zip(places, in_subject, rarity, strict=True):
        fit += tells * (len(found) * (SATURATION + 1) / (len(found) + length) + SUBJECT_WEIGHT * is_there)
    near, how_near = _nearness(places, terms)
    return Weight(
        round(log2(fit * near) + mail.minute / HALVED_AFTER_MINUTES, 6),
        _why(sum(map(len, places)), sum(in_subject) == len(terms), how_near),
    )


def _why(count: int, is_in_subject: bool, how_near: str) -> str:
    said = ["in the subject"] if is_in_subject else []
    if count:
        said.append(
            f"{'many times' if count >= MOST_COUNTED else 'once' if count == 1 else f'{count} times'} in the text"
        )
    return ", ".join([*said, how_near] if how_near else said)


def _places(text: str, term: Term) -> Iterator[int]:
    """Find where a term begins in folded text, a few times at most."""
    if len(term.words) > 1:
        yield from _places_of_phrase(text, term)
        return
    word, at = term.words[0], -1
    for _ in range(4 * MOST_COUNTED):
        at = text.find(word, at + 1)
        if at < 0:
            return
        end = at + len(word)
        begins = at == 0 or not is_of_a_word(text[at - 1])
        if begins and (term.is_beginning or end == len(text) or not is_of_a_word(text[end])):
            yield at


def _places_of_phrase(text: str, term: Term) -> Iterator[int]:
    pattern = pattern_of(term)
    for n, found in enumerate(pattern.finditer(text)):
        if n == MOST_COUNTED:
            return
        yield found.start()


def pattern_of(term: Term) -> re.Pattern[str]:
    """Write a term as a pattern over folded text: its words apart by anything but letters and digits."""
    words = r"[\W_]+".join(map(re.escape, term.words))
    return re.compile(rf"(?<![^\W_]){words}" + (r"[^\W_]*" if term.is_beginning else r"(?![^\W_])"))


def _nearness(places: Sequence[Sequence[int]], terms: Sequence[Term]) -> tuple[float, str]:
    """Find the shortest stretch with a first letter of every term in it, and what that is worth."""
    if len(terms) < 2 or not all(places):
        return 1.0, ""
    shortest = min(_stretch(at, places[1:]) for at in places[0][:MOST_COUNTED])
    if shortest <= sum(len(str(term)) + 2 for term in terms):
        return SIDE_BY_SIDE, "side by side"
    return (CLOSE, "close together") if shortest <= CLOSE_CHARACTERS else (1.0, "")


def _stretch(at: int, others: Sequence[Sequence[int]]) -> int:
    nearest = [min(found, key=lambda place: abs(place - at)) for found in others]
    return max([at, *nearest]) - min([at, *nearest])
