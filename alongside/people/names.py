"""How a person is called: which of the names that were seen is shown, and when two names are likely one person. Pure."""

import re
from collections import Counter

_VIA = re.compile(r"\s+(?:via|on behalf of|über)\s+.*$", re.I)
_QUOTES = "\"'`“”‘’"


def clean_name(name: str, address: str) -> str:
    """Tidy a display name ("Kowalski, Joe" -> "Joe Kowalski"); "" when it says no more than the address."""
    name = _VIA.sub("", " ".join(name.split())).strip(_QUOTES + " ")
    name = re.sub(r"\s*[(\[<].*$", "", name).strip()
    if not name or "@" in name or name.lower() == address.partition("@")[0]:
        return ""
    if name.count(",") == 1:
        last, first = (part.strip() for part in name.split(","))
        if first and last and len(first.split()) <= 3:
            name = f"{first} {last}"
    return name.title() if name.isupper() and len(name) > 4 else name


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


def name_parts(name: str) -> tuple[str, str]:
    """Split a name into given name and surname, lower case; surname "" when there is only one word."""
    words = [w for w in re.findall(r"[^\W\d_]+", name.lower()) if w not in {"dr", "mr", "mrs", "ms", "jr", "sr"}]
    if not words:
        return "", ""
    return words[0], words[-1] if len(words) > 1 else ""


def is_likely_same(one: str, other: str) -> bool:
    """Tell whether two names may be one person: same surname, and the same given name or its initial."""
    given_1, surname_1 = name_parts(one)
    given_2, surname_2 = name_parts(other)
    if not surname_1 or surname_1 != surname_2:
        return False
    short, long = sorted((given_1, given_2), key=len)
    return short == long or (len(short) == 1 and long.startswith(short))
