"""How did the level move? A step for the months at one level, as high as its rung."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from alongside.vocabulary import RelationshipLevel

PITCH, HEIGHT, LINE = 10, 32, 3
"""Width of a month, height of the picture, thickness of the line on top. Unit: SVG user units."""


@dataclass(frozen=True, slots=True)
class Step:
    """The months at one level, as two paths: the line on top and the body under it."""

    level: RelationshipLevel
    top: str
    body: str


@dataclass(frozen=True, slots=True)
class History:
    steps: tuple[Step, ...]
    width: int
    height: int
    first: date | None
    last: date | None
    in_words: str


def history(months: Sequence[tuple[date, RelationshipLevel]]) -> History:
    """Draw the level at the end of every month, oldest first."""
    return History(
        steps=tuple(_step(level, list(run)) for level, run in groupby(enumerate(months), key=lambda each: each[1][1])),
        width=max(1, len(months)) * PITCH,
        height=HEIGHT,
        first=months[0][0] if months else None,
        last=months[-1][0] if months else None,
        in_words=_in_words(months),
    )


def _step(level: RelationshipLevel, run: Sequence[tuple[int, object]]) -> Step:
    left, width = run[0][0] * PITCH, len(run) * PITCH
    height = HEIGHT * (level.rung + 1) // len(RelationshipLevel)
    return Step(
        level=level,
        top=f"M{left} {HEIGHT - height}h{width}v{LINE}h{-width}z",
        body=f"M{left} {HEIGHT}h{width}v{-height}h{-width}z",
    )


def _in_words(months: Sequence[tuple[date, RelationshipLevel]]) -> str:
    if not months:
        return "No history yet"
    moves = [f"{months[0][1].label} in {months[0][0]:%B %Y}"]
    for (_, before), (at, now) in pairwise(months):
        if now != before:
            moves.append(f"{now.label} from {at:%B %Y}")
    return "Level by month: " + ", ".join(moves)
