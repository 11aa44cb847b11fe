"""What is a kind of table: its fields, the headings they are known by, and when are two spellings one?

It holds no heading itself: those stand beside it, one module a table, and in origins/ for other programs' exports.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache

from alongside.vocabulary import Word

Needs = tuple[tuple[str, ...], ...]

_IN_BRACKETS = re.compile(r"[(\[].*?[)\]]")
_NO_LETTER = re.compile(r"[\W_]+")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})


@dataclass(frozen=True, slots=True)
class Table:
    """A kind of table. Every row fills at least one field of each group in `needs`.

    `headings` are plain spellings per field, the one that is preferred first. `together` are fields that tell the table
    when all of them are there, even under headings of every day. `states` are headings of a column that says how far a
    row has come: a row in a state of `not_yet` is none (`not_yet_is` says why), one in a state of `undone` is cancelled.
    `loose` fields are left out where another program's word is not known; under their own heading it is refused.
    """

    name: str
    file_words: tuple[str, ...]
    headings: dict[str, tuple[str, ...]]
    needs: Needs
    dates: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    yes_no: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    long: frozenset[str] = frozenset()
    loose: frozenset[str] = frozenset()
    words: dict[str, dict[str, str]] = field(default_factory=dict)
    together: Needs = ()
    states: tuple[str, ...] = ()
    not_yet: frozenset[str] = frozenset()
    not_yet_is: str = ""
    undone: frozenset[str] = frozenset()


@lru_cache(maxsize=8192)
def plain(heading: str) -> str:
    """Return a heading or word without case, accents, spaces, signs and brackets: "Order_Date (UTC)" is "orderdate"."""
    letters = unicodedata.normalize("NFKD", _IN_BRACKETS.sub("", heading[:200]).casefold())
    return _NO_LETTER.sub("", letters)


def spelt(*, en: str = "", de: str = "", fr: str = "", es: str = "") -> tuple[str, ...]:
    """Return comma separated headings or words of the four languages as plain spellings, each once, in that order."""
    spellings = [each.strip() for text in (en, de, fr, es) for each in text.split(",") if each.strip()]
    written_out = [each.casefold().translate(_UMLAUTS) for each in spellings]  # "Waehrung", as older programs write
    return tuple(dict.fromkeys(plain(each) for each in (*spellings, *written_out)))


def words_of(kind: type[Word], **others: tuple[str, ...]) -> dict[str, str]:
    """Return every spelling of a closed vocabulary with its stored value; `others` are further spellings by value.

    Raises ValueError for a spelling that would stand for two values.
    """
    known = {plain(word.value): word.value for word in kind}
    for value, spellings in others.items():
        for spelling in spellings:
            if known.setdefault(spelling, value) != value:
                raise ValueError(f"{spelling} stands for {known[spelling]} and {value} of {kind.__name__}")
    return known
