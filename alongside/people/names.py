"""How a person is called: which of the names that were seen is shown, and when two names are likely one person. Pure."""

import functools
import re
from collections import Counter

from alongside.people.matching.compare import Level, given_level, surname_level
from alongside.people.matching.spelling import fold

_VIA = re.compile(r"^(?P<who>.*?)\s+(?:via|über|par|por medio de|através de)\s+(?P<what>\S.*)$", re.I)
_BEHALF = re.compile(
    r"^(?P<who>.*?)\s+(?:on behalf of|im auftrag von|i\. ?a\.|au nom de|en nombre de)\s+(?P<what>\S.*)$", re.I
)
_QUOTES = "\"'`“”‘’"

TITLES = frozenset(
    "dr mr mrs ms miss mx prof professor sir dame lord lady rev fr herr frau hr fra dipl ing mag dott sr sra srta don dona m mme mlle "
    "jr snr jnr ii iii iv phd md mba esq bsc msc ba ma llm cpa pmp pe cfa".split()
)
"""Words beside a name that are no part of it, folded."""

PARTICLES = frozenset(
    "van von vom zu zum zur den der de del della di da das do dos du la le el al bin ibn ben ter ten st saint mac mc o".split()
)
"""Words before a surname that belong to it, folded."""


def is_relayed(name: str, address: str) -> bool:
    """Tell whether a display name says that a service wrote for somebody ("Joe Kowalski via DocuSign"): the address is not his."""
    tidy = " ".join(name.split()).strip(_QUOTES + " ")
    if _VIA.match(tidy):
        return True
    if behalf := _BEHALF.match(tidy):
        return not any(_spells(address, behalf[part]) for part in ("who", "what"))
    return False


def clean_name(name: str, address: str) -> str:
    """Tidy a display name ("Kowalski, Joe" -> "Joe Kowalski"); "" when it says no more than the address.

    Of "Joe Kowalski via DocuSign" the service is the name; of "Jane Doe on behalf of Joe Kowalski" whoever the address spells.
    """
    return _clean_name(name, address.partition("@")[0], address)


@functools.lru_cache(maxsize=100_000)
def _clean_name(name: str, local: str, address: str) -> str:
    name = _whose(" ".join(name.split()).strip(_QUOTES + " "), address)
    name = re.sub(r"\s*[(\[<].*$", "", name).strip(_QUOTES + " ")
    if not name or "@" in name or name.lower() == local:
        return ""
    if name.count(",") == 1:
        last, first = (part.strip() for part in name.split(","))
        if first and last and len(first.split()) <= 3 and fold(first) not in TITLES:
            name = f"{first} {last}"
    return name.title() if name.isupper() and len(name) > 4 else name


def _whose(name: str, address: str) -> str:
    if via := _VIA.match(name):
        return via["what"]
    if behalf := _BEHALF.match(name):
        return behalf["who"] if _spells(address, behalf["who"]) else behalf["what"]
    return name


def _spells(address: str, name: str) -> bool:
    """Tell whether an address holds the surname in this name."""
    surname = split_name(name)[1].replace(" ", "")
    return bool(surname) and surname in fold(address.partition("@")[0]).replace(" ", "")


def best_name(seen: Counter[str], address: str) -> str:
    """Choose the name most often seen; of equals the longest, then the first by alphabet. Without any, one from the address."""
    tidy: Counter[str] = Counter()
    for name, count in seen.items():
        if cleaned := clean_name(name, address):
            tidy[cleaned] += count
    if not tidy:
        return name_from_address(address)
    return min(tidy, key=lambda name: (-tidy[name], -len(name), name))


def name_from_address(address: str) -> str:
    """Make a name from an address: joe.kowalski@... -> "Joe Kowalski"."""
    parts = [p for p in re.split(r"[._\-+]+", address.partition("@")[0]) if p and not p.isdigit()]
    if len(parts) < 2:
        return address
    return " ".join(part.capitalize() for part in parts)


@functools.lru_cache(maxsize=100_000)
def split_name(name: str) -> tuple[str, str]:
    """Split a name into first names and surname, folded, without titles: "Dr. Jan van der Berg" -> ("jan", "van der berg").

    One word alone is a first name: that is how people sign. A maiden name after "née" or "geb." stands beside the surname.
    """
    words = [
        w for w in fold(re.sub(r"\b(?:née?|nee|geb(?:orene)?)\b\.?", " ", name, flags=re.I)).split() if w not in TITLES
    ]
    if len(words) < 2 or "@" in name:
        return (words[0], "") if words and "@" not in name else ("", "")
    last = _last_word(name)
    start = len(words) - len(last)
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    start = max(1, start)
    return " ".join(words[:start]), " ".join(words[start:])


def _last_word(name: str) -> list[str]:
    """Take the last word of a name that is no title, with both halves where it is hyphened, and a maiden name that is marked."""
    kept = [w for w in name.split() if fold(w) and fold(w) not in TITLES]
    marked = [i for i, w in enumerate(kept) if fold(w) in ("nee", "geb", "geborene")]
    if marked and 1 < marked[0] < len(kept) - 1:
        return fold(f"{kept[marked[0] - 1]} {kept[-1]}").split()
    return fold(kept[-1]).split() if kept else []


def is_likely_same(one: str, other: str) -> bool:
    """Tell whether two names may be one person: same surname, and the same first name, its initial or a form of it."""
    (given, surname), (other_given, other_surname) = split_name(one), split_name(other)
    if not surname or not other_surname or surname_level(surname, other_surname) is not Level.SAME:
        return False
    return given_level(given, other_given) in (Level.SAME, Level.FORM, Level.INITIAL)
