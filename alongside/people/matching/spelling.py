"""How near are two spellings? Folding of accents and of ways to write the same sound, and the slips that people make. Pure."""

import functools
import re
import unicodedata

WRITTEN_OUT = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "æ": "ae", "ø": "oe", "œ": "oe", "å": "aa",
        "'": "", "’": "", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h",
    }
)  # fmt: skip
"""Letters and how they are written where a keyboard has none. Source: the usual way in passports (ICAO 9303, part 3, section 6)."""

_SHORTENED = re.compile(r"(?<=[bcdfghjklmnpqrstvwxz])(a|o|u)e(?=[^aeiouy\s])")


@functools.lru_cache(maxsize=100_000)
def fold(words: str) -> str:
    """Reduce words to letters a-z, digits and single spaces: "Müller-Lüdenscheidt" -> "mueller luedenscheidt"."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", words).lower().translate(WRITTEN_OUT))
    return " ".join(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c))))


@functools.lru_cache(maxsize=100_000)
def short_fold(words: str) -> str:
    """Fold once more, so that Müller, Mueller and Muller are one: ae, oe and ue after a consonant lose their e."""
    return _SHORTENED.sub(r"\1", fold(words))


@functools.lru_cache(maxsize=200_000)
def slips(one: str, other: str) -> int:
    """Count the slips between two folded words: a letter too many, too few, wrong, or two changed about."""
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other)


def is_near(one: str, other: str) -> bool:
    """Tell whether two words differ by slips only: one in a word of four letters, two in one of seven."""
    longest = max(len(one), len(other))
    allowed = 0 if longest < 4 else 1 if longest < 7 else 2
    return slips(one, other) <= allowed
