"""How did the level move? One bar for the end of every month, as high as its rung."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from alongside.vocabulary import RelationshipLevel

PITCH, HEIGHT = 10, 32
"""Width of a month, height of the picture. Unit: SVG user units."""


@dataclass(frozen=True, slots=True)
class Bar:
    x: int
    y: int
    height: int
    level: RelationshipLevel
    says: str


@dataclass(frozen=True, slots=True)
class History:
    bars: tuple[Bar, ...]
    width: int
    height: int
    first: date | None
    last: date | None
    in_words: str


def history(months: Sequence[tuple[date, RelationshipLevel]]) -> History:
    """Draw the level at the end of every month, oldest first."""
    bars = tuple(_bar(i, month_end, level) for i, (month_end, level) in enumerate(months))
    return History(
        bars=bars,
        width=max(1, len(bars)) * PITCH,
        height=HEIGHT,
        first=months[0][0] if months else None,
        last=months[-1][0] if months else None,
        in_words=_in_words(months),
    )


def _bar(index: int, month_end: date, level: RelationshipLevel) -> Bar:
    height = HEIGHT * (level.rung + 1) // len(RelationshipLevel)
    return Bar(index * PITCH, HEIGHT - height, height, level, f"{month_end:%B %Y}: {level.label}")


def _in_words(months: Sequence[tuple[date, RelationshipLevel]]) -> str:
    if not months:
        return "No history yet"
    moves = [f"{months[0][1].label} in {months[0][0]:%B %Y}"]
    moves += [f"{now.label} from {at:%B %Y}" for (_, before), (at, now) in itertools.pairwise(months) if now != before]
    return "Level by month: " + ", ".join(moves)
