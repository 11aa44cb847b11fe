"""May one of two first names be the other's short or pet form? "Bob" is a Robert, "Peggy" a Margaret, "Hans" a Johannes. Pure."""

import functools
from pathlib import Path

_FILE = Path(__file__).with_name("nicknames.txt")


@functools.cache
def formal_names() -> dict[str, frozenset[str]]:
    """Give, for each name in the list, the formal names that it may stand for, itself among them."""
    found: dict[str, set[str]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            formal, *short_forms = line.split()
            for name in (formal, *short_forms):
                found.setdefault(name, set()).add(formal)
    return {name: frozenset(formal) for name, formal in found.items()}


def are_forms_of_one_name(one: str, other: str) -> bool:
    """Tell whether two folded first names may be forms of one: one of them formal, or both short for the same."""
    if one == other:
        return True
    known = formal_names()
    return not known.get(one, frozenset()).isdisjoint(known.get(other, frozenset()))
