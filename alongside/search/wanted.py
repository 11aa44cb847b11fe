"""What the index is asked for: groups of words and tags, one of each must be there, and numbers between which it must lie. Pure.

A number tells owner, minute and interaction at once, and its order is that of time; the migration that makes the index writes them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from alongside.search.query import Term

OWNER_BITS, MINUTE_BITS, ID_BITS = 10, 27, 26
"""Owners up to 1,023 (those beyond share a space, and are parted when the rows are loaded), minutes until the year 2225, interactions
up to 67 million. Unit: bits of a number."""

_LAST_MINUTE, _LAST_ID, _LAST_OWNER = (1 << MINUTE_BITS) - 1, (1 << ID_BITS) - 1, (1 << OWNER_BITS) - 1
_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Tag:
    """A mark that the index holds of an interaction: kmail, f12 (from the address 12), t12, df... (from a domain), x (a file)."""

    mark: str


Leaf = Term | Tag


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of every group one leaf must be there, of `none_of` none; `low` and `high` are the numbers to look between."""

    all_of: tuple[tuple[Leaf, ...], ...]
    none_of: tuple[Leaf, ...]
    low: int
    high: int


def number_at(owner_id: int, at: datetime) -> int:
    """Give the smallest number that an interaction of this owner may have at this minute."""
    minute = min(max((at - _BEGINNING) // timedelta(minutes=1), 0), _LAST_MINUTE)
    return (owner_id & _LAST_OWNER) << (MINUTE_BITS + ID_BITS) | minute << ID_BITS


def bounds(owner_id: int) -> tuple[int, int]:
    """Give the first and the last number that this owner's interactions may have."""
    first = (owner_id & _LAST_OWNER) << (MINUTE_BITS + ID_BITS)
    return first, first | _LAST_MINUTE << ID_BITS | _LAST_ID


def interaction_ids(numbers: Iterable[int]) -> list[int]:
    """Read the interactions' ids from their numbers."""
    return [number & _LAST_ID for number in numbers]


def minute_of(number: int) -> int:
    """Read the minute since 1970 from a number."""
    return number >> ID_BITS & _LAST_MINUTE
