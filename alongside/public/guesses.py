"""How often did somebody try an address that opens nothing? Counted in memory, by where they come from, and forgotten each minute.

An address of 256 bits is not found by trying; this only tells whoever tries to stop. Addresses that open something are answered all
the same, so that nobody can lock a customer out.
"""

import time
from collections import Counter

MOST_A_MINUTE = 120
"""Refusals after which the answer is to wait. Unit: refusals from one place in a minute; a person with an old link makes a few."""

SECONDS = 60

_counted: Counter[str] = Counter()
_minute = [0.0]


def note_guess(from_where: str) -> None:
    """Count one refusal."""
    if time.monotonic() - _minute[0] >= SECONDS:
        forget()
    _counted[from_where] += 1


def are_too_many(from_where: str) -> bool:
    """Tell whether there were too many in this minute."""
    return _counted[from_where] > MOST_A_MINUTE


def forget() -> None:
    """Begin a new minute."""
    _counted.clear()
    _minute[0] = time.monotonic()
