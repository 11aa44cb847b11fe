"""How did the level move? A step for the months at one level, as high as its rung."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from alongside.vocabulary import RelationshipLevel

PITCH, HEIGHT = 10, 32
"""Width of a month, height of the picture. Unit: SVG user units."""

QUARTER_MONTHS = (1, 4, 7, 10)
"""Months that an axis names; January by its year. Unit: months of the year."""

Month = tuple[date, RelationshipLevel]
"""A day of a month, usually its last, and the level then."""


@dataclass(frozen=True, slots=True)
class Step:
    """The months at one level, as two paths: the line on top and the body under it."""

    level: RelationshipLevel
    top: str
    body: str


@dataclass(frozen=True, slots=True)
class History:
    """The steps; `heights` are the tops of the rungs, the highest first, for the lines behind the steps."""

    steps: tuple[Step, ...]
    width: int
    height: int
    heights: tuple[int, ...]
    first: date | None
    last: date | None
    in_words: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The months under several histories: a label for each ("" for most), the year in January's place."""

    first: date
    labels: tuple[str, ...]


def history(months: Sequence[Month], *, axis: Axis | None = None) -> History:
    """Draw the level by month, oldest first; on an `axis` every picture has the same months at the same place."""
    first = axis.first if axis else months[0][0] if months else None
    shown = [(_months_from(first, at), level) for at, level in months] if first else []
    steps = [(place, level) for place, level in shown if place >= 0]
    return History(
        steps=tuple(_step(level, [place for place, _ in run]) for level, run in groupby(steps, key=_level)),
        width=PITCH * (len(axis.labels) if axis else max(1, len(months))),
        height=HEIGHT,
        heights=tuple(HEIGHT - _height(level) for level in reversed(RelationshipLevel)),
        first=months[0][0] if months else None,
        last=months[-1][0] if months else None,
        in_words=_in_words(months),
    )


def axis(*, until: date, months: int) -> Axis:
    """Lay out so many months, the last one that of `until`."""
    last = until.year * 12 + until.month - 1
    firsts = [date(each // 12, each % 12 + 1, 1) for each in range(last - months + 1, last + 1)]
    return Axis(firsts[0], tuple(_label(first) for first in firsts))


def _label(first: date) -> str:
    if first.month not in QUARTER_MONTHS:
        return ""
    return f"{first:%Y}" if first.month == 1 else f"{first:%b}"


def _level(month: tuple[int, RelationshipLevel]) -> RelationshipLevel:
    return month[1]


def _months_from(first: date, at: date) -> int:
    return (at.year - first.year) * 12 + at.month - first.month


def _height(level: RelationshipLevel) -> int:
    return HEIGHT * (level.rung + 1) // len(RelationshipLevel)


def _step(level: RelationshipLevel, places: Sequence[int]) -> Step:
    left, width, height = places[0] * PITCH, (places[-1] - places[0] + 1) * PITCH, _height(level)
    return Step(
        level=level,
        top=f"M{left} {HEIGHT - height}h{width}",
        body=f"M{left} {HEIGHT}h{width}v{-height}h{-width}z",
    )


def _in_words(months: Sequence[Month]) -> str:
    if not months:
        return "No history yet"
    moves = [f"{months[0][1].label} in {months[0][0]:%B %Y}"]
    for (_, before), (at, now) in pairwise(months):
        if now != before:
            moves.append(f"{now.label} from {at:%B %Y}")
    return "Level by month: " + ", ".join(moves)
