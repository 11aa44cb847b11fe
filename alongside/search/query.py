"""What is looked for, as it was understood: words, names, days, kinds, and what must not be there. Pure."""

import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

from alongside.vocabulary import InteractionKind

Side = Literal["from", "to", "with", "account"]
Place = Literal["anywhere", "subject", "file"]

SHORTEST_BEGINNING = 3
"""From so many letters on a word is a beginning; shorter ones (PO, US, kg) stand for themselves. Unit: letters. The index
holds the beginnings of three letters by themselves, and there are few ways to go on from more."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word, a beginning of a word, or several words side by side; in small letters and without accents."""

    words: tuple[str, ...]
    is_beginning: bool = False
    place: Place = "anywhere"

    def __str__(self) -> str:
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Named:
    """A person or company that takes part: who is meant is for `who.py` to find out."""

    side: Side
    name: str
    is_excluded: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """From the first day to the last, both of them included; None is open."""

    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Chip:
    """One operator in words, and the query without it: a click takes it out."""

    label: str
    rest: str


@dataclass(frozen=True, slots=True)
class Query:
    """A query that was read. `remarks` say what was not understood and what was done instead."""

    terms: tuple[Term, ...] = ()
    excluded: tuple[Term, ...] = ()
    names: tuple[Named, ...] = ()
    days: tuple[Days, ...] = ()
    kinds: tuple[InteractionKind, ...] = ()
    excluded_kinds: tuple[InteractionKind, ...] = ()
    has_attachment: bool | None = None
    is_sent: bool | None = None
    chips: tuple[Chip, ...] = ()
    remarks: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        narrowing = (self.terms, self.excluded, self.names, self.days, self.kinds, self.excluded_kinds)
        return any(narrowing) or self.has_attachment is not None or self.is_sent is not None

    @property
    def is_words_only(self) -> bool:
        """Tell whether nothing narrows the mails down, so that names of people and companies are meant as well."""
        return bool(self.terms) and not self.chips


def fold(text: str) -> str:
    """Write in small letters and without accents, as both engines hold words; as long as the text only where it is ASCII."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(c for c in parts if not unicodedata.combining(c)).lower()


def words_of(text: str) -> tuple[str, ...]:
    """Take the text apart into words of letters and digits, folded."""
    return tuple("".join(c if is_of_a_word(c) else " " for c in fold(text)).split())


def is_of_a_word(character: str) -> bool:
    """Tell letters and digits (of any script) from everything that parts words."""
    return unicodedata.category(character)[0] in "LN"


def term_of(text: str, *, is_phrase: bool = False, place: Place = "anywhere") -> Term | None:
    """Make a term of what was typed; without a letter or digit there is none. "b2b-sales" is its parts, side by side."""
    words = words_of(text)
    if not words:
        return None
    last = words[-1]
    may_go_on = len(last) >= SHORTEST_BEGINNING or not last.isascii()
    return Term(words, is_beginning=may_go_on and not is_phrase, place=place)
